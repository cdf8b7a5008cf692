//! Keys of projects, found by the hash of the whole secret. The sealed copy of a secret passes
//! through; who may open it is decided above. A key that has ended is kept for the record.

use super::sql::texts;
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::access::{KeyId, KeyTag, ScopeSet};
use crate::domain::account::UserId;
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::{ApiKey, Permissions, Tenants};
use crate::domain::project::ProjectId;
use crate::params;
use serde::Serialize;

const COLUMNS: &str = "k.id, k.project_id, k.prefix, k.name, k.scopes, k.allowed_ips, k.last_used_at, k.permissions, \
    k.tenants, k.disabled_at, k.rotated_at";
/// How many those are.
const WIDTH: usize = 11;

/// What is kept of a secret.
#[derive(Debug)]
pub struct Secret {
    pub hash: [u8; 32],
    /// Sealed for the place [`place`] names; none when it must never be shown again.
    pub sealed: Option<Vec<u8>>,
}

/// Where the secret of a key is sealed for.
pub fn place(id: KeyId) -> String {
    format!("api_keys.secret:{id}")
}

fn key(row: &Row<'_>) -> Result<ApiKey> {
    Ok(ApiKey {
        id: row.id(0)?,
        project: row.id(1)?,
        prefix: row.text(2)?,
        name: row.text(3)?,
        scopes: ScopeSet::parse_any(&Json::parse(&row.text(4)?)?)?,
        allowed_ips: Allowlist::parse("allowed_ips", &Json::parse(&row.text(5)?)?)?,
        last_used_at: row.opt_time(6)?,
        permissions: Permissions::stored(row.opt_texts(7)?.unwrap_or_default()),
        tenants: Tenants::stored(row.opt_texts(8)?.unwrap_or_default()),
        disabled_at: row.opt_time(9)?,
        rotated_at: row.opt_time(10)?,
    })
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

pub fn insert(tx: &Tx<'_>, key: &ApiKey, secret: &Secret) -> Result<()> {
    let sql = "INSERT INTO api_keys (id, project_id, hash, prefix, name, scopes, allowed_ips, active, updated_at, secret, \
               permissions, tenants, disabled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, ?10, ?11, ?12)";
    let (scopes, ips) = (json(&key.scopes)?, json(&key.allowed_ips)?);
    let (permissions, tenants) = (texts(key.permissions.list()), json(&key.tenants)?);
    let values = params![
        &key.id,
        &key.project,
        &secret.hash,
        &key.prefix,
        &key.name,
        &scopes,
        &ips,
        key.id.time(),
        secret.sealed.as_deref(),
        &permissions,
        &tenants,
        key.disabled_at
    ];
    tx.exec(sql, values).map(drop)
}

/// A usable key, found by one of its columns: neither ended nor disabled, project active, owner
/// not deactivated.
fn usable(column: &str) -> String {
    format!(
        "SELECT {COLUMNS}, p.owner_id FROM api_keys k JOIN projects p ON p.id = k.project_id \
         JOIN users u ON u.id = p.owner_id \
         WHERE k.{column} = ?1 AND k.active = 1 AND k.disabled_at IS NULL AND p.active = 1 AND u.deactivated_at IS NULL"
    )
}

/// A usable key and the owner of its project.
pub fn find_usable(snap: &Snapshot<'_>, hash: &[u8; 32]) -> Result<Option<(ApiKey, UserId)>> {
    snap.opt(&usable("hash"), params![hash], |row| Ok((key(row)?, row.id(WIDTH)?)))
}

/// The key with this id if it is usable.
pub fn find_usable_id(snap: &Snapshot<'_>, id: KeyId) -> Result<Option<ApiKey>> {
    snap.opt(&usable("id"), params![&id], key)
}

/// A key that has not ended.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: KeyId) -> Result<Option<ApiKey>> {
    let sql = format!("SELECT {COLUMNS} FROM api_keys k WHERE k.id = ?2 AND k.project_id = ?1 AND k.active = 1");
    snap.opt(&sql, params![&project, &id], key)
}

/// The oldest enabled key of a project.
pub fn find_first(snap: &Snapshot<'_>, project: ProjectId) -> Result<Option<ApiKey>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM api_keys k WHERE k.project_id = ?1 AND k.active = 1 AND k.disabled_at IS NULL \
         ORDER BY k.id LIMIT 1"
    );
    snap.opt(&sql, params![&project], key)
}

/// One page of the keys that have not ended, newest first.
pub fn list(snap: &Snapshot<'_>, project: ProjectId, page: Page<KeyTag>) -> Result<Slice<ApiKey, KeyTag>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM api_keys k WHERE k.project_id = ?1 AND k.active = 1 AND k.id < ?2 \
         ORDER BY k.id DESC LIMIT ?3"
    );
    let high = page.before.unwrap_or(Id::MAX);
    let rows = snap.all(&sql, params![&project, &high, page.limit as i64 + 1], key)?;
    Ok(Slice::cut(rows, page.limit, |key| key.id))
}

/// Keys that have not ended: enabled and disabled ones.
pub fn count(snap: &Snapshot<'_>, project: ProjectId) -> Result<(usize, usize)> {
    let sql = "SELECT COUNT(*), COUNT(disabled_at) FROM api_keys WHERE project_id = ?1 AND active = 1";
    let (all, disabled) = snap.one(sql, params![&project], |row| Ok((row.int(0)?, row.int(1)?)))?;
    Ok(((all - disabled).unsigned_abs() as usize, disabled.unsigned_abs() as usize))
}

/// The sealed secret of a key that has not ended.
pub fn sealed(snap: &Snapshot<'_>, project: ProjectId, id: KeyId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT secret FROM api_keys WHERE id = ?2 AND project_id = ?1 AND active = 1";
    Ok(snap.opt(sql, params![&project, &id], |row| row.opt_bytes(0))?.flatten())
}

/// Writes what a patch may change.
pub fn update(tx: &Tx<'_>, key: &ApiKey, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET name = ?2, scopes = ?3, allowed_ips = ?4, updated_at = ?5, permissions = ?6, tenants = ?7, \
               disabled_at = ?8 WHERE id = ?1";
    let (scopes, ips) = (json(&key.scopes)?, json(&key.allowed_ips)?);
    let (permissions, tenants) = (texts(key.permissions.list()), json(&key.tenants)?);
    let values = params![&key.id, &key.name, &scopes, &ips, now, &permissions, &tenants, key.disabled_at];
    tx.exec(sql, values).map(drop)
}

/// Puts another secret in the place of the present one.
pub fn rotate(tx: &Tx<'_>, key: &ApiKey, secret: &Secret, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET hash = ?2, secret = ?3, prefix = ?4, rotated_at = ?5, updated_at = ?6 WHERE id = ?1";
    let sealed = secret.sealed.as_deref();
    tx.exec(sql, params![&key.id, &secret.hash, sealed, &key.prefix, key.rotated_at, now]).map(drop)
}

/// Ends a key for good.
pub fn end(tx: &Tx<'_>, project: ProjectId, id: KeyId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET active = 0, secret = NULL, updated_at = ?3 WHERE id = ?2 AND project_id = ?1";
    tx.exec(sql, params![&project, &id, now]).map(drop)
}

/// Ends every key of a project.
pub fn end_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET active = 0, secret = NULL, updated_at = ?2 WHERE project_id = ?1 AND active = 1";
    tx.exec(sql, params![&project, now]).map(drop)
}

/// Removes every copy of a secret: from now on hashes are all there is.
pub fn forget_secrets(tx: &Tx<'_>) -> Result<()> {
    tx.exec("UPDATE api_keys SET secret = NULL WHERE secret IS NOT NULL", &[]).map(drop)
}

/// Notes a use; an older note never replaces a newer one.
pub fn touch(tx: &Tx<'_>, id: KeyId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET last_used_at = ?2 WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at < ?2)";
    tx.exec(sql, params![&id, at])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, pages, plan};
    use super::*;

    fn secret(n: u8) -> Secret {
        Secret { hash: [n; 32], sealed: Some(vec![n]) }
    }

    #[tokio::test]
    async fn keys_stand_beside_one_another() {
        let db = Db::open();
        let (project, other, ids, now) = (db.project, db.ids.next(), db.ids.clone(), Timestamp::from_secs(9));
        let run = db.write(move |tx| {
            let [mut one, two] = [0, 1].map(|_| ApiKey::new(ids.next(), project, "jc_live_abcdefgh"));
            insert(tx, &one, &secret(1))?;
            insert(tx, &two, &secret(2))?;
            one.disabled_at = Some(now);
            update(tx, &one, now)?;
            let listed = pages(1, |page| list(tx, project, page))?;
            assert_eq!(listed.iter().map(|key| key.id).collect::<Vec<_>>(), [two.id, one.id]);
            assert_eq!((count(tx, project)?, count(tx, other)?), ((1, 1), (0, 0)));
            assert_eq!(find_first(tx, project)?.map(|key| key.id), Some(two.id));
            assert!(find(tx, other, two.id)?.is_none() && sealed(tx, other, two.id)?.is_none());
            assert_eq!(find(tx, project, one.id)?.and_then(|key| key.disabled_at), Some(now));
            let two = two.rotate("jc_live_zzzz", now);
            rotate(tx, &two, &secret(3), now)?;
            assert_eq!(sealed(tx, project, two.id)?, Some(vec![3]));
            end(tx, other, two.id, now)?;
            assert!(find(tx, project, two.id)?.is_some(), "of another project");
            end(tx, project, two.id, now)?;
            assert!(find(tx, project, two.id)?.is_none() && find_first(tx, project)?.is_none());
            let left = "SELECT secret FROM api_keys WHERE id = ?1";
            assert_eq!(tx.one(left, params![&two.id], |row| row.opt_bytes(0))?, None);
            forget_secrets(tx)?;
            assert_eq!(sealed(tx, project, one.id)?, None);
            for sql in [
                "SELECT id FROM api_keys WHERE project_id = ?1 AND active = 1 AND id < ?2 ORDER BY id DESC",
                "SELECT COUNT(*) FROM api_keys WHERE project_id = ?1 AND active = 1",
            ] {
                assert!(plan(tx, sql)?.contains("api_keys_active"), "{}", plan(tx, sql)?);
            }
            Ok(())
        });
        run.await;
    }
}
