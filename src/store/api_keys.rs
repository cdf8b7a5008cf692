//! Keys of projects, found by the hash of the whole key.

use super::{Row, Snapshot, Tx};
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::access::{KeyId, ScopeSet};
use crate::domain::account::UserId;
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::ApiKey;
use crate::domain::project::ProjectId;
use crate::params;
use serde::Serialize;

const COLUMNS: &str = "k.id, k.project_id, k.prefix, k.name, k.scopes, k.allowed_ips, k.last_used_at";

fn key(row: &Row<'_>) -> Result<ApiKey> {
    Ok(ApiKey {
        id: row.id(0)?,
        project: row.id(1)?,
        prefix: row.text(2)?,
        name: row.text(3)?,
        scopes: ScopeSet::parse(&Json::parse(&row.text(4)?)?)?,
        allowed_ips: Allowlist::parse("allowed_ips", &Json::parse(&row.text(5)?)?)?,
        last_used_at: row.opt_time(6)?,
    })
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// Adds an active key; the project must have none.
pub fn insert(tx: &Tx<'_>, key: &ApiKey, hash: &[u8; 32]) -> Result<()> {
    let sql = "INSERT INTO api_keys (id, project_id, hash, prefix, name, scopes, allowed_ips, active, updated_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8)";
    let (scopes, ips) = (json(&key.scopes)?, json(&key.allowed_ips)?);
    tx.exec(sql, params![&key.id, &key.project, hash, &key.prefix, &key.name, &scopes, &ips, key.id.time()])?;
    Ok(())
}

/// A usable key, found by one of its columns: key and project active, owner not deactivated.
fn usable(column: &str) -> String {
    format!(
        "SELECT {COLUMNS}, p.owner_id FROM api_keys k JOIN projects p ON p.id = k.project_id \
         JOIN users u ON u.id = p.owner_id \
         WHERE k.{column} = ?1 AND k.active = 1 AND p.active = 1 AND u.deactivated_at IS NULL"
    )
}

/// A usable key and the owner of its project.
pub fn find_usable(snap: &Snapshot<'_>, hash: &[u8; 32]) -> Result<Option<(ApiKey, UserId)>> {
    snap.opt(&usable("hash"), params![hash], |row| Ok((key(row)?, row.id(7)?)))
}

/// The key with this id if it is usable.
pub fn find_usable_id(snap: &Snapshot<'_>, id: KeyId) -> Result<Option<ApiKey>> {
    snap.opt(&usable("id"), params![&id], key)
}

/// The active key of a project.
pub fn find_active(snap: &Snapshot<'_>, project: ProjectId) -> Result<Option<ApiKey>> {
    let sql = format!("SELECT {COLUMNS} FROM api_keys k WHERE k.project_id = ?1 AND k.active = 1");
    snap.opt(&sql, params![&project], key)
}

/// Ends the active key of a project.
pub fn deactivate(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET active = 0, updated_at = ?2 WHERE project_id = ?1 AND active = 1";
    tx.exec(sql, params![&project, now])?;
    Ok(())
}

pub fn update(tx: &Tx<'_>, key: &ApiKey, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET name = ?2, scopes = ?3, allowed_ips = ?4, updated_at = ?5 WHERE id = ?1";
    tx.exec(sql, params![&key.id, &key.name, &json(&key.scopes)?, &json(&key.allowed_ips)?, now])?;
    Ok(())
}

/// Notes a use; an older note never replaces a newer one.
pub fn touch(tx: &Tx<'_>, id: KeyId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE api_keys SET last_used_at = ?2 WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at < ?2)";
    tx.exec(sql, params![&id, at])?;
    Ok(())
}
