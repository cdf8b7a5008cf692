//! Deliver steps: further deliveries, and events made of events.

use super::{over, pipeline};
use crate::support::{Account, Daemon, Receiver, until};
use serde_json::{Value, json};

/// The events of a topic, oldest first, once there are that many.
fn events(account: &Account, topic: &str, count: usize) -> Vec<Value> {
    until(&format!("{count} events of {topic}"), || {
        let list = account.get(&format!("/events?topic={topic}")).ok(200)["events"].as_array().unwrap().clone();
        (list.len() >= count).then(|| list.into_iter().rev().collect())
    })
}

#[test]
fn an_event_is_made_of_an_event() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/copies"), json!({"topics": ["copy"]}));
    let set = json!({"type": "transform", "values": {"n": 1.5}});
    pipeline(&account, json!({"topics": ["order.*"], "steps": [set, {"type": "deliver", "topic": "copy"}]}));
    let source = account.post("/events", json!({"topic": "order.created", "a": 1})).ok(202);
    let copy = &events(&account, "copy", 1)[0];
    for (name, value) in [
        ("payload", json!({"a": 1, "n": 1.5})),
        ("topic", json!("copy")),
        ("status", json!("active")),
        ("deliver_at", Value::Null),
        ("idempotency_key", Value::Null),
        ("derived_from", source["id"].clone()),
    ] {
        assert_eq!(copy[name], value, "{name}");
    }
    assert!(copy["id"].as_str() > source["id"].as_str());
    assert!(copy["payload_hash"].as_str().unwrap().starts_with("sha256:"));
    let delivery = account.settled(copy["id"].as_str().unwrap());
    assert_eq!(delivery["pipeline_id"], Value::Null);
    let hit = &receiver.wait_for("/copies", 1)[0];
    assert_eq!((&hit.json()["n"], &hit.json()["topic"]), (&json!(1.5), &json!("copy")));
    assert_eq!(hit.json()["event_id"], copy["id"]);
    let shown = account.get(&format!("/events/{}", source["id"].as_str().unwrap())).ok(200);
    assert_eq!((shown.get("derived_from"), &shown["deliveries"]), (None, &json!([])));
    assert_eq!(account.get("/topics").ok(200)["topics"].as_array().unwrap().len(), 2);
    let log = account.user().get("/audit-log?action=event.created").ok(200);
    assert_eq!(log["data"].as_array().unwrap().len(), 1, "no entry for a derived event");
}

#[test]
fn derived_events_pass_no_pipeline() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({"topics": ["loop"]}));
    // It would feed itself, and it takes the webhook over.
    let steps = json!([{"type": "deliver", "topic": "loop"}, over(1000)]);
    pipeline(&account, json!({"webhook_id": hook, "steps": steps}));
    account.post("/events", json!({"topic": "loop", "amount": 1})).ok(202);
    let made = events(&account, "loop", 2);
    let derived = account.settled(made[1]["id"].as_str().unwrap());
    assert_eq!((&derived["webhook_id"], &derived["pipeline_id"]), (&json!(hook), &Value::Null));
    assert_eq!(account.deliveries(made[0]["id"].as_str().unwrap()), Vec::<Value>::new());
    assert_eq!((events(&account, "loop", 2).len(), receiver.hits("/in").len()), (2, 1));
}

#[test]
fn filters_of_webhooks_count_for_derived_events() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account
        .webhook("http://127.0.0.1:9/x", json!({"filters": [{"path": "n", "op": "eq", "value": 2}], "topics": ["d"]}));
    let deliver = json!({"type": "deliver", "topic": "d"});
    let set = |n: u32| json!({"type": "transform", "values": {"n": n}});
    pipeline(&account, json!({"topics": ["t"], "steps": [set(1), deliver, set(2), deliver]}));
    account.event("t", json!({}));
    let made = events(&account, "d", 2);
    let counts = [0, 1].map(|n: usize| account.deliveries(made[n]["id"].as_str().unwrap()).len());
    assert_eq!((counts, &made[0]["payload"], &made[1]["payload"]), ([0, 1], &json!({"n": 1}), &json!({"n": 2})));
}

#[test]
fn a_step_can_send_to_a_webhook_by_the_way() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let aside = account.webhook_id(&receiver.url("/aside"), json!({"topics": ["never"]}));
    let both = account.webhook_id(&receiver.url("/both"), json!({}));
    let steps = json!([{"type": "deliver", "webhook_id": aside}, {"type": "deliver", "webhook_id": both}, over(100),
        {"type": "deliver", "webhook_id": aside}]);
    let id = pipeline(&account, json!({"topics": ["t"], "steps": steps}));
    let event = account.event("t", json!({"amount": 5}));
    let list = until("three deliveries", || {
        let list = account.deliveries(&event);
        list.iter().all(|d| d["status"] == "success").then_some(list)
    });
    let mut made: Vec<_> = list.iter().map(|d| (d["webhook_id"].clone(), d["pipeline_id"].clone())).collect();
    made.reverse();
    let expected = [(json!(both), Value::Null), (json!(aside), json!(id)), (json!(both), json!(id))];
    assert_eq!(made, expected, "what stands before the filter is sent, and nothing is taken over");
    account.delete(&format!("/webhooks/{aside}")).ok(200);
    assert_eq!(account.deliveries(&account.event("t", json!({"amount": 500}))).len(), 2);
}

#[test]
fn the_form_of_the_event_is_inherited() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"topics": ["d"]}));
    pipeline(&account, json!({"topics": ["t"], "steps": [{"type": "deliver", "topic": "d"}]}));
    account.event("t", json!({"a": 1}));
    let body = receiver.wait_for("/in", 1)[0].json();
    assert_eq!((&body["a"], &body["payload"]), (&json!(1), &json!({"a": 1})));
}

#[test]
fn a_repeated_key_derives_nothing_again() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    pipeline(&account, json!({"topics": ["t"], "steps": [{"type": "deliver", "topic": "d"}]}));
    for duplicate in [false, true] {
        let answer = account.post("/events", json!({"topic": "t", "idempotency_key": "k"})).ok(202);
        assert_eq!(answer["duplicate"], duplicate);
    }
    assert_eq!(events(&account, "d", 1).len(), 1);
}
