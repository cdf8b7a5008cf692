//! The tables, and what becomes of the rows in them that name a user or a project. A flat list:
//! a test holds it against the schema, so that no table can be left out.

use super::super::{Tx, sandbox};
use super::redact;
use crate::base::Result;
use crate::base::crypto::Keys;
use crate::params;

/// One column by which rows hang on a subject, directly or through other rows.
pub(super) struct Part {
    pub table: &'static str,
    pub column: &'static str,
    pub fate: Fate,
}

/// What becomes of the rows.
pub(super) enum Fate {
    /// Deleted; told apart by this column.
    Rows(&'static str),
    /// Dealt with by a function that is given the subject and about how many rows to touch.
    By(fn(&Tx<'_>, &Keys, &[u8; 16], i64) -> Result<usize>),
    /// Dealt with by the column of this name, or, with the reason in brackets, not at all.
    Along(#[allow(dead_code)] &'static str),
}

impl Part {
    pub fn clear(&self, tx: &Tx<'_>, keys: &Keys, subject: &[u8; 16], limit: i64) -> Result<usize> {
        match self.fate {
            Fate::Rows(_) => tx.exec(&self.statement(), params![subject, limit]),
            Fate::By(clear) => clear(tx, keys, subject, limit),
            Fate::Along(_) => Ok(0),
        }
    }

    pub fn statement(&self) -> String {
        let Part { table, column, fate } = self;
        let Fate::Rows(id) = fate else { return String::new() };
        format!(
            "DELETE FROM {table} WHERE {column} = ?1 AND {id} IN \
             (SELECT {id} FROM {table} WHERE {column} = ?1 LIMIT ?2)"
        )
    }
}

const fn rows(table: &'static str, column: &'static str, id: &'static str) -> Part {
    Part { table, column, fate: Fate::Rows(id) }
}

const fn by(
    table: &'static str,
    column: &'static str,
    clear: fn(&Tx<'_>, &Keys, &[u8; 16], i64) -> Result<usize>,
) -> Part {
    Part { table, column, fate: Fate::By(clear) }
}

const fn along(table: &'static str, column: &'static str, with: &'static str) -> Part {
    Part { table, column, fate: Fate::Along(with) }
}

/// Below a project, in the order in which it goes. The project itself is the last.
#[rustfmt::skip]
pub(super) const OF_PROJECT: &[Part] = &[
    by   ("deliveries",      "project_id",  deliveries),
    along("deliveries",      "event_id",    "project_id"),
    along("deliveries",      "webhook_id",  "project_id"),
    along("deliveries",      "pipeline_id", "project_id"),
    along("deliveries",      "replay_id",   "project_id"),
    along("attempts",        "delivery_id", "deliveries.project_id"),
    along("attempts",        "project_id",  "deliveries.project_id"),
    along("attempts",        "webhook_id",  "deliveries.project_id"),
    along("attempts",        "inbound",     "deliveries.project_id"),
    rows ("batch_items",     "project_id",  "id"),
    along("batch_items",     "webhook_id",  "project_id"),
    along("batch_items",     "event_id",    "project_id"),
    rows ("dead_letters",    "project_id",  "id"),
    along("dead_letters",    "delivery_id", "project_id"),
    along("dead_letters",    "event_id",    "project_id"),
    along("dead_letters",    "webhook_id",  "project_id"),
    rows ("ingested",        "project_id",  "seq"),
    along("ingested",        "event_id",    "project_id"),
    along("ingested",        "webhook_id",  "project_id"),
    rows ("ingested_totals", "project_id",  "topic"),
    along("ingested_totals", "webhook_id",  "project_id"),
    rows ("inbound",         "project_id",  "event_id"),
    along("inbound",         "event_id",    "project_id"),
    along("inbound",         "external_id", "project_id"),
    rows ("inbound_totals",  "project_id",  "provider"),
    rows ("inbound_hours",   "project_id",  "hour"),
    rows ("inbound_attempt_totals", "project_id", "succeeded"),
    rows ("replay_requests", "project_id",  "replay_id"),
    along("replay_requests", "replay_id",   "project_id"),
    along("replay_requests", "event_id",    "project_id"),
    along("replay_requests", "requested_by", "project_id"),
    by   ("sources",         "project_id",  sources),
    along("source_rejections", "source_id", "sources.project_id"),
    along("inbound_ids",     "source_id",   "sources.project_id"),
    along("inbound_ids",     "external_id", "sources.project_id"),
    along("inbound_ids",     "event_id",    "sources.project_id"),
    along("dead_letters",    "task_id",     "project_id"),
    by   ("tasks",           "project_id",  tasks),
    along("task_attempts",   "task_id",     "tasks.project_id"),
    rows ("task_keys",       "project_id",  "name"),
    along("task_keys",       "task_id",     "project_id"),
    rows ("task_secrets",    "project_id",  "project_id"),
    rows ("events",          "project_id",  "id"),
    rows ("event_totals",    "project_id",  "project_id"),
    along("events",          "origin_id",   "project_id"),
    along("events",          "source_id",   "project_id"),
    rows ("past_events",     "project_id",  "id"),
    along("past_events",     "origin_id",   "project_id"),
    rows ("removals",        "project_id",  "id"),
    rows ("topics",          "project_id",  "topic"),
    rows ("replays",         "project_id",  "id"),
    rows ("event_days",      "project_id",  "day"),
    by   ("topic_days",      "project_id",  topic_days),
    rows ("pipelines",       "project_id",  "id"),
    along("pipelines",       "webhook_id",  "project_id"),
    rows ("event_schemas",   "project_id",  "id"),
    rows ("job_runs",        "project_id",  "id"),
    along("job_runs",        "job_id",      "project_id"),
    rows ("jobs",            "project_id",  "id"),
    rows ("embed_tokens",    "project_id",  "id"),
    rows ("alerts",          "project_id",  "id"),
    rows ("alert_marks",     "project_id",  "object"),
    rows ("alert_hours",     "project_id",  "medium"),
    rows ("alert_channels",  "project_id",  "id"),
    rows ("notification_channels", "project_id", "id"),
    by   ("sandbox_endpoints", "project_id",  sandboxes),
    along("sandbox_requests",  "endpoint_id", "sandbox_endpoints.project_id"),
    rows ("origins",         "project_id",  "id"),
    by   ("webhooks",        "project_id",  webhooks),
    along("webhook_minutes", "webhook_id",  "webhooks.project_id"),
    along("webhook_days",    "webhook_id",  "webhooks.project_id"),
    rows ("api_keys",        "project_id",  "id"),
    rows ("catalogues",      "project_id",  "kind"),
    rows ("members",         "project_id",  "id"),
    rows ("notifications",   "project_id",  "id"),
    along("notifications",   "subject_id",  "project_id"),
    rows ("audit_log",       "project_id",  "id"),
    along("audit_log",       "resource_id", "(stays in the log of others as the id of nobody)"),
    along("projects",        "owner_id",    "id"),
    rows ("projects",        "id",          "id"),
];

/// Of a user, apart from the projects they owned and the row of the user, which went first.
#[rustfmt::skip]
pub(super) const OF_USER: &[Part] = &[
    by   ("sessions",         "user_id",            sessions),
    along("refresh_tokens",   "session_id",         "sessions.user_id"),
    rows ("password_history", "user_id",            "set_at"),
    rows ("one_time_tokens",  "user_id",            "hash"),
    along("one_time_tokens",  "address_hash",       "user_id"),
    rows ("consents",         "user_id",            "id"),
    rows ("mfa_factors",      "user_id",            "user_id"),
    rows ("mfa_setups",       "user_id",            "user_id"),
    rows ("mfa_backup_codes", "user_id",            "hash"),
    rows ("mfa_challenges",   "user_id",            "id"),
    rows ("user_networks",    "user_id",            "network"),
    rows ("letters",          "user_id",            "id"),
    rows ("letter_marks",     "user_id",            "purpose"),
    rows ("notifications",    "user_id",            "id"),
    rows ("members",          "user_id",            "id"),
    by   ("members",          "invited_by",         uninvite),
    by   ("origins",          "user_id",            redact::origins),
    by   ("audit_log",        "user_id",            redact::entries),
    by   ("removals",         "user_id",            redact::removals),
    along("login_attempts",   "email_hash",         "(went with the row of the user)"),
    along("registration_invites", "email_hash",     "(went with the row of the user)"),
    along("registration_invites", "token_hash",     "(went with the row of the user)"),
    along("registration_invites", "invited_by",     "(the id of nobody, until the invitation ends)"),
    along("anomalies",            "subject",        "(a keyed hash, for an hour)"),
    along("users",            "email_hash",         "(went with the row of the user)"),
    along("users",            "pending_email",      "(went with the row of the user)"),
    along("sessions",         "cookie_hash",        "user_id"),
    along("users",            "default_project_id", "(moved when the project became invisible)"),
    along("users",            "last_project_id",    "(shown only while the project is theirs)"),
    along("erasures",         "subject_id",         "(struck off at the end)"),
];

/// Deletes the first row of a table, with all that hangs on it in another one.
fn one_with(tx: &Tx<'_>, [table, owner, id]: [&str; 3], [below, by]: [&str; 2], of: &[u8; 16]) -> Result<usize> {
    let sql = format!("SELECT {id} FROM {table} WHERE {owner} = ?1 ORDER BY {id} LIMIT 1");
    let Some(found) = tx.opt(&sql, params![of], |row| row.id::<()>(0))? else { return Ok(0) };
    tx.exec(&format!("DELETE FROM {below} WHERE {by} = ?1"), params![&found])?;
    tx.exec(&format!("DELETE FROM {table} WHERE {owner} = ?1 AND {id} = ?2"), params![of, &found])
}

/// Deletes rows that hang on the first row of a table, or, once there are none, that one.
fn one_after(tx: &Tx<'_>, [table, owner]: [&str; 2], below: &[Part], of: &[u8; 16], limit: i64) -> Result<usize> {
    let sql = format!("SELECT id FROM {table} WHERE {owner} = ?1 LIMIT 1");
    let Some(found) = tx.opt(&sql, params![of], |row| row.id::<()>(0))? else { return Ok(0) };
    for part in below {
        match tx.exec(&part.statement(), params![&found, limit])? {
            0 => {}
            done => return Ok(done),
        }
    }
    tx.exec(&format!("DELETE FROM {table} WHERE id = ?1"), params![&found])
}

/// Attempts can hold a lot, and are not found without their delivery.
fn deliveries(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], _: i64) -> Result<usize> {
    one_with(tx, ["deliveries", "project_id", "id"], ["attempts", "delivery_id"], project)
}

/// First goes what a source has sent and what was refused.
fn sources(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], limit: i64) -> Result<usize> {
    const BELOW: [Part; 2] =
        [rows("inbound_ids", "source_id", "external_id"), rows("source_rejections", "source_id", "id")];
    one_after(tx, ["sources", "project_id"], &BELOW, project, limit)
}

fn tasks(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], _: i64) -> Result<usize> {
    one_with(tx, ["tasks", "project_id", "id"], ["task_attempts", "task_id"], project)
}

/// Deletes topics of the first day.
fn topic_days(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], limit: i64) -> Result<usize> {
    let sql = "SELECT day FROM topic_days WHERE project_id = ?1 ORDER BY day LIMIT 1";
    let Some(day) = tx.opt(sql, params![project], |row| row.int(0))? else { return Ok(0) };
    let sql = "DELETE FROM topic_days WHERE project_id = ?1 AND day = ?2 AND topic IN \
               (SELECT topic FROM topic_days WHERE project_id = ?1 AND day = ?2 LIMIT ?3)";
    tx.exec(sql, params![project, day, limit])
}

/// First go the minutes and days of a webhook.
fn webhooks(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], limit: i64) -> Result<usize> {
    const BELOW: [Part; 2] =
        [rows("webhook_minutes", "webhook_id", "minute"), rows("webhook_days", "webhook_id", "day")];
    one_after(tx, ["webhooks", "project_id"], &BELOW, project, limit)
}

/// Deletes the first sandbox endpoint, once what it captured is gone.
fn sandboxes(tx: &Tx<'_>, _: &Keys, project: &[u8; 16], _: i64) -> Result<usize> {
    let sql = "SELECT id FROM sandbox_endpoints WHERE project_id = ?1 LIMIT 1";
    let endpoint = tx.opt(sql, params![project], |row| row.id(0))?;
    endpoint.map_or(Ok(0), |id| sandbox::clear(tx, id).map(usize::from))
}

/// First go the refresh tokens of a session.
fn sessions(tx: &Tx<'_>, _: &Keys, user: &[u8; 16], limit: i64) -> Result<usize> {
    const BELOW: [Part; 1] = [rows("refresh_tokens", "session_id", "hash")];
    one_after(tx, ["sessions", "user_id"], &BELOW, user, limit)
}

/// Forgets whom a user invited.
fn uninvite(tx: &Tx<'_>, _: &Keys, user: &[u8; 16], limit: i64) -> Result<usize> {
    let sql = "UPDATE members SET invited_by = NULL WHERE id IN \
               (SELECT id FROM members WHERE invited_by = ?1 ORDER BY id LIMIT ?2)";
    tx.exec(sql, params![user, limit])
}
