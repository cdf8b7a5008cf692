//! Replays: stored events on their way once more. Which events, and how far a replay has come.

use super::event::{Event, EventId};
use super::given::text;
use super::options::Faults;
use super::query::Period;
use super::topic::TopicPattern;
use super::webhook::WebhookId;
use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result, Timestamp};

#[derive(Debug)]
pub enum ReplayTag {}
/// Id of a replay.
pub type ReplayId = Id<ReplayTag>;

/// Events that one replay can name one by one.
pub const MAX_IDS: usize = 1000;
/// The last microsecond of a day, from its first one.
const DAY: i64 = 86_400_000_000 - 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
}

impl Status {
    const ALL: [Status; 5] = [Status::Pending, Status::Running, Status::Completed, Status::Failed, Status::Cancelled];

    /// 422 on `status` for any other word.
    pub fn parse(word: &str) -> Result<Status> {
        let status = Status::ALL.into_iter().find(|status| status.as_str() == word);
        let message = "status must be one of: pending, running, completed, failed, cancelled";
        status.ok_or_else(|| Error::invalid("status", message))
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Pending => "pending",
            Status::Running => "running",
            Status::Completed => "completed",
            Status::Failed => "failed",
            Status::Cancelled => "cancelled",
        }
    }

    /// Nothing changes any more.
    pub const fn is_final(self) -> bool {
        self as i64 >= Status::Completed as i64
    }

    /// The number in the row; the final ones come last.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> Status {
        Status::ALL.into_iter().find(|status| status.code() == code).unwrap_or(Status::Failed)
    }
}

/// A replay as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    pub id: ReplayId,
    pub status: Status,
    pub filters: Filters,
    /// Events stored later are not part of it.
    pub upto: EventId,
    /// The last event that was handled; the lowest id before the first.
    pub reached: EventId,
    /// Events that fitted when it was made.
    pub total_events: u64,
    pub processed_events: u64,
    pub deliveries_created: u64,
    /// Why it failed.
    pub error: Option<String>,
    pub started_at: Option<Timestamp>,
    pub completed_at: Option<Timestamp>,
}

/// Which events to replay; all of it must hold, and nothing given is every event.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filters {
    pub topic: Option<TopicPattern>,
    /// Of their acceptance.
    pub occurred: Period,
    /// Only to this webhook.
    pub webhook: Option<WebhookId>,
    /// Only these, in order and without repetition.
    pub events: Option<Vec<EventId>>,
}

impl Filters {
    /// Reads what a client sends, and the text that [`Filters::to_json`] makes. 422 for every
    /// field that is not valid: an unreadable one must not mean every event.
    pub fn read(body: &Members<'_>) -> Result<Filters> {
        let mut faults = Faults::default();
        let get = |name: &str| body.get(name).filter(|value| !value.is_null());
        let topic = faults.keep(text("topic", get("topic"))).flatten();
        let from = faults.keep(time("from_date", get("from_date").or_else(|| get("from")), 0)).flatten();
        let to = faults.keep(time("to_date", get("to_date").or_else(|| get("to")), DAY)).flatten();
        let filters = Filters {
            topic: topic.map(TopicPattern::compile),
            occurred: Period { from, to },
            webhook: faults.keep(get("webhook_id").map(webhook).transpose()).flatten(),
            events: faults.keep(get("event_ids").map(events).transpose()).flatten(),
        };
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            faults.note(Error::invalid("from_date", "from_date must be before to_date"));
        }
        faults.finish()?;
        Ok(filters)
    }

    /// The fields that were given, under their usual names.
    pub fn to_json(&self) -> Json<'static> {
        let string = |text: String| Json::string(text);
        let ids = |ids: &Vec<EventId>| Json::Array(ids.iter().map(|id| string(id.to_string())).collect());
        let members = [
            ("topic", self.topic.as_ref().map(|topic| string(topic.text().to_owned()))),
            ("from_date", self.occurred.from.map(|at| string(at.to_string()))),
            ("to_date", self.occurred.to.map(|at| string(at.to_string()))),
            ("webhook_id", self.webhook.map(|id| string(id.to_string()))),
            ("event_ids", self.events.as_ref().map(ids)),
        ];
        Json::Object(members.into_iter().filter_map(|(name, value)| Some((name.into(), value?))).collect())
    }

    /// Whether an event fits, apart from its id and time.
    pub fn fit(&self, event: &Event) -> bool {
        event.status.is_active() && !event.waiting && self.fits_topic(event.topic.as_deref())
    }

    pub fn fits_topic(&self, topic: Option<&str>) -> bool {
        self.topic.as_ref().is_none_or(|pattern| pattern.matches(topic))
    }
}

fn time(field: &str, value: Option<&Json<'_>>, of_date: i64) -> Result<Option<Timestamp>> {
    let Some(value) = value else { return Ok(None) };
    let read = |text: &str| match Timestamp::parse_date(text) {
        Some(day) => Some(day.plus_micros(of_date)),
        None => Timestamp::parse(text),
    };
    let at = value.as_str().and_then(read);
    at.map(Some).ok_or_else(|| Error::invalid(field, format!("{field} must be an ISO 8601 timestamp")))
}

fn webhook(value: &Json<'_>) -> Result<WebhookId> {
    let id = value.as_str().ok_or_else(|| Error::invalid("webhook_id", "webhook_id must be a string"))?;
    WebhookId::parse(id).ok_or_else(|| Error::invalid("webhook_id", "webhook_id does not exist"))
}

/// Ids in order; a text that is none is as unknown as the id of no event.
fn events(value: &Json<'_>) -> Result<Vec<EventId>> {
    let shape = || Error::invalid("event_ids", "event_ids must be an array of strings");
    let items = value.as_array().ok_or_else(shape)?;
    if items.len() > MAX_IDS {
        return Err(Error::invalid("event_ids", format!("event_ids must have at most {MAX_IDS} items")));
    }
    let texts = items.iter().map(|item| item.as_str().ok_or_else(shape)).collect::<Result<Vec<_>>>()?;
    let mut ids: Vec<EventId> = texts.into_iter().filter_map(EventId::parse).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOOK: &str = "0199b5a0-2222-7000-8000-000000000001";
    const EVENTS: [&str; 2] = ["0199b5a0-1111-7000-8000-000000000001", "0199b5a0-1111-7000-8000-000000000002"];

    fn read(text: &str) -> Result<Filters> {
        let json = Json::parse(text).expect(text);
        Filters::read(json.as_object().expect("object"))
    }

    #[test]
    fn only_what_was_given_is_kept_in_one_form() {
        let [a, b] = EVENTS;
        for (given, kept) in [
            ("{}".to_owned(), "{}".to_owned()),
            (r#"{"topic":"","from":null,"webhook_id":null,"event_ids":null,"other":1}"#.to_owned(), "{}".to_owned()),
            (r#"{"topic":"order.*"}"#.to_owned(), r#"{"topic":"order.*"}"#.to_owned()),
            (
                r#"{"from":"2026-01-01","to":"2026-01-31"}"#.to_owned(),
                r#"{"from_date":"2026-01-01T00:00:00.000000Z","to_date":"2026-01-31T23:59:59.999999Z"}"#.to_owned(),
            ),
            (
                r#"{"from_date":"2026-01-01T10:00:00+02:00","from":"x","to_date":"2026-01-02T00:00:00"}"#.to_owned(),
                r#"{"from_date":"2026-01-01T08:00:00.000000Z","to_date":"2026-01-02T00:00:00.000000Z"}"#.to_owned(),
            ),
            (
                format!(r#"{{"webhook_id":"{HOOK}","event_ids":["{b}","nope","{a}","{b}"]}}"#),
                format!(r#"{{"webhook_id":"{HOOK}","event_ids":["{a}","{b}"]}}"#),
            ),
            (r#"{"event_ids":[]}"#.to_owned(), r#"{"event_ids":[]}"#.to_owned()),
        ] {
            let filters = read(&given).expect(&given);
            let text = filters.to_json().to_text();
            assert_eq!(text, kept, "{given}");
            assert_eq!(read(&text).expect(&text), filters, "its own text means the same");
        }
    }

    #[test]
    fn nothing_unreadable_passes_for_everything() {
        let many: Vec<String> = (0..=MAX_IDS).map(|_| format!("\"{HOOK}\"")).collect();
        for (given, field, message) in [
            (r#"{"topic":5}"#, "topic", "topic must be a string"),
            (r#"{"from_date":"soon"}"#, "from_date", "from_date must be an ISO 8601 timestamp"),
            (r#"{"from":""}"#, "from_date", "from_date must be an ISO 8601 timestamp"),
            (r#"{"to":5}"#, "to_date", "to_date must be an ISO 8601 timestamp"),
            (r#"{"from":"2026-01-02","to":"2026-01-01"}"#, "from_date", "from_date must be before to_date"),
            (r#"{"webhook_id":"x"}"#, "webhook_id", "webhook_id does not exist"),
            (r#"{"webhook_id":""}"#, "webhook_id", "webhook_id does not exist"),
            (r#"{"webhook_id":5}"#, "webhook_id", "webhook_id must be a string"),
            (r#"{"event_ids":"x"}"#, "event_ids", "event_ids must be an array of strings"),
            (r#"{"event_ids":[5]}"#, "event_ids", "event_ids must be an array of strings"),
            (
                &format!(r#"{{"event_ids":[{}]}}"#, many.join(",")),
                "event_ids",
                "event_ids must have at most 1000 items",
            ),
        ] {
            let error = read(given).expect_err(given);
            assert_eq!((error.message(), error.details()[0].0.as_str()), (message, field), "{given}");
        }
        assert!(read(r#"{"from":"2026-01-01","to":"2026-01-01"}"#).is_ok(), "one day");
    }

    #[test]
    fn states_have_words_and_numbers() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.as_str()).expect("word"), status);
            assert_eq!(Status::from_code(status.code()), status);
            assert_eq!(status.is_final(), !matches!(status, Status::Pending | Status::Running));
        }
        assert!(Status::parse("done").is_err());
    }
}
