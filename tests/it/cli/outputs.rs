//! Output formats, and that the real server's answers come through unchanged.

use super::stub::{Stub, json};
use crate::support::Daemon;
use serde_json::{Value, json as value};

const PAGE: &str = r#"{"events":[
    {"id":"0199b5a0-1111-7000-8000-000000000001","topic":"a.b","payload":{"n":1.10},"status":"active",
     "occurred_at":"2026-01-15T10:30:00.000000Z"},
    {"id":"0199b5a0-1112-7000-8000-000000000002","topic":null,"payload":{"t":"x,y"},"status":"inactive",
     "occurred_at":"2026-01-15T10:31:00.000000Z"}],"data":[],"has_next":true,"next_cursor":"c2"}"#;

#[test]
fn one_list_in_every_format() {
    for (format, expected) in [
        ("id", "0199b5a0-1111-7000-8000-000000000001\n0199b5a0-1112-7000-8000-000000000002\n"),
        ("csv", "topic,payload.n,payload\r\na.b,1.10,\"{\"\"n\"\":1.10}\"\r\n,,\"{\"\"t\"\":\"\"x,y\"\"}\"\r\n"),
        (
            "ndjson",
            "{\"topic\":\"a.b\",\"payload.n\":1.10,\"payload\":{\"n\":1.10}}\n\
             {\"topic\":null,\"payload.n\":null,\"payload\":{\"t\":\"x,y\"}}\n",
        ),
        (
            "wide",
            "┌───────┬───────────┬─────────────┐\n\
             │ TOPIC ┆ N         ┆ PAYLOAD     │\n\
             ╞═══════╪═══════════╪═════════════╡\n\
             │ a.b   ┆      1.10 ┆ {\"n\":1.10}  │\n\
             │ -     ┆ -         ┆ {\"t\":\"x,y\"} │\n\
             └───────┴───────────┴─────────────┘\n",
        ),
    ] {
        let stub = Stub::start();
        stub.script("/api/v1/events", [json(200, PAGE)]);
        let output = stub.run(&["events", "list", "-o", format, "--fields", "topic,payload.n,payload"]);
        let squeezed =
            |text: &str| if format == "wide" { text.replace([' ', '─', '═'], "") } else { text.to_owned() };
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        assert_eq!(squeezed(&output.stdout), squeezed(expected), "{format}");
        let more = if format == "wide" { "More: --cursor c2\n" } else { "" };
        assert_eq!(output.stderr, more, "{format}");
        let quiet = stub.run(&["events", "list", "-q", "-o", format]);
        assert_eq!(quiet.stderr, "");
    }
}

#[test]
fn all_follows_the_pages() {
    let stub = Stub::start();
    let last = r#"{"events":[{"id":"e-3"}],"has_next":false,"next_cursor":null}"#;
    stub.script("/api/v1/events", [PAGE, last, PAGE, last].map(|page| json(200, page)));
    let output = stub.run(&["events", "list", "--all", "-o", "id"]);
    assert_eq!(output.stdout.lines().count(), 3, "{}{}", output.stdout, output.stderr);
    let asked: Vec<String> = stub.hits("/api/v1/events").into_iter().map(|hit| hit.path).collect();
    assert_eq!(asked, ["/api/v1/events?limit=200", "/api/v1/events?limit=200&cursor=c2"]);
    let output = stub.run(&["events", "list", "--all", "-o", "json"]);
    assert_eq!(output.read().as_array().map(Vec::len), Some(3));
}

#[test]
fn an_empty_list_is_no_failure() {
    let stub = Stub::start();
    stub.script("/api/v1/webhooks", [json(200, r#"{"webhooks":[],"has_next":false,"next_cursor":null}"#)]);
    let output = stub.run(&["webhooks", "list", "-o", "table"]);
    assert_eq!((output.code, output.stdout.as_str(), output.stderr.as_str()), (Some(0), "", "No webhooks.\n"));
    let output = stub.run(&["webhooks", "list", "-o", "id"]);
    assert_eq!((output.code, output.stdout.as_str(), output.stderr.as_str()), (Some(0), "", ""));
}

#[test]
fn a_table_fits_the_terminal() {
    let stub = Stub::start();
    let url = format!("https://shop.test/{}", "x".repeat(200));
    let page = value!({"webhooks": [{"id": "0199b5a0-1111-7000-8000-000000000001", "url": url, "topics": ["a"],
        "status": "active", "circuit_state": "closed", "inserted_at": "2026-01-15T10:30:00Z"}]});
    stub.script("/api/v1/webhooks", [json(200, &page.to_string())]);
    let output = stub.cli(&["webhooks", "list", "-o", "table"]).env("COLUMNS", "80").run();
    let widest = output.stdout.lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|w| w <= 80), "{}", output.stdout);
    assert!(output.stdout.contains("✓ active") && output.stdout.contains("✓ closed"), "{}", output.stdout);
    assert_eq!(output.stdout.lines().count(), 5, "one line per item: {}", output.stdout);
    assert!(!output.stdout.contains('\u{1b}'), "no colour in a pipe");
    let output = stub.run(&["webhooks", "list", "-o", "table", "--color", "always"]);
    assert!(output.stdout.contains("\u{1b}["), "{}", output.stdout);
}

#[test]
fn the_real_server_is_shown_as_it_answers() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let run = |args: &[&str]| {
        let output = account.cli(args).run();
        assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""), "{args:?}");
        output.stdout
    };
    let made = run(&["webhooks", "create", "--url", "http://127.0.0.1:9/h", "--topics", "order.*", "--inactive"]);
    let webhook: Value = serde_json::from_str(&made).expect("JSON");
    let webhook = webhook["id"].as_str().expect("an id");
    let sent = run(&["events", "send", "order.created", r#"{"id":1}"#, "-o", "id"]);
    let event = sent.trim();
    for (args, path) in [
        (&["events", "get", event][..], format!("/events/{event}")),
        (&["events", "get", &event[..30]], format!("/events/{event}")),
        (&["events", "list"], "/events".to_owned()),
        (&["events", "list", "--limit", "1", "--topic", "order.*"], "/events?limit=1&topic=order.*".to_owned()),
        (&["webhooks", "list"], "/webhooks".to_owned()),
        (&["webhooks", "get", webhook], format!("/webhooks/{webhook}")),
        (&["webhooks", "health", webhook], format!("/webhooks/{webhook}/health")),
        (&["webhooks", "templates"], "/webhooks/templates".to_owned()),
        (&["deliveries", "list"], "/deliveries".to_owned()),
        (&["dead-letters", "list"], "/dead-letters".to_owned()),
        (&["project", "get"], "/project".to_owned()),
        (&["project", "topics"], "/topics".to_owned()),
    ] {
        let expected = account.get(&path).ok(200);
        assert_eq!(run(args), serde_json::to_string_pretty(&expected).unwrap() + "\n", "{args:?}");
    }
    assert_eq!(run(&["events", "delete", event]), "{\n  \"status\": \"inactive\"\n}\n");
    assert_eq!(run(&["webhooks", "delete", webhook]), "{\n  \"status\": \"inactive\"\n}\n");
    let token: Value = serde_json::from_str(&run(&["project", "regenerate-token"])).expect("JSON");
    assert!(token["token"].as_str().is_some_and(|key| key.starts_with("jc_live_")));
}
