//! Scheduled jobs: how clients spell them, their events and requests, their times, and what a
//! kill leaves of them.

mod post;
mod recovery;
mod spelling;
mod time;

use crate::support::{Account, Daemon, until};
use rusqlite::{Connection, Params};
use serde_json::{Value, json};

/// Changes the database of a server that does not run.
fn sql(daemon: &Daemon, sql: &str, params: impl Params) -> usize {
    let database = Connection::open(daemon.data_dir().join("jobcelis.db")).expect("the database opens");
    database.execute(sql, params).expect("the statement runs")
}

/// Microseconds since the epoch, so many milliseconds from now.
fn micros(ms: i64) -> i64 {
    chrono::Utc::now().timestamp_micros() + ms * 1000
}

/// Makes all active jobs of a stopped server due, so many milliseconds from now.
fn move_to(daemon: &Daemon, ms: i64) -> i64 {
    let at = micros(ms);
    sql(daemon, "UPDATE jobs SET next_run_at = ?1 WHERE status = 0", [at]);
    at
}

/// Creates a job and returns the path of it.
#[track_caller]
fn job(account: &Account, body: Value) -> String {
    format!("/jobs/{}", account.post("/jobs", body).ok(201)["id"].as_str().expect("an id"))
}

/// The runs of a job, newest first.
#[track_caller]
fn runs(account: &Account, path: &str) -> Vec<Value> {
    account.get(&format!("{path}/runs?limit=100")).ok(200)["runs"].as_array().expect("a list").clone()
}

/// Waits until a job has so many runs that are over.
#[track_caller]
fn finished(account: &Account, path: &str, count: usize) -> Vec<Value> {
    until(&format!("{path} has {count} finished runs"), || {
        let runs = runs(account, path);
        let over = runs.iter().filter(|run| run["status"] != json!("running")).count();
        (over >= count).then_some(runs)
    })
}

/// Topics of all events, oldest first.
#[track_caller]
fn topics(account: &Account) -> Vec<Value> {
    let list = account.get("/events?limit=200").ok(200);
    list["events"].as_array().expect("a list").iter().rev().map(|event| event["topic"].clone()).collect()
}

fn time(value: &Value) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339(value.as_str().expect("a time")).expect("RFC 3339")
}
