//! What happened in a project after a place in the order of commits, for streams that resume. The
//! ids of events and the places of attempts are given by the writer, so both are in that order.

use super::Snapshot;
use super::events;
use crate::base::{Id, Result};
use crate::domain::event::{Event, EventId};
use crate::domain::project::ProjectId;
use crate::domain::stream::{Kind, Message, Position, Updated, Wanted};
use crate::params;

/// What one page may hold and look at: attempts of other projects lie between those of this one.
const EVENTS: usize = 256;
const BYTES: usize = 256 * 1024;
const LOOKS: usize = 2_000;

/// A part of what happened, in order.
#[derive(Debug)]
pub struct Page {
    pub messages: Vec<Message>,
    /// Everything up to this place has been looked at.
    pub reached: Position,
    /// There is nothing behind it.
    pub last: bool,
    /// Rows that were looked at.
    pub looked: usize,
}

/// What one table has to give.
struct Part {
    messages: Vec<Message>,
    /// The place it was read up to, unless to its end.
    cut: Option<Position>,
    looked: usize,
}

/// The next part of what happened after a place, as far as the reader takes it.
pub fn page(snap: &Snapshot<'_>, project: ProjectId, after: Position, wanted: &Wanted) -> Result<Page> {
    let created = if wanted.takes(Kind::Created) { created(snap, project, after)? } else { Part::empty() };
    let updated = if wanted.takes(Kind::Updated) { updated(snap, project, after)? } else { Part::empty() };
    let cut = match (created.cut, updated.cut) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let mut messages = created.messages;
    messages.extend(updated.messages);
    messages.sort_by_key(|message| message.position);
    let newest = messages.last().map_or(after, |message| message.position);
    if let Some(cut) = cut {
        messages.retain(|message| message.position <= cut);
    }
    Ok(Page { messages, reached: cut.unwrap_or(newest), last: cut.is_none(), looked: created.looked + updated.looked })
}

impl Part {
    fn empty() -> Part {
        Part { messages: Vec::new(), cut: None, looked: 0 }
    }
}

fn created(snap: &Snapshot<'_>, project: ProjectId, after: Position) -> Result<Part> {
    let sql = format!("{} WHERE project_id = ?1 AND id >= ?2 ORDER BY id", events::SELECT);
    let (mut part, mut bytes) = (Part::empty(), 0);
    let from: EventId = Id::from_tick(after.tick() + 1);
    snap.each(&sql, params![&project, &from], |row| {
        let event: Event = events::read(row)?;
        bytes += event.payload.len();
        part.looked += 1;
        part.messages.push(Message::created(&event));
        let full = part.looked >= EVENTS || bytes >= BYTES;
        part.cut = full.then(|| Position::of(event.id.tick()));
        Ok(!full)
    })?;
    Ok(part)
}

const UPDATED: &str = "SELECT a.seq, a.n, a.response_status, a.error, a.latency_ms, d.id, d.event_id, d.webhook_id, \
    d.attempts, d.due_at, e.topic FROM attempts a \
    LEFT JOIN deliveries d ON d.project_id = ?1 AND d.id = a.delivery_id \
    LEFT JOIN events e ON e.project_id = ?1 AND e.id = d.event_id \
    WHERE a.seq > ?2 ORDER BY a.seq";

fn updated(snap: &Snapshot<'_>, project: ProjectId, after: Position) -> Result<Part> {
    let mut part = Part::empty();
    snap.each(UPDATED, params![&project, after.tick()], |row| {
        let position = Position::of(row.int(0)?);
        part.looked += 1;
        if let Some(id) = row.opt_id(5)? {
            let n = row.int(1)?;
            // Only of the last attempt it is still known when the next one follows.
            let next = row.opt_time(9)?.filter(|_| row.int(8).is_ok_and(|attempts| attempts == n));
            let error = row.opt_text(3)?;
            part.messages.push(Message::updated(&Updated {
                position,
                id,
                success: error.is_none(),
                event: row.id(6)?,
                webhook: row.id(7)?,
                attempt: n as u32,
                response_status: row.opt_int(2)?.map(|status| status as u16),
                latency_ms: row.opt_int(4)?,
                next_retry_at: next.filter(|_| error.is_some()),
                topic: row.opt_text(10)?,
            }));
        }
        let full = part.looked >= LOOKS || part.messages.len() >= EVENTS;
        part.cut = full.then_some(position);
        Ok(!full)
    })?;
    Ok(part)
}

/// From where a stream of the project can be resumed without a loss; none where nothing is stored.
pub fn oldest(snap: &Snapshot<'_>, project: ProjectId) -> Result<Option<Position>> {
    let sql = "SELECT id FROM events WHERE project_id = ?1 ORDER BY id LIMIT 1";
    let first: Option<EventId> = snap.opt(sql, params![&project], |row| row.id(0))?;
    Ok(first.map(|id| Position::of(id.tick()).before()))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, delivery, event, plan, result};
    use super::super::queue;
    use super::*;

    #[tokio::test]
    async fn everything_comes_once_and_in_order() {
        let db = Db::open();
        let (project, other, ids, hook) = (db.project, db.ids.next(), db.ids.clone(), db.webhook().await);
        let run = db.write(move |tx| {
            let mut expected = Vec::new();
            for n in 0..700 {
                let id: EventId = ids.next();
                event(tx, project, id, r#"{"topic":"a.b","payload":{"n":1}}"#)?;
                expected.push(id.tick());
                event(tx, other, ids.next(), "{}")?;
                if n % 3 == 0 {
                    for owner in [other, project, other] {
                        let (delivery_id, seq) = (ids.next(), ids.next::<()>().tick());
                        delivery(tx, owner, delivery_id, id, hook)?;
                        tx.exec("UPDATE deliveries SET claimed = 1 WHERE id = ?1", params![&delivery_id])?;
                        queue::settle(tx, &result(owner, delivery_id, hook), seq)?;
                        expected.extend(Some(seq).filter(|_| owner == project));
                    }
                }
            }
            Ok(expected)
        });
        let expected = run.await;
        for wanted in [Wanted::default(), Wanted::default().types(["event.created"]).expect("known")] {
            let count = if wanted.takes(Kind::Updated) { expected.len() } else { 700 };
            let found = db.read(move |snap| {
                let (mut after, mut found) = (Position::START, Vec::new());
                loop {
                    let page = page(snap, project, after, &wanted)?;
                    found.extend(page.messages.iter().map(|m| m.position.tick()));
                    assert!(page.last || page.reached > after);
                    after = page.reached;
                    if page.last {
                        return Ok(found);
                    }
                }
            });
            let found = found.await;
            assert_eq!(found.len(), count);
            assert!(found.is_sorted_by(|a, b| a < b) && found.iter().all(|tick| expected.contains(tick)));
        }
        let first = db.read(move |snap| oldest(snap, project)).await;
        assert_eq!(first, Some(Position::of(expected[0]).before()));
    }

    #[tokio::test]
    async fn nothing_is_searched_row_by_row() {
        let db = Db::open();
        let created = format!("{} WHERE project_id = ?1 AND id >= ?2 ORDER BY id", events::SELECT);
        for (sql, by) in [(created, "sqlite_autoindex_events_1"), (UPDATED.to_owned(), "INTEGER PRIMARY KEY")] {
            let plan = db.read(move |snap| plan(snap, &sql)).await;
            assert!(plan.contains(by) && !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
