//! Schemas from the command line: what a verdict does to the exit code, and drafts from events.

use super::stub::{Stub, json};
use crate::support::{Account, Cli, Daemon, Output};
use serde_json::{Value, json};

const VALIDATE: &str = "/api/v1/event-schemas/validate";

#[test]
fn a_verdict_is_shown_and_told_by_the_exit_code() {
    let good = r#"{"valid":true,"errors":[],"schema_id":"s-1","version":1}"#;
    let bad = r##"{"valid":false,"errors":[{"message":"Required property a is missing","path":"#/a"}],"schema_id":"s-1","version":1}"##;
    let line = ["schemas", "validate", "--topic", "t", "--payload", "{}"];
    for (answer, code, table, note) in [(good, 0, "", "No faults.\n"), (bad, 1, "#/a", "")] {
        let stub = Stub::start();
        stub.script(VALIDATE, [json(200, answer)]);
        let output = stub.run(&[&line[..], &["-o", "ndjson"]].concat());
        assert_eq!((output.code, output.stdout.trim(), output.stderr.as_str()), (Some(code), answer, ""));
        let output = stub.run(&[&line[..], &["-o", "table"]].concat());
        assert_eq!((output.code, output.stderr.as_str()), (Some(code), note));
        assert!(output.stdout.contains(table), "{}", output.stdout);
    }
    let stub = Stub::start();
    stub.script(VALIDATE, [json(422, r#"{"error":"Invalid JSON Schema: no"}"#)]);
    let output = stub.run(&line);
    assert_eq!((output.code, output.stdout.as_str()), (Some(6), ""));
    assert!(output.stderr.contains("Invalid JSON Schema: no"), "{}", output.stderr);
    // Harmless to ask twice.
    let stub = Stub::start();
    stub.script(VALIDATE, [json(503, "{}").header("Retry-After", "0"), json(200, good)]);
    assert_eq!((stub.run(&line).code, stub.hits(VALIDATE).len()), (Some(0), 2));
}

#[test]
fn a_local_verdict_needs_no_server() {
    let local = |schema: &str, payload: &str| {
        let line = ["schemas", "validate", "--schema", schema, "--payload", payload, "--local", "-o", "ndjson"];
        Cli::new(line).env("JOBCELIS_BASE_URL", "http://127.0.0.1:9").run()
    };
    let good = local(r#"{"required":["a"]}"#, r#"{"a":1}"#);
    assert_eq!(good.code, Some(0), "{}", good.stderr);
    assert_eq!(good.stdout, "{\"valid\":true,\"errors\":[],\"schema_id\":null,\"version\":null}\n");
    let bad = local(r#"{"properties":{"a":{"maximum":1.10}}}"#, r#"{"a":1.11}"#);
    assert_eq!(bad.code, Some(1));
    assert!(bad.stdout.contains(r##"[{"message":"Expected a value <= 1.10","path":"#/a"}]"##), "{}", bad.stdout);
    let wrong = local(r#"{"type":"text"}"#, "{}");
    assert_eq!((wrong.code, wrong.stdout.as_str()), (Some(2), ""));
    assert!(wrong.stderr.contains("Invalid JSON Schema: "), "{}", wrong.stderr);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.json");
    std::fs::write(&file, r#"{"type":"object"}"#).unwrap();
    let line = ["schemas", "validate", "--schema", &format!("@{}", file.display()), "--payload", "-", "--local"];
    assert_eq!(Cli::new(line).stdin("[]").run().code, Some(1));
}

fn run(account: &Account, args: &[&str], stdin: &str) -> Output {
    account.cli(args).stdin(stdin).run()
}

#[test]
fn a_draft_is_made_from_events_and_put_to_use() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let nothing = run(&account, &["schemas", "infer", "--topic", "order"], "");
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(1), ""));
    for n in 0..5 {
        account.event("order", json!({"id": format!("o-{n}"), "amount": 10 * n, "vip": n % 2 == 0}));
    }
    account.event("order", json!({"id": "o-5", "amount": 1.5}));
    account.event("other", json!({"x": 1}));
    let draft = run(&account, &["schemas", "infer", "--topic", "order"], "").ok();
    let expected = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "required": ["id", "amount"],
        "properties": {"id": {"type": "string"}, "amount": {"type": "number"}, "vip": {"type": "boolean"}},
    });
    assert_eq!(draft.read(), expected);
    let newest = run(&account, &["schemas", "infer", "--topic", "order", "--sample", "1"], "");
    assert!(!newest.stdout.contains("vip"), "{}", newest.stdout);
    let created = run(&account, &["schemas", "create", "--topic", "order", "--schema", "-", "-o", "id"], &draft.stdout);
    assert_eq!(created.code, Some(0), "{}", created.stderr);
    let id = created.stdout.trim();
    account.post("/events", json!({"topic": "order", "payload": {"id": 5}})).fails(422, "Schema validation failed");
    let tried = run(&account, &["schemas", "validate", "--topic", "order", "--payload", "{\"id\":5}"], "");
    assert_eq!(tried.code, Some(1), "{}", tried.stderr);
    // The beginning of an id is enough.
    let shown = run(&account, &["schemas", "get", &id[..13], "-o", "ndjson"], "");
    assert!(shown.stdout.contains(id), "{} {}", shown.stdout, shown.stderr);
    assert_eq!(run(&account, &["schemas", "delete", id], "").stdout, "{\n  \"ok\": true\n}\n");
    let list = run(&account, &["schemas", "list", "--include-inactive", "-o", "csv"], "");
    assert!(list.stdout.contains(",order,1,inactive,"), "{}", list.stdout);
}

#[test]
fn a_draft_is_made_page_by_page() {
    let stub = Stub::start();
    let page = |from: usize, count: usize, next: &str| {
        let events: Vec<_> = (from..from + count).map(|n| json!({"id": n, "payload": {format!("p{n}"): n}})).collect();
        json(200, &json!({"events": events, "has_next": next != "null", "next_cursor": if next == "null" { Value::Null } else { json!(next) }}).to_string())
    };
    stub.script("/api/v1/events", [page(0, 200, "c1"), page(200, 50, "c2")]);
    let output = stub.run(&["schemas", "infer", "--topic", "t", "--sample", "250"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(output.stdout.contains("\"p249\""));
    let asked: Vec<_> = stub.hits("/api/v1/events").into_iter().map(|hit| hit.path).collect();
    assert_eq!(asked, ["/api/v1/events?topic=t&limit=200", "/api/v1/events?topic=t&limit=50&cursor=c1"]);
}
