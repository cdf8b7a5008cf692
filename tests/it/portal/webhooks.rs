//! Webhooks as integrators set them up.

use super::{get, hook, id, send, text};
use crate::support::{Daemon, NO_ID, Receiver};
use serde_json::{Value, json};

#[test]
fn the_object() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let types = json!(["employee-subscription-changed", "order.*"]);
    let made = hook(&account, &receiver, "/in", types.clone());
    let (first, second) = (text(&made["signing_secrets"], "first"), text(&made["signing_secrets"], "second"));
    assert!(first.starts_with("whsec_") && second.starts_with("whsec_") && first != second);
    let end = |secret: &str| format!("…{}", &secret[secret.len() - 4..]);
    let expected = json!({"id": made["id"], "description": "Payroll", "url": receiver.url("/in"), "event_types": types,
        "status": "active", "signing_secret_hints": {"first": end(first), "second": end(second)},
        "inserted_at": made["inserted_at"], "updated_at": made["updated_at"], "signing_secrets": made["signing_secrets"]});
    assert_eq!(made, expected);
    let mut shown = made.clone();
    shown.as_object_mut().unwrap().remove("signing_secrets");
    assert_eq!(get(&account, &format!("/webhooks/{}", id(&made))).ok(200), shown);
    let list = get(&account, "/webhooks").ok(200);
    assert_eq!(list, json!({"webhooks": [shown], "data": [shown], "has_next": false, "next_cursor": null}));
    let native = account.get(&format!("/webhooks/{}", id(&made))).ok(200);
    assert_eq!((&native["name"], &native["topics"]), (&json!("Payroll"), &types));
    assert_eq!(native["signature_schemes"], json!(["jobcelis", "standard", "portal"]));
}

#[test]
fn changes_and_the_end() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let user = account.user();
    let made = hook(&user, &receiver, "/in", json!(["a"]));
    let path = format!("/webhooks/{}", id(&made));
    let body = json!({"description": "Other", "url": receiver.url("/b"), "event_types": ["b"], "filters": 5});
    let changed = send(&user, "PATCH", &path, body).ok(200);
    assert_eq!((&changed["description"], &changed["event_types"]), (&json!("Other"), &json!(["b"])));
    assert_eq!(
        (&changed["url"], &changed["signing_secret_hints"]),
        (&json!(receiver.url("/b")), &made["signing_secret_hints"])
    );
    assert_eq!(send(&user, "PATCH", &path, json!({"status": "inactive"})).ok(200)["status"], "inactive");
    assert_eq!(get(&user, "/webhooks").ok(200)["data"], json!([]));
    assert_eq!(get(&user, "/webhooks?include=inactive").ok(200)["data"][0]["id"], made["id"]);
    send(&user, "PATCH", &path, json!({"status": "active"})).ok(200);
    assert_eq!(send(&user, "DELETE", &path, json!({})).ok(200), json!({"status": "inactive"}));
    assert_eq!(get(&user, &path).ok(200)["status"], "inactive");
}

#[test]
fn webhooks_of_elsewhere_are_shown_too() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let native = account.webhook(&receiver.url("/in"), json!({"name": "plain", "topics": ["t"]}));
    let shown = get(&account, &format!("/webhooks/{}", id(&native))).ok(200);
    assert_eq!((&shown["description"], &shown["signing_secret_hints"]["second"]), (&json!("plain"), &Value::Null));
    let stranger = daemon.register();
    for (method, rest) in [
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/signing-secrets/first/rotate"),
        ("POST", "/signing-secrets/second/rotate"),
    ] {
        for of in [id(&native), NO_ID, "x"] {
            let reply = send(&stranger, method, &format!("/webhooks/{of}{rest}"), json!({"description": "stolen"}));
            reply.fails(404, "Webhook not found");
        }
    }
}

#[test]
fn faults() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let good = json!({"description": "d", "url": "https://example.com/in", "event_types": ["a"]});
    for missing in ["description", "url", "event_types"] {
        for empty in [None, Some(Value::Null)] {
            let mut body = good.clone();
            body.as_object_mut().unwrap().remove(missing);
            empty.into_iter().for_each(|null| body[missing] = null);
            send(&account, "POST", "/webhooks", body).fails(400, &format!("Missing required field: {missing}"));
        }
    }
    for (field, value, error) in [
        ("description", json!("d".repeat(256)), "description must have at most 255 characters"),
        ("event_types", json!([]), "event_types must have at least one item"),
        ("event_types", json!([5]), "event_types must be an array of strings"),
        ("event_types", json!({"a": 1}), "event_types must be an array of strings"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        send(&account, "POST", "/webhooks", body).fails(422, error).invalid(field);
    }
    for url in ["ftp://example.com/", "x", "http://10.0.0.1:99999/"] {
        let mut body = good.clone();
        body["url"] = json!(url);
        send(&account, "POST", "/webhooks", body).invalid("url");
    }
    assert_eq!(get(&account, "/webhooks").ok(200)["data"], json!([]));
}
