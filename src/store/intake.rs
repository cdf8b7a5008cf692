//! Writing accepted events and their deliveries: the hot inserts, nothing else.

use super::counters::{Counter, Field, day, minute};
use super::{Snapshot, Tx, events, inbound};
use crate::base::{Id, Result, Timestamp};
use crate::domain::delivery::DeliveryId;
use crate::domain::event::{Event, EventId};
use crate::domain::pipeline::PipelineId;
use crate::domain::project::ProjectId;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::params;
use std::collections::HashSet;
use std::sync::Arc;

/// The event that has an idempotency key.
pub fn find_by_key(tx: &Tx<'_>, project: ProjectId, key: &str) -> Result<Option<Event>> {
    let sql = format!("{} WHERE project_id = ?1 AND idempotency_key = ?2", events::SELECT);
    tx.opt(&sql, params![&project, key], events::read)
}

/// Frees a key whose event is too old to answer for it.
pub fn forget_key(tx: &Tx<'_>, project: ProjectId, event: EventId) -> Result<()> {
    let sql = "UPDATE events SET idempotency_key = NULL WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &event]).map(drop)
}

/// What is stored of an event that the event itself does not say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Its topic again, shared.
    pub topic: Option<&'a Arc<str>>,
    /// `None` for events of a batch and for derived ones.
    pub origin: Option<&'a OriginId>,
    /// The body by which it came, if it came by a source.
    pub raw: Option<&'a [u8]>,
}

/// Stores an event.
pub fn insert_event(tx: &Tx<'_>, project: ProjectId, event: &Event, beside: Beside<'_>) -> Result<()> {
    let waiting = event.deliver_at.filter(|_| event.waiting);
    tx.exec(
        "INSERT INTO events (project_id, id, topic, payload, nested, status, hash, idempotency_key, deliver_at, waiting, origin_id, \
         derived_from, only_webhook, correlation, source_id, raw) \
         VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            &project,
            &event.id,
            event.topic.as_deref(),
            &event.payload,
            event.nested,
            &event.hash.0,
            event.idempotency_key.as_deref(),
            event.deliver_at,
            waiting,
            beside.origin,
            event.derived_from.as_ref(),
            event.only.as_ref(),
            event.correlation_id.as_deref(),
            event.source.as_ref(),
            beside.raw
        ],
    )?;
    tx.count(Counter::Accepted(project, day(event.id), beside.topic.cloned()), 1);
    Ok(())
}

/// A delivery about to be stored.
#[derive(Debug, Clone)]
pub struct NewDelivery<'a> {
    pub project: ProjectId,
    pub id: DeliveryId,
    pub event: EventId,
    pub webhook: WebhookId,
    pub due_at: Timestamp,
    /// The process keeps it in hand and will attempt it after the commit.
    pub claimed: bool,
    /// 0: a first attempt of a live event; 1: after those.
    pub priority: i64,
    /// Replaces the event's payload for this delivery alone.
    pub payload: Option<&'a str>,
    pub pipeline: Option<PipelineId>,
    pub replay: Option<ReplayId>,
}

impl<'a> NewDelivery<'a> {
    /// A first attempt of a live event, due at once, with what the event says.
    pub fn new(project: ProjectId, id: DeliveryId, event: EventId, webhook: WebhookId) -> NewDelivery<'a> {
        NewDelivery {
            project,
            id,
            event,
            webhook,
            due_at: id.time(),
            claimed: false,
            priority: 0,
            payload: None,
            pipeline: None,
            replay: None,
        }
    }
}

pub fn insert_delivery(tx: &Tx<'_>, d: &NewDelivery<'_>) -> Result<()> {
    tx.exec(
        "INSERT INTO deliveries (project_id, id, event_id, webhook_id, status, attempts, cycle_start, priority, due_at, claimed, updated_at, payload, \
         pipeline_id, replay_id) VALUES (?1, ?2, ?3, ?4, 0, 0, 0, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            &d.project,
            &d.id,
            &d.event,
            &d.webhook,
            d.priority,
            d.due_at,
            d.claimed,
            d.id.time(),
            d.payload,
            d.pipeline.as_ref(),
            d.replay.as_ref()
        ],
    )?;
    tx.count(Counter::Minute(d.webhook, minute(d.id), Field::Pending), 1);
    // A first attempt belongs to the write of its event, which looks by itself.
    if d.priority != 0 {
        inbound::touch(tx, d.project, d.event);
    }
    Ok(())
}

#[derive(Debug)]
pub enum OriginTag {}
pub type OriginId = Id<OriginTag>;

/// Who sent an event and from where; see the schema.
#[derive(Debug, Clone)]
pub struct Origin {
    pub actor_type: &'static str,
    pub user_id: [u8; 16],
    pub api_key_prefix: Option<String>,
    pub ip: Vec<u8>,
    pub ip_hash: [u8; 32],
}

pub fn find_origin(tx: &Tx<'_>, project: ProjectId, fingerprint: &[u8; 32]) -> Result<Option<OriginId>> {
    let sql = "SELECT id FROM origins WHERE project_id = ?1 AND fingerprint = ?2";
    tx.opt(sql, params![&project, fingerprint], |row| row.id(0))
}

pub fn insert_origin(tx: &Tx<'_>, id: OriginId, project: ProjectId, fingerprint: &[u8; 32], o: &Origin) -> Result<()> {
    let sql = "INSERT INTO origins (id, project_id, actor_type, user_id, api_key_prefix, ip, ip_hash, fingerprint) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let prefix = o.api_key_prefix.as_deref();
    tx.exec(sql, params![&id, &project, o.actor_type, &o.user_id, prefix, &o.ip, &o.ip_hash, fingerprint]).map(drop)
}

/// Delayed events due by `now`, earliest first, without those of the projects to `skip`.
pub fn due_events(
    snap: &Snapshot<'_>,
    now: Timestamp,
    skip: &HashSet<ProjectId>,
    limit: usize,
) -> Result<Vec<(ProjectId, Event)>> {
    let sql = "SELECT id, topic, payload, nested, status, deliver_at, waiting, hash, idempotency_key, derived_from, \
               only_webhook, correlation, source_id, project_id FROM events WHERE waiting IS NOT NULL AND waiting <= ?1 ORDER BY waiting, id";
    let mut due = Vec::new();
    snap.each(sql, params![now], |row| {
        let project = row.id(13)?;
        if !skip.contains(&project) {
            due.push((project, events::read(row)?));
        }
        Ok(due.len() < limit)
    })?;
    Ok(due)
}

/// When the next delayed event after `now` is due.
pub fn next_waiting(snap: &Snapshot<'_>, now: Timestamp) -> Result<Option<Timestamp>> {
    let sql = "SELECT waiting FROM events WHERE waiting > ?1 ORDER BY waiting, id LIMIT 1";
    snap.opt(sql, params![now], |row| row.time(0))
}

/// Marks a delayed event as routed; false when somebody else did or it was deleted.
pub fn mark_routed(tx: &Tx<'_>, project: ProjectId, event: EventId) -> Result<bool> {
    let sql =
        "UPDATE events SET waiting = NULL WHERE project_id = ?1 AND id = ?2 AND waiting IS NOT NULL AND status = 0";
    Ok(tx.exec(sql, params![&project, &event])? == 1)
}

/// Takes up to `limit` delayed events of a project out of the queue; they will not be routed.
/// Returns how many it were.
pub fn cancel_waiting(tx: &Tx<'_>, project: ProjectId, limit: usize) -> Result<usize> {
    let sql = "UPDATE events SET waiting = NULL WHERE project_id = ?1 AND id IN (SELECT id FROM events \
               WHERE project_id = ?1 AND status = 0 AND waiting IS NOT NULL LIMIT ?2)";
    tx.exec(sql, params![&project, limit as i64])
}
