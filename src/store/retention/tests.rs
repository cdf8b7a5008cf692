//! What goes is what was counted, whatever the filter; what is to stay stays; and no selection
//! looks through a whole table.

use super::super::conformance::{Db, Dice, delivery, event, plan, settled};
use super::super::queue::count_move;
use super::super::{batches, dead_letters};
use super::*;
use crate::base::Timestamp;
use crate::domain::dead_letter::DeadLetter;
use crate::domain::delivery::Status as Sent;
use crate::domain::glob::Glob;
use crate::domain::status::Status;
use crate::domain::webhook::WebhookId;
use crate::params;
use crate::store::batches::NewItem;
use std::collections::BTreeMap;

fn letter(db: &Db, webhook: WebhookId, delivery: RowId, event: RowId) -> DeadLetter {
    let same = |id: RowId| Id::from_bytes(id.as_bytes());
    DeadLetter {
        id: db.ids.next(),
        delivery: same(delivery).and_then(|id: Id<()>| Id::from_bytes(id.as_bytes())),
        event: same(event).and_then(|id: Id<()>| Id::from_bytes(id.as_bytes())),
        webhook: Some(webhook),
        task: None,
        webhook_url: "https://example.com/hook".to_owned(),
        topic: None,
        payload: "{}".to_owned(),
        batch_size: None,
        last_error: "HTTP 500".to_owned(),
        last_response_status: None,
        attempts: 1,
        resolved_at: None,
    }
}

/// Events of four topics, some switched off or waiting, also for others, each with up to three deliveries in all
/// states, attempts, and dead letters for some that failed. Returns the webhooks and an instant
/// in the middle.
async fn filled(db: &Db, events: usize) -> ([WebhookId; 2], Timestamp) {
    let hooks = [db.webhook().await, db.webhook().await];
    let (project, ids) = (db.project, db.ids.clone());
    let mut middle = Timestamp::now();
    let mut dice = Dice(7);
    for n in 0..events {
        let topic = ["a.b", "a.c", "b", ""][dice.roll(4) as usize];
        let body = if topic.is_empty() { "{}".to_owned() } else { format!(r#"{{"topic":"{topic}"}}"#) };
        let (state, rolls): (u64, Vec<(usize, u64)>) =
            (dice.roll(8), (0..dice.roll(4)).map(|_| (dice.roll(2) as usize, dice.roll(5))).collect());
        let ids = ids.clone();
        let made = db
            .write(move |tx| {
                let made = event(tx, project, ids.next(), &body)?.id;
                match state {
                    0 => drop(tx.exec("UPDATE events SET status = 1 WHERE id = ?1", params![&made])?),
                    1 => drop(tx.exec("UPDATE events SET waiting = 1 WHERE id = ?1", params![&made])?),
                    2 => {
                        let (id, webhook, due_at) = (ids.next(), hooks[0], made.time());
                        batches::insert(tx, &NewItem { project, id, webhook, event: made, due_at, payload: None })?;
                    }
                    _ => {}
                }
                let mut failed = Vec::new();
                for (hook, state) in rolls {
                    let id = ids.next();
                    delivery(tx, project, id, made, hooks[hook])?;
                    let sql = "INSERT INTO attempts (delivery_id, n, started_at) VALUES (?1, 1, 0)";
                    tx.exec(sql, params![&id])?;
                    match state {
                        0 => {}
                        1 => {
                            tx.exec("UPDATE deliveries SET status = 1 WHERE id = ?1", params![&id])?;
                            count_move(tx, hooks[hook], id, Sent::Pending, Sent::Failed);
                        }
                        2 => settled(tx, project, id, Sent::Success)?,
                        _ => settled(tx, project, id, Sent::Failed)?,
                    }
                    if state == 3 {
                        failed.push((id, hooks[hook]));
                    }
                }
                Ok((made, failed))
            })
            .await;
        for (id, hook) in made.1 {
            let row = |id: &[u8; 16]| RowId::from_bytes(id).expect("16 bytes");
            let letter = letter(db, hook, row(id.as_bytes()), row(made.0.as_bytes()));
            let resolved = dice.roll(2) == 0;
            db.write(move |tx| {
                dead_letters::record(tx, project, &letter)?;
                if resolved {
                    dead_letters::resolve(tx, project, letter.id, Timestamp::from_secs(7))?;
                }
                Ok(())
            })
            .await;
        }
        if n == events / 2 {
            middle = ids_now(db);
        }
    }
    (hooks, middle)
}

pub(super) fn ids_now(db: &Db) -> Timestamp {
    db.ids.next::<()>().time().plus_micros(1)
}

pub(super) async fn rows(db: &Db, sql: &'static str) -> i64 {
    db.read(move |snap| snap.one(sql, &[], |row| row.int(0))).await
}

#[tokio::test]
async fn what_goes_is_what_was_counted() {
    let glob = |text: &str| Some(Glob::new(text));
    let of = |topic, status| What::Events { topic, status };
    let sent = |topic, status, webhook| What::Deliveries { topic, status, webhook };
    let cases: Vec<Box<dyn Fn([WebhookId; 2]) -> What>> = vec![
        Box::new(move |_| of(None, None)),
        Box::new(move |_| of(glob("a.b"), None)),
        Box::new(move |_| of(glob("a.*"), Some(Status::Active))),
        Box::new(move |_| of(None, Some(Status::Inactive))),
        Box::new(move |_| What::Finished),
        Box::new(move |_| sent(None, None, None)),
        Box::new(move |_| sent(glob("a.?"), None, None)),
        Box::new(move |hooks| sent(None, Some(Sent::Failed), Some(hooks[0]))),
        Box::new(move |_| sent(None, Some(Sent::Success), None)),
        Box::new(move |_| sent(None, Some(Sent::Pending), None)),
        Box::new(move |_| What::DeadLetters { resolved: None, webhook: None }),
        Box::new(move |hooks| What::DeadLetters { resolved: Some(false), webhook: Some(hooks[1]) }),
        Box::new(move |_| What::DeadLetters { resolved: Some(true), webhook: None }),
    ];
    for case in cases {
        let db = Db::open();
        let (hooks, middle) = filled(&db, 60).await;
        let selection = Selection { project: db.project, before: middle, what: case(hooks) };
        for before in [middle, middle.plus_micros(3_600_000_000)] {
            let selection = Selection { before, ..selection.clone() };
            let what = format!("{:?}", selection.what);
            let counted = walk(&db, selection.clone(), false).await;
            let removed = walk(&db, selection.clone(), true).await;
            assert_eq!(counted, removed, "{what}");
            assert_eq!(walk(&db, selection.clone(), false).await.rows, 0, "{what}");
            assert_eq!(walk(&db, selection, true).await, Tally::default(), "{what}");
        }
        assert_eq!(
            rows(
                &db,
                "SELECT COUNT(*) FROM attempts a LEFT JOIN deliveries d ON d.id = a.delivery_id WHERE d.id IS NULL"
            )
            .await,
            0
        );
        assert_eq!(
            rows(&db, "SELECT COUNT(*) FROM deliveries d LEFT JOIN events e ON e.id = d.event_id WHERE e.id IS NULL")
                .await,
            0
        );
        assert_eq!(
            rows(&db, "SELECT COUNT(*) FROM batch_items i LEFT JOIN events e ON e.id = i.event_id WHERE e.id IS NULL")
                .await,
            0
        );
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM dead_letters l LEFT JOIN deliveries d ON d.id = l.delivery_id WHERE d.id IS NULL AND l.delivery_id IS NOT NULL").await, 0);
        assert_eq!(rows(&db, "SELECT COUNT(*) FROM dead_letters l LEFT JOIN events e ON e.id = l.event_id WHERE e.id IS NULL AND l.event_id IS NOT NULL").await, 0);
    }
}

/// Goes through all steps; small ones, so that there are many.
pub(super) async fn walk(db: &Db, selection: Selection, remove: bool) -> Tally {
    let (mut total, mut after, selection) = (Tally::default(), Id::MIN, std::sync::Arc::new(selection));
    for _ in 0..10_000 {
        let selection = selection.clone();
        let step = match remove {
            true => db.write(move |tx| super::remove(tx, &selection, after, 7, || true)).await,
            false => db.read(move |snap| count(snap, &selection, after, 7)).await,
        };
        total += step.tally;
        match step.next {
            Some(next) => after = next,
            None => return total,
        }
    }
    panic!("it never ends");
}

#[tokio::test]
async fn what_waits_or_is_unfinished_stays() {
    let db = Db::open();
    filled(&db, 80).await;
    let before = ids_now(&db).plus_micros(1_000_000);
    let unfinished = rows(&db, "SELECT COUNT(*) FROM deliveries WHERE due_at IS NOT NULL").await;
    let kept = "SELECT COUNT(*) FROM events e WHERE waiting IS NOT NULL OR EXISTS \
                (SELECT 1 FROM deliveries d WHERE d.event_id = e.id AND d.due_at IS NOT NULL)";
    let (kept, letters) = (rows(&db, kept).await, rows(&db, "SELECT COUNT(*) FROM dead_letters").await);
    let counted = "SELECT CAST(SUM(pending + failed + success) AS BIGINT) FROM webhook_days";
    let numbers = rows(&db, counted).await;
    assert!(unfinished > 0 && kept > 0 && letters > 0);
    let all = |what| Selection { project: db.project, before, what };
    walk(&db, all(What::Deliveries { topic: None, status: None, webhook: None }), true).await;
    let collected = "SELECT COUNT(*) FROM batch_items";
    let (waiting, finished) = (rows(&db, collected).await, walk(&db, all(What::Finished), true).await);
    assert!(waiting > 0 && finished.rows > 0 && rows(&db, collected).await == waiting, "nothing that waits for others");
    let gone = walk(&db, all(What::Events { topic: None, status: None }), true).await;
    assert!(gone.collected > 0 && gone.collected as i64 == waiting - rows(&db, collected).await);
    assert_eq!(rows(&db, "SELECT COUNT(*) FROM deliveries").await, unfinished);
    assert_eq!(rows(&db, "SELECT COUNT(*) FROM events").await, kept);
    assert_eq!(rows(&db, "SELECT COUNT(*) FROM dead_letters").await, letters, "they stay without what they tell of");
    let unresolved = rows(&db, "SELECT COUNT(*) FROM dead_letters WHERE resolved_at IS NULL").await;
    assert_eq!(walk(&db, all(What::Resolved), true).await.rows as i64, letters - unresolved);
    assert_eq!(rows(&db, "SELECT COUNT(*) FROM dead_letters").await, unresolved);
    // Pending ones go when asked for by name, and count as failed from then on.
    let pending = rows(&db, "SELECT COUNT(*) FROM deliveries WHERE status = 0").await;
    let what = What::Deliveries { topic: None, status: Some(Sent::Pending), webhook: None };
    assert_eq!(walk(&db, all(what), true).await.rows as i64, pending);
    assert_eq!(rows(&db, counted).await, numbers, "counters stay");
    assert_eq!(
        rows(&db, "SELECT CAST(SUM(pending) AS BIGINT) FROM webhook_days").await,
        rows(&db, "SELECT COUNT(*) FROM deliveries WHERE status = 0").await
    );
}

#[tokio::test]
async fn topics_follow_what_is_removed_and_days_do_not() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    db.write(move |tx| {
        for topic in ["a", "a", "b"] {
            event(tx, project, ids.next(), &format!(r#"{{"topic":"{topic}"}}"#))?;
        }
        Ok(())
    })
    .await;
    let before = ids_now(&db);
    let selection = Selection { project, before, what: What::Events { topic: Some(Glob::new("a")), status: None } };
    assert_eq!(walk(&db, selection, true).await.rows, 2);
    let counts = db
        .read(|snap| {
            let topics = snap.all("SELECT topic, active_events, events FROM topics ORDER BY topic", &[], |row| {
                Ok((row.text(0)?, (row.int(1)?, row.int(2)?)))
            })?;
            let days = snap.one("SELECT events FROM event_days", &[], |row| row.int(0))?;
            Ok((topics.into_iter().collect::<BTreeMap<_, _>>(), days))
        })
        .await;
    assert_eq!(counts, (BTreeMap::from([("a".to_owned(), (0, 2)), ("b".to_owned(), (1, 1))]), 3));
}

#[tokio::test]
async fn a_step_ends_when_its_time_is_over() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    db.write(move |tx| (0..20).try_for_each(|_| event(tx, project, ids.next(), "{}").map(drop))).await;
    let selection = Selection { project, before: ids_now(&db), what: What::Events { topic: None, status: None } };
    let step = db
        .write(move |tx| {
            let left = std::cell::Cell::new(5);
            remove(tx, &selection, Id::MIN, 100, || {
                left.set(left.get() - 1);
                left.get() >= 0
            })
        })
        .await;
    assert_eq!((step.tally.rows, step.next.is_some()), (5, true));
    assert_eq!(rows(&db, "SELECT COUNT(*) FROM events").await, 15);
}

#[tokio::test]
async fn free_space_is_given_back() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let body = format!(r#"{{"topic":"a","payload":{{"x":"{}"}}}}"#, "y".repeat(20_000));
    db.write(move |tx| (0..200).try_for_each(|_| event(tx, project, ids.next(), &body).map(drop))).await;
    let before = rows(&db, "PRAGMA page_count").await;
    let selection = Selection { project, before: ids_now(&db), what: What::Events { topic: None, status: None } };
    walk(&db, selection, true).await;
    let mut steps = 0;
    while db.write(|tx| give_back(tx, 100, || true)).await > 0 {
        steps += 1;
    }
    let after = rows(&db, "PRAGMA page_count").await;
    assert!(steps >= 5 && after < before / 2, "{before} pages became {after} in {steps} steps");
    assert_eq!(rows(&db, "PRAGMA freelist_count").await, 0);
}

#[tokio::test]
async fn nothing_is_found_by_looking_through_a_table() {
    let db = Db::open();
    db.read(|snap| {
        for (sql, index) in [
            (events::ALL, "sqlite_autoindex_events"),
            (events::INACTIVE, "events_inactive"),
            (events::OF_TOPIC, "events_topic"),
            (events::UNFINISHED, "deliveries_event"),
            (events::OF_EVENT, "deliveries_event"),
            (events::COLLECTED, "batch_items_event"),
            (events::COUNT_COLLECTED, "batch_items_event"),
            (events::FORGET_COLLECTED, "batch_items_event"),
            (runs::ALL, "sqlite_autoindex_job_runs"),
            (deliveries::ALL, "sqlite_autoindex_deliveries"),
            (deliveries::OPEN, "deliveries_open"),
            (deliveries::OF_WEBHOOK, "deliveries_webhook"),
            (letters::ALL, "sqlite_autoindex_dead_letters"),
            (letters::UNRESOLVED, "dead_letters_unresolved"),
            (letters::OF_WEBHOOK, "dead_letters_webhook"),
            (letters::RESOLVED, "dead_letters_resolved"),
            (letters::DETACH_EVENT, "dead_letters_of_event"),
            (letters::DETACH_DELIVERY, "dead_letters_of_delivery"),
            (audit::ROWS, "audit_log_project"),
            (audit::ROWS_OF_SERVER, "audit_log_nobody"),
            (audit::PAST, "sqlite_autoindex_past_events"),
            (audit::EVENTS, "sqlite_autoindex_events"),
            ("DELETE FROM attempts WHERE delivery_id = ?1", "sqlite_autoindex_attempts"),
            ("SELECT COUNT(*) FROM deliveries WHERE event_id = ?1", "deliveries_event"),
        ] {
            let plan = plan(snap, sql)?;
            assert!(plan.contains(index) && !plan.contains("SCAN") && !plan.contains("TEMP"), "{sql}: {plan}");
        }
        Ok(())
    })
    .await;
}
