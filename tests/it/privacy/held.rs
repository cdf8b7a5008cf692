//! What is due of a held project: it waits, is neither sent nor failed, and goes out after the
//! lift, whatever happens to the server in between.

use super::{lift, meanwhile, restrict};
use crate::support::{Account, Answer, Daemon, Receiver, in_millis, until};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// All deliveries of a project, whatever their number.
fn deliveries(account: &Account, query: &str) -> Vec<Value> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = account.get(&format!("/deliveries?limit=200{query}{cursor}")).ok(200);
        all.extend(page["deliveries"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

/// Restricts while a first attempt is in flight; one more is waiting behind it, a retry is due
/// soon, and so is a delayed event.
struct Waiting {
    in_flight: String,
    behind: String,
    retried: String,
    delayed: String,
}

fn waiting(account: &Account, receiver: &Receiver) -> Waiting {
    receiver.script("/retry", [Answer::status(503), Answer::status(200)]);
    let soon = json!({"topics": ["retry"], "retry_config": {"backoff_seconds": [1]}});
    account.webhook(&receiver.url("/retry"), soon);
    account.webhook(&receiver.url("/late"), json!({"topics": ["late"]}));
    let slow = json!({"topics": ["slow"], "rate_limit": {"max_concurrent": 1}});
    account.webhook(&receiver.url("/slow"), slow);
    receiver.hold("/slow");
    let retried = account.event("retry", json!({}));
    account.delivery_when(&retried, "to be retried", |d| d["status"] == "failed");
    let delayed = account.post("/events", json!({"topic": "late", "deliver_at": in_millis(1000)})).ok(202);
    let (in_flight, behind) = (account.event("slow", json!({})), account.event("slow", json!({})));
    receiver.wait_for("/slow", 1);
    restrict(account);
    Waiting { in_flight, behind, retried, delayed: delayed["id"].as_str().unwrap().to_owned() }
}

/// Looks at everything once its time has come: nothing was sent, nothing counts as an attempt.
fn rests(daemon: &Daemon, account: &Account, receiver: &Receiver, waiting: &Waiting) {
    until("the delayed event is due", || account.deliveries(&waiting.delayed).into_iter().next());
    meanwhile(daemon, receiver, 400);
    assert_eq!([receiver.hits("/retry").len(), receiver.hits("/late").len(), receiver.hits("/slow").len()], [1, 0, 1]);
    for (event, status, attempts) in
        [(&waiting.behind, "pending", 0), (&waiting.retried, "failed", 1), (&waiting.delayed, "pending", 0)]
    {
        let delivery = &account.deliveries(event)[0];
        assert_eq!(
            (&delivery["status"], &delivery["attempt_number"]),
            (&json!(status), &json!(attempts)),
            "{delivery}"
        );
    }
    assert!(account.dead_letters().is_empty());
}

fn goes_on(account: &Account, waiting: &Waiting) {
    for (event, attempts) in [(&waiting.behind, 1), (&waiting.retried, 2), (&waiting.delayed, 1)] {
        let delivery = account.settled(event);
        assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("success"), &json!(attempts)));
    }
}

#[test]
fn what_is_due_waits_and_goes_out_after_the_lift() {
    let daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let waiting = waiting(&account, &receiver);
    receiver.release("/slow");
    let delivery = account.settled(&waiting.in_flight);
    assert_eq!(delivery["status"], "success", "what is in flight finishes");
    rests(&daemon, &account, &receiver, &waiting);
    let lifted = std::time::Instant::now();
    lift(&account);
    goes_on(&account, &waiting);
    assert!(lifted.elapsed().as_secs() < 10, "at once: {:?}", lifted.elapsed());
    assert_eq!([receiver.hits("/retry").len(), receiver.hits("/late").len(), receiver.hits("/slow").len()], [2, 1, 2]);
}

#[test]
fn a_kill_changes_nothing_of_it() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let waiting = waiting(&account, &receiver);
    receiver.release("/slow");
    account.settled(&waiting.in_flight);
    for _ in 0..2 {
        daemon.kill9();
        daemon.restart();
        rests(&daemon, &account, &receiver, &waiting);
        account.post("/events", json!({})).fails(403, "Processing restricted");
    }
    lift(&account);
    goes_on(&account, &waiting);
    // A kill right after the lift: it holds no more, and nothing is lost.
    restrict(&account);
    lift(&account);
    daemon.kill9();
    daemon.restart();
    let event = account.event("slow", json!({}));
    assert_eq!(account.settled(&event)["status"], "success");
}

#[test]
fn an_attempt_cut_by_a_kill_waits_too() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let waiting = waiting(&account, &receiver);
    daemon.kill9();
    receiver.release("/slow");
    daemon.restart();
    meanwhile(&daemon, &receiver, 50);
    let delivery = &account.deliveries(&waiting.in_flight)[0];
    assert_eq!((&delivery["status"], &delivery["attempt_number"]), (&json!("pending"), &json!(0)));
    assert_eq!(receiver.hits("/slow").len(), 1);
    lift(&account);
    assert_eq!(account.settled(&waiting.in_flight)["status"], "success");
    goes_on(&account, &waiting);
}

#[test]
fn an_objection_has_the_same_effect() {
    let daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/late"), json!({}));
    let body = json!({"topic": "late", "deliver_at": in_millis(600)});
    let event = account.post("/events", body).ok(202)["id"].as_str().unwrap().to_owned();
    account.user().call("POST", "/me/object").send().ok(200);
    until("it is due", || account.deliveries(&event).into_iter().next());
    meanwhile(&daemon, &receiver, 50);
    assert_eq!(receiver.hits("/late").len(), 0);
    account.user().delete("/me/object").ok(200);
    assert_eq!(account.settled(&event)["status"], "success");
}

#[test]
fn resting_and_going_on_under_load_loses_nothing() {
    let daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/in"), json!({"topics": ["t"]}));
    let (accepted, over) = (Mutex::new(HashSet::new()), AtomicBool::new(false));
    std::thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let events: Vec<Value> = (0..25).map(|n| json!({"topic": "t", "n": n})).collect();
                    let reply = account.post("/events/batch", json!({ "events": events }));
                    assert!([202, 403].contains(&reply.status), "{}", reply.text);
                    let made = reply.json["events"].as_array().cloned().unwrap_or_default();
                    accepted.lock().unwrap().extend(made.iter().map(|e| e["id"].as_str().unwrap().to_owned()));
                }
            });
        }
        for round in 1..6 {
            until("more is accepted", || (accepted.lock().unwrap().len() >= 200 * round).then_some(()));
            restrict(&account);
            account.post("/events", json!({"topic": "t"})).fails(403, "Processing restricted");
            lift(&account);
        }
        over.store(true, Ordering::Relaxed);
    });
    let accepted = accepted.into_inner().unwrap();
    until("nothing is pending", || deliveries(&account, "&status=pending").is_empty().then_some(()));
    assert_eq!(deliveries(&account, "&status=failed"), Vec::<Value>::new());
    let all = deliveries(&account, "");
    assert_eq!(all.len(), accepted.len());
    assert!(all.iter().all(|d| d["attempt_number"] == 1), "a rest is no attempt");
    let arrived: Vec<String> =
        receiver.hits("/in").iter().map(|h| h.header("x-event-id").unwrap().to_owned()).collect();
    assert_eq!(arrived.len(), accepted.len(), "each went out once");
    assert_eq!(arrived.into_iter().collect::<HashSet<_>>(), accepted);
}

#[test]
fn many_that_wait_cost_nothing_and_go_out_in_their_order() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let one = json!({"rate_limit": {"max_concurrent": 1}});
    account.webhook(&receiver.url("/in"), one);
    receiver.hold("/in");
    let events: Vec<Value> = (0..1000).map(|n| json!({"topic": "t", "n": n})).collect();
    account.post("/events/batch", json!({ "events": events })).ok(202);
    receiver.wait_for("/in", 1);
    restrict(&account);
    receiver.release("/in");
    until("the one in flight is settled", || (deliveries(&account, "&status=success").len() == 1).then_some(()));
    meanwhile(&daemon, &receiver, 50);
    assert_eq!(receiver.hits("/in").len(), 1);
    daemon.stop();
    daemon.restart();
    meanwhile(&daemon, &receiver, 50);
    assert_eq!(receiver.hits("/in").len(), 1);
    lift(&account);
    let hits = receiver.wait_for("/in", 1000);
    let order: Vec<u64> = hits.iter().map(|h| h.json()["n"].as_u64().unwrap()).collect();
    assert!(order.is_sorted(), "the order of their due times");
}
