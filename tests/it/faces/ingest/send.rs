//! POST /e/{endpoint_id}: what is sent, what arrives, and what is refused.

use super::{Endpoint, in_status, plain, prefixed};
use crate::support::{Daemon, NO_ID, Receiver};
use serde_json::{Value, json};

#[test]
fn an_event_goes_to_its_endpoint_alone() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/one", json!({}));
    account.webhook(&receiver.url("/all"), json!({}));
    let call = endpoint.call(&account, r#"{"event_type":"user.created","payload":{"id":7.50}}"#);
    let answer = call.header("X-PJ-Correlation-ID", "order-17").send().ok(202);
    let id = answer["id"].as_str().unwrap();
    let expected = json!({"id": id, "status": "QUEUED", "message": "Event received and queued for delivery"});
    assert_eq!(answer, expected);
    assert!(id.starts_with("evt_") && id.len() == 36, "{id}");

    let hit = receiver.wait_for("/one", 1).remove(0);
    assert_eq!(hit.header("x-correlation-id"), Some("order-17"));
    assert_eq!(hit.header("x-topic"), Some("user.created"));
    assert_eq!(hit.header("x-event-id"), Some(plain(id).as_str()));
    assert_eq!(
        hit.header("x-signature"),
        Some(crate::support::jobcelis_signature(&endpoint.secret, &hit.body).as_str())
    );
    let body = hit.json();
    assert_eq!((&body["topic"], &body["event_id"]), (&json!("user.created"), &json!(plain(id))));
    assert!(hit.text().contains(r#""id":7.50,"#), "numbers stay as they were sent: {}", hit.text());

    let native = account.get(&format!("/events/{}", plain(id))).ok(200);
    assert_eq!((&native["topic"], &native["correlation_id"]), (&json!("user.created"), &json!("order-17")));
    assert_eq!(native["deliveries"].as_array().unwrap().len(), 1);
    account.event("user.created", json!({"n": 2}));
    let others = receiver.wait_for("/all", 1);
    assert_eq!(others[0].json()["n"], 2, "what was sent to the endpoint went nowhere else");
    assert_eq!(receiver.hits("/one").len(), 1);
}

#[test]
fn any_json_is_a_body() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/e", json!({}));
    let rows: [(&str, &str, Value, Value); 7] = [
        ("", r#"{"type":"a.b","x":1}"#, json!("a.b"), json!({"type": "a.b", "x": 1})),
        ("", r#"{"event":"c","topic":"d"}"#, json!("c"), json!({"event": "c", "topic": "d"})),
        ("h", r#"{"event_type":"a","payload":{"x":1}}"#, json!("h"), json!({"x": 1})),
        ("", "[1,2]", Value::Null, json!([1, 2])),
        ("", "\"text\"", Value::Null, json!("text")),
        ("", "null", Value::Null, Value::Null),
        ("", "", Value::Null, json!({})),
    ];
    for (n, (header, sent, event_type, payload)) in rows.into_iter().enumerate() {
        let call = endpoint.call(&account, sent);
        let call = if header.is_empty() { call } else { call.header("X-PJ-Event-Type", header) };
        let id = call.send().ok(202)["id"].as_str().unwrap().to_owned();
        let body = receiver.wait_for("/e", n + 1)[n].json();
        match payload.as_object() {
            Some(members) => members.iter().filter(|(name, _)| *name != "topic").for_each(|(name, value)| {
                assert_eq!(&body[name], value, "{sent}: {body}");
            }),
            None => assert_eq!(body["payload"], payload, "{sent}: {body}"),
        }
        assert_eq!(body["topic"], event_type, "{sent}");
        let shown = in_status(&account, &id, "DELIVERED");
        assert_eq!((&shown["event_type"], &shown["payload"]), (&event_type, &payload), "{sent}");
    }
}

#[test]
fn the_settings_of_the_webhook_hold() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let more = json!({"filters": ["amount > 10"], "body_config": {"body_mode": "pick", "body_pick": ["amount"]}});
    let endpoint = Endpoint::new(&account, &receiver, "/f", more);
    let unwanted = endpoint.send(&account, r#"{"amount":5,"x":1}"#);
    endpoint.send(&account, r#"{"amount":50,"x":1}"#);
    let body = receiver.wait_for("/f", 1)[0].json();
    assert_eq!((&body["amount"], body.get("x")), (&json!(50), None));
    let shown = in_status(&account, &unwanted, "DELIVERED");
    assert_eq!(shown["attempts"], json!([]), "nothing waits that nobody wants");
}

#[test]
fn refusals() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let (account, stranger) = (daemon.register(), daemon.register());
    let endpoint = Endpoint::new(&account, &receiver, "/r", json!({}));
    let to = |id: &str| {
        let there = Endpoint { id: id.to_owned(), webhook: String::new(), secret: endpoint.secret.clone() };
        there.call(&account, "{}").send()
    };
    for id in [prefixed("ep_", NO_ID), NO_ID.to_owned(), "ep_1".to_owned(), prefixed("evt_", &endpoint.webhook)] {
        to(&id).fails(404, "Endpoint not found");
    }
    assert_eq!(to(&endpoint.webhook).status, 202, "the plain id is one too");
    endpoint.call(&stranger, "{}").send().fails(404, "Endpoint not found");
    let nobody = account.anonymous().target("POST", &format!("/e/{}", endpoint.id)).raw("", "{}").send();
    nobody.fails(401, "Invalid API key");
    assert_eq!(nobody.header("www-authenticate"), Some("Bearer"));
    let as_user = account.user().target("POST", &format!("/e/{}", endpoint.id)).raw("", "{}").send();
    as_user.fails(401, "Invalid API key");
    for body in ["{", "{\"a\":}", "nul", "{} x"] {
        endpoint.call(&account, body).send().fails(400, "Invalid JSON body");
    }
    let long = "x".repeat(256);
    for (header, value, message) in [
        ("X-PJ-Correlation-ID", "a b", "correlation_id must have at most 255 visible characters"),
        ("X-PJ-Correlation-ID", &long, "correlation_id must have at most 255 visible characters"),
        ("X-PJ-Event-Type", &long, "event_type must have at most 255 characters"),
    ] {
        endpoint.call(&account, "{}").header(header, value).send().fails(422, message);
    }
    account.user().patch("/token", json!({"scopes": ["events:read"]})).ok(200);
    endpoint.call(&account, "{}").send().fails(401, "Invalid API key");
    account.user().patch("/token", json!({"scopes": ["events:write"]})).ok(200);
    endpoint.send(&account, "{}");
    account.user().patch(&format!("/webhooks/{}", endpoint.webhook), json!({"status": "inactive"})).ok(200);
    endpoint.call(&account, "{}").send().fails(404, "Endpoint not found");
}
