//! The current project and its topics.

use crate::support::Daemon;
use serde_json::json;

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let with_key = account.get("/project").ok(200);
    for (name, value) in [
        ("id", json!(account.project_id)),
        ("name", json!("My Project")),
        ("status", json!("active")),
        ("is_default", json!(true)),
        ("role", json!(null)),
        ("settings", json!({})),
        ("retention_days", json!(null)),
        ("retention_policy", json!({})),
        ("rate_limit_api_calls_per_minute", json!(600_000)),
        ("rate_limit_events_per_minute", json!(0)),
    ] {
        assert_eq!(with_key[name], value, "{name}");
    }
    for name in ["inserted_at", "updated_at"] {
        let text = with_key[name].as_str().unwrap();
        assert!(text.len() == 27 && text.ends_with('Z'), "{name}: {text}");
    }
    let with_user = account.user().get("/project").ok(200);
    assert_eq!((&with_user["role"], &with_user["is_default"]), (&json!("owner"), &json!(true)));
}

#[test]
fn changes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let settings = json!({"z": 1, "a": {"deep": [1, 2.50, "x"]}, "allowed_ips": []});
    let changed = account.patch("/project", json!({"name": "  Shop  ", "settings": settings})).ok(200);
    assert_eq!((&changed["name"], &changed["settings"]), (&json!("Shop"), &settings));
    let same = account.patch("/project", json!({"name": null, "settings": null})).ok(200);
    assert_eq!((&same["name"], &same["settings"]), (&json!("Shop"), &settings));
    let replaced = account.patch("/project", json!({"settings": {"b": 2}})).ok(200);
    assert_eq!(replaced["settings"], json!({"b": 2}), "settings are replaced, not merged");
    assert_eq!(account.get("/project").ok(200)["name"], "Shop");
}

#[test]
fn what_cannot_be_set() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for name in [json!("x".repeat(256)), json!("a\u{7}b"), json!(5), json!(["x"])] {
        account.patch("/project", json!({ "name": name })).invalid("name");
    }
    for settings in [json!([1]), json!("x"), json!(5), json!({"fill": "x".repeat(17_000)})] {
        account.patch("/project", json!({ "settings": settings })).invalid("settings");
    }
    let before = account.get("/project").ok(200);
    account
        .patch("/project", json!({"status": "inactive", "rate_limit_api_calls_per_minute": 1, "id": "x", "role": "x"}))
        .ok(200);
    let after = account.get("/project").ok(200);
    for name in ["status", "rate_limit_api_calls_per_minute", "id", "role"] {
        assert_eq!(after[name], before[name], "{name}");
    }
}

#[test]
fn settings_are_kept_verbatim() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = r#"{"settings":{"n":12345678901234567890123,"m":1.10,"z":1,"a":2}}"#;
    account.call("PATCH", "/project").raw("application/json", body).send().ok(200);
    let text = account.get("/project").text;
    assert!(text.contains(r#"{"n":12345678901234567890123,"m":1.10,"z":1,"a":2}"#), "{text}");
}

#[test]
fn topics_of_active_events() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(account.get("/topics").ok(200), json!({"topics": [], "data": []}));
    for topic in ["user.signed_up", "order.created", "order.created", ""] {
        account.event(topic, json!({}));
    }
    let gone = account.event("zzz", json!({}));
    account.delete(&format!("/events/{gone}")).ok(200);
    let topics = account.get("/topics").ok(200);
    assert_eq!(topics["topics"], json!(["order.created", "user.signed_up"]));
    let counted = json!([{"name": "order.created", "event_count": 2}, {"name": "user.signed_up", "event_count": 1}]);
    assert_eq!(topics["data"], counted);
}
