//! Progress and totals under everything that happens to deliveries.

use super::super::conformance::{Db, delivery, event, result};
use super::super::deliveries::{self, Of};
use super::super::queue::{self, Settled, Settling, Want};
use super::*;
use crate::base::Timestamp;
use crate::domain::delivery::Ended;

async fn sent(db: &Db, webhook: WebhookId, topic: Option<&'static str>) -> EventId {
    let (project, ids) = (db.project, db.ids.clone());
    let write = db.write(move |tx| {
        let id: EventId = ids.next();
        event(tx, project, id, "{}")?;
        delivery(tx, project, ids.next(), id, webhook)?;
        let topic = topic.map(str::to_owned);
        insert(tx, project, &Ingested { event: id, webhook, topic, progress: Progress::Queued, wrapped: false })?;
        Ok(id)
    });
    write.await
}

async fn attempt(db: &Db, webhook: WebhookId, ends: (Status, bool)) {
    let (project, seq, now) = (db.project, db.ids.next::<()>().tick(), Timestamp::now());
    let write = db.write(move |tx| {
        let found = queue::claim(tx, webhook, now, Want { limit: 1, bytes: 1000, behind: true })?;
        let due = found.due.first().expect("due");
        let settled = Settled {
            event: due.event.id,
            directed: true,
            claim: due.claim,
            was: due.status,
            status: ends.0,
            attempt: due.attempts + 1,
            due_at: Some(now).filter(|_| ends.1),
            response_status: None,
            ..result(project, due.id, webhook)
        };
        assert_eq!(queue::settle(tx, &settled, seq)?, Settling::Settled);
        Ok(())
    });
    write.await;
}

/// The progress of an event, and whether the totals are what the rows say.
async fn stands(db: &Db, id: EventId) -> Progress {
    let project = db.project;
    let read = db.read(move |snap| {
        for progress in Progress::ALL.into_iter().map(Some).chain([None]) {
            for topic in [None, Some("a".to_owned()), Some("b".to_owned())] {
                let query = Query { progress, topic, webhook: None };
                let rows = list(snap, project, &query, (100, 0))?.len();
                assert_eq!(total(snap, project, &query)?, rows as i64, "{query:?}");
            }
        }
        Ok(find(snap, project, id)?.expect("stored").progress)
    });
    read.await
}

#[tokio::test]
async fn progress_follows_the_deliveries() {
    let db = Db::open();
    let hook = db.webhook().await;
    let id = sent(&db, hook, Some("a")).await;
    assert_eq!(stands(&db, id).await, Progress::Queued);
    attempt(&db, hook, (Status::Failed, true)).await;
    assert_eq!(stands(&db, id).await, Progress::Retrying);
    attempt(&db, hook, (Status::Success, false)).await;
    assert_eq!(stands(&db, id).await, Progress::Delivered);
    let failed = sent(&db, hook, None).await;
    attempt(&db, hook, (Status::Failed, false)).await;
    assert_eq!(stands(&db, failed).await, Progress::Failed);
    let ended = sent(&db, hook, Some("b")).await;
    db.write(move |tx| deliveries::end(tx, Of::Event(ended), Ended::EventDeleted, Timestamp::now(), 10)).await;
    assert_eq!(stands(&db, ended).await, Progress::Failed);
    db.write(move |tx| replayed(tx, failed)).await;
    db.write(move |tx| refresh(tx, failed)).await;
    assert_eq!(stands(&db, failed).await, Progress::Replayed, "for good");
    db.write(move |tx| remove(tx, ended)).await;
    assert_eq!(stands(&db, id).await, Progress::Delivered);
    db.write(move |tx| refresh(tx, ended)).await;
}

#[tokio::test]
async fn lists_are_narrowed_and_start_anywhere() {
    let db = Db::open();
    let (one, two, project) = (db.webhook().await, db.webhook().await, db.project);
    let mut all = Vec::new();
    for n in 0..6 {
        all.insert(0, sent(&db, if n % 2 == 0 { one } else { two }, Some(if n < 3 { "a" } else { "b" })).await);
    }
    let look = async |query: Query, limit, offset| {
        let read = db.read(move |snap| {
            let rows = list(snap, project, &query, (limit, offset))?.into_iter().map(|row| row.event);
            Ok((rows.collect::<Vec<_>>(), total(snap, project, &query)?))
        });
        read.await
    };
    assert_eq!(look(Query::default(), 2, 0).await, (all[..2].to_vec(), 6));
    assert_eq!(look(Query::default(), 10, 4).await, (all[4..].to_vec(), 6));
    assert_eq!(look(Query::default(), 10, usize::MAX).await, (vec![], 6));
    let of_one = Query { webhook: Some(one), ..Query::default() };
    assert_eq!(look(of_one.clone(), 10, 1).await, (vec![all[3], all[5]], 3));
    let both = Query { topic: Some("b".to_owned()), ..of_one };
    assert_eq!(look(both.clone(), 10, 0).await, (vec![all[1]], 1));
    let queued = Query { progress: Some(Progress::Queued), ..both.clone() };
    assert_eq!(look(queued, 10, 0).await, (vec![all[1]], 1));
    let failed = Query { progress: Some(Progress::Failed), ..both };
    assert_eq!(look(failed, 10, 0).await, (vec![], 0));
    let other = db.ids.next();
    let strangers =
        db.read(move |snap| Ok((list(snap, other, &Query::default(), (9, 0))?, total_all(snap, other, None)?)));
    assert_eq!(strangers.await, (vec![], 0));
    let events =
        db.read(move |snap| Ok((list_all(snap, project, None, (2, 1))?, total_all(snap, project, None)?))).await;
    assert_eq!(events, (vec![(all[1], None), (all[2], None)], 6));
}
