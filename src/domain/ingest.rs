//! Events sent to one endpoint: how a body becomes one, and the one word for where its deliveries
//! stand. It does not know where the parts of a request stood.

use super::delivery;
use super::event::Draft;
use super::topic;
use super::webhook::WebhookId;
use crate::base::json::Members;
use crate::base::{Error, Json, Result, Timestamp};
use std::time::Duration;

/// How far the clock of a sender may be off.
pub const TOLERANCE: Duration = Duration::from_secs(300);
/// Longest name of a matter, in characters.
const MAX_CORRELATION: usize = 255;
/// The members that tell the type, in their order.
const TYPES: [&str; 4] = ["event_type", "type", "event", "topic"];

/// Whether a time that a sender signed, in Unix seconds, is near enough to now.
pub fn is_current(timestamp: &str, now: Timestamp) -> bool {
    let digits = !timestamp.is_empty() && timestamp.bytes().all(|b| b.is_ascii_digit());
    let seconds = timestamp.parse::<i64>().ok().filter(|_| digits);
    seconds.is_some_and(|at| at.abs_diff(now.secs()) <= TOLERANCE.as_secs())
}

/// An event as it was sent to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent<'a> {
    pub draft: Draft<'a>,
    /// The payload was no object, and stands under `payload`.
    pub wrapped: bool,
}

impl<'a> Sent<'a> {
    /// Reads any JSON for an endpoint. A type or a correlation id given beside the body wins over
    /// what is in it. 422 when one of them is not valid.
    pub fn read(
        endpoint: WebhookId,
        body: Json<'a>,
        event_type: Option<&str>,
        correlation_id: Option<&str>,
    ) -> Result<Sent<'a>> {
        let own = body.as_object().and_then(|members| own_type(members)).map(str::to_owned);
        let topic = event_type.filter(|text| !text.is_empty()).map(str::to_owned).or(own);
        topic.as_deref().map_or(Ok(()), check_type)?;
        let correlation_id = correlation_id.filter(|text| !text.is_empty()).map(str::to_owned);
        correlation_id.as_deref().map_or(Ok(()), check_correlation)?;
        let (payload, nested) = payload(body);
        let wrapped = payload.as_object().is_none();
        let payload = if wrapped { Json::Object([("payload".into(), payload)].into_iter().collect()) } else { payload };
        let draft = Draft {
            topic,
            payload,
            nested,
            idempotency_key: None,
            deliver_at: None,
            only: Some(endpoint),
            source: None,
            correlation_id,
        };
        Ok(Sent { draft, wrapped })
    }
}

fn own_type<'m>(members: &'m Members<'_>) -> Option<&'m str> {
    TYPES.iter().find_map(|name| members.get(name)?.as_str().filter(|text| !text.is_empty()))
}

/// The part of a body that is the payload, and whether it stood under that name.
fn payload(body: Json<'_>) -> (Json<'_>, bool) {
    match body {
        Json::Object(mut members) if members.get("event_type").is_some() && members.get("payload").is_some() => {
            let payload = members.remove("payload").unwrap_or(Json::Null);
            let nested = payload.as_object().is_some();
            (payload, nested)
        }
        whole => (whole, false),
    }
}

fn check_type(text: &str) -> Result<()> {
    topic::check(text).map_err(|e| Error::invalid("event_type", e.message().replacen("topic", "event_type", 1)))
}

fn check_correlation(text: &str) -> Result<()> {
    match text.len() <= MAX_CORRELATION && text.bytes().all(|b| b.is_ascii_graphic()) {
        true => Ok(()),
        false => Err(Error::invalid("correlation_id", "correlation_id must have at most 255 visible characters")),
    }
}

/// Where an event stands with its endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Not attempted yet.
    Queued,
    /// Attempted, and about to be attempted again.
    Retrying,
    /// The endpoint has it, or does not want it.
    Delivered,
    Failed,
    /// Sent again as another event, which has its place.
    Replayed,
}

impl Progress {
    pub const ALL: [Progress; 5] =
        [Progress::Queued, Progress::Retrying, Progress::Delivered, Progress::Failed, Progress::Replayed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Progress::Queued => "QUEUED",
            Progress::Retrying => "RETRYING",
            Progress::Delivered => "DELIVERED",
            Progress::Failed => "FAILED",
            Progress::Replayed => "REPLAYED",
        }
    }

    /// Reads the word in either case.
    pub fn parse(word: &str) -> Option<Progress> {
        Progress::ALL.into_iter().find(|progress| word.eq_ignore_ascii_case(progress.as_str()))
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> Progress {
        Progress::ALL.into_iter().find(|progress| progress.code() == code).unwrap_or(Progress::Queued)
    }

    /// Where the deliveries of an event have brought it; `None` without any.
    pub fn of(deliveries: impl Iterator<Item = Standing>) -> Option<Progress> {
        let (mut known, mut succeeded, mut open, mut attempted) = (false, false, false, false);
        for standing in deliveries {
            known = true;
            succeeded |= standing.status == delivery::Status::Success;
            open |= standing.open;
            attempted |= standing.attempts > 0;
        }
        known.then_some(match () {
            () if succeeded => Progress::Delivered,
            () if open && attempted => Progress::Retrying,
            () if open => Progress::Queued,
            () => Progress::Failed,
        })
    }
}

/// As much of a delivery as its event's progress needs.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub status: delivery::Status,
    pub attempts: u32,
    /// Something will still happen to it.
    pub open: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn read(body: &str, given: Option<&str>) -> (Option<String>, String, bool, bool) {
        let body = Json::parse(body).expect("json");
        let sent = Sent::read(Id::MIN, body, given, None).expect("an event");
        let Draft { topic, payload, nested, .. } = sent.draft;
        (topic, payload.to_text(), nested, sent.wrapped)
    }

    #[test]
    fn bodies_become_events() {
        for (body, given, topic, payload, nested, wrapped) in [
            (r#"{"event_type":"a","payload":{"x":1}}"#, None, Some("a"), r#"{"x":1}"#, true, false),
            (r#"{"event_type":"a","payload":{"x":1},"y":2}"#, None, Some("a"), r#"{"x":1}"#, true, false),
            (r#"{"event_type":"a","payload":[1]}"#, None, Some("a"), r#"{"payload":[1]}"#, false, true),
            (r#"{"event_type":"a","x":1}"#, None, Some("a"), r#"{"event_type":"a","x":1}"#, false, false),
            (r#"{"type":"b","payload":{}}"#, None, Some("b"), r#"{"type":"b","payload":{}}"#, false, false),
            (r#"{"topic":"d","event":"c"}"#, None, Some("c"), r#"{"topic":"d","event":"c"}"#, false, false),
            (r#"{"type":7,"topic":"d"}"#, None, Some("d"), r#"{"type":7,"topic":"d"}"#, false, false),
            (r#"{"event_type":"","type":"b"}"#, None, Some("b"), r#"{"event_type":"","type":"b"}"#, false, false),
            (r#"{"event_type":"a"}"#, Some("h"), Some("h"), r#"{"event_type":"a"}"#, false, false),
            ("{}", None, None, "{}", false, false),
            ("[1,2]", None, None, r#"{"payload":[1,2]}"#, false, true),
            ("7.50", Some("h"), Some("h"), r#"{"payload":7.50}"#, false, true),
            ("null", None, None, r#"{"payload":null}"#, false, true),
        ] {
            let expected = (topic.map(str::to_owned), payload.to_owned(), nested, wrapped);
            assert_eq!(read(body, given), expected, "{body}");
        }
    }

    #[test]
    fn what_stands_beside_the_body_is_checked() {
        let read = |event_type, correlation| Sent::read(Id::MIN, Json::Null, event_type, correlation);
        let sent = read(Some("a b"), Some("order-1:7")).expect("fine").draft;
        assert_eq!((sent.topic.as_deref(), sent.correlation_id.as_deref()), (Some("a b"), Some("order-1:7")));
        assert_eq!(read(None, Some("")).expect("none").draft.correlation_id, None);
        let long = "x".repeat(256);
        for (event_type, correlation, message) in [
            (Some(long.as_str()), None, "event_type must have at most 255 characters"),
            (Some("a\tb"), None, "event_type must not contain control characters"),
            (None, Some(long.as_str()), "correlation_id must have at most 255 visible characters"),
            (None, Some("a b"), "correlation_id must have at most 255 visible characters"),
            (None, Some("é"), "correlation_id must have at most 255 visible characters"),
        ] {
            assert_eq!(read(event_type, correlation).expect_err(message).message(), message);
        }
    }

    #[test]
    fn times_are_near_or_old() {
        let now = Timestamp::from_secs(1_768_473_000);
        for (text, near) in [
            ("1768473000", true),
            ("1768473300", true),
            ("1768472700", true),
            ("1768473301", false),
            ("1768472699", false),
            ("", false),
            ("now", false),
            ("+1768473000", false),
            ("-1768473000", false),
            ("1768473000.0", false),
            ("1768473000000", false),
            ("99999999999999999999", false),
        ] {
            assert_eq!(is_current(text, now), near, "{text}");
        }
    }

    #[test]
    fn deliveries_make_progress() {
        use delivery::Status::{Failed, Pending, Success};
        let standing = |(status, attempts, open)| Standing { status, attempts, open };
        type Row = (delivery::Status, u32, bool);
        let rows: [(&[Row], Option<Progress>); 7] = [
            (&[], None),
            (&[(Pending, 0, true)], Some(Progress::Queued)),
            (&[(Failed, 1, true)], Some(Progress::Retrying)),
            (&[(Failed, 5, false)], Some(Progress::Failed)),
            (&[(Success, 2, false)], Some(Progress::Delivered)),
            (&[(Pending, 0, true), (Failed, 5, false)], Some(Progress::Retrying)),
            (&[(Failed, 1, false), (Success, 1, false)], Some(Progress::Delivered)),
        ];
        for (deliveries, progress) in rows {
            assert_eq!(Progress::of(deliveries.iter().copied().map(standing)), progress, "{deliveries:?}");
        }
        for progress in Progress::ALL {
            assert_eq!(Progress::from_code(progress.code()), progress);
            assert_eq!(Progress::parse(&progress.as_str().to_lowercase()), Some(progress));
        }
        assert_eq!(Progress::parse("pending"), None);
    }
}
