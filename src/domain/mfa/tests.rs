//! Codes in every form they come in, steps at their edges, secrets and challenges.

use super::*;
use crate::base::Kind;
use crate::base::id::IdSource;

/// The secret of RFC 6238, appendix B.
fn secret() -> Secret {
    Secret::new(*b"12345678901234567890")
}

fn read(text: &str) -> Result<Option<Code>> {
    let json = Json::parse(text).expect("json");
    Code::read(Fields(json.as_object().expect("object")))
}

#[test]
fn codes_are_read_however_they_are_typed() {
    let totp = |code: &str| Some(Code::Totp(code.to_owned()));
    let backup = |code: &str| Some(Code::Backup(code.to_owned()));
    for (body, code) in [
        (r#"{"code":"123456"}"#, totp("123456")),
        (r#"{"code":" 123 456 "}"#, totp("123456")),
        (r#"{"code":"123-456"}"#, totp("123456")),
        (r#"{"code":123456}"#, totp("123456")),
        (r#"{"code":7}"#, totp("000007")),
        (r#"{"code":0}"#, totp("000000")),
        (r#"{"code":1234567}"#, Some(Code::Malformed)),
        (r#"{"code":"12345"}"#, Some(Code::Malformed)),
        (r#"{"code":"１２３４５６"}"#, Some(Code::Malformed)),
        (r#"{"code":"+12345"}"#, Some(Code::Malformed)),
        (r#"{"code":"-"}"#, Some(Code::Malformed)),
        (r#"{"code":"k3x7q-m2v5d"}"#, backup("k3x7qm2v5d")),
        (r#"{"code":"K3X7Q M2V5D"}"#, backup("k3x7qm2v5d")),
        (r#"{"code":"k3x7qm2v51"}"#, Some(Code::Malformed)),
        (r#"{"backup_code":"k3x7q-m2v5d"}"#, backup("k3x7qm2v5d")),
        (r#"{"code":"123456","backup_code":"k3x7q-m2v5d"}"#, totp("123456")),
        (r#"{"code":"","backup_code":"k3x7q-m2v5d"}"#, backup("k3x7qm2v5d")),
        (r#"{"code":null}"#, None),
        (r#"{"code":""}"#, None),
        ("{}", None),
    ] {
        assert_eq!(read(body).expect(body), code, "{body}");
    }
    for body in [r#"{"code":1.5}"#, r#"{"code":-12345}"#, r#"{"code":1e5}"#, r#"{"code":true}"#, r#"{"code":["1"]}"#] {
        let error = read(body).expect_err(body);
        assert_eq!((error.kind(), error.message()), (Kind::Invalid, "code must be a string or an integer"), "{body}");
    }
    assert_eq!(read(r#"{"backup_code":5}"#).expect_err("type").message(), "backup_code must be a string");
    assert_eq!(format!("{:?}", Code::Totp("123456".to_owned())), "Code([redacted])");
}

#[test]
fn codes_of_the_written_examples_are_right() {
    for (at, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(secret().step_of(code, None, Timestamp::from_secs(at)), Some(at / 30), "{at}");
        assert_eq!(Secret::new([7; 20]).step_of(code, None, Timestamp::from_secs(at)), None, "{at}");
    }
}

#[test]
fn one_step_before_and_after_counts_and_none_twice() {
    // Of step 37037036, which lasts from 1111111080 to 1111111109.
    let (step, code) = (37_037_036, "081804");
    let at = Timestamp::from_secs;
    for (now, last, accepted) in [
        (1_111_111_080 - 31, None, false),
        (1_111_111_080 - 30, None, true),
        (1_111_111_080, None, true),
        (1_111_111_139, None, true),
        (1_111_111_140, None, false),
        (1_111_111_080, Some(step - 1), true),
        (1_111_111_080, Some(step), false),
        (1_111_111_139, Some(step), false),
        (1_111_111_080, Some(step + 1), false),
    ] {
        let found = secret().step_of(code, last, at(now));
        assert_eq!(found, accepted.then_some(step), "{now} {last:?}");
    }
    for other in ["", "81804", "081805", "08180 ", "0818044"] {
        assert_eq!(secret().step_of(other, None, at(1_111_111_080)), None, "{other}");
    }
    assert_eq!(secret().step_of(code, None, at(0)), None, "no step before the first");
}

#[test]
fn secrets_are_shown_as_apps_want_them() {
    assert_eq!(secret().base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert_eq!(Secret::parse(&secret().base32()), Some(secret()));
    for bad in ["", "GEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBV"] {
        assert_eq!(Secret::parse(bad), None, "{bad}");
    }
    assert_eq!(
        secret().url("Jobcelis", "ana@example.org"),
        "otpauth://totp/Jobcelis:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Jobcelis\
         &algorithm=SHA1&digits=6&period=30"
    );
    let url = secret().url("Caffè & Co", "a+b@d");
    let read = Totp::from_url(&url).expect("readable");
    assert_eq!((read.issuer(), read.secret().as_bytes()), (Some("Caffè & Co"), &secret().0[..]), "{url}");
    assert!(url.starts_with("otpauth://totp/Caff%C3%A8%20%26%20Co:a%2Bb%40d?"), "{url}");
    assert!(secret().url("x", "a:b@c").starts_with("otpauth://totp/x:a%3Ab%40c?"), "one bare colon");
    assert_eq!(format!("{:?}", secret()), "Secret([redacted])");
}

#[test]
fn backup_codes_read_as_they_are_shown() {
    let code = backup_code([0, 25, 26, 31, 32, 63, 255, 128, 1, 2]);
    assert_eq!((code.as_str(), shown(&code).as_str()), ("az27a77abc", "az27a-77abc"));
    assert_eq!(Code::parse(&shown(&code)), Code::Backup(code));
}

#[test]
fn a_challenge_bears_five_wrong_codes() {
    let (ids, now) = (IdSource::default(), Timestamp::from_secs(1_790_000_000));
    let mut challenge = Challenge::new(ids.next(), ids.next(), now);
    assert_eq!(challenge.expires_at, Timestamp::from_secs(1_790_000_300));
    for failures in 1..TRIES {
        challenge = challenge.after_failure().expect("goes on");
        assert_eq!(challenge.failures, failures);
    }
    assert_eq!(challenge.after_failure(), None);
}
