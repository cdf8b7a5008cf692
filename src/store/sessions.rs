//! Logins and their refresh tokens. A session counts while it is neither over nor revoked and
//! its user may log in; what is not here does not exist.

use super::sealed::{open, open_opt, seal, seal_opt};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::{SessionId, UserId};
use crate::domain::session::{Listed, Session, SessionKind, device};
use crate::params;

/// Sessions of a user that are listed at most.
const LISTED: i64 = 1000;

/// Where a session was opened from.
#[derive(Debug, Clone, Copy)]
pub struct Opened<'a> {
    pub ip: &'a str,
    pub user_agent: Option<&'a str>,
    /// Hash of the id in its cookie.
    pub cookie: Option<&'a [u8; 32]>,
}

/// A refresh token as it is stored.
#[derive(Debug, Clone, Copy)]
pub struct RefreshToken {
    pub session: SessionId,
    pub replaced_at: Option<Timestamp>,
}

const COLUMNS: &str = "s.id, s.user_id, s.kind, s.expires_at, s.last_activity_at";

fn session(row: &Row<'_>) -> Result<Session> {
    let kind = SessionKind::from_code(row.int(2)?).ok_or_else(|| Error::internal("unknown kind of session"))?;
    Ok(Session { id: row.id(0)?, user: row.id(1)?, kind, expires_at: row.time(3)?, last_activity_at: row.time(4)? })
}

pub fn insert(tx: &Tx<'_>, keys: &Keys, session: &Session, opened: Opened<'_>) -> Result<()> {
    let ip = seal(keys, "sessions.ip", session.id, opened.ip)?;
    let user_agent = seal_opt(keys, "sessions.user_agent", session.id, opened.user_agent)?;
    let sql = "INSERT INTO sessions (id, user_id, kind, device, ip, ip_hash, user_agent, last_activity_at, \
               expires_at, cookie_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    tx.exec(
        sql,
        params![
            &session.id,
            &session.user,
            session.kind.code(),
            device(opened.user_agent),
            &ip,
            &super::ip_hash(keys, opened.ip),
            user_agent.as_ref(),
            session.last_activity_at,
            session.expires_at,
            opened.cookie,
        ],
    )?;
    Ok(())
}

/// What a session that counts is, found by one of its columns.
fn live(column: &str) -> String {
    format!(
        "SELECT {COLUMNS} FROM sessions s JOIN users u ON u.id = s.user_id \
         WHERE s.{column} = ?1 AND s.revoked_at IS NULL AND s.expires_at > ?2 AND u.deactivated_at IS NULL"
    )
}

/// The session if it still counts.
pub fn find_live(snap: &Snapshot<'_>, id: SessionId, now: Timestamp) -> Result<Option<Session>> {
    snap.opt(&live("id"), params![&id, now], session)
}

/// The session with a cookie of this hash if it still counts.
pub fn find_cookie(snap: &Snapshot<'_>, hash: &[u8; 32], now: Timestamp) -> Result<Option<Session>> {
    snap.opt(&live("cookie_hash"), params![hash, now], session)
}

/// The sessions of a user that still count, the last used one first; at most [`LISTED`].
pub fn of_user(snap: &Snapshot<'_>, keys: &Keys, user: UserId, now: Timestamp) -> Result<Vec<Listed>> {
    let sql = format!(
        "SELECT {COLUMNS}, s.device, s.ip, s.user_agent FROM sessions s WHERE s.user_id = ?1 \
         AND s.revoked_at IS NULL AND s.expires_at > ?2 ORDER BY s.last_activity_at DESC LIMIT ?3"
    );
    snap.all(&sql, params![&user, now, LISTED], |row| {
        let session = session(row)?;
        Ok(Listed {
            session,
            device: row.text(5)?,
            ip: open(keys, "sessions.ip", session.id, &row.bytes(6)?)?,
            user_agent: open_opt(keys, "sessions.user_agent", session.id, row.opt_bytes(7)?)?,
        })
    })
}

/// Ends a session and with it all its tokens.
pub fn revoke(tx: &Tx<'_>, id: SessionId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE sessions SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL", params![&id, now])?;
    Ok(())
}

/// As [`revoke`], of this user only; false when they have no such session that counts.
pub fn revoke_own(tx: &Tx<'_>, user: UserId, id: SessionId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE sessions SET revoked_at = ?3 WHERE id = ?1 AND user_id = ?2 AND revoked_at IS NULL \
               AND expires_at > ?3";
    Ok(tx.exec(sql, params![&id, &user, now])? > 0)
}

/// Ends all sessions of a user but `kept`, and the logins that wait for a code; returns how many
/// sessions there were.
pub fn revoke_all(tx: &Tx<'_>, user: UserId, kept: Option<SessionId>, now: Timestamp) -> Result<usize> {
    tx.exec("DELETE FROM mfa_challenges WHERE user_id = ?1", params![&user])?;
    let sql = "UPDATE sessions SET revoked_at = ?2 WHERE user_id = ?1 AND revoked_at IS NULL AND expires_at > ?2 \
               AND (?3 IS NULL OR id <> ?3)";
    tx.exec(sql, params![&user, now, kept.as_ref()])
}

/// Moves the end of a session.
pub fn extend(tx: &Tx<'_>, id: SessionId, now: Timestamp, expires_at: Timestamp) -> Result<()> {
    let sql = "UPDATE sessions SET last_activity_at = ?2, expires_at = ?3 WHERE id = ?1";
    tx.exec(sql, params![&id, now, expires_at])?;
    Ok(())
}

pub fn touch(tx: &Tx<'_>, id: SessionId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE sessions SET last_activity_at = ?2 WHERE id = ?1", params![&id, now])?;
    Ok(())
}

pub fn find_refresh(snap: &Snapshot<'_>, hash: &[u8; 32]) -> Result<Option<RefreshToken>> {
    let sql = "SELECT session_id, replaced_at FROM refresh_tokens WHERE hash = ?1";
    snap.opt(sql, params![hash], |row| Ok(RefreshToken { session: row.id(0)?, replaced_at: row.opt_time(1)? }))
}

/// Gives a session a new refresh token; the one it had counts as replaced from now on.
pub fn rotate(tx: &Tx<'_>, id: SessionId, hash: &[u8; 32], now: Timestamp) -> Result<()> {
    let sql = "UPDATE refresh_tokens SET replaced_at = ?2 WHERE session_id = ?1 AND replaced_at IS NULL";
    tx.exec(sql, params![&id, now])?;
    tx.exec("INSERT INTO refresh_tokens (hash, session_id) VALUES (?1, ?2)", params![hash, &id])?;
    Ok(())
}
