//! How the server has been: one check, and what many of them say together. A check that should
//! have been made and was not counts as the server being down, unless it was stopped on purpose
//! and for a short time.

use crate::base::Timestamp;
use serde::Serialize;
use std::time::Duration;

/// Time between two checks.
pub const EVERY: Duration = Duration::from_secs(300);
/// Days that are told of, and for which checks are kept.
pub const DAYS: u32 = 90;
/// A stop on purpose that lasts no longer is no outage.
const PLANNED: Duration = Duration::from_secs(600);
const DAY: i64 = 86_400;

/// How the whole server is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Healthy,
    /// It works, and something needs somebody.
    Degraded,
    Unhealthy,
    /// No check: it was stopped on purpose.
    Stopped,
}

impl Status {
    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Healthy => "healthy",
            Status::Degraded => "degraded",
            Status::Unhealthy => "unhealthy",
            Status::Stopped => "stopped",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Status {
        match code {
            0 => Status::Healthy,
            1 => Status::Degraded,
            3 => Status::Stopped,
            _ => Status::Unhealthy,
        }
    }
}

/// What each part said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Parts {
    pub database: &'static str,
    pub queue: &'static str,
    pub cache: &'static str,
    /// `ok`, `no_backups` or `stale`.
    pub backup: &'static str,
    /// `ok` or `low`.
    pub disk: &'static str,
}

impl Parts {
    pub const GOOD: Parts = Parts { database: "ok", queue: "ok", cache: "ok", backup: "ok", disk: "ok" };

    pub fn status(&self) -> Status {
        if self.database != "ok" {
            return Status::Unhealthy;
        }
        let well = self.queue == "ok" && self.cache == "ok" && self.backup != "stale" && self.disk == "ok";
        if well { Status::Healthy } else { Status::Degraded }
    }
}

/// Checks of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub healthy: u32,
    pub degraded: u32,
    pub unhealthy: u32,
    /// Checks that were not made.
    pub missing: u32,
}

impl Count {
    fn add(&mut self, status: Option<Status>) {
        match status {
            Some(Status::Healthy) => self.healthy += 1,
            Some(Status::Degraded) => self.degraded += 1,
            Some(Status::Unhealthy) => self.unhealthy += 1,
            Some(Status::Stopped) => {}
            None => self.missing += 1,
        }
    }

    /// Percent of the time in which it worked, with two decimals; 100 when nothing is known.
    pub fn percent(&self) -> f64 {
        let up = f64::from(self.healthy + self.degraded);
        let all = up + f64::from(self.unhealthy + self.missing);
        if all == 0.0 { 100.0 } else { (up / all * 10_000.0).round() / 100.0 }
    }
}

/// What all checks say together.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub last_24h: f64,
    pub last_7d: f64,
    pub last_30d: f64,
    /// Day as its first instant, oldest first and ending today.
    pub days: Vec<(Timestamp, Count)>,
}

impl History {
    /// Of the checks up to `now`, oldest first.
    pub fn of(checks: &[(Timestamp, Status)], now: Timestamp) -> History {
        let today = now.secs().div_euclid(DAY);
        let first = today - i64::from(DAYS) + 1;
        let mut days: Vec<(Timestamp, Count)> =
            (first..=today).map(|day| (Timestamp::from_secs(day * DAY), Count::default())).collect();
        let mut windows = [(1, Count::default()), (7, Count::default()), (30, Count::default())];
        for (at, status) in slots(checks, now) {
            for (length, count) in &mut windows {
                if at > now.minus(Duration::from_secs(*length * DAY as u64)) {
                    count.add(status);
                }
            }
            let day = at.secs().div_euclid(DAY) - first;
            if let Some((_, count)) = usize::try_from(day).ok().and_then(|day| days.get_mut(day)) {
                count.add(status);
            }
        }
        let [last_24h, last_7d, last_30d] = windows.map(|(_, count)| count.percent());
        History { last_24h, last_7d, last_30d, days }
    }
}

/// The checks, and between them those that are missing.
fn slots(checks: &[(Timestamp, Status)], now: Timestamp) -> Vec<(Timestamp, Option<Status>)> {
    let mut slots = Vec::with_capacity(checks.len());
    for (n, (at, status)) in checks.iter().enumerate() {
        slots.push((*at, Some(*status)));
        let next = checks.get(n + 1).map_or(now, |(next, _)| *next);
        let gap = next.since(*at);
        if *status == Status::Stopped && gap <= PLANNED {
            continue;
        }
        // One that is a little late is not missing.
        let made = if *status == Status::Stopped { 0 } else { 1 };
        let missing = ((gap + EVERY / 2).as_secs() / EVERY.as_secs()).saturating_sub(made);
        slots.extend((1..=missing).map(|n| (at.plus(EVERY * n as u32), None)));
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(n: i64) -> Timestamp {
        Timestamp::from_secs(1_790_000_000 / DAY * DAY + n * 60)
    }

    #[test]
    fn what_was_not_checked_counts_as_down() {
        use Status::{Degraded, Healthy, Stopped, Unhealthy};
        for (checks, now, percent, missing) in [
            (&[][..], 0, 100.0, 0),
            (&[(0, Healthy), (5, Healthy), (10, Degraded)], 10, 100.0, 0),
            (&[(0, Healthy), (5, Unhealthy)], 5, 50.0, 0),
            (&[(0, Healthy), (20, Healthy)], 20, 40.0, 3),
            (&[(0, Healthy), (3, Stopped), (12, Healthy)], 12, 100.0, 0),
            (&[(0, Healthy), (5, Stopped), (25, Healthy)], 25, 33.33, 4),
            (&[(0, Healthy), (7, Healthy)], 7, 100.0, 0),
        ] {
            let checks: Vec<_> = checks.iter().map(|(at, status)| (minute(*at), *status)).collect();
            let history = History::of(&checks, minute(now));
            let today = history.days.last().expect("today").1;
            assert_eq!((history.last_24h, today.missing), (percent, missing), "{checks:?}");
            assert_eq!(history.days.len(), DAYS as usize);
        }
    }

    #[test]
    fn windows_end_where_they_should() {
        let checks = [(minute(0), Status::Unhealthy), (minute(1440 * 3), Status::Stopped)];
        let later = minute(1440 * 3 + 1);
        let history = History::of(&checks, later);
        assert_eq!(history.last_24h, 0.0, "nobody looked for three days");
        assert_eq!(history.days.iter().map(|(_, count)| count.unhealthy).sum::<u32>(), 1);
        let long = History::of(&[(minute(0), Status::Healthy)], minute(0));
        assert_eq!((long.last_24h, long.last_7d, long.last_30d), (100.0, 100.0, 100.0));
    }

    #[test]
    fn the_worst_part_decides() {
        for (parts, status) in [
            (Parts::GOOD, Status::Healthy),
            (Parts { backup: "no_backups", ..Parts::GOOD }, Status::Healthy),
            (Parts { backup: "stale", ..Parts::GOOD }, Status::Degraded),
            (Parts { disk: "low", ..Parts::GOOD }, Status::Degraded),
            (Parts { queue: "error", ..Parts::GOOD }, Status::Degraded),
            (Parts { database: "error", disk: "low", ..Parts::GOOD }, Status::Unhealthy),
        ] {
            assert_eq!(parts.status(), status, "{parts:?}");
            assert_eq!(Status::from_code(status.code()), status);
        }
    }
}
