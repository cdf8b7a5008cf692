//! Who may send to an endpoint: the timestamp and the signature over it and the raw body.

use super::{Endpoint, now};
use crate::support::{Daemon, Receiver, pj_signature};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

const BODY: &str = r#"{"event_type":"user.created","note":"é"}"#;

#[test]
fn whole_and_right_or_refused() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/s", json!({}));
    let second = now();
    let at = second.to_string();
    let right = pj_signature(&endpoint.secret, &at, BODY.as_bytes());
    let raw = hex::decode(&right).unwrap();
    let send = |at: &str, signature: &str| {
        endpoint.unsigned(&account, BODY).header("X-PJ-Timestamp", at).header("X-PJ-Signature", signature).send()
    };
    let encoded = STANDARD.encode(&raw);
    for good in [&right, &format!("sha256={right}"), &encoded, &encoded.replace('=', ""), &format!("sha256={encoded}")]
    {
        assert_eq!(send(&at, good).status, 202, "{good}");
    }
    let mut flipped = raw.clone();
    flipped[31] ^= 1;
    for bad in [
        &pj_signature("another", &at, BODY.as_bytes()),
        &pj_signature(&endpoint.secret, &at, BODY.replace('é', "e").as_bytes()),
        &pj_signature(&endpoint.secret, &(second - 1).to_string(), BODY.as_bytes()),
        &hex::encode(&flipped),
        &right[..62],
        &right[..32],
        &format!("{right}00"),
        &STANDARD.encode(&raw[..31]),
        &STANDARD.encode([&raw[..], b"x"].concat()),
        &format!("sha512={right}"),
        "sha256=",
        "x",
        "",
    ] {
        send(&at, bad).fails(401, "Invalid signature");
    }
    let no_signature = endpoint.unsigned(&account, BODY).header("X-PJ-Timestamp", &at).send();
    no_signature.fails(401, "Invalid signature");
}

#[test]
fn times_that_are_off() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/t", json!({}));
    let send = |at: &str| {
        let signature = pj_signature(&endpoint.secret, at, BODY.as_bytes());
        endpoint.unsigned(&account, BODY).header("X-PJ-Timestamp", at).header("X-PJ-Signature", &signature).send()
    };
    for seconds in [-290, 0, 290] {
        assert_eq!(send(&(now() + seconds).to_string()).status, 202, "{seconds}");
    }
    for at in
        [(now() - 310).to_string(), (now() + 310).to_string(), format!("{}000", now()), "now".into(), String::new()]
    {
        send(&at).fails(401, "Timestamp outside tolerance");
    }
    endpoint.unsigned(&account, BODY).send().fails(401, "Timestamp outside tolerance");
}

#[test]
fn both_secrets_sign_while_they_are_there() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let old = Endpoint::new(&account, &receiver, "/b", json!({}));
    let rotated = account.post(&format!("/webhooks/{}/rotate-secret", old.webhook), json!({})).ok(200);
    let secret = rotated["secret"].as_str().unwrap().to_owned();
    let new = Endpoint { id: old.id.clone(), webhook: old.webhook.clone(), secret };
    new.send(&account, BODY);
    old.send(&account, BODY);
}
