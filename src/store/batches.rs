//! Events that wait to be delivered together, and the delivery that several of them become. When
//! they go is decided above.

use super::{Snapshot, Tx, events, inbound, intake};
use crate::base::{Id, Result, Timestamp};
use crate::domain::event::{Event, EventId};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;
use crate::store::intake::NewDelivery;

#[derive(Debug)]
pub enum ItemTag {}
pub type ItemId = Id<ItemTag>;

/// An event that is to wait for others.
#[derive(Debug)]
pub struct NewItem<'a> {
    pub project: ProjectId,
    pub id: ItemId,
    pub webhook: WebhookId,
    pub event: EventId,
    /// When it begins to wait.
    pub due_at: Timestamp,
    /// Replaces the payload of the event.
    pub payload: Option<&'a str>,
}

pub fn insert(tx: &Tx<'_>, item: &NewItem<'_>) -> Result<()> {
    let sql = "INSERT INTO batch_items (project_id, id, webhook_id, event_id, due_at, payload) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let values = params![&item.project, &item.id, &item.webhook, &item.event, item.due_at, item.payload];
    tx.exec(sql, values).map(drop)
}

/// An event as it waits.
#[derive(Debug)]
pub struct Item {
    pub id: ItemId,
    pub event: Event,
    pub payload: Option<String>,
}

/// What waits for a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queue {
    /// Events that wait at this instant, counted up to a limit.
    pub ready: usize,
    /// When the first of all began, or begins, to wait.
    pub oldest: Timestamp,
}

/// `None` when nothing waits.
pub fn queue(snap: &Snapshot<'_>, webhook: WebhookId, now: Timestamp, limit: usize) -> Result<Option<Queue>> {
    let sql = "SELECT due_at FROM batch_items WHERE webhook_id = ?1 ORDER BY due_at, id LIMIT 1";
    let Some(oldest) = snap.opt(sql, params![&webhook], |row| row.time(0))? else { return Ok(None) };
    let sql =
        "SELECT COUNT(*) FROM (SELECT 1 FROM batch_items WHERE webhook_id = ?1 AND due_at <= ?2 LIMIT ?3) AS ready";
    let ready = snap.one(sql, params![&webhook, now, limit as i64], |row| row.int(0))?;
    Ok(Some(Queue { ready: ready as usize, oldest }))
}

/// Shows what waits for a webhook, the longest first, until the function has enough.
pub fn each(
    snap: &Snapshot<'_>,
    webhook: WebhookId,
    now: Timestamp,
    mut take: impl FnMut(Item) -> Result<bool>,
) -> Result<()> {
    let sql = "SELECT e.id, e.topic, e.payload, e.nested, e.status, e.deliver_at, e.waiting, e.hash, e.idempotency_key, \
               e.derived_from, e.only_webhook, e.correlation, e.source_id, i.id, i.payload FROM batch_items i \
               JOIN events e ON e.project_id = i.project_id AND e.id = i.event_id \
               WHERE i.webhook_id = ?1 AND i.due_at <= ?2 ORDER BY i.due_at, i.id";
    snap.each(sql, params![&webhook, now], |row| {
        take(Item { id: row.id(13)?, event: events::read(row)?, payload: row.opt_text(14)? })
    })
}

/// Takes events out of their queue; returns how many of them were still there.
pub fn remove(tx: &Tx<'_>, project: ProjectId, items: &[ItemId]) -> Result<usize> {
    let sql = "DELETE FROM batch_items WHERE project_id = ?1 AND id = ?2 RETURNING event_id";
    let mut removed = 0;
    for item in items {
        if let Some(event) = tx.opt(sql, params![&project, item], |row| row.id(0))? {
            inbound::touch(tx, project, event);
            removed += 1;
        }
    }
    Ok(removed)
}

/// Stores a delivery of so many events; its payload is its whole body.
pub fn deliver(tx: &Tx<'_>, delivery: &NewDelivery<'_>, size: usize) -> Result<()> {
    intake::insert_delivery(tx, delivery)?;
    let sql = "UPDATE deliveries SET batch_size = ?3 WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&delivery.project, &delivery.id, size as i64]).map(drop)
}

/// An event that was deleted waits no more, for nobody. Returns in how many queues it was.
pub fn forget_event(tx: &Tx<'_>, project: ProjectId, event: EventId) -> Result<usize> {
    tx.exec("DELETE FROM batch_items WHERE project_id = ?1 AND event_id = ?2", params![&project, &event])
}

/// Takes up to `limit` events of a project out of their queues; returns how many it were.
pub fn forget_project(tx: &Tx<'_>, project: ProjectId, limit: usize) -> Result<usize> {
    let sql = "DELETE FROM batch_items WHERE project_id = ?1 AND id IN \
               (SELECT id FROM batch_items WHERE project_id = ?1 LIMIT ?2)";
    tx.exec(sql, params![&project, limit as i64])
}

/// The webhooks for which something waits, and for each how many events.
pub fn waiting(snap: &Snapshot<'_>) -> Result<Vec<(ProjectId, WebhookId, i64)>> {
    let sql = "SELECT project_id, webhook_id, COUNT(*) FROM batch_items GROUP BY project_id, webhook_id";
    snap.all(sql, &[], |row| Ok((row.id(0)?, row.id(1)?, row.int(2)?)))
}

#[cfg(test)]
mod tests;
