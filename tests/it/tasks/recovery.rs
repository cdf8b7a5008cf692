//! Kills and stops between the acceptance of tasks and their callbacks: each ends, and each
//! callback arrives at least once.

use super::{ended, task};
use crate::support::{Account, Daemon, Receiver, until};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

const TASKS: usize = 1000;

#[test]
fn a_thousand_survive_kills() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    let ids = hand_in(&account, &receiver);
    assert_eq!(ids.len(), TASKS);
    for share in [50, 300, 700] {
        until("some have called back", || (receiver.hits("/done").len() >= share).then_some(()));
        daemon.kill9();
        daemon.restart();
    }
    let mut told: HashMap<String, Value> = HashMap::new();
    until("all have called back", || {
        told.extend(
            receiver.hits("/done").iter().map(|hit| (hit.json()["jobId"].as_str().unwrap().to_owned(), hit.json())),
        );
        (told.len() >= TASKS).then_some(())
    });
    for id in &ids {
        let word = format!("job_{}", id.replace('-', ""));
        assert_eq!((&told[&word]["status"], &told[&word]["attempts"]), (&json!("succeeded"), &json!(1)), "{id}");
    }
    let open = || {
        let database = daemon.database();
        let count = "SELECT COUNT(*) FROM tasks WHERE status <> 3 OR callback_status <> 2 OR claimed <> 0";
        database.query_row(count, [], |row| row.get::<_, i64>(0)).expect("it counts")
    };
    until("all are settled", || (open() == 0).then_some(()));
    let words: HashSet<_> = told.keys().collect();
    assert_eq!(words.len(), TASKS, "none that nobody asked for");
}

/// Hands in all tasks over a few connections; returns their ids.
fn hand_in(account: &Account, receiver: &Receiver) -> Vec<String> {
    let body = json!({"type": "work", "payload": {"n": 1}, "callback_url": receiver.url("/done")});
    std::thread::scope(|scope| {
        let batch = || {
            let send = |_| account.post("/tasks", body.clone()).ok(201)["id"].as_str().unwrap().to_owned();
            (0..TASKS / 4).map(send).collect::<Vec<_>>()
        };
        let all: Vec<_> = (0..4).map(|_| scope.spawn(batch)).collect();
        all.into_iter().flat_map(|one| one.join().expect("hands in")).collect()
    })
}

#[test]
fn a_kill_in_the_middle_of_an_attempt_makes_it_again() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.hold("/in");
    let path = task(&account, json!({"type": "http", "payload": {"url": receiver.url("/in")}}));
    receiver.wait_for("/in", 1);
    assert_eq!(account.get(&path).ok(200)["status"], "running");
    daemon.kill9();
    receiver.release("/in");
    daemon.restart();
    let done = ended(&account, &path);
    assert_eq!((&done["status"], &done["attempts"]), (&json!("succeeded"), &json!(1)));
    let hits = receiver.hits("/in");
    assert_eq!((hits.len(), hits[0].header("x-job-id")), (2, hits[1].header("x-job-id")), "under the same id");
}

#[test]
fn a_stop_waits_for_attempts_under_way() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.hold("/in");
    let payload = json!({"url": receiver.url("/in")});
    let path = task(&account, json!({"type": "http", "payload": payload, "callback_url": receiver.url("/done")}));
    receiver.wait_for("/in", 1);
    daemon.signal("TERM");
    until("new connections are refused", || std::net::TcpStream::connect(daemon.address()).is_err().then_some(()));
    receiver.release("/in");
    assert_eq!(daemon.wait().code(), Some(0), "{}", daemon.log());
    assert!(receiver.hits("/done").is_empty(), "what follows is for the next start");
    daemon.restart();
    let done = ended(&account, &path);
    assert_eq!((&done["callback_status"], receiver.hits("/in").len()), (&json!("delivered"), 1));
}
