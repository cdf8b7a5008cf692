//! A run of a job: why it began, how it ended, and the result that is kept of it.

use super::JobId;
use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::event::EventId;
use std::borrow::Cow;

#[derive(Debug)]
pub enum RunTag {}
/// Id of a run.
pub type RunId = Id<RunTag>;

/// Kept of the body of an answer, in characters.
const KEPT_BODY: usize = 1000;

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunStatus {
    /// A request is under way.
    Running,
    Success,
    Failed,
}

impl RunStatus {
    pub const ALL: [RunStatus; 3] = [RunStatus::Running, RunStatus::Success, RunStatus::Failed];

    pub const fn as_str(self) -> &'static str {
        match self {
            RunStatus::Running => "running",
            RunStatus::Success => "success",
            RunStatus::Failed => "failed",
        }
    }

    pub fn parse(word: &str) -> Option<RunStatus> {
        RunStatus::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> RunStatus {
        match code {
            0 => RunStatus::Running,
            1 => RunStatus::Success,
            _ => RunStatus::Failed,
        }
    }
}

/// Why a run began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Its time came.
    Schedule,
    /// Its time, or several, passed while nobody looked.
    CatchUp,
    /// Somebody asked for it.
    Manual,
}

impl Trigger {
    pub const fn as_str(self) -> &'static str {
        match self {
            Trigger::Schedule => "schedule",
            Trigger::CatchUp => "catch_up",
            Trigger::Manual => "manual",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Trigger {
        match code {
            0 => Trigger::Schedule,
            1 => Trigger::CatchUp,
            _ => Trigger::Manual,
        }
    }
}

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub id: RunId,
    pub job: JobId,
    pub trigger: Trigger,
    /// The time of the schedule that it stands for; none when it was asked for.
    pub slot: Option<Timestamp>,
    pub started_at: Timestamp,
    pub finished_at: Option<Timestamp>,
    pub status: RunStatus,
    /// A JSON object; none while it runs.
    pub result: Option<String>,
}

impl Run {
    /// A run that begins now.
    pub fn begin(id: RunId, job: JobId, trigger: Trigger, slot: Option<Timestamp>, now: Timestamp) -> Run {
        let (status, finished_at, result) = (RunStatus::Running, None, None);
        Run { id, job, trigger, slot, started_at: now, finished_at, status, result }
    }

    pub fn finish(&mut self, outcome: Outcome, now: Timestamp) {
        self.status = outcome.status;
        self.result = Some(outcome.result);
        self.finished_at = Some(now);
    }

    /// Why it failed, as its result says.
    pub fn error(&self) -> Result<Option<String>> {
        let Some(result) = &self.result else { return Ok(None) };
        Ok(Json::parse(result)?.lookup("error").and_then(Json::as_str).map(str::to_owned))
    }

    /// The time it was meant for: its slot, or when it was asked for.
    pub fn scheduled_for(&self) -> Timestamp {
        self.slot.unwrap_or(self.started_at)
    }
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub status: RunStatus,
    /// A JSON object.
    pub result: String,
}

impl Outcome {
    /// Events were made, one per topic.
    pub fn emitted(events: &[EventId]) -> Outcome {
        let mut result = Members::default();
        if let Some(first) = events.first() {
            result.set("event_id", Json::string(first.to_string()));
        }
        if events.len() > 1 {
            let all = events.iter().map(|id| Json::string(id.to_string())).collect();
            result.set("event_ids", Json::Array(all));
        }
        Outcome { status: RunStatus::Success, result: Json::Object(result).to_text() }
    }

    /// Nothing was done, or nothing came back.
    pub fn failed(error: impl Into<Cow<'static, str>>) -> Outcome {
        let result = [("error".into(), Json::String(error.into()))].into_iter().collect();
        Outcome { status: RunStatus::Failed, result: Json::Object(result).to_text() }
    }

    /// A refusal of ours, with what it says beside its sentence.
    pub fn refused(error: &Error) -> Outcome {
        let mut result = Members::default();
        result.set("error", Json::string(error.message().to_owned()));
        for (key, value) in error.extras() {
            if let Ok(value) = Json::parse(&value.to_string()) {
                result.set(*key, value.into_owned());
            }
        }
        Outcome { status: RunStatus::Failed, result: Json::Object(result).to_text() }
    }

    /// Somebody answered; `error` says why that is no success.
    pub fn answered(code: u16, latency_ms: u128, body: &[u8], error: Option<Cow<'static, str>>) -> Outcome {
        // A character takes at most four bytes: the rest can never be shown.
        let head = &body[..body.len().min(KEPT_BODY * 4)];
        let text: String = String::from_utf8_lossy(head).chars().take(KEPT_BODY).collect();
        let mut result = Members::default();
        result.set("response_status", Json::Number(code.to_string().into()));
        result.set("latency_ms", Json::Number(latency_ms.to_string().into()));
        result.set("response_body", Json::string(text));
        let status = if error.is_some() { RunStatus::Failed } else { RunStatus::Success };
        if let Some(error) = error {
            result.set("error", Json::String(error));
        }
        Outcome { status, result: Json::Object(result).to_text() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Kind;

    #[test]
    fn results_say_what_came_of_it() {
        let [a, b] = ["0199b5a0-1111-7000-8000-000000000009", "0199b5a0-1111-7000-8000-00000000000a"]
            .map(|id| Id::parse(id).expect("id"));
        let refused = Error::new(Kind::Invalid, "Schema validation failed")
            .extra("validation_errors", serde_json::json!([{"message": "Required", "path": "#/a"}]));
        let long = "é".repeat(1500);
        let kept = format!(r#"{{"response_status":200,"latency_ms":7,"response_body":"{}"}}"#, &long[..2000]);
        for (outcome, status, result) in [
            (Outcome::emitted(&[a]), "success", format!(r#"{{"event_id":"{a}"}}"#)),
            (Outcome::emitted(&[a, b]), "success", format!(r#"{{"event_id":"{a}","event_ids":["{a}","{b}"]}}"#)),
            (Outcome::failed("Timeout"), "failed", r#"{"error":"Timeout"}"#.to_owned()),
            (
                Outcome::refused(&refused),
                "failed",
                r##"{"error":"Schema validation failed","validation_errors":[{"message":"Required","path":"#/a"}]}"##
                    .to_owned(),
            ),
            (Outcome::answered(200, 7, long.as_bytes(), None), "success", kept),
            (
                Outcome::answered(500, 30, b"o\xffps", Some("HTTP 500".into())),
                "failed",
                r#"{"response_status":500,"latency_ms":30,"response_body":"o�ps","error":"HTTP 500"}"#.to_owned(),
            ),
        ] {
            assert_eq!((outcome.status.as_str(), outcome.result), (status, result));
        }
    }

    #[test]
    fn words_and_numbers_go_together() {
        for status in RunStatus::ALL {
            assert_eq!(RunStatus::from_code(status.code()), status);
            assert_eq!(RunStatus::parse(status.as_str()), Some(status));
        }
        for trigger in [Trigger::Schedule, Trigger::CatchUp, Trigger::Manual] {
            assert_eq!(Trigger::from_code(trigger.code()), trigger);
        }
        assert_eq!(RunStatus::parse("done"), None);
    }
}
