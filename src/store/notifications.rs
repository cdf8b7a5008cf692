//! What users are told in the application.

use super::{Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::notification::{Notification, NotificationId, NotificationTag, Received};
use crate::domain::project::ProjectId;
use crate::params;

/// Beyond this the exact number of unread ones is of no use to anyone.
const COUNTED: i64 = 10_000;

pub fn insert(tx: &Tx<'_>, n: &Notification) -> Result<()> {
    let sql = "INSERT INTO notifications (id, user_id, kind, title, message, metadata, project_id, subject_id) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let (project, subject) = (n.project.as_ref(), n.subject.as_ref());
    tx.exec(sql, params![&n.id, &n.user, n.kind.as_str(), &n.title, &n.message, &n.metadata, project, subject])?;
    Ok(())
}

/// One page of what a user was told, newest first; of all, or of what they have not read.
pub fn of_user(
    snap: &Snapshot<'_>,
    user: UserId,
    unread: bool,
    page: Page<NotificationTag>,
) -> Result<Slice<Received, NotificationTag>> {
    let sql = format!(
        "SELECT id, kind, title, message, metadata, project_id, read_at FROM notifications \
         WHERE user_id = ?1 AND id < ?2{} ORDER BY id DESC LIMIT ?3",
        if unread { " AND read_at IS NULL" } else { "" }
    );
    let (before, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let rows = snap.all(&sql, params![&user, &before, limit], |row| {
        Ok(Received {
            id: row.id(0)?,
            kind: row.text(1)?,
            title: row.text(2)?,
            message: row.text(3)?,
            metadata: row.text(4)?,
            project: row.opt_id(5)?,
            read_at: row.opt_time(6)?,
        })
    })?;
    Ok(Slice::cut(rows, page.limit, |row| row.id))
}

/// How many a user has not read, counted up to [`COUNTED`].
pub fn unread(snap: &Snapshot<'_>, user: UserId) -> Result<i64> {
    let sql =
        "SELECT COUNT(*) FROM (SELECT id FROM notifications WHERE user_id = ?1 AND read_at IS NULL LIMIT ?2) AS n";
    snap.one(sql, params![&user, COUNTED], |row| row.int(0))
}

/// Marks one as read; false when the user has no such one.
pub fn read(tx: &Tx<'_>, user: UserId, id: NotificationId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE notifications SET read_at = COALESCE(read_at, ?3) WHERE id = ?1 AND user_id = ?2";
    Ok(tx.exec(sql, params![&id, &user, now])? > 0)
}

/// Marks at most `limit` of those before an id as read; returns how many.
pub fn read_some(tx: &Tx<'_>, user: UserId, before: NotificationId, now: Timestamp, limit: usize) -> Result<usize> {
    let sql = "UPDATE notifications SET read_at = ?3 WHERE id IN (SELECT id FROM notifications \
               WHERE user_id = ?1 AND read_at IS NULL AND id < ?2 ORDER BY id LIMIT ?4)";
    tx.exec(sql, params![&user, &before, now, limit as i64])
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
