//! How often a token may be used, beside the limit of its project.

use super::{token, visitor};
use crate::support::Daemon;
use serde_json::json;

#[test]
fn so_many_calls_a_minute() {
    let daemon = Daemon::bare(&[]);
    let account = daemon.register();
    let (one, other) = (visitor(&account, json!({})), visitor(&account, json!({})));
    let mut calls = 0;
    // A minute may end on the way.
    let refused = loop {
        let reply = one.get("/embed/session");
        if reply.status != 200 {
            break reply;
        }
        assert_eq!(reply.header("x-ratelimit-limit"), Some("120"));
        calls += 1;
        assert!(calls <= 240, "no limit");
    };
    assert!(calls >= 120, "{calls}");
    refused.fails(429, "Rate limit exceeded. Try again later.");
    assert_eq!(
        (refused.header("x-ratelimit-limit"), refused.header("x-ratelimit-remaining")),
        (Some("120"), Some("0"))
    );
    other.get("/embed/session").ok(200);
}

#[test]
fn the_limit_of_the_project_counts_too() {
    let daemon = Daemon::with(&["--rate-limit", "5"]);
    let account = daemon.register();
    let holder = account.with(token(&account, json!({}))["token"].as_str().unwrap());
    let refused = (0..12).map(|_| holder.get("/embed/session")).find(|reply| reply.status != 200);
    let refused = refused.expect("the project has five calls a minute");
    refused.fails(429, "Rate limit exceeded. Try again later.");
    assert_eq!(refused.header("x-ratelimit-limit"), Some("5"));
}
