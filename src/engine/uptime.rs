//! How the server is: looked at every five minutes, kept for 90 days, and told to operators when
//! it is not well. What pages show is worked out with each check and then lies in memory.

use super::{Engine, channels, notices};
use crate::base::{Result, Timestamp};
use crate::domain::account::UserRole;
use crate::domain::alert::AlertKind;
use crate::domain::uptime::{DAYS, EVERY, History, Parts, Status};
use crate::store::uptime::Check;
use crate::store::{self, Tx};
use serde_json::json;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The first check is made so long after the start.
const FIRST: Duration = Duration::from_secs(3);
/// How often operators are told of a state that lasts.
const TELL_AGAIN: Duration = Duration::from_secs(3600);
/// Free room below which the disk is low: a twentieth of all, but at least and at most so many
/// bytes, for a twentieth of a large disk is room for weeks.
const ROOM: [u64; 2] = [500_000_000, 2_000_000_000];
const SHARE: u64 = 20;

/// What is remembered of checks.
#[derive(Debug, Default)]
pub struct Uptime {
    seen: Mutex<Option<Seen>>,
    disk_low: AtomicBool,
    running: AtomicBool,
}

/// The state after a check.
#[derive(Debug, Clone)]
pub struct Seen {
    pub latest: Check,
    pub history: Arc<History>,
}

impl Uptime {
    pub fn seen(&self) -> Option<Seen> {
        self.seen.lock().unwrap_or_else(|e| e.into_inner()).clone()
    }
}

/// How it is now, with what the last check found of the disk.
pub async fn parts(engine: &Engine) -> Parts {
    let health = engine.health().await;
    let word = |ok| if ok { "ok" } else { "error" };
    let backup = match (engine.settings.backup_dir.0.is_some(), engine.backups.is_stale(Timestamp::now())) {
        (true, Some(true)) => "stale",
        (true, Some(false)) if engine.backups.newest().is_some() => "ok",
        _ => "no_backups",
    };
    let disk = if engine.uptime.disk_low.load(Ordering::Relaxed) { "low" } else { "ok" };
    Parts { database: word(health.database), queue: word(health.queue), backup, disk, ..Parts::GOOD }
}

/// Looks until the server stops.
pub(super) async fn run(engine: &Arc<Engine>) {
    engine.uptime.running.store(true, Ordering::Relaxed);
    let (mut wait, mut told) = (FIRST, None);
    loop {
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = tokio::time::sleep(wait) => wait = EVERY,
        }
        if let Err(e) = check(engine, &mut told).await {
            tracing::error!(error = ?e, "the state of the server could not be recorded");
        }
    }
}

/// Makes a check and records it; what was told, and when, is in `told`.
async fn check(engine: &Arc<Engine>, told: &mut Option<(Status, Timestamp)>) -> Result<()> {
    let disk_low = free(engine.settings.db.parent().unwrap_or(Path::new("."))).await.is_some_and(is_low);
    engine.uptime.disk_low.store(disk_low, Ordering::Relaxed);
    let begun = Instant::now();
    let mut parts = parts(engine).await;
    // A write that changes nothing waits for its turn like any other.
    if engine.store.append(|_| Ok(())).await.is_err() {
        parts.database = "error";
    }
    let (now, status) = (Timestamp::now(), parts.status());
    let checks = serde_json::to_string(&parts).map_err(crate::base::Error::internal)?;
    let latest = Check { at: now, status, checks, response_time_ms: begun.elapsed().as_millis() as i64 };
    let tell =
        status != Status::Healthy && told.is_none_or(|(known, at)| known != status || now.since(at) >= TELL_AGAIN);
    *told = if tell { Some((status, now)) } else { told.filter(|_| status != Status::Healthy) };
    let (engine_, check) = (engine.clone(), latest.clone());
    let write = engine.store.write(move |tx| {
        store::uptime::insert(tx, &check)?;
        store::uptime::forget(tx, now.minus(DAYS * Duration::from_secs(86_400)), 1000)?;
        if tell { notify(tx, &engine_, &parts) } else { Ok(()) }
    });
    let written = write.await;
    let history = engine.store.read(move |snap| {
        let checks = store::uptime::since(snap, now.minus(DAYS * Duration::from_secs(86_400)))?;
        Ok(Arc::new(History::of(&checks, now)))
    });
    let history = history.await?;
    *engine.uptime.seen.lock().unwrap_or_else(|e| e.into_inner()) = Some(Seen { latest, history });
    engine.metrics.forget_idle(now);
    written
}

fn notify(tx: &Tx<'_>, engine: &Arc<Engine>, parts: &Parts) -> Result<()> {
    let all = [("database", parts.database), ("queue", parts.queue), ("backup", parts.backup), ("disk", parts.disk)];
    let bad: Vec<String> = all
        .iter()
        .filter(|(_, word)| !matches!(*word, "ok" | "no_backups"))
        .map(|(name, word)| format!("{name}: {word}"))
        .collect();
    let text = format!("The server is {}: {}.", parts.status().as_str(), bad.join(", "));
    tracing::warn!("{text}");
    let payload = json!({"message": text, "status": parts.status().as_str()});
    for role in [UserRole::Superadmin, UserRole::Admin] {
        for operator in store::admin::users::active(tx, role)? {
            notices::system_health(tx, engine, operator, ("Server health", &text))?;
            channels::raise_to_operators(tx, engine, operator, AlertKind::SystemHealth, &payload)?;
        }
    }
    Ok(())
}

/// Notes that the server stops on purpose. To be called before the database is closed.
pub(super) async fn stopped(engine: &Engine) {
    if !engine.uptime.running.load(Ordering::Relaxed) {
        return;
    }
    let check = Check { at: Timestamp::now(), status: Status::Stopped, checks: "{}".to_owned(), response_time_ms: 0 };
    let _ = engine.store.write(move |tx| store::uptime::insert(tx, &check)).await;
}

/// The newest check of all, also of an earlier run.
pub async fn latest(engine: &Engine) -> Result<Option<Check>> {
    engine.store.read(store::uptime::latest).await
}

/// What the checks up to now say; as of the last one, which is at most five minutes old.
pub async fn history(engine: &Engine) -> Result<Arc<History>> {
    if let Some(seen) = engine.uptime.seen() {
        return Ok(seen.history);
    }
    let now = Timestamp::now();
    let from = now.minus(DAYS * Duration::from_secs(86_400));
    let checks = engine.store.read(move |snap| store::uptime::since(snap, from)).await?;
    Ok(Arc::new(History::of(&checks, now)))
}

/// Bytes that are free, and of how many; POSIX `df` knows everywhere.
async fn free(path: &Path) -> Option<(u64, u64)> {
    let run = tokio::process::Command::new("df").arg("-Pk").arg(path).kill_on_drop(true).output();
    let run = tokio::time::timeout(Duration::from_secs(10), run).await.ok()?.ok()?;
    numbers(&String::from_utf8(run.stdout).ok()?)
}

fn numbers(df: &str) -> Option<(u64, u64)> {
    let words: Vec<&str> = df.lines().nth(1)?.split_whitespace().collect();
    // Counted from the percentage, for the name of a file system may hold blanks.
    let percent = words.iter().position(|word| word.ends_with('%') && word.len() > 1)?;
    let number = |back| words.get(percent.checked_sub(back)?)?.parse::<u64>().ok().map(|kib| kib * 1024);
    Some((number(1)?, number(3)?))
}

fn is_low((free, all): (u64, u64)) -> bool {
    free < (all / SHARE).clamp(ROOM[0], ROOM[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::TestEngine;

    #[test]
    fn a_disk_that_fills_up_is_noticed() {
        let df = "Filesystem 1024-blocks Used Available Capacity Mounted on\nmy disk 1000 600 400 60% /mnt/a b\n";
        assert_eq!(numbers(df), Some((400 * 1024, 1000 * 1024)));
        let gb = 1_000_000_000;
        assert!(is_low((gb / 4, gb)) && is_low((gb, 30 * gb)) && !is_low((3 * gb, 100 * gb)));
    }

    #[tokio::test]
    async fn a_bad_state_is_told_once_an_hour() {
        let engine = TestEngine::new();
        let (_, root) = engine.operator("root@example.org", UserRole::Superadmin).await;
        let mut told = None;
        check(&engine, &mut told).await.expect("recorded");
        let first = engine.uptime.seen().expect("seen").latest;
        assert_eq!((told, first.status), (None, Status::Healthy), "{}", first.checks);
        let old = Timestamp::now().minus(3 * crate::domain::backup::PERIOD);
        engine.backups.pretend(old);
        for _ in 0..2 {
            check(&engine, &mut told).await.expect("recorded");
        }
        assert_eq!(told.map(|(status, _)| status), Some(Status::Degraded));
        let page = crate::base::page::Page { limit: 9, before: None };
        let (notices, _) = crate::engine::notifications::list(&engine, &root, true, page).await.expect("listed");
        let told: Vec<_> = notices.rows.iter().filter(|notice| notice.kind == "system_health").collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].message.contains("backup: stale"), "{}", told[0].message);
        let latest = latest(&engine).await.expect("read").expect("there");
        assert!(latest.checks.contains(r#""backup":"stale""#), "{}", latest.checks);
    }
}
