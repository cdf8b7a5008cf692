//! What one commit changes about events of sources and their totals: gathered by all its
//! operations, summed, and written once before it.

use super::derived;
use crate::base::{Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::inbound::State;
use crate::domain::project::ProjectId;
use crate::domain::source::SourceId;
use crate::params;
use crate::store::sql::{Snapshot, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Change {
    /// Something happened to the deliveries of an event, which may be none of a source.
    Touched { project: ProjectId, event: EventId },
    /// A source sent a request that was believed and understood.
    Received { source: SourceId, at: Timestamp },
    /// Or one that was not.
    Rejected { source: SourceId },
    /// Events of a kind.
    Counted { project: ProjectId, provider: Arc<str>, kind: Arc<str>, state: State },
    /// Events that occurred in an hour since the epoch.
    Occurred { project: ProjectId, hour: i64 },
    /// Attempts by their result.
    Attempts { project: ProjectId, succeeded: bool },
}

/// What events are counted by.
type Kind = (ProjectId, Arc<str>, Arc<str>, State);

#[derive(Default)]
struct Sums {
    totals: HashMap<Kind, i64>,
    hours: HashMap<(ProjectId, i64), i64>,
    attempts: HashMap<(ProjectId, bool), i64>,
    /// Received, when last, and rejected.
    sources: HashMap<SourceId, (i64, Option<Timestamp>, i64)>,
}

/// Whether projects have events of sources at all: most have none, and pay for one look a commit.
#[derive(Default)]
struct Concerned(HashMap<ProjectId, bool>);

impl Concerned {
    fn is(&mut self, conn: &Snapshot<'_>, project: ProjectId) -> Result<bool> {
        if let Some(known) = self.0.get(&project) {
            return Ok(*known);
        }
        let sql = "SELECT 1 FROM inbound_totals WHERE project_id = ?1 LIMIT 1";
        let any = conn.opt(sql, params![&project], |_| Ok(()))?.is_some();
        self.0.insert(project, any);
        Ok(any)
    }
}

/// Works out and writes what follows from the changes of a commit.
pub fn flush<'l>(conn: &Snapshot<'_>, log: impl Iterator<Item = (&'l Change, i64)>) -> Result<()> {
    let (mut sums, mut touched, mut concerned) = (Sums::default(), HashSet::new(), Concerned::default());
    for (change, delta) in log {
        match change {
            Change::Touched { project, event } => {
                if concerned.is(conn, *project)? {
                    touched.insert((*project, *event));
                }
            }
            Change::Received { source, at } => {
                let (received, last, _) = sums.sources.entry(*source).or_default();
                (*received, *last) = (*received + delta, (*last).max(Some(*at)));
            }
            Change::Rejected { source } => sums.sources.entry(*source).or_default().2 += delta,
            Change::Counted { project, provider, kind, state } => {
                concerned.0.insert(*project, true);
                *sums.totals.entry((*project, provider.clone(), kind.clone(), *state)).or_default() += delta;
            }
            Change::Occurred { project, hour } => *sums.hours.entry((*project, *hour)).or_default() += delta,
            Change::Attempts { project, succeeded } => {
                *sums.attempts.entry((*project, *succeeded)).or_default() += delta;
            }
        }
    }
    for (project, event) in touched {
        refresh(conn, &mut sums, project, event)?;
    }
    write(conn, &sums)
}

/// Moves an event to where its deliveries say that it stands.
fn refresh(conn: &Snapshot<'_>, sums: &mut Sums, project: ProjectId, event: EventId) -> Result<()> {
    let sql = "SELECT provider, event_type, state FROM inbound WHERE project_id = ?1 AND event_id = ?2";
    let read = |row: &crate::store::Row<'_>| Ok((row.text(0)?, row.text(1)?, State::from_code(row.int(2)?)));
    let Some((provider, kind, was)) = conn.opt(sql, params![&project, &event], read)? else { return Ok(()) };
    let state = derived(conn, event)?;
    if state == was {
        return Ok(());
    }
    let sql = "UPDATE inbound SET state = ?3 WHERE project_id = ?1 AND event_id = ?2";
    run(conn, sql, params![&project, &event, state.code()])?;
    let (provider, kind): (Arc<str>, Arc<str>) = (provider.into(), kind.into());
    *sums.totals.entry((project, provider.clone(), kind.clone(), was)).or_default() -= 1;
    *sums.totals.entry((project, provider, kind, state)).or_default() += 1;
    Ok(())
}

fn write(conn: &Snapshot<'_>, sums: &Sums) -> Result<()> {
    for ((project, provider, kind, state), delta) in sums.totals.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO inbound_totals (project_id, provider, event_type, state, events) \
                   VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (project_id, provider, event_type, state) \
                   DO UPDATE SET events = inbound_totals.events + excluded.events";
        run(conn, sql, params![project, &**provider, &**kind, state.code(), *delta])?;
    }
    for ((project, hour), delta) in sums.hours.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO inbound_hours (project_id, hour, events) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (project_id, hour) DO UPDATE SET events = inbound_hours.events + excluded.events";
        run(conn, sql, params![project, *hour, *delta])?;
    }
    for ((project, succeeded), delta) in sums.attempts.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO inbound_attempt_totals (project_id, succeeded, attempts) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (project_id, succeeded) \
                   DO UPDATE SET attempts = inbound_attempt_totals.attempts + excluded.attempts";
        run(conn, sql, params![project, *succeeded, *delta])?;
    }
    for (source, (received, last, rejected)) in &sums.sources {
        let sql = "UPDATE sources SET received = received + ?2, rejected = rejected + ?3, \
                   last_received_at = COALESCE(?4, last_received_at) WHERE id = ?1";
        run(conn, sql, params![source, *received, *rejected, *last])?;
    }
    Ok(())
}

fn run(conn: &Snapshot<'_>, sql: &str, params: &[Value<'_>]) -> Result<()> {
    conn.0.prepare_cached(sql)?.execute(rusqlite::params_from_iter(params))?;
    Ok(())
}
