//! Who is believed: the right secret, the one before, and nothing else.

use super::{Hub, fails};
use crate::support::Daemon;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

fn mac(secret: &str, message: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// HMAC-SHA256 in hexadecimal.
pub fn hex_hmac(secret: &str, message: &str) -> String {
    mac(secret, message).iter().map(|b| format!("{b:02x}")).collect()
}

fn acme(n: usize) -> String {
    json!({"eventId": format!("e-{n}"), "eventType": "a.b", "occurredAt": "2026-01-15T10:30:00Z", "data": {}})
        .to_string()
}

#[test]
fn acme_is_believed_in_three_forms_and_no_other() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("acme", "right");
    let body = acme(1);
    let (hex, base64) = (hex_hmac("right", &body), STANDARD.encode(mac("right", &body)));
    for (good, status) in [(hex.clone(), 202), (format!("sha256={hex}"), 200), (base64.clone(), 200)] {
        hub.provide("acme", &[("x-acme-signature", &good)], &body).ok(status);
    }
    for bad in [
        hex_hmac("wrong", &body),
        hex_hmac("right", &acme(2)),
        hex[..62].to_owned(),
        format!("{hex}00"),
        base64[..40].to_owned(),
        format!("sha512={hex}"),
        String::from("x"),
    ] {
        let refused = hub.provide("acme", &[("x-acme-signature", &bad)], &body);
        let error = fails(&refused, 401, "UNAUTHORIZED");
        assert_eq!(error["message"], "Invalid credentials", "{bad}");
    }
    fails(&hub.provide("acme", &[], &body), 401, "UNAUTHORIZED");
    fails(&hub.provide("acme", &[("x-acme-signature", &hex)], &format!("{body} ")), 401, "UNAUTHORIZED");
}

#[test]
fn the_secret_before_is_believed_until_the_next_one() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    let id = hub.source("acme", "one");
    let sent = |secret: &str, n: usize| {
        let body = acme(n);
        hub.provide("acme", &[("x-acme-signature", &hex_hmac(secret, &body))], &body).status
    };
    assert_eq!(sent("one", 1), 202);
    let two = account.post(&format!("/sources/{id}/rotate-secret"), json!({})).ok(200);
    let two = two["secret"].as_str().unwrap().to_owned();
    assert_eq!((sent(&two, 2), sent("one", 3)), (202, 202));
    account.patch(&format!("/sources/{id}"), json!({"secret": "three"})).ok(200);
    assert_eq!((sent("three", 4), sent(&two, 5), sent("one", 6)), (202, 202, 401));
}

#[test]
fn github_takes_its_own_form_alone() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("github", "It's a Secret to Everybody");
    let body = r#"{"action":"opened","repository":{"full_name":"octocat/Hello-World"},"sender":{"login":"octocat","name":"é"}}"#;
    // npm @octokit/webhooks-methods 6.0.0, sign().
    let made = "sha256=6d1b271109098170205c90b4eb59ea73bd41395a30ec68c890174e0bd2944a32";
    let headers =
        |signature| [("X-Hub-Signature-256", signature), ("X-GitHub-Event", "issues"), ("X-GitHub-Delivery", "d-1")];
    let answer = hub.provide("github", &headers(made), body).ok(202);
    let shown = hub.get(&format!("/events/{}", answer["data"]["eventId"].as_str().unwrap()));
    let data = &shown["data"];
    assert_eq!((&data["eventType"], &data["externalEventId"]), (&json!("issues"), &json!("d-1")));
    assert_eq!((&data["subject"], &data["data"]["action"]), (&json!("octocat/Hello-World"), &json!("opened")));
    let base64 = format!("sha256={}", STANDARD.encode(mac("It's a Secret to Everybody", body)));
    for bad in [&made[7..], &made[..70], &base64, &format!("{made}0")] {
        fails(&hub.provide("github", &headers(bad), body), 401, "UNAUTHORIZED");
    }
}

#[test]
fn old_timestamps_are_not_believed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hub = Hub::of(&account);
    hub.source("stripe", "whsec_x");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    for (at, status) in [(now, 202), (now - 280, 200), (now - 310, 401), (now + 310, 401)] {
        let body = r#"{"id":"evt_1","type":"charge.succeeded","created":1686089970,"data":{"object":{"id":"ch_1"}}}"#;
        let signature = hex_hmac("whsec_x", &format!("{at}.{body}"));
        let header = format!("t={at},v1=00,v1={signature},v0=11");
        hub.provide("stripe", &[("Stripe-Signature", &header)], body).ok(status);
    }
    let body = json!({"preset": "stripe", "slug": "strict", "secret": "s", "verification": {"type": "stripe", "tolerance_seconds": 5}});
    account.post("/sources", body).ok(201);
    let header = format!("t={},v1={}", now - 60, hex_hmac("s", &format!("{}.{{}}", now - 60)));
    fails(&hub.provide("strict", &[("Stripe-Signature", &header)], "{}"), 401, "UNAUTHORIZED");
}
