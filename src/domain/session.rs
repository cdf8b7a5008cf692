//! A login: how long it lasts, what device it came from, and what a used refresh token means.

use super::account::{SessionId, UserId};
use crate::base::Timestamp;
use std::time::Duration;

/// Tokens end this long after they were last refreshed …
const IDLE: Duration = Duration::from_secs(30 * 86_400);
/// … and never later than this after the login.
const LONGEST: Duration = Duration::from_secs(90 * 86_400);
/// A browser that is remembered stays logged in this long without being used …
const REMEMBERED: Duration = Duration::from_secs(7 * 86_400);
/// … and no browser longer than this.
pub const LONGEST_WEB: Duration = Duration::from_secs(30 * 86_400);
/// The activity of a session is written at most this often.
const NOTED: Duration = Duration::from_secs(60);
/// A replaced refresh token still works this long, for a client that retries.
pub const GRACE: Duration = Duration::from_secs(60);

/// How the session presents itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKind {
    /// With tokens.
    Api,
    /// With a cookie; a remembered one outlives the window of the browser.
    Web { remember: bool },
}

impl SessionKind {
    pub fn as_str(self) -> &'static str {
        match self {
            SessionKind::Api => "api",
            SessionKind::Web { .. } => "web",
        }
    }

    pub fn code(self) -> i64 {
        match self {
            SessionKind::Api => 0,
            SessionKind::Web { remember: false } => 1,
            SessionKind::Web { remember: true } => 2,
        }
    }

    pub fn from_code(code: i64) -> Option<SessionKind> {
        [SessionKind::Api, SessionKind::Web { remember: false }, SessionKind::Web { remember: true }]
            .into_iter()
            .find(|kind| kind.code() == code)
    }

    /// How long it may stand unused, and how long it lasts at most; `timeout` is for browsers
    /// that are not remembered.
    fn limits(self, timeout: Duration) -> (Duration, Duration) {
        match self {
            SessionKind::Api => (IDLE, LONGEST),
            SessionKind::Web { remember: true } => (REMEMBERED, LONGEST_WEB),
            SessionKind::Web { remember: false } => (timeout, LONGEST_WEB),
        }
    }

    /// When the session ends if it is opened, refreshed or, by a browser, used now.
    pub fn end(self, login: Timestamp, now: Timestamp, timeout: Duration) -> Timestamp {
        let (idle, longest) = self.limits(timeout);
        now.plus(idle).min(login.plus(longest))
    }
}

/// A session that is neither over nor revoked, of a user who may log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub user: UserId,
    pub kind: SessionKind,
    pub expires_at: Timestamp,
    pub last_activity_at: Timestamp,
}

impl Session {
    /// Whether a use now is to be noted: once a minute, and more often where a minute would be a
    /// good part of the time it may stand unused.
    pub fn is_noteworthy(&self, now: Timestamp, timeout: Duration) -> bool {
        let (idle, _) = self.kind.limits(timeout);
        now.since(self.last_activity_at) >= NOTED.min(idle / 30)
    }

    /// When an access token made now ends, in whole seconds.
    pub fn token_end(&self, now: Timestamp, lifetime: Duration) -> Timestamp {
        Timestamp::from_secs(now.plus(lifetime).min(self.expires_at).secs())
    }
}

/// A living session as its user is shown it.
#[derive(Debug, Clone)]
pub struct Listed {
    pub session: Session,
    /// As [`device`] says.
    pub device: String,
    pub ip: String,
    pub user_agent: Option<String>,
}

/// What presenting a refresh token means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// The current one, or one replaced a moment ago: exchange it.
    Accepted,
    /// Replaced long ago: two parties hold the session.
    Stolen,
}

impl Refresh {
    pub fn judge(replaced_at: Option<Timestamp>, now: Timestamp) -> Refresh {
        match replaced_at {
            Some(at) if now.since(at) > GRACE => Refresh::Stolen,
            _ => Refresh::Accepted,
        }
    }
}

/// `Tablet`, `Mobile` or `Desktop`, by the words of a User-Agent.
pub fn device(user_agent: Option<&str>) -> &'static str {
    let agent = user_agent.unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| agent.contains(word));
    if has(&["tablet", "ipad"]) {
        "Tablet"
    } else if has(&["mobile", "iphone", "android"]) {
        "Mobile"
    } else {
        "Desktop"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    const DAY: i64 = 86_400;

    fn day(n: i64) -> Timestamp {
        Timestamp::from_secs(1_790_000_000 + n * DAY)
    }

    #[test]
    fn sessions_end() {
        let timeout = Duration::from_secs(1800);
        for (now, end) in [(0, 30), (10, 40), (60, 90), (61, 90), (89, 90)] {
            assert_eq!(SessionKind::Api.end(day(0), day(now), timeout), day(end), "{now}");
        }
        let (browser, remembered) = (SessionKind::Web { remember: false }, SessionKind::Web { remember: true });
        for (kind, now, end) in [
            (browser, day(0), day(0).plus(timeout)),
            (browser, day(29), day(29).plus(timeout)),
            (browser, day(30).plus_micros(-1), day(30)),
            (remembered, day(0), day(7)),
            (remembered, day(20), day(27)),
            (remembered, day(29), day(30)),
        ] {
            assert_eq!(kind.end(day(0), now, timeout), end, "{kind:?} {now}");
        }
    }

    #[test]
    fn uses_are_noted_once_a_minute_or_as_often_as_a_short_timeout_needs() {
        let ids = IdSource::default();
        for (kind, timeout, after_ms, noted) in [
            (SessionKind::Api, 1800, 59_999, false),
            (SessionKind::Api, 2, 59_999, false),
            (SessionKind::Api, 1800, 60_000, true),
            (SessionKind::Web { remember: true }, 2, 59_999, false),
            (SessionKind::Web { remember: false }, 1800, 59_999, false),
            (SessionKind::Web { remember: false }, 7200, 60_000, true),
            (SessionKind::Web { remember: false }, 3, 99, false),
            (SessionKind::Web { remember: false }, 3, 100, true),
        ] {
            let (id, user) = (ids.next(), ids.next());
            let session = Session { id, user, kind, expires_at: day(9), last_activity_at: day(0) };
            let now = day(0).plus_micros(after_ms * 1000);
            let timeout = Duration::from_secs(timeout);
            assert_eq!(session.is_noteworthy(now, timeout), noted, "{kind:?} {timeout:?} {after_ms}");
        }
    }

    #[test]
    fn kinds_keep_their_codes() {
        for (kind, code, word) in [
            (SessionKind::Api, 0, "api"),
            (SessionKind::Web { remember: false }, 1, "web"),
            (SessionKind::Web { remember: true }, 2, "web"),
        ] {
            assert_eq!((kind.code(), kind.as_str(), SessionKind::from_code(code)), (code, word, Some(kind)));
        }
        assert_eq!(SessionKind::from_code(3), None);
    }

    #[test]
    fn access_tokens_never_outlive_their_session() {
        let ids = IdSource::default();
        let (id, user, kind) = (ids.next(), ids.next(), SessionKind::Api);
        let session = |end| Session { id, user, kind, expires_at: end, last_activity_at: day(0) };
        let week = Duration::from_secs(7 * DAY as u64);
        for (end, shown) in [(day(30), day(7)), (day(3), day(3)), (day(3).plus_micros(999_999), day(3))] {
            assert_eq!(session(end).token_end(day(0).plus_micros(5), week), shown);
        }
    }

    #[test]
    fn refresh_tokens_are_judged() {
        let t = |s: i64| Timestamp::from_secs(1_790_000_000 + s);
        for (replaced, now, verdict) in [
            (None, 0, Refresh::Accepted),
            (Some(0), 0, Refresh::Accepted),
            (Some(0), 60, Refresh::Accepted),
            (Some(0), 61, Refresh::Stolen),
        ] {
            assert_eq!(Refresh::judge(replaced.map(t), t(now)), verdict, "{replaced:?} {now}");
        }
    }

    #[test]
    fn devices() {
        for (agent, shown) in [
            (None, "Desktop"),
            (Some("curl/8.5.0"), "Desktop"),
            (Some("Mozilla/5.0 (X11; Linux x86_64)"), "Desktop"),
            (Some("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148"), "Mobile"),
            (Some("Mozilla/5.0 (Linux; Android 14; Pixel 8)"), "Mobile"),
            (Some("Mozilla/5.0 (iPad; CPU OS 17_0) Mobile/15E148"), "Tablet"),
            (Some("Mozilla/5.0 (Android 14; Tablet; rv:120.0)"), "Tablet"),
        ] {
            assert_eq!(device(agent), shown, "{agent:?}");
        }
    }
}
