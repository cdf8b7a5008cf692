//! What is kept of events that came from sources, beside the events themselves: their keys for
//! ever, the rest as long as the event is there. Where an event stands is worked out once a commit.

pub(super) mod changes;
mod list;

pub use changes::Change;
pub use list::{attempts, list};

use super::counters::Counter;
use super::sealed::{open, seal};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::delivery::Status;
use crate::domain::event::EventId;
use crate::domain::inbound::{Inbound, Leg, State};
use crate::domain::project::ProjectId;
use crate::domain::source::SourceId;
use crate::params;
use std::sync::Arc;

/// An event of a source in short.
pub type Listed = Inbound<EventId>;

/// What is to be kept of an event that is stored.
#[derive(Debug)]
pub struct NewInbound<'a> {
    pub project: ProjectId,
    pub source: SourceId,
    /// The slug that it came by, and its type, shared.
    pub provider: Arc<str>,
    pub kind: Arc<str>,
    pub external_id: &'a str,
    pub external_hash: &'a [u8; 32],
    pub subject: Option<&'a str>,
    pub occurred_at: Timestamp,
    /// A JSON object: name → value, without credentials.
    pub headers: &'a str,
    pub body: &'a [u8],
}

/// The event of an id that a source has sent before.
pub fn known(snap: &Snapshot<'_>, source: SourceId, hash: &[u8; 32]) -> Result<Option<EventId>> {
    let sql = "SELECT event_id FROM inbound_keys WHERE source_id = ?1 AND hash = ?2";
    snap.opt(sql, params![&source, hash], |row| row.id(0))
}

/// Keeps what belongs to an event; its deliveries are stored already.
pub fn insert(tx: &Tx<'_>, keys: &Keys, event: EventId, n: &NewInbound<'_>) -> Result<()> {
    let state = derived(tx, event)?;
    let sql = "INSERT INTO inbound_keys (source_id, hash, event_id) VALUES (?1, ?2, ?3)";
    tx.exec(sql, params![&n.source, n.external_hash, &event])?;
    tx.exec(
        "INSERT INTO inbound (project_id, event_id, source_id, provider, external_id, event_type, subject, occurred_at, \
         state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            &n.project,
            &event,
            &n.source,
            &*n.provider,
            n.external_id,
            &*n.kind,
            n.subject,
            n.occurred_at,
            state.code()
        ],
    )?;
    let headers = seal(keys, "inbound_raw.headers", event, n.headers)?;
    let sql = "INSERT INTO inbound_raw (event_id, headers, body) VALUES (?1, ?2, ?3)";
    tx.exec(sql, params![&event, &headers, n.body])?;
    count(tx, (n.project, n.provider.clone(), n.kind.clone(), state), 1);
    Ok(())
}

fn count(tx: &Tx<'_>, (project, provider, kind, state): (ProjectId, Arc<str>, Arc<str>, State), delta: i64) {
    tx.count(Counter::Inbound(Change::Counted { project, provider, kind, state }), delta);
}

/// To be called with every change of a delivery of an event.
pub fn touch(tx: &Tx<'_>, project: ProjectId, event: EventId) {
    tx.count(Counter::Inbound(Change::Touched { project, event }), 1);
}

/// To be called with every attempt of a delivery of an event.
pub fn attempted(tx: &Tx<'_>, project: ProjectId, event: EventId, seq: i64, succeeded: bool) {
    tx.count(Counter::Inbound(Change::Attempted { project, event, seq, succeeded }), 1);
}

/// Where an event stands by its deliveries.
fn derived(snap: &Snapshot<'_>, event: EventId) -> Result<State> {
    let sql = "SELECT webhook_id, pipeline_id, status, attempts, due_at IS NOT NULL, claimed <> 0 FROM deliveries \
               WHERE event_id = ?1 ORDER BY id DESC";
    let legs = snap.all(sql, params![&event], |row| {
        Ok(Leg {
            to: (row.id(0)?, row.opt_id(1)?),
            status: Status::from_code(row.int(2)?),
            attempts: row.int(3)?.unsigned_abs() as u32,
            due: row.flag(4)?,
            in_flight: row.flag(4)? && row.flag(5)?,
        })
    })?;
    let waits = snap.opt("SELECT 1 FROM batch_items WHERE event_id = ?1 LIMIT 1", params![&event], |_| Ok(()))?;
    Ok(State::of(&legs, waits.is_some()))
}

const COLUMNS: &str = "event_id, provider, external_id, event_type, subject, occurred_at, state";

fn read(row: &Row<'_>) -> Result<Listed> {
    Ok(Inbound {
        event: row.id(0)?,
        provider: row.text(1)?,
        external_id: row.text(2)?,
        kind: row.text(3)?,
        subject: row.opt_text(4)?,
        occurred_at: row.time(5)?,
        state: State::from_code(row.int(6)?),
    })
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, event: EventId) -> Result<Option<Listed>> {
    let sql = format!("SELECT {COLUMNS} FROM inbound WHERE project_id = ?1 AND event_id = ?2");
    snap.opt(&sql, params![&project, &event], read)
}

/// A request as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// A JSON object: name → value, without credentials.
    pub headers: String,
    pub body: Vec<u8>,
}

/// The request of an event of the project; the caller has seen that it is.
pub fn raw(snap: &Snapshot<'_>, keys: &Keys, event: EventId) -> Result<Raw> {
    let sql = "SELECT headers, body FROM inbound_raw WHERE event_id = ?1";
    let found = snap.opt(sql, params![&event], |row| Ok((row.bytes(0)?, row.bytes(1)?)))?;
    let (headers, body) = found.ok_or_else(|| Error::internal("an event without its request"))?;
    Ok(Raw { headers: open(keys, "inbound_raw.headers", event, &headers)?, body })
}

/// Forgets what is kept of an event that is being removed; its key stays.
pub fn remove(tx: &Tx<'_>, project: ProjectId, event: EventId) -> Result<()> {
    let Some(found) = find(tx, project, event)? else { return Ok(()) };
    tx.exec("DELETE FROM inbound_raw WHERE event_id = ?1", params![&event])?;
    tx.exec("DELETE FROM inbound WHERE project_id = ?1 AND event_id = ?2", params![&project, &event])?;
    count(tx, (project, found.provider.into(), found.kind.into(), found.state), -1);
    Ok(())
}

/// Forgets an attempt that is being removed.
pub fn remove_attempts(tx: &Tx<'_>, project: ProjectId, delivery: &[u8; 16]) -> Result<()> {
    let sql = "SELECT i.seq, i.succeeded FROM attempts a JOIN inbound_attempts i ON i.project_id = ?1 AND i.seq = a.seq \
               WHERE a.delivery_id = ?2";
    let found = tx.all(sql, params![&project, delivery], |row| Ok((row.int(0)?, row.flag(1)?)))?;
    for (seq, succeeded) in found {
        tx.exec("DELETE FROM inbound_attempts WHERE project_id = ?1 AND seq = ?2", params![&project, seq])?;
        tx.count(Counter::Inbound(Change::Attempts { project, succeeded }), -1);
    }
    Ok(())
}
