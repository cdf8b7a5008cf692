//! The test call: one real request that leaves no trace behind.

use crate::support::{Answer, Daemon, Receiver, jobcelis_signature};
use serde_json::{Value, json};
use std::net::TcpListener;

#[test]
fn it_sends_one_signed_request() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook(&receiver.url("/in"), json!({"secret": "s", "headers": {"X-Shop": "7"}}));
    let id = hook["id"].as_str().unwrap();
    let answer = account.post(&format!("/webhooks/{id}/test"), json!({})).ok(200);
    assert_eq!((&answer["success"], &answer["status"]), (&json!(true), &json!(200)));
    assert_eq!(answer["webhook_id"], id);
    assert!(answer["latency_ms"].is_u64());
    let hit = receiver.wait_for("/in", 1).remove(0);
    let body = hit.json();
    for (name, value) in [("type", "webhook.test"), ("topic", "webhook.test"), ("message", "Test event")] {
        assert_eq!(body[name], value, "{name}");
    }
    assert_eq!(body["timestamp"], body["occurred_at"]);
    assert_eq!(hit.header("x-event-id"), body["event_id"].as_str());
    assert!(hit.header("x-delivery-id").is_some_and(|d| d.len() == 36));
    assert_eq!((hit.header("x-attempt"), hit.header("x-shop")), (Some("1"), Some("7")));
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature("s", &hit.body).as_str()));
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
    assert_eq!(account.get("/deliveries").ok(200)["deliveries"], json!([]));
}

#[test]
fn a_refusal_is_a_result() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let path = format!("/webhooks/{hook}/test");
    for status in [500, 404, 302, 429] {
        receiver.script("/in", [Answer::status(status).header("Location", &receiver.url("/elsewhere"))]);
        let answer = account.post(&path, json!({})).ok(200);
        assert_eq!((&answer["success"], &answer["status"]), (&json!(false), &json!(status)));
        assert!(answer["reason"].as_str().unwrap().starts_with(&format!("HTTP {status}")), "{answer}");
    }
    assert_eq!(receiver.hits("/elsewhere").len(), 0);
    assert_eq!(account.get(&format!("/webhooks/{hook}")).ok(200)["consecutive_failures"], 0);
}

#[test]
fn no_answer_is_an_error() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/reset", [Answer::reset()]);
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for (url, error) in [
        (format!("http://{free}/x"), "Connection refused"),
        (receiver.url("/reset"), "Connection reset"),
        ("https://does-not-exist.invalid/x".to_owned(), "DNS lookup failed"),
    ] {
        let hook = account.webhook_id(&url, json!({}));
        let reply = account.post(&format!("/webhooks/{hook}/test"), json!({}));
        assert_eq!(reply.status, 422, "{url}: {}", reply.text);
        let expected = json!({"success": false, "error": error, "reason": error, "webhook_id": hook});
        assert_eq!(reply.json, expected, "{url}");
    }
}

#[test]
fn inactive_webhooks_can_be_tested() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({"active": false}));
    assert_eq!(account.post(&format!("/webhooks/{hook}/test"), json!({})).ok(200)["success"], true);
    receiver.wait_for("/in", 1);
}

#[test]
fn ten_in_a_minute() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let other = account.webhook_id(&receiver.url("/other"), json!({}));
    let test = |id: &str| account.post(&format!("/webhooks/{id}/test"), json!({}));
    // The minute may end in between, so the limit strikes by the twenty-first at the latest.
    let denied = (0..=20).map(|_| test(&hook)).find(|r| r.status != 200).expect("a denied call");
    denied.fails(429, "Rate limit exceeded. Try again later.");
    assert!(denied.header("retry-after").is_some());
    let after = receiver.hits("/in").len();
    assert!((10..=20).contains(&after), "{after} calls were made");
    assert_eq!(test(&other).ok(200)["success"], Value::Bool(true));
}
