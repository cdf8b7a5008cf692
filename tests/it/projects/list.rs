//! The projects of a user: starting, listing, changing, and the default among them.

use super::{audited, join};
use crate::support::{Account, Daemon, NO_ID};
use serde_json::{Value, json};

fn create(account: &Account, name: &str) -> Value {
    account.user().post("/projects", json!({ "name": name })).ok(201)
}

fn id(project: &Value) -> &str {
    project["id"].as_str().unwrap()
}

/// Names of the listed projects, the default one marked.
fn names(account: &Account) -> Vec<String> {
    let list = account.user().get("/projects").ok(200);
    assert_eq!((&list["has_next"], &list["next_cursor"]), (&json!(false), &Value::Null));
    let name = |p: &Value| format!("{}{}", p["name"].as_str().unwrap(), if p["is_default"] == true { "*" } else { "" });
    list["data"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn a_new_project_has_a_key_of_its_own() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let settings = json!({"z": 1, "allowed_ips": ["127.0.0.0/8"]});
    let shop = account.user().post("/projects", json!({"name": " Shop ", "settings": settings})).ok(201);
    assert_eq!((&shop["data"]["name"], &shop["name"]), (&json!("Shop"), &json!("Shop")));
    assert_eq!((&shop["settings"], &shop["role"], &shop["is_default"]), (&settings, &json!("owner"), &json!(false)));
    let key = account.with(shop["api_key"].as_str().unwrap());
    assert_eq!(key.get("/project").ok(200)["id"], shop["id"]);
    assert_eq!(key.get("/token").ok(200)["scopes"], json!(["*"]));
    assert!(account.user().get(&format!("/projects/{}", id(&shop))).ok(200).get("api_key").is_none());
    key.post("/events", json!({"topic": "t"})).ok(202);
    assert_eq!(account.get("/events").ok(200)["events"], json!([]), "it went to the other project");
    let entries = key.get("/audit-log").ok(200);
    let actions: Vec<_> = entries["data"].as_array().unwrap().iter().map(|e| e["action"].clone()).collect();
    assert_eq!(actions, ["event.created", "api_key.created", "project.created"]);
}

#[test]
fn names_and_settings_are_checked() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(account.user().call("POST", "/projects").send().ok(201)["name"], "New Project");
    for (body, field) in [
        (json!({"name": ""}), "name"),
        (json!({"name": "x".repeat(256)}), "name"),
        (json!({"name": 5}), "name"),
        (json!({"settings": []}), "settings"),
        (json!({"settings": {"allowed_ips": ["x"]}}), "allowed_ips"),
    ] {
        account.user().post("/projects", body.clone()).invalid(field);
        account.user().patch(&format!("/projects/{}", account.project_id), body).invalid(field);
    }
    assert_eq!(names(&account), ["New Project", "My Project*"]);
}

#[test]
fn they_are_listed_newest_first_with_those_of_others() {
    let daemon = Daemon::shared();
    let (ana, eva) = (daemon.register(), daemon.register());
    create(&ana, "Two");
    assert_eq!(names(&ana), ["Two", "My Project*"]);
    let shop = create(&eva, "Shop");
    let path = format!("/projects/{}/members", id(&shop));
    let place = eva.user().post(&path, json!({"email": ana.email})).ok(201);
    assert_eq!(names(&ana), ["Two", "My Project*"], "an invitation is no membership");
    ana.user().post(&format!("/invitations/{}/accept", id(&place)), json!({})).ok(200);
    assert_eq!(names(&ana), ["Shop", "Two", "My Project*"]);
    eva.user().delete(&format!("/projects/{}", id(&shop))).ok(200);
    assert_eq!(names(&ana), ["Two", "My Project*"]);
}

#[test]
fn changes_are_seen_and_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let path = format!("/projects/{}", account.project_id);
    let changed = account.user().patch(&path, json!({"name": "Shop", "retention_policy": {"events_days": 7}})).ok(200);
    assert_eq!((&changed["data"]["name"], &changed["retention_policy"]), (&json!("Shop"), &json!({"events_days": 7})));
    assert_eq!(account.get("/project").ok(200)["name"], "Shop");
    let override_ = account.user().call("POST", &path).header("X-HTTP-Method-Override", "PATCH");
    assert_eq!(override_.json(json!({"name": "Till"})).send().ok(200)["name"], "Till");
    let changes = audited(&account, "project.updated");
    assert_eq!(
        changes.iter().map(|c| &c.1["changed"]).collect::<Vec<_>>(),
        [&json!(["name", "retention_policy"]), &json!(["name"])]
    );
    for key in [&account.key, "eyJ.eyJ.x"] {
        account.with(key).get("/projects").fails(401, "Unauthorized");
    }
}

#[test]
fn the_default_follows_its_user() {
    let daemon = Daemon::shared();
    let (ana, eva) = (daemon.register(), daemon.register());
    let mate = join(&daemon, &ana, "member");
    let user = mate.account.user();
    let two = create(&mate.account, "Two");
    // Taken out of the team: back to the oldest of one's own.
    user.call("PATCH", &format!("/projects/{}/default", ana.project_id)).send().ok(200);
    ana.user().delete(&format!("/projects/{}/members/{}", ana.project_id, mate.id)).ok(200);
    assert_eq!(user.get("/project").ok(200)["id"], mate.account.project_id.as_str());
    // Its own end: the next one of one's own.
    user.delete(&format!("/projects/{}", mate.account.project_id)).ok(200);
    assert_eq!(user.get("/project").ok(200)["id"], two["id"]);
    // The last one gone: a membership, and after that nothing.
    let place = eva.user().post(&format!("/projects/{}/members", eva.project_id), json!({"email": mate.account.email}));
    user.post(&format!("/invitations/{}/accept", id(&place.ok(201))), json!({})).ok(200);
    user.delete(&format!("/projects/{}", id(&two))).ok(200);
    assert_eq!(user.get("/project").ok(200)["id"], eva.project_id.as_str());
    eva.user().delete(&format!("/projects/{}", eva.project_id)).ok(200);
    user.get("/project").fails(404, "Project not found");
    assert_eq!(user.get("/projects").ok(200)["data"], json!([]));
    // Whatever comes first is the default again.
    let again = join_as(&ana, &mate.account);
    assert_eq!(user.get("/project").ok(200)["id"], again.as_str());
}

/// Invites an account that is there already, and lets it accept.
fn join_as(owner: &Account, guest: &Account) -> String {
    let place = super::invite(owner, guest, "viewer");
    guest.user().post(&format!("/invitations/{place}/accept"), json!({})).ok(200);
    owner.project_id.clone()
}

#[test]
fn absent_and_broken_ids() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for id in [NO_ID, "x", "0199b5a0", "%00"] {
        for (method, rest) in [
            ("GET", ""),
            ("PATCH", ""),
            ("DELETE", ""),
            ("PATCH", "/default"),
            ("GET", "/members"),
            ("POST", "/members"),
        ] {
            let reply = account.user().call(method, &format!("/projects/{id}{rest}")).json(json!({})).send();
            reply.fails(404, "Project not found");
        }
    }
}

#[test]
fn the_number_of_projects_is_limited() {
    let daemon = Daemon::with(&["--max-projects", "2"]);
    let account = daemon.register();
    let second = create(&account, "Two");
    account.user().post("/projects", json!({})).fails(422, "Project limit reached");
    join(&daemon, &daemon.register(), "viewer");
    account.user().delete(&format!("/projects/{}", id(&second))).ok(200);
    create(&account, "Three");
}
