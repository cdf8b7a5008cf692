//! The catalogues: rights and kinds of events.

use super::{call, get, send, text};
use crate::support::Daemon;
use serde_json::{Value, json};

#[test]
fn permissions_are_scopes_and_the_projects_own() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let ours = get(&account, "/permissions").ok(200);
    let all = ours["permissions"].as_array().unwrap().clone();
    assert!(all.len() >= 30 && ours["data"] == ours["permissions"] && ours["has_next"] == false);
    for permission in &all {
        let keys: Vec<&String> = permission.as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 4, "{permission}");
        assert!(!text(permission, "title").is_empty() && !text(permission, "description").is_empty(), "{permission}");
        assert_ne!(permission["endpoints"], json!([]), "{permission}");
    }
    let named = |name: &str| all.iter().find(|p| p["name"] == name).cloned().unwrap();
    assert!(named("jobs:*")["endpoints"].as_array().unwrap().contains(&json!("POST /api/v1/jobs")));
    assert_eq!(named("*")["endpoints"], json!(["* /api/v1/*"]));
    let own = json!([{"name": "a", "title": "A", "description": "d", "endpoints": ["GET /a"]},
        {"name": "b", "title": "b", "description": "", "endpoints": []}]);
    let mut both = all.clone();
    both.extend(own.as_array().unwrap().clone());
    for body in
        [json!({"permissions": [own[0], "b"]}), json!({ "data": own }), json!(own), json!({ "permissions": both })]
    {
        assert_eq!(send(&account, "PUT", "/permissions", body).ok(200)["permissions"], json!(both));
    }
    assert_eq!(get(&account, "/permissions").ok(200)["data"], json!(both));
    assert_eq!(get(&daemon.register(), "/permissions").ok(200)["data"], json!(all));
    send(&account, "PUT", "/permissions", json!({"permissions": []})).ok(200);
    assert_eq!(get(&account, "/permissions").ok(200)["data"], json!(all));
    let changes = account.user().get("/audit-log?action=permissions.updated").ok(200)["data"].clone();
    assert_eq!((&changes[0]["metadata"]["count"], &changes[1]["metadata"]["count"]), (&json!(0), &json!(2)));
    assert_eq!(changes.as_array().map(Vec::len), Some(2), "the same list again is no change");
}

#[test]
fn event_types_forbid_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(get(&account, "/event-types").ok(200)["event_types"], json!([]));
    let list = json!([
        {"name": "employee-subscription-changed", "description": "A plan", "example": {"employee": 7, "plan": "x"}},
        {"name": "new-employee-document-generated", "description": "", "example": null}]);
    assert_eq!(send(&account, "PUT", "/event-types", json!({ "event_types": list })).ok(200)["event_types"], list);
    let shown = get(&account.user(), "/event-types").ok(200);
    assert_eq!((&shown["event_types"], &shown["data"]), (&list, &list));
    account.event("something-else", json!({}));
    assert_eq!(get(&daemon.register(), "/event-types").ok(200)["data"], json!([]));
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let many: Vec<Value> = (0..101).map(|n| json!({"name": format!("p{n}")})).collect();
    for (path, body, error) in [
        ("/permissions", json!({"permissions": ["a", "a"]}), "a is there twice"),
        ("/permissions", json!({"permissions": [5]}), "each of permissions must be an object with a name"),
        ("/permissions", json!({"permissions": many}), "permissions must have at most 100 items"),
        ("/permissions", json!({"permissions": "x"}), "permissions must be an array"),
        (
            "/event-types",
            json!({"event_types": [{"description": "x"}]}),
            "each of event_types must be an object with a name",
        ),
        (
            "/event-types",
            json!({"event_types": [{"name": "a", "description": 5}]}),
            "description must be a string of at most 1000 characters",
        ),
    ] {
        send(&account, "PUT", path, body).fails(422, error);
    }
    send(&account, "PUT", "/permissions", json!({})).fails(400, "Missing required field: permissions");
    send(&account, "PUT", "/event-types", json!({})).fails(400, "Missing required field: event_types");
    call(&account, "PUT", "/permissions").raw("application/json", "[").send().fails(400, "Invalid JSON body");
}
