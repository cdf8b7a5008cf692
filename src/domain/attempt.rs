//! One attempt to deliver: what the receiver answered, what follows from it, and what of the
//! exchange is kept. Knows statuses as numbers and headers as texts, no connection.

use super::retry::RetryPlan;
use crate::base::Timestamp;
use crate::base::json::write_string;
use std::borrow::Cow;
use std::net::IpAddr;
use std::time::Duration;

/// Longest kept body, in characters; what is cut off shows as `...`.
pub const MAX_KEPT: usize = 10_000;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Status {
        code: u16,
        /// The wait the receiver asked for; see [`super::retry::retry_after`].
        retry_after: Option<Duration>,
    },
    Nothing(Failure),
}

/// Why no answer came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Refused,
    Reset,
    Unreachable,
    Dns,
    /// With a short reason.
    Tls(String),
    Timeout,
    /// What came back was not HTTP.
    Protocol,
    /// Every address of the receiver is forbidden.
    Blocked,
    /// The proxy on the way made no connection, for this reason.
    Proxy(String),
}

/// What follows from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Success,
    /// Failed, worth another attempt.
    Retry,
    /// Failed for good.
    Final,
}

impl Answer {
    pub fn status(&self) -> Option<u16> {
        match self {
            Answer::Status { code, .. } => Some(*code),
            Answer::Nothing(_) => None,
        }
    }

    /// The wait the receiver asked for; only 429 and 503 may ask.
    pub fn wanted_wait(&self) -> Option<Duration> {
        match self {
            Answer::Status { code: 429 | 503, retry_after } => *retry_after,
            _ => None,
        }
    }

    pub fn outcome(&self, plan: &RetryPlan) -> Outcome {
        match self {
            Answer::Status { code: 200..=299, .. } => Outcome::Success,
            Answer::Status { code, .. } if plan.gives_up_at(*code) => Outcome::Final,
            Answer::Nothing(Failure::Blocked) => Outcome::Final,
            _ => Outcome::Retry,
        }
    }

    /// The error text of a failed attempt, `None` for a success.
    pub fn error(&self) -> Option<Cow<'static, str>> {
        Some(match self {
            Answer::Status { code: 200..=299, .. } => return None,
            Answer::Status { code: code @ 300..=399, .. } => format!("HTTP {code}: redirects are not followed").into(),
            Answer::Status { code, .. } => format!("HTTP {code}").into(),
            Answer::Nothing(failure) => failure.text(),
        })
    }

    /// Whether the receiver shows signs of overload, so that fewer attempts should be in flight.
    pub fn overloaded(&self) -> bool {
        match self {
            Answer::Status { code, .. } => *code == 429 || *code >= 500,
            Answer::Nothing(failure) => *failure != Failure::Blocked,
        }
    }
}

impl Failure {
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Failure::Refused => "Connection refused".into(),
            Failure::Reset => "Connection reset".into(),
            Failure::Unreachable => "Destination unreachable".into(),
            Failure::Dns => "DNS lookup failed".into(),
            Failure::Tls(reason) => format!("TLS error: {reason}").into(),
            Failure::Timeout => "Timeout".into(),
            Failure::Protocol => "Invalid HTTP response".into(),
            Failure::Blocked => "Destination address not allowed".into(),
            Failure::Proxy(reason) => format!("Egress proxy: {reason}").into(),
        }
    }
}

/// A recorded attempt and its exchange; header maps are JSON texts of [`kept_headers`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Counts all attempts of the delivery, from 1.
    pub n: u32,
    pub started_at: Timestamp,
    pub latency_ms: Option<u32>,
    pub response_status: Option<u16>,
    pub error: Option<String>,
    pub destination_ip: Option<IpAddr>,
    pub request_headers: Option<String>,
    /// `None` when it follows from the event and the webhook alone.
    pub request_body: Option<String>,
    pub response_headers: Option<String>,
    pub response_body: Option<String>,
}

/// A body as it is kept: bytes that are not UTF-8 replaced, cut at [`MAX_KEPT`] characters.
pub fn kept_body(bytes: &[u8]) -> String {
    // A character takes at most four bytes: the rest can never be shown.
    let head = &bytes[..bytes.len().min(MAX_KEPT * 4 + 4)];
    let mut text = String::from_utf8_lossy(head).into_owned();
    if let Some((end, _)) = text.char_indices().nth(MAX_KEPT) {
        text.truncate(end);
        text.push_str("...");
    }
    text
}

const REDACTED: [&str; 4] = ["authorization", "cookie", "x-api-key", "proxy-authorization"];

/// Response headers as a JSON object: names in lower case, repeated ones joined with `, `.
pub fn kept_headers<'a>(headers: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut kept: Vec<(String, String)> = Vec::new();
    for (name, value) in headers {
        let (name, value) = (name.to_ascii_lowercase(), String::from_utf8_lossy(value));
        match kept.iter_mut().find(|(k, _)| *k == name) {
            Some((_, text)) => {
                text.push_str(", ");
                text.push_str(&value);
            }
            None => kept.push((name, value.into_owned())),
        }
    }
    let mut out = String::from("{");
    for (i, (name, value)) in kept.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write_string(&mut out, name);
        out.push(':');
        write_string(&mut out, value);
    }
    out.push('}');
    out
}

/// Request headers as [`kept_headers`] writes them, with credentials replaced by `[redacted]`.
pub fn kept_request_headers<'a>(headers: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let hide = |name: &str| REDACTED.iter().any(|secret| name.eq_ignore_ascii_case(secret));
    kept_headers(headers.into_iter().map(|(name, value)| (name, if hide(name) { b"[redacted]" } else { value })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: u16) -> Answer {
        Answer::Status { code, retry_after: None }
    }

    #[test]
    fn the_table_of_outcomes() {
        let plan = RetryPlan::default();
        for (codes, outcome) in [
            (&[200, 201, 204, 299][..], Outcome::Success),
            (&[400, 401, 403, 404, 422], Outcome::Final),
            (
                &[408, 409, 410, 425, 429, 402, 418, 451, 301, 302, 307, 304, 100, 103, 500, 502, 503, 599],
                Outcome::Retry,
            ),
        ] {
            for code in codes {
                assert_eq!(status(*code).outcome(&plan), outcome, "{code}");
            }
        }
        for failure in [Failure::Refused, Failure::Reset, Failure::Dns, Failure::Tls("x".into()), Failure::Timeout] {
            assert_eq!(Answer::Nothing(failure).outcome(&plan), Outcome::Retry);
        }
        assert_eq!(Answer::Nothing(Failure::Blocked).outcome(&plan), Outcome::Final);
    }

    #[test]
    fn error_texts() {
        for (answer, text) in [
            (status(200), None),
            (status(404), Some("HTTP 404")),
            (status(429), Some("HTTP 429")),
            (status(302), Some("HTTP 302: redirects are not followed")),
            (status(500), Some("HTTP 500")),
            (Answer::Nothing(Failure::Refused), Some("Connection refused")),
            (Answer::Nothing(Failure::Reset), Some("Connection reset")),
            (Answer::Nothing(Failure::Dns), Some("DNS lookup failed")),
            (Answer::Nothing(Failure::Tls("expired certificate".into())), Some("TLS error: expired certificate")),
            (Answer::Nothing(Failure::Timeout), Some("Timeout")),
            (Answer::Nothing(Failure::Blocked), Some("Destination address not allowed")),
        ] {
            assert_eq!(answer.error().as_deref(), text);
        }
    }

    #[test]
    fn bodies_are_cut_by_characters() {
        assert_eq!(kept_body("é".repeat(10_000).as_bytes()), "é".repeat(10_000));
        assert_eq!(kept_body("é".repeat(10_001).as_bytes()), "é".repeat(10_000) + "...");
        assert_eq!(kept_body("😀".repeat(20_000).as_bytes()), "😀".repeat(10_000) + "...");
        assert_eq!(kept_body(b"a\xffb"), "a\u{fffd}b");
    }

    #[test]
    fn headers_are_joined_and_credentials_hidden() {
        let headers: [(&str, &[u8]); 4] = [
            ("Set-Cookie", b"a=1"),
            ("X-Api-Key", b"secret"),
            ("set-cookie", b"b=\"2\""),
            ("Authorization", b"Bearer x"),
        ];
        assert_eq!(
            kept_headers(headers),
            r#"{"set-cookie":"a=1, b=\"2\"","x-api-key":"secret","authorization":"Bearer x"}"#
        );
        assert_eq!(
            kept_request_headers(headers),
            r#"{"set-cookie":"a=1, b=\"2\"","x-api-key":"[redacted]","authorization":"[redacted]"}"#
        );
        assert_eq!(kept_headers([]), "{}");
    }
}
