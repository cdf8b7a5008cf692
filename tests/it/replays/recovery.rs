//! Kills and stops in the middle of replays: none of their events is left out, none comes twice.

use super::{Stuck, deliveries, events, reached, replay, send, shown};
use crate::support::{Account, Daemon, Receiver, until};
use serde_json::{Value, json};
use std::collections::HashSet;

fn created(account: &Account, replay: &Value) -> u64 {
    shown(account, replay)["deliveries_created"].as_u64().unwrap()
}

#[test]
fn a_kill_in_the_middle_costs_nothing() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    let ids = send(&account, "t", 4000);
    // A dropped connection counts as a failure, so failures must neither wait nor open the circuit.
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 20}}));
    let made = replay(&account, json!({}));
    for share in 1..=3 {
        receiver.wait_for("/in", share * 700);
        daemon.kill9();
        daemon.restart();
    }
    let done = reached(&account, &made, "completed");
    for name in ["total_events", "processed_events", "deliveries_created"] {
        assert_eq!(done[name], 4000, "{name}");
    }
    assert_eq!(events(&account, &done), ids, "one delivery of each, oldest first");
    until("all have arrived", || {
        let arrived: HashSet<_> =
            receiver.hits("/in").iter().map(|h| h.header("x-event-id").unwrap().to_owned()).collect();
        (arrived.len() == 4000).then_some(())
    });
    until("all are settled", || deliveries(&account, &done).iter().all(|d| d["status"] == "success").then_some(()));
}

#[test]
fn a_stop_is_no_end() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    send(&account, "t", 1500);
    let hook = account.webhook_id(&receiver.url("/in"), json!({"rate_limit": {"max_per_minute": 1}}));
    let made = replay(&account, json!({}));
    // Each delivery that arrives makes room for one more.
    until("there is no room", || (created(&account, &made) >= 1000).then_some(()));
    daemon.stop();
    daemon.restart();
    let (now, arrived) = (created(&account, &made), receiver.hits("/in").len());
    assert!((1000..=1002).contains(&now) && arrived <= 2, "{now} made, {arrived} arrived");
    // What waits for the limit of the webhook ends with it, and the rest has nowhere to go.
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    assert_eq!(reached(&account, &made, "completed")["processed_events"], 1500);
}

#[test]
fn a_cancellation_survives_a_kill() {
    let mut daemon = Daemon::start();
    let stuck = Stuck::start(&daemon, json!({"rate_limit": {"max_concurrent": 1}}), |_| json!({}));
    stuck.account.delete(&stuck.path()).ok(200);
    let Stuck { account, receiver, made, .. } = stuck;
    daemon.kill9();
    receiver.release("/in");
    daemon.restart();
    account.settled(&account.event("live", json!({})));
    assert!(receiver.hits("/in").len() <= 2, "the one in flight, and the live one");
    assert!(deliveries(&account, &made).iter().all(|d| d["error"] == "Replay cancelled"));
}

#[test]
fn a_deleted_project_replays_nothing() {
    let mut daemon = Daemon::start();
    let config = json!({"rate_limit": {"max_concurrent": 1}});
    let Stuck { account, receiver, .. } = Stuck::start(&daemon, config, |_| json!({}));
    account.user().delete(&format!("/projects/{}", account.project_id)).ok(200);
    receiver.release("/in");
    daemon.stop();
    daemon.restart();
    let other = daemon.register();
    other.webhook(&receiver.url("/other"), json!({}));
    other.settled(&other.event("t", json!({})));
    assert_eq!(receiver.hits("/in").len(), 1);
}
