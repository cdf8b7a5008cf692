//! The projects of a user: listing, starting, choosing the default.

use super::super::audit::{self, Entry};
use super::{Seen, get, member, seen};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result};
use crate::domain::access::{Account, Actor, Role};
use crate::domain::api_key::ApiKey;
use crate::domain::project::{NewProject, Project, ProjectId, ProjectTag};
use crate::engine::{Engine, api_keys};
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;

/// The active projects a user owns or is a member of, newest first.
pub async fn list(engine: &Engine, account: &Account, page: Page<ProjectTag>) -> Result<Slice<Seen, ProjectTag>> {
    let user = account.user;
    let read = engine.store.read(move |snap| {
        let default = store::projects::default_of(snap, user)?;
        let Slice { rows, next } = store::projects::of_user(snap, user, page)?;
        let seen = |(project, role): (Project, Role)| {
            let is_default = default == Some(project.id);
            Seen { project, is_default, role: Some(role) }
        };
        Ok(Slice { rows: rows.into_iter().map(seen).collect(), next })
    });
    read.await
}

/// Starts a project; returns it with its whole key, which is shown this once. The first one of a
/// user becomes their default.
pub async fn create(engine: &Arc<Engine>, account: &Account, new: NewProject) -> Result<(Seen, String)> {
    let mut project = Project::new(engine.ids.next(), account.user, new.name);
    project.settings = new.settings;
    let (engine_, actor) = (engine.clone(), account.within(project.id, Role::Owner));
    let write = engine.store.write(move |tx| {
        if store::projects::count_owned(tx, project.owner)? >= u64::from(engine_.limits.projects()) {
            return Err(Error::new(Kind::Invalid, "Project limit reached"));
        }
        let (key, secret) = insert(tx, &engine_, &project)?;
        store::projects::offer_default(tx, project.owner, project.id)?;
        record(tx, &engine_, &actor, &key)?;
        Ok((seen(tx, &actor, project)?, secret))
    });
    write.await
}

/// Writes a new project with its owner and its key, and returns the key, row and text.
pub(in crate::engine) fn insert(tx: &Tx<'_>, engine: &Engine, project: &Project) -> Result<(ApiKey, String)> {
    store::projects::insert(tx, project, engine.ids.next())?;
    let sole = engine.sole.clone();
    tx.after_commit(move || sole.forget());
    let secret = api_keys::generate();
    let key = ApiKey::new(engine.ids.next(), project.id, &secret);
    store::api_keys::insert(tx, &key, &api_keys::keep(engine, key.id, &secret)?)?;
    Ok((key, secret))
}

/// Records what [`insert`] wrote; the actor is the owner at work in the project.
pub(in crate::engine) fn record(tx: &Tx<'_>, engine: &Engine, actor: &Actor, key: &ApiKey) -> Result<()> {
    let (project, prefix) = (Some(actor.project.to_string()), json!({"prefix": key.prefix}));
    audit::record(tx, engine, Entry::of(actor, "project.created", "project", project, json!({})))?;
    audit::record(tx, engine, Entry::of(actor, "api_key.created", "api_key", Some(key.id.to_string()), prefix))
}

/// A project as its member sees it; 404 for anyone else.
pub async fn one(engine: &Engine, account: &Account, id: ProjectId) -> Result<Seen> {
    let account = account.clone();
    let read = engine.store.read(move |snap| {
        let (actor, _) = member(snap, &account, id)?;
        seen(snap, &actor, get(snap, id)?)
    });
    read.await
}

/// Makes this the project a user works in when none is named.
pub async fn make_default(engine: &Engine, account: &Account, id: ProjectId) -> Result<Seen> {
    let account = account.clone();
    let write = engine.store.write(move |tx| {
        let (actor, _) = member(tx, &account, id)?;
        store::projects::set_default(tx, account.user, id)?;
        seen(tx, &actor, get(tx, id)?)
    });
    write.await
}
