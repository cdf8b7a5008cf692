//! How fast and how many at once: limits of the webhook and of the server.

use crate::support::{Account, Daemon, Hit, Receiver};
use serde_json::{Value, json};

fn burst(account: &Account, count: usize) -> Vec<String> {
    let events: Vec<_> = (0..count).map(|n| json!({"topic": "t", "n": n})).collect();
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect()
}

/// Five deliveries at two a second fill three windows, so they take more than a second.
#[track_caller]
fn two_a_second(hits: &[Hit]) {
    let span = hits[4].at.duration_since(hits[0].at).as_secs_f64();
    assert!((0.95..8.0).contains(&span), "{span} s for five deliveries");
    let order: Vec<_> = hits.iter().map(|h| h.json()["n"].as_u64().unwrap() / 2).collect();
    assert!(order.is_sorted(), "the order is kept: {order:?}");
    assert!(hits.iter().all(|h| h.header("x-attempt") == Some("1")), "waiting is no attempt");
}

#[test]
fn a_limit_per_second() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"rate_limit": {"max_per_second": 2}}));
    let events = burst(&account, 5);
    two_a_second(&receiver.wait_for("/in", 5));
    for event in events {
        let delivery = account.settled(&event);
        assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("success"), &json!(1)));
    }
}

#[test]
fn a_limit_per_minute_postpones_to_the_next_one() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"rate_limit": {"max_per_minute": 2}}));
    let events = burst(&account, 5);
    receiver.wait_for("/in", 2);
    // At most one minute can begin meanwhile, so the fifth must wait.
    let waiting = account.delivery_when(&events[4], "postponed", |d| d["next_retry_at"].is_string());
    assert_eq!((&waiting["status"], &waiting["attempt_number"]), (&json!("pending"), &json!(0)));
    let due = chrono::DateTime::parse_from_rfc3339(waiting["next_retry_at"].as_str().unwrap()).unwrap();
    let wait = (due.to_utc() - chrono::Utc::now()).as_seconds_f64();
    assert!((-1.0..=61.0).contains(&wait), "{wait} s");
    assert!(receiver.hits("/in").len() <= 4);
}

#[test]
fn the_server_may_set_a_default() {
    let daemon = Daemon::with(&["--webhook-rate-limit", "2"]);
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/default"), json!({}));
    account.webhook(&receiver.url("/own"), json!({"rate_limit": {"max_per_second": 1000}}));
    burst(&account, 5);
    two_a_second(&receiver.wait_for("/default", 5));
    let own = receiver.wait_for("/own", 5);
    assert!(own[4].at.duration_since(own[0].at).as_secs_f64() < 0.9, "its own limit is higher");
}

#[test]
fn test_calls_are_not_counted() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({"rate_limit": {"max_per_minute": 1}}));
    for _ in 0..3 {
        account.post(&format!("/webhooks/{hook}/test"), json!({})).ok(200);
    }
    assert_eq!(account.settled(&account.event("t", json!({})))["status"], "success");
}

#[test]
fn one_at_a_time_when_asked() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/one");
    account.webhook(&receiver.url("/one"), json!({"rate_limit": {"max_concurrent": 1}}));
    let hook = account.webhook_id(&receiver.url("/many"), json!({}));
    let events = burst(&account, 4);
    // All of the other webhook's have come and gone, so ours had its chance.
    receiver.wait_for("/many", 4);
    receiver.wait_for("/one", 1);
    assert_eq!(receiver.hits("/one").len(), 1);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    receiver.release("/one");
    assert_eq!(receiver.wait_for("/one", 4).len(), 4);
    assert_eq!(events.len(), 4);
}

#[test]
fn first_attempts_start_in_order() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"rate_limit": {"max_concurrent": 1}}));
    burst(&account, 30);
    let hits = receiver.wait_for("/in", 30);
    let order: Vec<Value> = hits.iter().map(|h| h.json()["n"].clone()).collect();
    assert_eq!(order, (0..30).map(|n| json!(n)).collect::<Vec<_>>());
}
