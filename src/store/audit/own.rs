//! The entries that name a user, in whatever project and in none.

use super::{COLUMNS, entry};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result};
use crate::domain::account::UserId;
use crate::domain::audit::{AuditEntry, AuditTag};
use crate::params;
use crate::store::Snapshot;

/// One page of what a user did, newest first.
pub fn own(
    snap: &Snapshot<'_>,
    keys: &Keys,
    user: UserId,
    page: Page<AuditTag>,
) -> Result<Slice<AuditEntry, AuditTag>> {
    let sql = format!("SELECT {COLUMNS} FROM audit_log WHERE user_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let (before, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let rows = snap.all(&sql, params![&user, &before, limit], |row| entry(row, keys))?;
    Ok(Slice::cut(rows, page.limit, |entry| entry.id))
}
