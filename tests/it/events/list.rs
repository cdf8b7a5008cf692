//! Filters of the list of events.

use crate::support::{Account, Daemon};
use serde_json::{Value, json};

/// The `n` of the payloads of a list, as they stand.
fn found(account: &Account, query: &str) -> Vec<i64> {
    let list = account.get(&format!("/events?{query}")).ok(200);
    list["events"].as_array().unwrap().iter().map(|e| e["payload"]["n"].as_i64().unwrap()).collect()
}

#[test]
fn by_topic() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (n, topic) in ["order.created", "order.item.created", "user.created", "order", ""].into_iter().enumerate() {
        account.event(topic, json!({ "n": n }));
    }
    for (topic, expected) in [
        ("order.created", vec![0]),
        ("order.*", vec![0]),
        ("order.%23", vec![1, 0]),
        ("*.created", vec![2, 0]),
        ("*", vec![4, 3, 2, 1, 0]),
        ("Order.created", vec![]),
        ("nothing", vec![]),
        ("", vec![4, 3, 2, 1, 0]),
    ] {
        assert_eq!(found(&account, &format!("topic={topic}")), expected, "{topic}");
    }
    // A pattern and a page: the page is filled with what matches.
    assert_eq!(found(&account, "topic=order.%23&limit=1"), [1]);
    assert_eq!(account.get("/events?topic=order.%23&limit=1").ok(200)["has_next"], true);
}

#[test]
fn by_status() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.event("t", json!({"n": 0}));
    let gone = account.event("t", json!({"n": 1}));
    account.delete(&format!("/events/{gone}")).ok(200);
    assert_eq!(found(&account, ""), [0]);
    assert_eq!(found(&account, "status=active"), [0]);
    assert_eq!(found(&account, "status=inactive"), [1]);
    assert_eq!(found(&account, "include=inactive"), [1, 0]);
    assert_eq!(found(&account, "include=other"), [0]);
}

#[test]
fn by_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let at = |n: i64| {
        let id = account.event("t", json!({ "n": n }));
        account.get(&format!("/events/{id}")).ok(200)["occurred_at"].as_str().unwrap().to_owned()
    };
    let times: Vec<String> = (0..3).map(at).collect();
    assert_eq!(found(&account, &format!("from={}", times[1])), [2, 1]);
    assert_eq!(found(&account, &format!("to={}", times[1])), [1, 0]);
    assert_eq!(found(&account, &format!("from={0}&to={0}", times[1])), [1]);
    assert_eq!(found(&account, "from=2100-01-01"), [0; 0]);
    assert_eq!(found(&account, "from=2020-01-01"), [2, 1, 0]);
    assert_eq!(found(&account, "to=2020-01-01"), [0; 0]);
    for query in ["from=yesterday", "to=x", "from=2020-13-01"] {
        let reply = account.get(&format!("/events?{query}"));
        assert_eq!(reply.status, 400, "{query}: {}", reply.text);
        reply.error_shape();
    }
}

#[test]
fn by_content() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (n, extra) in [
        json!({"customer": {"name": "Ann Lee"}, "amount": 150}),
        json!({"customer": {"name": "ann lee"}, "amount": 99.5, "tags": ["new", "eu"]}),
        json!({"quote": "100% \"sure\" _", "vip": true}),
    ]
    .into_iter()
    .enumerate()
    {
        let mut payload = json!({ "n": n });
        payload.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        account.event("t", payload);
    }
    for (query, expected) in [
        ("search=Ann", vec![0]),
        ("search=ann", vec![1]),
        ("search=%22amount%22%3A150", vec![0]),
        ("search=100%25", vec![2]),
        ("search=1_0", vec![]),
        ("search=nothing", vec![]),
        ("match=customer.name=Ann+Lee", vec![0]),
        ("match=amount=150", vec![0]),
        ("match=amount=99.5", vec![1]),
        ("match=tags.1=eu", vec![1]),
        ("match=vip=true", vec![2]),
        ("match=missing=1", vec![]),
        ("match=amount=150&match=customer.name=ann+lee", vec![]),
        ("match=amount=150&match=customer.name=Ann+Lee&search=Ann&topic=t", vec![0]),
    ] {
        assert_eq!(found(&account, query), expected, "{query}");
    }
}

#[test]
fn filters_go_with_pages() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let events: Vec<_> = (0..30)
        .map(|n| json!({"topic": if n % 3 == 0 { "a.x" } else { "b.x" }, "n": n, "kind": if n % 2 == 0 { "even" } else { "odd" }}))
        .collect();
    account.post("/events/batch", json!({ "events": events })).ok(202);
    let mut seen: Vec<i64> = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/events?topic=a.*&match=kind=even&limit=2{cursor}");
        let page = account.get(&path).ok(200);
        seen.extend(page["events"].as_array().unwrap().iter().map(|e| e["payload"]["n"].as_i64().unwrap()));
        match &page["next_cursor"] {
            Value::String(next) => cursor = format!("&cursor={next}"),
            _ => break,
        }
        assert!(seen.len() < 30, "the pages do not end");
    }
    assert_eq!(seen, [24, 18, 12, 6, 0]);
}
