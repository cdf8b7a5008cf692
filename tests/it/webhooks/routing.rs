//! Routing: topic patterns and filters against the published tables, through simulation.

use crate::support::{Account, Daemon, Receiver};
use serde_json::{Value, json};

/// How many of the project's webhooks an event would reach.
fn matches(account: &Account, event: Value) -> u64 {
    account.post("/simulate", event).ok(200)["matching_webhooks"].as_u64().unwrap()
}

#[test]
fn topic_patterns() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    for (patterns, topic, expected) in [
        (json!([]), Some("a.b"), true),
        (json!([]), None, true),
        (json!(["*"]), Some("order.created"), true),
        (json!(["*"]), None, true),
        (json!(["#"]), Some("a.b.c"), true),
        (json!(["#"]), None, false),
        (json!(["order.*"]), Some("order.created"), true),
        (json!(["order.*"]), Some("order.item.created"), false),
        (json!(["order.*"]), Some("order"), false),
        (json!(["order.*"]), Some("orders.created"), false),
        (json!(["*.created"]), Some("user.created"), true),
        (json!(["*.created"]), Some("a.user.created"), false),
        (json!(["order.created"]), None, false),
        (json!(["*.*"]), Some("a.b"), true),
        (json!(["*.*"]), Some("a"), false),
        (json!(["order.#"]), Some("order.item.created"), true),
        (json!(["order.#"]), Some("order"), false),
        (json!(["#.completed"]), Some("order.item.completed"), true),
        (json!(["#.completed"]), Some("completed"), false),
        (json!(["order.#.completed"]), Some("order.completed"), false),
        (json!(["order.#.completed"]), Some("order.a.b.completed"), true),
        (json!(["order.*.completed"]), Some("order.a.completed"), true),
        (json!(["order.created"]), Some("Order.Created"), false),
        (json!(["ord*"]), Some("order"), false),
        (json!(["a.#.#"]), Some("a.b.c"), true),
        (json!(["a.#.#"]), Some("a.b"), false),
        (json!(["x", "order.*"]), Some("order.created"), true),
    ] {
        account.patch(&format!("/webhooks/{hook}"), json!({ "topics": patterns })).ok(200);
        let found = matches(&account, json!({ "topic": topic }));
        assert_eq!(found, u64::from(expected), "{patterns} against {topic:?}");
    }
}

#[test]
fn filters() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let payload = json!({"amount": 150, "status": "paid", "qty": 0, "vip": false, "note": "", "tags": ["new", "eu"],
        "customer": {"plan": "premium", "name": "Ann Lee"}, "items": [{"sku": "A1"}, {"sku": "B2"}], "a.b": 7, "nul": null});
    let nested = json!({"topic": "order.created", "payload": payload});
    let mut flat = payload.clone();
    flat["topic"] = json!("order.created");
    for (path, op, value, expected) in [
        ("amount", "gt", json!(100), true),
        ("amount", "gt", json!(150), false),
        ("amount", "gte", json!(150), true),
        ("amount", "lt", json!(150), false),
        ("amount", "lte", json!(150.0), true),
        ("amount", "gt", json!("100"), false),
        ("amount", "eq", json!(150.0), true),
        ("amount", "eq", json!("150"), false),
        ("payload.amount", "gte", json!(100), true),
        ("topic", "in", json!(["order.created", "x"]), true),
        ("status", "neq", json!("paid"), false),
        ("missing", "neq", json!("x"), true),
        ("missing", "eq", json!(null), true),
        ("nul", "eq", json!(null), true),
        ("vip", "eq", json!(false), true),
        ("customer", "eq", json!({"name": "Ann Lee", "plan": "premium"}), true),
        ("status", "not_in", json!(["paid"]), false),
        ("missing", "not_in", json!(["paid"]), true),
        ("note", "exists", json!(true), false),
        ("note", "exists", json!(false), true),
        ("qty", "exists", json!(true), true),
        ("vip", "exists", json!("true"), true),
        ("nul", "exists", json!(true), false),
        ("missing", "exists", json!(false), true),
        ("tags", "contains", json!("eu"), true),
        ("tags", "contains", json!("e"), false),
        ("customer.name", "contains", json!("Ann"), true),
        ("customer.name", "contains", json!("ann"), false),
        ("amount", "contains", json!("15"), false),
        ("items.1.sku", "eq", json!("B2"), true),
        ("items.9.sku", "eq", json!(null), true),
        ("status.x", "eq", json!(null), true),
        ("a.b", "eq", json!(7), true),
        ("status", "gt", json!(1), false),
    ] {
        for filter in
            [json!({"path": path, "op": op, "value": value}), json!({"field": path, "operator": op, "value": value})]
        {
            account.patch(&format!("/webhooks/{hook}"), json!({ "filters": [filter] })).ok(200);
            for event in [&nested, &flat] {
                assert_eq!(matches(&account, event.clone()), u64::from(expected), "{path} {op} {value} on {event}");
            }
        }
    }
}

#[test]
fn all_filters_must_hold() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let filters = json!([{"path": "a", "op": "gt", "value": 1}, {"path": "b", "op": "eq", "value": "x"}]);
    account.webhook("http://127.0.0.1:9/x", json!({ "filters": filters }));
    for (event, expected) in
        [(json!({"a": 2, "b": "x"}), 1), (json!({"a": 2, "b": "y"}), 0), (json!({"a": 1, "b": "x"}), 0), (json!({}), 0)]
    {
        assert_eq!(matches(&account, event), expected);
    }
}

#[test]
fn every_matching_webhook_gets_it_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/twice"), json!({"topics": ["order.*", "*.created", "order.created"]}));
    account.webhook(&receiver.url("/all"), json!({}));
    account.webhook(&receiver.url("/other"), json!({"topics": ["user.*"]}));
    account.webhook(&receiver.url("/asleep"), json!({"active": false}));
    let event = account.event("order.created", json!({"a": 1}));
    assert_eq!(account.deliveries(&event).len(), 2);
    receiver.wait_for("/twice", 1);
    receiver.wait_for("/all", 1);
    assert_eq!((receiver.hits("/other").len(), receiver.hits("/asleep").len()), (0, 0));
}

#[test]
fn changes_count_from_the_next_event() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["a"]}));
    let path = format!("/webhooks/{hook}");
    let reached = |topic: &str| account.deliveries(&account.event(topic, json!({}))).len();
    assert_eq!((reached("a"), reached("b")), (1, 0));
    account.patch(&path, json!({"topics": ["b"]})).ok(200);
    assert_eq!((reached("a"), reached("b")), (0, 1));
    account.patch(&path, json!({"active": false})).ok(200);
    assert_eq!(reached("b"), 0);
    account.patch(&path, json!({"active": true})).ok(200);
    assert_eq!(reached("b"), 1);
    account.delete(&path).ok(200);
    assert_eq!(reached("b"), 0);
}
