//! Words of faults, refusals, numbers, and what is known of a check beforehand.

use super::*;

fn check(schema: &str, payload: &str) -> Vec<String> {
    let faults = Schema::compile(schema).expect(schema).check(payload).expect(payload);
    faults.into_iter().map(|fault| format!("{} {}", fault.path, fault.message)).collect()
}

#[test]
fn faults_are_worded() {
    let nested = r#"{"properties":{"customer":{"required":["email"]}}}"#;
    for (schema, payload, faults) in [
        (r#"{"required":["order_id"]}"#, "{}", &["#/order_id Required property order_id is missing"][..]),
        (nested, r#"{"customer":{}}"#, &["#/customer/email Required property email is missing"]),
        (r#"{"properties":{"a":{"type":"string"}}}"#, r#"{"a":1}"#, &["#/a Expected string but got integer"]),
        (r#"{"properties":{"a":{"type":"integer"}}}"#, r#"{"a":1.5}"#, &["#/a Expected integer but got number"]),
        (
            r#"{"properties":{"amount":{"type":["number","null"]}}}"#,
            r#"{"amount":"x"}"#,
            &["#/amount Expected number or null but got string"],
        ),
        (
            r#"{"properties":{"a":{}},"additionalProperties":false}"#,
            r#"{"a":1,"foo":1,"b/c":2}"#,
            &["#/foo Property foo is not allowed", "#/b~1c Property b/c is not allowed"],
        ),
        (r#"{"properties":{"c":{"enum":["a"]}}}"#, r#"{"c":"b"}"#, &["#/c Value is not one of the allowed values"]),
        (r#"{"properties":{"c":{"const":1}}}"#, r#"{"c":2}"#, &["#/c Value is not one of the allowed values"]),
        (r#"{"properties":{"a":{"minimum":0}}}"#, r#"{"a":-1}"#, &["#/a Expected a value >= 0"]),
        (r#"{"properties":{"a":{"exclusiveMaximum":9}}}"#, r#"{"a":9}"#, &["#/a Expected a value < 9"]),
        (r#"{"properties":{"a":{"minLength":3}}}"#, r#"{"a":"ab"}"#, &["#/a Expected at least 3 characters"]),
        (r#"{"properties":{"a":{"pattern":"^[A-Z]+$"}}}"#, r#"{"a":"ab"}"#, &["#/a Does not match pattern ^[A-Z]+$"]),
        (r#"{"properties":{"a":{"format":"email"}}}"#, r#"{"a":"ab"}"#, &["#/a Is not a valid email"]),
        (r#"{"properties":{"a":{"format":"duration"}}}"#, r#"{"a":"ab"}"#, &[]),
        (r#"{"properties":{"a":{"format":"special"}}}"#, r#"{"a":"ab"}"#, &[]),
        (
            r#"{"properties":{"items":{"items":{"required":["sku"]}}}}"#,
            r#"{"items":[{}]}"#,
            &["#/items/0/sku Required property sku is missing"],
        ),
        (
            r#"{"type":"object","required":["b","a"],"properties":{"z":{"type":"string"},"y":{"type":"null"}}}"#,
            r#"{"y":1,"z":2}"#,
            &[
                "#/b Required property b is missing",
                "#/a Required property a is missing",
                "#/z Expected string but got integer",
                "#/y Expected null but got integer",
            ],
        ),
        (
            r#"{"properties":{"a":{"additionalProperties":false}}}"#,
            r#"{"a":{"x":1,"y":2}}"#,
            &["#/a/x Property x is not allowed", "#/a/y Property y is not allowed"],
        ),
        (r#"{"properties":{"a":{"format":"uuid"}}}"#, r#"{"a":"0199b5a0"}"#, &["#/a Is not a valid uuid"]),
        (r#"{"format":"uuid"}"#, r#""0199B5A0-1111-7000-8000-00000000000f""#, &[]),
        ("true", "{}", &[]),
        ("false", "{}", &["# Value is not allowed"]),
        (r#"{"propertyNames":{"maxLength":1}}"#, r#"{"ab":1}"#, &["# Property name ab is not allowed"]),
        // Draft 7 unless said otherwise: items as a tuple.
        (
            r#"{"properties":{"a":{"items":[{"type":"string"}]}}}"#,
            r#"{"a":[1,2]}"#,
            &["#/a/0 Expected string but got integer"],
        ),
        (
            r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"a":{"prefixItems":[{"type":"string"}]}}}"#,
            r#"{"a":[1,2]}"#,
            &["#/a/0 Expected string but got integer"],
        ),
    ] {
        assert_eq!(check(schema, payload), faults, "{schema}");
    }
}

#[test]
fn schemas_that_cannot_work_are_refused() {
    let large = format!(r#"{{"title":"{}"}}"#, "x".repeat(MAX_BYTES));
    for (text, start) in [
        ("5", "schema must be an object or a boolean"),
        (r#"{"type":"text"}"#, "Invalid JSON Schema: "),
        (r#"{"properties":{"a":{"pattern":"(?=a)b"}}}"#, "Invalid JSON Schema: "),
        (r#"{"properties":{"a":{"pattern":"(a)\\1"}}}"#, "Invalid JSON Schema: "),
        (r#"{"properties":{"a":{"pattern":"(a{1000}){1000}"}}}"#, "Invalid JSON Schema: "),
        (r#"{"$ref":"https://example.org/schema.json"}"#, "Invalid JSON Schema: "),
        (r#"{"$ref":"file:///etc/passwd"}"#, "Invalid JSON Schema: "),
        (r#"{"$schema":"https://example.org/draft"}"#, "Invalid JSON Schema: "),
        (&large, "schema must have at most 65536 bytes"),
    ] {
        let error = Schema::compile(text).map(|_| ()).expect_err(text);
        assert!(error.message().starts_with(start), "{text}: {}", error.message());
        assert_eq!((error.kind(), error.details()[0].0.as_str()), (Kind::Invalid, "schema"));
    }
    let own = r##"{"$ref":"#/definitions/a","definitions":{"a":{"type":"object"}}}"##;
    assert_eq!(check(own, "{}"), Vec::<String>::new());
}

#[test]
fn numbers_are_compared_exactly() {
    let schema = r#"{"properties":{"n":{"maximum":12345678901234567890123}}}"#;
    assert_eq!(check(schema, r#"{"n":12345678901234567890124}"#).len(), 1);
    assert_eq!(check(schema, r#"{"n":12345678901234567890123}"#).len(), 0);
    assert_eq!(check(r#"{"properties":{"n":{"const":0.1}}}"#, r#"{"n":0.10}"#).len(), 0);
}

#[test]
fn a_flood_of_faults_is_cut() {
    let payload = format!("{{\"a\":[{}]}}", vec!["1"; 500].join(","));
    assert_eq!(check(r#"{"properties":{"a":{"items":{"type":"string"}}}}"#, &payload).len(), MAX_FAULTS);
}

#[test]
fn payloads_are_measured() {
    for (text, values, depth) in [
        ("1", 1, 0),
        ("{}", 1, 1),
        (r#"{"a":[1,{"b":null}],"c":"[["}"#, 6, 3),
        (r#"["\"[[","\\",[[]]]"#, 5, 3),
        (r#"{"}":{"}":{"}":1}}}"#, 4, 3),
    ] {
        let value = serde_json::from_str(text).expect(text);
        assert_eq!((extent(&value), nesting(text)), ((values, depth), depth), "{text}");
    }
}

#[test]
fn long_work_is_known_beforehand() {
    let tree = r##"{"anyOf":[{"properties":{"a":{"$ref":"#"}}},{"properties":{"a":{"$ref":"#"}}}],"properties":{"x":{"type":"null"}}}"##;
    let schema = Schema::compile(tree).expect("compiles");
    let nested = |depth: usize| format!("{}{{\"x\":1}}{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    assert!(schema.is_quick(&nested(5)) && !schema.is_quick(&nested(60)));
    let whole = vec![Fault { message: "Value is not valid".to_owned(), path: "#".to_owned() }];
    assert_eq!(schema.check(&nested(60)).expect("in no time"), whole);
    assert_eq!(schema.check(&nested(2)).expect("checked")[0].message, "Is not of any of the allowed forms");
    let wide = Schema::compile(r#"{"items":{"type":"string","minLength":1,"maxLength":9,"enum":["a"]}}"#);
    let wide = wide.expect("compiles");
    let list = |n: usize| format!("[{}]", vec!["1"; n].join(","));
    assert!(wide.is_quick(&list(1000)) && !wide.is_quick(&list(130_000)));
    assert_eq!(wide.check(&list(1000)).expect("checked").len(), MAX_FAULTS);
}

#[test]
fn what_multiplies_is_no_schema() {
    let error = Schema::compile(r##"{"allOf":[{"$ref":"#"}]}"##).expect_err("refused");
    assert_eq!(error.message(), "Invalid JSON Schema: a reference leads back to itself");
}
