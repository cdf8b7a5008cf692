//! The log of what was sent to receivers: its lines, and one exchange as it was.

use crate::base::page::{Page, Slice};
use crate::base::{Error, Json, Result};
use crate::domain::access::Actor;
use crate::domain::attempt::kept_body;
use crate::domain::sent;
use crate::domain::sent_log::{Entry, Line, LogId, LogQuery, LogTag};
use crate::engine::Engine;
use crate::store::deliveries::Source;
use crate::store::sent_log;

pub async fn list(engine: &Engine, actor: &Actor, query: LogQuery, page: Page<LogTag>) -> Result<Slice<Line, LogTag>> {
    let project = actor.project;
    engine.store.read(move |snap| sent_log::list(snap, project, &query, page)).await
}

/// A line with its exchange: headers and body as they were sent.
pub async fn get(engine: &Engine, actor: &Actor, id: LogId) -> Result<Entry> {
    let project = actor.project;
    let found = engine.store.read(move |snap| sent_log::find(snap, project, id)).await?;
    let (mut entry, source) = found.ok_or_else(|| Error::not_found("Webhook log"))?;
    let kept = entry.attempt.request_headers.as_deref();
    let headers = kept.map(|kept| sent::headers(kept, &entry.delivery, &entry.attempt)).transpose()?;
    entry.attempt.request_headers = headers;
    if let Some(Source { payload, nested }) = source {
        let body = sent::default_body(&entry.delivery, &payload, nested)?;
        entry.attempt.request_body = Some(kept_body(body.as_bytes()));
    }
    Ok(entry)
}

/// The value of the signature that integrators check; of a webhook that does not sign for them,
/// that of the usual one.
pub fn signature(entry: &Entry) -> Option<String> {
    let headers = Json::parse(entry.attempt.request_headers.as_deref()?).ok()?;
    let value = |name: &str| headers.as_object()?.get(name)?.as_str().map(str::to_owned);
    value("x-signing-signature").or_else(|| value("x-signature"))
}
