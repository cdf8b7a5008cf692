//! The rows of the audit log of a project by numbered pages. Entries that are made from events are
//! not among them.

use super::{COLUMNS, entry};
use crate::base::Result;
use crate::base::crypto::Keys;
use crate::domain::audit::AuditEntry;
use crate::domain::inbound::{Numbered, Window};
use crate::domain::project::ProjectId;
use crate::store::Snapshot;
use crate::store::sql::Value;

/// Rows of this type, id and action, newest first.
pub fn numbered(
    snap: &Snapshot<'_>,
    keys: &Keys,
    project: ProjectId,
    wanted: [Option<&str>; 3],
    window: Window,
) -> Result<Numbered<AuditEntry>> {
    let (mut conditions, mut bound) = ("project_id = ?1".to_owned(), vec![Value::from(&project)]);
    for (column, value) in ["resource_type", "resource_id", "action"].into_iter().zip(wanted) {
        if let Some(value) = value {
            bound.push(Value::Text(value));
            conditions.push_str(&format!(" AND {column} = ?{}", bound.len()));
        }
    }
    let sql = format!("SELECT COUNT(*) FROM audit_log WHERE {conditions}");
    let total = snap.one(&sql, &bound, |row| row.int(0))?.unsigned_abs();
    let n = bound.len();
    let sql = format!(
        "SELECT {COLUMNS} FROM audit_log WHERE {conditions} ORDER BY id DESC LIMIT ?{} OFFSET ?{}",
        n + 1,
        n + 2
    );
    bound.extend([Value::from(window.limit as i64), Value::from(window.offset as i64)]);
    Ok(Numbered { rows: snap.all(&sql, &bound, |row| entry(row, keys))?, total })
}
