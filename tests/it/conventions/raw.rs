//! Requests that no client library sends: each is refused, and the server goes on.

use crate::support::{Daemon, connect, read_reply, try_exchange};
use std::io::{BufReader, Read, Write};

#[test]
fn broken_requests_are_refused() {
    let daemon = Daemon::shared();
    let long = "x".repeat(200_000);
    let many = (0..500).map(|n| format!("X-H{n}: v\r\n")).collect::<String>();
    for request in [
        "\r\n\r\n\r\n".to_owned(),
        "nonsense\r\n\r\n".to_owned(),
        "GET\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: x\r\nNo colon here\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: x\r\nBad name: v\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\x00b\r\n\r\n".to_owned(),
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n".to_owned(),
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n".to_owned(),
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd".to_owned(),
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_owned(),
        format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: x\r\nX-Long: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n"),
    ] {
        let shown = &request[..request.len().min(60)];
        // Closing without a word is a refusal too.
        if let Ok(reply) = try_exchange(daemon.address(), request.as_bytes()) {
            assert!((400..500).contains(&reply.status), "{shown:?}: {} {}", reply.status, reply.text);
            assert!(reply.json["error"].is_string(), "{shown:?}: {} {}", reply.status, reply.text);
            for header in ["x-request-id", "access-control-allow-origin", "x-content-type-options"] {
                let api = header != "access-control-allow-origin" || !request.starts_with("GET /a");
                assert!(reply.header(header).is_some() || !api, "{shown:?}: {header}");
            }
        }
    }
    daemon.register().get("/topics").ok(200);
}

#[test]
fn a_refused_head_is_told_why() {
    let daemon = Daemon::shared();
    let long = "x".repeat(200_000);
    for (request, status, error) in [
        ("nonsense\r\n\r\n".to_owned(), 400, "Malformed request"),
        ("POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n".to_owned(), 400, "Malformed request"),
        (format!("GET / HTTP/1.1\r\nHost: x\r\nX-Long: {long}\r\n\r\n"), 431, "Request header fields too large"),
    ] {
        let reply = try_exchange(daemon.address(), request.as_bytes()).expect("an answer");
        assert_eq!((reply.status, reply.json["error"].as_str()), (status, Some(error)));
        assert_eq!(reply.header("content-type"), Some("application/json; charset=utf-8"));
        assert_eq!(reply.header("connection"), Some("close"));
    }
}

#[test]
fn half_a_request_leaves_nothing_behind() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let head = format!(
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: 100\r\n\r\n{{\"a\":1}}",
        account.key
    );
    let mut stream = connect(daemon.address()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut rest = String::new();
    stream.read_to_string(&mut rest).ok();
    assert!(!rest.starts_with("HTTP/1.1 2"), "a cut body was accepted: {rest}");
    assert_eq!(account.get("/events").ok(200)["events"], serde_json::json!([]));
}

#[test]
fn a_client_that_only_listens_any_more_is_answered() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let request = format!(
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: 7\r\n\r\n{{\"a\":1}}",
        account.key
    );
    let mut stream = connect(daemon.address()).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    read_reply(&mut BufReader::new(stream), false).unwrap().ok(202);
}

#[test]
fn odd_targets() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for target in [
        "/api/v1/%2e%2e/secret.key",
        "/api/v1/../../secret.key",
        "//api/v1/events",
        "/api/v1//events",
        "/API/V1/events",
        "/api/v1/events%00",
        "/api/v2/events",
        "/api/v1/events;a=b",
        "/%ff%fe",
    ] {
        let reply = account.target("GET", target).send();
        assert!((400..500).contains(&reply.status), "{target}: {} {}", reply.status, reply.text);
    }
}

#[test]
fn one_connection_serves_many_requests() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let request = format!("GET /api/v1/topics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\r\n", account.key);
    let stream = connect(daemon.address()).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    for _ in 0..3 {
        (&stream).write_all(request.as_bytes()).unwrap();
        read_reply(&mut reader, false).unwrap().ok(200);
    }
    // Two at once are answered in order.
    (&stream).write_all(request.repeat(2).as_bytes()).unwrap();
    read_reply(&mut reader, false).unwrap().ok(200);
    read_reply(&mut reader, false).unwrap().ok(200);
}

#[test]
fn an_error_leaves_the_connection_usable() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let post = |body: &str| {
        format!(
            "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: {}\r\n\r\n{body}",
            account.key,
            body.len()
        )
    };
    let stream = connect(daemon.address()).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    for (body, status) in [("{", 400), ("{\"topic\":5}", 422), ("{}", 202)] {
        (&stream).write_all(post(body).as_bytes()).unwrap();
        assert_eq!(read_reply(&mut reader, false).unwrap().status, status, "{body}");
    }
}

#[test]
fn a_waiting_client_is_told_to_continue() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let stream = connect(daemon.address()).unwrap();
    let head = format!(
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nExpect: 100-continue\r\n\
         Content-Length: 2\r\n\r\n",
        account.key
    );
    (&stream).write_all(head.as_bytes()).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    std::io::BufRead::read_line(&mut reader, &mut first).unwrap();
    assert!(first.starts_with("HTTP/1.1 100"), "{first}");
    (&stream).write_all(b"{}").unwrap();
    let mut blank = String::new();
    std::io::BufRead::read_line(&mut reader, &mut blank).unwrap();
    read_reply(&mut reader, false).unwrap().ok(202);
}
