//! Event schemas over the routes: shapes, versions, the limit, and what the hot path remembers.

use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

const STRICT: &str = r#"{"topic":"order.created","schema":{"type":"object","required":["order_id"]}}"#;

fn path(method: &str, of: &Value) -> String {
    format!("{method} /event-schemas/{}", of["id"].as_str().expect("id"))
}

#[tokio::test]
async fn objects_have_both_forms() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (status, created) = api.call("POST /event-schemas", &made.api_key, STRICT).await;
    let at = &created["inserted_at"];
    let expected = json!({
        "id": created["id"], "project_id": made.project.to_string(), "topic": "order.created",
        "schema": {"type": "object", "required": ["order_id"]}, "version": 1, "status": "active",
        "inserted_at": at, "updated_at": at,
    });
    assert_eq!((status, created["data"].to_string()), (201, expected.to_string()));
    let mut top = expected.clone();
    top["version"] = json!("1");
    let mut mirror = created.clone();
    mirror.as_object_mut().expect("object").remove("data");
    assert_eq!(mirror, top);
    assert_eq!(api.call(&path("GET", &created), &made.api_key, "").await, (200, created.clone()));
    let (_, list) = api.call("GET /event-schemas", &made.api_key, "").await;
    assert_eq!(list, json!({"data": [expected], "has_next": false, "next_cursor": null}));
}

#[tokio::test]
async fn versions_rise_to_the_next_free_one() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let key = made.api_key.as_str();
    let create = async |version: &str| {
        let body = format!(r#"{{"topic":"t","schema":{{}}{version}}}"#);
        api.call("POST /event-schemas", key, &body).await
    };
    let (_, first) = create("").await;
    let (_, third) = create(r#","version":"3.1""#).await;
    let (_, fourth) = create("").await;
    let versions = [&first, &third, &fourth].map(|s| s["data"]["version"].clone());
    assert_eq!(versions, [json!(1), json!(3), json!(4)]);
    let taken = (409, json!({"error": "Schema version already exists"}));
    assert_eq!(create(r#","version":3"#).await, taken);
    assert_eq!(create(r#","version":3,"status":"inactive""#).await.0, 201);
    let (_, raised) = api.call(&path("PATCH", &first), key, r#"{"schema":true}"#).await;
    assert_eq!((&raised["data"]["version"], &raised["data"]["schema"]), (&json!(2), &json!(true)));
    let (_, raised) = api.call(&path("PATCH", &first), key, r#"{"schema":false}"#).await;
    assert_eq!(raised["data"]["version"], 5, "3 and 4 are taken");
    for patch in [r#"{"version":4}"#, r#"{"version":"3"}"#] {
        assert_eq!(api.call(&path("PATCH", &first), key, patch).await, taken, "{patch}");
    }
    let other = r#"{"topic":"u","schema":{},"version":5}"#;
    assert_eq!(api.call("POST /event-schemas", key, other).await.0, 201);
    assert_eq!(api.call(&path("PATCH", &first), key, r#"{"topic":"u"}"#).await, taken);
    let (_, moved) = api.call(&path("PATCH", &first), key, r#"{"topic":"u","schema":{}}"#).await;
    assert_eq!((&moved["topic"], &moved["data"]["version"]), (&json!("u"), &json!(6)));
    let actions = engine.audited().await;
    let of = |action: &str| actions.iter().filter(|(a, _)| a == action).map(|(_, m)| m.as_str()).collect::<Vec<_>>();
    assert_eq!(of("event_schema.created").len(), 5);
    assert!(of("event_schema.updated").iter().all(|metadata| metadata.contains(r#""changed":["#)));
    assert_eq!(of("event_schema.updated").len(), 3, "what failed left nothing");
}

#[tokio::test]
async fn the_thousandth_schema_is_the_last() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, schema) = api.call("POST /event-schemas", &made.api_key, STRICT).await;
    engine
        .sql(
            "INSERT INTO event_schemas SELECT project_id, randomblob(16), topic, version + i, schema, status, updated_at \
             FROM event_schemas, (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) SELECT i FROM n)",
        )
        .await;
    let full = (422, json!({"error": "Limit reached: 1000 event schemas"}));
    assert_eq!(api.call("POST /event-schemas", &made.api_key, STRICT).await, full);
    for _ in 0..2 {
        assert_eq!(api.call(&path("DELETE", &schema), &made.api_key, "").await, (200, json!({"ok": true})));
    }
    assert_eq!(engine.audited().await.iter().filter(|(action, _)| action == "event_schema.deleted").count(), 1);
    assert_eq!(api.call("POST /event-schemas", &made.api_key, STRICT).await.0, 201);
    assert_eq!(api.call(&path("PATCH", &schema), &made.api_key, r#"{"status":"active"}"#).await, full);
}

#[tokio::test]
async fn what_is_compiled_stays_until_schemas_change() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let (_, schema) = api.call("POST /event-schemas", &made.api_key, STRICT).await;
    let known = async || engine.project(made.project).await.expect("a view").schemas.clone();
    let before = known().await;
    let hook = r#"{"url":"https://example.com/hook","topics":["never"]}"#;
    assert_eq!(api.call("POST /webhooks", &made.api_key, hook).await.0, 201);
    assert!(std::sync::Arc::ptr_eq(&before, &known().await), "a webhook is none of its business");
    assert_eq!(api.call(&path("DELETE", &schema), &made.api_key, "").await.0, 200);
    assert!(known().await.rule(Some("order.created")).is_none());
}
