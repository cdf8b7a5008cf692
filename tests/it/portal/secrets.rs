//! The two secrets of a webhook, and what they sign.

use super::{call, get, hook, id, send, text};
use crate::support::{Account, Daemon, Hit, PASSWORD, Receiver, hmac_hex, jobcelis_signature};
use serde_json::{Value, json};

/// The parts of `t=…,s1=…,s2=…`.
fn parts(hit: &Hit) -> Vec<(String, String)> {
    let value = hit.header("x-signing-signature").expect("signed").to_owned();
    value.split(',').map(|part| part.split_once('=').unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

#[track_caller]
fn signed_by(hit: &Hit, secrets: &[&str]) {
    let parts = parts(hit);
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["t", "s1", "s2"][..=secrets.len()]);
    let message = [parts[0].1.as_bytes(), b".", &hit.body].concat();
    for (secret, (name, value)) in secrets.iter().zip(&parts[1..]) {
        assert_eq!(*value, hmac_hex(secret.as_bytes(), &message), "{name}");
    }
    assert_eq!(hit.header("webhook-timestamp"), Some(parts[0].1.as_str()));
}

fn revealed(account: &Account, hook: &Value) -> Value {
    let path = format!("/webhooks/{}/signing-secrets", id(hook));
    send(&account.user(), "GET", &path, json!({ "password": PASSWORD })).ok(200)
}

/// Sends an event and returns what arrived of it.
fn delivered(account: &Account, receiver: &Receiver, count: usize) -> Hit {
    account.event("a", json!({"n": count}));
    receiver.wait_for("/in", count).pop().unwrap()
}

#[test]
fn both_secrets_sign_until_a_slot_is_replaced() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let made = hook(&account, &receiver, "/in", json!(["a"]));
    let (first, second) = (text(&made["signing_secrets"], "first"), text(&made["signing_secrets"], "second"));
    assert_eq!(revealed(&account, &made), made["signing_secrets"]);
    let hit = delivered(&account, &receiver, 1);
    signed_by(&hit, &[first, second]);
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature(first, &hit.body).as_str()));
    assert_eq!(hit.header("x-signature-previous"), Some(jobcelis_signature(second, &hit.body).as_str()));
    assert_eq!(hit.header("webhook-signature").map(|v| v.split(' ').count()), Some(2));

    let rotate = |slot: &str| {
        let path = format!("/webhooks/{}/signing-secrets/{slot}/rotate", id(&made));
        send(&account, "POST", &path, json!({})).ok(200)
    };
    let answer = rotate("first");
    let newer = text(&answer, "first");
    assert!(answer.get("second").is_none() && newer != first && newer.starts_with("whsec_"));
    signed_by(&delivered(&account, &receiver, 2), &[newer, second]);
    let answer = rotate("second");
    let newest = text(&answer, "second");
    signed_by(&delivered(&account, &receiver, 3), &[newer, newest]);
    assert_eq!(revealed(&account, &made), json!({"first": newer, "second": newest}));
    let hints = get(&account, &format!("/webhooks/{}", id(&made))).ok(200)["signing_secret_hints"].clone();
    assert!(newer.ends_with(text(&hints, "first").trim_start_matches('…')));
    assert!(newest.ends_with(text(&hints, "second").trim_start_matches('…')));
}

#[test]
fn secrets_are_shown_to_users_who_know_the_password() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let made = hook(&account, &receiver, "/in", json!(["a"]));
    let path = format!("/webhooks/{}/signing-secrets", id(&made));
    let (user, password) = (account.user(), json!({ "password": PASSWORD }));
    get(&user, &path).fails(400, "Missing required field: password");
    send(&user, "GET", &path, json!({"password": "Wrong-Horse-77"})).fails(401, "Invalid password");
    send(&account, "GET", &path, password.clone()).fails(401, "Unauthorized");
    send(&account.anonymous(), "GET", &path, password.clone()).fails(401, "Unauthorized");
    assert_eq!(send(&user, "POST", &path, password.clone()).ok(200), made["signing_secrets"]);
    let by_header = call(&user, "GET", &path).header("X-Password", PASSWORD).send();
    assert_eq!(by_header.ok(200), made["signing_secrets"]);
    send(&daemon.register().user(), "GET", &path, password).fails(404, "Webhook not found");
    let seen = user.get("/audit-log?action=webhook.secrets_revealed").ok(200);
    assert_eq!(seen["data"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_webhook_of_elsewhere_can_sign_so_too() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let more = json!({"topics": ["a"], "signature_schemes": ["portal"], "secret": "only-one"});
    let made = account.webhook(&receiver.url("/in"), more);
    let hit = delivered(&account, &receiver, 1);
    signed_by(&hit, &["only-one"]);
    assert_eq!((hit.header("x-signature"), hit.header("webhook-signature")), (None, None));
    let path = format!("/webhooks/{}/signing-secrets/second/rotate", id(&made));
    let answer = send(&account, "POST", &path, json!({})).ok(200);
    signed_by(&delivered(&account, &receiver, 2), &["only-one", text(&answer, "second")]);
    account.patch(&format!("/webhooks/{}", id(&made)), json!({"secret": ""})).ok(200);
    send(&account, "POST", &path, json!({})).fails(422, "The webhook has no first secret");
    assert_eq!(delivered(&account, &receiver, 3).header("x-signing-signature"), None);
    let plain = account.webhook(&receiver.url("/plain"), json!({"topics": ["b"]}));
    account.event("b", json!({}));
    assert_eq!(receiver.wait_for("/plain", 1)[0].header("x-signing-signature"), None);
    assert_eq!(plain["signature_schemes"], json!(["jobcelis", "standard"]));
}
