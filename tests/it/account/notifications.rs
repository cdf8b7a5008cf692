//! What a user was told, and what they have read of it.

use crate::support::{Account, Api, Daemon, NO_ID};
use serde_json::{Value, json};

/// Tells the guest something: an invitation to a new project.
fn invite(owner: &Account, guest: &Account, name: &str) -> Value {
    let project = owner.user().post("/projects", json!({"name": name})).ok(201)["id"].clone();
    let path = format!("/projects/{}/members", project.as_str().unwrap());
    owner.user().post(&path, json!({"email": guest.email, "role": "viewer"})).ok(201)
}

fn list(user: &Api, query: &str) -> Value {
    user.get(&format!("/me/notifications?{query}")).ok(200)
}

fn ids(list: &Value) -> Vec<String> {
    list["data"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn they_are_listed_newest_first() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let user = guest.user();
    let none = json!({"data": [], "has_next": false, "next_cursor": null, "unread_count": 0});
    assert_eq!(list(&user, ""), none);
    invite(&owner, &guest, "First");
    let place = invite(&owner, &guest, "Second");
    let all = list(&user, "");
    assert_eq!((&all["unread_count"], &all["has_next"]), (&json!(2), &json!(false)));
    let row = &all["data"][0];
    let fields = ["id", "type", "title", "message", "metadata", "project_id", "read", "read_at", "inserted_at"];
    assert_eq!(row.as_object().unwrap().keys().collect::<Vec<_>>(), fields);
    let metadata = json!({"project_id": place["project_id"], "member_id": place["id"]});
    assert_eq!(
        (&row["type"], &row["metadata"], &row["project_id"], &row["read"], &row["read_at"]),
        (&json!("team_invite"), &metadata, &place["project_id"], &json!(false), &Value::Null)
    );
    assert!(row["message"].as_str().unwrap().contains("Second"), "{row}");
}

#[test]
fn they_are_read_one_by_one_or_all_at_once() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    let user = guest.user();
    for n in 0..23 {
        invite(&owner, &guest, &format!("Project {n}"));
    }
    let first = list(&user, "");
    assert_eq!((ids(&first).len(), &first["unread_count"], &first["has_next"]), (20, &json!(23), &json!(true)));
    let rest = list(&user, &format!("cursor={}", first["next_cursor"].as_str().unwrap()));
    assert_eq!((ids(&rest).len(), &rest["has_next"]), (3, &json!(false)));
    let id = &ids(&first)[1];
    for _ in 0..2 {
        let read = user.call("POST", &format!("/me/notifications/{id}/read")).send();
        assert_eq!(read.ok(200), json!({"ok": true}));
    }
    let row = list(&user, "limit=2")["data"][1].clone();
    assert_eq!((&row["id"], &row["read"], row["read_at"].is_string()), (&json!(id), &json!(true), true));
    let unread = list(&user, "unread=true&limit=100");
    assert_eq!((ids(&unread).len(), &unread["unread_count"]), (22, &json!(22)));
    assert!(!ids(&unread).contains(id));
    assert_eq!(user.call("POST", "/me/notifications/read-all").send().ok(200), json!({"count": 22}));
    assert_eq!(user.post("/me/notifications/read-all", json!({})).ok(200), json!({"count": 0}));
    let after = list(&user, "unread=true");
    assert_eq!((ids(&after).len(), &after["unread_count"]), (0, &json!(0)));
    assert_eq!(list(&user, "limit=2")["data"][1], row, "when it was read first is kept");
    user.get("/me/notifications?cursor=x").fails(400, "Invalid cursor");
}

#[test]
fn those_of_another_user_do_not_exist() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    invite(&owner, &guest, "Shop");
    let before = list(&guest.user(), "");
    let id = &ids(&before)[0];
    for id in [id, NO_ID, "x"] {
        let call = owner.user().call("POST", &format!("/me/notifications/{id}/read"));
        call.send().fails(404, "Notification not found");
    }
    assert_eq!(owner.user().post("/me/notifications/read-all", json!({})).ok(200), json!({"count": 0}));
    assert!(!ids(&list(&owner.user(), "limit=100")).contains(id));
    assert_eq!(list(&guest.user(), ""), before);
}
