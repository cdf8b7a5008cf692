//! Events as a file. NDJSON holds what the bulk sender takes again.

use super::super::events::query;
use super::period;
use super::table::{Table, Wanted};
use crate::base::Result;
use crate::domain::event::Event;
use crate::engine;
use crate::server::{Cx, Reply};
use serde_json::value::RawValue;

const EVENTS: Table<Event> = Table {
    name: "events",
    // Of the largest ones these are some megabytes.
    chunk: 32,
    columns: &[
        ("id", |event| event.id.to_string().into()),
        ("topic", |event| event.topic.as_deref().into()),
        ("status", |event| event.status.as_str().into()),
        ("occurred_at", |event| event.occurred_at().to_string().into()),
        ("payload", |event| serde_json::from_str::<&RawValue>(&event.payload).ok().into()),
        ("payload_hash", |event| event.hash.to_string().into()),
    ],
};

pub(super) async fn export(cx: Cx) -> Result<Reply> {
    let (wanted, mut query) = (Wanted::read(&cx, &EVENTS)?, query(&cx)?);
    query.accepted = period(&cx)?;
    if cx.is_head() {
        return Ok(wanted.head());
    }
    let rows = engine::events::export(&cx.engine, cx.actor(), query, wanted.order);
    wanted.stream(rows).await
}
