//! The API keys of a project: making, changing, replacing, showing and ending them. A change is in
//! force with the next request: what is remembered of keys is dropped right after the commit.

use super::access::Unwritten;
use super::audit::{self, Entry};
use super::{Engine, access, reauth};
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::{Account, Actor, KeyId, KeyTag};
use crate::domain::api_key::{self, ApiKey, ApiKeyPatch, MAX_KEYS};
use crate::domain::project::ProjectId;
use crate::store::api_keys::{self, Secret};
use crate::store::{Snapshot, Tx};
use serde_json::{Value, json};
use std::sync::Arc;

/// How a face spells what may be said of a key.
pub type Reader = fn(Fields<'_>) -> Result<ApiKeyPatch>;

/// A new secret.
pub(super) fn generate() -> String {
    crypto::random_token(api_key::PREFIX)
}

/// What is kept of a secret: its hash, and a sealed copy unless the server keeps none.
pub(super) fn keep(engine: &Engine, id: KeyId, secret: &str) -> Result<Secret> {
    let sealed = (!engine.settings.no_reveal).then(|| engine.keys.seal_text(&api_keys::place(id), secret));
    Ok(Secret { hash: crypto::sha256(secret.as_bytes()), sealed: sealed.transpose()? })
}

/// Newest first, disabled ones among them.
pub async fn list(engine: &Engine, actor: &Actor, page: Page<KeyTag>) -> Result<Slice<ApiKey, KeyTag>> {
    let project = actor.project;
    let unwritten = engine.access.activity.unwritten();
    let Slice { rows, next } = engine.store.read(move |snap| api_keys::list(snap, project, page)).await?;
    Ok(Slice { rows: rows.into_iter().map(|key| with_last_use(key, &unwritten)).collect(), next })
}

pub async fn get(engine: &Engine, actor: &Actor, id: KeyId) -> Result<ApiKey> {
    let project = actor.project;
    let unwritten = engine.access.activity.unwritten();
    let key = engine.store.read(move |snap| find(snap, project, id)).await?;
    Ok(with_last_use(key, &unwritten))
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: KeyId) -> Result<ApiKey> {
    api_keys::find(snap, project, id)?.ok_or_else(not_found)
}

pub(super) fn not_found() -> Error {
    Error::not_found("API key")
}

pub(super) fn with_last_use(key: ApiKey, unwritten: &Unwritten) -> ApiKey {
    let last_used_at = key.last_used_at.max(unwritten.key_used(key.id));
    ApiKey { last_used_at, ..key }
}

/// Makes a key; what is not said of it is as in the first key of a project. Returns the whole
/// secret beside it.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>, read: Reader) -> Result<(ApiKey, String)> {
    let (patch, secret) = (read(Fields(body))?, generate());
    let mut key = ApiKey::new(engine.ids.next(), actor.project, &secret);
    patch.apply(&mut key, Timestamp::now())?;
    let kept = keep(engine, key.id, &secret)?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let (enabled, disabled) = api_keys::count(tx, actor.project)?;
        if enabled + disabled >= MAX_KEYS {
            return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_KEYS} API keys")));
        }
        api_keys::insert(tx, &key, &kept)?;
        let noted = json!({"prefix": key.prefix, "description": key.name, "scopes": key.scopes});
        record(tx, &engine_, &actor, &key, "api_key.created", noted)?;
        Ok((key, secret))
    });
    write.await
}

/// Changes what the body names; an empty change changes and records nothing. What is wrong with
/// the body is told of a key that is there.
pub async fn update(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: KeyId,
    body: &Members<'_>,
    read: Reader,
) -> Result<ApiKey> {
    let patch = read(Fields(body));
    let (engine_, actor) = (engine.clone(), actor.clone());
    let unwritten = engine.access.activity.unwritten();
    let write = engine.store.write(move |tx| {
        let key = find(tx, actor.project, id)?;
        apply(tx, &engine_, &actor, key, patch?)
    });
    Ok(with_last_use(write.await?, &unwritten))
}

/// Changes a key and records what of it changed.
pub(super) fn apply(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    actor: &Actor,
    mut key: ApiKey,
    patch: ApiKeyPatch,
) -> Result<ApiKey> {
    let now = Timestamp::now();
    let changes = patch.apply(&mut key, now)?;
    if changes.fields.is_empty() && changes.switched.is_none() {
        return Ok(key);
    }
    api_keys::update(tx, &key, now)?;
    if !changes.fields.is_empty() {
        let mut noted = json!({"scopes": key.scopes, "allowed_ips": key.allowed_ips});
        for (field, value) in [("permissions", json!(key.permissions)), ("tenants", json!(key.tenants))] {
            if changes.fields.contains(&field) {
                noted[field] = value;
            }
        }
        record(tx, engine, actor, &key, "api_key.updated", noted)?;
    }
    if let Some(enabled) = changes.switched {
        let action = if enabled { "api_key.enabled" } else { "api_key.disabled" };
        record(tx, engine, actor, &key, action, json!({"prefix": key.prefix}))?;
    }
    engine.rights_changed(tx, actor.project);
    Ok(key)
}

/// Puts a new secret in the place of the present one, which is dead with the commit. Returns the
/// whole secret beside the key.
pub async fn rotate(engine: &Arc<Engine>, actor: &Actor, id: KeyId) -> Result<(ApiKey, String)> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let key = find(tx, actor.project, id)?;
        replace(tx, &engine_, &actor, key, "api_key.rotated")
    });
    write.await
}

/// Gives a key a new secret and records that under a name.
pub(super) fn replace(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    actor: &Actor,
    key: ApiKey,
    action: &'static str,
) -> Result<(ApiKey, String)> {
    let (secret, now) = (generate(), Timestamp::now());
    let key = key.rotate(&secret, now);
    api_keys::rotate(tx, &key, &keep(engine, key.id, &secret)?, now)?;
    record(tx, engine, actor, &key, action, json!({"prefix": key.prefix}))?;
    engine.rights_changed(tx, actor.project);
    Ok((key, secret))
}

/// Ends a key for good.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: KeyId) -> Result<()> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let key = find(tx, actor.project, id)?;
        api_keys::end(tx, actor.project, id, Timestamp::now())?;
        record(tx, &engine_, &actor, &key, "api_key.deleted", json!({"prefix": key.prefix}))?;
        engine_.rights_changed(tx, actor.project);
        Ok(())
    });
    write.await
}

/// The secret of a key once more, for a user who gives their password again. 403 where the server
/// keeps no copy, or kept none when the secret was made.
pub async fn reveal(engine: &Arc<Engine>, actor: &Actor, id: KeyId, password: String) -> Result<(ApiKey, String)> {
    let account = Account::of(actor).ok_or_else(access::no_user)?;
    let key = get(engine, actor, id).await?;
    if engine.settings.no_reveal {
        return Err(Error::new(Kind::Forbidden, "Revealing API keys is switched off"));
    }
    reauth::confirm(engine, &account, password).await?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let none = || Error::new(Kind::Forbidden, "This API key is kept as a hash alone: rotate it to get a new one");
        let sealed = api_keys::sealed(tx, actor.project, id)?.ok_or_else(none)?;
        let secret = engine_.keys.open_text(&api_keys::place(id), &sealed)?;
        record(tx, &engine_, &actor, &key, "api_key.revealed", json!({"prefix": key.prefix}))?;
        Ok((key, secret))
    });
    write.await
}

pub(super) fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    key: &ApiKey,
    action: &'static str,
    noted: Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "api_key", Some(key.id.to_string()), noted))
}

#[cfg(test)]
mod tests;
