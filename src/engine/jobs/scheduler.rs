//! The scheduler: one timer that sleeps until the earliest due time, and the turns of what is due.
//! The due time of a row is the schedule; a claim moves it on, in the write that stores the run.

use super::call::Call;
use super::fire::{self, Firing};
use super::look::{Found, Loaded, Look, look};
use super::tell;
use crate::base::{Kind, Result, Timestamp};
use crate::domain::job::{Action, JobId, Outcome, Run, Trigger};
use crate::engine::Engine;
use crate::store::Tx;
use crate::store::jobs::{self, Due};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// Jobs looked at together.
const CHUNK: usize = 200;
/// Rows of one write, so that the writer is never held for long.
const ROWS: usize = 300;
/// When to look again after a failure, and at a job that could not be run.
const AGAIN: Duration = Duration::from_secs(1);
const LATER: Duration = Duration::from_secs(30);

pub(in crate::engine) async fn run(engine: &Arc<Engine>) {
    let alarm = &engine.jobs.alarm;
    tell::cut(engine).await;
    loop {
        alarm.take();
        let next = sweep(engine).await.unwrap_or_else(|e| {
            tracing::error!(error = ?e, "running jobs failed; trying again");
            Some(Timestamp::now().plus(AGAIN))
        });
        alarm.reset(next);
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = alarm.wait() => {}
        }
    }
}

/// Runs all that is due; returns when to look again.
pub(super) async fn sweep(engine: &Arc<Engine>) -> Result<Option<Timestamp>> {
    // Once something went wrong one by one: a job that cannot be stored is set aside and must not
    // keep the others from running.
    let (mut chunk, mut aside) = (CHUNK, HashSet::new());
    while !engine.stopping().is_cancelled() {
        let Look { found, next } = look(engine, chunk, &aside).await?;
        if found.is_empty() {
            let later = (!aside.is_empty()).then(|| Timestamp::now().plus(LATER));
            return Ok([next, later].into_iter().flatten().min());
        }
        let ids: Vec<JobId> = found.iter().map(|found| found.due.job).collect();
        match take(engine, found).await {
            Ok(()) => {}
            Err(e) if e.kind() == Kind::Unavailable => return Err(e),
            Err(e) => {
                tracing::error!(error = ?e, jobs = ?ids, "jobs were not run");
                if ids.len() == 1 {
                    aside.extend(ids);
                }
                chunk = 1;
            }
        }
    }
    Ok(None)
}

/// A due job that is about to move on to its next time, and what is stored in one piece with that.
struct Claim {
    due: Due,
    next: Option<Timestamp>,
    deed: Deed,
}

enum Deed {
    /// Its time passes unused.
    Nothing,
    Run(Firing),
    Call(Box<Call>),
}

/// Takes the turns of the jobs, several in one write.
pub(super) async fn take(engine: &Arc<Engine>, found: Vec<Found>) -> Result<()> {
    let (mut claims, mut rows) = (Vec::new(), 0);
    for found in found {
        if let Some(claim) = decide(engine, found).await? {
            rows += claim.rows();
            claims.push(claim);
        }
        if rows >= ROWS {
            store(engine, std::mem::take(&mut claims)).await?;
            rows = 0;
        }
    }
    store(engine, claims).await
}

async fn store(engine: &Arc<Engine>, claims: Vec<Claim>) -> Result<()> {
    let engine_ = engine.clone();
    engine.store.write(move |tx| claims.into_iter().try_for_each(|claim| claim.store(&engine_, tx))).await
}

/// What happens to a due job; `None` leaves it due, because there is no room for its request.
async fn decide(engine: &Arc<Engine>, found: Found) -> Result<Option<Claim>> {
    let Found { due, loaded } = found;
    let Some(Loaded { job, secret, slot, next }) = loaded else {
        return Ok(Some(Claim { due, next: None, deed: Deed::Nothing }));
    };
    let claim = |deed| Ok(Some(Claim { due, next, deed }));
    let missed = slot > due.at || due.at < engine.started;
    let trigger = if missed { Trigger::CatchUp } else { Trigger::Schedule };
    let run = Run::begin(engine.ids.next(), job.id, trigger, Some(slot), Timestamp::now());
    let failed = |run, outcome| claim(Deed::Run(fire::failed(due.project, run, outcome)));
    let view = match engine.project(due.project).await {
        Ok(view) if view.held || !view.project.active => return claim(Deed::Nothing),
        Ok(view) => view,
        Err(e) if e.kind() == Kind::Unavailable => return Err(e),
        Err(e) => {
            tracing::error!(error = ?e, project = %due.project, job = %job.id, "the project of a job cannot be read");
            return failed(run, Outcome::refused(&e));
        }
    };
    if engine.jobs.is_running(job.id) {
        return failed(run, Outcome::failed("Skipped: previous run still in progress"));
    }
    if let Action::Emit(emit) = &job.action {
        return claim(Deed::Run(fire::events(engine, &view, &job, emit, run).await));
    }
    match engine.jobs.begin(due.project, job.id).and_then(|entered| entered.now()) {
        Some(turn) => claim(Deed::Call(Box::new(Call { project: due.project, run, job, secret, turn }))),
        None => Ok(None),
    }
}

impl Claim {
    /// The rows that it takes.
    fn rows(&self) -> usize {
        match &self.deed {
            Deed::Run(firing) => 1 + firing.rows(),
            Deed::Nothing | Deed::Call(_) => 2,
        }
    }

    fn store(self, engine: &Arc<Engine>, tx: &Tx<'_>) -> Result<()> {
        // Somebody changed the job meanwhile: it is due at another time, or not at all.
        if !jobs::claim(tx, &self.due, self.next)? {
            return Ok(());
        }
        match self.deed {
            Deed::Nothing => Ok(()),
            Deed::Run(firing) => firing.store(engine, tx).map(drop),
            Deed::Call(call) => call.store(engine, tx),
        }
    }
}
