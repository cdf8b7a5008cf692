//! Channels on the command line.

use super::MASKED;
use crate::support::{Account, Daemon, Output, Receiver};
use serde_json::{Value, json};

fn run(account: &Account, args: &[&str]) -> Output {
    account.cli([&["channels"], args].concat()).run()
}

#[track_caller]
fn json_of(account: &Account, args: &[&str]) -> Value {
    run(account, args).json()
}

#[test]
fn from_beginning_to_end() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let url = receiver.url("/alerts");
    let set = json_of(&account, &["set", "webhook", &url, "--secret", "s", "--events", "job_failed,dlq_entry"]);
    assert_eq!(set["data"]["meta_webhook_url"], url.as_str());
    assert_eq!(set["data"]["event_types"], json!(["dlq_entry", "job_failed"]));
    assert_eq!(json_of(&account, &["test"])["status"], "sent");
    json_of(&account, &["set", "email", "ops@shop.test"]);
    let output = run(&account, &["test"]);
    assert_eq!(output.code, Some(1), "one did not arrive: {}", output.stderr);
    assert_eq!(json_of(&account, &["test", "webhook"])["status"], "sent");
    let off = json_of(&account, &["set", "webhook", "--disable", "--events", ""]);
    assert_eq!((&off["data"]["meta_webhook_enabled"], &off["data"]["meta_webhook_url"]), (&json!(false), &json!(url)));
    json_of(&account, &["unset", "webhook"]);
    let config = json!({"slack_enabled": true, "slack_webhook_url": super::SLACK}).to_string();
    json_of(&account, &["upsert", "--config", &config]);
    let shown = json_of(&account, &["show"]);
    assert_eq!((&shown["data"]["slack_webhook_url"], &shown["data"]["email_address"]), (&json!(MASKED), &Value::Null));
    assert_eq!(run(&account, &["delete"]).code, Some(0));
    assert_eq!(json_of(&account, &["show"]), json!({"data": null}));
}
