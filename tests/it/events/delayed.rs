//! Events with a due time: accepted texts, routing at that time, and cancelling before it.

use crate::support::{Account, Daemon, Receiver, in_millis, until};
use serde_json::{Value, json};
use std::time::Instant;

fn delayed(account: &Account, topic: &str, ms: i64) -> String {
    let body = json!({"topic": topic, "a": 1, "deliver_at": in_millis(ms)});
    account.post("/events", body).ok(202)["id"].as_str().unwrap().to_owned()
}

#[test]
fn accepted_texts() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (text, stored) in [
        ("2020-04-02T09:15:00Z", "2020-04-02T09:15:00.000000Z"),
        ("2020-04-02T09:15:00.25Z", "2020-04-02T09:15:00.250000Z"),
        ("2020-04-02T09:15:00+02:00", "2020-04-02T07:15:00.000000Z"),
        ("2020-04-02T09:15:00.123456-05:30", "2020-04-02T14:45:00.123456Z"),
        ("2020-04-02T09:15:00", "2020-04-02T09:15:00.000000Z"),
        ("2020-04-02", "2020-04-02T00:00:00.000000Z"),
    ] {
        let event = account.post("/events", json!({"deliver_at": text})).ok(202);
        assert_eq!(event["deliver_at"], stored, "{text}");
    }
    let none = account.post("/events", json!({"deliver_at": null})).ok(202);
    assert_eq!(none["deliver_at"], Value::Null);
}

#[test]
fn refused_texts() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for text in ["", "now", "tomorrow", "2020-13-01", "2020-02-30", "1700000000", "2020-04-02T25:00:00Z", "09:15", " "]
    {
        let reply = account.post("/events", json!({"deliver_at": text}));
        reply.fails(422, "deliver_at must be an ISO 8601 timestamp").invalid("deliver_at");
    }
    let day = 86_400_000;
    let reply = account.post("/events", json!({"deliver_at": in_millis(367 * day)}));
    reply.fails(422, "deliver_at must be within 366 days").invalid("deliver_at");
    account.post("/events", json!({"deliver_at": in_millis(365 * day)})).ok(202);
}

#[test]
fn a_past_time_means_now() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let event = delayed(&account, "t", -5000);
    assert_eq!(account.settled(&event)["status"], "success");
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn delivered_when_due_and_not_before() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let sent = Instant::now();
    let event = delayed(&account, "t", 1500);
    let waiting = account.get(&format!("/events/{event}")).ok(200);
    assert_eq!((&waiting["status"], &waiting["deliveries"]), (&json!("active"), &json!([])));
    let scheduled = account.get("/events?scheduled=true").ok(200);
    assert_eq!(scheduled["events"][0]["id"], event);
    let hit = receiver.wait_for("/in", 1).remove(0);
    let waited = hit.at.duration_since(sent).as_millis();
    assert!((1400..6000).contains(&waited), "delivered after {waited} ms");
    assert_eq!(account.settled(&event)["status"], "success");
    assert_eq!(account.get("/events?scheduled=true").ok(200)["events"], json!([]));
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn routed_by_the_webhooks_of_the_due_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let leaves = account.webhook_id(&receiver.url("/leaves"), json!({}));
    let event = delayed(&account, "t", 1200);
    account.delete(&format!("/webhooks/{leaves}")).ok(200);
    account.webhook(&receiver.url("/joins"), json!({}));
    receiver.wait_for("/joins", 1);
    assert_eq!(account.settled(&event)["status"], "success");
    assert_eq!(receiver.hits("/leaves").len(), 0);
}

#[test]
fn deleting_cancels() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let cancelled = delayed(&account, "cancelled", 600);
    account.delete(&format!("/events/{cancelled}")).ok(200);
    assert_eq!(account.get("/events?scheduled=true").ok(200)["events"], json!([]));
    // A later one has come: the cancelled one would have been due before it.
    let later = delayed(&account, "later", 1000);
    account.delivery_when(&later, "created", |_| true);
    account.settled(&later);
    assert_eq!(account.deliveries(&cancelled), Vec::<Value>::new());
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn delays_in_a_batch() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let events = json!([
        {"topic": "soon", "deliver_at": in_millis(900)},
        {"topic": "now"},
        {"topic": "never", "deliver_at": "nonsense"}
    ]);
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!((&answer["accepted"], &answer["rejected"]), (&json!(2), &json!(1)));
    let topics: Vec<_> = receiver.wait_for("/in", 2).iter().map(|h| h.json()["topic"].clone()).collect();
    assert_eq!(topics, [json!("now"), json!("soon")]);
}

#[test]
fn due_while_the_server_was_down() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let later = delayed(&account, "second", 2000);
    let sooner = delayed(&account, "first", 1500);
    let due = Instant::now();
    daemon.kill9();
    until("the events are overdue", || (due.elapsed().as_millis() > 2100).then_some(()));
    assert_eq!(receiver.hits("/in").len(), 0);
    daemon.restart();
    for event in [sooner, later] {
        account.delivery_when(&event, "created", |_| true);
        assert_eq!(account.settled(&event)["status"], "success");
    }
    assert_eq!(receiver.hits("/in").len(), 2);
}

#[test]
fn still_waiting_after_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let far = delayed(&account, "far", 3_600_000);
    let near = delayed(&account, "near", 1500);
    daemon.stop();
    daemon.restart();
    receiver.wait_for("/in", 1);
    account.settled(&near);
    assert_eq!(account.deliveries(&far), Vec::<Value>::new());
    assert_eq!(account.get("/events?scheduled=true").ok(200)["events"][0]["id"], far);
}
