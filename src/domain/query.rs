//! What the lists of events, deliveries and dead letters can be asked for, and which payloads a
//! text search finds. It does not know how rows are found, nor how a question is spelt in a URL.

use super::condition::Subject;
use super::delivery::StatusFilter;
use super::event::{Event, EventId};
use super::replay::ReplayId;
use super::status::Status;
use super::task;
use super::topic::TopicPattern;
use super::webhook::WebhookId;
use crate::base::{Json, Timestamp};

/// Instants to stay between; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    pub from: Option<Timestamp>,
    pub to: Option<Timestamp>,
}

/// Which tasks to list; all of it must hold.
#[derive(Debug, Clone, Default)]
pub struct TaskQuery {
    pub status: Option<task::Status>,
    pub kind: Option<String>,
    pub tenant: Option<String>,
}

/// Which events to list; all of it must hold.
#[derive(Debug, Default)]
pub struct EventQuery {
    pub topic: Option<TopicPattern>,
    /// `None` for active and inactive ones.
    pub status: Option<Status>,
    pub accepted: Period,
    /// Only those that wait for their `deliver_at`.
    pub scheduled: bool,
    pub search: Option<Search>,
    pub matches: Vec<Match>,
}

impl EventQuery {
    /// Whether the text of the payload has to be looked through.
    pub fn reads_payload(&self) -> bool {
        self.search.is_some() || !self.matches.is_empty()
    }

    /// Whether that text has to be parsed for an answer that is sure.
    pub fn parses_payload(&self) -> bool {
        self.search.as_ref().is_some_and(|search| !search.is_one_token()) || !self.matches.is_empty()
    }

    /// Whether an event fits as far as a cheap look tells, apart from the time of its acceptance.
    pub fn may_fit(&self, event: &Event) -> bool {
        self.status.is_none_or(|s| s == event.status)
            && (event.waiting || !self.scheduled)
            && self.topic.as_ref().is_none_or(|pattern| pattern.matches(event.topic.as_deref()))
            && self.search.as_ref().is_none_or(|search| search.may_find(&event.payload))
            && self.matches.iter().all(|m| m.is_possible(&event.payload))
    }

    /// Whether an event fits, apart from the time of its acceptance.
    pub fn fits(&self, event: &Event) -> bool {
        self.may_fit(event) && (!self.parses_payload() || self.has_content(event))
    }

    fn has_content(&self, event: &Event) -> bool {
        Json::parse(&event.payload).is_ok_and(|payload| {
            let subject = Subject::new(&payload, event.topic.as_deref());
            self.search.as_ref().is_none_or(|search| search.finds(&payload))
                && self.matches.iter().all(|m| m.holds(&subject))
        })
    }
}

/// A case-sensitive part of the canonical payload.
#[derive(Debug)]
pub struct Search {
    text: String,
}

impl Search {
    pub fn new(text: &str) -> Search {
        Search { text: text.to_owned() }
    }

    /// The parts of the text that lie within one JSON token. Sorting keys moves whole tokens, so
    /// the payload as received holds them too.
    fn tokens(&self) -> impl Iterator<Item = &str> {
        self.text.split(|c| "{}[]:,\"".contains(c))
    }

    /// Then the payload as received tells as much as the canonical one.
    fn is_one_token(&self) -> bool {
        self.tokens().nth(1).is_none()
    }

    /// A cheap look at compact JSON text as it is stored.
    fn may_find(&self, payload: &str) -> bool {
        self.tokens().all(|token| payload.contains(token))
    }

    fn finds(&self, payload: &Json<'_>) -> bool {
        payload.to_canonical().contains(&self.text)
    }
}

/// A path whose value must print as given: a string by its text, anything else by its JSON.
#[derive(Debug)]
pub struct Match {
    path: String,
    value: String,
    /// The value stands in the payload as it is, if anywhere.
    literal: bool,
}

impl Match {
    pub fn new(path: &str, value: &str) -> Match {
        let escaped = value.contains(|c| c == '"' || c == '\\' || c < ' ');
        let of_topic = path == "topic" || path.starts_with("topic.");
        Match { path: path.to_owned(), value: value.to_owned(), literal: !escaped && !of_topic }
    }

    fn is_possible(&self, payload: &str) -> bool {
        !self.literal || payload.contains(&self.value)
    }

    fn holds(&self, subject: &Subject<'_>) -> bool {
        subject.lookup(&self.path).is_some_and(|found| match found {
            Json::String(text) => *text == *self.value || found.to_text() == self.value,
            other => other.to_text() == self.value,
        })
    }
}

/// Which deliveries to list; all of it must hold.
#[derive(Debug, Default)]
pub struct DeliveryQuery {
    pub status: Option<StatusFilter>,
    pub webhook: Option<WebhookId>,
    pub event: Option<EventId>,
    pub replay: Option<ReplayId>,
    pub created: Period,
}

/// Which dead letters to list; all of it must hold.
#[derive(Debug, Default)]
pub struct DeadLetterQuery {
    /// `None` for resolved and unresolved ones.
    pub resolved: Option<bool>,
    pub webhook: Option<WebhookId>,
    pub created: Period,
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAYLOAD: &str =
        r#"{"order_id":"12345","amount":99.99,"b":{"z":[1,{"k":null}],"a":true},"note":"a \"b\", c"}"#;

    #[test]
    fn searches_read_the_canonical_text() {
        let payload = Json::parse(PAYLOAD).expect("json");
        for (text, found) in [
            ("12345", true),
            ("99.99", true),
            ("order_id", true),
            (r#""order_id":"12345""#, true),
            // Neighbours in canonical order only.
            (r#""amount":99.99,"b":{"a":true,"z""#, true),
            (r#""order_id":"12345","amount""#, false),
            (r#"a \"b\", c"#, true),
            ("ORDER", false),
            ("[1,{\"k\":null}]", true),
            ("{\"amount\"", true),
            ("{\"order_id\"", false),
            ("}}", false),
            ("\",\"", true),
        ] {
            let search = Search::new(text);
            assert_eq!(search.finds(&payload), found, "{text}");
            assert!(search.may_find(PAYLOAD) || !found, "{text}");
            assert!(!search.is_one_token() || search.may_find(PAYLOAD) == found, "{text}");
        }
    }

    #[test]
    fn matches_compare_the_printed_value() {
        let payload = Json::parse(PAYLOAD).expect("json");
        let subject = Subject::new(&payload, Some("order.created"));
        for (path, value, holds) in [
            ("order_id", "12345", true),
            ("order_id", "\"12345\"", true),
            ("order_id", "1234", false),
            ("amount", "99.99", true),
            ("amount", "99.990", false),
            ("payload.amount", "99.99", true),
            ("b.a", "true", true),
            ("b.z.1.k", "null", true),
            ("b.z.1", "{\"k\":null}", true),
            ("b.z.7", "null", false),
            ("note", "a \"b\", c", true),
            ("topic", "order.created", true),
            ("missing", "", false),
        ] {
            let one = Match::new(path, value);
            assert_eq!(one.is_possible(PAYLOAD) && one.holds(&subject), holds, "{path}={value}");
        }
    }
}
