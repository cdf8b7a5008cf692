//! The signature vectors.

use super::*;

const B1: &str = r#"{"order_id":"12345","amount":99.99,"event_id":"0199b5a0-1111-7000-8000-000000000001","topic":"order.created","occurred_at":"2026-01-15T10:30:00Z"}"#;
const B2: &str = r#"{"note":"café ✓","event_id":"0199b5a0-1111-7000-8000-000000000002","topic":null,"occurred_at":"2026-01-15T10:30:00Z"}"#;
const B3: &str = r#"{"topic":"order.created","data":{"id":"123"}}"#;
const KEYED: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";
const ID1: &str = "0199b5a0-1111-7000-8000-000000000001";
const ID2: &str = "0199b5a0-1111-7000-8000-000000000002";
const AT: i64 = 1_768_473_000;

#[test]
fn native_signatures() {
    for (secret, body, signature) in [
        ("whsec_test_secret", B1, "sha256=+9or/GinEnRE+JIdrYG/+CHKZeeMZKvzg8ilyJaQobU"),
        ("whsec_test_secret", B2, "sha256=tA/KPcjw5PYfPl0124nOG8A9I0MT/OiY1zenIktyShI"),
        ("whsec_your_secret", B3, "sha256=eAJalT4ojNyApzSvoDjC0CY2Or6Dj/OZCKZ1uJYqWpc"),
        ("k", "{}", "sha256=rdhTsQP7zJNqGU+esV4pxP8Ir25H1dG8pPICGOMeT/8"),
        (KEYED, B1, "sha256=Ay48SyZ6uyImfNr8FTOpsV8UpAEa/+mccMZ3KnnacMw"),
        (KEYED, B2, "sha256=Jr5ec8wVzvsbFczC8uVQ6ZyxFyFJt0P/GeRXkq3EE/I"),
    ] {
        assert_eq!(sign(secret, body.as_bytes()), signature);
        let keys = SigningKeys::new(&[secret]);
        let signed = keys.sign(Schemes::default(), ID1, AT, body.as_bytes());
        assert_eq!((signed.current.as_deref(), signed.previous), (Some(signature), None));
        assert_eq!(verify(secret, body.as_bytes(), signature), Ok(()));
    }
}

#[test]
fn standard_signatures() {
    for (id, body, signature) in [
        (ID1, B1, "v1,l7gMZLACtYWJh3+8xgDzuaFJCtpxWGKmhgwxN65Z8aE="),
        (ID2, B2, "v1,grM859vF66Cl89cHuOpe8D2Vj/oXyQFs49bWWa6TVbs="),
    ] {
        let signed = SigningKeys::new(&[KEYED]).sign(Schemes::default(), id, AT, body.as_bytes());
        assert_eq!(signed.standard.as_deref(), Some(signature));
    }
}

#[test]
fn secrets_without_an_encoded_key_sign_with_their_bytes() {
    let (short, long, fits) = ([7; 23], [7; 65], [7; 24]);
    for secret in [
        format!("whsec_{}", base64_encode(&short)),
        format!("whsec_{}", base64_encode(&long)),
        "whsec_no base64".to_owned(),
        base64_encode(&fits),
    ] {
        let expected = HmacKey::new(secret.as_bytes()).sign(&[b"i.1.", b"{}"]);
        let signed = SigningKeys::new(&[&secret]).sign(Schemes::default(), "i", 1, b"{}");
        assert_eq!(signed.standard, Some(format!("v1,{}", base64_encode(&expected))), "{secret}");
    }
    let edge = SigningKeys::new(&[&format!("whsec_{}", base64_encode(&fits))]);
    let expected = HmacKey::new(&fits).sign(&[b"i.1.{}"]);
    let signed = edge.sign(Schemes::default(), "i", 1, b"{}");
    assert_eq!(signed.standard, Some(format!("v1,{}", base64_encode(&expected))));
}

#[test]
fn two_secrets_sign_side_by_side() {
    let keys = SigningKeys::new(&[KEYED, "whsec_test_secret", "third"]);
    let signed = keys.sign(Schemes::default(), ID1, AT, B1.as_bytes());
    assert_eq!(signed.current, Some(sign(KEYED, B1.as_bytes())));
    assert_eq!(signed.previous, Some(sign("whsec_test_secret", B1.as_bytes())));
    let second = SigningKeys::new(&["whsec_test_secret"]).sign(Schemes::default(), ID1, AT, B1.as_bytes());
    let both = format!("v1,l7gMZLACtYWJh3+8xgDzuaFJCtpxWGKmhgwxN65Z8aE= {}", second.standard.unwrap_or_default());
    assert_eq!(signed.standard, Some(both));
}

#[test]
fn schemes_choose_the_headers() {
    let keys = SigningKeys::new(&["k"]);
    for (list, native, standard) in
        [("[\"jobcelis\"]", true, false), ("[\"standard\"]", false, true), ("[\"standard\",\"jobcelis\"]", true, true)]
    {
        let schemes = Schemes::parse(&Json::parse(list).expect(list)).expect(list);
        assert_eq!(Schemes::parse(&Json::parse(&schemes.to_text()).expect(list)).expect(list), schemes);
        let signed = keys.sign(schemes, ID1, AT, b"{}");
        assert_eq!((signed.current.is_some(), signed.standard.is_some()), (native, standard), "{list}");
    }
    for list in ["[]", "[\"none\"]", "[1]", "\"standard\"", "{}"] {
        assert!(Schemes::parse(&Json::parse(list).expect(list)).is_err(), "{list}");
    }
    assert_eq!(Schemes::default().names().collect::<Vec<_>>(), ["jobcelis", "standard"]);
    assert_eq!(SigningKeys::new(&[]).sign(Schemes::default(), ID1, AT, b"{}"), Signatures::default());
}

#[test]
fn verification_is_lenient_in_form_and_strict_in_value() {
    let good = sign("k", b"{}");
    for header in [good.clone(), format!("{good}="), format!(" {good}\t"), format!("x-signature: {good}")] {
        assert_eq!(verify("k", b"{}", &header), Ok(()), "{header}");
    }
    for (header, reason) in [
        (String::new(), Reason::Prefix),
        (good.replace("sha256=", ""), Reason::Prefix),
        (good.replace("sha256", "sha512"), Reason::Prefix),
        (good.replace('+', "-"), Reason::Encoding),
        ("sha256=AAAA".into(), Reason::Length),
        ("sha256=".into(), Reason::Length),
        (sign("other", b"{}"), Reason::Mismatch),
        (sign("k", b"{}\n"), Reason::Mismatch),
    ] {
        assert_eq!(verify("k", b"{}", &header), Err(reason), "{header}");
    }
}

#[test]
fn generated_secrets_carry_their_key_and_hide_it() {
    let secret = Secret::generate([7; 32]);
    assert_eq!(encoded_key(secret.expose()), Some(vec![7; 32]));
    assert_eq!(secret.expose().len(), 50);
    assert_eq!(format!("{secret:?}"), "[redacted]");
}

#[test]
fn standard_signatures_are_verified() {
    let (secret, id, at) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=", "msg_1", 1_768_473_000);
    let right = sign_standard(secret, id, at, b"{}");
    let other = sign_standard("whsec_other", id, at, b"{}");
    for (id, at, body, header, expected) in [
        (id, at, &b"{}"[..], right.clone(), Ok(())),
        (id, at, b"{}", format!("{other} v2,x {right}"), Ok(())),
        ("msg_2", at, b"{}", right.clone(), Err(Reason::Mismatch)),
        (id, at + 1, b"{}", right.clone(), Err(Reason::Mismatch)),
        (id, at, b"{ }", right.clone(), Err(Reason::Mismatch)),
        (id, at, b"{}", other, Err(Reason::Mismatch)),
        (id, at, b"{}", right.replace("v1,", "v2,"), Err(Reason::Prefix)),
        (id, at, b"{}", "v1,AAAA".to_owned(), Err(Reason::Length)),
        (id, at, b"{}", "v1,***".to_owned(), Err(Reason::Encoding)),
        (id, at, b"{}", String::new(), Err(Reason::Prefix)),
    ] {
        assert_eq!(verify_standard(secret, id, at, body, &header), expected, "{header}");
    }
}
