//! The project a caller works in: reading it, changing it, and the topics it has seen; and who
//! may work in it. Its beginning and end have files of their own.

mod end;
mod own;

pub use end::delete;
pub(super) use end::{clear, close, resume};
pub use own::{create, list, make_default, one};
pub(super) use own::{insert, record};

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::{Account, Actor, Role, RoleKind};
use crate::domain::project::{Project, ProjectId, ProjectPatch};
use crate::store::{self, Snapshot};
use serde_json::json;
use std::sync::Arc;

/// A project as its caller sees it.
#[derive(Debug)]
pub struct Seen {
    pub project: Project,
    /// Whether it is the default of the calling user; for a key, of the owner.
    pub is_default: bool,
    /// What the calling user is in it; none for a key.
    pub role: Option<Role>,
}

/// A user at work in a project of theirs: 404 when they are no member, 403 when their role does
/// not cover the kind.
pub async fn enter(engine: &Engine, account: &Account, id: ProjectId, kind: RoleKind) -> Result<Actor> {
    let account = account.clone();
    let (actor, role) = engine.store.read(move |snap| member(snap, &account, id)).await?;
    role.require(kind)?;
    Ok(actor)
}

/// As [`enter`], whatever the role.
pub(super) fn member(snap: &Snapshot<'_>, account: &Account, id: ProjectId) -> Result<(Actor, Role)> {
    let role = store::projects::role_of(snap, id, account.user)?.ok_or_else(|| Error::not_found("Project"))?;
    Ok((account.within(id, role), role))
}

pub async fn current(engine: &Engine, actor: &Actor) -> Result<Seen> {
    let actor = actor.clone();
    let read = engine.store.read(move |snap| {
        let project = get(snap, actor.project)?;
        seen(snap, &actor, project)
    });
    read.await
}

/// Changes what the patch holds; an empty one changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, patch: ProjectPatch) -> Result<Seen> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut project = get(tx, actor.project)?;
        let changed = patch.apply(&mut project, Timestamp::now());
        if !changed.is_empty() {
            store::projects::update(tx, &project)?;
            let (id, changed) = (Some(project.id.to_string()), json!({"changed": changed}));
            audit::record(tx, &engine_, Entry::of(&actor, "project.updated", "project", id, changed))?;
            let id = project.id;
            tx.after_commit(move || engine_.directory.changed(id));
        }
        seen(tx, &actor, project)
    });
    write.await
}

/// Topics with active events and how many, in order.
pub async fn topics(engine: &Engine, actor: &Actor) -> Result<Vec<(String, i64)>> {
    let project = actor.project;
    engine.store.read(move |snap| store::projects::topics(snap, project)).await
}

pub(super) fn get(snap: &Snapshot<'_>, id: ProjectId) -> Result<Project> {
    // It may have ended since its caller was let in.
    let found = store::projects::find(snap, id)?.filter(|project| project.active);
    found.ok_or_else(|| Error::not_found("Project"))
}

fn seen(snap: &Snapshot<'_>, actor: &Actor, project: Project) -> Result<Seen> {
    let default = match actor.user() {
        Some(user) => store::projects::default_of(snap, user)?,
        None => None,
    };
    Ok(Seen { is_default: default == Some(project.id), role: actor.role(), project })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestEngine, owner};
    use super::*;
    use crate::base::Json;
    use crate::base::fields::Fields;

    fn patch(text: &str) -> Result<ProjectPatch> {
        let json = Json::parse(text).expect("json");
        ProjectPatch::read(Fields(json.as_object().expect("object")))
    }

    #[tokio::test]
    async fn changes_are_kept_and_recorded() {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let given =
            r#"{"name":" Shop ","settings":{"n":1.10},"retention_policy":{"events_days":7},"status":"inactive"}"#;
        update(&engine, &actor, patch(given).expect("patch")).await.expect("updates");
        let seen = current(&engine, &actor).await.expect("reads");
        assert_eq!((seen.project.name.as_str(), seen.project.settings.text()), ("Shop", r#"{"n":1.10}"#));
        assert_eq!(serde_json::to_string(&seen.project.retention).expect("json"), r#"{"events_days":7}"#);
        assert!(seen.project.active);
        let (action, metadata) = engine.audited().await.pop().expect("entry");
        assert_eq!(
            (&*action, &*metadata),
            ("project.updated", r#"{"changed":["name","settings","retention_policy"]}"#)
        );
        let before = engine.audited().await.len();
        update(&engine, &actor, patch(r#"{"name":null}"#).expect("patch")).await.expect("nothing to do");
        assert_eq!(engine.audited().await.len(), before);
    }

    #[tokio::test]
    async fn topics_are_those_with_active_events() {
        let engine = TestEngine::new();
        let actor = owner(&engine, &engine.register("ana@example.org").await).await;
        let project = actor.project;
        let write = engine.store.write(move |tx| {
            for (topic, n) in [("b", 2), ("a.x", 1), ("gone", 0), ("", 3)] {
                let sql = "INSERT INTO topics (project_id, topic, active_events) VALUES (?1, ?2, ?3)";
                tx.exec(sql, crate::params![&project, topic, n])?;
            }
            Ok(())
        });
        write.await.expect("writes");
        let expected = vec![("a.x".to_owned(), 1), ("b".to_owned(), 2)];
        assert_eq!(topics(&engine, &actor).await.expect("reads"), expected);
    }
}
