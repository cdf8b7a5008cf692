//! Deleting an account: gone for everyone at once, gone from the disk soon after, also when the
//! server is killed in between; others notice nothing.

use super::join;
use crate::support::{Account, Answer, Daemon, PASSWORD, Receiver, in_millis, unique, until};
use serde_json::{Value, json};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[track_caller]
fn erase(account: &Account) {
    let answer = account.user().call("DELETE", "/me").json(json!({"password": PASSWORD})).send().ok(200);
    assert_eq!(answer, json!({"status": "deleted"}));
}

/// Whether any file of the data directory contains the text.
fn on_disk(daemon: &Daemon, text: &str) -> bool {
    let found = Command::new("grep").args(["-rqaF", text]).arg(daemon.data_dir()).status().unwrap();
    found.success()
}

#[track_caller]
fn gone_from_disk(daemon: &Daemon, texts: &[&str]) {
    let started = Instant::now();
    for text in texts {
        while on_disk(daemon, text) {
            assert!(started.elapsed() < Duration::from_secs(90), "{text} is still on the disk");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
fn nothing_of_it_is_left_on_the_disk() {
    let daemon = Daemon::start();
    let (account, mate, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    let [project, payload, topic, path, name, answer] =
        ["Sirius", "pangalactic", "gargle", "blaster", "Milliways", "dontpanic"].map(unique);
    account.patch("/project", json!({ "name": project })).ok(200);
    join(&account, &mate, "viewer");
    let path_ = format!("/{path}");
    receiver.script(&path_, [Answer::status(500).body(answer.clone())]);
    let once = json!({"name": name, "retry_config": {"max_attempts": 1}});
    account.webhook(&receiver.url(&path_), once);
    for n in 0..200 {
        account
            .post("/events", json!({"topic": topic, "n": n, "payload": {"text": payload, "pad": "x".repeat(50 * n)}}))
            .ok(202);
    }
    account.post("/events", json!({"topic": topic, "text": payload, "deliver_at": in_millis(60_000)})).ok(202);
    receiver.wait_for(&path_, 5);
    until("something failed for good", || (!account.dead_letters().is_empty()).then_some(()));
    let texts = [&project, &payload, &topic, &path, &name, &answer].map(String::as_str);
    for text in texts {
        assert!(on_disk(&daemon, text), "{text} was never there");
    }
    erase(&account);
    gone_from_disk(&daemon, &texts);
    assert!(!on_disk(&daemon, &account.email));
    for text in texts.into_iter().chain([account.email.as_str()]) {
        assert!(!daemon.log().contains(text), "{text} stands in the log");
    }
}

#[test]
fn it_is_gone_for_everyone_at_once() {
    let daemon = Daemon::start();
    let (owner, mate, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    join(&owner, &mate, "admin");
    mate.user().patch(&format!("/projects/{}/default", owner.project_id), json!({})).ok(200);
    receiver.script("/retry", [Answer::status(503)]);
    owner.webhook(&receiver.url("/retry"), json!({"topics": ["r"], "retry_config": {"backoff_seconds": [1]}}));
    owner.webhook(&receiver.url("/late"), json!({"topics": ["late"]}));
    owner.event("r", json!({}));
    receiver.wait_for("/retry", 1);
    owner.post("/events", json!({"topic": "late", "deliver_at": in_millis(1000)})).ok(202);
    let second = owner.login()["token"].as_str().unwrap().to_owned();
    erase(&owner);
    for token in [&owner.token, &second] {
        owner.with(token).get("/projects").fails(401, "Unauthorized");
    }
    owner
        .anonymous()
        .post("/auth/refresh", json!({"refresh_token": owner.refresh_token}))
        .fails(401, "Invalid or expired token");
    owner.get("/project").fails(401, "Invalid API key");
    owner.post("/events", json!({})).fails(401, "Invalid API key");
    let login = json!({"email": owner.email, "password": PASSWORD});
    owner.anonymous().post("/auth/login", login.clone()).fails(401, "Invalid email or password");
    // The member is left with their own project, which is their default again.
    let list = mate.user().get("/projects").ok(200);
    assert_eq!((list["data"].as_array().unwrap().len(), &list["data"][0]["is_default"]), (1, &json!(true)));
    for path in ["", "/members"] {
        mate.user().get(&format!("/projects/{}{path}", owner.project_id)).fails(404, "Project not found");
    }
    assert_eq!(mate.user().get("/invitations/pending").ok(200)["data"], json!([]));
    let copy = mate.user().get("/me/data").ok(200);
    until("no place in it is left", || {
        let copy = mate.user().get("/me/data").ok(200);
        (!copy["data"].to_string().contains(&owner.project_id)).then_some(())
    });
    assert_eq!(copy["data"]["events"], json!([]));
    // What was due is not sent.
    mate.webhook(&receiver.url("/other"), json!({}));
    mate.post("/events", json!({"topic": "late", "deliver_at": in_millis(1500)})).ok(202);
    receiver.wait_for("/other", 1);
    assert_eq!([receiver.hits("/retry").len(), receiver.hits("/late").len()], [1, 0]);
    // The address can be used by someone new.
    let again = json!({"email": owner.email, "password": PASSWORD});
    let fresh = owner.anonymous().post("/auth/register", again).ok(201);
    assert_ne!(fresh["user"]["id"], json!(owner.user_id));
    let user = owner.with(fresh["token"].as_str().unwrap());
    let copy = user.get("/me/data").ok(200);
    let actions = copy["data"]["audit_entries"].as_array().unwrap().len();
    assert_eq!((actions, copy["data"]["sessions"].as_array().unwrap().len()), (3, 1));
}

#[test]
fn what_was_done_for_others_stays_without_a_name() {
    let daemon = Daemon::start();
    let (host, guest, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    join(&host, &guest, "admin");
    let in_host = |method: &str, path: &str, body: Value| {
        guest.user().call(method, path).header("X-Project-Id", &host.project_id).json(body).send()
    };
    in_host("POST", "/webhooks", json!({"url": receiver.url("/in")})).ok(201);
    let event = in_host("POST", "/events", json!({"topic": "t"})).ok(202);
    let invited = daemon.register();
    let path = format!("/projects/{}/members", host.project_id);
    let place = guest.user().post(&path, json!({"email": invited.email, "role": "viewer"})).ok(201);
    assert_eq!(place["invited_by"], json!(guest.user_id));
    erase(&guest);
    let entry = |action: &str| host.user().get(&format!("/audit-log?action={action}")).ok(200)["data"][0].take();
    until("the entries are without a name", || {
        let all = ["webhook.created", "event.created", "member.accepted", "member.invited"].map(entry);
        let redacted =
            |e: &Value| e["user_id"].is_null() && e["ip_address"] == "[redacted]" && e["actor_email"].is_null();
        all.iter().all(redacted).then_some(())
    });
    let members = host.user().get(&path).ok(200);
    let rows: Vec<(&Value, &Value)> =
        members["data"].as_array().unwrap().iter().map(|m| (&m["user_id"], &m["invited_by"])).collect();
    assert_eq!(rows, [(&json!(host.user_id), &Value::Null), (&json!(invited.user_id), &Value::Null)]);
    assert_eq!(host.settled(event["id"].as_str().unwrap())["status"], "success", "it belongs to the project");
    assert!(!host.user().get("/audit-log").text.contains(&guest.email));
}

/// An account with very many events and, of some, deliveries.
fn large(daemon: &Daemon, receiver: &Receiver, marker: &str) -> Account {
    let account = daemon.register();
    account.webhook(&receiver.url("/some"), json!({"topics": ["some"]}));
    let text = marker.repeat(8);
    for n in 0..50 {
        let topic = if n < 2 { "some" } else { "rest" };
        let events: Vec<Value> = (0..1000).map(|i| json!({"topic": topic, "n": n * 1000 + i, "text": text})).collect();
        account.post("/events/batch", json!({ "events": events })).ok(202);
    }
    receiver.wait_for("/some", 2000);
    account
}

#[test]
fn a_kill_in_the_middle_is_made_up_for() {
    let mut daemon = Daemon::start();
    let receiver = Receiver::start();
    let (marker, other) = (unique("vogon"), daemon.register());
    let kept = other.event("t", json!({"text": "poetry"}));
    let account = large(&daemon, &receiver, &marker);
    erase(&account);
    daemon.kill9();
    assert!(on_disk(&daemon, &marker), "it was too quick for this test");
    daemon.restart();
    account.get("/project").fails(401, "Invalid API key");
    account.user().get("/projects").fails(401, "Unauthorized");
    daemon.kill9();
    daemon.restart();
    gone_from_disk(&daemon, &[&marker]);
    daemon.stop();
    daemon.restart();
    assert_eq!(other.get(&format!("/events/{kept}")).ok(200)["payload"]["text"], "poetry");
    assert!(!on_disk(&daemon, &marker));
}

#[test]
fn others_hardly_notice() {
    let daemon = Daemon::start();
    let receiver = Receiver::start();
    let (marker, other) = (unique("vogon"), daemon.register());
    other.webhook(&receiver.url("/other"), json!({"topics": ["t"]}));
    let account = large(&daemon, &receiver, &marker);
    let over = AtomicBool::new(false);
    let (slowest, sent) = std::thread::scope(|s| {
        let sender = s.spawn(|| {
            let (mut slowest, mut sent) = (Duration::ZERO, 0);
            while !over.load(Ordering::Relaxed) {
                let begun = Instant::now();
                other.event("t", json!({}));
                (slowest, sent) = (slowest.max(begun.elapsed()), sent + 1);
            }
            (slowest, sent)
        });
        erase(&account);
        gone_from_disk(&daemon, &[&marker]);
        over.store(true, Ordering::Relaxed);
        sender.join().unwrap()
    });
    assert!(sent > 20 && slowest < Duration::from_secs(2), "{sent} events, the slowest in {slowest:?}");
    receiver.wait_for("/other", sent);
}
