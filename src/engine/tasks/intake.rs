//! Taking in a task: one write, in which its key is looked up too, so that two requests with the
//! same key make one task.

use super::{allows_tenant, secret, wake};
use crate::base::crypto::constant_time_eq;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::task::{KEY_LIFETIME, NewTask, Task, TaskId};
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store::Tx;
use crate::store::tasks::{self, Known};
use serde_json::json;
use std::sync::Arc;

/// A task that was taken in.
#[derive(Debug)]
pub struct Taken {
    pub task: Task,
    /// The same was asked for before, with the same key.
    pub replayed: bool,
}

/// As [`create`], at the pace that a tenant is allowed: 429 beyond it.
pub async fn hand_in(engine: &Arc<Engine>, actor: &Actor, new: NewTask) -> Result<Taken> {
    check_tenant(actor, &new)?;
    let limit = engine.limits.tasks();
    if limit > 0 {
        let tenant = (actor.project, new.tenant.clone().unwrap_or_default());
        engine.oneoffs.paces.spend(tenant, limit, Timestamp::now())?;
    }
    create(engine, actor, new).await
}

fn check_tenant(actor: &Actor, new: &NewTask) -> Result<()> {
    match allows_tenant(actor, new.tenant.as_deref()) {
        true => Ok(()),
        false => Err(Error::new(Kind::Unauthorized, "Tenant is not authorised")),
    }
}

/// Takes in a task. 401 for a tenant the caller has nothing to do with, 403 while the project is
/// held, 409 when the key stands for another task.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, new: NewTask) -> Result<Taken> {
    check_tenant(actor, &new)?;
    engine.project(actor.project).await?.require_unheld()?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    engine.store.write(move |tx| store(tx, &engine_, &actor, new)).await
}

fn store(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor, new: NewTask) -> Result<Taken> {
    let (project, now) = (actor.project, Timestamp::now());
    let tenant = new.tenant.clone().unwrap_or_default();
    if let Some(key) = &new.key
        && let Some(known) = tasks::known(tx, project, (&tenant, key), now)?
        && let Some(task) = tasks::find(tx, project, known.task)?
    {
        return match constant_time_eq(&known.hash, &new.hash) {
            true => Ok(Taken { task, replayed: true }),
            false => Err(Error::new(Kind::Conflict, "Idempotency-Key was used with a different payload")),
        };
    }
    let id: TaskId = engine.ids.next();
    let hash = new.hash.to_vec();
    let task = new.create(id);
    if task.callback.is_some() {
        secret::ensure(tx, engine, project)?;
    }
    tasks::insert(tx, project, &task)?;
    if let Some(key) = &task.idempotency_key {
        tasks::claim_key(tx, project, (&tenant, key), &Known { task: id, hash }, now.plus(KEY_LIFETIME))?;
    }
    let noted = json!({"type": task.kind, "tenant_id": task.tenant});
    audit::record(tx, engine, Entry::of(actor, "task.created", "task", Some(id.to_string()), noted))?;
    wake(tx, engine, actor, &task);
    Ok(Taken { task, replayed: false })
}
