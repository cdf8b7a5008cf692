//! Removing events with their deliveries and their places in batches. Of an accepted event the audit log keeps who sent it.

use super::{Gone, RowId, Rows, Step, Tally, deliveries, letters};
use crate::base::{Error, Id, Result, Timestamp};
use crate::domain::glob::Glob;
use crate::domain::project::ProjectId;
use crate::domain::purge::{Selection, What};
use crate::domain::status::Status;
use crate::params;
use crate::store::counters::Counter;
use crate::store::intake::OriginId;
use crate::store::sql::Value;
use crate::store::{Snapshot, Tx, inbound, ingested};

/// Deliveries of one event that go in one step.
const DELIVERIES: usize = 100;

pub(super) struct Events<'s> {
    project: ProjectId,
    before: RowId,
    topic: Option<&'s Glob>,
    status: Option<Status>,
    /// Also those that wait to be delivered with others.
    collected: bool,
    /// Entries of before this are gone from the audit log.
    entries_since: Option<Timestamp>,
}

pub(super) struct Event {
    id: RowId,
    topic: Option<String>,
    active: bool,
    origin: Option<OriginId>,
    /// It was sent to one endpoint.
    directed: bool,
    inbound: bool,
}

// Each reads ids from an index that has all it asks for: only then is that index surely chosen.
pub(super) const ALL: &str = "SELECT id FROM events WHERE project_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const INACTIVE: &str =
    "SELECT id FROM events WHERE project_id = ?1 AND status = 1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const OF_TOPIC: &str =
    "SELECT id FROM events WHERE project_id = ?1 AND topic = ?5 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?4";
pub(super) const UNFINISHED: &str = "SELECT 1 FROM deliveries WHERE event_id = ?1 AND due_at IS NOT NULL LIMIT 1";
pub(super) const COLLECTED: &str = "SELECT 1 FROM batch_items WHERE event_id = ?1 LIMIT 1";
pub(super) const COUNT_COLLECTED: &str = "SELECT COUNT(*) FROM batch_items WHERE event_id = ?1";
pub(super) const FORGET_COLLECTED: &str = "DELETE FROM batch_items WHERE event_id = ?1";
pub(super) const OF_EVENT: &str = "SELECT id FROM deliveries WHERE event_id = ?1 ORDER BY id LIMIT ?2";

impl Events<'_> {
    pub fn new<'s>(snap: &Snapshot<'_>, selection: &'s Selection) -> Result<Events<'s>> {
        let (topic, status, collected) = match &selection.what {
            What::Events { topic, status } => (topic.as_ref(), *status, true),
            _ => (None, None, false),
        };
        let (project, before) = (selection.project, Id::floor(selection.before));
        Ok(Events { project, before, topic, status, collected, entries_since: super::audit_since(snap, project)? })
    }

    /// Whether something will still be delivered of an event, and it is to stay for that.
    fn is_awaited(&self, snap: &Snapshot<'_>, id: RowId) -> Result<bool> {
        let any = |sql| Ok::<_, Error>(snap.opt(sql, params![&id], |row| row.int(0))?.is_some());
        Ok(any(UNFINISHED)? || (!self.collected && any(COLLECTED)?))
    }
}

impl Rows for Events<'_> {
    type Row = Event;

    fn ids(&self, snap: &Snapshot<'_>, after: RowId, limit: usize) -> Result<Vec<RowId>> {
        let mut bound = params![&self.project, &after, &self.before, limit as i64].to_vec();
        let sql = match (self.topic, self.status) {
            (Some(topic), _) if topic.is_exact() => {
                bound.push(Value::Text(topic.text()));
                OF_TOPIC
            }
            (_, Some(Status::Inactive)) => INACTIVE,
            _ => ALL,
        };
        snap.all(sql, &bound, |row| row.id(0))
    }

    fn find(&self, snap: &Snapshot<'_>, id: RowId) -> Result<Option<Event>> {
        let sql = "SELECT topic, status, waiting IS NOT NULL, origin_id, only_webhook IS NOT NULL, source_id IS NOT NULL \
                   FROM events WHERE project_id = ?1 AND id = ?2";
        let found = snap.opt(sql, params![&self.project, &id], |row| {
            let (topic, status, waits) = (row.opt_text(0)?, Status::from_code(row.int(1)?), row.flag(2)?);
            let of_topic = self.topic.is_none_or(|glob| topic.as_ref().is_some_and(|t| glob.matches(t)));
            let fits = !waits && of_topic && self.status.is_none_or(|wanted| wanted == status);
            Ok(fits.then_some(Event {
                id,
                topic,
                active: status.is_active(),
                origin: row.opt_id(3)?,
                directed: row.flag(4)?,
                inbound: row.flag(5)?,
            }))
        })?;
        let Some(event) = found.flatten() else { return Ok(None) };
        Ok(if self.is_awaited(snap, id)? { None } else { Some(event) })
    }

    fn weigh(&self, snap: &Snapshot<'_>, event: &Event) -> Result<Tally> {
        let count = |sql| Ok::<_, Error>(snap.one(sql, params![&event.id], |row| row.int(0))?.unsigned_abs());
        let deliveries = count("SELECT COUNT(*) FROM deliveries WHERE event_id = ?1")?;
        let (detached, collected) = (letters::of_event(snap, event.id)?, count(COUNT_COLLECTED)?);
        Ok(Tally { rows: 1, deliveries, detached, collected })
    }

    fn remove(&self, tx: &Tx<'_>, event: Event, step: &mut Step) -> Result<Gone> {
        let (id, tally) = (event.id, &mut step.tally);
        tally.detached += letters::detach_event(tx, id)?;
        tally.collected += tx.exec(FORGET_COLLECTED, params![&id])? as u64;
        let of_event = tx.all(OF_EVENT, params![&id, DELIVERIES as i64], |row| row.id(0))?;
        for delivery in &of_event {
            deliveries::delete(tx, self.project, *delivery)?;
        }
        tally.deliveries += of_event.len() as u64;
        if of_event.len() == DELIVERIES {
            return Ok(Gone::Partly);
        }
        if let Some(origin) = event.origin.filter(|_| self.entries_since.is_none_or(|since| id >= Id::floor(since))) {
            let sql = "INSERT INTO past_events (project_id, id, topic, origin_id) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (project_id, id) DO NOTHING";
            tx.exec(sql, params![&self.project, &id, event.topic.as_deref(), &origin])?;
        }
        if event.inbound {
            inbound::remove(tx, self.project, Id::from_bytes(id.as_bytes()).unwrap_or(Id::MIN))?;
        }
        tx.exec("DELETE FROM events WHERE project_id = ?1 AND id = ?2", params![&self.project, &id])?;
        if event.directed {
            ingested::remove(tx, Id::from_bytes(id.as_bytes()).unwrap_or(Id::MIN))?;
        }
        tx.count(Counter::Gone(self.project), 1);
        if let Some(topic) = event.topic.filter(|_| event.active) {
            tx.count(Counter::Removed(self.project, topic.into()), 1);
        }
        tally.rows += 1;
        Ok(Gone::Wholly)
    }
}
