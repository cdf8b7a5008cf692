//! One-off tasks: what is done once, retried for a while, and told to whoever asked for it. The
//! decisions are pure: the task and what came of an attempt in, the next state out.

mod callback;
mod input;
mod letter;
mod request;
mod state;
#[cfg(test)]
mod tests;

pub use input::{Names, NewTask};
pub use letter::Letter;
pub use request::Request;
pub use state::{CallbackStatus, Status};

use super::attempt::Outcome;
use crate::base::{Error, Id, Kind, Prefixed, Result, Timestamp};
use std::net::IpAddr;
use std::time::Duration;

#[derive(Debug)]
pub enum TaskTag {}
/// Id of a task.
pub type TaskId = Id<TaskTag>;

/// What stands before the id of a task where others are told of it.
pub const PREFIX: &str = "job_";
/// How long an idempotency key stands for its task.
pub const KEY_LIFETIME: Duration = super::event::KEY_LIFETIME;
/// Longest answer that is kept as a result, in characters.
pub const MAX_RESULT: usize = 10_000;

/// The waits between attempts, in seconds: of a task, and of its callback.
const WAITS: [u64; 3] = [30, 60, 120];
/// Statuses by which a worker says that trying again is of no use.
const HOPELESS: [u16; 6] = [400, 401, 403, 404, 410, 422];

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doer {
    /// A request to any URL.
    Http,
    /// The mail server.
    Email,
    /// A webhook that asked for tasks of the type.
    Worker,
}

impl Doer {
    pub fn of(kind: &str) -> Doer {
        match kind {
            "http" => Doer::Http,
            "email" => Doer::Email,
            _ => Doer::Worker,
        }
    }
}

/// What is under way at a time is limited by what it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lane {
    Requests,
    Letters,
}

impl Lane {
    pub const ALL: [Lane; 2] = [Lane::Requests, Lane::Letters];

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Lane {
        if code == 0 { Lane::Requests } else { Lane::Letters }
    }
}

/// What an attempt is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Run,
    Callback,
}

impl Turn {
    pub const fn as_str(self) -> &'static str {
        match self {
            Turn::Run => "run",
            Turn::Callback => "callback",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Turn {
        if code == 0 { Turn::Run } else { Turn::Callback }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    /// `type` where users see it.
    pub kind: String,
    pub tenant: Option<String>,
    pub status: Status,
    /// Begun so far.
    pub attempts: u32,
    /// Of these, those before the present cycle of retries.
    pub cycle_start: u32,
    /// When something happens by itself: an attempt, or the callback once it has ended.
    pub due_at: Option<Timestamp>,
    /// JSON text of an object.
    pub payload: String,
    pub callback: Option<String>,
    pub callback_status: CallbackStatus,
    pub callback_attempts: u32,
    pub callback_start: u32,
    /// JSON text of any value.
    pub result: Option<String>,
    pub error: Option<String>,
    pub idempotency_key: Option<String>,
    pub completed_at: Option<Timestamp>,
    pub updated_at: Timestamp,
}

/// One attempt, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub turn: Turn,
    /// Counts all attempts of that sort, from 1.
    pub n: u32,
    pub started_at: Timestamp,
    pub latency_ms: u32,
    pub response_status: Option<u16>,
    pub error: Option<String>,
    pub destination_ip: Option<IpAddr>,
    pub response_body: Option<String>,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub outcome: Outcome,
    /// Of a success, JSON text.
    pub result: Option<String>,
    /// Of a failure.
    pub error: Option<String>,
}

impl End {
    pub fn failed(outcome: Outcome, error: impl Into<String>) -> End {
        End { outcome, result: None, error: Some(error.into()) }
    }

    /// What a status means; only workers can end a task by one.
    pub fn answered(doer: Doer, status: u16, error: Option<String>, result: Option<String>) -> End {
        match status {
            200..=299 => End { outcome: Outcome::Success, result, error: None },
            status => {
                let hopeless = doer == Doer::Worker && HOPELESS.contains(&status);
                End { outcome: if hopeless { Outcome::Final } else { Outcome::Retry }, result: None, error }
            }
        }
    }
}

impl Task {
    /// The id where others are told of it.
    pub fn word(&self) -> Prefixed<TaskTag> {
        Prefixed(PREFIX, self.id)
    }

    /// When its next attempt begins by itself; the callback is none.
    pub fn next_run_at(&self) -> Option<Timestamp> {
        self.due_at.filter(|_| !self.status.has_ended())
    }

    /// What is next to be done of it.
    pub fn turn(&self) -> Turn {
        if self.status.has_ended() { Turn::Callback } else { Turn::Run }
    }

    pub fn lane(&self) -> Lane {
        match (self.turn(), Doer::of(&self.kind)) {
            (Turn::Run, Doer::Email) => Lane::Letters,
            _ => Lane::Requests,
        }
    }

    /// An attempt begins.
    pub fn begin(&mut self, now: Timestamp) {
        match self.turn() {
            Turn::Run => {
                self.status = Status::Running;
                self.attempts += 1;
                self.updated_at = now;
            }
            Turn::Callback => self.callback_attempts += 1,
        }
        self.due_at = None;
    }

    /// Takes back that an attempt began: it is due again then.
    pub fn give_back(&mut self, due_at: Timestamp) {
        match self.turn() {
            Turn::Run => {
                self.attempts = self.attempts.saturating_sub(1);
                self.status = if self.attempts > self.cycle_start { Status::Retry } else { Status::Queued };
            }
            Turn::Callback => self.callback_attempts = self.callback_attempts.saturating_sub(1),
        }
        self.due_at = Some(due_at);
    }

    /// An attempt to run it is over.
    pub fn finish(&mut self, end: &End, now: Timestamp) {
        self.updated_at = now;
        self.error.clone_from(&end.error);
        match (end.outcome, wait(self.attempts.saturating_sub(self.cycle_start))) {
            (Outcome::Retry, Some(wait)) => {
                self.status = Status::Retry;
                self.due_at = Some(now.plus(wait));
            }
            (Outcome::Success, _) => {
                self.result.clone_from(&end.result);
                self.end(Status::Succeeded, now);
            }
            (Outcome::Retry | Outcome::Final, _) => self.end(Status::Fatal, now),
        }
    }

    fn end(&mut self, status: Status, now: Timestamp) {
        self.status = status;
        self.completed_at = Some(now);
        self.updated_at = now;
        self.callback_start = self.callback_attempts;
        self.due_at = self.callback.is_some().then_some(now);
    }

    /// An attempt to call back is over; true when it was the last of all and in vain.
    pub fn called_back(&mut self, arrived: bool, now: Timestamp) -> bool {
        self.updated_at = now;
        if arrived {
            self.callback_status = CallbackStatus::Delivered;
            return false;
        }
        self.due_at = wait(self.callback_attempts.saturating_sub(self.callback_start)).map(|wait| now.plus(wait));
        if self.due_at.is_none() {
            self.callback_status = CallbackStatus::Dead;
        }
        self.due_at.is_none()
    }

    /// Ends it before it has run. False when it was cancelled before; 422 when it has ended.
    pub fn cancel(&mut self, now: Timestamp) -> Result<bool> {
        match self.status {
            Status::Cancelled => Ok(false),
            status if status.has_ended() => Err(Error::new(Kind::Invalid, "Task has already ended")),
            _ => {
                self.error = Some("Cancelled".to_owned());
                self.end(Status::Cancelled, now);
                Ok(true)
            }
        }
    }

    /// Runs it now, with all retries before it again. False while an attempt is under way.
    pub fn retry(&mut self, now: Timestamp) -> bool {
        if self.status == Status::Running {
            return false;
        }
        self.status = Status::Queued;
        self.cycle_start = self.attempts;
        (self.result, self.error, self.completed_at) = (None, None, None);
        self.callback_status = CallbackStatus::of(self.callback.is_some());
        (self.due_at, self.updated_at) = (Some(now), now);
        true
    }

    /// Makes its callback once more. False when it has none, or has not ended.
    pub fn call_back_again(&mut self, now: Timestamp) -> bool {
        if self.callback.is_none() || !self.status.has_ended() {
            return false;
        }
        self.callback_status = CallbackStatus::Pending;
        self.callback_start = self.callback_attempts;
        self.due_at = Some(now);
        true
    }
}

/// The wait after so many attempts of a cycle; none after the last.
fn wait(attempts: u32) -> Option<Duration> {
    WAITS.get(attempts.saturating_sub(1) as usize).map(|seconds| Duration::from_secs(*seconds))
}
