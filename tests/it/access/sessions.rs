//! Refresh and logout: every documented form of the token, rotation, and the end of a session.

use crate::support::{Account, Daemon, Reply};
use serde_json::{Value, json};

fn refresh(account: &Account, body: Value) -> Reply {
    account.anonymous().post("/auth/refresh", body)
}

#[test]
fn every_form_of_the_token() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut renew = account.refresh_token.clone();
    let forms: [(&str, bool); 4] =
        [("token", false), ("refresh_token", false), ("token", true), ("refresh_token", true)];
    for (name, with_refresh) in forms {
        let sent = if with_refresh { &renew } else { &account.token };
        let answer = refresh(&account, json!({ name: sent })).ok(200);
        let token = answer["token"].as_str().unwrap();
        assert_eq!(account.with(token).get("/project").ok(200)["id"], account.project_id);
        assert!(answer["expires_at"].as_str().unwrap().ends_with('Z'));
        let fresh = answer["refresh_token"].as_str().unwrap().to_owned();
        assert_ne!(fresh, renew);
        assert!(fresh.starts_with("jcr_"));
        renew = fresh;
    }
    for token in [&renew, &account.token] {
        account.with(token).call("POST", "/auth/refresh").send().ok(200);
    }
}

#[test]
fn a_refresh_token_rotates_and_a_client_may_repeat_itself() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
    // The answer may have been lost: for a minute the old one still works.
    refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
    // Older access tokens stay valid while the session lives.
    account.user().get("/project").ok(200);
    account.with(first["token"].as_str().unwrap()).get("/project").ok(200);
}

/// Lets that many seconds pass since every replacement of a refresh token.
fn wait_after_replacements(daemon: &mut Daemon, seconds: i64) {
    daemon.stop();
    let sql = "UPDATE refresh_tokens SET replaced_at = replaced_at - ?1 WHERE replaced_at IS NOT NULL";
    assert!(daemon.database().execute(sql, [seconds * 1_000_000]).unwrap() > 0);
    daemon.restart();
}

#[test]
fn a_refresh_token_that_comes_back_late_ends_the_session() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let other = account.login();
    let first = refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
    wait_after_replacements(&mut daemon, 50);
    refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
    wait_after_replacements(&mut daemon, 11);
    let late = refresh(&account, json!({"refresh_token": account.refresh_token}));
    late.fails(401, "Invalid or expired token");
    // Whoever holds the session, it is over: for the thief and for the owner.
    for token in [&account.refresh_token, &first["refresh_token"].as_str().unwrap().to_owned()] {
        refresh(&account, json!({"refresh_token": token})).fails(401, "Invalid or expired token");
    }
    for token in [&account.token, &first["token"].as_str().unwrap().to_owned()] {
        account.with(token).get("/project").fails(401, "Unauthorized");
    }
    account.with(other["token"].as_str().unwrap()).get("/project").ok(200);
    refresh(&account, json!({"refresh_token": other["refresh_token"]})).ok(200);
    account.get("/project").ok(200);
    let sql = "SELECT COUNT(*) FROM audit_log WHERE action = 'user.refresh_reuse_detected'";
    let told: i64 = daemon.database().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(told, 1);
}

#[test]
fn what_cannot_be_refreshed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!({"token": ""}), json!({"refresh_token": null})] {
        refresh(&account, body).fails(400, "Missing required field: token");
    }
    let cut = &account.token[..account.token.len() - 2];
    for token in ["x", "jcr_unknown", account.key.as_str(), cut, "eyJhbGciOiJub25lIn0.e30."] {
        refresh(&account, json!({"token": token})).fails(401, "Invalid or expired token");
        refresh(&account, json!({"refresh_token": token})).fails(401, "Invalid or expired token");
    }
    let reply = refresh(&account, json!({"token": 5}));
    assert_eq!(reply.status, 422, "{}", reply.text);
}

#[test]
fn logout_ends_the_session_and_no_other() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let other = account.login();
    let renewed = refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
    assert_eq!(account.user().call("POST", "/auth/logout").send().ok(200), json!({"ok": true}));
    for token in [&account.token, &renewed["token"].as_str().unwrap().to_owned()] {
        account.with(token).get("/project").fails(401, "Unauthorized");
        account.with(token).call("POST", "/auth/logout").send().fails(401, "Unauthorized");
        refresh(&account, json!({"token": token})).fails(401, "Invalid or expired token");
        refresh(&account, json!({"refresh_token": token})).fails(401, "Invalid or expired token");
    }
    for token in [account.refresh_token.as_str(), renewed["refresh_token"].as_str().unwrap()] {
        refresh(&account, json!({"refresh_token": token})).fails(401, "Invalid or expired token");
    }
    account.with(other["token"].as_str().unwrap()).get("/project").ok(200);
    refresh(&account, json!({"refresh_token": other["refresh_token"]})).ok(200);
    account.get("/project").ok(200);
}

#[test]
fn sessions_survive_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let ended = account.login()["token"].as_str().unwrap().to_owned();
    account.with(&ended).call("POST", "/auth/logout").send().ok(200);
    daemon.kill9();
    daemon.restart();
    account.get("/project").ok(200);
    account.user().get("/project").ok(200);
    account.with(&ended).get("/project").fails(401, "Unauthorized");
    refresh(&account, json!({"refresh_token": account.refresh_token})).ok(200);
}
