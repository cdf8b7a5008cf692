//! Alerts: what a project is told of, how often, and how each channel words it. It knows no clock
//! and no network.

pub mod wire;

use crate::base::Id;
use std::time::Duration;

#[derive(Debug)]
pub enum AlertTag {}
/// Id of an alert on its way to one channel.
pub type AlertId = Id<AlertTag>;

/// People are told of the same thing once within this time.
pub const QUIET: Duration = Duration::from_secs(300);
/// Alerts that a channel is given within [`HOUR`]; of the others it gets their number.
pub const MOST: i64 = 60;
pub const HOUR: Duration = Duration::from_secs(3600);
/// The word in the place of a kind for the number of alerts that were held back.
pub const SUMMARY: &str = "alert_summary";
/// How long an answer may take.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait after this many failures; `None` is never again.
pub fn again_after(failures: i64) -> Option<Duration> {
    match failures {
        1 => Some(Duration::from_secs(10)),
        2 => Some(Duration::from_secs(60)),
        _ => None,
    }
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlertKind {
    WebhookFailing,
    CircuitOpen,
    CircuitClosed,
    DlqEntry,
    JobFailed,
    ReplayCompleted,
    SecurityAnomaly,
    SystemHealth,
}

impl AlertKind {
    pub const ALL: [AlertKind; 8] = [
        AlertKind::WebhookFailing,
        AlertKind::CircuitOpen,
        AlertKind::CircuitClosed,
        AlertKind::DlqEntry,
        AlertKind::JobFailed,
        AlertKind::ReplayCompleted,
        AlertKind::SecurityAnomaly,
        AlertKind::SystemHealth,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            AlertKind::WebhookFailing => "webhook_failing",
            AlertKind::CircuitOpen => "circuit_open",
            AlertKind::CircuitClosed => "circuit_closed",
            AlertKind::DlqEntry => "dlq_entry",
            AlertKind::JobFailed => "job_failed",
            AlertKind::ReplayCompleted => "replay_completed",
            AlertKind::SecurityAnomaly => "security_anomaly",
            AlertKind::SystemHealth => "system_health",
        }
    }

    pub fn parse(word: &str) -> Option<AlertKind> {
        AlertKind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// A few words for people.
    pub const fn title(self) -> &'static str {
        match self {
            AlertKind::WebhookFailing => "Webhook failing",
            AlertKind::CircuitOpen => "Circuit opened",
            AlertKind::CircuitClosed => "Circuit closed",
            AlertKind::DlqEntry => "New dead letter",
            AlertKind::JobFailed => "Job failed",
            AlertKind::ReplayCompleted => "Replay completed",
            AlertKind::SecurityAnomaly => "Security anomaly",
            AlertKind::SystemHealth => "Server health",
        }
    }

    /// Whether it is good news.
    const fn is_good(self) -> bool {
        matches!(self, AlertKind::CircuitClosed | AlertKind::ReplayCompleted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_waits() {
        for kind in AlertKind::ALL {
            assert_eq!(AlertKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(AlertKind::parse(SUMMARY), None);
        let waits = [1, 2, 3].map(|failures| again_after(failures).map(|wait| wait.as_secs()));
        assert_eq!(waits, [Some(10), Some(60), None], "three attempts");
    }
}
