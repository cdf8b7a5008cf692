//! The audit log: what it shows, by every filter and page by page.

use crate::support::{Account, Daemon, until};
use serde_json::{Value, json};

fn list(account: &Account, query: &str) -> Vec<Value> {
    account.get(&format!("/audit-log?{query}")).ok(200)["data"].as_array().expect("a list").clone()
}

fn actions(account: &Account, query: &str) -> Vec<String> {
    list(account, query).iter().map(|e| e["action"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_change_of_a_project_leaves_an_entry() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    account.patch(&format!("/webhooks/{hook}"), json!({"name": "n"})).ok(200);
    account.delete(&format!("/webhooks/{hook}")).ok(200);
    let event = account.event("order.created", json!({"secret": "payload"}));
    account.post("/events/batch", json!({"events": [{}, {}, 5]})).ok(202);
    account.delete(&format!("/events/{event}")).ok(200);
    let job = account.post("/jobs", json!({"name": "n"})).ok(201)["id"].as_str().unwrap().to_owned();
    account.patch(&format!("/jobs/{job}"), json!({"hour": 5})).ok(200);
    account.delete(&format!("/jobs/{job}")).ok(200);
    account.patch("/project", json!({"name": "Shop"})).ok(200);
    account.patch("/token", json!({"name": "Till"})).ok(200);
    // What fails leaves nothing.
    account.patch("/project", json!({"name": ""})).invalid("name");
    account.delete(&format!("/webhooks/{event}")).fails(404, "Webhook not found");
    account.post("/jobs", json!({"name": "n", "hour": 24})).invalid("hour");
    account.delete(&format!("/jobs/{event}")).fails(404, "Job not found");
    let mut seen = actions(&account, "");
    seen.reverse();
    let expected = [
        "project.created",
        "api_key.created",
        "webhook.created",
        "webhook.updated",
        "webhook.deleted",
        "event.created",
        "event.batch_created",
        "event.deleted",
        "job.created",
        "job.updated",
        "job.deactivated",
        "project.updated",
        "api_key.updated",
    ];
    assert_eq!(seen, expected);
    let text = account.get("/audit-log").text;
    for secret in ["payload", &account.key, &account.token] {
        assert!(!text.contains(secret), "{secret} is in the log: {text}");
    }
}

#[test]
fn an_entry_names_its_actor() {
    let daemon = Daemon::with(&["--trusted-proxies", "127.0.0.0/8"]);
    let account = daemon.register();
    let send = |by: &crate::support::Api, ip: &str| {
        let call = by.call("POST", "/events").header("X-Forwarded-For", ip);
        call.json(json!({"topic": "order.created"})).send().ok(202)
    };
    let by_key = send(&account, "203.0.113.7");
    let by_user = send(&account.user(), "2001:db8::1");
    for (sent, ip, sort, metadata) in [
        (&by_key, "203.0.113.7", "api_key", json!({"topic": "order.created", "api_key_prefix": &account.key[..12]})),
        (&by_user, "2001:db8::1", "user", json!({"topic": "order.created"})),
    ] {
        let id = sent["id"].as_str().unwrap();
        let entry = &list(&account, &format!("resource_id={id}"))[0];
        let expected = json!({
            "id": id, "action": "event.created", "resource_type": "event", "resource_id": id, "metadata": metadata,
            "user_id": account.user_id, "ip_address": ip, "inserted_at": sent["inserted_at"],
            "actor_id": account.user_id, "actor_type": sort, "actor_email": account.email,
        });
        assert_eq!(*entry, expected);
    }
}

#[test]
fn filters() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let hook = account.webhook_id("http://127.0.0.1:9/x", json!({"topics": ["never"]}));
    let event = account.event("a", json!({}));
    account.post("/events/batch", json!({"events": [{}]})).ok(202);
    let time = list(&account, &format!("resource_id={event}"))[0]["inserted_at"].as_str().unwrap().to_owned();
    let every = ["event.batch_created", "event.created", "webhook.created", "api_key.created", "project.created"];
    for (query, wanted) in [
        ("action=event.*".to_owned(), &every[..2]),
        ("action=event.created".to_owned(), &every[1..2]),
        ("action=e*".to_owned(), &every[..2]),
        ("action=event".to_owned(), &[]),
        ("action=*".to_owned(), &every[..]),
        ("resource_type=webhook".to_owned(), &every[2..3]),
        (format!("resource_id={hook}"), &every[2..3]),
        (format!("resource_id={}", account.project_id), &every[4..]),
        (format!("user_id={}", account.user_id), &every[..]),
        (format!("user_id={}", other.user_id), &[]),
        (format!("actor_email={}", account.email), &every[..]),
        (format!("actor_email={}", other.email), &[]),
        ("actor_email=nobody@example.org".to_owned(), &[]),
        (format!("from={time}"), &every[..2]),
        (format!("to={time}"), &every[1..]),
        (format!("from={time}&to={time}"), &every[1..2]),
        (format!("to={}", &time[..10]), &every[..]),
        (format!("action=event.*&to={time}&resource_type=event&user_id={}", account.user_id), &every[1..2]),
    ] {
        assert_eq!(actions(&account, &query), wanted, "{query}");
    }
    for bad in ["from=x", "to=2020-13-01", "from=5"] {
        let name = bad.split('=').next().unwrap();
        account.get(&format!("/audit-log?{bad}")).fails(400, &format!("{name} must be an ISO 8601 timestamp"));
    }
}

#[test]
fn pages_hold_each_entry_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for n in 0..120 {
        match n % 4 {
            0 => drop(account.post("/events/batch", json!({"events": [{}, {}]})).ok(202)),
            1 => drop(account.patch("/project", json!({"name": format!("n{n}")})).ok(200)),
            _ => drop(account.event("t", json!({}))),
        }
    }
    for (query, count) in [("", 50), ("limit=100", 100), ("limit=500", 100), ("limit=0", 1)] {
        assert_eq!(list(&account, query).len(), count, "{query}");
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = account.get(&format!("/audit-log?limit=17{cursor}")).ok(200);
        seen.extend(page["data"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()));
        assert_eq!(page["has_next"], page["next_cursor"].is_string());
        let Some(next) = page["next_cursor"].as_str() else { break };
        assert_eq!(seen.last().map(String::as_str), Some(next));
        cursor = format!("&cursor={next}");
        account.event("t", json!({"more": true}));
    }
    assert_eq!(seen.len(), 122);
    assert!(seen.is_sorted_by(|a, b| a > b), "newest first");
    account.get("/audit-log?cursor=x").fails(400, "Invalid cursor");
}

#[test]
fn accepted_events_can_be_left_out() {
    let daemon = Daemon::with(&["--audit-events", "off"]);
    let account = daemon.register();
    account.event("t", json!({}));
    account.post("/events/batch", json!({"events": [{}]})).ok(202);
    assert_eq!(actions(&account, ""), ["event.batch_created", "api_key.created", "project.created"]);
}

#[test]
fn entries_survive_a_kill_with_what_they_tell_of() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let event = account.event("t", json!({}));
    account.patch("/project", json!({"name": "Shop"})).ok(200);
    daemon.kill9();
    daemon.restart();
    until("it answers", || (account.get("/project").status == 200).then_some(()));
    assert_eq!(actions(&account, "limit=2"), ["project.updated", "event.created"]);
    assert_eq!(list(&account, &format!("resource_id={event}")).len(), 1);
}
