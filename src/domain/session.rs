//! A login: how long it lasts, what device it came from, and what a used refresh token means.

use super::account::{SessionId, UserId};
use crate::base::Timestamp;
use std::time::Duration;

/// A session ends this long after it was last refreshed …
pub const IDLE: Duration = Duration::from_secs(30 * 86_400);
/// … and never later than this after the login.
pub const LONGEST: Duration = Duration::from_secs(90 * 86_400);
/// A replaced refresh token still works this long, for a client that retries.
pub const GRACE: Duration = Duration::from_secs(60);

/// How the session presents itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionKind {
    Api,
    Web,
}

impl SessionKind {
    pub fn as_str(self) -> &'static str {
        match self {
            SessionKind::Api => "api",
            SessionKind::Web => "web",
        }
    }

    pub fn code(self) -> i64 {
        self as i64
    }
}

/// A session that is neither over nor revoked, of a user who may log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub user: UserId,
    pub expires_at: Timestamp,
    pub last_activity_at: Timestamp,
}

impl Session {
    /// When the session ends if it is refreshed (or opened) now.
    pub fn end(login: Timestamp, now: Timestamp) -> Timestamp {
        now.plus(IDLE).min(login.plus(LONGEST))
    }

    /// When an access token made now ends, in whole seconds.
    pub fn token_end(&self, now: Timestamp, lifetime: Duration) -> Timestamp {
        Timestamp::from_secs(now.plus(lifetime).min(self.expires_at).secs())
    }
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
        for (now, end) in [(0, 30), (10, 40), (60, 90), (61, 90), (89, 90)] {
            assert_eq!(Session::end(day(0), day(now)), day(end), "{now}");
        }
    }

    #[test]
    fn access_tokens_never_outlive_their_session() {
        let ids = IdSource::default();
        let session = |end| Session { id: ids.next(), user: ids.next(), expires_at: end, last_activity_at: day(0) };
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
