//! Schemas at work: what becomes of events that do not fit.

use super::{path, schema};
use crate::support::{Account, Daemon, Receiver, in_millis};
use serde_json::{Value, json};

fn strict() -> Value {
    json!({"type": "object", "required": ["order_id"], "properties": {"order_id": {"type": "string"}}})
}

fn stored(account: &Account) -> usize {
    account.get("/events?include=inactive&limit=200").ok(200)["events"].as_array().unwrap().len()
}

#[test]
fn what_does_not_fit_is_refused_and_leaves_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    schema(&account, "order.created", strict());
    for path in ["/events", "/send"] {
        let reply = account.post(path, json!({"topic": "order.created", "payload": {"order_id": 5}}));
        reply.fails(422, "Schema validation failed");
        let expected = json!({
            "error": "Schema validation failed",
            "validation_errors": [{"message": "Expected string but got integer", "path": "#/order_id"}],
            "details": {"payload": ["#/order_id: Expected string but got integer"]},
        });
        assert_eq!(reply.json, expected);
    }
    let missing = account.post("/events", json!({"topic": "order.created"}));
    assert_eq!(
        missing.json["validation_errors"],
        json!([{"message": "Required property order_id is missing", "path": "#/order_id"}])
    );
    assert_eq!((missing.status, stored(&account)), (422, 0));
    assert_eq!(account.get("/topics").ok(200)["topics"], json!([]));
    assert_eq!(account.get("/audit-log?action=event.*").ok(200)["data"], json!([]));
    let good = account.event("order.created", json!({"order_id": "12345"}));
    account.settled(&good);
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn only_the_payload_of_that_very_topic_is_judged() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let closed = json!({"required": ["a"], "properties": {"a": {"type": "integer"}}, "additionalProperties": false});
    schema(&account, "t", closed);
    for (body, status) in [
        (json!({"topic": "t", "a": 1}), 202),
        (json!({"topic": "t", "payload": {"a": 1}}), 202),
        (json!({"topic": "t", "payload": {"a": 1}, "idempotency_key": "k", "deliver_at": "2020-01-01"}), 202),
        (json!({"topic": "t", "a": 1, "b": 2}), 422),
        (json!({"topic": "t", "payload": {"a": 1}, "source": "x"}), 422),
        (json!({"topic": "t", "payload": 5}), 422),
        (json!({"topic": "t"}), 422),
        (json!({"topic": "t.x"}), 202),
        (json!({"topic": "T"}), 202),
        (json!({"topic": "x"}), 202),
        (json!({}), 202),
        (json!({"topic": ""}), 202),
    ] {
        assert_eq!(account.post("/events", body.clone()).status, status, "{body}");
    }
    // A stranger's events are none of its business.
    assert_eq!(daemon.register().post("/events", json!({"topic": "t"})).status, 202);
}

#[test]
fn the_highest_active_version_applies_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let needs = |name: &str| json!({"required": [name]});
    let fits = |name: &str| account.post("/events", json!({"topic": "t", name: 1})).status == 202;
    let [one, two] = ["one", "two"].map(|name| schema(&account, "t", needs(name)));
    assert!(!fits("one") && fits("two"));
    let low = account.post("/event-schemas", json!({"topic": "t", "schema": needs("zero"), "version": 7})).ok(201);
    assert!(!fits("two") && fits("zero"));
    account.delete(&path(&low)).ok(200);
    assert!(!fits("zero") && fits("two"));
    account.patch(&path(&one), json!({"version": 3})).ok(200);
    assert!(!fits("two") && fits("one"));
    account.patch(&path(&one), json!({"schema": needs("new")})).ok(200);
    assert!(!fits("one") && fits("new"));
    account.patch(&path(&one), json!({"topic": "elsewhere"})).ok(200);
    assert!(!fits("new") && fits("two"));
    account.patch(&path(&two), json!({"status": "inactive"})).ok(200);
    assert!(fits("anything"));
    account.patch(&path(&two), json!({"status": "active"})).ok(200);
    assert!(!fits("anything") && fits("two"));
}

#[test]
fn each_event_of_a_batch_is_judged_alone() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    schema(&account, "b", strict());
    let events = json!([
        {"topic": "a", "data": 1},
        {"topic": "b"},
        {"topic": "b", "payload": {"order_id": "1"}},
        {"topic": "b", "payload": {"order_id": 1}},
        5,
    ]);
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!((&answer["accepted"], &answer["rejected"]), (&json!(2), &json!(3)));
    let results: Vec<_> = answer["events"].as_array().unwrap().iter().map(|e| e["result"].as_str().unwrap()).collect();
    assert_eq!(results, ["accepted", "rejected", "accepted", "rejected", "rejected"]);
    let expected = json!({
        "index": 1, "result": "rejected", "id": null, "topic": "b", "status": "rejected",
        "error": "Schema validation failed",
        "validation_errors": [{"message": "Required property order_id is missing", "path": "#/order_id"}],
    });
    assert_eq!(answer["events"][1], expected);
    assert_eq!(
        answer["events"][3]["validation_errors"],
        json!([{"message": "Expected string but got integer", "path": "#/order_id"}])
    );
    assert!(answer["events"][4].get("validation_errors").is_none());
    assert_eq!(stored(&account), 2);
    let entry = &account.get("/audit-log?action=event.batch_created").ok(200)["data"][0];
    assert_eq!((&entry["metadata"]["accepted"], &entry["metadata"]["rejected"]), (&json!(2), &json!(3)));
}

#[test]
fn duplicates_are_not_judged_and_refusals_take_no_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let send = |key: &str, payload: Value| {
        let call = account.call("POST", "/events").header("X-Idempotency-Key", key);
        call.json(json!({"topic": "t", "payload": payload})).send()
    };
    let first = send("k", json!({"a": 1})).ok(202);
    let made = schema(&account, "t", strict());
    let again = send("k", json!({"a": 1}));
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    let again = again.ok(202);
    assert_eq!((&again["id"], &again["duplicate"]), (&first["id"], &json!(true)));
    assert_eq!(send("k", json!({"b": 2})).ok(202)["payload_mismatch"], true);
    send("new", json!({"a": 1})).fails(422, "Schema validation failed");
    assert_eq!(send("new", json!({"order_id": "1"})).ok(202)["duplicate"], false, "the key was not used up");
    // In a batch too, in the order of its events.
    let event = |key: &str, payload: Value| json!({"topic": "t", "payload": payload, "idempotency_key": key});
    let batch = json!({"events": [
        event("k", json!({})),
        event("late", json!({})),
        event("late", json!({"order_id": "1"})),
        event("late", json!({})),
    ]});
    let answer = account.post("/events/batch", batch).ok(202);
    let of = |name: &str| answer["events"].as_array().unwrap().iter().map(|e| e[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("result"), ["accepted", "rejected", "accepted", "accepted"]);
    assert_eq!(of("duplicate"), [json!(true), json!(null), json!(false), json!(true)]);
    account.delete(&path(&made)).ok(200);
    send("free", json!({})).ok(202);
}

#[test]
fn delayed_events_are_judged_when_they_come() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let later = |payload: Value| json!({"topic": "t", "payload": payload, "deliver_at": in_millis(700)});
    let sent = account.post("/events", later(json!({"a": 1}))).ok(202);
    schema(&account, "t", strict());
    account.post("/events", later(json!({"a": 1}))).fails(422, "Schema validation failed");
    account.settled(sent["id"].as_str().unwrap());
    assert_eq!((receiver.hits("/in").len(), stored(&account)), (1, 1));
}

#[test]
fn a_simulation_says_what_is_wrong() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.webhook("http://127.0.0.1:9/x", json!({}));
    schema(&account, "t", strict());
    let bad = account.post("/simulate", json!({"topic": "t", "payload": {}})).ok(200);
    let expected = json!({
        "valid": false,
        "errors": [{"message": "Required property order_id is missing", "path": "#/order_id"}],
    });
    assert_eq!((&bad["validation"], &bad["matching_webhooks"]), (&expected, &json!(1)));
    let good = account.post("/simulate", json!({"topic": "t", "order_id": "1"})).ok(200);
    assert_eq!(good["validation"], json!({"valid": true, "errors": []}));
}

#[test]
fn schemas_survive_a_kill_and_end_with_their_project() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    schema(&account, "t", strict());
    daemon.kill9();
    daemon.restart();
    account.post("/events", json!({"topic": "t"})).fails(422, "Schema validation failed");
    let project = account.user().post("/projects", json!({"name": "Other"})).ok(201);
    account.with(project["api_key"].as_str().unwrap()).post("/events", json!({"topic": "t"})).ok(202);
    account.user().delete(&format!("/projects/{}", account.project_id)).ok(200);
    let active = "SELECT COUNT(*) FROM event_schemas WHERE status = 0";
    let left: i64 = daemon.database().query_row(active, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}
