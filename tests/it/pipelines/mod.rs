//! Pipelines: managing them, what steps make of payloads, and their part in routing.

mod delay;
mod deliver;
mod manage;
mod routing;
mod trial;

use crate::support::Account;
use serde_json::{Value, json};

/// Creates a pipeline of these fields and returns its id.
#[track_caller]
fn pipeline(account: &Account, fields: Value) -> String {
    let mut body = json!({"name": "p"});
    body.as_object_mut().unwrap().extend(fields.as_object().expect("an object of fields").clone());
    account.post("/pipelines", body).ok(201)["id"].as_str().unwrap().to_owned()
}

/// A step that lets events with more than this amount pass.
fn over(amount: u32) -> Value {
    json!({"type": "filter", "config": {"field": "amount", "operator": "gt", "value": amount}})
}
