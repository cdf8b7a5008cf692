//! The lists that integrators read of a project, each kept whole as a JSON text.

use super::{Snapshot, Tx};
use crate::base::{Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::params;

pub fn find(snap: &Snapshot<'_>, project: ProjectId, kind: &str) -> Result<Option<String>> {
    let sql = "SELECT items FROM catalogues WHERE project_id = ?1 AND kind = ?2";
    snap.opt(sql, params![&project, kind], |row| row.text(0))
}

/// Puts a list in the place of what was there.
pub fn put(tx: &Tx<'_>, project: ProjectId, kind: &str, items: &str, now: Timestamp) -> Result<()> {
    let sql = "INSERT INTO catalogues (project_id, kind, items, updated_at) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (project_id, kind) DO UPDATE SET items = excluded.items, updated_at = excluded.updated_at";
    tx.exec(sql, params![&project, kind, items, now]).map(drop)
}
