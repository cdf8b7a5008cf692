//! What arrives when something happens, and how often.

use super::{PATH, listen};
use crate::support::{Account, Answer, Daemon, Receiver, until};
use serde_json::{Value, json};

/// The alerts that arrived, by their kind.
fn told(receiver: &Receiver, kind: &str) -> Vec<Value> {
    let hits = receiver.hits("/alerts").into_iter().map(|hit| hit.json());
    hits.filter(|body| body["event_type"] == kind).map(|body| body["payload"].clone()).collect()
}

#[track_caller]
fn one(receiver: &Receiver, kind: &str) -> Value {
    until(&format!("{kind} is told"), || told(receiver, kind).into_iter().next())
}

/// What the user was told in the application, by its kind.
fn notices(account: &Account, kind: &str) -> Vec<Value> {
    let list = account.user().get("/me/notifications?limit=100").ok(200)["data"].clone();
    list.as_array().unwrap().iter().filter(|notice| notice["type"] == kind).cloned().collect()
}

#[test]
fn a_webhook_from_failing_to_well() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    listen(&account, &receiver.url("/alerts"), &[]);
    receiver.script("/in", [Answer::status(500)]);
    let url = receiver.url("/in");
    let hook = account.webhook_id(&url, json!({"retry_config": {"max_attempts": 1}}));
    let mut first = String::new();
    for n in 0..5 {
        let event = account.event("t", json!({}));
        account.settled(&event);
        if n == 0 {
            first = event;
        }
    }
    let failing = one(&receiver, "webhook_failing");
    assert_eq!((&failing["webhook_id"], &failing["webhook_url"]), (&json!(hook), &json!(url)));
    assert_eq!(failing["consecutive_failures"], 3);
    assert!(failing["message"].is_string());
    let open = one(&receiver, "circuit_open");
    assert_eq!((&open["webhook_id"], &open["webhook_url"]), (&json!(hook), &json!(url)));
    let dead = one(&receiver, "dlq_entry");
    assert_eq!((&dead["webhook_url"], &dead["event_id"]), (&json!(url), &json!(first)));
    account.get(&format!("/dead-letters/{}", dead["dead_letter_id"].as_str().unwrap())).ok(200);
    assert_eq!(told(&receiver, "dlq_entry").len(), 1, "the others of the same webhook are held back");

    // A manual retry is the probe that closes the circuit.
    receiver.script("/in", [Answer::status(200)]);
    let delivery = account.deliveries(&first)[0]["id"].as_str().unwrap().to_owned();
    account.post(&format!("/deliveries/{delivery}/retry"), json!({})).ok(200);
    one(&receiver, "circuit_closed");
    for kind in ["webhook_failing", "circuit_open", "dlq_entry", "circuit_closed"] {
        let notices = notices(&account, kind);
        assert_eq!(notices.len(), 1, "{kind}: {notices:?}");
        assert_eq!(notices[0]["project_id"], account.project_id.as_str());
        assert!(notices[0]["metadata"]["webhook_url"].is_string() && notices[0]["message"].is_string());
    }
    let channel = until("the result is noted", || {
        let channel = account.get(PATH).ok(200)["data"]["channels"]["meta_webhook"].clone();
        (channel["last_status"] == "ok").then_some(channel)
    });
    assert!(channel["last_sent_at"].is_string() && channel["last_error"].is_null());
}

#[test]
fn jobs_and_replays() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    listen(&account, &receiver.url("/alerts"), &["job_failed", "replay_completed"]);
    receiver.script("/job", [Answer::status(500)]);
    let job = account.post("/jobs", json!({"name": "nightly", "url": receiver.url("/job")})).ok(201);
    let job = job["id"].as_str().unwrap().to_owned();
    account.post(&format!("/jobs/{job}/run"), json!({}));
    let failed = one(&receiver, "job_failed");
    assert_eq!((&failed["job_name"], &failed["job_id"]), (&json!("nightly"), &json!(job)));
    account.event("again", json!({}));
    let replay = account.post("/replays", json!({"topic": "again"})).ok(201)["id"].clone();
    let done = one(&receiver, "replay_completed");
    assert_eq!((&done["event_count"], &done["replay_id"]), (&json!(1), &replay));
    assert_eq!((notices(&account, "job_failed").len(), notices(&account, "replay_completed").len()), (1, 1));
    assert!(told(&receiver, "dlq_entry").is_empty());
}

#[test]
fn nobody_listens() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/in", [Answer::status(404)]);
    account.webhook(&receiver.url("/in"), json!({}));
    account.settled(&account.event("t", json!({})));
    until("the owner is told", || (notices(&account, "dlq_entry").len() == 1).then_some(()));
    let viewer = notices(&daemon.register(), "dlq_entry");
    assert!(viewer.is_empty(), "nobody else is");
}

#[test]
fn what_does_not_arrive_waits() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    listen(&account, &receiver.url("/alerts"), &["dlq_entry"]);
    receiver.script("/alerts", [Answer::status(503), Answer::status(200)]);
    receiver.script("/in", [Answer::status(404)]);
    account.webhook(&receiver.url("/in"), json!({}));
    account.settled(&account.event("t", json!({})));
    let first = receiver.wait_for("/alerts", 1)[0].clone();
    let waiting = "SELECT COUNT(*) FROM alerts WHERE attempts = 1";
    until("it is due again", || {
        let count: i64 = daemon.database().query_row(waiting, [], |row| row.get(0)).unwrap();
        (count == 1).then_some(())
    });
    daemon.kill9();
    daemon.restart();
    let second = receiver.wait_for("/alerts", 2)[1].clone();
    assert_eq!(first.body, second.body);
    assert_eq!(first.header("x-jobcelis-alert-id"), second.header("x-jobcelis-alert-id"));
    assert!(second.at.duration_since(first.at).as_secs() >= 9);
}
