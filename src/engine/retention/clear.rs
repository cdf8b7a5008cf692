//! Removing rows step by step. Every step is a short write that also notes what has gone by then,
//! so that the audit log tells of it whatever happens; between two steps others have the writer.

use crate::base::{Error, Id, Kind, Result, Timestamp};
use crate::domain::delivery::DeliveryId;
use crate::domain::purge::Selection;
use crate::engine::Engine;
use crate::store::Tx;
use crate::store::retention::{self, Log, Position, Removal, RowId, Step, Tally};
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rows looked at in one step, and for how long one may go on.
const ROWS: usize = 500;
const SLICE: Duration = Duration::from_millis(8);
/// Entries of the audit log removed in one step.
const ENTRIES: usize = 250;
/// Rows looked at in one read, when they are only counted.
const READ: usize = 5_000;
/// Pages given back to the disk in one step.
const PAGES: usize = 256;
/// How soon a full disk is tried again.
const RETRY: Duration = Duration::from_secs(1);

/// What the entry is to tell of what has gone.
pub(super) type Tell = Arc<dyn Fn(Tally) -> Value + Send + Sync>;

/// A removal under way.
#[derive(Clone)]
pub(super) struct Work {
    pub engine: Arc<Engine>,
    /// How the entry that will tell of it begins.
    pub removal: Removal,
}

impl Work {
    /// Removes what a selection holds.
    pub async fn rows(&self, selection: Selection, tell: Tell) -> Result<Tally> {
        let step = move |tx: &Tx<'_>, after: RowId| {
            let begun = Instant::now();
            retention::remove(tx, &selection, after, ROWS, || begun.elapsed() < SLICE)
        };
        self.steps(tell, step).await
    }

    /// Removes the entries of a log from before an instant; those made from events are not counted.
    pub async fn entries(&self, log: Log, before: Timestamp, tell: Tell) -> Result<Tally> {
        self.steps(tell, move |tx: &Tx<'_>, _| retention::remove_entries(tx, &log, before, ENTRIES)).await
    }

    async fn steps<F>(&self, tell: Tell, step: F) -> Result<Tally>
    where
        F: Fn(&Tx<'_>, RowId) -> Result<Step> + Send + Sync + 'static,
    {
        let (step, mut total, mut after) = (Arc::new(step), Tally::default(), Id::MIN);
        loop {
            let (work, step, tell) = (self.clone(), step.clone(), tell.clone());
            let write = self.engine.store.write(move |tx| {
                let begun = Instant::now();
                let Step { tally, next, unfinished } = step(tx, after)?;
                work.note(tx, tally, total, &tell)?;
                work.forget(tx, unfinished, tally.collected);
                Ok((tally, next, begun.elapsed()))
            });
            let took = match write.await {
                Ok((tally, next, took)) => {
                    total += tally;
                    let Some(next) = next else { return Ok(total) };
                    after = next;
                    took
                }
                // There is room again some time.
                Err(e) if e.kind() == Kind::Unavailable && !self.engine.store.is_broken() => RETRY,
                Err(e) => return Err(e),
            };
            // As much of the writer's time is left to others as was taken.
            tokio::select! {
                () = self.engine.stopping().cancelled() => return Err(Error::unavailable()),
                () = tokio::time::sleep(took) => {}
            }
        }
    }

    /// Takes deliveries out of the hands of those who would make them; `collected` more were to be
    /// made of batches, which look for themselves what is left.
    fn forget(&self, tx: &Tx<'_>, deliveries: Vec<DeliveryId>, collected: u64) {
        let fewer = deliveries.len() as i64 + collected as i64;
        let Some(project) = self.removal.project.filter(|_| fewer > 0) else { return };
        let engine = self.engine.clone();
        tx.after_commit(move || {
            engine.directory.live(project).add_pending(-fewer);
            engine.dispatch.drop_deliveries(&deliveries.into_iter().collect());
        });
    }

    fn note(&self, tx: &Tx<'_>, tally: Tally, mut total: Tally, tell: &Tell) -> Result<()> {
        if tally == Tally::default() {
            return Ok(());
        }
        total += tally;
        retention::note(tx, &Removal { metadata: tell(total).to_string(), ..self.removal.clone() })
    }
}

/// Counts what [`Work::rows`] would remove.
pub(super) async fn count(engine: &Engine, selection: Selection) -> Result<Tally> {
    let (selection, mut total, mut after) = (Arc::new(selection), Tally::default(), Id::MIN);
    loop {
        let selection = selection.clone();
        let step = engine.store.read(move |snap| retention::count(snap, &selection, after, READ)).await?;
        total += step.tally;
        match step.next {
            Some(next) => after = next,
            None => return Ok(total),
        }
    }
}

/// Counts the entries of a log from before an instant, from a position on.
pub(super) async fn count_entries(engine: &Engine, log: Log, before: Timestamp, from: Position) -> Result<u64> {
    let (mut at, mut total) = (from, 0);
    while !at.is_end() {
        let read = engine.store.read(move |snap| {
            let mut at = at;
            let shown = retention::count_entries(snap, &log, before, &mut at, READ)?;
            Ok((shown, at))
        });
        let (shown, next) = read.await?;
        total += shown;
        at = next;
    }
    Ok(total)
}

/// Gives back to the disk what has become free.
pub(super) async fn give_back(engine: Arc<Engine>) {
    while !engine.stopping().is_cancelled() {
        let write = engine.store.write(|tx| {
            let begun = Instant::now();
            let pages = retention::give_back(tx, PAGES, || begun.elapsed() < SLICE)?;
            Ok((pages, begun.elapsed()))
        });
        match write.await {
            Ok((0, _)) => return,
            Ok((_, took)) => tokio::time::sleep(took).await,
            // Nothing depends on it; what is free is used again.
            Err(e) => return tracing::debug!(error = ?e, "free space is not given back yet"),
        }
    }
}
