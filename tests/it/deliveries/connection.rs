//! Connections that break, stall or never end.

use crate::support::{Account, Answer, Daemon, Receiver};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// The delivery to this URL after its first attempt.
fn tried(account: &Account, url: &str) -> Value {
    let hook = account.webhook_id(url, json!({"retry_config": {"backoff_seconds": [3600]}}));
    let event = account.event("t", json!({}));
    let delivery = account.delivery_when(&event, "tried", |d| d["status"] != "pending");
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    delivery
}

#[track_caller]
fn failed(delivery: &Value, error: &str) {
    assert_eq!((&delivery["status"], &delivery["error"]), (&json!("failed"), &json!(error)));
    assert_eq!(delivery["response_status"], Value::Null);
    assert!(delivery["next_retry_at"].is_string(), "it is tried again");
}

#[test]
fn nobody_listens() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    failed(&tried(&account, &format!("http://{free}/x")), "Connection refused");
}

#[test]
fn nobody_has_the_name() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    failed(&tried(&account, "http://does-not-exist.invalid/x"), "DNS lookup failed");
}

#[test]
fn the_connection_is_reset() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::reset()]);
    failed(&tried(&account, &receiver.url("/in")), "Connection reset");
}

#[test]
fn plain_text_where_tls_is_expected() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let delivery = tried(&account, &receiver.url("/in").replace("http:", "https:"));
    let error = delivery["error"].as_str().unwrap();
    // A receiver that takes the greeting for the start of a request may also just wait for more.
    let known = error.starts_with("TLS error: ") || ["Connection reset", "Timeout"].contains(&error);
    assert!(known, "{error}");
    assert!(delivery["next_retry_at"].is_string());
}

#[test]
fn silence_ends_in_a_timeout() {
    let daemon = Daemon::with(&["--delivery-timeout", "1"]);
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/hang", [Answer::hang()]);
    receiver.script("/late", [Answer::status(200).after(Duration::from_secs(4))]);
    for path in ["/hang", "/late"] {
        let started = Instant::now();
        failed(&tried(&account, &receiver.url(path)), "Timeout");
        assert!((0.9..4.0).contains(&started.elapsed().as_secs_f64()), "{:?}", started.elapsed());
    }
    receiver.script("/slow", [Answer::status(200).after(Duration::from_millis(300))]);
    assert_eq!(tried(&account, &receiver.url("/slow"))["status"], "success");
}

#[test]
fn a_closed_connection_without_an_answer() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::half_close()]);
    let delivery = tried(&account, &receiver.url("/in"));
    assert_eq!((&delivery["status"], &delivery["response_status"]), (&json!("failed"), &Value::Null));
    assert!(delivery["error"].as_str().is_some_and(|e| !e.is_empty()));
    assert!(delivery["next_retry_at"].is_string());
}

#[test]
fn an_answer_that_breaks_off_is_settled_too() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::truncated()]);
    let delivery = tried(&account, &receiver.url("/in"));
    assert_eq!(delivery["attempt_number"], 1);
    assert!(delivery["status"] == "success" || delivery["next_retry_at"].is_string(), "{delivery}");
}

#[test]
fn an_answer_without_end_is_cut_and_its_status_counts() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/endless", [Answer::endless()]);
    receiver.script("/long", [Answer::status(200).body(vec![b'y'; 1024 * 1024])]);
    for (path, letter) in [("/endless", "x"), ("/long", "y")] {
        let started = Instant::now();
        let delivery = tried(&account, &receiver.url(path));
        assert_eq!((&delivery["status"], &delivery["response_status"]), (&json!("success"), &json!(200)), "{path}");
        assert!(started.elapsed() < Duration::from_secs(10), "it did not wait for the end");
        assert_eq!(delivery["response_body"], format!("{}...", letter.repeat(10_000)));
    }
    // What the sockets' buffers take is sent, but never all of it.
    assert!(receiver.endless_bytes() < 48 * 1024 * 1024, "{} bytes were read", receiver.endless_bytes());
}

#[test]
fn one_stalling_receiver_delays_no_other() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/stuck");
    account.webhook(&receiver.url("/stuck"), json!({"topics": ["stuck"]}));
    account.webhook(&receiver.url("/fine"), json!({"topics": ["fine"]}));
    let events = vec![json!({"topic": "stuck"}); 400];
    account.post("/events/batch", json!({ "events": events })).ok(202);
    receiver.wait_for("/stuck", 1);
    for _ in 0..5 {
        let started = Instant::now();
        account.settled(&account.event("fine", json!({})));
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    }
    receiver.release("/stuck");
    assert_eq!(receiver.wait_for("/stuck", 400).len(), 400);
}
