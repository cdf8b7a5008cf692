//! Numbers by the day, by topic and by webhook: they follow what happens, and stay when it is
//! removed.

use crate::support::{Account, Answer, Daemon, Receiver, until};
use serde_json::{Value, json};

fn data(account: &Account, path: &str) -> Value {
    account.get(&format!("/analytics/{path}")).ok(200)["data"].clone()
}

fn today() -> String {
    chrono::Utc::now().format("%Y-%m-%d").to_string()
}

/// Four events of two topics and one without; three are delivered, one of them in vain.
fn scene(account: &Account, receiver: &Receiver) -> (String, String) {
    receiver.script("/bad", [Answer::status(404)]);
    let good = account.webhook_id(&receiver.url("/good"), json!({"topics": ["a"]}));
    let bad = account.webhook_id(&receiver.url("/bad"), json!({"topics": ["b"]}));
    for topic in ["a", "a", "b"] {
        account.settled(&account.event(topic, json!({})));
    }
    account.post("/events", json!({"payload": {"n": 1}})).ok(202);
    (good, bad)
}

#[test]
fn numbers_follow_what_happens() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let before = today();
    let (good, bad) = scene(&account, &receiver);
    let idle = account.webhook_id(&receiver.url("/idle"), json!({"topics": ["never"]}));
    if today() != before {
        return;
    }
    assert_eq!(data(&account, "events-per-day"), json!([{"date": before, "count": 4}]));
    let day = json!([{"date": before, "count": 3, "total": 3, "success": 2, "failed": 1}]);
    assert_eq!(data(&account, "deliveries-per-day"), day);
    let topics = json!([{"topic": "a", "count": 2}, {"topic": "b", "count": 1}]);
    for path in ["top-topics", "top-topics?days=1", "top-topics?limit=0&days=0", "top-topics?limit=x"] {
        let expected = if path.contains("limit=0") { json!([topics[0]]) } else { topics.clone() };
        assert_eq!(data(&account, path), expected, "{path}");
    }
    let stats = data(&account, "webhook-stats");
    let ids: Vec<&Value> = stats.as_array().unwrap().iter().map(|one| &one["webhook_id"]).collect();
    assert_eq!(ids, [&json!(good), &json!(bad), &json!(idle)]);
    let latency = &stats[0]["avg_latency_ms"];
    assert!(latency.is_u64(), "{stats}");
    let url = receiver.url("/good");
    let expected = json!({
        "webhook_id": good, "url": url, "webhook_url": url, "total_deliveries": 2, "total": 2, "successful": 2,
        "success": 2, "failed": 0, "pending": 0, "success_rate": 1.0, "avg_latency_ms": latency,
    });
    assert_eq!(stats[0].to_string(), expected.to_string());
    assert_eq!((&stats[1]["failed"], &stats[1]["success_rate"]), (&json!(1), &json!(0.0)));
    assert_eq!((&stats[2]["total"], &stats[2]["success_rate"]), (&json!(0), &json!(1.0)));
    // One that is switched off stays while it has deliveries in the window.
    for id in [&bad, &idle] {
        account.delete(&format!("/webhooks/{id}")).ok(200);
    }
    assert_eq!(data(&account, "webhook-stats?days=1").as_array().unwrap().len(), 2);
}

#[test]
fn days_are_pressed_into_range_and_filled_in() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.event("a", json!({}));
    for (query, days) in [
        ("", 30),
        ("&days=7", 7),
        ("&days=1", 1),
        ("&days=0", 1),
        ("&days=-3", 1),
        ("&days=91", 90),
        ("&days=99999999999999999999", 90),
        ("&days=x", 30),
        ("&days=", 30),
    ] {
        for path in ["events-per-day", "deliveries-per-day"] {
            let list = data(&account, &format!("{path}?fill=zero{query}"));
            let dates: Vec<&str> = list.as_array().unwrap().iter().map(|d| d["date"].as_str().unwrap()).collect();
            assert_eq!(dates.len(), days, "{path} {query}");
            assert!(dates.is_sorted() && dates.last() <= Some(&today().as_str()), "{dates:?}");
        }
    }
    assert_eq!(data(&account, "deliveries-per-day"), json!([]));
    assert_eq!(data(&account, "events-per-day?fill=no").as_array().unwrap().len(), 1);
}

#[test]
fn numbers_stay_when_rows_go() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    scene(&account, &receiver);
    let list = account.get("/events?topic=a").ok(200);
    let event = list["events"][0]["id"].as_str().unwrap().to_owned();
    account.delete(&format!("/events/{event}")).ok(200);
    let numbers = || {
        ["events-per-day", "deliveries-per-day", "top-topics", "top-topics?days=7", "webhook-stats"]
            .map(|path| data(&account, path))
    };
    let before = numbers();
    assert_eq!(before[0][0]["count"], 4, "those that were switched off count too");
    assert_eq!(before[2][0]["count"], 1, "but not among topics");
    for kind in ["deliveries", "events"] {
        account.post("/purge", json!({"type": kind, "older_than": "0d"})).ok(200);
    }
    assert_eq!(account.get("/events?include=inactive").ok(200)["events"], json!([]));
    assert_eq!(numbers(), before);
    until("topics with stored events are gone", || (account.get("/topics").ok(200)["data"] == json!([])).then_some(()));
}
