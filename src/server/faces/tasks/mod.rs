//! The face tasks: background jobs of tenants. A job is a one-off task; its tenant, its key and
//! its callback are demanded here, and every bad field is 400.

mod about;
mod wire;

use crate::base::{Error, Kind, Prefixed, Result};
use crate::domain::access::Access;
use crate::domain::task::{Names, NewTask, PREFIX, TaskId};
use crate::engine::tasks;
use crate::engine::webhooks::url_policy;
use crate::server::fault;
use crate::server::headers::IDEMPOTENCY_REPLAYED;
use crate::server::{Cx, Reply, Routes};
use http::{Method, StatusCode};
use serde_json::json;
use wire::{JobView, MadeView};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .keyed(Method::POST, "/jobs",         Access::JOBS_WRITE, create).about(about::create)
        .keyed(Method::GET,  "/jobs/{jobId}", Access::JOBS_READ,  show).about(about::show)
}

/// What the fields of a job are called.
const NAMES: Names = Names { tenant: "tenantId", callback: "webhookUrl", strict: true };

/// A failure in the words of this face: a sentence, and 400 for whatever is wrong with a field.
pub(super) fn words(error: &Error) -> (StatusCode, String) {
    let status = match error.kind() {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        kind => fault::status(kind),
    };
    (status, json!({"error": fault::message(error)}).to_string())
}

fn unknown() -> Error {
    Error::not_found("Job")
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let key = cx.header("idempotency-key").map(str::trim).filter(|key| !key.is_empty());
    let key = key.ok_or_else(|| Error::new(Kind::Malformed, "Missing required header: Idempotency-Key"))?;
    let new = NewTask::read(&body.json()?, NAMES, Some(key), &url_policy(&cx.engine))?;
    let taken = tasks::hand_in(&cx.engine, cx.actor(), new).await?;
    let view = MadeView::of(&taken.task);
    Ok(match taken.replayed {
        true => Reply::ok(view).header(IDEMPOTENCY_REPLAYED, "true"),
        false => Reply::created(view),
    })
}

async fn show(cx: Cx) -> Result<Reply> {
    let id: TaskId = cx.segment("jobId").and_then(|text| Prefixed::parse(PREFIX, text)).ok_or_else(unknown)?;
    let found = tasks::get(&cx.engine, cx.actor(), id).await;
    let (task, _) = found.map_err(|e| if e.kind() == Kind::NotFound { unknown() } else { e })?;
    Ok(Reply::ok(JobView::of(&task)))
}
