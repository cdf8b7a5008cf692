//! What is stored of a user and of the projects they own, for their own eyes: newest first, each
//! list up to a number of rows. Secrets, hashes and payloads are not read.

use super::sealed::{open, open_opt};
use super::{Snapshot, projects};
use crate::base::crypto::Keys;
use crate::base::{Id, Result, Timestamp};
use crate::domain::account::{ConsentId, SessionId, UserId};
use crate::domain::audit::AuditId;
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::EventId;
use crate::domain::job::JobId;
use crate::domain::member::MemberId;
use crate::domain::notification::NotificationId;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;

/// Rows of a list that has no cap of its own.
const ROWS: usize = 1000;
const EVENTS: usize = 500;
const DELIVERIES: usize = 500;
const ENTRIES: usize = 200;
const NOTIFICATIONS: usize = 100;
const SESSIONS: usize = 100;

/// The newest rows of a list; `cut` when there are more.
#[derive(Debug)]
pub struct List<R> {
    pub rows: Vec<R>,
    pub cut: bool,
}

impl<R> List<R> {
    fn of(mut rows: Vec<R>, cap: usize) -> List<R> {
        let cut = rows.len() > cap;
        rows.truncate(cap);
        List { rows, cut }
    }
}

#[derive(Debug)]
pub struct OwnProject {
    pub id: ProjectId,
    pub name: String,
    pub active: bool,
}

#[derive(Debug)]
pub struct OwnWebhook {
    pub id: WebhookId,
    pub url: String,
    pub active: bool,
    pub project: ProjectId,
}

#[derive(Debug)]
pub struct OwnEvent {
    pub id: EventId,
    pub topic: Option<String>,
    pub project: ProjectId,
}

#[derive(Debug)]
pub struct OwnDelivery {
    pub id: DeliveryId,
    pub status: Status,
    pub event: EventId,
    pub webhook: WebhookId,
    pub attempts: i64,
}

#[derive(Debug)]
pub struct OwnJob {
    pub id: JobId,
    pub name: String,
    pub active: bool,
    pub project: ProjectId,
}

#[derive(Debug)]
pub struct Told {
    pub id: NotificationId,
    pub kind: String,
    pub title: String,
    pub read: bool,
}

#[derive(Debug)]
pub struct Agreed {
    pub id: ConsentId,
    pub purpose: String,
    pub version: String,
    pub revoked_at: Option<Timestamp>,
}

#[derive(Debug)]
pub struct Membership {
    pub id: MemberId,
    pub project: ProjectId,
    pub role: String,
    pub status: String,
}

#[derive(Debug)]
pub struct OwnSession {
    pub id: SessionId,
    pub device: String,
    pub ip: String,
    pub last_activity_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

#[derive(Debug)]
pub struct OwnEntry {
    pub id: AuditId,
    pub action: String,
    pub resource_type: String,
    pub ip: Option<String>,
}

/// All lists.
#[derive(Debug)]
pub struct Lists {
    pub projects: List<OwnProject>,
    pub webhooks: List<OwnWebhook>,
    pub events: List<OwnEvent>,
    pub deliveries: List<OwnDelivery>,
    pub jobs: List<OwnJob>,
    pub notifications: List<Told>,
    pub consents: List<Agreed>,
    pub memberships: List<Membership>,
    pub sessions: List<OwnSession>,
    pub entries: List<OwnEntry>,
}

/// Reads everything, from one state of the database.
pub fn lists(snap: &Snapshot<'_>, keys: &Keys, user: UserId) -> Result<Lists> {
    let owned = projects::owned(snap, user)?;
    Ok(Lists {
        projects: own_projects(snap, user)?,
        webhooks: webhooks(snap, user)?,
        events: events(snap, &owned)?,
        deliveries: deliveries(snap, &owned)?,
        jobs: jobs(snap, user)?,
        notifications: notifications(snap, user)?,
        consents: consents(snap, user)?,
        memberships: memberships(snap, user)?,
        sessions: sessions(snap, keys, user)?,
        entries: entries(snap, keys, user)?,
    })
}

fn own_projects(snap: &Snapshot<'_>, user: UserId) -> Result<List<OwnProject>> {
    let sql = "SELECT id, name, active FROM projects WHERE owner_id = ?1 ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ROWS as i64 + 1], |row| {
        Ok(OwnProject { id: row.id(0)?, name: row.text(1)?, active: row.flag(2)? })
    })?;
    Ok(List::of(rows, ROWS))
}

fn webhooks(snap: &Snapshot<'_>, user: UserId) -> Result<List<OwnWebhook>> {
    let sql = "SELECT w.id, w.url, w.status, w.project_id FROM projects p JOIN webhooks w ON w.project_id = p.id \
               WHERE p.owner_id = ?1 ORDER BY w.id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ROWS as i64 + 1], |row| {
        let active = crate::domain::status::Status::from_code(row.int(2)?).is_active();
        Ok(OwnWebhook { id: row.id(0)?, url: row.text(1)?, active, project: row.id(3)? })
    })?;
    Ok(List::of(rows, ROWS))
}

/// The newest rows of all projects together. Of each only those that are newer than what would
/// be cut anyway are read.
fn newest<R, T>(
    projects: &[ProjectId],
    cap: usize,
    id: impl Fn(&R) -> Id<T>,
    mut read: impl FnMut(ProjectId, Id<T>, i64) -> Result<Vec<R>>,
) -> Result<List<R>> {
    let mut best: Vec<R> = Vec::new();
    for project in projects {
        let floor = best.get(cap).map_or(Id::MIN, &id);
        best.extend(read(*project, floor, cap as i64 + 1)?);
        best.sort_unstable_by_key(|row| std::cmp::Reverse(id(row)));
        best.truncate(cap + 1);
    }
    Ok(List::of(best, cap))
}

fn events(snap: &Snapshot<'_>, owned: &[ProjectId]) -> Result<List<OwnEvent>> {
    let sql = "SELECT id, topic FROM events WHERE project_id = ?1 AND id > ?2 ORDER BY id DESC LIMIT ?3";
    newest(
        owned,
        EVENTS,
        |event: &OwnEvent| event.id,
        |project, floor, limit| {
            snap.all(sql, params![&project, &floor, limit], |row| {
                Ok(OwnEvent { id: row.id(0)?, topic: row.opt_text(1)?, project })
            })
        },
    )
}

fn deliveries(snap: &Snapshot<'_>, owned: &[ProjectId]) -> Result<List<OwnDelivery>> {
    let sql = "SELECT id, status, event_id, webhook_id, attempts FROM deliveries \
               WHERE project_id = ?1 AND id > ?2 ORDER BY id DESC LIMIT ?3";
    newest(
        owned,
        DELIVERIES,
        |delivery: &OwnDelivery| delivery.id,
        |project, floor, limit| {
            snap.all(sql, params![&project, &floor, limit], |row| {
                let status = Status::from_code(row.int(1)?);
                let (event, webhook, attempts) = (row.id(2)?, row.id(3)?, row.int(4)?);
                Ok(OwnDelivery { id: row.id(0)?, status, event, webhook, attempts })
            })
        },
    )
}

fn jobs(snap: &Snapshot<'_>, user: UserId) -> Result<List<OwnJob>> {
    let sql = "SELECT j.id, j.name, j.status, j.project_id FROM projects p JOIN jobs j ON j.project_id = p.id \
               WHERE p.owner_id = ?1 ORDER BY j.id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ROWS as i64 + 1], |row| {
        let active = crate::domain::status::Status::from_code(row.int(2)?).is_active();
        Ok(OwnJob { id: row.id(0)?, name: row.text(1)?, active, project: row.id(3)? })
    })?;
    Ok(List::of(rows, ROWS))
}

fn notifications(snap: &Snapshot<'_>, user: UserId) -> Result<List<Told>> {
    let sql = "SELECT id, kind, title, read_at FROM notifications WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, NOTIFICATIONS as i64 + 1], |row| {
        Ok(Told { id: row.id(0)?, kind: row.text(1)?, title: row.text(2)?, read: row.opt_time(3)?.is_some() })
    })?;
    Ok(List::of(rows, NOTIFICATIONS))
}

fn consents(snap: &Snapshot<'_>, user: UserId) -> Result<List<Agreed>> {
    let sql = "SELECT id, purpose, version, revoked_at FROM consents WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ROWS as i64 + 1], |row| {
        Ok(Agreed { id: row.id(0)?, purpose: row.text(1)?, version: row.text(2)?, revoked_at: row.opt_time(3)? })
    })?;
    Ok(List::of(rows, ROWS))
}

fn memberships(snap: &Snapshot<'_>, user: UserId) -> Result<List<Membership>> {
    let sql = "SELECT id, project_id, role, status FROM members WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ROWS as i64 + 1], |row| {
        Ok(Membership { id: row.id(0)?, project: row.id(1)?, role: row.text(2)?, status: row.text(3)? })
    })?;
    Ok(List::of(rows, ROWS))
}

fn sessions(snap: &Snapshot<'_>, keys: &Keys, user: UserId) -> Result<List<OwnSession>> {
    let sql = "SELECT id, device, ip, last_activity_at, revoked_at FROM sessions WHERE user_id = ?1 \
               ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, SESSIONS as i64 + 1], |row| {
        let id = row.id(0)?;
        let ip = open(keys, "sessions.ip", id, &row.bytes(2)?)?;
        let (last_activity_at, revoked_at) = (row.time(3)?, row.opt_time(4)?);
        Ok(OwnSession { id, device: row.text(1)?, ip, last_activity_at, revoked_at })
    })?;
    Ok(List::of(rows, SESSIONS))
}

fn entries(snap: &Snapshot<'_>, keys: &Keys, user: UserId) -> Result<List<OwnEntry>> {
    let sql = "SELECT id, action, resource_type, ip FROM audit_log WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2";
    let rows = snap.all(sql, params![&user, ENTRIES as i64 + 1], |row| {
        let id = row.id(0)?;
        let ip = open_opt(keys, "audit_log.ip", id, row.opt_bytes(3)?)?;
        Ok(OwnEntry { id, action: row.text(1)?, resource_type: row.text(2)?, ip })
    })?;
    Ok(List::of(rows, ENTRIES))
}
