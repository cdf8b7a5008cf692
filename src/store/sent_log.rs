//! The log of what was sent to receivers: the attempts that carry their project, newest first. Like
//! other lists it leaps between the indexes of its conditions and stops after a fixed amount of
//! looking.

use super::deliveries;
use super::scan::{Gather, LEAP, Meet, Met, Range};
use super::sql::Value;
use super::{Row, Snapshot};
use crate::base::page::{Page, Slice};
use crate::base::{Id, Result};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::sent_log::{Answered, Entry, Line, LogId, LogQuery, LogTag};
use crate::params;

const LINE: &str = "SELECT a.seq, d.event_id, a.webhook_id, a.url, a.topic, a.response_status, a.delivery_id, a.n \
    FROM attempts a JOIN deliveries d ON d.project_id = a.project_id AND d.id = a.delivery_id";

// The newest place of one condition from ?2 up to, without, ?3; each reads only columns of its index.
const OF_PROJECT: &str = "SELECT seq FROM attempts WHERE project_id = ?1 AND seq >= ?2 AND seq < ?3 \
                          ORDER BY seq DESC LIMIT 1";
const OF_WEBHOOK: &str = "SELECT seq FROM attempts WHERE webhook_id = ?1 AND seq >= ?2 AND seq < ?3 \
                          ORDER BY seq DESC LIMIT 1";
const OF_TOPIC: &str = "SELECT seq FROM attempts WHERE project_id = ?1 AND topic = ?4 AND seq >= ?2 AND seq < ?3 \
                        ORDER BY seq DESC LIMIT 1";
const OF_STATUS: &str = "SELECT seq FROM attempts WHERE project_id = ?1 AND response_status = ?4 \
                         AND seq >= ?2 AND seq < ?3 ORDER BY seq DESC LIMIT 1";
const OF_CLASS: &str = "SELECT seq FROM attempts WHERE project_id = ?1 AND response_class = ?4 \
                        AND seq >= ?2 AND seq < ?3 ORDER BY seq DESC LIMIT 1";

fn line(row: &Row<'_>) -> Result<Line> {
    Ok(Line {
        id: Id::from_tick(row.int(0)?),
        event: row.id(1)?,
        webhook: row.id(2)?,
        url: row.text(3)?,
        topic: row.opt_text(4)?,
        status: row.opt_int(5)?.and_then(|status| u16::try_from(status).ok()),
    })
}

/// The lowest place whose id is not below this one.
fn place(id: LogId) -> i64 {
    let tick = id.tick();
    if LogId::from_tick(tick) >= id { tick } else { tick + 1 }
}

/// One page of the lines that fit, newest first.
pub fn list(
    snap: &Snapshot<'_>,
    project: ProjectId,
    query: &LogQuery,
    page: Page<LogTag>,
) -> Result<Slice<Line, LogTag>> {
    let range = Range::new(page.before, query.logged.from, query.logged.to);
    let mut gather = Gather::new(page.limit);
    let mut lists: Vec<(&str, Value<'_>, Option<Value<'_>>)> = Vec::new();
    let own = Value::from(&project);
    if let Some(webhook) = &query.webhook {
        // Its index spans projects: one look tells whether it is the caller's.
        if super::webhooks::find(snap, project, *webhook)?.is_none() {
            return Ok(gather.finish());
        }
        lists.push((OF_WEBHOOK, Value::from(webhook), None));
    }
    lists.extend(query.topic.as_deref().map(|topic| (OF_TOPIC, own, Some(Value::from(topic)))));
    lists.extend(query.answered.map(|answered| match answered {
        Answered::Is(status) => (OF_STATUS, own, Some(Value::Int(status.into()))),
        Answered::Class(class) => (OF_CLASS, own, Some(Value::Int(class.into()))),
    }));
    if lists.is_empty() {
        lists.push((OF_PROJECT, own, None));
    }
    let low = place(range.low);
    let mut meet = Meet::open(lists.len(), range.high, |list, high: LogId| {
        let (sql, of, key) = lists[list];
        let mut values = vec![of, Value::Int(low), Value::Int(place(high))];
        values.extend(key);
        let found = snap.opt(sql, &values, |row| row.int(0))?;
        Ok(found.map(LogId::from_tick))
    });
    loop {
        let go_on = match meet.next()? {
            Met::Here(id) => gather.visit(id, 2 * LEAP, find_line(snap, project, id)?.map(|(line, ..)| line)),
            Met::NotAbove(high) => gather.visit(high, LEAP * lists.len(), None),
            Met::End => false,
        };
        if !go_on {
            return Ok(gather.finish());
        }
    }
}

/// A line, and the delivery and number of its attempt.
fn find_line(snap: &Snapshot<'_>, project: ProjectId, id: LogId) -> Result<Option<(Line, DeliveryId, u32)>> {
    if LogId::from_tick(id.tick()) != id {
        return Ok(None);
    }
    let sql = format!("{LINE} WHERE a.seq = ?2 AND a.project_id = ?1");
    snap.opt(&sql, params![&project, id.tick()], |row| {
        Ok((line(row)?, row.id(6)?, u32::try_from(row.int(7)?).unwrap_or(0)))
    })
}

/// A line with its exchange, and what its body is made from where that was not kept.
pub fn find(snap: &Snapshot<'_>, project: ProjectId, id: LogId) -> Result<Option<(Entry, Option<deliveries::Source>)>> {
    let Some((line, delivery, n)) = find_line(snap, project, id)? else { return Ok(None) };
    let Some(found) = deliveries::find(snap, project, delivery)? else { return Ok(None) };
    let attempt = deliveries::attempts(snap, delivery)?.into_iter().find(|attempt| attempt.n == n);
    let Some(attempt) = attempt else { return Ok(None) };
    let source = match attempt.request_body {
        None => deliveries::source(snap, project, &found.delivery)?,
        Some(_) => None,
    };
    Ok(Some((Entry { line, delivery: found.delivery, attempt }, source)))
}

#[cfg(test)]
mod tests;
