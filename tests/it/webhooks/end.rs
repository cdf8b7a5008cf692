//! Going inactive ends what is still due: failed, with a reason, and no dead letter.

use crate::support::{Account, Answer, Daemon, Receiver};
use serde_json::{Value, json};

/// A delivery that failed once and waits an hour for its next attempt.
fn waiting(account: &Account, receiver: &Receiver) -> (String, String, String) {
    receiver.script("/in", [Answer::status(500)]);
    let hook = account.webhook_id(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({"a": 1}));
    let delivery = account.delivery_when(&event, "waiting for a retry", |d| !d["next_retry_at"].is_null());
    (hook, event, delivery["id"].as_str().unwrap().to_owned())
}

#[test]
fn by_deleting_or_by_changing() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    type End = fn(&Account, &str) -> Value;
    let ends: [End; 3] = [
        |account, hook| account.delete(&format!("/webhooks/{hook}")).ok(200),
        |account, hook| account.patch(&format!("/webhooks/{hook}"), json!({"active": false})).ok(200),
        |account, hook| account.patch(&format!("/webhooks/{hook}"), json!({"status": "inactive"})).ok(200),
    ];
    for end in ends {
        let account = daemon.register();
        let (hook, event, id) = waiting(&account, &receiver);
        end(&account, &hook);
        let delivery = account.settled(&event);
        assert_eq!((&delivery["status"], &delivery["error"]), (&json!("failed"), &json!("Webhook inactive")));
        assert_eq!(account.dead_letters(), Vec::<Value>::new());
        let retry = account.post(&format!("/deliveries/{id}/retry"), json!({}));
        retry.fails(422, "Webhook is inactive");
    }
}

#[test]
fn waking_up_does_not_bring_them_back() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let (hook, event, _) = waiting(&account, &receiver);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    receiver.script("/in", [Answer::status(200)]);
    account.patch(&format!("/webhooks/{hook}"), json!({"active": true})).ok(200);
    let next = account.event("t", json!({"a": 2}));
    assert_eq!(account.settled(&next)["status"], "success");
    assert_eq!(account.settled(&event)["error"], "Webhook inactive");
    assert_eq!(receiver.hits("/in").len(), 2);
}
