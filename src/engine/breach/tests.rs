//! Breach detection rule by rule, on entries made for it, at times of the test's choosing.

use super::super::testing::{PASSWORD, TestEngine};
use super::*;
use crate::base::Id;
use crate::domain::access::Client;
use crate::domain::audit::AuditId;
use crate::domain::session::SessionKind;
use crate::engine::login::{self, Credentials};
use serde_json::{Value, json};

const NOON: i64 = 1_800_000_000;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_secs(NOON + seconds)
}

/// Adds entries of an action, the first at that second and the others a microsecond apart each.
async fn entries(engine: &TestEngine, action: &str, seconds: i64, count: u32, from: (Option<UserId>, &str)) {
    let ((user, ip), keys, action) = ((from.0, from.1.to_owned()), engine.keys.clone(), action.to_owned());
    let write = engine.store.write(move |tx| {
        for n in 0..count {
            let id: AuditId = unused(tx, at(seconds).plus_micros(i64::from(n)))?;
            let entry = AuditEntry {
                id,
                project: None,
                user,
                actor_type: "user".to_owned(),
                action: action.clone(),
                resource_type: "user".to_owned(),
                resource_id: None,
                metadata: "{}".to_owned(),
                ip: Some(ip.clone()),
                user_agent: None,
            };
            store::audit::insert(tx, &keys, &entry)?;
        }
        Ok(())
    });
    write.await.expect("stored");
}

/// An id of that time that no entry has.
fn unused(tx: &Tx<'_>, at: Timestamp) -> Result<AuditId> {
    let mut id: AuditId = Id::floor(at);
    let sql = "SELECT 1 FROM audit_log WHERE id = ?1";
    while tx.opt(sql, crate::params![&id], |row| row.int(0))?.is_some() {
        id = id.above();
    }
    Ok(id)
}

async fn kinds(engine: &TestEngine, seconds: i64) -> Vec<String> {
    let found = check(engine, at(seconds)).await.expect("looks");
    found.map(|found| found.kinds()).unwrap_or_default()
}

#[tokio::test]
async fn each_rule_has_its_threshold() {
    let user: UserId = TestEngine::new().ids.next();
    let (ana, nobody) = (Some(user), None);
    type Entries<'e> = &'e [(&'e str, u32, Option<UserId>, &'e str)];
    let rows: &[(Entries<'_>, &[&str])] = &[
        (&[], &[]),
        (&[(FAILED, 20, nobody, "192.0.2.1")], &[]),
        (&[(FAILED, 21, nobody, "192.0.2.1")], &["brute_force_ip"]),
        (&[(FAILED, 20, ana, "192.0.2.1"), (FAILED, 20, ana, "192.0.2.2")], &[]),
        (&[(FAILED, 20, ana, "192.0.2.1"), (FAILED, 20, ana, "192.0.2.2"), (FAILED, 10, ana, "192.0.2.3")], &[]),
        (
            &[(FAILED, 20, ana, "192.0.2.1"), (FAILED, 20, ana, "192.0.2.2"), (FAILED, 11, ana, "192.0.2.3")],
            &["coordinated_attack"],
        ),
        (&[(FAILED, 51, ana, "192.0.2.1")], &["brute_force_ip", "coordinated_attack"]),
        (&[("gdpr.data_export", 3, ana, "192.0.2.1"), ("data.exported", 2, ana, "192.0.2.1")], &[]),
        (&[("gdpr.data_export", 3, ana, "192.0.2.1"), ("data.exported", 3, ana, "192.0.2.9")], &["data_exfiltration"]),
        (&[("user.locked", 1, nobody, "192.0.2.1")], &["account_lockout"]),
        (&[("user.refresh_reuse_detected", 1, ana, "192.0.2.1")], &["refresh_reuse"]),
        (&[("user.login", 90, ana, "192.0.2.1")], &[]),
    ];
    for (given, expected) in rows {
        let engine = TestEngine::new();
        for (action, count, user, ip) in *given {
            entries(&engine, action, 0, *count, (*user, ip)).await;
        }
        assert_eq!(kinds(&engine, 60).await, *expected, "{given:?}");
        assert!(kinds(&engine, 700).await.is_empty(), "out of the window: {given:?}");
    }
}

#[tokio::test]
async fn the_window_has_two_ends() {
    let engine = TestEngine::new();
    entries(&engine, "user.locked", 0, 1, (None, "192.0.2.1")).await;
    for (seconds, seen) in [(-1, false), (601, false), (600, true)] {
        assert_eq!(!kinds(&engine, seconds).await.is_empty(), seen, "{seconds}");
    }
}

#[tokio::test]
async fn the_same_is_told_once_an_hour_while_it_lasts() {
    let engine = TestEngine::new();
    let (one, two): (UserId, UserId) = (engine.ids.next(), engine.ids.next());
    for minute in (0..130).step_by(5) {
        entries(&engine, "user.locked", minute * 60, 1, (Some(one), "192.0.2.1")).await;
    }
    entries(&engine, "user.locked", 600, 1, (Some(two), "192.0.2.1")).await;
    let mut told = Vec::new();
    for minute in (0..130).step_by(5) {
        if let Some(found) = check(&engine, at(minute * 60)).await.expect("looks") {
            told.push((minute, found.anomalies().to_vec()));
        }
    }
    let of = |user| vec![Anomaly::AccountLockout { user: Some(user) }];
    assert_eq!(told, [(0, of(one)), (10, of(two)), (60, of(one)), (120, of(one))]);
}

#[tokio::test]
async fn operators_are_told_and_nobody_else() {
    let engine = TestEngine::new();
    let (root, _) = engine.operator("root@example.org", UserRole::Superadmin).await;
    let (admin, _) = engine.operator("admin@example.org", UserRole::Admin).await;
    let (gone, _) = engine.operator("gone@example.org", UserRole::Admin).await;
    engine.operator("mod@example.org", UserRole::Moderator).await;
    let id = gone.user.id;
    let off = "UPDATE users SET deactivated_at = 1 WHERE id = ?1";
    engine.store.write(move |tx| tx.exec(off, crate::params![&id])).await.expect("switched off");
    entries(&engine, FAILED, 0, 60, (None, "198.51.100.7")).await;
    check(&engine, at(1)).await.expect("looks").expect("found");
    let (action, metadata) = newest(&engine).await;
    let metadata: Value = serde_json::from_str(&metadata).expect("json");
    assert_eq!(action, "security.anomaly_detected");
    let expected = json!({
        "anomalies": [
            {"type": "brute_force_ip", "severity": "medium", "count": 60},
            {"type": "coordinated_attack", "severity": "high", "count": 60},
        ],
        "window_minutes": 10, "severity": "high", "breach_notification_required": true,
    });
    assert_eq!(metadata, expected);
    let sql = "SELECT user_id FROM notifications WHERE kind = 'security_anomaly' ORDER BY user_id";
    let told: Vec<UserId> = engine.store.read(move |snap| snap.all(sql, &[], |row| row.id(0))).await.expect("reads");
    assert_eq!(told, [root.user.id, admin.user.id]);
}

/// The entry recorded last, not the one of the highest time.
async fn newest(engine: &TestEngine) -> (String, String) {
    let all = engine.audited().await;
    all.into_iter().find(|(action, _)| action.starts_with("security.")).expect("an entry")
}

#[tokio::test]
async fn logins_from_new_places_are_told_to_their_user() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    for (ip, told) in [
        ("203.0.113.200", 0),
        ("198.51.100.7", 1),
        ("198.51.100.8", 1),
        ("203.0.113.1", 1),
        ("2001:db8:1::1", 2),
        ("2001:db8:1:ffff::1", 2),
        ("2001:db8:2::1", 3),
    ] {
        let client = Client { ip: ip.parse().expect("ip"), user_agent: None };
        let given = Credentials { email: "ana@example.org".into(), password: PASSWORD.into(), kind: SessionKind::Api };
        login::login(&engine, given, client).await.expect("logs in");
        let sql = "SELECT COUNT(*) FROM notifications WHERE kind = 'new_login' AND user_id = ?1";
        let user = made.user.id;
        let read = engine.store.read(move |snap| snap.one(sql, crate::params![&user], |row| row.int(0)));
        assert_eq!(read.await.expect("count"), told, "{ip}");
    }
}
