//! Pipelines: steps between events and webhooks.

use crate::base::Id;

#[derive(Debug)]
pub enum PipelineTag {}
/// Id of a pipeline.
pub type PipelineId = Id<PipelineTag>;
