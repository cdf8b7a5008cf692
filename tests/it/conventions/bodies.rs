//! How request bodies are read: content types, empty forms, JSON traps and query values.

use crate::support::{Account, Daemon, Reply};
use serde_json::{Value, json};

fn send(account: &Account, content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
    account.call("POST", "/events").raw(content_type, body).send()
}

#[track_caller]
fn payload(account: &Account, reply: Reply) -> Value {
    let id = reply.ok(202)["event_id"].as_str().unwrap().to_owned();
    account.get(&format!("/events/{id}")).ok(200)["payload"].clone()
}

#[test]
fn content_types_of_json() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for content_type in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/vnd.shop.order+json",
        "application/cloudevents+json; charset=UTF-8",
        "",
    ] {
        let reply = send(&account, content_type, r#"{"topic":"t","a":1}"#);
        assert_eq!(payload(&account, reply), json!({"a": 1}), "{content_type:?}");
    }
}

#[test]
fn form_bodies_are_flat_text() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = send(&account, "application/x-www-form-urlencoded", "topic=order.created&name=Ann+Lee&x=%C3%A9&n=5");
    assert_eq!(reply.json["topic"], "order.created");
    assert_eq!(payload(&account, reply), json!({"name": "Ann Lee", "x": "é", "n": "5"}));
}

#[test]
fn other_types_are_refused_unless_empty() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for content_type in ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/jsonx", "x"] {
        send(&account, content_type, "{}").fails(415, "Unsupported media type. Send application/json.");
        assert_eq!(payload(&account, send(&account, content_type, "")), json!({}), "{content_type}");
    }
}

#[test]
fn empty_bodies_count_as_an_empty_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in ["", "{}", "[]", " [ ] ", "\n{}\r\n"] {
        assert_eq!(payload(&account, send(&account, "application/json", body)), json!({}), "{body:?}");
    }
    assert_eq!(payload(&account, account.call("POST", "/events").send()), json!({}));
}

#[test]
fn empty_array_on_every_post_without_required_fields() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let event = account.event("t", json!({}));
    let delivery = account.deliveries(&event)[0]["id"].as_str().unwrap().to_owned();
    for body in ["[]", ""] {
        for (path, status) in [
            ("/simulate".to_owned(), 200),
            (format!("/webhooks/{hook}/rotate-secret"), 200),
            (format!("/deliveries/{delivery}/retry"), 200),
        ] {
            let reply = account.call("POST", &path).raw("application/json", body).send();
            assert_eq!(reply.status, status, "{path} with {body:?}: {}", reply.text);
        }
    }
    for body in ["[]", ""] {
        let (guest, member) = (daemon.register(), format!("/projects/{}/members", account.project_id));
        let place = account.user().post(&member, json!({"email": guest.email})).ok(201);
        let verb = if body.is_empty() { "accept" } else { "reject" };
        let answer = format!("/invitations/{}/{verb}", place["id"].as_str().unwrap());
        for (path, status) in [(answer.as_str(), 200), ("/projects", 201), ("/auth/logout", 200)] {
            let reply = guest.user().call("POST", path).raw("application/json", body).send();
            assert_eq!(reply.status, status, "{path} with {body:?}: {}", reply.text);
        }
        let test = account.call("POST", &format!("/webhooks/{hook}/test")).raw("application/json", body).send();
        assert!(test.json["success"].is_boolean(), "{}", test.text);
    }
    for body in ["[]", ""] {
        let key = account.user().call("POST", "/token/regenerate").raw("application/json", body).send();
        assert_eq!(key.status, 200, "regenerate with {body:?}: {}", key.text);
    }
}

#[test]
fn other_json_values_are_no_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in ["[1]", "[{}]", "\"text\"", "5", "true", "null"] {
        send(&account, "application/json", body).fails(422, "Body must be a JSON object");
    }
}

#[test]
fn broken_json() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let nested = |depth: usize| format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth));
    let broken: Vec<Vec<u8>> = vec![
        b"{".to_vec(),
        b"{\"a\":}".to_vec(),
        b"{'a':1}".to_vec(),
        b"{\"a\":1,}".to_vec(),
        b"{\"a\":1} x".to_vec(),
        b"{\"a\":NaN}".to_vec(),
        b"{\"a\":01}".to_vec(),
        b"{\"a\":\"\xff\xfe\"}".to_vec(),
        b"{\"a\":\"\xc3\"}".to_vec(),
        b"{\"a\":\"\x01\"}".to_vec(),
        b"{\"a\":\"\\ud800\"}".to_vec(),
        b"\xef\xbb\xbf".to_vec(),
        "{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        nested(65).into_bytes(),
        "[".repeat(100_000).into_bytes(),
    ];
    for body in broken {
        let shown = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
        let reply = send(&account, "application/json", body);
        assert_eq!(reply.status, 400, "{shown:?}: {}", reply.text);
        reply.fails(400, "Invalid JSON body");
    }
    send(&account, "application/json", nested(64)).ok(202);
}

#[test]
fn the_last_of_equal_keys_wins() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = send(&account, "application/json", r#"{"topic":"first","x":1,"topic":"last","x":2}"#);
    assert_eq!(reply.json["topic"], "last");
    assert_eq!(payload(&account, reply), json!({"x": 2}));
}

#[test]
fn unknown_fields_and_nulls_are_ignored() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook(
        "http://127.0.0.1:9/x",
        json!({"surprise": 1, "name": null, "topics": null, "filters": null, "headers": null, "body_config": null,
               "retry_config": null, "rate_limit": null, "status": null, "active": null}),
    );
    assert_eq!(hook["topics"], json!([]));
    assert_eq!(hook["status"], "active");
    assert!(hook.get("surprise").is_none());
}

#[test]
fn absent_empty_and_null_required_fields() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for body in [json!({}), json!({"url": ""}), json!({"url": null})] {
        account.post("/webhooks", body).fails(400, "Missing required field: url");
    }
    for (body, field) in [
        (json!({}), "email"),
        (json!({"email": "a@b"}), "password"),
        (json!({"email": "a@b", "password": ""}), "password"),
        (json!({"password": "x"}), "email"),
    ] {
        account.anonymous().post("/auth/login", body).fails(400, &format!("Missing required field: {field}"));
    }
}

#[test]
fn query_numbers_are_never_an_error() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for n in 0..3 {
        account.event("t", json!({ "n": n }));
    }
    for (limit, count) in
        [("abc", 3), ("", 3), ("0", 1), ("-5", 1), ("1", 1), ("2", 2), ("999999", 3), ("99999999999999999999", 3)]
    {
        let list = account.get(&format!("/events?limit={limit}")).ok(200);
        assert_eq!(list["events"].as_array().unwrap().len(), count, "limit={limit}");
    }
    let list = account.get("/events?limit=1.5").ok(200);
    assert!(!list["events"].as_array().unwrap().is_empty());
}

#[test]
fn what_the_client_accepts_does_not_matter() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for accept in ["text/html", "application/xml", "image/png;q=0.1", "garbage", ""] {
        let reply = account.call("GET", "/events").header("Accept", accept).send();
        assert_eq!(reply.header("content-type"), Some("application/json; charset=utf-8"), "{accept}");
        reply.ok(200);
    }
}
