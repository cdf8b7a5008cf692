//! When a service has to look again: the earliest due time it was told of. It knows nothing of
//! what is due.

use crate::base::Timestamp;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;

/// Longest sleep without a glance at the clock. Timers measure the time that passes for this
/// process: one that was set for tomorrow would not notice a clock set forward, nor the night that
/// the machine slept.
const GLANCE: Duration = Duration::from_secs(1);

/// The earliest due time, so that a new one wakes its service only if it is earlier.
#[derive(Debug, Default)]
pub struct Alarm {
    next: Mutex<Option<Timestamp>>,
    earlier: Notify,
}

impl Alarm {
    /// Tells of something due at `at`.
    pub fn set(&self, at: Option<Timestamp>) {
        if self.earlier_by(at) {
            self.earlier.notify_one();
        }
    }

    /// As [`Alarm::set`], by the service itself.
    pub fn reset(&self, at: Option<Timestamp>) {
        self.earlier_by(at);
    }

    fn earlier_by(&self, at: Option<Timestamp>) -> bool {
        let mut next = self.next.lock().unwrap_or_else(|e| e.into_inner());
        let earlier = at.filter(|at| next.is_none_or(|n| *at < n));
        *next = earlier.or(*next);
        earlier.is_some()
    }

    /// Forgets all it was told, because the service is about to look: what is set from here on is
    /// seen by it or wakes the wait that follows.
    pub fn take(&self) -> Option<Timestamp> {
        self.next.lock().unwrap_or_else(|e| e.into_inner()).take()
    }

    /// Ends when the earliest due time has come.
    pub async fn wait(&self) {
        loop {
            let next = *self.next.lock().unwrap_or_else(|e| e.into_inner());
            let sleep = async {
                match next.map(|at| at.since(Timestamp::now())) {
                    Some(left) => tokio::time::sleep(left.min(GLANCE)).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = sleep => if next.is_some_and(|at| at <= Timestamp::now()) { return },
                () = self.earlier.notified() => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[tokio::test]
    async fn an_earlier_time_shortens_the_wait() {
        let alarm = Arc::new(Alarm::default());
        let in_ms = |ms| Some(Timestamp::now().plus(Duration::from_millis(ms)));
        alarm.set(in_ms(60_000));
        let started = std::time::Instant::now();
        let waiting = alarm.clone();
        let wait = tokio::spawn(async move { waiting.wait().await });
        alarm.set(in_ms(90_000));
        alarm.set(in_ms(20));
        alarm.set(None);
        wait.await.expect("ends");
        assert!((19..10_000).contains(&started.elapsed().as_millis()), "{:?}", started.elapsed());
        assert!(alarm.take().is_some_and(|at| at <= Timestamp::now()) && alarm.take().is_none());
    }

    #[tokio::test]
    async fn a_time_that_has_passed_ends_it_at_once() {
        let alarm = Alarm::default();
        alarm.reset(Some(Timestamp::from_secs(1)));
        tokio::time::timeout(Duration::from_secs(5), alarm.wait()).await.expect("ends");
        alarm.take();
        alarm.set(Some(Timestamp::now()));
        tokio::time::timeout(Duration::from_secs(5), alarm.wait()).await.expect("ends");
    }
}
