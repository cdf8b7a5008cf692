//! How long a project keeps its data, and the removal of what is older: daily, or when a member
//! asks for it. Rows go in short steps, so that others hardly wait for the writer.

mod clear;
mod purge;
mod run;

pub use purge::{preview, purge};
pub(super) use run::serve;
pub use run::{Counts, Runs, now};

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::project::Project;
use crate::domain::retention::{Effective, RetentionChange, RetentionPolicy, next_due};
use crate::store;

pub use crate::store::retention::Tally;
use serde_json::json;
use std::sync::Arc;

/// What is set, and what comes of it.
#[derive(Debug)]
pub struct Retention {
    /// For the whole project.
    pub days: Option<i64>,
    pub policy: RetentionPolicy,
    pub effective: Effective,
    pub next_run_at: Timestamp,
}

pub async fn get(engine: &Engine, actor: &Actor) -> Result<Retention> {
    let (project, now) = (actor.project, Timestamp::now());
    let (days, at) = (i64::from(engine.settings.retention_days), engine.settings.retention_at.offset());
    let read = engine.store.read(move |snap| {
        let project = super::projects::get(snap, project)?;
        Ok(Retention {
            days: project.retention_days,
            policy: project.retention,
            effective: effective(&project, days),
            next_run_at: next_due(now, at, run::last(snap)?),
        })
    });
    read.await
}

/// Changes what is given and keeps the rest.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, change: RetentionChange) -> Result<Retention> {
    let (engine_, by) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut project = super::projects::get(tx, by.project)?;
        project.retention = project.retention.merge(change.policy);
        project.retention_days = change.days.unwrap_or(project.retention_days);
        project.updated_at = Timestamp::now();
        store::projects::update(tx, &project)?;
        let (id, changed) = (Some(project.id.to_string()), json!({ "changed": change.names() }));
        audit::record(tx, &engine_, Entry::of(&by, "retention.updated", "retention", id, changed))?;
        tx.after_commit(move || engine_.directory.changed(project.id));
        Ok(())
    });
    write.await?;
    get(engine, actor).await
}

fn effective(project: &Project, server: i64) -> Effective {
    project.retention.effective(project.retention_days, server)
}

#[cfg(test)]
mod tests;
