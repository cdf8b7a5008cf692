//! The request a receiver sees: method, headers and both signatures.

use crate::support::{Answer, Daemon, Receiver, jobcelis_signature, standard_signature};
use serde_json::json;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";

#[test]
fn a_first_attempt() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in?shop=7"), json!({ "secret": SECRET }));
    let event = account.event("order.created", json!({"order_id": "12345"}));
    let delivery = account.settled(&event);
    let hit = receiver.wait_for("/in", 1).remove(0);
    assert_eq!((hit.method.as_str(), hit.path.as_str()), ("POST", "/in?shop=7"));
    for (name, value) in [
        ("content-type", "application/json"),
        ("x-event-id", event.as_str()),
        ("webhook-id", event.as_str()),
        ("x-delivery-id", delivery["id"].as_str().unwrap()),
        ("x-attempt", "1"),
        ("x-topic", "order.created"),
        ("content-length", &hit.body.len().to_string()),
        ("host", &receiver.address().to_string()),
    ] {
        assert_eq!(hit.header(name), Some(value), "{name}");
    }
    assert_eq!(hit.header("accept-encoding"), Some("identity"));
    assert!(hit.header("user-agent").is_some_and(|a| a.to_lowercase().contains("jobcelis/")));
    for name in ["transfer-encoding", "content-encoding", "accept-encoding", "x-signature-previous", "cookie"] {
        assert!(hit.header(name).is_none_or(|v| v == "identity"), "{name}");
    }
    let sent: i64 = hit.header("webhook-timestamp").unwrap().parse().unwrap();
    assert!((chrono::Utc::now().timestamp() - sent).abs() <= 30);
}

#[test]
fn both_signatures_hold_for_the_exact_bytes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({ "secret": SECRET }));
    for payload in [json!({}), json!({"note": "café ✓", "n": 1.10}), json!({"deep": [{"a": null}], "s": "\"\\/\n"})]
    {
        let event = account.event("t", payload);
        account.settled(&event);
        let hit = receiver.hits("/in").pop().unwrap();
        assert_eq!(hit.header("x-signature"), Some(jobcelis_signature(SECRET, &hit.body).as_str()));
        let time = hit.header("webhook-timestamp").unwrap();
        let standard = standard_signature(SECRET, &event, time, &hit.body);
        assert_eq!(hit.header("webhook-signature"), Some(standard.as_str()));
    }
}

#[test]
fn what_stays_and_what_changes_over_retries() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(500), Answer::status(500), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"secret": SECRET, "retry_config": {"backoff_seconds": [0, 1]}}));
    let event = account.event("t", json!({"a": 1}));
    assert_eq!(account.settled(&event)["attempt_number"], 3);
    let hits = receiver.hits("/in");
    let attempts: Vec<_> = hits.iter().map(|h| h.header("x-attempt").unwrap()).collect();
    assert_eq!(attempts, ["1", "2", "3"]);
    for hit in &hits {
        for name in ["x-event-id", "x-delivery-id", "webhook-id", "x-signature"] {
            assert_eq!(hit.header(name), hits[0].header(name), "{name}");
        }
        assert_eq!(hit.body, hits[0].body);
        let time = hit.header("webhook-timestamp").unwrap();
        assert_eq!(hit.header("webhook-signature").unwrap(), standard_signature(SECRET, &event, time, &hit.body));
    }
    let second = |n: usize| hits[n].header("webhook-timestamp").unwrap().parse::<i64>().unwrap();
    assert!(second(2) > second(0), "each attempt is stamped anew");
}

#[test]
fn topics_in_a_header() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    for (topic, header) in [
        ("order.created", Some("order.created")),
        ("", None),
        ("with space", Some("with%20space")),
        ("é✓", Some("%C3%A9%E2%9C%93")),
        ("a~!*'()b", Some("a~!*'()b")),
    ] {
        account.settled(&account.event(topic, json!({})));
        assert_eq!(receiver.hits("/in").pop().unwrap().header("x-topic"), header, "{topic:?}");
    }
}

#[test]
fn headers_of_the_webhook() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let own = json!({"X-Shop": "7", "Authorization": "Bearer abc", "Content-Type": "application/x-shop", "User-Agent": "me",
                     "X-Empty": ""});
    account.webhook(&receiver.url("/in"), json!({ "headers": own }));
    account.settled(&account.event("t", json!({})));
    let hit = receiver.wait_for("/in", 1).remove(0);
    for (name, value) in own.as_object().unwrap() {
        assert_eq!(hit.header(name), value.as_str(), "{name}");
        let count = hit.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).count();
        assert_eq!(count, 1, "{name} is sent once");
    }
}

#[test]
fn the_sender_may_be_renamed() {
    let daemon = Daemon::with(&["--user-agent", "shop-hooks/9"]);
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    account.settled(&account.event("t", json!({})));
    assert_eq!(receiver.hits("/in")[0].header("user-agent"), Some("shop-hooks/9"));
}

#[test]
fn connections_are_kept_for_the_next_delivery() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    for n in 0..10 {
        account.settled(&account.event("t", json!({ "n": n })));
    }
    assert_eq!(receiver.hits("/in").len(), 10);
    assert!(receiver.connections() <= 3, "{} connections for 10 deliveries", receiver.connections());
}

#[test]
fn the_first_attempt_starts_within_a_second() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({}));
    account.settled(&account.event("warm", json!({})));
    let sent = std::time::Instant::now();
    account.event("t", json!({}));
    let hit = receiver.wait_for("/in", 2).pop().unwrap();
    assert!(hit.at.duration_since(sent).as_millis() < 1000);
}
