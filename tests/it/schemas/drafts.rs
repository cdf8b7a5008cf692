//! The drafts of JSON Schema: which rules a schema is read by, formats, references, numbers.

use crate::support::{Account, Daemon};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Whether a payload, JSON text, fits a schema.
#[track_caller]
fn fits(account: &Account, schema: &str, payload: &str) -> bool {
    let body = format!(r#"{{"topic":"t","schema":{schema},"payload":{payload}}}"#);
    let reply = account.call("POST", "/event-schemas/validate").raw("application/json", body).send();
    reply.ok(200)["valid"].as_bool().expect("a word")
}

#[test]
fn each_draft_has_its_own_rules() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let [four, six, seven, nineteen, twenty] = [
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-06/schema#",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema",
    ]
    .map(|uri| format!(r#""$schema":"{uri}","#));
    for (draft, rest, payload, expected) in [
        (four.as_str(), r#""maximum":5,"exclusiveMaximum":true"#, "5", false),
        (&four, r#""const":1"#, "2", true),
        (&four, r#""type":"integer""#, "1.0", false),
        (&six, r#""const":1"#, "2", false),
        (&six, r#""exclusiveMaximum":5"#, "5", false),
        (&six, r#""type":"integer""#, "1.0", true),
        (&six, r#""if":{"type":"string"},"then":false"#, "\"x\"", true),
        (&seven, r#""if":{"type":"string"},"then":false"#, "\"x\"", false),
        (&seven, r#""dependentRequired":{"a":["b"]}"#, r#"{"a":1}"#, true),
        (&seven, r##""$ref":"#/definitions/s","minLength":5,"definitions":{"s":{"type":"string"}}"##, "\"x\"", true),
        (&nineteen, r#""dependentRequired":{"a":["b"]}"#, r#"{"a":1}"#, false),
        (&nineteen, r##""$ref":"#/$defs/s","minLength":5,"$defs":{"s":{"type":"string"}}"##, "\"x\"", false),
        (&nineteen, r#""items":[{"type":"string"}]"#, "[1]", false),
        (&nineteen, r#""prefixItems":[{"type":"string"}]"#, "[1]", true),
        (&twenty, r#""prefixItems":[{"type":"string"}]"#, "[1]", false),
        (&twenty, r#""properties":{"a":{}},"unevaluatedProperties":false"#, r#"{"b":1}"#, false),
        // Without a draft: 7.
        ("", r#""items":[{"type":"string"},{"type":"integer"}]"#, r#"["a","b"]"#, false),
        ("", r#""dependencies":{"a":["b"]}"#, r#"{"a":1}"#, false),
        ("", r#""if":{"type":"string"},"then":false"#, "\"x\"", false),
        ("", r#""prefixItems":[{"type":"string"}]"#, "[1]", true),
    ] {
        assert_eq!(fits(&account, &format!("{{{draft}{rest}}}"), payload), expected, "{draft}{rest} {payload}");
    }
}

#[test]
fn formats_that_are_asserted() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (format, good, bad) in [
        ("date-time", "2026-01-15T10:30:00Z", "2026-01-15 10:30"),
        ("date", "2026-02-28", "2026-02-30"),
        ("time", "10:30:00Z", "25:00:00Z"),
        ("email", "a@example.org", "a@"),
        ("uri", "https://example.org/x", "example.org"),
        ("uuid", "0199b5a0-1111-7000-8000-000000000001", "0199b5a0"),
        ("ipv4", "192.0.2.1", "192.0.2.256"),
        ("ipv6", "2001:db8::1", "2001:db8:::1"),
        ("hostname", "a.example", "-a.example"),
    ] {
        for draft in [
            "http://json-schema.org/draft-04/schema#",
            "http://json-schema.org/draft-06/schema#",
            "http://json-schema.org/draft-07/schema#",
            "https://json-schema.org/draft/2019-09/schema",
            "https://json-schema.org/draft/2020-12/schema",
        ] {
            let schema = format!(r#"{{"$schema":"{draft}","format":"{format}"}}"#);
            assert!(fits(&account, &schema, &format!("\"{good}\"")), "{format} {good}");
            assert!(!fits(&account, &schema, &format!("\"{bad}\"")), "{format} {bad}");
            assert!(fits(&account, &schema, "5"), "{format} is about strings");
        }
    }
    for format in ["duration", "iri", "regex", "json-pointer", "uri-template", "our-own"] {
        assert!(fits(&account, &format!(r#"{{"format":"{format}"}}"#), "\"((( not at all\""), "{format} is a remark");
    }
}

#[test]
fn references_inside_the_document() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let twenty = r#""$schema":"https://json-schema.org/draft/2020-12/schema","#;
    for (schema, good, bad) in [
        (r##"{"$ref":"#/definitions/a","definitions":{"a":{"type":"string"}}}"##.to_owned(), "\"x\"", "1"),
        (r##"{"$ref":"#a","definitions":{"x":{"$id":"#a","type":"string"}}}"##.to_owned(), "\"x\"", "1"),
        (format!(r##"{{{twenty}"$ref":"#a","$defs":{{"x":{{"$anchor":"a","type":"string"}}}}}}"##), "\"x\"", "1"),
        (
            format!(
                r##"{{{twenty}"$id":"https://x.test/r","$ref":"item","$defs":{{"x":{{"$id":"item","type":"string"}}}}}}"##
            ),
            "\"x\"",
            "1",
        ),
        (
            r##"{"properties":{"name":{"type":"string"},"children":{"items":{"$ref":"#"}}}}"##.to_owned(),
            r#"{"name":"a","children":[{"name":"b","children":[{"name":"c"}]}]}"#,
            r#"{"name":"a","children":[{"name":"b","children":[{"name":5}]}]}"#,
        ),
    ] {
        assert!(fits(&account, &schema, good), "{schema} {good}");
        assert!(!fits(&account, &schema, bad), "{schema} {bad}");
    }
}

#[test]
fn numbers_are_exact() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (schema, payload, expected) in [
        (r#"{"maximum":12345678901234567890123}"#, "12345678901234567890123", true),
        (r#"{"maximum":12345678901234567890123}"#, "12345678901234567890124", false),
        (r#"{"const":9007199254740993}"#, "9007199254740992", false),
        (r#"{"const":0.1}"#, "0.10", true),
        (r#"{"enum":[1]}"#, "1.0", true),
        (r#"{"multipleOf":0.01}"#, "1.10", true),
        (r#"{"multipleOf":0.01}"#, "1.101", false),
        (r#"{"type":"integer"}"#, "1e2", true),
        (r#"{"maximum":1}"#, "1e400000000", false),
    ] {
        assert_eq!(fits(&account, schema, payload), expected, "{schema} {payload}");
    }
    // What was judged is what is stored.
    let schema = json!({"topic": "n", "schema": {"properties": {"n": {"maximum": 2}}}});
    account.post("/event-schemas", schema).ok(201);
    let call = account.call("POST", "/events").raw("application/json", r#"{"topic":"n","n":1.10}"#).send();
    let id = call.ok(202)["id"].as_str().unwrap().to_owned();
    assert!(account.get(&format!("/events/{id}")).text.contains("1.10"));
}

/// Each of these took minutes, or the server with it, if it were followed to its end.
#[test]
fn a_hostile_schema_takes_no_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let nested = (0..60).fold(json!({"x": 1}), |inner, _| json!({ "a": inner }));
    let twice = json!({"properties": {"a": {"$ref": "#"}}});
    let started = Instant::now();
    for (schema, payload) in [
        (json!({"allOf": [twice, twice], "properties": {"x": {"type": "string"}}}), nested.clone()),
        (json!({"anyOf": [twice, twice], "properties": {"x": {"type": "string"}}}), nested.clone()),
        (json!({"oneOf": [twice, {"not": twice}], "properties": {"x": {"type": "string"}}}), nested),
        (json!({"pattern": "^(a+)+$"}), json!("a".repeat(10_000) + "b")),
        (json!({"properties": {"a": {"uniqueItems": true}}}), json!({"a": (0..20_000).collect::<Vec<_>>()})),
        (
            json!({"items": {"anyOf": (0..500).map(|n| json!({"const": n})).collect::<Vec<_>>()}}),
            Value::from(vec![-1; 50_000]),
        ),
    ] {
        let answer =
            account.post("/event-schemas/validate", json!({"topic": "t", "schema": schema, "payload": payload}));
        assert!(answer.ok(200)["errors"].as_array().unwrap().len() <= 100);
    }
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
}
