//! How long a project keeps its data, where that differs from the server's default.

use crate::base::json::Members;
use crate::base::{Error, Json, Result};
use serde::{Serialize, Serializer};

/// Longest retention in days; 0 is for ever.
const MAX_DAYS: i64 = 36_500;

/// The settable kinds of data, by the names they have in JSON.
const FIELDS: [&str; 5] = ["events_days", "deliveries_days", "audit_logs_days", "job_runs_days", "dead_letters_days"];

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

    /// The policy with the patch applied; what the patch does not name stays.
    pub fn merge(self, patch: RetentionPatch) -> RetentionPolicy {
        let mut days = self.0;
        for (slot, new) in days.iter_mut().zip(patch.0) {
            *slot = new.unwrap_or(*slot);
        }
        RetentionPolicy(days)
    }
}

impl RetentionPatch {
    /// Reads the known fields of an object: whole days from 0 to 36,500, or null. 422.
    pub fn parse(members: &Members<'_>) -> Result<RetentionPatch> {
        let mut patch = RetentionPatch::default();
        for (slot, field) in patch.0.iter_mut().zip(FIELDS) {
            *slot = match members.get(field) {
                None => None,
                Some(Json::Null) => Some(None),
                Some(value) => Some(Some(days(field, value)?)),
            };
        }
        Ok(patch)
    }

    /// Whether no known field was given.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

fn days(field: &str, value: &Json<'_>) -> Result<i64> {
    let message = || format!("{field} must be an integer between 0 and {MAX_DAYS}");
    let days = value.as_i64().filter(|days| (0..=MAX_DAYS).contains(days));
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

    #[test]
    fn bad_days_are_refused() {
        for value in ["-1", "36501", "1.5", r#""90""#, "true"] {
            let error = patch(&format!(r#"{{"events_days":{value}}}"#)).expect_err(value);
            assert_eq!(error.message(), "events_days must be an integer between 0 and 36500");
        }
    }
}
