//! `jobcelis jobs`: what is filled in and said, how a run ends, and the look ahead without a
//! server.

use super::stub::{Stub, json};
use crate::support::{Cli, Daemon};

#[test]
fn a_name_a_queue_and_a_cron_text_are_enough() {
    let stub = Stub::start();
    stub.script("/api/v1/jobs", [json(201, "{}")]);
    let line = ["jobs", "create", "--name", "Daily digest", "--queue", "q", "--cron", "0 9 * * *"];
    let output = stub.run(&line);
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "{}\n"), "{}", output.stderr);
    assert!(output.stderr.contains("topic job.daily-digest"), "{}", output.stderr);
    let sent = stub.hits("/api/v1/jobs")[0].text().to_owned();
    let expected = r#"{"name":"Daily digest","queue":"q","cron":"0 9 * * *","schedule_type":"cron","schedule_config":{"expr":"0 9 * * *"},"action_type":"emit_event","action_config":{"payload":{"queue":"q"},"topic":"job.daily-digest"}}"#;
    assert_eq!(sent, expected);
    assert_eq!(stub.run(&[&line[..], &["-q"]].concat()).stderr, "");
}

#[test]
fn a_failed_run_is_shown_and_ends_with_1() {
    let stub = Stub::start();
    for (status, code) in [("failed", 1), ("success", 0)] {
        let body = format!(r#"{{"id":"r-1","status":"{status}"}}"#);
        stub.script("/api/v1/jobs/id-1/run", [json(200, &body)]);
        let output = stub.run(&["jobs", "run", "id-1", "-o", "ndjson"]);
        assert_eq!((output.code, output.stdout.trim()), (Some(code), body.as_str()));
    }
}

#[test]
fn a_secret_is_not_shown() {
    let stub = Stub::start();
    let output = stub.run(&["jobs", "create", "--name", "n", "--url", "u", "--secret", "hush-hush", "--dry-run"]);
    assert!(output.code == Some(0) && !output.stdout.contains("hush-hush"), "{}", output.stdout);
}

#[test]
fn times_are_the_same_here_and_there() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (expression, more) in [
        ("*/15 2 * * *", &["--timezone", "America/New_York", "--from", "2026-03-07T12:00:00Z", "--count", "4"][..]),
        ("0 0 29 2 */7", &["--from", "2026-01-15"]),
        ("0 0 30 2 *", &[]),
    ] {
        let line = [&["jobs", "cron-preview", expression], more].concat();
        let here = Cli::new([&line[..], &["--local"]].concat()).run();
        let there = account.cli(&line).run();
        assert_eq!((here.code, here.stderr.as_str()), (Some(0), ""));
        assert_eq!(here.stdout, there.stdout, "{expression}: {}", there.stderr);
        let shown = here.read();
        assert_eq!(shown["expression"], expression);
    }
    let table = Cli::new(["jobs", "cron-preview", "@daily", "--from", "2026-01-15", "--count", "2", "--local"]);
    let table = Cli::env(table, "JOBCELIS_OUTPUT", "wide").env("TZ", "UTC").run();
    assert!(table.stdout.contains("2026-01-16") && table.stdout.contains("2026-01-17"), "{}", table.stdout);
}

#[test]
fn a_job_from_its_making_to_its_end() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let run = |args: &[&str]| account.cli(args).run().ok().stdout.trim().to_owned();
    let id =
        run(&["jobs", "create", "--name", "n", "--at", "06:30", "--day-of-week", "mon", "--topic", "t", "-o", "id"]);
    assert_eq!(run(&["jobs", "list", "-o", "id"]), id);
    run(&["jobs", "update", &id[..13], "--cron", "@hourly", "--payload", "{\"n\":1.10}"]);
    let made = run(&["jobs", "run", &id, "--fields", "status,trigger", "-o", "ndjson"]);
    assert_eq!(made, r#"{"status":"success","trigger":"manual"}"#);
    assert_eq!(
        run(&["events", "list", "--fields", "topic,payload", "-o", "ndjson"]),
        r#"{"topic":"t","payload":{"n":1.10}}"#
    );
    assert_eq!(run(&["jobs", "runs", &id, "-o", "ndjson"]).lines().count(), 1);
    let shown = run(&["jobs", "get", &id, "-o", "wide"]);
    assert!(shown.contains("@hourly") && shown.contains("manual"), "{shown}");
    run(&["jobs", "delete", &id]);
    assert_eq!(run(&["jobs", "list", "-o", "id"]), "");
    assert_eq!(
        run(&["jobs", "ls", "--include-inactive", "--fields", "status", "-o", "csv", "--no-headers"]),
        "inactive"
    );
}
