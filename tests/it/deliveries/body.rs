//! The body a receiver gets under every kind of `body_config`.

use super::Bench;
use serde_json::{Value, json};

impl Bench {
    /// Sends the event under the config; returns the delivered text, the event id and its time.
    fn deliver(&self, config: &Value, event: &Value) -> (String, String, String) {
        self.account.patch(&format!("/webhooks/{}", self.hook), json!({ "body_config": config })).ok(200);
        let sent = self.account.post("/events", event.clone()).ok(202);
        let id = sent["id"].as_str().unwrap().to_owned();
        assert_eq!(self.account.settled(&id)["status"], "success");
        let hit = self.receiver.hits("/in").pop().unwrap();
        (hit.text().to_owned(), id, sent["occurred_at"].as_str().unwrap().to_owned())
    }

    /// Expects these fields and the metadata of the event.
    #[track_caller]
    fn expect(&self, config: Value, event: Value, fields: Value) {
        let (text, id, at) = self.deliver(&config, &event);
        let mut expected = fields;
        let topic = event.get("topic").cloned().unwrap_or(Value::Null);
        let meta = json!({"event_id": id, "topic": topic, "occurred_at": at});
        expected.as_object_mut().unwrap().extend(meta.as_object().unwrap().clone());
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected, "{config} on {event}");
    }
}

/// The sample payload in flat form.
fn flat() -> Value {
    json!({"topic": "order.created", "order_id": "12345", "amount": 99.99, "internal": {"cost": 40}, "note": null})
}

fn nested() -> Value {
    json!({"topic": "order.created", "payload": {"order_id": "12345"}})
}

#[test]
fn the_published_table() {
    let bench = Bench::new(json!({}));
    let p = json!({"order_id": "12345", "amount": 99.99, "internal": {"cost": 40}, "note": null});
    bench.expect(json!({}), flat(), p.clone());
    bench.expect(json!({}), nested(), json!({"order_id": "12345", "payload": {"order_id": "12345"}}));
    let pick = json!({"body_mode": "pick", "body_pick": ["order_id", "missing"]});
    bench.expect(pick, flat(), json!({"order_id": "12345", "missing": null}));
    let pick = json!({"mode": "pick", "pick": ["payload"]});
    bench.expect(pick, nested(), json!({"payload": {"order_id": "12345"}}));
    let renamed = json!({"amount": 99.99, "internal": {"cost": 40}, "note": null, "id": "12345"});
    bench.expect(json!({"body_rename": {"order_id": "id"}}), flat(), renamed);
    let swap = json!({"body_rename": {"a": "b", "b": "a"}});
    bench.expect(swap, json!({"topic": "order.created", "a": 1, "b": 2}), json!({"b": 1, "a": 2}));
    bench.expect(json!({"body_rename": {"note": "remark"}}), flat(), p);
    let all = json!({"body_mode": "pick", "body_pick": ["order_id", "amount"], "body_rename": {"amount": "total"},
                     "body_extra": {"source": "shop"}});
    bench.expect(all, flat(), json!({"order_id": "12345", "total": 99.99, "source": "shop"}));
    let extra = json!({"body_extra": {"topic": "x", "amount": 1}});
    bench.expect(extra, json!({"topic": "order.created", "amount": 5}), json!({"amount": 1}));
    bench.expect(json!({}), json!({"topic": "order.created", "event_id": "mine", "x": 1}), json!({"x": 1}));
}

#[test]
fn further_forms() {
    let bench = Bench::new(json!({}));
    bench.expect(json!({}), json!({}), json!({}));
    bench.expect(json!({}), json!({"payload": {}}), json!({"payload": {}}));
    bench.expect(json!({"body_mode": "full", "pick": ["a"]}), json!({"a": 1, "b": 2}), json!({"a": 1, "b": 2}));
    bench.expect(json!({"pick": ["a"]}), json!({"a": 1, "b": 2}), json!({"a": 1}));
    bench.expect(json!({"mode": "rename", "rename": {"a": "z"}}), json!({"a": 1}), json!({"z": 1}));
    bench.expect(json!({"mode": "extra", "extra": {"x": [1]}}), json!({"a": 1}), json!({"a": 1, "x": [1]}));
    bench.expect(json!({"body_rename": {"a": "b"}}), json!({"a": 1, "b": 2}), json!({"b": 1}));
    let own = json!({"payload": {"payload": 7, "a": 1}});
    bench.expect(json!({}), own, json!({"payload": {"payload": 7, "a": 1}, "a": 1}));
}

#[test]
fn custom_templates_are_exact() {
    let bench = Bench::new(json!({}));
    let template = json!({"text": "{{topic}}/{{event_id}}/{{occurred_at}}", "all": "{{payload}}", "id": "{{order_id}}",
        "deep": ["{{internal.cost}}", {"x": "{{internal}}"}], "none": "<{{missing}}>", "null": "<{{note}}>", "n": 5});
    let (text, id, at) =
        bench.deliver(&json!({"mode": "custom", "template": template, "body_extra": {"e": 1}}), &flat());
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(body["text"], format!("order.created/{id}/{at}"));
    assert_eq!(body["all"], r#"{"order_id":"12345","amount":99.99,"internal":{"cost":40},"note":null}"#);
    assert_eq!((&body["id"], &body["n"], &body["e"]), (&json!("12345"), &json!(5), &json!(1)));
    assert_eq!(body["deep"], json!(["40", {"x": r#"{"cost":40}"#}]));
    assert_eq!(body["none"], "<>");
    for name in ["event_id", "topic", "occurred_at"] {
        assert!(body.get(name).is_none(), "{name}");
    }
    let (text, ..) = bench.deliver(&json!({"body_mode": "custom", "body_template": {"t": "[{{topic}}]"}}), &json!({}));
    assert_eq!(text, r#"{"t":"[]"}"#);
}

#[test]
fn numbers_are_sent_as_received() {
    let bench = Bench::new(json!({}));
    let body = r#"{"topic":"t","payload":{"n":12345678901234567890123,"m":1.10,"e":1e2,"z":-0.0}}"#;
    let sent = bench.account.call("POST", "/events").raw("application/json", body).send().ok(202);
    bench.account.settled(sent["id"].as_str().unwrap());
    let hit = bench.receiver.hits("/in").pop().unwrap();
    for text in [r#""n":12345678901234567890123"#, r#""m":1.10"#, r#""e":1e2"#, r#""z":-0.0"#] {
        assert_eq!(hit.text().matches(text).count(), 2, "{text} in {}", hit.text());
    }
    assert!(!hit.text().contains(": ") && !hit.text().contains('\n'), "the body is compact");
}

#[test]
fn the_config_of_the_moment_counts() {
    let bench = Bench::new(json!({}));
    let path = format!("/webhooks/{}", bench.hook);
    bench.receiver.script("/in", [crate::support::Answer::status(500), crate::support::Answer::status(200)]);
    bench.account.patch(&path, json!({"retry_config": {"backoff_seconds": [3600]}})).ok(200);
    let event = bench.account.event("t", json!({"a": 1}));
    let delivery = bench.account.delivery_when(&event, "waiting", |d| !d["next_retry_at"].is_null());
    bench.account.patch(&path, json!({"body_config": {"body_extra": {"late": true}}})).ok(200);
    let retry = format!("/deliveries/{}/retry", delivery["id"].as_str().unwrap());
    bench.account.post(&retry, json!({})).ok(200);
    assert_eq!(bench.account.settled(&event)["status"], "success");
    let hits = bench.receiver.hits("/in");
    assert_eq!((&hits[0].json()["late"], &hits[1].json()["late"]), (&Value::Null, &json!(true)));
}

#[test]
fn simulation_tells_the_same_body() {
    let bench = Bench::new(json!({}));
    let config = json!({"pick": ["a", "payload"], "rename": {"a": "b"}, "extra": {"c": 3}});
    let event = json!({"topic": "t", "payload": {"a": 1}});
    let (text, ..) = bench.deliver(&config, &event);
    let simulated = bench.account.post("/simulate", event).ok(200)["results"][0]["would_send_body"].clone();
    let mut real: Value = serde_json::from_str(&text).unwrap();
    for name in ["event_id", "occurred_at"] {
        real[name] = simulated[name].clone();
    }
    assert_eq!(real, simulated);
}
