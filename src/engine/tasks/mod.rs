//! One-off tasks: taking them in, looking at them, running them again and cancelling them. A
//! service finds those that are due; what an attempt does, and what comes of it, is beside it.

mod attempt;
mod intake;
mod lanes;
mod secret;
mod service;
mod settle;
#[cfg(test)]
mod tests;

pub use intake::{Taken, create, hand_in};
pub use secret::{CallbackSecret, callback_secret, rotate_callback_secret};
pub use service::Tasks;
pub(super) use service::{hold, run};

use super::Engine;
use super::audit::{self, Entry};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::query::TaskQuery;
use crate::domain::task::{Attempt, Lane, Task, TaskId, TaskTag};
use crate::store::{Snapshot, Tx, dead_letters, tasks};
use serde_json::json;
use std::sync::Arc;

/// Attempts that are shown with their task.
const SHOWN_ATTEMPTS: usize = 100;

/// Whether a caller may have to do with the tasks of a tenant; those of none have no tenant.
fn allows_tenant(caller: &Actor, tenant: Option<&str>) -> bool {
    caller.allows_tenant(tenant.unwrap_or_default())
}

/// One page of those the caller may see, newest first.
pub async fn list(
    engine: &Engine,
    actor: &Actor,
    query: TaskQuery,
    page: Page<TaskTag>,
) -> Result<Slice<Task, TaskTag>> {
    let actor = actor.clone();
    let read = engine
        .store
        .read(move |snap| tasks::list(snap, actor.project, &query, page, |tenant| allows_tenant(&actor, tenant)));
    read.await
}

/// A task with its newest attempts, oldest first.
pub async fn get(engine: &Engine, actor: &Actor, id: TaskId) -> Result<(Task, Vec<Attempt>)> {
    let actor = actor.clone();
    let read = engine.store.read(move |snap| {
        let task = visible(snap, &actor, id)?;
        Ok((task, tasks::attempts(snap, id, SHOWN_ATTEMPTS)?))
    });
    read.await
}

/// What the caller may not see is not found.
fn visible(snap: &Snapshot<'_>, actor: &Actor, id: TaskId) -> Result<Task> {
    let task = tasks::get(snap, actor.project, id)?;
    match allows_tenant(actor, task.tenant.as_deref()) {
        true => Ok(task),
        false => Err(Error::not_found("Task")),
    }
}

/// Runs a task now, with all retries before it again, whatever came of it; nothing while it runs.
/// 403 while the project is held.
pub async fn retry(engine: &Arc<Engine>, actor: &Actor, id: TaskId) -> Result<Task> {
    engine.project(actor.project).await?.require_unheld()?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let (mut task, now) = (visible(tx, &actor, id)?, Timestamp::now());
        if task.retry(now) {
            tasks::change(tx, actor.project, &task)?;
            dead_letters::resolve_of_task(tx, id, now)?;
            record(tx, &engine_, &actor, id, "task.retried")?;
            wake(tx, &engine_, &actor, &task);
        }
        Ok(task)
    });
    write.await
}

/// Ends a task; a request that is under way still finishes, and nothing comes of it. Again does
/// nothing; 422 when it has ended otherwise.
pub async fn cancel(engine: &Arc<Engine>, actor: &Actor, id: TaskId) -> Result<Task> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut task = visible(tx, &actor, id)?;
        if task.cancel(Timestamp::now())? {
            tasks::change(tx, actor.project, &task)?;
            record(tx, &engine_, &actor, id, "task.cancelled")?;
            wake(tx, &engine_, &actor, &task);
        }
        Ok(task)
    });
    write.await
}

/// Makes the callback of a task once more, for a dead letter that tells of it; part of the caller's
/// write. 422 when there is nothing to call back.
pub(super) fn call_back_again(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor, id: TaskId) -> Result<()> {
    let gone = || Error::new(crate::base::Kind::Invalid, "Task no longer exists");
    let mut task = tasks::find(tx, actor.project, id)?.ok_or_else(gone)?;
    if !task.call_back_again(Timestamp::now()) {
        return Err(Error::new(crate::base::Kind::Invalid, "Task has not ended"));
    }
    tasks::change(tx, actor.project, &task)?;
    wake(tx, engine, actor, &task);
    Ok(())
}

/// The service learns of what is due once it is durable.
fn wake(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor, task: &Task) {
    let Some(due_at) = task.due_at else { return };
    let (engine, lane, project): (_, Lane, _) = (engine.clone(), task.lane(), actor.project);
    tx.after_commit(move || engine.oneoffs.due(lane, project, due_at));
}

fn record(tx: &Tx<'_>, engine: &Engine, actor: &Actor, id: TaskId, action: &'static str) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "task", Some(id.to_string()), json!({})))
}
