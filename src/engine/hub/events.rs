//! Events of sources as operators see them: lists with numbered pages, one event with all that is
//! known of it, its attempts, and sending it once more.

use crate::base::json::Json;
use crate::base::page::Page;
use crate::base::{Error, Result};
use crate::domain::access::Actor;
use crate::domain::audit::AuditEntry;
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::EventId;
use crate::domain::inbound::{Attempt, AttemptQuery, Inbound, InboundQuery, Leg, Numbered, State, Window};
use crate::domain::query::DeliveryQuery;
use crate::domain::replay::{Filters, ReplayId};
use crate::engine::audit::{self, Entry};
use crate::engine::{Engine, replays};
use crate::store::deliveries::{self, Found};
use crate::store::{Snapshot, events, inbound};
use serde_json::json;
use std::sync::Arc;

/// Attempts and deliveries that one answer shows of an event.
const MOST: usize = 100;

/// An event in short.
pub type Listed = Inbound<EventId>;

pub async fn list(engine: &Engine, actor: &Actor, query: InboundQuery, window: Window) -> Result<Numbered<Listed>> {
    let project = actor.project;
    engine.store.read(move |snap| inbound::list(snap, project, &query, window)).await
}

/// A page of attempts, newest first.
pub async fn attempts(
    engine: &Engine,
    actor: &Actor,
    query: AttemptQuery,
    window: Window,
) -> Result<Numbered<Attempt>> {
    let project = actor.project;
    engine.store.read(move |snap| inbound::attempts(snap, project, query, window)).await
}

/// What an audit entry must have to be listed.
#[derive(Debug, Clone, Default)]
pub struct AuditWanted {
    pub entity_type: Option<String>,
    pub entity_id: Option<String>,
    pub action: Option<String>,
}

/// A page of the recorded entries of the project, newest first.
pub async fn audit_entries(
    engine: &Engine,
    actor: &Actor,
    wanted: AuditWanted,
    window: Window,
) -> Result<Numbered<AuditEntry>> {
    let (project, keys) = (actor.project, engine.keys.clone());
    let read = engine.store.read(move |snap| {
        let AuditWanted { entity_type, entity_id, action } = &wanted;
        let wanted = [entity_type.as_deref(), entity_id.as_deref(), action.as_deref()];
        crate::store::audit::numbered(snap, &keys, project, wanted, window)
    });
    read.await
}

/// A delivery as a piece of work.
#[derive(Debug)]
pub struct Job {
    pub id: DeliveryId,
    pub state: State,
    pub attempts: u32,
    pub next_run_at: Option<crate::base::Timestamp>,
    pub last_error: Option<String>,
}

/// All that is known of an event.
#[derive(Debug)]
pub struct Detail {
    pub listed: Listed,
    /// The data of its payload, JSON text.
    pub data: String,
    pub raw_headers: String,
    pub raw_body: Vec<u8>,
    /// The newest.
    pub attempts: Numbered<Attempt>,
    pub jobs: Vec<Job>,
}

/// 404 for an event that is none of a source of the project.
pub async fn detail(engine: &Engine, actor: &Actor, id: EventId) -> Result<Detail> {
    let (project, keys) = (actor.project, engine.keys.clone());
    let read = engine.store.read(move |snap| {
        let listed = find(snap, project, id)?;
        let event = events::find(snap, project, id)?.ok_or_else(not_found)?;
        let data = Json::parse(&event.payload)?.step("data").map_or_else(|| "null".to_owned(), Json::to_text);
        let raw = inbound::raw(snap, &keys, project, id)?;
        let query = AttemptQuery { event: Some(id), succeeded: None };
        let attempts = inbound::attempts(snap, project, query, Window { offset: 0, limit: MOST })?;
        let jobs = jobs(snap, project, id)?;
        Ok(Detail { listed, data, raw_headers: raw.headers, raw_body: raw.body, attempts, jobs })
    });
    read.await
}

fn not_found() -> Error {
    Error::not_found("Event")
}

fn find(snap: &Snapshot<'_>, project: crate::domain::project::ProjectId, id: EventId) -> Result<Listed> {
    inbound::find(snap, project, id)?.ok_or_else(not_found)
}

fn jobs(snap: &Snapshot<'_>, project: crate::domain::project::ProjectId, event: EventId) -> Result<Vec<Job>> {
    let query = DeliveryQuery { event: Some(event), ..DeliveryQuery::default() };
    let found = deliveries::list::<Found>(snap, project, &query, Page { limit: MOST, before: None })?;
    let job = |Found { delivery, pipeline, .. }: Found| {
        let due = delivery.due_at.is_some();
        let leg = Leg {
            to: (delivery.webhook, pipeline),
            status: delivery.status,
            attempts: delivery.attempts,
            due,
            in_flight: due && delivery.claimed,
        };
        Job {
            id: delivery.id,
            state: State::of(&[leg], false),
            attempts: delivery.attempts,
            next_run_at: delivery.due_at,
            last_error: delivery.error.filter(|_| delivery.status != Status::Success),
        }
    };
    Ok(found.rows.into_iter().map(job).collect())
}

/// Sends an event once more to whoever wants it now. The request is stored, with who asked and
/// why, before anything is sent.
pub async fn replay(
    engine: &Arc<Engine>,
    actor: &Actor,
    event: EventId,
    requested_by: String,
    reason: String,
) -> Result<ReplayId> {
    let project = actor.project;
    engine.store.read(move |snap| find(snap, project, event)).await?;
    let filters = Filters { events: Some(vec![event]), ..Filters::default() };
    let (engine_, actor_) = (engine.clone(), actor.clone());
    let replay = replays::start(engine, actor, filters, move |tx, replay| {
        crate::store::replays::request(tx, &engine_.keys, project, replay, (event, &requested_by, &reason))?;
        let told = json!({"event_id": event, "requested_by": requested_by, "reason": reason});
        let entry = Entry::of(&actor_, "replay.requested", "replay", Some(replay.to_string()), told);
        audit::record(tx, &engine_, entry)
    });
    Ok(replay.await?.id)
}
