//! How replays run beside live traffic, and how they end.

use super::{Stuck, deliveries, events, reached, replay, send, shown};
use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn a_thousand_are_on_their_way_at_most() {
    let daemon = Daemon::shared();
    let Stuck { account, receiver, ids, made, .. } = Stuck::start(&daemon, json!({}), |_| json!({}));
    receiver.wait_for("/in", 16);
    let waiting = shown(&account, &made);
    assert_eq!((&waiting["status"], &waiting["processed_events"]), (&json!("running"), &json!(1000)));
    assert!(waiting["started_at"].is_string() && waiting["completed_at"].is_null());
    receiver.release("/in");
    let done = reached(&account, &made, "completed");
    assert_eq!((&done["processed_events"], &done["deliveries_created"]), (&json!(1600), &json!(1600)));
    assert_eq!(events(&account, &done), ids, "each once, oldest first");
    receiver.wait_for("/in", 1600);
}

#[test]
fn live_events_go_first() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    send(&account, "old", 400);
    receiver.script("/in", [Answer::status(200).after(Duration::from_millis(10))]);
    account.webhook(&receiver.url("/in"), json!({"rate_limit": {"max_concurrent": 1}}));
    let made = replay(&account, json!({}));
    receiver.wait_for("/in", 5);
    for round in 0..3 {
        let before = receiver.hits("/in").len();
        let live = account.event("live", json!({ "round": round }));
        account.settled(&live);
        let overtaken =
            receiver.hits("/in").iter().skip(before).take_while(|h| h.header("x-event-id") != Some(&live)).count();
        // Those of the time that the request itself took.
        assert!(overtaken <= 20, "{overtaken} of the replay went first");
    }
    assert!(receiver.hits("/in").len() < 403, "the replay was over too soon to tell");
    reached(&account, &made, "completed");
}

#[test]
fn cancelling() {
    let daemon = Daemon::shared();
    let stuck = Stuck::start(&daemon, json!({"rate_limit": {"max_concurrent": 4}}), |_| json!({}));
    let path = stuck.path();
    let Stuck { account, receiver, made, .. } = stuck;
    receiver.wait_for("/in", 4);
    let cancelled = account.delete(&path).ok(200);
    assert_eq!((&cancelled["status"], &cancelled["id"]), (&json!("cancelled"), &made["id"]));
    assert!(cancelled["completed_at"].is_string());
    account.delete(&path).fails(409, "Replay already finished");
    let ended = deliveries(&account, &made);
    assert_eq!(ended.len(), 1000);
    assert!(
        ended
            .iter()
            .all(|d| d["status"] == "failed" && d["error"] == "Replay cancelled" && d["next_retry_at"].is_null())
    );
    receiver.release("/in");
    // Live events go on, and nothing of the replay comes after them.
    let live = account.event("live", json!({}));
    account.settled(&live);
    assert_eq!(receiver.hits("/in").len(), 5);
    assert_eq!(account.dead_letters(), Vec::<Value>::new());
    assert_eq!(shown(&account, &made), cancelled);
    let log = account.user().get("/audit-log?action=replay.*").ok(200);
    let actions: Vec<_> = log["data"].as_array().unwrap().iter().map(|e| e["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["replay.cancelled", "replay.started"]);
}

#[test]
fn what_was_attempted_already_goes_on_after_a_cancellation() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let ids = send(&account, "t", 2);
    receiver.script("/in", [Answer::status(500), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [1]}, "topics": ["t"]}));
    // These keep the replay from its end.
    send(&account, "u", 1100);
    receiver.hold("/slow");
    account.webhook(&receiver.url("/slow"), json!({"topics": ["u"]}));
    let made = replay(&account, json!({}));
    receiver.wait_for("/in", 2);
    let created = || shown(&account, &made)["deliveries_created"].as_u64();
    until("a thousand are made", || (created() >= Some(1000)).then_some(()));
    account.delete(&format!("/replays/{}", made["id"].as_str().unwrap())).ok(200);
    receiver.release("/slow");
    receiver.wait_for("/in", 3);
    for id in ids {
        let delivery = account.settled(&id);
        assert_eq!((&delivery["status"], &delivery["replay_id"]), (&json!("success"), &made["id"]));
    }
}

#[test]
fn it_fails_with_its_target() {
    let daemon = Daemon::shared();
    let stuck = Stuck::start(&daemon, json!({}), |hook| json!({"webhook_id": hook}));
    let path = stuck.path();
    let Stuck { account, receiver, hook, made, .. } = stuck;
    account.patch(&format!("/webhooks/{hook}"), json!({"active": false})).ok(200);
    let failed = reached(&account, &made, "failed");
    assert_eq!((&failed["error"], &failed["processed_events"]), (&json!("Webhook is inactive"), &json!(1000)));
    assert!(failed["completed_at"].is_string());
    account.delete(&path).fails(409, "Replay already finished");
    receiver.release("/in");
    let errors: Vec<_> = deliveries(&account, &made).iter().map(|d| d["error"].clone()).collect();
    assert!(errors.iter().all(|error| error == "Webhook inactive"));
}

#[test]
fn without_a_target_it_goes_on_when_a_webhook_leaves() {
    let daemon = Daemon::shared();
    let Stuck { account, receiver, hook, made, .. } = Stuck::start(&daemon, json!({}), |_| json!({}));
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    let done = reached(&account, &made, "completed");
    assert_eq!((&done["processed_events"], &done["deliveries_created"]), (&json!(1600), &json!(1000)));
    receiver.release("/in");
}

#[test]
fn a_deleted_event_is_passed_over() {
    let daemon = Daemon::shared();
    let Stuck { account, receiver, ids, made, .. } = Stuck::start(&daemon, json!({}), |_| json!({}));
    account.delete(&format!("/events/{}", ids[1500])).ok(200);
    receiver.release("/in");
    let done = reached(&account, &made, "completed");
    assert_eq!((&done["total_events"], &done["processed_events"]), (&json!(1600), &json!(1599)));
}

#[test]
fn a_failing_receiver_costs_retries_and_dead_letters_as_ever() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let ids = send(&account, "t", 2);
    receiver.script("/in", [Answer::status(500), Answer::status(404), Answer::status(200)]);
    account.webhook(
        &receiver.url("/in"),
        json!({"retry_config": {"backoff_seconds": [0]}, "rate_limit": {"max_concurrent": 1}}),
    );
    let done = super::completed(&account, json!({}));
    until("both are settled", || {
        let list = deliveries(&account, &done);
        list.iter().all(|d| d["next_retry_at"].is_null() && d["status"] != "pending").then_some(())
    });
    let letters = account.dead_letters();
    assert_eq!((letters.len(), &letters[0]["last_response_status"]), (1, &json!(404)));
    assert!(ids.iter().any(|id| letters[0]["event_id"] == *id));
    // One that is sent by hand is no longer part of the replay's end, and still of its list.
    account.post(&format!("/dead-letters/{}/retry", letters[0]["id"].as_str().unwrap()), json!({})).ok(200);
    receiver.wait_for("/in", 4);
    assert_eq!(deliveries(&account, &done).len(), 2);
}

#[test]
fn several_at_a_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    send(&account, "t", 300);
    receiver.hold("/stuck");
    let stuck = account.webhook_id(&receiver.url("/stuck"), json!({}));
    let fine = account.webhook_id(&receiver.url("/fine"), json!({}));
    let others = daemon.register();
    let many = send(&others, "t", 1200).len();
    others.webhook(&receiver.url("/stuck"), json!({}));
    // Those that cannot go on do not keep the last one waiting.
    let waiting: Vec<_> = (0..3).map(|_| replay(&others, json!({}))).collect();
    for one in &waiting {
        until("it has no room", || (shown(&others, one)["processed_events"] == 1000).then_some(()));
    }
    super::completed(&account, json!({"webhook_id": fine}));
    receiver.wait_for("/fine", 300);
    super::completed(&account, json!({"webhook_id": stuck}));
    receiver.release("/stuck");
    for one in &waiting {
        assert_eq!(reached(&others, one, "completed")["processed_events"], many);
    }
}
