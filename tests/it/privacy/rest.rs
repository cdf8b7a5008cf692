//! Restricting and objecting: the calls, what is refused while they hold, and what is not.

use super::{entries, join, lift, restrict};
use crate::support::{Account, Answer, Daemon, PASSWORD, Receiver};
use serde_json::json;

const REFUSED: &str = "Processing restricted";

/// Calls that would process something: a delivery, a dead letter and a webhook to try them on.
fn attempts(delivery: &str, letter: &str, hook: &str) -> [(String, serde_json::Value); 7] {
    [
        ("/events".to_owned(), json!({"topic": "t"})),
        ("/send".to_owned(), json!({"topic": "t"})),
        ("/events/batch".to_owned(), json!({"events": [{"topic": "t"}]})),
        (format!("/deliveries/{delivery}/retry"), json!({})),
        (format!("/dead-letters/{letter}/retry"), json!({})),
        (format!("/dead-letters/{letter}/retry"), json!({"payload": {"n": 1}})),
        (format!("/webhooks/{hook}/test"), json!({})),
    ]
}

/// An account with a delivery that failed for good.
fn failed(daemon: &Daemon, receiver: &Receiver) -> (Account, String, String, String) {
    let account = daemon.register();
    receiver.script("/gone", [Answer::status(404)]);
    let hook = account.webhook_id(&receiver.url("/gone"), json!({}));
    let event = account.event("t", json!({}));
    let delivery = account.settled(&event)["id"].as_str().unwrap().to_owned();
    let letter = account.dead_letters()[0]["id"].as_str().unwrap().to_owned();
    (account, delivery, letter, hook)
}

#[test]
fn processing_is_refused_and_the_rest_goes_on() {
    let daemon = Daemon::shared();
    let receiver = Receiver::start();
    let (owner, delivery, letter, hook) = failed(&daemon, &receiver);
    let mate = daemon.register();
    join(&owner, &mate, "member");
    let in_project = |account: &Account, method: &str, path: &str| {
        account.user().call(method, path).header("X-Project-Id", &owner.project_id)
    };
    restrict(&owner);
    let sent = receiver.hits("/gone").len();
    for (path, body) in attempts(&delivery, &letter, &hook) {
        owner.post(&path, body.clone()).fails(403, REFUSED);
        for account in [&owner, &mate] {
            in_project(account, "POST", &path).json(body.clone()).send().fails(403, REFUSED);
        }
    }
    assert_eq!(receiver.hits("/gone").len(), sent, "something was sent");
    for path in ["/events", "/deliveries", "/webhooks", "/dead-letters", "/topics", "/token", "/audit-log"] {
        owner.get(path).ok(200);
        if path != "/audit-log" {
            in_project(&mate, "GET", path).send().ok(200);
        }
    }
    owner.get(&format!("/deliveries/{delivery}")).ok(200);
    owner.post("/simulate", json!({"topic": "t"})).ok(200);
    let made = owner.webhook_id(&receiver.url("/new"), json!({}));
    owner.patch(&format!("/webhooks/{made}"), json!({"name": "renamed"})).ok(200);
    owner.delete(&format!("/webhooks/{made}")).ok(200);
    owner.patch("/project", json!({"name": "Resting"})).ok(200);
    owner.call("PATCH", &format!("/dead-letters/{letter}/resolve")).send().ok(200);
    owner.login();
    owner.user().get("/me/data").ok(200);
    // Another project of another owner is not touched, not even for the same caller.
    owner.user().post("/projects", json!({})).ok(201);
    mate.post("/events", json!({"topic": "t"})).ok(202);
    lift(&owner);
    owner.post("/events", json!({"topic": "t"})).ok(202);
}

#[test]
fn both_marks_hold_and_are_taken_back_one_by_one() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    let first = restrict(&account);
    assert_eq!(restrict(&account), first, "nothing happens again");
    for _ in 0..2 {
        assert_eq!(user.call("POST", "/me/object").send().ok(200), json!({"processing_consent": false}));
    }
    lift(&account);
    lift(&account);
    account.post("/events", json!({})).fails(403, REFUSED);
    for _ in 0..2 {
        assert_eq!(user.delete("/me/object").ok(200), json!({"processing_consent": true}));
    }
    account.post("/events", json!({})).ok(202);
    let expected = [
        "gdpr.processing_restricted",
        "gdpr.processing_objection",
        "gdpr.restriction_lifted",
        "gdpr.processing_consent_restored",
    ];
    let entries = entries(&account, "gdpr.");
    let marks: Vec<&String> = entries.iter().filter(|action| *action != "gdpr.data_export").collect();
    assert_eq!(marks, expected);
}

#[test]
fn restricting_asks_for_the_password() {
    let daemon = Daemon::start();
    let account = daemon.register();
    let user = account.user();
    user.call("POST", "/me/restrict").send().fails(400, "Password required");
    for _ in 0..4 {
        user.post("/me/restrict", json!({"password": "Wrong-pass1"})).fails(401, "Invalid password");
    }
    user.post("/me/restrict", json!({"password": "Wrong-pass1"})).fails(423, "Account locked. Try again later.");
    user.post("/me/restrict", json!({"password": PASSWORD})).fails(423, "Account locked. Try again later.");
    account.post("/events", json!({})).ok(202);
    for path in ["/me/restrict", "/me/object", "/me/delete"] {
        account.post(path, json!({"password": PASSWORD})).fails(401, "Unauthorized");
    }
}

#[test]
fn calls_that_ask_for_the_password_are_few() {
    let daemon = Daemon::bare(&["--registration", "open"]);
    let account = daemon.register();
    let user = account.user();
    let seen: Vec<u16> = (0..11).map(|_| user.call("POST", "/me/restrict").send().status).collect();
    // A new minute may have begun in between.
    assert!(seen.contains(&429) || seen.iter().all(|s| *s == 400), "{seen:?}");
    let reply = user.get("/me/data");
    assert_eq!((reply.status, reply.header("x-ratelimit-limit")), (200, Some("10")));
    let reply = user.delete("/me/object");
    assert_eq!((reply.status, reply.header("x-ratelimit-limit")), (200, Some("300")));
}
