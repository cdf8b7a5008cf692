//! One event: what it shows and what deleting it means.

use crate::support::{Daemon, Receiver};
use serde_json::json;

#[test]
fn it_lists_its_deliveries() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hooks: Vec<_> = (0..3).map(|n| account.webhook_id(&receiver.url(&format!("/{n}")), json!({}))).collect();
    let event = account.event("t", json!({"a": 1}));
    for n in 0..3 {
        receiver.wait_for(&format!("/{n}"), 1);
    }
    let shown = crate::support::until("all deliveries are done", || {
        let event = account.get(&format!("/events/{event}")).ok(200);
        let done = event["deliveries"].as_array().unwrap().iter().all(|d| d["status"] == "success");
        done.then_some(event)
    });
    let list = shown["deliveries"].as_array().unwrap();
    assert_eq!(list.len(), 3);
    let ids: Vec<_> = list.iter().map(|d| d["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted_by(|a, b| a > b), "newest first");
    for delivery in list {
        assert_eq!((&delivery["attempt_number"], &delivery["response_status"]), (&json!(1), &json!(200)));
        assert!(hooks.iter().any(|h| delivery["webhook_id"] == *h));
    }
}

#[test]
fn deleting_is_idempotent_and_hides_nothing_from_its_id() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let event = account.event("t", json!({"a": 1}));
    let path = format!("/events/{event}");
    for _ in 0..2 {
        assert_eq!(account.delete(&path).ok(200)["status"], "inactive");
    }
    let shown = account.get(&path).ok(200);
    assert_eq!((&shown["status"], &shown["payload"]), (&json!("inactive"), &json!({"a": 1})));
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
}

#[test]
fn the_payload_cannot_be_changed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let event = account.event("t", json!({"a": 1}));
    account.patch(&format!("/events/{event}"), json!({"payload": {"a": 2}})).fails(405, "Method not allowed");
}
