//! What happened by the day: the days themselves, and filling in those on which nothing did.
//! It knows neither clocks nor where the numbers come from.

use crate::base::{Result, Timestamp};
use crate::domain::health::success_rate;
use crate::domain::webhook::WebhookId;
use serde::{Serialize, Serializer};
use std::fmt;

/// A day in UTC, since the epoch; prints as `2026-04-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

const SECONDS: i64 = 86_400;

impl Day {
    pub fn of(at: Timestamp) -> Day {
        Day(at.secs().div_euclid(SECONDS))
    }

    /// The first of so many days that end with this one.
    pub fn first_of(self, days: usize) -> Day {
        Day(self.0 - days as i64 + 1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Timestamp::from_secs(self.0 * SECONDS).to_string()[..10])
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// Something that has a number of every day.
pub trait Daily {
    fn day(&self) -> Day;
    /// What there is of a day without any.
    fn nothing(day: Day) -> Self;
}

/// Accepted events of a day, also those that were switched off or removed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventDay {
    pub day: Day,
    pub count: u64,
}

/// Deliveries made on a day, by what has become of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryDay {
    pub day: Day,
    pub total: u64,
    pub success: u64,
    pub failed: u64,
}

impl Daily for EventDay {
    fn day(&self) -> Day {
        self.day
    }
    fn nothing(day: Day) -> EventDay {
        EventDay { day, count: 0 }
    }
}

impl Daily for DeliveryDay {
    fn day(&self) -> Day {
        self.day
    }
    fn nothing(day: Day) -> DeliveryDay {
        DeliveryDay { day, total: 0, success: 0, failed: 0 }
    }
}

/// Every day from `first` to `last`; what is known of it, else nothing.
pub fn filled<T: Daily>(known: Vec<T>, first: Day, last: Day) -> Vec<T> {
    let mut known = known.into_iter().peekable();
    let one = |day| known.next_if(|found| found.day() == day).unwrap_or_else(|| T::nothing(day));
    (first.0..=last.0).map(Day).map(one).collect()
}

/// How often events of a topic were accepted and not switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicCount {
    pub topic: String,
    pub count: u64,
}

/// What became of the deliveries of one webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookStats {
    pub id: WebhookId,
    pub url: String,
    pub pending: u64,
    pub failed: u64,
    pub success: u64,
    pub latency_sum: u64,
    pub latency_count: u64,
}

impl WebhookStats {
    pub fn total(&self) -> u64 {
        self.pending + self.failed + self.success
    }

    /// A fraction of those that were tried; 1 when none was.
    pub fn success_rate(&self) -> f64 {
        success_rate(self.success, self.failed)
    }

    /// Mean milliseconds of the attempts that were answered.
    pub fn average_latency(&self) -> Option<u64> {
        (self.latency_count > 0).then(|| (self.latency_sum + self.latency_count / 2) / self.latency_count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_utc() {
        for (at, day) in [
            ("2026-04-02T00:00:00Z", "2026-04-02"),
            ("2026-04-02T23:59:59.999999Z", "2026-04-02"),
            ("2026-04-02T01:00:00+02:00", "2026-04-01"),
            ("1969-12-31T23:59:59Z", "1969-12-31"),
        ] {
            assert_eq!(Day::of(Timestamp::parse(at).expect("time")).to_string(), day);
        }
        assert_eq!(Day(10).first_of(1), Day(10));
        assert_eq!(Day(10).first_of(7), Day(4));
    }

    #[test]
    fn days_without_anything_are_filled_in() {
        let known = [2, 4].map(|n| EventDay { day: Day(n), count: 7 }).to_vec();
        let filled: Vec<(i64, u64)> = filled(known, Day(1), Day(5)).iter().map(|d| (d.day.0, d.count)).collect();
        assert_eq!(filled, [(1, 0), (2, 7), (3, 0), (4, 7), (5, 0)]);
    }
}
