//! The ends of an endpoint: its time is over, its project ends, its owner is erased.

use super::{kept, place};
use crate::support::{Daemon, PASSWORD, until};
use serde_json::json;

fn count(daemon: &Daemon, table: &str) -> i64 {
    daemon.database().query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

/// Puts the clock of an endpoint forward by its lifetime.
fn expire(daemon: &Daemon, id: &str) {
    let id = id.replace('-', "");
    let sql = format!("UPDATE sandbox_endpoints SET expires_at = 1000000 WHERE hex(id) = upper('{id}')");
    assert_eq!(daemon.database().execute(&sql, []).unwrap(), 1);
}

#[test]
fn an_expired_endpoint_takes_nothing_and_is_erased_in_time() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let ((old, path), (young, other)) = (place(&account), place(&account));
    for path in [&path, &other] {
        account.target("POST", path).raw("", "x").send().ok(200);
    }
    expire(&daemon, &old);
    account.target("POST", &path).raw("", "y").send().fails(404, "Sandbox endpoint not found");
    let ids = |path: &str| -> Vec<serde_json::Value> {
        account.get(path).ok(200)["data"].as_array().unwrap().iter().map(|e| e["id"].clone()).collect()
    };
    assert_eq!(ids("/sandbox-endpoints"), [json!(young)]);
    assert_eq!(ids("/sandbox-endpoints?include=expired"), [json!(young), json!(old)]);
    assert_eq!(kept(&account, &old).len(), 1, "it can be looked at until it is erased");
    // The first round of housekeeping is that of the start.
    daemon.stop();
    daemon.restart();
    until("the expired endpoint is erased", || (count(&daemon, "sandbox_endpoints") == 1).then_some(()));
    assert_eq!(count(&daemon, "sandbox_requests"), 1);
    assert_eq!(ids("/sandbox-endpoints?include=expired"), [json!(young)]);
}

#[test]
fn it_ends_with_its_project() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let second = account.user().post("/projects", json!({"name": "Two"})).ok(201);
    let key = account.with(second["api_key"].as_str().unwrap());
    let path = key.post("/sandbox-endpoints", json!({})).ok(201)["url"].as_str().unwrap().to_owned();
    key.target("POST", &path).raw("", "x").send().ok(200);
    account.user().delete(&format!("/projects/{}", second["id"].as_str().unwrap())).ok(200);
    key.target("POST", &path).raw("", "y").send().fails(404, "Sandbox endpoint not found");
    daemon.stop();
    daemon.restart();
    let rows = || count(&daemon, "sandbox_endpoints") + count(&daemon, "sandbox_requests");
    until("all of it is erased", || (rows() == 0).then_some(()));
}

#[test]
fn it_goes_with_its_owner() {
    let daemon = Daemon::start();
    let (account, other) = (daemon.register(), daemon.register());
    let ((_, path), (id, kept_path)) = (place(&account), place(&other));
    for path in [&path, &kept_path] {
        account.target("POST", path).raw("", "x").send().ok(200);
    }
    account.user().call("DELETE", "/me").json(json!({"password": PASSWORD})).send().ok(200);
    account.target("POST", &path).raw("", "y").send().fails(404, "Sandbox endpoint not found");
    until("all of it is erased", || (count(&daemon, "sandbox_endpoints") == 1).then_some(()));
    until("its requests too", || (count(&daemon, "sandbox_requests") == 1).then_some(()));
    assert_eq!(kept(&other, &id).len(), 1);
}

#[test]
fn it_stays_over_a_kill() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let (id, path) = place(&account);
    account.target("POST", &path).raw("", "x").send().ok(200);
    daemon.kill9();
    daemon.restart();
    account.target("POST", &path).raw("", "y").send().ok(200);
    let bodies: Vec<_> = kept(&account, &id).iter().map(|r| r["body"].clone()).collect();
    assert_eq!(bodies, [json!("y"), json!("x")]);
}
