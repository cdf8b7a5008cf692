//! What users are told in the application.

use super::Tx;
use crate::base::{Id, Result, Timestamp};
use crate::domain::notification::Notification;
use crate::domain::project::ProjectId;
use crate::params;

pub fn insert(tx: &Tx<'_>, n: &Notification) -> Result<()> {
    let sql = "INSERT INTO notifications (id, user_id, kind, title, message, metadata, project_id, subject_id) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let (project, subject) = (n.project.as_ref(), n.subject.as_ref());
    tx.exec(sql, params![&n.id, &n.user, n.kind.as_str(), &n.title, &n.message, &n.metadata, project, subject])?;
    Ok(())
}

/// Marks as read what was told of one thing.
pub fn read_about<T>(tx: &Tx<'_>, subject: Id<T>, now: Timestamp) -> Result<()> {
    let sql = "UPDATE notifications SET read_at = ?2 WHERE subject_id = ?1 AND read_at IS NULL";
    tx.exec(sql, params![&subject, now])?;
    Ok(())
}

/// Marks as read what was told of places in a project.
pub fn read_about_members(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE notifications SET read_at = ?2 WHERE read_at IS NULL AND subject_id IS NOT NULL \
               AND subject_id IN (SELECT id FROM members WHERE project_id = ?1)";
    tx.exec(sql, params![&project, now])?;
    Ok(())
}
