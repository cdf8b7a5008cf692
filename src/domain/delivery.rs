//! Deliveries: one event on its way to one webhook, and what an attempt makes of it. The
//! decisions are pure: the row, the answer and two chances in, the next state out.

use super::attempt::{Answer, Outcome};
use super::circuit::{Change, Circuit};
use super::event::EventId;
use super::retry::{RetryPlan, at_least};
use super::webhook::WebhookId;
use crate::base::{Error, Id, Result, Timestamp};

#[derive(Debug)]
pub enum DeliveryTag {}
pub type DeliveryId = Id<DeliveryTag>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Not attempted yet in this cycle.
    #[default]
    Pending,
    /// The last attempt failed; a due time means that another one follows.
    Failed,
    Success,
}

impl Status {
    pub fn parse(word: &str) -> Option<Status> {
        [Status::Pending, Status::Failed, Status::Success].into_iter().find(|s| s.as_str() == word)
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Pending => "pending",
            Status::Success => "success",
            Status::Failed => "failed",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> Status {
        match code {
            1 => Status::Failed,
            2 => Status::Success,
            _ => Status::Pending,
        }
    }
}

/// What a list of deliveries can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFilter {
    Is(Status),
    /// Postponed by an open circuit.
    CircuitOpen,
}

impl StatusFilter {
    /// 422 on `status` for any other word.
    pub fn parse(word: &str) -> Result<StatusFilter> {
        if word == "circuit_open" {
            return Ok(StatusFilter::CircuitOpen);
        }
        let status = Status::parse(word).map(StatusFilter::Is);
        status.ok_or_else(|| Error::invalid("status", "status must be one of: pending, success, failed, circuit_open"))
    }
}

/// A delivery and its last attempt. What made it, a pipeline or a replay, stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub id: DeliveryId,
    pub event: EventId,
    pub webhook: WebhookId,
    pub topic: Option<String>,
    pub status: Status,
    /// HTTP attempts made, ever.
    pub attempts: u32,
    /// Attempts made before this cycle began.
    pub cycle_start: u32,
    /// When the next attempt may start; none is final.
    pub due_at: Option<Timestamp>,
    /// An attempt is in flight, and `due_at` is the end of its lease.
    pub claimed: bool,
    /// Of the last attempt; the rest of the exchange is in its [`super::attempt::Attempt`].
    pub response_status: Option<u16>,
    pub latency_ms: Option<u32>,
    pub error: Option<String>,
    /// A payload of its own, sent instead of the event's.
    pub payload: Option<String>,
    /// Number of events, for a batched delivery.
    pub batch_size: Option<u32>,
    pub updated_at: Timestamp,
}

impl Delivery {
    /// The time to show: when a retry follows, or until when a first attempt is postponed.
    pub fn next_retry_at(&self, now: Timestamp) -> Option<Timestamp> {
        match self.status {
            Status::Success => None,
            Status::Failed => self.due_at,
            Status::Pending => self.due_at.filter(|at| !self.claimed && *at > now),
        }
    }

    pub fn is_final(&self) -> bool {
        self.status != Status::Pending && self.due_at.is_none()
    }

    /// What a manual retry does to this delivery.
    pub fn requeue(&self) -> Requeue {
        match self.status {
            _ if self.claimed => Requeue::Nothing,
            Status::Pending => Requeue::Hasten,
            Status::Success | Status::Failed => Requeue::Restart,
        }
    }
}

/// The effect of a manual retry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requeue {
    /// Pending and due now in a new cycle; what is known of the last attempt is cleared.
    Restart,
    /// Due now, nothing else changes.
    Hasten,
    Nothing,
}

/// Why a delivery ends without an attempt and without a dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    EventDeleted,
    WebhookInactive,
    ReplayCancelled,
    ProjectDeleted,
}

impl Ended {
    /// The error text of the delivery.
    pub const fn text(self) -> &'static str {
        match self {
            Ended::EventDeleted => "Event deleted",
            Ended::WebhookInactive => "Webhook inactive",
            Ended::ReplayCancelled => "Replay cancelled",
            Ended::ProjectDeleted => "Project deleted",
        }
    }
}

/// One attempt that has its answer.
#[derive(Debug, Clone, Copy)]
pub struct Attempted<'a> {
    /// Attempts made before this one, ever and up to the start of the cycle.
    pub attempts: u32,
    pub cycle_start: u32,
    pub answer: &'a Answer,
    /// It was the circuit's probe.
    pub probe: bool,
    /// When the answer came.
    pub now: Timestamp,
    /// Two chances between 0 and 1: for the delay and for the circuit's open time.
    pub chances: [f64; 2],
}

/// What an attempt makes of its delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    pub outcome: Outcome,
    pub attempts: u32,
    pub status: Status,
    pub due_at: Option<Timestamp>,
    pub error: Option<String>,
    /// The cycle ended in failure: a dead letter is made or brought up to date.
    pub dead: bool,
    /// What happened to the circuit.
    pub change: Option<Change>,
}

/// Decides what follows from an attempt, and counts it in the circuit.
pub fn settle(attempted: &Attempted<'_>, plan: &RetryPlan, circuit: &mut Circuit) -> Settlement {
    let Attempted { answer, probe, now, chances, .. } = *attempted;
    let attempts = attempted.attempts.saturating_add(1);
    let outcome = answer.outcome(plan);
    let in_cycle = attempts.saturating_sub(attempted.cycle_start);
    let delay = match outcome {
        Outcome::Retry => plan.delay(in_cycle, chances[0]).map(|delay| at_least(delay, answer.wanted_wait())),
        Outcome::Success | Outcome::Final => None,
    };
    let success = outcome == Outcome::Success;
    Settlement {
        outcome,
        attempts,
        status: if success { Status::Success } else { Status::Failed },
        due_at: delay.map(|delay| now.plus(delay)),
        error: answer.error().map(String::from),
        dead: !success && delay.is_none(),
        change: if success { circuit.on_success(probe) } else { circuit.on_failure(probe, now, chances[1]) },
    }
}

#[cfg(test)]
mod tests;
