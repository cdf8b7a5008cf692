//! How long the session of a browser lasts.

use super::Browser;
use crate::support::{Daemon, until};
use std::time::{Duration, Instant};

#[test]
fn it_lasts_as_long_as_it_is_used() {
    let daemon = Daemon::with(&["--session-timeout", "3"]);
    let account = daemon.register();
    let (used, unused) = (Browser::login(&account), Browser::login(&account));
    let started = Instant::now();
    until("more than the timeout has passed", || {
        used.get("/me").ok(200);
        (started.elapsed() > Duration::from_secs(4)).then_some(())
    });
    unused.get("/me").fails(401, "Unauthorized");
    // Looking by a token does not count as a use.
    until("the other one is over too", || {
        let list = account.user().get("/me/sessions").ok(200);
        list["data"].as_array().unwrap().iter().all(|row| row["kind"] == "api").then_some(())
    });
    used.get("/me").fails(401, "Unauthorized");
    used.change("PATCH", "/me", serde_json::json!({"name": "Late"})).fails(401, "Unauthorized");
}

#[test]
fn it_survives_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let (kept, ended) = (Browser::login(&account), Browser::login(&account));
    ended.change("POST", "/auth/logout", serde_json::json!({})).ok(200);
    daemon.kill9();
    daemon.restart();
    assert_eq!(kept.get("/me").ok(200)["csrf_token"], kept.csrf);
    kept.change("PATCH", "/me", serde_json::json!({"name": "Still"})).ok(200);
    ended.get("/me").fails(401, "Unauthorized");
}
