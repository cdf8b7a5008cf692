//! Nonsense in every field of every route: refused in the one shape or ignored, never a fault.

use crate::support::{Account, Daemon, NO_ID, Reply};
use serde_json::{Value, json};

/// Values that fit hardly anywhere.
fn nonsense() -> Vec<Value> {
    let deep = (0..25).fold(json!(1), |inner, _| json!([{ "a": inner }]));
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(1e308),
        json!(""),
        json!(" "),
        json!("\u{0}\u{1f}\u{7f}"),
        json!("'; DROP TABLE events; --"),
        json!("%s%n${jndi:ldap://x}{{payload}}"),
        json!("💥".repeat(500)),
        json!("x".repeat(70_000)),
        json!([]),
        json!([[], {}, null, 1, "x"]),
        json!({}),
        json!({"": {"": ""}, "__proto__": 1}),
        deep,
    ]
}

#[track_caller]
fn judged(reply: &Reply, what: &str) {
    assert!(reply.status < 500, "{what}: {} {}", reply.status, reply.text);
    if reply.status >= 400 {
        reply.error_shape();
    }
}

/// Method, path, a valid body.
fn routes(account: &Account) -> Vec<(&'static str, String, Value)> {
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let condition = json!({"path": "a", "op": "eq", "value": 1});
    let full = json!({"url": "http://127.0.0.1:9/x", "name": "n", "secret": "s", "topics": ["a"], "filters": [condition],
        "body_config": {"mode": "full", "pick": ["a"], "rename": {"a": "b"}, "extra": {"a": 1}, "template": {"a": "b"}},
        "headers": {"X-A": "b"}, "retry_config": {"max_attempts": 5, "strategy": "fixed", "base_delay": 5, "max_delay": 5,
        "jitter": true, "backoff_seconds": [5], "no_retry_statuses": [404], "max_retries": 3},
        "rate_limit": {"max_per_second": 5, "max_per_minute": 5, "max_concurrent": 5},
        "signature_schemes": ["standard"], "status": "active", "active": true, "circuit_state": "closed"});
    let job = json!({"name": "n", "queue": "q", "schedule_type": "weekly", "schedule_hour": 1, "day_of_week": 1,
        "schedule_config": {"hour": 1, "minute": 1, "day_of_week": 1, "expr": "* * * * *", "timezone": "UTC"},
        "action_type": "emit_event", "action_config": {"topic": "t", "topics": ["t"], "payload": {}, "webhook_id": hook,
        "url": "http://127.0.0.1:9/x", "method": "POST", "headers": {"A": "b"}, "secret": "s"}, "status": "active"});
    let flat = json!({"name": "n", "cron": "@daily", "timezone": "UTC", "url": "http://127.0.0.1:9/x", "method": "PUT",
        "headers": {"A": "b"}, "body": {}, "secret": "s", "active": false, "queue": "q"});
    let made = account.post("/jobs", json!({"name": "n"})).ok(201)["id"].as_str().unwrap().to_owned();
    let event = json!({"topic": "t", "payload": {"a": 1}, "idempotency_key": "k", "deliver_at": "2020-01-01"});
    let rules = json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 0}},
        "items": [{"$ref": "#/definitions/x"}], "definitions": {"x": {}}});
    let rules = json!({"topic": "s", "schema": rules, "version": "1.0", "status": "inactive", "payload": {"a": 1}});
    let schema = account.post("/event-schemas", rules.clone()).ok(201);
    vec![
        ("POST", "/auth/register".into(), json!({"email": "a@b", "password": "x", "name": "n", "invite_token": "t"})),
        ("POST", "/auth/login".into(), json!({"email": "a@b", "password": "x"})),
        ("POST", "/auth/refresh".into(), json!({"token": "x", "refresh_token": "y"})),
        ("POST", "/auth/mfa/verify".into(), json!({"mfa_token": "x", "token": "y", "code": 1, "backup_code": "z"})),
        ("POST", "/events".into(), event.clone()),
        ("POST", "/send".into(), event.clone()),
        ("POST", "/simulate".into(), event.clone()),
        ("POST", "/events/batch".into(), json!({"events": [event]})),
        ("POST", "/webhooks".into(), full.clone()),
        ("PATCH", format!("/webhooks/{hook}"), full),
        ("POST", "/jobs".into(), job.clone()),
        ("POST", "/jobs".into(), flat.clone()),
        ("PATCH", format!("/jobs/{made}"), job),
        ("PATCH", format!("/jobs/{made}"), flat),
        ("PATCH", "/project".into(), json!({"name": "n", "settings": {"allowed_ips": []}, "retention_policy": {}})),
        ("POST", format!("/dead-letters/{NO_ID}/retry"), json!({"payload": {}})),
        ("POST", "/event-schemas".into(), rules.clone()),
        ("POST", "/event-schemas/validate".into(), rules.clone()),
        ("PATCH", format!("/event-schemas/{}", schema["id"].as_str().unwrap()), rules),
    ]
}

/// The body with every member, at the top and one level below, replaced in turn.
fn spoiled(body: &Value, with: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (name, value) in body.as_object().unwrap() {
        let mut changed = body.clone();
        changed[name] = with.clone();
        all.push((name.clone(), changed));
        for inner in value.as_object().into_iter().flat_map(|o| o.keys()) {
            let mut changed = body.clone();
            changed[name][inner] = with.clone();
            all.push((format!("{name}.{inner}"), changed));
        }
        if value.is_array() {
            let mut changed = body.clone();
            changed[name][0] = with.clone();
            all.push((format!("{name}[0]"), changed));
        }
    }
    all
}

#[test]
fn in_every_field() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path, body) in routes(&account) {
        for with in nonsense() {
            for (field, body) in spoiled(&body, &with) {
                let reply = account.call(method, &path).json(body).send();
                let shown: String = with.to_string().chars().take(60).collect();
                judged(&reply, &format!("{method} {path} with {field} = {shown}"));
            }
        }
    }
    account.get("/project").ok(200);
}

#[test]
fn in_the_token() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    for with in nonsense() {
        for field in ["name", "scopes", "allowed_ips"] {
            judged(&user.patch("/token", json!({ field: with })), field);
        }
    }
    user.patch("/token", json!({"scopes": ["*"], "allowed_ips": []})).ok(200);
    account.get("/project").ok(200);
}

#[test]
fn as_the_whole_body() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (method, path, _) in routes(&account) {
        for body in nonsense() {
            let reply = account.call(method, &path).json(body.clone()).send();
            judged(&reply, &format!("{method} {path} with a body of {:.40}", body.to_string()));
        }
        for raw in ["{", "\u{0}", "{\"a\":1e999}", "{\"a\":-}", "nul", "{\"\\ud800\":1}"] {
            let reply = account.call(method, &path).raw("application/json", raw).send();
            judged(&reply, &format!("{method} {path} with {raw:?}"));
        }
    }
}

#[test]
fn numbers_of_any_size() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let digits = "9".repeat(5000);
    for number in ["1e400", "-1e400", "1e-400", "0.1e1", &digits, &format!("0.{digits}"), "18446744073709551616"] {
        let body = format!(r#"{{"topic":"t","payload":{{"n":{number}}}}}"#);
        account.call("POST", "/events").raw("application/json", body).send().ok(202);
        for field in ["max_attempts", "base_delay", "max_delay"] {
            let body = format!(r#"{{"retry_config":{{"{field}":{number}}}}}"#);
            let reply = account.call("PATCH", &format!("/webhooks/{hook}")).raw("application/json", body).send();
            judged(&reply, &format!("{field} = {number:.40}"));
        }
        for config in [
            format!(r#"{{"rate_limit":{{"max_per_second":{number}}}}}"#),
            format!(r#"{{"retry_config":{{"backoff_seconds":[{number}]}}}}"#),
            format!(r#"{{"retry_config":{{"no_retry_statuses":[{number}]}}}}"#),
            format!(r#"{{"filters":[{{"path":"n","op":"gt","value":{number}}}]}}"#),
        ] {
            let reply =
                account.call("PATCH", &format!("/webhooks/{hook}")).raw("application/json", config.clone()).send();
            judged(&reply, &format!("{config:.60}"));
        }
    }
    account.get("/events").ok(200);
    account.get(&format!("/webhooks/{hook}")).ok(200);
}

#[test]
fn in_every_query() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let words = [
        "limit",
        "cursor",
        "topic",
        "status",
        "include",
        "from",
        "to",
        "scheduled",
        "search",
        "match",
        "event_id",
        "webhook_id",
        "replay_id",
        "resolved",
        "project_id",
    ];
    let values = [
        "",
        "%00",
        "%ff%fe",
        "%",
        "%zz",
        "-1",
        "1e9",
        "99999999999999999999",
        "%27%20OR%201%3D1",
        "a=b=c",
        "=",
        "==1",
        "....",
        "%F0%9F%92%A5",
        "null",
        "true",
        "2020-02-30",
        "9999999-01-01",
        "-9999-01-01T00:00:00Z",
        "%25",
        "_",
        "%E2%80%AE",
        "#",
        "*.%23.*",
        "%5B%5D",
        "%7B%7D",
    ];
    for path in ["/events", "/webhooks", "/deliveries", "/dead-letters", "/topics", "/webhooks/health", "/project"] {
        for word in words {
            for value in values {
                let target = format!("{path}?{word}={value}").replace('#', "%23");
                judged(&account.get(&target), &target);
            }
        }
        judged(&account.get(&format!("{path}?{}", "a=1&".repeat(2000))), "many parameters");
        judged(&account.get(&format!("{path}?&&=&?=&limit")), "odd separators");
    }
}

#[test]
fn in_every_path_and_header() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for id in ["%00", "%ff", "..", "%2e%2e", "a%2fb", "-", "'", "%25", "null", "0", &"x".repeat(3000), "%F0%9F%92%A5"] {
        for path in ["/events/{}", "/webhooks/{}", "/webhooks/{}/health", "/deliveries/{}", "/dead-letters/{}"] {
            let path = path.replace("{}", id);
            judged(&account.get(&path), &path);
            judged(&account.delete(&path), &path);
        }
    }
    for name in
        ["X-Project-Id", "X-Idempotency-Key", "X-Request-Id", "Content-Type", "X-Forwarded-For", "Accept-Encoding"]
    {
        for value in ["", "\u{1}", "ä", "💥", ",,;;==", &"x".repeat(5000), "gzip;q=x, *;q=9"] {
            let call = account.user().call("POST", "/events").header(name, value);
            let reply = call.raw(if name == "Content-Type" { "" } else { "application/json" }, "{}").send();
            assert!(reply.status < 500, "{name}: {value:.40}: {} {}", reply.status, reply.text);
        }
    }
}
