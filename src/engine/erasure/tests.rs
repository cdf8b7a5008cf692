//! Erasing: who may be, what is gone at once, what is cleared after that, and what stays.

use super::*;
use crate::domain::access::Role;
use crate::domain::member::{Guest, Invite};
use crate::engine::accounts::Registered;
use crate::engine::testing::{App, PASSWORD, TestEngine, account};
use crate::engine::{access, invitations, members};

async fn erase(engine: &TestEngine, user: UserId) -> Result<()> {
    let engine_ = (*engine).clone();
    engine.store.write(move |tx| begin(tx, &engine_, user)).await
}

async fn count(engine: &TestEngine, sql: &'static str) -> i64 {
    engine.store.read(move |snap| snap.one(sql, &[], |row| row.int(0))).await.expect("counts")
}

/// Runs the service until nothing is left of what was erased.
async fn cleared(engine: &TestEngine) {
    let service = tokio::spawn({
        let engine = (*engine).clone();
        async move { run(&engine).await }
    });
    let left = "SELECT (SELECT COUNT(*) FROM projects p LEFT JOIN users u ON u.id = p.owner_id WHERE u.id IS NULL) \
                + (SELECT COUNT(*) FROM sessions s LEFT JOIN users u ON u.id = s.user_id WHERE u.id IS NULL) \
                + (SELECT COUNT(*) FROM audit_log a LEFT JOIN users u ON u.id = a.user_id \
                   WHERE a.user_id IS NOT NULL AND u.id IS NULL) + (SELECT COUNT(*) FROM erasures WHERE begun_at < 9)";
    while count(engine, left).await > 0 {
        tokio::task::yield_now().await;
    }
    service.abort();
}

/// `ana` owns a project that `eva` is in, and is herself in the one of `eva`.
async fn friends(engine: &TestEngine) -> (Registered, Registered) {
    let (ana, eva) = (engine.register("ana@example.org").await, engine.register("eva@example.org").await);
    for (host, guest) in [(&ana, &eva), (&eva, &ana)] {
        let invite = Invite { guest: Guest::Id(Some(guest.user.id)), role: Role::Admin };
        let (by, to) = (account(engine, host).await, account(engine, guest).await);
        let place = members::invite(engine, &by, host.project, invite).await.expect("invites").member.id;
        invitations::accept(engine, &to, place).await.expect("accepts");
    }
    (ana, eva)
}

#[tokio::test]
async fn nothing_but_anonymous_entries_remains() {
    let engine = TestEngine::new();
    let (ana, eva) = friends(&engine).await;
    let of_ana = account(&engine, &ana).await;
    crate::engine::projects::make_default(&engine, &account(&engine, &eva).await, ana.project).await.expect("chosen");
    erase_own(&engine, &of_ana, PASSWORD.to_owned(), None).await.expect("erases");
    assert!(access::authenticate_user(&engine, &ana.tokens.access).await.is_err());
    assert!(access::authenticate_key(&engine, &ana.api_key).await.is_err());
    let of_eva = account(&engine, &eva).await;
    let page = crate::base::page::Page { limit: 10, before: None };
    let seen = crate::engine::projects::list(&engine, &of_eva, page).await.expect("lists").rows;
    assert_eq!(seen.iter().map(|s| (s.project.id, s.is_default)).collect::<Vec<_>>(), [(eva.project, true)]);

    cleared(&engine).await;
    for (what, sql, left) in [
        ("projects", "SELECT COUNT(*) FROM projects", 1),
        ("members", "SELECT COUNT(*) FROM members", 1),
        ("keys", "SELECT COUNT(*) FROM api_keys", 1),
        ("consents", "SELECT COUNT(*) FROM consents", 3),
        ("passwords", "SELECT COUNT(*) FROM password_history", 1),
        ("sessions", "SELECT COUNT(*) FROM sessions", 1),
        ("tokens", "SELECT COUNT(*) FROM refresh_tokens", 1),
        ("notifications", "SELECT COUNT(*) FROM notifications", 0),
        ("invited by nobody", "SELECT COUNT(*) FROM members WHERE invited_by IS NOT NULL", 0),
        ("traces", "SELECT COUNT(*) FROM audit_log WHERE user_id IS NULL AND ip_hash IS NOT NULL", 0),
    ] {
        assert_eq!(count(&engine, sql).await, left, "{what}");
    }
    let person = members::list(&engine, &of_eva, eva.project, crate::base::page::Page { limit: 10, before: None })
        .await
        .expect("lists")
        .rows;
    assert_eq!(person.iter().map(|p| p.member.user).collect::<Vec<_>>(), [eva.user.id]);
    // What she did in the other project stays, without her.
    let actor = of_eva.within(eva.project, Role::Owner);
    let entries = engine.entries(&actor).await;
    let accepted = entries.iter().find(|entry| entry.action == "member.accepted").expect("recorded");
    let agent = accepted.user_agent.as_deref();
    assert_eq!((accepted.user, accepted.ip.as_deref(), agent), (None, Some("[redacted]"), None));
    let invited = entries.iter().find(|entry| entry.action == "member.invited").expect("recorded");
    assert_eq!((invited.user, invited.ip.as_deref()), (Some(eva.user.id), Some("203.0.113.9")));
    let (_, noted) = engine.audited().await.into_iter().find(|(action, _)| action == "gdpr.erasure").expect("recorded");
    let hash = hex::encode(store::email_hash(&engine.keys, "ana@example.org"));
    assert_eq!(noted, format!(r#"{{"email_hmac":"{hash}"}}"#));
    // The address is free again, and nothing is known of it.
    let again = engine.register("ana@example.org").await;
    assert_ne!(again.user.id, ana.user.id);
}

#[tokio::test]
async fn what_came_late_is_cleared_before_it_is_struck_off() {
    let engine = TestEngine::new();
    let ana = engine.register("ana@example.org").await;
    erase(&engine, ana.user.id).await.expect("erases");
    cleared(&engine).await;
    assert_eq!(count(&engine, "SELECT COUNT(*) FROM erasures").await, 2);
    let project = ana.project;
    let late = engine.store.write(move |tx| {
        let sql = "INSERT INTO topics (project_id, topic, active_events) VALUES (?1, 'late', 1)";
        tx.exec(sql, crate::params![&project])?;
        tx.exec("UPDATE erasures SET begun_at = 1", &[])
    });
    late.await.expect("writes");
    cleared(&engine).await;
    assert_eq!(count(&engine, "SELECT COUNT(*) FROM erasures").await, 0);
    assert_eq!(count(&engine, "SELECT COUNT(*) FROM topics").await, 0);
}

#[tokio::test]
async fn proof_is_asked_for() {
    let engine = TestEngine::new();
    let ana = engine.register("ana@example.org").await;
    let caller = account(&engine, &ana).await;
    let answer = async |password: &str, code: Option<&str>| {
        let error = erase_own(&engine, &caller, password.to_owned(), code.map(Code::parse)).await.expect_err("refused");
        (error.kind(), error.message().to_owned())
    };
    assert_eq!(answer("Wrong-pass1", None).await, (Kind::Unauthorized, "Invalid password".to_owned()));
    let app = App::enable(&engine, &caller).await;
    assert_eq!(answer(PASSWORD, None).await, (Kind::Malformed, "Missing required field: code".to_owned()));
    assert_eq!(answer(PASSWORD, Some("000000")).await, (Kind::Unauthorized, "Invalid MFA code".to_owned()));
    erase_own(&engine, &caller, PASSWORD.to_owned(), Some(app.code(1))).await.expect("proven");
}

#[tokio::test]
async fn one_superadmin_must_stay() {
    let engine = TestEngine::new();
    let (ana, eva) = (engine.register("ana@example.org").await, engine.register("eva@example.org").await);
    engine.sql("UPDATE users SET role = 3 WHERE id = (SELECT MIN(id) FROM users)").await;
    let refused = erase(&engine, ana.user.id).await.expect_err("the last one");
    assert_eq!((refused.kind(), refused.message()), (Kind::Conflict, "The last superadmin cannot be deleted"));
    erase(&engine, eva.user.id).await.expect("another user");
    let (action, _) = engine.audited().await.pop().expect("recorded");
    assert_eq!(action, "gdpr.erasure");
    let absent = erase(&engine, eva.user.id).await.expect_err("gone");
    assert_eq!((absent.kind(), absent.message()), (Kind::NotFound, "User not found"));
    let second = engine.register("ina@example.org").await;
    engine.sql("UPDATE users SET role = 3").await;
    erase(&engine, ana.user.id).await.expect("another one is left");
    let last = erase(&engine, second.user.id).await.expect_err("the last one");
    assert_eq!(last.kind(), Kind::Conflict);
}
