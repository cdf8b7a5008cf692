//! Removals under way. What one has removed is noted with each of its steps; its end takes the
//! note away with the entry that tells of it. A note that a start finds is of a removal that a
//! kill broke off.

use crate::base::{Id, Result};
use crate::domain::account::UserId;
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::{Snapshot, Tx};

#[derive(Debug)]
pub enum RemovalTag {}
pub type RemovalId = Id<RemovalTag>;

/// A removal, with the entry that will tell of it as far as it has come.
#[derive(Debug, Clone)]
pub struct Removal {
    pub id: RemovalId,
    pub project: Option<ProjectId>,
    pub user: Option<UserId>,
    /// A word of `ActorType`.
    pub actor_type: String,
    pub action: String,
    pub resource_type: String,
    /// A JSON object.
    pub metadata: String,
}

/// Writes how far it has come.
pub fn note(tx: &Tx<'_>, r: &Removal) -> Result<()> {
    let sql = "INSERT INTO removals (id, project_id, user_id, actor_type, action, resource_type, metadata) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET metadata = excluded.metadata";
    let (project, user) = (r.project.as_ref(), r.user.as_ref());
    tx.exec(sql, params![&r.id, project, user, &r.actor_type, &r.action, &r.resource_type, &r.metadata]).map(drop)
}

/// Takes a note away.
pub fn forget(tx: &Tx<'_>, id: RemovalId) -> Result<()> {
    tx.exec("DELETE FROM removals WHERE id = ?1", params![&id]).map(drop)
}

/// The notes of removals that did not come to their end.
pub fn left(snap: &Snapshot<'_>) -> Result<Vec<Removal>> {
    let sql = "SELECT id, project_id, user_id, actor_type, action, resource_type, metadata FROM removals ORDER BY id";
    snap.all(sql, &[], |row| {
        Ok(Removal {
            id: row.id(0)?,
            project: row.opt_id(1)?,
            user: row.opt_id(2)?,
            actor_type: row.text(3)?,
            action: row.text(4)?,
            resource_type: row.text(5)?,
            metadata: row.text(6)?,
        })
    })
}
