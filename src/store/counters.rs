//! Counter rows kept with every change, so that a total is read and never counted. Additions of
//! all operations in one commit are summed first: a busy topic costs one update a commit.

use super::sql::{Snapshot, Value};
use crate::base::{Id, Result};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;
use std::collections::HashMap;
use std::sync::Arc;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Counter {
    /// Active events of a topic.
    Topic(ProjectId, Arc<str>),
    /// Deliveries of a webhook created in a minute (since the epoch), by present status; or the
    /// latency of attempts of that minute.
    Minute(WebhookId, i64, Field),
}

/// A column of `webhook_minutes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Pending,
    Failed,
    Success,
    LatencySum,
    LatencyCount,
}

/// The minute that counters of a row created with this id belong to.
pub fn minute<T>(id: Id<T>) -> i64 {
    id.time().secs().div_euclid(60)
}

/// Sums the additions and writes them.
pub(super) fn flush(conn: &Snapshot<'_>, log: &mut Vec<(Counter, i64)>) -> Result<()> {
    if log.is_empty() {
        return Ok(());
    }
    let mut topics: HashMap<(ProjectId, Arc<str>), i64> = HashMap::new();
    let mut minutes: HashMap<(WebhookId, i64), [i64; 5]> = HashMap::new();
    for (counter, delta) in log.drain(..) {
        match counter {
            Counter::Topic(project, topic) => *topics.entry((project, topic)).or_default() += delta,
            Counter::Minute(webhook, minute, field) => {
                minutes.entry((webhook, minute)).or_default()[field as usize] += delta;
            }
        }
    }
    for ((project, topic), delta) in topics.into_iter().filter(|(_, delta)| *delta != 0) {
        let sql = "INSERT INTO topics (project_id, topic, active_events) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (project_id, topic) DO UPDATE SET active_events = topics.active_events + excluded.active_events";
        run(conn, sql, params![&project, &*topic, delta])?;
    }
    for ((webhook, minute), d) in minutes.into_iter().filter(|(_, d)| d.iter().any(|d| *d != 0)) {
        let sql = "INSERT INTO webhook_minutes (webhook_id, minute, pending, failed, success, latency_sum, latency_count) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (webhook_id, minute) DO UPDATE SET \
                   pending = webhook_minutes.pending + excluded.pending, failed = webhook_minutes.failed + excluded.failed, \
                   success = webhook_minutes.success + excluded.success, \
                   latency_sum = webhook_minutes.latency_sum + excluded.latency_sum, \
                   latency_count = webhook_minutes.latency_count + excluded.latency_count";
        run(conn, sql, params![&webhook, minute, d[0], d[1], d[2], d[3], d[4]])?;
    }
    Ok(())
}

fn run(conn: &Snapshot<'_>, sql: &str, params: &[Value<'_>]) -> Result<()> {
    conn.0.prepare_cached(sql)?.execute(rusqlite::params_from_iter(params))?;
    Ok(())
}
