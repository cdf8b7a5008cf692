//! POST /api/v1/events/{id}/replay: a new event in the place of the old one.

use super::{Endpoint, get, in_status, plain, prefixed};
use crate::support::{Account, Daemon, NO_ID, Receiver, Reply};
use serde_json::{Value, json};

fn replay(account: &Account, id: &str, body: Value) -> Reply {
    account.target("POST", &format!("/ingest/api/v1/events/{id}/replay")).json(body).send()
}

#[test]
fn a_new_event_takes_the_place_of_the_old_one() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/r", json!({}));
    let call = endpoint.call(&account, r#"{"event_type":"a","payload":{"n":1}}"#).header("X-PJ-Correlation-ID", "c-9");
    let old = call.send().ok(202)["id"].as_str().unwrap().to_owned();
    in_status(&account, &old, "DELIVERED");
    let answer = replay(&account, &old, json!({})).ok(200);
    let new = answer["id"].as_str().unwrap().to_owned();
    assert_eq!(answer, json!({"id": new, "status": "QUEUED", "message": "Event replayed"}));
    assert_ne!(new, old);
    let hits = receiver.wait_for("/r", 2);
    assert_eq!((&hits[1].json()["n"], hits[1].header("x-correlation-id")), (&json!(1), Some("c-9")));
    assert_eq!(hits[1].header("x-event-id"), Some(plain(&new).as_str()));
    assert_eq!(get(&account, &format!("/{old}"))["status"], "REPLAYED");
    let shown = in_status(&account, &new, "DELIVERED");
    assert_eq!((&shown["event_type"], &shown["payload"]), (&json!("a"), &json!({"n": 1})));
    for (status, total) in [("REPLAYED", 1), ("DELIVERED", 1), ("QUEUED", 0)] {
        assert_eq!(get(&account, &format!("?status={status}"))["total"], total, "{status}");
    }
    let entry = &account.user().get("/audit-log?action=event.replayed").ok(200)["data"][0];
    assert_eq!(entry["resource_id"], plain(&old));
    assert_eq!(entry["metadata"]["event_id"], plain(&new));
    for (payload, body) in [(json!({"n": 2}), json!({"n": 2})), (json!([3]), json!([3]))] {
        let again = replay(&account, &plain(&new), json!({"payload": payload})).ok(200);
        let shown = in_status(&account, again["id"].as_str().unwrap(), "DELIVERED");
        assert_eq!(shown["payload"], body);
    }
    assert_eq!(receiver.wait_for("/r", 4)[3].json()["payload"], json!([3]));
}

#[test]
fn what_cannot_be_replayed() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let (account, stranger) = (daemon.register(), daemon.register());
    let endpoint = Endpoint::new(&account, &receiver, "/n", json!({}));
    let id = endpoint.send(&account, "{}");
    in_status(&account, &id, "DELIVERED");
    for missing in [NO_ID, "evt_1", &prefixed("evt_", NO_ID)] {
        replay(&account, missing, json!({})).fails(404, "Event not found");
    }
    replay(&stranger, &id, json!({})).fails(404, "Event not found");
    let native = account.event("a", json!({}));
    replay(&account, &native, json!({})).fails(404, "Endpoint not found");
    account.delete(&format!("/webhooks/{}", endpoint.webhook)).ok(200);
    replay(&account, &id, json!({})).fails(404, "Endpoint not found");
    assert_eq!(get(&account, &format!("/{id}"))["status"], "DELIVERED", "nothing was done");
    account.user().patch("/token", json!({"scopes": ["events:read"]})).ok(200);
    replay(&account, &id, json!({})).fails(403, "Insufficient scope: events:write");
    assert_eq!(stranger.get("/audit-log?action=event.replayed").ok(200)["data"], json!([]));
}
