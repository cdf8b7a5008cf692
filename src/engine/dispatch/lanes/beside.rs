//! Replayed deliveries beside live ones: no more of them under way than their pace needs with this
//! receiver, so that a live delivery finds machine and receiver free. One that answers slowly has
//! many of them at a time, a fast one a single one.

use crate::engine::traffic::BESIDE;
use std::time::Duration;

/// The part of the last answer in the mean.
const WEIGHT: u32 = 8;

#[derive(Debug, Default)]
pub(super) struct Beside {
    in_flight: usize,
    /// How long the receiver takes, as a moving mean; `None` before its first answer.
    takes: Option<Duration>,
}

impl Beside {
    /// Whether one more replayed delivery may start while events come in.
    pub fn may_start(&self) -> bool {
        self.takes.is_none_or(|takes| (self.in_flight as f64) < (BESIDE as f64 * takes.as_secs_f64()).max(1.0))
    }

    pub fn started(&mut self) {
        self.in_flight += 1;
    }

    pub fn ended(&mut self) {
        self.in_flight -= 1;
    }

    /// Learns from an answer, live or replayed.
    pub fn learn(&mut self, took: Duration) {
        self.takes = Some(self.takes.map_or(took, |mean| (mean * (WEIGHT - 1) + took) / WEIGHT));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_at_a_time_as_the_pace_needs() {
        for (micros, most) in [(0, 1), (100, 1), (300, 1), (400, 2), (1_000, 4), (100_000, 320)] {
            let mut beside = Beside::default();
            beside.learn(Duration::from_micros(micros));
            let mut started = 0;
            while beside.may_start() {
                beside.started();
                started += 1;
            }
            assert_eq!(started, most, "{micros} µs");
            beside.ended();
            assert!(beside.may_start(), "{micros} µs: a place is free");
        }
    }

    #[test]
    fn before_the_first_answer_nothing_is_known_and_nothing_limited() {
        let mut beside = Beside::default();
        (0..1000).for_each(|_| beside.started());
        assert!(beside.may_start());
        for _ in 0..100 {
            beside.learn(Duration::from_millis(8));
        }
        beside.learn(Duration::from_millis(80));
        assert_eq!(beside.takes, Some(Duration::from_millis(17)), "one slow answer does not change much");
    }
}
