//! Events in: one, or a batch.

pub(super) mod about;

use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::event::{EventTag, PayloadHash};
use crate::engine::accept::{self, Accepted};
use crate::server::headers::IDEMPOTENCY_REPLAYED;
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

/// Largest body of a batch, in bytes; each event in it is held to the usual limit.
const BATCH_BODY: usize = 10 * 1024 * 1024;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/events",       Access::EVENTS_WRITE, send).about(about::send)
        .post("/send",         Access::EVENTS_WRITE, send).about(about::send)
        .post("/events/batch", Access::EVENTS_WRITE, batch).body_limit(BATCH_BODY).about(about::batch)
}

/// The answer for one event; `payload` stands only in batches.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AcceptedEvent")]
struct AcceptedView<'a> {
    event_id: Id<EventTag>,
    payload_hash: PayloadHash,
    id: Id<EventTag>,
    topic: Option<&'a str>,
    status: &'static str,
    occurred_at: Timestamp,
    deliver_at: Option<Timestamp>,
    idempotency_key: Option<&'a str>,
    inserted_at: Timestamp,
    duplicate: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    payload_mismatch: bool,
}

/// The key in the header. 422 when it is no text: an event whose key was dropped would be doubled
/// by the next try.
fn header_key(bytes: Option<&[u8]>) -> Result<Option<&str>> {
    let text = bytes.map(std::str::from_utf8).transpose();
    let text = text.map_err(|e| Error::invalid("idempotency_key", "idempotency_key must be UTF-8 text").because(e))?;
    Ok(text.map(str::trim))
}

async fn send(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let key = header_key(cx.header_bytes("x-idempotency-key"))?;
    let accepted = accept::one(&cx.engine, cx.actor(), body.json()?, key).await?;
    let event = &accepted.event;
    let reply = Reply::accepted(AcceptedView {
        event_id: event.id,
        payload_hash: event.hash,
        id: event.id,
        topic: event.topic.as_deref(),
        status: event.status.as_str(),
        occurred_at: event.occurred_at(),
        deliver_at: event.deliver_at,
        idempotency_key: event.idempotency_key.as_deref(),
        inserted_at: event.occurred_at(),
        duplicate: accepted.duplicate,
        payload_mismatch: accepted.payload_mismatch,
    });
    Ok(if accepted.duplicate { reply.header(IDEMPOTENCY_REPLAYED, "true") } else { reply })
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AcceptedBatch")]
struct BatchView<'a> {
    accepted: usize,
    rejected: usize,
    events: Vec<ItemView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "BatchResult")]
enum ItemView<'a> {
    Accepted(AcceptedItem<'a>),
    Rejected(RejectedItem<'a>),
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchAccepted")]
struct AcceptedItem<'a> {
    index: usize,
    result: &'static str,
    id: Id<EventTag>,
    topic: Option<&'a str>,
    #[schemars(with = "Object")]
    payload: &'a RawValue,
    status: &'static str,
    occurred_at: Timestamp,
    deliver_at: Option<Timestamp>,
    idempotency_key: Option<&'a str>,
    duplicate: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    payload_mismatch: bool,
    payload_hash: PayloadHash,
    inserted_at: Timestamp,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchRejected")]
struct RejectedItem<'a> {
    index: usize,
    result: &'static str,
    id: Option<Id<EventTag>>,
    topic: Option<&'a str>,
    status: &'static str,
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    validation_errors: Option<&'a serde_json::Value>,
}

async fn batch(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let events = read_events(&members)?;
    let results = accept::batch(&cx.engine, cx.actor(), events).await?;
    let items: Result<Vec<_>> = results.iter().zip(events).enumerate().map(|(i, (r, sent))| item(i, r, sent)).collect();
    let events = items?;
    let accepted = results.iter().filter(|r| r.is_ok()).count();
    let view = BatchView { accepted, rejected: results.len() - accepted, events };
    Ok(Reply::accepted(view).status(StatusCode::ACCEPTED))
}

fn read_events<'m, 'b>(members: &'m Members<'b>) -> Result<&'m [Json<'b>]> {
    match members.get("events") {
        None | Some(Json::Null) => Err(Error::missing("events")),
        Some(Json::Array(events)) => Ok(events),
        Some(_) => Err(Error::invalid("events", "events must be an array")),
    }
}

fn item<'a>(index: usize, result: &'a Result<Accepted>, sent: &'a Json<'_>) -> Result<ItemView<'a>> {
    let accepted = match result {
        Ok(accepted) => accepted,
        Err(refused) => {
            let errors = refused.extras().iter().find(|(name, _)| *name == "validation_errors");
            return Ok(ItemView::Rejected(RejectedItem {
                index,
                result: "rejected",
                id: None,
                topic: sent.as_object().and_then(|m| m.get("topic")).and_then(Json::as_str),
                status: "rejected",
                error: refused.message(),
                validation_errors: errors.map(|(_, list)| list),
            }));
        }
    };
    let event = &accepted.event;
    Ok(ItemView::Accepted(AcceptedItem {
        index,
        result: "accepted",
        id: event.id,
        topic: event.topic.as_deref(),
        payload: serde_json::from_str(&event.payload).map_err(Error::internal)?,
        status: "pending",
        occurred_at: event.occurred_at(),
        deliver_at: event.deliver_at,
        idempotency_key: event.idempotency_key.as_deref(),
        duplicate: accepted.duplicate,
        payload_mismatch: accepted.payload_mismatch,
        payload_hash: event.hash,
        inserted_at: event.occurred_at(),
    }))
}
