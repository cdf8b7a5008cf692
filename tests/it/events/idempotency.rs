//! One event per key and project, whatever the timing.

use crate::support::{Account, Daemon, Receiver, Reply};
use serde_json::{Value, json};
use std::sync::Barrier;

fn send(account: &Account, header: Option<&str>, body: Value) -> Reply {
    let mut call = account.call("POST", "/events");
    if let Some(key) = header {
        call = call.header("X-Idempotency-Key", key);
    }
    call.json(body).send()
}

fn count(account: &Account) -> usize {
    account.get("/events?include=inactive&limit=200").ok(200)["events"].as_array().unwrap().len()
}

#[test]
fn the_second_answer_is_the_first_event() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = send(&account, None, json!({"topic": "t", "a": 1, "idempotency_key": "k1"}));
    assert_eq!(first.header("idempotency-replayed"), None);
    let first = first.ok(202);
    assert_eq!((&first["duplicate"], &first["idempotency_key"]), (&json!(false), &json!("k1")));
    for (header, body) in [
        (None, json!({"topic": "t", "a": 1, "idempotency_key": "k1"})),
        (Some("k1"), json!({"topic": "t", "payload": {"a": 1}})),
    ] {
        let again = send(&account, header, body);
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        let again = again.ok(202);
        assert_eq!(again["duplicate"], true);
        for name in ["event_id", "id", "topic", "payload_hash", "status", "occurred_at", "inserted_at"] {
            assert_eq!(again[name], first[name], "{name}");
        }
        assert!(again.get("payload_mismatch").is_none_or(|m| m == false));
    }
    assert_eq!(count(&account), 1);
}

#[test]
fn another_content_under_the_same_key_is_pointed_out() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = send(&account, Some("k"), json!({"topic": "t", "a": 1})).ok(202);
    for body in [json!({"topic": "t", "a": 2}), json!({"topic": "other", "a": 1}), json!({"a": 1})] {
        let again = send(&account, Some("k"), body).ok(202);
        assert_eq!((&again["id"], &again["duplicate"]), (&first["id"], &json!(true)));
        assert_eq!(again["payload_mismatch"], true);
    }
    assert_eq!(count(&account), 1);
}

#[test]
fn keys_of_any_letters_hold() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = send(&account, Some("pedido-ñandú-✓"), json!({})).ok(202);
    assert_eq!(first["idempotency_key"], "pedido-ñandú-✓");
    for again in [send(&account, Some("pedido-ñandú-✓"), json!({})), send(&account, None, first_key(&first))] {
        assert_eq!(again.ok(202)["id"], first["id"]);
    }
    assert_eq!(count(&account), 1);
}

fn first_key(event: &Value) -> Value {
    json!({"idempotency_key": event["idempotency_key"]})
}

#[test]
fn the_header_wins_over_the_body() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let event = send(&account, Some("from-header"), json!({"idempotency_key": "from-body"})).ok(202);
    assert_eq!(event["idempotency_key"], "from-header");
    assert_eq!(send(&account, None, json!({"idempotency_key": "from-body"})).ok(202)["duplicate"], false);
    let body_key = send(&account, Some(""), json!({"idempotency_key": "empty-header"})).ok(202);
    assert_eq!(body_key["idempotency_key"], "empty-header");
    send(&account, Some(&"k".repeat(256)), json!({})).invalid("idempotency_key");
}

#[test]
fn no_key_means_no_memory() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for key in [Value::Null, json!("")] {
        for _ in 0..2 {
            let event = send(&account, None, json!({"a": 1, "idempotency_key": key})).ok(202);
            assert_eq!((&event["duplicate"], &event["idempotency_key"]), (&json!(false), &Value::Null));
        }
    }
    assert_eq!(count(&account), 4);
}

#[test]
fn a_deleted_event_keeps_its_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = send(&account, Some("k"), json!({"a": 1})).ok(202);
    account.delete(&format!("/events/{}", first["id"].as_str().unwrap())).ok(200);
    let again = send(&account, Some("k"), json!({"a": 1})).ok(202);
    assert_eq!((&again["id"], &again["duplicate"]), (&first["id"], &json!(true)));
    assert_eq!(again["status"], "inactive");
}

#[test]
fn keys_of_projects_are_apart() {
    let daemon = Daemon::shared();
    let (one, two) = (daemon.register(), daemon.register());
    let first = send(&one, Some("k"), json!({"a": 1})).ok(202);
    let second = send(&two, Some("k"), json!({"a": 1})).ok(202);
    assert_eq!(second["duplicate"], false);
    assert_ne!(first["id"], second["id"]);
}

#[test]
fn a_refused_request_stores_no_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(send(&account, Some("k"), json!({"topic": 5})).status, 422);
    assert_eq!(send(&account, Some("k"), json!({"deliver_at": "never"})).status, 422);
    assert_eq!(send(&account, Some("k"), json!({"a": 1})).ok(202)["duplicate"], false);
}

#[test]
fn a_duplicate_is_not_delivered() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    for _ in 0..3 {
        let event = send(&account, Some("k"), json!({"a": 1})).ok(202);
        account.settled(event["id"].as_str().unwrap());
    }
    assert_eq!(receiver.hits("/in").len(), 1);
    assert_eq!(account.get("/deliveries").ok(200)["deliveries"].as_array().unwrap().len(), 1);
}

#[test]
fn of_many_at_once_one_is_created() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let together = Barrier::new(8);
    let answers: Vec<Value> = std::thread::scope(|s| {
        let calls: Vec<_> = (0..8)
            .map(|_| {
                s.spawn(|| {
                    together.wait();
                    send(&account, Some("race"), json!({"topic": "t", "a": 1})).ok(202)
                })
            })
            .collect();
        calls.into_iter().map(|c| c.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|a| a["duplicate"] == false).count(), 1);
    assert!(answers.iter().all(|a| a["id"] == answers[0]["id"]));
    assert_eq!(count(&account), 1);
    account.settled(answers[0]["id"].as_str().unwrap());
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn keys_survive_a_kill() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let first = send(&account, Some("k"), json!({"a": 1})).ok(202);
    daemon.kill9();
    daemon.restart();
    let again = send(&account, Some("k"), json!({"a": 1})).ok(202);
    assert_eq!((&again["id"], &again["duplicate"]), (&first["id"], &json!(true)));
}
