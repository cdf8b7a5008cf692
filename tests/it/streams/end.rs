//! When a stream ends although its reader would go on: rights that are taken away, and the end of
//! the server.

use super::{Socket, Sse};
use crate::support::{Account, Daemon};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How soon a stream has to end.
const SOON: Duration = Duration::from_secs(2);
/// What a busy machine may add to it.
const SLACK: Duration = Duration::from_secs(2);

fn change(account: &Account, how: &str) -> Value {
    let user = account.user();
    match how {
        "regenerated" => user.post("/token/regenerate", json!({})).ok(200),
        "scope" => user.patch("/token", json!({"scopes": ["events:write"]})).ok(200),
        "address" => user.patch("/token", json!({"allowed_ips": ["192.0.2.1"]})).ok(200),
        "disabled" | "rotated" => {
            let id = account.get("/token").ok(200)["id"].as_str().unwrap().to_owned();
            match how {
                "rotated" => user.post(&format!("/api-keys/{id}/rotate"), json!({})).ok(200),
                _ => user.patch(&format!("/api-keys/{id}"), json!({"status": "disabled"})).ok(200),
            }
        }
        "deleted" => user.call("DELETE", &format!("/projects/{}", account.project_id)).send().json,
        other => panic!("{other}"),
    }
}

#[test]
fn a_stream_ends_with_the_right_to_it() {
    let daemon = Daemon::shared();
    for how in ["regenerated", "rotated", "disabled", "scope", "address", "deleted"] {
        let account = daemon.register();
        let mut socket = Socket::open(&account, &format!("?vsn=2.0.0&token={}", account.key));
        socket.join(&account.project_id, json!({}));
        let stream = Sse::open(&account, &account.key, "", &[]);
        change(&account, how);
        let took = stream.ends();
        assert!(took < SOON + SLACK, "{how}: {took:?}");
        let (code, texts) = socket.closed();
        let close = format!(r#"["1","1","events:{}","phx_close",{{}}]"#, account.project_id);
        assert_eq!((code, texts), (Some(1008), vec![close]), "{how}");
    }
}

#[test]
fn a_stream_goes_on_while_the_right_stays() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut stream = Sse::open(&account, &account.key, "", &[]);
    let mut by_user = Sse::open(&account, &account.token, "", &[]);
    account.user().patch("/token", json!({"name": "other", "scopes": ["events:*"]})).ok(200);
    // Longer than the time in which it would end.
    let begun = Instant::now();
    while begun.elapsed() < SOON {
        let id = account.event("a", json!({}));
        assert_eq!((stream.events(1), by_user.events(1)), (vec![id.clone()], vec![id]));
    }
    account.user().post("/auth/logout", json!({})).ok(200);
    assert!(by_user.ends() < SOON + SLACK);
    account.event("a", json!({}));
    stream.events(1);
}

#[test]
fn open_streams_do_not_hold_up_the_end_of_the_server() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let streams: Vec<Sse> = (0..5).map(|_| Sse::open(&account, &account.key, "", &[])).collect();
    let mut joined = Socket::open(&account, &format!("?vsn=2.0.0&token={}", account.key));
    joined.join(&account.project_id, json!({}));
    let idle = Socket::open(&account, &format!("?token={}", account.key));
    // One that never reads and never answers a close.
    let _mute = Socket::open(&account, &format!("?token={}", account.key));
    let begun = Instant::now();
    daemon.signal("TERM");
    for stream in streams {
        stream.ends();
    }
    assert_eq!(joined.closed().0, Some(1012));
    assert_eq!(idle.closed().0, Some(1012));
    assert_eq!(daemon.wait().code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}
