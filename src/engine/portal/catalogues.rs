//! The lists that integrators read: replaced as a whole, with an entry that says how long they are.

use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::catalogue::{self, Item};
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store::catalogues;
use serde_json::json;
use std::sync::Arc;

/// The project's own list, in the order it was given.
pub async fn list<T: Item>(engine: &Engine, actor: &Actor) -> Result<Vec<T>> {
    let project = actor.project;
    let text = engine.store.read(move |snap| catalogues::find(snap, project, T::KIND)).await?;
    text.map_or_else(|| Ok(Vec::new()), |text| serde_json::from_str(&text).map_err(Error::internal))
}

/// Puts another list in the place of the present one.
pub async fn replace<T: Item>(engine: &Arc<Engine>, actor: &Actor, items: &[Json<'_>]) -> Result<Vec<T>> {
    let list: Vec<T> = catalogue::read(items)?;
    let text = serde_json::to_string(&list).map_err(Error::internal)?;
    let (engine_, actor, count) = (engine.clone(), actor.clone(), list.len());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        if catalogues::find(tx, project, T::KIND)?.unwrap_or_else(|| "[]".to_owned()) != text {
            catalogues::put(tx, project, T::KIND, &text, Timestamp::now())?;
            let entry = Entry::of(&actor, T::UPDATED, "project", Some(project.to_string()), json!({"count": count}));
            audit::record(tx, &engine_, entry)?;
        }
        Ok(())
    });
    write.await?;
    Ok(list)
}
