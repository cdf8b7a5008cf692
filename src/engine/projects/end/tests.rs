//! The end of a project: what goes at once, what goes in parts, and what a kill leaves.

use super::*;
use crate::base::Json;
use crate::domain::account::UserId;
use crate::domain::member::{Guest, Invite};
use crate::domain::webhook::WebhookId;
use crate::engine::accounts::Registered;
use crate::engine::testing::{TestEngine, account, owner};
use crate::engine::{accept, invitations, members};
use std::time::Duration;

/// More rows than one operation changes.
const MANY: usize = CHUNK + 20;

async fn webhook(engine: &TestEngine, actor: &Actor) -> WebhookId {
    let body = Json::parse(r#"{"url":"https://example.com/hook","topics":["never"]}"#).expect("json");
    let made = crate::engine::webhooks::create(engine, actor, body.as_object().expect("object")).await;
    made.expect("creates").webhook.id
}

/// An account whose project has a webhook, many due deliveries and many delayed events.
async fn busy(engine: &TestEngine) -> (Registered, Actor) {
    let made = engine.register("ana@example.org").await;
    let actor = owner(engine, &made).await;
    let hook = webhook(engine, &actor).await;
    let later = Timestamp::now().plus(Duration::from_secs(3600));
    let body = format!(r#"{{"topic":"x","deliver_at":"{later}"}}"#);
    let body = Json::parse(&body).expect("json");
    for _ in 0..2 {
        let events = vec![body.clone(); MANY / 2];
        accept::batch(engine, &actor, &events).await.expect("accepts");
    }
    let one = accept::batch(engine, &actor, &[Json::parse("{\"topic\":\"x\"}").expect("json")]).await.expect("accepts");
    let event = one.into_iter().next().expect("one").expect("accepted").event.id;
    for _ in 0..MANY {
        engine.delivery(actor.project, event, hook).await;
    }
    (made, actor)
}

/// Due deliveries, those ended by the deletion, delayed events.
async fn counts(engine: &TestEngine) -> (i64, i64, i64) {
    let sql = "SELECT (SELECT COUNT(*) FROM deliveries WHERE due_at IS NOT NULL), \
               (SELECT COUNT(*) FROM deliveries WHERE error = 'Project deleted' AND status = 1), \
               (SELECT COUNT(*) FROM events WHERE waiting IS NOT NULL)";
    let read = engine.store.read(move |snap| snap.one(sql, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?))));
    read.await.expect("counts")
}

#[tokio::test]
async fn everything_due_ends_with_the_project() {
    let engine = TestEngine::new();
    let (made, actor) = busy(&engine).await;
    let all = MANY as i64;
    assert_eq!(counts(&engine).await, (all, 0, all));
    assert_eq!(engine.project(actor.project).await.expect("view").live.pending(), all);
    delete(&engine, &account(&engine, &made).await, actor.project).await.expect("deletes");
    assert_eq!(counts(&engine).await, (0, all, 0));
    let view = engine.project(actor.project).await.expect("view");
    assert_eq!((view.live.pending(), view.project.active, view.webhooks.len()), (0, false, 0));
    let (action, metadata) = engine.audited().await.pop().expect("entry");
    assert_eq!((&*action, &*metadata), ("project.deleted", "{}"));
    let again = delete(&engine, &account(&engine, &made).await, actor.project).await.expect_err("gone");
    assert_eq!(again.message(), "Project not found");
}

#[tokio::test]
async fn the_next_start_finishes_what_a_kill_interrupted() {
    let engine = TestEngine::new();
    let (_, actor) = busy(&engine).await;
    resume(&engine).await;
    assert_eq!(counts(&engine).await.1, 0, "an active project is let be");
    let (engine_, actor_) = (engine.clone(), actor.clone());
    engine.store.write(move |tx| close(tx, &engine_, &actor_)).await.expect("closes");
    assert_eq!(counts(&engine).await.1, 0);
    resume(&engine).await;
    assert_eq!(counts(&engine).await, (0, MANY as i64, 0));
    let left = engine.store.read(store::projects::unfinished).await.expect("reads");
    assert_eq!(left, []);
}

#[tokio::test]
async fn members_are_told_and_moved() {
    let engine = TestEngine::new();
    let ana = engine.register("ana@example.org").await;
    let (eva, ina) = (engine.register("eva@example.org").await, engine.register("ina@example.org").await);
    let owner = account(&engine, &ana).await;
    let mut accounts = Vec::new();
    for guest in [&eva, &ina] {
        let invite = Invite { guest: Guest::Id(Some(guest.user.id)), role: Role::Admin };
        let person = members::invite(&engine, &owner, ana.project, invite).await.expect("invites");
        accounts.push((account(&engine, guest).await, person.member.id));
    }
    let (of_eva, place) = accounts.remove(0);
    invitations::accept(&engine, &of_eva, place).await.expect("accepts");
    super::super::make_default(&engine, &of_eva, ana.project).await.expect("chooses");
    let refused = delete(&engine, &of_eva, ana.project).await.expect_err("no owner");
    assert_eq!((refused.kind(), refused.message()), (Kind::Forbidden, "Only the owner can delete a project"));
    delete(&engine, &owner, ana.project).await.expect("deletes");

    let sql = "SELECT user_id, kind, read_at FROM notifications ORDER BY id";
    let read = engine
        .store
        .read(move |snap| snap.all(sql, &[], |row| Ok((row.id(0)?, row.text(1)?, row.opt_int(2)?.is_some()))));
    let told: Vec<(UserId, String, bool)> = read.await.expect("reads");
    let expected = [
        (eva.user.id, "team_invite", true),
        (ina.user.id, "team_invite", true),
        (eva.user.id, "project_deleted", false),
    ];
    assert_eq!(told, expected.map(|(user, kind, read)| (user, kind.to_owned(), read)));
    let (of_ina, place) = accounts.remove(0);
    let absent = invitations::accept(&engine, &of_ina, place).await.expect_err("hidden");
    assert_eq!(absent.message(), "Invitation not found");
    let page = crate::base::page::Page { limit: 10, before: None };
    assert!(invitations::pending(&engine, &of_ina, page).await.expect("reads").rows.is_empty());
    let defaults = engine.store.read(move |snap| {
        [ana.user.id, eva.user.id]
            .map(|user| store::projects::default_of(snap, user))
            .into_iter()
            .collect::<Result<Vec<_>>>()
    });
    assert_eq!(defaults.await.expect("reads"), [None, Some(eva.project)]);
}
