//! Events that senders sign for one endpoint: taking them in, looking at them by offset, sending
//! them again. An endpoint is an active webhook; its secrets are those that sign.

use super::accept::Onward;
use super::arrivals::{Arrival, Arrived, Companion, arrive};
use super::audit::{self, Entry};
use super::{Engine, directory::Endpoint};
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::attempt::Attempt;
use crate::domain::condition::Subject;
use crate::domain::delivery::DeliveryId;
use crate::domain::event::{Draft, Event, EventId};
use crate::domain::ingest::{Progress, Sent, is_current};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::store::ingested::{self, Ingested, Query};
use crate::store::{Tx, deliveries, events};
use serde_json::json;
use std::sync::Arc;

/// Deliveries of one event whose attempts are shown.
const SHOWN_DELIVERIES: usize = 50;

/// A request as it was sent to an endpoint; texts are those of its headers.
#[derive(Debug)]
pub struct Post<'a> {
    pub endpoint: Option<WebhookId>,
    pub timestamp: Option<&'a str>,
    pub signature: Option<&'a str>,
    pub event_type: Option<&'a str>,
    pub correlation_id: Option<&'a str>,
    pub body: &'a [u8],
}

/// Checks the signature and accepts the event; returns after it is durable. 404, 401, 400, 422.
pub async fn post(engine: &Arc<Engine>, actor: &Actor, post: Post<'_>) -> Result<EventId> {
    let endpoint = endpoint(engine, actor.project, post.endpoint).await?;
    let timestamp = post.timestamp.unwrap_or_default();
    if !is_current(timestamp, Timestamp::now()) {
        return Err(Error::new(Kind::Unauthorized, "Timestamp outside tolerance"));
    }
    let signed = endpoint.keys.verify_pj(timestamp, post.body, post.signature.unwrap_or_default());
    signed.map_err(|reason| Error::new(Kind::Unauthorized, "Invalid signature").because(reason.as_str()))?;
    let body = read(post.body)?;
    let sent = Sent::read(endpoint.id, body, post.event_type, post.correlation_id)?;
    send(engine, actor, &endpoint, sent, None).await
}

fn read(body: &[u8]) -> Result<Json<'_>> {
    let text = std::str::from_utf8(body).map_err(|e| Error::new(Kind::Malformed, "Invalid JSON body").because(e))?;
    // As everywhere: no body is an object without members.
    if text.trim_ascii().is_empty() { Ok(Json::Object(Default::default())) } else { Json::parse(text) }
}

async fn endpoint(engine: &Arc<Engine>, project: ProjectId, id: Option<WebhookId>) -> Result<Arc<Endpoint>> {
    let view = engine.project(project).await?;
    let found = id.and_then(|id| view.webhook(id).cloned());
    found.ok_or_else(|| Error::not_found("Endpoint"))
}

/// Accepts an event for an endpoint, in the place of another one if that is named.
async fn send(
    engine: &Arc<Engine>,
    actor: &Actor,
    endpoint: &Endpoint,
    sent: Sent<'_>,
    replaces: Option<EventId>,
) -> Result<EventId> {
    let Sent { draft, wrapped } = sent;
    let filters = &endpoint.rules.filters;
    // What the endpoint does not want is done with at once.
    let wanted = filters.is_empty() || filters.hold(&Subject::new(&draft.payload, draft.topic.as_deref()));
    let progress = if wanted { Progress::Queued } else { Progress::Delivered };
    let companion =
        Beside { engine: engine.clone(), actor: actor.clone(), webhook: endpoint.id, progress, wrapped, replaces };
    let arrival = Arrival { project: actor.project, sender: Some(actor.clone()), draft, companion };
    match arrive(engine, arrival).await? {
        Arrived::Stored(event) => Ok(event.id),
        Arrived::Known(id) => Ok(id),
    }
}

/// The row beside the event, and what becomes of the event in whose place it comes.
struct Beside {
    engine: Arc<Engine>,
    actor: Actor,
    webhook: WebhookId,
    progress: Progress,
    wrapped: bool,
    replaces: Option<EventId>,
}

impl Companion for Beside {
    fn keep(self, tx: &Tx<'_>, event: &Event, _: Onward) -> Result<()> {
        let Beside { engine, actor, webhook, progress, wrapped, replaces } = self;
        let row = Ingested { event: event.id, webhook, topic: event.topic.clone(), progress, wrapped };
        ingested::insert(tx, actor.project, &row)?;
        let Some(old) = replaces else { return Ok(()) };
        ingested::replayed(tx, old)?;
        let noted = json!({"event_id": event.id.to_string()});
        audit::record(tx, &engine, Entry::of(&actor, "event.replayed", "event", Some(old.to_string()), noted))
    }
}

/// An event of a list.
#[derive(Debug)]
pub struct Item {
    pub id: EventId,
    /// `None` of events that came otherwise.
    pub endpoint: Option<WebhookId>,
    pub event_type: Option<String>,
    pub progress: Progress,
}

impl From<Ingested> for Item {
    fn from(row: Ingested) -> Item {
        Item { id: row.event, endpoint: Some(row.webhook), event_type: row.topic, progress: row.progress }
    }
}

/// What a list is narrowed to and where it starts.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub endpoint: Option<WebhookId>,
    pub progress: Option<Progress>,
    pub event_type: Option<String>,
    /// Also events that were sent to no endpoint, where nothing is asked that these do not have.
    pub all: bool,
    pub limit: usize,
    pub offset: usize,
}

/// The events that fit, newest first, and how many there are in all.
pub async fn list(engine: &Engine, actor: &Actor, wanted: Wanted) -> Result<(Vec<Item>, i64)> {
    let project = actor.project;
    let read = engine.store.read(move |snap| {
        let (place, topic) = ((wanted.limit, wanted.offset), wanted.event_type.as_deref());
        if !wanted.all || wanted.endpoint.is_some() || wanted.progress.is_some() {
            let Wanted { endpoint, progress, event_type, .. } = wanted;
            let query = Query { webhook: endpoint, topic: event_type, progress };
            let total = ingested::total(snap, project, &query)?;
            // Known from the total: looking for what is not there could take long.
            let rows =
                if is_within(wanted.offset, total) { ingested::list(snap, project, &query, place)? } else { vec![] };
            return Ok((rows.into_iter().map(Item::from).collect(), total));
        }
        let mut items = Vec::new();
        for (id, event_type) in ingested::list_all(snap, project, topic, place)? {
            items.push(match ingested::find(snap, project, id)? {
                Some(row) => Item::from(row),
                None => Item { id, endpoint: None, event_type, progress: elsewhere(snap, id)? },
            });
        }
        Ok((items, ingested::total_all(snap, project, topic)?))
    });
    read.await
}

fn is_within(offset: usize, total: i64) -> bool {
    i64::try_from(offset).is_ok_and(|offset| offset < total)
}

/// The progress of an event that came otherwise: one that nobody wants is done with.
fn elsewhere(snap: &crate::store::Snapshot<'_>, id: EventId) -> Result<Progress> {
    Ok(ingested::progress(snap, id)?.unwrap_or(Progress::Delivered))
}

/// An event with every attempt at it, the earliest first.
#[derive(Debug)]
pub struct Shown {
    pub event: Event,
    pub endpoint: Option<WebhookId>,
    pub progress: Progress,
    /// What was sent was no object, and stands under `payload`.
    pub wrapped: bool,
    pub attempts: Vec<(DeliveryId, Attempt)>,
}

/// 404 `Event not found`.
pub async fn get(engine: &Engine, actor: &Actor, id: Option<EventId>) -> Result<Shown> {
    let (project, id) = (actor.project, id.ok_or_else(|| Error::not_found("Event"))?);
    let read = engine.store.read(move |snap| {
        let event = events::find(snap, project, id)?.ok_or_else(|| Error::not_found("Event"))?;
        let row = ingested::find(snap, project, id)?;
        let progress = row.as_ref().map_or_else(|| elsewhere(snap, id), |row| Ok(row.progress))?;
        let mut attempts = Vec::new();
        for brief in deliveries::of_event(snap, id, SHOWN_DELIVERIES)? {
            attempts.extend(deliveries::attempts(snap, brief.id)?.into_iter().map(|attempt| (brief.id, attempt)));
        }
        attempts.sort_by_key(|(delivery, attempt)| (attempt.started_at, *delivery, attempt.n));
        let (endpoint, wrapped) = row.map_or((None, false), |row| (Some(row.webhook), row.wrapped));
        Ok(Shown { event, endpoint, progress, wrapped, attempts })
    });
    read.await
}

/// Sends an event to its endpoint once more, as a new event with this payload if one is given.
/// 404 when there is no such event, or when its endpoint is none any more.
pub async fn replay(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: Option<EventId>,
    payload: Option<Json<'_>>,
) -> Result<EventId> {
    let Shown { event, endpoint: id, wrapped, .. } = get(engine, actor, id).await?;
    let endpoint = endpoint(engine, actor.project, id).await?;
    let again = Sent { draft: draft(&event, endpoint.id, Json::parse(&event.payload)?), wrapped };
    let sent = match payload {
        None => again,
        Some(payload) => {
            let wrapped = payload.as_object().is_none();
            let inner = |payload| Json::Object([("payload".into(), payload)].into_iter().collect());
            let payload = if wrapped { inner(payload) } else { payload };
            let draft = draft(&event, endpoint.id, payload);
            Sent { draft: Draft { nested: draft.nested && !wrapped, ..draft }, wrapped }
        }
    };
    send(engine, actor, &endpoint, sent, Some(event.id)).await
}

fn draft<'a>(event: &Event, endpoint: WebhookId, payload: Json<'a>) -> Draft<'a> {
    Draft {
        topic: event.topic.clone(),
        payload,
        nested: event.nested,
        idempotency_key: None,
        deliver_at: None,
        only: Some(endpoint),
        source: None,
        correlation_id: event.correlation_id.clone(),
    }
}
