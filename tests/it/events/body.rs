//! From a request body to a stored event: flat and nested form, control keys and their rules.

use crate::support::{Account, Daemon, in_millis};
use serde_json::{Value, json};

fn stored(account: &Account, path: &str, body: &Value) -> Value {
    let answer = account.post(path, body.clone()).ok(202);
    account.get(&format!("/events/{}", answer["event_id"].as_str().unwrap())).ok(200)
}

#[test]
fn flat_and_nested_form() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let at = in_millis(-1000);
    for (body, payload) in [
        (json!({"topic": "t", "order_id": "12345"}), json!({"order_id": "12345"})),
        (json!({"topic": "t", "payload": {"order_id": "12345"}}), json!({"order_id": "12345"})),
        (json!({"topic": "t", "payload": {"a": 1}, "idempotency_key": "k", "deliver_at": at}), json!({"a": 1})),
        (json!({"topic": "t", "payload": {"a": 1}, "source": "x"}), json!({"payload": {"a": 1}, "source": "x"})),
        (json!({"topic": "t", "payload": 5}), json!({"payload": 5})),
        (json!({"topic": "t", "payload": [1]}), json!({"payload": [1]})),
        (json!({"topic": "t", "payload": null}), json!({"payload": null})),
        (json!({"topic": "t", "data": 1}), json!({"data": 1})),
        (json!({"topic": "t", "idempotency_key": "k2", "a": 1}), json!({"a": 1})),
        (json!({}), json!({})),
        (json!({"payload": {}}), json!({})),
        (json!({"payload": {"payload": {"a": 1}}}), json!({"payload": {"a": 1}})),
        (
            json!({"occurred_at": "mine", "id": 7, "status": "x"}),
            json!({"occurred_at": "mine", "id": 7, "status": "x"}),
        ),
    ] {
        for path in ["/events", "/send"] {
            let event = stored(&account, path, &body);
            assert_eq!(event["payload"], payload, "{path}: {body}");
            // Keys used up once would turn the second round into duplicates.
            if body.get("idempotency_key").is_some() {
                break;
            }
        }
    }
}

#[test]
fn the_answer() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let reply = account.post("/events", json!({"topic": "order.created", "order_id": "12345", "amount": 99.99}));
    assert_eq!(reply.header("idempotency-replayed"), None);
    let answer = reply.ok(202);
    let id = answer["event_id"].as_str().unwrap();
    assert_eq!(answer["id"], id);
    for (name, value) in [
        ("topic", json!("order.created")),
        ("status", json!("active")),
        ("deliver_at", Value::Null),
        ("idempotency_key", Value::Null),
        ("duplicate", json!(false)),
        ("payload_hash", json!("sha256:d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9")),
    ] {
        assert_eq!(answer[name], value, "{name}");
    }
    assert!(answer.get("payload").is_none(), "the payload is not echoed");
    let event = account.get(&format!("/events/{id}")).ok(200);
    for name in ["id", "topic", "status", "occurred_at", "deliver_at", "payload_hash", "idempotency_key", "inserted_at"]
    {
        assert_eq!(event[name], answer[name], "{name}");
    }
    let at = event["occurred_at"].as_str().unwrap();
    assert!(at.len() == 27 && at.ends_with('Z') && &at[19..20] == ".", "{at}");
    assert_eq!(id.len(), 36);
    assert_eq!(&id[14..15], "7", "ids are UUID v7");
}

#[test]
fn ids_grow() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let ids: Vec<_> = (0..20).map(|n| account.event("t", json!({ "n": n }))).collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn topics() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (topic, kept) in [
        (json!(null), json!(null)),
        (json!(""), json!(null)),
        (json!("a"), json!("a")),
        (json!("é".repeat(255)), json!("é".repeat(255))),
        (json!("with space & *"), json!("with space & *")),
        (json!("Order.Created"), json!("Order.Created")),
    ] {
        assert_eq!(stored(&account, "/events", &json!({ "topic": topic }))["topic"], kept);
    }
    for topic in [json!(5), json!(true), json!(["t"]), json!({"t": 1}), json!(1.5)] {
        let reply = account.post("/events", json!({ "topic": topic }));
        reply.fails(422, "topic must be a string").invalid("topic");
    }
    for topic in ["x".repeat(256), "a\nb".into(), "a\u{0}".into(), "\u{7f}".into(), "a\tb".into()] {
        account.post("/events", json!({ "topic": topic })).invalid("topic");
    }
    // Nothing of the refused ones was stored.
    assert_eq!(account.get("/events").ok(200)["events"].as_array().unwrap().len(), 6);
}

#[test]
fn numbers_and_order_are_kept_as_received() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let text = r#"{"z":1.10,"a":12345678901234567890123,"m":[1e2,-0.0,0.1000],"k":{"y":9007199254740993,"b":1E+5}}"#;
    let body = format!(r#"{{"topic":"t","payload":{text}}}"#);
    let id = account.call("POST", "/events").raw("application/json", body).send().ok(202);
    let id = id["id"].as_str().unwrap();
    for path in [format!("/events/{id}"), "/events".to_owned()] {
        let answer = account.get(&path).text;
        assert!(answer.contains(text), "{path}: {answer}");
    }
    let flat = format!(r#"{{"topic":"t",{}"#, &text[1..]);
    account.call("POST", "/events").raw("application/json", flat).send().ok(202);
    assert!(account.get("/events?limit=1").text.contains(text));
}

#[test]
fn unicode_and_escapes_survive() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let payload = json!({"é✓🎉": "\u{0}\u{1f}\"\\/\u{2028}", "empty": "", "": "no name", "long": "x".repeat(100_000)});
    let event = stored(&account, "/events", &json!({ "payload": payload }));
    assert_eq!(event["payload"], payload);
}

#[test]
fn control_keys_of_the_wrong_type() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for value in [json!(5), json!(true), json!([]), json!({})] {
        account.post("/events", json!({"idempotency_key": value})).invalid("idempotency_key");
        account
            .post("/events", json!({"deliver_at": value}))
            .fails(422, "deliver_at must be an ISO 8601 timestamp")
            .invalid("deliver_at");
    }
    account.post("/events", json!({"idempotency_key": "k".repeat(256)})).invalid("idempotency_key");
    account.post("/events", json!({"idempotency_key": "k".repeat(255)})).ok(202);
}
