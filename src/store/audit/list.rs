//! Reading the audit log of a project: its rows and, made from events and their origins, the
//! entries of accepted events, merged by id; of events that were removed enough is kept for that.
//! An event that no entry tells of is only looked past.

use super::super::scan::{Gather, Range, reading};
use super::super::sealed::open_opt;
use super::super::sql::Value;
use super::super::{Row, Snapshot};
use super::COLUMNS;
use crate::base::crypto::Keys;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Id, Result};
use crate::domain::account::UserId;
use crate::domain::audit::{ActionFilter, AuditEntry, AuditId, AuditQuery, AuditTag, EVENT_CREATED};
use crate::domain::project::ProjectId;
use crate::params;
use crate::store::intake::OriginId;
use crate::store::retention;
use serde_json::json;
use std::collections::{HashMap, VecDeque};

/// Rows, and looking, that one statement may come to.
const BATCH: usize = 256;
/// Events without an entry that cost as much to pass as one row.
const PASSED: usize = 4;
const EVENT: &str = "event";

/// One page of the entries that fit, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    keys: &Keys,
    project: ProjectId,
    query: &AuditQuery,
    page: Page<AuditTag>,
) -> Result<Slice<AuditEntry, AuditTag>> {
    let mut log = Log { snap, keys, project, query, origins: HashMap::new() };
    let range = Range::new(page.before, query.recorded.from, query.recorded.to);
    let mut streams: Vec<Stream> = Vec::new();
    for source in log.recorded()? {
        streams.push(Stream::new(source, range));
    }
    if let Some(range) = log.events(range)? {
        streams.extend([Source::Events, Source::Past].map(|source| Stream::new(source, range)));
    }
    let batch = (page.limit / streams.len().max(1) + 2).min(BATCH);
    let mut gather = Gather::new(page.limit);
    while let Some(found) = newest(&mut log, &mut streams, batch)? {
        if !gather.visit(found.id, found.cost, found.entry) {
            break;
        }
    }
    Ok(gather.finish())
}

/// A row that was come by; the entry only if it fits.
struct Found {
    id: AuditId,
    cost: usize,
    entry: Option<AuditEntry>,
}

/// Where entries come from, each an order of its own by id.
enum Source {
    All,
    OfAction(String),
    OfResource(String),
    Events,
    /// Events that were removed since.
    Past,
}

/// The entries of one source, read in batches that grow.
struct Stream {
    source: Source,
    range: Range<AuditTag>,
    ready: VecDeque<Found>,
    batch: usize,
    ended: bool,
}

impl Stream {
    fn new(source: Source, range: Range<AuditTag>) -> Stream {
        Stream { source, range, ready: VecDeque::new(), batch: 0, ended: false }
    }

    fn fill(&mut self, log: &mut Log<'_, '_>, first: usize) -> Result<()> {
        if !self.ready.is_empty() || self.ended {
            return Ok(());
        }
        self.batch = if self.batch == 0 { first } else { (2 * self.batch).min(BATCH) };
        self.ended = match &self.source {
            Source::All => log.read_recorded(&mut self.ready, self.range, self.batch, "", None)?,
            Source::OfAction(action) => {
                log.read_recorded(&mut self.ready, self.range, self.batch, "AND action = ?5", Some(action))?
            }
            Source::OfResource(id) => {
                log.read_recorded(&mut self.ready, self.range, self.batch, "AND resource_id = ?5", Some(id))?
            }
            Source::Events => log.read_events(&mut self.ready, self.range, self.batch)?,
            Source::Past => log.read_past(&mut self.ready, self.range, self.batch)?,
        };
        self.range.high = self.ready.back().map_or(self.range.high, |found| found.id);
        Ok(())
    }
}

fn newest(log: &mut Log<'_, '_>, streams: &mut [Stream], first: usize) -> Result<Option<Found>> {
    for stream in streams.iter_mut() {
        stream.fill(log, first)?;
    }
    let newest = streams.iter_mut().max_by_key(|stream| stream.ready.front().map(|found| found.id));
    Ok(newest.and_then(|stream| stream.ready.pop_front()))
}

/// Who sent an event, opened.
#[derive(Clone)]
struct Origin {
    actor_type: String,
    user: Option<UserId>,
    prefix: Option<String>,
    ip: Option<String>,
}

struct Log<'s, 'c> {
    snap: &'s Snapshot<'c>,
    keys: &'s Keys,
    project: ProjectId,
    query: &'s AuditQuery,
    origins: HashMap<OriginId, Origin>,
}

/// Ids of rows, newest first. It reads only columns of one index: so that one is surely taken.
fn ids(condition: &str) -> String {
    format!(
        "SELECT id FROM audit_log WHERE project_id = ?1 AND id >= ?2 AND id < ?3 {condition} ORDER BY id DESC LIMIT ?4"
    )
}

const PAST: &str = "SELECT id, origin_id, topic FROM past_events WHERE project_id = ?1 AND id >= ?2 AND id < ?3 \
                    ORDER BY id DESC LIMIT ?4";

impl Log<'_, '_> {
    /// The sources of rows: few that fit rather than many that do not.
    fn recorded(&self) -> Result<Vec<Source>> {
        let start = match (&self.query.resource_id, &self.query.action) {
            (Some(id), _) => return Ok(vec![Source::OfResource(id.clone())]),
            (None, Some(ActionFilter::Is(action))) => return Ok(vec![Source::OfAction(action.clone())]),
            (None, Some(ActionFilter::StartsWith(start))) if !start.is_empty() => start,
            _ => return Ok(vec![Source::All]),
        };
        // The actions there are, each found by a leap over the rows of the one before.
        let sql = |than: &str| {
            format!("SELECT action FROM audit_log WHERE project_id = ?1 AND action {than} ?2 ORDER BY action LIMIT 1")
        };
        let leap = |than, from: &str| self.snap.opt(&sql(than), params![&self.project, from], |row| row.text(0));
        let (mut sources, mut next) = (Vec::new(), leap(">=", start)?);
        while let Some(action) = next.filter(|action| action.starts_with(start.as_str())) {
            next = leap(">", &action)?;
            sources.push(Source::OfAction(action));
        }
        Ok(sources)
    }

    /// Where entries made from events are to be looked for, if any can fit.
    fn events(&self, mut range: Range<AuditTag>) -> Result<Option<Range<AuditTag>>> {
        let id = self.query.resource_id.as_deref();
        if !self.query.fits(EVENT_CREATED, self.query.user, EVENT, id) {
            return Ok(None);
        }
        if let Some(user) = &self.query.user {
            let sql = "SELECT 1 FROM origins WHERE project_id = ?1 AND user_id = ?2 LIMIT 1";
            if self.snap.opt(sql, params![&self.project, user], |row| row.int(0))?.is_none() {
                return Ok(None);
            }
        }
        if let Some(text) = id {
            let Some(id) = AuditId::parse(text) else { return Ok(None) };
            range = Range { low: range.low.max(id), high: range.high.min(id.above()) };
        }
        if let Some(since) = retention::audit_since(self.snap, self.project)? {
            range.low = range.low.max(Id::floor(since));
        }
        Ok(Some(range))
    }

    /// Reads rows below the range's end; true when there are no more.
    fn read_recorded(
        &self,
        into: &mut VecDeque<Found>,
        range: Range<AuditTag>,
        limit: usize,
        condition: &str,
        key: Option<&String>,
    ) -> Result<bool> {
        let sql = format!("SELECT {COLUMNS} FROM audit_log WHERE id IN ({}) ORDER BY id DESC", ids(condition));
        let mut bound = params![&self.project, &range.low, &range.high, limit as i64].to_vec();
        bound.extend(key.map(Value::from));
        self.snap.each(&sql, &bound, |row| {
            into.push_back(Found { id: row.id(0)?, cost: 1, entry: self.entry(row)? });
            Ok(true)
        })?;
        Ok(into.len() < limit)
    }

    fn entry(&self, row: &Row<'_>) -> Result<Option<AuditEntry>> {
        // Only what fits is worth opening.
        let (action, resource_type, resource_id) = (row.text(4)?, row.text(5)?, row.opt_text(6)?);
        let fits = self.query.fits(&action, row.opt_id(2)?, &resource_type, resource_id.as_deref());
        if fits { super::entry(row, self.keys).map(Some) } else { Ok(None) }
    }

    /// As [`Log::read_recorded`], of events. What stands behind a long payload in its row is
    /// reached by walking over it, so a batch is also bounded by that.
    fn read_events(&mut self, into: &mut VecDeque<Found>, range: Range<AuditTag>, limit: usize) -> Result<bool> {
        let sql = "SELECT id, octet_length(payload), topic, origin_id FROM events \
                   WHERE project_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC";
        let (mut cost, mut full, mut sent) = (0, false, Vec::new());
        self.snap.each(sql, params![&self.project, &range.low, &range.high], |row| {
            let origin: Option<OriginId> = row.opt_id(3)?;
            let passed = usize::from(origin.is_some() || sent.len() % PASSED == 0);
            let one = passed + reading(row.int(1)?.unsigned_abs() as usize);
            let topic = origin.map(|origin| Ok::<_, Error>((origin, row.opt_text(2)?))).transpose()?;
            sent.push((row.id(0)?, one, topic));
            cost += one;
            full = sent.len() == limit || cost >= BATCH;
            Ok(!full)
        })?;
        for (id, cost, told) in sent {
            let entry = match told {
                Some((origin, topic)) => self.created(id, origin, topic)?,
                None => None,
            };
            into.push_back(Found { id, cost, entry });
        }
        Ok(!full)
    }

    /// As [`Log::read_events`], of events that were removed.
    fn read_past(&mut self, into: &mut VecDeque<Found>, range: Range<AuditTag>, limit: usize) -> Result<bool> {
        let bound = params![&self.project, &range.low, &range.high, limit as i64];
        let rows = self.snap.all(PAST, bound, |row| Ok((row.id(0)?, row.id(1)?, row.opt_text(2)?)))?;
        let ended = rows.len() < limit;
        for (id, origin, topic) in rows {
            into.push_back(Found { id, cost: 1, entry: self.created(id, origin, topic)? });
        }
        Ok(ended)
    }

    /// The entry of an accepted event.
    fn created(&mut self, id: AuditId, origin: OriginId, topic: Option<String>) -> Result<Option<AuditEntry>> {
        let Some(Origin { actor_type, user, prefix, ip }) = self.origin(origin)? else { return Ok(None) };
        if self.query.user.is_some_and(|wanted| user != Some(wanted)) {
            return Ok(None);
        }
        let mut metadata = json!({ "topic": topic });
        if let Some(prefix) = prefix {
            metadata["api_key_prefix"] = json!(prefix);
        }
        Ok(Some(AuditEntry {
            id,
            project: Some(self.project),
            user,
            actor_type,
            action: EVENT_CREATED.to_owned(),
            resource_type: EVENT.to_owned(),
            resource_id: Some(id.to_string()),
            metadata: metadata.to_string(),
            ip,
            user_agent: None,
        }))
    }

    /// Who is behind an origin; few are behind very many events.
    fn origin(&mut self, id: OriginId) -> Result<Option<Origin>> {
        if let Some(known) = self.origins.get(&id) {
            return Ok(Some(known.clone()));
        }
        let sql = "SELECT actor_type, user_id, api_key_prefix, ip FROM origins WHERE id = ?1 AND project_id = ?2";
        let read = self.snap.opt(sql, params![&id, &self.project], |row| {
            let ip = open_opt(self.keys, "origins.ip", id, row.opt_bytes(3)?)?;
            Ok(Origin { actor_type: row.text(0)?, user: row.opt_id(1)?, prefix: row.opt_text(2)?, ip })
        });
        let found = read?;
        if let Some(origin) = &found {
            self.origins.insert(id, origin.clone());
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests;
