//! Creating, listing, changing and deleting pipelines.

use super::{over, pipeline};
use crate::support::{Daemon, NO_ID};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let steps = json!([over(100), {"type": "transform", "operation": "set", "values": {"n": 1}}]);
    let body = json!({"name": " Big orders ", "description": "d", "topics": ["order.*", "x"], "steps": steps,
        "webhook_id": hook, "unknown": 1});
    let made = account.post("/pipelines", body).ok(201);
    for (name, value) in [
        ("name", json!("Big orders")),
        ("status", json!("active")),
        ("description", json!("d")),
        ("topics", json!(["order.*", "x"])),
        ("steps", steps),
        ("webhook_id", json!(hook)),
        ("source_topic", json!("order.*")),
        ("updated_at", made["inserted_at"].clone()),
    ] {
        assert_eq!((&made["data"][name], &made[name]), (&value, &value), "{name}");
    }
    let id = made["id"].as_str().unwrap();
    assert_eq!(account.get(&format!("/pipelines/{id}")).ok(200), made);
    let list = account.get("/pipelines").ok(200);
    assert_eq!(list, json!({"data": [made["data"]], "has_next": false, "next_cursor": null}));
}

#[test]
fn what_is_not_given_has_a_default() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = account.post("/pipelines", json!({"name": "p"})).ok(201);
    for (name, value) in [
        ("status", json!("active")),
        ("description", Value::Null),
        ("topics", Value::Null),
        ("steps", json!([])),
        ("webhook_id", Value::Null),
        ("source_topic", Value::Null),
    ] {
        assert_eq!(made["data"][name], value, "{name}");
    }
    let of_one = account.post("/pipelines", json!({"name": "p", "source_topic": "a.b", "active": false})).ok(201);
    assert_eq!((&of_one["topics"], &of_one["status"]), (&json!(["a.b"]), &json!("inactive")));
    assert_eq!(account.post("/pipelines", json!({"name": "p", "topics": []})).ok(201)["topics"], json!([]));
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let foreign = other.webhook_id("http://127.0.0.1:9/x", json!({}));
    for name in [json!({}), json!({"name": ""}), json!({"name": null}), json!({"name": "  "})] {
        account.post("/pipelines", name).fails(400, "Missing required field: name");
    }
    for (field, value, error) in [
        ("name", json!("n".repeat(256)), "name must have at most 255 characters"),
        ("description", json!("d".repeat(2001)), "description must have at most 2000 characters"),
        ("description", json!(5), "description must be a string"),
        ("topics", json!({}), "topics must be an array of strings"),
        ("topics", json!([""]), "each topic must have 1 to 255 characters"),
        ("source_topic", json!(["a"]), "source_topic must be a string"),
        ("status", json!("on"), "status must be active or inactive"),
        ("active", json!("yes"), "active must be a boolean"),
        ("webhook_id", json!(NO_ID), "webhook_id does not exist"),
        ("webhook_id", json!(foreign), "webhook_id does not exist"),
        ("webhook_id", json!("x"), "webhook_id does not exist"),
        ("webhook_id", json!(5), "webhook_id must be a string"),
    ] {
        account.post("/pipelines", json!({"name": "p", field: value})).fails(422, error).invalid(field);
        let mut body = json!({"name": "p"});
        body[field] = value;
        account.post("/pipelines", body).fails(422, error).invalid(field);
    }
    assert_eq!(account.get("/pipelines?include=inactive").ok(200)["data"], json!([]));
}

#[test]
fn faulty_steps_are_named() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let id = pipeline(&account, json!({}));
    let many: Vec<_> = (0..21).map(|_| json!({"type": "transform"})).collect();
    for (steps, faults) in [
        (json!({}), json!(["must be an array"])),
        (json!(many), json!(["must have at most 20 items"])),
        (
            json!([over(1), {"type": "filter", "field": "a", "operator": "like"}, {"type": "sleep"}]),
            json!(["step 2: unknown operator", "step 3: unknown type"]),
        ),
        (json!([{"type": "transform", "operation": "explode"}]), json!(["step 1: unknown operation"])),
        (
            json!([{"type": "delay", "seconds": 604_801}]),
            json!(["step 1: seconds must be an integer between 0 and 604800"]),
        ),
        (
            json!([{"type": "delay", "seconds": 604_800}, {"type": "delay", "seconds": 1}]),
            json!(["delays must not add up to more than 604800 seconds"]),
        ),
        (json!([over(1), {"type": "deliver", "webhook_id": NO_ID}]), json!(["step 2: webhook_id does not exist"])),
    ] {
        let refused = account.post("/pipelines", json!({"name": "p", "steps": steps}));
        refused.fails(422, "Validation failed");
        assert_eq!(refused.json["details"], json!({"steps": faults}), "{steps}");
        let refused = account.patch(&format!("/pipelines/{id}"), json!({"steps": steps}));
        assert_eq!((refused.status, &refused.json["details"]), (422, &json!({"steps": faults})), "{steps}");
    }
    assert_eq!(account.get(&format!("/pipelines/{id}")).ok(200)["steps"], json!([]));
}

#[test]
fn changes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({}));
    let id = pipeline(&account, json!({"description": "d", "topics": ["a"], "webhook_id": hook}));
    let path = format!("/pipelines/{id}");
    let before = account.get(&path).ok(200);
    for nothing in [
        json!({}),
        json!({"name": "", "description": null, "topics": null, "steps": null, "status": ""}),
        json!({"name": "p", "topics": ["a"], "active": true, "webhook_id": hook}),
    ] {
        assert_eq!(account.patch(&path, nothing.clone()).ok(200), before, "{nothing}");
    }
    for (patch, field, value) in [
        (json!({"name": "q"}), "name", json!("q")),
        (json!({"description": "e"}), "description", json!("e")),
        (json!({"description": ""}), "description", Value::Null),
        (json!({"topics": ["b", "c"]}), "topics", json!(["b", "c"])),
        (json!({"source_topic": "d"}), "topics", json!(["d"])),
        (json!({"topics": []}), "topics", json!([])),
        (json!({"steps": [over(5)]}), "steps", json!([over(5)])),
        (json!({"webhook_id": null}), "webhook_id", Value::Null),
        (json!({"webhook_id": hook}), "webhook_id", json!(hook)),
        (json!({"active": false}), "status", json!("inactive")),
        (json!({"status": "active", "active": false}), "status", json!("active")),
    ] {
        let changed = account.patch(&path, patch.clone()).ok(200);
        assert_eq!((&changed["data"][field], &changed[field]), (&value, &value), "{patch}");
        assert!(changed["updated_at"].as_str() > before["updated_at"].as_str());
    }
    let java = account.call("POST", &path).header("X-HTTP-Method-Override", "PATCH").json(json!({"name": "j"}));
    assert_eq!(java.send().ok(200)["name"], "j");
    account.call("PUT", &path).json(json!({"name": "j"})).send().fails(405, "Method not allowed");
}

#[test]
fn deletion() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let (id, other) = (pipeline(&account, json!({})), pipeline(&account, json!({})));
    let path = format!("/pipelines/{id}");
    for _ in 0..2 {
        let reply = account.delete(&path);
        assert_eq!((reply.status, reply.text.as_str()), (204, ""));
    }
    assert_eq!(account.get(&path).ok(200)["status"], "inactive");
    let ids = |query: &str| -> Vec<Value> {
        let list = account.get(&format!("/pipelines{query}")).ok(200);
        list["data"].as_array().unwrap().iter().map(|p| p["id"].clone()).collect()
    };
    assert_eq!(ids(""), [json!(other)]);
    assert_eq!(ids("?include=inactive"), [json!(other), json!(id)]);
    assert_eq!(ids("?include=inactive&limit=1"), [json!(other)]);
    assert_eq!(ids(&format!("?include=inactive&cursor={other}")), [json!(id)]);
    account.patch(&path, json!({"active": true})).ok(200);
    assert_eq!(ids(""), [json!(other), json!(id)]);
    for (method, rest) in [("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/test")] {
        for absent in [NO_ID, "x"] {
            let call = account.call(method, &format!("/pipelines/{absent}{rest}")).json(json!({}));
            call.send().fails(404, "Pipeline not found");
        }
    }
}

#[test]
fn every_change_is_recorded() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let id = pipeline(&account, json!({}));
    let path = format!("/pipelines/{id}");
    account.patch(&path, json!({"name": "q", "topics": ["a"]})).ok(200);
    account.patch(&path, json!({"name": "q"})).ok(200);
    account.post(&format!("{path}/test"), json!({})).ok(200);
    account.post("/pipelines", json!({})).fails(400, "Missing required field: name");
    assert_eq!(account.delete(&path).status, 204);
    assert_eq!(account.delete(&path).status, 204);
    let list = account.user().get(&format!("/audit-log?resource_id={id}")).ok(200);
    let seen: Vec<_> = list["data"].as_array().unwrap().iter().map(|e| (&e["action"], &e["metadata"])).collect();
    let key = &account.key[..12];
    let expected = [
        (&json!("pipeline.deleted"), &json!({"api_key_prefix": key})),
        (&json!("pipeline.updated"), &json!({"changed": ["name", "topics"], "api_key_prefix": key})),
        (&json!("pipeline.created"), &json!({"api_key_prefix": key})),
    ];
    assert_eq!(seen, expected);
    assert!(list["data"].as_array().unwrap().iter().all(|e| e["resource_type"] == "pipeline"));
}

#[test]
fn there_is_a_limit() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let ids: Vec<_> = (0..200).map(|_| pipeline(&account, json!({}))).collect();
    account.post("/pipelines", json!({"name": "p"})).fails(422, "Limit reached: 200 pipelines");
    let asleep = pipeline(&account, json!({"active": false}));
    let wake = json!({"active": true});
    account.patch(&format!("/pipelines/{asleep}"), wake.clone()).fails(422, "Limit reached: 200 pipelines");
    account.delete(&format!("/pipelines/{}", ids[0]));
    account.patch(&format!("/pipelines/{asleep}"), wake).ok(200);
}
