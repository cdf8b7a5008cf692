//! GET /api/v1/events and one of them: numbers, filters, totals, and what an event has come to.

use super::{Endpoint, get, in_status, plain, prefixed};
use crate::support::{Account, Answer, Daemon, NO_ID, Receiver};
use serde_json::{Value, json};

fn ids(list: &Value) -> Vec<&str> {
    list["events"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect()
}

/// Ids, total, limit and offset of a list.
#[track_caller]
fn look(list: &Value, total: i64, limit: i64, offset: i64) -> Vec<&str> {
    assert_eq!((&list["total"], &list["limit"], &list["offset"]), (&json!(total), &json!(limit), &json!(offset)));
    ids(list)
}

#[test]
fn pages_and_filters() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let one = Endpoint::new(&account, &receiver, "/one", json!({}));
    let two = Endpoint::new(&account, &receiver, "/two", json!({}));
    let empty = get(&account, "");
    assert_eq!(empty, json!({"events": [], "total": 0, "limit": 50, "offset": 0}));
    let mut sent = Vec::new();
    for n in 0..6 {
        let (endpoint, kind) = (if n % 2 == 0 { &one } else { &two }, if n < 3 { "a" } else { "b" });
        sent.insert(0, endpoint.send(&account, &json!({"type": kind, "n": n}).to_string()));
    }
    sent.iter().for_each(|id| {
        in_status(&account, id, "DELIVERED");
    });
    account.event("a", json!({}));
    let sent: Vec<&str> = sent.iter().map(String::as_str).collect();
    for (query, total, limit, offset, expected) in [
        ("", 6, 50, 0, &sent[..]),
        ("?limit=2", 6, 2, 0, &sent[..2]),
        ("?limit=2&offset=4", 6, 2, 4, &sent[4..]),
        ("?offset=6", 6, 50, 6, &[]),
        ("?limit=0&offset=-3", 6, 1, 0, &sent[..1]),
        ("?limit=1000&offset=x", 6, 100, 0, &sent),
        ("?limit=ten", 6, 50, 0, &sent),
        ("?event_type=a", 3, 50, 0, &sent[3..]),
        ("?event_type=a&limit=1&offset=1", 3, 1, 1, &sent[4..5]),
        ("?event_type=none", 0, 50, 0, &[]),
        ("?status=DELIVERED", 6, 50, 0, &sent),
        ("?status=delivered&event_type=b", 3, 50, 0, &sent[..3]),
        ("?status=FAILED", 0, 50, 0, &[]),
    ] {
        assert_eq!(look(&get(&account, query), total, limit, offset), expected, "{query}");
    }
    let of_one = [sent[1], sent[3], sent[5]];
    for id in [&one.id, &one.webhook] {
        assert_eq!(look(&get(&account, &format!("?endpoint_id={id}")), 3, 50, 0), of_one);
    }
    assert_eq!(
        look(&get(&account, &format!("?endpoint_id={}&event_type=b&status=DELIVERED", one.id)), 1, 50, 0),
        [sent[1]]
    );
    for id in ["x", NO_ID] {
        assert_eq!(look(&get(&account, &format!("?endpoint_id={id}")), 0, 50, 0), [""; 0]);
    }
    let item = &get(&account, "?limit=1")["events"][0];
    let expected = json!({"id": sent[0], "endpoint_id": two.id, "event_type": "b", "status": "DELIVERED",
        "created_at": account.get(&format!("/events/{}", plain(sent[0]))).ok(200)["occurred_at"]});
    assert_eq!(item, &expected);
    everything(&account, &sent);
    let bad = account.target("GET", "/ingest/api/v1/events?status=pending").send();
    bad.fails(400, "status must be one of QUEUED, RETRYING, DELIVERED, FAILED, REPLAYED");
    let stranger = daemon.register();
    assert_eq!(get(&stranger, "?include=all")["total"], 0);
    let foreign = stranger.target("GET", &format!("/ingest/api/v1/events/{}", sent[0])).send();
    foreign.fails(404, "Event not found");
}

/// With those that were not sent to an endpoint.
fn everything(account: &Account, sent: &[&str]) {
    let all = get(account, "?include=all&limit=3");
    assert_eq!((&all["total"], &ids(&all)[1..]), (&json!(7), &sent[..2]));
    let native = &all["events"][0];
    assert_eq!(
        (&native["endpoint_id"], &native["event_type"], &native["status"]),
        (&Value::Null, &json!("a"), &json!("DELIVERED"))
    );
    assert_eq!(get(account, "?include=all&event_type=a")["total"], 4);
    let shown = get(account, &format!("/{}", native["id"].as_str().unwrap()));
    assert_eq!((&shown["endpoint_id"], &shown["payload"]), (&Value::Null, &json!({})));
}

#[test]
fn an_event_with_its_attempts() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    receiver.script("/x", [Answer::status(500).body("oops"), Answer::status(200).body("OK")]);
    let more = json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 5}});
    let endpoint = Endpoint::new(&account, &receiver, "/x", more);
    let call = endpoint.call(&account, r#"{"event_type":"user.created","id":1}"#).header("X-PJ-Correlation-ID", "c-1");
    let id = call.send().ok(202)["id"].as_str().unwrap().to_owned();
    let event = in_status(&account, &id, "DELIVERED");
    let keys: Vec<_> = event.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted =
        ["id", "org_id", "endpoint_id", "event_type", "status", "payload", "correlation_id", "attempts", "created_at"];
    assert_eq!(keys, wanted);
    assert_eq!(event["org_id"], prefixed("org_", &account.project_id));
    assert_eq!((&event["endpoint_id"], &event["correlation_id"]), (&json!(endpoint.id), &json!("c-1")));
    assert_eq!(event["payload"], json!({"event_type": "user.created", "id": 1}));
    let attempts = event["attempts"].as_array().unwrap();
    let told: Vec<_> = attempts.iter().map(|a| (a["status_code"].clone(), a["response_body"].clone())).collect();
    assert_eq!(told, [(json!(500), json!("oops")), (json!(200), json!("OK"))]);
    assert!(attempts.iter().all(|a| a["duration_ms"].is_u64() && a["created_at"].is_string()));
    let delivery = account.get(&format!("/deliveries?event_id={}", plain(&id))).ok(200)["deliveries"][0]["id"].clone();
    assert_eq!(attempts[0]["id"], prefixed("dat_", delivery.as_str().unwrap()));
    assert_ne!(attempts[0]["id"], attempts[1]["id"]);
    for bad in ["evt_1", NO_ID, &prefixed("evt_", NO_ID), &prefixed("ep_", &plain(&id))] {
        account.target("GET", &format!("/ingest/api/v1/events/{bad}")).send().fails(404, "Event not found");
    }
    assert_eq!(get(&account, &format!("/{}", plain(&id)))["id"], json!(id));
}
