//! When the next attempt comes, and when there is none.

use super::delay;
use crate::support::{Account, Answer, Daemon, Receiver};
use serde_json::{Value, json};

/// The delivery of an event after its first failure under this config, with its attempts.
fn failed_once(account: &Account, receiver: &Receiver, config: Value) -> Value {
    let hook = account.webhook_id(&receiver.url("/bad"), json!({ "retry_config": config }));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "failed once", |d| d["status"] == "failed");
    account.delete(&format!("/events/{event}")).ok(200);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    let mut full = account.delivery(delivery["id"].as_str().unwrap());
    full["next_retry_at"] = delivery["next_retry_at"].clone();
    full
}

#[test]
fn the_first_delay() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/bad", [Answer::status(500)]);
    for (config, low, high) in [
        (json!({}), 48.0, 72.0),
        (json!({"jitter": false}), 60.0, 60.0),
        (json!({"max_attempts": 8}), 48.0, 72.0),
        (json!({"strategy": "exponential", "jitter": false}), 10.0, 10.0),
        (json!({"strategy": "exponential"}), 8.0, 12.0),
        (json!({"strategy": "linear", "base_delay_seconds": 7, "jitter": false}), 7.0, 7.0),
        (json!({"backoff": "fixed", "base_delay": 30, "jitter": false}), 30.0, 30.0),
        (json!({"base_delay": 20, "jitter": false}), 20.0, 20.0),
        (json!({"strategy": "fixed", "base_delay": 1000}), 800.0, 1200.0),
        (json!({"backoff_seconds": [5, 15]}), 5.0, 5.0),
        (json!({"backoff_seconds": [5], "strategy": "fixed", "base_delay": 99}), 5.0, 5.0),
        (json!({"backoff_seconds": [100], "max_delay_seconds": 30}), 30.0, 30.0),
        (json!({"strategy": "fixed", "base_delay": 100, "max_delay": 40}), 32.0, 40.0),
    ] {
        let delivery = failed_once(&account, &receiver, config.clone());
        let seconds = delay(&delivery);
        // The delay runs from the end of the attempt, which takes a little.
        assert!((low..=high + 3.0).contains(&seconds), "{config}: {seconds} s");
    }
}

#[test]
fn the_list_goes_on_with_its_last_element() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/bad", [Answer::status(500)]);
    account.webhook(&receiver.url("/bad"), json!({"retry_config": {"backoff_seconds": [0, 0, 600]}}));
    let event = account.event("t", json!({}));
    let delivery = account
        .delivery_when(&event, "at its third failure", |d| d["attempt_number"] == 3 && !d["next_retry_at"].is_null());
    assert_eq!(delivery["status"], "failed");
    let full = account.delivery(delivery["id"].as_str().unwrap());
    assert!((600.0..603.0).contains(&delay(&full)), "{}", delay(&full));
    assert_eq!(full["attempts"].as_array().unwrap().len(), 3);
}

#[test]
fn growing_delays_are_kept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/linear", [Answer::status(500)]);
    receiver.script("/power", [Answer::status(500)]);
    let linear = json!({"strategy": "linear", "base_delay": 1, "jitter": false, "max_attempts": 3});
    let power = json!({"strategy": "exponential", "base_delay": 1, "jitter": false, "max_attempts": 3});
    account.webhook(&receiver.url("/linear"), json!({ "retry_config": linear }));
    account.webhook(&receiver.url("/power"), json!({ "retry_config": power }));
    account.event("t", json!({}));
    for (path, gaps) in [("/linear", [1.0, 2.0]), ("/power", [1.0, 3.0])] {
        let hits = receiver.wait_for(path, 3);
        for (n, gap) in gaps.into_iter().enumerate() {
            let waited = hits[n + 1].at.duration_since(hits[n].at).as_secs_f64();
            assert!((gap - 0.05..gap + 2.0).contains(&waited), "{path}: {waited} s before attempt {}", n + 2);
        }
    }
}

#[test]
fn attempts_end_in_the_dead_letters() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/bad", [Answer::status(500)]);
    for (config, attempts) in [
        (json!({"max_attempts": 1}), 1),
        (json!({"max_attempts": 3, "backoff_seconds": [0]}), 3),
        (json!({"max_retries": 1, "backoff_seconds": [0]}), 2),
        (json!({"max_retries": 0}), 1),
    ] {
        // A fresh webhook each time: its circuit is closed.
        let hook = account.webhook_id(&receiver.url("/bad"), json!({ "retry_config": config }));
        let before = receiver.hits("/bad").len();
        let event = account.event("t", json!({}));
        let delivery = account.settled(&event);
        assert_eq!(
            (&delivery["status"], &delivery["attempt_number"]),
            (&json!("failed"), &json!(attempts)),
            "{config}"
        );
        assert_eq!(receiver.hits("/bad").len() - before, attempts);
        let letter = account.dead_letters().remove(0);
        assert_eq!((&letter["delivery_id"], &letter["attempts_exhausted"]), (&delivery["id"], &json!(attempts)));
        account.delete(&format!("/webhooks/{hook}")).ok(200);
    }
}

#[test]
fn the_config_is_read_at_each_failure() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/bad", [Answer::status(500)]);
    let hook = account.webhook_id(&receiver.url("/bad"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "waiting", |d| !d["next_retry_at"].is_null());
    account.patch(&format!("/webhooks/{hook}"), json!({"retry_config": {"max_attempts": 1}})).ok(200);
    account.post(&format!("/deliveries/{}/retry", delivery["id"].as_str().unwrap()), json!({})).ok(200);
    let last = account.delivery_when(&event, "given up", |d| d["attempt_number"] == 2 && d["next_retry_at"].is_null());
    assert_eq!(last["status"], "failed");
    assert_eq!(account.dead_letters().len(), 1);
}

#[test]
fn a_receiver_may_ask_for_more_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let date = (chrono::Utc::now() + chrono::TimeDelta::seconds(300)).format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    for (status, header, backoff, low, high) in [
        (503, "120", 5, 120.0, 120.0),
        (429, "120", 5, 120.0, 120.0),
        (503, "99999", 5, 3600.0, 3600.0),
        (503, date.as_str(), 5, 290.0, 300.0),
        (503, "2", 500, 500.0, 500.0),
        (500, "120", 5, 5.0, 5.0),
        (503, "soon", 5, 5.0, 5.0),
        (503, "-7", 5, 5.0, 5.0),
        (503, "Thu, 01 Jan 1970 00:00:00 GMT", 5, 5.0, 5.0),
    ] {
        receiver.script("/bad", [Answer::status(status).header("Retry-After", header)]);
        let delivery = failed_once(&account, &receiver, json!({"backoff_seconds": [backoff]}));
        let seconds = delay(&delivery);
        assert!((low..=high + 3.0).contains(&seconds), "{status} with {header}: {seconds} s");
    }
}
