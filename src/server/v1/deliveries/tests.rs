//! Deliveries and dead letters together: one makes the other.

use crate::base::Id;
use crate::domain::delivery::DeliveryId;
use crate::engine::accounts::Registered;
use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

/// A project with a webhook, an event that it did not get, and a delivery of that event to it.
struct Scene {
    engine: TestEngine,
    api: Api,
    made: Registered,
    hook: String,
    event: String,
    delivery: DeliveryId,
}

impl Scene {
    async fn new() -> Scene {
        let engine = TestEngine::new();
        let api = Api::new(&engine);
        let made = engine.register("ana@example.org").await;
        let hook = r#"{"url":"https://example.com/hook","topics":["x"]}"#;
        let hook = text(&api.call("POST /webhooks", &made.api_key, hook).await.1, "id");
        let event = r#"{"topic":"order.created","order_id":"12345"}"#;
        let event = text(&api.call("POST /events", &made.api_key, event).await.1, "id");
        let (of, to) = (Id::parse(&event).expect("id"), Id::parse(&hook).expect("id"));
        let delivery = engine.delivery(made.project, of, to).await;
        Scene { engine, api, made, hook, event, delivery }
    }

    async fn call(&self, call: &str, body: &str) -> (u16, Value) {
        self.api.call(call, &self.made.api_key, body).await
    }

    async fn shown(&self) -> Value {
        self.call(&format!("GET /deliveries/{}", self.delivery), "").await.1
    }

    async fn retry(&self) -> (u16, Value) {
        self.call(&format!("POST /deliveries/{}/retry", self.delivery), "").await
    }

    async fn audited(&self, wanted: &str) -> usize {
        self.engine.audited().await.iter().filter(|(action, _)| action == wanted).count()
    }

    async fn letter(&self) -> Value {
        self.call("GET /dead-letters?resolved=all", "").await.1["dead_letters"][0].clone()
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().expect(name).to_owned()
}

#[tokio::test]
async fn a_delivery_shows_its_last_exchange() {
    let scene = Scene::new().await;
    let Scene { event, hook, delivery, .. } = &scene;
    scene.engine.failed(scene.made.project, *delivery).await;
    let shown = scene.shown().await;
    let started = text(&shown["attempts"][0], "started_at");
    let seconds = crate::base::Timestamp::parse(&started).expect("time").secs();
    let occurred: Id<()> = Id::parse(event).expect("id");
    let body =
        json!({"order_id": "12345", "event_id": event, "topic": "order.created", "occurred_at": occurred.time()});
    let expected = json!({
        "id": delivery, "event_id": event, "webhook_id": hook, "status": "failed", "attempt_number": 1,
        "response_status": 500, "response_body": "oops", "response_headers": {"content-type": "text/plain"},
        "response_latency_ms": 12,
        "request_headers": {
            "content-type": "application/json", "x-signature": "sha256=abc", "x-event-id": event, "x-delivery-id": delivery,
            "x-attempt": "1", "x-topic": "order.created", "webhook-id": event, "webhook-timestamp": seconds.to_string(),
        },
        "request_body": body.to_string(), "destination_ip": "192.0.2.7", "error": "HTTP 500", "next_retry_at": null,
        "topic": "order.created", "pipeline_id": null, "replay_id": null, "batch_size": null,
        "inserted_at": delivery.time(), "updated_at": shown["updated_at"],
        "attempts": [{
            "n": 1, "started_at": started, "response_status": 500, "latency_ms": 12, "error": "HTTP 500",
            "response_body": "oops", "destination_ip": "192.0.2.7",
        }],
    });
    assert_eq!(shown.to_string(), expected.to_string());
    for (query, found) in [
        (String::new(), 1),
        ("status=failed".to_owned(), 1),
        ("status=pending".to_owned(), 0),
        (format!("event_id={event}&webhook_id={hook}&status=failed"), 1),
        (format!("replay_id={event}"), 0),
    ] {
        let (status, list) = scene.call(&format!("GET /deliveries?{query}"), "").await;
        assert_eq!((status, list["deliveries"].as_array().map(Vec::len)), (200, Some(found)), "{query}");
    }
    for (query, status, error) in [
        ("status=done", 422, "status must be one of: pending, success, failed, circuit_open"),
        ("webhook_id=5", 400, "webhook_id must be a UUID"),
    ] {
        let (code, answer) = scene.call(&format!("GET /deliveries?{query}"), "").await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)));
    }
}

#[tokio::test]
async fn a_retry_by_hand_starts_a_new_cycle() {
    let scene = Scene::new().await;
    let queued = (200, json!({"status": "retry_queued"}));
    assert_eq!(scene.retry().await, queued, "pending: due now");
    assert_eq!(scene.engine.directory.live(scene.made.project).pending(), 1);
    scene.engine.failed(scene.made.project, scene.delivery).await;
    assert_eq!(scene.retry().await, queued);
    let shown = scene.shown().await;
    for (name, value) in [
        ("status", json!("pending")),
        ("attempt_number", json!(1)),
        ("response_status", Value::Null),
        ("response_body", Value::Null),
        ("request_body", Value::Null),
        ("error", Value::Null),
    ] {
        assert_eq!(shown[name], value, "{name}");
    }
    assert_eq!(scene.engine.directory.live(scene.made.project).pending(), 1);
    assert_eq!(scene.audited("delivery.retried").await, 2);
    scene.engine.sql("UPDATE deliveries SET claimed = 1").await;
    assert_eq!(scene.retry().await, queued, "in hand: nothing happens");
    assert_eq!(scene.audited("delivery.retried").await, 2);
}

#[tokio::test]
async fn retries_need_a_webhook_and_an_event() {
    let scene = Scene::new().await;
    scene.engine.failed(scene.made.project, scene.delivery).await;
    let letter = text(&scene.letter().await, "id");
    let refused = |error: &str| (422, json!({"error": error}));
    let again = format!("POST /dead-letters/{letter}/retry");
    scene.call(&format!("DELETE /events/{}", scene.event), "").await;
    assert_eq!(scene.retry().await, refused("Event no longer exists"));
    assert_eq!(scene.call(&again, "").await, refused("Event no longer exists"));
    scene.call(&format!("DELETE /webhooks/{}", scene.hook), "").await;
    assert_eq!(scene.retry().await, refused("Webhook is inactive"));
    assert_eq!(scene.call(&again, "").await, refused("Webhook is inactive"));
    scene.engine.sql("UPDATE users SET restricted_at = 1").await;
    scene.engine.directory.changed(scene.made.project);
    let held = (403, json!({"error": "Processing restricted"}));
    assert_eq!(scene.retry().await, held);
    assert_eq!(scene.call(&again, "").await, held);
    let bea = scene.engine.register("bea@example.org").await;
    for (call, noun) in [
        (format!("GET /deliveries/{}", scene.delivery), "Delivery"),
        (format!("POST /deliveries/{}/retry", scene.delivery), "Delivery"),
        (format!("GET /dead-letters/{letter}"), "Dead letter"),
        (again, "Dead letter"),
        (format!("PATCH /dead-letters/{letter}/resolve"), "Dead letter"),
        ("GET /deliveries/x".to_owned(), "Delivery"),
    ] {
        let absent = (404, json!({"error": format!("{noun} not found")}));
        assert_eq!(scene.api.call(&call, &bea.api_key, "").await, absent, "{call}");
    }
}

#[tokio::test]
async fn a_dead_letter_is_shown_and_put_aside() {
    let scene = Scene::new().await;
    scene.engine.failed(scene.made.project, scene.delivery).await;
    let letter = scene.letter().await;
    let expected = json!({
        "id": letter["id"], "project_id": scene.made.project, "delivery_id": scene.delivery, "event_id": scene.event,
        "webhook_id": scene.hook, "webhook_url": "https://example.com/hook", "original_payload": {"order_id": "12345"},
        "last_error": "HTTP 500: oops", "error": "HTTP 500: oops", "last_response_status": 500, "attempts_exhausted": 1,
        "topic": "order.created", "resolved": false, "resolved_at": null, "inserted_at": letter["inserted_at"],
    });
    assert_eq!(letter.to_string(), expected.to_string());
    let path = format!("/dead-letters/{}", text(&letter, "id"));
    assert_eq!(scene.call(&format!("GET {path}"), "").await, (200, letter));
    for verb in ["PATCH", "POST"] {
        let resolved = scene.call(&format!("{verb} {path}/resolve"), "").await;
        assert_eq!(resolved, (200, json!({"status": "resolved"})));
    }
    assert_eq!(scene.audited("dead_letter.resolved").await, 1);
    let filter = format!("resolved=all&webhook_id={}", scene.hook);
    for (query, found) in [("", 0), ("resolved=true", 1), (filter.as_str(), 1), ("resolved=false", 0)] {
        let (_, list) = scene.call(&format!("GET /dead-letters?{query}"), "").await;
        assert_eq!(list["data"].as_array().map(Vec::len), Some(found), "{query}");
    }
    assert_eq!(scene.call("GET /dead-letters?resolved=maybe", "").await.0, 422);
}

#[tokio::test]
async fn a_dead_letter_goes_out_as_a_new_delivery() {
    let scene = Scene::new().await;
    scene.engine.failed(scene.made.project, scene.delivery).await;
    let letter = text(&scene.letter().await, "id");
    let again = format!("POST /dead-letters/{letter}/retry");
    let bad = scene.call(&again, r#"{"payload":[1]}"#).await;
    assert_eq!((bad.0, bad.1["error"].as_str()), (422, Some("payload must be an object")));
    let (status, first) = scene.call(&again, "").await;
    assert_eq!((status, &first["status"]), (200, &json!("retrying")));
    let (_, second) = scene.call(&again, r#"{"payload":{"order_id":"fixed"}}"#).await;
    assert_ne!(first["delivery_id"], second["delivery_id"]);
    assert_eq!(scene.engine.directory.live(scene.made.project).pending(), 2);
    let (_, made) = scene.call(&format!("GET /deliveries/{}", text(&second, "delivery_id")), "").await;
    for (name, value) in [
        ("status", json!("pending")),
        ("attempt_number", json!(0)),
        ("event_id", json!(scene.event)),
        ("webhook_id", json!(scene.hook)),
        ("next_retry_at", Value::Null),
    ] {
        assert_eq!(made[name], value, "{name}");
    }
    assert_eq!(scene.letter().await["resolved"], json!(true));
    assert_eq!(scene.audited("dead_letter.retried").await, 2);
    let (_, health) = scene.call(&format!("GET /webhooks/{}/health", scene.hook), "").await;
    assert_eq!((&health["health"]["failed"], &health["health"]["pending"]), (&json!(1), &json!(2)));
}
