//! The queries of the face: numbered pages and filters. A value that cannot be meant is 400, with
//! the name of the parameter.

use super::views::EVENT;
use crate::base::prefixed::Prefixed;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::event::EventId;
use crate::domain::inbound::{AttemptQuery, InboundQuery, Numbered, SortBy, State, Window};
use crate::domain::query::Period;
use crate::server::Cx;
use serde_json::{Value, json};

const PAGE_SIZE: usize = 20;
const PAGE_SIZE_MAX: usize = 100;
/// No list is as long as that; beyond, offsets could not be counted.
const PAGE_MAX: usize = 1_000_000_000;

fn bad(name: &str, rule: &str) -> Error {
    let message = format!("{name} {rule}");
    Error::new(Kind::Malformed, message.clone()).detail(name, message)
}

/// A page by its number.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    page: usize,
    size: usize,
}

impl Numbers {
    pub fn of(cx: &Cx) -> Result<Numbers> {
        Ok(Numbers { page: number(cx, "page", 1, PAGE_MAX)?, size: number(cx, "pageSize", PAGE_SIZE, PAGE_SIZE_MAX)? })
    }

    pub fn window(self) -> Window {
        Window { offset: (self.page - 1) * self.size, limit: self.size }
    }

    /// What is said of a page.
    pub fn meta<R>(self, found: &Numbered<R>) -> Value {
        let pages = found.total.div_ceil(self.size as u64);
        json!({"page": self.page, "pageSize": self.size, "total": found.total, "totalPages": pages})
    }
}

fn number(cx: &Cx, name: &str, default: usize, max: usize) -> Result<usize> {
    let Some(text) = cx.query(name) else { return Ok(default) };
    let number = text.parse().ok().filter(|n| (1..=max).contains(n));
    number.ok_or_else(|| bad(name, &format!("must be a number between 1 and {max}")))
}

fn time(cx: &Cx, name: &str) -> Result<Option<Timestamp>> {
    let Some(text) = cx.query(name) else { return Ok(None) };
    Timestamp::parse(&text).map(Some).ok_or_else(|| bad(name, "must be an ISO 8601 timestamp"))
}

pub fn text(cx: &Cx, name: &str) -> Option<String> {
    cx.query(name).map(String::from)
}

/// `true` or `false`; false if absent.
pub fn flag(cx: &Cx, name: &str) -> Result<bool> {
    match cx.query(name).as_deref() {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(bad(name, "must be true or false")),
    }
}

/// What a list of events is asked for.
pub fn events(cx: &Cx) -> Result<InboundQuery> {
    let state = |word: &str| State::parse(word).ok_or_else(|| bad("status", "is not a status"));
    let (from, to) = (time(cx, "from")?, time(cx, "to")?);
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(bad("from", "must not be after to"));
    }
    Ok(InboundQuery {
        provider: text(cx, "provider"),
        state: cx.query("status").as_deref().map(state).transpose()?,
        kind: text(cx, "eventType"),
        subject: cx.query("subject").map(|part| part.to_lowercase()),
        occurred: Period { from, to },
        sort: match cx.query("sortBy").as_deref() {
            None | Some("createdAt" | "receivedAt") => SortBy::Created,
            Some("occurredAt") => SortBy::Occurred,
            Some("status") => SortBy::Status,
            Some(_) => return Err(bad("sortBy", "must be one of: createdAt, occurredAt, status, receivedAt")),
        },
        ascending: match cx.query("sortOrder").as_deref() {
            None | Some("desc") => false,
            Some("asc") => true,
            Some(_) => return Err(bad("sortOrder", "must be asc or desc")),
        },
    })
}

/// What a list of attempts is asked for.
pub fn attempts(cx: &Cx) -> Result<AttemptQuery> {
    let event = |id: &str| Prefixed::parse(EVENT, id).ok_or_else(|| bad("eventId", "is not an id"));
    let succeeded = match cx.query("status").as_deref() {
        None => None,
        Some("success") => Some(true),
        Some("failed") => Some(false),
        Some(_) => return Err(bad("status", "must be success or failed")),
    };
    Ok(AttemptQuery { event: cx.query("eventId").as_deref().map(event).transpose()?, succeeded })
}

/// The event that a path names; a malformed id is that of none.
pub fn event_id(cx: &Cx) -> Result<EventId> {
    let id = cx.segment("id").and_then(|text| Prefixed::parse(EVENT, text));
    id.ok_or_else(|| Error::not_found("Event"))
}
