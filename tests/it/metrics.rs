//! The page for Prometheus: on its own listener, in both forms, with bounded labels.

use crate::support::{Account, Answer, Daemon, Receiver, Reply, exchange, until};
use serde_json::json;
use std::net::SocketAddr;

/// Where a server says that its page is.
fn place(daemon: &Daemon) -> SocketAddr {
    until("it says where the metrics are", || {
        let log = daemon.log();
        let rest = log.split_once("metrics at http://")?.1;
        rest.split_once("/metrics")?.0.parse().ok()
    })
}

fn read(at: SocketAddr, more: &str) -> Reply {
    exchange(at, format!("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}\r\n").as_bytes())
}

/// The value of the first sample whose line begins so and names all the labels.
fn sample(text: &str, name: &str, labels: &[&str]) -> Option<f64> {
    let fits = |line: &&str| {
        let end = line.strip_prefix(name);
        end.is_some_and(|rest| rest.starts_with(['{', ' '])) && labels.iter().all(|label| line.contains(label))
    };
    text.lines().find(fits)?.rsplit_once(' ')?.1.parse().ok()
}

fn start(flags: &[&str]) -> (Daemon, Account, SocketAddr) {
    let daemon = Daemon::with(&[&["--metrics-listen", "127.0.0.1:0"], flags].concat());
    let (account, at) = (daemon.register(), place(&daemon));
    (daemon, account, at)
}

#[test]
fn events_attempts_and_circuits_are_counted() {
    let (_daemon, account, at) = start(&[]);
    let receiver = Receiver::start();
    let good = account.webhook_id(&receiver.url("/good"), json!({"topics": ["sold"]}));
    receiver.script("/bad", (0..9).map(|_| Answer::status(500)));
    let bad = account.webhook_id(&receiver.url("/bad"), json!({"topics": ["bad"]}));
    account.settled(&account.event("sold", json!({"n": 1})));
    account.post("/events/batch", json!({"events": [{"topic": "sold", "payload": {}}, {"payload": {"x": 1}}]})).ok(202);
    for _ in 0..6 {
        account.event("bad", json!({}));
    }
    let project = format!("project_id=\"{}\"", account.project_id);
    let webhook = |id: &str| format!("webhook_id=\"{id}\"");
    let text = until("all is counted", || {
        let text = read(at, "").text;
        let opened = sample(&text, "jobcelis_circuit_breaker_opened_total", &[&project, &webhook(&bad)]);
        let done = sample(&text, "jobcelis_deliveries_success_total", &[&project, &webhook(&good)]);
        let failed = sample(&text, "jobcelis_deliveries_failed_total", &[&webhook(&bad)]);
        (opened == Some(1.0) && done == Some(2.0) && failed >= Some(5.0)).then_some(text)
    });
    for (name, labels, value) in [
        ("jobcelis_events_created_total", &[project.as_str(), "topic=\"sold\""][..], 2.0),
        ("jobcelis_events_created_total", &[&project, "topic=\"bad\""], 6.0),
        ("jobcelis_events_created_total", &[&project, "topic=\"\""], 1.0),
        ("jobcelis_delivery_latency_milliseconds_count", &[&webhook(&good), "topic=\"sold\""], 2.0),
        ("jobcelis_delivery_latency_milliseconds_bucket", &[&webhook(&good), "le=\"+Inf\""], 2.0),
        ("jobcelis_deliveries_failed_total", &[&webhook(&good)], 0.0),
        ("jobcelis_build_info", &["version=\"", "commit=\""], 1.0),
    ] {
        assert_eq!(sample(&text, name, labels), Some(value), "{name} {labels:?}");
    }
    assert!(sample(&text, "jobcelis_deliveries_pending", &[]) >= Some(5.0), "{text}");
    let requests = ["method=\"POST\"", "route=\"/api/v1/events\"", "status=\"202\""];
    assert_eq!(sample(&text, "jobcelis_http_requests_total", &requests), Some(7.0));
    assert!(!text.contains(&account.project_id[..8].to_uppercase()) && !text.contains("/api/v1/webhooks/0"));
    until("the gauges follow", || {
        let text = read(at, "").text;
        let open = sample(&text, "jobcelis_circuit_breakers_open", &[]) == Some(1.0);
        (open && sample(&text, "jobcelis_webhooks_active", &[]) == Some(2.0)).then_some(())
    });
    for name in [
        "jobcelis_dead_letters_open",
        "jobcelis_db_size_bytes",
        "jobcelis_db_wal_bytes",
        "jobcelis_db_write_wait_seconds",
        "process_resident_memory_bytes",
        "process_cpu_seconds_total",
        "process_start_time_seconds",
    ] {
        assert!(sample(&text, name, &[]).is_some(), "{name}");
    }
    assert!(sample(&text, "jobcelis_queue_depth", &["queue=\"delivery\"", "state=\"pending\""]).is_some());
    for queue in ["delivery", "job", "mail", "alert"] {
        let labels = [&*format!("queue=\"{queue}\"")];
        assert!(sample(&text, "jobcelis_queue_oldest_seconds", &labels).is_some(), "{queue}");
    }
}

#[test]
fn streams_and_what_waits_are_told() {
    let (_daemon, account, at) = start(&["--delivery-workers", "1"]);
    let streams = |kind: &str| sample(&read(at, "").text, "jobcelis_streams_open", &[&format!("kind=\"{kind}\"")]);
    assert_eq!((streams("sse"), streams("websocket")), (Some(0.0), Some(0.0)));
    let path = format!("GET /api/v1/stream?api_key={} HTTP/1.1\r\nHost: x\r\n\r\n", account.key);
    let mut stream = crate::support::connect(account.address()).unwrap();
    std::io::Write::write_all(&mut stream, path.as_bytes()).unwrap();
    until("the stream is open", || (streams("sse") == Some(1.0)).then_some(()));
    drop(stream);
    until("it is closed", || (streams("sse") == Some(0.0)).then_some(()));
    assert_eq!(sample(&read(at, "").text, "jobcelis_stream_overflows_total", &[]), Some(0.0));
    // One attempt hangs, so the other delivery waits.
    let receiver = Receiver::start();
    receiver.hold("/in");
    account.webhook(&receiver.url("/in"), json!({}));
    account.event("a", json!({}));
    account.event("b", json!({}));
    until("what waits grows older", || {
        let oldest = sample(&read(at, "").text, "jobcelis_queue_oldest_seconds", &["queue=\"delivery\""]);
        (oldest > Some(0.5)).then_some(())
    });
    receiver.release("/in");
}

#[test]
fn alerts_are_counted() {
    let (_daemon, account, at) = start(&[]);
    let receiver = Receiver::start();
    let config = json!({"channel": "webhook", "config": {"url": receiver.url("/alerts")}});
    account.call("PUT", "/notification-channels").json(config).send().ok(200);
    receiver.script("/in", [Answer::status(404)]);
    account.webhook(&receiver.url("/in"), json!({}));
    account.event("a", json!({}));
    receiver.wait_for("/alerts", 1);
    until("it is counted", || {
        let labels = ["channel=\"meta_webhook\"", "result=\"ok\""];
        (sample(&read(at, "").text, "jobcelis_alerts_sent_total", &labels) == Some(1.0)).then_some(())
    });
}

#[test]
fn topics_cannot_fill_the_memory_of_a_monitor() {
    let (daemon, account, at) = start(&["--metrics-max-topics", "3"]);
    for n in 0..10 {
        account.event(&format!("topic.{n}"), json!({}));
    }
    account.event("with \"quotes\"\\ and more", json!({}));
    let topics = |text: &str| text.lines().filter(|line| line.starts_with("jobcelis_events_created_total{")).count();
    let text = until("all are counted", || {
        let text = read(at, "").text;
        (sample(&text, "jobcelis_events_created_total", &["__other__"]) == Some(8.0)).then_some(text)
    });
    assert_eq!(topics(&text), 4);
    drop(daemon);
    let (_daemon, account, at) = start(&["--metrics-max-topics", "0"]);
    account.event("a", json!({}));
    account.event("b", json!({}));
    until("both are counted", || {
        let text = read(at, "").text;
        assert!(topics(&text) <= 1);
        (sample(&text, "jobcelis_events_created_total", &["topic=\"\""]) == Some(2.0)).then_some(())
    });
}

#[test]
fn in_both_forms_and_nothing_else() {
    let (daemon, _, at) = start(&[]);
    let text = read(at, "");
    assert_eq!(text.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    assert!(text.text.contains("# TYPE jobcelis_events_created_total counter\n") && !text.text.contains("# EOF"));
    let open = read(at, "Accept: application/openmetrics-text; version=1.0.0, text/plain;q=0.5\r\n");
    assert_eq!(open.header("content-type"), Some("application/openmetrics-text; version=1.0.0; charset=utf-8"));
    assert!(open.text.ends_with("# EOF\n") && open.text.contains("# TYPE jobcelis_events_created counter\n"));
    for (call, status) in
        [("GET /", 404), ("GET /metrics/x", 404), ("POST /metrics", 405), ("GET /api/v1/project", 404)]
    {
        let reply = exchange(at, format!("{call} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(reply.status, status, "{call}");
    }
    assert_eq!(daemon.api().target("GET", "/metrics").send().status, 404, "not where strangers call");
}

#[test]
fn only_for_those_who_show_the_token() {
    let (daemon, _, at) = start(&["--metrics-token", "let-me-read"]);
    assert_eq!(read(at, "").status, 401);
    assert_eq!(read(at, "Authorization: Bearer let-me-rea\r\n").status, 401);
    assert_eq!(read(at, "Authorization: bearer let-me-read\r\n").status, 200);
    assert!(!daemon.log().contains("let-me-read"));
}

#[test]
fn a_taken_port_matters_only_when_it_was_asked_for() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut daemon = Daemon::start();
    daemon.register();
    daemon.stop();
    let mut command = daemon.command();
    let run = crate::support::finish(command.args(["--metrics-listen", &address]), b"");
    assert!(run.code == Some(1) && run.stderr.contains(&address), "{}", run.stderr);
    daemon.restart_with(&["--metrics-listen", "off"]);
    daemon.register();
    assert!(!daemon.log().lines().last().unwrap_or_default().contains("metrics at"));
}
