//! Webhooks through the route table: shapes, secrets, health, templates.

use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

const HOOK: &str = r#"{"url":"https://example.com/hook","topics":["order.*"]}"#;

fn id<T>(value: &Value) -> crate::base::Id<T> {
    crate::base::Id::parse(value["id"].as_str().expect("an id")).expect("an id")
}

#[tokio::test]
async fn a_new_webhook_has_every_field_and_a_secret() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (status, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    let secret = hook["secret"].as_str().expect("a secret").to_owned();
    let expected = json!({
        "id": hook["id"], "url": "https://example.com/hook", "name": null, "status": "active", "active": true,
        "topics": ["order.*"], "filters": [], "body_config": {}, "headers": {}, "retry_config": {}, "rate_limit": {},
        "batch_config": null, "signature_schemes": ["jobcelis", "standard"], "has_secret": true,
        "circuit_state": "closed", "circuit_opened_at": null, "consecutive_failures": 0,
        "inserted_at": hook["inserted_at"], "updated_at": hook["inserted_at"], "secret": secret,
    });
    assert_eq!((status, hook.to_string()), (201, expected.to_string()));
    assert!(secret.starts_with("whsec_") && secret.len() == 50, "{secret}");
    let path = format!("GET /webhooks/{}", hook["id"].as_str().expect("id"));
    let (status, shown) = api.call(&path, &made.api_key, "").await;
    assert_eq!((status, shown.get("secret")), (200, None));
    let (_, list) = api.call("GET /webhooks", &made.api_key, "").await;
    assert_eq!(list, json!({"webhooks": [shown], "data": [shown], "has_next": false, "next_cursor": null}));
    for (body, status, error) in [
        ("{}", 400, "Missing required field: url"),
        (r#"{"url":"http://example.com"}"#, 422, "URL must start with https://"),
        (r#"{"url":"https://10.0.0.1/"}"#, 422, "url points to a blocked address"),
        (r#"{"url":"https://e.org","topics":5}"#, 422, "topics must be an array of strings"),
    ] {
        let (code, answer) = api.call("POST /webhooks", &made.api_key, body).await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{body}");
    }
    let audited = engine.audited().await;
    let (action, metadata) = audited.last().expect("an entry");
    assert_eq!(action, "webhook.created");
    assert!(metadata.contains(r#""url":"https://example.com/hook""#) && !metadata.contains("whsec"), "{metadata}");
}

#[tokio::test]
async fn patches_change_what_they_name() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    let path = format!("/webhooks/{}", hook["id"].as_str().expect("id"));
    let first = hook["secret"].as_str().expect("secret");
    let patch = |verb: &'static str, body: String| {
        let (call, key, api) = (format!("{verb} {path}"), made.api_key.clone(), &api);
        async move { api.call(&call, &key, &body).await }
    };
    let (status, shown) = patch("PATCH", r#"{"url":"","name":null,"topics":null,"filters":null}"#.into()).await;
    assert_eq!((status, &shown["topics"], &shown["updated_at"]), (200, &json!(["order.*"]), &hook["updated_at"]));
    let (_, shown) = patch("PUT", r#"{"topics":[],"filters":["a > 1.10"],"retry_config":{"x":1.0}}"#.into()).await;
    assert_eq!(shown["filters"].to_string(), r#"["a > 1.10"]"#);
    assert_eq!(shown["retry_config"].to_string(), r#"{"x":1.0}"#);
    let (_, same) = patch("PATCH", json!({"secret": first}).to_string()).await;
    assert_eq!(same.get("secret"), None, "nothing was changed");
    let (_, set) = patch("PATCH", r#"{"secret":"mine"}"#.into()).await;
    assert_eq!(set["secret"], "mine");
    let (_, removed) = patch("PATCH", r#"{"secret":""}"#.into()).await;
    assert_eq!((removed.get("secret"), &removed["has_secret"]), (None, &json!(false)));
    let (status, rotated) = api.call(&format!("POST {path}/rotate-secret"), &made.api_key, "").await;
    assert_eq!((status, &rotated["has_secret"]), (200, &json!(true)));
    assert!(rotated["secret"].as_str().is_some_and(|s| s.starts_with("whsec_")));
    let changed: Vec<String> =
        engine.audited().await.into_iter().filter(|(action, _)| action == "webhook.updated").map(|(_, m)| m).collect();
    let fields: Vec<Value> =
        changed.iter().map(|m| serde_json::from_str::<Value>(m).expect("json")["changed"].clone()).collect();
    let secret = json!(["secret"]);
    assert_eq!(fields, [json!(["topics", "filters", "retry_config"]), secret.clone(), secret.clone(), secret]);
}

#[tokio::test]
async fn switching_off_ends_what_is_due_and_on_again_closes_the_circuit() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    let (_, event) = api.call("POST /events", &made.api_key, r#"{"topic":"other"}"#).await;
    let path = format!("/webhooks/{}", hook["id"].as_str().expect("id"));
    let delivery = engine.delivery(made.project, id(&event), id(&hook)).await;
    assert_eq!(engine.directory.live(made.project).pending(), 1);
    let (_, off) = api.call(&format!("PATCH {path}"), &made.api_key, r#"{"active":false}"#).await;
    assert_eq!((&off["status"], &off["active"]), (&json!("inactive"), &json!(false)));
    let (_, ended) = api.call(&format!("GET /deliveries/{delivery}"), &made.api_key, "").await;
    assert_eq!((&ended["status"], &ended["error"]), (&json!("failed"), &json!("Webhook inactive")));
    assert_eq!(engine.directory.live(made.project).pending(), 0);
    let (_, letters) = api.call("GET /dead-letters?resolved=all", &made.api_key, "").await;
    assert_eq!(letters["dead_letters"], json!([]));
    for (query, shown) in [("", 0), ("?include=inactive", 1)] {
        let (_, list) = api.call(&format!("GET /webhooks{query}"), &made.api_key, "").await;
        assert_eq!(list["data"].as_array().map(Vec::len), Some(shown));
    }
    engine
        .sql("UPDATE webhooks SET circuit_state = 1, consecutive_failures = 7, circuit_reopen_at = 9000000000000000")
        .await;
    let (_, on) = api.call(&format!("PATCH {path}"), &made.api_key, r#"{"status":"active"}"#).await;
    assert_eq!(
        (&on["status"], &on["circuit_state"], &on["consecutive_failures"]),
        (&json!("active"), &json!("closed"), &json!(0))
    );
    for _ in 0..2 {
        let deleted = api.call(&format!("DELETE {path}"), &made.api_key, "").await;
        assert_eq!(deleted, (200, json!({"status": "inactive"})));
    }
    let deletions = engine.audited().await.into_iter().filter(|(action, _)| action == "webhook.deleted").count();
    assert_eq!(deletions, 1);
    assert_eq!(api.call(&format!("GET {path}"), &made.api_key, "").await.0, 200);
}

#[tokio::test]
async fn a_closed_circuit_brings_forward_what_waited_for_it() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    let (_, event) = api.call("POST /events", &made.api_key, r#"{"topic":"other"}"#).await;
    let delivery = engine.delivery(made.project, id(&event), id(&hook)).await;
    engine
        .sql("UPDATE webhooks SET circuit_state = 1, consecutive_failures = 5, circuit_reopen_at = 9000000000000000")
        .await;
    engine.sql("UPDATE deliveries SET due_at = 9000000000000000").await;
    let path = format!("GET /deliveries/{delivery}");
    let (_, held) = api.call(&path, &made.api_key, "").await;
    assert_eq!((&held["status"], &held["next_retry_at"]), (&json!("pending"), &json!("2255-03-14T16:00:00.000000Z")));
    let (_, list) = api.call("GET /deliveries?status=circuit_open", &made.api_key, "").await;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1));
    let patch = format!("PATCH /webhooks/{}", hook["id"].as_str().expect("id"));
    let (status, closed) = api.call(&patch, &made.api_key, r#"{"circuit_state":"closed"}"#).await;
    assert_eq!((status, &closed["circuit_state"]), (200, &json!("closed")));
    let (_, freed) = api.call(&path, &made.api_key, "").await;
    assert_eq!(freed["next_retry_at"], Value::Null);
    let (_, list) = api.call("GET /deliveries?status=circuit_open", &made.api_key, "").await;
    assert_eq!(list["data"], json!([]));
}

#[tokio::test]
async fn the_thousandth_webhook_is_the_last() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    engine
        .sql(
            "INSERT INTO webhooks SELECT randomblob(16), project_id, status, url, name, topics, filters, body_config, headers, \
             retry_config, rate_limit, batch_config, signature_schemes, NULL, NULL, circuit_state, \
             circuit_opened_at, circuit_reopen_at, consecutive_failures, updated_at, tenant FROM webhooks, \
             (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) SELECT i FROM n)",
        )
        .await;
    let full = (422, json!({"error": "Limit reached: 1000 webhooks"}));
    assert_eq!(api.call("POST /webhooks", &made.api_key, HOOK).await, full);
    let path = format!("/webhooks/{}", hook["id"].as_str().expect("id"));
    assert_eq!(api.call(&format!("DELETE {path}"), &made.api_key, "").await.0, 200);
    assert_eq!(api.call("POST /webhooks", &made.api_key, HOOK).await.0, 201);
    assert_eq!(api.call(&format!("PATCH {path}"), &made.api_key, r#"{"active":true}"#).await, full);
}

#[tokio::test]
async fn health_is_told_in_every_dialect() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, HOOK).await;
    let path = format!("GET /webhooks/{}/health", hook["id"].as_str().expect("id"));
    let (_, health) = api.call(&path, &made.api_key, "").await;
    assert_eq!(
        (&health["status"], &health["success_rate"], &health["health"]["score"]),
        (&json!("unknown"), &json!(100.0), &json!("no_data"))
    );
    let (_, event) = api.call("POST /events", &made.api_key, r#"{"topic":"other"}"#).await;
    let failed = engine.delivery(made.project, id(&event), id(&hook)).await;
    engine.failed(made.project, failed).await;
    engine.delivery(made.project, id(&event), id(&hook)).await;
    let (_, health) = api.call(&path, &made.api_key, "").await;
    let at = &health["health"]["last_attempt_at"];
    assert!(at.is_string());
    let expected = json!({
        "webhook_id": hook["id"], "url": "https://example.com/hook",
        "health": {
            "status": "failing", "success_rate": 0.0, "avg_latency_ms": 12, "last_delivery_at": at, "score": "critical",
            "success_rate_percent": 0.0, "last_attempt_at": at, "last_response_status": 500,
            "total": 1, "success": 0, "failed": 1, "pending": 1, "circuit_state": "closed", "consecutive_failures": 0,
        },
        "status": "failing", "success_rate": 0.0,
    });
    assert_eq!(health.to_string(), expected.to_string());
    let (_, all) = api.call("GET /webhooks/health", &made.api_key, "").await;
    assert_eq!(all["data"], json!([health]));
    let (_, templates) = api.call("GET /webhooks/templates", &made.api_key, "").await;
    assert_eq!(templates["templates"].as_array().map(Vec::len), Some(6));
    assert_eq!(templates["templates"], templates["data"]);
    assert_eq!(templates["data"][0]["headers"], json!({"Content-Type": "application/json"}));
}

#[tokio::test]
async fn tests_are_told_apart_and_counted() {
    let local =
        [("registration", "open"), ("allow_http_destinations", "true"), ("allow_private_destinations", "127.0.0.0/8")];
    let engine = TestEngine::with(&local);
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = listener.local_addr().expect("bound").port();
    drop(listener);
    let body = format!(r#"{{"url":"http://127.0.0.1:{port}/"}}"#);
    let (_, hook) = api.call("POST /webhooks", &made.api_key, &body).await;
    let path = format!("POST /webhooks/{}/test", hook["id"].as_str().expect("id"));
    let refused = json!({"success": false, "error": "Connection refused", "reason": "Connection refused", "webhook_id": hook["id"]});
    for _ in 0..10 {
        assert_eq!(api.call(&path, &made.api_key, "").await, (422, refused.clone()));
    }
    let (status, limited) = api.call(&path, &made.api_key, "").await;
    assert_eq!((status, &limited["limit"]), (429, &json!(10)));
    assert_eq!(engine.audited().await.iter().filter(|(action, _)| action == "webhook.tested").count(), 10);
    engine.sql("UPDATE users SET restricted_at = 1").await;
    engine.directory.changed(made.project);
    assert_eq!(api.call(&path, &made.api_key, "").await, (403, json!({"error": "Processing restricted"})));
}

#[tokio::test]
async fn strangers_find_nothing() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let (ana, bea) = (engine.register("ana@example.org").await, engine.register("bea@example.org").await);
    let (_, hook) = api.call("POST /webhooks", &ana.api_key, HOOK).await;
    let absent = (404, json!({"error": "Webhook not found"}));
    for id in [hook["id"].as_str().expect("id"), "0199b5a0-1111-7000-8000-000000000001", "nonsense"] {
        for call in ["GET {}", "PATCH {}", "DELETE {}", "GET {}/health", "POST {}/rotate-secret", "POST {}/test"] {
            let call = call.replace("{}", &format!("/webhooks/{id}"));
            assert_eq!(api.call(&call, &bea.api_key, "").await, absent, "{call}");
        }
    }
}
