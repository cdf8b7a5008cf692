//! Notification channels, black box: setting them, trying them, and what arrives when something
//! happens.

mod alerts;
mod cli;
mod manage;
mod test_call;

use crate::support::{Account, Reply};
use serde_json::{Value, json};

const PATH: &str = "/notification-channels";
const SLACK: &str = "https://hooks.slack.com/services/T/B/x";
const MASKED: &str = "https://hooks.slack.com/••••••";

fn put(account: &Account, body: Value) -> Reply {
    account.call("PUT", PATH).json(body).send()
}

/// Alerts go to that URL, signed with `key`.
#[track_caller]
fn listen(account: &Account, url: &str, events: &[&str]) {
    let config = json!({"url": url, "secret": "key"});
    put(account, json!({"channel": "webhook", "config": config, "events": events})).ok(200);
}
