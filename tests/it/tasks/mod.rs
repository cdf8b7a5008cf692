//! One-off tasks: what runs, what is retried, how they are told to those who asked, what a kill
//! leaves of them, and the face for background jobs.

mod callback;
mod cli;
mod email;
mod face;
mod keys;
mod native;
mod recovery;
mod worker;

use crate::support::{Account, Daemon, until};
use serde_json::{Value, json};

/// Creates a task and returns the path of it.
#[track_caller]
fn task(account: &Account, body: Value) -> String {
    format!("/tasks/{}", account.post("/tasks", body).ok(201)["id"].as_str().expect("an id"))
}

/// Waits until a task is in one of these states.
#[track_caller]
fn in_state(account: &Account, path: &str, states: &[&str]) -> Value {
    until(&format!("{path} is {states:?}"), || {
        let task = account.get(path).ok(200);
        states.contains(&task["status"].as_str().expect("a status")).then_some(task)
    })
}

/// Waits until a task has ended, and its callback with it.
#[track_caller]
fn ended(account: &Account, path: &str) -> Value {
    until(&format!("{path} has ended"), || {
        let task = in_state(account, path, &["succeeded", "fatal", "cancelled"]);
        (task["callback_status"] != json!("pending")).then_some(task)
    })
}

/// Has all waits pass: stops the server, makes due what waits, and starts it again.
fn pass_waits(daemon: &mut Daemon) {
    daemon.stop();
    daemon.database().execute("UPDATE tasks SET due_at = 1 WHERE due_at IS NOT NULL", []).expect("it runs");
    daemon.restart();
}

/// The names of the members of an object, sorted.
fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn time(value: &Value) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339(value.as_str().expect("a time")).expect("RFC 3339")
}
