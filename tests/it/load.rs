//! What callers notice of long work behind their backs. These are measurements: run them alone and
//! in release, `cargo test --release --test it -- --ignored --nocapture load::`.

use crate::support::{Account, Daemon, connect, read_reply};
use serde_json::json;
use std::io::{BufReader, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Callers that send one event after the other.
const CALLERS: usize = 16;
/// How long an accepted event may wait while others are removed, 99 of 100 times.
const PATIENCE: Duration = Duration::from_millis(50);

/// Events with a delivery and an attempt each; `LOAD_ROWS` says how many.
fn rows() -> u32 {
    std::env::var("LOAD_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(300_000)
}

/// An id of a hundred days ago.
fn old(kind: u8, n: u32) -> Vec<u8> {
    let ms = chrono::Utc::now().timestamp_millis() - 100 * 86_400_000 + i64::from(n / 100);
    let mut id = ms.to_be_bytes()[2..].to_vec();
    id.extend([0x70 | (n >> 20) as u8, (n >> 12) as u8, 0x80, kind]);
    id.extend(n.to_be_bytes());
    id.extend([0, 0]);
    id
}

fn blob(id: &str) -> Vec<u8> {
    let digits = id.replace('-', "");
    (0..16).map(|n| u8::from_str_radix(&digits[2 * n..2 * n + 2], 16).unwrap()).collect()
}

/// Puts what is to be removed into the data of a server that is stopped.
fn fill(daemon: &Daemon, project: &str, webhook: &str) {
    let (db, project, webhook) = (daemon.database(), blob(project), blob(webhook));
    db.execute_batch("BEGIN").unwrap();
    let payload = format!(r#"{{"order_id":"12345","note":"{}"}}"#, "x".repeat(200));
    let headers = format!(r#"{{"content-type":"application/json","x-signature":"{}"}}"#, "y".repeat(100));
    {
        let events = "INSERT INTO events (project_id, id, topic, payload, nested, status, hash) VALUES (?1, ?2, 'old', ?3, 1, 0, ?4)";
        let deliveries = "INSERT INTO deliveries (project_id, id, event_id, webhook_id, status, attempts, cycle_start, \
                          priority, claimed, response_status, latency_ms, updated_at) VALUES (?1, ?2, ?3, ?4, 2, 1, 0, 1, 0, 200, 5, 0)";
        let attempts = "INSERT INTO attempts (delivery_id, n, started_at, latency_ms, response_status, request_headers, \
                        response_headers, response_body) VALUES (?1, 1, 0, 5, 200, ?2, ?2, 'ok')";
        let [mut events, mut deliveries, mut attempts] =
            [events, deliveries, attempts].map(|sql| db.prepare(sql).unwrap());
        for n in 0..rows() {
            let (event, delivery) = (old(1, n), old(2, n));
            events.execute((&project, &event, &payload, [7u8; 32])).unwrap();
            deliveries.execute((&project, &delivery, &event, &webhook)).unwrap();
            attempts.execute((&delivery, &headers)).unwrap();
        }
    }
    db.execute_batch("COMMIT").unwrap();
}

/// Sends events until told to stop; how long each took.
fn call(account: &Account, stop: &AtomicBool) -> Vec<Duration> {
    let mut stream = BufReader::new(connect(account.address()).unwrap());
    let body = r#"{"topic":"new","payload":{"order_id":"12345","amount":99.99}}"#;
    let request = format!(
        "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        account.key,
        body.len()
    );
    let mut took = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        stream.get_mut().write_all(request.as_bytes()).unwrap();
        assert_eq!(read_reply(&mut stream, false).unwrap().status, 202);
        took.push(begun.elapsed());
    }
    took
}

/// Sends events from all callers while `meanwhile` runs; prints and returns how long 99 of 100 took.
fn measure(account: &Account, what: &str, meanwhile: impl FnOnce()) -> Duration {
    let (stop, begun) = (Arc::new(AtomicBool::new(false)), Instant::now());
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let (account, stop) = (account.clone(), stop.clone());
            std::thread::spawn(move || call(&account, &stop))
        })
        .collect();
    meanwhile();
    let lasted = begun.elapsed();
    stop.store(true, Ordering::Relaxed);
    let mut took: Vec<Duration> = callers.into_iter().flat_map(|caller| caller.join().unwrap()).collect();
    took.sort_unstable();
    let at = |percent: usize| took[(took.len() - 1) * percent / 100];
    let rate = took.len() as f64 / lasted.as_secs_f64();
    println!(
        "{what}: {lasted:.1?}, {rate:.0} events/s, p50 {:.1?}, p95 {:.1?}, p99 {:.1?}, max {:.1?}",
        at(50),
        at(95),
        at(99),
        at(100)
    );
    at(99)
}

#[test]
#[ignore = "a measurement: alone, in release"]
fn events_come_in_while_very_many_are_removed() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    daemon.stop();
    fill(&daemon, &account.project_id, &hook);
    daemon.restart();
    measure(&account, "alone", || std::thread::sleep(Duration::from_secs(5)));
    let mut worst = Duration::ZERO;
    for (kind, status) in [("deliveries", "success"), ("events", "active")] {
        let body = json!({"type": kind, "older_than": "90d", "status": status}).to_string();
        let done = || {
            let stream = connect(account.address()).unwrap();
            // A million rows take longer than any other answer.
            stream.set_read_timeout(None).unwrap();
            let mut stream = BufReader::new(stream);
            let head = format!(
                "POST /api/v1/purge HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                account.key,
                body.len()
            );
            stream.get_mut().write_all(head.as_bytes()).unwrap();
            assert_eq!(read_reply(&mut stream, false).unwrap().ok(200)["deleted_count"], rows());
        };
        worst = worst.max(measure(&account, &format!("while {} {kind} go", rows()), done));
    }
    assert!(worst <= PATIENCE, "99 of 100 take up to {worst:?}");
}
