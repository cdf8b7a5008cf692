//! Pipelines: setting them up, changing them, switching them off, and trying out what their steps
//! make of a payload. Running them on events is the router's.

use super::Engine;
use super::audit::{self, Entry};
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event;
use crate::domain::pipeline::{NewPipeline, Pipeline, PipelineId, PipelinePatch, PipelineTag, Steps, Stop};
use crate::domain::project::ProjectId;
use crate::domain::status::Status;
use crate::store::{Snapshot, Tx, pipelines, webhooks};
use serde_json::json;
use std::sync::Arc;

/// Active pipelines of a project at most.
const MAX_PIPELINES: usize = 200;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<PipelineTag>,
    include_inactive: bool,
) -> Result<Slice<Pipeline, PipelineTag>> {
    let project = actor.project;
    engine.store.read(move |snap| pipelines::list(snap, project, page, include_inactive)).await
}

pub async fn get(engine: &Engine, actor: &Actor, id: PipelineId) -> Result<Pipeline> {
    let project = actor.project;
    engine.store.read(move |snap| find(snap, project, id)).await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: PipelineId) -> Result<Pipeline> {
    pipelines::find(snap, project, id)?.ok_or_else(|| Error::not_found("Pipeline"))
}

pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Pipeline> {
    let new = NewPipeline::read(body)?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        check_webhooks(tx, project, new.patch())?;
        let pipeline = new.create(engine_.ids.next());
        if pipeline.status.is_active() {
            check_limit(tx, project)?;
        }
        pipelines::insert(tx, project, &pipeline)?;
        record(tx, &engine_, &actor, pipeline.id, "pipeline.created", json!({}))?;
        tx.after_commit(move || engine_.directory.changed(project));
        Ok(pipeline)
    });
    write.await
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: PipelineId, body: &Members<'_>) -> Result<Pipeline> {
    change(engine, actor, id, "pipeline.updated", PipelinePatch::read(body)?).await
}

/// Switches a pipeline off; what it made already is delivered all the same.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: PipelineId) -> Result<()> {
    let patch = PipelinePatch { status: Some(Status::Inactive), ..PipelinePatch::default() };
    change(engine, actor, id, "pipeline.deleted", patch).await.map(drop)
}

async fn change(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: PipelineId,
    action: &'static str,
    patch: PipelinePatch,
) -> Result<Pipeline> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        let mut pipeline = find(tx, project, id)?;
        check_webhooks(tx, project, &patch)?;
        let was = pipeline.status;
        let fields = patch.apply(&mut pipeline, Timestamp::now());
        if fields.is_empty() {
            return Ok(pipeline);
        }
        if pipeline.status.is_active() && !was.is_active() {
            check_limit(tx, project)?;
        }
        pipelines::update(tx, project, &pipeline)?;
        let metadata = if action == "pipeline.deleted" { json!({}) } else { json!({"changed": fields}) };
        record(tx, &engine_, &actor, id, action, metadata)?;
        tx.after_commit(move || engine_.directory.changed(project));
        Ok(pipeline)
    });
    write.await
}

fn check_limit(snap: &Snapshot<'_>, project: ProjectId) -> Result<()> {
    if pipelines::count_active(snap, project)? >= MAX_PIPELINES {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_PIPELINES} pipelines")));
    }
    Ok(())
}

/// 422 when the target or a deliver step names a webhook that the project does not have.
fn check_webhooks(snap: &Snapshot<'_>, project: ProjectId, patch: &PipelinePatch) -> Result<()> {
    const FAULT: &str = "webhook_id does not exist";
    for (step, id) in patch.steps.iter().flat_map(|(_, steps)| steps.webhooks()) {
        if webhooks::find(snap, project, id)?.is_none() {
            return Err(Steps::fault(step, FAULT));
        }
    }
    match patch.webhook.flatten() {
        Some(id) if webhooks::find(snap, project, id)?.is_none() => Err(Error::invalid("webhook_id", FAULT)),
        _ => Ok(()),
    }
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: PipelineId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "pipeline", Some(id.to_string()), metadata))
}

/// What the steps of a pipeline made of a payload.
#[derive(Debug)]
pub struct Tried {
    pub input: Json<'static>,
    pub steps_count: usize,
    /// The steps that ran; the last one has no output if it ended the run.
    pub steps: Vec<(&'static str, Option<Json<'static>>)>,
    pub output: Result<Json<'static>, Stop>,
    /// `None` when no topic was given.
    pub topic_matches: Option<bool>,
    pub delay_seconds: u32,
}

/// Runs the steps over the payload in the body, or over the body itself. Nothing is stored or
/// sent, and delays are not waited for; an inactive pipeline can be tried too.
pub async fn test(engine: &Engine, actor: &Actor, id: PipelineId, mut body: Members<'_>) -> Result<Tried> {
    let pipeline = get(engine, actor, id).await?;
    let topic = event::read_topic(body.remove("topic"))?;
    let input = match body.get("payload") {
        Some(payload @ Json::Object(_)) => payload.clone(),
        _ => Json::Object(body),
    };
    let (input, steps) = (input.into_owned(), pipeline.compile()?);
    let mut seen = Vec::with_capacity(steps.len());
    let run = steps.run(input.clone(), topic.as_deref(), |step, output| seen.push((step.kind(), output.cloned())));
    let topic_matches = topic.map(|topic| pipeline.topic_set().matches(Some(&topic)));
    Ok(Tried {
        input,
        steps_count: steps.len(),
        steps: seen,
        output: run.output,
        topic_matches,
        delay_seconds: run.delay,
    })
}
