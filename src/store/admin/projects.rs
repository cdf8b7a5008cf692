//! All projects, also deleted ones, with who owns them.

use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::project::{Project, ProjectId, ProjectTag};
use crate::params;
use crate::store::{Snapshot, Tx, projects, users};

/// A project with what else an operator is shown.
#[derive(Debug, Clone)]
pub struct Owned {
    pub project: Project,
    /// None once the owner is erased.
    pub owner_email: Option<String>,
    /// Whether it is the default of its owner.
    pub is_default: bool,
}

/// One page of all projects, newest first.
pub fn list(snap: &Snapshot<'_>, keys: &Keys, page: Page<ProjectTag>) -> Result<Slice<Owned, ProjectTag>> {
    let sql = "SELECT id FROM projects WHERE id < ?1 ORDER BY id DESC LIMIT ?2";
    let (before, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let ids: Vec<ProjectId> = snap.all(sql, params![&before, limit], |row| row.id(0))?;
    let Slice { rows: ids, next } = Slice::cut(ids, page.limit, |id| *id);
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(find(snap, keys, id)?);
    }
    Ok(Slice { rows, next })
}

pub fn find(snap: &Snapshot<'_>, keys: &Keys, id: ProjectId) -> Result<Option<Owned>> {
    let Some(project) = projects::find(snap, id)? else { return Ok(None) };
    let owner_email = users::email_of(snap, keys, project.owner)?;
    let is_default = projects::default_of(snap, project.owner)? == Some(id);
    Ok(Some(Owned { project, owner_email, is_default }))
}

/// Writes the limits that operators set.
pub fn set_limits(tx: &Tx<'_>, project: &Project) -> Result<()> {
    let sql = "UPDATE projects SET api_calls_per_minute = ?2, events_per_minute = ?3, updated_at = ?4 WHERE id = ?1";
    let calls = project.rate_limit_api_calls_per_minute.map(i64::from);
    let events = i64::from(project.rate_limit_events_per_minute);
    tx.exec(sql, params![&project.id, calls, events, project.updated_at]).map(drop)
}

/// Takes the deletion of a project back; what ended with it stays ended.
pub fn reopen(tx: &Tx<'_>, id: ProjectId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE projects SET active = 1, updated_at = ?2 WHERE id = ?1", params![&id, now]).map(drop)
}
