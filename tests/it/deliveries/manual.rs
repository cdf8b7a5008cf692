//! Retrying by hand: a new cycle with the same delivery, never a second one in flight.

use crate::support::{Account, Answer, Daemon, Receiver, Reply};
use serde_json::{Value, json};

fn retry(account: &Account, delivery: &Value) -> Reply {
    account.post(&format!("/deliveries/{}/retry", delivery["id"].as_str().unwrap()), json!({}))
}

#[test]
fn of_a_success() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({"a": 1}));
    let first = account.settled(&event);
    assert_eq!(retry(&account, &first).ok(200), json!({"status": "retry_queued"}));
    let hits = receiver.wait_for("/in", 2);
    assert_eq!(hits[1].header("x-attempt"), Some("2"));
    assert_eq!(hits[1].header("x-delivery-id"), hits[0].header("x-delivery-id"));
    assert_eq!(hits[1].body, hits[0].body);
    let again = account.delivery_when(&event, "done again", |d| d["attempt_number"] == 2 && d["status"] == "success");
    assert_eq!(again["id"], first["id"]);
}

#[test]
fn of_a_final_failure() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500), Answer::status(500), Answer::status(200)]);
    let config = json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 2}});
    account.webhook(&receiver.url("/in"), config);
    let event = account.event("t", json!({}));
    let failed = account.settled(&event);
    assert_eq!((&failed["status"], &failed["attempt_number"]), (&json!("failed"), &json!(2)));
    assert_eq!(account.dead_letters().len(), 1);
    retry(&account, &failed).ok(200);
    let done = account.delivery_when(&event, "delivered", |d| d["status"] == "success");
    assert_eq!(done["attempt_number"], 3);
    // The success settles the dead letter.
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
    let resolved = account.get("/dead-letters?resolved=true").ok(200);
    assert_eq!(resolved["dead_letters"][0]["delivery_id"], done["id"]);
}

#[test]
fn it_has_all_attempts_again() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500)]);
    let hook =
        account.webhook_id(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 2}}));
    let event = account.event("t", json!({}));
    let failed = account.settled(&event);
    retry(&account, &failed).ok(200);
    let again =
        account.delivery_when(&event, "given up again", |d| d["attempt_number"] == 4 && d["next_retry_at"].is_null());
    assert_eq!(again["status"], "failed");
    let letters = account.dead_letters();
    assert_eq!(letters.len(), 1, "one unresolved dead letter per delivery");
    assert_eq!(letters[0]["attempts_exhausted"], 4);
    assert_eq!(account.get(&format!("/webhooks/{hook}")).ok(200)["consecutive_failures"], 4);
}

#[test]
fn of_one_that_waits() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    let waiting = account.delivery_when(&event, "waiting", |d| d["next_retry_at"].is_string());
    retry(&account, &waiting).ok(200);
    assert_eq!(account.settled(&event)["status"], "success");
    assert_eq!(receiver.hits("/in").len(), 2);
}

#[test]
fn of_one_in_flight_changes_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    let delivery = account.deliveries(&event).remove(0);
    for _ in 0..3 {
        assert_eq!(retry(&account, &delivery).ok(200)["status"], "retry_queued");
    }
    receiver.release("/in");
    assert_eq!(account.settled(&event)["attempt_number"], 1);
    // A later event has been delivered, and still nothing was sent twice.
    account.settled(&account.event("later", json!({})));
    assert_eq!(receiver.hits("/in").len(), 2);
}

#[test]
fn last_attempt_fields_are_cleared() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500).body("oops"), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"max_attempts": 1}}));
    let event = account.event("t", json!({}));
    let failed = account.settled(&event);
    receiver.hold("/in");
    retry(&account, &failed).ok(200);
    let pending = account.delivery(failed["id"].as_str().unwrap());
    assert_eq!((&pending["status"], &pending["attempt_number"]), (&json!("pending"), &json!(1)));
    for name in ["response_status", "response_body", "error", "next_retry_at"] {
        assert_eq!(pending[name], Value::Null, "{name}");
    }
    receiver.release("/in");
    account.delivery_when(&event, "delivered", |d| d["status"] == "success");
}

#[test]
fn not_for_what_is_gone() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    let delivery = account.settled(&event);
    account.delete(&format!("/events/{event}")).ok(200);
    retry(&account, &delivery).fails(422, "Event no longer exists");
    let other = account.settled(&account.event("t", json!({})));
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    retry(&account, &other).fails(422, "Webhook is inactive");
    assert_eq!(receiver.hits("/in").len(), 2);
}

#[test]
fn many_clicks_are_one_retry() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    let delivery = account.settled(&event);
    receiver.hold("/in");
    std::thread::scope(|s| {
        for _ in 0..6 {
            s.spawn(|| retry(&account, &delivery).ok(200));
        }
    });
    receiver.wait_for("/in", 2);
    receiver.release("/in");
    account.delivery_when(&event, "done again", |d| d["status"] == "success");
    assert_eq!(receiver.hits("/in").len(), 2);
    assert_eq!(account.deliveries(&event)[0]["attempt_number"], 2);
}
