//! What is on record of removals: the entries of events that are gone, and those of removals that
//! broke off.

use super::super::testing::{TestEngine, account, owner};
use super::*;
use crate::base::Json;
use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::domain::access::Actor;
use crate::domain::account::UserRole;
use crate::domain::audit::AuditEntry;
use crate::domain::purge::Purge;
use crate::engine::accept;
use crate::store::retention::{Removal, note};

fn purge_of(text: &str) -> Purge {
    let json = Json::parse(text).expect("json");
    Purge::read(Fields(json.as_object().expect("object")), Timestamp::now()).expect("valid")
}

async fn send(engine: &TestEngine, actor: &Actor, body: &str) {
    let Json::Object(members) = Json::parse(body).expect("json") else { panic!("{body}") };
    let members: Members<'_> = members;
    accept::one(engine, actor, members, None).await.expect("accepted");
}

async fn created(engine: &TestEngine, actor: &Actor) -> Vec<AuditEntry> {
    engine.entries(actor).await.into_iter().filter(|entry| entry.action == "event.created").collect()
}

#[tokio::test]
async fn the_log_tells_of_events_that_are_gone() {
    let engine = TestEngine::new();
    let actor = owner(&engine, &engine.register("ana@example.org").await).await;
    for topic in ["a", "b", "c"] {
        send(&engine, &actor, &format!(r#"{{"topic":"{topic}"}}"#)).await;
    }
    let before = created(&engine, &actor).await;
    assert_eq!(before.len(), 3);
    let some = purge_of(r#"{"type":"events","older_than":"0d","topic":"b"}"#);
    assert_eq!(preview(&engine, &actor, &some).await.expect("counts").rows, 1);
    assert_eq!(purge(&engine, &actor, some).await.expect("purges").rows, 1);
    assert_eq!(created(&engine, &actor).await, before, "as if nothing had happened");
    assert_eq!(
        purge(&engine, &actor, purge_of(r#"{"type":"events","older_than":"0d"}"#)).await.expect("purges").rows,
        2
    );
    assert_eq!(created(&engine, &actor).await, before);
    // The entries go when the log itself is purged, and only what tells of that stays.
    send(&engine, &actor, r#"{"topic":"d"}"#).await;
    let log = purge_of(r#"{"type":"audit_logs","older_than":"0d"}"#);
    let all = engine.entries(&actor).await.len() as u64;
    assert_eq!(preview(&engine, &actor, &log).await.expect("counts").rows, all);
    assert_eq!(purge(&engine, &actor, log).await.expect("purges").rows, all);
    let left = engine.entries(&actor).await;
    let told: Vec<(&str, &str)> = left.iter().map(|e| (&*e.action, &*e.metadata)).collect();
    let metadata = format!(r#"{{"type":"audit_logs","deleted_count":{all},"older_than":"0d"}}"#);
    assert_eq!(told, [("data.purged", &*metadata)]);
    assert_eq!(engine.audited().await.iter().filter(|(action, _)| action == "data.purged").count(), 1);
    send(&engine, &actor, r#"{"topic":"e"}"#).await;
    assert_eq!(created(&engine, &actor).await.len(), 1, "what comes later is shown");
}

#[tokio::test]
async fn what_a_kill_broke_off_is_told_by_the_next_start() {
    let engine = TestEngine::new();
    let actor = owner(&engine, &engine.register("ana@example.org").await).await;
    let removal = Removal {
        id: engine.ids.next(),
        project: Some(actor.project),
        user: actor.user(),
        actor_type: "user".to_owned(),
        action: "data.purged".to_owned(),
        resource_type: "events".to_owned(),
        metadata: r#"{"type":"events","deleted_count":500,"older_than":"1d"}"#.to_owned(),
    };
    engine.store.write(move |tx| note(tx, &removal)).await.expect("noted");
    for _ in 0..2 {
        run::finish_left(&engine, |_| true).await.expect("told");
        let told: Vec<_> =
            engine.audited().await.into_iter().filter(|(action, _)| action == "data.purged").map(|(_, m)| m).collect();
        assert_eq!(told, [r#"{"type":"events","deleted_count":500,"older_than":"1d","broke_off":true}"#]);
    }
}

#[tokio::test]
async fn a_run_removes_what_each_project_no_longer_keeps() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let actor = owner(&engine, &made).await;
    let (operator, _) = engine.operator("root@example.org", UserRole::Superadmin).await;
    let operator = account(&engine, &operator).await;
    send(&engine, &actor, r#"{"topic":"a"}"#).await;
    let counts = now(&engine, &operator).await.expect("runs");
    assert_eq!(counts, Counts::default(), "nothing is old enough");
    assert!(engine.audited().await.iter().all(|(action, _)| action != "retention.applied"));
    // A long time passes.
    let old = crate::base::Id::<()>::floor(Timestamp::now().minus(std::time::Duration::from_secs(100 * 86_400)));
    let write = engine.store.write(move |tx| tx.exec("UPDATE events SET id = ?1", crate::params![&old]));
    write.await.expect("moved");
    let counts = now(&engine, &operator).await.expect("runs");
    assert_eq!(counts, Counts { events: 1, ..Counts::default() });
    let log = engine.entries(&actor).await;
    let applied = &log[0];
    let metadata = r#"{"events":1,"deliveries":0,"audit_logs":0,"job_runs":0,"dead_letters":0}"#;
    assert_eq!((&*applied.action, &*applied.metadata, &*applied.actor_type), ("retention.applied", metadata, "system"));
    assert!(log.iter().any(|entry| entry.action == "event.created"), "its entry is kept for as long as the log");
    assert!(engine.audited().await.iter().any(|(action, _)| action == "admin.retention_run"));
}

#[tokio::test]
async fn what_waits_for_others_stays_until_a_member_wants_it_gone() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let actor = owner(&engine, &made).await;
    let (operator, _) = engine.operator("root@example.org", UserRole::Superadmin).await;
    let operator = account(&engine, &operator).await;
    for topic in ["a", "b"] {
        send(&engine, &actor, &format!(r#"{{"topic":"{topic}"}}"#)).await;
    }
    engine.directory.live(actor.project).add_pending(5);
    let write = engine.store.write(|tx| {
        let long_ago = Timestamp::now().minus(std::time::Duration::from_secs(100 * 86_400));
        let old = |n| crate::base::Id::<()>::floor(long_ago.plus_micros(n));
        for (n, topic) in [(0, "a"), (1, "b")] {
            tx.exec("UPDATE events SET id = ?1 WHERE topic = ?2", crate::params![&old(n), topic])?;
        }
        let sql = "INSERT INTO batch_items (project_id, id, webhook_id, event_id, due_at) \
                   SELECT project_id, ?1, ?1, id, 0 FROM events WHERE topic = 'b'";
        [old(2), old(3)].iter().try_for_each(|id| tx.exec(sql, crate::params![id]).map(drop))
    });
    write.await.expect("written");
    let counts = now(&engine, &operator).await.expect("runs");
    assert_eq!(counts, Counts { events: 1, ..Counts::default() });
    assert_eq!(engine.directory.live(actor.project).pending(), 5);
    let all = purge_of(r#"{"type":"events","older_than":"1d"}"#);
    let gone = Tally { rows: 1, collected: 2, ..Tally::default() };
    assert_eq!(preview(&engine, &actor, &all).await.expect("counts"), gone);
    assert_eq!(purge(&engine, &actor, all).await.expect("purges"), gone);
    assert_eq!(engine.directory.live(actor.project).pending(), 3, "what was to be delivered is counted no more");
    let left = engine.store.read(|snap| snap.one("SELECT COUNT(*) FROM batch_items", &[], |row| row.int(0)));
    assert_eq!(left.await.expect("read"), 0);
}
