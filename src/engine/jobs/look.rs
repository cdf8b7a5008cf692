//! A look at the table: which jobs are due, what is to be run of each, and whose request goes
//! first when there is not room for all.

use crate::base::{Kind, Result, Timestamp};
use crate::domain::job::{ActionKind, Job, JobId};
use crate::domain::project::ProjectId;
use crate::domain::signing::Secret;
use crate::engine::Engine;
use crate::store::Snapshot;
use crate::store::jobs::{self, Due};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Bytes of payloads that are held at a time, about.
const BYTES: usize = 4 << 20;

/// What is due, and when more will be.
pub(super) struct Look {
    pub found: Vec<Found>,
    pub next: Option<Timestamp>,
}

/// A due job.
pub(super) struct Found {
    pub due: Due,
    /// None when its row cannot be understood.
    pub loaded: Option<Loaded>,
}

pub(super) struct Loaded {
    pub job: Job,
    pub secret: Option<Secret>,
    /// The time of its schedule that is to be run, which stands for all that have passed.
    pub slot: Timestamp,
    pub next: Option<Timestamp>,
}

/// Up to `limit` due jobs, without those set aside. Requests only as far as there is room for
/// them: the others are looked at when one has ended.
pub(super) async fn look(engine: &Arc<Engine>, limit: usize, aside: &HashSet<JobId>) -> Result<Look> {
    let (engine_, aside) = (engine.clone(), aside.clone());
    let read = engine.store.read(move |snap| {
        let now = Timestamp::now();
        let room = engine_.jobs.room().min(limit);
        let mut due = requests(snap, now, &aside, engine_.jobs.load(), room)?;
        jobs::due(snap, ActionKind::Emit, now, |one| {
            if due.len() < limit && !aside.contains(&one.job) {
                due.push(one);
            }
            Ok(due.len() < limit)
        })?;
        let (mut found, mut bytes) = (Vec::with_capacity(due.len()), 0);
        for due in due {
            if bytes >= BYTES {
                break;
            }
            let loaded = load(&engine_, snap, &due, now)?;
            bytes += loaded.as_ref().map_or(0, |loaded| loaded.job.action.payload().len());
            found.push(Found { due, loaded });
        }
        // After the instant of this look: nobody has seen what fell due since.
        let events = jobs::next_due(snap, ActionKind::Emit, now)?;
        let requests = jobs::next_due(snap, ActionKind::Post, now)?;
        Ok(Look { found, next: [events, requests].into_iter().flatten().min() })
    });
    read.await
}

/// The requests to send next: each of the project that has the fewest under way, and of its jobs
/// the one due longest. A project whose receivers hang does not keep the others waiting.
fn requests(
    snap: &Snapshot<'_>,
    now: Timestamp,
    aside: &HashSet<JobId>,
    mut load: HashMap<ProjectId, usize>,
    room: usize,
) -> Result<Vec<Due>> {
    let mut chosen: Vec<Due> = Vec::new();
    while chosen.len() < room {
        let mut best: Option<(usize, Due)> = None;
        jobs::due(snap, ActionKind::Post, now, |due| {
            if aside.contains(&due.job) || chosen.contains(&due) {
                return Ok(true);
            }
            let under_way = load.get(&due.project).copied().unwrap_or(0);
            if best.is_none_or(|(least, _)| under_way < least) {
                best = Some((under_way, due));
            }
            Ok(under_way > 0)
        })?;
        let Some((_, due)) = best else { break };
        *load.entry(due.project).or_default() += 1;
        chosen.push(due);
    }
    Ok(chosen)
}

fn load(engine: &Engine, snap: &Snapshot<'_>, due: &Due, now: Timestamp) -> Result<Option<Loaded>> {
    let read = || -> Result<Loaded> {
        let job = jobs::get(snap, due.project, due.job)?;
        let (slot, next) = job.slot(due.at, now)?;
        let secret = if job.has_secret { jobs::secret(snap, &engine.keys, due.project, due.job)? } else { None };
        Ok(Loaded { job, secret, slot, next })
    };
    match read() {
        Ok(loaded) => Ok(Some(loaded)),
        Err(e) if e.kind() == Kind::Unavailable => Err(e),
        Err(e) => {
            tracing::error!(error = ?e, job = %due.job, "a job cannot be read and does not run any more");
            Ok(None)
        }
    }
}
