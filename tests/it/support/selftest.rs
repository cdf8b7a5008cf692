//! The harness tested against itself: the receiver does what its script says, and signatures
//! come out as published.

use super::{Answer, Receiver, exchange, jobcelis_signature, standard_signature, try_exchange};
use std::time::{Duration, Instant};

fn post(receiver: &Receiver, path: &str) -> std::io::Result<super::Reply> {
    let request = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nX-A: b\r\n\r\nhi");
    try_exchange(receiver.address(), request.as_bytes())
}

#[test]
fn scripts_are_followed_and_requests_recorded() {
    let receiver = Receiver::start();
    receiver.script("/s", [Answer::status(500).header("X-B", "c").body("no"), Answer::redirect("/t")]);
    let first = post(&receiver, "/s?q=1").unwrap();
    assert_eq!((first.status, first.text.as_str(), first.header("x-b")), (500, "no", Some("c")));
    for _ in 0..2 {
        assert_eq!(post(&receiver, "/s").unwrap().header("location"), Some("/t"));
    }
    let hits = receiver.wait_for("/s", 3);
    assert_eq!((hits[0].method.as_str(), hits[0].path.as_str(), hits[0].text()), ("POST", "/s?q=1", "hi"));
    assert_eq!(hits[0].header("x-a"), Some("b"));
    assert_eq!(receiver.connections(), 3);
    assert_eq!(exchange(receiver.address(), b"GET /other HTTP/1.1\r\n\r\n").status, 200);
}

#[test]
fn connections_break_as_told() {
    let receiver = Receiver::start();
    receiver.script("/reset", [Answer::reset()]);
    receiver.script("/half", [Answer::half_close()]);
    receiver.script("/cut", [Answer::truncated()]);
    assert_eq!(post(&receiver, "/reset").unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(post(&receiver, "/half").unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
    assert_eq!(post(&receiver, "/cut").unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
}

#[test]
fn held_answers_wait() {
    let receiver = Receiver::start();
    receiver.hold("/h");
    receiver.script("/h", [Answer::status(201).after(Duration::from_millis(30))]);
    let started = Instant::now();
    std::thread::scope(|s| {
        let waiting = s.spawn(|| post(&receiver, "/h").unwrap().status);
        receiver.wait_for("/h", 1);
        assert!(!waiting.is_finished());
        receiver.release("/h");
        assert_eq!(waiting.join().unwrap(), 201);
    });
    assert!(started.elapsed() >= Duration::from_millis(30));
}

#[test]
fn signatures_match_the_published_vectors() {
    let b1 = r#"{"order_id":"12345","amount":99.99,"event_id":"0199b5a0-1111-7000-8000-000000000001","topic":"order.created","occurred_at":"2026-01-15T10:30:00Z"}"#;
    let b2 = r#"{"note":"café ✓","event_id":"0199b5a0-1111-7000-8000-000000000002","topic":null,"occurred_at":"2026-01-15T10:30:00Z"}"#;
    let b3 = r#"{"topic":"order.created","data":{"id":"123"}}"#;
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";
    for (secret, body, expected) in [
        ("whsec_test_secret", b1, "sha256=+9or/GinEnRE+JIdrYG/+CHKZeeMZKvzg8ilyJaQobU"),
        ("whsec_test_secret", b2, "sha256=tA/KPcjw5PYfPl0124nOG8A9I0MT/OiY1zenIktyShI"),
        ("whsec_your_secret", b3, "sha256=eAJalT4ojNyApzSvoDjC0CY2Or6Dj/OZCKZ1uJYqWpc"),
        ("k", "{}", "sha256=rdhTsQP7zJNqGU+esV4pxP8Ir25H1dG8pPICGOMeT/8"),
        (secret, b1, "sha256=Ay48SyZ6uyImfNr8FTOpsV8UpAEa/+mccMZ3KnnacMw"),
    ] {
        assert_eq!(jobcelis_signature(secret, body.as_bytes()), expected);
    }
    for (id, body, expected) in [
        ("0199b5a0-1111-7000-8000-000000000001", b1, "v1,l7gMZLACtYWJh3+8xgDzuaFJCtpxWGKmhgwxN65Z8aE="),
        ("0199b5a0-1111-7000-8000-000000000002", b2, "v1,grM859vF66Cl89cHuOpe8D2Vj/oXyQFs49bWWa6TVbs="),
    ] {
        assert_eq!(standard_signature(secret, id, "1768473000", body.as_bytes()), expected);
    }
}
