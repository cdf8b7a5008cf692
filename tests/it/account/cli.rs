//! The account on the command line.

use crate::support::{Account, Daemon, Output, PASSWORD};
use serde_json::{Value, json};

fn run(account: &Account, args: &[&str], stdin: &str) -> Output {
    account.user_cli(args).stdin(stdin).run()
}

#[track_caller]
fn json_of(account: &Account, args: &[&str]) -> Value {
    run(account, args, "").json()
}

#[test]
fn sessions_are_listed_and_ended() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let logins: Vec<Value> = (0..3).map(|_| account.login()).collect();
    let list = json_of(&account, &["auth", "sessions", "list"]);
    let ids: Vec<&str> = list["data"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 4);
    assert_eq!(json_of(&account, &["auth", "sessions", "revoke", ids[0]]), json!({"ok": true}));
    account.with(logins[2]["token"].as_str().unwrap()).get("/me").fails(401, "Unauthorized");
    assert_eq!(run(&account, &["auth", "sessions", "revoke", ids[0]], "").code, Some(5));
    let output = run(&account, &["auth", "sessions", "revoke", "--all"], "");
    assert_eq!(output.code, Some(2), "it asks first: {}", output.stderr);
    assert_eq!(json_of(&account, &["auth", "sessions", "revoke", "--all", "--yes"]), json!({"revoked": 2}));
    assert_eq!(run(&account, &["auth", "sessions", "revoke"], "").code, Some(2));
}

#[test]
fn the_password_is_changed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let args = ["auth", "password", "--current-password", "@-", "--new-password", "Nuevo-Caballo-1"];
    let output = run(&account, &args, &format!("{PASSWORD}\n"));
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "{\n  \"ok\": true\n}\n"), "{}", output.stderr);
    let body = json!({"email": account.email, "password": "Nuevo-Caballo-1"});
    account.anonymous().post("/auth/login", body).ok(200);
    let output = run(&account, &["auth", "password", "--current-password", "x", "--new-password", "y"], "");
    assert_eq!(output.code, Some(4));
    assert!(output.stderr.contains("Invalid password"), "{}", output.stderr);
    let output = run(&account, &["auth", "password", "--new-password", "y"], "");
    assert_eq!(output.code, Some(2), "nobody can be asked: {}", output.stderr);
}

#[test]
fn notifications_are_listed_and_read() {
    let daemon = Daemon::shared();
    let (owner, guest) = (daemon.register(), daemon.register());
    for name in ["One", "Two", "Three"] {
        let project = owner.user().post("/projects", json!({"name": name})).ok(201)["id"].clone();
        let path = format!("/projects/{}/members", project.as_str().unwrap());
        owner.user().post(&path, json!({"email": guest.email, "role": "viewer"})).ok(201);
    }
    let list = json_of(&guest, &["notifications", "list"]);
    assert_eq!((&list["unread_count"], &list["data"][0]["type"]), (&json!(3), &json!("team_invite")));
    let id = list["data"][0]["id"].as_str().unwrap();
    assert_eq!(json_of(&guest, &["notifications", "read", id]), json!({"ok": true}));
    let unread = json_of(&guest, &["notifications", "list", "--unread"]);
    assert_eq!(unread["data"].as_array().unwrap().len(), 2);
    assert_eq!(json_of(&guest, &["notifications", "read-all"]), json!({"count": 2}));
}

#[test]
fn the_account_is_shown_and_changed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(json_of(&account, &["account", "get"])["email"], account.email);
    let changed = json_of(&account, &["account", "update", "--name", "Zoë", "--locale", "es", "--theme", "dark"]);
    assert_eq!(
        (&changed["name"], &changed["locale"], &changed["theme"]),
        (&json!("Zoë"), &json!("es"), &json!("dark"))
    );
    assert_eq!(run(&account, &["account", "update"], "").code, Some(2));
    assert_eq!(run(&account, &["account", "update", "--locale", "xx"], "").code, Some(6));
    assert_eq!(json_of(&account, &["account", "activity"])["data"][0]["action"], "user.name_changed");
    let who = json_of(&account, &["whoami"]);
    assert_eq!((&who["user"], &who["name"], &who["locale"]), (&json!(account.email), &json!("Zoë"), &json!("es")));
}
