//! The face portal: what whoever integrates a project sees and sets up.

mod catalogues;
mod check;
mod keys;
mod logs;
mod overview;
mod rights;
mod secrets;
mod story;
mod webhooks;

use crate::support::{Api, Call, Receiver, Reply};
use serde_json::{Value, json};

const BASE: &str = "/portal/api/v1";

/// A call to a path of the face.
fn call(api: &Api, method: &str, path: &str) -> Call {
    api.target(method, &format!("{BASE}{path}"))
}

fn get(api: &Api, path: &str) -> Reply {
    call(api, "GET", path).send()
}

fn send(api: &Api, method: &str, path: &str, body: Value) -> Reply {
    call(api, method, path).json(body).send()
}

/// A webhook of the face: its object, with both secrets.
#[track_caller]
fn hook(api: &Api, receiver: &Receiver, path: &str, types: Value) -> Value {
    let body = json!({"description": "Payroll", "url": receiver.url(path), "event_types": types});
    send(api, "POST", "/webhooks", body).ok(201)
}

fn id(of: &Value) -> &str {
    of["id"].as_str().expect("an id")
}

fn text<'v>(of: &'v Value, name: &str) -> &'v str {
    of[name].as_str().unwrap_or_else(|| panic!("no text {name} in {of}"))
}
