//! The project a caller works in: reading it, changing it, and the topics it has seen.

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::{Actor, Role, Who};
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

fn get(snap: &Snapshot<'_>, id: ProjectId) -> Result<Project> {
    store::projects::find(snap, id)?.ok_or_else(|| Error::not_found("Project"))
}

fn seen(snap: &Snapshot<'_>, actor: &Actor, project: Project) -> Result<Seen> {
    let default = match actor.user() {
        Some(user) => store::projects::default_of(snap, user)?,
        None => None,
    };
    let role = match actor.who {
        Who::User { role, .. } => Some(role),
        Who::Key { .. } | Who::System => None,
    };
    Ok(Seen { is_default: default == Some(project.id), role, project })
}
