//! Dead letters: recording, finding, listing and resolving them.

use super::scan::{Gather, LEAP, Meet, Met, Range};
use super::sql::Value;
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Result, Timestamp};
use crate::domain::dead_letter::{DeadLetter, DeadLetterId, DeadLetterTag};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeadLetterQuery;
use crate::domain::task::TaskId;
use crate::params;

const COLUMNS: &str = "id, delivery_id, event_id, webhook_id, webhook_url, topic, payload, last_error, \
    last_response_status, attempts, resolved_at, batch_size, task_id";

fn read(row: &Row<'_>) -> Result<DeadLetter> {
    Ok(DeadLetter {
        id: row.id(0)?,
        delivery: row.opt_id(1)?,
        event: row.opt_id(2)?,
        webhook: row.opt_id(3)?,
        task: row.opt_id(12)?,
        webhook_url: row.text(4)?,
        topic: row.opt_text(5)?,
        payload: row.text(6)?,
        last_error: row.text(7)?,
        last_response_status: row.opt_int(8)?.and_then(|status| u16::try_from(status).ok()),
        attempts: row.int(9)?.clamp(0, i64::from(u32::MAX)) as u32,
        resolved_at: row.opt_time(10)?,
        batch_size: row.opt_int(11)?.and_then(|size| u32::try_from(size).ok()),
    })
}

/// Stores an unresolved dead letter. A delivery has at most one: a later failure updates it.
pub fn record(tx: &Tx<'_>, project: ProjectId, letter: &DeadLetter) -> Result<()> {
    tx.exec(
        "INSERT INTO dead_letters (project_id, id, delivery_id, event_id, webhook_id, webhook_url, topic, payload, last_error, \
         last_response_status, attempts, batch_size, task_id, resolved_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, NULL) \
         ON CONFLICT (delivery_id) WHERE resolved_at IS NULL DO UPDATE SET webhook_url = excluded.webhook_url, \
         payload = excluded.payload, last_error = excluded.last_error, \
         last_response_status = excluded.last_response_status, attempts = excluded.attempts",
        params![
            &project,
            &letter.id,
            letter.delivery.as_ref(),
            letter.event.as_ref(),
            letter.webhook.as_ref(),
            &letter.webhook_url,
            letter.topic.as_deref(),
            &letter.payload,
            &letter.last_error,
            letter.last_response_status.map(i64::from),
            i64::from(letter.attempts),
            letter.batch_size.map(i64::from),
            letter.task.as_ref()
        ],
    )?;
    Ok(())
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeadLetterId) -> Result<Option<DeadLetter>> {
    let sql = format!("SELECT {COLUMNS} FROM dead_letters WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

const UNRESOLVED: &str = "SELECT id FROM dead_letters WHERE project_id = ?1 AND resolved_at IS NULL \
                          AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";
const OF_WEBHOOK: &str =
    "SELECT id FROM dead_letters WHERE webhook_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";

/// One page of the dead letters that fit, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &DeadLetterQuery,
    page: Page<DeadLetterTag>,
) -> Result<Slice<DeadLetter, DeadLetterTag>> {
    let range = Range::new(page.before, query.created.from, query.created.to);
    let mut gather = Gather::new(page.limit);
    let fits = |letter: &DeadLetter| {
        query.resolved.is_none_or(|wanted| wanted == letter.resolved_at.is_some())
            && query.webhook.is_none_or(|id| Some(id) == letter.webhook)
    };
    let mut lists: Vec<(&str, Value<'_>)> = Vec::new();
    if let Some(webhook) = &query.webhook {
        if super::webhooks::find(snap, project, *webhook)?.is_none() {
            return Ok(gather.finish());
        }
        lists.push((OF_WEBHOOK, Value::from(webhook)));
    }
    if query.resolved == Some(false) {
        lists.push((UNRESOLVED, Value::from(&project)));
    }
    if lists.is_empty() {
        let sql = format!(
            "SELECT {COLUMNS} FROM dead_letters WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC"
        );
        snap.each(&sql, params![&project, &range.low, &range.high], |row| {
            let letter = read(row)?;
            Ok(gather.visit(letter.id, 1, Some(letter).filter(fits)))
        })?;
        return Ok(gather.finish());
    }
    let mut meet = Meet::open(lists.len(), range.high, |list, high: DeadLetterId| {
        let (ids, key) = lists[list];
        snap.opt(ids, &[key, Value::from(&range.low), Value::from(&high)], |row| row.id(0))
    });
    loop {
        let go_on = match meet.next()? {
            Met::Here(id) => gather.visit(id, 2 * LEAP, find(snap, project, id)?.filter(fits)),
            Met::NotAbove(high) => gather.visit(high, LEAP * lists.len(), None),
            Met::End => false,
        };
        if !go_on {
            return Ok(gather.finish());
        }
    }
}

/// Resolves one; the first time is kept. False when it was resolved already or is not there.
pub fn resolve(tx: &Tx<'_>, project: ProjectId, id: DeadLetterId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE dead_letters SET resolved_at = ?3 WHERE project_id = ?1 AND id = ?2 AND resolved_at IS NULL";
    Ok(tx.exec(sql, params![&project, &id, now])? > 0)
}

/// Resolves the unresolved one of a delivery, if there is one: for a delivery that succeeded.
pub fn resolve_of(tx: &Tx<'_>, delivery: DeliveryId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE dead_letters SET resolved_at = ?2 WHERE delivery_id = ?1 AND resolved_at IS NULL";
    tx.exec(sql, params![&delivery, now]).map(drop)
}

/// Resolves the unresolved ones of a task: its callback is made once more.
pub fn resolve_of_task(tx: &Tx<'_>, task: TaskId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE dead_letters SET resolved_at = ?2 WHERE task_id = ?1 AND resolved_at IS NULL";
    tx.exec(sql, params![&task, now]).map(drop)
}

#[cfg(test)]
mod tests;
