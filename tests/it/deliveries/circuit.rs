//! The circuit of a webhook: opens after five failures, lets one probe through, closes on success.

use super::Bench;
use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::{Value, json};

impl Bench {
    /// A webhook whose deliveries have one attempt, with its circuit opened by five failures.
    fn open() -> Bench {
        let bench = Bench::closed();
        bench.fail(5);
        assert_eq!(bench.hook()["circuit_state"], "open");
        bench
    }

    fn closed() -> Bench {
        let bench = Bench::new(json!({"retry_config": {"max_attempts": 1}}));
        bench.receiver.script("/in", [Answer::status(500)]);
        bench
    }

    /// Events that fail one after the other.
    fn fail(&self, count: usize) {
        for _ in 0..count {
            self.account.settled(&self.account.event("t", json!({})));
        }
    }

    fn hook(&self) -> Value {
        self.account.get(&format!("/webhooks/{}", self.hook)).ok(200)
    }

    /// An event that the open circuit postpones.
    fn postponed(&self) -> (String, String) {
        let event = self.account.event("t", json!({}));
        let postponed = |d: &Value| d["status"] == "pending" && d["next_retry_at"].is_string();
        let delivery = self.account.delivery_when(&event, "postponed", postponed);
        (event, delivery["id"].as_str().unwrap().to_owned())
    }

    fn retry(&self, delivery: &str) {
        self.account.post(&format!("/deliveries/{delivery}/retry"), json!({})).ok(200);
    }
}

#[test]
fn five_failures_open_it() {
    let bench = Bench::closed();
    bench.fail(4);
    let before = bench.hook();
    assert_eq!((&before["circuit_state"], &before["consecutive_failures"]), (&json!("closed"), &json!(4)));
    bench.fail(1);
    let after = bench.hook();
    assert_eq!((&after["circuit_state"], &after["consecutive_failures"]), (&json!("open"), &json!(5)));
    assert!(after["circuit_opened_at"].is_string());
    assert_eq!(after["status"], "active");
    let health = bench.account.get(&format!("/webhooks/{}/health", bench.hook)).ok(200);
    assert_eq!(health["health"]["circuit_state"], "open");
}

#[test]
fn a_success_starts_the_count_again() {
    let bench = Bench::closed();
    bench.fail(4);
    bench.receiver.script("/in", [Answer::status(200)]);
    bench.account.settled(&bench.account.event("t", json!({})));
    assert_eq!(bench.hook()["consecutive_failures"], 0);
    bench.receiver.script("/in", [Answer::status(500)]);
    bench.fail(4);
    assert_eq!(bench.hook()["circuit_state"], "closed");
}

#[test]
fn an_open_circuit_postpones_without_using_an_attempt() {
    let bench = Bench::open();
    let (_, delivery) = bench.postponed();
    let shown = bench.account.delivery(&delivery);
    assert_eq!((&shown["status"], &shown["attempt_number"]), (&json!("pending"), &json!(0)));
    assert_eq!((&shown["attempts"], &shown["error"]), (&json!([]), &Value::Null));
    let time = |v: &Value| chrono::DateTime::parse_from_rfc3339(v.as_str().unwrap()).unwrap();
    let wait = (time(&shown["next_retry_at"]) - time(&bench.hook()["circuit_opened_at"])).as_seconds_f64();
    assert!((299.0..=331.0).contains(&wait), "reopens after {wait} s");
    let list = bench.account.get("/deliveries?status=circuit_open").ok(200);
    let ids: Vec<_> = list["deliveries"].as_array().unwrap().iter().map(|d| d["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [delivery.as_str()]);
    assert_eq!(bench.receiver.hits("/in").len(), 5);
}

#[test]
fn retries_of_one_delivery_open_it_too() {
    let bench = Bench::closed();
    let config = json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 20}});
    bench.account.patch(&format!("/webhooks/{}", bench.hook), config).ok(200);
    let event = bench.account.event("t", json!({}));
    until("the circuit is open", || (bench.hook()["circuit_state"] == "open").then_some(()));
    let delivery = bench.account.delivery_when(&event, "waiting", |d| d["attempt_number"] == 5);
    assert_eq!(delivery["status"], "failed");
    assert!(delivery["next_retry_at"].is_string());
    assert_eq!(bench.receiver.hits("/in").len(), 5);
}

#[test]
fn a_successful_probe_closes_it_and_frees_the_rest() {
    let bench = Bench::open();
    let waiting: Vec<_> = (0..4).map(|_| bench.postponed()).collect();
    bench.receiver.script("/in", [Answer::status(200)]);
    bench.retry(&waiting[2].1);
    for (event, _) in &waiting {
        assert_eq!(bench.account.settled(event)["status"], "success");
    }
    let hook = bench.hook();
    assert_eq!((&hook["circuit_state"], &hook["consecutive_failures"]), (&json!("closed"), &json!(0)));
    assert_eq!(bench.receiver.hits("/in").len(), 9);
}

#[test]
fn a_failed_probe_opens_it_again() {
    let bench = Bench::open();
    let (event, probe) = bench.postponed();
    let (_, other) = bench.postponed();
    let opened = bench.hook()["circuit_opened_at"].clone();
    bench.retry(&probe);
    let delivery = bench.account.settled(&event);
    assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("failed"), &json!(1)));
    let hook = until("it is open again", || {
        let hook = bench.hook();
        (hook["circuit_state"] == "open" && hook["consecutive_failures"] == 6).then_some(hook)
    });
    assert_ne!(hook["circuit_opened_at"], opened);
    assert_eq!(bench.account.delivery(&other)["attempt_number"], 0);
    assert_eq!(bench.receiver.hits("/in").len(), 6);
}

#[test]
fn only_one_probe_at_a_time() {
    let bench = Bench::open();
    let waiting: Vec<_> = (0..3).map(|_| bench.postponed()).collect();
    bench.receiver.hold("/in");
    bench.receiver.script("/in", [Answer::status(200)]);
    bench.retry(&waiting[0].1);
    bench.receiver.wait_for("/in", 6);
    assert_eq!(bench.hook()["circuit_state"], "half_open");
    // Another webhook of the project delivers meanwhile; this one sends nothing more.
    let other = Receiver::start();
    let second = bench.account.webhook_id(&other.url("/in"), json!({"topics": ["other"]}));
    bench.account.event("other", json!({}));
    other.wait_for("/in", 1);
    bench.account.delete(&format!("/webhooks/{second}")).ok(200);
    assert_eq!(bench.receiver.hits("/in").len(), 6);
    bench.receiver.release("/in");
    for (event, _) in &waiting {
        assert_eq!(bench.account.settled(event)["status"], "success");
    }
}

#[test]
fn it_can_be_closed_by_hand() {
    for change in [json!({"circuit_state": "closed"}), json!({"url": "NEW"})] {
        let bench = Bench::open();
        let (event, _) = bench.postponed();
        bench.receiver.script("/in", [Answer::status(200)]);
        let body = if change.get("url").is_some() { json!({"url": bench.receiver.url("/new")}) } else { change };
        let hook = bench.account.patch(&format!("/webhooks/{}", bench.hook), body).ok(200);
        assert_eq!((&hook["circuit_state"], &hook["consecutive_failures"]), (&json!("closed"), &json!(0)));
        assert_eq!(hook["circuit_opened_at"], Value::Null);
        assert_eq!(bench.account.settled(&event)["status"], "success");
    }
}

#[test]
fn it_stays_open_over_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500)]);
    let hook = account.webhook_id(&receiver.url("/in"), json!({"retry_config": {"max_attempts": 1}}));
    for _ in 0..5 {
        account.settled(&account.event("t", json!({})));
    }
    daemon.kill9();
    daemon.restart();
    let shown = account.get(&format!("/webhooks/{hook}")).ok(200);
    assert_eq!((&shown["circuit_state"], &shown["consecutive_failures"]), (&json!("open"), &json!(5)));
    let event = account.event("t", json!({}));
    account.delivery_when(&event, "postponed", |d| d["next_retry_at"].is_string() && d["attempt_number"] == 0);
    assert_eq!(receiver.hits("/in").len(), 5);
}
