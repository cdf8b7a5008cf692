//! The logins of a user, and ending them.

use super::{Browser, acted};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

fn list(user: &crate::support::Api) -> Vec<Value> {
    user.get("/me/sessions").ok(200)["data"].as_array().unwrap().clone()
}

#[test]
fn they_are_shown_with_where_they_came_from() {
    let daemon = Daemon::with(&["--trusted-proxies", "127.0.0.0/8"]);
    let account = daemon.register();
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148";
    let body = json!({"email": account.email, "password": crate::support::PASSWORD});
    let call = account.anonymous().call("POST", "/auth/login").header("User-Agent", phone);
    let token = call.header("X-Forwarded-For", "203.0.113.77").json(body).send().ok(200)["token"].clone();
    let (user, phone_user) = (account.user(), account.with(token.as_str().unwrap()));
    let rows = list(&user);
    assert_eq!(rows.len(), 2);
    let fields = [
        "id",
        "kind",
        "device_info",
        "ip_address",
        "user_agent",
        "current",
        "last_activity_at",
        "expires_at",
        "created_at",
    ];
    assert_eq!(rows[0].as_object().unwrap().keys().collect::<Vec<_>>(), fields);
    assert_eq!(
        (&rows[0]["device_info"], &rows[0]["ip_address"], &rows[0]["user_agent"], &rows[0]["kind"]),
        (&json!("Mobile"), &json!("203.0.113.77"), &json!(phone), &json!("api"))
    );
    assert_eq!(
        (&rows[1]["device_info"], &rows[1]["ip_address"], &rows[1]["user_agent"]),
        (&json!("Desktop"), &json!("127.0.0.1"), &Value::Null)
    );
    let current = |rows: &[Value]| rows.iter().map(|row| row["current"] == true).collect::<Vec<_>>();
    assert_eq!((current(&rows), current(&list(&phone_user))), (vec![false, true], vec![true, false]));
    let days = chrono::DateTime::parse_from_rfc3339(rows[0]["expires_at"].as_str().unwrap()).unwrap()
        - chrono::Utc::now().fixed_offset();
    assert_eq!(days.num_hours(), 30 * 24 - 1, "tokens can be renewed for 30 days");
}

#[test]
fn one_that_is_ended_is_dead_at_the_next_request() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let own = list(&user)[0]["id"].as_str().unwrap().to_owned();
    let (other, browser) = (account.login(), Browser::login(&account));
    let token = account.with(other["token"].as_str().unwrap());
    let rows = list(&user);
    let kinds: Vec<&Value> = rows.iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds, ["web", "api", "api"], "the last used one first");
    for (row, alive) in [(&rows[0], &browser.call("GET", "/project")), (&rows[1], &token.call("GET", "/project"))] {
        alive.send().ok(200);
        let path = format!("/me/sessions/{}", row["id"].as_str().unwrap());
        assert_eq!(user.delete(&path).ok(200), json!({"ok": true}));
        alive.send().fails(401, "Unauthorized");
        user.delete(&path).fails(404, "Session not found");
    }
    let refresh = json!({"refresh_token": other["refresh_token"]});
    account.anonymous().post("/auth/refresh", refresh).fails(401, "Invalid or expired token");
    assert_eq!(list(&user).len(), 1);
    assert_eq!(acted(&user, "user.session"), ["user.session_revoked"; 2]);
    assert_eq!(user.delete(&format!("/me/sessions/{own}")).ok(200), json!({"ok": true}));
    user.get("/me").fails(401, "Unauthorized");
}

#[test]
fn all_others_end_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (other, browser) = (account.login(), Browser::login(&account));
    assert_eq!(browser.change("DELETE", "/me/sessions", json!({})).ok(200), json!({"revoked": 2}));
    browser.get("/me").ok(200);
    account.user().get("/me").fails(401, "Unauthorized");
    account.with(other["token"].as_str().unwrap()).get("/me").fails(401, "Unauthorized");
    assert_eq!(browser.change("DELETE", "/me/sessions", json!({})).ok(200), json!({"revoked": 0}));
    let again = account.login();
    let user = account.with(again["token"].as_str().unwrap());
    assert_eq!(acted(&user, "user.all_sessions"), ["user.all_sessions_revoked"]);
}

#[test]
fn those_of_another_user_do_not_exist() {
    let daemon = Daemon::shared();
    let (account, stranger) = (daemon.register(), daemon.register());
    let id = list(&account.user())[0]["id"].as_str().unwrap().to_owned();
    for id in [id.as_str(), NO_ID, "x"] {
        stranger.user().delete(&format!("/me/sessions/{id}")).fails(404, "Session not found");
    }
    assert_eq!(stranger.user().delete("/me/sessions").ok(200), json!({"revoked": 0}));
    account.user().get("/me").ok(200);
    assert!(list(&stranger.user()).iter().all(|row| row["id"] != id));
    assert_eq!(acted(&stranger.user(), "user.session"), [""; 0]);
}
