//! Runs of jobs: recording, finishing and listing them. A slot of a schedule has one run.

use super::scan::Merge;
use super::{Row, Snapshot, Tx, jobs};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::job::{JobId, Outcome, Run, RunId, RunStatus, RunTag, Trigger};
use crate::domain::project::ProjectId;
use crate::params;

const COLUMNS: &str = "id, job_id, status, cause, slot, started_at, finished_at, result";

fn read(row: &Row<'_>) -> Result<Run> {
    Ok(Run {
        id: row.id(0)?,
        job: row.id(1)?,
        status: RunStatus::from_code(row.int(2)?),
        trigger: Trigger::from_code(row.int(3)?),
        slot: row.opt_time(4)?,
        started_at: row.time(5)?,
        finished_at: row.opt_time(6)?,
        result: row.opt_text(7)?,
    })
}

/// Stores a run, finished or not. False when its slot has one already: then nothing is to be done.
pub fn insert(tx: &Tx<'_>, project: ProjectId, run: &Run) -> Result<bool> {
    let sql = "INSERT INTO job_runs (project_id, id, job_id, status, cause, slot, started_at, finished_at, result) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (job_id, slot) WHERE slot IS NOT NULL DO NOTHING";
    let stored = tx.exec(
        sql,
        params![
            &project,
            &run.id,
            &run.job,
            run.status.code(),
            run.trigger.code(),
            run.slot,
            run.started_at,
            run.finished_at,
            run.result.as_deref()
        ],
    )?;
    if stored == 0 {
        return Ok(false);
    }
    match (run.finished_at, run.slot) {
        (Some(_), Some(slot)) => jobs::note_slot_run(tx, project, run, slot)?,
        (Some(_), None) => jobs::note_run(tx, project, run)?,
        (None, Some(slot)) => jobs::use_up(tx, project, run.job, slot)?,
        (None, None) => {}
    }
    Ok(true)
}

/// Stores the end of a run that was under way.
pub fn finish(tx: &Tx<'_>, project: ProjectId, run: &Run) -> Result<()> {
    let sql = "UPDATE job_runs SET status = ?3, finished_at = ?4, result = ?5 \
               WHERE project_id = ?1 AND id = ?2 AND status = 0";
    tx.exec(sql, params![&project, &run.id, run.status.code(), run.finished_at, run.result.as_deref()])?;
    jobs::note_run(tx, project, run)
}

const RUNNING: &str = "SELECT project_id, id FROM job_runs WHERE status = 0 ORDER BY id";

/// All runs under way; at the start of a process those that the one before left.
pub fn running(snap: &Snapshot<'_>) -> Result<Vec<(ProjectId, RunId)>> {
    snap.all(RUNNING, &[], |row| Ok((row.id(0)?, row.id(1)?)))
}

/// Ends a run that a stopped process left under way, and returns it; none when it has ended.
pub fn interrupt(tx: &Tx<'_>, project: ProjectId, id: RunId, now: Timestamp) -> Result<Option<Run>> {
    let Some(mut run) = find(tx, project, id)?.filter(|run| run.status == RunStatus::Running) else { return Ok(None) };
    run.finish(Outcome::failed("Interrupted"), now);
    finish(tx, project, &run)?;
    Ok(Some(run))
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: RunId) -> Result<Option<Run>> {
    let sql = format!("SELECT {COLUMNS} FROM job_runs WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

const OF_JOB: &str = "SELECT id FROM job_runs WHERE job_id = ?1 AND status = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";

/// One page of the runs of a job, newest first; of one status if asked.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    job: JobId,
    status: Option<RunStatus>,
    page: Page<RunTag>,
) -> Result<Slice<Run, RunTag>> {
    let wanted = status.as_ref().map_or(&RunStatus::ALL[..], std::slice::from_ref);
    let high = page.before.unwrap_or(Id::MAX);
    let mut merge = Merge::open(wanted.len(), high, page.limit + 1, |list, high: RunId, n| {
        let status = wanted[list].code();
        snap.all(OF_JOB, params![&job, status, &high, n as i64], |row| row.id(0))
    })?;
    let mut rows = Vec::new();
    while rows.len() <= page.limit {
        let Some(id) = merge.next()? else { break };
        rows.extend(find(snap, project, id)?);
    }
    Ok(Slice::cut(rows, page.limit, |run| run.id))
}

#[cfg(test)]
mod tests;
