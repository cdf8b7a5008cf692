//! The audit log. Rows are added, and removed by retention, purge and erasure; no function
//! changes one. Accepted events have no row of their own: reading makes their entries.

mod all;
mod list;
mod numbered;
mod own;

pub use all::all;
pub use list::list;
pub use numbered::numbered;
pub use own::own;

use super::sealed::{open_opt, seal_opt};
use super::{Row, Tx};
use crate::base::Result;
use crate::base::crypto::Keys;
use crate::domain::audit::AuditEntry;
use crate::params;

const COLUMNS: &str =
    "id, project_id, user_id, actor_type, action, resource_type, resource_id, metadata, ip, user_agent";

/// A row of [`COLUMNS`], opened.
fn entry(row: &Row<'_>, keys: &Keys) -> Result<AuditEntry> {
    let id = row.id(0)?;
    Ok(AuditEntry {
        id,
        project: row.opt_id(1)?,
        user: row.opt_id(2)?,
        actor_type: row.text(3)?,
        action: row.text(4)?,
        resource_type: row.text(5)?,
        resource_id: row.opt_text(6)?,
        metadata: row.text(7)?,
        ip: open_opt(keys, "audit_log.ip", id, row.opt_bytes(8)?)?,
        user_agent: open_opt(keys, "audit_log.user_agent", id, row.opt_bytes(9)?)?,
    })
}

pub fn insert(tx: &Tx<'_>, keys: &Keys, e: &AuditEntry) -> Result<()> {
    let ip = seal_opt(keys, "audit_log.ip", e.id, e.ip.as_deref())?;
    let ip_hash = e.ip.as_deref().map(|ip| super::ip_hash(keys, ip));
    let user_agent = seal_opt(keys, "audit_log.user_agent", e.id, e.user_agent.as_deref())?;
    let sql = "INSERT INTO audit_log (id, project_id, user_id, actor_type, action, resource_type, resource_id, \
               metadata, ip, ip_hash, user_agent) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    tx.exec(
        sql,
        params![
            &e.id,
            e.project.as_ref(),
            e.user.as_ref(),
            &e.actor_type,
            &e.action,
            &e.resource_type,
            e.resource_id.as_ref(),
            &e.metadata,
            ip.as_ref(),
            ip_hash.as_ref(),
            user_agent.as_ref(),
        ],
    )?;
    Ok(())
}
