//! Lists against a look at all rows, and what an id is worth.

use super::*;
use crate::domain::inbound::{InboundQuery, SortBy, Window};
use crate::domain::query::Period;
use crate::store::conformance::{Db, event};

const EVENTS: i64 = 120;

/// Every list of every question holds what a look at all rows finds, page by page.
#[tokio::test]
async fn lists_hold_what_fits_in_the_order_asked_for() {
    let db = Db::open();
    let (project, ids, keys) = (db.project, db.ids.clone(), Keys::derive(&[7; 32]).expect("keys"));
    let write = db.write(move |tx| {
        for n in 0..EVENTS {
            let event = event(tx, project, ids.next(), "{}")?.id;
            let external_id = format!("e-{n}");
            let new = NewInbound {
                project,
                provider: ["acme", "globex", "initech"][n as usize % 3].into(),
                kind: format!("t{}", n % 5).into(),
                external_id: &external_id,
                subject: (n % 4 == 0).then_some("Order 7"),
                occurred_at: Timestamp::from_secs((n * 7919) % EVENTS * 600),
                state: State::ALL[(n * n % 7 % 5) as usize],
                headers: "{}",
            };
            insert(tx, &keys, event, &new)?;
        }
        Ok(())
    });
    write.await;
    let every = InboundQuery { ascending: true, ..InboundQuery::default() };
    let whole = Window { offset: 0, limit: EVENTS as usize };
    let all = db.read(move |snap| list(snap, project, &every, whole)).await;
    assert_eq!((all.rows.len() as i64, all.total as i64), (EVENTS, EVENTS));
    for query in questions() {
        let mut expected: Vec<_> = all.rows.iter().filter(|row| query.fits(row)).cloned().collect();
        expected.sort_by_key(|row| match query.sort {
            SortBy::Created => (0, row.event),
            SortBy::Occurred => (row.occurred_at.micros(), row.event),
            SortBy::Status => (row.state.code(), row.event),
        });
        if !query.ascending {
            expected.reverse();
        }
        for (offset, limit) in [(0, EVENTS as usize), (0, 7), (5, 9), (expected.len(), 3)] {
            let asked = query.clone();
            let found = db.read(move |snap| list(snap, project, &asked, Window { offset, limit })).await;
            let page: Vec<_> = expected.iter().skip(offset).take(limit).cloned().collect();
            assert_eq!(found.rows, page, "{query:?} from {offset}");
            assert_eq!(found.total, expected.len() as u64, "{query:?}");
        }
    }
}

fn questions() -> Vec<InboundQuery> {
    let text = |text: &str| Some(text.to_owned());
    let at = |n: i64| Some(Timestamp::from_secs(n * 600));
    let mut all = Vec::new();
    for provider in [None, text("acme"), text("nobody")] {
        for kind in [None, text("t1")] {
            for state in [None, Some(State::Processed), Some(State::Failed)] {
                for (from, to) in [(None, None), (at(20), at(90)), (at(50), None)] {
                    for subject in [None, text("order")] {
                        for (sort, ascending) in [
                            (SortBy::Created, false),
                            (SortBy::Created, true),
                            (SortBy::Occurred, false),
                            (SortBy::Occurred, true),
                            (SortBy::Status, false),
                            (SortBy::Status, true),
                        ] {
                            let (provider, kind, subject) = (provider.clone(), kind.clone(), subject.clone());
                            let occurred = Period { from, to };
                            all.push(InboundQuery { provider, state, kind, subject, occurred, sort, ascending });
                        }
                    }
                }
            }
        }
    }
    all
}

#[tokio::test]
async fn an_id_is_given_to_one_event_for_ever() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let long = "x".repeat(65);
    let known = hashed("gone");
    let run = db.write(move |tx| {
        let source: SourceId = ids.next();
        let events = [event(tx, project, ids.next(), "{}")?.id, event(tx, project, ids.next(), "{}")?.id];
        let of = |id, hashed| External { source, id, hashed };
        tx.exec(
            "INSERT INTO inbound_ids (source_id, external_id, event_id) VALUES (?1, ?2, ?3)",
            params![&source, &known, &events[1]],
        )?;
        let mut told = Vec::new();
        for id in [of("a", false), of("a", false), of(&long, false), of(&long, false), of("gone", false)] {
            told.push(claim(tx, id, events[0])?.is_some());
        }
        let other = External { source: ids.next(), id: "a", hashed: false };
        told.push(claim(tx, other, events[1])?.is_some());
        let first = claim(tx, of("a", true), events[1])? == Some(events[0]);
        let source: SourceId = ids.next();
        tx.exec(
            "INSERT INTO inbound_ids (source_id, external_id, event_id) VALUES (?1, ?2, ?3)",
            params![&source, &known, &events[1]],
        )?;
        let forgotten = claim(tx, External { source, id: "gone", hashed: true }, events[0])? == Some(events[1]);
        Ok((told, first, forgotten))
    });
    assert_eq!(run.await, (vec![false, true, false, true, false, false], true, true));
}
