//! The limits that may change while the server runs. They are read with every call, so they are
//! single numbers, each right by itself; nobody needs two of them to be of one moment.

use crate::config::{SendRate, ServerSettings};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// The limits as they are now.
#[derive(Debug, Default)]
pub struct Limits {
    calls: AtomicU32,
    tasks: AtomicU32,
    streams: AtomicUsize,
    projects: AtomicU32,
    /// Those of a second in the upper half, those of a minute in the lower.
    sends: AtomicU64,
    /// Whether calls per address and user are limited.
    callers: Arc<AtomicBool>,
}

impl Limits {
    pub fn of(settings: &ServerSettings) -> Limits {
        let limits = Limits::default();
        limits.set(settings);
        limits
    }

    /// Takes the limits of these settings; whether that of sends per webhook is another one now.
    pub fn set(&self, settings: &ServerSettings) -> bool {
        self.calls.store(settings.rate_limit.0, Relaxed);
        self.tasks.store(settings.task_rate_limit.0, Relaxed);
        self.streams.store(settings.max_streams_per_project, Relaxed);
        self.projects.store(settings.max_projects, Relaxed);
        self.callers.store(settings.auth_rate_limit, Relaxed);
        let SendRate { per_second, per_minute } = settings.webhook_rate_limit;
        let sends = u64::from(per_second) << 32 | u64::from(per_minute);
        self.sends.swap(sends, Relaxed) != sends
    }

    /// API calls of a project in a minute; 0 is no limit.
    pub fn calls(&self) -> u32 {
        self.calls.load(Relaxed)
    }

    /// Tasks that a tenant may hand in within a minute; 0 is no limit.
    pub fn tasks(&self) -> u32 {
        self.tasks.load(Relaxed)
    }

    /// Streams that a project may have open.
    pub fn streams(&self) -> usize {
        self.streams.load(Relaxed)
    }

    /// Active projects of a user.
    pub fn projects(&self) -> u32 {
        self.projects.load(Relaxed)
    }

    /// Sends of a webhook that has no limit of its own.
    pub fn sends(&self) -> SendRate {
        let sends = self.sends.load(Relaxed);
        SendRate { per_second: (sends >> 32) as u32, per_minute: sends as u32 }
    }

    /// Whether calls per address and user are limited; it changes with the settings.
    pub fn callers(&self) -> Arc<AtomicBool> {
        self.callers.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_read() {
        let folder = std::path::Path::new("/nowhere");
        let settings = |change: &[(&str, &str)]| ServerSettings::for_test(folder, change);
        let limits = Limits::of(&settings(&[("webhook_rate_limit", "5,4000000000"), ("rate_limit", "off")]));
        assert_eq!((limits.calls(), limits.tasks(), limits.streams(), limits.projects()), (0, 600, 100, 100));
        assert_eq!(limits.sends(), SendRate { per_second: 5, per_minute: 4_000_000_000 });
        let callers = limits.callers();
        assert!(!limits.set(&settings(&[("webhook_rate_limit", "5,4000000000"), ("auth_rate_limit", "off")])));
        assert!(!callers.load(Relaxed) && limits.calls() == 600_000);
        assert!(limits.set(&settings(&[])));
    }
}
