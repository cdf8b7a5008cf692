//! Projects and who belongs to them.

use super::{Row, Snapshot, Tx};
use crate::base::{Error, Json, Result};
use crate::domain::access::Role;
use crate::domain::account::UserId;
use crate::domain::project::{MemberId, Project, ProjectId, Settings};
use crate::domain::retention::RetentionPolicy;
use crate::params;

const COLUMNS: &str = "id, owner_id, name, active, settings, retention_days, retention_policy, api_calls_per_minute, \
                       events_per_minute, updated_at";

/// Most topics that are listed.
const MAX_TOPICS: i64 = 10_000;

fn project(row: &Row<'_>) -> Result<Project> {
    Ok(Project {
        id: row.id(0)?,
        owner: row.id(1)?,
        name: row.text(2)?,
        active: row.flag(3)?,
        settings: Settings::parse(&Json::parse(&row.text(4)?)?)?,
        retention_days: row.opt_int(5)?,
        retention: RetentionPolicy::parse(&row.text(6)?)?,
        rate_limit_api_calls_per_minute: row.opt_int(7)?.map(limit).transpose()?,
        rate_limit_events_per_minute: limit(row.int(8)?)?,
        updated_at: row.time(9)?,
    })
}

fn limit(stored: i64) -> Result<u32> {
    u32::try_from(stored).map_err(Error::internal)
}

fn policy(project: &Project) -> Result<String> {
    serde_json::to_string(&project.retention).map_err(Error::internal)
}

/// Adds a project with its owner as first member.
pub fn insert(tx: &Tx<'_>, project: &Project, owner: MemberId) -> Result<()> {
    let sql = "INSERT INTO projects (id, owner_id, name, active, settings, retention_days, retention_policy, \
               api_calls_per_minute, events_per_minute, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let p = project;
    tx.exec(
        sql,
        params![
            &p.id,
            &p.owner,
            &p.name,
            p.active,
            p.settings.text(),
            p.retention_days,
            &policy(p)?,
            p.rate_limit_api_calls_per_minute.map(i64::from),
            i64::from(p.rate_limit_events_per_minute),
            p.updated_at,
        ],
    )?;
    let sql = "INSERT INTO members (id, project_id, user_id, role, status, updated_at) \
               VALUES (?1, ?2, ?3, ?4, 'accepted', ?5)";
    tx.exec(sql, params![&owner, &p.id, &p.owner, Role::Owner.as_str(), p.updated_at])?;
    Ok(())
}

/// The project, also one that was deleted.
pub fn find(snap: &Snapshot<'_>, id: ProjectId) -> Result<Option<Project>> {
    snap.opt(&format!("SELECT {COLUMNS} FROM projects WHERE id = ?1"), params![&id], project)
}

/// Writes what members and operators may change.
pub fn update(tx: &Tx<'_>, project: &Project) -> Result<()> {
    let p = project;
    let sql = "UPDATE projects SET name = ?2, settings = ?3, retention_days = ?4, retention_policy = ?5, \
               updated_at = ?6 WHERE id = ?1";
    tx.exec(sql, params![&p.id, &p.name, p.settings.text(), p.retention_days, &policy(p)?, p.updated_at])?;
    Ok(())
}

/// Whether the owner is deactivated, restricted or objects, so that the project is held.
pub fn is_held(snap: &Snapshot<'_>, id: ProjectId) -> Result<bool> {
    let sql = "SELECT 1 FROM projects p JOIN users u ON u.id = p.owner_id WHERE p.id = ?1 \
               AND (u.deactivated_at IS NOT NULL OR u.restricted_at IS NOT NULL OR u.processing_consent = 0)";
    Ok(snap.opt(sql, params![&id], |row| row.int(0))?.is_some())
}

/// The project a user works in when none is named.
pub fn default_of(snap: &Snapshot<'_>, user: UserId) -> Result<Option<ProjectId>> {
    let found = snap.opt("SELECT default_project_id FROM users WHERE id = ?1", params![&user], |row| row.opt_id(0))?;
    Ok(found.flatten())
}

/// What a user is in an active project.
pub fn role_of(snap: &Snapshot<'_>, project: ProjectId, user: UserId) -> Result<Option<Role>> {
    let sql = "SELECT m.role FROM members m JOIN projects p ON p.id = m.project_id \
               WHERE m.project_id = ?1 AND m.user_id = ?2 AND m.status = 'accepted' AND p.active = 1";
    snap.opt(sql, params![&project, &user], |row| {
        Role::parse(&row.text(0)?).ok_or_else(|| Error::internal("unknown member role"))
    })
}

/// Topics with active events and how many, in order.
pub fn topics(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT topic, active_events FROM topics WHERE project_id = ?1 AND active_events > 0 AND topic <> '' \
               ORDER BY topic LIMIT ?2";
    snap.all(sql, params![&project, MAX_TOPICS], |row| Ok((row.text(0)?, row.int(1)?)))
}
