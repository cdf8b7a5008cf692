//! The deliveries table as the queue: claim what is due, settle what was attempted, return what
//! a stopped process held. A due time on a row is the only schedule there is.

use super::counters::{Counter, Field, minute};
use super::sql::Value;
use super::{Snapshot, Tx, batches, events, inbound, ingested};
use crate::base::{Result, Timestamp};
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::{Event, EventId};
use crate::domain::project::{ProjectId, ProjectTag};
use crate::domain::replay::ReplayId;
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
    /// What this claim wrote into the row; no two claims of a row write the same.
    pub claim: i64,
    pub due_at: Timestamp,
    pub event: Event,
    /// Replaces the event's payload.
    pub override_payload: Option<String>,
    pub replay: Option<ReplayId>,
    /// How many events it holds, if it is a batch; its payload is then its body.
    pub batch: Option<u32>,
}

/// The claim of a delivery that is held since it was stored.
pub const FRESH: i64 = 1;

const DUE: &str = "SELECT e.id, e.topic, e.payload, e.nested, e.status, e.deliver_at, e.waiting, e.hash, e.idempotency_key, \
    e.derived_from, e.only_webhook, e.correlation, e.source_id, d.project_id, d.id, d.webhook_id, d.priority, d.status, d.attempts, d.cycle_start, d.payload, d.replay_id, \
    d.batch_size, d.due_at FROM deliveries d \
    JOIN events e ON e.project_id = d.project_id AND e.id = d.event_id";

fn due(row: &super::Row<'_>) -> Result<Due> {
    Ok(Due {
        event: events::read(row)?,
        project: row.id(13)?,
        id: row.id(14)?,
        webhook: row.id(15)?,
        priority: row.int(16)?,
        status: Status::from_code(row.int(17)?),
        attempts: row.int(18)? as u32,
        cycle_start: row.int(19)? as u32,
        claim: FRESH,
        due_at: row.time(23)?,
        override_payload: row.opt_text(20)?,
        replay: row.opt_id(21)?,
        batch: row.opt_int(22)?.map(|size| size as u32),
    })
}

/// What a claim is to take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    pub limit: usize,
    /// Of payload.
    pub bytes: usize,
    /// Also what comes after first attempts.
    pub behind: bool,
}

/// What a claim found.
#[derive(Debug)]
pub struct Claimed {
    pub due: Vec<Due>,
    /// More is due, or may be, than was taken: first attempts, and what comes after them.
    pub more: [bool; 2],
    /// When the next row of this webhook becomes due.
    pub next: Option<Timestamp>,
}

/// Takes due deliveries of a webhook: first attempts before retries and replays, each by due time
/// and id.
pub fn claim(tx: &Tx<'_>, webhook: WebhookId, now: Timestamp, want: Want) -> Result<Claimed> {
    let Want { limit, bytes, behind } = want;
    let (mut taken, mut size, mut more) = (Vec::new(), 0, [false, !behind]);
    for priority in [0, 1].into_iter().filter(|priority| behind || *priority == 0) {
        let sql = format!(
            "{DUE} WHERE d.webhook_id = ?1 AND d.claimed = 0 AND d.priority = ?2 AND d.due_at IS NOT NULL \
             AND d.due_at <= ?3 ORDER BY d.due_at, d.id LIMIT ?4"
        );
        tx.each(&sql, params![&webhook, priority as i64, now, limit as i64 + 1], |row| {
            if taken.len() == limit || size >= bytes {
                more[priority] = true;
                return Ok(false);
            }
            let item = Due { claim: now.micros(), ..due(row)? };
            size += item.event.payload.len() + item.override_payload.as_ref().map_or(0, String::len);
            taken.push(item);
            Ok(true)
        })?;
    }
    for item in &taken {
        mark(tx, item)?;
    }
    // What is due already needs no alarm.
    let alarm = |priority: usize| if more[priority] { Ok(None) } else { next_of(tx, webhook, priority) };
    let next = earliest(alarm(0)?, alarm(1)?);
    Ok(Claimed { due: taken, more, next })
}

/// Takes one delivery whatever its due time, for a probe by hand; `None` when it is held,
/// finished or gone.
pub fn claim_one(tx: &Tx<'_>, project: ProjectId, id: DeliveryId, now: Timestamp) -> Result<Option<Due>> {
    let sql = format!("{DUE} WHERE d.project_id = ?1 AND d.id = ?2 AND d.claimed = 0 AND d.due_at IS NOT NULL");
    let found = tx.opt(&sql, params![&project, &id], due)?.map(|found| Due { claim: now.micros(), ..found });
    found.iter().try_for_each(|found| mark(tx, found))?;
    Ok(found)
}

fn mark(tx: &Tx<'_>, due: &Due) -> Result<()> {
    let sql = "UPDATE deliveries SET claimed = ?3 WHERE project_id = ?1 AND id = ?2";
    if due.event.source.is_some() {
        inbound::touch(tx, due.project, due.event.id);
    }
    tx.exec(sql, params![&due.project, &due.id, due.claim]).map(drop)
}

fn next_due(snap: &Snapshot<'_>, webhook: WebhookId) -> Result<Option<Timestamp>> {
    Ok(earliest(next_of(snap, webhook, 0)?, next_of(snap, webhook, 1)?))
}

/// Since when the delivery that waits longest at one of these webhooks has been due.
pub fn waiting_since(snap: &Snapshot<'_>, webhooks: &[WebhookId], now: Timestamp) -> Result<Option<Timestamp>> {
    let mut since = None;
    for webhook in webhooks {
        since = earliest(since, next_due(snap, *webhook)?.filter(|due| *due <= now));
    }
    Ok(since)
}

fn next_of(snap: &Snapshot<'_>, webhook: WebhookId, priority: usize) -> Result<Option<Timestamp>> {
    let sql = "SELECT due_at FROM deliveries WHERE webhook_id = ?1 AND claimed = 0 AND priority = ?2 \
               AND due_at IS NOT NULL ORDER BY due_at, id LIMIT 1";
    snap.opt(sql, params![&webhook, priority as i64], |row| row.time(0))
}

fn earliest(a: Option<Timestamp>, b: Option<Timestamp>) -> Option<Timestamp> {
    [a, b].into_iter().flatten().min()
}

/// Gives claimed deliveries back to the table, to be due at `due_at`, else as they were.
pub fn release(tx: &Tx<'_>, project: ProjectId, ids: &[DeliveryId], due_at: Option<Timestamp>) -> Result<()> {
    let sql = "UPDATE deliveries SET claimed = 0, due_at = COALESCE(?3, due_at) \
               WHERE project_id = ?1 AND id = ?2 AND claimed <> 0 RETURNING event_id";
    for id in ids {
        if let Some(event) = tx.opt(sql, params![&project, id, due_at], |row| row.id(0))? {
            inbound::touch(tx, project, event);
        }
    }
    Ok(())
}

/// The result of one attempt, ready to be stored.
#[derive(Debug)]
pub struct Settled {
    pub project: ProjectId,
    pub id: DeliveryId,
    pub event: EventId,
    pub webhook: WebhookId,
    /// That event was for this webhook alone.
    pub directed: bool,
    /// That event came by a source.
    pub inbound: bool,
    /// The claim under which it was attempted.
    pub claim: i64,
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
    /// The topic and the URL, where the attempt is to be found in the log for integrators.
    pub logged: Option<(Option<String>, String)>,
    pub now: Timestamp,
}

/// What became of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// It decides on the delivery.
    Settled,
    /// Its delivery was ended while the attempt was under way: recorded, nothing else.
    Recorded,
    /// The row is no longer in the hands of that claim: deleted, or settled meanwhile.
    Late,
}

/// Stores an attempt and what it means. `seq` is its place in the order of commits.
pub fn settle(tx: &Tx<'_>, s: &Settled, seq: i64) -> Result<Settling> {
    let status = s.response_status.map(i64::from);
    let changed = tx.exec(
        "UPDATE deliveries SET status = ?4, attempts = ?5, priority = 1, due_at = ?6, claimed = 0, response_status = ?7, \
         latency_ms = ?8, error = ?9, updated_at = ?10 WHERE project_id = ?1 AND id = ?2 AND attempts = ?3 AND claimed = ?11",
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
            s.now,
            s.claim
        ],
    )?;
    if changed == 0 {
        let sql = "UPDATE deliveries SET attempts = ?4, response_status = ?5, latency_ms = ?6 \
                   WHERE project_id = ?1 AND id = ?2 AND attempts = ?3 AND claimed = 0 AND due_at IS NULL";
        let n = i64::from(s.attempt);
        if tx.exec(sql, params![&s.project, &s.id, n - 1, n, status, s.latency_ms])? == 0 {
            return Ok(Settling::Late);
        }
        record(tx, s, seq)?;
        return Ok(Settling::Recorded);
    }
    record(tx, s, seq)?;
    count_move(tx, s.webhook, s.id, s.was, s.status);
    if s.directed {
        match s.status {
            Status::Success => ingested::delivered(tx, s.event)?,
            _ => ingested::refresh(tx, s.event)?,
        }
    }
    if status.is_some() {
        let at = s.started_at.secs().div_euclid(60);
        tx.count(Counter::Minute(s.webhook, at, Field::LatencySum), s.latency_ms);
        tx.count(Counter::Minute(s.webhook, at, Field::LatencyCount), 1);
    }
    Ok(Settling::Settled)
}

/// Adds the row of an attempt.
fn record(tx: &Tx<'_>, s: &Settled, seq: i64) -> Result<()> {
    tx.exec(
        "INSERT INTO attempts (seq, delivery_id, n, started_at, latency_ms, response_status, error, destination_ip, \
         request_headers, request_body, response_headers, response_body, inbound, succeeded) VALUES (?1, ?2, ?3, ?4, ?5, \
         ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (delivery_id, n) DO NOTHING",
        params![
            seq,
            &s.id,
            i64::from(s.attempt),
            s.started_at,
            s.latency_ms,
            s.response_status.map(i64::from),
            s.error.as_deref(),
            s.destination_ip.as_deref(),
            &s.request_headers,
            s.request_body.as_deref(),
            s.response_headers.as_deref(),
            s.response_body.as_deref(),
            s.inbound.then_some(&s.project),
            s.inbound.then_some(s.error.is_none())
        ],
    )?;
    if s.inbound {
        inbound::attempted(tx, s.project, s.event, s.error.is_none());
    }
    if let Some((topic, url)) = &s.logged {
        let sql = "UPDATE attempts SET project_id = ?2, webhook_id = ?3, topic = ?4, url = ?5, response_class = ?6 \
                   WHERE seq = ?1";
        let class = s.response_status.map(|status| i64::from(status / 100));
        tx.exec(sql, params![seq, &s.project, &s.webhook, topic.as_deref(), url, class])?;
    }
    Ok(())
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
        "UPDATE deliveries SET claimed = 0, due_at = ?2 WHERE webhook_id = ?1 AND claimed <> 0 AND due_at IS NOT NULL";
    let mut backlog = Vec::new();
    let held = "SELECT event_id FROM deliveries WHERE webhook_id = ?1 AND claimed <> 0 AND due_at IS NOT NULL";
    for (project, webhook) in webhooks {
        for event in tx.all(held, params![&webhook], |row| row.id(0))? {
            inbound::touch(tx, project, event);
        }
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
    let mut pending: Vec<(ProjectId, i64)> = snap.all(sql, &[], |row| Ok((row.id(0)?, row.int(1)?)))?;
    pending.extend(batches::waiting(snap)?.into_iter().map(|(project, _, count)| (project, count)));
    Ok(pending)
}

/// The time of the newest row, which the next ids must stay above.
pub fn newest(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    let newest_of = |sql: &str, params: &[Value<'_>]| -> Result<Option<Timestamp>> {
        let id: Option<EventId> = snap.opt(sql, params, |row| row.id(0))?;
        Ok(id.map(|id| id.time()))
    };
    let mut newest = newest_of("SELECT id FROM audit_log ORDER BY id DESC LIMIT 1", &[])?;
    for project in snap.all("SELECT id FROM projects", &[], |row| row.id::<ProjectTag>(0))? {
        for table in ["events", "deliveries", "job_runs", "batch_items", "tasks"] {
            let sql = format!("SELECT id FROM {table} WHERE project_id = ?1 ORDER BY id DESC LIMIT 1");
            newest = newest.max(newest_of(&sql, params![&project])?);
        }
    }
    let attempt = snap.opt("SELECT seq FROM attempts ORDER BY seq DESC LIMIT 1", &[], |row| row.int(0))?;
    Ok(newest.max(attempt.map(|seq| EventId::from_tick(seq).time())))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, delivery, event};
    use super::super::deliveries::{self, Of};
    use super::*;
    use crate::domain::delivery::Ended;

    fn result(project: ProjectId, due: &Due, response_status: u16) -> Settled {
        Settled {
            project,
            id: due.id,
            event: due.event.id,
            webhook: due.webhook,
            directed: due.event.only.is_some(),
            inbound: due.event.source.is_some(),
            claim: due.claim,
            was: due.status,
            status: Status::Success,
            attempt: due.attempts + 1,
            due_at: None,
            started_at: Timestamp::now(),
            latency_ms: 1,
            response_status: Some(response_status),
            error: None,
            destination_ip: None,
            request_headers: "{}".to_owned(),
            request_body: None,
            response_headers: None,
            response_body: None,
            logged: None,
            now: Timestamp::now(),
        }
    }

    #[tokio::test]
    async fn a_late_result_never_takes_the_place_of_another_claim() {
        let db = Db::open();
        let (project, ids, hook) = (db.project, db.ids.clone(), db.webhook().await);
        let run = db.write(move |tx| {
            let event = event(tx, project, ids.next(), "{}")?.id;
            let id = ids.next();
            delivery(tx, project, id, event, hook)?;
            let now = id.time();
            let first = claim_one(tx, project, id, now)?.expect("due");
            deliveries::end(tx, Of::Webhook(hook, ids.next()), Ended::WebhookInactive, now, 10)?;
            let ended = deliveries::find(tx, project, id)?.expect("stored").delivery;
            deliveries::restart(tx, project, &ended, now)?;
            let second = claim_one(tx, project, id, now.plus_micros(1))?.expect("due again");
            assert_eq!(settle(tx, &result(project, &first, 500), 1)?, Settling::Late, "the claim is gone");
            assert_eq!(settle(tx, &result(project, &second, 200), 2)?, Settling::Settled);
            assert_eq!(settle(tx, &result(project, &second, 200), 3)?, Settling::Late, "once");
            let statuses = tx.all("SELECT response_status FROM attempts", &[], |row| row.int(0))?;
            let found = deliveries::find(tx, project, id)?.expect("stored").delivery;
            Ok((statuses, found.status, found.attempts))
        });
        assert_eq!(run.await, (vec![200], Status::Success, 1));
    }
}
