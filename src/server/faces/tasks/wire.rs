//! Jobs as this face shows them.

use crate::base::{Prefixed, Timestamp};
use crate::domain::task::{Task, TaskTag};
use schemars::JsonSchema;
use serde::Serialize;

/// A job that was handed in.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HandedIn")]
#[serde(rename_all = "camelCase")]
pub(super) struct MadeView {
    job_id: Prefixed<TaskTag>,
    status: &'static str,
    created_at: Timestamp,
}

impl MadeView {
    pub fn of(task: &Task) -> MadeView {
        MadeView { job_id: task.word(), status: task.status.told(), created_at: task.id.time() }
    }
}

/// Where a job stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HandedInState")]
#[serde(rename_all = "camelCase")]
pub(super) struct JobView {
    job_id: Prefixed<TaskTag>,
    status: &'static str,
    attempts: u32,
    next_run_at: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

impl JobView {
    pub fn of(task: &Task) -> JobView {
        JobView {
            job_id: task.word(),
            status: task.status.told(),
            attempts: task.attempts,
            next_run_at: task.next_run_at(),
            created_at: task.id.time(),
            updated_at: task.updated_at,
        }
    }
}
