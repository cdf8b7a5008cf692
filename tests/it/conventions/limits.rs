//! Request limits: fixed minute windows, their headers, and what is never limited.

use crate::support::{Daemon, Reply};
use serde_json::json;

/// Calls until the limit strikes. A window may end in between, so twice the limit is enough.
#[track_caller]
fn until_denied(limit: u64, mut call: impl FnMut(u64) -> Reply) -> Reply {
    for n in 0..=2 * limit {
        let reply = call(n);
        assert_eq!(reply.header("x-ratelimit-limit").and_then(|v| v.parse().ok()), Some(limit), "{}", reply.text);
        let left: u64 = reply.header("x-ratelimit-remaining").unwrap().parse().unwrap();
        assert!(left < limit || reply.status == 429);
        let reset: u64 = reply.header("x-ratelimit-reset").unwrap().parse().unwrap();
        let now = u64::try_from(chrono::Utc::now().timestamp()).unwrap();
        assert!(reset.is_multiple_of(60) && reset + 1 >= now && reset <= now + 60, "reset {reset}, now {now}");
        if reply.status == 429 {
            assert_eq!(left, 0);
            return reply;
        }
    }
    panic!("never denied");
}

#[track_caller]
fn complete(reply: &Reply, limit: u64) {
    reply.fails(429, "Rate limit exceeded. Try again later.");
    let wait = reply.json["retry_after"].as_u64().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(reply.header("retry-after").unwrap(), wait.to_string());
    assert_eq!(reply.json["limit"], limit);
    assert_eq!(reply.json["remaining"], 0);
    assert_eq!(reply.header("x-api-version"), Some("1"));
}

#[test]
fn account_routes_are_limited_by_address() {
    let daemon = Daemon::bare(&[]);
    for (path, limit) in [("/auth/login", 15), ("/auth/register", 5), ("/auth/refresh", 30), ("/auth/mfa/verify", 10)] {
        // A forged origin makes nobody a stranger.
        let denied = until_denied(limit, |n| {
            let call = daemon.api().call("POST", path).header("X-Forwarded-For", &format!("198.51.100.{n}"));
            call.json(json!({})).send()
        });
        complete(&denied, limit);
    }
}

#[test]
fn a_trusted_proxy_names_the_address() {
    let daemon = Daemon::bare(&["--trusted-proxies", "127.0.0.0/8"]);
    let register =
        |from: &str| daemon.api().call("POST", "/auth/register").header("X-Forwarded-For", from).json(json!({})).send();
    complete(&until_denied(5, |_| register("203.0.113.1")), 5);
    // What the client wrote before the proxy's own entry counts for nothing.
    assert_eq!(register("198.51.100.7, 203.0.113.1").status, 429);
    assert_eq!(register("203.0.113.1, 127.0.0.9").status, 429);
    assert_eq!(register("203.0.113.1:4711").status, 429);
    assert_eq!(register("::ffff:203.0.113.1").status, 429);
    assert_eq!(register("203.0.113.2").status, 400);
    assert_eq!(register("[2001:db8::1]:443").status, 400);
}

#[test]
fn failed_credentials_are_limited_by_address() {
    let daemon = Daemon::bare(&[]);
    let denied = (0..=121).map(|_| daemon.api().with("jc_live_wrong").get("/events")).find(|r| r.status != 401);
    denied.expect("a denied call").fails(429, "Rate limit exceeded. Try again later.");
}

#[test]
fn a_project_has_one_limit_for_all_its_callers() {
    let daemon = Daemon::with(&["--rate-limit", "6"]);
    let account = daemon.register();
    let other = daemon.register();
    let user = account.user();
    complete(&until_denied(6, |n| if n % 2 == 0 { account.get("/topics") } else { user.get("/topics") }), 6);
    assert_eq!(other.get("/topics").ok(200)["topics"], json!([]));
}

#[test]
fn denied_before_scope_and_body_are_looked_at() {
    let daemon = Daemon::with(&["--rate-limit", "2"]);
    let account = daemon.register();
    let denied = until_denied(2, |_| account.call("POST", "/events").raw("application/json", "{broken").send());
    complete(&denied, 2);
}

#[test]
fn project_routes_show_the_generous_default() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for reply in [account.get("/events"), account.post("/webhooks", json!({})), account.user().get("/project")] {
        assert_eq!(reply.header("x-ratelimit-limit"), Some("600000"));
        let left: u64 = reply.header("x-ratelimit-remaining").unwrap().parse().unwrap();
        assert!((599_000..600_000).contains(&left), "{left} left");
    }
}

#[test]
fn a_limit_that_is_off_shows_no_headers() {
    let daemon = Daemon::with(&["--rate-limit", "off"]);
    let account = daemon.register();
    let login = daemon.api().post("/auth/login", json!({}));
    for reply in [account.get("/events"), login, daemon.api().target("GET", "/health").send()] {
        for name in ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after"] {
            assert_eq!(reply.header(name), None);
        }
    }
    for _ in 0..20 {
        daemon.api().post("/auth/login", json!({})).fails(400, "Missing required field: email");
    }
}
