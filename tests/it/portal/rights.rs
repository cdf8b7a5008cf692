//! Who may do what: users by their role, keys with `admin`, and nobody else; and who is told.

use super::{BASE, call, get, hook, id, send, text};
use crate::support::{Account, Daemon, NO_ID, PASSWORD, Receiver};
use serde_json::json;

/// A new account with this role in the project of the owner.
fn join_as(daemon: &Daemon, owner: &Account, role: &str) -> Account {
    let mate = daemon.register();
    let invite = json!({"email": mate.email, "role": role});
    let place = owner.user().post(&format!("/projects/{}/members", owner.project_id), invite).ok(201);
    mate.user().post(&format!("/invitations/{}/accept", id(&place)), json!({})).ok(200);
    mate
}

/// Method, path and the least role.
const ROUTES: &[(&str, &str, &str)] = &[
    ("GET", "/overview", "viewer"),
    ("GET", "/permissions", "viewer"),
    ("PUT", "/permissions", "admin"),
    ("GET", "/event-types", "viewer"),
    ("PUT", "/event-types", "member"),
    ("GET", "/api-keys", "admin"),
    ("POST", "/api-keys", "admin"),
    ("PATCH", "/api-keys/{id}", "admin"),
    ("DELETE", "/api-keys/{id}", "admin"),
    ("POST", "/api-keys/{id}/rotate", "admin"),
    ("POST", "/api-keys/{id}/reveal", "admin"),
    ("GET", "/webhooks", "viewer"),
    ("POST", "/webhooks", "member"),
    ("GET", "/webhooks/{id}", "viewer"),
    ("PATCH", "/webhooks/{id}", "member"),
    ("DELETE", "/webhooks/{id}", "member"),
    ("GET", "/webhooks/{id}/signing-secrets", "admin"),
    ("POST", "/webhooks/{id}/signing-secrets", "admin"),
    ("POST", "/webhooks/{id}/signing-secrets/first/rotate", "member"),
    ("POST", "/webhooks/{id}/signing-secrets/second/rotate", "member"),
    ("GET", "/webhook-logs", "viewer"),
    ("GET", "/webhook-logs/{id}", "viewer"),
];

#[test]
fn roles() {
    let daemon = Daemon::shared();
    let owner = daemon.register();
    let roles = ["viewer", "member", "admin"];
    let mates = roles.map(|role| join_as(&daemon, &owner, role));
    for (method, path, least) in ROUTES {
        let needed = roles.iter().position(|role| role == least).unwrap();
        for (rank, mate) in mates.iter().enumerate() {
            let call = call(&mate.user(), method, &path.replace("{id}", NO_ID));
            let reply = call.header("X-Project-Id", &owner.project_id).json(json!({})).send();
            assert_eq!(reply.status == 403, rank < needed, "{} {method} {path}: {}", roles[rank], reply.text);
            assert_ne!(reply.status, 401, "{method} {path}");
        }
        let stranger = call(&daemon.register().user(), method, &path.replace("{id}", NO_ID));
        let stranger = stranger.header("X-Project-Id", &owner.project_id).json(json!({})).send();
        stranger.fails(404, "Project not found");
    }
}

#[test]
fn keys_need_admin() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = |scope: &str| {
        let made = account.post("/api-keys", json!({"scopes": [scope]})).ok(201);
        account.with(text(&made, "secret"))
    };
    let (admin, other) = (made("admin"), made("webhooks:*"));
    for (method, path, _) in ROUTES {
        let path = path.replace("{id}", NO_ID);
        let users = path.ends_with("/reveal") || path.ends_with("/signing-secrets");
        let reply = send(&admin, method, &path, json!({}));
        assert_eq!(reply.status == 401, users, "{method} {path}: {}", reply.text);
        assert_ne!(reply.status, 403, "{method} {path}");
        let refused = send(&other, method, &path, json!({}));
        if users {
            refused.fails(401, "Unauthorized")
        } else {
            refused.fails(403, "Insufficient scope: admin")
        };
        assert_eq!(send(&account.anonymous(), method, &path, json!({})).status, 401, "{method} {path}");
    }
}

#[test]
fn answers_have_the_usual_shape() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let seen = get(&account, "/overview");
    assert!(seen.header("x-request-id").is_some() && seen.header("x-ratelimit-limit").is_some());
    get(&account, "/nothing").fails(404, "Not found");
    send(&account, "POST", "/overview", json!({})).fails(405, "Method not allowed");
    let preflight = account.anonymous().target("OPTIONS", &format!("{BASE}/webhooks")).send();
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (200, Some("*")));
}

#[test]
fn a_switched_off_face_is_not_there() {
    for (flags, there) in [(["--faces", "none"], false), (["--faces", "hub"], false), (["--faces", "portal"], true)] {
        let daemon = Daemon::with(&flags);
        let account = daemon.register();
        assert_eq!(get(&account, "/overview").status == 200, there, "{flags:?}");
        account.get("/api-keys").ok(200);
    }
}

#[test]
fn every_change_is_recorded() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let user = account.user();
    let made = hook(&user, &receiver, "/in", json!(["a"]));
    let path = format!("/webhooks/{}", id(&made));
    send(&user, "PATCH", &path, json!({"description": "b"})).ok(200);
    send(&user, "POST", &format!("{path}/signing-secrets/second/rotate"), json!({})).ok(200);
    send(&user, "GET", &format!("{path}/signing-secrets"), json!({ "password": PASSWORD })).ok(200);
    send(&user, "DELETE", &path, json!({})).ok(200);
    send(&user, "PUT", "/event-types", json!({"event_types": ["a"]})).ok(200);
    let log = user.get("/audit-log?limit=6").ok(200);
    let actions: Vec<&str> = log["data"].as_array().unwrap().iter().map(|entry| text(entry, "action")).collect();
    let expected = [
        "event_types.updated",
        "webhook.deleted",
        "webhook.secrets_revealed",
        "webhook.updated",
        "webhook.updated",
        "webhook.created",
    ];
    assert_eq!(actions, expected);
    assert!(!log.to_string().contains("whsec_"));
}
