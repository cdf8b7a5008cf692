//! Events sent to one endpoint, as rows beside the events: found, listed by offset, and counted
//! without counting. Their progress is brought up to date by whatever changes their deliveries.

use super::counters::Counter;
use super::sql::Value;
use super::{Row, Snapshot, Tx};
use crate::base::Result;
use crate::domain::delivery::Status;
use crate::domain::event::EventId;
use crate::domain::ingest::{Progress, Standing};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;
use std::sync::Arc;

/// One such event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    pub event: EventId,
    pub webhook: WebhookId,
    pub topic: Option<String>,
    pub progress: Progress,
    /// What was sent was no object, and stands under `payload`.
    pub wrapped: bool,
}

const COLUMNS: &str = "event_id, webhook_id, topic, progress, wrapped";

fn read(row: &Row<'_>) -> Result<Ingested> {
    Ok(Ingested {
        event: row.id(0)?,
        webhook: row.id(1)?,
        topic: row.opt_text(2)?,
        progress: Progress::from_code(row.int(3)?),
        wrapped: row.flag(4)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, row: &Ingested) -> Result<()> {
    let topic: Option<Arc<str>> = row.topic.as_deref().map(Arc::from);
    tx.exec(
        "INSERT INTO ingested (seq, project_id, event_id, webhook_id, topic, progress, wrapped) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            row.event.tick(),
            &project,
            &row.event,
            &row.webhook,
            topic.as_deref(),
            row.progress.code(),
            row.wrapped
        ],
    )?;
    tx.count(Counter::Ingested(project, row.webhook, topic, row.progress.code()), 1);
    Ok(())
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, event: EventId) -> Result<Option<Ingested>> {
    let sql = format!("SELECT {COLUMNS} FROM ingested WHERE seq = ?1 AND event_id = ?2 AND project_id = ?3");
    snap.opt(&sql, params![event.tick(), &event, &project], read)
}

/// Says that an event was sent again as another one; its deliveries change nothing from then on.
pub fn replayed(tx: &Tx<'_>, event: EventId) -> Result<()> {
    if let Some((project, row)) = owned(tx, event)? {
        advance(tx, project, &row, Progress::Replayed)?;
    }
    Ok(())
}

/// As [`refresh`] where one of the deliveries is known to have succeeded: the usual case.
pub fn delivered(tx: &Tx<'_>, event: EventId) -> Result<()> {
    match owned(tx, event)?.filter(|(_, row)| row.progress != Progress::Replayed) {
        Some((project, row)) => advance(tx, project, &row, Progress::Delivered),
        None => Ok(()),
    }
}

/// Brings the progress of an event up to its deliveries, if it is such an event.
pub fn refresh(tx: &Tx<'_>, event: EventId) -> Result<()> {
    let Some((project, row)) = owned(tx, event)?.filter(|(_, row)| row.progress != Progress::Replayed) else {
        return Ok(());
    };
    match progress(tx, event)? {
        Some(progress) => advance(tx, project, &row, progress),
        // What was still to come was removed.
        None if matches!(row.progress, Progress::Queued | Progress::Retrying) => {
            advance(tx, project, &row, Progress::Failed)
        }
        None => Ok(()),
    }
}

/// Says that an event went out in a collection, which is a delivery of the first of its events: of
/// the others nothing more is known.
pub fn went_with_others(tx: &Tx<'_>, event: EventId) -> Result<()> {
    match owned(tx, event)?.filter(|(_, row)| row.progress == Progress::Queued) {
        Some((project, row)) => advance(tx, project, &row, Progress::Delivered),
        None => Ok(()),
    }
}

/// Where the deliveries of an event, of whatever kind, have brought it; `None` without any.
pub fn progress(snap: &Snapshot<'_>, event: EventId) -> Result<Option<Progress>> {
    let sql = "SELECT status, attempts, due_at IS NOT NULL FROM deliveries WHERE event_id = ?1";
    let standings = snap.all(sql, params![&event], |row| {
        Ok(Standing {
            status: Status::from_code(row.int(0)?),
            attempts: u32::try_from(row.int(1)?).unwrap_or(u32::MAX),
            open: row.flag(2)?,
        })
    })?;
    Ok(Progress::of(standings.into_iter()))
}

/// Removes the row of an event that is removed.
pub fn remove(tx: &Tx<'_>, event: EventId) -> Result<()> {
    if let Some((project, row)) = owned(tx, event)? {
        tx.exec("DELETE FROM ingested WHERE seq = ?1", params![event.tick()])?;
        tx.count(counter(project, &row, row.progress), -1);
    }
    Ok(())
}

fn owned(tx: &Tx<'_>, event: EventId) -> Result<Option<(ProjectId, Ingested)>> {
    let sql = format!("SELECT {COLUMNS}, project_id FROM ingested WHERE seq = ?1 AND event_id = ?2");
    tx.opt(&sql, params![event.tick(), &event], |row| Ok((row.id(5)?, read(row)?)))
}

fn advance(tx: &Tx<'_>, project: ProjectId, row: &Ingested, to: Progress) -> Result<()> {
    if row.progress != to {
        tx.exec("UPDATE ingested SET progress = ?2 WHERE seq = ?1", params![row.event.tick(), to.code()])?;
        tx.count(counter(project, row, row.progress), -1);
        tx.count(counter(project, row, to), 1);
    }
    Ok(())
}

fn counter(project: ProjectId, row: &Ingested, progress: Progress) -> Counter {
    Counter::Ingested(project, row.webhook, row.topic.as_deref().map(Arc::from), progress.code())
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub webhook: Option<WebhookId>,
    pub topic: Option<String>,
    pub progress: Option<Progress>,
}

/// The rows that fit, newest first, from a place of the list on.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &Query,
    (limit, offset): (usize, usize),
) -> Result<Vec<Ingested>> {
    let mut bound = params![&project, limit as i64, at(offset)].to_vec();
    let conditions = conditions(query, &mut bound);
    // Told so that the index of the rest may be chosen.
    let rare = query.progress.filter(|progress| *progress != Progress::Delivered).map_or("", |_| " AND progress <> 2");
    let sql = format!(
        "SELECT {COLUMNS} FROM ingested WHERE project_id = ?1{conditions}{rare} ORDER BY seq DESC LIMIT ?2 OFFSET ?3"
    );
    snap.all(&sql, &bound, read)
}

/// How many rows fit.
pub fn total(snap: &Snapshot<'_>, project: ProjectId, query: &Query) -> Result<i64> {
    let mut bound = params![&project, query.topic.as_deref().unwrap_or_default()].to_vec();
    let rest = Query { topic: None, ..query.clone() };
    let conditions = conditions(&rest, &mut bound);
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(events), 0) AS BIGINT) FROM ingested_totals \
         WHERE project_id = ?1 AND topic = ?2{conditions}"
    );
    snap.one(&sql, &bound, |row| row.int(0))
}

fn conditions<'q>(query: &'q Query, bound: &mut Vec<Value<'q>>) -> String {
    let mut text = String::new();
    let given = [
        ("webhook_id", query.webhook.as_ref().map(Value::from)),
        ("topic", query.topic.as_deref().map(Value::from)),
        ("progress", query.progress.map(|progress| Value::Int(progress.code()))),
    ];
    for (column, value) in given {
        if let Some(value) = value {
            bound.push(value);
            text.push_str(&format!(" AND {column} = ?{}", bound.len()));
        }
    }
    text
}

/// Every event of the project, newest first, from a place of the list on; also those that were
/// sent to no endpoint.
pub fn list_all(
    snap: &Snapshot<'_>,
    project: ProjectId,
    topic: Option<&str>,
    (limit, offset): (usize, usize),
) -> Result<Vec<(EventId, Option<String>)>> {
    let mut bound = params![&project, limit as i64, at(offset)].to_vec();
    bound.extend(topic.map(Value::from));
    let of_topic = topic.map_or("", |_| " AND topic = ?4");
    let sql =
        format!("SELECT id, topic FROM events WHERE project_id = ?1{of_topic} ORDER BY id DESC LIMIT ?2 OFFSET ?3");
    snap.all(&sql, &bound, |row| Ok((row.id(0)?, row.opt_text(1)?)))
}

/// How many events a project has, or how many of a topic.
pub fn total_all(snap: &Snapshot<'_>, project: ProjectId, topic: Option<&str>) -> Result<i64> {
    let total = match topic {
        Some(topic) => {
            let sql = "SELECT COUNT(*) FROM events WHERE project_id = ?1 AND topic = ?2";
            snap.opt(sql, params![&project, topic], |row| row.int(0))?
        }
        None => {
            let sql = "SELECT events FROM event_totals WHERE project_id = ?1";
            snap.opt(sql, params![&project], |row| row.int(0))?
        }
    };
    Ok(total.unwrap_or(0))
}

fn at(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
