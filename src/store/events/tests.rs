//! Events on a real file: lists by every filter and the indexes they take.

use super::super::conformance::{Db, Dice, event, pages, plan};
use super::*;
use crate::base::{Id, Timestamp};
use crate::domain::query::{Match, Period, Search};

const TOPICS: [&str; 7] = ["a", "a.b", "a.c", "a.b.c", "b.b", "a-b", "order.created"];

fn body(dice: &mut Dice) -> String {
    let topic = dice.roll(8) as usize;
    let topic = TOPICS.get(topic).map_or("null".to_owned(), |t| format!("\"{t}\""));
    let later = dice.maybe(4, |_| ",\"deliver_at\":\"2027-01-01T00:00:00Z\"").unwrap_or_default();
    let (z, a) = (dice.roll(3), dice.roll(9));
    format!(r#"{{"topic":{topic},"payload":{{"z":{z},"a":{{"k":"v{a}"}}}}{later}}}"#)
}

fn query(dice: &mut Dice, times: &[Timestamp]) -> EventQuery {
    let patterns = ["a", "a.b", "a.*", "a.#", "*", "#", "*.b", "#.c", "none.*", "a.b.c", "nope"];
    let any = |dice: &mut Dice| times[dice.roll(times.len() as u64) as usize];
    EventQuery {
        topic: dice.maybe(2, |d| TopicPattern::compile(patterns[d.roll(11) as usize])),
        status: [None, Some(Status::Active), Some(Status::Inactive)][dice.roll(3) as usize],
        accepted: Period { from: dice.maybe(4, any), to: dice.maybe(4, any) },
        scheduled: dice.roll(5) == 0,
        search: dice.maybe(6, |d| Search::new(&format!("\"k\":\"v{}\"", d.roll(9)))),
        matches: dice.maybe(6, |d| Match::new("payload.z", &d.roll(3).to_string())).into_iter().collect(),
    }
}

/// Every filter, alone and together, gives what looking at all events gives, on pages of any size.
#[tokio::test]
async fn lists_agree_with_a_look_at_everything() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let other = ids.next();
    // Bursts within one microsecond: the times of neighbours are equal or a microsecond apart.
    let start = Timestamp::from_secs(1_790_000_000);
    let all = db.write(move |tx| {
        let mut dice = Dice(1);
        let mut all = Vec::new();
        let mut id: EventId = Id::floor(start);
        for n in 0..300 {
            for _ in 0..if n % 100 == 0 { 1 << 20 } else { 1 } {
                id = id.above();
            }
            if n % 3 == 0 {
                id = Id::floor(id.time().plus_micros(1));
            }
            event(tx, other, id.above(), &body(&mut dice))?;
            let mut stored = event(tx, project, id, &body(&mut dice))?;
            if dice.roll(4) == 0 && deactivate(tx, project, id)? {
                (stored.status, stored.waiting) = (Status::Inactive, false);
                let topic = stored.topic.clone();
                topic
                    .into_iter()
                    .for_each(|t| tx.count(super::super::counters::Counter::Removed(project, t.into()), 1));
            }
            all.push(stored);
        }
        Ok(all)
    });
    let all = all.await;
    let times: Vec<Timestamp> = all.iter().map(Event::occurred_at).collect();
    db.read(move |snap| {
        let mut dice = Dice(2);
        for round in 0..600 {
            let query = query(&mut dice, &times);
            let within = |e: &Event| {
                let at = e.occurred_at();
                query.accepted.from.is_none_or(|f| at >= f) && query.accepted.to.is_none_or(|t| at <= t)
            };
            let expected: Vec<&Event> = all.iter().rev().filter(|e| within(e) && query.fits(e)).collect();
            let limit = 1 + dice.roll(30) as usize;
            let found = pages(limit, |page| list(snap, project, &query, page))?;
            assert!(found.iter().eq(expected), "round {round}: {query:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_long_search_stops_and_can_be_continued() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let needle = db.write(move |tx| {
        let needle = event(tx, project, ids.next(), r#"{"payload":{"n":"needle"}}"#)?.id;
        for _ in 0..6_000 {
            event(tx, project, ids.next(), r#"{"topic":"hay","payload":{"n":"straw"}}"#)?;
        }
        Ok(needle)
    });
    let needle = needle.await;
    db.read(move |snap| {
        let query = EventQuery { search: Some(Search::new("needle")), ..EventQuery::default() };
        let first = list(snap, project, &query, Page { limit: 50, before: None })?;
        assert!(first.rows.is_empty());
        assert!(first.next.is_some_and(|cursor| cursor > needle));
        let found = pages(50, |page| list(snap, project, &query, page))?;
        assert_eq!(found.iter().map(|e| e.id).collect::<Vec<_>>(), [needle]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_event_goes_off_once() {
    let db = Db::open();
    let (project, id) = (db.project, db.ids.next());
    let (first, second, stranger) = db
        .write(move |tx| {
            event(tx, project, id, r#"{"deliver_at":"2027-01-01T00:00:00Z"}"#)?;
            let stranger = deactivate(tx, Id::MIN, id)?;
            Ok((deactivate(tx, project, id)?, deactivate(tx, project, id)?, stranger))
        })
        .await;
    assert_eq!((first, second, stranger), (true, false, false));
    let (mine, theirs) = db.read(move |snap| Ok((find(snap, project, id)?, find(snap, Id::MIN, id)?))).await;
    assert!(mine.is_some_and(|e| !e.status.is_active() && !e.waiting));
    assert!(theirs.is_none());
}

#[tokio::test]
async fn lists_read_their_index_alone() {
    let db = Db::open();
    db.read(|snap| {
        for (sql, index) in [(SCHEDULED, "events_scheduled"), (INACTIVE, "events_inactive"), (OF_TOPIC, "events_topic")]
        {
            let plan = plan(snap, sql)?;
            assert!(plan.starts_with(&format!("SEARCH events USING COVERING INDEX {index} (")), "{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{plan}");
        }
        Ok(())
    })
    .await;
}
