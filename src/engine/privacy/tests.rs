//! Held projects: what is refused, what waits, and that the marks are independent of each other.

use super::*;
use crate::base::{Json, Kind};
use crate::engine::accept;
use crate::engine::testing::{PASSWORD, TestEngine, account, owner};

async fn held(engine: &TestEngine, project: crate::domain::project::ProjectId) -> bool {
    engine.project(project).await.expect("view").held
}

#[tokio::test]
async fn marks_are_independent_and_recorded_once() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let caller = account(&engine, &made).await;
    let before = engine.audited().await.len();
    assert!(!held(&engine, made.project).await);
    let since = restrict(&engine, &caller, PASSWORD.to_owned()).await.expect("restricts");
    assert_eq!(restrict(&engine, &caller, PASSWORD.to_owned()).await.expect("again"), since);
    assert!(held(&engine, made.project).await);
    object(&engine, &caller).await.expect("objects");
    object(&engine, &caller).await.expect("again");
    unrestrict(&engine, &caller).await.expect("lifts");
    unrestrict(&engine, &caller).await.expect("again");
    assert!(held(&engine, made.project).await, "the objection holds it too");
    consent(&engine, &caller).await.expect("agrees");
    consent(&engine, &caller).await.expect("again");
    assert!(!held(&engine, made.project).await);
    let entries = engine.audited().await.split_off(before);
    let entries: Vec<(&str, &str)> = entries.iter().map(|(action, noted)| (&**action, &**noted)).collect();
    let expected = [
        ("gdpr.processing_restricted", r#"{"reason":"user_requested"}"#),
        ("gdpr.processing_objection", "{}"),
        ("gdpr.restriction_lifted", "{}"),
        ("gdpr.processing_consent_restored", "{}"),
    ];
    assert_eq!(entries, expected);
}

#[tokio::test]
async fn a_wrong_password_restricts_nothing() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let caller = account(&engine, &made).await;
    let refused = restrict(&engine, &caller, "Wrong-pass1".to_owned()).await.expect_err("wrong");
    assert_eq!((refused.kind(), refused.message()), (Kind::Unauthorized, "Invalid password"));
    assert!(!held(&engine, made.project).await);
}

#[tokio::test]
async fn a_deactivated_owner_holds_too() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let (actor, user) = (owner(&engine, &made).await, made.user.id);
    for (sql, expected) in
        [("UPDATE users SET deactivated_at = 1", true), ("UPDATE users SET deactivated_at = NULL", false)]
    {
        let engine_ = (*engine).clone();
        let write = engine.store.write(move |tx| {
            tx.exec(sql, &[])?;
            changed(tx, &engine_, user)
        });
        write.await.expect("changes");
        assert_eq!(held(&engine, made.project).await, expected, "{sql}");
        let body = Json::parse(r#"{"topic":"x"}"#).expect("json");
        let sent = accept::one(&engine, &actor, body.as_object().expect("object").clone(), None).await;
        assert_eq!(sent.err().map(|e| e.message().to_owned()), expected.then(|| "Processing restricted".to_owned()));
    }
}
