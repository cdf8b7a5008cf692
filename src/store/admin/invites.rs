//! Invitations to register: one open one an address, told by the hash of its token.

use crate::base::crypto::Keys;
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::account::{UserId, UserRole};
use crate::params;
use crate::store::sealed::{open_opt, seal, seal_opt};
use crate::store::{Snapshot, Tx, email_hash};

#[derive(Debug)]
pub enum InviteTag {}
/// Id of an [`Invite`].
pub type InviteId = Id<InviteTag>;

/// Somebody who may register.
#[derive(Debug, Clone)]
pub struct Invite {
    pub id: InviteId,
    /// Normalised.
    pub email: String,
    pub name: Option<String>,
    pub role: UserRole,
    pub invited_by: UserId,
    pub expires_at: Timestamp,
}

/// Stores an invitation in the place of an earlier one to the same address; forgets those that
/// nobody followed.
pub fn put(tx: &Tx<'_>, keys: &Keys, invite: &Invite, token_hash: &[u8; 32]) -> Result<()> {
    let hash = email_hash(keys, &invite.email);
    let sql = "DELETE FROM registration_invites WHERE email_hash = ?1";
    tx.exec(sql, params![&hash])?;
    tx.exec("DELETE FROM registration_invites WHERE expires_at <= ?1", params![invite.id.time()])?;
    let email = seal(keys, "registration_invites.email", invite.id, &invite.email)?;
    let name = seal_opt(keys, "registration_invites.name", invite.id, invite.name.as_deref())?;
    let sql = "INSERT INTO registration_invites (id, token_hash, email, email_hash, name, role, invited_by, expires_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let (role, until) = (invite.role.code(), invite.expires_at);
    tx.exec(sql, params![&invite.id, token_hash, &email, &hash, name.as_ref(), role, &invite.invited_by, until])?;
    Ok(())
}

/// The invitation to an address that has not ended, and the hash of its token.
pub fn find(snap: &Snapshot<'_>, keys: &Keys, email: &str, now: Timestamp) -> Result<Option<(Invite, Vec<u8>)>> {
    let sql = "SELECT id, token_hash, name, role, invited_by, expires_at FROM registration_invites \
               WHERE email_hash = ?1 AND expires_at > ?2";
    snap.opt(sql, params![&email_hash(keys, email), now], |row| {
        let id = row.id(0)?;
        let role = UserRole::from_code(row.int(3)?).ok_or_else(|| Error::internal("unknown user role"))?;
        let name = open_opt(keys, "registration_invites.name", id, row.opt_bytes(2)?)?;
        let (invited_by, expires_at) = (row.id(4)?, row.time(5)?);
        Ok((Invite { id, email: email.to_owned(), name, role, invited_by, expires_at }, row.bytes(1)?))
    })
}

/// Takes an invitation away: it was followed.
pub fn remove(tx: &Tx<'_>, id: InviteId) -> Result<()> {
    tx.exec("DELETE FROM registration_invites WHERE id = ?1", params![&id]).map(drop)
}
