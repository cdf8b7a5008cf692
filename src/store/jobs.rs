//! Scheduled jobs as rows: writing and listing them, and finding and claiming those that are due.
//! Their secrets are sealed here and nowhere else; what a job does is decided above.

use super::scan::Range;
use super::sealed::{open_opt, seal_opt};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::job::{Action, ActionKind, Job, JobId, JobTag, Run, RunStatus, Timing};
use crate::domain::project::ProjectId;
use crate::domain::query::Period;
use crate::domain::signing::Secret;
use crate::domain::status::Status;
use crate::domain::webhook::SecretChange;
use crate::params;

const COLUMNS: &str = "id, status, name, queue, schedule_type, schedule_config, action, action_config, \
    secret IS NOT NULL, next_run_at, last_slot, last_run_at, last_run_status, updated_at";

const SECRET: &str = "jobs.secret";

fn read(row: &Row<'_>) -> Result<Job> {
    Ok(Job {
        id: row.id(0)?,
        status: Status::from_code(row.int(1)?),
        name: row.text(2)?,
        queue: row.opt_text(3)?,
        timing: Timing::restore(&row.text(4)?, &row.text(5)?)?,
        action: Action::restore(ActionKind::from_code(row.int(6)?), &row.text(7)?)?,
        has_secret: row.flag(8)?,
        next_run_at: row.opt_time(9)?,
        last_slot: row.opt_time(10)?,
        last_run: row.opt_time(11)?.zip(row.opt_int(12)?.map(RunStatus::from_code)),
        updated_at: row.time(13)?,
    })
}

/// Runs a statement over what a user may set of a job, and the next time that follows from it.
fn write(tx: &Tx<'_>, sql: &str, project: ProjectId, job: &Job) -> Result<()> {
    let action = Json::Object(job.action.config()?).to_text();
    tx.exec(
        sql,
        params![
            &project,
            &job.id,
            job.status.code(),
            &job.name,
            job.queue.as_deref(),
            job.timing.kind_name(),
            &job.timing.config(),
            job.action.kind().code(),
            &action,
            job.next_run_at,
            job.updated_at
        ],
    )
    .map(drop)
}

fn set_secret(tx: &Tx<'_>, keys: &Keys, project: ProjectId, id: JobId, secret: Option<&Secret>) -> Result<()> {
    let sealed = seal_opt(keys, SECRET, id, secret.map(Secret::expose))?;
    let sql = "UPDATE jobs SET secret = ?3 WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &id, sealed.as_deref()]).map(drop)
}

pub fn insert(tx: &Tx<'_>, keys: &Keys, project: ProjectId, job: &Job, secret: Option<&Secret>) -> Result<()> {
    let sql = "INSERT INTO jobs (project_id, id, status, name, queue, schedule_type, schedule_config, action, \
               action_config, next_run_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    write(tx, sql, project, job)?;
    secret.map_or(Ok(()), |secret| set_secret(tx, keys, project, job.id, Some(secret)))
}

pub fn update(tx: &Tx<'_>, keys: &Keys, project: ProjectId, job: &Job, secret: Option<&SecretChange>) -> Result<()> {
    let sql = "UPDATE jobs SET status = ?3, name = ?4, queue = ?5, schedule_type = ?6, schedule_config = ?7, \
               action = ?8, action_config = ?9, next_run_at = ?10, updated_at = ?11 WHERE project_id = ?1 AND id = ?2";
    write(tx, sql, project, job)?;
    match secret {
        None => Ok(()),
        Some(SecretChange::Remove) => set_secret(tx, keys, project, job.id, None),
        Some(SecretChange::Set(secret)) => set_secret(tx, keys, project, job.id, Some(secret)),
    }
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: JobId) -> Result<Option<Job>> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

pub fn secret(snap: &Snapshot<'_>, keys: &Keys, project: ProjectId, id: JobId) -> Result<Option<Secret>> {
    let sql = "SELECT secret FROM jobs WHERE project_id = ?1 AND id = ?2";
    let sealed = snap.opt(sql, params![&project, &id], |row| row.opt_bytes(0))?.flatten();
    Ok(open_opt(keys, SECRET, id, sealed)?.map(Secret::new))
}

/// One page, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    page: Page<JobTag>,
    include_inactive: bool,
) -> Result<Slice<Job, JobTag>> {
    let active = if include_inactive { "" } else { " AND status = 0" };
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE project_id = ?1{active} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(&sql, params![&project, &high, page.limit as i64 + 1], read)?;
    Ok(Slice::cut(rows, page.limit, |job| job.id))
}

/// One page of those that were made in a period, active or not, newest first.
pub fn list_created(
    snap: &Snapshot<'_>,
    project: ProjectId,
    created: Period,
    page: Page<JobTag>,
) -> Result<Slice<Job, JobTag>> {
    let range = Range::new(page.before, created.from, created.to);
    let sql =
        format!("SELECT {COLUMNS} FROM jobs WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4");
    let rows = snap.all(&sql, params![&project, &range.low, &range.high, page.limit as i64 + 1], read)?;
    Ok(Slice::cut(rows, page.limit, |job| job.id))
}

pub fn count_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM jobs WHERE project_id = ?1 AND status = 0";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// Switches off every job of a project.
pub fn deactivate_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE jobs SET status = 1, next_run_at = NULL, updated_at = ?2 WHERE project_id = ?1 AND status = 0";
    tx.exec(sql, params![&project, now]).map(drop)
}

/// A job whose time has come, and that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub project: ProjectId,
    pub job: JobId,
    pub at: Timestamp,
}

const DUE: &str =
    "SELECT project_id, id, next_run_at FROM jobs WHERE action = ?1 AND next_run_at <= ?2 ORDER BY next_run_at, id";

/// Shows the jobs of a kind that are due by `now`, those due longest first, until `visit` answers
/// false.
pub fn due(
    snap: &Snapshot<'_>,
    kind: ActionKind,
    now: Timestamp,
    mut visit: impl FnMut(Due) -> Result<bool>,
) -> Result<()> {
    snap.each(DUE, params![kind.code(), now], |row| {
        visit(Due { project: row.id(0)?, job: row.id(1)?, at: row.time(2)? })
    })
}

/// When the next job of a kind after `now` is due.
pub fn next_due(snap: &Snapshot<'_>, kind: ActionKind, now: Timestamp) -> Result<Option<Timestamp>> {
    let sql = "SELECT next_run_at FROM jobs WHERE action = ?1 AND next_run_at > ?2 ORDER BY next_run_at, id LIMIT 1";
    snap.opt(sql, params![kind.code(), now], |row| row.time(0))
}

/// Moves a due job on to its next time. False when somebody changed it meanwhile: then it is not
/// due as it was.
pub fn claim(tx: &Tx<'_>, due: &Due, next: Option<Timestamp>) -> Result<bool> {
    let sql = "UPDATE jobs SET next_run_at = ?4 WHERE project_id = ?1 AND id = ?2 AND next_run_at = ?3";
    Ok(tx.exec(sql, params![&due.project, &due.job, due.at, next])? == 1)
}

/// Notes that a time of the schedule is used up.
pub fn use_up(tx: &Tx<'_>, project: ProjectId, job: JobId, slot: Timestamp) -> Result<()> {
    let sql =
        "UPDATE jobs SET last_slot = ?3 WHERE project_id = ?1 AND id = ?2 AND (last_slot IS NULL OR last_slot < ?3)";
    tx.exec(sql, params![&project, &job, slot]).map(drop)
}

/// Notes how the last run ended, if no later one has begun and ended meanwhile.
pub(super) fn note_run(tx: &Tx<'_>, project: ProjectId, run: &Run) -> Result<()> {
    let sql = "UPDATE jobs SET last_run_at = ?3, last_run_status = ?4 \
               WHERE project_id = ?1 AND id = ?2 AND (last_run_at IS NULL OR last_run_at <= ?3)";
    tx.exec(sql, params![&project, &run.job, run.started_at, run.status.code()]).map(drop)
}

/// [`use_up`] and [`note_run`] in one: most runs are those of slots and over at once.
pub(super) fn note_slot_run(tx: &Tx<'_>, project: ProjectId, run: &Run, slot: Timestamp) -> Result<()> {
    let sql = "UPDATE jobs SET last_slot = CASE WHEN last_slot > ?3 THEN last_slot ELSE ?3 END, \
               last_run_status = CASE WHEN last_run_at > ?4 THEN last_run_status ELSE ?5 END, \
               last_run_at = CASE WHEN last_run_at > ?4 THEN last_run_at ELSE ?4 END WHERE project_id = ?1 AND id = ?2";
    tx.exec(sql, params![&project, &run.job, slot, run.started_at, run.status.code()]).map(drop)
}

/// 404 `Job not found`.
pub fn get(snap: &Snapshot<'_>, project: ProjectId, id: JobId) -> Result<Job> {
    find(snap, project, id)?.ok_or_else(|| Error::not_found("Job"))
}

#[cfg(test)]
pub(super) mod tests;
