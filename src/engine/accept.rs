//! Accepting events: the hot path. Everything that can be decided is decided before the write;
//! one transaction holds the event and its deliveries; the first attempts start after the commit
//! from memory, without reading anything back.

use super::directory::{self, ProjectView};
use super::dispatch::{Carried, Fresh};
use super::router::{self, Route};
use super::{Engine, audit, origins};
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event::{Draft, Event, EventId, MAX_BATCH, MAX_BYTES};
use crate::domain::webhook::WebhookId;
use crate::store::intake::{self, NewDelivery, OriginId};
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
#[derive(Debug)]
pub(super) struct Ready {
    event: Arc<Carried>,
    route: Route,
}

impl Ready {
    pub fn id(&self) -> EventId {
        self.event.id
    }

    /// The rows that it takes.
    pub fn rows(&self) -> usize {
        1 + self.route.webhooks.len()
    }
}

/// Accepts one event; returns after it is durable.
pub async fn one(engine: &Arc<Engine>, actor: &Actor, body: Members<'_>, key: Option<&str>) -> Result<Accepted> {
    let view = engine.project(actor.project).await?;
    let now = Timestamp::now();
    admit(&view)?;
    let draft = Draft::read(body, key, now)?;
    directory::spend(&view.live.events, view.project.rate_limit_events_per_minute, 1, now)?;
    let ready = prepare(engine, &view, draft);
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.append(move |tx| {
        let origin = match engine_.settings.audit_events {
            true => origins::resolve(&engine_, tx, &actor)?,
            false => None,
        };
        store(&engine_, tx, &view, ready, origin.as_ref())
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
    let ready: Vec<Result<Ready>> =
        events.iter().map(|item| read_item(item, now).map(|draft| prepare(engine, &view, draft))).collect();
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut done = Vec::with_capacity(ready.len());
        for item in ready {
            done.push(match item {
                Ok(ready) => Ok(store(&engine_, tx, &view, ready, None)?),
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
pub(super) fn admit(view: &ProjectView) -> Result<()> {
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

fn prepare(engine: &Engine, view: &ProjectView, draft: Draft<'_>) -> Ready {
    let route = router::route(view, draft.topic.as_deref(), &draft.payload);
    ready(engine, view, draft, route)
}

/// Prepares an event of the server's own, for one webhook alone if one is named.
pub(super) fn own(engine: &Engine, view: &ProjectView, draft: Draft<'_>, only: Option<WebhookId>) -> Ready {
    let Some(webhook) = only else { return prepare(engine, view, draft) };
    let route = router::route_to(view, webhook, draft.topic.as_deref(), &draft.payload);
    ready(engine, view, draft, route)
}

fn ready(engine: &Engine, view: &ProjectView, draft: Draft<'_>, route: Route) -> Ready {
    let event = draft.accept(engine.ids.next());
    Ready { event: Arc::new(Carried::new(view.project.id, event)), route }
}

/// Writes an event with its deliveries, or finds the one that has its key.
pub(super) fn store(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    ready: Ready,
    origin: Option<&OriginId>,
) -> Result<Accepted> {
    let Ready { event, route } = ready;
    let project = view.project.id;
    if let Some(key) = &event.idempotency_key
        && let Some(known) = intake::find_by_key(tx, project, key)?
    {
        if known.holds_key(event.occurred_at()) {
            let payload_mismatch = !known.same_content(&event);
            return Ok(Accepted { event: Arc::new(Carried::new(project, known)), duplicate: true, payload_mismatch });
        }
        intake::forget_key(tx, project, known.id)?;
    }
    intake::insert_event(tx, project, &event, route.topic.as_ref(), origin)?;
    if event.waiting {
        let (engine, due) = (engine.clone(), event.deliver_at);
        tx.after_commit(move || engine.waiting.set(due));
    } else {
        deliveries(engine, tx, view, &event, &route)?;
    }
    Ok(Accepted { event, duplicate: false, payload_mismatch: false })
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
