//! The face ingest: signed events to one endpoint. An endpoint is a webhook, whose secrets sign
//! and whose URL receives. Its words for failures are those of `/api/v1`.

mod wire;

use crate::base::{Error, Kind, Prefixed, Result};
use crate::domain::access::Access;
use crate::domain::event::EventId;
use crate::domain::ingest::Progress;
use crate::domain::webhook::WebhookId;
use crate::engine::ingest::{self, Post, Wanted};
use crate::server::{Cx, Reply, Routes};
use http::Method;
use wire::{ENDPOINT, EVENT, EventView, ItemView, ListView, Queued};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .keyed(Method::POST, "/e/{id}", Access::EVENTS_WRITE, send)
        .get  ("/api/v1/events",             Access::EVENTS_READ,  list)
        .get  ("/api/v1/events/{id}",        Access::EVENTS_READ,  show)
        .post ("/api/v1/events/{id}/replay", Access::EVENTS_WRITE, replay)
}

/// Events of a list, when the caller does not say, and at most.
const LIMIT: usize = 50;
const LIMIT_MAX: usize = 100;

async fn send(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let endpoint = cx.segment("id").and_then(|id| Prefixed::parse(ENDPOINT, id));
    let post = Post {
        endpoint,
        timestamp: trimmed(&cx, "x-pj-timestamp"),
        signature: trimmed(&cx, "x-pj-signature"),
        event_type: text(&cx, "x-pj-event-type", "event_type")?,
        correlation_id: text(&cx, "x-pj-correlation-id", "correlation_id")?,
        body: body.bytes(),
    };
    let id = ingest::post(&cx.engine, cx.actor(), post).await?;
    Ok(Reply::accepted(Queued::new(id, "Event received and queued for delivery")))
}

fn trimmed<'c>(cx: &'c Cx, name: &str) -> Option<&'c str> {
    cx.header(name).map(str::trim)
}

/// A header that is UTF-8, or 422.
fn text<'c>(cx: &'c Cx, header: &str, field: &str) -> Result<Option<&'c str>> {
    let text = cx.header_bytes(header).map(std::str::from_utf8).transpose();
    let text = text.map_err(|e| Error::invalid(field, format!("{field} must be UTF-8 text")).because(e))?;
    Ok(text.map(str::trim))
}

async fn list(cx: Cx) -> Result<Reply> {
    let word = cx.query("status");
    let progress = word.as_deref().map(|word| Progress::parse(word).ok_or_else(unknown_status)).transpose()?;
    let endpoint: Option<Option<WebhookId>> = cx.query("endpoint_id").map(|id| Prefixed::parse(ENDPOINT, &id));
    let limit = cx.number("limit").map_or(LIMIT, |n| n.clamp(1, LIMIT_MAX));
    let wanted = Wanted {
        // What is no id is the id of no endpoint.
        endpoint: endpoint.map(|id| id.unwrap_or(WebhookId::MIN)),
        progress,
        event_type: cx.query("event_type").map(|text| text.into_owned()),
        all: cx.query("include").is_some_and(|list| list.split(',').any(|word| word.trim() == "all")),
        limit,
        offset: cx.number("offset").unwrap_or(0),
    };
    let offset = wanted.offset;
    let (items, total) = ingest::list(&cx.engine, cx.actor(), wanted).await?;
    let events = items.iter().map(ItemView::of).collect();
    Ok(Reply::ok(ListView { events, total, limit, offset }))
}

fn unknown_status() -> Error {
    let words = Progress::ALL.map(Progress::as_str).join(", ");
    Error::new(Kind::Malformed, format!("status must be one of {words}"))
}

/// A malformed id is that of no event.
fn event_id(cx: &Cx) -> Option<EventId> {
    Prefixed::parse(EVENT, cx.segment("id")?)
}

async fn show(cx: Cx) -> Result<Reply> {
    let shown = ingest::get(&cx.engine, cx.actor(), event_id(&cx)).await?;
    Ok(Reply::ok(EventView::of(&shown, cx.actor().project)?))
}

async fn replay(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let payload = body.json()?.remove("payload");
    let id = ingest::replay(&cx.engine, cx.actor(), event_id(&cx), payload).await?;
    Ok(Reply::ok(Queued::new(id, "Event replayed")))
}
