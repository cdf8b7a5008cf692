//! Lists of the attempts of events of sources, newest first, with how many there are.

use crate::base::Result;
use crate::domain::event::EventId;
use crate::domain::inbound::{Attempt, AttemptQuery, Numbered, Window};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::Snapshot;

/// A page of the attempts that fit, newest first.
pub fn attempts(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: AttemptQuery,
    window: Window,
) -> Result<Numbered<Attempt>> {
    let results = query.succeeded.map_or(vec![false, true], |one| vec![one]);
    let (total, page) = match &query.event {
        Some(event) => of_event(snap, &project, event, &results, window)?,
        None => of_project(snap, &project, &results, window)?,
    };
    let sql = "SELECT a.seq, d.event_id, a.delivery_id, a.n, a.started_at, a.latency_ms, a.response_status, a.error, \
               a.succeeded FROM attempts a JOIN deliveries d ON d.project_id = a.inbound AND d.id = a.delivery_id \
               WHERE a.seq = ?1";
    let row = |seq: &i64| {
        snap.one(sql, params![*seq], |row| {
            Ok(Attempt {
                seq: row.int(0)?,
                event: row.id(1)?,
                delivery: row.id(2)?,
                n: row.int(3)?,
                started_at: row.time(4)?,
                latency_ms: row.opt_int(5)?,
                response_status: row.opt_int(6)?,
                error: row.opt_text(7)?,
                succeeded: row.flag(8)?,
            })
        })
    };
    Ok(Numbered { rows: page.iter().map(row).collect::<Result<_>>()?, total })
}

/// How many attempts of a project had one of these results, and the places of a page of them.
fn of_project(snap: &Snapshot<'_>, project: &ProjectId, results: &[bool], window: Window) -> Result<(u64, Vec<i64>)> {
    let sql = "SELECT attempts FROM inbound_attempt_totals WHERE project_id = ?1 AND succeeded = ?2";
    let mut total = 0;
    for result in results {
        total += snap.opt(sql, params![project, *result], |row| row.int(0))?.unwrap_or(0).unsigned_abs();
    }
    // Each part comes in order from the index; together they are merged, not sorted.
    let part =
        |result: &bool| format!("SELECT seq FROM attempts WHERE inbound = ?1 AND succeeded = {}", i64::from(*result));
    let parts: Vec<_> = results.iter().map(part).collect();
    let sql = format!("{} ORDER BY seq DESC LIMIT ?2 OFFSET ?3", parts.join(" UNION ALL "));
    let bound = params![project, window.limit as i64, window.offset as i64];
    Ok((total, snap.all(&sql, bound, |row| row.int(0))?))
}

/// The same for one event, which has few.
fn of_event(
    snap: &Snapshot<'_>,
    project: &ProjectId,
    event: &EventId,
    results: &[bool],
    window: Window,
) -> Result<(u64, Vec<i64>)> {
    let sql = "SELECT a.seq, a.succeeded FROM deliveries d JOIN attempts a ON a.delivery_id = d.id \
               WHERE d.event_id = ?2 AND a.inbound = ?1 ORDER BY a.seq DESC";
    let all = snap.all(sql, params![project, event], |row| Ok((row.int(0)?, row.flag(1)?)))?;
    let fit: Vec<i64> = all.iter().filter(|(_, result)| results.contains(result)).map(|(seq, _)| *seq).collect();
    Ok((fit.len() as u64, fit.into_iter().skip(window.offset).take(window.limit).collect()))
}
