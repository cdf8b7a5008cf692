//! How long data is kept, and removing it: what is said before, what goes, what stays, and what
//! the audit log tells of it.

use crate::support::{Account, Answer, Daemon, Receiver, in_millis};
use serde_json::{Value, json};

fn effective(events: i64, deliveries: i64) -> Value {
    json!({"events_days": events, "deliveries_days": deliveries, "audit_logs_days": 365, "job_runs_days": 90,
        "dead_letters_days": 30})
}

#[test]
fn the_policy_is_merged_and_shown() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let seen = account.get("/retention").ok(200);
    assert_eq!((&seen["retention_days"], &seen["retention_policy"]), (&Value::Null, &json!({})));
    assert_eq!(seen["effective"], effective(90, 90));
    let next = seen["next_run_at"].as_str().unwrap();
    assert!(next.ends_with("T03:00:00.000000Z") && next > &*chrono::Utc::now().format("%Y-%m-%dT%H").to_string());
    for (body, policy, (events, deliveries)) in [
        (json!({"events_days": 7}), json!({"events_days": 7}), (7, 90)),
        (json!({"retention_policy": {"deliveries_days": 0}}), json!({"events_days": 7, "deliveries_days": 0}), (7, 0)),
        (json!({"events_days": null, "deliveries_days": null}), json!({}), (90, 90)),
        (json!({"retention_days": 5, "events_days": 9}), json!({"events_days": 9}), (9, 5)),
    ] {
        let changed = account.patch("/retention", body.clone()).ok(200);
        assert_eq!(
            (&changed["retention_policy"], &changed["effective"]),
            (&policy, &effective(events, deliveries)),
            "{body}"
        );
        assert_eq!(account.get("/retention").ok(200), changed);
        assert_eq!(account.get("/project").ok(200)["retention_policy"], policy);
    }
    for (body, error) in [
        (json!({}), "No retention fields given"),
        (json!({"days": 5}), "No retention fields given"),
        (json!({"events_days": "30"}), "events_days must be an integer between 0 and 36500"),
        (
            json!({"retention_policy": {"audit_logs_days": 36501}}),
            "audit_logs_days must be an integer between 0 and 36500",
        ),
        (json!({"retention_days": 0}), "retention_days must be an integer between 1 and 36500"),
    ] {
        account.patch("/retention", body).fails(422, error);
    }
    let log = account.get("/audit-log?action=retention.updated").ok(200)["data"].clone();
    let told: Vec<&Value> = log.as_array().unwrap().iter().map(|e| &e["metadata"]["changed"]).collect();
    assert_eq!(told[0], &json!(["events_days", "retention_days"]));
    assert_eq!((told.len(), &log[0]["resource_type"]), (4, &json!("retention")));
}

/// Two failed deliveries with dead letters, a good one, one that waits for its time.
fn scene(account: &Account, receiver: &Receiver) {
    receiver.script("/bad", [Answer::status(404)]);
    account.webhook(&receiver.url("/good"), json!({"topics": ["good"]}));
    account.webhook(&receiver.url("/bad"), json!({"topics": ["bad.*"]}));
    for topic in ["good", "bad.one", "bad.two"] {
        account.settled(&account.event(topic, json!({})));
    }
    account.post("/events", json!({"topic": "good", "payload": {}, "deliver_at": in_millis(86_400_000)})).ok(202);
}

fn total(account: &Account, path: &str, key: &str) -> usize {
    account.get(path).ok(200)[key].as_array().unwrap().len()
}

#[test]
fn how_long_and_when_is_said_at_the_start() {
    let daemon = Daemon::with(&["--retention-days", "12", "--retention-at", "04:30"]);
    let seen = daemon.register().get("/retention").ok(200);
    assert_eq!((&seen["effective"]["events_days"], &seen["effective"]["deliveries_days"]), (&json!(12), &json!(12)));
    assert!(seen["next_run_at"].as_str().unwrap().ends_with("T04:30:00.000000Z"), "{seen}");
}

#[test]
fn a_preview_tells_what_a_purge_removes() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    scene(&account, &receiver);
    for (mut body, count, cascade) in [
        (json!({"type": "deliveries", "status": "pending"}), 0, json!({"dead_letters_detached": 0})),
        (json!({"type": "deliveries", "topic": "bad.?ne"}), 1, json!({"dead_letters_detached": 1})),
        (json!({"type": "deliveries", "status": "failed"}), 1, json!({"dead_letters_detached": 1})),
        (
            json!({"type": "events", "topic": "bad.*"}),
            2,
            json!({"deliveries": 0, "batch_items": 0, "dead_letters_detached": 2}),
        ),
        (json!({"type": "dead_letters", "status": "resolved"}), 0, json!({})),
        (json!({"type": "dead_letters"}), 2, json!({})),
        (
            json!({"type": "events", "status": "active"}),
            1,
            json!({"deliveries": 1, "batch_items": 0, "dead_letters_detached": 0}),
        ),
    ] {
        body["older_than"] = json!("0h");
        let seen = account.post("/purge/preview", body.clone()).ok(200);
        assert_eq!((&seen["count"], &seen["cascade"]), (&json!(count), &cascade), "{body}");
        assert_eq!(account.post("/purge/preview", body.clone()).ok(200)["count"], count, "a preview removes nothing");
        let done = account.post("/purge", body.clone()).ok(200);
        assert_eq!((&done["deleted_count"], &done["cascade"]), (&json!(count), &cascade), "{body}");
        assert_eq!((&done["type"], &done["older_than"]), (&body["type"], &json!("0h")));
        assert_eq!(account.post("/purge/preview", body).ok(200)["count"], 0);
    }
    // Only what waits for its time is left.
    let left = account.get("/events?include=inactive").ok(200)["events"].clone();
    assert_eq!((left.as_array().unwrap().len(), left[0]["deliver_at"].is_string()), (1, true));
    assert_eq!(total(&account, "/deliveries", "deliveries"), 0);
    assert_eq!(total(&account, "/dead-letters?resolved=all", "dead_letters"), 0);
    let log = account.get("/audit-log?action=data.purged").ok(200)["data"].clone();
    let first = &log.as_array().unwrap()[5];
    let metadata = json!({"type": "deliveries", "deleted_count": 1, "older_than": "0h", "topic": "bad.?ne",
        "api_key_prefix": &account.key[..12]});
    assert_eq!((&first["metadata"], &first["resource_type"]), (&metadata, &json!("deliveries")));
    assert!(first["ip_address"].is_string());
    // Whoever sent what is gone is still on record.
    assert_eq!(account.get("/audit-log?action=event.created").ok(200)["data"].as_array().unwrap().len(), 4);
}

#[test]
fn dead_letters_outlive_what_they_tell_of() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    scene(&account, &receiver);
    account.post("/purge", json!({"type": "deliveries", "older_than": "0d", "topic": "bad.one"})).ok(200);
    account.post("/purge", json!({"type": "events", "older_than": "0d", "topic": "bad.two"})).ok(200);
    let letters = account.dead_letters();
    let told: Vec<(bool, bool)> =
        letters.iter().map(|l| (l["event_id"].is_null(), l["delivery_id"].is_null())).collect();
    assert_eq!(told, [(true, true), (false, true)], "{letters:?}");
    let path = format!("/dead-letters/{}/retry", letters[0]["id"].as_str().unwrap());
    account.post(&path, json!({})).fails(422, "Event no longer exists");
}

#[test]
fn pending_deliveries_go_by_name_and_are_not_made() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let slow = json!({"rate_limit": {"max_per_second": 1}});
    account.webhook(&receiver.url("/slow"), slow);
    for n in 0..5 {
        account.event("t", json!({ "n": n }));
    }
    let all = json!({"type": "deliveries", "older_than": "0h"});
    let pending = json!({"type": "deliveries", "older_than": "0h", "status": "pending"});
    account.post("/purge", all).ok(200);
    assert!(account.post("/purge/preview", pending.clone()).ok(200)["count"].as_u64() >= Some(3));
    account.post("/purge", pending).ok(200);
    let last = account.event("t", json!({"n": "last"}));
    account.settled(&last);
    // What was held in memory would have come before it.
    let bodies: Vec<Value> =
        receiver.hits("/slow").iter().map(|hit| serde_json::from_slice(&hit.body).unwrap()).collect();
    assert!(bodies.len() <= 3 && bodies.last().unwrap()["payload"]["n"] == "last", "{bodies:?}");
}

#[test]
fn events_that_wait_for_others_leave_their_batch() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let batch = json!({"enabled": true, "window_seconds": 3600, "max_batch_size": 2});
    account.webhook(&receiver.url("/in"), json!({ "batch_config": batch }));
    let gone = account.event("t", json!({"n": 1}));
    let body = json!({"type": "events", "older_than": "0h"});
    let cascade = json!({"deliveries": 0, "batch_items": 1, "dead_letters_detached": 0});
    for (path, count) in [("/purge/preview", "count"), ("/purge", "deleted_count")] {
        let seen = account.post(path, body.clone()).ok(200);
        assert_eq!((&seen[count], &seen["cascade"]), (&json!(1), &cascade), "{path}");
    }
    account.get(&format!("/events/{gone}")).fails(404, "Event not found");
    for n in [2, 3] {
        account.event("t", json!({ "n": n }));
    }
    let sent = receiver.wait_for("/in", 1)[0].json();
    let numbers: Vec<&Value> = sent["events"].as_array().unwrap().iter().map(|event| &event["n"]).collect();
    assert_eq!(numbers, [2, 3]);
}

#[test]
fn runs_of_jobs_and_requests_to_sandboxes_go() {
    let daemon = Daemon::shared();
    let (account, other) = (daemon.register(), daemon.register());
    let job = account.post("/jobs", json!({"name": "j", "cron": "0 4 * * *", "topic": "t"})).ok(201);
    let job = format!("/jobs/{}", job["id"].as_str().unwrap());
    let made = account.post("/sandbox-endpoints", json!({})).ok(201);
    let requests = format!("/sandbox-endpoints/{}/requests", made["id"].as_str().unwrap());
    for _ in 0..3 {
        account.post(&format!("{job}/run"), json!({}));
        account.target("POST", made["url"].as_str().unwrap()).json(json!({"x": 1})).send().ok(200);
    }
    for (kind, path, key) in [("job_runs", format!("{job}/runs"), "runs"), ("sandbox_requests", requests, "data")] {
        assert_eq!(total(&account, &path, key), 3, "{kind}");
        let body = json!({"type": kind, "older_than": "0h"});
        assert_eq!(other.post("/purge", body.clone()).ok(200)["deleted_count"], 0, "{kind}");
        let early = json!({"type": kind, "older_than": "1h"});
        assert_eq!(account.post("/purge/preview", early).ok(200)["count"], 0, "{kind}");
        for (path, count, left) in [("/purge/preview", "count", 3), ("/purge", "deleted_count", 0)] {
            let done = account.post(path, body.clone()).ok(200);
            let told = [&done["type"], &done[count], &done["cascade"]];
            assert_eq!(told, [&json!(kind), &json!(3), &json!({})], "{path}");
            let now = account.post("/purge/preview", body.clone()).ok(200)["count"].clone();
            assert_eq!(now, left, "{kind} after {path}");
        }
        assert_eq!(total(&account, &path, key), 0, "{kind}");
        let entry = account.get("/audit-log?action=data.purged&limit=1").ok(200)["data"][0].clone();
        assert_eq!((&entry["resource_type"], &entry["metadata"]["deleted_count"]), (&json!(kind), &json!(3)));
    }
    let last = account.get(&job).ok(200);
    assert_eq!((&last["last_run_status"], &last["recent_runs"]), (&json!("success"), &json!([])), "the job remembers");
}

#[test]
fn what_is_asked_for_wrongly_removes_nothing() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.event("a", json!({}));
    let known = "type must be one of: events, deliveries, audit_logs, dead_letters, job_runs, sandbox_requests";
    for (body, status, error) in [
        (json!({}), 400, "Missing required field: type"),
        (json!({"type": "events"}), 400, "Missing required field: older_than"),
        (json!({"type": "events", "older_than": ""}), 400, "Missing required field: older_than"),
        (json!({"type": "users", "older_than": "1d"}), 422, known),
        (json!({"type": "events", "older_than": "01/02/2026"}), 422, "older_than is not a valid date, use YYYY-MM-DD"),
        (json!({"type": "events", "older_than": "2999-01-01"}), 422, "older_than is in the future"),
        (
            json!({"type": "audit_logs", "older_than": "1d", "status": "failed"}),
            422,
            "status does not apply to type audit_logs",
        ),
        (
            json!({"type": "dead_letters", "older_than": "1d", "topic": "a"}),
            422,
            "topic does not apply to type dead_letters",
        ),
        (
            json!({"type": "job_runs", "older_than": "1d", "status": "failed"}),
            422,
            "status does not apply to type job_runs",
        ),
    ] {
        for path in ["/purge", "/purge/preview"] {
            account.post(path, body.clone()).fails(status, error);
        }
    }
    assert_eq!(total(&account, "/events", "events"), 1);
    assert_eq!(total(&account, "/audit-log?action=data.purged", "data"), 0);
}

#[test]
fn a_purge_stays_inside_its_project() {
    let daemon = Daemon::shared();
    let (one, two, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    let hook = one.webhook_id(&receiver.url("/x"), json!({}));
    one.settled(&one.event("a", json!({})));
    for body in [
        json!({"type": "events", "older_than": "0d"}),
        json!({"type": "events", "older_than": "0d", "topic": "a"}),
        json!({"type": "deliveries", "older_than": "0d"}),
        json!({"type": "deliveries", "older_than": "0d", "webhook_id": hook}),
        json!({"type": "dead_letters", "older_than": "0d", "webhook_id": hook}),
    ] {
        assert_eq!(two.post("/purge/preview", body.clone()).ok(200)["count"], 0);
        assert_eq!(two.post("/purge", body).ok(200)["deleted_count"], 0);
    }
    assert_eq!((total(&one, "/events", "events"), total(&one, "/deliveries", "deliveries")), (1, 1));
    let entries = total(&one, "/audit-log", "data");
    two.post("/purge", json!({"type": "audit_logs", "older_than": "0d"})).ok(200);
    assert_eq!(total(&one, "/audit-log", "data"), entries);
    assert_eq!(total(&two, "/audit-log", "data"), 1, "the purge itself");
}

#[test]
fn a_missed_run_is_made_up_for_at_the_start() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/x", [Answer::status(200)]);
    account.webhook(&receiver.url("/x"), json!({}));
    account.settled(&account.event("a", json!({})));
    daemon.stop();
    {
        let db = daemon.database();
        // As if all of it had been a hundred days ago, and the last run the day before yesterday.
        let old = chrono::Utc::now().timestamp_millis() - 100 * 86_400_000;
        let id = |n: u8| {
            let mut bytes = old.to_be_bytes()[2..].to_vec();
            bytes.extend([0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]);
            bytes
        };
        db.execute("UPDATE events SET id = ?1", [id(1)]).unwrap();
        db.execute("UPDATE attempts SET delivery_id = ?1", [id(2)]).unwrap();
        db.execute("UPDATE deliveries SET id = ?1, event_id = ?2", [id(2), id(1)]).unwrap();
        let sql = "INSERT INTO job_runs (project_id, id, job_id, status, cause, started_at, finished_at) \
                   SELECT project_id, ?1, ?1, 1, 0, 0, 0 FROM events";
        assert_eq!(db.execute(sql, [id(3)]).unwrap(), 1);
        let ran = (chrono::Utc::now().timestamp_micros() - 2 * 86_400_000_000).to_string();
        assert_eq!(db.execute("UPDATE meta SET value = ?1 WHERE name = 'retention_run'", [ran]).unwrap(), 1);
    }
    daemon.restart();
    let entry = crate::support::until("the run is on record", || {
        account.get("/audit-log?action=retention.applied").ok(200)["data"].as_array().unwrap().first().cloned()
    });
    let counts = json!({"events": 1, "deliveries": 1, "audit_logs": 0, "job_runs": 1, "dead_letters": 0});
    assert_eq!((&entry["metadata"], &entry["actor_type"]), (&counts, &json!("system")));
    assert_eq!((total(&account, "/events", "events"), total(&account, "/deliveries", "deliveries")), (0, 0));
    assert_eq!(total(&account, "/audit-log?action=event.created", "data"), 1);
    daemon.stop();
    let attempts: i64 = daemon.database().query_row("SELECT COUNT(*) FROM attempts", [], |row| row.get(0)).unwrap();
    assert_eq!(attempts, 0);
}

#[test]
fn what_a_kill_broke_off_is_on_record() {
    const ROWS: i64 = 30_000;
    let mut daemon = Daemon::start();
    let account = daemon.register();
    daemon.stop();
    {
        let db = daemon.database();
        let project: Vec<u8> = db
            .query_row("SELECT id FROM projects WHERE active = 1 ORDER BY id DESC LIMIT 1", [], |row| row.get(0))
            .unwrap();
        let sql = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?2 - 1) \
                   INSERT INTO events (project_id, id, topic, payload, nested, status, hash) \
                   SELECT ?1, unhex(printf('0199b5a01111700080000000%08x', i)), 't', '{}', 1, 0, zeroblob(32) FROM n";
        assert_eq!(db.execute(sql, (project, ROWS)).unwrap() as i64, ROWS);
    }
    daemon.restart();
    let purging = account.clone();
    let purge = std::thread::spawn(move || {
        purging.call("POST", "/purge").json(json!({"type": "events", "older_than": "1d"})).try_send().is_ok()
    });
    let db = daemon.database();
    crate::support::until("rows go", || {
        let noted: i64 = db.query_row("SELECT COUNT(*) FROM removals", [], |row| row.get(0)).unwrap();
        (noted > 0).then_some(())
    });
    daemon.kill9();
    drop(db);
    assert!(!purge.join().unwrap(), "nobody heard that it was done");
    daemon.restart();
    let entry = crate::support::until("it is on record", || {
        account.get("/audit-log?action=data.purged").ok(200)["data"].as_array().unwrap().first().cloned()
    });
    let (gone, left) = (entry["metadata"]["deleted_count"].as_i64().unwrap(), daemon.database());
    let left: i64 = left.query_row("SELECT COUNT(*) FROM events", [], |row| row.get(0)).unwrap();
    assert_eq!(gone + left, ROWS, "{entry}");
    assert!(0 < gone && gone < ROWS && entry["metadata"]["broke_off"] == true, "{entry}");
    assert_eq!(total(&account, "/audit-log?action=data.purged", "data"), 1);
    account.post("/purge", json!({"type": "events", "older_than": "1d"})).ok(200);
    assert_eq!(total(&account, "/events", "events"), 0);
}
