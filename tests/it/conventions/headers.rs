//! Headers of every answer, CORS and compression.

use crate::support::{Daemon, Reply, try_exchange};
use serde_json::json;

const EXPOSED: &str = "X-Request-Id, X-API-Version, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, \
                       Retry-After, Content-Disposition";

#[track_caller]
fn common(reply: &Reply) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    assert!(reply.header("x-request-id").is_some_and(|id| (20..=200).contains(&id.len())));
    assert_eq!(reply.header("access-control-allow-credentials"), None);
}

#[test]
fn every_answer_carries_them() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for reply in [
        account.get("/events"),
        account.post("/events", json!({})),
        account.get("/nowhere"),
        account.anonymous().get("/events"),
        account.call("PATCH", "/events").send(),
        account.call("OPTIONS", "/events").send(),
        account.target("GET", "/health").send(),
        account.target("GET", "/nowhere").send(),
    ] {
        common(&reply);
    }
}

#[test]
fn api_answers_carry_the_version_and_are_not_cached() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for reply in [account.get("/events"), account.get("/nowhere"), account.anonymous().get("/events")] {
        assert_eq!(reply.header("x-api-version"), Some("1"));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
    }
    let health = account.target("GET", "/health").send();
    assert_eq!(health.header("x-api-version"), None);
    assert_eq!(health.status, 200);
}

#[test]
fn a_proper_request_id_is_kept() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    let with = |id: &str| {
        let reply = api.call("GET", "/events").header("X-Request-Id", id).send();
        reply.header("x-request-id").unwrap().to_owned()
    };
    for id in ["12345678901234567890", "abc.DEF_123:=+/-abcdefgh", &"x".repeat(200)] {
        assert_eq!(with(id), id);
    }
    for id in ["short", &"x".repeat(201), "1234567890123456789 0", "12345678901234567890;", "äääääääääääääääääääää"]
    {
        let made = with(id);
        assert_ne!(made, id);
        assert_eq!(made.len(), 36, "{made} is not a UUID");
    }
    assert_ne!(with(""), with(""));
}

#[test]
fn https_is_insisted_on_when_it_is_the_public_address() {
    let plain = Daemon::shared();
    assert_eq!(plain.api().get("/events").header("strict-transport-security"), None);
    let daemon = Daemon::with(&["--public-url", "https://hooks.example.org"]);
    let reply = daemon.api().get("/events");
    assert_eq!(reply.header("strict-transport-security"), Some("max-age=31536000"));
}

#[test]
fn any_origin_may_read_the_api() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let too_large = vec![b' '; 262_145];
    for reply in [
        account.call("GET", "/events").header("Origin", "https://app.example.org").send(),
        account.get("/events"),
        account.get("/nowhere"),
        account.anonymous().get("/events"),
        account.call("POST", "/events").raw("application/json", too_large).send(),
        account.call("PATCH", "/events").send(),
        account.target("GET", "/health").send(),
        account.target("GET", "/api/nowhere").send(),
    ] {
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"), "{}", reply.text);
        assert_eq!(reply.header("access-control-expose-headers"), Some(EXPOSED));
        assert_eq!(reply.header("access-control-allow-credentials"), None);
    }
    let elsewhere = account.target("GET", "/nowhere").send();
    assert_eq!(elsewhere.header("access-control-allow-origin"), None);
    assert_eq!(elsewhere.status, 404);
}

#[test]
fn preflights_are_answered_before_everything_else() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    for target in ["/api/v1/events", "/api/v1/nowhere", "/api/v1/auth/login", "/api/x", "/health"] {
        let reply = api
            .target("OPTIONS", target)
            .header("Origin", "https://app.example.org")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "x-idempotency-key")
            .send();
        assert_eq!(reply.status, 200, "{target}");
        assert!(reply.body.is_empty(), "{target}: {}", reply.text);
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS"),
            (
                "access-control-allow-headers",
                "Authorization, X-Api-Key, Content-Type, Accept, X-Idempotency-Key, Idempotency-Key, X-Embed-Token, \
                 X-Project-Id, X-Request-Id, X-Internal-Api-Key, X-PJ-Timestamp, X-PJ-Signature, X-PJ-Event-Type, \
                 X-PJ-Correlation-ID, Last-Event-ID",
            ),
            ("access-control-max-age", "86400"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{target}: {name}");
        }
        assert_eq!(reply.header("access-control-allow-credentials"), None);
        assert_eq!(reply.header("x-ratelimit-limit"), None, "preflights are not limited");
        common(&reply);
    }
}

#[test]
fn long_answers_are_compressed_when_asked() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.event("t", json!({"text": "x".repeat(2000)}));
    let ask = |path: &str, encoding: &str| account.call("GET", path).header("Accept-Encoding", encoding).send();
    let long = ask("/events", "gzip, deflate, br");
    assert_eq!(long.header("content-encoding"), Some("gzip"));
    assert!(long.body.starts_with(&[0x1f, 0x8b]) && long.body.len() < 1500);
    assert!(long.header("vary").is_some_and(|v| v.to_ascii_lowercase().contains("accept-encoding")));
    assert_eq!(long.header("access-control-allow-origin"), Some("*"));
    for reply in
        [ask("/events", "identity"), account.get("/events"), ask("/topics", "gzip"), ask("/events", "gzip;q=0")]
    {
        assert_eq!(reply.header("content-encoding"), None);
        reply.ok(200);
    }
}

#[test]
fn the_state_is_a_page_for_browsers_and_json_for_clients() {
    let daemon = Daemon::shared();
    let get = |accept: &str| {
        let head = format!("GET /status HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\nConnection: close\r\n\r\n");
        try_exchange(daemon.address(), head.as_bytes()).expect("answers")
    };
    let page = get("text/html,application/xhtml+xml,*/*;q=0.8");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.text.contains("<h1>Operational</h1>") && !page.text.contains("{checked_at}"), "{}", page.text);
    assert!(page.header("content-security-policy").is_some_and(|p| p.starts_with("default-src 'none'")));
    for accept in ["*/*", "application/json", "application/json, text/html"] {
        let state = get(accept);
        assert_eq!((state.json["status"].as_str(), state.header("vary")), (Some("healthy"), Some("Accept")));
    }
}
