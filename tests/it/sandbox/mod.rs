//! The sandbox: its endpoints, what they keep of whatever is sent to them, and deliveries to them.

mod capture;
mod cli;
mod deliver;
mod end;
mod manage;

use crate::support::Account;
use serde_json::{Value, json};

/// A new endpoint of these fields.
#[track_caller]
fn endpoint(account: &Account, fields: Value) -> Value {
    account.post("/sandbox-endpoints", fields).ok(201)
}

/// A new endpoint: its id and its path.
#[track_caller]
fn place(account: &Account) -> (String, String) {
    let made = endpoint(account, json!({}));
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("id"), text("url"))
}

/// What an endpoint has kept, newest first.
#[track_caller]
fn kept(account: &Account, id: &str) -> Vec<Value> {
    let list = account.get(&format!("/sandbox-endpoints/{id}/requests")).ok(200);
    list["data"].as_array().expect("a list").clone()
}
