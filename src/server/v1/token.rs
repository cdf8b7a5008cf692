//! The API key of the project.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::{Access, KeyId};
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::{ApiKey, ApiKeyPatch};
use crate::engine::tokens;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get  ("/token",            Access::ANY_KEY_READ, show).about(about::show)
        .patch("/token",            Access::ADMIN,        update).about(about::update)
        .post ("/token/regenerate", Access::ADMIN,        regenerate).about(about::regenerate)
}

const HOW_TO_USE: &str =
    "Send the key as Authorization: Bearer <key>. The full value is only shown when it is created.";
const REPLACED: &str = "The previous key no longer works. Store this one now: it is only shown once.";

/// A key, or the absence of one.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "ApiKey")]
struct KeyView {
    prefix: Option<String>,
    message: &'static str,
    id: Option<KeyId>,
    name: Option<String>,
    status: Option<&'static str>,
    scopes: Vec<&'static str>,
    allowed_ips: Allowlist,
    created_at: Option<Timestamp>,
    last_used_at: Option<Timestamp>,
}

impl KeyView {
    fn of(key: Option<ApiKey>, message: &'static str) -> KeyView {
        let Some(key) = key else { return KeyView { message, ..KeyView::default() } };
        KeyView {
            prefix: Some(key.prefix),
            message,
            id: Some(key.id),
            name: Some(key.name),
            status: Some("active"),
            scopes: key.scopes.names().collect(),
            allowed_ips: key.allowed_ips,
            created_at: Some(key.id.time()),
            last_used_at: key.last_used_at,
        }
    }
}

async fn show(cx: Cx) -> Result<Reply> {
    let key = tokens::current(&cx.engine, cx.actor()).await?;
    Ok(Reply::ok(KeyView::of(key, HOW_TO_USE)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let patch = ApiKeyPatch::read(Fields(&body.json()?))?;
    let key = tokens::update(&cx.engine, cx.actor(), patch).await?;
    Ok(Reply::ok(KeyView::of(Some(key), HOW_TO_USE)))
}

async fn regenerate(cx: Cx) -> Result<Reply> {
    let (key, secret) = tokens::regenerate(&cx.engine, cx.actor()).await?;
    Ok(Reply::ok(KeyView::of(Some(key), REPLACED)).member("token", secret))
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::TestEngine;
    use crate::server::testing::Api;
    use serde_json::{Value, json};

    #[tokio::test]
    async fn keys_are_shown_replaced_and_restricted() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let (status, mut shown) = api.call("GET /token", &made.api_key, "").await;
        let members = shown.as_object_mut().expect("object");
        let used = members.insert("last_used_at".into(), Value::Null);
        assert!(used.is_some_and(|used| used.is_string()));
        let expected = json!({
            "prefix": &made.api_key[..12], "message": super::HOW_TO_USE, "id": members["id"], "name": "Default",
            "status": "active", "scopes": ["*"], "allowed_ips": [], "created_at": members["created_at"],
            "last_used_at": null,
        });
        assert_eq!((status, shown.to_string()), (200, expected.to_string()));

        let (status, next) = api.call("POST /token/regenerate", &made.api_key, "").await;
        let key = next["token"].as_str().expect("shown once");
        assert_eq!((status, next["prefix"].as_str()), (200, Some(&key[..12])));
        assert_eq!(api.call("GET /token", &made.api_key, "").await, (401, json!({"error": "Invalid API key"})));
        let body = r#"{"scopes":["events:read"],"name":"Reader"}"#;
        let (status, patched) = api.call("PATCH /token", key, body).await;
        assert_eq!((status, &patched["scopes"], &patched["name"]), (200, &json!(["events:read"]), &json!("Reader")));
        let refused = (403, json!({"error": "Insufficient scope: admin"}));
        assert_eq!(api.call("PATCH /token", key, r#"{"scopes":["*"]}"#).await, refused);
        assert_eq!(api.call("GET /token", key, "").await.0, 200);
        assert_eq!(api.call("PATCH /token", &made.tokens.access, r#"{"scopes":["*"]}"#).await.0, 200);
        assert_eq!(api.call("POST /token/regenerate", key, "").await.0, 200);
    }

    #[tokio::test]
    async fn no_key_is_shown_as_such() {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        engine.sql("UPDATE api_keys SET active = 0").await;
        let (status, shown) = api.call("GET /token", &made.tokens.access, "").await;
        assert_eq!((status, &shown["prefix"], &shown["scopes"]), (200, &Value::Null, &json!([])));
        assert_eq!(api.call("POST /token/regenerate", &made.tokens.access, "").await.0, 200);
    }
}
