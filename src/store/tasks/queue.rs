//! The table as the queue of tasks: which projects have something due, taking it, storing what came
//! of it, and the repair at a start. Each claim of a row has a number of its own, so that a late
//! result never takes the place of a newer one.

use super::{COLUMNS, read, write};
use crate::base::{Id, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::task::{Lane, Task};
use crate::params;
use crate::store::{Snapshot, Tx};

/// When something is due in a lane of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub lane: Lane,
    pub project: ProjectId,
    pub due_at: Timestamp,
}

/// Returns what a kill left under a claim: it is due now, and the attempt was none.
pub fn recover(tx: &Tx<'_>, now: Timestamp) -> Result<usize> {
    let sql = "UPDATE tasks SET claimed = 0, due_at = ?1, \
        attempts = CASE WHEN status = 1 THEN attempts - 1 ELSE attempts END, \
        callback_attempts = CASE WHEN status = 1 THEN callback_attempts ELSE callback_attempts - 1 END, \
        status = CASE WHEN status <> 1 THEN status WHEN attempts - 1 > cycle_start THEN 2 ELSE 0 END \
        WHERE claimed <> 0";
    tx.exec(sql, params![now])
}

pub(super) const NEXT_LANE: &str = "SELECT lane, project_id, due_at FROM tasks WHERE due_at IS NOT NULL AND lane = ?1 \
    AND project_id > ?2 ORDER BY project_id, due_at, id LIMIT 1";

/// The earliest due time of each lane that has one: one look at an index for each.
pub fn waiting(snap: &Snapshot<'_>) -> Result<Vec<Waiting>> {
    let mut all = Vec::new();
    for lane in Lane::ALL {
        let mut after: ProjectId = Id::MIN;
        let read = |after: &ProjectId| {
            snap.opt(NEXT_LANE, params![lane.code(), after], |row| {
                Ok(Waiting { lane: Lane::from_code(row.int(0)?), project: row.id(1)?, due_at: row.time(2)? })
            })
        };
        while let Some(found) = read(&after)? {
            after = found.project;
            all.push(found);
        }
    }
    Ok(all)
}

pub(super) const NEXT_DUE: &str = "SELECT due_at FROM tasks WHERE lane = ?1 AND project_id = ?2 AND due_at IS NOT NULL \
    ORDER BY due_at, id LIMIT 1";

/// When the next task of a lane is due.
pub fn next_due(snap: &Snapshot<'_>, lane: Lane, project: ProjectId) -> Result<Option<Timestamp>> {
    snap.opt(NEXT_DUE, params![lane.code(), &project], |row| row.time(0))
}

/// A task that an attempt of the running process holds.
#[derive(Debug, Clone)]
pub struct Claim {
    pub project: ProjectId,
    pub task: Task,
    /// Above 0.
    pub number: i64,
}

impl Claim {
    /// Begins its attempt under a number; false when somebody else has it by now.
    fn take(&mut self, tx: &Tx<'_>, now: Timestamp) -> Result<bool> {
        self.task.begin(now);
        write(tx, self.project, &self.task, self.number, Some(0))
    }
}

pub(super) fn due() -> String {
    format!(
        "SELECT {COLUMNS} FROM tasks WHERE lane = ?1 AND project_id = ?2 AND due_at IS NOT NULL AND due_at <= ?3 \
         ORDER BY due_at, id LIMIT ?4"
    )
}

/// Takes up to `limit` due tasks of a lane, those due longest first, under numbers of their own.
pub fn claim(
    tx: &Tx<'_>,
    (lane, project): (Lane, ProjectId),
    limit: usize,
    now: Timestamp,
    mut number: impl FnMut() -> i64,
) -> Result<Vec<Claim>> {
    let rows = tx.all(&due(), params![lane.code(), &project, now, limit as i64], read)?;
    let mut claims = Vec::with_capacity(rows.len());
    for task in rows {
        let mut claim = Claim { project, task, number: number() };
        if claim.take(tx, now)? {
            claims.push(claim);
        }
    }
    Ok(claims)
}

/// Stores what came of an attempt; the task stays under its claim if `goes_on`. False when the
/// claim is gone: then this result changes nothing any more.
pub fn settle(tx: &Tx<'_>, claim: &Claim, goes_on: bool) -> Result<bool> {
    write(tx, claim.project, &claim.task, if goes_on { claim.number } else { 0 }, Some(claim.number))
}

/// Ends up to `limit` tasks of a project that is gone, without a word to anybody.
pub fn end(tx: &Tx<'_>, project: ProjectId, now: Timestamp, limit: usize) -> Result<usize> {
    let mut ended = 0;
    let changes = "SET status = CASE WHEN status < 3 THEN 5 ELSE status END, due_at = NULL, claimed = 0, lane = 0, \
                   callback_status = CASE WHEN callback_status = 1 THEN 3 ELSE callback_status END, updated_at = ?2";
    let claimed = "SELECT id FROM tasks WHERE project_id = ?1 AND claimed <> 0 ORDER BY id LIMIT ?3";
    let sql = format!("UPDATE tasks {changes} WHERE project_id = ?1 AND id IN ({claimed})");
    ended += tx.exec(&sql, params![&project, now, limit as i64])?;
    for lane in Lane::ALL {
        let due = "SELECT id FROM tasks WHERE lane = ?4 AND project_id = ?1 AND due_at IS NOT NULL \
                   ORDER BY due_at, id LIMIT ?3";
        let sql = format!("UPDATE tasks {changes} WHERE project_id = ?1 AND id IN ({due})");
        ended += tx.exec(&sql, params![&project, now, limit as i64, lane.code()])?;
    }
    Ok(ended)
}
