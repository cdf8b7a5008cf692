//! Deliveries on a real file: lists by every filter, endings, retries by hand.

use super::super::conformance::{Db, Dice, delivery, event, pages, plan, settled};
use super::super::webhooks;
use super::*;
use crate::base::Id;
use crate::base::page::Page;
use crate::domain::circuit::Circuit;
use crate::domain::query::Period;

/// A delivery as the model knows it.
#[derive(Debug, Clone)]
struct Known {
    id: DeliveryId,
    event: EventId,
    webhook: WebhookId,
    replay: Option<ReplayId>,
    status: Status,
    held_back: bool,
}

impl Known {
    fn fits(&self, query: &DeliveryQuery) -> bool {
        let at = self.id.time();
        let status = match query.status {
            None => true,
            Some(StatusFilter::Is(status)) => status == self.status,
            Some(StatusFilter::CircuitOpen) => self.held_back,
        };
        status
            && query.webhook.is_none_or(|id| id == self.webhook)
            && query.event.is_none_or(|id| id == self.event)
            && query.replay.is_none_or(|id| Some(id) == self.replay)
            && query.created.from.is_none_or(|from| at >= from)
            && query.created.to.is_none_or(|to| at <= to)
    }
}

const REOPEN: Timestamp = Timestamp::from_secs(4_000_000_000);

/// Stores deliveries of three webhooks, the last one with an open circuit.
fn fill(tx: &Tx<'_>, db: (ProjectId, &crate::base::id::IdSource), hooks: [WebhookId; 3]) -> Result<Vec<Known>> {
    let ((project, ids), mut dice, mut all) = (db, Dice(3), Vec::new());
    webhooks::set_circuit(
        tx,
        hooks[2],
        &Circuit { state: State::Open, failures: 5, reopen_at: Some(REOPEN), ..Circuit::default() },
    )?;
    let replays: [ReplayId; 2] = [ids.next(), ids.next()];
    for _ in 0..60 {
        let event = event(tx, project, ids.next(), r#"{"topic":"a.b","payload":{"n":1}}"#)?.id;
        for _ in 0..dice.roll(8) {
            let (id, webhook) = (ids.next(), hooks[dice.roll(3) as usize]);
            delivery(tx, project, id, event, webhook)?;
            let status = [Status::Pending, Status::Failed, Status::Success, Status::Success][dice.roll(4) as usize];
            if status != Status::Pending {
                settled(tx, project, id, status)?;
            }
            let later = dice.roll(4) == 0;
            if later && status == Status::Pending {
                let sql = "UPDATE deliveries SET due_at = ?3 WHERE project_id = ?1 AND id = ?2";
                tx.exec(sql, params![&project, &id, REOPEN.plus_micros(1)])?;
            }
            let replay = dice.maybe(3, |d| replays[d.roll(2) as usize]);
            tx.exec("UPDATE deliveries SET replay_id = ?2 WHERE id = ?1", params![&id, replay.as_ref()])?;
            let held_back = webhook == hooks[2] && status == Status::Pending && !later;
            all.push(Known { id, event, webhook, replay, status, held_back });
        }
    }
    Ok(all)
}

#[tokio::test]
async fn lists_agree_with_a_look_at_everything() {
    let db = Db::open();
    let hooks = [db.webhook().await, db.webhook().await, db.webhook().await];
    let (project, ids) = (db.project, db.ids.clone());
    let all = db.write(move |tx| fill(tx, (project, &ids), hooks)).await;
    db.read(move |snap| {
        let mut dice = Dice(4);
        let statuses =
            [StatusFilter::Is(Status::Pending), StatusFilter::Is(Status::Failed), StatusFilter::Is(Status::Success)];
        for round in 0..600 {
            let one = |d: &mut Dice| all[d.roll(all.len() as u64) as usize].clone();
            let query = DeliveryQuery {
                status: dice.maybe(2, |d| *statuses.get(d.roll(4) as usize).unwrap_or(&StatusFilter::CircuitOpen)),
                webhook: dice.maybe(2, |d| one(d).webhook),
                event: dice.maybe(4, |d| one(d).event),
                replay: dice.maybe(4, |d| one(d).replay).flatten(),
                created: Period { from: dice.maybe(4, |d| one(d).id.time()), to: dice.maybe(4, |d| one(d).id.time()) },
            };
            let expected = all.iter().rev().filter(|known| known.fits(&query)).map(|known| known.id);
            let limit = 1 + dice.roll(30) as usize;
            let found: Vec<Found> = pages(limit, |page| list(snap, project, &query, page))?;
            assert!(found.iter().map(|f| f.delivery.id).eq(expected), "round {round}: {query:?}");
            if query.status != Some(StatusFilter::CircuitOpen) {
                let lines: Vec<Line> = pages(limit, |page| list(snap, project, &query, page))?;
                assert!(lines.iter().map(|line| line.id).eq(found.iter().map(|f| f.delivery.id)), "round {round}");
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_not_of_the_project_is_not_there() {
    let db = Db::open();
    let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
    let (id, event) = (ids.next(), ids.next());
    db.write(move |tx| delivery(tx, project, id, event, hook)).await;
    db.read(move |snap| {
        let other: ProjectId = Id::MIN;
        assert!(find(snap, other, id)?.is_none());
        for query in [
            DeliveryQuery { webhook: Some(hook), ..DeliveryQuery::default() },
            DeliveryQuery { event: Some(event), ..DeliveryQuery::default() },
            DeliveryQuery { status: Some(StatusFilter::Is(Status::Pending)), ..DeliveryQuery::default() },
        ] {
            let count = |project| {
                let page = list::<Line>(snap, project, &query, Page { limit: 9, before: None })?;
                Ok::<_, crate::base::Error>(page.rows.len())
            };
            assert_eq!((count(project)?, count(other)?), (1, 0));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn endings_reach_what_is_due_in_bounded_steps() {
    let db = Db::open();
    let (project, ids) = (db.project, db.ids.clone());
    let (hook, spared) = (db.webhook().await, db.webhook().await);
    let now = Timestamp::now();
    let (one, two, rest, done) = db
        .write(move |tx| {
            let event = event(tx, project, ids.next(), "{}")?.id;
            let all: Vec<DeliveryId> = (0..5).map(|_| ids.next()).collect();
            for id in &all {
                delivery(tx, project, *id, event, hook)?;
            }
            delivery(tx, project, ids.next(), event, spared)?;
            settled(tx, project, all[0], Status::Success)?;
            tx.exec("UPDATE deliveries SET claimed = 1 WHERE id = ?1", params![&all[1]])?;
            let before = ids.next();
            delivery(tx, project, ids.next(), event, hook)?;
            let step = || end(tx, Of::Webhook(hook, before), Ended::WebhookInactive, now, 3);
            Ok((step()?, step()?, step()?, all))
        })
        .await;
    assert_eq!((one, two, rest), (3, 1, 0));
    db.read(move |snap| {
        let kept = find(snap, project, done[0])?.expect("there").delivery;
        assert_eq!((kept.status, kept.error), (Status::Success, None));
        for id in &done[1..] {
            let ended = find(snap, project, *id)?.expect("there").delivery;
            assert_eq!((ended.status, ended.due_at, ended.claimed), (Status::Failed, None, false));
            assert_eq!(ended.error.as_deref(), Some("Webhook inactive"));
        }
        let numbers = webhooks::numbers(snap, hook, 0)?;
        assert_eq!((numbers.pending, numbers.failed, numbers.success), (1, 4, 1), "the newer one is spared");
        assert_eq!(webhooks::numbers(snap, spared, 0)?.pending, 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_new_cycle_shows_nothing_of_the_old_one() {
    let db = Db::open();
    let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
    let (id, now) = (ids.next(), Timestamp::now());
    let attempted = db.write(move |tx| {
        let event = event(tx, project, ids.next(), r#"{"topic":"a.b","payload":{"n":1}}"#)?.id;
        delivery(tx, project, id, event, hook)?;
        settled(tx, project, id, Status::Failed)?;
        let sql = "INSERT INTO attempts (seq, delivery_id, n, started_at, latency_ms, response_status, error, destination_ip, request_headers) \
                   VALUES (1, ?1, 1, ?2, 12, 500, 'HTTP 500', '192.0.2.7', '{}')";
        tx.exec(sql, params![&id, now])?;
        tx.exec("UPDATE deliveries SET response_status = 500, latency_ms = 12, error = 'HTTP 500' WHERE id = ?1", params![&id])?;
        let before = find(tx, project, id)?.expect("there");
        restart(tx, project, &before.delivery, now)?;
        let after = find(tx, project, id)?.expect("there");
        Ok((before, after, attempts(tx, id)?, webhooks::last_attempt(tx, hook)?))
    });
    let (before, after, attempts, last) = attempted.await;
    let source = before.source.expect("the body was not kept");
    assert_eq!((source.payload.as_str(), source.nested), (r#"{"n":1}"#, true));
    assert_eq!(before.last.as_ref(), attempts.first());
    assert_eq!(before.delivery.topic.as_deref(), Some("a.b"));
    assert!(after.last.is_none() && after.source.is_none());
    let delivery = after.delivery;
    assert_eq!((delivery.status, delivery.attempts, delivery.cycle_start), (Status::Pending, 1, 1));
    assert_eq!((delivery.due_at, delivery.response_status, delivery.error), (Some(now), None, None));
    assert_eq!(attempts.len(), 1);
    assert_eq!(last.map(|l| (l.started_at, l.response_status)), Some((now, Some(500))));
}

#[tokio::test]
async fn only_what_waited_for_the_circuit_comes_forward() {
    let db = Db::open();
    let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
    let now = Timestamp::now();
    let due = db.write(move |tx| {
        let all: Vec<DeliveryId> = (0..4).map(|_| ids.next()).collect();
        for (id, due_at) in all.iter().zip([REOPEN, REOPEN, REOPEN.plus_micros(1), REOPEN]) {
            delivery(tx, project, *id, ids.next(), hook)?;
            tx.exec("UPDATE deliveries SET due_at = ?2 WHERE id = ?1", params![id, due_at])?;
        }
        tx.exec("UPDATE deliveries SET priority = 1 WHERE id = ?1", params![&all[3]])?;
        let steps: Vec<usize> = (0..3).map(|_| bring_forward(tx, hook, REOPEN, now, 2)).collect::<Result<_>>()?;
        assert_eq!(steps, [2, 1, 0]);
        all.iter().map(|id| Ok(find(tx, project, *id)?.expect("there").delivery.due_at)).collect::<Result<Vec<_>>>()
    });
    assert_eq!(due.await, [Some(now), Some(now), Some(REOPEN.plus_micros(1)), Some(now)]);
}

#[tokio::test]
async fn lists_read_their_index_alone() {
    let db = Db::open();
    db.read(|snap| {
        for (sql, index) in
            [(PENDING, "open"), (FAILED, "open"), (OF_WEBHOOK, "webhook"), (OF_EVENT, "event"), (OF_REPLAY, "replay")]
        {
            let plan = plan(snap, sql)?;
            assert!(
                plan.starts_with(&format!("SEARCH deliveries USING COVERING INDEX deliveries_{index} (")),
                "{plan}"
            );
            assert!(!plan.contains("TEMP B-TREE"), "{plan}");
        }
        Ok(())
    })
    .await;
}
