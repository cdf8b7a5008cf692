//! The one error type of the crate. Layers pick a kind and a sentence for a human; only the
//! server turns kinds into status numbers, and only a face knows its envelope.

use std::borrow::Cow;
use std::fmt;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What sort of failure it is; decides the HTTP status and the exit code, never the wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be read or lacks something (400).
    Malformed,
    /// No valid credential (401).
    Unauthorized,
    /// A valid credential without the right (403).
    Forbidden,
    /// Absent, or not visible to the caller (404).
    NotFound,
    /// Known path, wrong method (405).
    MethodNotAllowed,
    /// Uniqueness or state conflict (409).
    Conflict,
    /// The body is over its limit (413).
    TooLarge,
    /// A content type that is not accepted (415).
    UnsupportedMedia,
    /// Readable but not valid (422).
    Invalid,
    /// Temporarily locked account (423).
    Locked,
    /// Over a limit; `retry_after` says when to come back (429).
    RateLimited,
    /// Storage busy, full or stopping (503).
    Unavailable,
    /// A fault of ours; the message never reaches the caller (500).
    Internal,
}

/// Field name → messages, in request-field order.
pub type Details = Vec<(String, Vec<String>)>;

/// A failure with its kind, a sentence for humans and optional per-field details.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    message: Cow<'static, str>,
    details: Details,
    extra: Vec<(&'static str, serde_json::Value)>,
    retry_after: Option<u64>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub fn new(kind: Kind, message: impl Into<Cow<'static, str>>) -> Error {
        Error(Box::new(Inner {
            kind,
            message: message.into(),
            details: Vec::new(),
            extra: Vec::new(),
            retry_after: None,
            source: None,
        }))
    }

    /// 400 `Missing required field: <name>`.
    pub fn missing(field: &str) -> Error {
        Error::new(Kind::Malformed, format!("Missing required field: {field}"))
    }

    /// 422 on one field; `message` is shown as the error and under the field.
    pub fn invalid(field: &str, message: impl Into<Cow<'static, str>>) -> Error {
        let message = message.into();
        let text = message.to_string();
        Error::new(Kind::Invalid, message).detail(field, text)
    }

    /// 404 `<resource> not found`.
    pub fn not_found(resource: &str) -> Error {
        Error::new(Kind::NotFound, format!("{resource} not found"))
    }

    /// A fault of ours, with its cause kept for the log.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::new(Kind::Internal, "Internal server error").because(source)
    }

    pub fn unavailable() -> Error {
        Error::new(Kind::Unavailable, "Service unavailable").retry_after(5)
    }

    /// Adds a message to the details of `field`.
    pub fn detail(mut self, field: &str, message: impl Into<String>) -> Error {
        match self.0.details.iter_mut().find(|(f, _)| f == field) {
            Some((_, list)) => list.push(message.into()),
            None => self.0.details.push((field.to_owned(), vec![message.into()])),
        }
        self
    }

    /// Adds a top-level member to the error body (documented exceptions such as `validation_errors`).
    pub fn extra(mut self, key: &'static str, value: serde_json::Value) -> Error {
        self.0.extra.push((key, value));
        self
    }

    /// Seconds after which a retry makes sense.
    pub fn retry_after(mut self, seconds: u64) -> Error {
        self.0.retry_after = Some(seconds);
        self
    }

    /// Keeps the cause for the log.
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        self.0.source = Some(source.into());
        self
    }

    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    pub fn message(&self) -> &str {
        &self.0.message
    }

    pub fn details(&self) -> &Details {
        &self.0.details
    }

    pub fn extras(&self) -> &[(&'static str, serde_json::Value)] {
        &self.0.extra
    }

    pub fn retry_after_seconds(&self) -> Option<u64> {
        self.0.retry_after
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.0.kind, self.0.message)?;
        let mut cause = std::error::Error::source(self);
        while let Some(e) = cause {
            write!(f, ": {e}")?;
            cause = e.source();
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|e| e.as_ref() as _)
    }
}

impl From<std::io::Error> for Error {
    fn from(e: std::io::Error) -> Error {
        Error::internal(e)
    }
}
