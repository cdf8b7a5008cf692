//! One step of a replay: find the next events, route them as things are now, and store their
//! deliveries together with how far the replay has come. A kill repeats none and skips none. What
//! lanes have room for is handed to them in memory.

use super::run::{MAX_OPEN, Run, fail};
use super::{dispatch, replays};
use crate::base::{Error, Result, Timestamp};
use crate::domain::alert::AlertKind;
use crate::domain::event::Event;
use crate::domain::pipeline::PipelineId;
use crate::domain::project::ProjectId;
use crate::domain::replay::{Replay, ReplayId, Status};
use crate::engine::directory::{Endpoint, ProjectView};
use crate::engine::dispatch::{Carried, Fresh};
use crate::engine::{Engine, audit, channels, live, router};
use crate::store::intake::{self, NewDelivery};
use crate::store::replays::Next;
use crate::store::{Snapshot, Tx, events, ingested, webhooks};
use serde_json::json;
use std::sync::Arc;

/// What came of a step.
pub(super) enum Ran {
    Again,
    /// There is no room, or the project is held.
    Wait,
    Over,
}

/// An event and what it makes now.
struct Routed {
    event: Arc<Carried>,
    deliveries: Vec<(Arc<Endpoint>, Option<PipelineId>, Option<String>)>,
}

/// What was found for one step.
enum Found {
    Next(Next, Vec<Routed>),
    /// The only webhook that it is for takes nothing any more.
    NoTarget,
    Over,
}

/// Does one step of up to `most` deliveries.
pub(super) async fn next(
    engine: &Arc<Engine>,
    project: ProjectId,
    id: ReplayId,
    run: &Arc<Run>,
    most: usize,
) -> Result<Ran> {
    let view = engine.project(project).await?;
    if !view.project.active {
        return Ok(Ran::Over);
    }
    let Some(room) = run.room().filter(|_| !view.held) else { return Ok(Ran::Wait) };
    let _slot = engine.replays.slots.acquire().await.map_err(Error::internal)?;
    let seen = view.clone();
    // Routing may have to parse megabytes of payloads: with the reading, not on a task's thread.
    match engine.store.read(move |snap| find(snap, &seen, id, room.min(most))).await? {
        Found::Over => Ok(Ran::Over),
        Found::NoTarget => {
            fail(engine, project, id, "Webhook is inactive").await?;
            Ok(Ran::Over)
        }
        Found::Next(next, routed) => {
            let (engine_, run) = (engine.clone(), run.clone());
            engine.store.write(move |tx| store(tx, &engine_, &view, &run, (id, next, routed))).await
        }
    }
}

fn find(snap: &Snapshot<'_>, view: &ProjectView, id: ReplayId, limit: usize) -> Result<Found> {
    let Some(replay) = unfinished(snap, view.project.id, id)? else { return Ok(Found::Over) };
    if replay.filters.webhook.is_some_and(|target| view.webhook(target).is_none()) {
        return Ok(Found::NoTarget);
    }
    let mut next = replays::next(snap, view.project.id, &replay, limit)?;
    let events = std::mem::take(&mut next.events);
    let routed = events.into_iter().map(|event| route(view, &replay, event)).collect::<Result<_>>()?;
    Ok(Found::Next(next, routed))
}

/// The row, unless it is finished: it may have been cancelled at any time.
fn unfinished(snap: &Snapshot<'_>, project: ProjectId, id: ReplayId) -> Result<Option<Replay>> {
    Ok(replays::find(snap, project, id)?.filter(|replay| !replay.status.is_final()))
}

/// Everything that today's routing makes of a stored event, at once and without new events: those
/// that it made at its time are stored too, and replayed themselves.
fn route(view: &ProjectView, replay: &Replay, event: Event) -> Result<Routed> {
    let route = router::route_stored(view, &event)?;
    let direct = route.direct.iter().map(|webhook| (webhook.clone(), None, None));
    let piped = route.piped.into_iter().map(|piped| (piped.endpoint, Some(piped.pipeline), piped.payload));
    let wanted = |webhook: &Endpoint| replay.filters.webhook.is_none_or(|target| target == webhook.id);
    let deliveries = direct.chain(piped).filter(|(webhook, ..)| wanted(webhook)).collect();
    Ok(Routed { event: Arc::new(Carried::new(view.project.id, event)), deliveries })
}

/// Stores the deliveries that there is room for, and the place behind their events.
fn store(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    view: &Arc<ProjectView>,
    run: &Arc<Run>,
    (id, next, routed): (ReplayId, Next, Vec<Routed>),
) -> Result<Ran> {
    let (project, now) = (view.project.id, Timestamp::now());
    let Some(mut replay) = unfinished(tx, project, id)? else { return Ok(Ran::Over) };
    // It may have been switched off since the routing; the next look ends the replay.
    if let Some(target) = replay.filters.webhook
        && !webhooks::is_active(tx, project, target)?
    {
        return Ok(Ran::Again);
    }
    let before = replays::count_open(tx, id)?;
    let (mut open, mut blocked, mut offers) = (before, None, Vec::new());
    for Routed { event, deliveries } in routed {
        // An event with more deliveries than there can ever be room for has them all alone.
        if open > 0 && open + deliveries.len() > MAX_OPEN {
            blocked = Some(deliveries.len());
            break;
        }
        replay.processed_events += 1;
        replay.reached = event.id;
        // Deleted since it was read: nothing of it may go out from memory.
        if !events::is_active(tx, project, event.id)? {
            continue;
        }
        ingested::refresh(tx, event.id)?;
        open += deliveries.len();
        let fresh = deliveries.into_iter().map(|delivery| deliver(tx, engine, (id, now), &event, delivery));
        offers.push((fresh.collect::<Result<Vec<_>>>()?, event));
    }
    let over = blocked.is_none() && next.end;
    if blocked.is_none() {
        replay.reached = next.reached;
    }
    replay.deliveries_created += (open - before) as u64;
    replay.status = if over { Status::Completed } else { Status::Running };
    replay.started_at.get_or_insert(now);
    replay.completed_at = over.then_some(now);
    replays::update(tx, project, &replay)?;
    if over || run.tells() {
        live::replayed(tx, engine, project, &replay);
    }
    if over {
        completed(tx, engine, project, &replay)?;
    }
    let (engine, view, run) = (engine.clone(), view.clone(), run.clone());
    tx.after_commit(move || {
        run.set(open, blocked);
        view.live.add_pending((open - before) as i64);
        offers.into_iter().for_each(|(fresh, event)| dispatch::offer(&engine, &event, fresh));
    });
    Ok(if over { Ran::Over } else { Ran::Again })
}

/// Stores a delivery: held from birth where its lane has room, else in the table until it has.
fn deliver(
    tx: &Tx<'_>,
    engine: &Engine,
    (replay, now): (ReplayId, Timestamp),
    event: &Carried,
    (endpoint, pipeline, payload): (Arc<Endpoint>, Option<PipelineId>, Option<String>),
) -> Result<Fresh> {
    let size = event.payload.len() + payload.as_ref().map_or(0, String::len);
    let place = engine.dispatch.reserve(&endpoint, size, true);
    let delivery = NewDelivery {
        project: event.project,
        id: engine.ids.next(),
        event: event.id,
        webhook: endpoint.id,
        due_at: place.due_at.unwrap_or(now),
        claimed: place.held.is_some(),
        priority: 1,
        payload: payload.as_deref(),
        pipeline,
        replay: Some(replay),
    };
    intake::insert_delivery(tx, &delivery)?;
    let (id, webhook, due_at) = (delivery.id, delivery.webhook, delivery.due_at);
    // Only what is held is sent from memory.
    let payload = payload.filter(|_| place.held.is_some());
    Ok(Fresh { id, webhook, due_at, payload, replay: Some(replay), held: place.held })
}

/// Tells of a replay that made all its deliveries.
fn completed(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, replay: &Replay) -> Result<()> {
    if let Some((event, by, reason)) = crate::store::replays::requested(tx, &engine.keys, replay.id)? {
        let told = json!({"event_id": event, "requested_by": by, "reason": reason});
        let (by, id) = (audit::By::System(Some(project)), Some(replay.id.to_string()));
        audit::record(tx, engine, audit::Entry::of(by, "replay.dispatched", "replay", id, told))?;
    }
    let count = replay.processed_events;
    let message = format!("A replay of {count} events is complete.");
    let payload = json!({"message": message, "event_count": count, "replay_id": replay.id});
    channels::raise(tx, engine, project, (AlertKind::ReplayCompleted, *replay.id.as_bytes()), &payload)
}
