//! What users have agreed to. A row is proof: nothing in it changes but that it is revoked.

use super::sealed::seal;
use super::{Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Result, Timestamp};
use crate::domain::account::{Consent, ConsentId, UserId};
use crate::domain::consent::{Answer, Purpose};
use crate::params;

/// Records a granted consent and the address it came from.
pub fn insert(tx: &Tx<'_>, keys: &Keys, given: Consent<'_>, ip: &str) -> Result<()> {
    let ip = seal(keys, "consents.ip", given.id, ip)?;
    let sql = "INSERT INTO consents (id, user_id, purpose, version, ip) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.exec(sql, params![&given.id, &given.user, given.purpose.as_str(), given.version, &ip]).map(drop)
}

/// The newest answer for a purpose.
pub fn newest(snap: &Snapshot<'_>, user: UserId, purpose: Purpose) -> Result<Option<Answer>> {
    let sql =
        "SELECT id, version, revoked_at FROM consents WHERE user_id = ?1 AND purpose = ?2 ORDER BY id DESC LIMIT 1";
    snap.opt(sql, params![&user, purpose.as_str()], |row| {
        Ok(Answer { id: row.id(0)?, version: row.text(1)?, revoked_at: row.opt_time(2)? })
    })
}

pub fn revoke(tx: &Tx<'_>, id: ConsentId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE consents SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL", params![&id, now]).map(drop)
}
