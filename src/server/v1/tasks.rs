//! One-off tasks, and the secret by which their callbacks are signed.

mod about;

use super::raw;
use crate::base::{Error, Prefixed, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::query::TaskQuery;
use crate::domain::task::{Attempt, Names, NewTask, PREFIX, Status, Task, TaskId};
use crate::engine::tasks::{self, CallbackSecret};
use crate::engine::webhooks::url_policy;
use crate::server::headers::IDEMPOTENCY_REPLAYED;
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use std::net::IpAddr;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/tasks",                        Access::JOBS_READ,  list).about(about::list)
        .post  ("/tasks",                        Access::JOBS_WRITE, create).about(about::create)
        .get   ("/tasks/callback-secret",        Access::ADMIN,      secret).about(about::secret)
        .post  ("/tasks/callback-secret/rotate", Access::ADMIN,      rotate_secret).about(about::rotate_secret)
        .get   ("/tasks/{id}",                   Access::JOBS_READ,  show).about(about::show)
        .delete("/tasks/{id}",                   Access::JOBS_WRITE, cancel).about(about::cancel)
        .post  ("/tasks/{id}/retry",             Access::JOBS_WRITE, retry).about(about::retry)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Task")]
struct TaskView<'a> {
    id: TaskId,
    #[serde(rename = "type")]
    kind: &'a str,
    tenant_id: Option<&'a str>,
    status: &'static str,
    attempts: u32,
    next_run_at: Option<Timestamp>,
    #[schemars(with = "Object")]
    payload: &'a RawValue,
    callback_url: Option<&'a str>,
    callback_status: &'static str,
    result: Option<&'a RawValue>,
    error: Option<&'a str>,
    idempotency_key: Option<&'a str>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
    completed_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempts_log: Option<Vec<AttemptView<'a>>>,
}

impl<'a> TaskView<'a> {
    fn of(task: &'a Task) -> Result<TaskView<'a>> {
        Ok(TaskView {
            id: task.id,
            kind: &task.kind,
            tenant_id: task.tenant.as_deref(),
            status: task.status.as_str(),
            attempts: task.attempts,
            next_run_at: task.next_run_at(),
            payload: raw(&task.payload)?,
            callback_url: task.callback.as_deref(),
            callback_status: task.callback_status.as_str(),
            result: task.result.as_deref().map(raw).transpose()?,
            error: task.error.as_deref(),
            idempotency_key: task.idempotency_key.as_deref(),
            inserted_at: task.id.time(),
            updated_at: task.updated_at,
            completed_at: task.completed_at,
            attempts_log: None,
        })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TaskAttempt")]
struct AttemptView<'a> {
    kind: &'static str,
    n: u32,
    started_at: Timestamp,
    response_status: Option<u16>,
    latency_ms: u32,
    error: Option<&'a str>,
    response_body: Option<&'a str>,
    destination_ip: Option<IpAddr>,
}

impl<'a> AttemptView<'a> {
    fn of(attempt: &'a Attempt) -> AttemptView<'a> {
        AttemptView {
            kind: attempt.turn.as_str(),
            n: attempt.n,
            started_at: attempt.started_at,
            response_status: attempt.response_status,
            latency_ms: attempt.latency_ms,
            error: attempt.error.as_deref(),
            response_body: attempt.response_body.as_deref(),
            destination_ip: attempt.destination_ip,
        }
    }
}

/// The id of the path, as we write it or as others are told of it.
fn id(cx: &Cx) -> Result<TaskId> {
    let id = cx.segment("id").and_then(|text| Prefixed::parse(PREFIX, text));
    id.ok_or_else(|| Error::not_found("Task"))
}

async fn list(cx: Cx) -> Result<Reply> {
    let text = |name| cx.query(name).map(std::borrow::Cow::into_owned);
    let query = TaskQuery { status: status(&cx)?, kind: text("type"), tenant: text("tenant_id") };
    let slice = tasks::list(&cx.engine, cx.actor(), query, cx.page()?).await?;
    let views = slice.rows.iter().map(TaskView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("tasks", views, slice.next))
}

fn status(cx: &Cx) -> Result<Option<Status>> {
    let Some(word) = cx.query("status") else { return Ok(None) };
    let fault = || {
        let known = Status::ALL.map(Status::as_str).join(", ");
        Error::invalid("status", format!("status must be one of: {known}"))
    };
    Status::parse(&word).map(Some).ok_or_else(fault)
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let key = cx.header("idempotency-key").or_else(|| cx.header("x-idempotency-key"));
    let new = NewTask::read(&body.json()?, Names::NATIVE, key, &url_policy(&cx.engine))?;
    let taken = tasks::create(&cx.engine, cx.actor(), new).await?;
    let view = TaskView::of(&taken.task)?;
    Ok(match taken.replayed {
        true => Reply::ok(view).header(IDEMPOTENCY_REPLAYED, "true"),
        false => Reply::created(view),
    })
}

async fn show(cx: Cx) -> Result<Reply> {
    let (task, attempts) = tasks::get(&cx.engine, cx.actor(), id(&cx)?).await?;
    let attempts_log = Some(attempts.iter().map(AttemptView::of).collect());
    Ok(Reply::ok(TaskView { attempts_log, ..TaskView::of(&task)? }))
}

async fn retry(cx: Cx) -> Result<Reply> {
    let task = tasks::retry(&cx.engine, cx.actor(), id(&cx)?).await?;
    Ok(Reply::ok(TaskView::of(&task)?))
}

async fn cancel(cx: Cx) -> Result<Reply> {
    let task = tasks::cancel(&cx.engine, cx.actor(), id(&cx)?).await?;
    Ok(Reply::ok(TaskView::of(&task)?))
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallbackSecret")]
struct SecretView<'a> {
    secret: &'a str,
    has_previous: bool,
    updated_at: Timestamp,
}

fn shown(secret: &CallbackSecret) -> Reply {
    let has_previous = secret.previous.is_some();
    Reply::ok(SecretView { secret: secret.current.expose(), has_previous, updated_at: secret.updated_at })
}

async fn secret(cx: Cx) -> Result<Reply> {
    Ok(shown(&tasks::callback_secret(&cx.engine, cx.actor()).await?))
}

async fn rotate_secret(cx: Cx) -> Result<Reply> {
    Ok(shown(&tasks::rotate_callback_secret(&cx.engine, cx.actor()).await?))
}
