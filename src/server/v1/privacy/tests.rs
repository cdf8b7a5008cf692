//! The routes over an engine: shapes, refusals, who may call.

use crate::engine::testing::{PASSWORD, TestEngine};
use crate::server::testing::Api;
use serde_json::{Value, json};

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().expect("object").keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_copy_shows_everything_and_no_secret() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let user = made.tokens.access.as_str();
    let hook = json!({"url": "https://example.com/in", "secret": "whsec_dGhlIHNlY3JldCBvZiBhIHdlYmhvb2s="}).to_string();
    let hook = api.call("POST /webhooks", &made.api_key, &hook).await.1;
    let event = api.call("POST /events", &made.api_key, r#"{"topic":"order.created","payload":{"n":7}}"#).await.1;
    let (status, answer) = api.call("GET /me/data", user, "").await;
    let (data, profile) = (&answer["data"], &answer["data"]["profile"]);
    assert_eq!((status, keys(&answer)), (200, vec!["data"]));
    let lists = ["projects", "webhooks", "events", "deliveries", "jobs", "notifications", "consents", "memberships"];
    let mut expected = vec!["format", "schema_version", "exported_at", "profile"];
    expected.extend(lists);
    expected.extend(["sessions", "audit_entries", "activity", "truncated"]);
    assert_eq!(keys(data), expected);
    assert_eq!((&data["format"], &data["schema_version"]), (&json!("v2"), &json!("2.0")));
    let shown = json!({
        "id": made.user.id, "email": "ana@example.org", "name": "Ana", "role": "user", "status": "active",
        "processing_consent": true, "restricted_at": null, "mfa_enabled": false, "email_verified_at": null,
        "inserted_at": made.user.id.time(), "created_at": made.user.id.time(),
    });
    assert_eq!(profile.to_string(), shown.to_string());
    for (list, item) in [
        (
            "projects",
            json!({"id": made.project, "name": "My Project", "status": "active", "is_default": true,
            "created_at": made.project.time()}),
        ),
        (
            "webhooks",
            json!({"id": hook["id"], "url": "https://example.com/in", "status": "active",
            "project_id": made.project, "created_at": hook["inserted_at"]}),
        ),
        (
            "events",
            json!({"id": event["id"], "topic": "order.created", "project_id": made.project,
            "created_at": event["inserted_at"]}),
        ),
    ] {
        assert_eq!(data[list].to_string(), json!([item]).to_string());
    }
    for (list, members) in [
        ("deliveries", &["id", "status", "event_id", "webhook_id", "attempt_number", "created_at"][..]),
        ("consents", &["id", "purpose", "version", "granted_at", "revoked_at"]),
        ("memberships", &["id", "project_id", "role", "status"]),
        ("sessions", &["id", "device_info", "ip_address", "last_activity_at", "revoked_at", "created_at"]),
        ("activity", &["id", "action", "resource_type", "ip_address", "created_at", "inserted_at"]),
    ] {
        assert_eq!(keys(&data[list][0]), members, "{list}");
        assert_eq!(data["truncated"][list], if list == "activity" { Value::Null } else { json!(false) }, "{list}");
    }
    assert_eq!((&data["activity"], &data["jobs"]), (&data["audit_entries"], &json!([])));
    assert_eq!(data["sessions"][0]["ip_address"], "203.0.113.9");
    let text = answer.to_string();
    for secret in ["whsec_", "jc_live_", "argon2", "\"n\":7", "jcr_"] {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
    assert_eq!(engine.audited().await.pop(), Some(("gdpr.data_export".to_owned(), "{}".to_owned())));
}

#[tokio::test]
async fn restricting_and_objecting() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let user = made.tokens.access.as_str();
    let password = json!({ "password": PASSWORD }).to_string();
    for (body, status, error) in [
        ("", 400, "Password required"),
        (r#"{"password":""}"#, 400, "Password required"),
        (r#"{"password":5}"#, 422, "password must be a string"),
        (r#"{"password":"Wrong-pass1"}"#, 401, "Invalid password"),
    ] {
        let (code, answer) = api.call("POST /me/restrict", user, body).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{body}");
    }
    let (status, first) = api.call("POST /me/restrict", user, &password).await;
    assert_eq!((status, &first["status"], first["restricted_at"].is_string()), (200, &json!("restricted"), true));
    assert_eq!(api.call("POST /me/restrict", user, &password).await, (200, first.clone()));
    let held = (403, json!({"error": "Processing restricted"}));
    assert_eq!(api.call("POST /events", &made.api_key, "{}").await, held);
    assert_eq!(api.call("POST /simulate", &made.api_key, "{}").await.0, 200);
    let profile = &api.call("GET /me/data", user, "").await.1["data"]["profile"];
    assert_eq!((&profile["status"], &profile["restricted_at"]), (&json!("restricted"), &first["restricted_at"]));
    for (call, answer, sent) in [
        ("POST /me/object", json!({"processing_consent": false}), 403),
        ("DELETE /me/restrict", json!({"status": "active"}), 403),
        ("DELETE /me/object", json!({"processing_consent": true}), 202),
        ("DELETE /me/restrict", json!({"status": "active"}), 202),
        ("POST /me/object", json!({"processing_consent": false}), 403),
        ("POST /me/object", json!({"processing_consent": false}), 403),
    ] {
        assert_eq!(api.call(call, user, "").await, (200, answer), "{call}");
        assert_eq!(api.call("POST /events", &made.api_key, "{}").await.0, sent, "{call}");
    }
}

#[tokio::test]
async fn deleting_needs_a_password() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    for call in ["DELETE /me", "POST /me/delete"] {
        let made = engine.register("ana@example.org").await;
        let user = made.tokens.access.as_str();
        for (body, status, error) in [
            ("", 400, "Missing required field: password"),
            (r#"{"password":"Wrong-pass1"}"#, 401, "Invalid password"),
            (r#"{"password":"x","code":[]}"#, 422, "code must be a string or an integer"),
        ] {
            let (code, answer) = api.call(call, user, body).await;
            assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{call} {body}");
        }
        let body = json!({ "password": PASSWORD }).to_string();
        assert_eq!(api.call(call, user, &body).await, (200, json!({"status": "deleted"})));
        assert_eq!(api.call("GET /me/data", user, "").await.0, 401);
        assert_eq!(api.call("GET /project", &made.api_key, "").await.0, 401);
    }
}
