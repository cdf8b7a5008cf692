//! Projects and who belongs to them.

use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::access::Role;
use crate::domain::account::UserId;
use crate::domain::member::{Member, MemberId, MemberStatus};
use crate::domain::project::{Project, ProjectId, ProjectTag, Settings};
use crate::domain::retention::RetentionPolicy;
use crate::params;
use std::collections::HashSet;

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
    let (role, status, updated_at) = (Role::Owner, MemberStatus::Accepted, p.updated_at);
    let owner = Member { id: owner, project: p.id, user: p.owner, role, status, invited_by: None, updated_at };
    super::members::insert(tx, &owner)
}

/// The project, also one that was deleted.
pub fn find(snap: &Snapshot<'_>, id: ProjectId) -> Result<Option<Project>> {
    snap.opt(&format!("SELECT {COLUMNS} FROM projects WHERE id = ?1"), params![&id], project)
}

/// The first active projects.
pub fn first_active(snap: &Snapshot<'_>, limit: usize) -> Result<Vec<ProjectId>> {
    snap.all("SELECT id FROM projects WHERE active = 1 LIMIT ?1", params![limit as i64], |row| row.id(0))
}

/// Writes what members and operators may change.
pub fn update(tx: &Tx<'_>, project: &Project) -> Result<()> {
    let p = project;
    let sql = "UPDATE projects SET name = ?2, settings = ?3, retention_days = ?4, retention_policy = ?5, \
               updated_at = ?6 WHERE id = ?1";
    tx.exec(sql, params![&p.id, &p.name, p.settings.text(), p.retention_days, &policy(p)?, p.updated_at])?;
    Ok(())
}

/// The projects that are held: the owner is deactivated, restricted, objects, or is no more.
const HELD: &str = "SELECT p.id FROM projects p LEFT JOIN users u ON u.id = p.owner_id WHERE (u.id IS NULL \
                    OR u.deactivated_at IS NOT NULL OR u.restricted_at IS NOT NULL OR u.processing_consent = 0)";

pub fn is_held(snap: &Snapshot<'_>, id: ProjectId) -> Result<bool> {
    Ok(snap.opt(&format!("{HELD} AND p.id = ?1"), params![&id], |row| row.id::<ProjectTag>(0))?.is_some())
}

/// All projects that are held.
pub fn held(snap: &Snapshot<'_>) -> Result<HashSet<ProjectId>> {
    Ok(snap.all(HELD, params![], |row| row.id(0))?.into_iter().collect())
}

/// The projects of an owner, newest first, those that were deleted too.
pub fn owned(snap: &Snapshot<'_>, owner: UserId) -> Result<Vec<ProjectId>> {
    snap.all("SELECT id FROM projects WHERE owner_id = ?1 ORDER BY id DESC", params![&owner], |row| row.id(0))
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
    snap.opt(sql, params![&project, &user], |row| role(row, 0))
}

fn role(row: &Row<'_>, at: usize) -> Result<Role> {
    Role::parse(&row.text(at)?).ok_or_else(|| Error::internal("unknown member role"))
}

/// One page of the active projects a user is in, and as what, newest first.
pub fn of_user(
    snap: &Snapshot<'_>,
    user: UserId,
    page: Page<ProjectTag>,
) -> Result<Slice<(Project, Role), ProjectTag>> {
    let sql = format!(
        "SELECT {}, m.role FROM members m JOIN projects p ON p.id = m.project_id \
         WHERE m.user_id = ?1 AND m.status = 'accepted' AND p.active = 1 AND p.id < ?2 ORDER BY p.id DESC LIMIT ?3",
        COLUMNS.split(", ").map(|column| format!("p.{column}")).collect::<Vec<_>>().join(", ")
    );
    let (before, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let rows = snap.all(&sql, params![&user, &before, limit], |row| Ok((project(row)?, role(row, 10)?)))?;
    Ok(Slice::cut(rows, page.limit, |(project, _)| project.id))
}

/// How many active projects a user owns.
pub fn count_owned(snap: &Snapshot<'_>, owner: UserId) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM projects WHERE owner_id = ?1 AND active = 1";
    Ok(snap.one(sql, params![&owner], |row| row.int(0))?.unsigned_abs())
}

pub fn set_default(tx: &Tx<'_>, user: UserId, project: ProjectId) -> Result<()> {
    tx.exec("UPDATE users SET default_project_id = ?2 WHERE id = ?1", params![&user, &project]).map(drop)
}

/// Makes a project the default of a user who has none.
pub fn offer_default(tx: &Tx<'_>, user: UserId, project: ProjectId) -> Result<()> {
    let sql = "UPDATE users SET default_project_id = ?2 WHERE id = ?1 AND default_project_id IS NULL";
    tx.exec(sql, params![&user, &project]).map(drop)
}

/// Gives those who have this project as their default another one: the oldest active one they
/// own, else the oldest they are in, else none. Of all users, or of one.
pub fn move_default(tx: &Tx<'_>, project: ProjectId, user: Option<UserId>) -> Result<()> {
    let one = if user.is_some() { " AND user_id = ?2" } else { "" };
    let sql = format!(
        "UPDATE users SET default_project_id = COALESCE(\
         (SELECT p.id FROM projects p WHERE p.owner_id = users.id AND p.active = 1 ORDER BY p.id LIMIT 1), \
         (SELECT p.id FROM members m JOIN projects p ON p.id = m.project_id WHERE m.user_id = users.id \
         AND m.status = 'accepted' AND p.active = 1 ORDER BY m.id LIMIT 1)) \
         WHERE default_project_id = ?1 AND id IN (SELECT user_id FROM members WHERE project_id = ?1{one})"
    );
    match &user {
        Some(user) => tx.exec(&sql, params![&project, user]),
        None => tx.exec(&sql, params![&project]),
    }
    .map(drop)
}

/// Switches a project off.
pub fn close(tx: &Tx<'_>, id: ProjectId, now: Timestamp) -> Result<()> {
    tx.exec("UPDATE projects SET active = 0, updated_at = ?2 WHERE id = ?1", params![&id, now]).map(drop)
}

pub fn is_active(snap: &Snapshot<'_>, id: ProjectId) -> Result<bool> {
    Ok(snap.opt("SELECT 1 FROM projects WHERE id = ?1 AND active = 1", params![&id], |row| row.int(0))?.is_some())
}

/// Projects that are switched off and still have something due.
pub fn unfinished(snap: &Snapshot<'_>) -> Result<Vec<ProjectId>> {
    let sql = "SELECT p.id FROM projects p WHERE p.active = 0 AND (EXISTS (SELECT 1 FROM webhooks w \
               JOIN deliveries d ON d.webhook_id = w.id AND d.due_at IS NOT NULL WHERE w.project_id = p.id) \
               OR EXISTS (SELECT 1 FROM events e WHERE e.project_id = p.id AND e.status = 0 AND e.waiting IS NOT NULL) \
               OR EXISTS (SELECT 1 FROM tasks t WHERE t.lane = 0 AND t.project_id = p.id AND t.due_at IS NOT NULL) \
               OR EXISTS (SELECT 1 FROM tasks t WHERE t.lane = 1 AND t.project_id = p.id AND t.due_at IS NOT NULL))";
    snap.all(sql, params![], |row| row.id(0))
}

/// Topics with active events and how many, in order.
pub fn topics(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT topic, active_events FROM topics WHERE project_id = ?1 AND active_events > 0 AND topic <> '' \
               ORDER BY topic LIMIT ?2";
    snap.all(sql, params![&project, MAX_TOPICS], |row| Ok((row.text(0)?, row.int(1)?)))
}
