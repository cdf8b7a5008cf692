//! How a webhook is doing: read from counters that are kept with every delivery, never counted.

use crate::base::{Result, Timestamp};
use crate::domain::health::{Health, success_rate};
use crate::domain::webhook::Webhook;
use crate::store::Snapshot;
use crate::store::webhooks::{self, LastAttempt, Numbers};

/// The window, in minutes.
const WINDOW: i64 = 24 * 60;

/// What came of the deliveries of the last day.
#[derive(Debug)]
pub struct Report {
    pub webhook: Webhook,
    pub numbers: Numbers,
    pub last: Option<LastAttempt>,
}

impl Report {
    pub fn health(&self) -> Health {
        Health::of(self.numbers.success, self.numbers.failed)
    }

    /// A fraction; 1 when nothing was finished.
    pub fn success_rate(&self) -> f64 {
        success_rate(self.numbers.success, self.numbers.failed)
    }

    /// Mean milliseconds of the attempts that were answered.
    pub fn average_latency(&self) -> Option<u64> {
        let Numbers { latency_sum, latency_count, .. } = self.numbers;
        (latency_count > 0).then(|| (latency_sum + latency_count / 2) / latency_count)
    }
}

pub(super) fn report(snap: &Snapshot<'_>, webhook: Webhook, now: Timestamp) -> Result<Report> {
    let since = now.secs().div_euclid(60) - WINDOW + 1;
    let numbers = webhooks::numbers(snap, webhook.id, since)?;
    let last = webhooks::last_attempt(snap, webhook.id)?;
    Ok(Report { webhook, numbers, last })
}
