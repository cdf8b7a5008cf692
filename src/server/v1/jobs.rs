//! Scheduled jobs, their runs, and a look ahead at a cron expression.

mod about;

use super::filters::time;
use super::raw;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::job::{Action, Job, JobId, Preview, Run, RunId, RunStatus};
use crate::domain::webhook::WebhookId;
use crate::engine::jobs;
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/jobs",              Access::JOBS_READ,  list).about(about::list)
        .post  ("/jobs",              Access::JOBS_WRITE, create).about(about::create)
        .get   ("/jobs/cron-preview", Access::JOBS_READ,  preview).about(about::preview)
        .get   ("/jobs/{id}",         Access::JOBS_READ,  show).about(about::show)
        .patch ("/jobs/{id}",         Access::JOBS_WRITE, update).about(about::update)
        .delete("/jobs/{id}",         Access::JOBS_WRITE, delete).about(about::delete)
        .get   ("/jobs/{id}/runs",    Access::JOBS_READ,  runs).about(about::runs)
        .post  ("/jobs/{id}/run",     Access::JOBS_WRITE, run).about(about::run)
}

const NOUN: &str = "Job";
/// Runs of a page when the caller does not say, and at most.
const RUNS: usize = 20;
const RUNS_MAX: usize = 100;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Job")]
pub(super) struct JobView<'a> {
    id: JobId,
    name: &'a str,
    schedule_type: &'static str,
    #[schemars(with = "Object")]
    schedule_config: Box<RawValue>,
    action_type: &'static str,
    action_config: Json<'a>,
    status: &'static str,
    inserted_at: Timestamp,
    updated_at: Timestamp,
    active: bool,
    timezone: &'static str,
    next_run_at: Option<Timestamp>,
    last_run_at: Option<Timestamp>,
    last_run_status: Option<&'static str>,
    cron_expression: String,
    schedule: String,
    queue: Option<&'a str>,
    topic: Option<&'a str>,
    topics: &'a [String],
    payload: &'a RawValue,
    url: Option<&'a str>,
    webhook_id: Option<WebhookId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recent_runs: Option<Vec<RunView<'a>>>,
}

impl<'a> JobView<'a> {
    pub(super) fn of(job: &'a Job) -> Result<JobView<'a>> {
        let mut config = job.action.config()?;
        let (mut topics, mut url) = (&[][..], None);
        match &job.action {
            Action::Emit(emit) => topics = &emit.topics,
            Action::Post(post) => {
                url = Some(post.url.as_str());
                config.set("has_secret", Json::Bool(job.has_secret));
            }
        }
        Ok(JobView {
            id: job.id,
            name: &job.name,
            schedule_type: job.timing.kind_name(),
            schedule_config: raw(&job.timing.config())?.to_owned(),
            action_type: job.action.kind().as_str(),
            action_config: Json::Object(config),
            status: job.status.as_str(),
            inserted_at: job.id.time(),
            updated_at: job.updated_at,
            active: job.status.is_active(),
            timezone: job.timing.timezone(),
            next_run_at: job.next_run_at,
            last_run_at: job.last_run.map(|(at, _)| at),
            last_run_status: job.last_run.map(|(_, status)| status.as_str()),
            cron_expression: job.timing.cron(),
            schedule: job.timing.cron(),
            queue: job.queue.as_deref(),
            topic: topics.first().map(String::as_str),
            topics,
            payload: raw(job.action.payload())?,
            url,
            webhook_id: job.webhook(),
            recent_runs: None,
        })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "JobRun")]
struct RunView<'a> {
    id: RunId,
    executed_at: Timestamp,
    status: &'static str,
    result: Option<&'a RawValue>,
    job_id: JobId,
    scheduled_for: Timestamp,
    trigger: &'static str,
    started_at: Timestamp,
    finished_at: Option<Timestamp>,
    error: Option<String>,
    inserted_at: Timestamp,
}

impl<'a> RunView<'a> {
    fn of(run: &'a Run) -> Result<RunView<'a>> {
        Ok(RunView {
            id: run.id,
            executed_at: run.started_at,
            status: run.status.as_str(),
            result: run.result.as_deref().map(raw).transpose()?,
            job_id: run.job,
            scheduled_for: run.scheduled_for(),
            trigger: run.trigger.as_str(),
            started_at: run.started_at,
            finished_at: run.finished_at,
            error: run.error()?,
            inserted_at: run.id.time(),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = jobs::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    let views = slice.rows.iter().map(JobView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("jobs", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let job = jobs::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(Reply::ok(JobView::of(&job)?).status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let (job, runs) = jobs::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    let recent_runs = Some(runs.iter().map(RunView::of).collect::<Result<_>>()?);
    Ok(Reply::ok(JobView { recent_runs, ..JobView::of(&job)? }))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let job = jobs::update(&cx.engine, cx.actor(), id, &body.json()?).await?;
    Ok(Reply::ok(JobView::of(&job)?))
}

async fn delete(cx: Cx) -> Result<Reply> {
    jobs::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "inactive"})))
}

async fn runs(cx: Cx) -> Result<Reply> {
    let id = cx.id(NOUN)?;
    let slice = jobs::runs(&cx.engine, cx.actor(), id, status(&cx)?, cx.page_within(RUNS, RUNS_MAX)?).await?;
    let views = slice.rows.iter().map(RunView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("runs", views, slice.next))
}

fn status(cx: &Cx) -> Result<Option<RunStatus>> {
    let Some(word) = cx.query("status") else { return Ok(None) };
    let fault = || Error::invalid("status", "status must be one of: running, success, failed");
    RunStatus::parse(&word).map(Some).ok_or_else(fault)
}

async fn run(cx: Cx) -> Result<Reply> {
    let run = jobs::run_now(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(RunView::of(&run)?))
}

async fn preview(cx: Cx) -> Result<Reply> {
    let names = ["expression", "cron", "expr", "cron_expression"];
    let expression = names.iter().find_map(|name| cx.query(name)).ok_or_else(|| Error::missing("expression"))?;
    let count = cx.number("count").map_or(Preview::SHOWN, |n| n.clamp(1, Preview::MAX_SHOWN));
    let preview = jobs::preview(&expression, cx.query("timezone").as_deref(), time(&cx, "from", 0)?, count)?;
    Ok(Reply::ok(preview.to_json()))
}

#[cfg(test)]
mod tests;
