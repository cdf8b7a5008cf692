//! One-off tasks as rows: writing, finding and listing them, with their attempts. What is due, and
//! what keys stand for, is beside it; what becomes of a task is decided above.

mod keys;
mod queue;

pub use keys::{Known, claim_key, known, put_secrets, secrets};
pub use queue::{Claim, Waiting, claim, end, next_due, recover, settle, waiting};

use super::scan::{Gather, LEAP, Meet, Met};
use super::sql::Value;
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::query::TaskQuery;
use crate::domain::task::{Attempt, CallbackStatus, Status, Task, TaskId, TaskTag, Turn};
use crate::params;

const COLUMNS: &str = "id, type, tenant, status, attempts, cycle_start, due_at, payload, callback_url, callback_status, \
    callback_attempts, callback_start, result, error, idempotency_key, completed_at, updated_at";

fn read(row: &Row<'_>) -> Result<Task> {
    let number = |i| Ok::<_, Error>(row.int(i)?.clamp(0, i64::from(u32::MAX)) as u32);
    Ok(Task {
        id: row.id(0)?,
        kind: row.text(1)?,
        tenant: row.opt_text(2)?,
        status: Status::from_code(row.int(3)?),
        attempts: number(4)?,
        cycle_start: number(5)?,
        due_at: row.opt_time(6)?,
        payload: row.text(7)?,
        callback: row.opt_text(8)?,
        callback_status: CallbackStatus::from_code(row.int(9)?),
        callback_attempts: number(10)?,
        callback_start: number(11)?,
        result: row.opt_text(12)?,
        error: row.opt_text(13)?,
        idempotency_key: row.opt_text(14)?,
        completed_at: row.opt_time(15)?,
        updated_at: row.time(16)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, task: &Task) -> Result<()> {
    let sql = "INSERT INTO tasks (project_id, id, type, tenant, status, attempts, cycle_start, lane, due_at, claimed, \
               payload, callback_url, callback_status, callback_attempts, callback_start, idempotency_key, updated_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6, ?7, 0, ?8, ?9, ?10, 0, 0, ?11, ?12)";
    tx.exec(
        sql,
        params![
            &project,
            &task.id,
            &task.kind,
            task.tenant.as_deref(),
            task.status.code(),
            task.lane().code(),
            task.due_at,
            &task.payload,
            task.callback.as_deref(),
            task.callback_status.code(),
            task.idempotency_key.as_deref(),
            task.updated_at
        ],
    )?;
    Ok(())
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: TaskId) -> Result<Option<Task>> {
    let sql = format!("SELECT {COLUMNS} FROM tasks WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// Writes a change by a user; whoever works on the task finds its claim gone.
pub fn change(tx: &Tx<'_>, project: ProjectId, task: &Task) -> Result<()> {
    write(tx, project, task, 0, None).map(drop)
}

/// Writes what changes of a task, and whose claim it is from now on (0 is nobody's); false when it
/// is not under the claim that is expected.
fn write(tx: &Tx<'_>, project: ProjectId, task: &Task, claimed: i64, expected: Option<i64>) -> Result<bool> {
    let fence = if expected.is_some() { " AND claimed = ?17" } else { "" };
    let sql = format!(
        "UPDATE tasks SET status = ?3, attempts = ?4, cycle_start = ?5, lane = ?6, due_at = ?7, claimed = ?8, \
         callback_status = ?9, callback_attempts = ?10, callback_start = ?11, result = ?12, error = ?13, \
         completed_at = ?14, updated_at = ?15 WHERE project_id = ?1 AND id = ?2 AND type = ?16{fence}"
    );
    let mut values: Vec<Value<'_>> = params![
        &project,
        &task.id,
        task.status.code(),
        i64::from(task.attempts),
        i64::from(task.cycle_start),
        task.lane().code(),
        task.due_at,
        claimed,
        task.callback_status.code(),
        i64::from(task.callback_attempts),
        i64::from(task.callback_start),
        task.result.as_deref(),
        task.error.as_deref(),
        task.completed_at,
        task.updated_at,
        &task.kind
    ]
    .to_vec();
    values.extend(expected.map(Value::Int));
    Ok(tx.exec(&sql, &values)? == 1)
}

const OF_STATUS: &str =
    "SELECT id FROM tasks WHERE project_id = ?1 AND status = ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";
const OF_TYPE: &str = "SELECT id FROM tasks WHERE project_id = ?1 AND type = ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";
const OF_TENANT: &str =
    "SELECT id FROM tasks WHERE project_id = ?1 AND tenant = ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";

/// One page of the tasks that fit and may be seen, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &TaskQuery,
    page: Page<TaskTag>,
    may_see: impl Fn(Option<&str>) -> bool,
) -> Result<Slice<Task, TaskTag>> {
    let (mut gather, high) = (Gather::new(page.limit), page.before.unwrap_or(Id::MAX));
    let mut lists: Vec<(&str, Value<'_>)> = Vec::new();
    lists.extend(query.tenant.as_ref().map(|tenant| (OF_TENANT, Value::from(tenant))));
    lists.extend(query.kind.as_ref().map(|kind| (OF_TYPE, Value::from(kind))));
    lists.extend(query.status.map(|status| (OF_STATUS, Value::Int(status.code()))));
    if lists.is_empty() {
        let sql = format!("SELECT {COLUMNS} FROM tasks WHERE project_id = ?1 AND id < ?2 ORDER BY id DESC");
        snap.each(&sql, params![&project, &high], |row| {
            let task = read(row)?;
            Ok(gather.visit(task.id, 1, Some(task).filter(|task| may_see(task.tenant.as_deref()))))
        })?;
        return Ok(gather.finish());
    }
    let mut meet = Meet::open(lists.len(), high, |list, high: TaskId| {
        let (ids, key) = lists[list];
        snap.opt(ids, &[Value::from(&project), key, Value::from(&high)], |row| row.id(0))
    });
    loop {
        let go_on = match meet.next()? {
            Met::Here(id) => {
                let task = find(snap, project, id)?.filter(|task| may_see(task.tenant.as_deref()));
                gather.visit(id, 2 * LEAP, task)
            }
            Met::NotAbove(high) => gather.visit(high, LEAP * lists.len(), None),
            Met::End => false,
        };
        if !go_on {
            return Ok(gather.finish());
        }
    }
}

/// Notes an attempt; one that is noted already stays as it is.
pub fn add_attempt(tx: &Tx<'_>, task: TaskId, attempt: &Attempt) -> Result<()> {
    let sql = "INSERT INTO task_attempts (task_id, callback, n, started_at, latency_ms, response_status, error, \
               destination_ip, response_body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
               ON CONFLICT (task_id, callback, n) DO NOTHING";
    tx.exec(
        sql,
        params![
            &task,
            attempt.turn.code(),
            i64::from(attempt.n),
            attempt.started_at,
            i64::from(attempt.latency_ms),
            attempt.response_status.map(i64::from),
            attempt.error.as_deref(),
            attempt.destination_ip.map(|ip| ip.to_string()).as_deref(),
            attempt.response_body.as_deref()
        ],
    )?;
    Ok(())
}

/// The newest attempts of a task, oldest first.
pub fn attempts(snap: &Snapshot<'_>, task: TaskId, limit: usize) -> Result<Vec<Attempt>> {
    let sql = "SELECT callback, n, started_at, latency_ms, response_status, error, destination_ip, response_body \
               FROM task_attempts WHERE task_id = ?1 ORDER BY started_at DESC, callback DESC, n DESC LIMIT ?2";
    let mut all = snap.all(sql, params![&task, limit as i64], |row| {
        Ok(Attempt {
            turn: Turn::from_code(row.int(0)?),
            n: row.int(1)?.clamp(0, i64::from(u32::MAX)) as u32,
            started_at: row.time(2)?,
            latency_ms: row.int(3)?.clamp(0, i64::from(u32::MAX)) as u32,
            response_status: row.opt_int(4)?.and_then(|status| u16::try_from(status).ok()),
            error: row.opt_text(5)?,
            destination_ip: row.opt_text(6)?.and_then(|ip| ip.parse().ok()),
            response_body: row.opt_text(7)?,
        })
    })?;
    all.reverse();
    Ok(all)
}

/// 404 `Task not found`.
pub fn get(snap: &Snapshot<'_>, project: ProjectId, id: TaskId) -> Result<Task> {
    find(snap, project, id)?.ok_or_else(|| Error::not_found("Task"))
}

/// Removes a task with its attempts.
pub(super) fn delete(tx: &Tx<'_>, project: ProjectId, id: TaskId) -> Result<()> {
    tx.exec("DELETE FROM task_attempts WHERE task_id = ?1", params![&id])?;
    tx.exec("DELETE FROM tasks WHERE project_id = ?1 AND id = ?2", params![&project, &id]).map(drop)
}

/// Keys that ended before then.
pub fn purge_keys(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    super::purges::ended(tx, ["task_keys", "project_id, tenant, name", "expires_at"], before, limit)
}

#[cfg(test)]
mod tests;
