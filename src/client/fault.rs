//! Why a call brought no result: an answer of the server that refuses, or no answer.

use super::Answer;
use crate::base::Json;
use std::fmt;
use std::io::ErrorKind;

/// A failed call.
#[derive(Debug, Clone)]
pub enum Fault {
    /// The server answered and refused. Boxed: failures travel through every call.
    Refused(Box<Refusal>),
    /// No usable answer.
    Network {
        message: String,
        /// Nobody listens there.
        refused: bool,
        /// The request may have been carried out: it was sent before the connection failed.
        sent: bool,
    },
    /// The request cannot even be written.
    Unusable(String),
}

/// An answer that is no success.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub status: u16,
    /// The server's own words.
    pub message: String,
    /// What it says of each field, as it came.
    pub details: Option<Json<'static>>,
    pub request_id: Option<String>,
    /// Seconds until another try makes sense.
    pub retry_after: Option<u64>,
    pub body: Vec<u8>,
}

impl Fault {
    /// An answer that is no use, or none at all.
    pub fn network(message: impl Into<String>) -> Fault {
        Fault::Network { message: message.into(), refused: false, sent: true }
    }

    /// The answer broke off while it was read.
    pub fn cut(error: std::io::Error) -> Fault {
        Fault::network(error.to_string())
    }

    /// Names the server that could not be reached.
    pub(super) fn at(self, server: &str) -> Fault {
        match self {
            Fault::Network { message, refused, sent } => {
                Fault::Network { message: format!("{server}: {message}"), refused, sent }
            }
            other => other,
        }
    }

    pub(super) fn unusable(message: impl Into<String>) -> Fault {
        Fault::Unusable(message.into())
    }

    /// Tells success from refusal.
    pub(super) fn check(answer: Answer) -> Result<Answer, Fault> {
        if (200..300).contains(&answer.status) {
            return Ok(answer);
        }
        let body = std::str::from_utf8(&answer.body).unwrap_or_default();
        let json = Json::parse(body).ok();
        let message = match answer.header("location").filter(|_| answer.status < 400) {
            Some(place) => format!("the server redirects to {place}; set the base URL to the place it really is at"),
            None => json.as_ref().and_then(said).unwrap_or_else(|| plain(body, answer.status)),
        };
        let details = json.as_ref().and_then(|j| j.lookup("details").or_else(|| j.lookup("errors")));
        let in_body = || json.as_ref()?.lookup("retry_after")?.as_i64()?.try_into().ok();
        Err(Fault::Refused(Box::new(Refusal {
            status: answer.status,
            message,
            details: details.cloned().map(Json::into_owned),
            request_id: answer.header("x-request-id").map(str::to_owned),
            retry_after: answer.header("retry-after").and_then(|v| v.trim().parse().ok()).or_else(in_body),
            body: answer.body,
        })))
    }

    /// The status of the answer, if there was one.
    pub fn status(&self) -> Option<u16> {
        match self {
            Fault::Refused(refusal) => Some(refusal.status),
            _ => None,
        }
    }
}

/// The sentence in an error body of any shape that servers are known to send.
fn said(body: &Json<'_>) -> Option<String> {
    let places = ["error", "error.message", "message", "errors.detail"];
    let found = places.iter().find_map(|place| body.lookup(place)?.as_str().filter(|text| !text.is_empty()));
    found.map(str::to_owned)
}

/// A body that is no JSON, or what its absence means.
fn plain(body: &str, status: u16) -> String {
    let line = body.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if line.is_empty() || line.starts_with('<') || line.starts_with('{') {
        return format!("HTTP {status}");
    }
    let short: String = line.chars().take(200).collect();
    format!("HTTP {status}: {short}")
}

impl From<ureq::Error> for Fault {
    fn from(error: ureq::Error) -> Fault {
        use ureq::Error as E;
        use ureq::Timeout as T;
        let network = |message: String, refused, sent| Fault::Network { message, refused, sent };
        match error {
            E::Io(e) if e.kind() == ErrorKind::ConnectionRefused => network("connection refused".into(), true, false),
            E::Io(e) => network(e.to_string(), false, true),
            E::Timeout(T::Connect | T::Resolve) => network("timed out while connecting".into(), false, false),
            E::Timeout(_) => network("timed out".into(), false, true),
            E::HostNotFound => network("there is no such host".into(), false, false),
            E::ConnectionFailed => network("the connection failed".into(), false, false),
            E::Tls(text) => network(format!("TLS: {text}"), false, false),
            E::Rustls(e) => network(format!("TLS: {e}"), false, false),
            E::Http(e) => Fault::unusable(format!("this request cannot be made: {e}")),
            E::BadUri(text) => Fault::unusable(format!("{text}: not a usable URL")),
            other => network(other.to_string(), false, true),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Refused(refusal) => f.write_str(&refusal.message),
            Fault::Network { message, .. } | Fault::Unusable(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;
    use ureq::http::HeaderMap;

    #[test]
    fn every_known_error_shape_is_read() {
        for (status, body, message) in [
            (
                422,
                r#"{"error":"URL must start with https://","details":{"url":["x"]}}"#,
                "URL must start with https://",
            ),
            (404, r#"{"error":{"message":"gone"}}"#, "gone"),
            (401, r#"{"message":"no"}"#, "no"),
            (500, r#"{"errors":{"detail":"Internal"}}"#, "Internal"),
            (502, "<html>bad gateway</html>", "HTTP 502"),
            (503, "busy\nlater", "HTTP 503: busy"),
            (500, "", "HTTP 500"),
            (418, "{}", "HTTP 418"),
        ] {
            let answer = Answer { status, headers: HeaderMap::new(), body: body.into() };
            let fault = Fault::check(answer).expect_err("refused");
            assert_eq!((fault.to_string().as_str(), fault.status()), (message, Some(status)));
        }
        let ok = Answer { status: 204, headers: HeaderMap::new(), body: Vec::new() };
        assert!(Fault::check(ok).is_ok());
    }
}
