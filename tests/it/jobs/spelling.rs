//! Each client's own spelling of a job, and the events that come of it.

use super::{job, runs, topics};
use crate::support::{Daemon, Receiver};
use serde_json::{Value, json};

#[test]
fn every_client_gets_the_job_it_meant() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    for (body, schedule, topics) in [
        (
            json!({"name": "Daily Report", "schedule_type": "daily", "schedule_hour": 0, "action_type": "emit_event",
                   "action_config": {"topic": "report.daily", "payload": {}}}),
            ["daily", "0 0 * * *", "UTC"],
            json!(["report.daily"]),
        ),
        (
            json!({"name": "w", "schedule_type": "weekly", "schedule_config": {"day_of_week": 1, "hour": 9, "minute": 0}}),
            ["weekly", "0 9 * * 1", "UTC"],
            json!(["job.w"]),
        ),
        (
            json!({"name": "daily-report", "queue": "default", "cron_expression": "0 9 * * *", "payload": {"type": "daily"}}),
            ["cron", "0 9 * * *", "UTC"],
            json!(["job.daily-report"]),
        ),
        (json!({"name": "n", "queue": "q", "cron": "@hourly"}), ["cron", "@hourly", "UTC"], json!(["job.n"])),
        (
            json!({"name": "r", "schedule": "0 9 * * *", "topic": "report.generate", "payload": {}, "timezone": "America/New_York"}),
            ["cron", "0 9 * * *", "America/New_York"],
            json!(["report.generate"]),
        ),
        (
            json!({"name": "d", "queue": "x", "cron_expression": "0 9 * * *", "topics": ["a", "b"], "webhook_id": hook}),
            ["cron", "0 9 * * *", "UTC"],
            json!(["a", "b"]),
        ),
    ] {
        let made = account.post("/jobs", body.clone()).ok(201);
        let shown = [&made["schedule_type"], &made["cron_expression"], &made["timezone"]];
        assert_eq!((shown, &made["topics"]), (schedule.map(Value::from).each_ref(), &topics), "{body}");
        assert_eq!(made["action_type"], "emit_event");
        let path = format!("/jobs/{}", made["id"].as_str().unwrap());
        let expected: Value =
            [("recent_runs".to_owned(), json!([]))].into_iter().chain(made.as_object().unwrap().clone()).collect();
        assert_eq!(account.get(&path).ok(200), expected);
    }
    assert_eq!(account.get("/jobs?limit=2").ok(200)["jobs"].as_array().map(Vec::len), Some(2));
}

#[test]
fn zero_values_change_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let path =
        job(&account, json!({"name": "n", "queue": "q", "cron": "0 9 * * *", "topics": ["a"], "payload": {"x": 1}}));
    let before = account.get(&path).ok(200);
    let zeros = json!({"name": "", "queue": "", "cron_expression": "", "topics": null, "webhook_id": "", "payload": null,
                       "url": "", "schedule_config": null, "status": "", "timezone": ""});
    account.patch(&path, zeros).ok(200);
    assert_eq!(account.get(&path).ok(200), before);
    // As clients without PATCH send it.
    let put = account.call("POST", &path).header("X-HTTP-Method-Override", "PATCH").json(json!({"name": "m"}));
    assert_eq!(put.send().ok(200)["name"], "m");
}

#[test]
fn events_of_a_run_go_to_their_webhooks() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/a"), json!({"topics": ["a"]}));
    let only = account.webhook_id(&receiver.url("/only"), json!({"topics": ["never"], "filters": ["n > 1"]}));
    let both =
        job(&account, json!({"name": "n", "topics": ["a", "b"], "payload": {"id": "{{job_id}}", "topic": "data"}}));
    let one = job(&account, json!({"name": "n", "topic": "a", "payload": {"n": 2}, "webhook_id": only}));
    let held_back = job(&account, json!({"name": "n", "topic": "a", "payload": {"n": 1}, "webhook_id": only}));
    for path in [&both, &one, &held_back] {
        account.post(&format!("{path}/run"), json!({})).ok(200);
    }
    let hits = receiver.wait_for("/a", 1);
    let body = hits[0].json();
    assert_eq!((&body["topic"], &body["id"]), (&json!("a"), &json!(both.strip_prefix("/jobs/").unwrap())));
    assert_eq!(receiver.wait_for("/only", 1)[0].json()["n"], 2);
    assert_eq!(topics(&account), ["a", "b", "a", "a"].map(Value::from));
    let event = runs(&account, &both)[0]["result"]["event_id"].as_str().unwrap().to_owned();
    account.settled(&event);
    assert_eq!(account.get("/deliveries").ok(200)["deliveries"].as_array().map(Vec::len), Some(2));
}
