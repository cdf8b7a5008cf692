//! The end of a project. One transaction takes it away from everyone; what is still due of it may
//! be any number of rows and ends in further ones, by the next start if need be.

use super::super::audit::{self, Entry};
use super::super::notices;
use super::{get, member};
use crate::base::{Error, Id, Kind, Result, Timestamp};
use crate::domain::access::{Account, Actor, Role};
use crate::domain::delivery::Ended;
use crate::domain::project::ProjectId;
use crate::engine::Engine;
use crate::store::deliveries::{self, Of};
use crate::store::{self, Tx, batches, intake, webhooks};
use serde_json::json;
use std::sync::Arc;

/// Rows changed by one operation, so that the writer is never held for long.
const CHUNK: usize = 500;

/// Deletes a project for everyone; its rows stay. Only its owner may: 403.
pub async fn delete(engine: &Arc<Engine>, account: &Account, id: ProjectId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (actor, role) = member(tx, &account, id)?;
        match role {
            Role::Owner => close(tx, &engine_, &actor),
            _ => Err(Error::new(Kind::Forbidden, "Only the owner can delete a project")),
        }
    });
    write.await?;
    clear(engine, id).await
}

/// Ends all that is due of a project that was just closed.
pub(in crate::engine) async fn clear(engine: &Arc<Engine>, id: ProjectId) -> Result<()> {
    // A caller who hangs up must not stop it half-way.
    let rest = engine.tasks.spawn(finish(engine.clone(), id));
    rest.await.map_err(Error::internal)
}

/// Takes an active project away from everyone; [`clear`] is to follow the commit.
pub(in crate::engine) fn close(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor) -> Result<()> {
    let (id, now) = (actor.project, Timestamp::now());
    let project = get(tx, id)?;
    store::projects::close(tx, id, now)?;
    store::api_keys::end_all(tx, id, now)?;
    let webhooks = webhooks::deactivate_all(tx, id, now)?;
    store::pipelines::deactivate_all(tx, id, now)?;
    store::sources::deactivate_all(tx, id, now)?;
    store::replays::cancel_all(tx, id, now)?;
    store::schemas::deactivate_all(tx, id, now)?;
    store::jobs::deactivate_all(tx, id, now)?;
    store::sandbox::delete_all(tx, id)?;
    store::embed::revoke_all(tx, id)?;
    store::projects::move_default(tx, id, None)?;
    store::notifications::read_about_members(tx, id, now)?;
    for user in store::members::users(tx, id)?.into_iter().filter(|user| *user != project.owner) {
        notices::project_deleted(tx, engine, user, &project)?;
    }
    audit::record(tx, engine, Entry::of(actor, "project.deleted", "project", Some(id.to_string()), json!({})))?;
    engine.rights_changed(tx, id);
    let engine = engine.clone();
    tx.after_commit(move || {
        engine.directory.schemas_changed(id);
        webhooks.into_iter().for_each(|webhook| engine.dispatch.drop_webhook(webhook, Id::MAX));
    });
    Ok(())
}

/// Ends all that is due of a deleted project.
async fn finish(engine: Arc<Engine>, id: ProjectId) {
    while !engine.stopping().is_cancelled() {
        let engine_ = engine.clone();
        match engine.store.write(move |tx| step(tx, &engine_, id)).await {
            Ok(true) => {}
            Ok(false) => return,
            // Nothing of it is sent meanwhile, and the next start goes on.
            Err(e) => return tracing::warn!(project = %id, error = ?e, "a deleted project is not cleared yet"),
        }
    }
}

/// Does a bounded part; true when more is left.
fn step(tx: &Tx<'_>, engine: &Arc<Engine>, id: ProjectId) -> Result<bool> {
    if store::projects::is_active(tx, id)? {
        return Ok(false);
    }
    let ended = deliveries::end(tx, Of::Project(id), Ended::ProjectDeleted, Timestamp::now(), CHUNK)?;
    let cancelled = intake::cancel_waiting(tx, id, CHUNK)?;
    let forgotten = batches::forget_project(tx, id, CHUNK)?;
    let dropped = store::tasks::end(tx, id, Timestamp::now(), CHUNK)?;
    let engine = engine.clone();
    tx.after_commit(move || engine.ended(id, ended + forgotten));
    Ok([ended, cancelled, forgotten].contains(&CHUNK) || dropped >= CHUNK)
}

/// Goes on with what a stop or a kill interrupted.
pub(in crate::engine) async fn resume(engine: &Arc<Engine>) {
    match engine.store.read(store::projects::unfinished).await {
        Ok(projects) => {
            for project in projects {
                finish(engine.clone(), project).await;
            }
        }
        Err(e) => tracing::warn!(error = ?e, "deleted projects were not looked through"),
    }
}

#[cfg(test)]
mod tests;
