//! The marks by which a user has their processing rest. What follows from them is decided above.

use super::{Snapshot, Tx};
use crate::base::{Result, Timestamp};
use crate::domain::account::UserId;
use crate::params;

/// Marks a user as restricted; false when they are already.
pub fn restrict(tx: &Tx<'_>, id: UserId, now: Timestamp, reason: &str) -> Result<bool> {
    let sql = "UPDATE users SET restricted_at = ?2, restriction_reason = ?3, updated_at = ?2 \
               WHERE id = ?1 AND restricted_at IS NULL";
    Ok(tx.exec(sql, params![&id, now, reason])? == 1)
}

/// Takes the mark away; false when there is none.
pub fn unrestrict(tx: &Tx<'_>, id: UserId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE users SET restricted_at = NULL, restriction_reason = NULL, updated_at = ?2 \
               WHERE id = ?1 AND restricted_at IS NOT NULL";
    Ok(tx.exec(sql, params![&id, now])? == 1)
}

/// Since when a user is restricted.
pub fn restricted_at(snap: &Snapshot<'_>, id: UserId) -> Result<Option<Timestamp>> {
    let found = snap.opt("SELECT restricted_at FROM users WHERE id = ?1", params![&id], |row| row.opt_time(0))?;
    Ok(found.flatten())
}

/// Notes whether a user agrees to processing; false when that is what they said before.
pub fn set_consent(tx: &Tx<'_>, id: UserId, consent: bool, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE users SET processing_consent = ?2, updated_at = ?3 WHERE id = ?1 AND processing_consent <> ?2";
    Ok(tx.exec(sql, params![&id, consent, now])? == 1)
}
