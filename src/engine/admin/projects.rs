//! Projects as operators look after them: all of them, also deleted ones, their limits and whether
//! they are on. Opening one is on record, for it shows what belongs to others.

use super::caller;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::{Account, Role};
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::domain::project::{OperatorPatch, Project, ProjectId, ProjectTag};
use crate::domain::query::{DeliveryQuery, EventQuery};
use crate::domain::webhook::Webhook;
use crate::engine::audit::{self, Entry};
use crate::engine::deliveries::{self, Shown};
use crate::engine::{Engine, events, jobs, projects, webhooks};
use crate::store::{self, Tx};
use serde_json::{Value, json};
use std::sync::Arc;

pub use crate::store::admin::projects::Owned;

/// Newest events and deliveries that are shown with their project.
const NEWEST: usize = 30;
/// Webhooks and jobs that are, of each.
const WHOLE: usize = 1000;

/// A project opened by an operator.
#[derive(Debug)]
pub struct Detail {
    pub owned: Owned,
    pub events: Vec<Event>,
    pub deliveries: Vec<Shown>,
    pub webhooks: Vec<Webhook>,
    pub jobs: Vec<Job>,
}

pub async fn list(engine: &Engine, page: Page<ProjectTag>) -> Result<Slice<Owned, ProjectTag>> {
    let keys = engine.keys.clone();
    engine.store.read(move |snap| store::admin::projects::list(snap, &keys, page)).await
}

/// A project with the newest that happened in it; 404.
pub async fn one(engine: &Arc<Engine>, account: &Account, id: ProjectId) -> Result<Detail> {
    let (engine_, by) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        caller(tx, &by)?;
        let owned = find(tx, &engine_, id)?;
        record(tx, &engine_, &by, "admin.project_viewed", (id, json!({})))?;
        Ok(owned)
    });
    let owned = write.await?;
    let reader = account.within(id, Role::Viewer);
    let events = events::list(engine, &reader, EventQuery::default(), Page { limit: NEWEST, before: None }).await?;
    let newest = Page { limit: NEWEST, before: None };
    let deliveries = deliveries::list(engine, &reader, DeliveryQuery::default(), newest).await?;
    let webhooks = webhooks::list(engine, &reader, Page { limit: WHOLE, before: None }, true).await?;
    let jobs = jobs::list(engine, &reader, Page { limit: WHOLE, before: None }, true).await?;
    Ok(Detail { owned, events: events.rows, deliveries: deliveries.rows, webhooks: webhooks.rows, jobs: jobs.rows })
}

/// Changes limits and status. Switching a project off is what its owner's deletion is; switched on
/// again it is empty of what ended then: webhooks and the key are made anew by its members.
pub async fn update(engine: &Arc<Engine>, account: &Account, id: ProjectId, patch: OperatorPatch) -> Result<Owned> {
    let (engine_, by, active) = (engine.clone(), account.clone(), patch.active);
    let write = engine.store.write(move |tx| {
        caller(tx, &by)?;
        let mut project = find(tx, &engine_, id)?.project;
        let was_active = project.active;
        let changed = patch.apply(&mut project, Timestamp::now());
        if !changed.is_empty() {
            store::admin::projects::set_limits(tx, &project)?;
            switch(tx, &engine_, &by, &project, was_active)?;
            record(tx, &engine_, &by, "admin.project_updated", (id, json!({"changed": changed})))?;
            engine_.rights_changed(tx, id);
        }
        find(tx, &engine_, id)
    });
    let owned = write.await?;
    if active == Some(false) {
        projects::clear(engine, id).await?;
    }
    Ok(owned)
}

fn switch(tx: &Tx<'_>, engine: &Arc<Engine>, by: &Account, project: &Project, was_active: bool) -> Result<()> {
    match (was_active, project.active) {
        (true, false) => projects::close(tx, engine, &by.within(project.id, Role::Owner)),
        (false, true) => {
            store::admin::projects::reopen(tx, project.id, project.updated_at)?;
            store::projects::offer_default(tx, project.owner, project.id)
        }
        _ => Ok(()),
    }
}

fn find(tx: &Tx<'_>, engine: &Engine, id: ProjectId) -> Result<Owned> {
    store::admin::projects::find(tx, &engine.keys, id)?.ok_or_else(|| Error::not_found("Project"))
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    by: &Account,
    action: &'static str,
    (project, metadata): (ProjectId, Value),
) -> Result<()> {
    audit::record(tx, engine, Entry::of(by, action, "project", Some(project.to_string()), metadata))
}
