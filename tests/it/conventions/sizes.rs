//! The limit on bodies: counted on the wire, with and without an announced length, before auth.

use crate::support::{Api, Daemon, Reply, connect, read_reply};
use serde_json::json;
use std::io::{BufReader, Write};

const LIMIT: usize = 262_144;
const TOO_LARGE: &str = "Payload too large. Maximum is 256 KB.";

/// A JSON object of exactly that many bytes.
fn object(size: usize) -> String {
    format!(r#"{{"a":"{}"}}"#, "x".repeat(size - 8))
}

/// Sends the body in chunks, without a length.
fn chunked(api: &Api, path: &str, key: &str, body: &str) -> Reply {
    let mut stream = connect(api.address()).unwrap();
    let head = format!(
        "POST /api/v1{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    let mut send = || {
        stream.write_all(head.as_bytes())?;
        for part in body.as_bytes().chunks(10_000) {
            stream.write_all(format!("{:x}\r\n", part.len()).as_bytes())?;
            stream.write_all(part)?;
            stream.write_all(b"\r\n")?;
        }
        stream.write_all(b"0\r\n\r\n")
    };
    // The server may stop listening as soon as it has read too much.
    let _: std::io::Result<()> = send();
    read_reply(&mut BufReader::new(stream), false).expect("an answer")
}

#[test]
fn the_limit_is_exact() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.call("POST", "/events").raw("application/json", object(LIMIT)).send().ok(202);
    account.call("POST", "/events").raw("application/json", object(LIMIT + 1)).send().fails(413, TOO_LARGE);
}

#[test]
fn without_an_announced_length() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    chunked(&account, "/events", &account.key, &object(LIMIT)).ok(202);
    chunked(&account, "/events", &account.key, &object(LIMIT + 1)).fails(413, TOO_LARGE);
    chunked(&account, "/events", &account.key, &object(4 * LIMIT)).fails(413, TOO_LARGE);
    chunked(&account, "/events", &account.key, "").ok(202);
}

#[test]
fn other_routes_have_the_same_limit() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path) in
        [("POST", "/send"), ("POST", "/webhooks"), ("PATCH", "/token"), ("POST", "/auth/login"), ("POST", "/simulate")]
    {
        let reply = account.call(method, path).raw("application/json", object(LIMIT + 1)).send();
        reply.fails(413, TOO_LARGE);
    }
}

#[test]
fn an_announced_excess_is_refused_before_auth() {
    let daemon = Daemon::shared();
    let api = daemon.api();
    api.call("POST", "/events").raw("application/json", object(LIMIT + 1)).send().fails(413, TOO_LARGE);
    api.call("POST", "/events").raw("application/json", object(LIMIT)).send().fails(401, "Invalid API key");
    // The announcement is enough: the body need not even come.
    let mut stream = connect(api.address()).unwrap();
    let head = "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    read_reply(&mut BufReader::new(stream), false).unwrap().fails(413, TOO_LARGE);
}

#[test]
fn a_batch_may_be_larger() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let events: Vec<_> = (0..20).map(|n| json!({"n": n, "text": "x".repeat(100_000)})).collect();
    let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
    assert_eq!(answer["accepted"], 20);
    let too_large = format!(r#"{{"events":[],"fill":"{}"}}"#, "x".repeat(10 * 1024 * 1024));
    let reply = account.call("POST", "/events/batch").raw("application/json", too_large).send();
    assert_eq!(reply.status, 413, "{}", reply.text);
    reply.error_shape();
}
