//! What users may ask of their own data: a copy, a rest from processing, deletion.

mod copy;
mod erasure;
mod held;
mod rest;

use crate::support::{Account, Daemon, PASSWORD, Receiver, in_millis};
use serde_json::{Value, json};

/// Has the processing of an account's data rest.
#[track_caller]
fn restrict(account: &Account) -> Value {
    let answer = account.user().post("/me/restrict", json!({"password": PASSWORD})).ok(200);
    assert_eq!(answer["status"], "restricted");
    answer
}

#[track_caller]
fn lift(account: &Account) {
    assert_eq!(account.user().delete("/me/restrict").ok(200), json!({"status": "active"}));
}

/// The actions of the own entries that begin so, oldest first.
fn entries(account: &Account, start: &str) -> Vec<String> {
    let copy = account.user().get("/me/data").ok(200);
    let entries = copy["data"]["audit_entries"].as_array().unwrap().iter().rev();
    let actions = entries.map(|entry| entry["action"].as_str().unwrap().to_owned());
    actions.filter(|action| action.starts_with(start)).collect()
}

/// Waits until an event of a neighbour that is due in so many milliseconds has arrived: by then,
/// what was due before would be on its way too.
#[track_caller]
fn meanwhile(daemon: &Daemon, receiver: &Receiver, ms: i64) {
    let other = daemon.register();
    other.webhook(&receiver.url("/meanwhile"), json!({}));
    let event = other.post("/events", json!({"topic": "t", "deliver_at": in_millis(ms)})).ok(202);
    assert_eq!(other.settled(event["id"].as_str().unwrap())["status"], "success");
}

/// Makes an account a member of the owner's project.
#[track_caller]
fn join(owner: &Account, guest: &Account, role: &str) {
    let path = format!("/projects/{}/members", owner.project_id);
    let place = owner.user().post(&path, json!({"email": guest.email, "role": role})).ok(201);
    guest.user().post(&format!("/invitations/{}/accept", place["id"].as_str().unwrap()), json!({})).ok(200);
}
