//! Webhooks as rows: finding, listing and writing them, and the numbers of their last day.
//! Secrets pass through sealed; who may read them is decided above.

use super::sql::{Value, texts};
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::circuit::{Circuit, State};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::status::Status;
use crate::domain::webhook::{Config, Webhook, WebhookId, WebhookTag};
use crate::params;

/// A webhook with its sealed secrets.
#[derive(Debug, Clone)]
pub struct Stored {
    pub webhook: Webhook,
    pub secrets: Secrets,
}

/// Sealed for the place [`place`] names; the second one is what rotation left behind.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    pub current: Option<Vec<u8>>,
    pub previous: Option<Vec<u8>>,
}

/// Where the secrets of a webhook are sealed for.
pub fn place(id: WebhookId) -> String {
    format!("webhooks.secret:{id}")
}

const COLUMNS: &str = "id, url, name, status, topics, filters, body_config, headers, retry_config, rate_limit, batch_config, \
    signature_schemes, secret, previous_secret, circuit_state, consecutive_failures, circuit_opened_at, circuit_reopen_at, updated_at, tenant";

fn read(row: &Row<'_>) -> Result<Stored> {
    let config = Config {
        topics: row.opt_texts(4)?.unwrap_or_default(),
        filters: row.text(5)?,
        body: row.text(6)?,
        headers: row.text(7)?,
        retry: row.text(8)?,
        rate_limit: row.text(9)?,
        batch: row.opt_text(10)?,
        schemes: row.text(11)?,
    };
    let secrets = Secrets { current: row.opt_bytes(12)?, previous: row.opt_bytes(13)? };
    let circuit = Circuit {
        state: State::from_code(row.int(14)?),
        failures: row.int(15)?.clamp(0, i64::from(u32::MAX)) as u32,
        opened_at: row.opt_time(16)?,
        reopen_at: row.opt_time(17)?,
        probing: false,
    };
    let webhook = Webhook {
        id: row.id(0)?,
        url: row.text(1)?,
        name: row.opt_text(2)?,
        status: Status::from_code(row.int(3)?),
        config,
        has_secret: secrets.current.is_some(),
        tenant: row.opt_text(19)?,
        circuit,
        updated_at: row.time(18)?,
    };
    Ok(Stored { webhook, secrets })
}

/// What [`update`] writes, in its order.
fn values<'v>(project: &'v ProjectId, webhook: &'v Webhook, topics: &'v str, secrets: &'v Secrets) -> Vec<Value<'v>> {
    let config = &webhook.config;
    params![
        project,
        &webhook.id,
        &webhook.url,
        webhook.name.as_deref(),
        webhook.status.code(),
        topics,
        &config.filters,
        &config.body,
        &config.headers,
        &config.retry,
        &config.rate_limit,
        config.batch.as_deref(),
        &config.schemes,
        secrets.current.as_deref(),
        secrets.previous.as_deref(),
        webhook.updated_at
    ]
    .to_vec()
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, webhook: &Webhook, secrets: &Secrets) -> Result<()> {
    let (topics, circuit) = (texts(&webhook.config.topics), &webhook.circuit);
    let mut values = values(&project, webhook, &topics, secrets);
    let failures = i64::from(circuit.failures);
    values.extend_from_slice(params![circuit.state.code(), failures, circuit.opened_at, circuit.reopen_at]);
    tx.exec(
        "INSERT INTO webhooks (project_id, id, url, name, status, topics, filters, body_config, headers, retry_config, rate_limit, \
         batch_config, signature_schemes, secret, previous_secret, updated_at, circuit_state, consecutive_failures, \
         circuit_opened_at, circuit_reopen_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        &values,
    )
    .map(drop)
}

/// Writes everything but the circuit, which attempts change at any time; see [`set_circuit`].
pub fn update(tx: &Tx<'_>, project: ProjectId, webhook: &Webhook, secrets: &Secrets) -> Result<()> {
    tx.exec(
        "UPDATE webhooks SET url = ?3, name = ?4, status = ?5, topics = ?6, filters = ?7, body_config = ?8, headers = ?9, \
         retry_config = ?10, rate_limit = ?11, batch_config = ?12, signature_schemes = ?13, secret = ?14, previous_secret = ?15, \
         updated_at = ?16 WHERE project_id = ?1 AND id = ?2",
        &values(&project, webhook, &texts(&webhook.config.topics), secrets),
    )
    .map(drop)
}

/// Writes the circuit alone.
pub fn set_circuit(tx: &Tx<'_>, webhook: WebhookId, circuit: &Circuit) -> Result<()> {
    let sql = "UPDATE webhooks SET circuit_state = ?2, consecutive_failures = ?3, circuit_opened_at = ?4, \
               circuit_reopen_at = ?5 WHERE id = ?1";
    let failures = i64::from(circuit.failures);
    tx.exec(sql, params![&webhook, circuit.state.code(), failures, circuit.opened_at, circuit.reopen_at]).map(drop)
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: WebhookId) -> Result<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// The webhooks of a project that meet a condition; ?1 is the project.
pub(super) fn read_all(snap: &Snapshot<'_>, condition: &str, values: &[Value<'_>]) -> Result<Vec<Webhook>> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE project_id = ?1 AND {condition}");
    snap.all(&sql, values, |row| Ok(read(row)?.webhook))
}

/// One page, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Webhook, WebhookTag>> {
    let Slice { rows, next } = list_stored(snap, project, page, include_inactive)?;
    Ok(Slice { rows: rows.into_iter().map(|stored| stored.webhook).collect(), next })
}

/// As [`list`], with the secrets.
pub fn list_stored(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Stored, WebhookTag>> {
    let active = if include_inactive { "" } else { " AND status = 0" };
    let sql =
        format!("SELECT {COLUMNS} FROM webhooks WHERE project_id = ?1{active} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(&sql, params![&project, &high, page.limit as i64 + 1], read)?;
    Ok(Slice::cut(rows, page.limit, |stored| stored.webhook.id))
}

/// Every active webhook of a project, oldest first.
pub fn all_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE project_id = ?1 AND status = 0 ORDER BY id");
    snap.all(&sql, params![&project], read)
}

/// Whether it is there and active.
pub fn is_active(snap: &Snapshot<'_>, project: ProjectId, id: WebhookId) -> Result<bool> {
    let sql = "SELECT 1 FROM webhooks WHERE id = ?1 AND project_id = ?2 AND status = 0";
    Ok(snap.opt(sql, params![&id, &project], |_| Ok(()))?.is_some())
}

/// Switches off every webhook of a project and returns those that were on.
pub fn deactivate_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<Vec<WebhookId>> {
    let sql = "SELECT id FROM webhooks WHERE project_id = ?1 AND status = 0";
    let active = tx.all(sql, params![&project], |row| row.id(0))?;
    let sql = "UPDATE webhooks SET status = 1, updated_at = ?2 WHERE project_id = ?1 AND status = 0";
    tx.exec(sql, params![&project, now])?;
    Ok(active)
}

pub fn count_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM webhooks WHERE project_id = ?1 AND status = 0";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// What the deliveries of one webhook since a minute came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    pub pending: u64,
    pub failed: u64,
    pub success: u64,
    /// Milliseconds of all attempts that got a response, and how many they were.
    pub latency_sum: u64,
    pub latency_count: u64,
}

/// The numbers of the minutes (since the epoch) from `since` on.
pub fn numbers(snap: &Snapshot<'_>, webhook: WebhookId, since: i64) -> Result<Numbers> {
    let sql = "SELECT CAST(COALESCE(SUM(pending), 0) AS BIGINT), CAST(COALESCE(SUM(failed), 0) AS BIGINT), \
               CAST(COALESCE(SUM(success), 0) AS BIGINT), CAST(COALESCE(SUM(latency_sum), 0) AS BIGINT), \
               CAST(COALESCE(SUM(latency_count), 0) AS BIGINT) FROM webhook_minutes WHERE webhook_id = ?1 AND minute >= ?2";
    snap.one(sql, params![&webhook, since], |row| {
        let count = |i| Ok::<_, Error>(row.int(i)?.max(0) as u64);
        Ok(Numbers {
            pending: count(0)?,
            failed: count(1)?,
            success: count(2)?,
            latency_sum: count(3)?,
            latency_count: count(4)?,
        })
    })
}

/// When a webhook was attempted last and what it answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastAttempt {
    pub started_at: Timestamp,
    pub response_status: Option<u16>,
}

/// Deliveries whose last attempts are compared: an older one may have been retried later.
const RECENT: i64 = 16;
/// Rows looked at for the first delivery that was never attempted.
const WAITING: i64 = 200;

/// The latest attempt among the newest deliveries that have been attempted. Those behind the first
/// one still waiting for its first attempt are passed over: there may be a million. So that one
/// which waits for its time hides nothing, the newest of all are looked at too.
pub fn last_attempt(snap: &Snapshot<'_>, webhook: WebhookId) -> Result<Option<LastAttempt>> {
    let waiting = [first_waiting(snap, webhook, 0)?, first_waiting(snap, webhook, 1)?];
    let mut last = latest(snap, webhook, Id::MAX)?;
    if let Some(first) = waiting.into_iter().flatten().min() {
        let before = latest(snap, webhook, first)?;
        last = [last, before].into_iter().flatten().max_by_key(|last| last.started_at);
    }
    Ok(last)
}

fn first_waiting(snap: &Snapshot<'_>, webhook: WebhookId, priority: i64) -> Result<Option<DeliveryId>> {
    let sql = "SELECT id, attempts FROM deliveries WHERE webhook_id = ?1 AND claimed = 0 AND priority = ?2 \
               AND due_at IS NOT NULL ORDER BY due_at, id LIMIT ?3";
    let mut first = None;
    snap.each(sql, params![&webhook, priority, WAITING], |row| {
        first = Some(row.id(0)?).filter(|_| row.int(1).is_ok_and(|attempts| attempts == 0));
        Ok(first.is_none())
    })?;
    Ok(first)
}

/// The latest attempt of the newest deliveries below an id.
fn latest(snap: &Snapshot<'_>, webhook: WebhookId, high: DeliveryId) -> Result<Option<LastAttempt>> {
    let sql = "SELECT a.started_at, a.response_status FROM attempts a JOIN deliveries d ON a.delivery_id = d.id \
               AND a.n = d.attempts WHERE d.id IN (SELECT id FROM deliveries WHERE webhook_id = ?1 AND id < ?2 \
               ORDER BY id DESC LIMIT ?3) AND d.webhook_id = ?1 ORDER BY a.started_at DESC LIMIT 1";
    snap.opt(sql, params![&webhook, &high, RECENT], |row| {
        let response_status = row.opt_int(1)?.and_then(|status| u16::try_from(status).ok());
        Ok(LastAttempt { started_at: row.time(0)?, response_status })
    })
}

#[cfg(test)]
mod tests;
