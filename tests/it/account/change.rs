//! What a user changes of their account without a proof.

use super::acted;
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

#[test]
fn what_is_given_is_changed_and_nothing_else() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    let before = user.get("/me").ok(200);
    let changed = user.patch("/me", json!({"name": " Zoë ", "locale": "es", "role": "admin"})).ok(200);
    assert_eq!(
        (&changed["data"]["name"], &changed["name"], &changed["locale"]),
        (&json!("Zoë"), &json!("Zoë"), &json!("es"))
    );
    assert_eq!((&changed["theme"], &changed["role"]), (&json!("system"), &json!("user")));
    assert!(changed["updated_at"].as_str() > before["updated_at"].as_str());
    let themed = user.patch("/me", json!({"theme": "dark", "name": null, "locale": null})).ok(200);
    assert_eq!((&themed["theme"], &themed["name"], &themed["locale"]), (&json!("dark"), &json!("Zoë"), &json!("es")));
    assert_eq!(user.get("/me").ok(200), themed);
    assert_eq!(user.patch("/me", json!({})).ok(200), themed, "nothing is changed by nothing");
    let entries = || acted(&user, "user.name_changed").len();
    assert_eq!(entries(), 1);
    user.patch("/me", json!({"name": "Zoë"})).ok(200);
    assert_eq!(entries(), 1, "the same name is no change");
}

#[test]
fn bad_values_are_refused_and_change_nothing() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    let before = user.get("/me").ok(200);
    for (body, error) in [
        (json!({"name": ""}), "Name should be at least 1 character"),
        (json!({"name": "x".repeat(256)}), "Name should be at most 255 characters"),
        (json!({"name": "a\u{7}b"}), "Name must not contain control characters"),
        (json!({"name": 5}), "name must be a string"),
        (json!({"locale": "fr", "name": "New"}), "locale must be one of en, es"),
        (json!({"theme": "pink", "name": "New"}), "theme must be one of light, dark, system"),
    ] {
        user.patch("/me", body).fails(422, error);
    }
    assert_eq!(user.get("/me").ok(200), before);
    assert_eq!(acted(&user, "user.name_changed"), [""; 0]);
}

#[test]
fn projects_are_chosen_among_ones_own() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let user = account.user();
    let second = user.post("/projects", json!({"name": "Second"})).ok(201)["id"].as_str().unwrap().to_owned();
    let shown = user.patch("/me", json!({"default_project_id": second, "last_project_id": account.project_id})).ok(200);
    assert_eq!((&shown["default_project_id"], &shown["last_project_id"]), (&json!(second), &json!(account.project_id)));
    assert_eq!(user.get("/project").ok(200)["id"], second, "it is the one to work in");
    let shown = user.call("PUT", "/me/last-project").json(json!({"project_id": second})).send().ok(200);
    assert_eq!((&shown["last_project_id"], &shown["default_project_id"]), (&json!(second), &json!(second)));
    for foreign in [other.project_id.as_str(), NO_ID, "x"] {
        for name in ["default_project_id", "last_project_id"] {
            user.patch("/me", json!({name: foreign, "name": "New"})).fails(404, "Project not found");
        }
        let call = user.call("PUT", "/me/last-project").json(json!({"project_id": foreign}));
        call.send().fails(404, "Project not found");
    }
    user.call("PUT", "/me/last-project").json(json!({})).send().fails(400, "Missing required field: project_id");
    user.call("PUT", "/me/last-project").json(json!({"project_id": 5})).send().invalid("project_id");
    assert_eq!(user.get("/me").ok(200), shown);
    user.delete(&format!("/projects/{second}")).ok(200);
    let shown = user.get("/me").ok(200);
    assert_eq!((&shown["last_project_id"], &shown["default_project_id"]), (&Value::Null, &json!(account.project_id)));
}
