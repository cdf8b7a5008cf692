//! What a user did in the projects of others stays on record, without who it was and from where:
//! in place of an address and a browser stands a word that readers see.

use super::super::Tx;
use super::super::sealed::seal;
use crate::base::Result;
use crate::base::crypto::Keys;
use crate::domain::audit::{AuditId, REDACTED};
use crate::params;
use crate::store::intake::OriginId;

/// Entries of the audit log.
pub(super) fn entries(tx: &Tx<'_>, keys: &Keys, user: &[u8; 16], limit: i64) -> Result<usize> {
    let sql =
        "SELECT id, ip IS NOT NULL, user_agent IS NOT NULL FROM audit_log WHERE user_id = ?1 ORDER BY id LIMIT ?2";
    let rows: Vec<(AuditId, bool, bool)> =
        tx.all(sql, params![user, limit], |row| Ok((row.id(0)?, row.flag(1)?, row.flag(2)?)))?;
    let sql = "UPDATE audit_log SET user_id = NULL, ip = ?2, ip_hash = NULL, user_agent = ?3 WHERE id = ?1";
    for (id, ip, agent) in &rows {
        let word = |there: &bool, column| there.then(|| seal(keys, column, id, REDACTED)).transpose();
        let (ip, agent) = (word(ip, "audit_log.ip")?, word(agent, "audit_log.user_agent")?);
        tx.exec(sql, params![id, ip.as_ref(), agent.as_ref()])?;
    }
    Ok(rows.len())
}

/// Removals under way, which become entries.
pub(super) fn removals(tx: &Tx<'_>, _: &Keys, user: &[u8; 16], limit: i64) -> Result<usize> {
    let sql = "UPDATE removals SET user_id = NULL WHERE id IN \
               (SELECT id FROM removals WHERE user_id = ?1 ORDER BY id LIMIT ?2)";
    tx.exec(sql, params![user, limit])
}

/// Origins, from which the entries of accepted events are read.
pub(super) fn origins(tx: &Tx<'_>, keys: &Keys, user: &[u8; 16], limit: i64) -> Result<usize> {
    let sql = "SELECT id FROM origins WHERE user_id = ?1 ORDER BY id LIMIT ?2";
    let rows: Vec<OriginId> = tx.all(sql, params![user, limit], |row| row.id(0))?;
    // The fingerprint is made from user and address; in its place the id is as unique.
    let sql = "UPDATE origins SET user_id = NULL, ip = ?2, ip_hash = NULL, fingerprint = ?1 WHERE id = ?1";
    for id in &rows {
        tx.exec(sql, params![id, &seal(keys, "origins.ip", id, REDACTED)?])?;
    }
    Ok(rows.len())
}
