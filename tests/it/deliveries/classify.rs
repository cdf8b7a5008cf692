//! What each status of an answer means for the delivery.

use crate::support::{Account, Answer, Daemon, Receiver};
use serde_json::{Value, json};

/// Delivers one event to a path that answers so; returns the delivery after the first attempt.
fn first_attempt(account: &Account, receiver: &Receiver, answer: Answer, config: Value) -> Value {
    receiver.script("/in", [answer]);
    let hook = account.webhook_id(&receiver.url("/in"), json!({ "retry_config": config }));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "tried", |d| d["status"] != "pending");
    account.delete(&format!("/events/{event}")).ok(200);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    delivery
}

fn hour() -> Value {
    json!({"backoff_seconds": [3600]})
}

#[test]
fn success() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for status in [200, 201, 202, 204, 226, 299] {
        let answer = Answer::status(status).body(if status == 204 { "" } else { "done" });
        let delivery = first_attempt(&account, &receiver, answer, hour());
        assert_eq!((&delivery["status"], &delivery["response_status"]), (&json!("success"), &json!(status)));
        assert_eq!((&delivery["error"], &delivery["next_retry_at"]), (&Value::Null, &Value::Null));
        assert_eq!(delivery["attempt_number"], 1);
    }
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
}

#[test]
fn refusals_are_not_repeated() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for (n, status) in [400, 401, 403, 404, 422].into_iter().enumerate() {
        let delivery = first_attempt(&account, &receiver, Answer::status(status), hour());
        assert_eq!((&delivery["status"], &delivery["response_status"]), (&json!("failed"), &json!(status)));
        assert_eq!((&delivery["error"], &delivery["next_retry_at"]), (&json!(format!("HTTP {status}")), &Value::Null));
        let letters = account.dead_letters();
        assert_eq!(letters.len(), n + 1, "never lost");
        assert_eq!(
            (&letters[0]["delivery_id"], &letters[0]["last_response_status"]),
            (&delivery["id"], &json!(status))
        );
    }
}

#[test]
fn everything_else_is_tried_again() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for status in [408, 409, 410, 418, 425, 429, 451, 500, 501, 502, 503, 504, 599] {
        let delivery = first_attempt(&account, &receiver, Answer::status(status), hour());
        assert_eq!((&delivery["status"], &delivery["error"]), (&json!("failed"), &json!(format!("HTTP {status}"))));
        assert!(delivery["next_retry_at"].is_string(), "{status}");
        assert_eq!(delivery["response_status"], status);
    }
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
}

#[test]
fn redirects_are_failures_and_never_followed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for status in [300, 301, 302, 303, 304, 307, 308] {
        let answer = Answer::status(status).header("Location", &receiver.url("/elsewhere")).body("");
        let delivery = first_attempt(&account, &receiver, answer, hour());
        assert_eq!(delivery["error"], format!("HTTP {status}: redirects are not followed"));
        assert!(delivery["next_retry_at"].is_string());
        assert_eq!(delivery["response_status"], status);
    }
    first_attempt(&account, &receiver, Answer::redirect(&receiver.url("/elsewhere")), hour());
    assert_eq!(receiver.hits("/elsewhere").len(), 0);
}

#[test]
fn the_list_of_refusals_is_a_setting() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for (statuses, status, again) in [
        (json!([500]), 500, false),
        (json!([500]), 404, true),
        (json!([]), 404, true),
        (json!([]), 400, true),
        (json!([302, 429]), 302, false),
    ] {
        let config = json!({"backoff_seconds": [3600], "no_retry_statuses": statuses});
        let delivery = first_attempt(&account, &receiver, Answer::status(status), config);
        assert_eq!(delivery["next_retry_at"].is_string(), again, "{statuses}: {status}");
    }
}

#[test]
fn a_recovering_receiver_gets_its_delivery() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(503), Answer::reset(), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [0]}}));
    let delivery = account.settled(&account.event("t", json!({})));
    assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("success"), &json!(3)));
    assert_eq!((&delivery["error"], &delivery["response_status"]), (&Value::Null, &json!(200)));
    assert_eq!(receiver.hits("/in").len(), 3);
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
}
