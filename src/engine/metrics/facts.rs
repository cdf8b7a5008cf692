//! What a page of metrics tells beside what was counted: how things are at this moment. Numbers
//! from the database are read at most every few seconds, however many ask.

use super::locked;
use crate::base::Timestamp;
use crate::engine::Engine;
use crate::engine::bus::Protocol;
use crate::store;
use std::fs;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Webhooks with due rows that are looked at for the oldest.
const BEHIND: usize = 500;
/// How long numbers from the database are good.
const FRESH: Duration = Duration::from_secs(5);

/// Webhooks and dead letters, as the database has them.
pub(super) type Cache = Mutex<Option<(Instant, store::gauges::Gauges)>>;

/// Gauges: name, help, value; `queue` gauges apart, for they have labels.
#[derive(Debug)]
pub(super) struct Facts {
    pub plain: Vec<(&'static str, &'static str, f64)>,
    /// State of the delivery queue and how many are in it.
    pub queue: [(&'static str, i64); 2],
    /// Queues, and the seconds that the oldest due work in them has waited.
    pub oldest: Vec<(&'static str, f64)>,
    pub streams: [(&'static str, i64); 2],
    pub overflows: u64,
}

pub(super) async fn gather(engine: &Engine) -> Facts {
    let pending = engine.directory.pending();
    let in_flight = engine.dispatch.in_flight() as i64;
    let mut plain = vec![
        ("jobcelis_deliveries_pending", "Deliveries that are not finished", pending as f64),
        (
            "jobcelis_db_write_wait_seconds",
            "Time the last write waited for its turn",
            engine.store.write_wait().as_secs_f64(),
        ),
    ];
    let mut oldest = Vec::new();
    if let Some(gauges) = gauges(engine).await {
        let now = Timestamp::now();
        let held = |queue| engine.dispatch.waiting().0.filter(|_| queue == "delivery");
        let waits = |(queue, since): (&'static str, Option<Timestamp>)| {
            let since = [since, held(queue)].into_iter().flatten().min();
            (queue, since.map_or(0.0, |since| now.since(since).as_secs_f64()))
        };
        oldest.extend(gauges.since.map(waits));
        plain.extend([
            ("jobcelis_webhooks_active", "Active webhooks", gauges.webhooks as f64),
            ("jobcelis_circuit_breakers_open", "Webhooks whose circuit is not closed", gauges.circuits_open as f64),
            ("jobcelis_dead_letters_open", "Unresolved dead letters, counted up to 100000", gauges.dead_letters as f64),
        ]);
    }
    let size = |suffix| {
        let path = crate::engine::backup::with_suffix(&engine.settings.db, suffix);
        fs::metadata(path).map_or(0.0, |meta| meta.len() as f64)
    };
    plain.push(("jobcelis_db_size_bytes", "Size of the database file", size("")));
    plain.push(("jobcelis_db_wal_bytes", "Size of the log of the database", size("-wal")));
    if let Some(at) = engine.backups.newest() {
        let seconds = at.micros() as f64 / 1e6;
        plain.push(("jobcelis_backup_last_success_timestamp_seconds", "When the newest backup was made", seconds));
    }
    plain.extend(super::process::gauges(engine.started));
    let streams = Protocol::ALL.map(|protocol| (protocol.as_str(), engine.bus.open(protocol) as i64));
    let queue = [("pending", (pending - in_flight).max(0)), ("in_flight", in_flight)];
    Facts { plain, queue, oldest, streams, overflows: engine.bus.overflows() }
}

async fn gauges(engine: &Engine) -> Option<store::gauges::Gauges> {
    let known = *locked(&engine.metrics.facts);
    if let Some((_, gauges)) = known.filter(|(at, _)| at.elapsed() < FRESH) {
        return Some(gauges);
    }
    let behind: Vec<_> = engine.dispatch.waiting().1.into_iter().take(BEHIND).collect();
    let read = engine.store.read(move |snap| store::gauges::read(snap, &behind, Timestamp::now()));
    let gauges = read.await.ok()?;
    *locked(&engine.metrics.facts) = Some((Instant::now(), gauges));
    Some(gauges)
}
