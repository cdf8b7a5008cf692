//! The one envelope of the face: what succeeded under `data`, with `meta`; what failed under
//! `error`, with a code for programs.

use crate::base::{Error, Kind, json::write_string};
use crate::server::Reply;
use crate::server::fault;
use http::StatusCode;
use serde::Serialize;
use serde_json::{Value, json};

/// 200 with a value.
pub fn ok(data: impl Serialize) -> Reply {
    with(data, json!({}))
}

/// 200 with a value and what is to be said of it.
pub fn with(data: impl Serialize, meta: Value) -> Reply {
    #[derive(Serialize)]
    struct Success<D> {
        success: bool,
        data: D,
        meta: Value,
    }
    Reply::ok(Success { success: true, data, meta })
}

/// What a failure is called.
fn code(kind: Kind) -> (StatusCode, &'static str) {
    match kind {
        Kind::Malformed | Kind::Invalid | Kind::UnsupportedMedia => (StatusCode::BAD_REQUEST, "VALIDATION_ERROR"),
        // There are no more codes: what may not be done is not for this caller.
        Kind::Unauthorized | Kind::Forbidden => (StatusCode::UNAUTHORIZED, "UNAUTHORIZED"),
        Kind::NotFound | Kind::MethodNotAllowed => (StatusCode::NOT_FOUND, "NOT_FOUND"),
        Kind::Conflict => (StatusCode::CONFLICT, "CONFLICT"),
        Kind::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE"),
        Kind::RateLimited | Kind::Locked => (StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED"),
        Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL_ERROR"),
        Kind::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE"),
    }
}

/// A failure in the envelope.
pub fn failure(error: &Error) -> (StatusCode, String) {
    let (status, code) = code(error.kind());
    let details = match error.kind() {
        Kind::Internal => json!({}),
        _ => error.details().iter().map(|(field, messages)| (field.clone(), json!(messages))).collect(),
    };
    (status, written(code, fault::message(error), &details))
}

/// The text of a failure.
pub fn written(code: &str, message: &str, details: &Value) -> String {
    let mut out = format!("{{\"success\":false,\"error\":{{\"code\":\"{code}\",\"message\":");
    write_string(&mut out, message);
    out.push_str(&format!(",\"details\":{details}}}}}"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code() {
        for (error, status, text) in [
            (
                Error::new(Kind::Malformed, "no").detail("type", "type is missing"),
                400,
                r#"{"success":false,"error":{"code":"VALIDATION_ERROR","message":"no","details":{"type":["type is missing"]}}}"#,
            ),
            (
                Error::invalid("a", "b"),
                400,
                r#"{"success":false,"error":{"code":"VALIDATION_ERROR","message":"b","details":{"a":["b"]}}}"#,
            ),
            (
                Error::not_found("Event"),
                404,
                r#"{"success":false,"error":{"code":"NOT_FOUND","message":"Event not found","details":{}}}"#,
            ),
            (
                Error::internal("secret"),
                500,
                r#"{"success":false,"error":{"code":"INTERNAL_ERROR","message":"Internal server error","details":{}}}"#,
            ),
        ] {
            let (code, body) = failure(&error);
            assert_eq!((code.as_u16(), body.as_str()), (status, text));
        }
        for (kind, status, word) in [
            (Kind::Unauthorized, 401, "UNAUTHORIZED"),
            (Kind::Conflict, 409, "CONFLICT"),
            (Kind::TooLarge, 413, "PAYLOAD_TOO_LARGE"),
            (Kind::RateLimited, 429, "RATE_LIMITED"),
            (Kind::Unavailable, 503, "SERVICE_UNAVAILABLE"),
            (Kind::MethodNotAllowed, 404, "NOT_FOUND"),
        ] {
            let (code, body) = failure(&Error::new(kind, "x"));
            assert_eq!(code.as_u16(), status);
            assert!(body.contains(&format!("\"code\":\"{word}\"")), "{body}");
        }
    }
}
