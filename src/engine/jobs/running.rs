//! Which jobs have a request under way, and how many may have at a time.

use crate::base::{Error, Result};
use crate::domain::job::{JobId, RunId};
use crate::domain::project::ProjectId;
use crate::engine::alarm::Alarm;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Requests of jobs under way at a time.
const PARALLEL: usize = 8;

/// What the server remembers of jobs; the tables have the truth.
#[derive(Debug)]
pub struct Jobs {
    pub(super) alarm: Alarm,
    running: Arc<Mutex<HashMap<JobId, ProjectId>>>,
    room: Arc<Semaphore>,
    /// Runs that were under way when the process before this one ended.
    pub(super) cut: Mutex<Vec<(ProjectId, RunId)>>,
}

/// A job that runs; it no longer does when this is dropped.
#[derive(Debug)]
pub(super) struct Entered {
    job: JobId,
    running: Arc<Mutex<HashMap<JobId, ProjectId>>>,
    room: Arc<Semaphore>,
}

/// A running job that may send its request.
#[derive(Debug)]
pub(super) struct Turn {
    _entered: Entered,
    _permit: OwnedSemaphorePermit,
}

impl Jobs {
    pub(in crate::engine) fn found(cut: Vec<(ProjectId, RunId)>) -> Jobs {
        let room = Arc::new(Semaphore::new(PARALLEL));
        Jobs { alarm: Alarm::default(), running: Arc::default(), room, cut: Mutex::new(cut) }
    }

    /// Enters a job; `None` while it runs.
    pub(super) fn begin(&self, project: ProjectId, job: JobId) -> Option<Entered> {
        let mut running = lock(&self.running);
        if running.contains_key(&job) {
            return None;
        }
        running.insert(job, project);
        Some(Entered { job, running: self.running.clone(), room: self.room.clone() })
    }

    pub(super) fn is_running(&self, job: JobId) -> bool {
        lock(&self.running).contains_key(&job)
    }

    /// Requests under way, by project.
    pub(super) fn load(&self) -> HashMap<ProjectId, usize> {
        let mut load = HashMap::new();
        for project in lock(&self.running).values() {
            *load.entry(*project).or_default() += 1;
        }
        load
    }

    /// How many more requests may be under way.
    pub(super) fn room(&self) -> usize {
        self.room.available_permits()
    }

    /// Resolves when no request is under way.
    pub(in crate::engine) async fn idle(&self) {
        let _ = self.room.acquire_many(PARALLEL as u32).await;
    }
}

impl Entered {
    /// Takes the turn if there is room at once.
    pub fn now(self) -> Option<Turn> {
        let permit = self.room.clone().try_acquire_owned().ok()?;
        Some(Turn { _entered: self, _permit: permit })
    }

    /// Takes the turn when there is room; those who wait go before the scheduler.
    pub async fn wait(self) -> Result<Turn> {
        let permit = self.room.clone().acquire_owned().await.map_err(|e| Error::unavailable().because(e))?;
        Ok(Turn { _entered: self, _permit: permit })
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        lock(&self.running).remove(&self.job);
    }
}

fn lock(running: &Mutex<HashMap<JobId, ProjectId>>) -> MutexGuard<'_, HashMap<JobId, ProjectId>> {
    running.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    #[tokio::test]
    async fn a_job_runs_once_and_a_few_at_a_time() {
        let (jobs, ids) = (Jobs::found(Vec::new()), IdSource::default());
        let (project, job): (ProjectId, JobId) = (ids.next(), ids.next());
        let first = jobs.begin(project, job).expect("enters").now().expect("room");
        assert!(jobs.begin(project, job).is_none() && jobs.is_running(job));
        let others: Vec<Turn> =
            (1..PARALLEL).map(|_| jobs.begin(project, ids.next()).expect("enters").now().expect("room")).collect();
        assert_eq!((jobs.room(), jobs.load()[&project]), (0, PARALLEL));
        assert!(jobs.begin(project, ids.next()).expect("enters").now().is_none());
        let late = jobs.begin(project, ids.next()).expect("enters");
        let (turn, ()) = tokio::join!(late.wait(), async { drop(first) });
        assert!(!jobs.is_running(job));
        drop((turn.expect("its turn"), others));
        jobs.idle().await;
        assert_eq!((jobs.room(), jobs.load().len()), (PARALLEL, 0));
    }
}
