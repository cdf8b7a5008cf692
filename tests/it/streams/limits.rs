//! How many streams a project may have open, and what they cost of its calls.

use super::{Socket, Sse, when_free};
use crate::support::Daemon;
use serde_json::json;

#[test]
fn a_project_has_so_many_streams_of_both_kinds() {
    let daemon = Daemon::with(&["--max-streams-per-project", "3"]);
    let (account, other) = (daemon.register(), daemon.register());
    let first = Sse::open(&account, &account.key, "", &[]);
    let _second = Sse::open(&account, &account.key, "", &[]);
    let socket = Socket::open(&account, &format!("?token={}", account.key));
    let text = "Too many open streams for this project";
    Sse::begin(&account, &account.key, "", &[]).err().expect("full").fails(429, text);
    let refused = Socket::begin(&account, &format!("/ws?token={}", account.key), &[]).err().expect("full");
    assert_eq!((refused.status, &refused.json["error"]), (429, &json!(text)));
    drop(Sse::open(&other, &other.key, "", &[]));
    drop(first);
    let third = when_free(&account, &account.key);
    Sse::begin(&account, &account.key, "", &[]).err().expect("full").fails(429, text);
    drop(socket);
    drop((when_free(&account, &account.key), third));
}

#[test]
fn a_stream_costs_one_call() {
    let daemon = Daemon::with(&["--rate-limit", "1000"]);
    let account = daemon.register();
    let left = |stream: &Sse| stream.header("x-ratelimit-remaining").unwrap().parse::<u32>().unwrap();
    let mut first = Sse::open(&account, &account.key, "", &[]);
    let before = left(&first);
    for n in 0..5 {
        account.event("a", json!({"n": n}));
    }
    first.events(5);
    let after = left(&Sse::open(&account, &account.key, "", &[]));
    // A minute may have ended meanwhile.
    assert!(after == before - 6 || after == 999, "{before} {after}");
}
