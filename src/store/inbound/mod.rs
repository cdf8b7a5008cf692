//! What is kept of events that came from sources, beside the events themselves: their keys for
//! ever, the rest as long as the event is there. Where an event stands is worked out once a commit.

mod attempts;
pub(super) mod changes;
mod list;

pub use attempts::attempts;
pub use changes::Change;
pub use list::list;

use super::counters::Counter;
use super::sealed::{open, seal};
use super::{Row, Snapshot, Tx};
use crate::base::crypto::{self, Keys};
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
    /// The slug that it came by, and its type, shared.
    pub provider: Arc<str>,
    pub kind: Arc<str>,
    pub external_id: &'a str,
    pub subject: Option<&'a str>,
    pub occurred_at: Timestamp,
    pub state: State,
    /// A JSON object: name → value, without credentials.
    pub headers: &'a str,
}

/// Bytes of an id that is kept as it is; of a longer one its hash is.
const KEPT: usize = 64;

fn hashed(external_id: &str) -> String {
    format!("sha256:{}", hex::encode(crypto::sha256(external_id.as_bytes())))
}

/// An id that a source gave.
#[derive(Debug, Clone, Copy)]
pub struct External<'a> {
    pub source: SourceId,
    pub id: &'a str,
    /// Of some ids of the source only the hashes are known.
    pub hashed: bool,
}

/// Notes the event of an id, once and for ever; tells the event that has it already.
pub fn claim(tx: &Tx<'_>, external: External<'_>, event: EventId) -> Result<Option<EventId>> {
    let External { source, id, hashed: forgotten } = external;
    let find = |id: &str| {
        let sql = "SELECT event_id FROM inbound_ids WHERE source_id = ?1 AND external_id = ?2";
        tx.opt(sql, params![&source, id], |row| row.id(0))
    };
    let hash = (forgotten || id.len() > KEPT).then(|| hashed(id));
    if let Some(known) = hash.as_deref().filter(|_| id.len() <= KEPT).map(find).transpose()?.flatten() {
        return Ok(Some(known));
    }
    let key = hash.as_deref().filter(|_| id.len() > KEPT).unwrap_or(id);
    let sql = "INSERT INTO inbound_ids (source_id, external_id, event_id) VALUES (?1, ?2, ?3) \
               ON CONFLICT (source_id, external_id) DO NOTHING";
    match tx.exec(sql, params![&source, key, &event])? {
        0 => find(key),
        _ => Ok(None),
    }
}

/// Keeps what belongs to an event, which is stored.
pub fn insert(tx: &Tx<'_>, keys: &Keys, event: EventId, n: &NewInbound<'_>) -> Result<()> {
    let headers = seal(keys, HEADERS, event, n.headers)?;
    tx.exec(
        "INSERT INTO inbound (project_id, event_id, provider, external_id, event_type, subject, occurred_at, state, \
         headers) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            &n.project,
            &event,
            &*n.provider,
            n.external_id,
            &*n.kind,
            n.subject,
            n.occurred_at,
            n.state.code(),
            &headers
        ],
    )?;
    count(tx, (n.project, n.provider.clone(), n.kind.clone(), n.state), n.occurred_at, 1);
    Ok(())
}

/// What the headers are sealed for; of the table where they were first.
pub(super) const HEADERS: &str = "inbound_raw.headers";

/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;

fn count(
    tx: &Tx<'_>,
    (project, provider, kind, state): (ProjectId, Arc<str>, Arc<str>, State),
    occurred_at: Timestamp,
    delta: i64,
) {
    let hour = occurred_at.micros().div_euclid(HOUR);
    tx.count(Counter::Inbound(Change::Counted { project, provider, kind, state }), delta);
    tx.count(Counter::Inbound(Change::Occurred { project, hour }), delta);
}

/// To be called with every change of a delivery of an event that may be one of a source.
pub fn touch(tx: &Tx<'_>, project: ProjectId, event: EventId) {
    tx.count(Counter::Inbound(Change::Touched { project, event }), 1);
}

/// To be called with every attempt of a delivery of an event of a source.
pub fn attempted(tx: &Tx<'_>, project: ProjectId, event: EventId, succeeded: bool) {
    touch(tx, project, event);
    tx.count(Counter::Inbound(Change::Attempts { project, succeeded }), 1);
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
pub fn raw(snap: &Snapshot<'_>, keys: &Keys, project: ProjectId, event: EventId) -> Result<Raw> {
    let sql = "SELECT i.headers, e.raw FROM inbound i JOIN events e ON e.project_id = i.project_id AND e.id = i.event_id \
               WHERE i.project_id = ?1 AND i.event_id = ?2";
    let found = snap.opt(sql, params![&project, &event], |row| Ok((row.bytes(0)?, row.bytes(1)?)))?;
    let (headers, body) = found.ok_or_else(|| Error::internal("an event without its request"))?;
    Ok(Raw { headers: open(keys, HEADERS, event, &headers)?, body })
}

/// Forgets what is kept of an event that is being removed; its key stays.
pub fn remove(tx: &Tx<'_>, project: ProjectId, event: EventId) -> Result<()> {
    let Some(found) = find(tx, project, event)? else { return Ok(()) };
    tx.exec("DELETE FROM inbound WHERE project_id = ?1 AND event_id = ?2", params![&project, &event])?;
    count(tx, (project, found.provider.into(), found.kind.into(), found.state), found.occurred_at, -1);
    Ok(())
}

/// Counts the attempts of a delivery that is being removed no more.
pub fn forget_attempts(tx: &Tx<'_>, project: ProjectId, delivery: &[u8; 16]) -> Result<()> {
    let sql = "SELECT succeeded FROM attempts WHERE delivery_id = ?1 AND inbound IS NOT NULL";
    for succeeded in tx.all(sql, params![delivery], |row| row.flag(0))? {
        tx.count(Counter::Inbound(Change::Attempts { project, succeeded }), -1);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
