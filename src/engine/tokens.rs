//! The API key of a project: showing, replacing and restricting it.

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Error, Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::api_key::{self, ApiKey, ApiKeyPatch};
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;

/// The active key of the project, if it has one.
pub async fn current(engine: &Engine, actor: &Actor) -> Result<Option<ApiKey>> {
    let project = actor.project;
    let key = engine.store.read(move |snap| store::api_keys::find_active(snap, project)).await?;
    Ok(key.map(|key| {
        let last_used_at = key.last_used_at.max(engine.access.activity.key_used(key.id));
        ApiKey { last_used_at, ..key }
    }))
}

/// Makes a new key, with the name and rights of the present one, which ends. Returns the whole
/// key beside its row: it is shown this once.
pub async fn regenerate(engine: &Arc<Engine>, actor: &Actor) -> Result<(ApiKey, String)> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let (secret, id) = (crypto::random_token(api_key::PREFIX), engine_.ids.next());
        let key = match store::api_keys::find_active(tx, actor.project)? {
            Some(old) => old.successor(id, &secret),
            None => ApiKey::new(id, actor.project, &secret),
        };
        store::api_keys::deactivate(tx, actor.project, Timestamp::now())?;
        store::api_keys::insert(tx, &key, &crypto::sha256(secret.as_bytes()))?;
        let (id, prefix) = (Some(key.id.to_string()), json!({"prefix": key.prefix}));
        audit::record(tx, &engine_, Entry::of(&actor, "api_key.regenerated", "api_key", id, prefix))?;
        forget(tx, &engine_, &actor);
        Ok((key, secret))
    });
    write.await
}

/// Changes name, scopes or addresses of the active key; in force from the next request.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, patch: ApiKeyPatch) -> Result<ApiKey> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let found = store::api_keys::find_active(tx, actor.project)?;
        let key = found.ok_or_else(|| Error::not_found("API key"))?;
        if patch.is_empty() {
            return Ok(key);
        }
        let key = patch.apply(key);
        store::api_keys::update(tx, &key, Timestamp::now())?;
        let metadata = json!({"scopes": key.scopes, "allowed_ips": key.allowed_ips});
        let id = Some(key.id.to_string());
        audit::record(tx, &engine_, Entry::of(&actor, "api_key.updated", "api_key", id, metadata))?;
        forget(tx, &engine_, &actor);
        Ok(key)
    });
    write.await
}

/// Drops what is remembered of the project's keys before the caller hears of the change.
fn forget(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor) {
    let (engine, project) = (engine.clone(), actor.project);
    tx.after_commit(move || engine.access.keys.changed(project));
}
