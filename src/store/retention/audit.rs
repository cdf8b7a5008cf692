//! Removing entries of the audit log: its rows, what it keeps of removed events, and the entries
//! that are made from events, which only cease to be shown.

use super::{RowId, Step, Tally};
use crate::base::{Id, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::sql::Value;
use crate::store::{Snapshot, Tx};

/// Of which log entries go.
#[derive(Debug, Clone, Copy)]
pub enum Log {
    OfProject(ProjectId),
    /// What belongs to no project.
    OfServer,
}

/// From when on the log of a project shows entries of accepted events.
pub fn since(snap: &Snapshot<'_>, project: ProjectId) -> Result<Option<Timestamp>> {
    let since = snap.opt("SELECT audit_since FROM projects WHERE id = ?1", params![&project], |row| row.opt_time(0))?;
    Ok(since.flatten())
}

/// The entries of before, by where they are: rows, what is kept of removed events, events.
#[derive(Clone, Copy)]
enum Place {
    Rows,
    Past,
    Events,
}

// Ids between ?2 and ?3, in order.
pub(super) const ROWS: &str =
    "SELECT id FROM audit_log WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const ROWS_OF_SERVER: &str =
    "SELECT id FROM audit_log WHERE project_id IS NULL AND id > ?1 AND id < ?2 ORDER BY id LIMIT ?3";
pub(super) const PAST: &str =
    "SELECT id FROM past_events WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const EVENTS: &str = "SELECT id, origin_id IS NOT NULL FROM events WHERE project_id = ?1 AND id > ?2 \
    AND id < ?3 ORDER BY id LIMIT ?4";

fn ids(snap: &Snapshot<'_>, log: &Log, place: Place, after: RowId, before: RowId, limit: usize) -> Result<Vec<RowId>> {
    let sql = match (log, place) {
        (Log::OfServer, Place::Rows) => ROWS_OF_SERVER,
        (Log::OfServer, _) => return Ok(Vec::new()),
        (_, Place::Rows) => ROWS,
        (_, Place::Past) => PAST,
        (_, Place::Events) => EVENTS,
    };
    let mut bound: Vec<Value<'_>> = Vec::new();
    if let Log::OfProject(project) = log {
        bound.push(project.into());
    }
    bound.extend(params![&after, &before, limit as i64]);
    snap.all(sql, &bound, |row| row.id(0))
}

/// Counts among the next `limit` entries of a place those that are shown; `after` tells how far
/// the last step came, in which of the three places.
pub fn count(snap: &Snapshot<'_>, log: &Log, before: Timestamp, at: &mut Position, limit: usize) -> Result<u64> {
    let (end, after) = (Id::floor(before), at.after);
    let place = at.place();
    let (seen, shown) = match (place, log) {
        (Place::Events, Log::OfProject(project)) => {
            let floor = since(snap, *project)?.map_or(Id::MIN, Id::floor);
            let (mut seen, mut shown) = (Vec::new(), 0);
            snap.each(EVENTS, params![project, &after.max(floor), &end, limit as i64], |row| {
                seen.push(row.id(0)?);
                shown += u64::from(row.flag(1)?);
                Ok(true)
            })?;
            (seen, shown)
        }
        _ => {
            let seen = ids(snap, log, place, after, end, limit)?;
            let shown = seen.len() as u64;
            (seen, shown)
        }
    };
    at.advance(seen.last().copied().filter(|_| seen.len() == limit));
    Ok(shown)
}

/// How far counting came.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    place: usize,
    after: RowId,
}

impl Position {
    pub const START: Position = Position { place: 0, after: Id::MIN };
    /// Only the entries that are made from events.
    pub const EVENTS: Position = Position { place: 2, after: Id::MIN };

    pub fn is_end(&self) -> bool {
        self.place == Self::PLACES.len()
    }

    const PLACES: [Place; 3] = [Place::Rows, Place::Past, Place::Events];

    fn place(&self) -> Place {
        Self::PLACES[self.place.min(2)]
    }

    fn advance(&mut self, last: Option<RowId>) {
        match last {
            Some(last) => self.after = last,
            None => *self = Position { place: self.place + 1, after: Id::MIN },
        }
    }
}

/// Removes up to `limit` entries of before; those of events that are still there cease to be shown
/// at once and are not counted here.
pub fn remove(tx: &Tx<'_>, log: &Log, before: Timestamp, limit: usize) -> Result<Step> {
    let end = Id::floor(before);
    if let Log::OfProject(project) = log {
        let sql = "UPDATE projects SET audit_since = ?2 WHERE id = ?1 AND (audit_since IS NULL OR audit_since < ?2)";
        tx.exec(sql, params![project, before])?;
    }
    let mut tally = Tally::default();
    for place in [Place::Rows, Place::Past] {
        let left = limit - tally.rows as usize;
        let found = ids(tx, log, place, Id::MIN, end, left)?;
        for id in &found {
            match (place, log) {
                (Place::Past, Log::OfProject(project)) => {
                    tx.exec("DELETE FROM past_events WHERE project_id = ?1 AND id = ?2", params![project, id])?;
                }
                _ => drop(tx.exec("DELETE FROM audit_log WHERE id = ?1", params![id])?),
            }
        }
        tally.rows += found.len() as u64;
        if found.len() == left {
            return Ok(Step { tally, next: Some(Id::MIN), ..Step::default() });
        }
    }
    Ok(Step { tally, ..Step::default() })
}
