//! How large a request may be. It begins with what every server takes, grows once the server has
//! shown that it takes more, and shrinks when it says that a request was too large.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

/// Every server takes that much.
const START: usize = 250_000;
/// The largest request to a server that did not show its name.
const FOREIGN: usize = 256_000;
/// The largest request to a server that did.
const MOST: usize = 4 << 20;
/// Bytes of requests that are in memory at a time.
const BUDGET: usize = 6 * MOST;
/// No smaller than this, whatever the server says.
const LEAST: usize = 1024;
/// A slower answer is no reason for larger requests.
const QUICK: Duration = Duration::from_secs(2);

/// The limit of one run, shared by its threads.
#[derive(Debug)]
pub struct Limit {
    bytes: AtomicUsize,
    most: AtomicUsize,
    server: AtomicU8,
}

const UNKNOWN: u8 = 0;
const OURS: u8 = 1;
const OTHER: u8 = 2;

impl Limit {
    /// For so many requests in memory at a time.
    pub fn new(requests: usize) -> Limit {
        let most = (BUDGET / requests.max(1)).min(MOST);
        Limit { bytes: START.min(most).into(), most: most.into(), server: UNKNOWN.into() }
    }

    /// The size to make requests of now.
    pub fn bytes(&self) -> usize {
        self.bytes.load(Relaxed)
    }

    /// The largest request that may hold one event alone.
    pub fn largest_event(&self) -> usize {
        if self.server.load(Relaxed) == OTHER { FOREIGN } else { MOST }
    }

    /// The server took a request of this size and showed whether it is one that takes large ones.
    pub fn learn(&self, ours: bool, size: usize, taken: Duration) {
        self.server.store(if ours { OURS } else { OTHER }, Relaxed);
        let bytes = self.bytes();
        // Small requests say nothing of large ones, and need none.
        if ours && size > bytes / 2 && taken < QUICK {
            self.bytes.fetch_max((bytes * 2).min(self.most.load(Relaxed)), Relaxed);
        }
    }

    /// The server said that a request of this size is too large.
    pub fn refuse(&self, size: usize) {
        let half = (size / 2).max(LEAST);
        self.most.fetch_min(half, Relaxed);
        self.bytes.fetch_min(half, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_grow_with_the_right_server_only() {
        let limit = Limit::new(6);
        assert_eq!((limit.bytes(), limit.largest_event()), (START, MOST));
        limit.learn(true, START, QUICK);
        limit.learn(true, START / 2, Duration::ZERO);
        assert_eq!(limit.bytes(), START);
        for expected in [500_000, 1_000_000, 2_000_000, 4_000_000, MOST, MOST] {
            limit.learn(true, limit.bytes(), Duration::ZERO);
            assert_eq!(limit.bytes(), expected);
        }
        limit.refuse(3_000_000);
        limit.learn(true, limit.bytes(), Duration::ZERO);
        assert_eq!(limit.bytes(), 1_500_000);
        let limit = Limit::new(6);
        limit.learn(false, START, Duration::ZERO);
        assert_eq!((limit.bytes(), limit.largest_event()), (START, FOREIGN));
        limit.refuse(10);
        assert_eq!(limit.bytes(), LEAST);
    }

    #[test]
    fn many_requests_share_the_memory() {
        let limit = Limit::new(66);
        for _ in 0..9 {
            limit.learn(true, limit.bytes(), Duration::ZERO);
        }
        assert_eq!(limit.bytes(), BUDGET / 66);
    }
}
