//! Which faces are there, and that the rules of the edge hold in all of them.

use crate::support::Daemon;
use serde_json::json;

#[test]
fn what_is_switched_off_is_not_there() {
    let daemon = Daemon::with(&["--faces", "none"]);
    let account = daemon.register();
    for (method, path) in [("POST", "/e/ep_1"), ("POST", "/ingest/e/ep_1"), ("GET", "/ingest/api/v1/events")] {
        account.target(method, path).send().fails(404, "Not found");
    }
    account.event("order.created", json!({}));
}

#[test]
fn the_edge_is_the_same_everywhere() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = account.target("GET", "/ingest/api/v1/events").send();
    assert_eq!(reply.status, 200, "{}", reply.text);
    for (name, value) in [
        ("cache-control", "no-store"),
        ("access-control-allow-origin", "*"),
        ("x-content-type-options", "nosniff"),
        ("content-type", "application/json; charset=utf-8"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    assert!(reply.header("x-request-id").is_some() && reply.header("x-ratelimit-limit").is_some());
    account.target("GET", "/ingest/nothing").send().fails(404, "Not found");
    account.target("GET", "/e/ep_1").send().fails(405, "Method not allowed");
    let large = account.target("POST", "/e/ep_1").raw("application/json", "x".repeat(262_145)).send();
    large.fails(413, "Payload too large. Maximum is 256 KB.");
    let asked = account.target("OPTIONS", "/e/ep_1").header("Access-Control-Request-Method", "POST").send();
    let allowed = asked.header("access-control-allow-headers").expect("told").to_lowercase();
    assert!(allowed.contains("x-pj-signature"), "{allowed}");
}
