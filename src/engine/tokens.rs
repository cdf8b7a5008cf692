//! The API key of a project: showing, replacing and restricting it.

use super::Engine;
use super::access::Unwritten;
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
    let unwritten = engine.access.activity.unwritten();
    let key = engine.store.read(move |snap| store::api_keys::find_active(snap, project)).await?;
    Ok(key.map(|key| with_last_use(key, &unwritten)))
}

fn with_last_use(key: ApiKey, unwritten: &Unwritten) -> ApiKey {
    let last_used_at = key.last_used_at.max(unwritten.key_used(key.id));
    ApiKey { last_used_at, ..key }
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
    let unwritten = engine.access.activity.unwritten();
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
    Ok(with_last_use(write.await?, &unwritten))
}

/// Drops what is remembered of the project's keys before the caller hears of the change.
fn forget(tx: &Tx<'_>, engine: &Arc<Engine>, actor: &Actor) {
    let (engine, project) = (engine.clone(), actor.project);
    tx.after_commit(move || engine.access.keys.changed(project));
}

#[cfg(test)]
mod tests {
    use super::super::access::authenticate_key;
    use super::super::testing::{TestEngine, owner};
    use super::*;
    use crate::base::fields::Fields;
    use crate::base::{Json, Kind};
    use crate::domain::access::{Scope, Who};

    fn patch(text: &str) -> Result<ApiKeyPatch> {
        let json = Json::parse(text).expect("json");
        ApiKeyPatch::read(Fields(json.as_object().expect("object")))
    }

    #[tokio::test]
    async fn a_regenerated_key_takes_over_at_once() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let actor = owner(&engine, &made).await;
        update(&engine, &actor, patch(r#"{"name":"CI","scopes":["events:read"]}"#).expect("patch")).await.expect("set");
        authenticate_key(&engine, &made.api_key).await.expect("still the key");
        let (key, secret) = regenerate(&engine, &actor).await.expect("made");
        assert_eq!(authenticate_key(&engine, &made.api_key).await.expect_err("dead").message(), "Invalid API key");
        let view = authenticate_key(&engine, &secret).await.expect("lives");
        assert_eq!((view.key, key.name.as_str()), (key.id, "CI"));
        assert!(view.scopes.allows(&[Scope::EventsRead]) && !view.scopes.allows(&[Scope::EventsWrite]));
        let (action, metadata) = engine.audited().await.pop().expect("entry");
        assert_eq!((action.as_str(), metadata), ("api_key.regenerated", format!(r#"{{"prefix":"{}"}}"#, key.prefix)));
    }

    #[tokio::test]
    async fn a_project_without_key_can_get_one() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let actor = owner(&engine, &made).await;
        engine.sql("UPDATE api_keys SET active = 0").await;
        assert!(current(&engine, &actor).await.expect("reads").is_none());
        let missing = update(&engine, &actor, patch(r#"{"name":"x"}"#).expect("patch")).await;
        assert_eq!(missing.expect_err("none").kind(), Kind::NotFound);
        let (key, _) = regenerate(&engine, &actor).await.expect("made");
        assert_eq!(current(&engine, &actor).await.expect("reads").map(|k| k.id), Some(key.id));
    }

    #[tokio::test]
    async fn restrictions_hold_from_the_next_request() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let view = authenticate_key(&engine, &made.api_key).await.expect("key");
        let who = Who::Key { id: view.key, prefix: view.prefix.clone(), owner: view.owner };
        let actor = Actor { who, ..owner(&engine, &made).await };
        let given = patch(r#"{"scopes":["admin"],"allowed_ips":["10.0.0.0/8"]}"#).expect("patch");
        update(&engine, &actor, given).await.expect("set");
        let view = authenticate_key(&engine, &made.api_key).await.expect("key");
        assert!(!view.allowed_ips.allows("203.0.113.9".parse().expect("ip")));
        let entry = engine.entries(&actor).await.remove(0);
        assert_eq!((entry.action.as_str(), entry.actor_type.as_str()), ("api_key.updated", "api_key"));
        let metadata = format!(
            r#"{{"scopes":["admin"],"allowed_ips":["10.0.0.0/8"],"api_key_prefix":"{}"}}"#,
            &made.api_key[..12]
        );
        assert_eq!(entry.metadata, metadata);
        let before = engine.audited().await.len();
        update(&engine, &actor, patch(r#"{"scopes":null}"#).expect("patch")).await.expect("nothing to do");
        assert_eq!(engine.audited().await.len(), before);
    }

    #[tokio::test]
    async fn the_last_use_shows_at_once_and_is_written_later() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let actor = owner(&engine, &made).await;
        assert_eq!(current(&engine, &actor).await.expect("reads").expect("key").last_used_at, None);
        authenticate_key(&engine, &made.api_key).await.expect("key");
        let shown = current(&engine, &actor).await.expect("reads").expect("key").last_used_at;
        assert!(shown.is_some());
        let service = super::super::access::run(&engine);
        engine.stopping().cancel();
        service.await;
        let stored =
            engine.store.read(|snap| snap.one("SELECT last_used_at FROM api_keys", &[], |row| row.opt_time(0)));
        assert_eq!(stored.await.expect("reads"), shown);
        assert_eq!(current(&engine, &actor).await.expect("reads").expect("key").last_used_at, shown);
    }

    #[test]
    fn bad_patches_are_refused() {
        for (text, message) in [
            (r#"{"scopes":[]}"#, "Scopes must not be empty"),
            (r#"{"scopes":["x"]}"#, "Unknown scope: x"),
            (r#"{"allowed_ips":["300.1.1.1"]}"#, "Invalid IP address: 300.1.1.1"),
            (r#"{"name":" "}"#, "Name should be at least 1 character"),
            (r#"{"name":1}"#, "name must be a string"),
        ] {
            assert_eq!(patch(text).expect_err(text).message(), message);
        }
    }
}
