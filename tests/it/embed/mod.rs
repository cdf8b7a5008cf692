//! Embed tokens and the portal they open; the widget itself is tried in a browser by `tests/widget`.

mod cli;
mod limits;
mod portal;
mod script;
mod tenants;
mod tokens;

use crate::support::{Account, Api};
use serde_json::{Value, json};

const SCOPES: [&str; 4] = ["webhooks:read", "webhooks:write", "deliveries:read", "deliveries:retry"];

/// A new token of these fields.
#[track_caller]
fn token(account: &Account, fields: Value) -> Value {
    account.post("/embed/tokens", fields).ok(201)
}

/// The holder of a new token of these fields.
#[track_caller]
fn visitor(account: &Account, fields: Value) -> Api {
    account.with(token(account, fields)["token"].as_str().unwrap())
}

/// A webhook made by a visitor: its id.
#[track_caller]
fn hook(visitor: &Api, url: &str) -> String {
    visitor.post("/embed/webhooks", json!({ "url": url })).ok(201)["data"]["id"].as_str().unwrap().to_owned()
}

/// The ids in a list.
#[track_caller]
fn ids(api: &Api, path: &str) -> Vec<String> {
    let list = api.get(path).ok(200);
    list["data"].as_array().expect("a list").iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}
