//! What an event stream tells, and how it is written.

use super::Sse;
use crate::support::{Answer, Daemon, Receiver, in_millis};
use serde_json::json;

#[test]
fn events_and_the_outcomes_of_their_deliveries() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hook = account.webhook_id(&receiver.url("/hook"), json!({"topics": ["order.*"]}));
    let mut stream = Sse::open(&account, &account.key, "", &[("Accept-Encoding", "gzip")]);
    for (name, value) in [
        ("content-type", "text/event-stream"),
        ("cache-control", "no-cache"),
        ("x-accel-buffering", "no"),
        ("connection", "keep-alive"),
        ("access-control-allow-origin", "*"),
        ("x-api-version", "1"),
    ] {
        assert_eq!(stream.header(name), Some(value), "{name}");
    }
    assert_eq!(stream.header("content-encoding"), None);
    let event = account.event("order.created", json!({"order_id": "77", "n": 1.10}));
    let created = stream.must();
    assert_eq!(created.kind(), "event.created");
    let shown = account.get(&format!("/events/{event}")).ok(200);
    let data = json!({"id": event, "topic": "order.created", "payload": {"order_id": "77", "n": 1.10}, "occurred_at": shown["occurred_at"]});
    assert_eq!(created.data["data"], data);
    let updated = stream.must();
    let delivery = account.settled(&event);
    let data = json!({
        "id": delivery["id"], "status": "success", "event_id": event, "webhook_id": hook, "attempt_number": 1,
        "response_status": 200, "response_latency_ms": delivery["response_latency_ms"], "next_retry_at": null,
        "topic": "order.created",
    });
    assert_eq!((updated.kind(), &updated.data["data"]), ("delivery.updated", &data));
    let place = |id: Option<String>| id.expect("an id").parse::<u64>().expect("a number");
    assert!(place(created.id) < place(updated.id));
}

#[test]
fn every_attempt_is_told_and_nothing_else() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let account = daemon.register();
    receiver.script("/hook", [Answer::status(500)]);
    account.webhook(&receiver.url("/hook"), json!({"retry_config": {"max_attempts": 2, "base_delay_seconds": 1}}));
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    account.post("/events", json!({"topic": "a", "payload": {}, "idempotency_key": "k"})).ok(202);
    account.post("/events", json!({"topic": "a", "payload": {}, "idempotency_key": "k"})).ok(202);
    account.post("/simulate", json!({"topic": "a", "payload": {}})).ok(200);
    assert_eq!(stream.must().kind(), "event.created");
    for (attempt, again) in [(1, true), (2, false)] {
        let told = stream.must();
        assert_eq!((told.kind(), told.field("status")), ("delivery.updated", "failed"));
        assert_eq!(told.data["data"]["attempt_number"], attempt);
        assert_eq!(told.data["data"]["next_retry_at"].is_string(), again, "{}", told.data);
    }
}

#[test]
fn a_delayed_event_is_told_when_it_is_made() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/later"), json!({"topics": ["later"]}));
    let mut stream = Sse::open(&account, &account.key, "?types=event.created", &[]);
    let delayed = json!({"topic": "later", "payload": {}, "deliver_at": in_millis(700)});
    let id = account.post("/events", delayed).ok(202)["id"].clone();
    assert_eq!(stream.must().data["data"]["id"], id);
    receiver.wait_for("/later", 1);
    let batch = json!({"events": [{"topic": "b.1", "payload": {}}, {"topic": 1}, {"topic": "b.2", "payload": {}}]});
    account.post("/events/batch", batch).ok(202);
    let topics: Vec<String> = (0..2).map(|_| stream.must().field("topic").to_owned()).collect();
    assert_eq!(topics, ["b.1", "b.2"]);
}

#[test]
fn readers_narrow_what_they_get() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    account.webhook(&receiver.url("/hook"), json!({"topics": ["order.*"]}));
    let mut topics =
        Sse::open(&account, &account.key, "?topics=user.*,order.%23&types=event.created&payload=false", &[]);
    let mut outcomes = Sse::open(&account, &account.key, "?types=delivery.updated", &[]);
    account.event("other", json!({"n": 1}));
    let event = account.event("order.created", json!({"n": 2}));
    let told = topics.must();
    assert_eq!((told.kind(), told.field("id")), ("event.created", event.as_str()));
    assert_eq!(told.data["data"].get("payload"), None);
    let told = outcomes.must();
    assert_eq!((told.kind(), told.field("event_id")), ("delivery.updated", event.as_str()));
    for (query, text) in [
        ("?types=event.deleted", "types must be event.created or delivery.updated"),
        ("?payload=maybe", "payload must be true or false"),
    ] {
        Sse::begin(&account, &account.key, query, &[]).err().expect("refused").fails(400, text);
    }
}

#[test]
fn credentials_stand_where_they_may() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let query = format!("?api_key={}", account.key);
    for (key, query, headers) in [
        (account.key.as_str(), "", vec![]),
        ("", query.as_str(), vec![]),
        ("", "", vec![("X-Api-Key", account.key.as_str())]),
        (account.token.as_str(), "", vec![("X-Project-Id", account.project_id.as_str())]),
    ] {
        let mut stream = Sse::begin(&account, key, query, &headers).unwrap_or_else(|r| panic!("{}", r.text));
        assert_eq!(stream.must().data["project_id"], account.project_id);
    }
    Sse::begin(&account, "jc_live_none", "", &[]).err().expect("refused").fails(401, "Invalid API key");
    Sse::begin(&account, "", "", &[]).err().expect("refused").fails(401, "Invalid API key");
    account.user().patch("/token", json!({"scopes": ["events:write"]})).ok(200);
    let refused = Sse::begin(&account, &account.key, "", &[]).err().expect("refused");
    refused.fails(403, "Insufficient scope: events:read");
    let head = account.user().call("HEAD", "/stream").send();
    assert_eq!((head.status, head.header("content-type")), (200, Some("text/event-stream")));
    assert!(!daemon.log().contains(&account.key), "a key stands in the log");
}
