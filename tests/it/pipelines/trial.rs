//! What steps make of payloads, through the test route.

use super::{over, pipeline};
use crate::support::{Daemon, Receiver};
use serde_json::{Value, json};

fn payload() -> Value {
    json!({"order_id": "123", "amount": 150, "currency": "USD", "customer": {"email": "a@x.io", "name": "Ann"}, "vip": false})
}

#[test]
fn the_table_of_steps() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let path = format!("/pipelines/{}", pipeline(&account, json!({})));
    let with = |more: Value| {
        let mut whole = payload();
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        whole
    };
    for (step, output) in [
        (json!({"type": "filter", "config": {"field": "amount", "operator": "gt", "value": 100}}), payload()),
        (json!({"type": "filter", "field": "amount", "operator": "gt", "value": 100}), payload()),
        (json!({"type": "filter", "config": {"field": "amount", "gt": 100}}), payload()),
        (json!({"type": "filter", "condition": "payload.amount > 100"}), payload()),
        (json!({"type": "filter", "config": {"field": "amount", "operator": "gt", "value": 150}}), Value::Null),
        (json!({"type": "filter", "config": {"field": "vip", "operator": "eq", "value": false}}), payload()),
        (json!({"type": "filter", "config": {"field": "vip", "operator": "exists"}}), payload()),
        (json!({"type": "filter", "config": {"field": "amount", "operator": "gt", "value": "100"}}), Value::Null),
        (
            json!({"type": "transform", "config": {"operation": "pick", "fields": ["order_id", "customer.email", "nope"]}}),
            json!({"order_id": "123", "customer": {"email": "a@x.io"}}),
        ),
        (
            json!({"type": "transform", "operation": "remove", "fields": ["vip", "customer.name"]}),
            json!({"order_id": "123", "amount": 150, "currency": "USD", "customer": {"email": "a@x.io"}}),
        ),
        (
            json!({"type": "transform", "operation": "rename", "mapping": {"order_id": "id", "customer.email": "email"}}),
            json!({"amount": 150, "currency": "USD", "customer": {"name": "Ann"}, "vip": false, "id": "123", "email": "a@x.io"}),
        ),
        (
            json!({"type": "transform", "operation": "set", "values": {"source": "shop", "a.b": 1}}),
            with(json!({"source": "shop", "a.b": 1})),
        ),
        (
            json!({"type": "transform", "config": {"add_field": "priority", "value": "high"}}),
            with(json!({"priority": "high"})),
        ),
        (
            json!({"type": "transform", "operation": "template", "template": {"text": "Order {{ order_id }}: {{amount}}",
                "total": "{{ amount }}", "who": {"n": "{{customer.name}}"}, "n": 5, "miss": "{{ nope }}"}}),
            json!({"text": "Order 123: 150", "total": 150, "who": {"n": "Ann"}, "n": 5, "miss": ""}),
        ),
        (
            json!({"type": "transform", "operation": "flatten"}),
            json!({"order_id": "123", "amount": 150, "currency": "USD", "customer.email": "a@x.io", "customer.name": "Ann", "vip": false}),
        ),
        (json!({"type": "delay", "seconds": 300}), payload()),
        (json!({"type": "transform", "template": "enriched"}), payload()),
    ] {
        account.patch(&path, json!({"steps": [step]})).ok(200);
        let tried = account.post(&format!("{path}/test"), json!({"payload": payload()})).ok(200);
        assert_eq!(tried["output"], output, "{step}");
        let status = if output.is_null() { "filtered" } else { "passed" };
        let shown = json!([{"index": 0, "type": step["type"], "status": status, "output": output}]);
        assert_eq!((&tried["status"], &tried["steps"]), (&json!(status), &shown), "{step}");
        let delay = if step["type"] == "delay" { 300 } else { 0 };
        assert_eq!(tried["delay_seconds"], delay, "{step}");
    }
}

#[test]
fn the_answer() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let id =
        pipeline(&account, json!({"steps": [{"type": "filter", "condition": "amount > 1"}], "topics": ["order.*"]}));
    let path = format!("/pipelines/{id}/test");
    let tried = account.post(&path, json!({"payload": {"order_id": "123", "amount": 99.99}}));
    assert_eq!(
        tried.text,
        r#"{"input":{"order_id":"123","amount":99.99},"output":{"order_id":"123","amount":99.99},"steps_count":1,"status":"passed","reason":null,"topic_matches":null,"delay_seconds":0,"steps":[{"index":0,"type":"filter","status":"passed","output":{"order_id":"123","amount":99.99}}]}"#
    );
    for (body, input, matches) in [
        (json!({"topic": "order.created", "payload": {"amount": 5}}), json!({"amount": 5}), json!(true)),
        (json!({"topic": "user.created", "payload": {"amount": 5}}), json!({"amount": 5}), json!(false)),
        (json!({"topic": "order.created", "amount": 5}), json!({"amount": 5}), json!(true)),
        (json!({"amount": 5}), json!({"amount": 5}), Value::Null),
        (json!({"topic": "", "amount": 5}), json!({"amount": 5}), Value::Null),
        (json!({"payload": 5, "amount": 5}), json!({"payload": 5, "amount": 5}), Value::Null),
        (json!({"payload": {"amount": 5}, "x": 1}), json!({"amount": 5}), Value::Null),
    ] {
        let tried = account.post(&path, body.clone()).ok(200);
        assert_eq!((&tried["input"], &tried["topic_matches"]), (&input, &matches), "{body}");
        assert_eq!(tried["status"], "passed", "a topic changes nothing: {body}");
    }
    account.post(&path, json!({"topic": 5})).fails(422, "topic must be a string").invalid("topic");
    let empty = account.call("POST", &path).send().ok(200);
    assert_eq!((&empty["input"], &empty["status"]), (&json!({}), &json!("filtered")));
}

#[test]
fn a_filtered_payload_says_where_and_why() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let steps = json!([{"type": "delay", "seconds": 5}, over(100), {"type": "transform", "operation": "flatten"}]);
    let path = format!("/pipelines/{}/test", pipeline(&account, json!({ "steps": steps })));
    let tried = account.post(&path, json!({"amount": 50})).ok(200);
    let expected = json!({"input": {"amount": 50}, "output": null, "steps_count": 3, "status": "filtered",
        "reason": "step 2: amount gt 100 did not hold", "topic_matches": null, "delay_seconds": 5,
        "steps": [{"index": 0, "type": "delay", "status": "passed", "output": {"amount": 50}},
                  {"index": 1, "type": "filter", "status": "filtered", "output": null}]});
    assert_eq!(tried, expected);
}

#[test]
fn numbers_and_order_are_kept() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = r#"{"name":"p","steps":[{"type":"transform","operation":"set","values":{"z":1.10,"a":1e2}}]}"#;
    let made = account.call("POST", "/pipelines").raw("application/json", body).send();
    assert!(made.text.contains(r#""values":{"z":1.10,"a":1e2}"#), "{}", made.text);
    let path = format!("/pipelines/{}/test", made.ok(201)["id"].as_str().unwrap());
    let sent = r#"{"payload":{"b":12345678901234567890123,"a":2.50}}"#;
    let tried = account.call("POST", &path).raw("application/json", sent).send();
    assert!(tried.text.contains(r#""output":{"b":12345678901234567890123,"a":1e2,"z":1.10}"#), "{}", tried.text);
}

#[test]
fn a_result_that_would_be_too_large_is_refused() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let steps = json!([{"type": "transform", "template": {"a": "{{payload}}".repeat(10_000)}}]);
    let path = format!("/pipelines/{}/test", pipeline(&account, json!({ "steps": steps })));
    let tried = account.post(&path, json!({"text": "x".repeat(100_000)})).ok(200);
    assert_eq!((&tried["status"], &tried["output"]), (&json!("failed"), &Value::Null));
    assert_eq!(tried["reason"], "step 1: result too large");
}

#[test]
fn nothing_is_stored_or_sent() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    let steps = json!([{"type": "deliver", "topic": "derived"}, {"type": "deliver", "webhook_id": hook}]);
    let id = pipeline(&account, json!({"webhook_id": hook, "steps": steps}));
    account.delete(&format!("/pipelines/{id}"));
    let tried = account.post(&format!("/pipelines/{id}/test"), json!({"a": 1})).ok(200);
    assert_eq!((&tried["status"], &tried["output"]), (&json!("passed"), &json!({"a": 1})), "an inactive one too");
    assert_eq!(account.get("/events").ok(200)["events"], json!([]));
    assert_eq!(account.get("/deliveries").ok(200)["deliveries"], json!([]));
    assert_eq!(receiver.connections(), 0);
}
