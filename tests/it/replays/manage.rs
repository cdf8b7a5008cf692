//! Asking for replays, looking at them, and what is refused.

use super::{completed, reached, replay, send};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    send(&account, "order.created", 3);
    let filters =
        json!({"topic": "order.*", "from": "2020-01-01", "to_date": "2099-01-31", "webhook_id": hook, "unknown": 1});
    let made = replay(&account, filters);
    let (from, to) = ("2020-01-01T00:00:00.000000Z", "2099-01-31T23:59:59.999999Z");
    for (name, value) in [
        ("status", json!("pending")),
        ("filters", json!({"topic": "order.*", "from_date": from, "to_date": to, "webhook_id": hook})),
        ("total_events", json!(3)),
        ("processed_events", json!(0)),
        ("started_at", Value::Null),
        ("completed_at", Value::Null),
        ("topic", json!("order.*")),
        ("from_date", json!(from)),
        ("to_date", json!(to)),
        ("webhook_id", json!(hook)),
        ("deliveries_created", json!(0)),
        ("error", Value::Null),
    ] {
        assert_eq!(made[name], value, "{name}");
    }
    assert_eq!(made.get("data"), None, "flat");
    let done = reached(&account, &made, "completed");
    for (name, value) in [
        ("total_events", json!(3)),
        ("processed_events", json!(3)),
        ("deliveries_created", json!(0)),
        ("filters", made["filters"].clone()),
        ("inserted_at", made["inserted_at"].clone()),
        ("error", Value::Null),
    ] {
        assert_eq!(done[name], value, "{name}");
    }
    assert!(done["inserted_at"].as_str() <= done["started_at"].as_str());
    assert!(done["started_at"].as_str() <= done["completed_at"].as_str());
    let list = account.get("/replays").ok(200);
    assert_eq!(list, json!({"data": [done], "has_next": false, "next_cursor": null}));
}

#[test]
fn nothing_given_is_every_event() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let empty = completed(&account, json!({}));
    assert_eq!((&empty["total_events"], &empty["filters"]), (&json!(0), &json!({})));
    send(&account, "t", 2);
    account.post("/events", json!({"without": "topic"})).ok(202);
    for filters in
        [json!({}), json!({"topic": "", "webhook_id": null, "from": null, "event_ids": null}), json!({"topic": "*"})]
    {
        let made = completed(&account, filters.clone());
        assert_eq!((&made["total_events"], &made["processed_events"]), (&json!(3), &json!(3)), "{filters}");
    }
    let by_go = account.call("POST", "/replays").header("Content-Type", "application/json").send().ok(201);
    assert_eq!(by_go["total_events"], 3);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let asleep = account.webhook_id("http://127.0.0.1:9/x", json!({"active": false}));
    let foreign = other.webhook_id("http://127.0.0.1:9/x", json!({}));
    let many: Vec<_> = (0..1001).map(|_| NO_ID).collect();
    for (filters, field, error) in [
        (json!({"topic": 5}), "topic", "topic must be a string"),
        (json!({"from": "yesterday"}), "from_date", "from_date must be an ISO 8601 timestamp"),
        (json!({"from_date": ""}), "from_date", "from_date must be an ISO 8601 timestamp"),
        (json!({"from_date": 1_700_000_000}), "from_date", "from_date must be an ISO 8601 timestamp"),
        (json!({"to": "2026-02-30"}), "to_date", "to_date must be an ISO 8601 timestamp"),
        (json!({"from": "2026-01-02", "to": "2026-01-01"}), "from_date", "from_date must be before to_date"),
        (json!({"webhook_id": NO_ID}), "webhook_id", "webhook_id does not exist"),
        (json!({"webhook_id": foreign}), "webhook_id", "webhook_id does not exist"),
        (json!({"webhook_id": "x"}), "webhook_id", "webhook_id does not exist"),
        (json!({"webhook_id": asleep}), "webhook_id", "Webhook is inactive"),
        (json!({"event_ids": "x"}), "event_ids", "event_ids must be an array of strings"),
        (json!({"event_ids": many}), "event_ids", "event_ids must have at most 1000 items"),
    ] {
        account.post("/replays", filters).fails(422, error).invalid(field);
    }
    assert_eq!(account.get("/replays").ok(200)["data"], json!([]), "nothing was started");
}

#[test]
fn lists() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut made: Vec<Value> = (0..3).map(|_| completed(&account, json!({}))["id"].clone()).collect();
    made.reverse();
    let ids = |query: &str| -> Vec<Value> {
        let list = account.get(&format!("/replays{query}")).ok(200);
        list["data"].as_array().unwrap().iter().map(|r| r["id"].clone()).collect()
    };
    assert_eq!((ids(""), ids("?status=completed")), (made.clone(), made.clone()));
    assert_eq!((ids("?limit=2"), ids("?status=failed")), (made[..2].to_vec(), vec![]));
    let second = made[1].as_str().unwrap();
    assert_eq!(ids(&format!("?limit=2&cursor={second}")), made[2..]);
    account
        .get("/replays?status=done")
        .fails(422, "status must be one of: pending, running, completed, failed, cancelled");
    account.get("/replays?cursor=x").fails(400, "Invalid cursor");
}

#[test]
fn one_that_is_finished_stays_so() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let done = completed(&account, json!({}));
    let path = format!("/replays/{}", done["id"].as_str().unwrap());
    account.delete(&path).fails(409, "Replay already finished");
    assert_eq!(account.get(&path).ok(200), done);
    for absent in [NO_ID, "x"] {
        account.get(&format!("/replays/{absent}")).fails(404, "Replay not found");
        account.delete(&format!("/replays/{absent}")).fails(404, "Replay not found");
    }
    account.call("PATCH", &path).json(json!({})).send().fails(405, "Method not allowed");
}

#[test]
fn a_start_is_recorded_with_its_filters() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = completed(&account, json!({"topic": "a", "to": "2099-01-01", "event_ids": [NO_ID]}));
    account.post("/replays", json!({"topic": 5})).fails(422, "topic must be a string");
    let log = account.user().get("/audit-log?resource_type=replay").ok(200);
    let entries = log["data"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    let mut filters = made["filters"].clone();
    filters["api_key_prefix"] = json!(&account.key[..12]);
    assert_eq!((&entries[0]["action"], &entries[0]["metadata"]), (&json!("replay.started"), &filters));
    assert_eq!(entries[0]["resource_id"], made["id"]);
}
