//! Events through the route table: shapes, filters, deletion, simulation.

use crate::engine::testing::TestEngine;
use crate::server::testing::Api;
use serde_json::{Value, json};

/// The ids of a list.
fn ids(answer: &Value) -> Vec<&str> {
    answer["data"].as_array().expect("a list").iter().map(|row| row["id"].as_str().expect("an id")).collect()
}

#[tokio::test]
async fn filters_narrow_the_list() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let mut sent = Vec::new();
    for body in [
        r#"{"topic":"order.created","payload":{"z":1,"amount":99.99,"customer":{"name":"Ann"}}}"#,
        r#"{"topic":"order.item.created","amount":1.10}"#,
        r#"{"topic":"user.created","deliver_at":"2027-01-01T00:00:00Z","note":"a=b"}"#,
        r#"{"plain":true}"#,
    ] {
        sent.push(api.call("POST /events", &made.api_key, body).await.1["id"].as_str().expect("id").to_owned());
    }
    let gone = &sent[3];
    assert_eq!(
        api.call(&format!("DELETE /events/{gone}"), &made.api_key, "").await,
        (200, json!({"status": "inactive"}))
    );
    let at = |n: usize| api_time(&sent[n]);
    let between = format!("from={}&to={}", at(1), at(2));
    for (query, expected) in [
        ("", &[2, 1, 0][..]),
        ("include=inactive", &[3, 2, 1, 0]),
        ("status=inactive", &[3]),
        ("topic=order.created", &[0]),
        ("topic=order.*", &[0]),
        ("topic=order.%23", &[1, 0]),
        ("topic=*&include=inactive", &[3, 2, 1, 0]),
        ("topic=%23", &[2, 1, 0]),
        ("scheduled=true", &[2]),
        ("search=%22amount%22:99.99,%22customer%22", &[0]),
        ("search=1.10", &[1]),
        ("match=customer.name=Ann", &[0]),
        ("match=amount=99.99&match=z=1", &[0]),
        ("match=note=a%3Db", &[2]),
        ("match=amount=99.99&match=z=2", &[]),
        (between.as_str(), &[2, 1]),
        ("to=2020-01-01", &[]),
    ] {
        let (status, answer) = api.call(&format!("GET /events?{query}"), &made.api_key, "").await;
        let expected: Vec<&str> = expected.iter().map(|n| sent[*n].as_str()).collect();
        assert_eq!((status, ids(&answer)), (200, expected), "{query}");
    }
    for (query, status, error) in [
        ("status=gone", 422, "status must be active or inactive"),
        ("from=yesterday", 400, "from must be an ISO 8601 timestamp"),
        ("match=amount", 400, "match must be a path, = and a value"),
        ("match=a=1&match=a=1&match=a=1&match=a=1&match=a=1&match=a=1", 400, "match must be given at most 5 times"),
        ("cursor=5", 400, "Invalid cursor"),
    ] {
        let (code, answer) = api.call(&format!("GET /events?{query}"), &made.api_key, "").await;
        assert_eq!((code, answer["error"].as_str()), (status, Some(error)), "{query}");
    }
}

fn api_time(id: &str) -> String {
    let id: crate::domain::event::EventId = crate::base::Id::parse(id).expect("id");
    id.time().to_string()
}

#[tokio::test]
async fn one_event_is_shown_whole_with_its_deliveries() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let body = r#"{"topic":"t","order_id":"12345","amount":99.99}"#;
    let (_, sent) = api.call("POST /events", &made.api_key, body).await;
    let (_, hook) = api.call("POST /webhooks", &made.api_key, r#"{"url":"https://example.com/","topics":["x"]}"#).await;
    let (event, webhook) = (sent["id"].as_str().expect("id"), hook["id"].as_str().expect("id"));
    let (of, to) = (crate::base::Id::parse(event).expect("id"), crate::base::Id::parse(webhook).expect("id"));
    let delivery = engine.delivery(made.project, of, to).await;
    let (status, shown) = api.call(&format!("GET /events/{event}"), &made.api_key, "").await;
    let expected = json!({
        "id": event, "topic": "t", "payload": {"order_id": "12345", "amount": 99.99}, "status": "active",
        "occurred_at": sent["occurred_at"], "deliver_at": null,
        "payload_hash": "sha256:d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9",
        "idempotency_key": null, "inserted_at": sent["occurred_at"],
        "deliveries": [{"id": delivery, "status": "pending", "attempt_number": 0, "webhook_id": webhook, "response_status": null}],
    });
    assert_eq!((status, shown.to_string()), (200, expected.to_string()));
    for _ in 0..2 {
        let deleted = api.call(&format!("DELETE /events/{event}"), &made.api_key, "").await;
        assert_eq!(deleted, (200, json!({"status": "inactive"})));
    }
    let (_, shown) = api.call(&format!("GET /events/{event}"), &made.api_key, "").await;
    assert_eq!((&shown["status"], &shown["deliveries"][0]["status"]), (&json!("inactive"), &json!("failed")));
    let (_, ended) = api.call(&format!("GET /deliveries/{delivery}"), &made.api_key, "").await;
    assert_eq!((&ended["error"], &ended["next_retry_at"]), (&json!("Event deleted"), &Value::Null));
    assert_eq!(engine.directory.live(made.project).pending(), 0);
    assert_eq!(engine.audited().await.iter().filter(|(action, _)| action == "event.deleted").count(), 1);
    let (_, topics) = api.call("GET /topics", &made.api_key, "").await;
    assert_eq!(topics["topics"], json!([]));
    let bea = engine.register("bea@example.org").await;
    for call in [format!("GET /events/{event}"), format!("DELETE /events/{event}"), "GET /events/x".to_owned()] {
        assert_eq!(api.call(&call, &bea.api_key, "").await, (404, json!({"error": "Event not found"})));
    }
}

#[tokio::test]
async fn simulations_tell_where_an_event_would_go() {
    let engine = TestEngine::new();
    let api = Api::new(&engine);
    let made = engine.register("ana@example.org").await;
    let hooks = [
        r##"{"url":"https://example.com/a","topics":["order.*","#"],"filters":["amount > 100"],"secret":"k"}"##,
        r#"{"url":"https://example.com/b","body_config":{"body_mode":"custom","template":{"text":"{{amount}}"}}}"#,
        r#"{"url":"https://example.com/c","topics":["user.*"]}"#,
    ];
    for body in hooks {
        assert_eq!(api.call("POST /webhooks", &made.api_key, body).await.0, 201);
    }
    let (_, list) = api.call("GET /webhooks", &made.api_key, "").await;
    let unsigned = format!("PATCH /webhooks/{}", list["data"][1]["id"].as_str().expect("id"));
    assert_eq!(api.call(&unsigned, &made.api_key, r#"{"secret":""}"#).await.0, 200);
    let body = r#"{"topic":"order.created","payload":{"amount":150}}"#;
    let (status, answer) = api.call("POST /simulate", &made.api_key, body).await;
    assert_eq!((status, &answer["simulation"], &answer["matching_webhooks"]), (200, &json!(true), &json!(2)));
    assert_eq!(answer["validation"], json!({"valid": true, "errors": []}));
    let first = &answer["results"][0];
    let would_send = &first["would_send_body"];
    assert_eq!((&would_send["event_id"], &would_send["payload"]), (&json!("simulated"), &json!({"amount": 150})));
    let signed = crate::domain::signing::sign("k", would_send.to_string().as_bytes());
    let headers = &first["would_send_headers"];
    assert_eq!((&headers["content-type"], &headers["x-signature"]), (&json!("application/json"), &json!(signed)));
    assert_eq!(first["matched_topics"], json!(["order.*", "#"]));
    assert_eq!((&first["via"], &first["pipeline_id"]), (&json!("direct"), &Value::Null));
    let second = &answer["results"][1];
    assert_eq!(second["would_send_body"], json!({"text": "150"}));
    assert_eq!(second["would_send_headers"]["x-signature"], Value::Null);
    let (_, events) = api.call("GET /events", &made.api_key, "").await;
    assert_eq!(events["data"], json!([]), "nothing is stored");
    assert_eq!(api.call("POST /simulate", &made.api_key, r#"{"topic":5}"#).await.0, 422);
}
