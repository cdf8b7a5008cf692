//! Replays against a look at everything, and what their statements read.

use super::super::conformance::{Db, Dice, delivery, event, pages, plan};
use super::*;
use crate::domain::query::Period;

fn replay(id: ReplayId, filters: &str, upto: EventId) -> Replay {
    let json = Json::parse(filters).expect("JSON");
    Replay {
        id,
        status: Status::Pending,
        filters: Filters::read(json.as_object().expect("object")).expect("valid"),
        upto,
        reached: Id::MIN,
        total_events: 7,
        processed_events: 0,
        deliveries_created: 0,
        error: None,
        started_at: None,
        completed_at: None,
    }
}

#[tokio::test]
async fn rows_keep_their_state() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let mut one = replay(ids.next(), r#"{"topic":"a.*","from":"2026-01-01","event_ids":[]}"#, ids.next());
        insert(tx, project, &one)?;
        assert_eq!(find(tx, project, one.id)?.as_ref(), Some(&one));
        assert_eq!(find(tx, ids.next(), one.id)?, None, "of another project");
        one.status = Status::Failed;
        one.reached = ids.next();
        (one.processed_events, one.deliveries_created) = (3, 9);
        one.error = Some("why".to_owned());
        one.started_at = Some(Timestamp::from_secs(1));
        one.completed_at = Some(Timestamp::from_secs(2));
        update(tx, project, &one)?;
        assert_eq!(find(tx, project, one.id)?, Some(one));
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn lists_and_the_unfinished() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let run = db.write(move |tx| {
        let mut all = Vec::new();
        for code in [0, 1, 2, 3, 4, 0] {
            let mut one = replay(ids.next(), "{}", Id::MAX);
            insert(tx, project, &one)?;
            one.status = Status::from_code(code);
            update(tx, project, &one)?;
            all.push(one.id);
        }
        let (elsewhere, other) = (ids.next(), replay(ids.next(), "{}", Id::MAX));
        insert(tx, elsewhere, &other)?;
        let listed = |status, limit| -> Result<Vec<ReplayId>> {
            Ok(pages(limit, |page| list(tx, project, status, page))?.iter().map(|r| r.id).collect())
        };
        for limit in [1, 2, 10] {
            assert_eq!(listed(None, limit)?, all.iter().rev().copied().collect::<Vec<_>>());
            assert_eq!(listed(Some(Status::Pending), limit)?, [all[5], all[0]]);
            assert_eq!(listed(Some(Status::Cancelled), limit)?, [all[4]]);
        }
        let due: Vec<ReplayId> = unfinished(tx)?.into_iter().map(|(_, id)| id).collect();
        assert_eq!(due, [all[0], all[1], all[5], other.id]);
        cancel_all(tx, project, Timestamp::from_secs(5))?;
        assert_eq!(unfinished(tx)?, [(elsewhere, other.id)]);
        assert_eq!(find(tx, project, all[1])?.expect("there").completed_at, Some(Timestamp::from_secs(5)));
        Ok(())
    });
    run.await;
}

/// Events of three topics and of none, some switched off, some waiting; and what they are.
async fn fill(db: &Db, count: usize) -> Vec<Event> {
    let (project, ids) = (db.project, db.ids.clone());
    let fill = db.write(move |tx| {
        let mut dice = Dice(7);
        for n in 0..count {
            let topic = ["a.x", "a.y", "b", ""][dice.roll(4) as usize];
            let wait = if dice.roll(9) == 0 { r#","deliver_at":"2099-01-01T00:00:00Z""# } else { "" };
            let id: EventId = ids.next();
            let sql = "INSERT INTO events (project_id, id, topic, payload, nested, status, hash, waiting) \
                       VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)";
            let topic = Some(topic).filter(|topic| !topic.is_empty());
            let off = i64::from(dice.roll(7) == 0);
            let waiting = Some(1i64).filter(|_| !wait.is_empty() && off == 0);
            tx.exec(sql, params![&project, &id, topic, &format!("{{\"n\":{n}}}"), off, &[0u8; 32], waiting])?;
            if let Some(topic) = topic {
                let sql = "INSERT INTO topics (project_id, topic, active_events) VALUES (?1, ?2, 1) \
                           ON CONFLICT (project_id, topic) DO UPDATE SET active_events = topics.active_events + 1";
                tx.exec(sql, params![&project, topic])?;
            }
        }
        event(tx, ids.next(), ids.next(), r#"{"topic":"a.x"}"#)?;
        let sql = format!("{} WHERE project_id = ?1 ORDER BY id", events::SELECT);
        tx.all(&sql, params![&project], events::read)
    });
    fill.await
}

fn walk(snap: &Snapshot<'_>, project: ProjectId, mut replay: Replay, limit: usize) -> Result<Vec<EventId>> {
    let mut found = Vec::new();
    loop {
        let next = next(snap, project, &replay, limit)?;
        assert!(next.events.len() <= limit);
        assert!(next.end || next.reached > replay.reached, "it goes on");
        found.extend(next.events.iter().map(|event| event.id));
        if next.end {
            return Ok(found);
        }
        replay.reached = next.reached;
    }
}

#[tokio::test]
async fn what_is_found_and_counted_agrees_with_a_look_at_everything() {
    let db = Db::open();
    let (project, all) = (db.project, fill(&db, 600).await);
    let run = db.read(move |snap| {
        let mut dice = Dice(11);
        let time = |dice: &mut Dice| all[dice.roll(600) as usize].id.time();
        for round in 0..300 {
            let topic = [None, Some("a.x"), Some("a.*"), Some("*"), Some("#"), Some("nope"), Some("b")];
            let topic = topic[dice.roll(7) as usize].map(TopicPattern::compile);
            let from = dice.maybe(3, time);
            let to = dice.maybe(3, time);
            let ids = dice.maybe(4, |dice| {
                let mut ids: Vec<EventId> = (0..20).map(|_| all[dice.roll(600) as usize].id).collect();
                ids.push(Id::MAX);
                ids.sort_unstable();
                ids.dedup();
                ids
            });
            let upto = all[dice.roll(600) as usize].id;
            let filters = Filters { topic, occurred: Period { from, to }, webhook: None, events: ids };
            let mut one = replay(Id::MIN, "{}", upto);
            one.filters = filters.clone();
            let fits = |event: &&Event| {
                let at = event.id.time();
                filters.fit(event)
                    && event.id <= upto
                    && from.is_none_or(|from| at >= from)
                    && to.is_none_or(|to| at <= to)
                    && filters.events.as_ref().is_none_or(|ids| ids.contains(&event.id))
            };
            let expected: Vec<EventId> = all.iter().filter(fits).map(|event| event.id).collect();
            assert_eq!(count(snap, project, &filters, upto)?, expected.len() as u64, "{round}: {filters:?}");
            for limit in [1, 7, 500] {
                assert_eq!(walk(snap, project, one.clone(), limit)?, expected, "{round}: {filters:?}");
            }
        }
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn a_search_for_rare_events_is_bounded() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let upto = db.write(move |tx| {
        for _ in 0..LOOK + 10 {
            event(tx, project, ids.next(), r#"{"topic":"common"}"#)?;
        }
        Ok(event(tx, project, ids.next(), r#"{"topic":"rare.one"}"#)?.id)
    });
    let upto = upto.await;
    let run = db.read(move |snap| {
        let mut one = replay(Id::MIN, r#"{"topic":"rare.*"}"#, upto);
        let first = next(snap, project, &one, 10)?;
        assert_eq!((first.events.len(), first.end), (0, false));
        one.reached = first.reached;
        let second = next(snap, project, &one, 10)?;
        assert_eq!((second.events.len(), second.reached, second.end), (1, upto, true));
        assert_eq!(count(snap, project, &one.filters, upto)?, 1);
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn large_payloads_come_in_small_numbers() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let body = format!(r#"{{"text":"{}"}}"#, "x".repeat(BYTES / 4));
    let upto = db.write(move |tx| {
        let mut last = Id::MIN;
        for _ in 0..6 {
            last = event(tx, project, ids.next(), &body)?.id;
        }
        Ok(last)
    });
    let one = replay(Id::MIN, "{}", upto.await);
    let found = db.read(move |snap| {
        let first = next(snap, project, &one, 500)?;
        Ok((first.events.len(), first.end, walk(snap, project, one, 500)?.len()))
    });
    assert_eq!(found.await, (4, false, 6));
}

#[tokio::test]
async fn open_deliveries_are_counted_and_ended() {
    let db = Db::open();
    let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
    let run = db.write(move |tx| {
        let mut one = replay(ids.next(), "{}", Id::MAX);
        insert(tx, project, &one)?;
        let event = event(tx, project, ids.next(), "{}")?.id;
        for n in 0..5i64 {
            let id = ids.next();
            delivery(tx, project, id, event, hook)?;
            if n > 0 {
                // One of nobody's, one that was attempted, one that is done, two that wait.
                let sql = "UPDATE deliveries SET replay_id = ?2, attempts = ?3, due_at = ?4 WHERE id = ?1";
                let due = Some(1i64).filter(|_| n != 2);
                tx.exec(sql, params![&id, &one.id, i64::from(n <= 2), due])?;
            }
        }
        assert_eq!((count_open(tx, one.id)?, half_cancelled(tx)?), (3, vec![]));
        one.status = Status::Cancelled;
        update(tx, project, &one)?;
        assert_eq!(half_cancelled(tx)?, [(project, one.id)]);
        let end = |limit| deliveries::end(tx, Of::Replay(one.id), Ended::ReplayCancelled, Timestamp::now(), limit);
        assert_eq!((end(1)?, half_cancelled(tx)?.len()), (1, 1));
        recover(tx, Timestamp::now())?;
        assert_eq!((end(5)?, count_open(tx, one.id)?, half_cancelled(tx)?), (0, 1, vec![]));
        Ok(())
    });
    run.await;
}

#[tokio::test]
async fn nothing_is_scanned() {
    let db = Db::open();
    let run = db.read(|snap| {
        for (sql, part) in [
            (COUNT_ALL, "USING COVERING INDEX sqlite_autoindex_events_1 (project_id=? AND id>? AND id<?)"),
            (COUNT_TOPIC, "USING COVERING INDEX events_topic (project_id=? AND topic=? AND id>? AND id<?)"),
            (COUNT_TOPICS, "USING COVERING INDEX events_topic (project_id=?)"),
            (INACTIVE, "USING INDEX events_inactive (project_id=? AND status=? AND id>? AND id<?)"),
            (WAITING, "USING INDEX events_scheduled (project_id=? AND status=? AND id>? AND id<?)"),
            (OF_TOPIC, "USING COVERING INDEX events_topic (project_id=? AND topic=? AND id>? AND id<?)"),
            (COUNT_OPEN, "USING COVERING INDEX deliveries_replaying (replay_id=? AND attempts>?)"),
            ("SELECT project_id, id FROM replays WHERE status < 2 ORDER BY id", "USING INDEX replays_unfinished"),
            (
                "SELECT id FROM replays WHERE project_id = ?1 AND status = ?4 AND id < ?2 ORDER BY id DESC LIMIT ?3",
                "USING COVERING INDEX replays_status (project_id=? AND status=? AND id<?)",
            ),
            (
                "SELECT project_id, id, webhook_id, status FROM deliveries WHERE attempts = 0 AND replay_id = ?1 AND due_at IS NOT NULL",
                "USING INDEX deliveries_replaying (replay_id=? AND attempts=? AND due_at>?)",
            ),
        ] {
            let plan = plan(snap, sql)?;
            assert!(plan.contains(part) && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
        }
        Ok(())
    });
    run.await;
}
