//! Showing a secret again, and what of it is on disk.

use super::{at, holder, key, listed, reader};
use crate::support::{Daemon, PASSWORD};
use serde_json::json;

#[test]
fn a_user_with_the_password_sees_the_secret_again() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, reader());
    let reveal = at(&made, "/reveal");
    let password = json!({ "password": PASSWORD });
    account.user().post(&reveal, json!({})).fails(400, "Missing required field: password");
    account.user().post(&reveal, json!({"password": "Wrong-Horse-77"})).fails(401, "Invalid password");
    account.post(&reveal, password.clone()).fails(401, "Unauthorized");
    account.anonymous().post(&reveal, password.clone()).fails(401, "Unauthorized");
    assert_eq!(account.user().post(&reveal, password.clone()).ok(200), made);
    let next = account.post(&at(&made, "/rotate"), json!({})).ok(200);
    assert_eq!(account.user().post(&reveal, password.clone()).ok(200)["secret"], next["secret"]);
    // Of the key that came with the project too, and of one that is disabled.
    let first = account.get("/token").ok(200);
    account.patch(&at(&made, ""), json!({"status": "disabled"})).ok(200);
    let shown = account.user().post(&at(&first, "/reveal"), password.clone()).ok(200);
    assert_eq!(shown["secret"], account.key.as_str());
    assert_eq!(account.user().post(&reveal, password.clone()).ok(200)["status"], "disabled");
    let stranger = daemon.register();
    stranger.user().post(&reveal, password.clone()).fails(404, "API key not found");
    account.delete(&at(&made, "")).ok(200);
    account.user().post(&reveal, password).fails(404, "API key not found");
}

#[test]
fn members_reveal_what_they_administer() {
    let daemon = Daemon::shared();
    let (owner, mate) = (daemon.register(), daemon.register());
    let made = key(&owner, reader());
    let invite = json!({"email": mate.email, "role": "member"});
    let place = owner.user().post(&format!("/projects/{}/members", owner.project_id), invite).ok(201);
    let place = place["id"].as_str().unwrap();
    mate.user().post(&format!("/invitations/{place}/accept"), json!({})).ok(200);
    let reveal = || {
        let call = mate.user().call("POST", &at(&made, "/reveal")).header("X-Project-Id", &owner.project_id);
        call.json(json!({ "password": PASSWORD })).send()
    };
    reveal().fails(403, "Access denied");
    owner.user().patch(&format!("/projects/{}/members/{place}", owner.project_id), json!({"role": "admin"})).ok(200);
    assert_eq!(reveal().ok(200)["secret"], made["secret"]);
    let entry = owner.user().get("/audit-log?action=api_key.revealed").ok(200)["data"][0].clone();
    assert_eq!((&entry["user_id"], &entry["resource_id"]), (&json!(mate.user_id), &made["id"]));
}

#[test]
fn a_server_may_keep_hashes_alone() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let before = key(&account, reader());
    let copies = |daemon: &Daemon| -> i64 {
        let sql = "SELECT COUNT(*) FROM api_keys WHERE secret IS NOT NULL";
        daemon.database().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(copies(&daemon), 2);
    daemon.stop();
    daemon.restart_with(&["--no-reveal"]);
    assert_eq!(copies(&daemon), 0);
    let made = key(&account, reader());
    holder(&account, &made).get("/events").ok(200);
    holder(&account, &before).get("/events").ok(200);
    account.post(&at(&made, "/rotate"), json!({})).ok(200);
    assert_eq!(copies(&daemon), 0);
    let reveal = |made| account.user().post(&at(made, "/reveal"), json!({ "password": PASSWORD }));
    for made in [&before, &made] {
        reveal(made).fails(403, "Revealing API keys is switched off");
    }
    daemon.stop();
    daemon.restart_with(&[]);
    reveal(&before).fails(403, "This API key is kept as a hash alone: rotate it to get a new one");
    let next = account.post(&at(&before, "/rotate"), json!({})).ok(200);
    assert_eq!(reveal(&before).ok(200)["secret"], next["secret"]);
    assert_eq!(listed(next)["id"], before["id"]);
}
