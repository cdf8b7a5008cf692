//! The API key that asks, or for a user the first one of their project: showing, replacing and
//! restricting it.

use super::Engine;
use super::api_keys::{self, with_last_use};
use crate::base::Result;
use crate::domain::access::{Actor, Who};
use crate::domain::api_key::{ApiKey, ApiKeyPatch};
use crate::store::{self, Snapshot};
use serde_json::json;
use std::sync::Arc;

/// The key that asks; for a user the oldest enabled one of the project, if it has one.
pub async fn current(engine: &Engine, actor: &Actor) -> Result<Option<ApiKey>> {
    let actor = actor.clone();
    let unwritten = engine.access.activity.unwritten();
    let key = engine.store.read(move |snap| find(snap, &actor)).await?;
    Ok(key.map(|key| with_last_use(key, &unwritten)))
}

fn find(snap: &Snapshot<'_>, actor: &Actor) -> Result<Option<ApiKey>> {
    match actor.who {
        Who::Key { id, .. } => store::api_keys::find(snap, actor.project, id),
        _ => store::api_keys::find_first(snap, actor.project),
    }
}

/// Gives the key a new secret; the old one ends. A project without a key gets one. Returns the
/// whole secret beside the key.
pub async fn regenerate(engine: &Arc<Engine>, actor: &Actor) -> Result<(ApiKey, String)> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        if let Some(key) = find(tx, &actor)? {
            return api_keys::replace(tx, &engine_, &actor, key, "api_key.regenerated");
        }
        let secret = api_keys::generate();
        let key = ApiKey::new(engine_.ids.next(), actor.project, &secret);
        store::api_keys::insert(tx, &key, &api_keys::keep(&engine_, key.id, &secret)?)?;
        api_keys::record(tx, &engine_, &actor, &key, "api_key.regenerated", json!({"prefix": key.prefix}))?;
        Ok((key, secret))
    });
    write.await
}

/// Changes name, scopes or addresses of the key; in force from the next request.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, patch: ApiKeyPatch) -> Result<ApiKey> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let unwritten = engine.access.activity.unwritten();
    let write = engine.store.write(move |tx| {
        let key = find(tx, &actor)?.ok_or_else(api_keys::not_found)?;
        api_keys::apply(tx, &engine_, &actor, key, patch)
    });
    Ok(with_last_use(write.await?, &unwritten))
}

#[cfg(test)]
mod tests {
    use super::super::access::authenticate_key;
    use super::super::testing::{TestEngine, owner};
    use super::*;
    use crate::base::fields::Fields;
    use crate::base::{Json, Kind, Result};
    use crate::domain::access::Scope;

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
        let actor = Actor { who: view.who(), ..owner(&engine, &made).await };
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
