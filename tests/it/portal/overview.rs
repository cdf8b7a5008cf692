//! How a project stands.

use super::{get, hook, send};
use crate::support::{Daemon, PASSWORD, Receiver};
use serde_json::json;

#[test]
fn keys_and_webhooks_are_counted() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let seen = |active: i32, disabled: i32, hooks: i32| {
        let expected = json!({"api_status": "ENABLED", "active_api_keys": active, "disabled_api_keys": disabled,
            "total_webhooks": hooks});
        assert_eq!(get(&account, "/overview").ok(200), expected);
        assert_eq!(get(&account.user(), "/overview").ok(200), expected);
    };
    seen(1, 0, 0);
    let key = send(&account, "POST", "/api-keys", json!({"description": "a"})).ok(201);
    let off = send(&account, "POST", "/api-keys", json!({"description": "b", "status": "disabled"})).ok(201);
    let made = hook(&account, &receiver, "/a", json!(["a"]));
    account.webhook(&receiver.url("/b"), json!({}));
    seen(2, 1, 2);
    send(&account, "DELETE", &format!("/api-keys/{}", super::id(&key)), json!({})).ok(200);
    send(&account, "DELETE", &format!("/api-keys/{}", super::id(&off)), json!({})).ok(200);
    send(&account, "DELETE", &format!("/webhooks/{}", super::id(&made)), json!({})).ok(200);
    seen(1, 0, 1);
}

#[test]
fn a_held_project_is_disabled() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.user().post("/me/restrict", json!({ "password": PASSWORD })).ok(200);
    assert_eq!(get(&account, "/overview").ok(200)["api_status"], "DISABLED");
    account.user().delete("/me/restrict").ok(200);
    assert_eq!(get(&account, "/overview").ok(200)["api_status"], "ENABLED");
}
