//! Deliveries as they are looked at and as people change them; claiming and settling them is the
//! queue's affair.
//!
//! Lists leap between the indexes of their conditions, so that the rarest one sets the price, and
//! stop after a fixed amount of looking as the lists of events do.

mod line;

pub use line::Line;

use super::queue::count_move;
use super::scan::{Gather, LEAP, Meet, Merge, Met, Range};
use super::sql::Value;
use super::{Row, Snapshot, Tx, inbound, ingested};
use crate::base::page::{Page, Slice};
use crate::base::{Result, Timestamp};
use crate::domain::attempt::Attempt;
use crate::domain::circuit::State;
use crate::domain::delivery::{Delivery, DeliveryId, DeliveryTag, Ended, Status, StatusFilter};
use crate::domain::event::EventId;
use crate::domain::pipeline::PipelineId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeliveryQuery;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::params;

/// A delivery with what stands beside it.
#[derive(Debug)]
pub struct Found {
    pub delivery: Delivery,
    pub pipeline: Option<PipelineId>,
    pub replay: Option<ReplayId>,
    /// Until when the open circuit of its webhook holds it back.
    pub held_until: Option<Timestamp>,
    /// The last attempt of this cycle, if there was one.
    pub last: Option<Attempt>,
    /// What the body of that attempt is made from, where the body itself was not kept.
    pub source: Option<Source>,
}

/// The part of an event that its default body needs.
#[derive(Debug)]
pub struct Source {
    pub payload: String,
    pub nested: bool,
}

const FOUND: &str = "SELECT d.id, d.event_id, d.webhook_id, d.status, d.attempts, d.cycle_start, d.due_at, d.claimed, d.error, \
    d.batch_size, d.updated_at, d.response_status, d.latency_ms, d.payload, d.pipeline_id, d.replay_id, e.topic, e.nested, \
    w.circuit_state, w.circuit_reopen_at, CASE WHEN a.n IS NOT NULL AND a.request_body IS NULL THEN e.payload END, \
    a.n, a.started_at, a.latency_ms, a.response_status, a.error, a.destination_ip, a.request_headers, a.request_body, \
    a.response_headers, a.response_body \
    FROM deliveries d LEFT JOIN events e ON e.project_id = d.project_id AND e.id = d.event_id \
    LEFT JOIN webhooks w ON w.id = d.webhook_id \
    LEFT JOIN attempts a ON a.delivery_id = d.id AND a.n = d.attempts AND d.attempts > d.cycle_start \
    WHERE d.project_id = ?1 AND d.id = ?2";

fn read(row: &Row<'_>) -> Result<Found> {
    let delivery = Delivery {
        id: row.id(0)?,
        event: row.id(1)?,
        webhook: row.id(2)?,
        topic: row.opt_text(16)?,
        status: Status::from_code(row.int(3)?),
        attempts: small(Some(row.int(4)?)).unwrap_or(0),
        cycle_start: small(Some(row.int(5)?)).unwrap_or(0),
        due_at: row.opt_time(6)?,
        claimed: row.flag(7)?,
        response_status: small(row.opt_int(11)?),
        latency_ms: small(row.opt_int(12)?),
        error: row.opt_text(8)?,
        payload: row.opt_text(13)?,
        batch_size: small(row.opt_int(9)?),
        updated_at: row.time(10)?,
    };
    let circuit = row.opt_int(18)?.map_or(State::Closed, State::from_code);
    let source = match (row.opt_text(20)?, row.opt_int(17)?) {
        (Some(payload), Some(nested)) => {
            Some(Source { payload: delivery.payload.clone().unwrap_or(payload), nested: nested != 0 })
        }
        _ => None,
    };
    Ok(Found {
        delivery,
        pipeline: row.opt_id(14)?,
        replay: row.opt_id(15)?,
        held_until: row.opt_time(19)?.filter(|_| circuit != State::Closed),
        last: row.opt_int(21)?.map(|_| read_attempt(row, 21)).transpose()?,
        source,
    })
}

/// Reads the columns of [`ATTEMPT`] from position `at` on.
fn read_attempt(row: &Row<'_>, at: usize) -> Result<Attempt> {
    Ok(Attempt {
        n: small(Some(row.int(at)?)).unwrap_or(0),
        started_at: row.time(at + 1)?,
        latency_ms: small(row.opt_int(at + 2)?),
        response_status: small(row.opt_int(at + 3)?),
        error: row.opt_text(at + 4)?,
        destination_ip: row.opt_text(at + 5)?.and_then(|ip| ip.parse().ok()),
        request_headers: row.opt_text(at + 6)?,
        request_body: row.opt_text(at + 7)?,
        response_headers: row.opt_text(at + 8)?,
        response_body: row.opt_text(at + 9)?,
    })
}

fn small<T: TryFrom<i64>>(value: Option<i64>) -> Option<T> {
    value.and_then(|v| T::try_from(v).ok())
}

impl Found {
    /// Due, or due before the circuit lets it through.
    pub fn is_held_back(&self) -> bool {
        let waits = |until| self.delivery.due_at.is_some_and(|due| due <= until) && !self.delivery.claimed;
        self.held_until.is_some_and(waits)
    }
}

/// What a list is made of: as much of each delivery as its reader needs.
pub trait Listed: Sized {
    fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeliveryId) -> Result<Option<Self>>;
    fn fits(&self, query: &DeliveryQuery) -> bool;
}

impl Listed for Found {
    fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeliveryId) -> Result<Option<Found>> {
        find(snap, project, id)
    }

    fn fits(&self, query: &DeliveryQuery) -> bool {
        let status = match query.status {
            None => true,
            Some(StatusFilter::Is(status)) => self.delivery.status == status,
            Some(StatusFilter::CircuitOpen) => self.is_held_back(),
        };
        status
            && query.webhook.is_none_or(|id| id == self.delivery.webhook)
            && query.event.is_none_or(|id| id == self.delivery.event)
            && query.replay.is_none_or(|id| Some(id) == self.replay)
    }
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeliveryId) -> Result<Option<Found>> {
    snap.opt(FOUND, params![&project, &id], read)
}

// Ids of one condition between ?2 and ?3, newest first. Each reads only columns of its index.
const PENDING: &str = "SELECT id FROM deliveries WHERE project_id = ?1 AND status = 0 AND status <> 2 \
                       AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
const FAILED: &str = "SELECT id FROM deliveries WHERE project_id = ?1 AND status = 1 AND status <> 2 \
                      AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
const OF_WEBHOOK: &str =
    "SELECT id FROM deliveries WHERE webhook_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
const OF_EVENT: &str =
    "SELECT id FROM deliveries WHERE event_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
const OF_REPLAY: &str =
    "SELECT id FROM deliveries WHERE replay_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";

/// One page of the deliveries that fit, newest first.
pub fn list<R: Listed>(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &DeliveryQuery,
    page: Page<DeliveryTag>,
) -> Result<Slice<R, DeliveryTag>> {
    let range = Range::new(page.before, query.created.from, query.created.to);
    let mut scan = Scan { snap, project, query, range, page: Gather::new(page.limit) };
    let mut lists: Vec<(&str, Value<'_>)> = Vec::new();
    lists.extend(query.event.as_ref().map(|id| (OF_EVENT, Value::from(id))));
    lists.extend(query.replay.as_ref().map(|id| (OF_REPLAY, Value::from(id))));
    lists.extend(query.webhook.as_ref().map(|id| (OF_WEBHOOK, Value::from(id))));
    // These indexes span projects: one look tells whether the thing asked for is the caller's.
    for (ids, key) in &lists {
        if !belongs(snap, project, ids, *key)? {
            return Ok(scan.page.finish());
        }
    }
    match query.status {
        Some(StatusFilter::Is(Status::Pending)) => lists.push((PENDING, Value::from(&project))),
        Some(StatusFilter::Is(Status::Failed)) => lists.push((FAILED, Value::from(&project))),
        _ => {}
    }
    match query.status {
        Some(StatusFilter::CircuitOpen) => scan.held_back()?,
        _ if lists.is_empty() => scan.all()?,
        _ => scan.common(&lists)?,
    }
    Ok(scan.page.finish())
}

/// As [`list`], of these webhooks only.
pub fn list_of(
    snap: &Snapshot<'_>,
    project: ProjectId,
    webhooks: &[WebhookId],
    query: &DeliveryQuery,
    page: Page<DeliveryTag>,
) -> Result<Slice<Found, DeliveryTag>> {
    let range = Range::new(page.before, query.created.from, query.created.to);
    let mut scan = Scan { snap, project, query, range, page: Gather::new(page.limit) };
    scan.of(webhooks.to_vec())?;
    Ok(scan.page.finish())
}

fn belongs(snap: &Snapshot<'_>, project: ProjectId, ids: &str, key: Value<'_>) -> Result<bool> {
    let (low, high) = (DeliveryId::MIN, DeliveryId::MAX);
    let newest = snap.opt(ids, &[key, (&low).into(), (&high).into(), Value::Int(1)], |row| row.id(0))?;
    let Some(newest): Option<DeliveryId> = newest else { return Ok(false) };
    let sql = "SELECT 1 FROM deliveries WHERE project_id = ?1 AND id = ?2";
    Ok(snap.opt(sql, params![&project, &newest], |_| Ok(()))?.is_some())
}

struct Scan<'s, 'c, R> {
    snap: &'s Snapshot<'c>,
    project: ProjectId,
    query: &'s DeliveryQuery,
    range: Range<DeliveryTag>,
    page: Gather<R, DeliveryTag>,
}

impl<R: Listed> Scan<'_, '_, R> {
    /// Every delivery of the project; the status is looked at before the rest is fetched.
    fn all(&mut self) -> Result<()> {
        let sql = "SELECT id, status FROM deliveries WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC";
        let (snap, project, range, query) = (self.snap, self.project, self.range, self.query);
        snap.each(sql, params![&project, &range.low, &range.high], |row| {
            let (id, status) = (row.id(0)?, Status::from_code(row.int(1)?));
            match query.status {
                Some(StatusFilter::Is(wanted)) if wanted != status => Ok(self.page.visit(id, 1, None)),
                _ => self.look(id),
            }
        })
    }

    /// The deliveries that are in every list.
    fn common(&mut self, lists: &[(&str, Value<'_>)]) -> Result<()> {
        let (snap, range) = (self.snap, self.range);
        let cost = LEAP * lists.len();
        let mut meet = Meet::open(lists.len(), range.high, |list, high: DeliveryId| {
            let (ids, key) = lists[list];
            snap.opt(ids, &[key, (&range.low).into(), (&high).into(), Value::Int(1)], |row| row.id(0))
        });
        loop {
            let go_on = match meet.next()? {
                Met::Here(id) => self.look(id)?,
                Met::NotAbove(high) => self.page.visit(high, cost, None),
                Met::End => false,
            };
            if !go_on {
                return Ok(());
            }
        }
    }

    /// The deliveries of webhooks whose circuit is not closed.
    fn held_back(&mut self) -> Result<()> {
        let sql = "SELECT id FROM webhooks WHERE project_id = ?1 AND status = 0 AND circuit_state <> 0";
        let webhooks = self.snap.all(sql, params![&self.project], |row| row.id(0))?;
        self.of(webhooks)
    }

    /// The deliveries of these webhooks, merged by time.
    fn of(&mut self, mut webhooks: Vec<WebhookId>) -> Result<()> {
        let (snap, range) = (self.snap, self.range);
        webhooks.retain(|id| self.query.webhook.is_none_or(|wanted| wanted == *id));
        let mut merged = Merge::open(webhooks.len(), range.high, self.page.limit() + 1, |webhook, high, n| {
            snap.all(OF_WEBHOOK, params![&webhooks[webhook], &range.low, &high, n as i64], |row| row.id(0))
        })?;
        while let Some(id) = merged.next()? {
            if !self.look(id)? {
                break;
            }
        }
        Ok(())
    }

    fn look(&mut self, id: DeliveryId) -> Result<bool> {
        let found = R::find(self.snap, self.project, id)?;
        Ok(self.page.visit(id, 2 * LEAP, found.filter(|found| found.fits(self.query))))
    }
}

const ATTEMPT: &str = "n, started_at, latency_ms, response_status, error, destination_ip, request_headers, request_body, \
    response_headers, response_body";

/// Every recorded attempt, oldest first.
pub fn attempts(snap: &Snapshot<'_>, delivery: DeliveryId) -> Result<Vec<Attempt>> {
    let sql = format!("SELECT {ATTEMPT} FROM attempts WHERE delivery_id = ?1 ORDER BY n");
    snap.all(&sql, params![&delivery], |row| read_attempt(row, 0))
}

/// What the default body of a delivery is made from.
pub fn source(snap: &Snapshot<'_>, project: ProjectId, delivery: &Delivery) -> Result<Option<Source>> {
    let sql = "SELECT payload, nested FROM events WHERE project_id = ?1 AND id = ?2";
    snap.opt(sql, params![&project, &delivery.event], |row| {
        let (payload, nested) = (row.text(0)?, row.flag(1)?);
        Ok(Source { payload: delivery.payload.clone().unwrap_or(payload), nested })
    })
}

/// A delivery in short.
#[derive(Debug, Clone)]
pub struct Brief {
    pub id: DeliveryId,
    pub status: Status,
    pub attempts: u32,
    pub webhook: WebhookId,
    pub response_status: Option<u16>,
}

/// The newest deliveries of an event of the project.
pub fn of_event(snap: &Snapshot<'_>, event: EventId, limit: usize) -> Result<Vec<Brief>> {
    let sql = "SELECT id, status, attempts, webhook_id, response_status FROM deliveries WHERE event_id = ?1 \
               ORDER BY id DESC LIMIT ?2";
    snap.all(sql, params![&event, limit as i64], |row| {
        Ok(Brief {
            id: row.id(0)?,
            status: Status::from_code(row.int(1)?),
            attempts: small(Some(row.int(2)?)).unwrap_or(0),
            webhook: row.id(3)?,
            response_status: small(row.opt_int(4)?),
        })
    })
}

/// Whose deliveries end.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// Those that were made before the second: a webhook may become active again meanwhile.
    Webhook(WebhookId, DeliveryId),
    /// But for those that hold other events too.
    Event(EventId),
    Project(ProjectId),
    /// Those that were never attempted.
    Replay(ReplayId),
}

/// Ends up to `limit` deliveries that something would still happen to, those in hand included:
/// the result of an attempt in flight is then dropped. Returns how many it were.
pub fn end(tx: &Tx<'_>, of: Of, why: Ended, now: Timestamp, limit: usize) -> Result<usize> {
    let (condition, key) = match &of {
        Of::Webhook(id, _) => ("webhook_id = ?1", Value::from(id)),
        Of::Event(id) => ("batch_size IS NULL AND event_id = ?1", Value::from(id)),
        Of::Replay(id) => ("attempts = 0 AND replay_id = ?1", Value::from(id)),
        Of::Project(id) => ("webhook_id IN (SELECT id FROM webhooks WHERE project_id = ?1)", Value::from(id)),
    };
    let sql = format!(
        "SELECT project_id, id, webhook_id, status, event_id FROM deliveries WHERE {condition} AND due_at IS NOT NULL"
    );
    let mut due: Vec<(ProjectId, DeliveryId, WebhookId, Status, EventId)> = Vec::new();
    tx.each(&sql, &[key], |row| {
        let id = row.id(1)?;
        // Not part of the statement: the index by due time would lose to the one by id.
        if !matches!(of, Of::Webhook(_, before) if id >= before) {
            due.push((row.id(0)?, id, row.id(2)?, Status::from_code(row.int(3)?), row.id(4)?));
            inbound::touch(tx, row.id(0)?, row.id(4)?);
        }
        Ok(due.len() < limit)
    })?;
    let sql = "UPDATE deliveries SET status = ?3, due_at = NULL, claimed = 0, error = ?4, updated_at = ?5 \
               WHERE project_id = ?1 AND id = ?2";
    for (project, id, webhook, status, event) in &due {
        tx.exec(sql, params![project, id, Status::Failed.code(), why.text(), now])?;
        count_move(tx, *webhook, *id, *status, Status::Failed);
        ingested::refresh(tx, *event)?;
    }
    Ok(due.len())
}

/// Starts a new cycle: pending, due now, nothing shown of the last attempt.
pub fn restart(tx: &Tx<'_>, project: ProjectId, delivery: &Delivery, now: Timestamp) -> Result<()> {
    let sql = "UPDATE deliveries SET status = 0, cycle_start = attempts, priority = 1, due_at = ?3, claimed = 0, \
               response_status = NULL, latency_ms = NULL, error = NULL, updated_at = ?3 \
               WHERE project_id = ?1 AND id = ?2 AND claimed = 0";
    if tx.exec(sql, params![&project, &delivery.id, now])? > 0 {
        count_move(tx, delivery.webhook, delivery.id, delivery.status, Status::Pending);
        ingested::refresh(tx, delivery.event)?;
        inbound::touch(tx, project, delivery.event);
    }
    Ok(())
}

/// Makes a pending delivery due now.
pub fn hasten(tx: &Tx<'_>, project: ProjectId, id: DeliveryId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE deliveries SET due_at = ?3, updated_at = ?3 WHERE project_id = ?1 AND id = ?2 \
               AND claimed = 0 AND due_at IS NOT NULL";
    tx.exec(sql, params![&project, &id, now]).map(drop)
}

/// Makes up to `limit` deliveries of a webhook due now that were postponed to exactly `until`,
/// the reopening of its circuit. Returns how many it were.
pub fn bring_forward(tx: &Tx<'_>, webhook: WebhookId, until: Timestamp, now: Timestamp, limit: usize) -> Result<usize> {
    let mut moved = 0;
    for priority in [0i64, 1] {
        let sql = "SELECT project_id, id FROM deliveries WHERE webhook_id = ?1 AND claimed = 0 AND priority = ?2 \
                   AND due_at = ?3 AND due_at IS NOT NULL ORDER BY id LIMIT ?4";
        let left = (limit - moved) as i64;
        let rows: Vec<(ProjectId, DeliveryId)> =
            tx.all(sql, params![&webhook, priority, until, left], |row| Ok((row.id(0)?, row.id(1)?)))?;
        for (project, id) in &rows {
            let sql = "UPDATE deliveries SET due_at = ?3 WHERE project_id = ?1 AND id = ?2";
            tx.exec(sql, params![project, id, now])?;
        }
        moved += rows.len();
    }
    Ok(moved)
}

#[cfg(test)]
mod tests;
