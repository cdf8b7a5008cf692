//! Tasks of a project that rests, and of one that ends; the table and the memory agree.

use super::*;
use crate::base::Json;
use crate::domain::access::Role;
use crate::domain::task::{Names, NewTask, Status};
use crate::engine::testing::{TestEngine, account};
use crate::engine::webhooks::url_policy;
use crate::engine::{Engine, projects};
use std::time::Duration;

async fn scene(engine: &TestEngine) -> Actor {
    let made = engine.register("ana@example.org").await;
    account(engine, &made).await.within(made.project, Role::Owner)
}

async fn task(engine: &Arc<Engine>, actor: &Actor, body: &str) -> TaskId {
    let json = Json::parse(body).expect("json");
    let new = NewTask::read(json.as_object().expect("object"), Names::NATIVE, None, &url_policy(engine));
    create(engine, actor, new.expect(body)).await.expect("creates").task.id
}

#[tokio::test]
async fn a_held_project_waits_and_goes_on() {
    let engine = TestEngine::new();
    let actor = scene(&engine).await;
    let id = task(&engine, &actor, r#"{"type":"nobody"}"#).await;
    service::hold(&engine, actor.project, true);
    engine.run(Vec::new());
    let waited = tokio::time::timeout(Duration::from_millis(200), engine.oneoffs.idle()).await;
    assert!(waited.is_ok() && get(&engine, &actor, id).await.expect("there").0.attempts == 0);
    service::hold(&engine, actor.project, false);
    let ran = async {
        while get(&engine, &actor, id).await.expect("there").0.status != Status::Retry {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), ran).await.expect("it runs");
    let (shown, attempts) = get(&engine, &actor, id).await.expect("there");
    assert_eq!((shown.error.as_deref(), attempts.len()), (Some("No worker for type nobody"), 1));
}

#[tokio::test]
async fn the_tasks_of_a_project_end_with_it() {
    let engine = TestEngine::new();
    let made = engine.register("ana@example.org").await;
    let account = account(&engine, &made).await;
    let actor = account.within(made.project, Role::Owner);
    let id = task(&engine, &actor, r#"{"type":"x","callback_url":"https://example.com/"}"#).await;
    projects::delete(&engine, &account, actor.project).await.expect("deletes");
    let read = engine.store.read(move |snap| {
        let task = tasks::get(snap, actor.project, id)?;
        Ok((task.status, task.due_at, tasks::waiting(snap)?.len()))
    });
    assert_eq!(read.await.expect("reads"), (Status::Cancelled, None, 0));
}
