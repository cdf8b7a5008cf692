//! The configuration: both shapes, what is shown of it, what is refused.

use super::{MASKED, PATH, SLACK, put};
use crate::support::{Daemon, until};
use serde_json::{Value, json};

#[test]
fn from_nothing_to_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(account.get(PATH).ok(200), json!({"data": null}));
    account.delete(PATH).fails(404, "No notification channel configured");
    let flat = json!({
        "email_enabled": true, "email_address": "ops@shop.test", "slack_enabled": true, "slack_webhook_url": SLACK,
        "meta_webhook_url": "https://shop.test/alerts", "meta_webhook_secret": "a-secret",
        "event_types": ["webhook_failing", "circuit_open"],
    });
    let made = put(&account, flat).ok(200);
    let data = &made["data"];
    for (name, value) in [
        ("project_id", json!(account.project_id)),
        ("email_enabled", json!(true)),
        ("email_address", json!("ops@shop.test")),
        ("slack_enabled", json!(true)),
        ("slack_webhook_url", json!(MASKED)),
        ("discord_enabled", json!(false)),
        ("discord_webhook_url", Value::Null),
        ("meta_webhook_enabled", json!(false)),
        ("meta_webhook_url", json!("https://shop.test/alerts")),
        ("meta_webhook_secret", json!("••••••")),
        ("event_types", json!(["webhook_failing", "circuit_open"])),
    ] {
        assert_eq!(data[name], value, "{name}");
    }
    let slack = json!({"enabled": true, "events": ["webhook_failing", "circuit_open"],
        "last_status": null, "last_error": null, "last_sent_at": null});
    assert_eq!(data["channels"]["slack"], slack);
    assert!(data["inserted_at"].is_string() && data["updated_at"].is_string());
    assert_eq!(account.get(PATH).ok(200), made);

    // What was read can be written back.
    let again = put(&account, data.clone()).ok(200);
    assert_eq!(again["data"]["id"], data["id"]);
    assert_eq!(again["data"]["channels"], data["channels"]);
    let one = put(&account, json!({"channel": "slack", "events": null})).ok(200);
    assert_eq!(one["data"]["slack_webhook_url"], MASKED);
    assert_eq!((&one["data"]["event_types"], &one["data"]["email_enabled"]), (&Value::Null, &json!(true)));

    let left = account.delete(&format!("{PATH}?channel=slack")).ok(200);
    assert_eq!((&left["data"]["slack_enabled"], &left["data"]["slack_webhook_url"]), (&json!(false), &Value::Null));
    assert_eq!(left["data"]["email_enabled"], true);
    account.delete(&format!("{PATH}?channel=slack")).fails(404, "No notification channel configured");
    account.delete(&format!("{PATH}?channel=pager")).invalid("channel");
    assert_eq!(account.delete(PATH).status, 204);
    assert_eq!(account.get(PATH).ok(200), json!({"data": null}));
}

#[test]
fn what_is_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (body, field, rule) in [
        (json!({"slack_enabled": true}), "slack_webhook_url", "can't be blank"),
        (json!({"email_enabled": true, "email_address": "nobody"}), "email_address", "must be an email address"),
        (json!({"channel": "discord"}), "discord_webhook_url", "can't be blank"),
        (json!({"event_types": ["nothing"]}), "event_types", "contains invalid event types"),
    ] {
        let reply = put(&account, body);
        reply.fails(422, &format!("{field} {rule}"));
        assert_eq!(reply.json["details"], json!({field: [rule]}));
    }
    put(&account, json!({"slack_webhook_url": "https://example.org/x"})).invalid("slack_webhook_url");
    put(&account, json!({"channel": "pager"})).invalid("channel");
    assert_eq!(account.get(PATH).ok(200), json!({"data": null}), "nothing of it is stored");
}

#[test]
fn values_are_sealed() {
    let daemon = Daemon::start();
    let account = daemon.register();
    let config = json!({"url": "https://where.test/alerts", "secret": "what-it-is-signed-with"});
    put(&account, json!({"channel": "webhook", "config": config})).ok(200);
    let db = daemon.database();
    let row = "SELECT value, secret FROM alert_channels";
    let (value, secret): (Vec<u8>, Vec<u8>) = db.query_row(row, [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
    assert!(!holds(&value, "where.test") && !holds(&secret, "signed"));
    // A deleted project has no channels that anything is sent to.
    let user = account.user();
    user.delete(&format!("/projects/{}", account.project_id)).ok(200);
    until("the key is dead", || (account.get(PATH).status != 200).then_some(()));
}
