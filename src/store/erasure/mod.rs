//! Erasing a user and the projects they owned: what is there, and taking it away in small parts.
//! When that happens, and that nobody sees it meanwhile, is decided above.

mod parts;
mod redact;

use super::{Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::project::ProjectId;
use crate::params;
use parts::{OF_PROJECT, OF_USER};

/// Who or what is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    User(UserId),
    Project(ProjectId),
}

impl Subject {
    fn id(&self) -> &[u8; 16] {
        match self {
            Subject::User(id) => id.as_bytes(),
            Subject::Project(id) => id.as_bytes(),
        }
    }
}

/// A subject of which something may be left.
#[derive(Debug, Clone, Copy)]
pub struct Erasure {
    pub subject: Subject,
    pub begun_at: Timestamp,
}

/// Takes a user away from everyone, with the projects they own: the row that all of it hangs on
/// goes, and what is to be cleared is noted.
pub fn begin(tx: &Tx<'_>, user: UserId, email_hash: &[u8; 32], now: Timestamp) -> Result<()> {
    let sql = "INSERT INTO erasures (subject_id, kind, begun_at) SELECT id, 1, ?2 FROM projects WHERE owner_id = ?1";
    tx.exec(sql, params![&user, now])?;
    tx.exec("INSERT INTO erasures (subject_id, kind, begun_at) VALUES (?1, 0, ?2)", params![&user, now])?;
    tx.exec("UPDATE projects SET active = 0, updated_at = ?2 WHERE owner_id = ?1", params![&user, now])?;
    tx.exec("DELETE FROM login_attempts WHERE email_hash = ?1", params![email_hash])?;
    tx.exec("DELETE FROM registration_invites WHERE email_hash = ?1", params![email_hash])?;
    tx.exec("DELETE FROM users WHERE id = ?1", params![&user])?;
    Ok(())
}

/// What is not known to be cleared, oldest first.
pub fn open(snap: &Snapshot<'_>) -> Result<Vec<Erasure>> {
    let sql = "SELECT subject_id, kind, begun_at FROM erasures ORDER BY subject_id";
    snap.all(sql, params![], |row| {
        let subject = match row.int(1)? {
            0 => Subject::User(row.id(0)?),
            1 => Subject::Project(row.id(0)?),
            _ => return Err(Error::internal("unknown kind of erasure")),
        };
        Ok(Erasure { subject, begun_at: row.time(2)? })
    })
}

/// Removes, or makes anonymous, about `limit` rows of a subject; 0 when nothing is left.
pub fn clear(tx: &Tx<'_>, keys: &Keys, subject: &Subject, limit: usize) -> Result<usize> {
    let parts = match subject {
        Subject::User(_) => OF_USER,
        Subject::Project(_) => OF_PROJECT,
    };
    for part in parts {
        let done = part.clear(tx, keys, subject.id(), limit as i64)?;
        if done > 0 {
            return Ok(done);
        }
    }
    Ok(0)
}

/// Strikes a subject off, once nothing of it is left and nothing can come after.
pub fn forget(tx: &Tx<'_>, subject: &Subject) -> Result<()> {
    tx.exec("DELETE FROM erasures WHERE subject_id = ?1", params![subject.id()]).map(drop)
}

#[cfg(test)]
mod tests;
