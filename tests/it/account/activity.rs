//! What a user did, from the audit log.

use crate::support::{Daemon, PASSWORD};
use serde_json::{Value, json};

fn actions(list: &Value) -> Vec<&str> {
    list["data"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect()
}

#[test]
fn it_holds_what_one_did_oneself_in_all_projects_and_none() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let user = account.user();
    account.webhook_id("http://192.0.2.1/in", json!({}));
    let second = user.post("/projects", json!({"name": "Second"})).ok(201)["id"].as_str().unwrap().to_owned();
    other.patch("/project", json!({"name": "Not mine"})).ok(200);
    let failed = json!({"email": account.email, "password": "Wrong-Horse-77"});
    account.anonymous().post("/auth/login", failed).fails(401, "Invalid email or password");
    let body = json!({"email": account.email, "password": PASSWORD});
    account.anonymous().call("POST", "/auth/login").header("User-Agent", "x").json(body).send().ok(200);
    let list = user.get("/me/activity").ok(200);
    let expected = [
        "user.login",
        "user.login_failed",
        "api_key.created",
        "project.created",
        "webhook.created",
        "api_key.created",
        "project.created",
        "user.registered",
    ];
    assert_eq!(actions(&list), expected);
    let entry = &list["data"][0];
    let fields = [
        "id",
        "action",
        "resource_type",
        "resource_id",
        "metadata",
        "user_id",
        "ip_address",
        "inserted_at",
        "actor_id",
        "actor_type",
        "actor_email",
    ];
    assert_eq!(entry.as_object().unwrap().keys().collect::<Vec<_>>(), fields);
    assert_eq!((&entry["actor_email"], &entry["ip_address"]), (&json!(account.email), &json!("127.0.0.1")));
    assert_eq!(list["data"][3]["resource_id"], second);
    assert!(list["data"].as_array().unwrap().iter().all(|entry| entry["user_id"] == account.user_id));
}

#[test]
fn it_comes_in_pages() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    for n in 0..9 {
        user.patch("/me", json!({"name": format!("Ana {n}")})).ok(200);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = user.get(&format!("/me/activity?limit=5{cursor}")).ok(200);
        seen.extend(actions(&page).iter().map(ToString::to_string));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!((seen.len(), seen.iter().filter(|action| *action == "user.name_changed").count()), (12, 9));
    user.get("/me/activity?cursor=x").fails(400, "Invalid cursor");
}
