//! When something recurring is due: a cron expression in a time zone, and what clock changes do to
//! it. Whoever runs it tells the time.

use super::cron::Cron;
use crate::base::Timestamp;
use chrono::{DateTime, Duration, MappedLocalTime, NaiveDateTime, Offset, TimeZone, Utc};
pub use chrono_tz::Tz as Zone;

/// A recurring time.
#[derive(Debug, Clone)]
pub struct Schedule {
    cron: Cron,
    zone: Zone,
}

impl Schedule {
    pub fn new(cron: Cron, zone: Zone) -> Schedule {
        Schedule { cron, zone }
    }

    /// The first time strictly after `after`; `None` when there is none before the year 2100.
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let after = utc(after);
        let next = if self.cron.is_wild() { self.next_wild(after) } else { self.next_fixed(after) };
        next.map(|at| Timestamp::from_micros(at.timestamp_micros()))
    }

    /// The latest time in the span from `from` to `now`, both included; `None` when it has none.
    pub fn latest(&self, from: Timestamp, now: Timestamp) -> Option<Timestamp> {
        // Looks back in growing steps, so that a minute job that was off for a year is found at once.
        let mut step: i64 = 60 * 1_000_000;
        loop {
            let start = now.plus_micros(-step).max(from).plus_micros(-1);
            let mut found = self.next(start).filter(|at| *at <= now);
            if found.is_some() {
                while let Some(later) = found.and_then(|at| self.next(at)).filter(|at| *at <= now) {
                    found = Some(later);
                }
                return found;
            }
            if start < from {
                return None;
            }
            step = step.saturating_mul(2);
        }
    }

    /// Each matching wall time once: in a gap at the first instant after it, a repeated one at its
    /// first occurrence.
    fn next_fixed(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let wall = after.with_timezone(&self.zone).naive_local();
        let real = |wall: NaiveDateTime| match self.zone.from_local_datetime(&wall) {
            MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => Some(at.to_utc()),
            MappedLocalTime::None => self.after_gap(wall),
        };
        self.cron.after(whole_seconds(wall)).filter_map(real).find(|at| *at > after)
    }

    /// Every real minute whose wall time matches: a repeated one twice, one in a gap never.
    fn next_wild(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let wall = after.with_timezone(&self.zone).naive_local();
        // Just before the clock goes back, wall times that have passed come again.
        let repeated = self.offset(after) - self.offset(after + Duration::days(1));
        let start = whole_seconds(wall) - repeated.max(Duration::zero()) - Duration::seconds(1);
        let mut best: Option<DateTime<Utc>> = None;
        for wall in self.cron.after(start) {
            let passes = match self.zone.from_local_datetime(&wall) {
                MappedLocalTime::Single(at) => [Some(at), None],
                MappedLocalTime::Ambiguous(first, second) => [Some(first), Some(second)],
                MappedLocalTime::None => continue,
            };
            let [first, _] = passes;
            if best.is_some_and(|best| first.is_some_and(|first| first.to_utc() >= best)) {
                break;
            }
            let coming = passes.into_iter().flatten().map(|at| at.to_utc()).filter(|at| *at > after).min();
            best = [best, coming].into_iter().flatten().min();
        }
        best
    }

    fn offset(&self, at: DateTime<Utc>) -> Duration {
        Duration::seconds(i64::from(at.with_timezone(&self.zone).offset().fix().local_minus_utc()))
    }

    /// The instant at which the clock jumped over a wall time.
    fn after_gap(&self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        // Both sides of the jump, as if it had not been; the jump lies between them.
        let guess = Utc.from_utc_datetime(&wall);
        let (mut before, mut behind) = (guess - Duration::days(1), guess + Duration::days(1));
        let old = self.offset(before);
        while behind - before > Duration::seconds(1) {
            let middle = before + (behind - before) / 2;
            if self.offset(middle) == old { before = middle } else { behind = middle }
        }
        Some(whole_seconds(behind.naive_utc()).and_utc())
    }
}

fn utc(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.micros()).unwrap_or_default()
}

fn whole_seconds(wall: NaiveDateTime) -> NaiveDateTime {
    use chrono::Timelike;
    wall.with_nanosecond(0).unwrap_or(wall)
}

/// A zone by its IANA name, in any case.
pub fn zone(name: &str) -> Option<Zone> {
    chrono_tz::TZ_VARIANTS.iter().copied().find(|zone| zone.name().eq_ignore_ascii_case(name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(text: &str, name: &str) -> Schedule {
        Schedule::new(Cron::parse(text).expect(text), zone(name).expect(name))
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect(text)
    }

    #[test]
    fn clock_changes() {
        let (york, kolkata) = ("America/New_York", "Asia/Kolkata");
        for (zone, text, from, expected) in [
            (york, "0 9 * * *", "2026-03-07T15:00Z", "03-08T13:00 03-09T13:00"),
            (york, "30 2 * * *", "2026-03-07T12:00Z", "03-08T07:00 03-09T06:30 03-10T06:30"),
            // Several times in one gap run once.
            (york, "0,30 2 * * *", "2026-03-07T12:00Z", "03-08T07:00 03-09T06:00 03-09T06:30"),
            (york, "*/15 2 * * *", "2026-03-07T12:00Z", "03-09T06:00 03-09T06:15 03-09T06:30 03-09T06:45"),
            (york, "30 1 * * *", "2026-10-31T12:00Z", "11-01T05:30 11-02T06:30"),
            (york, "*/30 1 * * *", "2026-10-31T12:00Z", "11-01T05:00 11-01T05:30 11-01T06:00 11-01T06:30 11-02T06:00"),
            (york, "0 * * * *", "2026-11-01T04:30Z", "11-01T05:00 11-01T06:00 11-01T07:00 11-01T08:00"),
            (york, "* * * * *", "2026-11-01T05:58Z", "11-01T05:59 11-01T06:00 11-01T06:01"),
            (york, "30 1 * * *", "2026-11-01T06:10Z", "11-02T06:30"),
            (york, "0 9 * * 1-5", "2026-01-15T10:30Z", "01-15T14:00 01-16T14:00 01-19T14:00"),
            (kolkata, "0 0 * * *", "2026-01-15T10:30Z", "01-15T18:30 01-16T18:30"),
            ("utc", "30 10 * * *", "2026-01-15T10:29:59.999Z", "01-15T10:30 01-16T10:30"),
            ("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00Z", "10-03T15:30 10-04T15:15"),
        ] {
            let (schedule, mut now) = (schedule(text, zone), at(&from.replace("Z", ":00Z").replace(".999:00", ".999")));
            for next in expected.split(' ') {
                now = schedule.next(now).expect(text);
                assert_eq!(now, at(&format!("2026-{next}:00Z")), "{zone} {text}");
            }
        }
    }

    #[test]
    fn the_latest_slot() {
        let minute = schedule("* * * * *", "UTC");
        let now = at("2026-01-15T10:30:30Z");
        assert_eq!(minute.latest(at("2020-01-01T00:00:00Z"), now), Some(at("2026-01-15T10:30:00Z")));
        assert_eq!(minute.latest(at("2026-01-15T10:30:00Z"), now), Some(at("2026-01-15T10:30:00Z")));
        assert_eq!(minute.latest(at("2026-01-15T10:30:01Z"), now), None);
        let yearly = schedule("@yearly", "UTC");
        assert_eq!(yearly.latest(at("2020-01-01T00:00:00Z"), now), Some(at("2026-01-01T00:00:00Z")));
        assert_eq!(schedule("0 0 30 2 *", "UTC").next(now), None);
    }

    #[test]
    fn zones() {
        for (name, known) in
            [("utc", true), ("europe/madrid", true), ("Mars/Olympus", false), ("", false), ("+02:00", false)]
        {
            assert_eq!(zone(name).is_some(), known, "{name}");
        }
    }
}
