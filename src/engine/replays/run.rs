//! The walk of one replay: chunk after chunk, as long as there is room, and asleep otherwise. It is
//! woken when its deliveries come to their end and when anything changes that routing sees; nothing
//! polls. Where it stands is in its row, so a start goes on where a kill came between.

use super::chunk::{self, Ran};
use super::{CHUNK, replays};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::domain::replay::{ReplayId, Status};
use crate::engine::{Engine, live};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// Deliveries of one replay that are not finished, at most.
pub(super) const MAX_OPEN: usize = 1000;
/// So few are left when it goes on: a walk with every freed place would cost a commit each.
const LOW: usize = 500;
/// Those who look on are told no more often.
const TOLD: Duration = Duration::from_millis(250);
/// Time between two steps of a replay that keeps to a pace. How few it then has under way is the
/// business of the lanes.
const STEP: Duration = Duration::from_millis(10);
/// How long a disk that takes nothing is left alone.
const RETRY: Duration = Duration::from_secs(1);

/// What wakes a replay that has no room.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Deliveries that are not finished, as of the last chunk and what came after it.
    open: AtomicUsize,
    /// It goes on when no more than this are left.
    low: AtomicUsize,
    wake: Notify,
    /// When the last step began.
    step: Mutex<Option<Instant>>,
    /// When those who look on were last told.
    told: Mutex<Option<Instant>>,
}

impl Run {
    /// Notes what a step left: how many deliveries are open, and how many the next event makes if
    /// there was no room for them.
    pub fn set(&self, open: usize, blocked: Option<usize>) {
        let low = match blocked {
            Some(next) => LOW.min(MAX_OPEN.saturating_sub(next)),
            None if open >= MAX_OPEN => LOW,
            None => MAX_OPEN - 1,
        };
        self.low.store(low, SeqCst);
        self.open.store(open, SeqCst);
    }

    /// Deliveries that may be made now; none while too many are open.
    pub fn room(&self) -> Option<usize> {
        let open = self.open.load(SeqCst);
        (open <= self.low.load(SeqCst)).then(|| MAX_OPEN - open)
    }

    /// Deliveries of the next step: at a pace, as many as the time since the last one gives.
    pub(super) fn share(&self, pace: Option<usize>) -> usize {
        let last = self.step.lock().unwrap_or_else(PoisonError::into_inner).replace(Instant::now());
        let since = last.map_or(STEP, |last| last.elapsed());
        pace.map_or(CHUNK, |pace| ((pace as f64 * since.as_secs_f64()).round() as usize).clamp(1, CHUNK))
    }

    /// Whether it is time to tell those who look on.
    pub(super) fn tells(&self) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = told.is_none_or(|told| told.elapsed() >= TOLD);
        if is_time {
            *told = Some(Instant::now());
        }
        is_time
    }

    pub fn freed(&self) {
        let less = |open: usize| Some(open.saturating_sub(1));
        let open = self.open.fetch_update(SeqCst, SeqCst, less).unwrap_or(0);
        if open <= self.low.load(SeqCst) + 1 {
            self.wake.notify_one();
        }
    }

    /// How many are open is not known; the next chunk counts them.
    pub fn recount(&self) {
        self.open.store(0, SeqCst);
        self.wake.notify_one();
    }
}

/// Starts the walk of a replay whose row is stored.
pub(super) fn start(engine: &Arc<Engine>, project: ProjectId, id: ReplayId) {
    let run = Arc::new(Run::default());
    engine.replays.runs().insert(id, run.clone());
    let task = engine.clone();
    engine.tasks.spawn(async move {
        walk(&task, project, id, &run).await;
        task.replays.runs().remove(&id);
    });
}

/// Goes on with what a stop or a kill interrupted.
pub(in crate::engine) async fn resume(engine: &Arc<Engine>) {
    match engine.store.read(replays::unfinished).await {
        Ok(unfinished) => unfinished.into_iter().for_each(|(project, id)| start(engine, project, id)),
        Err(e) => tracing::error!(error = ?e, "unfinished replays were not looked through"),
    }
}

async fn walk(engine: &Arc<Engine>, project: ProjectId, id: ReplayId, run: &Arc<Run>) {
    while !engine.stopping().is_cancelled() {
        // Both are listened to before looking: a sign between the two would be lost.
        let (freed, changed) = (run.wake.notified(), engine.directory.news().notified());
        let most = run.share(engine.replays.pace());
        match chunk::next(engine, project, id, run, most).await {
            Ok(Ran::Again) => {
                if engine.replays.pace().is_some() {
                    tokio::time::sleep(STEP).await;
                }
                continue;
            }
            Ok(Ran::Over) => return,
            Ok(Ran::Wait) => {}
            Err(e) if e.kind() == Kind::Unavailable => {
                if engine.store.is_broken() {
                    return;
                }
                tracing::warn!(error = ?e, replay = %id, "a replay could not go on; trying again");
                tokio::select! {
                    () = engine.stopping().cancelled() => return,
                    () = tokio::time::sleep(RETRY) => continue,
                }
            }
            Err(e) => return broken(engine, project, id, e).await,
        }
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = freed => {}
            () = changed => {}
        }
    }
}

/// A fault of ours ends the replay instead of repeating itself for ever.
async fn broken(engine: &Arc<Engine>, project: ProjectId, id: ReplayId, fault: Error) {
    tracing::error!(error = ?fault, replay = %id, "a replay failed");
    if let Err(e) = fail(engine, project, id, "Internal error").await {
        tracing::error!(error = ?e, replay = %id, "and its failure could not be stored; the next start tries again");
    }
}

/// Ends a replay with a reason; one that is finished stays as it is.
pub(super) async fn fail(engine: &Arc<Engine>, project: ProjectId, id: ReplayId, reason: &'static str) -> Result<()> {
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let Some(mut replay) = replays::find(tx, project, id)?.filter(|replay| !replay.status.is_final()) else {
            return Ok(());
        };
        replay.status = Status::Failed;
        replay.error = Some(reason.to_owned());
        replay.completed_at = Some(Timestamp::now());
        replays::update(tx, project, &replay)?;
        live::replayed(tx, &engine_, project, &replay);
        Ok(())
    });
    write.await
}
