//! The service that begins what is due: one timer, a claim of many tasks in one write, an attempt
//! of each. Nothing polls: whoever makes something due tells it here after the commit.

use super::attempt;
use super::lanes::{Lanes, Share};
use crate::base::{Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::task::Lane;
use crate::engine::Engine;
use crate::engine::alarm::Alarm;
use crate::engine::pace::PerMinute;
use crate::store::tasks::{self, Claim, Waiting};
use std::collections::HashSet;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// When to look again after a failure.
const AGAIN: Duration = Duration::from_secs(1);
/// Rows claimed by one write at most, so that the writer is never held for long.
const ROWS: usize = 128;

/// What the server remembers of one-off tasks; the table has the truth.
#[derive(Debug, Default)]
pub struct Tasks {
    alarm: Alarm,
    lanes: Mutex<Lanes>,
    claims: AtomicI64,
    left: Notify,
    /// Tasks handed in for each tenant.
    pub(super) paces: PerMinute<(ProjectId, String)>,
}

impl Tasks {
    /// With what a start found waiting, and the projects that rest.
    pub(in crate::engine) fn found(waiting: &[Waiting], held: &HashSet<ProjectId>) -> Tasks {
        let all = Tasks::default();
        held.iter().for_each(|project| all.lanes().hold(*project, true));
        waiting.iter().for_each(|found| all.lanes().due(found.lane, found.project, found.due_at));
        all
    }

    fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be called after the commit that made something due.
    pub(super) fn due(&self, lane: Lane, project: ProjectId, at: Timestamp) {
        self.lanes().due(lane, project, at);
        self.alarm.set(Some(at));
    }

    /// Drops what is remembered of a project that exists no more.
    pub(in crate::engine) fn forget(&self, project: ProjectId) {
        self.lanes().forget(project);
    }

    /// Attempts under way.
    pub fn running(&self) -> usize {
        self.lanes().running()
    }

    /// Resolves when no attempt is under way.
    pub(in crate::engine) async fn idle(&self) {
        loop {
            let mut told = std::pin::pin!(self.left.notified());
            told.as_mut().enable();
            if self.running() == 0 {
                return;
            }
            told.await;
        }
    }

    fn number(&self) -> i64 {
        self.claims.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// Has the tasks of a project rest, or go on. To be called after the commit that decides it.
pub(in crate::engine) fn hold(engine: &Engine, project: ProjectId, held: bool) {
    engine.oneoffs.lanes().hold(project, held);
    if !held {
        engine.oneoffs.alarm.set(Some(Timestamp::now()));
    }
}

/// The place of an attempt; free again when this is dropped, a panic included.
#[derive(Debug)]
pub(super) struct Place {
    engine: Arc<Engine>,
    pub lane: Lane,
    project: ProjectId,
}

impl Drop for Place {
    fn drop(&mut self) {
        let all = &self.engine.oneoffs;
        let mut lanes = all.lanes();
        lanes.left(self.lane, self.project);
        let next = lanes.next();
        drop(lanes);
        all.alarm.set(next);
        all.left.notify_waiters();
    }
}

pub(in crate::engine) async fn run(engine: &Arc<Engine>) {
    let all = &engine.oneoffs;
    loop {
        // What is set from here on is seen below or wakes the wait.
        all.alarm.take();
        let shares = all.lanes().share(Timestamp::now());
        if shares.is_empty() {
            let next = all.lanes().next();
            all.alarm.reset(next);
            tokio::select! {
                () = engine.stopping().cancelled() => return,
                () = all.alarm.wait() => {}
            }
        }
        begin(engine, shares).await;
        if engine.stopping().is_cancelled() {
            return;
        }
    }
}

/// Begins the tasks that these shares have room for.
pub(super) async fn begin(engine: &Arc<Engine>, mut shares: Vec<Share>) {
    while !shares.is_empty() {
        let mut rows = 0;
        let mut fits = |share: &Share| {
            let fits = rows == 0 || rows + share.places <= ROWS;
            rows += share.places;
            fits
        };
        let count = shares.iter().take_while(|share| fits(share)).count();
        let rest = shares.split_off(count.max(1));
        claim(engine, std::mem::replace(&mut shares, rest)).await;
    }
}

/// Claims in one write, and starts an attempt of each once that is durable.
async fn claim(engine: &Arc<Engine>, shares: Vec<Share>) {
    let (engine_, wanted) = (engine.clone(), shares.clone());
    let write = engine.store.write(move |tx| {
        let now = Timestamp::now();
        let claimed = wanted.iter().map(|share| {
            let of = (share.lane, share.project);
            let claims = tasks::claim(tx, of, share.places.min(ROWS), now, || engine_.oneoffs.number())?;
            Ok((claims, tasks::next_due(tx, share.lane, share.project)?))
        });
        claimed.collect::<Result<Vec<(Vec<Claim>, Option<Timestamp>)>>>()
    });
    match write.await {
        Ok(claimed) => {
            for (share, (claims, next)) in shares.into_iter().zip(claimed) {
                engine.oneoffs.lanes().looked(share, claims.len(), next);
                for claim in claims {
                    let place = Place { engine: engine.clone(), lane: share.lane, project: share.project };
                    engine.tasks.spawn(attempt::run(engine.clone(), claim, place));
                }
            }
        }
        Err(e) => {
            tracing::error!(error = ?e, "tasks could not be begun; trying again");
            let again = Timestamp::now().plus(AGAIN);
            shares.into_iter().for_each(|share| engine.oneoffs.lanes().looked(share, 0, Some(again)));
        }
    }
}
