//! Kills and stops: no time is lost, none is used twice, and what was under way is said so.

use super::{finished, job, move_to, runs, topics};
use crate::support::{Daemon, Receiver, until};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::time::Duration;

#[test]
fn kills_around_a_due_time_run_it_once() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let path = job(&account, json!({"name": "n", "cron": "0 0 1 1 *", "topic": "tick"}));
    let mut all = Vec::new();
    for round in 0..8 {
        daemon.stop();
        move_to(&daemon, 40);
        daemon.restart();
        // At another moment each time: before, in or after the write of the run.
        std::thread::sleep(Duration::from_millis(round * 4));
        daemon.kill9();
        daemon.restart();
        all = finished(&account, &path, round as usize + 1);
        assert_eq!(all.len(), round as usize + 1, "{all:?}");
    }
    let slots: HashSet<&Value> = all.iter().map(|run| &run["scheduled_for"]).collect();
    assert_eq!(slots.len(), all.len(), "each time has one run");
    let events: HashSet<&Value> = all.iter().map(|run| &run["result"]["event_id"]).collect();
    assert_eq!((events.len(), topics(&account).len()), (all.len(), all.len()), "each run has its event");
}

#[test]
fn a_kill_in_the_middle_of_a_request_interrupts_the_run() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    let path = job(&account, json!({"name": "n", "cron": "0 0 1 1 *", "url": receiver.url("/in")}));
    daemon.stop();
    move_to(&daemon, -1000);
    daemon.restart();
    receiver.wait_for("/in", 1);
    let under_way = until("the run is stored", || runs(&account, &path).pop());
    assert_eq!((&under_way["status"], &under_way["trigger"]), (&json!("running"), &json!("catch_up")));
    daemon.kill9();
    receiver.release("/in");
    daemon.restart();
    let after = finished(&account, &path, 1).remove(0);
    assert_eq!((&after["id"], &after["status"]), (&under_way["id"], &json!("failed")));
    assert_eq!((&after["result"], &after["error"]), (&json!({"error": "Interrupted"}), &json!("Interrupted")));
    assert!(after["finished_at"].is_string());
    let shown = account.get(&path).ok(200);
    assert_eq!((&shown["last_run_status"], &shown["last_run_at"]), (&json!("failed"), &after["started_at"]));
    let notices = account.user().get("/me/notifications").ok(200)["data"].clone();
    assert_eq!((&notices[0]["type"], &notices[0]["metadata"]["job_name"]), (&json!("job_failed"), &json!("n")));
    assert_eq!(notices[0]["message"], "The job \"n\" failed: Interrupted");
    account.post(&format!("{path}/run"), json!({})).ok(200);
    assert_eq!((receiver.hits("/in").len(), runs(&account, &path).len()), (2, 2), "it was not repeated by itself");
}

#[test]
fn a_stop_waits_for_requests_under_way() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    let path = job(&account, json!({"name": "n", "url": receiver.url("/in")}));
    daemon.stop();
    move_to(&daemon, -1000);
    daemon.restart();
    receiver.wait_for("/in", 1);
    daemon.signal("TERM");
    until("new connections are refused", || std::net::TcpStream::connect(daemon.address()).is_err().then_some(()));
    receiver.release("/in");
    assert_eq!(daemon.wait().code(), Some(0), "{}", daemon.log());
    daemon.restart();
    let all = runs(&account, &path);
    assert_eq!((all.len(), &all[0]["status"]), (1, &json!("success")), "{all:?}");
}
