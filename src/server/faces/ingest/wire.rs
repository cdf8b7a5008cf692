//! What the face ingest answers, key by key.

use crate::base::{Error, Id, Json, Prefixed, Result, Timestamp};
use crate::domain::attempt::Attempt;
use crate::domain::delivery::DeliveryId;
use crate::domain::event::{EventId, EventTag};
use crate::domain::project::{ProjectId, ProjectTag};
use crate::domain::webhook::WebhookTag;
use crate::engine::ingest::{Item, Shown};
use serde::Serialize;
use serde_json::value::RawValue;

/// The prefixes of ids.
pub(super) const EVENT: &str = "evt_";
pub(super) const ENDPOINT: &str = "ep_";
const ORGANISATION: &str = "org_";
const ATTEMPT: &str = "dat_";

/// The answer to an event that was taken in.
#[derive(Debug, Serialize)]
pub(super) struct Queued {
    id: Prefixed<EventTag>,
    status: &'static str,
    message: &'static str,
}

impl Queued {
    pub fn new(id: EventId, message: &'static str) -> Queued {
        Queued { id: Prefixed(EVENT, id), status: "QUEUED", message }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ListView<'a> {
    pub events: Vec<ItemView<'a>>,
    pub total: i64,
    pub limit: usize,
    pub offset: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct ItemView<'a> {
    id: Prefixed<EventTag>,
    endpoint_id: Option<Prefixed<WebhookTag>>,
    event_type: Option<&'a str>,
    status: &'static str,
    created_at: Timestamp,
}

impl<'a> ItemView<'a> {
    pub fn of(item: &'a Item) -> ItemView<'a> {
        ItemView {
            id: Prefixed(EVENT, item.id),
            endpoint_id: item.endpoint.map(|id| Prefixed(ENDPOINT, id)),
            event_type: item.event_type.as_deref(),
            status: item.progress.as_str(),
            created_at: item.id.time(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct EventView<'a> {
    id: Prefixed<EventTag>,
    org_id: Prefixed<ProjectTag>,
    endpoint_id: Option<Prefixed<WebhookTag>>,
    event_type: Option<&'a str>,
    status: &'static str,
    payload: Box<RawValue>,
    correlation_id: Option<&'a str>,
    attempts: Vec<AttemptView<'a>>,
    created_at: Timestamp,
}

impl<'a> EventView<'a> {
    pub fn of(shown: &'a Shown, project: ProjectId) -> Result<EventView<'a>> {
        let event = &shown.event;
        Ok(EventView {
            id: Prefixed(EVENT, event.id),
            org_id: Prefixed(ORGANISATION, project),
            endpoint_id: shown.endpoint.map(|id| Prefixed(ENDPOINT, id)),
            event_type: event.topic.as_deref(),
            status: shown.progress.as_str(),
            payload: payload(&event.payload, shown.wrapped)?,
            correlation_id: event.correlation_id.as_deref(),
            attempts: shown.attempts.iter().map(|(delivery, attempt)| AttemptView::of(*delivery, attempt)).collect(),
            created_at: event.occurred_at(),
        })
    }
}

/// The payload as it was sent.
fn payload(stored: &str, wrapped: bool) -> Result<Box<RawValue>> {
    let text = match Json::parse(stored)? {
        Json::Object(members) if wrapped => members.get("payload").map(Json::to_text),
        _ => None,
    };
    RawValue::from_string(text.unwrap_or_else(|| stored.to_owned())).map_err(Error::internal)
}

#[derive(Debug, Serialize)]
struct AttemptView<'a> {
    id: Prefixed<()>,
    status_code: Option<u16>,
    response_body: Option<&'a str>,
    duration_ms: Option<u32>,
    created_at: Timestamp,
}

impl<'a> AttemptView<'a> {
    fn of(delivery: DeliveryId, attempt: &'a Attempt) -> AttemptView<'a> {
        AttemptView {
            id: Prefixed(ATTEMPT, attempt_id(delivery, attempt.n)),
            status_code: attempt.response_status,
            response_body: attempt.response_body.as_deref(),
            duration_ms: attempt.latency_ms,
            created_at: attempt.started_at,
        }
    }
}

/// Attempts have numbers: the first is named like its delivery, later ones by the ids behind it.
fn attempt_id(delivery: DeliveryId, n: u32) -> Id<()> {
    let behind = u128::from_be_bytes(*delivery.as_bytes()).wrapping_add(u128::from(n.saturating_sub(1)));
    Id::from_bytes(&behind.to_be_bytes()).unwrap_or(Id::MIN)
}
