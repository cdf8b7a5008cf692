//! The daily removal of what is older than each project keeps it. A run that was missed while the
//! server was off is made up for at its start.

use super::clear::{Tell, Work, count_entries, give_back};
use super::effective;
use crate::base::{Error, Id, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::audit::{ActorType, AuditEntry};
use crate::domain::project::ProjectId;
use crate::domain::purge::{Selection, What};
use crate::domain::retention::{Kept, RetentionPolicy, next_due};
use crate::engine::Engine;
use crate::engine::audit::{self, By, Entry};
use crate::store::retention::{self, Log, Position, Removal, Tally};
use crate::store::{self, Snapshot, Tx};
use serde::Serialize;
use serde_json::{Value, json};
use std::ops::AddAssign;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const ACTION: &str = "retention.applied";
const NOUN: &str = "retention";
/// Under which the last run is noted.
const NAME: &str = "retention_run";
/// The clock is looked at again at least so often: it may be set.
const LOOK: Duration = Duration::from_secs(600);
/// How soon a run that failed is tried again.
const RETRY: Duration = Duration::from_secs(300);

/// How far the mark of a log may lag behind.
const MARK: Duration = Duration::from_secs(7 * 86_400);

/// Rows that were removed, by what they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub events: u64,
    pub deliveries: u64,
    pub audit_logs: u64,
    pub job_runs: u64,
    pub dead_letters: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Counts) {
        self.events += more.events;
        self.deliveries += more.deliveries;
        self.audit_logs += more.audit_logs;
        self.job_runs += more.job_runs;
        self.dead_letters += more.dead_letters;
    }
}

impl Counts {
    fn add(&mut self, kept: Kept, tally: Tally) {
        self.deliveries += tally.deliveries;
        match kept {
            Kept::Events => self.events += tally.rows,
            Kept::Deliveries => self.deliveries += tally.rows,
            Kept::AuditLogs => self.audit_logs += tally.rows,
            Kept::JobRuns => self.job_runs += tally.rows,
            Kept::DeadLetters => self.dead_letters += tally.rows,
        }
    }
}

/// Whether one is under way.
#[derive(Debug, Default)]
pub struct Runs(AtomicBool);

/// The right to run, of which there is one.
struct Running(Arc<Engine>);

impl Running {
    fn begin(engine: &Arc<Engine>) -> Option<Running> {
        let taken = engine.retention.0.swap(true, Ordering::AcqRel);
        (!taken).then(|| Running(engine.clone()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.retention.0.store(false, Ordering::Release);
    }
}

/// When the last run began.
pub(super) fn last(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    store::meta::time_of(snap, NAME)
}

/// Runs every day until the server stops.
pub(in crate::engine) async fn serve(engine: &Arc<Engine>) {
    // One that began since is under way.
    let before = Id::floor(engine.started);
    if let Err(e) = finish_left(engine, move |left| left.id < before).await {
        tracing::warn!(error = ?e, "what a removal had removed before it broke off is not on record yet");
    }
    loop {
        let wait = match look(engine).await {
            Ok(wait) => wait,
            Err(_) if engine.stopping().is_cancelled() => return,
            Err(e) => {
                tracing::error!(error = ?e, "removing what is too old failed; trying again");
                RETRY
            }
        };
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Runs if it is time to, and tells when to look again.
async fn look(engine: &Arc<Engine>) -> Result<Duration> {
    let now = Timestamp::now();
    let due = next_due(now, engine.settings.retention_at.offset(), engine.store.read(last).await?);
    if due > now {
        return Ok(due.since(now).min(LOOK));
    }
    if let Some(running) = Running::begin(engine) {
        let counts = run(engine, now).await?;
        drop(running);
        if counts != Counts::default() {
            tracing::info!(?counts, "removed what is too old");
        }
    }
    Ok(Duration::from_secs(1))
}

/// Runs now because an operator wants it; 409 while one is under way.
pub async fn now(engine: &Arc<Engine>, account: &Account) -> Result<Counts> {
    let running = Running::begin(engine).ok_or_else(|| Error::new(Kind::Conflict, "Retention is running already"))?;
    let (engine_, by) = (engine.clone(), account.clone());
    // It goes on when its caller is gone.
    let work = engine.tasks.spawn(async move {
        let counts = run(&engine_, Timestamp::now()).await?;
        drop(running);
        let engine = engine_.clone();
        let told = engine_.store.write(move |tx| {
            let metadata = serde_json::to_value(counts).map_err(Error::internal)?;
            audit::record(tx, &engine, Entry::of(&by, "admin.retention_run", NOUN, None, metadata))
        });
        told.await?;
        Ok(counts)
    });
    work.await.map_err(Error::internal)?
}

async fn run(engine: &Arc<Engine>, now: Timestamp) -> Result<Counts> {
    let (mut all, mut failed) = (Counts::default(), None);
    for project in engine.store.read(retention::projects).await? {
        match of_project(engine, project, now).await {
            Ok(counts) => all += counts,
            Err(e) if e.kind() == Kind::Unavailable => return Err(e),
            // One project must not keep the data of all others.
            Err(e) => {
                tracing::error!(error = ?e, %project, "what is too old in a project cannot be removed");
                failed = Some(e);
            }
        }
    }
    all += of_server(engine, now).await?;
    if all != Counts::default() {
        engine.tasks.spawn(give_back(engine.clone()));
    }
    match failed {
        Some(e) => Err(e),
        None => engine.store.write(move |tx| store::meta::set_time_of(tx, NAME, now)).await.map(|()| all),
    }
}

/// Removes what a project keeps no longer. The log comes first: of an event whose entry is gone
/// nothing has to be kept.
async fn of_project(engine: &Arc<Engine>, project: ProjectId, now: Timestamp) -> Result<Counts> {
    let (work, mut counts) = (begin(engine, Some(project)), Counts::default());
    let found = engine.store.read(move |snap| store::projects::find(snap, project)).await?;
    let Some(days) = found.map(|found| effective(&found, i64::from(engine.settings.retention_days))) else {
        return Ok(counts);
    };
    if let Some(before) = days.cutoff(Kept::AuditLogs, now) {
        entries(&work, Log::OfProject(project), before, &mut counts).await?;
    }
    let kinds = [
        (Kept::Deliveries, What::Deliveries { topic: None, status: None, webhook: None }),
        (Kept::Events, What::Finished),
        (Kept::JobRuns, What::JobRuns),
        (Kept::JobRuns, What::Tasks),
        (Kept::DeadLetters, What::Resolved),
    ];
    for (kept, what) in kinds {
        let Some(before) = days.cutoff(kept, now) else { continue };
        let selection = Selection { project, before, what };
        let looked = selection.clone();
        // Without a write where there is nothing to do.
        let first = engine.store.read(move |snap| retention::count(snap, &looked, Id::MIN, 1)).await?;
        if first.next.is_some() {
            let tally = work.rows(selection, tell(counts, kept)).await;
            counts.add(kept, checked(&work, tally).await?);
        }
    }
    end(&work, counts).await?;
    Ok(counts)
}

/// The log of what belongs to no project.
async fn of_server(engine: &Arc<Engine>, now: Timestamp) -> Result<Counts> {
    let (work, mut counts) = (begin(engine, None), Counts::default());
    if let Some(before) = RetentionPolicy::default().effective(None, 0).cutoff(Kept::AuditLogs, now) {
        entries(&work, Log::OfServer, before, &mut counts).await?;
    }
    end(&work, counts).await?;
    Ok(counts)
}

async fn entries(work: &Work, log: Log, before: Timestamp, counts: &mut Counts) -> Result<()> {
    let shown = count_entries(&work.engine, log, before, Position::EVENTS).await?;
    let nothing = shown == 0 && count_entries(&work.engine, log, before, Position::START).await? == 0;
    if nothing && !lags(work, log, before).await? {
        return Ok(());
    }
    counts.audit_logs = shown;
    let tally = work.entries(log, before, tell(*counts, Kept::AuditLogs)).await;
    counts.add(Kept::AuditLogs, checked(work, tally).await?);
    Ok(())
}

/// Whether the mark from which on entries are shown is so old that it moves although nothing goes:
/// what is behind it is not looked through again.
async fn lags(work: &Work, log: Log, before: Timestamp) -> Result<bool> {
    let Log::OfProject(project) = log else { return Ok(false) };
    let since = work.engine.store.read(move |snap| retention::audit_since(snap, project)).await?;
    Ok(since.unwrap_or(project.time()).plus(MARK) < before)
}

fn begin(engine: &Arc<Engine>, project: Option<ProjectId>) -> Work {
    let removal = Removal {
        id: engine.ids.next(),
        project,
        user: None,
        actor_type: ActorType::System.as_str().to_owned(),
        action: ACTION.to_owned(),
        resource_type: NOUN.to_owned(),
        metadata: String::new(),
    };
    Work { engine: engine.clone(), removal }
}

fn tell(before: Counts, kept: Kept) -> Tell {
    Arc::new(move |tally| {
        let mut counts = before;
        counts.add(kept, tally);
        serde_json::to_value(counts).unwrap_or(Value::Null)
    })
}

/// What has gone when a removal breaks off is put on record at once.
async fn checked(work: &Work, done: Result<Tally>) -> Result<Tally> {
    if done.is_err() {
        let id = work.removal.id;
        finish_left(&work.engine, move |left| left.id == id).await?;
    }
    done
}

async fn end(work: &Work, counts: Counts) -> Result<()> {
    if counts == Counts::default() {
        return Ok(());
    }
    let Work { engine, removal } = work.clone();
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        retention::forget(tx, removal.id)?;
        let metadata = serde_json::to_value(counts).map_err(Error::internal)?;
        audit::record(tx, &engine_, Entry::of(By::System(removal.project), ACTION, NOUN, None, metadata))
    });
    write.await
}

/// Puts on record what removals had removed before they broke off.
pub(super) async fn finish_left<F>(engine: &Arc<Engine>, which: F) -> Result<()>
where
    F: Fn(&Removal) -> bool + Send + 'static,
{
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let left = retention::left(tx)?;
        left.iter().filter(|left| which(left)).try_for_each(|left| broke_off(tx, &engine_, left))
    });
    write.await
}

fn broke_off(tx: &Tx<'_>, engine: &Engine, left: &Removal) -> Result<()> {
    let mut metadata: Value = serde_json::from_str(&left.metadata).map_err(Error::internal)?;
    metadata["broke_off"] = json!(true);
    let entry = AuditEntry {
        id: engine.ids.next(),
        project: left.project,
        user: left.user,
        actor_type: left.actor_type.clone(),
        action: left.action.clone(),
        resource_type: left.resource_type.clone(),
        resource_id: None,
        metadata: metadata.to_string(),
        ip: None,
        user_agent: None,
    };
    store::audit::insert(tx, &engine.keys, &entry)?;
    retention::forget(tx, left.id)
}
