//! Several API keys of one project.

mod audit;
mod basic;
mod cli;
mod grants;
mod manage;
mod reveal;

use crate::support::{Account, Api};
use serde_json::{Value, json};

/// A new key of these fields: its object, with the secret.
#[track_caller]
fn key(account: &Account, fields: Value) -> Value {
    account.user().post("/api-keys", fields).ok(201)
}

/// The caller with a key that was just shown.
fn holder(account: &Account, key: &Value) -> Api {
    account.with(key["secret"].as_str().unwrap())
}

/// The path of a key, with what follows it.
fn at(key: &Value, rest: &str) -> String {
    format!("/api-keys/{}{rest}", key["id"].as_str().unwrap())
}

/// The key as it is listed: without the secret.
fn listed(mut key: Value) -> Value {
    key.as_object_mut().unwrap().remove("secret");
    key
}

fn reader() -> Value {
    json!({"description": "Reader", "scopes": ["events:read"]})
}
