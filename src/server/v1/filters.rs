//! Reading the filters that several lists share from the query string.

use crate::base::{Error, Id, Kind, Result, Timestamp};
use crate::domain::query::Period;
use crate::server::Cx;

/// The last microsecond of a day, from its first one.
const DAY: i64 = 86_400_000_000 - 1;

/// `from` and `to`; a bare date in `to` means the end of that day. 400 when unreadable.
pub(in crate::server) fn period(cx: &Cx) -> Result<Period> {
    Ok(Period { from: time(cx, "from", 0)?, to: time(cx, "to", DAY)? })
}

/// An instant; `of_date` microseconds are added to a bare date. 400 when unreadable.
pub(super) fn time(cx: &Cx, name: &str, of_date: i64) -> Result<Option<Timestamp>> {
    let Some(text) = cx.query(name) else { return Ok(None) };
    let read = match Timestamp::parse_date(&text) {
        Some(day) => Some(day.plus_micros(of_date)),
        // The plus sign of an offset that was not escaped has become a space.
        None => Timestamp::parse(&text).or_else(|| Timestamp::parse(&text.replace(' ', "+"))),
    };
    read.map(Some).ok_or_else(|| unreadable(format!("{name} must be an ISO 8601 timestamp")))
}

/// An id; 400 when it is none.
pub(in crate::server) fn id<T>(cx: &Cx, name: &str) -> Result<Option<Id<T>>> {
    let Some(text) = cx.query(name) else { return Ok(None) };
    Id::parse(&text).map(Some).ok_or_else(|| unreadable(format!("{name} must be a UUID")))
}

pub(super) fn unreadable(message: impl Into<String>) -> Error {
    Error::new(Kind::Malformed, message.into())
}
