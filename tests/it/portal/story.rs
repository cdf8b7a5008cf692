//! One event seen from two sides: through this face and through the native API.

use super::{get, hook, id, text};
use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::json;

#[test]
fn the_log_and_the_deliveries_tell_one_story() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/one", [Answer::status(503).body("busy"), Answer::status(200).body("fine")]);
    receiver.script("/two", [Answer::status(410).body("gone")]);
    let one = hook(&account, &receiver, "/one", json!(["order.created"]));
    // In a project with such a webhook the attempts of all are logged.
    let two =
        account.webhook(&receiver.url("/two"), json!({"topics": ["order.*"], "retry_config": {"max_attempts": 1}}));
    account.patch(&format!("/webhooks/{}", id(&one)), json!({"retry_config": {"backoff_seconds": [0]}})).ok(200);
    let event = account.event("order.created", json!({"n": 1}));
    let lines = until("three lines are logged", || {
        let list = get(&account, "/webhook-logs").ok(200)["data"].as_array().unwrap().clone();
        Some(list).filter(|list| list.len() == 3)
    });
    let deliveries = account.deliveries(&event);
    assert!(lines.iter().all(|line| line["event_id"] == event.as_str() && line["event_type"] == "order.created"));
    for hook in [&one, &two] {
        let delivery = deliveries.iter().find(|d| d["webhook_id"] == hook["id"]).expect("a delivery");
        let attempts = account.delivery(id(delivery))["attempts"].as_array().unwrap().clone();
        let query = format!("/webhook-logs?webhook_id={}", id(hook));
        let mut logged = get(&account, &query).ok(200)["data"].as_array().unwrap().clone();
        logged.reverse();
        assert_eq!(logged.len(), attempts.len());
        for (line, attempt) in logged.iter().zip(&attempts) {
            let shown = get(&account, &format!("/webhook-logs/{}", id(line))).ok(200);
            for (face, native) in [
                ("status_code", "response_status"),
                ("duration_ms", "latency_ms"),
                ("error", "error"),
                ("response_body", "response_body"),
                ("attempt", "n"),
            ] {
                assert_eq!(shown[face], attempt[native], "{face}");
            }
        }
        let last = get(&account, &format!("/webhook-logs/{}", id(logged.last().unwrap()))).ok(200);
        assert_eq!(last["request_headers"], delivery["request_headers"]);
        assert_eq!(last["request_body"], delivery["request_body"]);
        assert!(!text(&last, "signature").is_empty());
    }
}
