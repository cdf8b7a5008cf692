//! When a service has to look next: the earliest of the times it was told. Nothing polls.

use crate::base::Timestamp;
use std::sync::Mutex;
use tokio::sync::Notify;

/// The earliest due time, so that a new one wakes the service only if it is earlier.
#[derive(Debug, Default)]
pub struct Alarm {
    next: Mutex<Option<Timestamp>>,
    earlier: Notify,
}

impl Alarm {
    /// Tells of something due at `at`.
    pub fn set(&self, at: Option<Timestamp>) {
        let Some(at) = at else { return };
        let mut next = self.next.lock().unwrap_or_else(|e| e.into_inner());
        if next.is_none_or(|n| at < n) {
            *next = Some(at);
            drop(next);
            self.earlier.notify_one();
        }
    }

    /// As [`Alarm::set`] by the service itself, which is awake.
    pub(super) fn reset(&self, at: Option<Timestamp>) {
        let mut next = self.next.lock().unwrap_or_else(|e| e.into_inner());
        *next = match (*next, at) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }

    /// Forgets the time; to be called before looking at what is due.
    pub(super) fn take(&self) -> Option<Timestamp> {
        self.next.lock().unwrap_or_else(|e| e.into_inner()).take()
    }

    /// Resolves at the earliest time, however often that moves.
    pub(super) async fn rings(&self) {
        loop {
            let next = *self.next.lock().unwrap_or_else(|e| e.into_inner());
            let sleep = async {
                match next {
                    Some(at) => tokio::time::sleep(at.since(Timestamp::now())).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = sleep => return,
                () = self.earlier.notified() => {}
            }
        }
    }
}
