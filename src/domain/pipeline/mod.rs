//! Pipelines: what stands between events and webhooks. A pipeline names the events it is about,
//! what is done to their payloads, and who gets the result.

mod input;
mod steps;

pub use input::{NewPipeline, PipelinePatch};
pub use steps::{Run, Steps, Stop};

use super::status::Status;
use super::topic::TopicSet;
use super::webhook::WebhookId;
use crate::base::{Id, Json, Result, Timestamp};

#[derive(Debug)]
pub enum PipelineTag {}
/// Id of a pipeline.
pub type PipelineId = Id<PipelineTag>;

/// A pipeline as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pipeline {
    pub id: PipelineId,
    pub name: String,
    pub description: Option<String>,
    /// `None` when no topics were given; like an empty list that is every event.
    pub topics: Option<Vec<String>>,
    /// The list of steps as it was sent, compact JSON text.
    pub steps: String,
    /// Who gets the output, instead of the event itself.
    pub webhook: Option<WebhookId>,
    pub status: Status,
    pub updated_at: Timestamp,
}

impl Pipeline {
    /// The events it is about.
    pub fn topic_set(&self) -> TopicSet {
        TopicSet::compile(self.topics.as_deref().unwrap_or_default())
    }

    /// Compiles the stored steps; they were checked when they came, so this only fails on damage.
    pub fn compile(&self) -> Result<Steps> {
        Steps::read(&Json::parse(&self.steps)?)
    }
}
