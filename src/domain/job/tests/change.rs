//! What a change leaves and what it replaces, and the times that follow from it.

use super::*;

#[test]
fn changes_touch_what_they_name() {
    let weekly = r#""schedule_type":"weekly","day_of_week":3,"hour":9,"minute":30,"timezone":"Europe/Madrid""#;
    let post = r#""url":"https://example.com/a","method":"PUT","headers":{"X-A":"1"},"payload":{"a":1}"#;
    for (before, patch, changed, schedule, action) in [
        (
            r#""schedule_type":"daily","topic":"t""#,
            r#"{"name":"Updated Report","schedule_hour":6}"#,
            "name schedule_config",
            r#"daily {"hour":6,"minute":0} 0 6 * * *"#,
            r#"{"topic":"t","payload":{}}"#,
        ),
        (
            weekly,
            r#"{"name":"","hour":null,"cron":"","url":"","topic":"","topics":null}"#,
            "",
            r#"weekly {"day_of_week":3,"hour":9,"minute":30,"timezone":"Europe/Madrid"} 30 9 * * 3"#,
            r#"{"topic":"job.daily-digest","payload":{}}"#,
        ),
        (
            weekly,
            r#"{"schedule_config":{"hour":8}}"#,
            "schedule_config",
            r#"weekly {"day_of_week":1,"hour":8,"minute":0} 0 8 * * 1"#,
            r#"{"topic":"job.daily-digest","payload":{}}"#,
        ),
        (
            weekly,
            r#"{"schedule_type":"monthly"}"#,
            "schedule_config schedule_type",
            r#"monthly {"day_of_month":1,"hour":9,"minute":30,"timezone":"Europe/Madrid"} 30 9 1 * *"#,
            r#"{"topic":"job.daily-digest","payload":{}}"#,
        ),
        (
            weekly,
            r#"{"name":"n","cron":"*/5 * * * *"}"#,
            "name schedule_config schedule_type",
            r#"cron {"expr":"*/5 * * * *","timezone":"Europe/Madrid"} */5 * * * *"#,
            r#"{"topic":"job.daily-digest","payload":{}}"#,
        ),
        (
            r#""cron":"*/5 * * * *","topic":"t""#,
            r#"{"schedule_type":"cron","hour":99,"timezone":"utc","payload":{"x":1},"queue":"q"}"#,
            "queue action_config",
            r#"cron {"expr":"*/5 * * * *"} */5 * * * *"#,
            r#"{"topic":"t","payload":{"x":1}}"#,
        ),
        (
            r#""cron":"*/5 * * * *","topic":"t""#,
            r#"{"schedule_type":"daily","topics":["a","b"]}"#,
            "schedule_config schedule_type action_config",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"topics":["a","b"],"payload":{}}"#,
        ),
        (
            r#""topic":"t","payload":{"a":1}"#,
            r#"{"action_config":{"payload":{"b":2}}}"#,
            "action_config",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"payload":{"b":2}}"#,
        ),
        (
            post,
            r#"{"payload":[2],"headers":{}}"#,
            "action_config",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"url":"https://example.com/a","method":"PUT","headers":{},"payload":[2]}"#,
        ),
        (
            post,
            r#"{"action_config":{"url":"https://example.com/b"}}"#,
            "action_config",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"url":"https://example.com/b","method":"POST","headers":{},"payload":{}}"#,
        ),
        (
            r#""topic":"t","payload":{"a":1}"#,
            r#"{"url":"https://example.com/b"}"#,
            "action_config action_type",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"url":"https://example.com/b","method":"POST","headers":{},"payload":{}}"#,
        ),
        (
            post,
            r#"{"action_type":"emit_event","topic":"t","active":false}"#,
            "action_config action_type status",
            r#"daily {"hour":0,"minute":0} 0 0 * * *"#,
            r#"{"topic":"t","payload":{}}"#,
        ),
    ] {
        let mut job = job(before);
        let json = Json::parse(patch).expect(patch);
        let later = now().plus_micros(1);
        let changes = job.change(json.as_object().expect("object"), &UrlPolicy::default(), later);
        assert_eq!(changes.expect(patch).fields.join(" "), changed, "{patch}");
        assert_eq!((timing(&job.timing), config(&job.action)), (schedule.to_owned(), action.to_owned()), "{patch}");
        assert_eq!(job.updated_at > now(), !changed.is_empty(), "{patch}");
        assert_eq!(job.next_run_at.is_some(), job.status.is_active(), "{patch}");
    }
    let refused = |before: &str, patch: &str| {
        let json = Json::parse(patch).expect(patch);
        let error = job(before).change(json.as_object().expect("object"), &UrlPolicy::default(), now());
        error.expect_err(patch).message().to_owned()
    };
    for (before, patch, message) in [
        ("", r#"{"schedule_type":"cron"}"#, "Missing required field: cron_expression"),
        (r#""cron":"@daily""#, r#"{"schedule_config":{"timezone":"UTC"}}"#, "Missing required field: cron_expression"),
        (post, r#"{"action_config":{"method":"PUT"}}"#, "Missing required field: url"),
        ("", r#"{"action_type":"post_url"}"#, "Missing required field: url"),
        ("", r#"{"hour":"25"}"#, "hour must be between 0 and 23"),
        ("", r#"{"cron":"0 0 31 4 *"}"#, "Cron expression never fires"),
        (post, r#"{"url":"ftp://x"}"#, "URL must start with https://"),
    ] {
        assert_eq!(refused(before, patch), message, "{patch}");
    }
}

#[test]
fn secrets_belong_to_requests() {
    use crate::domain::signing::Secret;
    use crate::domain::webhook::SecretChange;
    assert_eq!(made(r#""secret":"s""#).secret, None);
    assert_eq!(made(r#""url":"https://example.com/","secret":"""#).secret, None);
    let post = r#""url":"https://example.com/","action_config":{"secret":"s"}"#;
    assert_eq!(made(post).secret, Some(Secret::new("s")));
    for (patch, secret, has) in [
        (r#"{"name":"x"}"#, None, true),
        (r#"{"action_config":{"url":"https://example.com/b"}}"#, None, true),
        (r#"{"secret":"new"}"#, Some(SecretChange::Set(Secret::new("new"))), true),
        (r#"{"action_config":{"url":"https://example.com/b","secret":""}}"#, Some(SecretChange::Remove), false),
        (r#"{"action_type":"emit_event","secret":"x"}"#, Some(SecretChange::Remove), false),
    ] {
        let mut job = job(post);
        assert!(job.has_secret);
        let json = Json::parse(patch).expect(patch);
        let changes = job.change(json.as_object().expect("object"), &UrlPolicy::default(), now()).expect(patch);
        assert_eq!((changes.secret, job.has_secret), (secret, has), "{patch}");
        assert_eq!(
            changes.fields.contains(&"secret"),
            patch != r#"{"name":"x"}"# && !patch.ends_with(r#"b"}}"#),
            "{patch}"
        );
    }
}

#[test]
fn times_that_were_used_up_never_come_again() {
    let at = |text: &str| Timestamp::parse(&format!("2026-01-15T{text}Z")).expect(text);
    let mut minute = job(r#""cron":"* * * * *""#);
    assert_eq!(minute.next_run_at, Some(at("10:31:00")));
    // One run stands for all that passed.
    assert_eq!(minute.slot(at("10:31:00"), at("10:31:00.5")).expect("slot"), (at("10:31:00"), Some(at("10:32:00"))));
    assert_eq!(minute.slot(at("10:31:00"), at("10:45:30")).expect("slot"), (at("10:45:00"), Some(at("10:46:00"))));
    // The clock was set back.
    minute.last_slot = Some(at("10:45:00"));
    assert_eq!(minute.next_after(at("10:00:00")).expect("next"), Some(at("10:46:00")));
    assert!(minute.deactivate(at("10:50:00")) && !minute.deactivate(at("10:51:00")));
    assert_eq!((minute.next_run_at, minute.updated_at), (None, at("10:50:00")));
    assert_eq!(minute.next_after(at("10:00:00")).expect("next"), None);
}
