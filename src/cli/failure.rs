//! How a command fails: one sentence on stderr, an optional hint, and an exit code.

use crate::base::{Error, Kind};
use std::error::Error as _;
use std::io::Write;
use std::process::ExitCode;

/// What a command returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a command did not succeed.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    message: String,
    hint: Option<String>,
}

impl Failure {
    /// Exit code 1: the command ran and failed.
    pub fn failed(message: impl Into<String>) -> Failure {
        Failure { code: 1, message: message.into(), hint: None }
    }

    /// Exit code 2: the command was not called rightly.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { code: 2, message: message.into(), hint: None }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hint = Some(hint.into());
        self
    }

    /// Prints the failure and returns its exit code.
    pub fn report(&self) -> ExitCode {
        let mut err = std::io::stderr().lock();
        // Nobody is left to tell when stderr is gone.
        let _ = writeln!(err, "error: {}", self.message);
        if let Some(hint) = &self.hint {
            let _ = writeln!(err, "  hint: {hint}");
        }
        ExitCode::from(self.code)
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
        Failure::failed(error.to_string())
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
}
