//! Users and their passwords. Addresses and names are sealed here and nowhere else.

use super::sealed::{open, open_opt, seal, seal_opt};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::{User, UserId, UserRole};
use crate::params;

/// The present password and the five before it.
const REMEMBERED: i64 = 6;

const COLUMNS: &str = "id, email, name, role, email_verified_at, last_login_at, mfa_enabled_at, processing_consent, \
                       restricted_at, deactivated_at, default_project_id, updated_at";

fn user(row: &Row<'_>, keys: &Keys) -> Result<User> {
    let id = row.id(0)?;
    let (email, name) = identity(row, 1, keys, id)?;
    let role = UserRole::from_code(row.int(3)?).ok_or_else(|| Error::internal("unknown user role"))?;
    Ok(User {
        id,
        email,
        name,
        role,
        email_verified_at: row.opt_time(4)?,
        last_login_at: row.opt_time(5)?,
        mfa_enabled_at: row.opt_time(6)?,
        processing_consent: row.flag(7)?,
        restricted_at: row.opt_time(8)?,
        deactivated_at: row.opt_time(9)?,
        default_project: row.opt_id(10)?,
        updated_at: row.time(11)?,
    })
}

/// Opens the address and the name of a user, in two columns from `at` on.
pub(super) fn identity(row: &Row<'_>, at: usize, keys: &Keys, id: UserId) -> Result<(String, Option<String>)> {
    let email = open(keys, "users.email", id, &row.bytes(at)?)?;
    Ok((email, open_opt(keys, "users.name", id, row.opt_bytes(at + 1)?)?))
}

/// The address and the name of a user, sealed for their row.
pub(super) fn sealed_identity(keys: &Keys, user: &User) -> Result<(Vec<u8>, Option<Vec<u8>>)> {
    let email = seal(keys, "users.email", user.id, &user.email)?;
    Ok((email, seal_opt(keys, "users.name", user.id, user.name.as_deref())?))
}

/// Adds a user with a first password; false when the address is taken.
pub fn insert(tx: &Tx<'_>, keys: &Keys, user: &User, password_hash: &str) -> Result<bool> {
    let (email, name) = sealed_identity(keys, user)?;
    let sql = "INSERT INTO users (id, email, email_hash, name, password_hash, role, email_verified_at, \
               processing_consent, default_project_id, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
               ON CONFLICT (email_hash) DO NOTHING";
    let added = tx.exec(
        sql,
        params![
            &user.id,
            &email,
            &super::email_hash(keys, &user.email),
            name.as_ref(),
            password_hash,
            user.role.code(),
            user.email_verified_at,
            user.processing_consent,
            user.default_project.as_ref(),
            user.updated_at,
        ],
    )?;
    if added == 0 {
        return Ok(false);
    }
    remember_password(tx, user.id, user.id.time(), password_hash)?;
    Ok(true)
}

/// Puts a new password in the place of the old one and remembers it; only the newest
/// [`REMEMBERED`] stay.
pub fn set_password(tx: &Tx<'_>, id: UserId, now: Timestamp, password_hash: &str) -> Result<()> {
    tx.exec("UPDATE users SET password_hash = ?2, updated_at = ?3 WHERE id = ?1", params![&id, password_hash, now])?;
    remember_password(tx, id, now, password_hash)?;
    let sql = "DELETE FROM password_history WHERE user_id = ?1 AND set_at NOT IN \
               (SELECT set_at FROM password_history WHERE user_id = ?1 ORDER BY set_at DESC LIMIT ?2)";
    tx.exec(sql, params![&id, REMEMBERED])?;
    Ok(())
}

fn remember_password(tx: &Tx<'_>, id: UserId, now: Timestamp, password_hash: &str) -> Result<()> {
    let sql = "INSERT INTO password_history (user_id, set_at, password_hash) VALUES (?1, ?2, ?3)";
    tx.exec(sql, params![&id, now, password_hash])?;
    Ok(())
}

/// Makes the links that were mailed to a user worthless.
pub fn forget_tokens(tx: &Tx<'_>, id: UserId) -> Result<()> {
    tx.exec("DELETE FROM one_time_tokens WHERE user_id = ?1", params![&id]).map(drop)
}

/// Hashes of the passwords a user has and had, the present one among them.
pub fn passwords(snap: &Snapshot<'_>, id: UserId) -> Result<Vec<String>> {
    let sql = "SELECT password_hash FROM password_history WHERE user_id = ?1 ORDER BY set_at DESC LIMIT ?2";
    let mut all = snap.all(sql, params![&id, REMEMBERED], |row| row.text(0))?;
    // A rehash at login changes the present one only.
    all.extend(snap.opt("SELECT password_hash FROM users WHERE id = ?1", params![&id], |row| row.text(0))?);
    all.dedup();
    Ok(all)
}

/// The address hash and the password hash of a user.
pub fn secret_of(snap: &Snapshot<'_>, id: UserId) -> Result<Option<([u8; 32], String)>> {
    let sql = "SELECT email_hash, password_hash FROM users WHERE id = ?1";
    snap.opt(sql, params![&id], |row| {
        let hash = row.bytes(0)?.try_into().map_err(|_| Error::internal("address hash of another length"))?;
        Ok((hash, row.text(1)?))
    })
}

/// Whether anyone has registered.
pub fn any(snap: &Snapshot<'_>) -> Result<bool> {
    Ok(snap.opt("SELECT 1 FROM users LIMIT 1", params![], |row| row.int(0))?.is_some())
}

pub fn find(snap: &Snapshot<'_>, keys: &Keys, id: UserId) -> Result<Option<User>> {
    snap.opt(&format!("SELECT {COLUMNS} FROM users WHERE id = ?1"), params![&id], |row| user(row, keys))
}

/// The user with an address and the stored hash of their password.
pub fn credentials(snap: &Snapshot<'_>, email_hash: &[u8; 32]) -> Result<Option<(UserId, String)>> {
    let sql = "SELECT id, password_hash FROM users WHERE email_hash = ?1";
    snap.opt(sql, params![email_hash], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// The user who registered first.
pub fn oldest(snap: &Snapshot<'_>) -> Result<Option<UserId>> {
    snap.opt("SELECT id FROM users ORDER BY id LIMIT 1", params![], |row| row.id(0))
}

/// The user with an address, also one who was deactivated.
pub fn by_email(snap: &Snapshot<'_>, email_hash: &[u8; 32]) -> Result<Option<UserId>> {
    snap.opt("SELECT id FROM users WHERE email_hash = ?1", params![email_hash], |row| row.id(0))
}

/// The address of a user.
pub fn email_of(snap: &Snapshot<'_>, keys: &Keys, id: UserId) -> Result<Option<String>> {
    let sql = "SELECT email FROM users WHERE id = ?1";
    snap.opt(sql, params![&id], |row| open(keys, "users.email", id, &row.bytes(0)?))
}

/// Since when a user has a second factor.
pub fn mfa_enabled_at(snap: &Snapshot<'_>, id: UserId) -> Result<Option<Timestamp>> {
    let sql = "SELECT mfa_enabled_at FROM users WHERE id = ?1";
    Ok(snap.opt(sql, params![&id], |row| row.opt_time(0))?.flatten())
}

/// Whether there is such a user, and not deactivated.
pub fn is_active(snap: &Snapshot<'_>, id: UserId) -> Result<bool> {
    let sql = "SELECT 1 FROM users WHERE id = ?1 AND deactivated_at IS NULL";
    Ok(snap.opt(sql, params![&id], |row| row.int(0))?.is_some())
}

/// Whether an address is taken.
pub fn is_known(snap: &Snapshot<'_>, email_hash: &[u8; 32]) -> Result<bool> {
    Ok(credentials(snap, email_hash)?.is_some())
}

/// Notes a completed login.
pub fn logged_in(tx: &Tx<'_>, id: UserId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE users SET last_login_at = ?2 WHERE id = ?1", params![&id, now])?;
    Ok(())
}

/// Takes a better hash of the same password.
pub fn rehashed(tx: &Tx<'_>, id: UserId, password_hash: &str) -> Result<()> {
    tx.exec("UPDATE users SET password_hash = ?2 WHERE id = ?1", params![&id, password_hash])?;
    Ok(())
}

pub fn set_name(tx: &Tx<'_>, keys: &Keys, id: UserId, name: &str) -> Result<()> {
    let name = seal(keys, "users.name", id, name)?;
    tx.exec("UPDATE users SET name = ?2 WHERE id = ?1", params![&id, &name]).map(drop)
}

/// Superadmins who may log in.
pub fn count_superadmins(snap: &Snapshot<'_>) -> Result<u64> {
    // Not a parameter: the index is of this role alone.
    let role = UserRole::Superadmin.code();
    let sql = format!("SELECT COUNT(*) FROM users WHERE role = {role} AND deactivated_at IS NULL");
    Ok(snap.one(&sql, params![], |row| row.int(0))?.unsigned_abs())
}
