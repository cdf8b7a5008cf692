//! How long a project keeps its data, and when what is older is removed.

use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Kind, Result, Timestamp};
use serde::{Serialize, Serializer};
use std::time::Duration;

/// Longest retention in days; 0 is for ever.
const MAX_DAYS: i64 = 36_500;

/// The settable kinds of data, by the names they have in JSON.
/// The names of the kinds in settings of retention.
pub const FIELDS: [&str; 5] =
    ["events_days", "deliveries_days", "audit_logs_days", "job_runs_days", "dead_letters_days"];

/// Days of entries of the audit log, and of dead letters after they were resolved.
const AUDIT_LOG_DAYS: i64 = 365;
const DEAD_LETTER_DAYS: i64 = 30;

/// Between two runs.
const PERIOD: Duration = Duration::from_secs(86_400);

/// Days per kind of data; what is not set follows the server's default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RetentionPolicy([Option<i64>; 5]);

/// New days per kind: outer `None` keeps, inner `None` goes back to the default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RetentionPatch([Option<Option<i64>>; 5]);

impl RetentionPolicy {
    /// Reads a stored policy.
    pub fn parse(text: &str) -> Result<RetentionPolicy> {
        let json = Json::parse(text)?;
        let members = json.as_object().ok_or_else(|| Error::internal("a stored retention policy is no object"))?;
        Ok(RetentionPolicy::default().merge(RetentionPatch::parse(members)?))
    }

    /// How long data is kept: what is set, else what is set for the whole project, else the
    /// server's default. `server` is that of events, deliveries and runs of jobs.
    pub fn effective(self, project: Option<i64>, server: i64) -> Effective {
        let whole = project.unwrap_or(server);
        let defaults = [whole, whole, AUDIT_LOG_DAYS, server, DEAD_LETTER_DAYS];
        let mut days = self.0.into_iter().zip(defaults).map(|(set, default)| set.unwrap_or(default));
        Effective(std::array::from_fn(|_| days.next().unwrap_or_default()))
    }

    /// The policy with the patch applied; what the patch does not name stays.
    pub fn merge(self, patch: RetentionPatch) -> RetentionPolicy {
        let mut days = self.0;
        for (slot, new) in days.iter_mut().zip(patch.0) {
            *slot = new.unwrap_or(*slot);
        }
        RetentionPolicy(days)
    }
}

/// Days per kind of data; 0 is for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effective([i64; 5]);

/// The kinds in the order of their fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Events,
    Deliveries,
    AuditLogs,
    JobRuns,
    DeadLetters,
}

impl Effective {
    /// What was made before the answer is to go; `None` when everything stays.
    pub fn cutoff(&self, kept: Kept, now: Timestamp) -> Option<Timestamp> {
        let days = self.0[kept as usize];
        (days > 0).then(|| now.minus(days.unsigned_abs() as u32 * PERIOD))
    }
}

impl Serialize for Effective {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(FIELDS.iter().zip(self.0))
    }
}

/// What a member may change of the retention of a project.
#[derive(Debug, Clone, Copy, Default)]
pub struct RetentionChange {
    pub policy: RetentionPatch,
    /// Of the whole project; inner `None` clears it.
    pub days: Option<Option<i64>>,
}

impl RetentionChange {
    /// Reads the fields at top level or under `retention_policy`, where both stand the former.
    /// 422 when there is none, or one is out of range.
    pub fn read(members: &Members<'_>) -> Result<RetentionChange> {
        let fields = Fields(members);
        let nested = fields.opt_object("retention_policy")?.map(RetentionPatch::parse).transpose()?.unwrap_or_default();
        let flat = RetentionPatch::parse(members)?;
        let mut policy = nested;
        for (slot, new) in policy.0.iter_mut().zip(flat.0) {
            *slot = new.or(*slot);
        }
        let days = match members.get("retention_days") {
            None => None,
            Some(Json::Null) => Some(None),
            Some(value) => Some(Some(whole_days("retention_days", value, 1)?)),
        };
        match policy.is_empty() && days.is_none() {
            true => Err(Error::new(Kind::Invalid, "No retention fields given")),
            false => Ok(RetentionChange { policy, days }),
        }
    }

    /// The names of the fields it holds.
    pub fn names(&self) -> Vec<&'static str> {
        let set = FIELDS.into_iter().zip(self.policy.0).filter(|(_, new)| new.is_some()).map(|(field, _)| field);
        set.chain(self.days.map(|_| "retention_days")).collect()
    }
}

/// The last time that a daily task was due, `offset` after midnight UTC.
pub fn last_due(now: Timestamp, offset: Duration) -> Timestamp {
    let day = Timestamp::from_secs(now.minus(offset).secs().div_euclid(86_400) * 86_400);
    day.plus(offset)
}

/// When it is due next: at once if it has not been done since it was due last.
pub fn next_due(now: Timestamp, offset: Duration, done: Option<Timestamp>) -> Timestamp {
    let last = last_due(now, offset);
    if done.is_some_and(|done| done >= last) { last.plus(PERIOD) } else { now }
}

impl RetentionPatch {
    /// Reads the known fields of an object: whole days from 0 to 36,500, or null. 422.
    pub fn parse(members: &Members<'_>) -> Result<RetentionPatch> {
        let mut patch = RetentionPatch::default();
        for (slot, field) in patch.0.iter_mut().zip(FIELDS) {
            *slot = match members.get(field) {
                None => None,
                Some(Json::Null) => Some(None),
                Some(value) => Some(Some(whole_days(field, value, 0)?)),
            };
        }
        Ok(patch)
    }

    /// Whether no known field was given.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

fn whole_days(field: &str, value: &Json<'_>, least: i64) -> Result<i64> {
    let message = || format!("{field} must be an integer between {least} and {MAX_DAYS}");
    let days = value.as_i64().filter(|days| (least..=MAX_DAYS).contains(days));
    days.ok_or_else(|| Error::invalid(field, message()))
}

impl Serialize for RetentionPolicy {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(FIELDS.iter().zip(self.0).filter_map(|(field, days)| Some((field, days?))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(text: &str) -> Result<RetentionPatch> {
        let json = Json::parse(text).expect("json");
        RetentionPatch::parse(json.as_object().expect("object"))
    }

    fn text(policy: RetentionPolicy) -> String {
        serde_json::to_string(&policy).expect("json")
    }

    #[test]
    fn patches_merge() {
        let mut policy = RetentionPolicy::default();
        for (given, result) in [
            ("{}", "{}"),
            (r#"{"events_days":90,"other":1}"#, r#"{"events_days":90}"#),
            (r#"{"deliveries_days":0}"#, r#"{"events_days":90,"deliveries_days":0}"#),
            (r#"{"events_days":null,"audit_logs_days":36500}"#, r#"{"deliveries_days":0,"audit_logs_days":36500}"#),
        ] {
            policy = policy.merge(patch(given).expect(given));
            assert_eq!(text(policy), result);
            assert_eq!(RetentionPolicy::parse(result).expect("stored"), policy);
        }
        assert!(patch(r#"{"other":1}"#).expect("ignored").is_empty());
    }

    fn change(text: &str) -> Result<RetentionChange> {
        let json = Json::parse(text).expect("json");
        RetentionChange::read(json.as_object().expect("object"))
    }

    #[test]
    fn changes_are_read_in_both_forms() {
        for (given, policy, names) in [
            (r#"{"events_days":7}"#, r#"{"events_days":7}"#, &["events_days"][..]),
            (r#"{"retention_policy":{"events_days":7}}"#, r#"{"events_days":7}"#, &["events_days"]),
            (r#"{"retention_policy":{"events_days":7},"events_days":9}"#, r#"{"events_days":9}"#, &["events_days"]),
            (r#"{"retention_days":1,"audit_logs_days":null}"#, "{}", &["audit_logs_days", "retention_days"]),
        ] {
            let change = change(given).expect(given);
            assert_eq!(text(RetentionPolicy::default().merge(change.policy)), policy, "{given}");
            assert_eq!(change.names(), names, "{given}");
        }
        for (given, message) in [
            ("{}", "No retention fields given"),
            (r#"{"retention_policy":{}}"#, "No retention fields given"),
            (r#"{"retention_policy":5}"#, "retention_policy must be an object"),
            (r#"{"events_days":-1}"#, "events_days must be an integer between 0 and 36500"),
            (r#"{"retention_days":0}"#, "retention_days must be an integer between 1 and 36500"),
        ] {
            assert_eq!(change(given).expect_err(given).message(), message);
        }
    }

    #[test]
    fn what_is_not_set_follows_the_defaults() {
        let policy = RetentionPolicy::parse(r#"{"events_days":7,"audit_logs_days":0}"#).expect("stored");
        for (whole, days) in [(None, [7, 90, 0, 90, 30]), (Some(5), [7, 5, 0, 90, 30])] {
            assert_eq!(policy.effective(whole, 90), Effective(days));
        }
        let now = Timestamp::parse("2026-03-31T12:00:00Z").expect("time");
        let effective = policy.effective(None, 90);
        let week = Timestamp::parse("2026-03-24T12:00:00Z");
        assert_eq!((effective.cutoff(Kept::Events, now), effective.cutoff(Kept::AuditLogs, now)), (week, None));
    }

    #[test]
    fn the_daily_run_is_made_up_for() {
        let at = |text: &str| Timestamp::parse(text).expect(text);
        let three = Duration::from_secs(3 * 3600);
        for (now, done, next) in [
            ("2026-03-07T02:59:59Z", Some("2026-03-06T03:00:01Z"), "2026-03-07T03:00:00Z"),
            ("2026-03-07T03:00:00Z", Some("2026-03-06T03:00:01Z"), "2026-03-07T03:00:00Z"),
            ("2026-03-07T03:00:01Z", Some("2026-03-07T03:00:00Z"), "2026-03-08T03:00:00Z"),
            // Missed while the server was off.
            ("2026-03-09T01:00:00Z", Some("2026-03-07T03:00:00Z"), "2026-03-09T01:00:00Z"),
            ("2026-03-09T01:00:00Z", None, "2026-03-09T01:00:00Z"),
        ] {
            assert_eq!(next_due(at(now), three, done.map(at)), at(next), "{now} {done:?}");
        }
    }

    #[test]
    fn bad_days_are_refused() {
        for value in ["-1", "36501", "1.5", r#""90""#, "true"] {
            let error = patch(&format!(r#"{{"events_days":{value}}}"#)).expect_err(value);
            assert_eq!(error.message(), "events_days must be an integer between 0 and 36500");
        }
    }
}
