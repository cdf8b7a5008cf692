//! Failed logins by address hash.

use super::{Snapshot, Tx};
use crate::base::Result;
use crate::domain::lockout::Lockout;
use crate::params;

pub fn find(snap: &Snapshot<'_>, email_hash: &[u8; 32]) -> Result<Option<Lockout>> {
    let sql = "SELECT failures, last_failed_at, locked_until FROM login_attempts WHERE email_hash = ?1";
    snap.opt(sql, params![email_hash], |row| {
        Ok(Lockout { failures: row.int(0)?, last_failed_at: row.time(1)?, locked_until: row.opt_time(2)? })
    })
}

pub fn save(tx: &Tx<'_>, email_hash: &[u8; 32], state: Lockout) -> Result<()> {
    let sql = "INSERT INTO login_attempts (email_hash, failures, last_failed_at, locked_until) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (email_hash) DO UPDATE SET failures = excluded.failures, \
               last_failed_at = excluded.last_failed_at, locked_until = excluded.locked_until";
    tx.exec(sql, params![email_hash, state.failures, state.last_failed_at, state.locked_until])?;
    Ok(())
}

pub fn clear(tx: &Tx<'_>, email_hash: &[u8; 32]) -> Result<()> {
    tx.exec("DELETE FROM login_attempts WHERE email_hash = ?1", params![email_hash])?;
    Ok(())
}
