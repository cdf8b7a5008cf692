//! What an integrator's first call asks.

use super::{call, get, send, text};
use crate::support::{Account, Daemon, Reply};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

fn check(account: &Account, key: &Value, query: &str) -> Reply {
    let pair = BASE64_STANDARD.encode(format!("{}:{}", text(key, "id"), text(key, "secret")));
    let call = call(&account.anonymous(), "GET", &format!("/check{query}"));
    call.header("Authorization", &format!("Basic {pair}")).send()
}

#[test]
fn a_key_learns_what_it_may() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let names = json!(["events:read", "webhooks:*", "employee-documents.read"]);
    let key = send(&account, "POST", "/api-keys", json!({"description": "a", "permissions": names})).ok(201);
    assert_eq!(check(&account, &key, "").ok(200), json!({"ok": true, "permissions": names}));
    for name in ["events:read", "webhooks:write", "webhooks:*", "employee-documents.read"] {
        assert_eq!(check(&account, &key, &format!("?permission={name}")).ok(200)["ok"], true, "{name}");
    }
    for name in ["events:write", "employee-documents.write", "*", "none"] {
        check(&account, &key, &format!("?permission={name}")).fails(403, &format!("Missing permission: {name}"));
    }
}

#[test]
fn only_keys_ask() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(get(&account, "/check").ok(200), json!({"ok": true, "permissions": ["*"]}));
    let key = send(&account, "POST", "/api-keys", json!({"description": "a", "permissions": ["own"]})).ok(201);
    let path = format!("/api-keys/{}", text(&key, "id"));
    check(&account, &key, "").ok(200);
    send(&account, "PATCH", &path, json!({"status": "disabled"})).ok(200);
    check(&account, &key, "").fails(401, "Invalid API key");
    send(&account, "PATCH", &path, json!({"status": "active"})).ok(200);
    check(&account, &key, "").ok(200);
    let next = send(&account, "POST", &format!("{path}/rotate"), json!({})).ok(200);
    check(&account, &key, "").fails(401, "Invalid API key");
    check(&account, &next, "").ok(200);
    get(&account.user(), "/check").fails(401, "Invalid API key");
    get(&account.anonymous(), "/check").fails(401, "Invalid API key");
}
