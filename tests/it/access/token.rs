//! The project's API token: shown once, changed at once, and never able to widen itself.

use crate::support::Daemon;
use serde_json::{Value, json};

#[test]
fn its_description_holds_no_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = account.get("/token");
    assert!(!reply.text.contains(&account.key));
    let token = reply.ok(200);
    assert_eq!(token["prefix"], account.key[..12]);
    assert_eq!(token["status"], "active");
    assert_eq!((&token["scopes"], &token["allowed_ips"]), (&json!(["*"]), &json!([])));
    assert!(token["message"].as_str().is_some_and(|m| !m.is_empty()));
    assert_eq!(token["id"].as_str().map(str::len), Some(36));
    for name in ["created_at", "last_used_at"] {
        assert!(token[name].as_str().is_some_and(|t| t.ends_with('Z')), "{name}: {}", token[name]);
    }
    assert_eq!(account.user().get("/token").ok(200)["id"], token["id"]);
}

#[test]
fn a_new_key_replaces_the_old_one_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account
        .user()
        .patch("/token", json!({"name": "Till", "scopes": ["admin"], "allowed_ips": ["127.0.0.0/8"]}))
        .ok(200);
    let fresh = account.post("/token/regenerate", json!({})).ok(200);
    let key = fresh["token"].as_str().unwrap();
    assert_eq!(key.strip_prefix("jc_live_").map(str::len), Some(43));
    assert_eq!(fresh["prefix"], key[..12]);
    assert_eq!((&fresh["name"], &fresh["scopes"]), (&json!("Till"), &json!(["admin"])));
    assert_eq!(fresh["allowed_ips"], json!(["127.0.0.0/8"]));
    account.get("/project").fails(401, "Invalid API key");
    assert_eq!(account.with(key).get("/project").ok(200)["id"], account.project_id);
    assert!(account.with(key).get("/token").ok(200).get("token").is_none());
}

#[test]
fn of_many_new_keys_one_remains() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let keys: Vec<Value> = std::thread::scope(|s| {
        let regenerate = || user.post("/token/regenerate", json!({})).ok(200)["token"].clone();
        let calls: Vec<_> = (0..4).map(|_| s.spawn(regenerate)).collect();
        calls.into_iter().map(|c| c.join().unwrap()).collect()
    });
    let works = |key: &Value| account.with(key.as_str().unwrap()).get("/project").status == 200;
    assert_eq!(keys.iter().filter(|k| works(k)).count(), 1);
    account.get("/project").fails(401, "Invalid API key");
}

#[test]
fn changes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let changed = user.patch("/token", json!({"name": " Till ", "scopes": ["events:read", "webhooks:*"]})).ok(200);
    assert_eq!((&changed["name"], &changed["scopes"]), (&json!("Till"), &json!(["events:read", "webhooks:*"])));
    for body in [json!({}), json!({"name": null, "scopes": null, "allowed_ips": null}), json!({"prefix": "x"})] {
        let same = user.patch("/token", body).ok(200);
        for name in ["name", "scopes", "allowed_ips", "prefix", "id"] {
            assert_eq!(same[name], changed[name]);
        }
    }
    account.get("/events").ok(200);
    account.post("/events", json!({})).fails(403, "Insufficient scope: events:write");
    let used = account.get("/token").ok(200)["last_used_at"].clone();
    assert!(used.is_string(), "{used}");
    assert_eq!(user.patch("/token", json!({"name": "Shop"})).ok(200)["last_used_at"], used);
}

#[test]
fn refused_changes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let patch = |body: Value| account.patch("/token", body);
    patch(json!({"scopes": ["events:fly"]})).fails(422, "Unknown scope: events:fly").invalid("scopes");
    patch(json!({"scopes": ["events:read", ""]})).fails(422, "Unknown scope: ").invalid("scopes");
    patch(json!({"scopes": []})).fails(422, "Scopes must not be empty").invalid("scopes");
    for scopes in [json!("*"), json!(5), json!({"a": 1}), json!([5]), json!([null])] {
        patch(json!({ "scopes": scopes })).invalid("scopes");
    }
    for ip in ["300.1.1.1", "1.2.3", "10.0.0.0/33", "::1/129", "localhost", "", "10.0.0.1/", "1.2.3.4:80"] {
        let reply = patch(json!({"allowed_ips": ["10.0.0.1", ip]}));
        reply.fails(422, &format!("Invalid IP address: {ip}")).invalid("allowed_ips");
    }
    for ips in [json!("10.0.0.1"), json!(5), json!([5]), json!(vec!["10.0.0.1"; 101])] {
        patch(json!({ "allowed_ips": ips })).invalid("allowed_ips");
    }
    for name in [json!("x".repeat(256)), json!("a\nb"), json!(5)] {
        patch(json!({ "name": name })).invalid("name");
    }
    let token = account.get("/token").ok(200);
    assert_eq!((&token["scopes"], &token["allowed_ips"]), (&json!(["*"]), &json!([])));
}

#[test]
fn a_key_cannot_widen_itself() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.patch("/token", json!({"scopes": ["events:write", "webhooks:*"]})).ok(200);
    account.patch("/token", json!({"scopes": ["*"]})).fails(403, "Insufficient scope: admin");
    account.post("/token/regenerate", json!({})).fails(403, "Insufficient scope: admin");
    account.patch("/project", json!({"name": "mine"})).fails(403, "Insufficient scope: admin");
    account.get("/token").ok(200);
    account.user().patch("/token", json!({"scopes": ["*"]})).ok(200);
    account.patch("/project", json!({"name": "mine"})).ok(200);
}
