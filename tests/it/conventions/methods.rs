//! Methods: overrides for clients without PATCH, HEAD, and paths with a trailing slash.

use crate::support::{Account, Daemon, Reply, Shared};
use serde_json::json;

fn hook() -> (Shared, Account, String) {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let id = account.webhook_id("http://127.0.0.1:9/x", json!({"name": "before"}));
    (daemon, account, format!("/webhooks/{id}"))
}

fn overriding(account: &Account, method: &str, path: &str, with: &str, body: &str) -> Reply {
    account.call(method, path).header("X-HTTP-Method-Override", with).raw("application/json", body).send()
}

#[test]
fn a_post_may_stand_for_patch_put_and_delete() {
    let (_daemon, account, path) = hook();
    let patched = overriding(&account, "POST", &path, "PATCH", r#"{"name":"patched"}"#).ok(200);
    assert_eq!(patched["name"], "patched");
    let put = overriding(&account, "POST", &path, "PUT", r#"{"name":"put"}"#).ok(200);
    assert_eq!(put["name"], "put");
    assert_eq!(overriding(&account, "POST", &path, "DELETE", "").ok(200)["status"], "inactive");
}

#[test]
fn nothing_else_is_overridden() {
    let (_daemon, account, path) = hook();
    assert_eq!(overriding(&account, "GET", &path, "DELETE", "").ok(200)["status"], "active");
    for with in ["GET", "HEAD", "TRACE", "x"] {
        overriding(&account, "POST", &path, with, "{}").fails(405, "Method not allowed");
    }
    let form = "_method=DELETE&name=x";
    let reply = account.call("POST", &path).raw("application/x-www-form-urlencoded", form).send();
    reply.fails(405, "Method not allowed");
    assert_eq!(account.get(&path).ok(200)["status"], "active");
}

#[test]
fn put_is_patch_on_webhooks() {
    let (_daemon, account, path) = hook();
    let put = account.call("PUT", &path).json(json!({"topics": ["a"]})).send().ok(200);
    assert_eq!(put["topics"], json!(["a"]));
    assert_eq!(put["name"], "before", "PUT does not clear what it does not name");
}

#[test]
fn head_is_get_without_a_body() {
    let (_daemon, account, path) = hook();
    for path in [path.as_str(), "/webhooks", "/events", "/topics", "/project"] {
        let get = account.get(path);
        let head = account.call("HEAD", path).send();
        assert_eq!(head.status, 200, "{path}");
        assert!(head.body.is_empty());
        assert_eq!(head.header("content-type"), get.header("content-type"));
        assert_eq!(head.header("x-api-version"), Some("1"));
    }
    assert_eq!(account.call("HEAD", "/nowhere").send().status, 404);
    assert_eq!(account.anonymous().call("HEAD", "/events").send().status, 401);
    assert_eq!(account.call("HEAD", "/auth/login").send().status, 405);
}

#[test]
fn a_trailing_slash_changes_nothing() {
    let (_daemon, account, path) = hook();
    assert_eq!(account.get(&format!("{path}/")).ok(200), account.get(&path).ok(200));
    account.get("/webhooks/?limit=1").ok(200);
    account.post("/events/", json!({"a": 1})).ok(202);
    account.get("/nowhere/").fails(404, "Not found");
}

#[test]
fn unknown_methods() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for method in ["TRACE", "CONNECT", "PROPFIND", "get"] {
        let reply = account.call(method, "/events").send();
        assert!((400..500).contains(&reply.status), "{method}: {} {}", reply.status, reply.text);
    }
}
