//! Delay steps: deliveries and events that wait, also through a kill.

use super::pipeline;
use crate::support::{Daemon, Receiver, until};
use serde_json::{Value, json};
use std::time::Instant;

fn delay(seconds: u32) -> Value {
    json!({"type": "delay", "seconds": seconds})
}

#[test]
fn a_delivery_waits_for_its_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let id = pipeline(&account, json!({"webhook_id": hook, "steps": [delay(1), delay(1)]}));
    let sent = Instant::now();
    let event = account.event("t", json!({"a": 1}));
    let waiting = account.deliveries(&event).remove(0);
    for (name, value) in [("status", json!("pending")), ("attempt_number", json!(0)), ("pipeline_id", json!(id))] {
        assert_eq!(waiting[name], value, "{name}");
    }
    assert!(waiting["next_retry_at"].as_str() > waiting["inserted_at"].as_str());
    let waited = receiver.wait_for("/in", 1)[0].at.duration_since(sent).as_millis();
    assert!((1900..6000).contains(&waited), "delivered after {waited} ms");
    assert_eq!(account.settled(&event)["status"], "success");
}

#[test]
fn others_do_not_wait_with_it() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    pipeline(&account, json!({"webhook_id": hook, "topics": ["slow"], "steps": [delay(3600)]}));
    let slow = account.event("slow", json!({}));
    for _ in 0..3 {
        account.settled(&account.event("quick", json!({})));
    }
    assert_eq!(account.deliveries(&slow)[0]["status"], "pending");
    account
        .post(&format!("/deliveries/{}/retry", account.deliveries(&slow)[0]["id"].as_str().unwrap()), json!({}))
        .ok(200);
    assert_eq!(account.settled(&slow)["status"], "success", "by hand it goes at once");
}

#[test]
fn it_waits_through_a_kill() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let steps = json!([delay(2), {"type": "transform", "values": {"n": 1}}]);
    let id = pipeline(&account, json!({"webhook_id": hook, "steps": steps}));
    let sent = Instant::now();
    let event = account.event("t", json!({"a": 1}));
    daemon.kill9();
    daemon.restart();
    // What was worked out stays, whatever becomes of the pipeline.
    account.delete(&format!("/pipelines/{id}"));
    let hit = receiver.wait_for("/in", 1).remove(0);
    let waited = hit.at.duration_since(sent).as_millis();
    assert!(waited >= 1900, "delivered after {waited} ms");
    assert_eq!((&hit.json()["n"], &hit.json()["payload"]), (&json!(1), &json!({"a": 1, "n": 1})));
    assert_eq!(account.settled(&event)["pipeline_id"], json!(id));
    assert_eq!(receiver.hits("/in").len(), 1);
}

#[test]
fn overdue_ones_go_at_the_start() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    pipeline(&account, json!({"webhook_id": hook, "steps": [delay(1)]}));
    let event = account.event("t", json!({}));
    let sent = Instant::now();
    daemon.kill9();
    until("its time has passed", || (sent.elapsed().as_millis() > 1100).then_some(()));
    daemon.restart();
    assert_eq!(account.settled(&event)["status"], "success");
}

#[test]
fn a_derived_event_waits_as_a_delayed_event() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"topics": ["late"]}));
    // Through a pipeline it would lose its field.
    pipeline(&account, json!({"topics": ["late"], "steps": [{"type": "deliver", "topic": "never"}]}));
    pipeline(&account, json!({"topics": ["t"], "steps": [delay(2), {"type": "deliver", "topic": "late"}]}));
    let source = account.event("t", json!({"a": 1}));
    let waiting = account.get("/events?scheduled=true").ok(200)["events"][0].clone();
    assert_eq!((&waiting["topic"], &waiting["derived_from"]), (&json!("late"), &json!(source)));
    assert!(waiting["deliver_at"].as_str() > waiting["inserted_at"].as_str());
    let event = waiting["id"].as_str().unwrap();
    assert_eq!(account.deliveries(event), Vec::<Value>::new());
    daemon.kill9();
    daemon.restart();
    receiver.wait_for("/in", 1);
    assert_eq!(account.settled(event)["pipeline_id"], Value::Null);
    assert_eq!(account.get("/events?topic=never").ok(200)["events"], json!([]));
}
