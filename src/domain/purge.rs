//! What a member asks to be removed for good: which kind of rows, how old, which of them. It does
//! not know how rows are found or removed.

use super::delivery;
use super::glob::Glob;
use super::project::ProjectId;
use super::status::Status;
use super::webhook::WebhookId;
use crate::base::fields::Fields;
use crate::base::{Error, Id, Result, Timestamp};
use std::time::Duration;

/// Kinds of rows that can be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Events,
    Deliveries,
    AuditLogs,
    DeadLetters,
    JobRuns,
    SandboxRequests,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Events, Kind::Deliveries, Kind::AuditLogs, Kind::DeadLetters, Kind::JobRuns, Kind::SandboxRequests];

    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Events => "events",
            Kind::Deliveries => "deliveries",
            Kind::AuditLogs => "audit_logs",
            Kind::DeadLetters => "dead_letters",
            Kind::JobRuns => "job_runs",
            Kind::SandboxRequests => "sandbox_requests",
        }
    }

    const fn has_topic(self) -> bool {
        matches!(self, Kind::Events | Kind::Deliveries)
    }

    const fn has_status(self) -> bool {
        matches!(self, Kind::Events | Kind::Deliveries | Kind::DeadLetters)
    }

    const fn has_webhook(self) -> bool {
        matches!(self, Kind::Deliveries | Kind::DeadLetters)
    }

    fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Which rows, apart from their age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Neither one that waits for its time nor one with a delivery that something will still
    /// happen to. One that waits to be delivered with others goes.
    Events {
        topic: Option<Glob>,
        status: Option<Status>,
    },
    /// Events without a delivery to come, alone or with others.
    Finished,
    /// None that something will still happen to, unless pending ones are asked for by name.
    Deliveries {
        topic: Option<Glob>,
        status: Option<delivery::Status>,
        webhook: Option<WebhookId>,
    },
    DeadLetters {
        resolved: Option<bool>,
        webhook: Option<WebhookId>,
    },
    /// Dead letters by the age of their resolution instead of their own.
    Resolved,
    /// None that is under way.
    JobRuns,
    /// One-off tasks of which nothing is left to do; they are kept as long as runs of jobs.
    Tasks,
    /// Of all sandbox endpoints.
    SandboxRequests,
}

/// Rows of a project that were made before an instant.
#[derive(Debug, Clone)]
pub struct Selection {
    pub project: ProjectId,
    pub before: Timestamp,
    pub what: What,
}

/// What a caller wants removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purge {
    pub kind: Kind,
    /// As it was sent.
    pub older_than: String,
    /// Rows made before then.
    pub cutoff: Timestamp,
    pub topic: Option<Glob>,
    pub status: Option<String>,
    pub webhook: Option<WebhookId>,
    /// `None` for the audit log, which is no table of rows alone.
    pub what: Option<What>,
}

impl Purge {
    /// Reads the members a caller may send; an empty string counts as absent. 400 when `type` or
    /// `older_than` is missing, 422 for what is wrong or has no meaning for the type: ignoring it
    /// would remove more than was asked for.
    pub fn read(fields: Fields<'_>, now: Timestamp) -> Result<Purge> {
        let (word, older_than) = (fields.required_str("type")?, fields.required_str("older_than")?);
        let kind = Kind::parse(word).ok_or_else(|| {
            let known = Kind::ALL.map(Kind::as_str).join(", ");
            Error::invalid("type", format!("type must be one of: {known}"))
        })?;
        let text = |name| Ok::<_, Error>(fields.filled_str(name)?.map(str::to_owned));
        let (topic, status, webhook) = (text("topic")?, text("status")?, text("webhook_id")?);
        for (name, is_given, has_meaning) in [
            ("topic", topic.is_some(), kind.has_topic()),
            ("status", status.is_some(), kind.has_status()),
            ("webhook_id", webhook.is_some(), kind.has_webhook()),
        ] {
            if is_given && !has_meaning {
                return Err(Error::invalid(name, format!("{name} does not apply to type {}", kind.as_str())));
            }
        }
        let webhook = webhook.map(|text| Id::parse(&text).ok_or_else(bad_id)).transpose()?;
        let topic = topic.map(|text| Glob::new(&text));
        let what = what(kind, &topic, status.as_deref(), webhook)?;
        let cutoff = cutoff(older_than, now)?;
        Ok(Purge { kind, older_than: older_than.to_owned(), cutoff, topic, status, webhook, what })
    }
}

fn bad_id() -> Error {
    Error::invalid("webhook_id", "webhook_id must be a UUID")
}

fn what(kind: Kind, topic: &Option<Glob>, status: Option<&str>, webhook: Option<WebhookId>) -> Result<Option<What>> {
    fn pick<T>(status: Option<&str>, known: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let refused = || Error::invalid("status", format!("status must be one of: {known}"));
        status.map(|word| parse(word).ok_or_else(refused)).transpose()
    }
    let topic = topic.clone();
    Ok(match kind {
        Kind::Events => Some(What::Events { topic, status: pick(status, "active, inactive", Status::parse)? }),
        Kind::Deliveries => {
            let status = pick(status, "pending, success, failed", delivery::Status::parse)?;
            Some(What::Deliveries { topic, status, webhook })
        }
        Kind::DeadLetters => {
            let resolved = |word: &str| match word {
                "resolved" => Some(true),
                "unresolved" => Some(false),
                _ => None,
            };
            Some(What::DeadLetters { resolved: pick(status, "resolved, unresolved", resolved)?, webhook })
        }
        Kind::JobRuns => Some(What::JobRuns),
        Kind::SandboxRequests => Some(What::SandboxRequests),
        Kind::AuditLogs => None,
    })
}

/// The instant that an age or a time means: a date is its beginning in UTC. 422.
pub fn cutoff(text: &str, now: Timestamp) -> Result<Timestamp> {
    let at = Timestamp::parse_date(text).or_else(|| age(text, now)).or_else(|| Timestamp::parse(text));
    let refused = |text: &str| Error::invalid("older_than", text.to_owned());
    let at = at.ok_or_else(|| refused("older_than is not a valid date, use YYYY-MM-DD"))?;
    if at > now { Err(refused("older_than is in the future")) } else { Ok(at) }
}

/// `90d`, `2w`, `12h`, `6mo` and `1y` ago.
fn age(text: &str, now: Timestamp) -> Option<Timestamp> {
    let unit = text.find(|c: char| !c.is_ascii_digit())?;
    let count: u32 = text[..unit].parse().ok()?;
    let hours = |n: u64| Some(now.minus(Duration::from_secs(n.checked_mul(3600)?.checked_mul(u64::from(count))?)));
    match &text[unit..] {
        "h" => hours(1),
        "d" => hours(24),
        "w" => hours(24 * 7),
        "mo" => now.months_before(count),
        "y" => now.months_before(count.checked_mul(12)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Json, error};

    fn now() -> Timestamp {
        Timestamp::parse("2026-03-31T12:30:00Z").expect("time")
    }

    fn read(text: &str) -> Result<Purge> {
        let json = Json::parse(text).expect("json");
        Purge::read(Fields(json.as_object().expect("object")), now())
    }

    #[test]
    fn ages_are_instants() {
        for (text, at) in [
            ("2026-03-01", "2026-03-01T00:00:00Z"),
            ("2026-03-01T10:00:00+02:00", "2026-03-01T08:00:00Z"),
            ("90d", "2025-12-31T12:30:00Z"),
            ("0d", "2026-03-31T12:30:00Z"),
            ("2w", "2026-03-17T12:30:00Z"),
            ("12h", "2026-03-31T00:30:00Z"),
            ("1mo", "2026-02-28T12:30:00Z"),
            ("1y", "2025-03-31T12:30:00Z"),
        ] {
            assert_eq!(cutoff(text, now()).expect(text), Timestamp::parse(at).expect(at), "{text}");
        }
        for text in ["2026-13-01", "90", "d", "-1d", "1.5d", "90 d", "1m", "99999999999d", "4000000000y", "yesterday"] {
            let error = cutoff(text, now()).expect_err(text);
            assert_eq!(error.message(), "older_than is not a valid date, use YYYY-MM-DD", "{text}");
        }
        assert_eq!(cutoff("2026-04-01", now()).expect_err("later").message(), "older_than is in the future");
    }

    #[test]
    fn members_are_read() {
        let purge = read(r#"{"type":"deliveries","older_than":"30d","topic":"","status":"failed"}"#).expect("valid");
        let what = What::Deliveries { topic: None, status: Some(delivery::Status::Failed), webhook: None };
        assert_eq!((purge.kind, purge.what, purge.older_than.as_str()), (Kind::Deliveries, Some(what), "30d"));
        let purge = read(r#"{"type":"audit_logs","older_than":"2026-01-01","status":null}"#).expect("valid");
        assert_eq!(purge.what, None);
        let purge = read(r#"{"type":"dead_letters","older_than":"1d","status":"unresolved"}"#).expect("valid");
        assert_eq!(purge.what, Some(What::DeadLetters { resolved: Some(false), webhook: None }));
        for (kind, what) in [("job_runs", What::JobRuns), ("sandbox_requests", What::SandboxRequests)] {
            let purge = read(&format!(r#"{{"type":"{kind}","older_than":"1d","topic":""}}"#)).expect("valid");
            assert_eq!((purge.kind.as_str(), purge.what), (kind, Some(what)));
        }
    }

    #[test]
    fn what_is_wrong_is_refused() {
        use error::Kind::{Invalid, Malformed};
        for (kind, member) in [
            ("audit_logs", "status"),
            ("dead_letters", "topic"),
            ("events", "webhook_id"),
            ("job_runs", "status"),
            ("job_runs", "topic"),
            ("sandbox_requests", "webhook_id"),
        ] {
            let text = format!(r#"{{"type":"{kind}","older_than":"1d","{member}":"x"}}"#);
            let error = read(&text).expect_err(&text);
            let message = format!("{member} does not apply to type {kind}");
            assert_eq!((error.kind(), error.message()), (Invalid, message.as_str()));
        }
        let types = "type must be one of: events, deliveries, audit_logs, dead_letters, job_runs, sandbox_requests";
        let (deliveries, events) =
            ("status must be one of: pending, success, failed", "status must be one of: active, inactive");
        for (text, kind, message) in [
            ("{}", Malformed, "Missing required field: type"),
            (r#"{"type":"events"}"#, Malformed, "Missing required field: older_than"),
            (r#"{"type":"events","older_than":""}"#, Malformed, "Missing required field: older_than"),
            (r#"{"type":"users","older_than":"1d"}"#, Invalid, types),
            (r#"{"type":"events","older_than":7}"#, Invalid, "older_than must be a string"),
            (r#"{"type":"deliveries","older_than":"1d","webhook_id":"x"}"#, Invalid, "webhook_id must be a UUID"),
            (r#"{"type":"deliveries","older_than":"1d","status":"lost"}"#, Invalid, deliveries),
            (r#"{"type":"events","older_than":"1d","status":"pending"}"#, Invalid, events),
            (r#"{"type":"events","older_than":"9999-01-01"}"#, Invalid, "older_than is in the future"),
        ] {
            let error = read(text).expect_err(text);
            assert_eq!((error.kind(), error.message()), (kind, message), "{text}");
        }
    }
}
