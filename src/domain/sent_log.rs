//! The log of what was sent to receivers: what may be asked of it, and a line of it. A line is an
//! attempt; its id is its place in the order of commits.

use super::attempt::Attempt;
use super::delivery::Delivery;
use super::event::EventId;
use super::query::Period;
use super::webhook::WebhookId;
use crate::base::{Error, Id, Kind, Result};

#[derive(Debug)]
pub enum LogTag {}
/// Id of a line.
pub type LogId = Id<LogTag>;

/// Which answers to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// With this status.
    Is(u16),
    /// With one of this hundred: 2 is 200 to 299.
    Class(u16),
}

impl Answered {
    /// Reads `404` or `4xx`; 400 otherwise.
    pub fn parse(text: &str) -> Result<Answered> {
        let fault = || Error::new(Kind::Malformed, "status_code must be a status such as 404, or 4xx");
        let lower = text.to_ascii_lowercase();
        let (digits, whole) = lower.strip_suffix("xx").map_or((lower.as_str(), true), |class| (class, false));
        let number = Some(digits).filter(|d| d.bytes().all(|b| b.is_ascii_digit())).and_then(|d| d.parse().ok());
        match number {
            Some(status @ 100..=599) if whole => Ok(Answered::Is(status)),
            Some(class @ 1..=5) if !whole => Ok(Answered::Class(class)),
            _ => Err(fault()),
        }
    }
}

/// Which lines to list; all of it must hold.
#[derive(Debug, Default)]
pub struct LogQuery {
    pub webhook: Option<WebhookId>,
    pub topic: Option<String>,
    pub answered: Option<Answered>,
    pub logged: Period,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: LogId,
    pub event: EventId,
    pub webhook: WebhookId,
    /// Where it was sent, as the webhook was then.
    pub url: String,
    pub topic: Option<String>,
    pub status: Option<u16>,
}

/// A line with the exchange.
#[derive(Debug)]
pub struct Entry {
    pub line: Line,
    pub delivery: Delivery,
    pub attempt: Attempt,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_asked_for_by_number_or_hundred() {
        for (text, read) in [
            ("404", Some(Answered::Is(404))),
            ("100", Some(Answered::Is(100))),
            ("2xx", Some(Answered::Class(2))),
            ("5XX", Some(Answered::Class(5))),
            ("0xx", None),
            ("6xx", None),
            ("20x", None),
            ("99", None),
            ("600", None),
            ("+200", None),
            ("xx", None),
            ("ok", None),
        ] {
            assert_eq!(Answered::parse(text).ok(), read, "{text}");
        }
    }
}
