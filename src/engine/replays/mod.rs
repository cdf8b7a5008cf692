//! Replays: starting them, looking at them, cancelling them. Each is a row that a task of its own
//! walks through; what is in memory here only wakes that task.

mod chunk;
mod run;

pub(super) use run::resume;

use super::Engine;
use super::audit::{self, Entry};
use super::dispatch;
use super::live;
use super::traffic::{BESIDE, Traffic};
use crate::base::fields::Fields;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::delivery::Ended;
use crate::domain::project::ProjectId;
use crate::domain::replay::{Filters, Replay, ReplayId, ReplayTag, Status};
use crate::store::deliveries::{self, Of};
use crate::store::{Snapshot, Tx, replays, webhooks};
use run::Run;
use serde_json::json;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;

/// Replays that read and write at a time; the others take turns with them.
const AT_WORK: usize = 2;
/// Rows changed by one operation, so that the writer is never held for long.
const CHUNK: usize = 500;

/// The replays under way.
#[derive(Debug)]
pub struct Replays {
    slots: Semaphore,
    runs: Mutex<HashMap<ReplayId, Arc<Run>>>,
    live: Arc<Traffic>,
}

impl Replays {
    pub fn new(live: Arc<Traffic>) -> Replays {
        Replays { slots: Semaphore::new(AT_WORK), runs: Mutex::default(), live }
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<ReplayId, Arc<Run>>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be called with every call that sends events.
    pub fn make_way(&self, now: Timestamp) {
        self.live.note(now);
    }

    /// Deliveries a second that one of them may make; `None` while nothing comes in.
    fn pace(&self) -> Option<usize> {
        let live = self.live.is_on(Timestamp::now());
        live.then(|| BESIDE / self.runs().len().max(1))
    }

    /// To be called after the commit in which a delivery of a replay came to its end.
    pub fn delivered(&self, id: ReplayId) {
        if let Some(run) = self.runs().get(&id) {
            run.freed();
        }
    }

    /// To be called after the commit of anything else that may have ended deliveries of replays.
    pub fn recount(&self) {
        self.runs().values().for_each(|run| run.recount());
    }
}

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    status: Option<Status>,
    page: Page<ReplayTag>,
) -> Result<Slice<Replay, ReplayTag>> {
    let project = actor.project;
    engine.store.read(move |snap| replays::list(snap, project, status, page)).await
}

pub async fn get(engine: &Engine, actor: &Actor, id: ReplayId) -> Result<Replay> {
    let project = actor.project;
    engine.store.read(move |snap| find(snap, project, id)).await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: ReplayId) -> Result<Replay> {
    replays::find(snap, project, id)?.ok_or_else(|| Error::not_found("Replay"))
}

/// Starts a replay of the events that are stored now.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: Fields<'_>) -> Result<Replay> {
    engine.project(actor.project).await?.require_unheld()?;
    start(engine, actor, Filters::read(body.0)?, |_, _| Ok(())).await
}

/// As [`create`]; `also` is written together with the replay.
pub(super) async fn start(
    engine: &Arc<Engine>,
    actor: &Actor,
    filters: Filters,
    also: impl FnOnce(&Tx<'_>, ReplayId) -> Result<()> + Send + 'static,
) -> Result<Replay> {
    engine.project(actor.project).await?.require_unheld()?;
    let project = actor.project;
    let wanted = filters.clone();
    // Counting may take a while with many millions of events: one at a time is enough.
    let slot = engine.replays.slots.acquire().await.map_err(Error::internal)?;
    let read = engine.store.read(move |snap| {
        check_webhook(snap, project, &wanted)?;
        let upto = replays::newest_event(snap, project)?.unwrap_or(Id::MIN);
        Ok((upto, replays::count(snap, project, &wanted, upto)?))
    });
    let (upto, total_events) = read.await?;
    drop(slot);
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        check_webhook(tx, project, &filters)?;
        let metadata = serde_json::from_str(&filters.to_json().to_text()).map_err(Error::internal)?;
        let replay = Replay {
            id: engine_.ids.next(),
            status: Status::Pending,
            filters,
            upto,
            reached: Id::MIN,
            total_events,
            processed_events: 0,
            deliveries_created: 0,
            error: None,
            started_at: None,
            completed_at: None,
        };
        replays::insert(tx, project, &replay)?;
        record(tx, &engine_, &actor, replay.id, "replay.started", metadata)?;
        also(tx, replay.id)?;
        let id = replay.id;
        tx.after_commit(move || run::start(&engine_, project, id));
        Ok(replay)
    });
    write.await
}

/// 422 unless the webhook that is named, if any, is an active one of the project.
fn check_webhook(snap: &Snapshot<'_>, project: ProjectId, filters: &Filters) -> Result<()> {
    let Some(id) = filters.webhook else { return Ok(()) };
    match webhooks::find(snap, project, id)? {
        Some(stored) if stored.webhook.status.is_active() => Ok(()),
        Some(_) => Err(Error::invalid("webhook_id", "Webhook is inactive")),
        None => Err(Error::invalid("webhook_id", "webhook_id does not exist")),
    }
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: ReplayId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "replay", Some(id.to_string()), metadata))
}

/// Stops a replay; what it made and nobody has attempted yet ends with it. 409 when it is finished.
pub async fn cancel(engine: &Arc<Engine>, actor: &Actor, id: ReplayId) -> Result<Replay> {
    let (engine_, actor, now) = (engine.clone(), actor.clone(), Timestamp::now());
    let project = actor.project;
    let write = engine.store.write(move |tx| {
        let mut replay = find(tx, project, id)?;
        if replay.status.is_final() {
            return Err(Error::new(Kind::Conflict, "Replay already finished"));
        }
        replay.status = Status::Cancelled;
        replay.completed_at = Some(now);
        replays::update(tx, project, &replay)?;
        live::replayed(tx, &engine_, project, &replay);
        record(tx, &engine_, &actor, id, "replay.cancelled", json!({}))?;
        Ok((replay, end(tx, &engine_, project, id)?))
    });
    let (replay, more) = write.await?;
    if more {
        let again = move |engine: Arc<Engine>| async move {
            let engine_ = engine.clone();
            engine.store.write(move |tx| end(tx, &engine_, project, id)).await
        };
        engine.complete(again).await;
    }
    Ok(replay)
}

/// Does a bounded part; true when more is left.
fn end(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, id: ReplayId) -> Result<bool> {
    let ended = deliveries::end(tx, Of::Replay(id), Ended::ReplayCancelled, Timestamp::now(), CHUNK)?;
    let engine = engine.clone();
    tx.after_commit(move || {
        engine.dispatch.drop_replay(id);
        engine.ended(project, ended);
    });
    Ok(ended == CHUNK)
}

#[cfg(test)]
mod tests;
