//! Counting per fixed window of UTC time: attempts towards a webhook, and calls of the API.
//! The caller brings the time; a window's end is the start of the next.

use super::options::Options;
use crate::base::{Json, Result, Timestamp};
use std::sync::atomic::{AtomicU64, Ordering};

/// A compiled `rate_limit`; `None` is no limit of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RateLimit {
    pub per_second: Option<u32>,
    pub per_minute: Option<u32>,
    /// Most attempts in flight.
    pub concurrent: Option<u32>,
}

impl RateLimit {
    /// 422 on `rate_limit` for wrong types and values out of range.
    pub fn compile(json: &Json<'_>) -> Result<RateLimit> {
        let options = Options::of("rate_limit", json)?;
        let read = |name, most| options.int(name, 1..=most).map(|n| n.map(|n| n as u32));
        Ok(RateLimit {
            per_second: read("max_per_second", 100_000)?,
            per_minute: read("max_per_minute", 6_000_000)?,
            concurrent: read("max_concurrent", 1024)?,
        })
    }

    /// This limit with the gaps filled from the server's default.
    pub fn or(self, default: RateLimit) -> RateLimit {
        RateLimit {
            per_second: self.per_second.or(default.per_second),
            per_minute: self.per_minute.or(default.per_minute),
            concurrent: self.concurrent.or(default.concurrent),
        }
    }
}

/// Attempts towards one webhook in the current second and minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RateCounter {
    second: Count,
    minute: Count,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    window: i64,
    used: u32,
}

impl Count {
    /// What is used in `window`; a clock that goes back stays in the later window.
    fn used(&mut self, window: i64) -> u32 {
        if window > self.window {
            *self = Count { window, used: 0 };
        }
        self.used
    }
}

impl RateCounter {
    /// Counts one attempt, or tells when the window that refuses it ends.
    pub fn take(&mut self, limit: &RateLimit, now: Timestamp) -> Result<(), Timestamp> {
        let (second, minute) = (now.secs(), now.secs().div_euclid(60));
        let full = |used: u32, most: Option<u32>| most.is_some_and(|most| used >= most);
        // The minute first: it frees later.
        if full(self.minute.used(minute), limit.per_minute) {
            return Err(Timestamp::from_secs((self.minute.window + 1) * 60));
        }
        if full(self.second.used(second), limit.per_second) {
            return Err(Timestamp::from_secs(self.second.window + 1));
        }
        self.minute.used = self.minute.used.saturating_add(1);
        self.second.used = self.second.used.saturating_add(1);
        Ok(())
    }
}

/// Calls in the current UTC minute. Shared without a lock: the minute and the count are one word.
#[derive(Debug, Default)]
pub struct Window(AtomicU64);

/// How a call stands to its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    pub allowed: bool,
    pub limit: u32,
    pub remaining: u32,
    /// End of the window in Unix seconds.
    pub reset: i64,
}

impl Quota {
    /// Whole seconds to wait, at least one.
    pub fn retry_after(&self, now: Timestamp) -> u64 {
        u64::try_from(self.reset - now.secs()).unwrap_or(0).max(1)
    }
}

impl Window {
    /// Counts `n` calls if all of them still fit; refused calls are not counted.
    pub fn take(&self, limit: u32, n: u32, now: Timestamp) -> Quota {
        let minute = now.secs().div_euclid(60);
        let tag = (minute as u32 as u64) << 32;
        let used_of = |word: u64| if word & !0xffff_ffff == tag { word as u32 } else { 0 };
        let add = |word: u64| {
            let used = used_of(word).checked_add(n).filter(|used| *used <= limit)?;
            Some(tag | u64::from(used))
        };
        let taken = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
        let used = match taken {
            Ok(before) => used_of(before) + n,
            Err(word) => used_of(word),
        };
        Quota { allowed: taken.is_ok(), limit, remaining: limit.saturating_sub(used), reset: (minute + 1) * 60 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_micros(ms * 1000)
    }

    fn compile(config: &str) -> Result<RateLimit> {
        RateLimit::compile(&Json::parse(config).expect(config))
    }

    #[test]
    fn limits_are_read() {
        let limit =
            compile(r#"{"max_per_second":10,"max_per_minute":null,"max_concurrent":1,"x":"y"}"#).expect("reads");
        assert_eq!(limit, RateLimit { per_second: Some(10), per_minute: None, concurrent: Some(1) });
        let default = RateLimit { per_second: Some(50), per_minute: Some(3000), concurrent: None };
        assert_eq!(limit.or(default), RateLimit { per_second: Some(10), per_minute: Some(3000), concurrent: Some(1) });
        for (config, message) in [
            ("[]", "rate_limit must be an object"),
            (r#"{"max_per_second":0}"#, "rate_limit.max_per_second must be an integer between 1 and 100000"),
            (r#"{"max_per_second":1.5}"#, "rate_limit.max_per_second must be an integer between 1 and 100000"),
            (r#"{"max_per_minute":6000001}"#, "rate_limit.max_per_minute must be an integer between 1 and 6000000"),
            (r#"{"max_concurrent":1025}"#, "rate_limit.max_concurrent must be an integer between 1 and 1024"),
        ] {
            assert_eq!(compile(config).expect_err(config).message(), message);
        }
    }

    #[test]
    fn attempts_wait_for_the_window_that_frees() {
        let limit = RateLimit { per_second: Some(2), per_minute: Some(3), concurrent: None };
        let mut counter = RateCounter::default();
        for (ms, expected) in [
            (59_000, Ok(())),
            (59_500, Ok(())),
            (59_900, Err(at(60_000))),
            (60_000, Ok(())),
            (60_001, Ok(())),
            (60_002, Err(at(61_000))),
            (61_000, Ok(())),
            (61_001, Err(at(120_000))),
            (119_999, Err(at(120_000))),
            (120_000, Ok(())),
        ] {
            assert_eq!(counter.take(&limit, at(ms)), expected, "{ms}");
        }
        let mut free = RateCounter::default();
        assert!((0..10_000).all(|_| free.take(&RateLimit::default(), at(0)).is_ok()));
    }

    #[test]
    fn a_clock_that_goes_back_frees_nothing() {
        let limit = RateLimit { per_second: Some(1), ..RateLimit::default() };
        let mut counter = RateCounter::default();
        assert_eq!(counter.take(&limit, at(5000)), Ok(()));
        assert_eq!(counter.take(&limit, at(4000)), Err(at(6000)));
    }

    #[test]
    fn calls_are_counted_per_minute() {
        let window = Window::default();
        for (seconds, n, allowed, remaining, reset) in [
            (119, 1, true, 2, 120),
            (119, 2, true, 0, 120),
            (119, 1, false, 0, 120),
            (120, 2, true, 1, 180),
            (121, 2, false, 1, 180),
            (179, 1, true, 0, 180),
            (180, 4, false, 3, 240),
            (180, 3, true, 0, 240),
        ] {
            let quota = window.take(3, n, Timestamp::from_secs(seconds));
            assert_eq!(quota, Quota { allowed, limit: 3, remaining, reset }, "{seconds} {n}");
        }
        let quota = window.take(3, 1, Timestamp::from_secs(190));
        assert_eq!(quota.retry_after(Timestamp::from_secs(190)), 50);
        assert_eq!(quota.retry_after(Timestamp::from_secs(240)), 1);
    }
}
