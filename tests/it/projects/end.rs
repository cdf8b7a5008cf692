//! The end of a project: nothing of it works, nothing more is sent, also after a kill.

use super::join;
use crate::support::{Account, Answer, Daemon, Receiver, in_millis, until};
use serde_json::json;

#[track_caller]
fn delete(account: &Account) {
    assert_eq!(account.user().delete(&format!("/projects/{}", account.project_id)).ok(200), json!({"ok": true}));
}

#[test]
fn nothing_of_it_works_any_more() {
    let daemon = Daemon::shared();
    let owner = daemon.register();
    let mate = join(&daemon, &owner, "admin");
    let (hook, event) =
        (owner.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]})), owner.event("t", json!({})));
    delete(&owner);
    for path in ["/project", "/events", "/webhooks", "/token", "/audit-log"] {
        owner.get(path).fails(401, "Invalid API key");
        for account in [&owner, &mate.account] {
            let call = account.user().call("GET", path).header("X-Project-Id", &owner.project_id);
            call.send().fails(404, "Project not found");
        }
    }
    owner.post("/events", json!({})).fails(401, "Invalid API key");
    for account in [&owner, &mate.account] {
        for (method, rest) in [
            ("GET", ""),
            ("PATCH", ""),
            ("DELETE", ""),
            ("PATCH", "/default"),
            ("GET", "/members"),
            ("POST", "/members"),
            ("DELETE", &format!("/members/{}", mate.id)),
        ] {
            let path = format!("/projects/{}{rest}", owner.project_id);
            account.user().call(method, &path).json(json!({})).send().fails(404, "Project not found");
        }
    }
    // The user goes on elsewhere, and finds nothing of it there.
    let fresh = owner.user().post("/projects", json!({})).ok(201);
    let key = owner.with(fresh["api_key"].as_str().unwrap());
    key.get(&format!("/webhooks/{hook}")).fails(404, "Webhook not found");
    key.get(&format!("/events/{event}")).fails(404, "Event not found");
}

#[test]
fn what_was_due_is_not_sent() {
    let mut daemon = Daemon::start();
    let (owner, other) = (daemon.register(), daemon.register());
    let receiver = Receiver::start();
    receiver.script("/retry", [Answer::status(500)]);
    let later = json!({"retry_config": {"backoff_seconds": [1], "max_attempts": 5}});
    owner.webhook(&receiver.url("/retry"), later);
    owner.event("t", json!({}));
    receiver.wait_for("/retry", 1);
    owner.webhook(&receiver.url("/late"), json!({"topics": ["late"]}));
    owner.post("/events", json!({"topic": "late", "deliver_at": in_millis(1200)})).ok(202);
    delete(&owner);
    // A neighbour's delayed event, due after those, shows that their time has come.
    other.webhook(&receiver.url("/other"), json!({}));
    other.post("/events", json!({"topic": "late", "deliver_at": in_millis(2500)})).ok(202);
    daemon.kill9();
    daemon.restart();
    receiver.wait_for("/other", 1);
    assert_eq!((receiver.hits("/retry").len(), receiver.hits("/late").len()), (1, 0));
}

#[test]
fn an_end_in_the_middle_of_deliveries() {
    let daemon = Daemon::shared();
    let owner = daemon.register();
    let receiver = Receiver::start();
    owner.webhook(&receiver.url("/in"), json!({"rate_limit": {"max_concurrent": 1}}));
    let events: Vec<_> = (0..1000).map(|n| json!({"topic": "t", "n": n})).collect();
    owner.post("/events/batch", json!({ "events": events })).ok(202);
    receiver.wait_for("/in", 3);
    delete(&owner);
    let db = daemon.database();
    let left = "SELECT COUNT(*) FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id \
                WHERE w.url = ?1 AND d.due_at IS NOT NULL";
    until("nothing is due any more", || {
        let left: i64 = db.query_row(left, [receiver.url("/in")], |row| row.get(0)).unwrap();
        (left == 0).then_some(())
    });
    // The attempt that was in flight may still arrive, and no other.
    let seen = receiver.hits("/in").len();
    assert!(seen < 1000, "all were sent before the end");
}
