//! Lists: both keys, exact `has_next`, cursors that survive everything, and lists shown whole.

use crate::support::{Account, Daemon, NO_ID};
use serde_json::{Value, json};
use std::collections::HashMap;

fn ids(list: &Value, key: &str) -> Vec<String> {
    list[key].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// Sends that many events at once and returns their ids, oldest first.
fn batch(account: &Account, count: usize) -> Vec<String> {
    let events: Vec<_> = (0..count).map(|n| json!({"topic": "t", "n": n})).collect();
    ids(&account.post("/events/batch", json!({ "events": events })).ok(202), "events")
}

#[test]
fn pages_of_events() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut sent = batch(&account, 7);
    sent.reverse();
    let first = account.get("/events?limit=3").ok(200);
    assert_eq!(ids(&first, "events"), sent[..3]);
    assert_eq!(first["data"], first["events"]);
    assert_eq!((&first["has_next"], &first["next_cursor"]), (&json!(true), &json!(sent[2])));
    let second = account.get(&format!("/events?limit=3&cursor={}", sent[2])).ok(200);
    assert_eq!(ids(&second, "events"), sent[3..6]);
    let third = account.get(&format!("/events?limit=3&cursor={}", sent[5])).ok(200);
    assert_eq!(ids(&third, "events"), sent[6..]);
    assert_eq!((&third["has_next"], &third["next_cursor"]), (&json!(false), &Value::Null));
    // Exact also when the page is full.
    let full = account.get("/events?limit=7").ok(200);
    assert_eq!((&full["has_next"], &full["next_cursor"]), (&json!(false), &Value::Null));
}

#[test]
fn the_default_page_has_fifty_rows_and_two_hundred_at_most() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    batch(&account, 201);
    for (query, count) in [("", 50), ("?limit=200", 200), ("?limit=5000", 200)] {
        let list = account.get(&format!("/events{query}")).ok(200);
        assert_eq!(list["events"].as_array().unwrap().len(), count, "{query}");
        assert_eq!(list["has_next"], true);
    }
}

#[test]
fn cursors_need_not_name_a_row() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let sent = batch(&account, 2);
    let past = account.get("/events?cursor=00000000-0000-7000-8000-000000000000").ok(200);
    assert_eq!(past["events"], json!([]));
    let future = account.get("/events?cursor=ffffffff-ffff-7fff-bfff-ffffffffffff").ok(200);
    assert_eq!(ids(&future, "events").len(), sent.len());
    assert_eq!(account.get("/events?cursor=").ok(200)["events"].as_array().unwrap().len(), 2);
}

#[test]
fn broken_cursors() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for path in ["/events", "/webhooks", "/deliveries", "/dead-letters"] {
        for cursor in ["abc", "5", "%00", "0199b5a0", &NO_ID[1..], "%7B%22id%22%3A1%7D", "null"] {
            account.get(&format!("{path}?cursor={cursor}")).fails(400, "Invalid cursor");
        }
        account.get(&format!("{path}?cursor={NO_ID}")).ok(200);
    }
}

#[test]
fn lists_without_paging_are_whole() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made: Vec<_> = (0..60).map(|_| account.webhook_id("http://127.0.0.1:9/x", json!({}))).collect();
    let newest_first: Vec<_> = made.iter().rev().cloned().collect();
    let whole = account.get("/webhooks").ok(200);
    assert_eq!(ids(&whole, "webhooks"), newest_first);
    assert_eq!(whole["data"], whole["webhooks"]);
    assert_eq!((&whole["has_next"], &whole["next_cursor"]), (&json!(false), &Value::Null));
    let page = account.get("/webhooks?limit=25").ok(200);
    assert_eq!(ids(&page, "webhooks"), newest_first[..25]);
    assert_eq!(page["next_cursor"], newest_first[24]);
    let rest = account.get(&format!("/webhooks?cursor={}", newest_first[24])).ok(200);
    assert_eq!(ids(&rest, "webhooks"), newest_first[25..]);
}

#[test]
fn inactive_rows_are_shown_on_demand() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let event = account.event("t", json!({}));
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    account.delete(&format!("/events/{event}")).ok(200);
    for (path, key, id) in [("/webhooks", "webhooks", hook), ("/events", "events", event)] {
        assert_eq!(account.get(path).ok(200)[key], json!([]));
        let all = account.get(&format!("{path}?include=inactive")).ok(200);
        assert_eq!(ids(&all, key), [id]);
        assert_eq!(all[key][0]["status"], "inactive");
    }
}

#[test]
fn empty_lists_have_the_same_shape() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (path, key) in [
        ("/events", "events"),
        ("/webhooks", "webhooks"),
        ("/deliveries", "deliveries"),
        ("/dead-letters", "dead_letters"),
    ] {
        let list = account.get(path).ok(200);
        assert_eq!(list, json!({key: [], "data": [], "has_next": false, "next_cursor": null}), "{path}");
    }
}

#[test]
fn every_row_once_while_rows_come_and_go() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let sent = batch(&account, 1000);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut gone = Vec::new();
    let mut cursor = String::new();
    for round in 0.. {
        let page = account.get(&format!("/events?limit=50{cursor}")).ok(200);
        for id in ids(&page, "events") {
            *seen.entry(id).or_default() += 1;
        }
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
        assert!(round < 100, "the pages do not end");
        // Rows go before and after the place reached, the cursor's own row among them; new ones come.
        batch(&account, 3);
        for id in [next, sent[round * 7].as_str(), sent[999 - round * 7].as_str()] {
            account.delete(&format!("/events/{id}")).ok(200);
            gone.push(id.to_owned());
        }
    }
    for id in &sent {
        let times = seen.get(id).copied().unwrap_or(0);
        assert!(times == 1 || (times == 0 && gone.contains(id)), "{id} was seen {times} times");
    }
}
