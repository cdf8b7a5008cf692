//! A server that answers every request alike and remembers it: what a command asks, apart from
//! what any real server makes of it.

use crate::support::{Answer, Cli, Hit, Output, Receiver};

/// The recorder with the environment of a caller.
pub struct Stub {
    receiver: Receiver,
}

impl Stub {
    pub fn start() -> Stub {
        Stub { receiver: Receiver::start() }
    }

    pub fn url(&self) -> String {
        self.receiver.url("")
    }

    /// Answers requests to the path one after the other; the last answer repeats.
    pub fn script(&self, path: &str, answers: impl IntoIterator<Item = Answer>) {
        self.receiver.script(path, answers);
    }

    /// Runs a command against this server.
    pub fn run(&self, args: &[&str]) -> Output {
        self.cli(args).run()
    }

    pub fn cli(&self, args: &[&str]) -> Cli {
        Cli::new(args).env("JOBCELIS_BASE_URL", &self.url()).env("JOBCELIS_API_KEY", "jc_live_test").env("TZ", "UTC")
    }

    pub fn hits(&self, path: &str) -> Vec<Hit> {
        self.receiver.hits(path)
    }
}

/// An answer with this JSON.
pub fn json(status: u16, body: &str) -> Answer {
    Answer::status(status).header("Content-Type", "application/json").header("X-Request-Id", "req-1").body(body)
}
