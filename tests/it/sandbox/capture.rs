//! Taking requests in: every method, type and path, kept as they were sent.

use super::{kept, place};
use crate::support::{Daemon, unique};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    let body = r#"{"order_id":"123","amount":99.99}"#;
    let call = account.anonymous().target("POST", &format!("{path}/a/b?a=1&b=x%20y&a=2"));
    let reply = call.header("X-Many", "one").header("x-many", "two").raw("application/json", body).send();
    let slug = path.strip_prefix("/sandbox/").unwrap();
    assert_eq!(reply.clone().ok(200), json!({"status": "received", "endpoint": slug}));
    for (name, value) in
        [("access-control-allow-origin", "*"), ("x-ratelimit-limit", "600"), ("x-ratelimit-remaining", "599")]
    {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    let list = account.get(&format!("/sandbox-endpoints/{id}/requests")).ok(200);
    assert_eq!((&list["has_next"], &list["next_cursor"]), (&json!(false), &Value::Null));
    let seen = &list["data"][0];
    for (name, value) in [
        ("endpoint_id", json!(id)),
        ("method", json!("POST")),
        ("path", json!(format!("{path}/a/b"))),
        ("body", json!({"order_id": "123", "amount": 99.99})),
        ("body_raw", json!(body)),
        ("body_base64", Value::Null),
        ("query_params", json!({"a": ["1", "2"], "b": "x y"})),
        ("ip", json!("127.0.0.1")),
        ("size", json!(body.len())),
        ("received_at", seen["inserted_at"].clone()),
    ] {
        assert_eq!(seen[name], value, "{name}");
    }
    let headers = seen["headers"].as_object().expect("an object");
    assert_eq!((&headers["x-many"], &headers["content-type"]), (&json!("one, two"), &json!("application/json")));
    assert_eq!(account.get("/sandbox-endpoints").ok(200)["data"][0]["requests_count"], 1);
}

#[test]
fn every_method_and_path() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    let calls = [
        ("GET", ""),
        ("HEAD", "/"),
        ("POST", "/a/"),
        ("PUT", "/a//b"),
        ("PATCH", "/%2e%2e/x"),
        ("DELETE", "/a%20b"),
        ("OPTIONS", ""),
        ("PROPFIND", "/dav"),
        ("ANY", "/any"),
    ];
    for (method, below) in calls {
        let call = account.target(method, &format!("{path}{below}"));
        let reply = call.header("Accept", "text/html").header("Accept-Encoding", "gzip, br").send();
        assert_eq!((reply.status, reply.body.is_empty()), (200, method == "HEAD"), "{method}");
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"), "{method}");
        assert_eq!(reply.header("access-control-allow-methods"), None, "{method}");
    }
    let seen: Vec<(Value, Value)> =
        kept(&account, &id).into_iter().rev().map(|r| (r["method"].clone(), r["path"].clone())).collect();
    let sent: Vec<(Value, Value)> =
        calls.iter().map(|(method, below)| (json!(method), json!(format!("{path}{below}")))).collect();
    assert_eq!(seen, sent);
    assert_eq!(kept(&account, &id)[8]["headers"]["accept-encoding"], "gzip, br");
    // A credential is not looked at.
    account.with("jc_live_unknown").target("GET", &path).send().ok(200);
}

#[test]
fn a_question_of_a_browser_is_answered_and_not_kept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    let call = account.target("OPTIONS", &path).header("Origin", "https://shop.test");
    let reply = call.header("Access-Control-Request-Method", "POST").send();
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    assert!(reply.header("access-control-allow-methods").is_some_and(|methods| methods.contains("PATCH")));
    assert_eq!(reply.header("access-control-max-age"), Some("86400"));
    assert_eq!(kept(&account, &id), [Value::Null; 0]);
}

#[test]
fn bodies_of_every_kind() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    let deep = "[".repeat(100) + &"]".repeat(100);
    for (content_type, body, shown, text, base64) in [
        ("application/json", &b""[..], Value::Null, json!(""), Value::Null),
        ("text/plain", b"[1, 2]", json!([1, 2]), json!("[1, 2]"), Value::Null),
        ("", b"5", json!(5), json!("5"), Value::Null),
        ("application/json", b"{\"a\":", json!("{\"a\":"), json!("{\"a\":"), Value::Null),
        ("application/x-www-form-urlencoded", b"a=1&b=2", json!("a=1&b=2"), json!("a=1&b=2"), Value::Null),
        ("text/html", b"<script>x</script>", json!("<script>x</script>"), json!("<script>x</script>"), Value::Null),
        ("image/png", b"\x89PNG\x00", Value::Null, Value::Null, json!("iVBORwA=")),
        ("", deep.as_bytes(), json!(deep), json!(deep), Value::Null),
    ] {
        account.target("POST", &path).raw(content_type, body).send().ok(200);
        let seen = kept(&account, &id).remove(0);
        assert_eq!(
            (&seen["body"], &seen["body_raw"], &seen["body_base64"]),
            (&shown, &text, &base64),
            "{content_type}"
        );
        assert_eq!(seen["size"], body.len());
    }
    // Numbers are kept as they were written.
    account.target("POST", &path).raw("", r#"{"n":123456789012345678901234567890.10}"#).send().ok(200);
    let raw = account.get(&format!("/sandbox-endpoints/{id}/requests?limit=1"));
    assert!(raw.text.contains(r#""body":{"n":123456789012345678901234567890.10}"#), "{}", raw.text);
}

#[test]
fn unknown_places_and_large_bodies_are_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    for path in ["/sandbox/no-such-x7k9m2qa", "/sandbox/no-such-x7k9m2qa/a", "/sandbox/A%00"] {
        for method in ["GET", "POST", "OPTIONS"] {
            account.target(method, path).send().fails(404, "Sandbox endpoint not found");
        }
    }
    for path in ["/sandbox", "/sandbox/"] {
        account.target("POST", path).send().fails(404, "Not found");
    }
    let full = "x".repeat(262_144);
    account.target("POST", &path).raw("text/plain", full.clone()).send().ok(200);
    let over = account.target("POST", &path).raw("text/plain", full + "x").send();
    over.fails(413, "Payload too large. Maximum is 256 KB.");
    assert_eq!(kept(&account, &id).len(), 1);
}

#[test]
fn pages_of_large_bodies_are_short_and_complete() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, path) = place(&account);
    for n in 0..20 {
        account.target("POST", &path).raw("", format!("{n:02}{}", "x".repeat(262_142))).send().ok(200);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = account.get(&format!("/sandbox-endpoints/{id}/requests?cursor={cursor}")).ok(200);
        let rows = page["data"].as_array().unwrap();
        assert!((1..=16).contains(&rows.len()), "{} rows", rows.len());
        seen.extend(rows.iter().map(|row| row["body_raw"].as_str().unwrap()[..2].parse::<usize>().unwrap()));
        assert_eq!(page["has_next"], !page["next_cursor"].is_null());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(seen, (0..20).rev().collect::<Vec<_>>());
}

#[test]
fn only_so_many_a_minute_and_only_the_newest_are_kept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let ((id, path), (_, other)) = (place(&account), place(&account));
    let mut sent = 0;
    // A minute may end on the way.
    let refused = loop {
        let reply = account.target("POST", &path).raw("", sent.to_string()).send();
        if reply.status != 200 {
            break reply;
        }
        sent += 1;
        assert!(sent <= 1200, "no limit");
    };
    assert!(sent >= 600, "{sent}");
    refused.fails(429, "Rate limit exceeded. Try again later.");
    assert_eq!(
        (refused.header("x-ratelimit-limit"), refused.header("x-ratelimit-remaining")),
        (Some("600"), Some("0"))
    );
    assert!(refused.header("retry-after").is_some() && refused.json["retry_after"].is_u64());
    account.target("POST", &other).send().ok(200);
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = account.get(&format!("/sandbox-endpoints/{id}/requests?limit=200&cursor={cursor}")).ok(200);
        seen.extend(page["data"].as_array().unwrap().iter().map(|row| row["body"].as_u64().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(seen, (sent - 500..sent).rev().collect::<Vec<_>>());
}

#[test]
fn the_address_is_that_behind_the_proxy_and_nothing_of_the_sender_is_in_clear() {
    let daemon = Daemon::with(&["--trusted-proxies", "127.0.0.1"]);
    let account = daemon.register();
    let (id, path) = place(&account);
    let agent = unique("Distinctive-Agent-");
    let call = account.target("GET", &path).header("X-Forwarded-For", "203.0.113.42").header("User-Agent", &agent);
    call.send().ok(200);
    let seen = kept(&account, &id).remove(0);
    assert_eq!((&seen["ip"], &seen["headers"]["user-agent"]), (&json!("203.0.113.42"), &json!(agent)));
    for entry in std::fs::read_dir(daemon.data_dir()).unwrap().map(Result::unwrap) {
        let bytes = std::fs::read(entry.path()).unwrap();
        for text in ["203.0.113.42", &agent] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{text} stands in {:?}", entry.path());
        }
    }
}
