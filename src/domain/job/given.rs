//! Where the values of a request stand. Clients spell jobs in many ways: of each value the first
//! spelling that is there wins. Knows names and shapes, not what a job needs.

use crate::base::fields::Fields;
use crate::base::json::Members;
use crate::base::{Error, Json, Result};
use crate::domain::given::text;
use std::ops::RangeInclusive;

/// The body and the two objects that may stand in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'m> {
    pub body: Fields<'m>,
    pub schedule: Option<Fields<'m>>,
    pub action: Option<Fields<'m>>,
}

impl<'m> Given<'m> {
    /// 422 when `schedule_config` or `action_config` is no object.
    pub fn of(body: &'m Members<'m>) -> Result<Given<'m>> {
        let body = Fields(body);
        let inner = |name| body.opt_object(name).map(|members| members.map(Fields));
        Ok(Given { body, schedule: inner("schedule_config")?, action: inner("action_config")? })
    }

    /// What is kept of a schedule, read as if a client had sent it.
    pub fn stored_schedule(config: &'m Members<'m>, nothing: &'m Members<'m>) -> Given<'m> {
        Given { body: Fields(nothing), schedule: Some(Fields(config)), action: None }
    }

    /// As [`Given::stored_schedule`], of an action.
    pub fn stored_action(config: &'m Members<'m>, nothing: &'m Members<'m>) -> Given<'m> {
        Given { body: Fields(nothing), schedule: None, action: Some(Fields(config)) }
    }

    /// The text of a cron expression, wherever it stands.
    pub fn cron(&self) -> Result<Option<&'m str>> {
        let nested = self.schedule.into_iter().flat_map(|config| ["expr", "expression", "cron"].map(|n| (config, n)));
        let flat = ["schedule_cron", "cron_expression", "cron", "schedule", "expression"].map(|n| (self.body, n));
        for (fields, name) in nested.chain(flat) {
            let value = fields.get(name);
            // Only a text under this name is an expression.
            if name == "schedule" && value.is_some_and(|value| value.as_str().is_none()) {
                continue;
            }
            if let Some(found) = text(name, value)? {
                return Ok(Some(found.trim()));
            }
        }
        Ok(None)
    }

    /// A number of the schedule: flat, flat without `schedule_`, or in its object. Whole numbers
    /// and their digits in a string; `word` reads other strings.
    pub fn number(
        &self,
        name: &'static str,
        range: RangeInclusive<u8>,
        word: fn(&str) -> Option<u8>,
    ) -> Result<Option<u8>> {
        let present = |value: &&Json<'_>| value.as_str() != Some("");
        let flat = self.body.get(&format!("schedule_{name}")).filter(present);
        let short = || self.body.get(name).filter(present);
        let nested = || self.schedule.and_then(|config| config.get(name)).filter(present);
        let Some(value) = flat.or_else(short).or_else(nested) else { return Ok(None) };
        let read = match value {
            Json::Number(_) => value.as_i64().and_then(|n| u8::try_from(n).ok()),
            Json::String(text) if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
            Json::String(text) => word(text),
            _ => None,
        };
        read.filter(|n| range.contains(n)).map(Some).ok_or_else(|| {
            Error::invalid(name, format!("{name} must be between {} and {}", range.start(), range.end()))
        })
    }

    /// The name of a time zone.
    pub fn timezone(&self) -> Result<Option<&'m str>> {
        let nested = self.schedule.and_then(|config| config.get("timezone"));
        Ok(text("timezone", nested)?.or(text("timezone", self.body.get("timezone"))?))
    }

    /// A value of the action: in its object, else flat.
    pub fn of_action(&self, name: &str) -> Option<&'m Json<'m>> {
        self.action.and_then(|config| config.get(name)).or_else(|| self.body.get(name))
    }

    /// As [`Given::of_action`], of a text; an empty one counts as absent.
    pub fn text_of_action(&self, name: &str) -> Result<Option<&'m str>> {
        let nested = self.action.and_then(|config| config.get(name));
        Ok(text(name, nested)?.or(text(name, self.body.get(name))?))
    }

    /// The payload under any of its names.
    pub fn payload(&self) -> Option<&'m Json<'m>> {
        self.of_action("payload").or_else(|| self.of_action("body"))
    }

    /// Whether anything is said about what is to be done.
    pub fn says_action(&self) -> bool {
        const NAMES: [&str; 11] = [
            "action_type",
            "action_config",
            "topic",
            "topics",
            "webhook_id",
            "payload",
            "body",
            "url",
            "method",
            "headers",
            "secret",
        ];
        NAMES.iter().any(|name| self.body.get(name).is_some_and(|value| value.as_str() != Some("")))
    }
}
