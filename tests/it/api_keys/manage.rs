//! Making, changing, replacing and ending keys.

use super::{at, holder, key, listed, reader};
use crate::support::{Daemon, NO_ID, until};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = json!({"description": " Payroll ", "scopes": ["events:read", "jobs:*"], "permissions": ["reports.read"],
        "allowed_ips": ["127.0.0.0/8"], "tenants": ["t1"], "unknown": 1});
    let made = key(&account, body);
    let secret = made["secret"].as_str().unwrap();
    assert_eq!(secret.strip_prefix("jc_live_").map(str::len), Some(43));
    let expected = json!({"id": made["id"], "description": "Payroll", "scopes": ["events:read", "jobs:*"],
        "permissions": ["reports.read"], "allowed_ips": ["127.0.0.0/8"], "tenants": ["t1"], "status": "active",
        "prefix": &secret[..12], "last_used_at": null, "inserted_at": made["inserted_at"], "secret": secret});
    assert_eq!(made, expected);
    assert!(made["inserted_at"].as_str().unwrap().ends_with('Z'));
    let list = account.get("/api-keys").ok(200);
    let first = list["api_keys"][1].clone();
    assert_eq!((&first["description"], &first["scopes"]), (&json!("Default"), &json!(["*"])));
    assert_eq!(first["id"], account.get("/token").ok(200)["id"]);
    let rows = json!([listed(made.clone()), first]);
    assert_eq!(list, json!({"api_keys": rows, "data": rows, "has_next": false, "next_cursor": null}));
    assert!(!account.get("/api-keys").text.contains(secret));
}

#[test]
fn what_is_not_given_is_as_in_a_first_key() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!([]), json!({"description": null, "scopes": null, "tenants": null, "status": null})] {
        let made = key(&account, body);
        assert_eq!((&made["description"], &made["scopes"]), (&json!("Default"), &json!(["*"])));
        for empty in ["permissions", "allowed_ips", "tenants"] {
            assert_eq!(made[empty], json!([]), "{empty}");
        }
    }
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let id = key(&account, json!({}))["id"].as_str().unwrap().to_owned();
    for (field, value, error) in [
        ("description", json!("n".repeat(256)), "description must have at most 255 characters"),
        ("description", json!(5), "description must be a string"),
        ("scopes", json!([]), "Scopes must not be empty"),
        ("scopes", json!(["events:fly"]), "Unknown scope: events:fly"),
        ("permissions", json!(["a b"]), "each permission must have 1 to 64 visible characters"),
        ("permissions", json!(["events:read"]), "events:read is a scope"),
        ("permissions", json!("x"), "permissions must be an array of strings"),
        ("allowed_ips", json!(["300.1.1.1"]), "Invalid IP address: 300.1.1.1"),
        ("tenants", json!([5]), "tenants must be an array of strings"),
        ("tenants", json!([""]), "each tenant must have 1 to 128 characters, none of them a control character"),
        ("status", json!("inactive"), "status must be active or disabled"),
    ] {
        for (method, path) in [("POST", "/api-keys".to_owned()), ("PATCH", format!("/api-keys/{id}"))] {
            account.call(method, &path).json(json!({field: value})).send().fails(422, error).invalid(field);
        }
    }
    for (method, path) in [("PATCH", ""), ("DELETE", ""), ("POST", "/rotate")] {
        for id in [NO_ID, "x"] {
            let reply = account.call(method, &format!("/api-keys/{id}{path}")).json(json!({})).send();
            reply.fails(404, "API key not found");
        }
    }
    assert_eq!(account.get("/api-keys").ok(200)["data"].as_array().map(Vec::len), Some(2));
}

#[test]
fn changes_hold_from_the_next_request() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, json!({}));
    let holder = holder(&account, &made);
    holder.get("/events").ok(200);
    let changed = account.patch(&at(&made, ""), json!({"scopes": ["webhooks:read"], "description": "Hooks"})).ok(200);
    assert_eq!((&changed["scopes"], &changed["description"]), (&json!(["webhooks:read"]), &json!("Hooks")));
    assert!(changed["last_used_at"].is_string() && changed.get("secret").is_none());
    holder.get("/events").fails(403, "Insufficient scope: events:read");
    holder.get("/webhooks").ok(200);
    account.patch(&at(&made, ""), json!({"allowed_ips": ["192.0.2.1"]})).ok(200);
    holder.get("/webhooks").fails(403, "IP not allowed");
    account.get("/events").ok(200);
}

#[test]
fn a_disabled_key_is_refused_until_it_is_enabled() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, reader());
    let holder = holder(&account, &made);
    for _ in 0..2 {
        holder.get("/events").ok(200);
        assert_eq!(account.patch(&at(&made, ""), json!({"status": "disabled"})).ok(200)["status"], "disabled");
        holder.get("/events").fails(401, "Invalid API key");
        assert_eq!(account.get("/api-keys").ok(200)["data"][0]["status"], "disabled");
        assert_eq!(account.patch(&at(&made, ""), json!({"status": "active"})).ok(200)["status"], "active");
    }
    holder.get("/events").ok(200);
    // One that is made disabled waits for its day.
    let later = key(&account, json!({"status": "disabled"}));
    super::holder(&account, &later).get("/events").fails(401, "Invalid API key");
}

#[test]
fn a_rotated_key_leaves_its_old_secret_dead() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, reader());
    let old = holder(&account, &made);
    old.get("/events").ok(200);
    let next = account.post(&at(&made, "/rotate"), json!({})).ok(200);
    old.get("/events").fails(401, "Invalid API key");
    holder(&account, &next).get("/events").ok(200);
    assert_ne!(next["secret"], made["secret"]);
    assert_eq!(next["prefix"], next["secret"].as_str().unwrap()[..12]);
    for same in ["id", "description", "scopes", "inserted_at", "status"] {
        assert_eq!(next[same], made[same], "{same}");
    }
    // One that is disabled stays so.
    account.patch(&at(&made, ""), json!({"status": "disabled"})).ok(200);
    let next = account.post(&at(&made, "/rotate"), json!({})).ok(200);
    assert_eq!(next["status"], "disabled");
    holder(&account, &next).get("/events").fails(401, "Invalid API key");
}

#[test]
fn a_deleted_key_is_gone() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, reader());
    assert_eq!(account.delete(&at(&made, "")).ok(200), json!({"status": "deleted"}));
    holder(&account, &made).get("/events").fails(401, "Invalid API key");
    account.delete(&at(&made, "")).fails(404, "API key not found");
    account.patch(&at(&made, ""), json!({"status": "active"})).fails(404, "API key not found");
    account.post(&at(&made, "/rotate"), json!({})).fails(404, "API key not found");
    assert_eq!(account.get("/api-keys").ok(200)["data"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_key_that_asks() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, json!({"description": "Second", "scopes": ["admin"]}));
    let second = holder(&account, &made);
    assert_eq!(second.get("/token").ok(200)["id"], made["id"]);
    let changed = second.patch("/token", json!({"name": "Renamed"})).ok(200);
    assert_eq!((&changed["id"], &changed["name"]), (&made["id"], &json!("Renamed")));
    assert_eq!(account.get("/token").ok(200)["name"], "Default");
    let fresh = second.post("/token/regenerate", json!({})).ok(200);
    assert_eq!((&fresh["id"], &fresh["name"]), (&made["id"], &json!("Renamed")));
    second.get("/project").fails(401, "Invalid API key");
    account.with(fresh["token"].as_str().unwrap()).get("/project").ok(200);
    account.get("/project").ok(200);
    // For a user it is the oldest one that works.
    let first = account.user().get("/token").ok(200);
    assert_eq!(first["name"], "Default");
    account.patch(&at(&first, ""), json!({"status": "disabled"})).ok(200);
    assert_eq!(account.user().get("/token").ok(200)["id"], made["id"]);
}

#[test]
fn a_key_for_one_thing_manages_no_keys() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, reader());
    let holder = holder(&account, &made);
    for (method, path) in [
        ("GET", "/api-keys".to_owned()),
        ("POST", "/api-keys".to_owned()),
        ("PATCH", at(&made, "")),
        ("DELETE", at(&made, "")),
        ("POST", at(&made, "/rotate")),
    ] {
        holder.call(method, &path).json(json!({"scopes": ["*"]})).send().fails(403, "Insufficient scope: admin");
    }
    holder.post(&at(&made, "/reveal"), json!({"password": "x"})).fails(401, "Unauthorized");
}

#[test]
fn there_are_a_hundred_at_most() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let second = key(&account, json!({"status": "disabled"}));
    (2..100).for_each(|_| drop(key(&account, json!({}))));
    account.post("/api-keys", json!({})).fails(422, "Limit reached: 100 API keys");
    assert_eq!(account.get("/api-keys?limit=30").ok(200)["api_keys"].as_array().map(Vec::len), Some(30));
    account.delete(&at(&second, "")).ok(200);
    key(&account, json!({}));
}

#[test]
fn the_last_use_of_each_is_known() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (one, two) = (key(&account, reader()), key(&account, reader()));
    holder(&account, &one).get("/events").ok(200);
    let used = |id: &Value| {
        let list = account.get("/api-keys").ok(200);
        let found = list["data"].as_array().unwrap().iter().find(|key| key["id"] == *id).cloned();
        found.unwrap()["last_used_at"].clone()
    };
    until("the use shows", || used(&one["id"]).is_string().then_some(()));
    assert_eq!(used(&two["id"]), Value::Null);
}
