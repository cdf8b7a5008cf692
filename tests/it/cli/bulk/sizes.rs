//! How large requests become with one server and another, and what a busy server brings about.

use super::batches::{server, taken};
use super::{Work, summary};
use serde_json::json;
use std::collections::HashSet;

const OURS: &str = "Server: jobcelis/1\r\nX-API-Version: 1\r\n";

fn events(count: usize, size: usize) -> String {
    let line = format!("{{\"topic\":\"a\",\"pad\":\"{}\"}}\n", "x".repeat(size));
    line.repeat(count)
}

#[test]
fn requests_grow_only_with_a_server_that_takes_more() {
    let work = Work::new("in.ndjson", &events(900, 20_000));
    let options = ["--batch-size", "1000", "--concurrency", "1"];
    let (url, heard) = server(|_, body| (202, OURS, taken(body)));
    assert_eq!(summary(&work.send(&url, "jc_live_x", &options), 0)["accepted"], 900);
    let sizes = heard.sizes();
    assert!(sizes[0] <= 250_000 && sizes.iter().all(|size| *size <= 4 << 20), "{sizes:?}");
    assert!(sizes.iter().any(|size| *size > 2_000_000), "{sizes:?}");
    for headers in ["Server: cowboy\r\n", "Server: jobcelis/1\r\n", "X-API-Version: 1\r\n"] {
        let (url, heard) = server(move |_, body| (202, headers, taken(body)));
        assert_eq!(summary(&work.send(&url, "jc_live_x", &options), 0)["accepted"], 900);
        let sizes = heard.sizes();
        assert!(sizes.iter().all(|size| *size <= 250_000), "{headers}: {sizes:?}");
    }
}

#[test]
fn a_batch_that_is_too_large_is_halved_until_it_fits() {
    let text = events(40, 1000) + &events(1, 30_000) + &events(3, 1000);
    let work = Work::new("in.ndjson", &text);
    let (url, heard) = server(|_, body| match body.len() {
        ..10_000 => (202, OURS, taken(body)),
        _ => (413, "", "{\"error\":\"Payload too large\"}".to_owned()),
    });
    let done = summary(&work.send(&url, "jc_live_x", &[]), 9);
    assert_eq!((&done["accepted"], &done["rejected"]), (&json!(43), &json!(1)));
    let rejects = work.rejects();
    assert_eq!((&rejects[0]["line"], &rejects[0]["error"]), (&json!(41), &json!("Payload too large")));
    let mut keys = HashSet::new();
    for body in heard.bodies().iter().filter(|body| body.len() < 10_000) {
        let body: serde_json::Value = serde_json::from_slice(body).expect("JSON");
        for event in body["events"].as_array().expect("a list") {
            assert!(keys.insert(event["idempotency_key"].to_string()), "sent twice: {event}");
        }
    }
    assert_eq!(keys.len(), 43);
}

#[test]
fn an_event_too_large_for_any_request_is_not_sent() {
    let text = events(1, 100) + &events(1, 300_000) + &events(1, 2_000_000) + &events(1, 100);
    let work = Work::new("in.ndjson", &text);
    let (url, heard) = server(|_, body| (202, "", taken(body)));
    let done = summary(&work.send(&url, "jc_live_x", &["--concurrency", "1", "--batch-size", "1"]), 9);
    assert_eq!(done["accepted"].as_u64().unwrap() + done["rejected"].as_u64().unwrap(), 4);
    assert!(heard.sizes().iter().all(|size| *size < 1_000_000), "{:?}", heard.sizes());
    let rejects = work.rejects();
    let last = rejects.last().expect("a reject");
    assert_eq!((&last["line"], &last["error"], &last["event"]), (&json!(3), &json!("larger than 1 MiB"), &json!(null)));
}

#[test]
fn a_busy_server_gets_the_same_events_again() {
    let work = Work::new("in.ndjson", &events(30, 10));
    let (url, heard) = server(|number, body| match number {
        0 => (429, "Retry-After: 0\r\n", "{\"error\":\"Rate limit exceeded\"}".to_owned()),
        2 => (503, "", "{\"error\":\"busy\"}".to_owned()),
        _ => (202, OURS, taken(body)),
    });
    let done = summary(&work.send(&url, "jc_live_x", &["--batch-size", "10", "--concurrency", "1", "-v"]), 0);
    assert_eq!(done["accepted"], 30);
    let bodies = heard.bodies();
    assert_eq!(bodies.len(), 5);
    assert!(bodies[0] == bodies[1] && bodies[2] == bodies[3]);
}

#[test]
fn a_server_that_stays_busy_ends_the_run_and_leaves_the_rest_for_later() {
    let work = Work::new("in.ndjson", &events(30, 10));
    let options = ["--batch-size", "10", "--concurrency", "1", "--retries", "1"];
    let (url, _) = server(|number, body| match number {
        0 => (202, OURS, taken(body)),
        _ => (503, "Retry-After: 0\r\n", "{\"error\":\"busy\"}".to_owned()),
    });
    let output = work.send(&url, "jc_live_x", &options);
    assert_eq!((output.code, output.stdout.as_str()), (Some(8), ""), "{}", output.stderr);
    assert!(output.stderr.contains("busy") && output.stderr.contains("--resume"), "{}", output.stderr);
    assert!(!output.stderr.contains("jc_live_x"), "{}", output.stderr);
    let (url, heard) = server(|_, body| (202, OURS, taken(body)));
    let other = work.send(&url, "jc_live_x", &["--resume"]);
    assert_eq!(other.code, Some(2), "another server is not the same: {}", other.stderr);
    let done = summary(&work.send(&url, "jc_live_x", &["--resume", "--force"]), 0);
    assert_eq!((&done["accepted"], heard.bodies().len()), (&json!(30), 1));
    assert_eq!(work.files(), 1);
}

#[test]
fn the_rate_is_kept() {
    let work = Work::new("in.ndjson", &events(60, 10));
    let (url, heard) = server(|_, body| (202, OURS, taken(body)));
    let done = summary(&work.send(&url, "jc_live_x", &["--rate", "20/s"]), 0);
    assert!(done["elapsed_s"].as_f64().is_some_and(|s| s >= 2.0), "{done}");
    assert_eq!(heard.bodies().len(), 3, "no batch holds more than goes in a second");
}
