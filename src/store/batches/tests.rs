//! Against a real file: what waits, in which order, and what is left of it.

use super::super::conformance::Db;
use super::*;
use crate::base::Json;
use crate::domain::event::Draft;
use std::time::Duration;

struct Rows {
    db: Db,
    project: ProjectId,
    webhook: WebhookId,
    events: Vec<EventId>,
    now: Timestamp,
}

/// Events of which the third waits longest and the second begins to wait later.
async fn rows() -> Rows {
    let db = Db::open();
    let ids = crate::base::id::IdSource::default();
    let (project, webhook): (ProjectId, WebhookId) = (ids.next(), ids.next());
    let now = Timestamp::from_secs(1_768_473_000);
    let mut events = Vec::new();
    for (n, secs) in [(0, 10), (1, 90), (2, 5)] {
        let body = Json::parse(r#"{"topic":"t","n":1.10}"#).expect("JSON").into_owned();
        let Json::Object(members) = body else { panic!("an object") };
        let event = Draft::read(members, None, now).expect("reads").accept(ids.next());
        events.push(event.id);
        let (id, payload) = (ids.next(), (n == 2).then_some(r#"{"piped":true}"#));
        db.write(move |tx| {
            intake::insert_event(tx, project, &event, Default::default())?;
            let due_at = now.plus(Duration::from_secs(secs));
            insert(tx, &NewItem { project, id, webhook, event: event.id, due_at, payload })
        })
        .await;
    }
    Rows { db, project, webhook, events, now: now.plus(Duration::from_secs(60)) }
}

#[tokio::test]
async fn those_whose_time_has_come_are_shown_the_longest_waiting_first() {
    let Rows { db, project, webhook, events, now } = rows().await;
    let found = db
        .read(move |snap| {
            let mut found = Vec::new();
            each(snap, webhook, now, |item| {
                found.push((item.event.id, item.payload, item.event.payload));
                Ok(true)
            })?;
            Ok((found, queue(snap, webhook, now, 9)?, queue(snap, webhook, now, 1)?, waiting(snap)?))
        })
        .await;
    let (found, queue, counted, all) = found;
    let own = r#"{"n":1.10}"#.to_owned();
    assert_eq!(found, [(events[2], Some(r#"{"piped":true}"#.to_owned()), own.clone()), (events[0], None, own)]);
    let oldest = Timestamp::from_secs(1_768_473_005);
    assert_eq!(queue, Some(Queue { ready: 2, oldest }));
    assert_eq!(counted, Some(Queue { ready: 1, oldest }));
    assert_eq!(all, [(project, webhook, 3)]);
}

#[tokio::test]
async fn what_left_is_counted_once() {
    let Rows { db, project, webhook, events, now } = rows().await;
    let (gone, other) = (events[0], EventId::MAX);
    let counts = db
        .write(move |tx| {
            let mut ids = Vec::new();
            each(tx, webhook, now, |item| {
                ids.push(item.id);
                Ok(true)
            })?;
            let counts = [
                forget_event(tx, Id::MAX, gone)?,
                forget_event(tx, project, other)?,
                forget_event(tx, project, gone)?,
                remove(tx, project, &ids)?,
                forget_project(tx, project, 5)?,
            ];
            Ok((counts, queue(tx, webhook, now, 9)?))
        })
        .await;
    assert_eq!(counts, ([0, 0, 1, 1, 1], None));
}
