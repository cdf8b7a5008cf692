//! How a command fails: what went wrong, on stderr as text or JSON, an optional hint, and the
//! exit code. The table of codes is here and nowhere else.

use crate::base::{Error, Json, Kind};
use crate::client::{Fault, redact};
use std::error::Error as _;
use std::io::Write;
use std::process::ExitCode;

/// What a command returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// The command ran and the result is negative, or any error without a code of its own.
pub const FAILED: u8 = 1;
/// It was not called rightly, or a question was answered with no.
pub const USAGE: u8 = 2;
/// No or no sufficient credential.
pub const DENIED: u8 = 4;
pub const NOT_FOUND: u8 = 5;
/// The server did not accept the input.
pub const REJECTED: u8 = 6;
/// Too many calls, also after waiting.
pub const LIMITED: u8 = 7;
/// No answer, or the server is in trouble.
pub const UNREACHABLE: u8 = 8;
/// Some of several things were done.
pub const PARTIAL: u8 = 9;

/// Why a command did not succeed.
#[derive(Debug, Clone)]
pub struct Failure {
    code: u8,
    /// Empty when everything has been said.
    message: String,
    hint: Option<String>,
    status: Option<u16>,
    details: Option<Json<'static>>,
    request_id: Option<String>,
}

impl Failure {
    pub fn new(code: u8, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into(), hint: None, status: None, details: None, request_id: None }
    }

    /// Exit code 1: the command ran and failed.
    pub fn failed(message: impl Into<String>) -> Failure {
        Failure::new(FAILED, message)
    }

    /// Exit code 2: the command was not called rightly.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure::new(USAGE, message)
    }

    /// Ends the command with this code and without a word: all has been said.
    pub fn silent(code: u8) -> Failure {
        Failure::new(code, "")
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hint = Some(hint.into());
        self
    }

    /// The sentence without its surroundings.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Says which of several things failed.
    pub fn of(mut self, which: &str) -> Failure {
        if !self.message.is_empty() {
            self.message = format!("{which}: {}", self.message);
        }
        self
    }

    pub fn code(&self) -> u8 {
        self.code
    }

    /// Prints the failure, as JSON if asked to, and returns its exit code.
    pub fn report(&self, json: bool) -> ExitCode {
        if !self.message.is_empty() {
            let text = if json { self.to_json() } else { self.to_text() };
            // Nobody is left to tell when stderr is gone.
            let _ = std::io::stderr().lock().write_all(redact(&text).as_bytes());
        }
        ExitCode::from(self.code)
    }

    fn to_text(&self) -> String {
        let mut text = format!("error: {}\n", self.message);
        for line in self.details.iter().flat_map(|details| lines(details, &self.message)) {
            text += &format!("  {line}\n");
        }
        for (name, value) in [("request id", &self.request_id), ("hint", &self.hint)] {
            text += &value.as_ref().map(|value| format!("  {name}: {value}\n")).unwrap_or_default();
        }
        text
    }

    fn to_json(&self) -> String {
        let mut body = serde_json::Map::new();
        body.insert("error".into(), self.message.as_str().into());
        body.insert("status".into(), self.status.into());
        if let Some(details) = &self.details {
            body.insert("details".into(), serde_json::from_str(&details.to_text()).unwrap_or_default());
        }
        body.insert("request_id".into(), self.request_id.as_deref().into());
        if let Some(hint) = &self.hint {
            body.insert("hint".into(), hint.as_str().into());
        }
        body.insert("exit_code".into(), self.code.into());
        format!("{}\n", serde_json::Value::Object(body))
    }
}

/// One line per message of each field, without the one that is the error itself.
fn lines(details: &Json<'_>, message: &str) -> Vec<String> {
    let text = |json: &Json<'_>| json.as_str().map_or_else(|| json.to_text(), str::to_owned);
    let Some(fields) = details.as_object() else { return vec![text(details)] };
    let of_field = |(field, said): &(_, Json<'_>)| -> Vec<String> {
        let said = said.as_array().map_or_else(|| vec![text(said)], |list| list.iter().map(text).collect());
        said.into_iter().filter(|text| text != message).map(|text| format!("{field}: {text}")).collect()
    };
    fields.iter().flat_map(of_field).collect()
}

/// The exit code of an answer of the server.
fn code_of(status: u16) -> u8 {
    match status {
        401 | 403 => DENIED,
        404 => NOT_FOUND,
        400 | 409 | 413 | 415 | 422 => REJECTED,
        429 => LIMITED,
        500.. => UNREACHABLE,
        _ => FAILED,
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        match fault {
            Fault::Refused(refusal) => {
                let mut failure = Failure::new(code_of(refusal.status), refusal.message);
                failure.hint = match refusal.status {
                    401 => Some("log in with `jobcelis login`, or set JOBCELIS_API_KEY".to_owned()),
                    423 | 429 => refusal.retry_after.map(|s| format!("try again in {s} s")),
                    _ => None,
                };
                failure.status = Some(refusal.status);
                failure.details = refusal.details;
                failure.request_id = refusal.request_id;
                failure
            }
            Fault::Network { message, refused, .. } => {
                let mut failure = Failure::new(UNREACHABLE, message);
                failure.hint =
                    refused.then(|| "is the server running? `jobcelis serve` starts one on this machine".to_owned());
                failure
            }
            Fault::Unusable(message) => Failure::usage(message),
        }
    }
}

impl From<Error> for Failure {
    /// The whole chain of causes: who reads this runs the process and may know them.
    fn from(error: Error) -> Failure {
        let own = (error.kind() != Kind::Internal).then(|| error.message().to_owned());
        let causes = std::iter::successors(error.source(), |&e| e.source()).map(|e| e.to_string());
        let parts: Vec<String> = own.into_iter().chain(causes).collect();
        Failure::failed(if parts.is_empty() { error.message().to_owned() } else { parts.join(": ") })
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        match error.kind() {
            // Whoever read our output has seen enough.
            std::io::ErrorKind::BrokenPipe => Failure::silent(0),
            _ => Failure::failed(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_told_and_our_own_placeholder_is_not() {
        let io = || std::io::Error::other("disk on fire");
        assert_eq!(Failure::from(Error::internal(io())).message, "disk on fire");
        let locked = Error::new(Kind::Conflict, "the data is in use by process 7");
        assert_eq!(Failure::from(locked).message, "the data is in use by process 7");
        let both = Error::new(Kind::Unavailable, "cannot open the database").because(io());
        assert_eq!(Failure::from(both).message, "cannot open the database: disk on fire");
    }

    #[test]
    fn exit_codes_follow_the_status() {
        for (status, code) in [
            (400, 6),
            (401, 4),
            (402, 1),
            (403, 4),
            (404, 5),
            (405, 1),
            (409, 6),
            (413, 6),
            (422, 6),
            (423, 1),
            (429, 7),
            (500, 8),
            (503, 8),
            (302, 1),
        ] {
            assert_eq!(code_of(status), code, "{status}");
        }
    }

    #[test]
    fn a_refusal_in_both_forms() {
        let mut failure = Failure::new(REJECTED, "URL is bad").hint("mend it");
        failure.status = Some(422);
        failure.request_id = Some("r-1".into());
        let details = Json::parse(r#"{"url":["URL is bad","must be https"],"n":["too big"]}"#).expect("JSON");
        failure.details = Some(details.into_owned());
        assert_eq!(
            failure.to_text(),
            "error: URL is bad\n  url: must be https\n  n: too big\n  request id: r-1\n  hint: mend it\n"
        );
        assert_eq!(
            failure.to_json(),
            "{\"error\":\"URL is bad\",\"status\":422,\"details\":{\"url\":[\"URL is bad\",\"must be https\"],\
             \"n\":[\"too big\"]},\"request_id\":\"r-1\",\"hint\":\"mend it\",\"exit_code\":6}\n"
        );
        assert_eq!(Failure::from(std::io::Error::from(std::io::ErrorKind::BrokenPipe)).code, 0);
    }
}
