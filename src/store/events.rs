//! Events: finding, listing and switching off. Their insertion belongs to the accepting of events.
//!
//! A list reads the index that fits its rarest condition, newest first, and looks at each row for
//! the rest. When little fits, a page stops after a fixed amount of looking: it is then shorter
//! than asked for, yet says that more may follow, and its cursor stands where the look ended.

use super::scan::{Gather, LEAP, Merge, Range, parsing, reading};
use super::{Row, Snapshot, Tx};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Result};
use crate::domain::event::{Event, EventId, EventTag, PayloadHash};
use crate::domain::project::ProjectId;
use crate::domain::query::EventQuery;
use crate::domain::status::Status;
use crate::domain::topic::TopicPattern;
use crate::params;

/// Topics of a project that are looked through for a pattern at most.
const TOPICS_SEEN: usize = 5_000;
/// Matching topics that are followed one by one; with more, most events will match anyway.
const TOPICS_FOLLOWED: usize = 500;

/// What [`read`] reads; a condition follows.
pub(super) const SELECT: &str = "SELECT id, topic, payload, nested, status, deliver_at, waiting, hash, idempotency_key, derived_from, \
     only_webhook, correlation, source_id FROM events";

pub(super) fn read(row: &Row<'_>) -> Result<Event> {
    Ok(Event {
        id: row.id(0)?,
        topic: row.opt_text(1)?,
        payload: row.text(2)?,
        nested: row.flag(3)?,
        status: Status::from_code(row.int(4)?),
        deliver_at: row.opt_time(5)?,
        waiting: row.opt_int(6)?.is_some(),
        hash: PayloadHash::from_bytes(&row.bytes(7)?).ok_or_else(|| Error::internal("a hash of odd length"))?,
        idempotency_key: row.opt_text(8)?,
        derived_from: row.opt_id(9)?,
        only: row.opt_id(10)?,
        correlation_id: row.opt_text(11)?,
        source: row.opt_id(12)?,
    })
}

/// Active and inactive ones alike.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: EventId) -> Result<Option<Event>> {
    let sql = format!("{SELECT} WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// Whether it is there and active.
pub fn is_active(snap: &Snapshot<'_>, project: ProjectId, id: EventId) -> Result<bool> {
    let sql = "SELECT 1 FROM events WHERE project_id = ?1 AND id = ?2 AND status = 0";
    Ok(snap.opt(sql, params![&project, &id], |_| Ok(()))?.is_some())
}

/// One page of the events that fit, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &EventQuery,
    page: Page<EventTag>,
) -> Result<Slice<Event, EventTag>> {
    let range = Range::new(page.before, query.accepted.from, query.accepted.to);
    let mut scan = Scan { snap, project, query, range, page: Gather::new(page.limit) };
    match &query.topic {
        _ if query.scheduled => scan.indexed(SCHEDULED, None)?,
        _ if query.status == Some(Status::Inactive) => scan.indexed(INACTIVE, None)?,
        Some(topic) if topic.is_exact() => scan.indexed(OF_TOPIC, Some(topic.text()))?,
        Some(pattern) if !pattern.matches(None) => match topics(snap, project, pattern, query.status)? {
            Some(topics) => scan.topics(&topics)?,
            None => scan.all()?,
        },
        _ => scan.all()?,
    }
    Ok(scan.page.finish())
}

// Each reads ids from an index that has all it asks for: only then is that index surely chosen.
const SCHEDULED: &str = "SELECT id FROM events WHERE project_id = ?1 AND status = 0 AND waiting IS NOT NULL \
                         AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4";
const INACTIVE: &str = "SELECT id FROM events WHERE project_id = ?1 AND status = 1 AND id >= ?2 AND id < ?3 \
                        ORDER BY id DESC LIMIT ?4";
const OF_TOPIC: &str = "SELECT id FROM events WHERE project_id = ?1 AND topic = ?5 AND id >= ?2 AND id < ?3 \
                        ORDER BY id DESC LIMIT ?4";

/// Rows read with one statement after the first; a scan that goes on wants many.
const BATCH: usize = 500;

struct Scan<'s, 'c> {
    snap: &'s Snapshot<'c>,
    project: ProjectId,
    query: &'s EventQuery,
    range: Range<EventTag>,
    page: Gather<Event, EventTag>,
}

impl Scan<'_, '_> {
    fn all(&mut self) -> Result<()> {
        let sql = format!("{SELECT} WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC");
        let (query, bound) = (self.query, params![&self.project, &self.range.low, &self.range.high]);
        self.snap.each(&sql, bound, |row| Ok(self.page.look(query, read(row)?, 0)))
    }

    fn indexed(&mut self, ids: &str, topic: Option<&str>) -> Result<()> {
        let sql = format!("{SELECT} WHERE project_id = ?1 AND id IN ({ids}) ORDER BY id DESC");
        let (query, project, low, mut high) = (self.query, self.project, self.range.low, self.range.high);
        let mut wanted = self.page.limit() + 1;
        loop {
            let mut bound = params![&project, &low, &high, wanted as i64].to_vec();
            bound.extend(topic.map(super::sql::Value::from));
            let (mut read_on, mut rows, mut last) = (true, 0, high);
            self.snap.each(&sql, &bound, |row| {
                let event = read(row)?;
                (rows, last) = (rows + 1, event.id);
                read_on = self.page.look(query, event, 0);
                Ok(read_on)
            })?;
            if !read_on || rows < wanted {
                return Ok(());
            }
            (high, wanted) = (last, BATCH);
        }
    }

    /// Looks at the events of several topics, merged by time.
    fn topics(&mut self, topics: &[String]) -> Result<()> {
        let (snap, project, low) = (self.snap, self.project, self.range.low);
        let mut merged = Merge::open(topics.len(), self.range.high, self.page.limit() + 1, |topic, high, n| {
            snap.all(OF_TOPIC, params![&project, &low, &high, n as i64, &topics[topic]], |row| row.id(0))
        })?;
        while let Some(id) = merged.next()? {
            let event = find(snap, project, id)?.ok_or_else(|| Error::internal("an index names no row"))?;
            if !self.page.look(self.query, event, LEAP) {
                break;
            }
        }
        Ok(())
    }
}

impl Gather<Event, EventTag> {
    /// `found` is what it cost to come by the event.
    fn look(&mut self, query: &EventQuery, event: Event, found: usize) -> bool {
        let mut cost = 1 + found + if query.reads_payload() { reading(event.payload.len()) } else { 0 };
        let possible = query.may_fit(&event);
        if possible && query.parses_payload() {
            cost += parsing(event.payload.len());
        }
        let fits = possible && query.fits(&event);
        self.visit(event.id, cost, fits.then_some(event))
    }
}

/// The topics of a project that a pattern matches; `None` when they are too many to follow.
pub(super) fn topics(
    snap: &Snapshot<'_>,
    project: ProjectId,
    pattern: &TopicPattern,
    status: Option<Status>,
) -> Result<Option<Vec<String>>> {
    // The literal start of the pattern bounds the look: what comes after its dot sorts below '/'.
    let start = pattern.text().split_inclusive('.').take_while(|s| !matches!(*s, "*." | "#." | "*" | "#"));
    let start: String = start.collect();
    let end = start.strip_suffix('.').map_or_else(|| char::MAX.to_string(), |s| format!("{s}/"));
    let active_only = status == Some(Status::Active);
    let (mut seen, mut found) = (0, Vec::new());
    let sql =
        "SELECT topic, active_events FROM topics WHERE project_id = ?1 AND topic >= ?2 AND topic < ?3 ORDER BY topic";
    snap.each(sql, params![&project, &start, &end], |row| {
        let topic = row.text(0)?;
        seen += 1;
        if pattern.matches(Some(&topic)) && (row.int(1)? > 0 || !active_only) {
            found.push(topic);
        }
        Ok(seen <= TOPICS_SEEN && found.len() <= TOPICS_FOLLOWED)
    })?;
    Ok((seen <= TOPICS_SEEN && found.len() <= TOPICS_FOLLOWED).then_some(found))
}

/// Switches an event off; one that still waits for its time is cancelled by it. False when it was
/// off already.
pub fn deactivate(tx: &Tx<'_>, project: ProjectId, id: EventId) -> Result<bool> {
    let sql = "UPDATE events SET status = 1, waiting = NULL WHERE project_id = ?1 AND id = ?2 AND status = 0";
    Ok(tx.exec(sql, params![&project, &id])? > 0)
}

#[cfg(test)]
mod tests;
