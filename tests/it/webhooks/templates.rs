//! Templates are static, complete, and accepted as they stand.

use crate::support::{Daemon, Receiver};
use serde_json::json;

#[test]
fn the_list() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let list = account.get("/webhooks/templates").ok(200);
    assert_eq!(list["templates"], list["data"]);
    let templates = list["templates"].as_array().unwrap();
    for ((id, name, url), template) in [
        ("slack", "Slack Notification", "https://hooks.slack.com/services/..."),
        ("discord", "Discord", "https://discord.com/api/webhooks/..."),
        ("telegram", "Telegram Bot", "https://api.telegram.org/bot.../sendMessage"),
        ("email", "Email Alert", "https://api.example.com/email-hook"),
        ("generic", "Generic JSON", "https://your-endpoint.example/webhook"),
        ("custom", "Custom", "https://your-endpoint.example/webhook"),
    ]
    .into_iter()
    .zip(templates)
    {
        assert_eq!((&template["id"], &template["name"]), (&json!(id), &json!(name)));
        assert_eq!((&template["url"], &template["url_placeholder"]), (&json!(url), &json!(url)));
        assert!(template["description"].as_str().is_some_and(|d| !d.is_empty()));
        let headers =
            if ["email", "custom"].contains(&id) { json!({}) } else { json!({"Content-Type": "application/json"}) };
        assert_eq!(template["headers"], headers, "{id}");
        let topics = match id {
            "slack" => json!(["order.created", "payment.completed"]),
            "email" => json!(["user.signup"]),
            _ => json!([]),
        };
        assert_eq!(template["topics"], topics, "{id}");
    }
    assert_eq!(templates.len(), 6);
}

#[test]
fn each_can_be_used() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let list = account.get("/webhooks/templates").ok(200);
    for template in list["templates"].as_array().unwrap() {
        let path = format!("/{}", template["id"].as_str().unwrap());
        let fields = json!({"headers": template["headers"], "body_config": template["body_config"]});
        account.webhook(&receiver.url(&path), fields);
    }
    let event = account.event("order.created", json!({"order_id": "12345"}));
    let body = |path: &str| receiver.wait_for(path, 1).remove(0).json();
    assert_eq!(body("/discord")["content"], "order.created received");
    assert_eq!(body("/discord")["embeds"][0]["description"], r#"{"order_id":"12345"}"#);
    let slack = body("/slack");
    assert_eq!(slack["text"], "order.created received");
    let text = slack["blocks"][0]["text"]["text"].as_str().unwrap();
    assert_eq!(text, format!("*order.created* ({event})\n{{\"order_id\":\"12345\"}}"));
    assert!(slack.get("event_id").is_none(), "a custom body is exact");
    assert_eq!(body("/telegram")["text"], r#"order.created: {"order_id":"12345"}"#);
    for path in ["/email", "/generic", "/custom"] {
        assert_eq!(body(path)["order_id"], "12345");
        assert_eq!(body(path)["event_id"], event);
    }
}
