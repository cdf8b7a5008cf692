//! The service that makes a backup every day: at its time, or at the start when one was missed.
//! Each run is recorded; operators are told of one that failed, and again every day.

use super::file::{GoOn, Scratch, stopped};
use super::{Target, draft, list, passphrase, prune, why};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::ServerSettings;
use crate::domain::account::UserRole;
use crate::domain::backup::{Manifest, is_stale, next_due};
use crate::engine::audit::{self, By, Entry};
use crate::engine::{Engine, notices};
use crate::store::{self, Tx};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// How soon it is tried again after a failure, and how often people are told of failures.
const RETRY: Duration = Duration::from_secs(3600);
const TELL_AGAIN: Duration = Duration::from_secs(86_400);
/// The clock of the machine may be set: it is looked at so often.
const LOOK: Duration = Duration::from_secs(900);
/// How long the command that takes a backup elsewhere may run.
const EXEC_LIMIT: Duration = Duration::from_secs(6 * 3600);

/// What is known of backups without looking at the disk.
#[derive(Debug, Default)]
pub struct Backups {
    running: AtomicBool,
    /// When the newest good one was made, in microseconds; 0 is never.
    newest: AtomicI64,
    /// Since when there could have been one.
    since: AtomicI64,
    told: AtomicI64,
}

impl Backups {
    /// When the newest good one was made.
    pub fn newest(&self) -> Option<Timestamp> {
        Some(self.newest.load(Ordering::Relaxed)).filter(|at| *at != 0).map(Timestamp::from_micros)
    }

    /// As if the newest had been made then.
    #[cfg(test)]
    pub fn pretend(&self, newest: Timestamp) {
        self.newest.store(newest.micros(), Ordering::Relaxed);
    }

    fn since(&self) -> Timestamp {
        self.newest().unwrap_or_else(|| Timestamp::from_micros(self.since.load(Ordering::Relaxed)))
    }

    /// Whether it is too long ago; `None` while that is not known.
    pub fn is_stale(&self, now: Timestamp) -> Option<bool> {
        let known = self.newest().is_some() || self.since.load(Ordering::Relaxed) != 0;
        known.then(|| is_stale(now, self.since()))
    }
}

/// Makes backups until the server stops.
pub async fn run(engine: &Arc<Engine>) {
    let Some(folder) = engine.settings.backup_dir.0.clone() else { return };
    begin(engine, &folder).await;
    let mut not_before = Timestamp::from_micros(0);
    loop {
        let now = Timestamp::now();
        let due = next_due(now, engine.settings.backup_at.offset(), engine.backups.since()).max(not_before);
        if due > now {
            tokio::select! {
                () = engine.stopping().cancelled() => return,
                () = tokio::time::sleep(due.since(now).min(LOOK)) => continue,
            }
        }
        let made = match Running::begin(engine) {
            Some(running) => running.make(engine).await,
            None => false,
        };
        if !made {
            not_before = Timestamp::now().plus(RETRY);
        }
        if engine.stopping().is_cancelled() {
            return;
        }
    }
}

/// Finds out what there is, and takes away what a kill left.
async fn begin(engine: &Arc<Engine>, folder: &Path) {
    let (db, folder) = (engine.settings.db.clone(), folder.to_path_buf());
    let looked = tokio::task::spawn_blocking(move || {
        // Taking it removes an old one.
        let _ = Scratch::take(&db);
        list(&folder)
    });
    if let Ok(Ok(found)) = looked.await
        && let Some(newest) = found.first()
    {
        engine.backups.newest.store(newest.manifest.created().micros(), Ordering::Relaxed);
    }
    let born = engine.store.read(store::copy::born).await.ok().flatten().unwrap_or(engine.started);
    engine.backups.since.store(born.micros(), Ordering::Relaxed);
}

/// The right to make a backup, of which there is one.
#[derive(Debug)]
pub struct Running(Arc<Engine>);

impl Running {
    /// `None` while one is made.
    pub fn begin(engine: &Arc<Engine>) -> Option<Running> {
        let taken = engine.backups.running.swap(true, Ordering::AcqRel);
        (!taken).then(|| Running(engine.clone()))
    }

    /// Makes one, records what came of it, and says whether all went well.
    pub async fn make(self, engine: &Arc<Engine>) -> bool {
        let begun = Instant::now();
        let made = self.try_make(engine).await;
        if made
            .as_ref()
            .is_err_and(|failed| failed.error.kind() == Kind::Unavailable && engine.stopping().is_cancelled())
        {
            return false;
        }
        let good = made.is_ok();
        let engine_ = engine.clone();
        let write = engine.store.write(move |tx| match made {
            Ok((path, manifest)) => completed(tx, &engine_, &path, &manifest, begun.elapsed()),
            Err(failed) => failed.record(tx, &engine_),
        });
        if let Err(e) = write.await {
            tracing::error!(error = ?e, "what came of a backup could not be recorded");
        }
        good
    }

    async fn try_make(&self, engine: &Arc<Engine>) -> std::result::Result<(PathBuf, Manifest), Failed> {
        let engine_ = engine.clone();
        let work = move || {
            let stopping = engine_.stopping().clone();
            work(&engine_.settings, &|| !stopping.is_cancelled())
        };
        let ran = tokio::task::spawn_blocking(work).await;
        let (path, manifest) = ran.map_err(|e| Failed::other(Error::internal(e)))??;
        engine.backups.newest.store(manifest.created().micros(), Ordering::Relaxed);
        if let Some(command) = &engine.settings.backup_exec {
            hand_over(engine, command, &path).await.map_err(Failed::other)?;
        }
        Ok((path, manifest))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.backups.running.store(false, Ordering::Release);
    }
}

/// Why there is no good backup.
#[derive(Debug)]
struct Failed {
    error: Error,
    /// It was written, and is not what was written.
    unverified: bool,
}

impl Failed {
    fn other(error: Error) -> Failed {
        Failed { error, unverified: false }
    }
}

fn work(settings: &ServerSettings, go_on: GoOn<'_>) -> std::result::Result<(PathBuf, Manifest), Failed> {
    let folder = settings.backup_dir.0.clone().ok_or_else(|| Failed::other(stopped()))?;
    let secret = passphrase(settings).map_err(Failed::other)?;
    let target = Target::Folder(folder.clone());
    let mut draft = draft(&settings.db, &target, secret.as_ref(), go_on).map_err(Failed::other)?;
    draft.verify(secret.as_ref(), go_on).map_err(|error| {
        let unverified = error.kind() == Kind::Invalid;
        Failed { error, unverified }
    })?;
    let made = draft.publish().map_err(Failed::other)?;
    if let Err(e) = prune(&folder, settings.backup_keep) {
        tracing::warn!(error = ?e, "old backups could not be removed");
    }
    Ok(made)
}

/// Runs the operator's command with the path where it says `$1`, else behind it. Of the variables of the server, which may
/// be secrets, it sees none.
async fn hand_over(engine: &Engine, command: &str, path: &Path) -> Result<()> {
    let mut shell = tokio::process::Command::new("sh");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("JOBCELIS_")) {
        shell.env_remove(name);
    }
    let line = if command.contains("$1") { command.to_owned() } else { format!("{command} \"$1\"") };
    shell.args(["-c", &line, "backup"]).arg(path);
    let mut child = shell.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
    let failed = |text: String| Error::new(Kind::Invalid, format!("--backup-exec: {text}"));
    tokio::select! {
        ended = child.wait() => match ended? {
            status if status.success() => Ok(()),
            status => Err(failed(status.to_string())),
        },
        () = tokio::time::sleep(EXEC_LIMIT) => Err(failed("it did not end".to_owned())),
        () = engine.stopping().cancelled() => Err(stopped()),
    }
}

fn completed(tx: &Tx<'_>, engine: &Engine, path: &Path, manifest: &Manifest, took: Duration) -> Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let millis = took.as_millis() as u64;
    let metadata = json!({"file": name, "size_bytes": manifest.size, "duration_ms": millis, "storage": "local"});
    record(tx, engine, "system.backup_completed", name, metadata)?;
    engine.backups.told.store(0, Ordering::Relaxed);
    let (path, size) = (path.display().to_string(), manifest.size);
    tx.after_commit(move || {
        tracing::info!(path, size, millis, "backup made; keep a copy of the master key apart from it");
    });
    Ok(())
}

impl Failed {
    fn record(self, tx: &Tx<'_>, engine: &Engine) -> Result<()> {
        let text = why(&self.error);
        let action = if self.unverified { "system.backup_verification_failed" } else { "system.backup_failed" };
        record(tx, engine, action, None, json!({ "error": text }))?;
        let (now, since) = (Timestamp::now(), engine.backups.since());
        let stale = is_stale(now, since);
        if stale {
            record(tx, engine, "system.backup_verification_stale", None, json!({ "newest": since }))?;
        }
        tracing::error!(error = text, "no backup was made; it is tried again in an hour");
        if now.since(Timestamp::from_micros(engine.backups.told.load(Ordering::Relaxed))) < TELL_AGAIN {
            return Ok(());
        }
        engine.backups.told.store(now.micros(), Ordering::Relaxed);
        let mut told = format!("No backup could be made: {text}.");
        if stale {
            told += &format!(" The newest is of {since}.");
        }
        for role in [UserRole::Superadmin, UserRole::Admin] {
            for operator in store::admin::users::active(tx, role)? {
                notices::system_health(tx, engine, operator, ("Backup failed", &told))?;
            }
        }
        Ok(())
    }
}

fn record(tx: &Tx<'_>, engine: &Engine, action: &'static str, name: Option<String>, metadata: Value) -> Result<()> {
    audit::record(tx, engine, Entry::of(By::System(None), action, "backup", name, metadata))
}
