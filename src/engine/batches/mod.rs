//! Batched delivery: events wait in a table of their own until the oldest is old enough or they are
//! enough, and then become one delivery. What is in memory here only says when to look.

mod flush;

use super::Engine;
use super::alarm::Alarm;
use super::directory::Live;
use crate::base::{Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::webhook::{Batch, WebhookId};
use crate::store::Tx;
use crate::store::batches::{self, NewItem};
use flush::Left;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// When a flush that failed is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// The webhooks for which something waits.
#[derive(Debug, Default)]
pub(super) struct Batches {
    alarm: Alarm,
    waiting: Mutex<Waiting>,
}

#[derive(Debug, Default)]
struct Waiting {
    of: HashMap<WebhookId, Entry>,
    by_time: BTreeSet<(Timestamp, WebhookId)>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    project: ProjectId,
    /// Events that joined since the last look.
    count: usize,
    /// When to look.
    at: Timestamp,
}

impl Waiting {
    /// Has `entry` looked at no later than its time.
    fn put(&mut self, webhook: WebhookId, entry: Entry) {
        let known = self.of.entry(webhook).or_insert(entry);
        if entry.at < known.at {
            self.by_time.remove(&(known.at, webhook));
            known.at = entry.at;
        }
        self.by_time.insert((known.at, webhook));
    }
}

impl Batches {
    /// Of a start: everything that waits is looked at.
    pub fn found(webhooks: &[(ProjectId, WebhookId, i64)], now: Timestamp) -> Batches {
        let batches = Batches::default();
        for (project, webhook, _) in webhooks {
            batches.waiting().put(*webhook, Entry { project: *project, count: 0, at: now });
        }
        batches
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To be called after the commit of an event that begins to wait at `from`.
    fn joined(&self, project: ProjectId, webhook: WebhookId, batch: Batch, from: Timestamp) {
        let mut waiting = self.waiting();
        let count = waiting.of.get(&webhook).map_or(0, |entry| entry.count) + 1;
        let at = if count >= batch.max_size as usize { from } else { from.plus(batch.window) };
        waiting.put(webhook, Entry { project, count, at });
        if let Some(entry) = waiting.of.get_mut(&webhook) {
            entry.count = count;
        }
        drop(waiting);
        self.alarm.set(Some(at));
    }

    /// To be called after the commit of a change of a webhook: it may collect no more.
    pub fn changed(&self, webhook: WebhookId) {
        let mut waiting = self.waiting();
        if let Some(entry) = waiting.of.get(&webhook).copied() {
            let now = Timestamp::now();
            waiting.put(webhook, Entry { at: now, ..entry });
            drop(waiting);
            self.alarm.set(Some(now));
        }
    }

    /// Notes what a look left. Events that joined meanwhile may have been seen by it or not: rather
    /// one look too many than a full batch that nobody looks at.
    fn later(&self, project: ProjectId, webhook: WebhookId, left: Left) {
        let mut waiting = self.waiting();
        let joined = waiting.of.get(&webhook).map_or(0, |entry| entry.count);
        let count = joined + left.count;
        let full = joined > 0 && count >= left.most;
        waiting.put(webhook, Entry { project, count, at: if full { Timestamp::now() } else { left.at } });
        if let Some(entry) = waiting.of.get_mut(&webhook) {
            entry.count = count;
        }
    }

    /// Takes out a webhook whose time has come.
    fn take(&self, now: Timestamp) -> Option<(ProjectId, WebhookId)> {
        let mut waiting = self.waiting();
        let (_, webhook) = *waiting.by_time.first().filter(|(at, _)| *at <= now)?;
        waiting.by_time.pop_first();
        waiting.of.remove(&webhook).map(|entry| (entry.project, webhook))
    }

    fn next(&self) -> Option<Timestamp> {
        self.waiting().by_time.first().map(|(at, _)| *at)
    }
}

/// Stores an event among those that wait for a webhook, in the write that stores the event.
pub(super) fn collect(
    (engine, live): (&Arc<Engine>, &Arc<Live>),
    tx: &Tx<'_>,
    (project, event): (ProjectId, EventId),
    (webhook, batch): (WebhookId, Batch),
    (payload, delay): (Option<&str>, Duration),
) -> Result<()> {
    let id: batches::ItemId = engine.ids.next();
    let due_at = id.time().plus(delay);
    batches::insert(tx, &NewItem { project, id, webhook, event, due_at, payload })?;
    let (engine, live) = (engine.clone(), live.clone());
    tx.after_commit(move || {
        live.add_pending(1);
        engine.batches.joined(project, webhook, batch, due_at);
    });
    Ok(())
}

/// Has every batch delivered at its time.
pub(super) async fn run(engine: &Arc<Engine>) {
    let batches = &engine.batches;
    loop {
        batches.alarm.take();
        while let Some((project, webhook)) = batches.take(Timestamp::now()) {
            if engine.stopping().is_cancelled() {
                return;
            }
            match flush::all(engine, project, webhook).await {
                Ok(None) => {}
                Ok(Some(left)) => batches.later(project, webhook, left),
                Err(e) => {
                    tracing::error!(error = ?e, %webhook, "a batch was not made; trying again");
                    let left = Left { at: Timestamp::now().plus(AGAIN), count: 0, most: usize::MAX };
                    batches.later(project, webhook, left);
                }
            }
        }
        batches.alarm.reset(batches.next());
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = batches.alarm.wait() => {}
        }
    }
}

#[cfg(test)]
mod tests;
