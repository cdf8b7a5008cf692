//! The address of a user from unconfirmed to confirmed, and the one that is to take its place.

use super::sealed::{open_opt, seal};
use super::{Snapshot, Tx, email_hash};
use crate::base::crypto::Keys;
use crate::base::{Result, Timestamp};
use crate::domain::account::UserId;
use crate::params;

/// Notes that the present address was proven; a time that stands already stays.
pub fn verify(tx: &Tx<'_>, id: UserId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE users SET email_verified_at = COALESCE(email_verified_at, ?2), updated_at = ?2 WHERE id = ?1";
    tx.exec(sql, params![&id, now]).map(drop)
}

/// Whether the address of a user was proven.
pub fn is_verified(snap: &Snapshot<'_>, id: UserId) -> Result<bool> {
    let sql = "SELECT 1 FROM users WHERE id = ?1 AND email_verified_at IS NOT NULL";
    Ok(snap.opt(sql, params![&id], |row| row.int(0))?.is_some())
}

/// The address a user wants to have.
pub fn pending(snap: &Snapshot<'_>, keys: &Keys, id: UserId) -> Result<Option<String>> {
    let sql = "SELECT pending_email FROM users WHERE id = ?1";
    let found = snap.opt(sql, params![&id], |row| open_opt(keys, "users.pending_email", id, row.opt_bytes(0)?))?;
    Ok(found.flatten())
}

/// Notes the address a user wants to have, or that they want none.
pub fn set_pending(tx: &Tx<'_>, keys: &Keys, id: UserId, email: Option<&str>, now: Timestamp) -> Result<()> {
    let sealed = email.map(|email| seal(keys, "users.pending_email", id, email)).transpose()?;
    let sql = "UPDATE users SET pending_email = ?2, updated_at = ?3 WHERE id = ?1";
    tx.exec(sql, params![&id, sealed.as_ref(), now]).map(drop)
}

/// Gives a user another address, which nobody else may have, and forgets the one wanted.
pub fn replace(
    tx: &Tx<'_>,
    keys: &Keys,
    id: UserId,
    email: &str,
    (verified_at, now): (Option<Timestamp>, Timestamp),
) -> Result<()> {
    let sealed = seal(keys, "users.email", id, email)?;
    let sql = "UPDATE users SET email = ?2, email_hash = ?3, email_verified_at = ?4, pending_email = NULL, \
               updated_at = ?5 WHERE id = ?1";
    tx.exec(sql, params![&id, &sealed, &email_hash(keys, email), verified_at, now]).map(drop)
}
