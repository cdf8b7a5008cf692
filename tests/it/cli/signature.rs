//! `verify-signature` and `sign`: offline, both schemes, and an exit code that can be relied on.

use crate::support::Cli;

const SECRET: &str = "whsec_test_secret";
const BODY: &str = r#"{"order_id":"12345","amount":99.99,"event_id":"0199b5a0-1111-7000-8000-000000000001","topic":"order.created","occurred_at":"2026-01-15T10:30:00Z"}"#;
const RIGHT: &str = "sha256=+9or/GinEnRE+JIdrYG/+CHKZeeMZKvzg8ilyJaQobU";
const STANDARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";
const STANDARD: &str = "v1,l7gMZLACtYWJh3+8xgDzuaFJCtpxWGKmhgwxN65Z8aE=";
const ID: &str = "0199b5a0-1111-7000-8000-000000000001";
const AT: &str = "1768473000";

fn verify(args: &[&str]) -> (Option<i32>, String) {
    let output = Cli::new([&["verify-signature"], args].concat()).run();
    (output.code, output.stdout)
}

#[test]
fn valid_invalid_and_usage() {
    let (yes, no) = ((Some(0), "true\n".to_owned()), (Some(1), "false\n".to_owned()));
    let padded = format!("{RIGHT}=");
    let named = format!("X-Signature: {RIGHT}");
    let spaced = format!("  {RIGHT} ");
    let cut = &RIGHT[..RIGHT.len() - 2];
    let url_safe = RIGHT.replace('+', "-").replace('/', "_");
    let trailing = format!("{RIGHT}AAAA");
    for (signature, expected) in [
        (RIGHT, &yes),
        (&padded, &yes),
        (&named, &yes),
        (&spaced, &yes),
        (cut, &no),
        (&url_safe, &no),
        (&trailing, &no),
        ("sha256=", &no),
        ("sha256=***", &no),
        ("x", &no),
        (&RIGHT[7..], &no),
        ("sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &no),
    ] {
        let found = verify(&["--secret", SECRET, "--body", BODY, "--signature", signature]);
        assert_eq!(found, *expected, "{signature}");
    }
    assert_eq!(verify(&["--secret", "other", "--body", BODY, "--signature", RIGHT]), no);
    let second = ["--secret", "other", "--any-secret", SECRET, "--body", BODY, "--signature", RIGHT];
    assert_eq!(verify(&second), yes);
    for args in [
        &["--body", BODY, "--signature", RIGHT][..],
        &["--secret", "", "--body", BODY, "--signature", RIGHT],
        &["--secret", SECRET, "--signature", RIGHT],
        &["--secret", SECRET, "--body", BODY],
        &["--secret", SECRET, "--body", BODY, "--signature", ""],
        &["--secret", SECRET, "--body", "@/no/such/file", "--signature", RIGHT],
        &["--secret", "-", "--body", "-", "--signature", RIGHT],
    ] {
        assert_eq!(verify(args), (Some(2), String::new()), "{args:?}");
    }
}

#[test]
fn bodies_are_taken_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        format!("@{}", path.display())
    };
    let exact = path("exact", BODY);
    let longer = path("longer", &format!("{BODY}\n"));
    let secret = path("secret", &format!("{SECRET}\n"));
    let headers = path("headers", &format!("Host: x\r\nX-Signature: {RIGHT}\r\n"));
    assert_eq!(verify(&["--secret", &secret, "--body", &exact, "--signature", RIGHT]).0, Some(0));
    assert_eq!(verify(&["--secret", SECRET, "--body", &longer, "--signature", RIGHT]).0, Some(1));
    assert_eq!(verify(&["--secret", SECRET, "--body", &exact, "--header-file", &headers[1..]]).0, Some(0));
    let run = |args: &[&str], stdin: &str| Cli::new(args).env("JOBCELIS_WEBHOOK_SECRET", SECRET).stdin(stdin).run();
    assert_eq!(run(&["verify-signature", "--body", "-", "--signature", RIGHT], BODY).code, Some(0));
    assert_eq!(run(&["verify-signature", "--body", "-", "--signature", RIGHT, "-q"], BODY).stdout, "");
    let output = run(&["verify-signature", "--body", &format!("{BODY}\n"), "--signature", RIGHT, "-o", "json"], "");
    assert_eq!((output.code, output.stdout.as_str()), (Some(1), "{\"valid\":false,\"reason\":\"mismatch\"}\n"));
    assert!(output.stderr.contains("line end"), "{}", output.stderr);
    let empty = run(&["sign", "--body", ""], "").stdout;
    assert_eq!(verify(&["--secret", SECRET, "--body", "", "--signature", &empty]).0, Some(0));
}

#[test]
fn both_schemes_are_signed_and_verified() {
    let sign = |args: &[&str]| Cli::new([&["sign"], args].concat()).run().stdout;
    assert_eq!(sign(&["--secret", SECRET, "--body", BODY]).trim(), RIGHT);
    let standard = ["--secret", STANDARD_SECRET, "--body", BODY, "--id", ID, "--timestamp", AT];
    assert_eq!(sign(&standard).trim(), STANDARD);
    let list = format!("v1,AAAA v2,x {STANDARD}");
    for (signature, code) in [(STANDARD, 0), (list.as_str(), 0), ("v1,AAAA", 1), (RIGHT, 1)] {
        assert_eq!(verify(&[&standard[..], &["--signature", signature]].concat()).0, Some(code), "{signature}");
    }
    let later = ["--secret", STANDARD_SECRET, "--body", BODY, "--id", ID, "--timestamp", "1768473001"];
    assert_eq!(verify(&[&later[..], &["--signature", STANDARD]].concat()).0, Some(1));
}

#[test]
fn the_schemes_of_other_dialects() {
    let (body, secret) = (r#"{"event_type":"user.created"}"#, "one");
    let run = |args: &[&str]| {
        let output = Cli::new([args, &["--secret", secret, "--body", body]].concat()).run();
        (output.code, output.stdout.trim_end().to_owned())
    };
    // Made with another implementation of HMAC.
    let pj = "d8dae3f82178b29f9e2361fcc428064ce81d74ad3ad961da0a2deb50ddc2d019";
    let portal = format!("t={AT},s1={pj}");
    assert_eq!(run(&["sign", "--scheme", "pj", "--timestamp", AT]), (Some(0), pj.to_owned()));
    assert_eq!(run(&["sign", "--scheme", "portal", "--timestamp", AT]), (Some(0), portal.clone()));
    let two = run(&["sign", "--scheme", "portal", "--timestamp", AT, "--second-secret", "two"]).1;
    assert!(two.starts_with(&format!("{portal},s2=")), "{two}");
    let acme = run(&["sign", "--scheme", "acme"]);
    assert_eq!((acme.0, acme.1.len()), (Some(0), 64));
    assert_eq!(run(&["sign", "--scheme", "jobcelis"]), run(&["sign"]));
    assert_eq!(run(&["sign", "--scheme", "standard", "--id", ID, "--timestamp", AT]).0, Some(0));
    for args in [&["sign", "--scheme", "pj"][..], &["sign", "--timestamp", AT], &["sign", "--scheme", "standard"]] {
        assert_eq!(run(args), (Some(2), String::new()), "{args:?}");
    }
    let (yes, no) = ((Some(0), "true".to_owned()), (Some(1), "false".to_owned()));
    for (args, verdict) in [
        (&["--signature", pj, "--timestamp", AT][..], &yes),
        (&["--scheme", "pj", "--signature", pj, "--timestamp", AT], &yes),
        (&["--scheme", "pj", "--signature", pj, "--timestamp", "1768473001"], &no),
        (&["--signature", &two], &yes),
        (&["--scheme", "portal", "--signature", &two], &yes),
        (&["--scheme", "portal", "--signature", &two.replace(AT, "1768473001")], &no),
        (&["--scheme", "jobcelis", "--signature", &run(&["sign"]).1], &yes),
        (&["--scheme", "jobcelis", "--signature", pj], &no),
    ] {
        assert_eq!(&run(&[&["verify-signature"], args].concat()), verdict, "{args:?}");
    }
    let usage = run(&["verify-signature", "--scheme", "pj", "--signature", pj]);
    assert_eq!(usage.0, Some(2), "the time is part of it");
}
