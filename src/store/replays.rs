//! Replays as rows, and the events they choose: found through the indexes of events, oldest first,
//! in bounded looks.

use super::deliveries::{self, Of};
use super::scan::Range;
use super::sealed::{open, seal};
use super::sql::Value;
use super::{Row, Snapshot, Tx, events};
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::delivery::Ended;
use crate::domain::event::{Event, EventId, EventTag};
use crate::domain::project::ProjectId;
use crate::domain::replay::{Filters, Replay, ReplayId, ReplayTag, Status};
use crate::domain::topic::TopicPattern;
use crate::params;

/// Events that one search for the next ones looks at.
const LOOK: usize = 2_000;
/// Bytes of payloads that it returns.
const BYTES: usize = 8 << 20;

const COLUMNS: &str = "id, status, filters, upto, reached, total_events, processed_events, deliveries_created, error, \
    started_at, completed_at";

fn read(row: &Row<'_>) -> Result<Replay> {
    let (text, count) = (row.text(2)?, |i| Ok::<_, Error>(row.int(i)?.unsigned_abs()));
    let json = Json::parse(&text)?;
    let filters = json.as_object().ok_or_else(|| Error::internal("stored filters are no object"))?;
    Ok(Replay {
        id: row.id(0)?,
        status: Status::from_code(row.int(1)?),
        filters: Filters::read(filters)?,
        upto: row.id(3)?,
        reached: row.id(4)?,
        total_events: count(5)?,
        processed_events: count(6)?,
        deliveries_created: count(7)?,
        error: row.opt_text(8)?,
        started_at: row.opt_time(9)?,
        completed_at: row.opt_time(10)?,
    })
}

pub fn insert(tx: &Tx<'_>, project: ProjectId, r: &Replay) -> Result<()> {
    let sql = "INSERT INTO replays (project_id, id, status, filters, upto, reached, total_events, processed_events, \
               deliveries_created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0)";
    let (filters, total) = (r.filters.to_json().to_text(), r.total_events as i64);
    tx.exec(sql, params![&project, &r.id, r.status.code(), &filters, &r.upto, &r.reached, total]).map(drop)
}

/// Keeps who asked for the replay of one event, and why.
pub fn request(
    tx: &Tx<'_>,
    keys: &Keys,
    project: ProjectId,
    id: ReplayId,
    (event, by, reason): (EventId, &str, &str),
) -> Result<()> {
    let by = seal(keys, "replay_requests.requested_by", id, by)?;
    let reason = seal(keys, "replay_requests.reason", id, reason)?;
    let sql = "INSERT INTO replay_requests (replay_id, project_id, event_id, requested_by, reason) \
               VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.exec(sql, params![&id, &project, &event, &by, &reason]).map(drop)
}

/// The event that a replay was asked for, who asked, and why.
pub fn requested(snap: &Snapshot<'_>, keys: &Keys, id: ReplayId) -> Result<Option<(EventId, String, String)>> {
    let sql = "SELECT event_id, requested_by, reason FROM replay_requests WHERE replay_id = ?1";
    snap.opt(sql, params![&id], |row| {
        let by = open(keys, "replay_requests.requested_by", id, &row.bytes(1)?)?;
        Ok((row.id(0)?, by, open(keys, "replay_requests.reason", id, &row.bytes(2)?)?))
    })
}

/// Writes how far a replay has come and how it ended.
pub fn update(tx: &Tx<'_>, project: ProjectId, r: &Replay) -> Result<()> {
    let sql = "UPDATE replays SET status = ?3, reached = ?4, processed_events = ?5, deliveries_created = ?6, error = ?7, \
               started_at = ?8, completed_at = ?9 WHERE project_id = ?1 AND id = ?2";
    let (processed, created, error) = (r.processed_events as i64, r.deliveries_created as i64, r.error.as_deref());
    let status = r.status.code();
    tx.exec(
        sql,
        params![&project, &r.id, status, &r.reached, processed, created, error, r.started_at, r.completed_at],
    )?;
    Ok(())
}

pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: ReplayId) -> Result<Option<Replay>> {
    let sql = format!("SELECT {COLUMNS} FROM replays WHERE project_id = ?1 AND id = ?2");
    snap.opt(&sql, params![&project, &id], read)
}

/// One page, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    status: Option<Status>,
    page: Page<ReplayTag>,
) -> Result<Slice<Replay, ReplayTag>> {
    let (high, limit) = (page.before.unwrap_or(Id::MAX), page.limit as i64 + 1);
    let mut bound = params![&project, &high, limit].to_vec();
    bound.extend(status.map(|status| Value::from(status.code())));
    let condition = if status.is_some() { " AND status = ?4" } else { "" };
    let sql =
        format!("SELECT {COLUMNS} FROM replays WHERE project_id = ?1{condition} AND id < ?2 ORDER BY id DESC LIMIT ?3");
    let rows = snap.all(&sql, &bound, read)?;
    Ok(Slice::cut(rows, page.limit, |replay| replay.id))
}

/// Every replay that is not finished, oldest first.
pub fn unfinished(snap: &Snapshot<'_>) -> Result<Vec<(ProjectId, ReplayId)>> {
    let sql = "SELECT project_id, id FROM replays WHERE status < 2 ORDER BY id";
    snap.all(sql, &[], |row| Ok((row.id(0)?, row.id(1)?)))
}

/// Ends what cancelled replays left because a kill came between, before anything else can happen
/// to it. Hardly more than a replay may have open at a time.
pub fn recover(tx: &Tx<'_>, now: Timestamp) -> Result<()> {
    for (_, id) in half_cancelled(tx)? {
        deliveries::end(tx, Of::Replay(id), Ended::ReplayCancelled, now, usize::MAX)?;
    }
    Ok(())
}

/// Cancelled replays of which deliveries are left that were never attempted.
fn half_cancelled(snap: &Snapshot<'_>) -> Result<Vec<(ProjectId, ReplayId)>> {
    let sql = "SELECT DISTINCT r.project_id, r.id FROM deliveries d JOIN replays r ON r.project_id = d.project_id \
               AND r.id = d.replay_id WHERE d.replay_id IS NOT NULL AND d.due_at IS NOT NULL AND d.attempts = 0 \
               AND r.status = ?1";
    snap.all(sql, params![Status::Cancelled.code()], |row| Ok((row.id(0)?, row.id(1)?)))
}

/// Cancels every unfinished replay of a project.
pub fn cancel_all(tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE replays SET status = ?2, completed_at = ?3 WHERE project_id = ?1 AND status = ?4";
    for status in [Status::Pending, Status::Running] {
        tx.exec(sql, params![&project, Status::Cancelled.code(), now, status.code()])?;
    }
    Ok(())
}

/// Deliveries of a replay that something will still happen to.
pub fn count_open(snap: &Snapshot<'_>, id: ReplayId) -> Result<usize> {
    Ok(snap.one(COUNT_OPEN, params![&id], |row| row.int(0))?.unsigned_abs() as usize)
}

/// The condition that always holds has the planner take the index of open ones.
const COUNT_OPEN: &str =
    "SELECT COUNT(*) FROM deliveries WHERE replay_id = ?1 AND attempts >= 0 AND due_at IS NOT NULL";

/// The newest event of a project.
pub fn newest_event(snap: &Snapshot<'_>, project: ProjectId) -> Result<Option<EventId>> {
    let sql = "SELECT id FROM events WHERE project_id = ?1 ORDER BY id DESC LIMIT 1";
    snap.opt(sql, params![&project], |row| row.id(0))
}

/// The next events of a replay.
#[derive(Debug)]
pub struct Next {
    /// Oldest first.
    pub events: Vec<Event>,
    /// Everything up to here was looked at.
    pub reached: EventId,
    /// And there is nothing behind it.
    pub end: bool,
}

/// Finds up to `limit` further events of a replay. Few or none of them may be found although more
/// follow: a search is bounded.
pub fn next(snap: &Snapshot<'_>, project: ProjectId, replay: &Replay, limit: usize) -> Result<Next> {
    let range = range(&replay.filters, replay.reached.above(), replay.upto);
    let mut look = Look {
        filters: &replay.filters,
        limit,
        most: LOOK,
        looked: 0,
        bytes: 0,
        next: Next { events: Vec::new(), reached: replay.reached, end: true },
    };
    if let Some(ids) = &replay.filters.events {
        for id in ids.iter().filter(|id| **id >= range.low && **id < range.high) {
            let found = events::find(snap, project, *id)?;
            if !look.visit(*id, found)? {
                break;
            }
        }
        return Ok(look.next);
    }
    let sql = match &replay.filters.topic {
        Some(topic) if topic.is_exact() => {
            // Nearly all of them fit.
            look.most = LOOK.min(4 * limit);
            format!("{} WHERE project_id = ?1 AND id IN ({OF_TOPIC}) ORDER BY id", events::SELECT)
        }
        _ => format!("{} WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id", events::SELECT),
    };
    let mut bound = params![&project, &range.low, &range.high].to_vec();
    if let Some(topic) = replay.filters.topic.as_ref().filter(|topic| topic.is_exact()) {
        bound.extend([Value::from(look.most as i64), Value::from(topic.text())]);
    }
    snap.each(&sql, &bound, |row| {
        // A payload is not read before its topic fits.
        let topic = row.opt_text(1)?;
        let event = replay.filters.fits_topic(topic.as_deref()).then(|| events::read(row)).transpose()?;
        look.visit(row.id(0)?, event)
    })?;
    Ok(look.next)
}

/// Read from the index alone.
const OF_TOPIC: &str = "SELECT id FROM events WHERE project_id = ?1 AND topic = ?5 AND id >= ?2 AND id < ?3 \
                        ORDER BY id LIMIT ?4";

struct Look<'f> {
    filters: &'f Filters,
    limit: usize,
    /// Looked at in one search.
    most: usize,
    looked: usize,
    bytes: usize,
    next: Next,
}

impl Look<'_> {
    /// False ends the search.
    fn visit(&mut self, id: EventId, event: Option<Event>) -> Result<bool> {
        if let Some(event) = event.filter(|event| self.filters.fit(event)) {
            self.bytes += event.payload.len();
            self.next.events.push(event);
        }
        self.looked += 1;
        self.next.reached = id;
        let enough = self.next.events.len() == self.limit || self.bytes >= BYTES || self.looked == self.most;
        self.next.end = !enough;
        Ok(!enough)
    }
}

/// The ids that the dates allow, from `low` up to and with `upto`.
fn range(filters: &Filters, low: EventId, upto: EventId) -> Range<EventTag> {
    let dates = Range::new(None, filters.occurred.from, filters.occurred.to);
    Range { low: dates.low.max(low), high: dates.high.min(upto.above()) }
}

/// How many events there are to replay. Counts what the indexes hold and takes off the few that
/// are switched off or wait for their time, without a look at any other row.
pub fn count(snap: &Snapshot<'_>, project: ProjectId, filters: &Filters, upto: EventId) -> Result<u64> {
    let range = range(filters, Id::MIN, upto);
    if let Some(ids) = &filters.events {
        let mut count = 0;
        for id in ids.iter().filter(|id| **id >= range.low && **id < range.high) {
            count += u64::from(events::find(snap, project, *id)?.is_some_and(|event| filters.fit(&event)));
        }
        return Ok(count);
    }
    let all = match filters.topic.as_ref().filter(|topic| !topic.matches(None)) {
        Some(pattern) => count_topics(snap, project, pattern, range)?,
        None => snap.one(COUNT_ALL, params![&project, &range.low, &range.high], |row| row.int(0))?,
    };
    let mut left_out = 0;
    for sql in [INACTIVE, WAITING] {
        snap.each(sql, params![&project, &range.low, &range.high], |row| {
            left_out += i64::from(filters.fits_topic(row.opt_text(0)?.as_deref()));
            Ok(true)
        })?;
    }
    Ok((all - left_out).unsigned_abs())
}

const COUNT_ALL: &str = "SELECT COUNT(*) FROM events WHERE project_id = ?1 AND id >= ?2 AND id < ?3";
const COUNT_TOPIC: &str = "SELECT COUNT(*) FROM events WHERE project_id = ?1 AND topic = ?4 AND id >= ?2 AND id < ?3";
/// In the order of the index of topics, whatever the range.
const COUNT_TOPICS: &str = "SELECT topic, CAST(SUM(CASE WHEN id >= ?2 AND id < ?3 THEN 1 ELSE 0 END) AS BIGINT) \
                            FROM events WHERE project_id = ?1 GROUP BY topic";
const INACTIVE: &str = "SELECT topic FROM events WHERE project_id = ?1 AND status = 1 AND id >= ?2 AND id < ?3";
const WAITING: &str = "SELECT topic FROM events WHERE project_id = ?1 AND status = 0 AND waiting IS NOT NULL \
                       AND id >= ?2 AND id < ?3";

fn count_topics(
    snap: &Snapshot<'_>,
    project: ProjectId,
    pattern: &TopicPattern,
    range: Range<EventTag>,
) -> Result<i64> {
    let mut count = 0;
    let topics = match pattern.is_exact() {
        true => Some(vec![pattern.text().to_owned()]),
        false => events::topics(snap, project, pattern, None)?,
    };
    for topic in topics.iter().flatten() {
        count += snap.one(COUNT_TOPIC, params![&project, &range.low, &range.high, topic], |row| row.int(0))?;
    }
    if topics.is_none() {
        snap.each(COUNT_TOPICS, params![&project, &range.low, &range.high], |row| {
            count += if pattern.matches(row.opt_text(0)?.as_deref()) { row.int(1)? } else { 0 };
            Ok(true)
        })?;
    }
    Ok(count)
}

#[cfg(test)]
mod tests;
