//! A reader that stops reading: it costs little, and gets everything when it goes on.

use super::Sse;
use crate::support::{Account, Daemon};
use serde_json::json;

/// Payloads that no buffer on the way holds all of.
const FILL: usize = 16 * 1024;
const EVENTS: usize = 2_000;

fn send(account: &Account) -> Vec<String> {
    let fill = "x".repeat(FILL);
    let mut ids = Vec::new();
    for batch in 0..EVENTS / 100 {
        let events: Vec<_> =
            (0..100).map(|n| json!({"topic": "a", "payload": {"n": batch * 100 + n, "fill": fill}})).collect();
        let answer = account.post("/events/batch", json!({"events": events})).ok(202);
        ids.extend(answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()));
    }
    ids
}

/// Memory of the server in KiB.
fn memory(daemon: &Daemon) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", daemon.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_reader_that_stops_costs_little_and_misses_nothing() {
    let daemon = Daemon::start();
    let account = daemon.register();
    send(&account);
    let before = memory(&daemon);
    let mut slow: Vec<Sse> = (0..20).map(|_| Sse::open(&account, &account.key, "", &[])).collect();
    let mut fast = Sse::open(&account, &account.key, "", &[]);
    let ids = send(&account);
    assert_eq!(fast.events(EVENTS), ids);
    // 32 MB were told to each of the twenty.
    let grown = memory(&daemon).saturating_sub(before) / 1024;
    assert!(grown < 80, "{grown} MB for 20 readers that do not read");
    let last = slow.pop().unwrap();
    drop(slow);
    let mut last = last;
    assert_eq!(last.events(EVENTS), ids);
    let live = account.event("a", json!({}));
    assert_eq!(last.events(1), [live.as_str()]);
    assert_eq!(fast.events(1), [live]);
}
