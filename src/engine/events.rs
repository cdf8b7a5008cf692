//! Events after their acceptance: looking at them and switching them off.

use super::Engine;
use super::audit::{self, Entry};
use super::export::{self, Export, Order};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::delivery::Ended;
use crate::domain::event::{Event, EventId, EventTag};
use crate::domain::query::EventQuery;
use crate::store::counters::{Counter, day};
use crate::store::deliveries::{self, Of};
use crate::store::{batches, events};
use serde_json::json;
use std::sync::Arc;

pub use crate::store::deliveries::Brief;

/// Deliveries that are shown with their event.
const SHOWN_DELIVERIES: usize = 50;
/// Rows changed by one operation, so that the writer is never held for long.
const CHUNK: usize = 500;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    query: EventQuery,
    page: Page<EventTag>,
) -> Result<Slice<Event, EventTag>> {
    let project = actor.project;
    engine.store.read(move |snap| events::list(snap, project, &query, page)).await
}

/// All events that [`list`] would show page by page.
pub fn export(engine: &Arc<Engine>, actor: &Actor, query: EventQuery, order: Order) -> Export<Event> {
    let (project, query) = (actor.project, Arc::new(query));
    export::start(engine, actor, order, move |engine: Arc<Engine>, page| {
        let query = query.clone();
        async move { engine.store.read(move |snap| events::list(snap, project, &query, page)).await }
    })
}

/// An event with its newest deliveries.
pub async fn get(engine: &Engine, actor: &Actor, id: EventId) -> Result<(Event, Vec<Brief>)> {
    let project = actor.project;
    let read = engine.store.read(move |snap| {
        let event = events::find(snap, project, id)?.ok_or_else(|| Error::not_found("Event"))?;
        Ok((event, deliveries::of_event(snap, id, SHOWN_DELIVERIES)?))
    });
    read.await
}

/// Switches an event off: it is no longer routed, and what is still due of it ends.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: EventId) -> Result<()> {
    // A replayed event can have any number of deliveries; the first part goes with the event.
    if switch_off(engine, actor, id).await? == CHUNK {
        let actor = actor.clone();
        let again = move |engine: Arc<Engine>| {
            let actor = actor.clone();
            async move { Ok(switch_off(&engine, &actor, id).await? == CHUNK) }
        };
        engine.complete(again).await;
    }
    Ok(())
}

async fn switch_off(engine: &Arc<Engine>, actor: &Actor, id: EventId) -> Result<usize> {
    let (engine_, actor_, now) = (engine.clone(), actor.clone(), Timestamp::now());
    let write = engine.store.write(move |tx| {
        let project = actor_.project;
        let event = events::find(tx, project, id)?.ok_or_else(|| Error::not_found("Event"))?;
        if events::deactivate(tx, project, id)? {
            let off = |topic: String| tx.count(Counter::SwitchedOff(project, day(id), topic.into()), 1);
            event.topic.into_iter().for_each(off);
            let entry = Entry::of(&actor_, "event.deleted", "event", Some(id.to_string()), json!({}));
            audit::record(tx, &engine_, entry)?;
        }
        let forgotten = batches::forget_event(tx, project, id)?;
        let ended = deliveries::end(tx, Of::Event(id), Ended::EventDeleted, now, CHUNK)?;
        tx.after_commit(move || {
            engine_.dispatch.drop_event(id);
            engine_.ended(project, ended + forgotten);
        });
        Ok(ended)
    });
    write.await
}
