//! Pipelines.

mod about;

use super::raw;
use crate::base::{Json, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::pipeline::{Pipeline, PipelineId, Stop};
use crate::domain::webhook::WebhookId;
use crate::engine::pipelines::{self, Tried};
use crate::server::openapi::Items;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/pipelines",           Access::PIPELINES_READ,  list).about(about::list)
        .post  ("/pipelines",           Access::PIPELINES_WRITE, create).about(about::create)
        .get   ("/pipelines/{id}",      Access::PIPELINES_READ,  show).about(about::show)
        .patch ("/pipelines/{id}",      Access::PIPELINES_WRITE, update).about(about::update)
        .delete("/pipelines/{id}",      Access::PIPELINES_WRITE, delete).about(about::delete)
        .post  ("/pipelines/{id}/test", Access::PIPELINES_READ,  test).about(about::test)
}

const NOUN: &str = "Pipeline";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Pipeline")]
struct PipelineView<'a> {
    id: PipelineId,
    name: &'a str,
    status: &'static str,
    description: Option<&'a str>,
    topics: Option<&'a [String]>,
    #[schemars(with = "Items")]
    steps: &'a RawValue,
    webhook_id: Option<WebhookId>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
    source_topic: Option<&'a str>,
}

impl<'a> PipelineView<'a> {
    fn of(pipeline: &'a Pipeline) -> Result<PipelineView<'a>> {
        let topics = pipeline.topics.as_deref();
        Ok(PipelineView {
            id: pipeline.id,
            name: &pipeline.name,
            status: pipeline.status.as_str(),
            description: pipeline.description.as_deref(),
            topics,
            steps: raw(&pipeline.steps)?,
            webhook_id: pipeline.webhook,
            inserted_at: pipeline.id.time(),
            updated_at: pipeline.updated_at,
            source_topic: topics.and_then(|topics| topics.first()).map(String::as_str),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = pipelines::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    let views = slice.rows.iter().map(PipelineView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let pipeline = pipelines::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(Reply::data(PipelineView::of(&pipeline)?).status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let pipeline = pipelines::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::data(PipelineView::of(&pipeline)?))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let pipeline = pipelines::update(&cx.engine, cx.actor(), id, &body.json()?).await?;
    Ok(Reply::data(PipelineView::of(&pipeline)?))
}

async fn delete(cx: Cx) -> Result<Reply> {
    pipelines::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::no_content())
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PipelineTrial")]
struct TriedView<'a> {
    input: &'a Json<'static>,
    output: Option<&'a Json<'static>>,
    steps_count: usize,
    status: &'static str,
    reason: Option<String>,
    topic_matches: Option<bool>,
    delay_seconds: u32,
    steps: Vec<StepView<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PipelineTrialStep")]
struct StepView<'a> {
    index: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    status: &'static str,
    output: Option<&'a Json<'static>>,
}

impl<'a> TriedView<'a> {
    fn of(tried: &'a Tried) -> TriedView<'a> {
        let stop = tried.output.as_ref().err();
        let ended = match stop {
            None => "passed",
            Some(Stop::Filtered(_)) => "filtered",
            Some(Stop::Failed(_)) => "failed",
        };
        let steps = tried.steps.iter().enumerate().map(|(index, (kind, output))| StepView {
            index,
            kind,
            status: if output.is_some() { "passed" } else { ended },
            output: output.as_ref(),
        });
        TriedView {
            input: &tried.input,
            output: tried.output.as_ref().ok(),
            steps_count: tried.steps_count,
            status: ended,
            reason: stop.map(Stop::to_string),
            topic_matches: tried.topic_matches,
            delay_seconds: tried.delay_seconds,
            steps: steps.collect(),
        }
    }
}

async fn test(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let tried = pipelines::test(&cx.engine, cx.actor(), id, body.json()?).await?;
    Ok(Reply::ok(TriedView::of(&tried)))
}
