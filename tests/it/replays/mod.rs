//! Replays: asking for them, which events they choose, what they make, and how they end.

mod manage;
mod recovery;
mod run;
mod selection;

use crate::support::{Account, Daemon, Receiver, until};
use serde_json::{Value, json};

/// A replay of more events than may be on their way, whose receiver answers none of them.
struct Stuck {
    account: Account,
    receiver: Receiver,
    /// Of the events, oldest first.
    ids: Vec<String>,
    hook: String,
    made: Value,
}

impl Stuck {
    /// Of 1600 events to a webhook of this configuration; `filters` are made of its id.
    #[track_caller]
    fn start(daemon: &Daemon, config: Value, filters: impl FnOnce(&str) -> Value) -> Stuck {
        let (account, receiver) = (daemon.register(), Receiver::start());
        let ids = send(&account, "t", 1600);
        receiver.hold("/in");
        let hook = account.webhook_id(&receiver.url("/in"), config);
        let made = replay(&account, filters(&hook));
        until("a thousand are made", || (shown(&account, &made)["deliveries_created"] == 1000).then_some(()));
        Stuck { account, receiver, ids, hook, made }
    }

    fn path(&self) -> String {
        format!("/replays/{}", self.made["id"].as_str().unwrap())
    }
}

/// A replay as it is now.
#[track_caller]
fn shown(account: &Account, replay: &Value) -> Value {
    account.get(&format!("/replays/{}", replay["id"].as_str().unwrap())).ok(200)
}

/// Starts a replay.
#[track_caller]
fn replay(account: &Account, filters: Value) -> Value {
    account.post("/replays", filters).ok(201)
}

/// Waits until a replay has this status.
#[track_caller]
fn reached(account: &Account, replay: &Value, status: &str) -> Value {
    let path = format!("/replays/{}", replay["id"].as_str().unwrap());
    until(&format!("the replay is {status}"), || {
        let shown = account.get(&path).ok(200);
        let over = ["completed", "failed", "cancelled"].contains(&shown["status"].as_str().unwrap());
        assert!(!over || shown["status"] == status, "it ended otherwise: {shown}");
        (shown["status"] == status).then_some(shown)
    })
}

/// Starts a replay and waits for its end.
#[track_caller]
fn completed(account: &Account, filters: Value) -> Value {
    reached(account, &replay(account, filters), "completed")
}

/// Every delivery of a replay, newest first.
#[track_caller]
fn deliveries(account: &Account, replay: &Value) -> Vec<Value> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/deliveries?replay_id={}&limit=200{cursor}", replay["id"].as_str().unwrap());
        let page = account.get(&path).ok(200);
        all.extend(page["deliveries"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

/// The events that a replay made deliveries of, in the order in which it did.
fn events(account: &Account, replay: &Value) -> Vec<String> {
    let ids = deliveries(account, replay).into_iter().map(|d| d["event_id"].as_str().unwrap().to_owned());
    ids.rev().collect()
}

/// Sends that many events of a topic and returns their ids.
#[track_caller]
fn send(account: &Account, topic: &str, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for start in (0..count).step_by(1000) {
        let events: Vec<_> = (start..count.min(start + 1000)).map(|n| json!({"topic": topic, "n": n})).collect();
        let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
        ids.extend(answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()));
    }
    ids
}
