//! What people are told of a run that failed, in the write that stores its end: also of those that
//! a stop or a kill cut off.

use crate::base::{Json, Kind, Result, Timestamp};
use crate::domain::alert::AlertKind;
use crate::domain::job::{Run, RunStatus};
use crate::domain::project::ProjectId;
use crate::engine::{Engine, channels};
use crate::store::{Tx, job_runs, jobs};
use serde_json::json;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

/// Runs ended in one write.
const CHUNK: usize = 100;
/// How long a disk that takes nothing is left alone.
const AGAIN: Duration = Duration::from_secs(1);

/// Ends the runs that were under way when the process before this one ended. What cannot be stored
/// now is left to the next start.
pub(super) async fn cut(engine: &Arc<Engine>) {
    let cut = std::mem::take(&mut *engine.jobs.cut.lock().unwrap_or_else(PoisonError::into_inner));
    for chunk in cut.chunks(CHUNK) {
        loop {
            let (engine_, chunk) = (engine.clone(), chunk.to_vec());
            let write = engine.store.write(move |tx| {
                let now = Timestamp::now();
                for (project, id) in chunk {
                    if let Some(run) = job_runs::interrupt(tx, project, id, now)? {
                        ended(tx, &engine_, project, &run)?;
                    }
                }
                Ok(())
            });
            match write.await {
                Ok(()) => break,
                Err(e) if e.kind() == Kind::Unavailable && !engine.stopping().is_cancelled() => {
                    tokio::time::sleep(AGAIN).await;
                }
                Err(e) => {
                    tracing::error!(error = ?e, "runs that were cut off could not be ended");
                    break;
                }
            }
        }
    }
}

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
