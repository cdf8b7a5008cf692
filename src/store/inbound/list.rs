//! Lists of events of sources and of their attempts, with how many there are. A total is read from
//! counters where they know it, else from an index; only for parts of a subject, and for several
//! conditions at once, rows are looked at, the newest up to a limit.

use super::{COLUMNS, Listed, find, read};
use crate::base::{Error, Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::inbound::{Attempt, AttemptQuery, InboundQuery, Numbered, SortBy, Window};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::Snapshot;
use crate::store::sql::Value;

/// Rows that one question may cost to look at.
const LOOK: usize = 100_000;
/// Rows that are rather sorted than met on a walk through all.
const FEW: u64 = 5_000;

/// A page of the events that fit.
pub fn list(snap: &Snapshot<'_>, project: ProjectId, query: &InboundQuery, window: Window) -> Result<Numbered<Listed>> {
    let list = List { snap, project, query, window };
    let same = query.provider.is_some() || query.kind.is_some() || query.state.is_some();
    let period = query.occurred.from.is_some() || query.occurred.to.is_some();
    match (query.subject.is_some(), period) {
        (false, false) => {
            let total = list.counted()?;
            let apart = total <= FEW || !same || query.sort == SortBy::Created;
            let rows = if apart { list.direct()? } else { list.walk()? };
            Ok(Numbered { rows, total })
        }
        (false, true) if !same => {
            let total = list.within()?;
            let rows = match query.sort {
                SortBy::Occurred => list.direct()?,
                _ if total <= LOOK as u64 => list.look()?.rows,
                _ => list.walk()?,
            };
            Ok(Numbered { rows, total })
        }
        _ => list.look(),
    }
}

struct List<'s, 'c> {
    snap: &'s Snapshot<'c>,
    project: ProjectId,
    query: &'s InboundQuery,
    window: Window,
}

impl List<'_, '_> {
    /// How many have this provider, type and state.
    fn counted(&self) -> Result<u64> {
        let (conditions, mut bound) = self.same();
        let sql = format!(
            "SELECT CAST(COALESCE(SUM(events), 0) AS BIGINT) FROM inbound_totals WHERE project_id = ?1{conditions}"
        );
        bound.insert(0, Value::from(&self.project));
        Ok(self.snap.one(&sql, &bound, |row| row.int(0))?.unsigned_abs())
    }

    /// How many occurred in the period.
    fn within(&self) -> Result<u64> {
        let (from, to) = self.period();
        let sql = "SELECT COUNT(*) FROM inbound WHERE project_id = ?1 AND occurred_at >= ?2 AND occurred_at <= ?3";
        Ok(self.snap.one(sql, params![&self.project, from, to], |row| row.int(0))?.unsigned_abs())
    }

    fn period(&self) -> (Timestamp, Timestamp) {
        let occurred = self.query.occurred;
        let (first, last) = (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX));
        (occurred.from.unwrap_or(first), occurred.to.unwrap_or(last))
    }

    /// Conditions of equality, from the second parameter on.
    fn same(&self) -> (String, Vec<Value<'_>>) {
        let (mut text, mut bound) = (String::new(), Vec::new());
        let query = self.query;
        for (column, value) in [
            ("provider", query.provider.as_deref().map(Value::from)),
            ("event_type", query.kind.as_deref().map(Value::from)),
            ("state", query.state.map(|state| Value::from(state.code()))),
        ] {
            if let Some(value) = value {
                bound.push(value);
                text.push_str(&format!(" AND {column} = ?{}", bound.len() + 1));
            }
        }
        (text, bound)
    }

    fn order(&self) -> String {
        let way = if self.query.ascending { "ASC" } else { "DESC" };
        match self.query.sort {
            SortBy::Created => format!("event_id {way}"),
            SortBy::Occurred => format!("occurred_at {way}, event_id {way}"),
            SortBy::Status => format!("state {way}, event_id {way}"),
        }
    }

    /// The page by one statement: an index has the order, or few rows fit.
    fn direct(&self) -> Result<Vec<Listed>> {
        let (mut conditions, same) = self.same();
        let mut bound = vec![Value::from(&self.project)];
        bound.extend(same);
        if self.query.occurred.from.is_some() || self.query.occurred.to.is_some() {
            let (from, to) = self.period();
            let n = bound.len();
            conditions.push_str(&format!(" AND occurred_at >= ?{} AND occurred_at <= ?{}", n + 1, n + 2));
            bound.extend([Value::from(from), Value::from(to)]);
        }
        let (n, order) = (bound.len(), self.order());
        bound.extend([Value::from(self.window.limit as i64), Value::from(self.window.offset as i64)]);
        let sql = format!(
            "SELECT {COLUMNS} FROM inbound WHERE project_id = ?1{conditions} ORDER BY {order} LIMIT ?{} OFFSET ?{}",
            n + 1,
            n + 2
        );
        self.snap.all(&sql, &bound, read)
    }

    /// The page from a walk through all rows in order, of which many fit.
    fn walk(&self) -> Result<Vec<Listed>> {
        let sql = format!("SELECT {COLUMNS} FROM inbound WHERE project_id = ?1 ORDER BY {}", self.order());
        let (mut passed, mut rows) = (0, Vec::new());
        self.snap.each(&sql, params![&self.project], |row| {
            let found = read(row)?;
            if self.query.fits(&found) {
                if passed >= self.window.offset {
                    rows.push(found);
                }
                passed += 1;
            }
            Ok(rows.len() < self.window.limit)
        })?;
        Ok(rows)
    }

    /// The page and the total from looking at the newest rows.
    fn look(&self) -> Result<Numbered<Listed>> {
        let (from, to) = self.period();
        let period = self.query.occurred.from.is_some() || self.query.occurred.to.is_some();
        let (condition, order) = match period {
            true => (" AND occurred_at >= ?2 AND occurred_at <= ?3", "occurred_at DESC, event_id DESC"),
            false => ("", "event_id DESC"),
        };
        let sql = format!("SELECT {COLUMNS} FROM inbound WHERE project_id = ?1{condition} ORDER BY {order}");
        let bound = params![&self.project, from, to];
        let (mut seen, mut found) = (0, Vec::new());
        self.snap.each(&sql, if period { bound } else { &bound[..1] }, |row| {
            let row = read(row)?;
            seen += 1;
            if self.query.fits(&row) {
                found.push((self.key(&row), row.event));
            }
            Ok(seen < LOOK)
        })?;
        found.sort_unstable();
        if !self.query.ascending {
            found.reverse();
        }
        let page = found.iter().skip(self.window.offset).take(self.window.limit);
        let row = |(_, event): &(i64, EventId)| {
            find(self.snap, self.project, *event)?.ok_or_else(|| Error::internal("a row that was just there"))
        };
        Ok(Numbered { rows: page.map(row).collect::<Result<_>>()?, total: found.len() as u64 })
    }

    fn key(&self, row: &Listed) -> i64 {
        match self.query.sort {
            SortBy::Created => 0,
            SortBy::Occurred => row.occurred_at.micros(),
            SortBy::Status => row.state.code(),
        }
    }
}

/// A page of the attempts that fit, newest first.
pub fn attempts(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: AttemptQuery,
    window: Window,
) -> Result<Numbered<Attempt>> {
    let (mut condition, mut bound) = ("i.project_id = ?1".to_owned(), vec![Value::from(&project)]);
    if let Some(event) = &query.event {
        bound.push(Value::from(event));
        condition.push_str(&format!(" AND i.event_id = ?{}", bound.len()));
    }
    if let Some(succeeded) = query.succeeded {
        bound.push(Value::from(succeeded));
        condition.push_str(&format!(" AND i.succeeded = ?{}", bound.len()));
    }
    let total = match query.event {
        Some(_) => format!("SELECT COUNT(*) FROM inbound_attempts i WHERE {condition}"),
        None => {
            format!("SELECT CAST(COALESCE(SUM(attempts), 0) AS BIGINT) FROM inbound_attempt_totals i WHERE {condition}")
        }
    };
    let total = snap.one(&total, &bound, |row| row.int(0))?.unsigned_abs();
    let n = bound.len();
    let sql = format!(
        "SELECT i.seq, i.event_id, a.delivery_id, a.n, a.started_at, a.latency_ms, a.response_status, a.error, i.succeeded \
         FROM inbound_attempts i JOIN attempts a ON a.seq = i.seq WHERE {condition} ORDER BY i.seq DESC LIMIT ?{} OFFSET ?{}",
        n + 1,
        n + 2
    );
    bound.extend([Value::from(window.limit as i64), Value::from(window.offset as i64)]);
    let rows = snap.all(&sql, &bound, |row| {
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
    })?;
    Ok(Numbered { rows, total })
}
