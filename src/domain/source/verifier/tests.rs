//! Signatures as the senders' own documentation and libraries make them, and every way in which a
//! request can fail to be one.

use super::super::Preset;
use super::*;
use crate::base::Json;

type Headers<'h> = &'h [(&'h str, &'h str)];

fn verifier(preset: &str, secrets: &[&str]) -> Verifier {
    let way = Preset::find(preset).expect(preset).verification().expect(preset);
    let secrets: Vec<Secret> = secrets.iter().map(|s| Secret::new(*s)).collect();
    Verifier::new(way, Preset::is_lenient(Some(preset)), &secrets).expect(preset)
}

fn check(verifier: &Verifier, headers: Headers<'_>, body: &str, now: i64) -> Result<(), Refusal> {
    let header = |name: &str| headers.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    verifier.check(&header, body.as_bytes(), Timestamp::from_secs(now))
}

const OCTOCAT: &str =
    r#"{"action":"opened","repository":{"full_name":"octocat/Hello-World"},"sender":{"login":"octocat","name":"é"}}"#;
const SLASH: &str = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
const SETUP: &str = r#"{"id":"evt_1NG8Du2eZvKYlo2CUI79vXWy","object":"event","created":1686089970,"type":"setup_intent.created","data":{"object":{"id":"seti_1","object":"setup_intent"}}}"#;
const ZOE: &str = r#"{"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485","name":"Zoë"}}"#;
const ORDER: &str = r#"{"id":820982911946154508,"email":"jon@example.com","total_price":"403.00"}"#;

/// Preset, secret, headers, body, Unix time of the check.
type Vector<'v> = (&'v str, &'v str, Headers<'v>, &'v str, i64);

#[rustfmt::skip]
const VECTORS: &[Vector<'_>] = &[
    // docs.github.com, "Validating webhook deliveries": testing the validation.
    ("github", "It's a Secret to Everybody",
     &[("x-hub-signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")], "Hello, World!", 0),
    // npm @octokit/webhooks-methods 6.0.0, sign().
    ("github", "It's a Secret to Everybody",
     &[("x-hub-signature-256", "sha256=6d1b271109098170205c90b4eb59ea73bd41395a30ec68c890174e0bd2944a32")], OCTOCAT, 0),
    // PyPI stripe 16.1.0, WebhookSignature._compute_signature(); accepted by its verify_header().
    ("stripe", "whsec_test_secret",
     &[("stripe-signature", "t=1686089971,v1=41a4aabdfe68e4289187dc97e85c436efa5d214c264b9aea938b2982f099940b")], SETUP, 1_686_089_971),
    ("stripe", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
     &[("stripe-signature", "t=1686089971,v1=fd99a0107fdb308f922be121731719d00e05db0b71689bc6e3e4731904f804e6,v0=00")], SETUP, 1_686_090_271),
    // docs.slack.dev, "Verifying requests from Slack"; PyPI slack_sdk 3.47.0 makes the same.
    ("slack", "8f742231b10e8888abcd99yyyzzz85a5",
     &[("x-slack-request-timestamp", "1531420618"), ("x-slack-signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")], SLASH, 1_531_420_618),
    // The Standard Webhooks specification; PyPI standardwebhooks 1.1.0, Webhook.sign(), makes the same.
    ("standard-webhooks", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
     &[("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"),
       ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")], r#"{"test": 2432232314}"#, 1_614_265_330),
    // The same library: a secret without its mark, and one signature among several.
    ("standard-webhooks", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
     &[("webhook-id", "msg_loFOjxBNrRLzqYUf"), ("webhook-timestamp", "1731705121"),
       ("webhook-signature", "v1a,AAAA v1,c2hvcnQ= v1,s8O8worCPI9GMGiWD//FYRzUswdCj1jkVzTo+mfhgqI=")], ZOE, 1_731_705_000),
    // openssl dgst -sha256 -hmac hush -binary | base64; the form is that of shopify.dev, "Verify webhooks".
    ("shopify", "hush",
     &[("x-shopify-hmac-sha256", "U1ccMjH2FYDvXHngNSLFAi0QhStcm696l5sTvIkdLr8=")], ORDER, 0),
    // docs.gitlab.com, "Webhooks": the secret token comes as it is.
    ("gitlab", "a-secret-token", &[("x-gitlab-token", "a-secret-token")], "{}", 0),
    // As the Python and Node clients of the vendor check deliveries.
    ("jobcelis", "whsec_abc",
     &[("x-signature", "sha256=fUU1Hry5VCjx2m3Fgom6RRJ1L29lsHH9hNoxVxYdwsw")], r#"{"order_id":"12345","amount":99.99}"#, 0),
    // openssl dgst -sha256 -hmac; all three forms count.
    ("acme", "acme-secret", &[("x-acme-signature", "1a785b8f9eb141fcb1021b6ae3037395f777dd482602e3df2bddf60f6ef73199")], "{}", 0),
    ("acme", "acme-secret", &[("x-acme-signature", "sha256=1a785b8f9eb141fcb1021b6ae3037395f777dd482602e3df2bddf60f6ef73199")], "{}", 0),
    ("acme", "acme-secret", &[("x-acme-signature", "Gnhbj56xQfyxAhtq4wNzlfd33UgmAuPfK932D273MZk=")], "{}", 0),
    ("generic-hmac", "acme-secret", &[("x-webhook-signature", "1a785b8f9eb141fcb1021b6ae3037395f777dd482602e3df2bddf60f6ef73199")], "{}", 0),
    ("globex", "globex-token", &[("x-globex-token", "globex-token")], "{}", 0),
    ("generic-token", "token", &[("x-webhook-token", "token")], "{}", 0),
];

#[test]
fn what_senders_make_is_accepted() {
    for (preset, secret, headers, body, now) in VECTORS {
        assert_eq!(check(&verifier(preset, &[secret]), headers, body, *now), Ok(()), "{preset} {headers:?}");
        let second = verifier(preset, &["another one", secret]);
        assert_eq!(check(&second, headers, body, *now), Ok(()), "{preset}: the secret before");
    }
    for preset in super::super::PRESETS.iter() {
        assert!(VECTORS.iter().any(|vector| vector.0 == preset.name), "{}", preset.name);
    }
}

#[test]
fn another_secret_or_body_is_refused() {
    for (preset, secret, headers, body, now) in VECTORS {
        let wrong = [format!("{secret}x"), secret[1..].to_owned(), String::new()];
        for wrong in &wrong {
            let refused = check(&verifier(preset, &[wrong]), headers, body, *now);
            assert_eq!(refused, Err(Refusal::Mismatch), "{preset} {wrong}");
        }
        let verifier = verifier(preset, &[secret]);
        assert!(check(&verifier, &[], body, *now).is_err_and(|why| why == Refusal::Missing), "{preset}");
        if verifier.way.secret_header().is_none() {
            let changed = body.replacen(&body[..1], "[", 1);
            assert_eq!(check(&verifier, headers, &changed, *now), Err(Refusal::Mismatch), "{preset}");
            assert_eq!(check(&verifier, headers, &format!("{body}\n"), *now), Err(Refusal::Mismatch), "{preset}");
        }
    }
}

#[test]
fn signatures_hold_at_full_length_and_in_their_encoding_alone() {
    // One signature of several is enough: those of such lists are not told apart here.
    for (preset, secret, headers, body, now) in
        VECTORS.iter().filter(|vector| !vector.2[vector.2.len() - 1].1.contains(' '))
    {
        let verifier = verifier(preset, &[secret]);
        let (name, value) = headers[headers.len() - 1];
        let value = value.strip_suffix(",v0=00").unwrap_or(value);
        let mut last = value[value.len() - 2..].to_owned();
        last.replace_range(..1, if last.starts_with('0') { "1" } else { "0" });
        for bad in [
            value[..value.len() - 2].to_owned(),
            format!("{value}00"),
            format!("{value}{}", &value[value.len() - 3..]),
            format!("{}{last}", &value[..value.len() - 2]),
            value.replace("sha256=", "sha1=").replace("v1", "v2").replace("v0", "v9") + "x",
            String::new(),
        ] {
            let mut changed = headers.to_vec();
            changed.last_mut().expect("a header").1 = &bad;
            let refused = check(&verifier, &changed, body, *now);
            assert!(matches!(refused, Err(Refusal::Malformed | Refusal::Mismatch)), "{preset} {name}: {bad}");
        }
    }
    let base64 = [("x-webhook-signature", "Gnhbj56xQfyxAhtq4wNzlfd33UgmAuPfK932D273MZk=")];
    let generic = verifier("generic-hmac", &["acme-secret"]);
    assert_eq!(check(&generic, &base64, "{}", 0), Err(Refusal::Malformed), "another encoding");
    let shopify = verifier("shopify", &["acme-secret"]);
    assert_eq!(
        check(
            &shopify,
            &[("x-shopify-hmac-sha256", "1a785b8f9eb141fcb1021b6ae3037395f777dd482602e3df2bddf60f6ef73199")],
            "{}",
            0
        ),
        Err(Refusal::Malformed)
    );
}

#[test]
fn old_timestamps_are_refused() {
    for (preset, secret, headers, body, now) in VECTORS.iter().filter(|vector| vector.4 > 1_000_000_000) {
        let verifier = verifier(preset, &[secret]);
        let value = headers.iter().find(|(name, _)| name.ends_with("timestamp")).map_or(headers[0].1, |(_, at)| at);
        let at = value.trim_start_matches("t=").split(',').next().and_then(|at| at.parse::<i64>().ok());
        let at = at.unwrap_or(*now);
        for (off, fine) in [(0, true), (300, true), (-300, true), (301, false), (-301, false), (86_400, false)] {
            let result = check(&verifier, headers, body, at + off);
            assert_eq!(result, if fine { Ok(()) } else { Err(Refusal::Stale) }, "{preset} {off}");
        }
    }
}

#[test]
fn own_schemes_sign_and_check_alike() {
    let secret = Secret::new("whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtMTIz");
    let now = Timestamp::from_secs(1_700_000_000);
    for way in [
        r#"{"type":"hmac","header":"X-Sig","algorithm":"sha512","encoding":"base64","signed":"{id}:{timestamp}:{body}","timestamp_header":"X-At","id_header":"X-Id","tolerance_seconds":10}"#,
        r#"{"type":"hmac","header":"X-Sig","algorithm":"sha1","prefix":"sha1="}"#,
        r#"{"type":"token","header":"Authorization","prefix":"Bearer "}"#,
        r#"{"type":"basic","username":"hook"}"#,
        r#"{"type":"standard_webhooks"}"#,
        r#"{"type":"stripe","tolerance_seconds":5}"#,
        r#"{"type":"slack"}"#,
        r#"{"type":"none"}"#,
    ] {
        let way = Verification::read(&Json::parse(way).expect("json")).expect(way);
        let made = Verifier::new(way.clone(), false, std::slice::from_ref(&secret)).expect("verifier");
        let headers = made.sign(&secret, "id-1", now, b"{\"a\":1}");
        let headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(check(&made, &headers, "{\"a\":1}", now.secs()), Ok(()), "{way:?}");
        let other = Verifier::new(way, false, &[Secret::new("other")]).expect("verifier");
        let open = headers.is_empty();
        assert_eq!(check(&other, &headers, "{\"a\":1}", now.secs()).is_ok(), open, "{headers:?}");
    }
}

#[test]
fn settings_that_prove_nothing_are_refused() {
    for (bad, rule) in [
        ("5", "verification must be an object"),
        ("{}", "verification.type is required"),
        (r#"{"type":"rsa"}"#, "verification.type must be one of"),
        (r#"{"type":"hmac"}"#, "verification.header is required"),
        (r#"{"type":"hmac","header":"a b"}"#, "verification.header must be the name of a header"),
        (r#"{"type":"hmac","header":"x","algorithm":"md5"}"#, "verification.algorithm must be one of"),
        (r#"{"type":"hmac","header":"x","encoding":"utf8"}"#, "verification.encoding must be hex or base64"),
        (r#"{"type":"hmac","header":"x","signed":"{id}"}"#, "verification.signed must be body"),
        (r#"{"type":"hmac","header":"x","signed":"{id}.{body}"}"#, "verification.id_header and {id}"),
        (r#"{"type":"hmac","header":"x","timestamp_header":"y"}"#, "verification.timestamp_header and {timestamp}"),
        (r#"{"type":"token"}"#, "verification.header is required"),
        (r#"{"type":"slack","tolerance_seconds":0}"#, "verification.tolerance_seconds must be an integer"),
    ] {
        let error = Verification::read(&Json::parse(bad).expect("json")).expect_err(bad);
        assert!(error.message().starts_with(rule), "{bad}: {}", error.message());
        assert_eq!(error.details()[0].0, "verification");
    }
}
