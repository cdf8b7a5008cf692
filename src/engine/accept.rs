//! Accepting events: the hot path. Everything that can be decided is decided before the write;
//! one transaction holds the event and its deliveries; the first attempts start after the commit
//! from memory, without reading anything back.

use super::directory::{self, Endpoint, Live, ProjectView};
use super::dispatch::{Carried, Fresh, Place};
use super::router::{self, Derived, Piped, Route};
use super::{Engine, audit, batches, origins, schemas};
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::delivery::DeliveryId;
use crate::domain::event::{Draft, Event, EventId, EventTag, MAX_BATCH, MAX_BYTES};
use crate::domain::stream::Message;
use crate::store::Tx;
use crate::store::intake::{self, Beside, NewDelivery, OriginId};
use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;

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
    pub onward: Onward,
}

/// What happens to an event after the write that stored it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// Nobody wants it.
    Nowhere,
    /// It goes out later.
    Waits,
    /// A first attempt starts at once.
    Starts,
}

/// An event that is ready to be written, and the events that pipelines make of it.
#[derive(Debug)]
pub(super) struct Ready {
    event: Arc<Carried>,
    route: Route,
    derived: Vec<Ready>,
    /// Why the payload does not fit its schema. Such an event is only looked up by its key.
    refused: Option<Error>,
    /// It has its place in the order of commits.
    numbered: bool,
    /// The body by which it came, if it came by a source.
    pub(super) raw: Option<Bytes>,
}

impl Ready {
    /// Gives the event, and those derived from it, ids in the order in which they are written, and
    /// tells its own. Only within the write that stores it: streams resume by ids, so an id must
    /// never come to light after a higher one. What was told of the id before is void.
    pub(super) fn number(&mut self, engine: &Engine, parent: Option<EventId>) -> EventId {
        if !std::mem::replace(&mut self.numbered, true) {
            let id = engine.ids.next();
            if let Some(event) = Arc::get_mut(&mut self.event) {
                event.number(id, parent);
            }
            for derived in &mut self.derived {
                derived.number(engine, Some(id));
            }
        }
        self.event.id
    }

    /// The rows that it takes.
    pub fn rows(&self) -> usize {
        let derived: usize = self.derived.iter().map(Ready::rows).sum();
        1 + self.route.direct.len() + self.route.piped.len() + derived
    }
}

/// Accepts one event; returns after it is durable.
pub async fn one(engine: &Arc<Engine>, actor: &Actor, body: Members<'_>, key: Option<&str>) -> Result<Accepted> {
    let view = engine.project(actor.project).await?;
    let now = Timestamp::now();
    engine.replays.make_way(now);
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
    engine.replays.make_way(now);
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

/// Routes an event and holds it against its schema. 422 at once when it does not fit and has no
/// key by which an earlier one could answer for it.
pub(super) async fn prepare(engine: &Engine, view: &ProjectView, draft: Draft<'_>) -> Result<Ready> {
    let (id, topic) = (engine.ids.next::<EventTag>(), draft.topic.as_deref());
    let route = match draft.only {
        _ if draft.deliver_at.is_some_and(|at| at > id.time()) => Route::later(view, topic),
        Some(webhook) => router::route_to(view, webhook, topic, &draft.payload),
        None => router::route(view, topic, &draft.payload),
    };
    let event = draft.accept(id);
    let refused = schemas::refused(engine, view, event.topic.as_deref(), &event.payload).await?;
    match refused {
        Some(refused) if event.idempotency_key.is_none() => Err(refused),
        refused => Ok(Ready { refused, ..ready(engine, view, event, route) }),
    }
}

/// Takes the derived events out of a route and routes them.
fn ready(engine: &Engine, view: &ProjectView, event: Event, mut route: Route) -> Ready {
    let derive = |derived: Derived| {
        let Derived { topic, payload, delay, .. } = derived;
        let event = event.derive(engine.ids.next(), topic, &payload, delay);
        let topic = event.topic.as_deref();
        let route = match event.waiting {
            true => Route::later(view, topic),
            false => router::route_derived(view, topic, &payload),
        };
        Ready {
            event: Arc::new(Carried::new(view.project.id, event)),
            route,
            derived: Vec::new(),
            refused: None,
            numbered: false,
            raw: None,
        }
    };
    let derived = std::mem::take(&mut route.derived).into_iter().map(derive).collect();
    let event = Arc::new(Carried::new(view.project.id, event));
    Ready { event, route, derived, refused: None, numbered: false, raw: None }
}

/// Writes an event with its deliveries, or finds the one that has its key. The inner result is the
/// refusal of the event, which has changed nothing.
pub(super) fn store(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    mut ready: Ready,
    sender: Option<&Actor>,
) -> Result<Result<Accepted>> {
    ready.number(engine, None);
    let (project, event) = (view.project.id, ready.event.clone());
    let known = match &event.idempotency_key {
        Some(key) => intake::find_by_key(tx, project, key)?,
        None => None,
    };
    match (known, ready.refused.take()) {
        (Some(known), _) if known.holds_key(event.occurred_at()) => {
            let payload_mismatch = !known.same_content(&event);
            let event = Arc::new(Carried::new(project, known));
            return Ok(Ok(Accepted { event, duplicate: true, payload_mismatch, onward: Onward::Nowhere }));
        }
        (_, Some(refused)) => return Ok(Err(refused)),
        (Some(known), None) => intake::forget_key(tx, project, known.id)?,
        (None, None) => {}
    }
    let origin = sender.map(|sender| origins::resolve(engine, tx, sender)).transpose()?.flatten();
    let onward = write(engine, tx, view, ready, origin.as_ref())?;
    Ok(Ok(Accepted { event, duplicate: false, payload_mismatch: false, onward }))
}

/// Writes an event, its deliveries, and the same for the events derived from it.
fn write(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    ready: Ready,
    origin: Option<&OriginId>,
) -> Result<Onward> {
    let Ready { event, route, derived, raw, .. } = ready;
    let beside = Beside { topic: route.topic.as_ref(), origin, raw: raw.as_deref() };
    intake::insert_event(tx, view.project.id, &event, beside)?;
    let counter = route.events.clone();
    tx.after_commit(move || {
        counter.inc();
    });
    announce(engine, tx, &event);
    let onward = if event.waiting {
        let (engine, due) = (engine.clone(), event.deliver_at);
        tx.after_commit(move || engine.waiting.set(due));
        Onward::Waits
    } else {
        deliveries(engine, tx, view, &event, route)?
    };
    derived.into_iter().try_for_each(|derived| write(engine, tx, view, derived, None).map(drop))?;
    Ok(onward)
}

/// Tells the streams of a new event, if there are any.
fn announce(engine: &Arc<Engine>, tx: &Tx<'_>, event: &Arc<Carried>) {
    if engine.bus.has_listeners(event.project) {
        let (engine, event) = (engine.clone(), event.clone());
        tx.after_commit(move || engine.bus.publish(event.project, Message::created(&event)));
    }
}

/// Writes the deliveries of a route. Those that a lane has room for are held from birth and handed
/// over in memory after the commit; the rest wait in the table.
fn deliveries(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    view: &ProjectView,
    event: &Arc<Carried>,
    route: Route,
) -> Result<Onward> {
    let wanted = route.direct.len() + route.piped.len();
    let mut fresh = Vec::with_capacity(wanted);
    for endpoint in route.direct.iter() {
        fresh.extend(first(engine, tx, &view.live, event, endpoint, None)?);
    }
    for piped in route.piped {
        fresh.extend(first(engine, tx, &view.live, event, &piped.endpoint.clone(), Some(piped))?);
    }
    let onward = match wanted {
        0 => Onward::Nowhere,
        _ if fresh.iter().any(|fresh| fresh.held.is_some()) => Onward::Starts,
        _ => Onward::Waits,
    };
    if fresh.is_empty() {
        return Ok(onward);
    }
    let (engine, event, live) = (engine.clone(), event.clone(), view.live.clone());
    tx.after_commit(move || {
        live.add_pending(fresh.len() as i64);
        super::dispatch::offer(&engine, &event, fresh);
    });
    Ok(onward)
}

/// Writes the delivery of an event to one webhook; none yet where it waits for others to go with.
fn first(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    live: &Arc<Live>,
    event: &Carried,
    endpoint: &Endpoint,
    piped: Option<Piped>,
) -> Result<Option<Fresh>> {
    let id: DeliveryId = engine.ids.next();
    let (pipeline, delay) = piped.as_ref().map_or((None, Duration::ZERO), |p| (Some(p.pipeline), p.delay));
    let payload = piped.and_then(|piped| piped.payload);
    if let Some(batch) = endpoint.rules.batch {
        let (of, to) = ((event.project, event.id), (endpoint.id, batch));
        return batches::collect((engine, live), tx, of, to, (payload.as_deref(), delay)).map(|()| None);
    }
    let place = match delay.is_zero() {
        true => engine.dispatch.reserve(endpoint, event.payload.len() + payload.as_ref().map_or(0, String::len), false),
        false => Place { held: None, due_at: Some(id.time().plus(delay)) },
    };
    let delivery = NewDelivery {
        project: event.project,
        id,
        event: event.id,
        webhook: endpoint.id,
        due_at: place.due_at.unwrap_or(id.time()),
        claimed: place.held.is_some(),
        priority: 0,
        payload: payload.as_deref(),
        pipeline,
        replay: None,
    };
    intake::insert_delivery(tx, &delivery)?;
    let due_at = delivery.due_at;
    // Only what is held is sent from memory.
    let payload = payload.filter(|_| place.held.is_some());
    Ok(Some(Fresh { id, webhook: endpoint.id, due_at, payload, replay: None, held: place.held }))
}

/// Routes a delayed event whose time has come; false when it was deleted or routed already.
pub(super) fn route_waiting(engine: &Arc<Engine>, tx: &Tx<'_>, view: &ProjectView, event: Event) -> Result<bool> {
    if !intake::mark_routed(tx, view.project.id, event.id)? {
        return Ok(false);
    }
    let route = router::route_stored(view, &event)?;
    let Ready { event, route, derived, .. } = ready(engine, view, event, route);
    deliveries(engine, tx, view, &event, route)?;
    derived.into_iter().try_for_each(|derived| write(engine, tx, view, derived, None).map(drop))?;
    Ok(true)
}
