//! Changing: what is left alone, what is replaced, and what an empty text means.

use crate::support::{Account, Daemon, Shared};
use serde_json::{Value, json};

fn full() -> (Shared, Account, Value) {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook(
        "https://example.com/hook",
        json!({"name": "Till", "topics": ["a", "b"], "filters": [{"path": "a", "op": "eq", "value": 1}],
               "body_config": {"body_mode": "pick", "body_pick": ["a"]}, "headers": {"X-A": "1"},
               "retry_config": {"max_attempts": 3}, "rate_limit": {"max_per_second": 5}}),
    );
    (daemon, account, hook)
}

fn path(hook: &Value) -> String {
    format!("/webhooks/{}", hook["id"].as_str().unwrap())
}

const KEPT: [&str; 9] =
    ["url", "name", "topics", "filters", "body_config", "headers", "retry_config", "rate_limit", "status"];

#[test]
fn absent_null_and_empty_text_change_nothing() {
    let (_daemon, account, hook) = full();
    for body in [
        json!({}),
        json!({"url": null, "name": null, "topics": null, "filters": null, "body_config": null, "headers": null,
               "retry_config": null, "rate_limit": null, "status": null, "active": null, "secret": null}),
        json!({"url": "", "name": ""}),
        json!({"unknown": 1, "id": "x", "inserted_at": "x", "consecutive_failures": 9}),
    ] {
        let reply = account.patch(&path(&hook), body.clone());
        let same = reply.ok(200);
        for name in KEPT {
            assert_eq!(same[name], hook[name], "{name} after {body}");
        }
        assert!(same.get("secret").is_none());
        assert_eq!((&same["id"], &same["consecutive_failures"]), (&hook["id"], &json!(0)));
    }
}

#[test]
fn lists_and_objects_are_replaced_whole() {
    let (_daemon, account, hook) = full();
    for (name, value) in [
        ("topics", json!(["c"])),
        ("topics", json!([])),
        ("filters", json!([])),
        ("body_config", json!({"body_extra": {"x": 1}})),
        ("body_config", json!({})),
        ("headers", json!({"X-B": "2"})),
        ("retry_config", json!({"strategy": "fixed"})),
        ("rate_limit", json!({"max_per_minute": 9})),
        ("name", json!("Other")),
        ("url", json!("https://example.org/other")),
    ] {
        let changed = account.patch(&path(&hook), json!({ name: value })).ok(200);
        assert_eq!(changed[name], value, "{name}");
    }
    let shown = account.get(&path(&hook)).ok(200);
    assert_eq!((&shown["topics"], &shown["headers"]), (&json!([]), &json!({"X-B": "2"})));
}

#[test]
fn activity_by_either_name() {
    let (_daemon, account, hook) = full();
    for (body, status) in [
        (json!({"active": false}), "inactive"),
        (json!({"active": false}), "inactive"),
        (json!({"active": true}), "active"),
        (json!({"status": "inactive"}), "inactive"),
        (json!({"status": "active"}), "active"),
        (json!({"status": "active", "active": false}), "active"),
        (json!({"status": "inactive", "active": true}), "inactive"),
    ] {
        let changed = account.patch(&path(&hook), body.clone()).ok(200);
        assert_eq!((&changed["status"], &changed["active"]), (&json!(status), &json!(status == "active")), "{body}");
    }
    // An inactive one can still be read and changed.
    assert_eq!(account.patch(&path(&hook), json!({"name": "asleep"})).ok(200)["name"], "asleep");
    assert_eq!(account.get(&path(&hook)).ok(200)["status"], "inactive");
}

#[test]
fn a_refused_change_changes_nothing() {
    let (_daemon, account, hook) = full();
    let before = account.get(&path(&hook)).ok(200);
    for (field, value) in [
        ("url", json!("ftp://x")),
        ("url", json!(5)),
        ("topics", json!([5])),
        ("filters", json!("x")),
        ("body_config", json!({"body_mode": "zip"})),
        ("headers", json!({"Host": "x"})),
        ("retry_config", json!({"max_attempts": 0})),
        ("rate_limit", json!({"max_per_second": 0})),
        ("status", json!("paused")),
        ("circuit_state", json!("open")),
        ("circuit_state", json!("half_open")),
        ("secret", json!("x".repeat(257))),
    ] {
        let mut body = json!({"name": "changed"});
        body[field] = value;
        account.patch(&path(&hook), body).invalid(field);
    }
    assert_eq!(account.get(&path(&hook)).ok(200), before);
}

#[test]
fn changes_move_the_time_of_the_last_change() {
    let (_daemon, account, hook) = full();
    let changed = account.patch(&path(&hook), json!({"name": "later"})).ok(200);
    assert_eq!(changed["inserted_at"], hook["inserted_at"]);
    assert!(changed["updated_at"].as_str() > hook["updated_at"].as_str());
}

#[test]
fn deleting_is_idempotent() {
    let (_daemon, account, hook) = full();
    for _ in 0..2 {
        assert_eq!(account.delete(&path(&hook)).ok(200)["status"], "inactive");
    }
    assert_eq!(account.get("/webhooks").ok(200)["webhooks"], json!([]));
    assert_eq!(account.get(&path(&hook)).ok(200)["status"], "inactive");
    assert_eq!(account.patch(&path(&hook), json!({"active": true})).ok(200)["status"], "active");
}
