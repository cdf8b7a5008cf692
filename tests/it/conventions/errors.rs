//! Every kind of failure has the one error shape, the headers of all answers and a fixed text.

use crate::support::{Daemon, NO_ID, Reply, until};
use serde_json::json;

/// What every error under `/api/v1` must carry besides its text.
#[track_caller]
fn complete(reply: &Reply, status: u16, error: &str) {
    reply.fails(status, error);
    assert_eq!(reply.header("x-api-version"), Some("1"));
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
}

#[test]
fn unknown_path() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for path in ["/nowhere", "/events/a/b/c", "/webhooksx", "/", ""] {
        complete(&account.get(path), 404, "Not found");
    }
    complete(&account.anonymous().get("/nowhere"), 404, "Not found");
    complete(&account.post("/nowhere", json!({})), 404, "Not found");
}

#[test]
fn wrong_method_says_which_are_right() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path, allowed) in [
        ("PATCH", "/events", vec!["GET", "POST"]),
        ("DELETE", "/webhooks", vec!["GET", "POST"]),
        ("GET", "/simulate", vec!["POST"]),
        ("GET", "/auth/login", vec!["POST"]),
        ("POST", "/topics", vec!["GET"]),
        ("POST", "/deliveries", vec!["GET"]),
    ] {
        let reply = account.call(method, path).send();
        complete(&reply, 405, "Method not allowed");
        let allow = reply.header("allow").unwrap_or_else(|| panic!("no Allow for {method} {path}"));
        for method in allowed {
            assert!(allow.split(',').any(|m| m.trim() == method), "{path}: {method} is not in {allow:?}");
        }
    }
}

#[test]
fn wrong_method_needs_no_credential() {
    let daemon = Daemon::shared();
    complete(&daemon.api().call("PATCH", "/events").send(), 405, "Method not allowed");
}

#[test]
fn unreadable_bodies() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = account.call("POST", "/events").raw("application/json", "{\"a\":").send();
    complete(&reply, 400, "Invalid JSON body");
    let reply = account.call("POST", "/events").raw("text/plain", "hello").send();
    complete(&reply, 415, "Unsupported media type. Send application/json.");
    let reply = account.call("POST", "/events").raw("application/json", vec![b'x'; 262_145]).send();
    complete(&reply, 413, "Payload too large. Maximum is 256 KB.");
}

#[test]
fn missing_field_and_bad_value() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    complete(&account.post("/webhooks", json!({})), 400, "Missing required field: url");
    let reply = account.post("/events", json!({"topic": 5}));
    complete(&reply, 422, "topic must be a string");
    reply.invalid("topic");
}

#[test]
fn missing_and_unknown_credentials() {
    let daemon = Daemon::shared();
    for api in [daemon.api(), daemon.api().with("jc_live_unknown"), daemon.api().with("x")] {
        let reply = api.get("/events");
        complete(&reply, 401, "Invalid API key");
        assert_eq!(reply.header("www-authenticate"), Some("Bearer"));
    }
    let reply = daemon.api().with("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA").get("/events");
    complete(&reply, 401, "Unauthorized");
    assert_eq!(reply.json["message"], "A valid user token is required");
    assert_eq!(reply.header("www-authenticate"), Some("Bearer"));
}

#[test]
fn wrong_scope_and_wrong_address() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.user().patch("/token", json!({"scopes": ["events:read"]})).ok(200);
    complete(&account.post("/events", json!({})), 403, "Insufficient scope: events:write");
    account.user().patch("/token", json!({"allowed_ips": ["203.0.113.9"]})).ok(200);
    // The address is judged before the scope.
    complete(&account.post("/events", json!({})), 403, "IP not allowed");
}

#[test]
fn too_many_calls() {
    let daemon = Daemon::with(&["--rate-limit", "3"]);
    let account = daemon.register();
    let denied = (0..8).map(|_| account.get("/topics")).find(|r| r.status != 200).expect("a denied call");
    complete(&denied, 429, "Rate limit exceeded. Try again later.");
    assert_eq!(denied.json["limit"], 3);
    assert_eq!(denied.json["remaining"], 0);
    let wait = denied.json["retry_after"].as_u64().expect("seconds");
    assert!((1..=60).contains(&wait));
    assert_eq!(denied.header("retry-after").unwrap().parse(), Ok(wait));
}

#[test]
fn a_fault_of_ours_tells_nothing_of_the_inside() {
    let daemon = Daemon::start();
    let account = daemon.register();
    account.get("/dead-letters").ok(200);
    daemon.database().execute_batch("ALTER TABLE dead_letters RENAME TO elsewhere").unwrap();
    complete(&account.get("/dead-letters"), 500, "Internal server error");
    assert_eq!(account.get("/dead-letters").json, json!({"error": "Internal server error"}));
    until("the log tells", || daemon.log().contains("no such table").then_some(()));
    // The rest goes on.
    account.get("/events").ok(200);
}

#[test]
fn absent_resources() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path, error) in [
        ("GET", "/events/{id}", "Event not found"),
        ("DELETE", "/events/{id}", "Event not found"),
        ("GET", "/webhooks/{id}", "Webhook not found"),
        ("PATCH", "/webhooks/{id}", "Webhook not found"),
        ("PUT", "/webhooks/{id}", "Webhook not found"),
        ("DELETE", "/webhooks/{id}", "Webhook not found"),
        ("GET", "/webhooks/{id}/health", "Webhook not found"),
        ("POST", "/webhooks/{id}/test", "Webhook not found"),
        ("POST", "/webhooks/{id}/rotate-secret", "Webhook not found"),
        ("GET", "/deliveries/{id}", "Delivery not found"),
        ("POST", "/deliveries/{id}/retry", "Delivery not found"),
        ("GET", "/dead-letters/{id}", "Dead letter not found"),
        ("POST", "/dead-letters/{id}/retry", "Dead letter not found"),
        ("PATCH", "/dead-letters/{id}/resolve", "Dead letter not found"),
        ("POST", "/dead-letters/{id}/resolve", "Dead letter not found"),
    ] {
        for id in [NO_ID, "xyz", "0199b5a0", "%00", "0199B5A0-FFFF-7000-8000-00000000DEAD", "..%2f..%2fetc"] {
            complete(&account.call(method, &path.replace("{id}", id)).send(), 404, error);
        }
    }
}
