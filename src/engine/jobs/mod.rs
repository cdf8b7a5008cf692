//! Scheduled jobs: setting them up, changing, running and switching them off. The scheduler finds
//! those that are due; what a run does is the same whoever asked for it.

mod call;
mod fire;
mod look;
mod running;
mod scheduler;
mod tell;
#[cfg(test)]
mod tests;

pub use running::Jobs;
pub(super) use scheduler::run;

use super::Engine;
use super::audit::{self, Entry};
use super::export::{self, Export, Order};
use super::webhooks::url_policy;
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::job::{Action, Changes, Job, JobId, JobTag, NewJob, Preview, Run, RunStatus, RunTag, Trigger};
use crate::domain::project::ProjectId;
use crate::domain::query::Period;
use crate::store::{Snapshot, Tx, job_runs, jobs, webhooks};
use serde_json::json;
use std::sync::Arc;

/// Active jobs of a project at most.
const MAX_JOBS: usize = 1000;
/// Runs that are shown with their job.
const SHOWN_RUNS: usize = 10;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<JobTag>,
    include_inactive: bool,
) -> Result<Slice<Job, JobTag>> {
    let project = actor.project;
    engine.store.read(move |snap| jobs::list(snap, project, page, include_inactive)).await
}

/// All jobs of a period, those that are switched off too.
pub fn export(engine: &Arc<Engine>, actor: &Actor, created: Period, order: Order) -> Export<Job> {
    let project = actor.project;
    export::start(engine, actor, order, move |engine: Arc<Engine>, page| async move {
        engine.store.read(move |snap| jobs::list_created(snap, project, created, page)).await
    })
}

/// A job with its newest runs.
pub async fn get(engine: &Engine, actor: &Actor, id: JobId) -> Result<(Job, Vec<Run>)> {
    let project = actor.project;
    let page = Page { limit: SHOWN_RUNS, before: None };
    let read = engine
        .store
        .read(move |snap| Ok((jobs::get(snap, project, id)?, job_runs::list(snap, project, id, None, page)?.rows)));
    read.await
}

/// The runs of a job, newest first.
pub async fn runs(
    engine: &Engine,
    actor: &Actor,
    id: JobId,
    status: Option<RunStatus>,
    page: Page<RunTag>,
) -> Result<Slice<Run, RunTag>> {
    let project = actor.project;
    let read = engine.store.read(move |snap| {
        jobs::get(snap, project, id)?;
        job_runs::list(snap, project, id, status, page)
    });
    read.await
}

/// The coming times of an expression, from now on unless an instant is given.
pub fn preview(expression: &str, zone: Option<&str>, from: Option<Timestamp>, count: usize) -> Result<Preview> {
    Preview::of(expression, zone, from.unwrap_or_else(Timestamp::now), count)
}

pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Job> {
    let id: JobId = engine.ids.next();
    let mut new = NewJob::read(body, &url_policy(engine), id.time())?;
    let secret = new.secret.take();
    let mut job = new.create(id)?;
    job.has_secret = secret.is_some();
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        if job.status.is_active() {
            check_limit(tx, actor.project)?;
        }
        check_webhook(tx, actor.project, &job)?;
        jobs::insert(tx, &engine_.keys, actor.project, &job, secret.as_ref())?;
        record(tx, &engine_, &actor, id, "job.created", json!({}))?;
        wake(tx, engine_, &job);
        Ok(job)
    });
    write.await
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: JobId, body: &Members<'_>) -> Result<Job> {
    let (engine_, actor, body) = (engine.clone(), actor.clone(), body.clone().into_owned());
    let policy = url_policy(engine);
    let write = engine.store.write(move |tx| {
        let mut job = jobs::get(tx, actor.project, id)?;
        let was = job.clone();
        let Changes { fields, secret, rescheduled } = job.change(&body, &policy, Timestamp::now())?;
        if fields.is_empty() {
            return Ok(job);
        }
        if job.status.is_active() && !was.status.is_active() {
            check_limit(tx, actor.project)?;
        }
        if job.webhook() != was.webhook() {
            check_webhook(tx, actor.project, &job)?;
        }
        jobs::update(tx, &engine_.keys, actor.project, &job, secret.as_ref())?;
        record(tx, &engine_, &actor, id, "job.updated", json!({"changed": fields}))?;
        if rescheduled {
            wake(tx, engine_, &job);
        }
        Ok(job)
    });
    write.await
}

/// Switches a job off; a request that is under way still finishes.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: JobId) -> Result<()> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut job = jobs::get(tx, actor.project, id)?;
        if !job.deactivate(Timestamp::now()) {
            return Ok(());
        }
        jobs::update(tx, &engine_.keys, actor.project, &job, None)?;
        record(tx, &engine_, &actor, id, "job.deactivated", json!({}))
    });
    write.await
}

/// Runs a job now, whatever its status, and returns the finished run. 403 while the project is
/// held, 409 while the job runs.
pub async fn run_now(engine: &Arc<Engine>, actor: &Actor, id: JobId) -> Result<Run> {
    let project = actor.project;
    let keys = engine.keys.clone();
    let read =
        engine.store.read(move |snap| Ok((jobs::get(snap, project, id)?, jobs::secret(snap, &keys, project, id)?)));
    let (job, secret) = read.await?;
    let view = engine.project(project).await?;
    view.require_unheld()?;
    let run = |now| Run::begin(engine.ids.next(), id, Trigger::Manual, None, now);
    let Action::Emit(emit) = &job.action else {
        let turn = engine.jobs.begin(project, id).ok_or_else(already_running)?;
        let turn = turn.wait().await?;
        let call = call::Call { project, run: run(Timestamp::now()), job, secret, turn };
        // A caller who hangs up must not leave a run that never ends.
        return engine.tasks.spawn(call::begin(engine.clone(), call)).await.map_err(Error::internal)?;
    };
    if engine.jobs.is_running(id) {
        return Err(already_running());
    }
    let firing = fire::events(engine, &view, &job, emit, run(Timestamp::now())).await;
    let engine_ = engine.clone();
    engine.store.write(move |tx| firing.store(&engine_, tx)).await
}

fn already_running() -> Error {
    Error::new(Kind::Conflict, "Job is already running")
}

/// The scheduler learns of the next time once it is durable.
fn wake(tx: &Tx<'_>, engine: Arc<Engine>, job: &Job) {
    let next = job.next_run_at;
    tx.after_commit(move || engine.jobs.alarm.set(next));
}

fn check_limit(snap: &Snapshot<'_>, project: ProjectId) -> Result<()> {
    if jobs::count_active(snap, project)? >= MAX_JOBS {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_JOBS} jobs")));
    }
    Ok(())
}

fn check_webhook(snap: &Snapshot<'_>, project: ProjectId, job: &Job) -> Result<()> {
    match job.webhook() {
        Some(webhook) if webhooks::find(snap, project, webhook)?.is_none() => Err(Job::unknown_webhook()),
        _ => Ok(()),
    }
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: JobId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "job", Some(id.to_string()), metadata))
}
