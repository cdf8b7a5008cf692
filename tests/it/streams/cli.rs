//! `events tail` and `listen`: the stream on the command line, over breaks of the server too.

use super::Sse;
use crate::support::{Account, Cli, Daemon, Receiver, jobcelis_signature, until};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// A command that goes on, with everything it has said.
struct Running {
    child: Child,
    out: Arc<Mutex<Vec<String>>>,
    err: Arc<Mutex<Vec<String>>>,
    home: TempDir,
}

fn gather(from: impl Read + Send + 'static) -> Arc<Mutex<Vec<String>>> {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let kept = lines.clone();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            kept.lock().unwrap().push(line);
        }
    });
    lines
}

impl Running {
    fn start(account: &Account, args: &[&str]) -> Running {
        let home = tempfile::tempdir().unwrap();
        Running::start_in(account, &format!("http://{}", account.address()), args, home)
    }

    fn start_in(account: &Account, url: &str, args: &[&str], home: TempDir) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jobcelis"));
        for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("JOBCELIS_")) {
            command.env_remove(name);
        }
        command.env("HOME", home.path()).env("XDG_CONFIG_HOME", home.path());
        command.env("JOBCELIS_API_KEY", &account.key).env("JOBCELIS_BASE_URL", url);
        command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary starts");
        let (out, err) = (gather(child.stdout.take().unwrap()), gather(child.stderr.take().unwrap()));
        Running { child, out, err, home }
    }

    fn out(&self) -> Vec<String> {
        self.out.lock().unwrap().clone()
    }

    #[track_caller]
    fn said(&self, what: &str) -> String {
        until(&format!("it says {what}"), || self.err.lock().unwrap().iter().find(|l| l.contains(what)).cloned())
    }

    #[track_caller]
    fn lines(&self, count: usize) -> Vec<String> {
        until(&format!("it prints {count} lines"), || Some(self.out()).filter(|lines| lines.len() >= count))
    }

    #[track_caller]
    fn ends(&mut self) -> Option<i32> {
        until("it ends", || self.child.try_wait().unwrap()).code()
    }

    fn interrupt(&self) {
        let sent = Command::new("sh").arg("-c").arg(format!("kill -INT {}", self.child.id())).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A server that also listens on an address that stays the same over restarts, and that address.
fn fixed() -> (Daemon, String) {
    let at = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    (Daemon::with(&["--listen", &at.to_string()]), format!("http://{at}"))
}

#[test]
fn tail_prints_the_messages_as_they_are() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let first = account.event("order.created", json!({"n": 1}));
    let mut tail = Running::start(&account, &["events", "tail", "--last", "5", "--count", "2", "--no-payload"]);
    let lines = tail.lines(1);
    let told: Value = serde_json::from_str(&lines[0]).expect("a line of JSON");
    assert_eq!((&told["type"], &told["data"]["id"]), (&json!("event.created"), &json!(first)));
    assert_eq!(told["data"].get("payload"), None);
    let second = account.event("user.created", json!({"n": 2}));
    assert!(tail.lines(2)[1].contains(&second));
    assert_eq!(tail.ends(), Some(0));
}

#[test]
fn tail_over_a_websocket_goes_on_where_it_was() {
    let (mut daemon, url) = fixed();
    let account = daemon.register();
    let first = account.event("order.created", json!({"n": 1.10}));
    account.event("user.created", json!({}));
    let args =
        ["events", "tail", "--ws", "--since", "1h", "--topics", "order.*", "--types", "event.created", "--count", "3"];
    let mut tail = Running::start_in(&account, &url, &args, tempfile::tempdir().unwrap());
    let told: Value = serde_json::from_str(&tail.lines(1)[0]).expect("a line of JSON");
    assert_eq!((&told["type"], &told["data"]["id"]), (&json!("event.created"), &json!(first)));
    assert_eq!((told["data"].get("cursor"), &told["data"]["payload"]["n"]), (None, &json!(1.1)));
    daemon.stop();
    tail.said("reconnecting in 1 s");
    daemon.restart();
    let second = account.event("order.paid", json!({}));
    assert!(tail.lines(2)[1].contains(&second));
    let third = account.event("order.sent", json!({}));
    assert!(tail.lines(3)[2].contains(&third));
    assert_eq!(tail.ends(), Some(0));
    let mut refused = Running::start_in(
        &account,
        &url,
        &["events", "tail", "--ws", "--api-key", "jc_live_x"],
        tempfile::tempdir().unwrap(),
    );
    assert_eq!(refused.ends(), Some(4));
}

#[test]
fn tail_chooses() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.webhook("http://127.0.0.1:9/refused", json!({"topics": ["bad"]}));
    let early = account.event("order.created", json!({"n": 0}));
    let mut all = Running::start(&account, &["events", "tail", "--since", "1h", "--topics", "order.*", "--count", "2"]);
    assert!(all.lines(1)[0].contains(&early));
    let mut grep =
        Running::start(&account, &["events", "tail", "--since", &early, "--grep", "\"n\":[34]", "--count", "2"]);
    let mut failed =
        Running::start(&account, &["events", "tail", "--failed-only", "--exit-on", "delivery.failed", "--since", "1h"]);
    let mut table =
        Running::start(&account, &["events", "tail", "-o", "table", "--since", "1h", "--count", "1", "--utc"]);
    let ids: Vec<String> = (1..5).map(|n| account.event("order.created", json!({"n": n}))).collect();
    account.event("bad", json!({}));
    assert_eq!((all.ends(), grep.ends(), failed.ends(), table.ends()), (Some(0), Some(0), Some(1), Some(0)));
    assert!(all.lines(2)[1].contains(&ids[0]));
    let lines = grep.lines(2);
    assert!(lines[0].contains(&ids[2]) && lines[1].contains(&ids[3]), "{lines:?}");
    let told: Value = serde_json::from_str(&failed.lines(1)[0]).unwrap();
    assert_eq!((&told["type"], &told["data"]["status"]), (&json!("delivery.updated"), &json!("failed")));
    let line = &table.lines(1)[0];
    assert!(
        line.contains(&format!(" order.created {} {{\"n\":0}}", &early[..8])) && line.as_bytes()[2] == b':',
        "{line}"
    );
    let mut timed = Running::start(&account, &["events", "tail", "--for", "1s"]);
    assert_eq!(timed.ends(), Some(0));
    for (args, code) in [(&["--since", "never"][..], 2), (&["--grep", "["], 2), (&["--for", "x"], 2)] {
        let url = format!("http://{}", daemon.address());
        let run = Cli::new([&["events", "tail", "--base-url", &url, "--api-key", "jc_live_x"], args].concat()).run();
        assert_eq!(run.code, Some(code), "{args:?}: {}", run.stderr);
    }
    let url = format!("http://{}", daemon.address());
    let run = Cli::new(["events", "tail", "--base-url", &url, "--api-key", "jc_live_x"]).run();
    assert_eq!(run.code, Some(4), "{}", run.stderr);
}

#[test]
fn tail_goes_on_over_a_restart() {
    let (mut daemon, url) = fixed();
    let account = daemon.register();
    let tail = Running::start_in(&account, &url, &["events", "tail", "--since", "1h"], tempfile::tempdir().unwrap());
    let mut ids = vec![account.event("a", json!({}))];
    tail.lines(1);
    daemon.stop();
    tail.said("reconnecting in");
    daemon.restart();
    ids.extend((0..5).map(|n| account.event("a", json!({"n": n}))));
    let lines = tail.lines(6);
    let told: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<&str> = told.iter().map(|t| t["data"]["id"].as_str().unwrap()).collect();
    assert_eq!(found, ids);
}

#[test]
fn listen_sends_what_a_delivery_would() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    account.webhook(&receiver.url("/real"), json!({"secret": secret}));
    let own = json!({"topics": ["order.*"], "filters": [{"path": "n", "op": "gt", "value": 1}], "headers": {"X-Own": "1"},
        "body_config": {"body_mode": "pick", "body_pick": ["n"]}, "status": "inactive"});
    let webhook = account.webhook_id(&receiver.url("/never"), own);
    let to = format!("{}/listened", receiver.address());
    let mut plain = Running::start(&account, &["listen", "--forward-to", &to, "--secret", secret, "-H", "X-More: 2"]);
    let args = ["listen", "--forward-to", &receiver.url("/chosen"), "--webhook", &webhook, "--secret", secret];
    let chosen = Running::start(&account, &args);
    plain.said("Ready. Signing secret whsec_");
    chosen.said("Ready.");
    let nested = account.event("order.created", json!({"n": 1, "price": 1.10}));
    account.post("/events", json!({"topic": "order.paid", "n": 2, "text": "é\u{1}"})).ok(202);
    account.post("/events", json!({"other": true})).ok(202);
    let real = receiver.wait_for("/real", 3);
    let sent = receiver.wait_for("/listened", 3);
    for hit in &sent {
        let same = real.iter().find(|r| r.header("x-event-id") == hit.header("x-event-id")).expect("the same event");
        assert_eq!(hit.text(), same.text());
        for name in [
            "content-type",
            "user-agent",
            "x-event-id",
            "x-topic",
            "x-attempt",
            "webhook-id",
            "x-signature",
            "accept-encoding",
        ] {
            assert_eq!(hit.header(name), same.header(name), "{name}");
        }
        assert_eq!(hit.header("x-signature"), Some(jobcelis_signature(secret, &hit.body).as_str()));
        assert!(hit.header("webhook-signature").is_some_and(|s| s.starts_with("v1,")));
        assert_ne!(hit.header("x-delivery-id"), same.header("x-delivery-id"));
        assert_eq!(hit.header("x-more"), Some("2"));
    }
    let lines = plain.lines(6);
    assert!(lines.contains(&format!("--> order.created [{}]", &nested[..8])), "{lines:?}");
    assert!(
        lines.iter().any(|l| l.starts_with("<-- [200] POST http://") && l.ends_with(&format!("[{}]", &nested[..8])))
    );
    let one = receiver.wait_for("/chosen", 1);
    assert_eq!((one.len(), one[0].header("x-own"), &one[0].json()["n"]), (1, Some("1"), &json!(2)));
    assert!(one[0].json().get("text").is_none());
    plain.interrupt();
    assert_eq!(plain.ends(), Some(0));
    drop(chosen);
    // Nothing of it is recorded.
    assert_eq!(account.deliveries(&nested).len(), 1);
}

#[test]
fn listen_keeps_its_secret_and_tells_of_failures() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    receiver.script("/flaky", [crate::support::Answer::status(500), crate::support::Answer::status(200)]);
    let url = receiver.url("/flaky");
    let mut first =
        Running::start(&account, &["listen", "--forward-to", &url, "--retry", "2", "--fail-on-error", "--print-json"]);
    let secret = first.said("Ready. Signing secret");
    let event = account.event("a", json!({"n": 1}));
    receiver.wait_for("/flaky", 2);
    let lines = first.lines(4);
    assert!(lines[1].contains(&event) && lines[1].starts_with('{'), "{lines:?}");
    assert!(lines[2].starts_with("<-- [500]") && lines[3].starts_with("<-- [200]"), "{lines:?}");
    first.interrupt();
    assert_eq!(first.ends(), Some(0), "it was taken in the end");
    let home = std::mem::replace(&mut first.home, tempfile::tempdir().unwrap());
    let gone = "127.0.0.1:9";
    let url = format!("http://{}", daemon.address());
    let mut second = Running::start_in(&account, &url, &["listen", "--forward-to", gone, "--fail-on-error"], home);
    assert_eq!(second.said("Ready. Signing secret"), secret, "the secret stays");
    account.event("a", json!({}));
    second.lines(2);
    second.interrupt();
    assert_eq!(second.ends(), Some(1));
}

#[test]
fn listen_misses_nothing_over_a_restart() {
    let ((mut daemon, url), receiver) = (fixed(), Receiver::start());
    let account = daemon.register();
    let args = ["listen", "--forward-to", &receiver.url("/hook")];
    let listen = Running::start_in(&account, &url, &args, tempfile::tempdir().unwrap());
    listen.said("Ready.");
    let mut ids: Vec<String> = (0..20).map(|n| account.event("a", json!({"n": n}))).collect();
    receiver.wait_for("/hook", 1);
    daemon.kill9();
    daemon.restart();
    ids.extend((0..20).map(|n| account.event("a", json!({"n": n}))));
    let hits = receiver.wait_for("/hook", 40);
    let mut found: Vec<String> = hits.iter().map(|hit| hit.header("x-event-id").unwrap().to_owned()).collect();
    found.sort();
    assert_eq!(found, ids, "each once");
    drop(Sse::open(&account, &account.key, "", &[]));
}
