//! The deliveries table as the queue: claim what is due, settle what was attempted, return what
//! a stopped process held. A due time on a row is the only schedule there is.

use super::counters::{Counter, Field, minute};
use super::sql::Value;
use super::{Snapshot, Tx, events};
use crate::base::{Result, Timestamp};
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::{Event, EventId};
use crate::domain::project::{ProjectId, ProjectTag};
use crate::domain::webhook::WebhookId;
use crate::params;

/// A due delivery with the event it carries.
#[derive(Debug)]
pub struct Due {
    pub project: ProjectId,
    pub id: DeliveryId,
    pub webhook: WebhookId,
    pub priority: i64,
    pub status: Status,
    pub attempts: u32,
    pub cycle_start: u32,
    pub event: Event,
    /// Replaces the event's payload.
    pub override_payload: Option<String>,
}

const DUE: &str = "SELECT e.id, e.topic, e.payload, e.nested, e.status, e.deliver_at, e.waiting, e.hash, e.idempotency_key, \
    d.project_id, d.id, d.webhook_id, d.priority, d.status, d.attempts, d.cycle_start, d.payload FROM deliveries d \
    JOIN events e ON e.project_id = d.project_id AND e.id = d.event_id";

fn due(row: &super::Row<'_>) -> Result<Due> {
    Ok(Due {
        event: events::read(row)?,
        project: row.id(9)?,
        id: row.id(10)?,
        webhook: row.id(11)?,
        priority: row.int(12)?,
        status: Status::from_code(row.int(13)?),
        attempts: row.int(14)? as u32,
        cycle_start: row.int(15)? as u32,
        override_payload: row.opt_text(16)?,
    })
}

/// What a claim found.
#[derive(Debug)]
pub struct Claimed {
    pub due: Vec<Due>,
    /// More is due than was taken.
    pub more: bool,
    /// When the next row of this webhook becomes due.
    pub next: Option<Timestamp>,
}

/// Takes up to `limit` due deliveries of a webhook, and no more than `bytes` of payload: first
/// attempts before retries, each by due time and id.
pub fn claim(tx: &Tx<'_>, webhook: WebhookId, now: Timestamp, limit: usize, bytes: usize) -> Result<Claimed> {
    let (mut taken, mut size, mut more) = (Vec::new(), 0, false);
    for priority in [0i64, 1] {
        let sql = format!(
            "{DUE} WHERE d.webhook_id = ?1 AND d.claimed = 0 AND d.priority = ?2 AND d.due_at IS NOT NULL \
             AND d.due_at <= ?3 ORDER BY d.due_at, d.id LIMIT ?4"
        );
        tx.each(&sql, params![&webhook, priority, now, limit as i64 + 1], |row| {
            if taken.len() == limit || size >= bytes {
                more = true;
                return Ok(false);
            }
            let item = due(row)?;
            size += item.event.payload.len();
            taken.push(item);
            Ok(true)
        })?;
    }
    let sql = "UPDATE deliveries SET claimed = 1 WHERE project_id = ?1 AND id = ?2";
    for item in &taken {
        tx.exec(sql, params![&item.project, &item.id])?;
    }
    let next = if more { None } else { next_due(tx, webhook)? };
    Ok(Claimed { due: taken, more, next })
}

/// Takes one delivery whatever its due time, for a probe by hand; `None` when it is held,
/// finished or gone.
pub fn claim_one(tx: &Tx<'_>, project: ProjectId, id: DeliveryId) -> Result<Option<Due>> {
    let sql = format!("{DUE} WHERE d.project_id = ?1 AND d.id = ?2 AND d.claimed = 0 AND d.due_at IS NOT NULL");
    let found = tx.opt(&sql, params![&project, &id], due)?;
    if found.is_some() {
        tx.exec("UPDATE deliveries SET claimed = 1 WHERE project_id = ?1 AND id = ?2", params![&project, &id])?;
    }
    Ok(found)
}

fn next_due(snap: &Snapshot<'_>, webhook: WebhookId) -> Result<Option<Timestamp>> {
    let mut next: Option<Timestamp> = None;
    for priority in [0i64, 1] {
        let sql = "SELECT due_at FROM deliveries WHERE webhook_id = ?1 AND claimed = 0 AND priority = ?2 \
                   AND due_at IS NOT NULL ORDER BY due_at, id LIMIT 1";
        let due = snap.opt(sql, params![&webhook, priority], |row| row.time(0))?;
        next = match (next, due) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    Ok(next)
}

/// Gives claimed deliveries back to the table, to be due at `due_at`, else as they were.
pub fn release(tx: &Tx<'_>, project: ProjectId, ids: &[DeliveryId], due_at: Option<Timestamp>) -> Result<()> {
    let sql = "UPDATE deliveries SET claimed = 0, due_at = COALESCE(?3, due_at) \
               WHERE project_id = ?1 AND id = ?2 AND claimed = 1";
    for id in ids {
        tx.exec(sql, params![&project, id, due_at])?;
    }
    Ok(())
}

/// The result of one attempt, ready to be stored.
#[derive(Debug)]
pub struct Settled {
    pub project: ProjectId,
    pub id: DeliveryId,
    pub webhook: WebhookId,
    /// The status of the row before, as read when it was claimed.
    pub was: Status,
    pub status: Status,
    /// The number of this attempt, from 1.
    pub attempt: u32,
    /// When to try again; `None` is final.
    pub due_at: Option<Timestamp>,
    pub started_at: Timestamp,
    pub latency_ms: i64,
    pub response_status: Option<u16>,
    pub error: Option<String>,
    pub destination_ip: Option<String>,
    pub request_headers: String,
    /// `None` when the body follows from the event alone.
    pub request_body: Option<String>,
    pub response_headers: Option<String>,
    pub response_body: Option<String>,
    pub now: Timestamp,
}

/// Stores an attempt. False when the row is no longer the one that was attempted (deleted,
/// ended or settled meanwhile): then nothing changes.
pub fn settle(tx: &Tx<'_>, s: &Settled) -> Result<bool> {
    let status = s.response_status.map(i64::from);
    let changed = tx.exec(
        "UPDATE deliveries SET status = ?4, attempts = ?5, priority = 1, due_at = ?6, claimed = 0, response_status = ?7, \
         latency_ms = ?8, error = ?9, updated_at = ?10 WHERE project_id = ?1 AND id = ?2 AND attempts = ?3 AND claimed = 1",
        params![
            &s.project,
            &s.id,
            i64::from(s.attempt) - 1,
            s.status.code(),
            i64::from(s.attempt),
            s.due_at,
            status,
            s.latency_ms,
            s.error.as_deref(),
            s.now
        ],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    tx.exec(
        "INSERT INTO attempts (delivery_id, n, started_at, latency_ms, response_status, error, destination_ip, request_headers, \
         request_body, response_headers, response_body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) \
         ON CONFLICT (delivery_id, n) DO NOTHING",
        params![
            &s.id,
            i64::from(s.attempt),
            s.started_at,
            s.latency_ms,
            status,
            s.error.as_deref(),
            s.destination_ip.as_deref(),
            &s.request_headers,
            s.request_body.as_deref(),
            s.response_headers.as_deref(),
            s.response_body.as_deref()
        ],
    )?;
    count_move(tx, s.webhook, s.id, s.was, s.status);
    if status.is_some() {
        let at = s.started_at.secs().div_euclid(60);
        tx.count(Counter::Minute(s.webhook, at, Field::LatencySum), s.latency_ms);
        tx.count(Counter::Minute(s.webhook, at, Field::LatencyCount), 1);
    }
    Ok(true)
}

/// Moves a delivery between the status counters of the minute of its creation.
pub fn count_move(tx: &Tx<'_>, webhook: WebhookId, id: DeliveryId, from: Status, to: Status) {
    let field = |status| match status {
        Status::Pending => Field::Pending,
        Status::Failed => Field::Failed,
        Status::Success => Field::Success,
    };
    if from != to {
        tx.count(Counter::Minute(webhook, minute(id), field(from)), -1);
        tx.count(Counter::Minute(webhook, minute(id), field(to)), 1);
    }
}

/// A webhook with rows in the queue, as a start finds it.
#[derive(Debug)]
pub struct Backlog {
    pub project: ProjectId,
    pub webhook: WebhookId,
    pub next: Timestamp,
}

/// Makes every claimed row due again and returns the webhooks that have work.
pub fn recover(tx: &Tx<'_>, now: Timestamp) -> Result<Vec<Backlog>> {
    let webhooks = tx.all("SELECT project_id, id FROM webhooks", &[], |row| Ok((row.id(0)?, row.id(1)?)))?;
    let sql =
        "UPDATE deliveries SET claimed = 0, due_at = ?2 WHERE webhook_id = ?1 AND claimed = 1 AND due_at IS NOT NULL";
    let mut backlog = Vec::new();
    for (project, webhook) in webhooks {
        tx.exec(sql, params![&webhook, now])?;
        if let Some(next) = next_due(tx, webhook)? {
            backlog.push(Backlog { project, webhook, next });
        }
    }
    Ok(backlog)
}

/// Unfinished deliveries of each project.
pub fn pending_by_project(snap: &Snapshot<'_>) -> Result<Vec<(ProjectId, i64)>> {
    let sql = "SELECT w.project_id, COUNT(*) FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id \
               WHERE d.due_at IS NOT NULL GROUP BY w.project_id";
    snap.all(sql, &[], |row| Ok((row.id(0)?, row.int(1)?)))
}

/// The time of the newest row, which the next ids must stay above.
pub fn newest(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    let newest_of = |sql: &str, params: &[Value<'_>]| -> Result<Option<Timestamp>> {
        let id: Option<EventId> = snap.opt(sql, params, |row| row.id(0))?;
        Ok(id.map(|id| id.time()))
    };
    let mut newest = newest_of("SELECT id FROM audit_log ORDER BY id DESC LIMIT 1", &[])?;
    for project in snap.all("SELECT id FROM projects", &[], |row| row.id::<ProjectTag>(0))? {
        for table in ["events", "deliveries"] {
            let sql = format!("SELECT id FROM {table} WHERE project_id = ?1 ORDER BY id DESC LIMIT 1");
            newest = newest.max(newest_of(&sql, params![&project])?);
        }
    }
    Ok(newest)
}
