//! Changing the password.

use super::{Browser, acted};
use crate::support::{Account, Api, Daemon, PASSWORD, Reply};
use serde_json::json;

fn change(user: &Api, current: &str, new: &str) -> Reply {
    user.post("/me/password", json!({"current_password": current, "new_password": new}))
}

fn login(account: &Account, password: &str) -> Reply {
    account.anonymous().post("/auth/login", json!({"email": account.email, "password": password}))
}

#[test]
fn the_new_one_counts_and_other_logins_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (other, browser) = (account.login(), Browser::login(&account));
    let body = json!({"current_password": PASSWORD, "new_password": "Nuevo-Caballo-1", "new_password_confirm": "Nuevo-Caballo-1"});
    assert_eq!(account.user().post("/me/password", body).ok(200), json!({"ok": true}));
    account.user().get("/me").ok(200);
    account.get("/project").ok(200);
    account.with(other["token"].as_str().unwrap()).get("/me").fails(401, "Unauthorized");
    let refresh = json!({"refresh_token": other["refresh_token"]});
    account.anonymous().post("/auth/refresh", refresh).fails(401, "Invalid or expired token");
    browser.get("/me").fails(401, "Unauthorized");
    login(&account, PASSWORD).fails(401, "Invalid email or password");
    login(&account, "Nuevo-Caballo-1").ok(200);
    assert_eq!(acted(&account.user(), "user.password"), ["user.password_changed"]);
}

#[test]
fn recent_ones_are_refused_and_older_ones_are_not() {
    let daemon = Daemon::shared();
    let user = daemon.register().user();
    let name = |n: usize| if n == 0 { PASSWORD.to_owned() } else { format!("Nuevo-Caballo-{n}") };
    let refused = |current: usize, new: usize| {
        let reply = change(&user, &name(current), &name(new));
        reply.fails(422, "Password was used recently");
        assert_eq!(reply.json["details"]["password"], json!(["was used recently"]));
    };
    refused(0, 0);
    for n in 1..=6 {
        change(&user, &name(n - 1), &name(n)).ok(200);
        refused(n, n);
        refused(n, n.saturating_sub(5));
    }
    change(&user, &name(6), &name(0)).ok(200);
    refused(0, 2);
    change(&user, &name(0), &name(1)).ok(200);
    assert_eq!(acted(&user, "user.password_changed").len(), 8);
}

#[test]
fn what_is_refused_changes_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    user.post("/me/password", json!({})).fails(400, "Missing required field: current_password");
    user.post("/me/password", json!({"current_password": PASSWORD})).fails(400, "Missing required field: new_password");
    user.post("/me/password", json!({"current_password": 5, "new_password": "x"})).invalid("current_password");
    let body =
        json!({"current_password": PASSWORD, "new_password": "Nuevo-Caballo-1", "new_password_confirm": "Nuevo"});
    user.post("/me/password", body).fails(422, "Passwords do not match");
    let reply = change(&user, PASSWORD, "short");
    reply.fails(422, "Password should be at least 8 characters");
    assert_eq!(reply.json["details"]["password"].as_array().unwrap().len(), 3);
    change(&user, PASSWORD, "Password1").fails(422, "Password is too common");
    let near = format!("X1-{}", account.email.split('@').next().unwrap());
    change(&user, PASSWORD, &near).fails(422, "Password is too similar to your email");
    assert_eq!(acted(&user, "user.password"), [""; 0]);
    login(&account, PASSWORD).ok(200);
}

#[test]
fn wrong_passwords_lock_like_those_of_a_login() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for _ in 0..4 {
        change(&account.user(), "Wrong-Horse-77", "Nuevo-Caballo-1").fails(401, "Invalid password");
    }
    for password in ["Wrong-Horse-77", PASSWORD] {
        let reply = change(&account.user(), password, "Nuevo-Caballo-1");
        reply.fails(423, "Account locked. Try again later.");
        assert!(reply.json["retry_after"].as_u64().is_some_and(|s| (840..=900).contains(&s)), "{}", reply.text);
    }
    login(&account, PASSWORD).fails(423, "Account locked. Try again later.");
    assert_eq!(acted(&account.user(), "user.reauth_failed").len(), 5);
    assert_eq!(acted(&account.user(), "user.locked").len(), 1);
}

#[test]
fn tries_are_limited_by_the_minute() {
    let daemon = Daemon::bare(&[]);
    let user = daemon.register().user();
    // A minute may end in between; that adds at most as many again.
    let mut tries = (0..21).map(|_| user.post("/me/password", json!({})));
    let refused = tries.find(|reply| reply.status != 400).expect("a limit");
    refused.fails(429, "Rate limit exceeded. Try again later.");
    assert_eq!(refused.header("x-ratelimit-limit"), Some("10"));
    user.get("/me").ok(200);
}
