//! Times: on the second, missed, held back, and changed.

use super::{finished, job, micros, move_to, runs, sql, time, topics};
use crate::support::{Daemon, Receiver, until};
use serde_json::{Value, json};

#[test]
fn a_job_runs_at_its_time() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    account.webhook(&receiver.url("/events"), json!({}));
    let event = job(&account, json!({"name": "e", "cron": "* * * * *", "topic": "tick"}));
    let call = job(&account, json!({"name": "c", "cron": "* * * * *", "url": receiver.url("/call")}));
    daemon.stop();
    let at = move_to(&daemon, 2500);
    daemon.restart();
    for path in [&event, &call] {
        assert_eq!(runs(&account, path), Vec::<Value>::new(), "not before its time");
    }
    for (path, hits) in [(&event, "/events"), (&call, "/call")] {
        receiver.wait_for(hits, 1);
        let done = finished(&account, path, 1).remove(0);
        assert_eq!((&done["status"], &done["trigger"]), (&json!("success"), &json!("schedule")), "{done}");
        assert_eq!(time(&done["scheduled_for"]).timestamp_micros(), at);
        let late = time(&done["started_at"]) - time(&done["scheduled_for"]);
        assert!((0..1000).contains(&late.num_milliseconds()), "{late}");
        let shown = account.get(path).ok(200);
        assert!(time(&shown["next_run_at"]) > time(&done["started_at"]));
        assert_eq!(time(&shown["next_run_at"]).timestamp() % 60, 0);
    }
    assert_eq!(topics(&account), [json!("tick")]);
}

#[test]
fn what_was_missed_is_made_up_once() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let hour = 3_600_000;
    let often = job(&account, json!({"name": "o", "cron": "*/10 * * * *", "topic": "often"}));
    let daily = job(&account, json!({"name": "d", "topic": "daily"}));
    let off = job(&account, json!({"name": "off", "cron": "* * * * *"}));
    account.delete(&off).ok(200);
    daemon.kill9();
    sql(&daemon, "UPDATE jobs SET next_run_at = ?1 WHERE name = 'o'", [micros(-50 * hour) / 600_000_000 * 600_000_000]);
    sql(
        &daemon,
        "UPDATE jobs SET next_run_at = ?1 WHERE name = 'd'",
        [micros(-72 * hour) / 86_400_000_000 * 86_400_000_000],
    );
    let before = micros(0) / 600_000_000 * 600_000_000;
    daemon.restart();
    for path in [&often, &daily] {
        let all = finished(&account, path, 1);
        assert_eq!((all.len(), &all[0]["trigger"]), (1, &json!("catch_up")), "{all:?}");
    }
    let slot = time(&runs(&account, &often)[0]["scheduled_for"]).timestamp_micros();
    assert!(slot == before || slot == before + 600_000_000, "the latest one");
    assert_eq!(time(&runs(&account, &daily)[0]["scheduled_for"]).timestamp() % 86_400, 0);
    daemon.kill9();
    daemon.restart();
    assert_eq!((runs(&account, &often).len(), runs(&account, &off).len()), (1, 0));
    let mut seen = topics(&account);
    seen.sort_by_key(Value::to_string);
    assert_eq!(seen, ["daily", "often"].map(Value::from));
}

#[test]
fn a_held_project_misses_its_times() {
    let mut daemon = Daemon::start();
    let (held, other) = (daemon.register(), daemon.register());
    let quiet = job(&held, json!({"name": "q", "cron": "* * * * *"}));
    let witness = job(&other, json!({"name": "w", "cron": "* * * * *"}));
    daemon.stop();
    let owner = "(SELECT owner_id FROM projects p JOIN jobs j ON j.project_id = p.id WHERE j.name = 'q')";
    sql(&daemon, &format!("UPDATE users SET processing_consent = 0 WHERE id = {owner}"), []);
    let at = move_to(&daemon, -1000);
    daemon.restart();
    finished(&other, &witness, 1);
    let shown = until("its time has passed", || {
        let shown = held.get(&quiet).ok(200);
        (time(&shown["next_run_at"]).timestamp_micros() > at).then_some(shown)
    });
    assert_eq!((&shown["recent_runs"], &shown["status"]), (&json!([]), &json!("active")));
    held.post(&format!("{quiet}/run"), json!({})).fails(403, "Processing restricted");
    daemon.stop();
    sql(&daemon, "UPDATE users SET processing_consent = 1", []);
    daemon.restart();
    assert_eq!(held.post(&format!("{quiet}/run"), json!({})).ok(200)["trigger"], "manual");
    assert_eq!(runs(&held, &quiet).len(), 1, "nothing is made up");
}

#[test]
fn many_at_once_do_not_stand_in_the_way_of_events() {
    const MANY: usize = 600;
    let mut daemon = Daemon::start();
    let account = daemon.register();
    job(&account, json!({"name": "n", "cron": "* * * * *", "topic": "tick", "payload": {"at": "{{now}}"}}));
    daemon.stop();
    let copies = "INSERT INTO jobs (project_id, id, status, name, schedule_type, schedule_config, action, action_config, \
                  updated_at) SELECT project_id, randomblob(16), 0, name, schedule_type, schedule_config, action, \
                  action_config, 0 FROM jobs, (WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n \
                  WHERE i < ?1) SELECT i FROM n)";
    sql(&daemon, copies, [MANY as i64]);
    move_to(&daemon, -500);
    daemon.restart();
    let count = |topic: &str| {
        let list = account.get("/topics").ok(200);
        let found = list["data"].as_array().unwrap().iter().find(|item| item["name"] == topic).cloned();
        found.map_or(0, |item| item["event_count"].as_u64().unwrap() as usize)
    };
    let mut sent = 0;
    until("all have run", || {
        account.event("order.created", json!({"n": sent}));
        sent += 1;
        (count("tick") >= MANY).then_some(())
    });
    assert_eq!(count("order.created"), sent);
}
