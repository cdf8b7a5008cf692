//! Scheduled jobs: what is done, when, and what came of it. Whoever runs them tells the time; how
//! a request is carried out and a run is stored is decided elsewhere.

mod action;
mod given;
mod input;
mod placeholder;
mod preview;
mod run;
mod timing;

pub use action::{Action, ActionKind, Emit, Method, Post, topic_of};
pub use input::{Changes, NewJob};
pub use placeholder::Moment;
pub use preview::Preview;
pub use run::{Outcome, Run, RunId, RunStatus, RunTag, Trigger};
pub use timing::{Rule, Timing};

use super::status::Status;
use crate::base::{Id, Result, Timestamp};

#[derive(Debug)]
pub enum JobTag {}
/// Id of a job.
pub type JobId = Id<JobTag>;

/// A job as it is stored; the secret of its requests is not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub name: String,
    pub status: Status,
    /// Kept for clients that sort their jobs by it.
    pub queue: Option<String>,
    pub timing: Timing,
    pub action: Action,
    pub has_secret: bool,
    /// None while it is inactive.
    pub next_run_at: Option<Timestamp>,
    /// The latest time of its schedule that was used up: none up to it runs again, also when the
    /// clock is set back.
    pub last_slot: Option<Timestamp>,
    /// When the last finished run began, and how it ended.
    pub last_run: Option<(Timestamp, RunStatus)>,
    pub updated_at: Timestamp,
}

impl Job {
    /// The first time after `now` that was not used up yet; none while inactive or when there is
    /// none before the year 2100.
    pub fn next_after(&self, now: Timestamp) -> Result<Option<Timestamp>> {
        if !self.status.is_active() {
            return Ok(None);
        }
        Ok(self.timing.schedule()?.next(self.last_slot.map_or(now, |last| last.max(now))))
    }

    /// What is to be run of a job that was due at `due`: the latest time that has passed, which
    /// stands for all before it, and the time after it.
    pub fn slot(&self, due: Timestamp, now: Timestamp) -> Result<(Timestamp, Option<Timestamp>)> {
        let schedule = self.timing.schedule()?;
        let slot = schedule.latest(due, now).unwrap_or(due);
        Ok((slot, schedule.next(slot.max(now))))
    }
}

#[cfg(test)]
mod tests;
