//! The vectors of body normalisation, control keys and payload hashes.

use super::*;

const NOW: Timestamp = Timestamp::from_secs(1_768_473_000);

fn read(body: &str, header: Option<&str>) -> Result<Draft<'static>> {
    let Json::Object(members) = Json::parse(body).expect(body).into_owned() else { panic!("{body}") };
    Draft::read(members, header, NOW)
}

#[test]
fn bodies_are_normalised() {
    for (body, nested, payload) in [
        (r#"{"topic":"t","order_id":"12345"}"#, false, r#"{"order_id":"12345"}"#),
        (r#"{"topic":"t","payload":{"order_id":"12345"}}"#, true, r#"{"order_id":"12345"}"#),
        (
            r#"{"topic":"t","payload":{"a":1},"idempotency_key":"k","deliver_at":"2026-01-15T10:30:00Z"}"#,
            true,
            r#"{"a":1}"#,
        ),
        (r#"{"topic":"t","payload":{"a":1},"source":"x"}"#, false, r#"{"payload":{"a":1},"source":"x"}"#),
        (r#"{"topic":"t","payload":5}"#, false, r#"{"payload":5}"#),
        (r#"{"topic":"t","payload":[1]}"#, false, r#"{"payload":[1]}"#),
        (r#"{"topic":"t","payload":null}"#, false, r#"{"payload":null}"#),
        (r#"{"topic":"t","data":1}"#, false, r#"{"data":1}"#),
        ("{}", false, "{}"),
        (r#"{"payload":{}}"#, true, "{}"),
        (r#"{"payload":{"topic":"in","payload":{}}}"#, true, r#"{"topic":"in","payload":{}}"#),
        (r#"{"occurred_at":"then"}"#, false, r#"{"occurred_at":"then"}"#),
    ] {
        let draft = read(body, None).expect(body);
        assert_eq!((draft.nested, draft.payload.to_text().as_str()), (nested, payload), "{body}");
    }
}

#[test]
fn control_keys_are_read() {
    let long = "é".repeat(255);
    for (body, header, topic, key) in [
        ("{}".to_owned(), None, None, None),
        (r#"{"topic":"a.b","idempotency_key":"k"}"#.to_owned(), None, Some("a.b"), Some("k")),
        (r#"{"topic":null,"idempotency_key":null}"#.to_owned(), None, None, None),
        (r#"{"topic":"","idempotency_key":""}"#.to_owned(), Some(""), None, None),
        (r#"{"idempotency_key":"k"}"#.to_owned(), Some("h"), None, Some("h")),
        (r#"{"idempotency_key":"k"}"#.to_owned(), Some(""), None, Some("k")),
        (format!(r#"{{"topic":"{long}","idempotency_key":"{long}"}}"#), None, Some(&*long), Some(&*long)),
    ] {
        let draft = read(&body, header).expect(&body);
        assert_eq!((draft.topic.as_deref(), draft.idempotency_key.as_deref()), (topic, key), "{body}");
    }
}

#[test]
fn delivery_times_are_read() {
    for (value, at, waiting) in [
        ("null", None, false),
        (r#""2026-01-15T10:30:00Z""#, Some("2026-01-15T10:30:00Z"), false),
        (r#""2026-01-15T11:30:01+01:00""#, Some("2026-01-15T10:30:01Z"), true),
        (r#""2026-01-15T10:31:00""#, Some("2026-01-15T10:31:00Z"), true),
        (r#""2026-01-16""#, Some("2026-01-16T00:00:00Z"), true),
        (r#""2020-01-01""#, Some("2020-01-01T00:00:00Z"), false),
        (r#""2027-01-16T10:30:00Z""#, Some("2027-01-16T10:30:00Z"), true),
    ] {
        let draft = read(&format!(r#"{{"deliver_at":{value}}}"#), None).expect(value);
        assert_eq!(draft.deliver_at, at.and_then(Timestamp::parse), "{value}");
        assert_eq!(draft.accept(Id::floor(NOW)).waiting, waiting, "{value}");
    }
}

#[test]
fn bad_control_keys_are_refused_together() {
    let long = "x".repeat(256);
    for (body, header, messages) in [
        (r#"{"topic":5}"#.to_owned(), None, vec!["topic must be a string"]),
        (r#"{"topic":"a\nb"}"#.to_owned(), None, vec!["topic must not contain control characters"]),
        (format!(r#"{{"topic":"{long}"}}"#), None, vec!["topic must have at most 255 characters"]),
        (r#"{"idempotency_key":{}}"#.to_owned(), None, vec!["idempotency_key must be a string"]),
        ("{}".to_owned(), Some(&*long), vec!["idempotency_key must have at most 255 characters"]),
        (r#"{"deliver_at":""}"#.to_owned(), None, vec!["deliver_at must be an ISO 8601 timestamp"]),
        (r#"{"deliver_at":1768473000}"#.to_owned(), None, vec!["deliver_at must be an ISO 8601 timestamp"]),
        (r#"{"deliver_at":"2027-01-16T10:30:01Z"}"#.to_owned(), None, vec!["deliver_at must be within 366 days"]),
        (
            r#"{"deliver_at":"soon","idempotency_key":1,"topic":[]}"#.to_owned(),
            None,
            vec![
                "topic must be a string",
                "idempotency_key must be a string",
                "deliver_at must be an ISO 8601 timestamp",
            ],
        ),
    ] {
        let error = read(&body, header).expect_err(&body);
        let details: Vec<&str> = error.details().iter().flat_map(|(_, m)| m.iter().map(String::as_str)).collect();
        assert_eq!((error.message(), &details), (messages[0], &messages), "{body}");
    }
}

#[test]
fn hashes_cover_the_canonical_payload() {
    for (payload, hash) in [
        ("{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
        (r#"{"order_id":"12345","amount":99.99}"#, "d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9"),
        (r#"{"amount":99.99,"order_id":"12345"}"#, "d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9"),
        (r#"{"message":"Hello"}"#, "bd0d627406ce45439ab17b9e26ed56de666517e00705d4ea85754ef624be28e4"),
        (r#"{"data":1}"#, "5e0555215395381d3c3f0eec84352b7b860ad92d2a58ab9afa369ffc1cf7c565"),
        (
            r#"{"b":{"y":2,"x":[3,{"k":null,"a":true}]},"a":"é✓"}"#,
            "738103f02da8ce84e2cb2477243e78205aa47413dfbddf8746346f49ca461de3",
        ),
        (
            r#"{"t":"line1\nline2\t\"q\" \\ \/ \u0001"}"#,
            "b28a4e6b0b005d35712fe9e432bc790593e03f401204c6e7838847b5189de0f6",
        ),
        (
            r#"{"n":12345678901234567890123,"big":9007199254740993,"neg":-0.5,"i":100}"#,
            "5e4477908cd0001decdf7c3d6bd055559965aebf638cd6d020f12b73c00d9cb7",
        ),
        (
            r#"{"Z":1,"a":2,"_":3,"é":4,"10":5,"9":6}"#,
            "a0cfdb699643b4417c555895f4754bb0ec3130efc89c6a57e4ce942529a97010",
        ),
    ] {
        let event = read(payload, None).expect(payload).accept(Id::floor(NOW));
        assert_eq!(event.hash.to_string(), format!("sha256:{hash}"), "{payload}");
    }
}

#[test]
fn accepted_payloads_keep_numbers_and_order() {
    let event = read(r#"{ "z" : 1.10, "a" : 12345678901234567890123, "topic" : "t" }"#, None).expect("reads");
    let event = event.accept(Id::floor(NOW));
    assert_eq!(event.payload, r#"{"z":1.10,"a":12345678901234567890123}"#);
    assert_eq!((event.topic.as_deref(), event.occurred_at()), (Some("t"), NOW));
}

#[test]
fn keys_are_free_after_seven_days() {
    let event = read(r#"{"idempotency_key":"k"}"#, None).expect("reads").accept(Id::floor(NOW));
    let week = 7 * 24 * 3600 * 1_000_000;
    assert!(event.holds_key(NOW.plus_micros(week - 1)));
    assert!(!event.holds_key(NOW.plus_micros(week)));
}

#[test]
fn repeats_are_compared_by_topic_and_payload() {
    let event = |body: &str| read(body, None).expect(body).accept(Id::floor(NOW));
    let first = event(r#"{"topic":"t","a":1,"b":2}"#);
    assert!(first.same_content(&event(r#"{"b":2,"a":1,"topic":"t","deliver_at":"2026-02-01"}"#)));
    assert!(!first.same_content(&event(r#"{"topic":"u","a":1,"b":2}"#)));
    assert!(!first.same_content(&event(r#"{"topic":"t","a":1,"b":3}"#)));
}
