//! Simulation: exactly what a real event would cause, without storing or sending anything.

use crate::support::{Daemon, Receiver, jobcelis_signature};
use serde_json::json;

#[test]
fn it_tells_who_would_get_what() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let url = receiver.url("/in");
    let hook = account.webhook(&url, json!({"topics": ["order.*", "user.*"], "headers": {"X-Shop": "7"}}));
    account.webhook(&url, json!({"topics": ["user.*"]}));
    account.webhook(&url, json!({"topics": ["order.*"], "filters": [{"path": "amount", "op": "gt", "value": 100}]}));
    let answer = account.post("/simulate", json!({"topic": "order.created", "payload": {"amount": 5}})).ok(200);
    assert_eq!((&answer["simulation"], &answer["matching_webhooks"]), (&json!(true), &json!(1)));
    assert_eq!(answer["validation"], json!({"valid": true, "errors": []}));
    let results = answer["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    let result = &results[0];
    for (name, value) in [
        ("id", &hook["id"]),
        ("webhook_id", &hook["id"]),
        ("url", &json!(url)),
        ("webhook_url", &json!(url)),
        ("topics", &json!(["order.*", "user.*"])),
        ("matched_by_topics", &json!(true)),
        ("matched_by_filters", &json!(true)),
        ("matched_topics", &json!(["order.*"])),
        ("via", &json!("direct")),
        ("pipeline_id", &json!(null)),
    ] {
        assert_eq!(&result[name], value, "{name}");
    }
    let body = &result["would_send_body"];
    assert_eq!((&body["amount"], &body["payload"]), (&json!(5), &json!({"amount": 5})));
    assert_eq!((&body["event_id"], &body["topic"]), (&json!("simulated"), &json!("order.created")));
    let headers = &result["would_send_headers"];
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["x-shop"], "7");
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
    assert_eq!(account.get("/deliveries").ok(200)["deliveries"], json!([]));
    assert_eq!(receiver.connections(), 0);
}

#[test]
fn the_signature_is_real() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook("http://127.0.0.1:9/x", json!({"secret": "whsec_test_secret"}));
    let answer = account.post("/simulate", json!({"topic": "t", "a": 1})).ok(200);
    let result = &answer["results"][0];
    let signed = result["would_send_body"].to_string();
    assert_eq!(result["would_send_headers"]["x-signature"], jobcelis_signature("whsec_test_secret", signed.as_bytes()));
    account.patch(&format!("/webhooks/{}", hook["id"].as_str().unwrap()), json!({"secret": ""})).ok(200);
    let unsigned = account.post("/simulate", json!({"topic": "t", "a": 1})).ok(200);
    assert_eq!(unsigned["results"][0]["would_send_headers"]["x-signature"], json!(null));
}

#[test]
fn every_form_of_a_body_is_taken() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.webhook("http://127.0.0.1:9/x", json!({}));
    for body in [json!({}), json!({"payload": {"a": 1}}), json!({"a": 1, "idempotency_key": "k"})] {
        assert_eq!(account.post("/simulate", body).ok(200)["matching_webhooks"], 1);
    }
    account.post("/simulate", json!({"topic": 5})).invalid("topic");
    assert_eq!(account.post("/events", json!({"idempotency_key": "k"})).ok(202)["duplicate"], false);
}
