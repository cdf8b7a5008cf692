//! How commands end: exit codes, error texts, retries, several ids, confirmation.

use super::stub::{Stub, json};
use crate::support::{Answer, Cli};

#[test]
fn each_kind_of_failure_has_its_code() {
    for (status, code) in [
        (400, 6),
        (401, 4),
        (403, 4),
        (404, 5),
        (405, 1),
        (409, 6),
        (413, 6),
        (415, 6),
        (422, 6),
        (423, 1),
        (429, 7),
        (500, 8),
        (503, 8),
        (302, 1),
    ] {
        let stub = Stub::start();
        let body = r#"{"error":"It failed","details":{"url":["is bad"]}}"#;
        stub.script("/api/v1/project", [json(status, body)]);
        let output = stub.run(&["project", "get", "--retries", "0"]);
        assert_eq!((output.code, output.stdout.as_str()), (Some(code), ""), "{status}: {}", output.stderr);
        assert!(
            output.stderr.starts_with("error: It failed\n  url: is bad\n  request id: req-1\n"),
            "{}",
            output.stderr
        );
        let output = stub.run(&["project", "get", "--retries", "0", "-o", "json"]);
        let error: serde_json::Value = serde_json::from_str(&output.stderr).expect("one JSON object on stderr");
        let shown = (&error["error"], &error["status"], &error["exit_code"], &error["details"]["url"][0]);
        assert_eq!(shown, (&"It failed".into(), &status.into(), &code.into(), &"is bad".into()));
        assert_eq!((output.stdout.as_str(), &error["request_id"]), ("", &"req-1".into()));
    }
}

#[test]
fn without_a_server_or_a_key() {
    let output = Cli::new(["project", "get", "--base-url", "http://127.0.0.1:9"]).env("JOBCELIS_API_KEY", "k").run();
    assert_eq!(output.code, Some(8));
    assert!(output.stderr.contains("jobcelis serve"), "{}", output.stderr);
    let output = Cli::new(["project", "get", "--base-url", "http://127.0.0.1:9"]).run();
    assert_eq!(output.code, Some(4));
    assert!(output.stderr.contains("jobcelis login"), "{}", output.stderr);
    let output = Cli::new(["status", "--base-url", "not a url"]).run();
    assert_eq!(output.code, Some(2));
}

#[test]
fn a_passing_failure_is_tried_again_where_that_is_harmless() {
    let busy = || json(503, r#"{"error":"Service unavailable"}"#).header("Retry-After", "0");
    for (args, path, tries) in [
        (&["project", "get"][..], "/api/v1/project", 3),
        (&["events", "send", "t", "{}"], "/api/v1/events", 3),
        (&["events", "send", "t", "{}", "--no-idempotency"], "/api/v1/events", 1),
        (&["project", "regenerate-token"], "/api/v1/token/regenerate", 1),
        (&["status"], "/health", 1),
    ] {
        let stub = Stub::start();
        stub.script(path, [busy(), busy(), json(200, r#"{"status":"healthy"}"#)]);
        let output = stub.run(args);
        let hits = stub.hits(path);
        assert_eq!((hits.len(), output.code), (tries, Some(if tries == 3 { 0 } else { 8 })), "{args:?}");
        let keys: Vec<_> = hits.iter().map(|hit| hit.header("x-idempotency-key")).collect();
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "the key stays: {keys:?}");
    }
    let stub = Stub::start();
    let limited = json(429, r#"{"error":"Rate limit exceeded"}"#).header("Retry-After", "0");
    stub.script("/api/v1/token/regenerate", [limited, json(200, "{}")]);
    assert_eq!(stub.run(&["project", "regenerate-token"]).code, Some(0));
}

#[test]
fn of_several_ids_some_may_fail() {
    let stub = Stub::start();
    stub.script("/api/v1/webhooks/w-1", [json(200, r#"{"id":"w-1"}"#)]);
    stub.script("/api/v1/webhooks/w-2", [json(404, r#"{"error":"Webhook not found"}"#)]);
    let output = stub.run(&["webhooks", "get", "w-1", "w-2", "w-1", "-o", "id"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(9), "w-1\nw-1\n"));
    assert!(output.stderr.contains("w-2: Webhook not found"), "{}", output.stderr);
    let output = stub.run(&["webhooks", "get", "w-2", "w-2"]);
    assert_eq!(output.code, Some(5));
    let output = stub.cli(&["webhooks", "get", "-", "-o", "ndjson"]).stdin("w-1\n  w-1\n").run();
    assert_eq!(output.stdout, "{\"id\":\"w-1\"}\n{\"id\":\"w-1\"}\n");
}

#[test]
fn the_beginning_of_an_id_is_enough() {
    let (a, b) = ("0199b5a0-1111-7000-8000-000000000001", "0199b5a0-2222-7000-8000-000000000001");
    let stub = Stub::start();
    stub.script("/api/v1/webhooks", [json(200, &format!(r#"{{"webhooks":[{{"id":"{b}"}},{{"id":"{a}"}}]}}"#))]);
    for id in [a, b] {
        stub.script(&format!("/api/v1/webhooks/{id}"), [json(200, &format!(r#"{{"id":"{id}"}}"#))]);
    }
    let output = stub.run(&["webhooks", "get", "0199B5A0-1", "-o", "id"]);
    assert_eq!((output.code, output.stdout.trim()), (Some(0), a));
    let looked = &stub.hits("/api/v1/webhooks")[0].path;
    assert!(looked.contains("cursor=0199b5a0-1fff-ffff-ffff-ffffffffffff"), "{looked}");
    let output = stub.run(&["webhooks", "get", "0199b5a0"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""));
    assert!(output.stderr.contains(a) && output.stderr.contains(b), "{}", output.stderr);
}

#[test]
fn acting_on_all_needs_a_yes() {
    let stub = Stub::start();
    stub.script("/api/v1/deliveries", [json(200, r#"{"deliveries":[{"id":"d-1"},{"id":"d-2"}],"next_cursor":null}"#)]);
    stub.script("/api/v1/deliveries/d-1/retry", [json(200, r#"{"status":"retry_queued"}"#)]);
    stub.script("/api/v1/deliveries/d-2/retry", [json(422, r#"{"error":"Webhook is inactive"}"#)]);
    let output = stub.run(&["deliveries", "retry", "--status", "failed"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""));
    assert!(output.stderr.contains("Retry 2 deliveries"), "{}", output.stderr);
    assert!(stub.hits("/api/v1/deliveries/d-1/retry").is_empty());
    let output = stub.run(&["deliveries", "retry", "--status", "failed", "--yes", "-o", "ndjson"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(9), "{\"retried\":1,\"failed\":1}\n"));
}

#[test]
fn a_failed_test_call_is_shown_and_ends_with_1() {
    let stub = Stub::start();
    let refused = r#"{"success":false,"error":"Connection refused","reason":"Connection refused","webhook_id":"w-1"}"#;
    for (status, body) in [(200, r#"{"success":false,"status":500}"#), (422, refused)] {
        stub.script("/api/v1/webhooks/w-1/test", [json(status, body)]);
        let output = stub.run(&["webhooks", "test", "w-1", "-o", "ndjson"]);
        assert_eq!((output.code, output.stdout.trim()), (Some(1), body));
    }
}

#[test]
fn a_pipeline_is_judged_by_what_was_expected() {
    let stub = Stub::start();
    let filtered = r#"{"output":null,"status":"filtered","reason":"step 1: a gt 1 did not hold"}"#;
    let passed = r#"{"output":{},"status":"passed","reason":null}"#;
    for (body, expect, code) in [
        (filtered, None, 0),
        (filtered, Some("pass"), 1),
        (filtered, Some("filter"), 0),
        (passed, Some("pass"), 0),
        (passed, Some("filter"), 1),
    ] {
        stub.script("/api/v1/pipelines/p-1/test", [json(200, body)]);
        let mut line = vec!["pipelines", "test", "p-1", "--payload", "{}", "-o", "ndjson"];
        line.extend(expect.iter().flat_map(|expect| ["--expect", expect]));
        let output = stub.run(&line);
        assert_eq!((output.code, output.stdout.trim()), (Some(code), body), "{expect:?}: {}", output.stderr);
        assert_eq!(output.stderr.contains("a gt 1 did not hold"), code == 1 && body == filtered, "{}", output.stderr);
    }
    assert_eq!(stub.run(&["pipelines", "update", "p-1"]).code, Some(2));
}

#[test]
fn a_replay_is_watched_to_its_end() {
    let at = |n: u32, status: &str, error: &str| {
        json(
            200,
            &format!(r#"{{"id":"r-1","status":"{status}","processed_events":{n},"total_events":9,"error":{error}}}"#),
        )
    };
    for (end, error, code) in
        [("completed", "null", 0), ("failed", r#""Webhook is inactive""#, 1), ("cancelled", "null", 1)]
    {
        let stub = Stub::start();
        stub.script("/api/v1/replays", [json(201, r#"{"id":"r-1","status":"pending"}"#)]);
        let states = || [at(0, "pending", "null"), at(5, "running", "null"), at(9, end, error)];
        stub.script("/api/v1/replays/r-1", states());
        let output = stub.run(&["replays", "create", "--topic", "t", "--wait", "-o", "ndjson"]);
        assert_eq!(output.code, Some(code), "{}", output.stderr);
        assert!(output.stdout.contains(&format!(r#""status":"{end}","processed_events":9"#)), "{}", output.stdout);
        assert_eq!(output.stderr.contains("Webhook is inactive"), end == "failed", "{}", output.stderr);
        assert_eq!(stub.hits("/api/v1/replays/r-1").len(), 3);
        stub.script("/api/v1/replays/r-1", states());
        let watched = stub.run(&["replays", "watch", "r-1", "-o", "ndjson"]);
        assert_eq!((watched.code, watched.stdout), (Some(code), output.stdout));
    }
    let stub = Stub::start();
    assert_eq!(stub.run(&["replays", "create"]).code, Some(2), "everything has to be asked for");
    assert!(stub.hits("/api/v1/replays").is_empty());
}

#[test]
fn many_events_are_sent_again_in_parts() {
    let stub = Stub::start();
    stub.script("/api/v1/replays", [json(201, r#"{"id":"r-1"}"#)]);
    let ids: String = (0..1001).map(|n| format!("e-{n}\n")).collect();
    let output = stub.cli(&["events", "resend", "-", "-o", "id"]).stdin(&ids).run();
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "r-1\nr-1\n"), "{}", output.stderr);
    let counts: Vec<_> =
        stub.hits("/api/v1/replays").iter().map(|hit| hit.json()["event_ids"].as_array().unwrap().len()).collect();
    assert_eq!(counts, [1000, 1]);
}

#[test]
fn nothing_is_sent_on_a_dry_run_and_no_secret_is_shown() {
    let stub = Stub::start();
    let line = ["webhooks", "create", "--url", "https://x.test", "--secret", "hush-hush"];
    let output = stub.run(&[&line[..], &["--dry-run"]].concat());
    assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
    let expected = format!(
        "POST {}/api/v1/webhooks\nAccept: application/json\nAuthorization: Bearer jc_live_***\n\
         Content-Type: application/json\n\n{{\"url\":\"https://x.test\",\"secret\":\"***\"}}\n",
        stub.url()
    );
    assert_eq!(output.stdout, expected);
    let output = stub.run(&["project", "get", "--curl"]);
    assert!(output.stdout.contains("\"Authorization: Bearer $JOBCELIS_API_KEY\""), "{}", output.stdout);
    assert!(stub.hits("/api/v1/webhooks").is_empty() && stub.hits("/api/v1/project").is_empty());
    stub.script("/api/v1/webhooks", [json(201, r#"{"secret":"whsec_abcdefghij"}"#)]);
    let output = stub.run(&[&line[..], &["-vvv"]].concat());
    for secret in ["jc_live_test", "hush-hush", "whsec_abcdefghij"] {
        assert!(!output.stderr.contains(secret), "{}", output.stderr);
    }
    assert!(output.stdout.contains("whsec_abcdefghij"), "the result itself is not masked");
}

#[test]
fn an_answer_that_is_no_json_is_no_result() {
    let stub = Stub::start();
    stub.script("/api/v1/events", [Answer::status(200).body("<html>login</html>")]);
    assert_eq!(stub.run(&["events", "list"]).code, Some(8));
}
