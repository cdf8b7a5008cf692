//! The table of requests row by row: every spelling, every default, every refusal.

mod change;

use super::*;
use crate::base::{Json, Kind, Result};
use crate::domain::destination::UrlPolicy;

/// Thursday, 2026-01-15 10:30.
fn now() -> Timestamp {
    Timestamp::parse("2026-01-15T10:30:00Z").expect("time")
}

fn read(text: &str) -> Result<NewJob> {
    let json = Json::parse(text).expect(text);
    NewJob::read(json.as_object().expect("object"), &UrlPolicy::default(), now())
}

/// A valid request with these members beside the name.
fn with(members: &str) -> Result<NewJob> {
    let comma = if members.is_empty() { "" } else { "," };
    read(&format!(r#"{{"name":"Daily digest"{comma}{members}}}"#))
}

fn made(members: &str) -> NewJob {
    with(members).unwrap_or_else(|e| panic!("{members}: {e:?}"))
}

fn job(members: &str) -> Job {
    made(members).create(Id::floor(now())).expect("creates")
}

fn config(action: &Action) -> String {
    Json::Object(action.config().expect("config")).to_text()
}

/// Kind, stored configuration and equivalent expression of a schedule.
fn timing(timing: &Timing) -> String {
    format!("{} {} {}", timing.kind_name(), timing.config(), timing.cron())
}

#[test]
fn requests_of_all_clients_become_one_form() {
    for (body, schedule, action) in [
        (
            r#"{"name":"Daily Report","schedule_type":"daily","schedule_hour":0,"action_type":"emit_event","action_config":{"topic":"report.daily","payload":{}}}"#,
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"emit_event {"topic":"report.daily","payload":{}}"#,
        ),
        (
            r#"{"name":"w","schedule_type":"weekly","schedule_config":{"day_of_week":1,"hour":9,"minute":0},"action_type":"emit_event","action_config":{"topic":"t"}}"#,
            r#"weekly {"day_of_week":1,"hour":9,"minute":0} 0 9 * * 1"#,
            r#"emit_event {"topic":"t","payload":{}}"#,
        ),
        (
            r#"{"name":"daily-report","queue":"default","cron_expression":"0 9 * * *","payload":{"type":"daily"}}"#,
            r#"cron {"expr":"0 9 * * *"} 0 9 * * *"#,
            r#"emit_event {"topic":"job.daily-report","payload":{"type":"daily"}}"#,
        ),
        (
            r#"{"name":"n","queue":"q","cron":"0 9 * * *"}"#,
            r#"cron {"expr":"0 9 * * *"} 0 9 * * *"#,
            r#"emit_event {"topic":"job.n","payload":{"queue":"q"}}"#,
        ),
        (
            r#"{"name":"r","schedule":"0 9 * * *","topic":"report.generate","payload":{},"timezone":"America/New_York"}"#,
            r#"cron {"expr":"0 9 * * *","timezone":"America/New_York"} 0 9 * * *"#,
            r#"emit_event {"topic":"report.generate","payload":{}}"#,
        ),
        (
            r#"{"name":"d","queue":"x","cron_expression":"0 9 * * *","topics":["a","b"],"webhook_id":"0199b5a0-2222-7000-8000-000000000001"}"#,
            r#"cron {"expr":"0 9 * * *"} 0 9 * * *"#,
            r#"emit_event {"topics":["a","b"],"payload":{},"webhook_id":"0199b5a0-2222-7000-8000-000000000001"}"#,
        ),
        (
            r#"{"name":"Ping","url":"https://example.com/ping","method":"get","headers":{"X-A":1},"body":[1.10]}"#,
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"post_url {"url":"https://example.com/ping","method":"GET","headers":{"X-A":"1"},"payload":[1.10]}"#,
        ),
        (
            r#"{"name":"Bare"}"#,
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"emit_event {"topic":"job.bare","payload":{}}"#,
        ),
    ] {
        let new = read(body).unwrap_or_else(|e| panic!("{body}: {e:?}"));
        assert_eq!(timing(&new.timing), schedule, "{body}");
        assert_eq!(format!("{} {}", new.action.kind().as_str(), config(&new.action)), action, "{body}");
    }
}

#[test]
fn the_first_spelling_of_a_cron_text_wins() {
    let names = ["expr", "expression", "cron"].map(|name| (name, true)).into_iter();
    let flat = ["schedule_cron", "cron_expression", "cron", "schedule", "expression"].map(|name| (name, false));
    let names: Vec<_> = names.chain(flat).collect();
    for (i, (name, _)) in names.iter().enumerate() {
        let list = |inner: bool| {
            let given = names[i..].iter().enumerate().filter(|(_, (_, nested))| *nested == inner);
            given.map(|(n, (name, _))| format!(r#""{name}":"{} 9 * * *""#, i + n)).collect::<Vec<_>>().join(",")
        };
        let (nested, flat) = (list(true), list(false));
        let new = made(&format!(r#""schedule_config":{{{nested}}},{flat}"#));
        assert_eq!(new.timing.cron(), format!("{i} 9 * * *"), "{name}");
    }
    // What is empty or null is not there, and a schedule that is no text is not this one.
    let new = made(r#""schedule_config":{"expr":"","cron":null},"cron":"","schedule":{"x":1},"expression":" @daily ""#);
    assert_eq!(timing(&new.timing), r#"cron {"expr":"@daily"} @daily"#);
    assert_eq!(made(r#""schedule_type":"monthly","cron":"nonsense""#).timing.cron(), "0 0 1 * *");
}

#[test]
fn numbers_stand_flat_or_nested_and_have_defaults() {
    for (members, expected) in [
        ("", r#"daily {"hour":0,"minute":0} 0 0 * * *"#),
        (r#""schedule_hour":6,"schedule_minute":"05""#, r#"daily {"hour":6,"minute":5} 5 6 * * *"#),
        (r#""hour":7,"schedule_config":{"hour":8,"minute":9}"#, r#"daily {"hour":7,"minute":9} 9 7 * * *"#),
        (r#""schedule_hour":null,"hour":"","schedule_config":{"hour":8}"#, r#"daily {"hour":8,"minute":0} 0 8 * * *"#),
        (r#""schedule_type":"weekly""#, r#"weekly {"day_of_week":1,"hour":0,"minute":0} 0 0 * * 1"#),
        (
            r#""schedule_type":"weekly","schedule_day_of_week":"Sun","hour":23,"minute":59"#,
            r#"weekly {"day_of_week":0,"hour":23,"minute":59} 59 23 * * 0"#,
        ),
        (
            r#""schedule_type":"weekly","schedule_config":{"day_of_week":"saturday"}"#,
            r#"weekly {"day_of_week":6,"hour":0,"minute":0} 0 0 * * 6"#,
        ),
        (r#""schedule_type":"weekly","day_of_week":7"#, r#"weekly {"day_of_week":7,"hour":0,"minute":0} 0 0 * * 7"#),
        (r#""schedule_type":"monthly""#, r#"monthly {"day_of_month":1,"hour":0,"minute":0} 0 0 1 * *"#),
        (
            r#""schedule_type":"monthly","day_of_month":31,"timezone":"europe/madrid""#,
            r#"monthly {"day_of_month":31,"hour":0,"minute":0,"timezone":"Europe/Madrid"} 0 0 31 * *"#,
        ),
        // What the kind does not use is not looked at.
        (r#""day_of_month":0,"day_of_week":9,"timezone":"UTC""#, r#"daily {"hour":0,"minute":0} 0 0 * * *"#),
        (
            r#""schedule_config":{"timezone":"Asia/Kolkata"},"timezone":"UTC""#,
            r#"daily {"hour":0,"minute":0,"timezone":"Asia/Kolkata"} 0 0 * * *"#,
        ),
    ] {
        let new = made(members);
        assert_eq!(timing(&new.timing), expected, "{members}");
        let kept = Timing::restore(new.timing.kind_name(), &new.timing.config()).expect("restores");
        assert_eq!(kept, new.timing, "{members}");
    }
}

#[test]
fn actions_stand_flat_or_nested_and_have_defaults() {
    let hook = "0199b5a0-2222-7000-8000-000000000001";
    for (members, expected) in [
        (r#""action_type":"emit_event""#, r#"emit_event {"payload":{}}"#.to_owned()),
        (r#""action_type":"emit_event","queue":"q""#, r#"emit_event {"payload":{}}"#.to_owned()),
        (r#""queue":"q","topic":"t""#, r#"emit_event {"topic":"t","payload":{}}"#.to_owned()),
        (r#""queue":"q","topic":"","url":"""#, r#"emit_event {"topic":"job.daily-digest","payload":{"queue":"q"}}"#.to_owned()),
        (r#""topic":"t","topics":["a"],"action_config":{"topic":"n"}"#, r#"emit_event {"topic":"n","payload":{}}"#.to_owned()),
        (r#""topic":"t","topics":["a"]"#, r#"emit_event {"topic":"t","payload":{}}"#.to_owned()),
        (r#""topics":["a"]"#, r#"emit_event {"topic":"a","payload":{}}"#.to_owned()),
        (r#""topics":[]"#, r#"emit_event {"payload":{}}"#.to_owned()),
        (
            r#""payload":{"a":2},"body":{"a":4},"action_config":{"payload":{"a":1},"body":{"a":3}}"#,
            r#"emit_event {"topic":"job.daily-digest","payload":{"a":1}}"#.to_owned(),
        ),
        (r#""body":{"n":1.10}"#, r#"emit_event {"topic":"job.daily-digest","payload":{"n":1.10}}"#.to_owned()),
        (
            &format!(r#""webhook_id":"x","action_config":{{"webhook_id":"{hook}"}}"#),
            format!(r#"emit_event {{"topic":"job.daily-digest","payload":{{}},"webhook_id":"{hook}"}}"#),
        ),
        (
            r#""action_config":{"url":"https://example.com"},"url":"https://other.example","method":"PUT""#,
            r#"post_url {"url":"https://example.com/","method":"PUT","headers":{},"payload":{}}"#.to_owned(),
        ),
        (
            r#""url":"https://example.com/","payload":"text","headers":{"Content-Type":"text/plain"}"#,
            r#"post_url {"url":"https://example.com/","method":"POST","headers":{"Content-Type":"text/plain"},"payload":"text"}"#
                .to_owned(),
        ),
        (r#""url":"https://example.com/","action_type":"emit_event""#, r#"emit_event {"payload":{}}"#.to_owned()),
    ] {
        let action = made(members).action;
        assert_eq!(format!("{} {}", action.kind().as_str(), config(&action)), expected, "{members}");
        assert_eq!(Action::restore(action.kind(), &config(&action)).expect("restores"), action, "{members}");
    }
    for (name, topic) in
        [("Daily digest", "job.daily-digest"), ("--A  b__C!", "job.a-b-c"), ("Ünï 42", "job.n-42"), ("日報", "job")]
    {
        let new = read(&format!(r#"{{"name":"{name}"}}"#)).expect(name);
        assert_eq!(new.action.emit().expect("event").topics, [topic], "{name}");
    }
    let long = read(&format!(r#"{{"name":"{}"}}"#, "x".repeat(255))).expect("long");
    assert_eq!(long.action.emit().expect("event").topics[0].len(), 255);
}

#[test]
fn refusals_name_what_is_wrong() {
    let bad = |field: &str, rule: &str| (Kind::Invalid, format!("{field} {rule}"));
    let missing = |field: &str| (Kind::Malformed, format!("Missing required field: {field}"));
    let cron = |reason: &str| (Kind::Invalid, format!("Invalid cron expression: {reason}"));
    let long = format!(r#""payload":{{"a":"{}"}}"#, "x".repeat(262_140));
    for (members, expected) in [
        (r#""schedule_type":"cron""#, missing("cron_expression")),
        (r#""schedule_type":"cron","cron":" ""#, cron("expected 5 fields, got 0")),
        (r#""schedule_type":"hourly""#, bad("schedule_type", "must be one of: daily, weekly, monthly, cron")),
        (r#""schedule_type":1"#, bad("schedule_type", "must be one of: daily, weekly, monthly, cron")),
        (r#""action_type":"email""#, bad("action_type", "must be one of: emit_event, post_url")),
        (r#""hour":24"#, bad("hour", "must be between 0 and 23")),
        (r#""hour":-1"#, bad("hour", "must be between 0 and 23")),
        (r#""hour":6.5"#, bad("hour", "must be between 0 and 23")),
        (r#""hour":true"#, bad("hour", "must be between 0 and 23")),
        (r#""hour":"6h""#, bad("hour", "must be between 0 and 23")),
        (r#""hour":"+6""#, bad("hour", "must be between 0 and 23")),
        (r#""schedule_minute":60"#, bad("minute", "must be between 0 and 59")),
        (r#""minute":999999999999999999999"#, bad("minute", "must be between 0 and 59")),
        (r#""schedule_type":"weekly","day_of_week":8"#, bad("day_of_week", "must be between 0 and 7")),
        (r#""schedule_type":"weekly","day_of_week":"mond""#, bad("day_of_week", "must be between 0 and 7")),
        (r#""schedule_type":"monthly","day_of_month":0"#, bad("day_of_month", "must be between 1 and 31")),
        (r#""schedule_type":"monthly","day_of_month":"mon""#, bad("day_of_month", "must be between 1 and 31")),
        (r#""cron":"60 * * * *""#, cron("minute: 60 is not in 0-59")),
        (r#""cron":"* * * * * *""#, cron("expected 5 fields, got 6")),
        (r#""cron":5"#, bad("cron", "must be a string")),
        (r#""cron":"0 0 30 2 *""#, (Kind::Invalid, "Cron expression never fires".to_owned())),
        (r#""timezone":"Mars/Olympus""#, bad("timezone", "is not a known time zone")),
        (r#""timezone":2"#, bad("timezone", "must be a string")),
        (r#""schedule_config":[]"#, bad("schedule_config", "must be an object")),
        (r#""action_config":"x""#, bad("action_config", "must be an object")),
        (r#""action_type":"post_url""#, missing("url")),
        (r#""action_type":"post_url","url":"""#, missing("url")),
        (r#""url":"http://example.com/""#, (Kind::Invalid, "URL must start with https://".to_owned())),
        (r#""url":"https://10.0.0.1/""#, bad("url", "points to a blocked address")),
        (
            r#""url":"https://example.com/","method":"HEAD""#,
            bad("method", "must be one of: POST, PUT, PATCH, GET, DELETE"),
        ),
        (
            r#""url":"https://example.com/","headers":{"Host":"x"}"#,
            (Kind::Invalid, "header Host must not be set".to_owned()),
        ),
        (r#""url":"https://example.com/","secret":5"#, bad("secret", "must be a string")),
        (r#""payload":5"#, bad("payload", "must be an object")),
        (r#""payload":[]"#, bad("payload", "must be an object")),
        (&long, bad("payload", "must have at most 262144 bytes")),
        (r#""topic":5"#, bad("topic", "must be a string")),
        (r#""topic":"a\u0000""#, bad("topic", "must not contain control characters")),
        (r#""topics":"a""#, bad("topics", "must be an array of strings")),
        (r#""topics":["a",""]"#, bad("topics", "must be an array of strings")),
        (r#""webhook_id":"abc""#, bad("webhook_id", "does not exist")),
        (r#""webhook_id":5"#, bad("webhook_id", "must be a string")),
        (r#""queue":5"#, bad("queue", "must be a string")),
        (r#""status":"paused""#, bad("status", "must be active or inactive")),
        (r#""active":1"#, bad("active", "must be a boolean")),
    ] {
        let error = with(members).expect_err(members);
        assert_eq!((error.kind(), error.message().to_owned()), expected, "{members}");
    }
    for body in ["{}", r#"{"name":""}"#, r#"{"name":"  ","cron":"x"}"#, r#"{"name":null}"#] {
        let error = read(body).expect_err(body);
        assert_eq!((error.kind(), error.message()), (Kind::Malformed, "Missing required field: name"), "{body}");
    }
    let error = read(r#"{"name":5,"hour":24,"payload":5,"queue":1}"#).expect_err("four faults");
    let fields: Vec<_> = error.details().iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["name", "hour", "payload", "queue"]);
}
