//! Secrets: generated, chosen, rotated, removed, shown once.

use crate::support::{Account, Daemon, Hit, Receiver, jobcelis_signature, standard_signature};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

fn path(hook: &Value) -> String {
    format!("/webhooks/{}", hook["id"].as_str().unwrap())
}

/// Sends an event and returns the request it caused.
fn hit(account: &Account, receiver: &Receiver) -> Hit {
    let before = receiver.hits("/in").len();
    account.settled(&account.event("t", json!({"a": 1})));
    receiver.wait_for("/in", before + 1).pop().unwrap()
}

#[track_caller]
fn signed_with(hit: &Hit, secret: &str) {
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature(secret, &hit.body).as_str()));
    let (id, time) = (hit.header("webhook-id").unwrap(), hit.header("webhook-timestamp").unwrap());
    let standard = standard_signature(secret, id, time, &hit.body);
    let all: Vec<_> = hit.header("webhook-signature").unwrap().split(' ').collect();
    assert!(all.contains(&standard.as_str()), "{standard} is not in {all:?}");
    assert_eq!(all[0], standard, "the newest comes first");
}

#[test]
fn one_is_generated() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for secret in [json!(null), json!("")] {
        let hook = account.webhook(&receiver.url("/in"), json!({ "secret": secret }));
        let secret = hook["secret"].as_str().expect("it is shown once");
        let bytes = STANDARD.decode(secret.strip_prefix("whsec_").expect("the prefix of secrets")).unwrap();
        assert_eq!(bytes.len(), 32);
        signed_with(&hit(&account, &receiver), secret);
        account.delete(&path(&hook)).ok(200);
    }
}

#[test]
fn one_may_be_chosen() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let standard = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";
    for secret in ["k", "mine é✓", "whsec_test_secret", standard, "whsec_c2hvcnQ="] {
        let hook = account.webhook(&receiver.url("/in"), json!({ "secret": secret }));
        assert_eq!(hook["secret"], secret);
        signed_with(&hit(&account, &receiver), secret);
        account.delete(&path(&hook)).ok(200);
    }
}

#[test]
fn it_is_shown_only_when_it_changes() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook("https://example.com/x", json!({"secret": "first-secret"}));
    let path = path(&hook);
    for reply in [account.get(&path), account.get("/webhooks"), account.patch(&path, json!({"name": "x"}))] {
        assert!(!reply.text.contains("first-secret"));
        reply.ok(200);
    }
    assert_eq!(account.patch(&path, json!({"secret": "second-secret"})).ok(200)["secret"], "second-secret");
    assert_eq!(account.patch(&path, json!({"secret_encrypted": "third-secret"})).ok(200)["secret"], "third-secret");
    assert!(!account.get(&path).text.contains("-secret\""));
    let deleted = account.delete(&path);
    assert!(!deleted.text.contains("third-secret"));
}

#[test]
fn changing_it_signs_the_next_attempt() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook(&receiver.url("/in"), json!({"secret": "old"}));
    signed_with(&hit(&account, &receiver), "old");
    account.patch(&path(&hook), json!({"secret": "new"})).ok(200);
    signed_with(&hit(&account, &receiver), "new");
}

#[test]
fn rotating_generates_one_that_signs_at_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook(&receiver.url("/in"), json!({"secret": "old"}));
    let rotated = account.post(&format!("{}/rotate-secret", path(&hook)), json!({})).ok(200);
    let secret = rotated["secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_") && secret.len() == 50, "{secret}");
    assert_eq!((&rotated["id"], &rotated["has_secret"]), (&hook["id"], &json!(true)));
    let hit = hit(&account, &receiver);
    signed_with(&hit, secret);
    // While the old one is still active it signs second.
    if let Some(previous) = hit.header("x-signature-previous") {
        assert_eq!(previous, jobcelis_signature("old", &hit.body));
        assert_eq!(hit.header("webhook-signature").unwrap().split(' ').count(), 2);
    }
}

#[test]
fn without_one_nothing_is_signed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook(&receiver.url("/in"), json!({}));
    let removed = account.patch(&path(&hook), json!({"secret": ""})).ok(200);
    assert_eq!(removed["has_secret"], false);
    let hit = hit(&account, &receiver);
    for name in ["x-signature", "x-signature-previous", "webhook-signature"] {
        assert_eq!(hit.header(name), None, "{name}");
    }
    for name in ["webhook-id", "webhook-timestamp", "x-event-id"] {
        assert!(hit.header(name).is_some(), "{name}");
    }
}

#[test]
fn schemes_may_be_chosen() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let hook = account.webhook(&receiver.url("/in"), json!({"signature_schemes": ["standard"]}));
    let only_standard = hit(&account, &receiver);
    assert_eq!(only_standard.header("x-signature"), None);
    assert!(only_standard.header("webhook-signature").is_some());
    account.patch(&path(&hook), json!({"signature_schemes": ["jobcelis"]})).ok(200);
    let only_ours = hit(&account, &receiver);
    assert!(only_ours.header("x-signature").is_some());
    assert_eq!(only_ours.header("webhook-signature"), None);
}

#[test]
fn it_survives_a_kill() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/in"), json!({"secret": "kept"}));
    daemon.kill9();
    daemon.restart();
    signed_with(&hit(&account, &receiver), "kept");
}
