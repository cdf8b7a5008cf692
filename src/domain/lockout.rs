//! The lock after repeated failures, counted per address whether or not it has an account, so
//! that nobody learns from a lock which addresses exist.

use crate::base::{Error, Kind, Timestamp};
use std::time::Duration;

/// Failures that lock.
pub const LIMIT: i64 = 5;
/// How long a lock lasts, and after how long a quiet time failures are forgotten.
pub const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Failures of one address so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lockout {
    pub failures: i64,
    pub last_failed_at: Timestamp,
    pub locked_until: Option<Timestamp>,
}

impl Lockout {
    /// Counts one more failure; the fifth in a row locks. Not for use while locked.
    pub fn after_failure(previous: Option<Lockout>, now: Timestamp) -> Lockout {
        let counts = |p: &Lockout| p.locked_until.is_none() && now.since(p.last_failed_at) <= WINDOW;
        let failures = previous.filter(counts).map_or(0, |p| p.failures) + 1;
        let locked_until = (failures >= LIMIT).then(|| now.plus(WINDOW));
        Lockout { failures, last_failed_at: now, locked_until }
    }

    /// The 423 to answer while locked; attempts meanwhile do not extend the lock.
    pub fn refusal(&self, now: Timestamp) -> Option<Error> {
        let left = self.locked_until?.since(now);
        let seconds = left.as_micros().div_ceil(1_000_000) as u64;
        (seconds > 0).then(|| Error::new(Kind::Locked, "Account locked. Try again later.").retry_after(seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(1_790_000_000 + seconds)
    }

    fn after(times: &[i64]) -> Lockout {
        let fold = |state, t: &i64| Some(Lockout::after_failure(state, at(*t)));
        times.iter().fold(None, fold).expect("at least one")
    }

    #[test]
    fn failures_add_up_and_are_forgotten() {
        for (times, failures, locked) in [
            (&[0][..], 1, false),
            (&[0, 1, 2, 3], 4, false),
            (&[0, 1, 2, 3, 4], 5, true),
            (&[0, 900, 1800, 2700, 3600], 5, true),
            (&[0, 901], 1, false),
            (&[0, 1, 2, 3, 904], 1, false),
            // The first failure after a lock has ended starts again.
            (&[0, 1, 2, 3, 4, 905], 1, false),
        ] {
            let state = after(times);
            assert_eq!((state.failures, state.locked_until.is_some()), (failures, locked), "{times:?}");
        }
    }

    #[test]
    fn a_lock_ends_by_itself() {
        let state = after(&[0, 1, 2, 3, 4]);
        for (t, left) in [(4, Some(900)), (5, Some(899)), (903, Some(1)), (904, None), (5000, None)] {
            assert_eq!(state.refusal(at(t)).and_then(|e| e.retry_after_seconds()), left, "{t}");
        }
        assert!(after(&[0]).refusal(at(0)).is_none());
    }
}
