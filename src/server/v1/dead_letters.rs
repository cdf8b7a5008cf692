//! Dead letters.

mod about;

use super::filters::{id, period};
use super::raw;
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::dead_letter::{DeadLetter, DeadLetterId};
use crate::domain::delivery::DeliveryId;
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeadLetterQuery;
use crate::domain::task::TaskId;
use crate::domain::webhook::WebhookId;
use crate::engine::dead_letters::{self, Resent};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get  ("/dead-letters",              Access::DEAD_LETTERS_READ,  list).about(about::list)
        .get  ("/dead-letters/{id}",         Access::DEAD_LETTERS_READ,  show).about(about::show)
        .post ("/dead-letters/{id}/retry",   Access::DEAD_LETTERS_WRITE, retry).about(about::retry)
        .patch("/dead-letters/{id}/resolve", Access::DEAD_LETTERS_WRITE, resolve).about(about::resolve)
        .post ("/dead-letters/{id}/resolve", Access::DEAD_LETTERS_WRITE, resolve).about(about::resolve)
}

const NOUN: &str = "Dead letter";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DeadLetter")]
struct DeadLetterView<'a> {
    id: DeadLetterId,
    project_id: ProjectId,
    delivery_id: Option<DeliveryId>,
    event_id: Option<EventId>,
    webhook_id: Option<WebhookId>,
    /// Only of callbacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    task_id: Option<TaskId>,
    webhook_url: &'a str,
    #[schemars(with = "Object")]
    original_payload: &'a RawValue,
    last_error: &'a str,
    error: &'a str,
    last_response_status: Option<u16>,
    attempts_exhausted: u32,
    topic: Option<&'a str>,
    resolved: bool,
    resolved_at: Option<Timestamp>,
    inserted_at: Timestamp,
}

impl<'a> DeadLetterView<'a> {
    fn of(project: ProjectId, letter: &'a DeadLetter) -> Result<DeadLetterView<'a>> {
        Ok(DeadLetterView {
            id: letter.id,
            project_id: project,
            delivery_id: letter.delivery,
            event_id: letter.event,
            webhook_id: letter.webhook,
            task_id: letter.task,
            webhook_url: &letter.webhook_url,
            original_payload: raw(&letter.payload)?,
            last_error: &letter.last_error,
            error: &letter.last_error,
            last_response_status: letter.last_response_status,
            attempts_exhausted: letter.attempts,
            topic: letter.topic.as_deref(),
            resolved: letter.resolved_at.is_some(),
            resolved_at: letter.resolved_at,
            inserted_at: letter.id.time(),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let project = cx.actor().project;
    let query = DeadLetterQuery { resolved: resolved(&cx)?, webhook: id(&cx, "webhook_id")?, created: period(&cx)? };
    let slice = dead_letters::list(&cx.engine, cx.actor(), query, cx.page_or_all()?).await?;
    let views = slice.rows.iter().map(|letter| DeadLetterView::of(project, letter)).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("dead_letters", views, slice.next))
}

/// Unresolved ones unless asked otherwise.
fn resolved(cx: &Cx) -> Result<Option<bool>> {
    Ok(match cx.query("resolved").as_deref() {
        None | Some("false") => Some(false),
        Some("true") => Some(true),
        Some("all") => None,
        Some(_) => return Err(Error::invalid("resolved", "resolved must be true, false or all")),
    })
}

async fn show(cx: Cx) -> Result<Reply> {
    let letter = dead_letters::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(DeadLetterView::of(cx.actor().project, &letter)?))
}

async fn retry(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    Ok(Reply::ok(match dead_letters::retry(&cx.engine, cx.actor(), id, &body.json()?).await? {
        Resent::Delivery(delivery) => json!({"status": "retrying", "delivery_id": delivery}),
        Resent::Callback(task) => json!({"status": "retrying", "delivery_id": null, "task_id": task}),
    }))
}

async fn resolve(cx: Cx) -> Result<Reply> {
    dead_letters::resolve(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "resolved"})))
}
