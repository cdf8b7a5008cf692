//! Where an event stands: it follows from its deliveries at once, also over kills and replays.

use super::{Hub, fails, globex};
use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::{Value, json};

fn counts(hub: &Hub) -> Vec<(String, u64)> {
    let states = ["pending", "processing", "processed", "retrying", "failed"];
    let count = |state: &str| hub.get(&format!("/events?status={state}"))["meta"]["total"].as_u64().unwrap();
    states.iter().map(|state| (state.to_string(), count(state))).filter(|(_, n)| *n > 0).collect()
}

#[test]
fn the_state_follows_the_deliveries() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    let retries = json!({"backoff_seconds": [600]});
    account.webhook(&receiver.url("/t"), json!({"topics": ["globex.t"], "retry_config": retries}));
    let nobody = hub.globex(&globex("0", "nobody"));
    assert_eq!(hub.state(&nobody), "processed");
    receiver.script("/t", [200, 500, 404, 200].map(Answer::status));
    let good = hub.globex(&globex("1", "t"));
    hub.reaches(&good, "processed");
    let again = hub.globex(&globex("2", "t"));
    hub.reaches(&again, "retrying");
    let dead = hub.globex(&globex("3", "t"));
    hub.reaches(&dead, "failed");
    let some = |state: &str, n| (state.to_owned(), n);
    assert_eq!(counts(&hub), [some("processed", 2), some("retrying", 1), some("failed", 1)]);
    receiver.hold("/t");
    let flying = hub.globex(&globex("4", "t"));
    hub.reaches(&flying, "processing");
    receiver.release("/t");
    hub.reaches(&flying, "processed");
    // By hand it goes on, and so does the state.
    let letter = account.dead_letters()[0]["id"].as_str().unwrap().to_owned();
    account.post(&format!("/dead-letters/{letter}/retry"), json!({})).ok(200);
    hub.reaches(&dead, "processed");
    assert_eq!(counts(&hub), [some("processed", 4), some("retrying", 1)]);
    let sorted = hub.get("/events?sortBy=status&sortOrder=desc");
    assert_eq!(sorted["data"][0]["id"], again.as_str());
}

#[test]
fn a_replay_is_stored_with_who_asked_and_why() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    receiver.script("/in", [404, 200].map(Answer::status));
    account.webhook(&receiver.url("/in"), json!({"topics": ["globex.*"]}));
    let event = hub.globex(&globex("1", "t"));
    hub.globex(&globex("2", "t"));
    hub.reaches(&event, "failed");
    let ask = |body: Value| hub.call("POST", &format!("/events/{event}/replay")).json(body).send();
    for (bad, field) in [
        (json!({}), "requestedBy"),
        (json!({"requestedBy": "ana"}), "reason"),
        (json!({"requestedBy": 5, "reason": "x"}), "requestedBy"),
        (json!({"requestedBy": "ana", "reason": "x".repeat(256)}), "reason"),
    ] {
        let error = fails(&ask(bad), 400, "VALIDATION_ERROR");
        assert!(error["details"][field].is_array(), "{error}");
    }
    let answer = ask(json!({"requestedBy": "ana", "reason": "the receiver was down"})).ok(202);
    assert_eq!(answer["data"]["eventId"], event.as_str());
    let replay = answer["data"]["replayRequestId"].as_str().unwrap().to_owned();
    assert!(replay.starts_with("rpl_"), "{replay}");
    hub.reaches(&event, "processed");
    assert_eq!(receiver.hits("/in").len(), 3, "that event alone");
    let told = |action: &str| hub.get(&format!("/audit-entries?entityId={replay}&action={action}"));
    until("it is dispatched", || (told("replay.dispatched")["meta"]["total"] == 1).then_some(()));
    for action in ["replay.requested", "replay.dispatched"] {
        let entry = &told(action)["data"][0];
        let metadata = &entry["metadata"];
        assert_eq!((&metadata["requested_by"], &metadata["reason"]), (&json!("ana"), &json!("the receiver was down")));
        assert_eq!(entry["entityType"], "replay");
    }
    // Natively it is a replay like others.
    let native = account.get("/replays").ok(200);
    assert_eq!(native["replays"][0]["id"].as_str().unwrap().replace('-', ""), replay[4..]);
}

#[test]
fn nothing_is_lost_or_counted_twice_by_a_kill() {
    let (mut daemon, receiver) = (Daemon::start(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    let source = hub.source("globex", "token");
    account.webhook(&receiver.url("/in"), json!({"topics": ["globex.*"]}));
    receiver.hold("/in");
    let events: Vec<_> = (0..5).map(|n| hub.globex(&globex(&n.to_string(), "t"))).collect();
    until("an attempt is under way", || (!receiver.hits("/in").is_empty()).then_some(()));
    daemon.kill9();
    receiver.release("/in");
    daemon.restart();
    for event in &events {
        hub.reaches(event, "processed");
    }
    assert_eq!(counts(&hub), [("processed".to_owned(), 5)]);
    assert_eq!(account.get(&format!("/sources/{source}")).ok(200)["received"], 5);
    let again = hub.provide("globex", &[("X-Globex-Token", "token")], &globex("3", "t").to_string()).ok(200);
    assert_eq!(again["data"], json!({"eventId": events[3], "status": "processed", "duplicate": true}));
}

#[test]
fn what_is_purged_is_listed_no_more() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("globex", "token");
    account.webhook(&receiver.url("/in"), json!({"topics": ["globex.old"]}));
    let old = hub.globex(&globex("1", "old"));
    let kept = hub.globex(&globex("2", "new"));
    hub.reaches(&old, "processed");
    let purge = json!({"type": "events", "older_than": "0d", "topic": "globex.old"});
    let purged = account.user().post("/purge", purge);
    assert!(purged.status < 300, "{}", purged.text);
    until("it is gone", || (hub.get("/events")["meta"]["total"] == 1).then_some(()));
    assert_eq!(hub.get("/events")["data"][0]["id"], kept.as_str());
    assert_eq!(hub.get("/deliveries")["meta"]["total"], 0);
    fails(&hub.call("GET", &format!("/events/{old}")).send(), 404, "NOT_FOUND");
}
