//! Replays: asking for them, which events they choose, what they make, and how they end.

mod manage;
mod recovery;
mod run;
mod selection;

use crate::support::{Account, until};
use serde_json::{Value, json};

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
