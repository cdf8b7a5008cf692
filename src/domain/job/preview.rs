//! The coming times of a cron expression, for those who write one.

use super::timing::invalid;
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::cron::Cron;
use crate::domain::schedule::{Schedule, Zone, zone};

/// An expression and the times after an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub expression: String,
    pub times: Vec<Timestamp>,
    pub timezone: &'static str,
}

impl Preview {
    /// How many times are shown when nobody says, and at most.
    pub const SHOWN: usize = 5;
    pub const MAX_SHOWN: usize = 100;

    /// The first `count` times (1..=100) after `from`; fewer when they end before. UTC unless a
    /// zone is named. 422 when the expression or the zone is not understood.
    pub fn of(expression: &str, timezone: Option<&str>, from: Timestamp, count: usize) -> Result<Preview> {
        let unknown = || Error::invalid("timezone", "timezone is not a known time zone");
        let zone = timezone.map_or(Ok(Zone::UTC), |name| zone(name).ok_or_else(unknown))?;
        let schedule = Schedule::new(Cron::parse(expression).map_err(|reason| invalid(&reason))?, zone);
        let times = std::iter::successors(schedule.next(from), |at| schedule.next(*at));
        let times = times.take(count.clamp(1, Preview::MAX_SHOWN)).collect();
        Ok(Preview { expression: expression.to_owned(), times, timezone: zone.name() })
    }

    /// Its one form, with the times under the names that clients look for.
    pub fn to_json(&self) -> Json<'static> {
        let times: Vec<_> = self.times.iter().map(|at| Json::string(at.to_whole_seconds())).collect();
        let mut members = Members::default();
        members.set("expression", Json::string(self.expression.clone()));
        for name in ["next_executions", "executions", "data"] {
            members.set(name, Json::Array(times.clone()));
        }
        members.set("timezone", Json::string(self.timezone));
        Json::Object(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_shown_in_whole_seconds() {
        let from = Timestamp::parse("2026-01-15T10:30:00.5Z").expect("time");
        let show =
            |text: &str, zone, count| Preview::of(text, zone, from, count).map(|preview| preview.to_json().to_text());
        assert_eq!(
            show("*/15 * * * *", None, 2).expect("valid"),
            r#"{"expression":"*/15 * * * *","next_executions":["2026-01-15T10:45:00Z","2026-01-15T11:00:00Z"],"executions":["2026-01-15T10:45:00Z","2026-01-15T11:00:00Z"],"data":["2026-01-15T10:45:00Z","2026-01-15T11:00:00Z"],"timezone":"UTC"}"#
        );
        assert_eq!(
            show("0 0 30 2 *", Some("asia/kolkata"), 5).expect("valid"),
            r#"{"expression":"0 0 30 2 *","next_executions":[],"executions":[],"data":[],"timezone":"Asia/Kolkata"}"#
        );
        for (text, zone, message) in [
            ("0 9", None, "Invalid cron expression: expected 5 fields, got 2"),
            ("* * * * *", Some("Mars/Olympus"), "timezone is not a known time zone"),
        ] {
            assert_eq!(show(text, zone, 1).expect_err(text).message(), message);
        }
        assert_eq!(Preview::of("* * * * *", None, from, 1000).expect("valid").times.len(), 100);
        assert_eq!(Preview::of("* * * * *", None, from, 0).expect("valid").times.len(), 1);
    }
}
