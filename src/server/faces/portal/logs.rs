//! The log of what was sent: a line per attempt, and one exchange as it was.

use crate::base::{Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::sent_log::{Answered, Line, LogId, LogQuery};
use crate::domain::webhook::WebhookId;
use crate::engine::portal::logs;
use crate::server::openapi::Object;
use crate::server::v1::{filters, raw};
use crate::server::{Cx, Reply};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WebhookLog")]
pub(super) struct LineView<'a> {
    id: LogId,
    event_id: EventId,
    webhook_id: WebhookId,
    url: &'a str,
    event_type: Option<&'a str>,
    status_code: Option<u16>,
    logged_at: Timestamp,
}

impl<'a> LineView<'a> {
    fn of(line: &'a Line) -> LineView<'a> {
        LineView {
            id: line.id,
            event_id: line.event,
            webhook_id: line.webhook,
            url: &line.url,
            event_type: line.topic.as_deref(),
            status_code: line.status,
            logged_at: line.id.time(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WebhookLogEntry")]
pub(super) struct EntryView<'a> {
    #[serde(flatten)]
    line: LineView<'a>,
    attempt: u32,
    request_body: Option<&'a str>,
    signature: Option<String>,
    #[schemars(with = "Option<Object>")]
    request_headers: Option<&'a RawValue>,
    response_body: Option<&'a str>,
    #[schemars(with = "Option<Object>")]
    response_headers: Option<&'a RawValue>,
    duration_ms: Option<u32>,
    error: Option<&'a str>,
}

pub(super) async fn list(cx: Cx) -> Result<Reply> {
    let query = LogQuery {
        webhook: filters::id(&cx, "webhook_id")?,
        topic: cx.query("event_type").map(|name| name.into_owned()),
        answered: cx.query("status_code").map(|text| Answered::parse(&text)).transpose()?,
        logged: filters::period(&cx)?,
    };
    let slice = logs::list(&cx.engine, cx.actor(), query, cx.page()?).await?;
    Ok(Reply::list("webhook_logs", slice.rows.iter().map(LineView::of).collect(), slice.next))
}

pub(super) async fn show(cx: Cx) -> Result<Reply> {
    let entry = logs::get(&cx.engine, cx.actor(), cx.id("Webhook log")?).await?;
    let attempt = &entry.attempt;
    let headers = [&attempt.request_headers, &attempt.response_headers];
    let [request, response] = headers.map(|text| text.as_deref().map(raw).transpose());
    Ok(Reply::ok(EntryView {
        line: LineView::of(&entry.line),
        attempt: attempt.n,
        request_body: attempt.request_body.as_deref(),
        signature: logs::signature(&entry),
        request_headers: request?,
        response_body: attempt.response_body.as_deref(),
        response_headers: response?,
        duration_ms: attempt.latency_ms,
        error: attempt.error.as_deref(),
    }))
}
