//! What providers send: accepted once, refused with a reason, understood by its mapping.

use super::{Hub, anonymous, fails, globex};
use crate::support::{Daemon, NO_ID};
use serde_json::json;

const TOKEN: [(&str, &str); 1] = [("X-Globex-Token", "token")];

#[test]
fn a_request_becomes_one_event_for_ever() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let source = hub.source("globex", "token");
    let body = globex("g-1", "order.created").to_string();
    let first = hub.provide("globex", &TOKEN, &body).ok(202);
    let id = first["data"]["eventId"].as_str().unwrap();
    assert_eq!(
        first,
        json!({"success": true, "data": {"eventId": id, "status": "pending", "duplicate": false}, "meta": {}})
    );
    assert!(id.starts_with("evt_") && id.len() == 36, "{id}");
    let again = hub.provide("globex", &TOKEN, &body).ok(200);
    assert_eq!(again["data"], json!({"eventId": id, "status": "processed", "duplicate": true}));
    let other = hub.provide("globex", &TOKEN, &globex("g-2", "order.created").to_string()).ok(202);
    assert_ne!(other["data"]["eventId"], id);

    // Natively it is an event like others.
    let events = account.get("/events?topic=globex.order.created").ok(200);
    let stored = &events["events"][1];
    assert_eq!(stored["id"].as_str().unwrap().replace('-', ""), id[4..]);
    let envelope = json!({"provider": "globex", "externalEventId": "g-1", "eventType": "order.created",
        "occurredAt": "2026-01-15T10:30:00.000000Z", "subject": "res-g-1", "data": {"id": "res-g-1", "n": 1}});
    assert_eq!(stored["payload"], envelope);
    let counted = account.get(&format!("/sources/{source}")).ok(200);
    assert_eq!((&counted["received"], &counted["rejected"]), (&json!(3), &json!(0)));
    assert!(counted["last_received_at"].is_string());

    // Its key outlives it.
    let db = daemon.database();
    let of = format!("project_id = x'{}'", account.project_id.replace('-', ""));
    db.execute_batch(&format!("DELETE FROM inbound WHERE {of}; DELETE FROM events WHERE {of}")).unwrap();
    let late = hub.provide("globex", &TOKEN, &body).ok(200);
    assert_eq!(late["data"], json!({"eventId": id, "status": "processed", "duplicate": true}));
}

#[test]
fn what_is_not_understood_is_named_and_kept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let source = hub.source("globex", "token");
    let token = [TOKEN[0], ("Cookie", "secret=1"), ("X-Trace", "t")];
    for (body, details) in [
        ("{", vec![]),
        ("[]", vec![]),
        ("5", vec![]),
        ("", vec![]),
        ("{}", vec!["resource", "timestamp", "type"]),
        (r#"{"id":"1","type":"t","timestamp":"soon","resource":{}}"#, vec!["timestamp"]),
        (r#"{"id":"1","timestamp":1,"resource":{}}"#, vec!["type"]),
    ] {
        let error = fails(&hub.provide("globex", &token, body), 400, "VALIDATION_ERROR");
        let mut named: Vec<_> = error["details"].as_object().unwrap().keys().map(String::as_str).collect();
        named.sort_unstable();
        assert_eq!(named, details, "{body}");
    }
    fails(&hub.provide("globex", &[], "{}"), 401, "UNAUTHORIZED");
    let bodies = account.get("/events").ok(200);
    assert_eq!(bodies["events"], json!([]), "none became an event");
    assert_eq!(account.get(&format!("/sources/{source}")).ok(200)["rejected"], 8);
    let kept = account.get(&format!("/sources/{source}/rejections")).ok(200);
    let kept = kept["rejections"].as_array().unwrap();
    assert_eq!((kept.len(), &kept[0]["reason"]), (8, &json!("missing credentials")));
    assert_eq!(kept[1]["headers"]["x-trace"], "t");
    assert!(kept[1]["headers"].get("x-globex-token").is_none() && kept[1]["headers"].get("cookie").is_none());
    assert_eq!(kept[1]["ip"], "127.0.0.1");

    for _ in 0..100 {
        hub.provide("globex", &[], "{}");
    }
    let kept = account.get(&format!("/sources/{source}/rejections?limit=200")).ok(200);
    assert_eq!(kept["rejections"].as_array().unwrap().len(), 100, "the newest");
    assert_eq!(account.get(&format!("/sources/{source}")).ok(200)["rejected"], 108);
}

#[test]
fn nobody_else_is_taken_in() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let source = hub.source("globex", "token");
    let body = globex("g", "t").to_string();
    fails(&hub.provide("acme", &TOKEN, &body), 404, "NOT_FOUND");
    let elsewhere = account.anonymous();
    for path in [format!("/hub/{NO_ID}/api/v1/webhooks/globex"), "/hub/nowhere/api/v1/webhooks/globex".to_owned()] {
        fails(&anonymous(&elsewhere, "POST", &path), 404, "NOT_FOUND");
    }
    account.delete(&format!("/sources/{source}")).ok(200);
    fails(&hub.provide("globex", &TOKEN, &body), 404, "NOT_FOUND");
    // Its slug is free, and the new one knows nothing of the old one's ids.
    hub.source("globex", "token");
    hub.globex(&globex("g", "t"));
}

#[test]
fn two_projects_have_a_source_of_the_same_slug() {
    let daemon = Daemon::shared();
    let (one, two) = (Hub::of(&daemon.register()), Hub::of(&daemon.register()));
    one.source("globex", "token");
    two.source("globex", "token");
    let event = one.globex(&globex("same", "t"));
    let other = two.globex(&globex("same", "t"));
    assert_ne!(event, other);
    for (hub, own, foreign) in [(&one, &event, &other), (&two, &other, &event)] {
        let list = hub.get("/events");
        assert_eq!((&list["meta"]["total"], &list["data"][0]["id"]), (&json!(1), &json!(own)));
        for path in ["", "/status", "/replay"] {
            let method = if path == "/replay" { "POST" } else { "GET" };
            let call = hub.call(method, &format!("/events/{foreign}{path}"));
            fails(&call.json(json!({"requestedBy": "a", "reason": "b"})).send(), 404, "NOT_FOUND");
        }
        assert_eq!(hub.get("/deliveries")["data"], json!([]));
    }
    let stranger = one.account.anonymous().target("GET", &format!("{}/events", one.base));
    fails(&stranger.header("X-Internal-Api-Key", &two.account.key).send(), 401, "UNAUTHORIZED");
}

#[test]
fn a_new_slack_url_answers_its_challenge() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let body = json!({"preset": "slack", "verification": {"type": "none"}, "allow_unverified": true});
    account.post("/sources", body).ok(201);
    let account_ = account.post("/sources", json!({"preset": "slack", "slug": "signed", "secret": "s"})).ok(201);
    assert_eq!(account_["verification"]["type"], "slack");
    let asks = r#"{"token":"x","challenge":"3eZbrw1aB10FEMAGAZd4FyFQ","type":"url_verification"}"#;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs().to_string();
    let signature = super::signatures::hex_hmac("s", &format!("v0:{now}:{asks}"));
    let headers = [("X-Slack-Request-Timestamp", now.as_str()), ("X-Slack-Signature", &format!("v0={signature}"))];
    let answer = hub.provide("signed", &headers, asks).ok(200);
    assert_eq!(answer["challenge"], "3eZbrw1aB10FEMAGAZd4FyFQ");
    assert_eq!(answer["success"], true);
    // Unverified, it is only a body without a type.
    fails(&hub.provide("slack", &[], asks), 400, "VALIDATION_ERROR");
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
}
