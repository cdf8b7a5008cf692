//! Idempotency keys of tasks, and the secrets by which callbacks of a project are signed. Secrets
//! are sealed here and nowhere else.

use crate::base::crypto::Keys;
use crate::base::{Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::signing::Secret;
use crate::domain::task::TaskId;
use crate::params;
use crate::store::sealed::{open, open_opt, seal, seal_opt};
use crate::store::{Snapshot, Tx};

const SECRET: &str = "task_secrets.secret";

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub task: TaskId,
    /// Of what was asked for.
    pub hash: Vec<u8>,
}

/// What a key of a tenant stands for now, if anything.
pub fn known(
    snap: &Snapshot<'_>,
    project: ProjectId,
    (tenant, key): (&str, &str),
    now: Timestamp,
) -> Result<Option<Known>> {
    let sql = "SELECT task_id, hash FROM task_keys WHERE project_id = ?1 AND tenant = ?2 AND name = ?3 \
               AND expires_at > ?4";
    snap.opt(sql, params![&project, tenant, key, now], |row| Ok(Known { task: row.id(0)?, hash: row.bytes(1)? }))
}

/// Has a key stand for a task until then, whatever it stood for.
pub fn claim_key(
    tx: &Tx<'_>,
    project: ProjectId,
    (tenant, key): (&str, &str),
    known: &Known,
    until: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO task_keys (project_id, tenant, name, task_id, hash, expires_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (project_id, tenant, name) DO UPDATE \
               SET task_id = excluded.task_id, hash = excluded.hash, expires_at = excluded.expires_at";
    tx.exec(sql, params![&project, tenant, key, &known.task, &known.hash[..], until]).map(drop)
}

/// The secret of a project's callbacks, the one before it, and since when; none until one is made.
pub fn secrets(
    snap: &Snapshot<'_>,
    keys: &Keys,
    project: ProjectId,
) -> Result<Option<(Secret, Option<Secret>, Timestamp)>> {
    let sql = "SELECT secret, previous_secret, updated_at FROM task_secrets WHERE project_id = ?1";
    snap.opt(sql, params![&project], |row| {
        let current = open(keys, SECRET, project, &row.bytes(0)?)?;
        let previous = open_opt(keys, SECRET, project, row.opt_bytes(1)?)?;
        Ok((Secret::new(current), previous.map(Secret::new), row.time(2)?))
    })
}

/// Puts these in the place of what there is.
pub fn put_secrets(
    tx: &Tx<'_>,
    keys: &Keys,
    project: ProjectId,
    (current, previous): (&Secret, Option<&Secret>),
    now: Timestamp,
) -> Result<()> {
    let current = seal(keys, SECRET, project, current.expose())?;
    let previous = seal_opt(keys, SECRET, project, previous.map(Secret::expose))?;
    let sql = "INSERT INTO task_secrets (project_id, secret, previous_secret, updated_at) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (project_id) DO UPDATE SET secret = excluded.secret, \
               previous_secret = excluded.previous_secret, updated_at = excluded.updated_at";
    tx.exec(sql, params![&project, &current, previous.as_deref(), now]).map(drop)
}
