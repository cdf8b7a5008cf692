//! The log of what was sent.

use super::{get, hook, id, text};
use crate::support::{Account, Answer, Daemon, NO_ID, Receiver, in_millis, until};
use serde_json::{Value, json};

fn lines(account: &Account, query: &str) -> Vec<Value> {
    get(account, &format!("/webhook-logs{query}")).ok(200)["webhook_logs"].as_array().expect("a list").clone()
}

/// Waits for so many lines, newest first.
fn when(account: &Account, count: usize) -> Vec<Value> {
    until(&format!("{count} lines are logged"), || Some(lines(account, "")).filter(|lines| lines.len() == count))
}

#[test]
fn an_attempt_is_a_line() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let fails = Answer::status(500).header("X-Reason", "tired").body("oops");
    receiver.script("/in", [fails, Answer::status(201).body("fine")]);
    let made = hook(&account, &receiver, "/in", json!(["order.created"]));
    let path = format!("/webhooks/{}", id(&made));
    account.patch(&path, json!({"retry_config": {"backoff_seconds": [0]}})).ok(200);
    let event = account.event("order.created", json!({"n": 1}));
    let logged = when(&account, 2);
    for (line, status) in logged.iter().zip([201, 500]) {
        let expected = json!({"id": line["id"], "event_id": event, "webhook_id": made["id"],
            "url": receiver.url("/in"), "event_type": "order.created", "status_code": status,
            "logged_at": line["logged_at"]});
        assert_eq!(*line, expected);
    }
    assert!(text(&logged[0], "logged_at") > text(&logged[1], "logged_at"));
    let hits = receiver.wait_for("/in", 2);
    for ((line, hit), (n, body)) in logged.iter().rev().zip(&hits).zip([(1, "oops"), (2, "fine")]) {
        let shown = get(&account, &format!("/webhook-logs/{}", id(line))).ok(200);
        for (name, value) in line.as_object().unwrap() {
            assert_eq!(shown[name], *value, "{name}");
        }
        assert_eq!((&shown["attempt"], &shown["request_body"]), (&json!(n), &json!(hit.text())));
        assert_eq!(shown["signature"].as_str(), hit.header("x-signing-signature"));
        assert_eq!(shown["response_body"], body);
        assert!(shown["duration_ms"].is_u64());
        let headers = shown["request_headers"].as_object().unwrap();
        for name in
            ["x-signing-signature", "x-signature", "webhook-signature", "x-event-id", "x-attempt", "content-type"]
        {
            assert_eq!(headers[name].as_str(), hit.header(name), "{name}");
        }
    }
    let first = get(&account, &format!("/webhook-logs/{}", id(&logged[1]))).ok(200);
    assert_eq!((&first["error"], &first["response_headers"]["x-reason"]), (&json!("HTTP 500"), &json!("tired")));
    assert_eq!(get(&account, &format!("/webhook-logs/{}", id(&logged[0]))).ok(200)["error"], Value::Null);
    // What was sent once stays as it was.
    let rotate = format!("{path}/signing-secrets/first/rotate");
    super::send(&account, "POST", &rotate, json!({})).ok(200);
    account.patch(&path, json!({"url": receiver.url("/other")})).ok(200);
    let later = get(&account, &format!("/webhook-logs/{}", id(&logged[0]))).ok(200);
    assert_eq!(later["signature"].as_str(), hits[1].header("x-signing-signature"));
    assert_eq!(later["url"], json!(receiver.url("/in")));
}

#[test]
fn filters() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/b", [Answer::status(404)]);
    receiver.script("/c", [Answer::reset()]);
    let hooks: Vec<Value> = ["a", "b", "c"].map(|n| hook(&account, &receiver, &format!("/{n}"), json!([n]))).into();
    account.patch(&format!("/webhooks/{}", id(&hooks[2])), json!({"retry_config": {"max_attempts": 1}})).ok(200);
    for (n, topic) in ["a", "b", "c"].into_iter().enumerate() {
        account.event(topic, json!({}));
        when(&account, n + 1);
    }
    let all = when(&account, 3);
    let (from, middle) = (text(&all[2], "logged_at"), text(&all[1], "logged_at"));
    for (query, wanted) in [
        ("".to_owned(), &[0, 1, 2][..]),
        (format!("?webhook_id={}", id(&hooks[1])), &[1]),
        (format!("?webhook_id={NO_ID}"), &[]),
        ("?event_type=a".to_owned(), &[2]),
        ("?event_type=none".to_owned(), &[]),
        ("?status_code=404".to_owned(), &[1]),
        ("?status_code=2xx".to_owned(), &[2]),
        ("?status_code=4XX".to_owned(), &[1]),
        ("?status_code=5xx".to_owned(), &[]),
        (format!("?from={middle}"), &[0, 1]),
        (format!("?to={middle}"), &[1, 2]),
        (format!("?from={from}&to={from}"), &[2]),
        (format!("?event_type=b&status_code=4xx&webhook_id={}", id(&hooks[1])), &[1]),
        ("?event_type=a&status_code=4xx".to_owned(), &[]),
    ] {
        let wanted: Vec<&Value> = wanted.iter().map(|n| &all[*n]).collect();
        assert_eq!(lines(&account, &query).iter().collect::<Vec<_>>(), wanted, "{query}");
    }
    assert_eq!(all[0]["status_code"], Value::Null);
    for (query, error) in [
        ("webhook_id=x", "webhook_id must be a UUID"),
        ("status_code=ok", "status_code must be a status such as 404, or 4xx"),
        ("from=soon", "from must be an ISO 8601 timestamp"),
        ("cursor=x", "Invalid cursor"),
    ] {
        get(&account, &format!("/webhook-logs?{query}")).fails(400, error);
    }
    let stranger = daemon.register();
    assert_eq!(lines(&stranger, ""), [Value::Null; 0]);
    assert_eq!(lines(&stranger, &format!("?webhook_id={}", id(&hooks[0]))), [Value::Null; 0]);
    for other in [id(&all[0]), NO_ID, "x"] {
        get(&stranger, &format!("/webhook-logs/{other}")).fails(404, "Webhook log not found");
    }
}

#[test]
fn pages_hold_every_line_once() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    hook(&account, &receiver, "/in", json!(["*"]));
    let events = vec![json!({"topic": "t"}); 23];
    account.post("/events/batch", json!({ "events": events })).ok(202);
    let all: Vec<String> = when(&account, 23).iter().map(|line| id(line).to_owned()).collect();
    assert!(all.is_sorted_by(|a, b| a > b));
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = get(&account, &format!("/webhook-logs?limit=5{cursor}")).ok(200);
        paged.extend(page["data"].as_array().unwrap().iter().map(|line| id(line).to_owned()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(paged, all);
}

#[test]
fn lines_go_with_their_deliveries() {
    let daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    hook(&account, &receiver, "/in", json!(["*"]));
    account.event("t", json!({}));
    let line = when(&account, 1).remove(0);
    account.post("/purge", json!({"type": "deliveries", "older_than": in_millis(0)})).ok(200);
    until("the log is empty", || lines(&account, "").is_empty().then_some(()));
    get(&account, &format!("/webhook-logs/{}", id(&line))).fails(404, "Webhook log not found");
}
