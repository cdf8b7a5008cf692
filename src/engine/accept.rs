//! Accepting events: the hot path. Everything that can be decided is decided before the write;
//! one transaction holds the event and its deliveries; the first attempts start after the commit
//! from memory, without reading anything back.

use super::directory::{self, ProjectView};
use super::dispatch::{Carried, Fresh};
use super::router::{self, Route};
use super::{Engine, audit, origins, schemas};
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event::{Draft, Event, MAX_BATCH, MAX_BYTES};
use crate::store::intake::{self, NewDelivery};
use crate::store::{self, Tx};
use std::sync::Arc;

/// Unfinished deliveries of a project at most; beyond, intake waits for the receivers.
const MAX_PENDING: i64 = 1_000_000;

/// What became of an event that was not refused.
#[derive(Debug)]
pub struct Accepted {
    pub event: Arc<Carried>,
    /// Its idempotency key was known: this is the event that has it.
    pub duplicate: bool,
    /// The known event has another topic or payload.
    pub payload_mismatch: bool,
}

/// An event that is ready to be written.
struct Ready {
    event: Arc<Carried>,
    route: Route,
    /// Why the payload does not fit its schema. Such an event is only looked up by its key.
    refused: Option<Error>,
}

/// Accepts one event; returns after it is durable.
pub async fn one(engine: &Arc<Engine>, actor: &Actor, body: Members<'_>, key: Option<&str>) -> Result<Accepted> {
    let view = engine.project(actor.project).await?;
    let now = Timestamp::now();
    admit(&view)?;
    let draft = Draft::read(body, key, now)?;
    directory::spend(&view.live.events, view.project.rate_limit_events_per_minute, 1, now)?;
    let ready = prepare(engine, &view, draft).await?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.append(move |tx| {
        let sender = Some(&actor).filter(|_| engine_.settings.audit_events);
        store(&engine_, tx, &view, ready, sender)?
    });
    write.await
}

/// Accepts a batch: each element stands alone, all accepted ones commit together.
pub async fn batch(engine: &Arc<Engine>, actor: &Actor, events: &[Json<'_>]) -> Result<Vec<Result<Accepted>>> {
    let view = engine.project(actor.project).await?;
    let now = Timestamp::now();
    if events.len() > MAX_BATCH {
        return Err(Error::invalid("events", format!("events must have at most {MAX_BATCH} items")));
    }
    admit(&view)?;
    directory::spend(&view.live.events, view.project.rate_limit_events_per_minute, events.len() as u32, now)?;
    let mut ready = Vec::with_capacity(events.len());
    for item in events {
        ready.push(match read_item(item, now) {
            Ok(draft) => prepare(engine, &view, draft).await,
            Err(refused) => Err(refused),
        });
    }
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut done = Vec::with_capacity(ready.len());
        for item in ready {
            done.push(match item {
                Ok(ready) => store(&engine_, tx, &view, ready, None)?,
                Err(refused) => Err(refused),
            });
        }
        let accepted = done.iter().filter(|item| item.is_ok()).count();
        let counts = serde_json::json!({"accepted": accepted, "rejected": done.len() - accepted});
        audit::record(tx, &engine_, audit::Entry::of(&actor, "event.batch_created", "event", None, counts))?;
        Ok(done)
    });
    write.await
}

/// What must hold before a project may send anything.
fn admit(view: &ProjectView) -> Result<()> {
    view.require_unheld()?;
    if view.live.pending() >= MAX_PENDING {
        let text = "Too many deliveries are waiting. Try again later.";
        return Err(Error::new(Kind::RateLimited, text).retry_after(60));
    }
    Ok(())
}

fn read_item<'a>(item: &Json<'a>, now: Timestamp) -> Result<Draft<'a>> {
    let Json::Object(members) = item else {
        return Err(Error::new(Kind::Invalid, "Body must be a JSON object"));
    };
    if item.to_text().len() > MAX_BYTES {
        return Err(Error::new(Kind::TooLarge, "Payload too large. Maximum is 256 KB."));
    }
    Draft::read(members.clone(), None, now)
}

/// Routes an event and holds it against its schema. 422 at once when it does not fit and has no
/// key by which an earlier one could answer for it.
async fn prepare(engine: &Engine, view: &ProjectView, draft: Draft<'_>) -> Result<Ready> {
    let route = router::route(view, draft.topic.as_deref(), &draft.payload);
    let event = draft.accept(engine.ids.next());
    let refused = schemas::refused(engine, view, event.topic.as_deref(), &event.payload).await?;
    match refused {
        Some(refused) if event.idempotency_key.is_none() => Err(refused),
        refused => Ok(Ready { event: Arc::new(Carried::new(view.project.id, event)), route, refused }),
    }
}

/// Writes an event with its deliveries, or finds the one that has its key. The inner result is the
/// refusal of the event, which has changed nothing.
fn store(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    ready: Ready,
    sender: Option<&Actor>,
) -> Result<Result<Accepted>> {
    let Ready { event, route, refused } = ready;
    let project = view.project.id;
    let known = match &event.idempotency_key {
        Some(key) => intake::find_by_key(tx, project, key)?,
        None => None,
    };
    match (known, refused) {
        (Some(known), _) if known.holds_key(event.occurred_at()) => {
            let payload_mismatch = !known.same_content(&event);
            let event = Arc::new(Carried::new(project, known));
            return Ok(Ok(Accepted { event, duplicate: true, payload_mismatch }));
        }
        (_, Some(refused)) => return Ok(Err(refused)),
        (Some(known), None) => intake::forget_key(tx, project, known.id)?,
        (None, None) => {}
    }
    let origin = sender.map(|sender| origins::resolve(engine, tx, sender)).transpose()?.flatten();
    intake::insert_event(tx, project, &event, route.topic.as_ref(), origin.as_ref())?;
    if event.waiting {
        let (engine, due) = (engine.clone(), event.deliver_at);
        tx.after_commit(move || engine.waiting.set(due));
    } else {
        deliveries(engine, tx, view, &event, &route)?;
    }
    Ok(Ok(Accepted { event, duplicate: false, payload_mismatch: false }))
}

/// Writes one delivery per webhook. Those that a lane has room for are held from birth and
/// handed over in memory after the commit; the rest wait in the table.
pub(super) fn deliveries(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    event: &Arc<Carried>,
    route: &Route,
) -> Result<()> {
    if route.webhooks.is_empty() {
        return Ok(());
    }
    let mut fresh = Vec::new();
    for webhook in route.webhooks.iter() {
        let id = engine.ids.next();
        let place = engine.dispatch.reserve(webhook, event.payload.len());
        let delivery = NewDelivery {
            project: view.project.id,
            id,
            event: event.id,
            webhook: webhook.id,
            due_at: place.due_at.unwrap_or(id.time()),
            claimed: place.held.is_some(),
            priority: 0,
            payload: None,
        };
        intake::insert_delivery(tx, &delivery)?;
        fresh.push(Fresh { id, webhook: webhook.id, due_at: delivery.due_at, held: place.held });
    }
    let (engine, event, live) = (engine.clone(), event.clone(), view.live.clone());
    tx.after_commit(move || {
        live.add_pending(fresh.len() as i64);
        super::dispatch::offer(&engine, &event, fresh);
    });
    Ok(())
}

/// Routes a delayed event whose time has come; false when it was deleted or routed already.
pub(super) fn route_waiting(engine: &Arc<Engine>, tx: &Tx<'_>, view: &ProjectView, event: Event) -> Result<bool> {
    if !store::intake::mark_routed(tx, view.project.id, event.id)? {
        return Ok(false);
    }
    let route = {
        let payload = Json::parse(&event.payload)?;
        router::route(view, event.topic.as_deref(), &payload)
    };
    deliveries(engine, tx, view, &Arc::new(Carried::new(view.project.id, event)), &route)?;
    Ok(true)
}
