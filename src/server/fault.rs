//! Errors as answers: `Kind` to status, and the one error shape. The only place that knows status
//! numbers of failures. What went wrong inside never reaches the caller; it rides along for the log.

use super::reply::json_response;
use crate::base::{Error, Kind, Timestamp, json::write_string};
use axum::response::Response;
use http::header::{HeaderName, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use std::fmt::Write as _;

/// What the log needs to know of a failure of ours; an extension of its response.
#[derive(Debug, Clone)]
pub(super) struct Cause(pub String);

/// Seconds to wait when storage is busy or the server is stopping.
const RETRY_SOON: u64 = 5;

pub(super) fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Unauthorized => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Locked => StatusCode::LOCKED,
        Kind::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// How a dialect tells of a failure: the status, and the JSON text of the body. What is told of a
/// failure is [`message`]; the headers are the same for all.
pub(super) type Words = fn(&Error) -> (StatusCode, String);

/// The words of `/api/v1` and of everything that has none of its own.
pub(super) fn native(error: &Error) -> (StatusCode, String) {
    (status(error.kind()), body(error))
}

/// Writes the error shape with the headers that belong to its kind.
pub(super) fn response(error: &Error) -> Response {
    worded(native, error)
}

/// As [`response`] in other words.
pub(super) fn worded(words: Words, error: &Error) -> Response {
    let (status, body) = words(error);
    let mut response = json_response(status, body);
    let wait = match error.kind() {
        Kind::Unavailable => error.retry_after_seconds().or(Some(RETRY_SOON)),
        Kind::RateLimited => Some(error.retry_after_seconds().unwrap_or(0).max(1)),
        _ => error.retry_after_seconds(),
    };
    let headers = response.headers_mut();
    if let Some(seconds) = wait {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    match error.kind() {
        Kind::RateLimited => spent_limit(error, wait.unwrap_or(1), headers),
        Kind::Unavailable | Kind::Internal => {
            response.extensions_mut().insert(Cause(format!("{error:?}")));
        }
        _ => {}
    }
    response
}

pub(super) const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
pub(super) const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
pub(super) const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// The limit that refused, told in headers too; it may be another than the one of the route.
fn spent_limit(error: &Error, wait: u64, headers: &mut http::HeaderMap) {
    let limit = error.extras().iter().find(|(key, _)| *key == "limit").and_then(|(_, n)| n.as_u64());
    if let Some(limit) = limit {
        headers.insert(LIMIT, HeaderValue::from(limit));
        headers.insert(REMAINING, HeaderValue::from(0u64));
        headers.insert(RESET, HeaderValue::from(Timestamp::now().secs().unsigned_abs() + wait));
    }
}

/// What callers may read of a failure.
pub(super) fn message(error: &Error) -> &str {
    match error.kind() {
        Kind::Internal => "Internal server error",
        _ => error.message(),
    }
}

fn body(error: &Error) -> String {
    let message = message(error);
    let mut out = String::with_capacity(message.len() + 16);
    out.push_str("{\"error\":");
    write_string(&mut out, message);
    if error.kind() != Kind::Internal {
        write_details(&mut out, error);
        for (key, value) in error.extras() {
            let _ = write!(out, ",\"{key}\":{value}");
        }
    }
    if let (Kind::RateLimited | Kind::Locked, Some(seconds)) = (error.kind(), error.retry_after_seconds()) {
        let _ = write!(out, ",\"retry_after\":{seconds}");
    }
    out.push('}');
    out
}

fn write_details(out: &mut String, error: &Error) {
    if error.details().is_empty() {
        return;
    }
    for (i, (field, messages)) in error.details().iter().enumerate() {
        out.push_str(if i == 0 { ",\"details\":{" } else { "," });
        write_string(out, field);
        for (j, message) in messages.iter().enumerate() {
            out.push_str(if j == 0 { ":[" } else { "," });
            write_string(out, message);
        }
        out.push(']');
    }
    out.push('}');
}

/// A handler that panicked; the panic hook has told the log where.
pub(super) fn panicked(words: Words) -> Response {
    let (status, body) = words(&Error::new(Kind::Internal, "panic"));
    json_response(status, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_shape_for_every_kind() {
        let rows = [
            (Error::missing("topic"), 400, r#"{"error":"Missing required field: topic"}"#),
            (Error::not_found("Event"), 404, r#"{"error":"Event not found"}"#),
            (
                Error::invalid("password", "Password is \"bad\"").detail("password", "b").detail("name", "c"),
                422,
                r#"{"error":"Password is \"bad\"","details":{"password":["Password is \"bad\"","b"],"name":["c"]}}"#,
            ),
            (
                Error::new(Kind::Unauthorized, "Unauthorized")
                    .extra("message", "A valid user token is required".into()),
                401,
                r#"{"error":"Unauthorized","message":"A valid user token is required"}"#,
            ),
            (
                Error::new(Kind::Locked, "Account locked. Try again later.").retry_after(900),
                423,
                r#"{"error":"Account locked. Try again later.","retry_after":900}"#,
            ),
            (
                Error::new(Kind::RateLimited, "Slow")
                    .retry_after(7)
                    .extra("limit", 5.into())
                    .extra("remaining", 0.into()),
                429,
                r#"{"error":"Slow","limit":5,"remaining":0,"retry_after":7}"#,
            ),
            (Error::internal("disk on fire"), 500, r#"{"error":"Internal server error"}"#),
            (
                Error::new(Kind::Internal, "secret path /x").detail("a", "b"),
                500,
                r#"{"error":"Internal server error"}"#,
            ),
            (Error::unavailable(), 503, r#"{"error":"Service unavailable"}"#),
        ];
        for (error, code, text) in rows {
            assert_eq!((status(error.kind()).as_u16(), body(&error).as_str()), (code, text));
        }
    }

    #[test]
    fn headers_belong_to_the_kind() {
        let header = |error: &Error, name: &str| {
            response(error).headers().get(name).map(|v| v.to_str().expect("text").to_owned())
        };
        assert_eq!(header(&Error::unavailable(), "retry-after").as_deref(), Some("5"));
        assert_eq!(header(&Error::new(Kind::Unauthorized, "x"), "www-authenticate").as_deref(), Some("Bearer"));
        let limited = Error::new(Kind::RateLimited, "x").retry_after(0).extra("limit", 9.into());
        assert_eq!(header(&limited, "retry-after").as_deref(), Some("1"));
        assert_eq!(header(&limited, "x-ratelimit-limit").as_deref(), Some("9"));
        assert_eq!(header(&limited, "x-ratelimit-remaining").as_deref(), Some("0"));
        assert_eq!(header(&Error::missing("x"), "retry-after"), None);
        let cause = response(&Error::internal("disk on fire")).extensions().get::<Cause>().cloned();
        assert!(cause.is_some_and(|c| c.0.contains("disk on fire")));
    }
}
