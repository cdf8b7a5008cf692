//! Purging from the command line: a look before the deed, and a question where someone can answer.

use super::stub::{Stub, json};
use crate::support::Output;

const PREVIEW: &str = "/api/v1/purge/preview";
const PURGE: &str = "/api/v1/purge";

fn stub(count: u32) -> Stub {
    let stub = Stub::start();
    let seen = format!(
        r#"{{"type":"deliveries","count":{count},"older_than":"2025-01-01","cutoff":"2025-01-01T00:00:00.000000Z",
            "cascade":{{"dead_letters_detached":3}}}}"#
    );
    stub.script(PREVIEW, [json(200, &seen)]);
    let done = format!(r#"{{"type":"deliveries","deleted_count":{count},"older_than":"2025-01-01"}}"#);
    stub.script(PURGE, [json(200, &done)]);
    stub
}

fn run(stub: &Stub, more: &[&str]) -> Output {
    stub.run(&[&["purge", "--type", "deliveries", "--older-than", "2025-01-01"], more].concat())
}

#[test]
fn nothing_goes_without_a_yes() {
    let stub = stub(1247);
    let output = run(&stub, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""), "{}", output.stderr);
    for said in ["1,247 deliveries from before 2025-01-01T00:00:00.000000Z", "dead letters detached: 3", "--yes"] {
        assert!(output.stderr.contains(said), "{said}: {}", output.stderr);
    }
    assert_eq!((stub.hits(PREVIEW).len(), stub.hits(PURGE).len()), (1, 0));
    let output = run(&stub, &["--yes"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(output.stdout.contains(r#""deleted_count": 1247"#), "{}", output.stdout);
    assert_eq!((stub.hits(PREVIEW).len(), stub.hits(PURGE).len()), (2, 1));
    let [looked, done] = [PREVIEW, PURGE].map(|path| stub.hits(path).pop().unwrap().body);
    assert_eq!(looked, done, "both mean the same rows");
    let output =
        stub.run(&["purge", "execute", "--type", "deliveries", "--older-than", "90d", "--status", "failed", "-y"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let body = String::from_utf8(stub.hits(PURGE).pop().unwrap().body).unwrap();
    let body: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!((body["older_than"].as_str().map(str::len), &body["status"]), (Some(10), &serde_json::json!("failed")));
}

#[test]
fn more_or_fewer_than_thought_stay() {
    let stub = stub(1247);
    for more in [["--yes", "--max", "1246"], ["--yes", "--expect-count", "1248"]] {
        let output = run(&stub, &more);
        assert_eq!(output.code, Some(1), "{}", output.stderr);
        assert!(output.stderr.contains("nothing was removed"), "{}", output.stderr);
    }
    assert_eq!(stub.hits(PURGE).len(), 0);
    for more in [["--yes", "--max", "1247"], ["--yes", "--expect-count", "1247"]] {
        assert_eq!(run(&stub, &more).code, Some(0));
    }
}

#[test]
fn nothing_is_nothing_to_ask_about() {
    let stub = stub(0);
    let output = run(&stub, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), ""), "{}", output.stderr);
    assert!(output.stderr.contains("Nothing to purge."), "{}", output.stderr);
    assert_eq!(stub.hits(PURGE).len(), 0);
    let output = run(&stub, &["--dry-run"]);
    assert_eq!(output.code, Some(0));
    assert!(output.stdout.contains("POST") && output.stdout.contains("/purge/preview"), "{}", output.stdout);
}

#[test]
fn charts_are_for_people() {
    let stub = Stub::start();
    let path = "/api/v1/analytics/deliveries-per-day";
    let body = r#"{"data":[{"date":"2026-03-01","count":4,"total":4,"success":2,"failed":1},
                   {"date":"2026-03-02","count":0,"total":0,"success":0,"failed":0}]}"#;
    stub.script(path, [json(200, body)]);
    let chart = |format: &str| {
        let cli = stub.cli(&["analytics", "deliveries", "--chart", "-o", format]).env("COLUMNS", "34");
        cli.run().stdout
    };
    assert_eq!(chart("table"), format!("2026-03-01  {} 4\n2026-03-02  0\n", bar(19)));
    assert!(chart("json").starts_with("{\n  \"data\": ["));
    assert!(stub.hits(&format!("{path}?fill=zero")).len() + stub.hits(path).len() >= 2);
}

#[test]
fn a_policy_is_a_table_for_people() {
    let stub = Stub::start();
    let body = r#"{"retention_days":null,"retention_policy":{"events_days":7},
                   "effective":{"events_days":7,"audit_logs_days":0},"next_run_at":"2026-03-08T03:00:00Z"}"#;
    stub.script("/api/v1/retention", [json(200, body)]);
    let output = stub.run(&["retention", "get", "-o", "table", "--no-headers"]);
    for words in [["events", "7", "7"], ["audit logs", "-", "for ever"]] {
        let line = output.stdout.lines().find(|line| line.contains(words[0])).unwrap_or_default();
        assert!(words.iter().all(|word| line.contains(word)), "{}", output.stdout);
    }
    assert!(output.stderr.contains("2026-03-08T03:00:00Z"), "{}", output.stderr);
}

/// Two quarters, one quarter and one quarter of a width, rounded up at each end.
fn bar(width: usize) -> String {
    let end = |part: usize| (part * width).div_ceil(4);
    let ends = [0, end(2), end(3), end(4)];
    ['█', '▒', '░'].into_iter().zip(ends.windows(2)).map(|(c, w)| c.to_string().repeat(w[1] - w[0])).collect()
}
