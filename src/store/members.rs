//! Who belongs to a project, with the names they are shown by.

use super::users::identity;
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Result};
use crate::domain::access::Role;
use crate::domain::account::UserId;
use crate::domain::member::{Member, MemberId, MemberStatus, MemberTag};
use crate::domain::project::ProjectId;
use crate::params;

/// A place and the person in it.
#[derive(Debug, Clone)]
pub struct Person {
    pub member: Member,
    pub email: String,
    pub name: Option<String>,
}

const MEMBER: &str = "m.id, m.project_id, m.user_id, m.role, m.status, m.invited_by, m.updated_at";
const JOINED: &str = "u.email, u.name FROM members m JOIN users u ON u.id = m.user_id";

fn member(row: &Row<'_>) -> Result<Member> {
    let unknown = || Error::internal("unknown word in a member");
    Ok(Member {
        id: row.id(0)?,
        project: row.id(1)?,
        user: row.id(2)?,
        role: Role::parse(&row.text(3)?).ok_or_else(unknown)?,
        status: MemberStatus::parse(&row.text(4)?).ok_or_else(unknown)?,
        invited_by: row.opt_id(5)?,
        updated_at: row.time(6)?,
    })
}

fn person(row: &Row<'_>, keys: &Keys) -> Result<Person> {
    let member = member(row)?;
    let (email, name) = identity(row, 7, keys, member.user)?;
    Ok(Person { member, email, name })
}

pub fn insert(tx: &Tx<'_>, m: &Member) -> Result<()> {
    let sql = "INSERT INTO members (id, project_id, user_id, role, status, invited_by, updated_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (role, status) = (m.role.as_str(), m.status.as_str());
    tx.exec(sql, params![&m.id, &m.project, &m.user, role, status, m.invited_by.as_ref(), m.updated_at])?;
    Ok(())
}

/// Writes everything that can change of a place.
pub fn update(tx: &Tx<'_>, m: &Member) -> Result<()> {
    let sql = "UPDATE members SET role = ?2, status = ?3, invited_by = ?4, updated_at = ?5 WHERE id = ?1";
    tx.exec(sql, params![&m.id, m.role.as_str(), m.status.as_str(), m.invited_by.as_ref(), m.updated_at])?;
    Ok(())
}

/// The place of a user, whatever its status.
pub fn of_user(snap: &Snapshot<'_>, project: ProjectId, user: UserId) -> Result<Option<Member>> {
    let sql = format!("SELECT {MEMBER} FROM members m WHERE m.project_id = ?1 AND m.user_id = ?2");
    snap.opt(&sql, params![&project, &user], member)
}

/// A place of this project, whatever its status.
pub fn find(snap: &Snapshot<'_>, keys: &Keys, project: ProjectId, id: MemberId) -> Result<Option<Person>> {
    let sql = format!("SELECT {MEMBER}, {JOINED} WHERE m.project_id = ?1 AND m.id = ?2");
    snap.opt(&sql, params![&project, &id], |row| person(row, keys))
}

/// One page of those who are in or invited, in the order of their ids: the owner was first.
/// The page goes on above its cursor.
pub fn list(
    snap: &Snapshot<'_>,
    keys: &Keys,
    project: ProjectId,
    page: Page<MemberTag>,
) -> Result<Slice<Person, MemberTag>> {
    let sql = format!(
        "SELECT {MEMBER}, {JOINED} WHERE m.project_id = ?1 AND m.status IN ('pending', 'accepted') AND m.id > ?2 \
         ORDER BY m.id LIMIT ?3"
    );
    let (after, limit) = (page.before.unwrap_or(Id::MIN), page.limit as i64 + 1);
    let rows = snap.all(&sql, params![&project, &after, limit], |row| person(row, keys))?;
    Ok(Slice::cut(rows, page.limit, |person| person.member.id))
}

/// How many are in or invited.
pub fn count(snap: &Snapshot<'_>, project: ProjectId) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM members WHERE project_id = ?1 AND status IN ('pending', 'accepted')";
    Ok(snap.one(sql, params![&project], |row| row.int(0))?.unsigned_abs() as usize)
}

/// The users who are in.
pub fn users(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<UserId>> {
    let sql = "SELECT user_id FROM members WHERE project_id = ?1 AND status = 'accepted' ORDER BY id";
    snap.all(sql, params![&project], |row| row.id(0))
}

/// The owner of a project and its admins.
pub fn admins(snap: &Snapshot<'_>, project: ProjectId) -> Result<Vec<UserId>> {
    let sql = "SELECT user_id FROM members WHERE project_id = ?1 AND status = 'accepted' \
               AND role IN ('owner', 'admin') ORDER BY id";
    snap.all(sql, params![&project], |row| row.id(0))
}

/// The projects a user is in or invited to.
pub fn projects(snap: &Snapshot<'_>, user: UserId) -> Result<Vec<ProjectId>> {
    let sql = "SELECT project_id FROM members WHERE user_id = ?1 AND status IN ('pending', 'accepted') ORDER BY id";
    snap.all(sql, params![&user], |row| row.id(0))
}

/// A user's own place in an active project, whatever its status.
pub fn own(snap: &Snapshot<'_>, keys: &Keys, user: UserId, id: MemberId) -> Result<Option<Person>> {
    let sql = format!(
        "SELECT {MEMBER}, {JOINED} JOIN projects p ON p.id = m.project_id \
         WHERE m.id = ?1 AND m.user_id = ?2 AND p.active = 1"
    );
    snap.opt(&sql, params![&id, &user], |row| person(row, keys))
}

/// One page of a user's open invitations to active projects and the names of those, newest first.
pub fn invitations(
    snap: &Snapshot<'_>,
    keys: &Keys,
    user: UserId,
    page: Page<MemberTag>,
) -> Result<Slice<(Person, String), MemberTag>> {
    let sql = format!(
        "SELECT {MEMBER}, u.email, u.name, p.name FROM members m JOIN users u ON u.id = m.user_id \
         JOIN projects p ON p.id = m.project_id \
         WHERE m.user_id = ?1 AND m.status = 'pending' AND p.active = 1 AND m.id < ?2 ORDER BY m.id DESC LIMIT ?3"
    );
    let (before, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let rows = snap.all(&sql, params![&user, &before, limit], |row| Ok((person(row, keys)?, row.text(9)?)))?;
    Ok(Slice::cut(rows, page.limit, |(person, _)| person.member.id))
}
