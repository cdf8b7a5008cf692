//! Lists of events of sources, with how many there are. Events of one
//! provider, type and state are a run: the totals name the runs, an index holds each in the order of
//! ids, and a page is merged from those that fit. Only for parts of a subject, and for a period
//! together with something else, rows are looked at, the newest up to a limit.

use super::{COLUMNS, HOUR, Listed, find, read};
use crate::base::{Error, Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::inbound::{InboundQuery, Numbered, SortBy, State, Window};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::Snapshot;
use crate::store::sql::Value;

/// Rows that one question may cost to look at.
const LOOK: usize = 100_000;
/// Rows that are rather sorted than met on a walk through all.
const FEW: u64 = if cfg!(test) { 20 } else { 5_000 };
/// Runs that are merged; with more, most events will fit anyway, and all are walked through.
const RUNS: usize = if cfg!(test) { 8 } else { 400 };

/// A page of the events that fit.
pub fn list(snap: &Snapshot<'_>, project: ProjectId, query: &InboundQuery, window: Window) -> Result<Numbered<Listed>> {
    let list = List { snap, project, query, window };
    let period = query.occurred.from.is_some() || query.occurred.to.is_some();
    let same = query.provider.is_some() || query.kind.is_some() || query.state.is_some();
    if query.subject.is_some() || (period && same) {
        return list.look();
    }
    let runs = list.runs()?;
    let total = if period { list.within()? } else { runs.iter().map(|run| run.events).sum() };
    let rows = match query.sort {
        SortBy::Created if !same && !period => list.direct()?,
        SortBy::Occurred if !same => list.direct()?,
        SortBy::Created if !period => list.merged(&runs, window)?,
        SortBy::Status if !period => list.by_state(&runs)?,
        _ if period && total <= LOOK as u64 => list.look()?.rows,
        SortBy::Occurred if total <= FEW => list.sorted(&runs)?,
        SortBy::Created | SortBy::Occurred => list.walk()?,
        SortBy::Status => list.walk_by_state(&runs)?,
    };
    Ok(Numbered { rows, total })
}

/// All events of one provider, type and state.
#[derive(Debug, Clone)]
struct Run {
    provider: String,
    kind: String,
    state: State,
    events: u64,
}

struct List<'s, 'c> {
    snap: &'s Snapshot<'c>,
    project: ProjectId,
    query: &'s InboundQuery,
    window: Window,
}

impl List<'_, '_> {
    /// The runs that have the provider, type and state asked for.
    fn runs(&self) -> Result<Vec<Run>> {
        let query = self.query;
        let (mut conditions, mut bound) = (String::new(), params![&self.project].to_vec());
        for (column, value) in [
            ("provider", query.provider.as_deref().map(Value::from)),
            ("event_type", query.kind.as_deref().map(Value::from)),
            ("state", query.state.map(|state| Value::from(state.code()))),
        ] {
            if let Some(value) = value {
                bound.push(value);
                conditions.push_str(&format!(" AND {column} = ?{}", bound.len()));
            }
        }
        let sql = format!(
            "SELECT provider, event_type, state, events FROM inbound_totals \
             WHERE project_id = ?1{conditions} AND events > 0 ORDER BY state"
        );
        self.snap.all(&sql, &bound, |row| {
            let state = State::from_code(row.int(2)?);
            Ok(Run { provider: row.text(0)?, kind: row.text(1)?, state, events: row.int(3)?.unsigned_abs() })
        })
    }

    /// How many occurred in the period: whole hours by their counters, the rest of the first and the
    /// last one by the index.
    fn within(&self) -> Result<u64> {
        let (from, to) = self.period();
        let (from, end) = (from.micros(), to.micros().saturating_add(1));
        let (first, last) = (from.div_euclid(HOUR) + i64::from(from.rem_euclid(HOUR) != 0), end.div_euclid(HOUR));
        let index = "SELECT COUNT(*) FROM inbound WHERE project_id = ?1 AND occurred_at >= ?2 AND occurred_at < ?3";
        let hours = "SELECT CAST(COALESCE(SUM(events), 0) AS BIGINT) FROM inbound_hours \
                     WHERE project_id = ?1 AND hour >= ?2 AND hour < ?3";
        let count = |sql, low, high| self.snap.one(sql, params![&self.project, low, high], |row| row.int(0));
        let total = match first < last {
            true => count(index, from, first * HOUR)? + count(hours, first, last)? + count(index, last * HOUR, end)?,
            false => count(index, from, end)?,
        };
        Ok(total.unsigned_abs())
    }

    fn period(&self) -> (Timestamp, Timestamp) {
        let occurred = self.query.occurred;
        let (first, last) = (Timestamp::from_micros(i64::MIN), Timestamp::from_micros(i64::MAX));
        (occurred.from.unwrap_or(first), occurred.to.unwrap_or(last))
    }

    fn way(&self) -> &'static str {
        if self.query.ascending { "ASC" } else { "DESC" }
    }

    fn order(&self) -> String {
        let way = self.way();
        match self.query.sort {
            SortBy::Occurred => format!("occurred_at {way}, event_id {way}"),
            SortBy::Created | SortBy::Status => format!("event_id {way}"),
        }
    }

    /// The page of all, or of a period, by the index that has the order.
    fn direct(&self) -> Result<Vec<Listed>> {
        let (from, to) = self.period();
        let period = match self.query.sort {
            SortBy::Occurred => " AND occurred_at >= ?4 AND occurred_at <= ?5",
            SortBy::Created | SortBy::Status => "",
        };
        let order = self.order();
        let sql =
            format!("SELECT {COLUMNS} FROM inbound WHERE project_id = ?1{period} ORDER BY {order} LIMIT ?2 OFFSET ?3");
        let Window { offset, limit } = self.window;
        let bound = params![&self.project, limit as i64, offset as i64, from, to];
        self.snap.all(&sql, if period.is_empty() { &bound[..3] } else { bound }, read)
    }

    /// The statement for the ids of some runs together, in order, and what it is bound to.
    fn merging<'r>(&'r self, runs: &'r [Run]) -> (String, Vec<Value<'r>>) {
        let mut bound = params![&self.project].to_vec();
        let mut part = |run: &'r Run| {
            bound.extend([Value::from(&run.provider), Value::from(&run.kind)]);
            let (n, state) = (bound.len(), run.state.code());
            format!(
                "SELECT event_id FROM inbound \
                 WHERE project_id = ?1 AND provider = ?{} AND event_type = ?{n} AND state = {state}",
                n - 1
            )
        };
        let parts: Vec<_> = runs.iter().map(&mut part).collect();
        (format!("{} ORDER BY event_id {}", parts.join(" UNION ALL "), self.way()), bound)
    }

    fn found(&self, event: EventId) -> Result<Listed> {
        find(self.snap, self.project, event)?.ok_or_else(|| Error::internal("a row that was just there"))
    }

    /// A page of some runs together, in the order of ids.
    fn merged(&self, runs: &[Run], window: Window) -> Result<Vec<Listed>> {
        match runs.len() {
            0 => return Ok(Vec::new()),
            n if n > RUNS => {
                let of = |row: &Listed| runs.iter().any(|run| run.has(row));
                return self.walk_through(&self.all_rows(), params![&self.project], window, of);
            }
            _ => {}
        }
        let (sql, mut bound) = self.merging(runs);
        let n = bound.len();
        bound.extend([Value::from(window.limit as i64), Value::from(window.offset as i64)]);
        let ids = self.snap.all(&format!("{sql} LIMIT ?{} OFFSET ?{}", n + 1, n + 2), &bound, |row| row.id(0))?;
        ids.into_iter().map(|id| self.found(id)).collect()
    }

    /// The runs of each state, in the order of states.
    fn states<'r>(&self, runs: &'r [Run]) -> Vec<&'r [Run]> {
        let mut states: Vec<_> = runs.chunk_by(|a, b| a.state == b.state).collect();
        if !self.query.ascending {
            states.reverse();
        }
        states
    }

    /// The page in the order of states: one state after the other.
    fn by_state(&self, runs: &[Run]) -> Result<Vec<Listed>> {
        let Window { mut offset, limit } = self.window;
        let mut rows = Vec::new();
        for runs in self.states(runs) {
            let here = runs.iter().map(|run| run.events).sum::<u64>() as usize;
            if offset < here && rows.len() < limit {
                rows.extend(self.merged(runs, Window { offset, limit: limit - rows.len() })?);
            }
            offset = offset.saturating_sub(here);
        }
        Ok(rows)
    }

    /// The page of few rows, which are sorted.
    fn sorted(&self, runs: &[Run]) -> Result<Vec<Listed>> {
        let mut rows = self.merged(runs, Window { offset: 0, limit: FEW as usize })?;
        rows.sort_unstable_by_key(|row| (row.occurred_at, row.event));
        if !self.query.ascending {
            rows.reverse();
        }
        Ok(rows.into_iter().skip(self.window.offset).take(self.window.limit).collect())
    }

    fn all_rows(&self) -> String {
        format!("SELECT {COLUMNS} FROM inbound WHERE project_id = ?1 ORDER BY {}", self.order())
    }

    /// The page from a walk through all rows in order, of which many fit.
    fn walk(&self) -> Result<Vec<Listed>> {
        self.walk_through(&self.all_rows(), params![&self.project], self.window, |row| self.query.fits(row))
    }

    /// The same in the order of states.
    fn walk_by_state(&self, runs: &[Run]) -> Result<Vec<Listed>> {
        let Window { offset, limit } = self.window;
        let mut rows: Vec<Listed> = Vec::new();
        for runs in self.states(runs) {
            if rows.len() == offset + limit {
                break;
            }
            let of = |row: &Listed| self.query.fits(row) && runs.iter().any(|run| run.has(row));
            let window = Window { offset: 0, limit: offset + limit - rows.len() };
            rows.extend(self.walk_through(&self.all_rows(), params![&self.project], window, of)?);
        }
        Ok(rows.into_iter().skip(offset).collect())
    }

    fn walk_through(
        &self,
        sql: &str,
        bound: &[Value<'_>],
        Window { offset, limit }: Window,
        fits: impl Fn(&Listed) -> bool,
    ) -> Result<Vec<Listed>> {
        let (mut passed, mut rows) = (0, Vec::new());
        self.snap.each(sql, bound, |row| {
            let found = read(row)?;
            if fits(&found) {
                if passed >= offset {
                    rows.push(found);
                }
                passed += 1;
            }
            Ok(rows.len() < limit)
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
        let rows = page.map(|(_, event)| self.found(*event)).collect::<Result<_>>()?;
        Ok(Numbered { rows, total: found.len() as u64 })
    }

    fn key(&self, row: &Listed) -> i64 {
        match self.query.sort {
            SortBy::Created => 0,
            SortBy::Occurred => row.occurred_at.micros(),
            SortBy::Status => row.state.code(),
        }
    }
}

impl Run {
    fn has(&self, row: &Listed) -> bool {
        self.state == row.state && self.provider == row.provider && self.kind == row.kind
    }
}
