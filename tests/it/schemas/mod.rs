//! Event schemas: managing them, and what they mean for events.

mod drafts;
mod ingest;
mod manage;
mod validate;

use crate::support::Account;
use serde_json::{Value, json};

/// Creates a schema and returns its `data`.
#[track_caller]
fn schema(account: &Account, topic: &str, schema: Value) -> Value {
    account.post("/event-schemas", json!({"topic": topic, "schema": schema})).ok(201)["data"].clone()
}

/// The path of a schema.
fn path(schema: &Value) -> String {
    format!("/event-schemas/{}", schema["id"].as_str().expect("an id"))
}

/// The versions of the active schemas of a topic, newest schema first.
#[track_caller]
fn versions(account: &Account, topic: &str) -> Vec<i64> {
    let list = account.get(&format!("/event-schemas?topic={topic}")).ok(200);
    list["data"].as_array().expect("a list").iter().map(|row| row["version"].as_i64().expect("a number")).collect()
}
