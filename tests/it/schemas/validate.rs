//! Trying payloads on a schema: the words for every kind of fault, and what is judged.

use super::{path, schema};
use crate::support::{Account, Daemon};
use serde_json::{Value, json};

/// What is wrong with a payload by a schema that comes along.
#[track_caller]
fn faults(account: &Account, schema: &Value, payload: &Value) -> Vec<String> {
    let body = json!({"topic": "t", "schema": schema, "payload": payload});
    let answer = account.post("/event-schemas/validate", body).ok(200);
    let faults = answer["errors"].as_array().expect("a list");
    assert_eq!(answer["valid"], faults.is_empty());
    let text = |fault: &Value| {
        assert_eq!(fault.as_object().map(serde_json::Map::len), Some(2), "{fault}");
        format!("{} {}", fault["path"].as_str().unwrap(), fault["message"].as_str().unwrap())
    };
    faults.iter().map(text).collect()
}

#[test]
fn every_violation_has_its_words() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let of = |rule: Value| json!({"properties": {"a": rule}});
    for (schema, payload, expected) in [
        (json!({"required": ["order_id"]}), json!({}), "#/order_id Required property order_id is missing"),
        (
            json!({"properties": {"customer": {"required": ["email"]}}}),
            json!({"customer": {}}),
            "#/customer/email Required property email is missing",
        ),
        (of(json!({"type": "string"})), json!({"a": 1}), "#/a Expected string but got integer"),
        (of(json!({"type": "integer"})), json!({"a": 1.5}), "#/a Expected integer but got number"),
        (of(json!({"type": ["number", "null"]})), json!({"a": "x"}), "#/a Expected number or null but got string"),
        (json!({"type": "array"}), json!({}), "# Expected array but got object"),
        (json!({"additionalProperties": false}), json!({"foo": 1}), "#/foo Property foo is not allowed"),
        (of(json!({"enum": ["USD", "EUR"]})), json!({"a": "X"}), "#/a Value is not one of the allowed values"),
        (of(json!({"const": "USD"})), json!({"a": "X"}), "#/a Value is not one of the allowed values"),
        (of(json!({"minimum": 0})), json!({"a": -1}), "#/a Expected a value >= 0"),
        (of(json!({"maximum": 10})), json!({"a": 11}), "#/a Expected a value <= 10"),
        (of(json!({"exclusiveMinimum": 0})), json!({"a": 0}), "#/a Expected a value > 0"),
        (of(json!({"exclusiveMaximum": 1})), json!({"a": 1}), "#/a Expected a value < 1"),
        (of(json!({"multipleOf": 0.01})), json!({"a": 0.015}), "#/a Expected a multiple of 0.01"),
        (of(json!({"minLength": 3})), json!({"a": "éé"}), "#/a Expected at least 3 characters"),
        (of(json!({"maxLength": 1})), json!({"a": "éé"}), "#/a Expected at most 1 characters"),
        (of(json!({"minItems": 1})), json!({"a": []}), "#/a Expected at least 1 items"),
        (of(json!({"pattern": "^[A-Z]+$"})), json!({"a": "ab"}), "#/a Does not match pattern ^[A-Z]+$"),
        (of(json!({"format": "email"})), json!({"a": "ab"}), "#/a Is not a valid email"),
        (
            json!({"properties": {"items": {"items": {"properties": {"sku": {"type": "string"}}}}}}),
            json!({"items": [{"sku": 1}]}),
            "#/items/0/sku Expected string but got integer",
        ),
        (
            json!({"properties": {"a/b~c": {"type": "string"}}}),
            json!({"a/b~c": 1}),
            "#/a~1b~0c Expected string but got integer",
        ),
        (json!(false), json!({}), "# Value is not allowed"),
    ] {
        assert_eq!(faults(&account, &schema, &payload), [expected], "{schema}");
    }
}

#[test]
fn all_faults_come_in_the_order_of_the_document() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let text = r#"{"topic":"t","schema":{"required":["b","a"],"properties":{"z":{"type":"string","minLength":2},
        "y":{"properties":{"n":{"minimum":1}}},"x":{"type":"null"}},"additionalProperties":false},
        "payload":{"foo":1,"x":1,"y":{"n":0},"z":1,"bar":2}}"#;
    let expected = ["#/b", "#/a", "#/z", "#/y/n", "#/x", "#/foo", "#/bar"];
    let mut seen: Vec<Vec<String>> = Vec::new();
    for _ in 0..3 {
        let answer = account.call("POST", "/event-schemas/validate").raw("application/json", text).send().ok(200);
        seen.push(
            answer["errors"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect(),
        );
    }
    assert_eq!(seen, vec![expected.map(str::to_owned).to_vec(); 3], "the same every time");
    let many = json!({"list": vec![1; 500]});
    let strings = json!({"properties": {"list": {"items": {"type": "string"}}}});
    let listed = faults(&account, &strings, &many);
    assert_eq!((listed.len(), listed[99].as_str()), (100, "#/list/99 Expected string but got integer"));
}

#[test]
fn a_topic_is_judged_by_its_stored_schema() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = schema(&account, "order.created", json!({"required": ["order_id"]}));
    let validate = |body: Value| account.post("/event-schemas/validate", body).ok(200);
    let (id, version) = (&made["id"], 1);
    let good = validate(json!({"topic": "order.created", "payload": {"order_id": "1"}}));
    assert_eq!(good, json!({"valid": true, "errors": [], "schema_id": id, "version": version}));
    let missing = json!([{"message": "Required property order_id is missing", "path": "#/order_id"}]);
    for body in [json!({"payload": {}}), json!({})] {
        let mut body = body;
        body["topic"] = json!("order.created");
        let bad = validate(body);
        assert_eq!(bad, json!({"valid": false, "errors": missing, "schema_id": id, "version": version}));
    }
    // Any JSON can be tried.
    for payload in [json!([1]), json!("x"), json!(5), json!(true), json!(null)] {
        assert_eq!(validate(json!({"topic": "order.created", "payload": payload}))["valid"], true, "{payload}");
    }
    let none = json!({"valid": true, "errors": [], "schema_id": null, "version": null});
    assert_eq!(validate(json!({"topic": "other", "payload": {}})), none);
    let other =
        validate(json!({"topic": "order.created", "schema": {"required": ["x"]}, "payload": {"order_id": "1"}}));
    assert_eq!((&other["valid"], &other["schema_id"], &other["version"]), (&json!(false), &json!(null), &json!(null)));
    for body in [json!({}), json!({"topic": ""}), json!({"payload": {}})] {
        account.post("/event-schemas/validate", body).fails(400, "Missing required field: topic");
    }
    account.post("/event-schemas/validate", json!({"topic": 5})).invalid("topic");
    account.delete(&path(&made)).ok(200);
    assert_eq!(validate(json!({"topic": "order.created"})), none);
    // Nothing was stored by all that.
    assert_eq!(account.get("/events?include=inactive").ok(200)["events"], json!([]));
}

#[test]
fn either_half_of_the_events_area_may_try() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (scope, status) in [("events:read", 200), ("events:write", 200), ("events:*", 200), ("webhooks:*", 403)] {
        account.user().patch("/token", json!({"scopes": [scope]})).ok(200);
        let reply = account.post("/event-schemas/validate", json!({"topic": "t"}));
        assert_eq!(reply.status, status, "{scope}: {}", reply.text);
    }
}
