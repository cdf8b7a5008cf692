//! Who comes in, and what an admin may not do to a superadmin.

use super::{ROOT, Server, login};
use crate::support::{NO_ID, PASSWORD};
use serde_json::{Value, json};

/// The routes of operators, and whether they are for superadmins.
const ROUTES: [(&str, &str, bool); 14] = [
    ("GET", "/admin/users", false),
    ("POST", "/admin/users", false),
    ("GET", "/admin/users/{id}", false),
    ("PATCH", "/admin/users/{id}", false),
    ("POST", "/admin/users/{id}/unlock", false),
    ("POST", "/admin/users/{id}/revoke-sessions", false),
    ("POST", "/admin/users/{id}/reset-link", false),
    ("POST", "/admin/users/{id}/reset-mfa", true),
    ("GET", "/admin/projects", false),
    ("GET", "/admin/projects/{id}", false),
    ("PATCH", "/admin/projects/{id}", false),
    ("GET", "/admin/audit-log", false),
    ("GET", "/admin/settings", false),
    ("POST", "/admin/retention/run", true),
];

#[test]
fn strangers_are_refused_everywhere() {
    let server = Server::start();
    let (user, admin) = (server.daemon.register(), server.operator("admin"));
    for (method, path, superadmin) in ROUTES {
        let path = path.replace("{id}", NO_ID);
        let call = |api: &crate::support::Api| api.call(method, &path).json(json!({})).send();
        call(&user.user()).fails(403, "Admin role required");
        call(&user).fails(401, "Unauthorized");
        call(&server.daemon.api()).fails(401, "Unauthorized");
        let reply = call(&admin);
        assert_eq!(reply.status == 403, superadmin, "{method} {path}: {}", reply.text);
        assert_ne!(reply.status, 401, "{method} {path}");
    }
    server.root.get(&format!("/admin/users/{NO_ID}")).fails(404, "User not found");
    server.root.get(&format!("/admin/projects/{NO_ID}")).fails(404, "Project not found");
}

#[test]
fn an_admin_cannot_take_over_a_superadmin() {
    let server = Server::start();
    let admin = server.operator("admin");
    let root = id_of(&server, ROOT);
    let at = format!("/admin/users/{root}");
    for body in [json!({"email": "mine@example.org"}), json!({"status": "inactive"}), json!({"role": "user"})] {
        // The last one stays whoever asks; that comes first.
        let reply = admin.patch(&at, body);
        assert!(matches!(reply.status, 403 | 409), "{}", reply.text);
    }
    for verb in ["unlock", "revoke-sessions", "reset-link"] {
        admin.post(&format!("{at}/{verb}"), json!({})).fails(403, "Access denied");
    }
    admin.post(&format!("{at}/reset-mfa"), json!({})).fails(403, "Superadmin role required");
    for role in ["admin", "superadmin"] {
        let new = json!({"email": "friend@example.org", "password": PASSWORD, "role": role});
        admin.post("/admin/users", new).fails(403, "Access denied");
    }
    let own = admin.get("/admin/users?role=admin").ok(200)["data"][0]["id"].clone();
    let own = format!("/admin/users/{}", own.as_str().unwrap());
    admin.patch(&own, json!({"role": "superadmin"})).fails(403, "Access denied");
    let shown = server.root.get(&at).ok(200);
    assert_eq!(
        (&shown["email"], &shown["role"], &shown["status"]),
        (&json!(ROOT), &json!("superadmin"), &json!("active"))
    );
    // A demotion counts from the next call.
    server.root.patch(&own, json!({"role": "user"})).ok(200);
    admin.get("/admin/users").fails(403, "Admin role required");
}

#[test]
fn the_last_superadmin_stays() {
    let server = Server::start();
    let at = format!("/admin/users/{}", id_of(&server, ROOT));
    server.root.patch(&at, json!({"role": "admin"})).fails(409, "The last superadmin cannot be demoted");
    server.root.patch(&at, json!({"status": "inactive"})).fails(409, "The last superadmin cannot be deactivated");
    let other = server.operator("superadmin");
    server.root.patch(&at, json!({"role": "admin"})).fails(403, "Access denied");
    other.patch(&at, json!({"role": "admin"})).ok(200);
    server.root.get("/admin/users").ok(200);
    let left = other.get("/admin/users?role=superadmin").ok(200)["data"][0]["id"].clone();
    server
        .root
        .patch(&format!("/admin/users/{}", left.as_str().unwrap()), json!({"name": "x"}))
        .fails(403, "Access denied");
}

#[test]
fn registering_first_makes_no_operator() {
    let daemon = crate::support::Daemon::start();
    let first = daemon.register();
    first.user().get("/admin/users").fails(403, "Admin role required");
    let log = daemon.log();
    let line = format!("jobcelis admin create-superadmin --email ADDRESS --data-dir {}", daemon.data_dir().display());
    assert!(log.contains(&line), "{log}");
}

#[test]
fn the_settings_make_the_first_superadmin_once() {
    let mut server = Server::start();
    assert!(!server.daemon.log().contains("there is no superadmin"));
    server.root.patch(&format!("/admin/users/{}", id_of(&server, ROOT)), json!({"email": "moved@example.org"})).ok(200);
    server.daemon.stop();
    server.daemon.restart();
    let root = server.daemon.api().with(&login(&server.daemon.api(), "moved@example.org"));
    let list = root.get("/admin/users").ok(200);
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1), "{list}");
}

#[test]
fn all_that_operators_do_is_on_record() {
    let server = Server::start();
    let made = json!({"email": "ana@example.org", "password": PASSWORD});
    let ana = server.root.post("/admin/users", made).ok(201)["id"].as_str().unwrap().to_owned();
    let at = format!("/admin/users/{ana}");
    server.root.patch(&at, json!({"name": "Ana", "role": "moderator"})).ok(200);
    server.root.patch(&at, json!({"status": "inactive"})).ok(200);
    server.root.patch(&at, json!({"status": "active"})).ok(200);
    server.root.post(&format!("{at}/unlock"), json!({})).ok(200);
    let root = id_of(&server, ROOT);
    for (action, metadata) in [
        ("admin.user_created", json!({"role": "user"})),
        ("admin.user_updated", json!({"changed": ["name", "role"], "role": "moderator", "from": "user"})),
        ("admin.user_deactivated", json!({})),
        ("admin.user_activated", json!({})),
        ("admin.user_unlocked", json!({})),
    ] {
        let entry = server.entries(action).into_iter().next().expect(action);
        assert_eq!((&entry["resource_id"], &entry["metadata"]), (&json!(ana), &metadata), "{action}");
        assert_eq!((&entry["user_id"], &entry["project_id"]), (&json!(root), &Value::Null), "{action}");
        assert_eq!(entry["actor_email"], ROOT);
    }
}

#[track_caller]
fn id_of(server: &Server, email: &str) -> String {
    let list = server.root.get(&format!("/admin/users?q={email}")).ok(200);
    list["data"][0]["id"].as_str().unwrap().to_owned()
}
