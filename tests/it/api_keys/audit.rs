//! The entries that changes of keys leave, and that a failing one leaves none.

use super::{at, key};
use crate::support::{Daemon, NO_ID, PASSWORD};
use serde_json::{Value, json};

#[test]
fn every_change_leaves_its_entry() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let owner = account.user();
    let entries = || owner.get("/audit-log?action=api_key.*&limit=100").ok(200)["data"].as_array().unwrap().clone();
    let made = key(&account, json!({"description": "Till", "permissions": ["in.the.till"]}));
    let (off, on) = (json!({"status": "disabled"}), json!({"status": "active"}));
    let password = json!({ "password": PASSWORD });
    for (method, rest, body, action) in [
        ("PATCH", "", json!({"description": "Shop"}), "updated"),
        ("PATCH", "", off, "disabled"),
        ("PATCH", "", on.clone(), "enabled"),
        ("POST", "/rotate", json!({}), "rotated"),
        ("POST", "/reveal", password, "revealed"),
        ("DELETE", "", json!({}), "deleted"),
    ] {
        let before = entries();
        let unknown = format!("/api-keys/{NO_ID}{rest}");
        owner.call(method, &unknown).json(body.clone()).send().fails(404, "API key not found");
        account.anonymous().call(method, &at(&made, rest)).json(body.clone()).send();
        account.with("jc_live_unknown").call(method, &at(&made, rest)).json(body.clone()).send();
        if rest.is_empty() && method == "PATCH" {
            owner.patch(&at(&made, ""), json!({"status": "off"})).invalid("status");
            owner.call(method, &at(&made, "")).raw("application/json", "{").send().fails(400, "Invalid JSON body");
        }
        assert_eq!(entries(), before, "{method} {rest} failed");
        owner.call(method, &at(&made, rest)).json(body).send().ok(200);
        let after = entries();
        assert_eq!((after.len(), &after[0]["action"]), (before.len() + 1, &json!(format!("api_key.{action}"))));
        assert_eq!((&after[0]["resource_id"], &after[0]["user_id"]), (&made["id"], &json!(account.user_id)));
    }
    let all = entries();
    let created: Vec<&Value> = all.iter().filter(|entry| entry["resource_id"] == made["id"]).collect();
    let noted = json!({"prefix": made["prefix"], "description": "Till", "scopes": ["*"]});
    assert_eq!(
        created.last().map(|entry| (&entry["action"], &entry["metadata"])),
        Some((&json!("api_key.created"), &noted))
    );
    let text = Value::from(all).to_string();
    assert!(!text.contains(made["secret"].as_str().unwrap()) && !text.contains(PASSWORD));
}
