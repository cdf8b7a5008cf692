//! The account as its user sees it.

use crate::support::Daemon;
use serde_json::{Value, json};

const FIELDS: [&str; 22] = [
    "id",
    "email",
    "name",
    "role",
    "status",
    "email_verified",
    "email_verified_at",
    "pending_email",
    "last_login_at",
    "mfa_enabled",
    "mfa_enabled_at",
    "backup_codes_remaining",
    "processing_consent",
    "restricted_at",
    "restriction_reason",
    "default_project_id",
    "last_project_id",
    "locale",
    "theme",
    "inserted_at",
    "updated_at",
    "projects",
];

#[test]
fn all_fields_stand_under_data_and_at_the_top() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let shown = account.user().get("/me").ok(200);
    let data = shown["data"].as_object().unwrap();
    assert_eq!(data.keys().collect::<Vec<_>>(), FIELDS);
    for (name, value) in data {
        assert_eq!(&shown[name], value, "{name} is mirrored");
    }
    assert_eq!(shown.as_object().unwrap().len(), FIELDS.len() + 1);
    for (name, value) in [
        ("id", json!(account.user_id)),
        ("email", json!(account.email)),
        ("name", json!("Ana")),
        ("role", json!("user")),
        ("status", json!("active")),
        ("email_verified", json!(false)),
        ("email_verified_at", Value::Null),
        ("last_login_at", Value::Null),
        ("mfa_enabled", json!(false)),
        ("mfa_enabled_at", Value::Null),
        ("processing_consent", json!(true)),
        ("restricted_at", Value::Null),
        ("default_project_id", json!(account.project_id)),
        ("last_project_id", Value::Null),
        ("locale", Value::Null),
        ("theme", json!("system")),
    ] {
        assert_eq!(data[name], value, "{name}");
    }
    let project = json!({"id": account.project_id, "name": "My Project", "role": "owner", "is_default": true});
    assert_eq!(data["projects"], json!([project]));
    account.login();
    assert!(account.user().get("/me").ok(200)["last_login_at"].is_string());
}

#[test]
fn projects_of_others_are_listed_with_the_role_in_them() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let path = format!("/projects/{}/members", owner.project_id);
    let place = owner.user().post(&path, json!({"email": guest.email, "role": "viewer"})).ok(201)["id"].clone();
    let projects = || guest.user().get("/me").ok(200)["projects"].as_array().unwrap().len();
    assert_eq!(projects(), 1, "an invitation is no place");
    guest.user().post(&format!("/invitations/{}/accept", place.as_str().unwrap()), json!({})).ok(200);
    let shown = guest.user().get("/me").ok(200);
    let other = shown["projects"].as_array().unwrap().iter().find(|p| p["id"] == owner.project_id).unwrap();
    assert_eq!((&other["role"], &other["is_default"]), (&json!("viewer"), &json!(false)));
    owner.user().delete(&format!("/projects/{}", owner.project_id)).ok(200);
    assert_eq!(projects(), 1, "a deleted project is gone");
}

#[test]
fn only_the_user_is_let_in() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path) in [
        ("GET", "/me"),
        ("PATCH", "/me"),
        ("PUT", "/me/last-project"),
        ("POST", "/me/password"),
        ("GET", "/me/activity"),
        ("GET", "/me/sessions"),
        ("DELETE", "/me/sessions"),
        ("GET", "/me/notifications"),
        ("POST", "/me/notifications/read-all"),
        ("GET", "/me/consents"),
        ("POST", "/me/consents/marketing/accept"),
    ] {
        let reply = account.call(method, path).json(json!({})).send();
        reply.fails(401, "Unauthorized");
        assert_eq!(reply.json["message"], "A valid user token is required", "{method} {path}");
    }
}
