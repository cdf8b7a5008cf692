//! Dead letters: what they keep, retrying with another payload, and resolving.

use super::Bench;
use crate::support::{Answer, until};
use serde_json::{Value, json};

impl Bench {
    /// An event that ends in the dead letters at once; returns the event and the letter.
    fn letter(&self, payload: Value) -> (String, Value) {
        self.receiver.script("/in", [Answer::status(404).body("no such order")]);
        let event = self.account.event("order.created", payload);
        self.account.settled(&event);
        self.receiver.script("/in", [Answer::status(200)]);
        (event, self.account.dead_letters().remove(0))
    }

    fn send_again(&self, letter: &Value, body: Value) -> String {
        let answer = self.account.post(&format!("{}/retry", path(letter)), body).ok(200);
        assert_eq!(answer["status"], "retrying");
        answer["delivery_id"].as_str().unwrap().to_owned()
    }

    fn delivered(&self, delivery: &str) -> Value {
        until("the new delivery is done", || Some(self.account.delivery(delivery)).filter(|d| d["status"] == "success"))
    }
}

fn path(letter: &Value) -> String {
    format!("/dead-letters/{}", letter["id"].as_str().unwrap())
}

#[test]
fn the_object() {
    let bench = Bench::new(json!({}));
    let (event, letter) = bench.letter(json!({"order_id": "12345"}));
    let delivery = bench.account.deliveries(&event).remove(0);
    for (name, value) in [
        ("project_id", json!(bench.account.project_id)),
        ("delivery_id", delivery["id"].clone()),
        ("event_id", json!(event)),
        ("webhook_id", json!(bench.hook)),
        ("webhook_url", json!(bench.receiver.url("/in"))),
        ("original_payload", json!({"order_id": "12345"})),
        ("last_error", json!("HTTP 404: no such order")),
        ("error", json!("HTTP 404: no such order")),
        ("last_response_status", json!(404)),
        ("attempts_exhausted", json!(1)),
        ("topic", json!("order.created")),
        ("resolved", json!(false)),
        ("resolved_at", Value::Null),
    ] {
        assert_eq!(letter[name], value, "{name}");
    }
    assert_eq!(bench.account.get(&path(&letter)).ok(200), letter);
}

#[test]
fn texts_of_errors() {
    let bench = Bench::new(json!({}));
    for (answer, error) in [
        (Answer::status(400).body(""), "HTTP 400".to_owned()),
        (Answer::status(400).body("z".repeat(600)), format!("HTTP 400: {}", "z".repeat(500))),
    ] {
        bench.receiver.script("/in", [answer]);
        bench.account.settled(&bench.account.event("t", json!({})));
        assert_eq!(bench.account.dead_letters()[0]["last_error"], error);
    }
}

#[test]
fn retrying_makes_a_new_delivery() {
    let bench = Bench::new(json!({}));
    let (event, letter) = bench.letter(json!({"order_id": "12345"}));
    let id = bench.send_again(&letter, json!({}));
    assert_ne!(id, letter["delivery_id"]);
    let delivery = bench.delivered(&id);
    assert_eq!((&delivery["event_id"], &delivery["attempt_number"]), (&json!(event), &json!(1)));
    let hits = bench.receiver.hits("/in");
    assert_eq!(hits[1].json(), hits[0].json());
    assert_eq!((hits[1].header("x-delivery-id"), hits[1].header("x-attempt")), (Some(id.as_str()), Some("1")));
    assert_eq!(hits[1].header("webhook-id"), Some(event.as_str()));
    let resolved = bench.account.get(&path(&letter)).ok(200);
    assert_eq!(resolved["resolved"], true);
    assert!(resolved["resolved_at"].is_string());
    assert_eq!(bench.account.dead_letters(), Vec::<Value>::new());
    assert_eq!(bench.account.deliveries(&event).len(), 2);
}

#[test]
fn retrying_with_another_payload() {
    let bench = Bench::new(json!({}));
    let (event, letter) = bench.letter(json!({"order_id": "bad"}));
    for body in [json!({"payload": 5}), json!({"payload": [1]}), json!({"payload": "x"})] {
        let reply = bench.account.post(&format!("{}/retry", path(&letter)), body);
        reply.fails(422, "payload must be an object");
    }
    let id = bench.send_again(&letter, json!({"payload": {"order_id": "good", "n": 1}}));
    bench.delivered(&id);
    let body = bench.receiver.hits("/in").pop().unwrap().json();
    assert_eq!((&body["order_id"], &body["n"]), (&json!("good"), &json!(1)));
    assert_eq!((&body["event_id"], &body["topic"]), (&json!(event), &json!("order.created")));
    // Only that delivery has it: the event and the letter keep theirs.
    assert_eq!(bench.account.get(&format!("/events/{event}")).ok(200)["payload"], json!({"order_id": "bad"}));
    assert_eq!(bench.account.get(&path(&letter)).ok(200)["original_payload"], json!({"order_id": "bad"}));
}

#[test]
fn a_failed_retry_is_a_dead_letter_again() {
    let bench = Bench::new(json!({}));
    let (_, letter) = bench.letter(json!({"a": 1}));
    bench.receiver.script("/in", [Answer::status(422)]);
    let id = bench.send_again(&letter, json!({}));
    let fresh = until("the new delivery is a dead letter", || {
        bench.account.dead_letters().into_iter().find(|l| l["delivery_id"] == id)
    });
    assert_ne!(fresh["id"], letter["id"]);
    assert_eq!(bench.account.dead_letters().len(), 1);
    // A resolved one may be retried once more.
    bench.receiver.script("/in", [Answer::status(200)]);
    bench.delivered(&bench.send_again(&letter, json!({})));
}

#[test]
fn resolving() {
    let bench = Bench::new(json!({}));
    let (_, letter) = bench.letter(json!({}));
    let resolve = |method: &str| bench.account.call(method, &format!("{}/resolve", path(&letter))).send().ok(200);
    assert_eq!(resolve("PATCH"), json!({"status": "resolved"}));
    let first = bench.account.get(&path(&letter)).ok(200);
    assert_eq!(first["resolved"], true);
    assert_eq!(resolve("PATCH"), json!({"status": "resolved"}));
    assert_eq!(resolve("POST"), json!({"status": "resolved"}));
    assert_eq!(bench.account.get(&path(&letter)).ok(200)["resolved_at"], first["resolved_at"]);
    assert_eq!(bench.receiver.hits("/in").len(), 1, "resolving sends nothing");
}

#[test]
fn not_for_what_is_gone() {
    let bench = Bench::new(json!({}));
    let (event, of_event) = bench.letter(json!({}));
    let (_, of_hook) = bench.letter(json!({}));
    bench.account.delete(&format!("/events/{event}")).ok(200);
    let retry = |letter: &Value| bench.account.post(&format!("{}/retry", path(letter)), json!({}));
    retry(&of_event).fails(422, "Event no longer exists");
    bench.account.delete(&format!("/webhooks/{}", bench.hook)).ok(200);
    retry(&of_hook).fails(422, "Webhook is inactive");
    assert_eq!(bench.account.get(&path(&of_hook)).ok(200)["resolved"], false);
    bench.account.call("PATCH", &format!("{}/resolve", path(&of_hook))).send().ok(200);
}

#[test]
fn the_list_and_its_filters() {
    let bench = Bench::new(json!({}));
    let letters: Vec<Value> = (0..3).map(|n| bench.letter(json!({ "n": n })).1).collect();
    bench.account.call("PATCH", &format!("{}/resolve", path(&letters[1]))).send().ok(200);
    let found = |query: &str| -> Vec<i64> {
        let list = bench.account.get(&format!("/dead-letters?{query}")).ok(200);
        assert_eq!(list["data"], list["dead_letters"]);
        let rows = list["dead_letters"].as_array().unwrap();
        rows.iter().map(|l| l["original_payload"]["n"].as_i64().unwrap()).collect()
    };
    let cursor = letters[2]["id"].as_str().unwrap();
    let (own, other) = (format!("webhook_id={}", bench.hook), format!("webhook_id={}", crate::support::NO_ID));
    let after = format!("resolved=all&cursor={cursor}");
    for (query, expected) in [
        ("", vec![2, 0]),
        ("resolved=false", vec![2, 0]),
        ("resolved=true", vec![1]),
        ("resolved=all", vec![2, 1, 0]),
        ("limit=1", vec![2]),
        (after.as_str(), vec![1, 0]),
        (own.as_str(), vec![2, 0]),
        (other.as_str(), vec![]),
        ("from=2020-01-01&to=2100-01-01", vec![2, 0]),
        ("from=2100-01-01", vec![]),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
}
