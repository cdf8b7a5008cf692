//! The secret by which the callbacks of a project are signed: made when it is first needed, shown
//! to admins, and replaced with the one before it still valid.

use crate::base::{Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::project::ProjectId;
use crate::domain::signing::Secret;
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store::{Tx, tasks};
use serde_json::json;
use std::sync::Arc;

/// What callbacks are signed with.
#[derive(Debug, Clone)]
pub struct CallbackSecret {
    pub current: Secret,
    /// It signs too, until the next replacement.
    pub previous: Option<Secret>,
    pub updated_at: Timestamp,
}

/// The secret of the project, made if there is none.
pub async fn callback_secret(engine: &Arc<Engine>, actor: &Actor) -> Result<CallbackSecret> {
    let (keys, project) = (engine.keys.clone(), actor.project);
    if let Some((current, previous, updated_at)) =
        engine.store.read(move |snap| tasks::secrets(snap, &keys, project)).await?
    {
        return Ok(CallbackSecret { current, previous, updated_at });
    }
    let engine_ = engine.clone();
    engine.store.write(move |tx| ensure(tx, &engine_, project)).await
}

/// Puts a new secret before the present one.
pub async fn rotate_callback_secret(engine: &Arc<Engine>, actor: &Actor) -> Result<CallbackSecret> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let (keys, now, project) = (&engine_.keys, Timestamp::now(), actor.project);
        let previous = tasks::secrets(tx, keys, project)?.map(|(current, ..)| current);
        let current = generate();
        tasks::put_secrets(tx, keys, project, (&current, previous.as_ref()), now)?;
        let of = Some(project.to_string());
        audit::record(tx, &engine_, Entry::of(&actor, "task_secret.rotated", "task_secret", of, json!({})))?;
        Ok(CallbackSecret { current, previous, updated_at: now })
    });
    write.await
}

/// As [`callback_secret`], within a write.
pub(super) fn ensure(tx: &Tx<'_>, engine: &Engine, project: ProjectId) -> Result<CallbackSecret> {
    if let Some((current, previous, updated_at)) = tasks::secrets(tx, &engine.keys, project)? {
        return Ok(CallbackSecret { current, previous, updated_at });
    }
    let (current, updated_at) = (generate(), Timestamp::now());
    tasks::put_secrets(tx, &engine.keys, project, (&current, None), updated_at)?;
    Ok(CallbackSecret { current, previous: None, updated_at })
}

fn generate() -> Secret {
    Secret::generate(crypto::random_bytes())
}
