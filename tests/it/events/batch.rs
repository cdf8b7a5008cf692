//! Batches: every element judged alone, all accepted ones stored together.

use crate::support::{Daemon, Receiver};
use serde_json::{Value, json};

#[test]
fn the_answer_follows_the_request_by_index() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let events = json!([{"topic": "a", "data": 1}, {"topic": 5}, {"topic": "b", "payload": {"x": 1}}, "text", [], {}]);
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!((&answer["accepted"], &answer["rejected"]), (&json!(3), &json!(3)));
    let items = answer["events"].as_array().unwrap();
    for (n, (item, result)) in
        items.iter().zip(["accepted", "rejected", "accepted", "rejected", "rejected", "accepted"]).enumerate()
    {
        assert_eq!((&item["index"], &item["result"]), (&json!(n), &json!(result)), "{item}");
    }
    let first = &items[0];
    for (name, value) in [
        ("topic", json!("a")),
        ("payload", json!({"data": 1})),
        ("status", json!("pending")),
        ("deliver_at", Value::Null),
        ("idempotency_key", Value::Null),
        ("duplicate", json!(false)),
        ("payload_hash", json!("sha256:5e0555215395381d3c3f0eec84352b7b860ad92d2a58ab9afa369ffc1cf7c565")),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    for (n, error) in
        [(1, "topic must be a string"), (3, "Body must be a JSON object"), (4, "Body must be a JSON object")]
    {
        assert_eq!((&items[n]["id"], &items[n]["status"]), (&Value::Null, &json!("rejected")));
        assert_eq!(items[n]["error"], error);
    }
    assert_eq!(items[2]["payload"], json!({"x": 1}));
    assert_eq!(account.get("/events").ok(200)["events"].as_array().unwrap().len(), 3);
    let one = account.get(&format!("/events/{}", first["id"].as_str().unwrap())).ok(200);
    assert_eq!((&one["status"], &one["inserted_at"]), (&json!("active"), &first["inserted_at"]));
}

#[test]
fn empty_and_wholly_rejected_batches() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let empty = account.post("/events/batch", json!({"events": []})).ok(202);
    assert_eq!(empty, json!({"accepted": 0, "rejected": 0, "events": []}));
    let rejected = account.post("/events/batch", json!({"events": [1, 2]})).ok(202);
    assert_eq!((&rejected["accepted"], &rejected["rejected"]), (&json!(0), &json!(2)));
}

#[test]
fn refused_batches() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let post = |body: Value| account.post("/events/batch", body);
    for body in [json!({}), json!({"events": null})] {
        post(body).fails(400, "Missing required field: events");
    }
    for events in [json!({}), json!("x"), json!(5), json!(true)] {
        post(json!({ "events": events })).fails(422, "events must be an array").invalid("events");
    }
    let many = vec![json!({}); 1001];
    post(json!({ "events": many })).fails(422, "events must have at most 1000 items").invalid("events");
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
}

#[test]
fn a_thousand_events_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let events: Vec<_> = (0..1000).map(|n| json!({"topic": "t", "n": n})).collect();
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!(answer["accepted"], 1000);
    let ids: Vec<_> = answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted(), "ids follow the order of the request");
    let hits = receiver.wait_for("/in", 1000);
    let mut seen: Vec<_> = hits.iter().map(|h| h.json()["n"].as_u64().unwrap()).collect();
    seen.sort_unstable();
    assert!(seen.iter().copied().eq(0..1000), "every event arrives once");
}

#[test]
fn keys_within_a_batch() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let events = json!([
        {"a": 1, "idempotency_key": "k"}, {"a": 1, "idempotency_key": "k"}, {"a": 1}, {"a": 1},
        {"a": 2, "idempotency_key": "k"}
    ]);
    let call = account.call("POST", "/events/batch").header("X-Idempotency-Key", "ignored");
    let answer = call.json(json!({ "events": events })).send().ok(202);
    assert_eq!(answer["accepted"], 5);
    let items = answer["events"].as_array().unwrap();
    let duplicates: Vec<_> = items.iter().map(|i| i["duplicate"].as_bool().unwrap()).collect();
    assert_eq!(duplicates, [false, true, false, false, true]);
    assert_eq!(items[1]["id"], items[0]["id"]);
    assert_eq!(items[4]["payload_mismatch"], true);
    assert_eq!(items[2]["idempotency_key"], Value::Null);
    assert_eq!(account.get("/events").ok(200)["events"].as_array().unwrap().len(), 3);
    let later = account.post("/events", json!({"a": 1, "idempotency_key": "k"})).ok(202);
    assert_eq!((&later["id"], &later["duplicate"]), (&items[0]["id"], &json!(true)));
}

#[test]
fn one_element_may_be_too_large() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let events = json!([{"a": 1}, {"fill": "x".repeat(262_145)}, {"fill": "x".repeat(260_000)}]);
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!((&answer["accepted"], &answer["rejected"]), (&json!(2), &json!(1)));
    assert_eq!(answer["events"][1]["error"], "Payload too large. Maximum is 256 KB.");
}
