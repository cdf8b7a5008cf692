//! API keys whose rights are explained.

use super::{call, get, id, send, text};
use crate::support::{Daemon, PASSWORD};
use serde_json::{Value, json};

fn names(key: &Value) -> Vec<&str> {
    key["permissions"].as_array().expect("a list").iter().map(|p| text(p, "name")).collect()
}

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let own = json!({"name": "reports.read", "title": "Reports", "description": "All of them", "endpoints": ["GET /reports"]});
    send(&account, "PUT", "/permissions", json!({ "permissions": [own] })).ok(200);
    let body = json!({"description": "Payroll", "permissions": ["events:read", "reports.read", "unknown.name"],
        "allowed_ips": ["127.0.0.1"], "tenants": ["t1"]});
    let made = send(&account, "POST", "/api-keys", body).ok(201);
    let scope = &made["permissions"][0];
    assert_eq!((&scope["name"], &scope["title"]), (&json!("events:read"), &json!("Read events")));
    let opened = scope["endpoints"].as_array().unwrap();
    assert!(opened.contains(&json!("GET /api/v1/events")) && !opened.contains(&json!("POST /api/v1/events")));
    let bare = json!({"name": "unknown.name", "title": "unknown.name", "description": "", "endpoints": []});
    let expected = json!({"id": made["id"], "description": "Payroll", "scopes": ["events:read"],
        "permissions": [scope, own, bare], "allowed_ips": ["127.0.0.1"], "tenants": ["t1"], "status": "active",
        "prefix": &text(&made, "secret")[..12], "last_used_at": null, "inserted_at": made["inserted_at"],
        "secret": made["secret"]});
    assert_eq!(made, expected);
    account.with(text(&made, "secret")).get("/events").ok(200);
    // The same key in the native words.
    let native = account.get("/api-keys").ok(200)["data"][0].clone();
    assert_eq!((&native["id"], &native["scopes"]), (&made["id"], &json!(["events:read"])));
    assert_eq!(native["permissions"], json!(["reports.read", "unknown.name"]));
    let list = get(&account, "/api-keys").ok(200);
    assert_eq!((&list["api_keys"][0]["id"], &list["has_next"]), (&made["id"], &json!(false)));
    assert_eq!(names(&list["api_keys"][0]), ["events:read", "reports.read", "unknown.name"]);
    assert_eq!((names(&list["data"][1]), &list["data"][1]["description"]), (vec!["*"], &json!("Default")));
    assert!(list["data"][0].get("secret").is_none());
}

#[test]
fn a_key_from_beginning_to_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let made = send(&user, "POST", "/api-keys", json!({"description": "a", "permissions": ["own"]})).ok(201);
    let path = format!("/api-keys/{}", id(&made));
    let (old, one) = (account.with(text(&made, "secret")), |rest: &str| format!("{path}{rest}"));
    old.get("/events").fails(403, "Insufficient scope: events:read");
    let changed = send(&user, "PATCH", &path, json!({"permissions": ["events:read", {"name": "own"}]})).ok(200);
    assert_eq!(names(&changed), ["events:read", "own"]);
    old.get("/events").ok(200);
    send(&user, "PATCH", &path, json!({"permissions": []})).fails(422, "Scopes must not be empty");
    assert_eq!(send(&user, "PATCH", &path, json!({"status": "disabled"})).ok(200)["status"], "disabled");
    old.get("/events").fails(401, "Invalid API key");
    send(&user, "PATCH", &path, json!({"status": "active"})).ok(200);
    let next = send(&user, "POST", &one("/rotate"), json!({})).ok(200);
    old.get("/events").fails(401, "Invalid API key");
    let shown = send(&user, "POST", &one("/reveal"), json!({ "password": PASSWORD })).ok(200);
    assert_eq!((&shown["secret"], &shown["id"]), (&next["secret"], &made["id"]));
    send(&user, "POST", &one("/reveal"), json!({"password": "Wrong-Horse-77"})).fails(401, "Invalid password");
    send(&account, "POST", &one("/reveal"), json!({ "password": PASSWORD })).fails(401, "Unauthorized");
    assert_eq!(send(&user, "DELETE", &path, json!({})).ok(200), json!({"status": "deleted"}));
    for (method, rest) in [("PATCH", ""), ("DELETE", ""), ("POST", "/rotate")] {
        send(&user, method, &one(rest), json!({})).fails(404, "API key not found");
    }
    let actions: Vec<String> = account.user().get("/audit-log?action=api_key.*&limit=8").ok(200)["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| text(entry, "action").to_owned())
        .collect();
    let expected = ["deleted", "revealed", "rotated", "enabled", "disabled", "updated", "created", "created"];
    assert_eq!(actions, expected.map(|verb| format!("api_key.{verb}")));
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (field, value, error) in [
        ("permissions", json!("x"), "permissions must be an array of names"),
        ("permissions", json!([5]), "permissions must be an array of names"),
        ("permissions", json!(["a b"]), "each permission must have 1 to 64 visible characters"),
        ("permissions", json!([]), "Scopes must not be empty"),
        ("status", json!("inactive"), "status must be active or disabled"),
    ] {
        let reply = send(&account, "POST", "/api-keys", json!({field: value}));
        reply.fails(422, error);
    }
    call(&account, "POST", "/api-keys").raw("application/json", "{").send().fails(400, "Invalid JSON body");
}
