//! The circuit breaker of a webhook: after repeated failures it holds deliveries back, then lets
//! one probe through. A state machine without clock or chance.

use crate::base::Timestamp;
use std::time::Duration;

/// Consecutive failures after which the owner is told.
const FAILING_AT: u32 = 3;
/// Consecutive failures after which the circuit opens.
const OPEN_AT: u32 = 5;
/// Added to the open time in part, so that circuits do not reopen together.
const SPREAD: Duration = Duration::from_secs(30);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Closed,
    Open,
    HalfOpen,
}

impl State {
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Closed => "closed",
            State::Open => "open",
            State::HalfOpen => "half_open",
        }
    }

    /// The number in the row.
    pub const fn code(self) -> i64 {
        self as i64
    }

    pub const fn from_code(code: i64) -> State {
        match code {
            1 => State::Open,
            2 => State::HalfOpen,
            _ => State::Closed,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circuit {
    pub state: State,
    /// Consecutive failed attempts.
    pub failures: u32,
    pub opened_at: Option<Timestamp>,
    /// When a probe may go; set while the circuit is not closed.
    pub reopen_at: Option<Timestamp>,
    /// A probe is in flight. Lives in memory only: after a crash the probe is made again.
    pub probing: bool,
}

/// Whether an attempt may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    Go,
    /// Go, as the one probe; its result must be reported with `probe` set.
    Probe,
    /// Not before this instant.
    Until(Timestamp),
    /// Not before the probe in flight has its result.
    AfterProbe,
}

/// What to tell the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Failing,
    Opened,
    /// Postponed deliveries are due now.
    Closed,
}

impl Circuit {
    /// Asks for an attempt; at the reopen time the first to ask becomes the probe.
    pub fn permit(&mut self, now: Timestamp) -> Permit {
        match self.state {
            State::Closed => Permit::Go,
            _ if self.probing => Permit::AfterProbe,
            State::Open if self.reopen_at.is_some_and(|at| now < at) => Permit::Until(self.reopen_at.unwrap_or(now)),
            _ => self.begin_probe(),
        }
    }

    /// Lets an attempt through although the circuit is open: a manual retry is the probe.
    pub fn begin_probe(&mut self) -> Permit {
        if self.state == State::Closed {
            return Permit::Go;
        }
        self.state = State::HalfOpen;
        self.probing = true;
        Permit::Probe
    }

    /// Gives back a probe that was never sent.
    pub fn release(&mut self) {
        self.probing = false;
    }

    /// An attempt succeeded. Those that started before the circuit opened change nothing.
    pub fn on_success(&mut self, probe: bool) -> Option<Change> {
        match self.state {
            State::Closed => self.failures = 0,
            _ if probe => {
                self.close();
                return Some(Change::Closed);
            }
            _ => {}
        }
        None
    }

    /// An attempt failed; `chance` between 0 and 1 is used once if the circuit opens.
    pub fn on_failure(&mut self, probe: bool, now: Timestamp, chance: f64) -> Option<Change> {
        if self.state != State::Closed && !probe {
            return None;
        }
        self.failures = self.failures.saturating_add(1);
        if self.state == State::Closed && self.failures < OPEN_AT {
            return (self.failures == FAILING_AT).then_some(Change::Failing);
        }
        self.state = State::Open;
        self.probing = false;
        self.opened_at = Some(now);
        self.reopen_at = Some(now.plus(open_time(self.failures) + SPREAD.mul_f64(chance)));
        Some(Change::Opened)
    }

    /// Closes by hand: also for a new URL or a webhook that became active again.
    pub fn close(&mut self) {
        *self = Circuit::default();
    }
}

/// 300 s at five failures, doubled with every five more, at most two hours.
fn open_time(failures: u32) -> Duration {
    let doublings = failures.saturating_sub(OPEN_AT) / 5;
    Duration::from_secs((300 << doublings.min(5)).min(7200))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(seconds)
    }

    fn opened() -> Circuit {
        let mut circuit = Circuit::default();
        for n in 1..=5 {
            let change = circuit.on_failure(false, at(0), 0.0);
            assert_eq!(change, [None, None, Some(Change::Failing), None, Some(Change::Opened)][n - 1]);
        }
        circuit
    }

    #[test]
    fn open_times() {
        for (failures, seconds) in [
            (5, 300),
            (9, 300),
            (10, 600),
            (14, 600),
            (15, 1200),
            (20, 2400),
            (25, 4800),
            (29, 4800),
            (30, 7200),
            (u32::MAX, 7200),
        ] {
            assert_eq!(open_time(failures), Duration::from_secs(seconds), "{failures}");
        }
    }

    #[test]
    fn a_success_ends_the_streak() {
        let mut circuit = Circuit::default();
        for _ in 0..4 {
            circuit.on_failure(false, at(0), 0.0);
        }
        assert_eq!(circuit.on_success(false), None);
        assert_eq!(circuit, Circuit::default());
        opened();
    }

    #[test]
    fn the_reopen_time_is_spread() {
        let mut circuit = Circuit { failures: 4, ..Circuit::default() };
        circuit.on_failure(false, at(100), 0.5);
        assert_eq!((circuit.opened_at, circuit.reopen_at), (Some(at(100)), Some(at(415))));
    }

    #[test]
    fn an_open_circuit_lets_one_probe_through() {
        let mut circuit = opened();
        assert_eq!(circuit.permit(at(299)), Permit::Until(at(300)));
        assert_eq!(circuit.permit(at(300)), Permit::Probe);
        assert_eq!(circuit.state, State::HalfOpen);
        assert_eq!(circuit.permit(at(301)), Permit::AfterProbe);
        circuit.release();
        assert_eq!(circuit.permit(at(302)), Permit::Probe);
        assert_eq!(circuit.on_success(true), Some(Change::Closed));
        assert_eq!((circuit, circuit.permit(at(303))), (Circuit::default(), Permit::Go));
    }

    #[test]
    fn a_failed_probe_opens_again() {
        let mut circuit = opened();
        circuit.permit(at(300));
        assert_eq!(circuit.on_failure(true, at(310), 0.0), Some(Change::Opened));
        assert_eq!((circuit.state, circuit.failures, circuit.reopen_at), (State::Open, 6, Some(at(610))));
        assert_eq!(circuit.permit(at(311)), Permit::Until(at(610)));
    }

    #[test]
    fn late_results_of_older_attempts_change_nothing() {
        let mut circuit = opened();
        let before = circuit;
        assert_eq!(circuit.on_failure(false, at(9), 0.0), None);
        assert_eq!(circuit.on_success(false), None);
        assert_eq!(circuit, before);
    }

    #[test]
    fn a_probe_settles_a_row_that_still_says_open() {
        let mut row = opened();
        assert_eq!(row.on_success(true), Some(Change::Closed));
        let mut row = opened();
        assert_eq!(row.on_failure(true, at(300), 0.0), Some(Change::Opened));
        let mut closed_by_hand = Circuit::default();
        assert_eq!(closed_by_hand.on_failure(true, at(300), 0.0), None);
        assert_eq!(closed_by_hand.failures, 1);
    }

    #[test]
    fn a_manual_retry_is_the_probe_and_a_crash_repeats_it() {
        let mut circuit = opened();
        assert_eq!(circuit.begin_probe(), Permit::Probe);
        let mut stored = Circuit { probing: false, ..circuit };
        assert_eq!(stored.permit(at(1)), Permit::Probe);
        assert_eq!(Circuit::default().begin_probe(), Permit::Go);
        for state in [State::Closed, State::Open, State::HalfOpen] {
            assert_eq!(State::from_code(state.code()), state);
        }
    }
}
