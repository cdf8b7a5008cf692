//! Storing what came of an attempt, in one write with whatever follows from it: the next due time,
//! the dead letter of a callback, and what people are told.

use super::attempt::Done;
use crate::base::{Kind, Result, Timestamp, crypto};
use crate::domain::alert::AlertKind;
use crate::domain::attempt::Outcome;
use crate::domain::dead_letter::{self, DeadLetter};
use crate::domain::project::ProjectId;
use crate::domain::task::{Lane, Status, Task, Turn};
use crate::engine::{Engine, channels};
use crate::store::tasks::{self, Claim};
use crate::store::{Tx, dead_letters};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// How long a result waits for a disk that is full, and a task for a project that cannot be read.
const AGAIN: Duration = Duration::from_secs(1);

/// Stores what came of the attempt of a claim. Returns the claim with its next attempt begun, if
/// that may be made in the same lane at once.
pub(super) async fn store(
    engine: &Arc<Engine>,
    mut claim: Claim,
    done: impl FnOnce(&Task) -> Done,
    lane: Lane,
) -> Option<Claim> {
    let now = Timestamp::now();
    let done = done(&claim.task);
    let dead = match done.attempt.turn {
        Turn::Run => {
            claim.task.finish(&done.end, now);
            false
        }
        Turn::Callback => claim.task.called_back(done.end.outcome == Outcome::Success, now),
    };
    let goes_on = claim.task.due_at == Some(now) && claim.task.lane() == lane && !engine.stopping().is_cancelled();
    if goes_on {
        claim.task.begin(now);
    }
    let done = Arc::new(done);
    loop {
        let (engine_, claim_, done) = (engine.clone(), claim.clone(), done.clone());
        match engine.store.write(move |tx| write(tx, &engine_, &claim_, &done, (dead, goes_on))).await {
            Ok(kept) => return (kept && goes_on).then_some(claim),
            Err(e) if e.kind() == Kind::Unavailable && !engine.stopping().is_cancelled() => {
                tokio::time::sleep(AGAIN).await;
            }
            // The next start makes the attempt again.
            Err(e) => {
                tracing::error!(task = %claim.task.id, error = ?e, "the result of a task was not stored");
                return None;
            }
        }
    }
}

fn write(tx: &Tx<'_>, engine: &Arc<Engine>, claim: &Claim, done: &Done, (dead, goes_on): (bool, bool)) -> Result<bool> {
    let (project, task) = (claim.project, &claim.task);
    let settled = tasks::settle(tx, claim, goes_on)?;
    if settled || tasks::find(tx, project, task.id)?.is_some() {
        tasks::add_attempt(tx, task.id, &done.attempt)?;
    }
    if !settled {
        // Cancelled, run again by hand or removed meanwhile.
        return Ok(false);
    }
    let (turn, ended) = (done.attempt.turn, task.completed_at.is_some());
    if turn == Turn::Run && ended {
        engine.metrics.task(task.status == Status::Succeeded);
        if task.status == Status::Fatal {
            tell(tx, engine, project, task)?;
        }
    }
    if turn == Turn::Callback && task.due_at.is_none() {
        match dead {
            true => bury(tx, engine, project, task, done)?,
            // Only one that failed before can have a dead letter.
            false if task.callback_attempts > 1 => {
                dead_letters::resolve_of_task(tx, task.id, task.updated_at)?;
            }
            false => {}
        }
    }
    if let Some(due_at) = task.due_at {
        let (engine, lane) = (engine.clone(), task.lane());
        tx.after_commit(move || engine.oneoffs.due(lane, project, due_at));
    }
    Ok(true)
}

/// A task failed for good.
fn tell(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, task: &Task) -> Result<()> {
    let (kind, why) = (&task.kind, task.error.as_deref().unwrap_or_default());
    let payload = json!({
        "message": format!("A task of type \"{kind}\" failed: {why}"),
        "task_id": task.id,
        "task_type": kind,
    });
    // Told apart by their type: a thousand tasks that fail alike are one piece of news.
    let of = crypto::sha256(kind.as_bytes());
    let of = std::array::from_fn(|at| of[at]);
    channels::raise(tx, engine, project, (AlertKind::JobFailed, of), &payload)
}

/// A callback never arrived.
fn bury(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, task: &Task, done: &Done) -> Result<()> {
    dead_letters::resolve_of_task(tx, task.id, task.updated_at)?;
    let (url, attempt) = (task.callback.clone().unwrap_or_default(), &done.attempt);
    let error = attempt.error.as_deref().unwrap_or_default();
    let letter = DeadLetter {
        id: engine.ids.next(),
        delivery: None,
        event: None,
        webhook: None,
        task: Some(task.id),
        webhook_url: url.clone(),
        topic: None,
        payload: task.report(),
        batch_size: None,
        last_error: dead_letter::last_error(error, attempt.response_body.as_deref()),
        last_response_status: attempt.response_status,
        attempts: task.callback_attempts,
        resolved_at: None,
    };
    dead_letters::record(tx, project, &letter)?;
    let payload = json!({
        "message": format!("The callback of a task finally failed: {url}"),
        "webhook_url": url,
        "dead_letter_id": letter.id,
        "task_id": task.id,
    });
    let of = crypto::sha256(url.as_bytes());
    let of = std::array::from_fn(|at| of[at]);
    channels::raise(tx, engine, project, (AlertKind::DlqEntry, of), &payload)
}

/// The attempt is not made after all: back to the table, as if it had not begun.
pub(super) async fn give_back(engine: &Arc<Engine>, mut claim: Claim) {
    claim.task.give_back(Timestamp::now().plus(AGAIN));
    let (engine_, id) = (engine.clone(), claim.task.id);
    let write = engine.store.write(move |tx| {
        if tasks::settle(tx, &claim, false)?
            && let Some(due_at) = claim.task.due_at
        {
            let (lane, project) = (claim.task.lane(), claim.project);
            tx.after_commit(move || engine_.oneoffs.due(lane, project, due_at));
        }
        Ok(())
    });
    if let Err(e) = write.await {
        // The next start returns it.
        tracing::error!(task = %id, error = ?e, "a task was not given back");
    }
}
