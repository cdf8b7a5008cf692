//! How many alerts there are, and what becomes of one that does not arrive.

use super::*;
use crate::base::Json;
use crate::domain::account::UserRole;
use crate::domain::project::ProjectId;
use crate::engine::testing::{TestEngine, owner};
use crate::store::notifications;

async fn set(engine: &TestEngine, actor: &Actor, body: &str) {
    let json = Json::parse(body).expect("JSON");
    put(engine, actor, json.as_object().expect("object")).await.expect("set");
}

/// Raises one alert about each of these things.
async fn raise_all(engine: &TestEngine, project: ProjectId, objects: std::ops::Range<u8>) {
    let engine_ = (**engine).clone();
    let write = engine.store.write(move |tx| {
        for n in objects {
            raise(tx, &engine_, project, (AlertKind::JobFailed, [n; 16]), &json!({"message": "m", "n": n}))?;
        }
        Ok(())
    });
    write.await.expect("raised");
}

/// Kind, number of held back ones and attempts of all that waits.
async fn waiting(engine: &TestEngine) -> Vec<(String, i64, i64)> {
    let sql = "SELECT event_type, suppressed, attempts FROM alerts ORDER BY id";
    let read = engine.store.read(move |snap| snap.all(sql, &[], |row| Ok((row.text(0)?, row.int(1)?, row.int(2)?))));
    read.await.expect("reads")
}

#[tokio::test]
async fn an_hour_has_sixty_and_a_number() {
    let engine = TestEngine::new();
    let user = engine.register("ana@example.org").await;
    let actor = owner(&engine, &user).await;
    set(&engine, &actor, r#"{"channel":"email","config":{"to":"ops@example.org"}}"#).await;
    raise_all(&engine, user.project, 0..65).await;
    raise_all(&engine, user.project, 0..65).await;
    let rows = waiting(&engine).await;
    assert_eq!(rows.len(), 61, "what was told is not told again");
    assert!(rows[..60].iter().all(|row| *row == ("job_failed".to_owned(), 0, 0)));
    assert_eq!(rows[60], ("alert_summary".to_owned(), 5, 0));
    engine.sql("DELETE FROM alerts").await;
    engine.sql("UPDATE alert_marks SET told_at = 0").await;
    engine.sql("UPDATE alert_hours SET began_at = 0").await;
    raise_all(&engine, user.project, 0..1).await;
    assert_eq!(waiting(&engine).await, [("job_failed".to_owned(), 1, 0)], "the next says how many there were");
}

#[tokio::test]
async fn what_never_arrives_is_told_otherwise() {
    let engine = TestEngine::new();
    let user = engine.register("ana@example.org").await;
    let actor = owner(&engine, &user).await;
    set(&engine, &actor, r#"{"channel":"email","config":{"to":"ops@example.org"}}"#).await;
    raise_all(&engine, user.project, 0..1).await;
    for attempts in [1, 2] {
        let next = service::round(&engine).await.expect("a round");
        assert!(next.is_some_and(|next| next > Timestamp::now()), "it waits");
        assert_eq!(waiting(&engine).await, [("job_failed".to_owned(), 0, attempts)]);
        engine.sql("UPDATE alerts SET due_at = 0").await;
    }
    assert_eq!(service::round(&engine).await.expect("a round"), None);
    let channels = get(&engine, &actor).await.expect("reads").expect("set");
    let last = &channels.list[0].last;
    assert_eq!(last.status.as_deref(), Some("failed"));
    assert_eq!(last.error.as_deref(), Some("Email is not configured on this server"));
    let page = crate::base::page::Page { before: None, limit: 10 };
    let id = user.user.id;
    let told = engine.store.read(move |snap| notifications::of_user(snap, id, false, page)).await.expect("reads");
    let kinds: Vec<&str> = told.rows.iter().map(|notice| notice.kind.as_str()).collect();
    assert_eq!(kinds, ["alert_failed", "job_failed"]);

    raise_all(&engine, user.project, 1..2).await;
    delete(&engine, &actor, None).await.expect("deleted");
    assert!(waiting(&engine).await.is_empty(), "nothing waits for a channel that is gone");
}

#[tokio::test]
async fn projects_of_operators_hear_of_the_server() {
    let engine = TestEngine::new();
    let (admin, _) = engine.operator("op@example.org", UserRole::Admin).await;
    let user = engine.register("ana@example.org").await;
    for registered in [&admin, &user] {
        let actor = owner(&engine, registered).await;
        set(&engine, &actor, r#"{"channel":"email","config":{"to":"ops@example.org"}}"#).await;
    }
    let (engine_, id) = ((*engine).clone(), admin.user.id);
    let write = engine.store.write(move |tx| {
        raise_to_operators(tx, &engine_, id, AlertKind::SystemHealth, &json!({"message": "m", "status": "degraded"}))
    });
    write.await.expect("raised");
    assert_eq!(waiting(&engine).await, [("system_health".to_owned(), 0, 0)], "the project of the operator alone");
}
