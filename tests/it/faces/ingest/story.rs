//! One event seen by every door tells one story, also when the server is killed meanwhile.

use super::{Endpoint, get, in_status, plain};
use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::json;
use std::collections::HashSet;

#[test]
fn statuses_follow_what_is_done_natively() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/s", json!({"retry_config": {"max_attempts": 2}}));
    receiver.hold("/s");
    let id = endpoint.send(&account, "{}");
    receiver.wait_for("/s", 1);
    assert_eq!(get(&account, &format!("/{id}"))["status"], "QUEUED");
    receiver.script("/s", [Answer::status(500), Answer::status(500), Answer::status(200)]);
    receiver.release("/s");
    let first = in_status(&account, &id, "DELIVERED");
    assert_eq!(first["attempts"].as_array().unwrap().len(), 1, "its answer was made before the script");
    let failing = endpoint.send(&account, r#"{"n":2}"#);
    in_status(&account, &failing, "RETRYING");
    assert_eq!(get(&account, "?status=RETRYING")["total"], 1);
    let delivery = account.get(&format!("/deliveries?event_id={}", plain(&failing))).ok(200)["deliveries"][0].clone();
    assert_eq!(delivery["webhook_id"], json!(endpoint.webhook));
    let retry = format!("/deliveries/{}/retry", delivery["id"].as_str().unwrap());
    account.post(&retry, json!({})).ok(200);
    receiver.wait_for("/s", 3);
    let tried = until("the second attempt is stored", || {
        Some(get(&account, &format!("/{failing}"))).filter(|e| e["attempts"].as_array().unwrap().len() == 2)
    });
    assert_eq!(tried["status"], "RETRYING", "a retry by hand begins a new cycle");
    account.delete(&format!("/events/{}", plain(&failing))).ok(200);
    in_status(&account, &failing, "FAILED");
    assert_eq!(get(&account, "?status=FAILED")["total"], 1);
}

#[test]
fn dead_letters_bring_an_event_back() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/d", json!({"retry_config": {"max_attempts": 1}}));
    receiver.script("/d", [Answer::status(500), Answer::status(200)]);
    let id = endpoint.send(&account, "{}");
    in_status(&account, &id, "FAILED");
    let letter = account.get("/dead-letters").ok(200)["dead_letters"][0]["id"].as_str().unwrap().to_owned();
    account.post(&format!("/dead-letters/{letter}/retry"), json!({})).ok(200);
    let event = in_status(&account, &id, "DELIVERED");
    assert_eq!(event["attempts"].as_array().unwrap().len(), 2);
    assert_eq!(get(&account, "?status=DELIVERED")["total"], 1);
}

#[test]
fn the_command_line_signs_by_itself() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/c", json!({}));
    let send = |secret: &str| {
        let body = r#"{"x":1}"#;
        let args = ["ingest", "send", &endpoint.id, "--event-type", "a", "--correlation-id", "c-1", "--body", body];
        account.cli(args).env("JOBCELIS_WEBHOOK_SECRET", secret).run()
    };
    let sent = send(&endpoint.secret);
    assert_eq!(sent.code, Some(0), "{}", sent.stderr);
    assert_eq!(receiver.wait_for("/c", 1)[0].header("x-correlation-id"), Some("c-1"));
    let event = &get(&account, "?event_type=a")["events"][0];
    assert!(sent.stdout.contains(event["id"].as_str().unwrap()), "{}", sent.stdout);
    assert_eq!(send("another").code, Some(4), "refused");
}

#[test]
fn a_kill_loses_nothing_that_was_accepted() {
    let (mut daemon, receiver) = (Daemon::start(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/k", json!({}));
    receiver.hold("/k");
    let sent: Vec<String> =
        (0..40).map(|n| endpoint.send(&account, &json!({"type": "k", "n": n}).to_string())).collect();
    receiver.wait_for("/k", 1);
    daemon.kill9();
    receiver.release("/k");
    daemon.restart();
    for id in &sent {
        in_status(&account, id, "DELIVERED");
    }
    let arrived: HashSet<String> = receiver.hits("/k").iter().map(|hit| hit.json()["event_id"].to_string()).collect();
    assert_eq!(arrived.len(), sent.len());
    for query in ["", "?status=DELIVERED", "?event_type=k"] {
        assert_eq!(get(&account, query)["total"], 40, "{query}");
    }
}

#[test]
fn what_is_removed_is_counted_no_more() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let endpoint = Endpoint::new(&account, &receiver, "/p", json!({}));
    let sent: Vec<String> = (0..3).map(|_| endpoint.send(&account, r#"{"type":"a"}"#)).collect();
    sent.iter().for_each(|id| {
        in_status(&account, id, "DELIVERED");
    });
    account.event("b", json!({}));
    let purged = account.post("/purge", json!({"type": "events", "older_than": "0h", "topic": "a"})).ok(200);
    assert_eq!(purged["deleted_count"], 3);
    for (query, total) in [("", 0), ("?event_type=a", 0), ("?status=DELIVERED", 0), ("?include=all", 1)] {
        let list = get(&account, query);
        assert_eq!((&list["total"], list["events"].as_array().unwrap().len()), (&json!(total), total), "{query}");
    }
}

#[test]
fn collections_take_events_of_an_endpoint_along() {
    let (daemon, receiver) = (Daemon::shared(), Receiver::start());
    let account = daemon.register();
    let more = json!({"batch_config": {"enabled": true, "window_seconds": 1, "max_batch_size": 2}});
    let endpoint = Endpoint::new(&account, &receiver, "/b", more);
    let sent = [endpoint.send(&account, "{}"), endpoint.send(&account, "[1]")];
    let body = receiver.wait_for("/b", 1)[0].json();
    assert_eq!((&body["count"], &body["events"][1]["payload"]), (&json!(2), &json!([1])));
    sent.iter().for_each(|id| {
        in_status(&account, id, "DELIVERED");
    });
}
