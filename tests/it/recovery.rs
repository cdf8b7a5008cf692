//! Killing and stopping: what was acknowledged is there afterwards and arrives at least once.

use crate::support::{Account, Answer, Api, Cli, Daemon, Receiver, until};
use serde_json::json;
use std::collections::HashSet;
use std::sync::Mutex;

/// Sends events one by one until the server is gone; notes the acknowledged ones.
fn send(api: &Api, sender: usize, acknowledged: &Mutex<Vec<String>>) {
    for n in 0.. {
        let key = format!("{sender}-{n}-{}", api.address());
        let body = json!({"topic": "t", "sender": sender, "n": n, "idempotency_key": key});
        let Ok(reply) = api.call("POST", "/events").json(body).try_send() else { return };
        if reply.status == 202 {
            acknowledged.lock().unwrap().push(reply.json["id"].as_str().unwrap().to_owned());
        }
    }
}

/// Sends from several threads, kills the server once that many are acknowledged, starts it again.
fn round(daemon: &mut Daemon, account: &Account, count: usize) -> Vec<String> {
    let acknowledged = Mutex::new(Vec::new());
    std::thread::scope(|s| {
        for sender in 0..4 {
            let (acknowledged, api) = (&acknowledged, (**account).clone());
            s.spawn(move || send(&api, sender, acknowledged));
        }
        until("enough is acknowledged", || (acknowledged.lock().unwrap().len() >= count).then_some(()));
        let events: Vec<_> = (0..count).map(|n| json!({"topic": "t", "batch": n})).collect();
        let answer = account.post("/events/batch", json!({ "events": events })).ok(202);
        daemon.kill9();
        let ids = answer["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned());
        acknowledged.lock().unwrap().extend(ids);
    });
    daemon.restart();
    acknowledged.into_inner().unwrap()
}

/// Every event stands in the list and reached the receiver; none is stuck on the way.
fn nothing_lost(account: &Account, receiver: &Receiver, acknowledged: &[String]) {
    assert!(!acknowledged.is_empty());
    until("nothing is pending", || {
        let pending = account.get("/deliveries?status=pending&limit=1").ok(200);
        let failed = account.get("/deliveries?status=failed&limit=1").ok(200);
        let empty = |list: &serde_json::Value| list["deliveries"].as_array().unwrap().is_empty();
        (empty(&pending) && empty(&failed)).then_some(())
    });
    let arrived: HashSet<String> =
        receiver.hits("/in").iter().map(|h| h.header("x-event-id").unwrap().to_owned()).collect();
    for id in acknowledged {
        assert!(arrived.contains(id), "{id} was acknowledged and never arrived");
        assert_eq!(account.get(&format!("/events/{id}")).status, 200, "{id} was acknowledged and is gone");
    }
}

fn kill_rounds(rounds: usize) {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    // A dropped connection counts as a failure, so failures must neither wait nor open the circuit.
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [0], "max_attempts": 20}}));
    let mut acknowledged = Vec::new();
    for n in 0..rounds {
        let fresh = round(&mut daemon, &account, 20 + 13 * (n % 5));
        nothing_lost(&account, &receiver, &fresh);
        acknowledged.extend(fresh);
    }
    nothing_lost(&account, &receiver, &acknowledged);
    let distinct: HashSet<_> = acknowledged.iter().collect();
    assert_eq!(distinct.len(), acknowledged.len(), "an id was given twice");
}

#[test]
fn five_kills_lose_nothing() {
    kill_rounds(5);
}

#[test]
#[ignore = "takes minutes; run with: cargo test --test it -- --ignored fifty_kills"]
fn fifty_kills_lose_nothing() {
    kill_rounds(50);
}

#[test]
fn an_attempt_cut_by_a_kill_is_made_again() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    daemon.kill9();
    receiver.release("/in");
    daemon.restart();
    let delivery = account.settled(&event);
    assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("success"), &json!(1)));
    let hits = receiver.hits("/in");
    assert_eq!(hits.len(), 2);
    assert_eq!(hits[0].header("x-delivery-id"), hits[1].header("x-delivery-id"));
}

#[test]
fn a_retry_waits_through_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(503), Answer::status(200)]);
    account.webhook(&receiver.url("/in"), json!({"retry_config": {"backoff_seconds": [2]}}));
    let event = account.event("t", json!({}));
    let waiting = account.delivery_when(&event, "waiting", |d| d["next_retry_at"].is_string());
    daemon.kill9();
    daemon.restart();
    assert_eq!(account.settled(&event)["attempt_number"], 2);
    let hits = receiver.hits("/in");
    assert_eq!(hits.len(), 2);
    assert!(hits[1].at.duration_since(hits[0].at).as_secs_f64() >= 1.9, "not before its time");
    assert_eq!(waiting["id"], account.settled(&event)["id"]);
}

#[test]
fn stopping_waits_for_what_is_in_flight() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    daemon.signal("TERM");
    until("new connections are refused", || std::net::TcpStream::connect(daemon.address()).is_err().then_some(()));
    receiver.release("/in");
    assert_eq!(daemon.wait().code(), Some(0), "{}", daemon.log());
    daemon.restart();
    let delivery = account.settled(&event);
    assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("success"), &json!(1)));
    assert_eq!(receiver.hits("/in").len(), 1, "it was settled before the end");
}

#[test]
fn a_second_signal_ends_at_once() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::hang()]);
    account.webhook(&receiver.url("/in"), json!({}));
    let event = account.event("t", json!({}));
    receiver.wait_for("/in", 1);
    let started = std::time::Instant::now();
    daemon.signal("TERM");
    until("new connections are refused", || std::net::TcpStream::connect(daemon.address()).is_err().then_some(()));
    daemon.signal("INT");
    daemon.wait();
    assert!(started.elapsed().as_secs() < 8, "{:?}", started.elapsed());
    receiver.script("/in", [Answer::status(200)]);
    daemon.restart();
    assert_eq!(account.settled(&event)["status"], "success");
}

#[test]
fn stopping_closes_idle_connections() {
    let mut daemon = Daemon::start();
    let idle: Vec<_> = (0..5).map(|_| crate::support::connect(daemon.address()).unwrap()).collect();
    let started = std::time::Instant::now();
    daemon.stop();
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    drop(idle);
}

#[test]
fn both_signals_stop_cleanly() {
    for signal in ["TERM", "INT"] {
        let mut daemon = Daemon::start();
        let account = daemon.register();
        account.event("t", json!({"a": 1}));
        daemon.signal(signal);
        assert_eq!(daemon.wait().code(), Some(0), "{signal}: {}", daemon.log());
        daemon.restart();
        assert_eq!(account.get("/events").ok(200)["events"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn one_server_per_data_directory() {
    let daemon = Daemon::start();
    let dir = daemon.data_dir();
    let second = Cli::new(["serve", "--listen", "127.0.0.1:0", "--data-dir", dir.to_str().unwrap()]).run();
    assert_eq!(second.code, Some(1), "{}", second.stderr);
    assert!(second.stderr.contains(&daemon.pid().to_string()), "it names the pid: {}", second.stderr);
    assert_eq!(second.stdout, "");
    daemon.register().get("/topics").ok(200);
}

#[test]
fn a_kill_leaves_no_lock_behind() {
    let mut daemon = Daemon::start();
    for _ in 0..3 {
        daemon.kill9();
        daemon.restart();
    }
    daemon.register().get("/topics").ok(200);
}

#[test]
fn ids_go_on_growing_after_a_restart() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.extend((0..5).map(|_| account.event("t", json!({}))));
        daemon.kill9();
        daemon.restart();
    }
    assert!(ids.is_sorted(), "{ids:?}");
}
