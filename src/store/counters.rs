//! Counter rows kept with every change, so that a total is read and never counted. Additions of
//! all operations in one commit are summed first: a busy topic costs a few updates a commit,
//! however many events it got.

use super::inbound::{self, Change};
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
    /// Accepted events of a day, of a topic if they have one.
    Accepted(ProjectId, i64, Option<Arc<str>>),
    /// Of those the ones that are switched off afterwards; every one has a topic.
    SwitchedOff(ProjectId, i64, Arc<str>),
    /// Active events of a topic that are removed. What was counted by the day stays.
    Removed(ProjectId, Arc<str>),
    /// Events of all kinds that are removed.
    Gone(ProjectId),
    /// Events sent to one endpoint, of a topic if they have one, by their progress.
    Ingested(ProjectId, WebhookId, Option<Arc<str>>, i64),
    /// Deliveries of a webhook created in a minute (since the epoch), by present status; or the
    /// latency of attempts of that minute.
    Minute(WebhookId, i64, Field),
    /// About sources and their events.
    Inbound(Change),
}

/// A column of `webhook_minutes` and of `webhook_days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Pending,
    Failed,
    Success,
    LatencySum,
    LatencyCount,
}

const MINUTES_OF_DAY: i64 = 1440;

/// The minute that counters of a row created with this id belong to.
pub fn minute<T>(id: Id<T>) -> i64 {
    id.time().secs().div_euclid(60)
}

/// The day that counters of a row created with this id belong to.
pub fn day<T>(id: Id<T>) -> i64 {
    minute(id).div_euclid(MINUTES_OF_DAY)
}

/// Additions by the row they go to.
#[derive(Default)]
struct Sums<'l> {
    days: HashMap<(ProjectId, i64), i64>,
    topic_days: HashMap<(ProjectId, i64, &'l str), i64>,
    /// `active_events` and `events`.
    topics: HashMap<(ProjectId, &'l str), [i64; 2]>,
    webhook_minutes: HashMap<(WebhookId, i64), [i64; 5]>,
    totals: HashMap<ProjectId, i64>,
    ingested: HashMap<(ProjectId, &'l str, WebhookId, i64), i64>,
}

impl<'l> Sums<'l> {
    /// Counters are summed as they are first: most of a commit are alike.
    fn of(log: &'l [(Counter, i64)]) -> Sums<'l> {
        let (mut alike, mut sums): (HashMap<&Counter, i64>, _) = (HashMap::new(), Sums::default());
        for (counter, delta) in log {
            match counter {
                Counter::Minute(webhook, minute, field) => {
                    sums.webhook_minutes.entry((*webhook, *minute)).or_default()[*field as usize] += delta;
                }
                Counter::Inbound(_) => {}
                other => *alike.entry(other).or_default() += delta,
            }
        }
        for (counter, delta) in alike {
            sums.add(counter, delta);
        }
        sums
    }

    fn add(&mut self, counter: &'l Counter, delta: i64) {
        match counter {
            Counter::Accepted(project, day, topic) => {
                *self.days.entry((*project, *day)).or_default() += delta;
                *self.totals.entry(*project).or_default() += delta;
                if let Some(topic) = topic {
                    self.of_topic(*project, *day, topic, delta);
                }
            }
            Counter::SwitchedOff(project, day, topic) => self.of_topic(*project, *day, topic, -delta),
            Counter::Removed(project, topic) => self.topics.entry((*project, topic)).or_default()[0] -= delta,
            Counter::Gone(project) => *self.totals.entry(*project).or_default() -= delta,
            Counter::Ingested(project, webhook, topic, progress) => {
                for topic in topic.as_deref().into_iter().chain([""]) {
                    *self.ingested.entry((*project, topic, *webhook, *progress)).or_default() += delta;
                }
            }
            Counter::Minute(..) | Counter::Inbound(_) => {}
        }
    }

    fn of_topic(&mut self, project: ProjectId, day: i64, topic: &'l str, delta: i64) {
        *self.topic_days.entry((project, day, topic)).or_default() += delta;
        let [active, all] = self.topics.entry((project, topic)).or_default();
        (*active, *all) = (*active + delta, *all + delta);
    }
}

/// Sums the additions and writes them.
pub(super) fn flush(conn: &Snapshot<'_>, log: &mut Vec<(Counter, i64)>) -> Result<()> {
    if !log.is_empty() {
        write(conn, &Sums::of(log))?;
        let changes = log.iter().filter_map(|(counter, delta)| match counter {
            Counter::Inbound(change) => Some((change, *delta)),
            _ => None,
        });
        inbound::changes::flush(conn, changes)?;
        log.clear();
    }
    Ok(())
}

fn write(conn: &Snapshot<'_>, sums: &Sums<'_>) -> Result<()> {
    for ((project, day), delta) in sums.days.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO event_days (project_id, day, events) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (project_id, day) DO UPDATE SET events = event_days.events + excluded.events";
        run(conn, sql, params![project, *day, *delta])?;
    }
    for ((project, day, topic), delta) in sums.topic_days.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO topic_days (project_id, day, topic, events) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (project_id, day, topic) DO UPDATE SET events = topic_days.events + excluded.events";
        run(conn, sql, params![project, *day, *topic, *delta])?;
    }
    for ((project, topic), [active, all]) in sums.topics.iter().filter(|(_, d)| **d != [0; 2]) {
        let sql = "INSERT INTO topics (project_id, topic, active_events, events) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (project_id, topic) DO UPDATE SET \
                   active_events = topics.active_events + excluded.active_events, \
                   events = topics.events + excluded.events";
        run(conn, sql, params![project, *topic, *active, *all])?;
    }
    for (project, delta) in sums.totals.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO event_totals (project_id, events) VALUES (?1, ?2) \
                   ON CONFLICT (project_id) DO UPDATE SET events = event_totals.events + excluded.events";
        run(conn, sql, params![project, *delta])?;
    }
    for ((project, topic, webhook, progress), delta) in sums.ingested.iter().filter(|(_, delta)| **delta != 0) {
        let sql = "INSERT INTO ingested_totals (project_id, topic, webhook_id, progress, events) \
                   VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (project_id, topic, webhook_id, progress) \
                   DO UPDATE SET events = ingested_totals.events + excluded.events";
        run(conn, sql, params![project, *topic, webhook, *progress, *delta])?;
    }
    minutes(conn, sums)
}

fn minutes(conn: &Snapshot<'_>, sums: &Sums<'_>) -> Result<()> {
    let mut days: HashMap<(WebhookId, i64), [i64; 5]> = HashMap::new();
    for ((webhook, minute), d) in &sums.webhook_minutes {
        let day = days.entry((*webhook, minute.div_euclid(MINUTES_OF_DAY))).or_default();
        day.iter_mut().zip(d).for_each(|(sum, delta)| *sum += delta);
        add(conn, ("webhook_minutes", "minute"), *webhook, *minute, d)?;
    }
    days.iter().try_for_each(|((webhook, day), d)| add(conn, ("webhook_days", "day"), *webhook, *day, d))
}

fn add(conn: &Snapshot<'_>, table: (&str, &str), webhook: WebhookId, at: i64, d: &[i64; 5]) -> Result<()> {
    if *d == [0; 5] {
        return Ok(());
    }
    let (table, period) = table;
    let sql = format!(
        "INSERT INTO {table} (webhook_id, {period}, pending, failed, success, latency_sum, latency_count) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (webhook_id, {period}) DO UPDATE SET \
         pending = {table}.pending + excluded.pending, failed = {table}.failed + excluded.failed, \
         success = {table}.success + excluded.success, latency_sum = {table}.latency_sum + excluded.latency_sum, \
         latency_count = {table}.latency_count + excluded.latency_count"
    );
    run(conn, &sql, params![&webhook, at, d[0], d[1], d[2], d[3], d[4]])
}

fn run(conn: &Snapshot<'_>, sql: &str, params: &[Value<'_>]) -> Result<()> {
    conn.0.prepare_cached(sql)?.execute(rusqlite::params_from_iter(params))?;
    Ok(())
}
