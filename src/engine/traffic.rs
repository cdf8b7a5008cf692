//! Whether events come in at present: what is live goes before what is repeated, also where both
//! share a machine and a receiver.

use crate::base::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::time::Duration;

/// Events come in if one did within this time.
const RECENT: Duration = Duration::from_secs(1);
/// Deliveries that all replays together make a second at most while events come in.
pub const BESIDE: usize = 3_200;

/// When an event came in last, in microseconds.
#[derive(Debug, Default)]
pub struct Traffic(AtomicI64);

impl Traffic {
    /// To be called with every call that sends events.
    pub fn note(&self, now: Timestamp) {
        self.0.store(now.micros(), Relaxed);
    }

    pub fn is_on(&self, now: Timestamp) -> bool {
        now < Timestamp::from_micros(self.0.load(Relaxed)).plus(RECENT)
    }
}
