//! What people are told of a run that failed, in the write that stores its end.

use crate::base::{Json, Result};
use crate::domain::alert::AlertKind;
use crate::domain::job::{Run, RunStatus};
use crate::domain::project::ProjectId;
use crate::engine::{Engine, channels};
use crate::store::{Tx, jobs};
use serde_json::json;
use std::sync::Arc;

/// Tells of a run if it failed.
pub(super) fn ended(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, run: &Run) -> Result<()> {
    if run.status != RunStatus::Failed {
        return Ok(());
    }
    let Some(job) = jobs::find(tx, project, run.job)? else { return Ok(()) };
    let result = run.result.as_deref().map(Json::parse).transpose()?;
    let why = result.as_ref().and_then(|result| result.lookup("error")).and_then(Json::as_str);
    let message = match why {
        Some(why) => format!("The job \"{}\" failed: {why}", job.name),
        None => format!("The job \"{}\" failed.", job.name),
    };
    let payload = json!({"message": message, "job_name": job.name, "job_id": run.job});
    channels::raise(tx, engine, project, (AlertKind::JobFailed, *run.job.as_bytes()), &payload)
}
