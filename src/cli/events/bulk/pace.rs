//! When the next request may go: at the rate asked for, and not while the server wants a pause.

use crate::cli::stop::Stop;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The clock that all senders keep to.
#[derive(Debug)]
pub struct Pace {
    /// Per event.
    interval: Duration,
    free: Mutex<Instant>,
}

impl Pace {
    /// At most `rate` events per second, if there is a rate.
    pub fn new(rate: Option<f64>) -> Pace {
        let interval = rate.map_or(Duration::ZERO, |rate| Duration::from_secs_f64(1.0 / rate));
        Pace { interval, free: Mutex::new(Instant::now()) }
    }

    /// Waits until that many events may go; false when the run is stopped before.
    pub fn wait(&self, events: usize, stop: &Stop) -> bool {
        let now = Instant::now();
        let turn = {
            let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
            let turn = now.max(*free);
            *free = turn + self.interval.saturating_mul(events as u32);
            turn
        };
        !stop.wait(turn - now)
    }

    /// Nothing goes for this long.
    pub fn hold(&self, pause: Duration) {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        *free = (*free).max(Instant::now() + pause);
    }
}

/// Reads `500`, `500/s` or `30000/m`: events per second.
pub fn rate(text: &str) -> Result<f64, String> {
    let wrong = || "must be a number of events like 500, 500/s or 30000/m".to_owned();
    let (number, per) = text.split_once('/').unwrap_or((text, "s"));
    let seconds = match per {
        "s" | "sec" | "second" => 1.0,
        "m" | "min" | "minute" => 60.0,
        _ => return Err(wrong()),
    };
    let rate = number.trim().parse::<f64>().map_err(|_| wrong())? / seconds;
    if (0.001..=1e9).contains(&rate) { Ok(rate) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read() {
        for (text, expected) in [
            ("500", Some(500.0)),
            ("500/s", Some(500.0)),
            ("30000/m", Some(500.0)),
            ("0.5/s", Some(0.5)),
            ("0", None),
            ("-1/s", None),
            ("5/h", None),
            ("fast", None),
        ] {
            assert_eq!(rate(text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn turns_follow_each_other_at_the_rate() {
        let (pace, stop) = (Pace::new(Some(1000.0)), Stop::default());
        let begun = Instant::now();
        for _ in 0..3 {
            assert!(pace.wait(20, &stop));
        }
        assert!(begun.elapsed() >= Duration::from_millis(40));
        pace.hold(Duration::from_secs(3600));
        stop.set();
        assert!(!pace.wait(1, &stop));
    }
}
