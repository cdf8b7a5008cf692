//! The record of a delivery: its fields, the log of attempts, the list and its filters.

use crate::support::{Account, Answer, Daemon, Receiver};
use serde_json::{Value, json};

#[test]
fn the_fields() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let answer = Answer::status(200).header("Content-Type", "text/plain").header("X-A", "1").header("x-a", "2");
    receiver.script("/in", [answer.body("thanks")]);
    let hook = account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("order.created", json!({"a": 1}));
    let delivery = account.settled(&event);
    for (name, value) in [
        ("event_id", json!(event)),
        ("webhook_id", hook["id"].clone()),
        ("status", json!("success")),
        ("attempt_number", json!(1)),
        ("response_status", json!(200)),
        ("response_body", json!("thanks")),
        ("destination_ip", json!("127.0.0.1")),
        ("error", Value::Null),
        ("next_retry_at", Value::Null),
        ("topic", json!("order.created")),
        ("pipeline_id", Value::Null),
        ("replay_id", Value::Null),
        ("batch_size", Value::Null),
    ] {
        assert_eq!(delivery[name], value, "{name}");
    }
    assert!(delivery["response_latency_ms"].is_u64());
    assert_eq!(delivery["response_headers"]["content-type"], "text/plain");
    assert_eq!(delivery["response_headers"]["x-a"], "1, 2");
    let hit = receiver.wait_for("/in", 1).remove(0);
    assert_eq!(delivery["request_body"], hit.text());
    assert_eq!(delivery["request_headers"]["x-signature"].as_str(), hit.header("x-signature"));
    assert!(delivery["inserted_at"].as_str() <= delivery["updated_at"].as_str());
    let full = account.delivery(delivery["id"].as_str().unwrap());
    assert_eq!(full["attempts"].as_array().unwrap().len(), 1);
    for (name, value) in delivery.as_object().unwrap() {
        assert_eq!(&full[name], value, "{name}");
    }
}

#[test]
fn the_log_of_attempts() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500).body("oops"), Answer::reset(), Answer::status(201).body("fine")]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [0]}}));
    let delivery = account.settled(&account.event("t", json!({})));
    let full = account.delivery(delivery["id"].as_str().unwrap());
    let attempts = full["attempts"].as_array().unwrap();
    assert_eq!(attempts.len(), 3);
    for (n, (attempt, (status, error, body))) in attempts
        .iter()
        .zip([
            (json!(500), json!("HTTP 500"), json!("oops")),
            (Value::Null, json!("Connection reset"), Value::Null),
            (json!(201), Value::Null, json!("fine")),
        ])
        .enumerate()
    {
        assert_eq!((&attempt["n"], &attempt["response_status"]), (&json!(n + 1), &status));
        assert_eq!((&attempt["error"], &attempt["response_body"]), (&error, &body));
        assert!(attempt["latency_ms"].is_u64() && attempt["started_at"].is_string());
    }
    let times: Vec<_> = attempts.iter().map(|a| a["started_at"].as_str().unwrap()).collect();
    assert!(times.is_sorted(), "oldest first");
}

#[test]
fn texts_are_cut_and_broken_bytes_replaced() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    for (body, shown) in [
        (b"a\xffb\xc3".to_vec(), "a\u{fffd}b\u{fffd}".to_owned()),
        ("é".repeat(10_000).into_bytes(), "é".repeat(10_000)),
        ("é".repeat(10_001).into_bytes(), format!("{}...", "é".repeat(10_000))),
        (b"<script>alert(1)</script>\0".to_vec(), "<script>alert(1)</script>\0".to_owned()),
    ] {
        receiver.script("/in", [Answer::status(200).body(body)]);
        let delivery = account.settled(&account.event("t", json!({})));
        assert_eq!(delivery["response_body"], shown);
    }
    let long = account.settled(&account.event("t", json!({"fill": "y".repeat(20_000)})));
    let kept = long["request_body"].as_str().unwrap();
    assert_eq!(kept.chars().count(), 10_003);
    assert!(kept.ends_with("y..."));
    assert!(receiver.hits("/in").pop().unwrap().body.len() > 40_000, "only the record is cut");
}

#[test]
fn credentials_are_not_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let headers =
        json!({"Authorization": "Bearer s3cret-a", "Cookie": "s3cret-b", "X-Api-Key": "s3cret-c", "X-Shop": "open"});
    account.webhook(&receiver.url("/in"), json!({ "headers": headers }));
    let delivery = account.settled(&account.event("t", json!({})));
    for name in ["authorization", "cookie", "x-api-key"] {
        assert_eq!(delivery["request_headers"][name], "[redacted]", "{name}");
    }
    assert_eq!(delivery["request_headers"]["x-shop"], "open");
    let id = delivery["id"].as_str().unwrap();
    for path in ["/deliveries".to_owned(), format!("/deliveries/{id}")] {
        assert!(!account.get(&path).text.contains("s3cret"), "{path}");
    }
    assert_eq!(receiver.hits("/in")[0].header("authorization"), Some("Bearer s3cret-a"));
}

fn found(account: &Account, query: &str) -> Vec<String> {
    let list = account.get(&format!("/deliveries?{query}")).ok(200);
    assert_eq!(list["data"], list["deliveries"]);
    list["deliveries"].as_array().unwrap().iter().map(|d| d["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn filters_of_the_list() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/bad", [Answer::status(404)]);
    let good = account.webhook_id(&receiver.url("/good"), json!({"topics": ["good", "both"]}));
    let bad = account.webhook_id(&receiver.url("/bad"), json!({"topics": ["bad", "both"]}));
    let id = |topic: &str| {
        let event = account.event(topic, json!({}));
        (event.clone(), account.settled(&event)["id"].as_str().unwrap().to_owned())
    };
    let (event, success) = id("good");
    let (_, failure) = id("bad");
    let none: [&String; 0] = [];
    for (query, expected) in [
        (String::new(), &[&failure, &success][..]),
        ("status=success".into(), &[&success]),
        ("status=failed".into(), &[&failure]),
        ("status=pending".into(), &none),
        ("status=circuit_open".into(), &none),
        (format!("webhook_id={bad}"), &[&failure]),
        (format!("event_id={event}"), &[&success]),
        (format!("event_id={event}&webhook_id={bad}"), &none),
        (format!("webhook_id={good}&status=success&limit=1"), &[&success]),
        ("from=2020-01-01&to=2100-01-01".into(), &[&failure, &success]),
        ("from=2100-01-01".into(), &none),
        (format!("cursor={failure}"), &[&success]),
    ] {
        assert_eq!(found(&account, &query).iter().collect::<Vec<_>>(), expected, "{query}");
    }
    for status in ["done", "SUCCESS", "1"] {
        account.get(&format!("/deliveries?status={status}")).invalid("status");
    }
}

#[test]
fn deleting_the_event_ends_its_deliveries() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    account.delivery_when(&event, "waiting", |d| d["next_retry_at"].is_string());
    account.delete(&format!("/events/{event}")).ok(200);
    let delivery = account.settled(&event);
    assert_eq!((&delivery["status"], &delivery["error"]), (&json!("failed"), &json!("Event deleted")));
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn an_attempt_under_way_at_the_end_is_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    account.delete(&format!("/events/{event}")).ok(200);
    let ended = account.settled(&event);
    assert_eq!((&ended["attempt_number"], &ended["error"]), (&json!(0), &json!("Event deleted")));
    receiver.release("/in");
    let recorded = account.delivery_when(&event, "recorded", |d| d["attempt_number"] == 1);
    assert_eq!((&recorded["status"], &recorded["error"]), (&json!("failed"), &json!("Event deleted")));
    let log = &account.delivery(recorded["id"].as_str().unwrap())["attempts"];
    assert_eq!((log.as_array().unwrap().len(), &log[0]["response_status"]), (1, &json!(200)));
}
