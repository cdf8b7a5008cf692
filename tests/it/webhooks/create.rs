//! Creating: the object, the defaults and the refusal of every bad field.

use crate::support::{Account, Daemon, Reply};
use serde_json::{Value, json};

const URL: &str = "https://example.com/hook";

fn create(account: &Account, fields: Value) -> Reply {
    let mut body = json!({ "url": URL });
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    account.post("/webhooks", body)
}

#[test]
fn the_object_and_its_defaults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = create(&account, json!({})).ok(201);
    for (name, value) in [
        ("url", json!(URL)),
        ("name", Value::Null),
        ("status", json!("active")),
        ("active", json!(true)),
        ("topics", json!([])),
        ("filters", json!([])),
        ("body_config", json!({})),
        ("headers", json!({})),
        ("retry_config", json!({})),
        ("rate_limit", json!({})),
        ("batch_config", Value::Null),
        ("has_secret", json!(true)),
        ("circuit_state", json!("closed")),
        ("circuit_opened_at", Value::Null),
        ("consecutive_failures", json!(0)),
    ] {
        assert_eq!(hook[name], value, "{name}");
    }
    let shown = account.get(&format!("/webhooks/{}", hook["id"].as_str().unwrap())).ok(200);
    assert!(shown.get("secret").is_none(), "the secret is shown once");
    assert_eq!(shown["inserted_at"], hook["inserted_at"]);
    assert_eq!(account.get("/webhooks").ok(200)["webhooks"], json!([shown]));
}

#[test]
fn every_field_is_returned_as_it_was_sent() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = r#"{"url":"https://example.com/hook","name":"Till","secret":"s3cret","topics":["order.*","user.*"],
        "filters":[{"op":"gt","path":"amount","value":1.50},{"field":"vip","operator":"eq","value":true}],
        "body_config":{"mode":"pick","pick":["a"],"note":"kept"},"headers":{"X-B":"1","X-A":"2"},
        "retry_config":{"max_attempts":3,"unknown":[1.10]},"rate_limit":{"max_per_second":5,"max_concurrent":2},
        "signature_schemes":["standard"]}"#;
    let reply = account.call("POST", "/webhooks").raw("application/json", body).send();
    assert_eq!(reply.status, 201, "{}", reply.text);
    for text in [
        r#"[{"op":"gt","path":"amount","value":1.50},{"field":"vip","operator":"eq","value":true}]"#,
        r#"{"mode":"pick","pick":["a"],"note":"kept"}"#,
        r#"{"X-B":"1","X-A":"2"}"#,
        r#"{"max_attempts":3,"unknown":[1.10]}"#,
        r#"{"max_per_second":5,"max_concurrent":2}"#,
        r#"["order.*","user.*"]"#,
    ] {
        assert!(reply.text.contains(text), "{text} is not in {}", reply.text);
    }
    assert_eq!((&reply.json["name"], &reply.json["secret"]), (&json!("Till"), &json!("s3cret")));
}

#[test]
fn lenient_forms() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    assert_eq!(create(&account, json!({"topics": "order.*"})).ok(201)["topics"], json!(["order.*"]));
    let hook = create(&account, json!({"headers": {"X-N": 5, "X-B": true}})).ok(201);
    assert_eq!(hook["headers"], json!({"X-N": "5", "X-B": "true"}));
    for (fields, status) in [
        (json!({"active": false}), "inactive"),
        (json!({"active": true}), "active"),
        (json!({"status": "inactive"}), "inactive"),
        (json!({"status": "active", "active": false}), "active"),
    ] {
        let hook = create(&account, fields).ok(201);
        assert_eq!((&hook["status"], &hook["active"]), (&json!(status), &json!(status == "active")));
    }
}

#[test]
fn addresses() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let long = format!("https://example.com/{}", "x".repeat(2048));
    for url in [
        "ftp://example.com/x",
        "example.com/x",
        "/hook",
        "https://",
        "https://user@example.com/x",
        "https://user:pass@example.com/x",
        "https://example.com/x#part",
        "https://exa mple.com/x",
        "https://example.com:99999/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://exa\nmple.com",
        long.as_str(),
    ] {
        account.post("/webhooks", json!({ "url": url })).invalid("url");
    }
    for url in [json!(5), json!(["https://example.com"]), json!({"a": 1}), json!(true)] {
        account.post("/webhooks", json!({ "url": url })).invalid("url");
    }
    for url in ["https://example.com", "https://example.com:8443/a?b=c&d=%20", "https://bücher.example/x"] {
        account.post("/webhooks", json!({ "url": url })).ok(201);
    }
}

#[test]
fn only_https_unless_allowed() {
    let daemon = Daemon::bare(&["--auth-rate-limit", "off"]);
    let account = daemon.register();
    for url in ["http://example.com/x", "HTTP://example.com/x", "ws://example.com", "example"] {
        let reply = account.post("/webhooks", json!({ "url": url }));
        reply.fails(422, "URL must start with https://").invalid("url");
    }
    account.post("/webhooks", json!({"url": "HTTPS://example.com/x"})).ok(201);
}

#[test]
fn bad_values_of_every_field() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let condition = json!({"path": "a", "op": "eq", "value": 1});
    let cases: Vec<(&str, Vec<Value>)> = vec![
        ("name", vec![json!("x".repeat(256)), json!(5), json!([])]),
        ("secret", vec![json!("x".repeat(257)), json!(5), json!(["s"])]),
        ("topics", vec![json!(5), json!({"a": 1}), json!([5]), json!([null]), json!([""]), json!(["x".repeat(256)])]),
        ("topics", vec![json!(vec!["t"; 101])]),
        (
            "filters",
            vec![
                json!("a == 1"),
                json!({"path": "a"}),
                json!(5),
                json!([5]),
                json!([[]]),
                json!([{"path": "a", "op": "like", "value": 1}]),
                json!([{"op": "eq", "value": 1}]),
                json!([{"path": "", "op": "eq", "value": 1}]),
                json!([{"path": 5, "op": "eq", "value": 1}]),
                json!([{"path": "a", "value": 1}]),
                json!([{"path": "a", "op": "in", "value": "x"}]),
                json!([{"path": "a", "op": "not_in"}]),
                json!(vec![condition.clone(); 51]),
            ],
        ),
        (
            "body_config",
            vec![
                json!([1]),
                json!("full"),
                json!(5),
                json!({"body_mode": "zip"}),
                json!({"mode": 5}),
                json!({"body_pick": "a"}),
                json!({"pick": [5]}),
                json!({"body_rename": {"a": 5}}),
                json!({"rename": ["a"]}),
                json!({"body_extra": [1]}),
                json!({"mode": "custom", "template": "text"}),
            ],
        ),
        (
            "headers",
            vec![
                json!([1]),
                json!("X-A: b"),
                json!({"bad name": "v"}),
                json!({"": "v"}),
                json!({"X-Ä": "v"}),
                json!({"X-A": "a\r\nX-B: c"}),
                json!({"X-A": "a\u{0}b"}),
                json!({"X-A": ["v"]}),
                json!({"X-A": {"v": 1}}),
                json!({"X-A": "v".repeat(4097)}),
                Value::Object((0..33).map(|n| (format!("X-{n}"), json!("v"))).collect()),
            ],
        ),
        (
            "retry_config",
            vec![
                json!([1]),
                json!("x"),
                json!({"max_attempts": 0}),
                json!({"max_attempts": 21}),
                json!({"max_attempts": "5"}),
                json!({"max_attempts": 1.5}),
                json!({"max_retries": 20}),
                json!({"strategy": "random"}),
                json!({"backoff": 5}),
                json!({"base_delay_seconds": 0}),
                json!({"base_delay": 86_401}),
                json!({"max_delay_seconds": 0}),
                json!({"max_delay": 604_801}),
                json!({"jitter": "yes"}),
                json!({"backoff_seconds": []}),
                json!({"backoff_seconds": 5}),
                json!({"backoff_seconds": [-1]}),
                json!({"backoff_seconds": [604_801]}),
                json!({"backoff_seconds": ["5"]}),
                json!({"backoff_seconds": vec![1; 21]}),
                json!({"no_retry_statuses": 404}),
                json!({"no_retry_statuses": ["404"]}),
            ],
        ),
        (
            "rate_limit",
            vec![
                json!([1]),
                json!(5),
                json!({"max_per_second": 0}),
                json!({"max_per_second": 100_001}),
                json!({"max_per_second": 1.5}),
                json!({"max_per_second": "5"}),
                json!({"max_per_minute": 0}),
                json!({"max_per_minute": 6_000_001}),
                json!({"max_concurrent": 0}),
                json!({"max_concurrent": 1025}),
            ],
        ),
        ("status", vec![json!("paused"), json!(5), json!("ACTIVE")]),
        ("active", vec![json!("true"), json!(1)]),
        ("signature_schemes", vec![json!("standard"), json!(["md5"]), json!([5])]),
    ];
    for (field, values) in cases {
        for value in values {
            let reply = create(&account, json!({ field: value }));
            assert_eq!(reply.status, 422, "{field}: {value} gave {}", reply.text);
            reply.invalid(field);
        }
    }
    assert_eq!(account.get("/webhooks?include=inactive").ok(200)["webhooks"], json!([]));
}

#[test]
fn headers_of_ours_cannot_be_taken() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for name in [
        "Host",
        "content-length",
        "Transfer-Encoding",
        "CONNECTION",
        "X-Signature",
        "x-signature-previous",
        "Webhook-Id",
        "webhook-timestamp",
        "webhook-signature",
        "webhook-anything",
        "X-Event-Id",
        "x-delivery-id",
        "X-Attempt",
    ] {
        create(&account, json!({"headers": {name: "v"}})).invalid("headers");
    }
    let own = json!({"Content-Type": "application/x-mine", "User-Agent": "me", "Authorization": "Bearer x", "X-A": ""});
    assert_eq!(create(&account, json!({ "headers": own })).ok(201)["headers"], own);
}

#[test]
fn edges_of_ranges_are_accepted() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let condition = json!({"path": "a", "op": "eq", "value": 1});
    for fields in [
        json!({"topics": vec!["t"; 100]}),
        json!({"topics": ["x".repeat(255)]}),
        json!({"filters": vec![condition; 50]}),
        json!({"filters": [{"path": "a", "op": "exists"}, {"path": "a", "op": "not_in", "value": []}]}),
        json!({"headers": Value::Object((0..32).map(|n| (format!("X-{n}"), json!("v"))).collect())}),
        json!({"headers": {"X-A": "v".repeat(4096)}}),
        json!({"retry_config": {"max_attempts": 20, "base_delay": 86_400, "max_delay": 604_800, "jitter": false}}),
        json!({"retry_config": {"max_retries": 19, "backoff": "linear"}}),
        json!({"retry_config": {"backoff_seconds": [0, 0.5, 604_800], "no_retry_statuses": []}}),
        json!({"rate_limit": {"max_per_second": 100_000, "max_per_minute": 6_000_000, "max_concurrent": 1024}}),
        json!({"rate_limit": {"max_per_second": null}}),
        json!({"secret": "x".repeat(256)}),
        json!({"name": "x".repeat(255)}),
    ] {
        let reply = create(&account, fields.clone());
        assert_eq!(reply.status, 201, "{fields}: {}", reply.text);
    }
}

#[test]
fn filters_may_be_written_as_text() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = create(&account, json!({"filters": ["payload.amount > 100"]})).ok(201);
    assert_eq!(hook["filters"], json!(["payload.amount > 100"]));
    assert_eq!(account.post("/simulate", json!({"amount": 150})).ok(200)["matching_webhooks"], 1);
    assert_eq!(account.post("/simulate", json!({"amount": 50})).ok(200)["matching_webhooks"], 0);
}
