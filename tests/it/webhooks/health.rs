//! Health of one webhook and of all.

use crate::support::{Answer, Daemon, Receiver};
use serde_json::{Value, json};

#[test]
fn nothing_is_known_at_first() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook("https://example.com/x", json!({}));
    let id = hook["id"].as_str().unwrap();
    let shown = account.get(&format!("/webhooks/{id}/health")).ok(200);
    assert_eq!((&shown["webhook_id"], &shown["url"]), (&hook["id"], &hook["url"]));
    assert_eq!((&shown["status"], &shown["success_rate"]), (&json!("unknown"), &json!(100.0)));
    let health = &shown["health"];
    for (name, value) in [
        ("status", json!("unknown")),
        ("score", json!("no_data")),
        ("success_rate", json!(1.0)),
        ("success_rate_percent", json!(100.0)),
        ("avg_latency_ms", Value::Null),
        ("last_delivery_at", Value::Null),
        ("last_response_status", Value::Null),
        ("total", json!(0)),
        ("success", json!(0)),
        ("failed", json!(0)),
        ("pending", json!(0)),
        ("circuit_state", json!("closed")),
        ("consecutive_failures", json!(0)),
    ] {
        assert_eq!(health[name], value, "{name}");
    }
}

#[test]
fn it_follows_the_deliveries() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let once = json!({"retry_config": {"max_attempts": 1}});
    let hook = account.webhook_id(&receiver.url("/in"), once);
    let path = format!("/webhooks/{hook}/health");
    account.settled(&account.event("t", json!({})));
    let good = account.get(&path).ok(200);
    assert_eq!((&good["status"], &good["health"]["score"]), (&json!("healthy"), &json!("healthy")));
    assert_eq!((&good["health"]["total"], &good["health"]["success"]), (&json!(1), &json!(1)));
    assert!(good["health"]["avg_latency_ms"].is_u64());
    receiver.script("/in", [Answer::status(500)]);
    account.settled(&account.event("t", json!({})));
    let bad = account.get(&path).ok(200);
    let health = &bad["health"];
    assert_eq!((&health["status"], &health["score"]), (&json!("failing"), &json!("critical")));
    assert_eq!((&health["success_rate"], &health["success_rate_percent"]), (&json!(0.5), &json!(50.0)));
    assert_eq!((&bad["status"], &bad["success_rate"]), (&json!("failing"), &json!(50.0)));
    assert_eq!((&health["failed"], &health["last_response_status"]), (&json!(1), &json!(500)));
    assert_eq!(health["consecutive_failures"], 1);
    assert!(health["last_delivery_at"].is_string() && health["last_attempt_at"].is_string());
}

#[test]
fn the_steps_between_healthy_and_failing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({"retry_config": {"max_attempts": 1}}));
    receiver.script("/in", [Answer::status(500)]);
    account.settled(&account.event("t", json!({})));
    receiver.script("/in", [Answer::status(200)]);
    let grow = |count: usize| {
        let events = vec![json!({}); count];
        account.post("/events/batch", json!({ "events": events })).ok(202);
        crate::support::until("everything is delivered", || {
            let shown = account.get(&format!("/webhooks/{hook}/health")).ok(200);
            (shown["health"]["pending"] == 0).then(|| shown["status"].as_str().unwrap().to_owned())
        })
    };
    assert_eq!(grow(8), "failing", "8 of 9");
    assert_eq!(grow(1), "degraded", "9 of 10");
    assert_eq!(grow(38), "degraded", "47 of 48");
    assert_eq!(grow(2), "healthy", "49 of 50");
}

#[test]
fn of_all_active_webhooks() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let one = account.webhook_id("https://example.com/1", json!({}));
    let two = account.webhook_id("https://example.com/2", json!({}));
    account.webhook("https://example.com/3", json!({"active": false}));
    let list = account.get("/webhooks/health").ok(200);
    let ids: Vec<_> = list["data"].as_array().unwrap().iter().map(|h| h["webhook_id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&one.as_str()) && ids.contains(&two.as_str()));
    let single = account.get(&format!("/webhooks/{one}/health")).ok(200);
    assert!(list["data"].as_array().unwrap().contains(&single));
}
