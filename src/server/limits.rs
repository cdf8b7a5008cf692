//! Rate limits: counters in windows aligned to UTC minutes, all in memory. Says how much is left
//! or refuses; which route has which limit is decided by the route tables.

use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::project::ProjectId;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// How often a caller may use something in a minute; each limit counts on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    bucket: u8,
    per_minute: u32,
}

#[rustfmt::skip]
impl Limit {
    pub const LOGIN: Limit = Limit { bucket: 0, per_minute: 15 };
    pub const REGISTER: Limit = Limit { bucket: 1, per_minute: 5 };
    pub const REFRESH: Limit = Limit { bucket: 2, per_minute: 30 };
    pub const MFA: Limit = Limit { bucket: 3, per_minute: 10 };
    pub const FORGOT_PASSWORD: Limit = Limit { bucket: 4, per_minute: 5 };
    pub const RESET_PASSWORD: Limit = Limit { bucket: 5, per_minute: 10 };
    pub const CONFIRM_EMAIL: Limit = Limit { bucket: 6, per_minute: 10 };
    /// All routes that confirm the password share it.
    pub const PASSWORD: Limit = Limit { bucket: 7, per_minute: 10 };
    pub const DATA_EXPORT: Limit = Limit { bucket: 8, per_minute: 10 };
    pub const INVITE: Limit = Limit { bucket: 9, per_minute: 20 };
    /// Every other route of a signed-in user.
    pub const ACCOUNT: Limit = Limit { bucket: 10, per_minute: 300 };
    /// Credentials that did not hold.
    const FAILURES: Limit = Limit { bucket: 11, per_minute: 60 };
}

/// What is left of a limit, for the headers of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    pub limit: u32,
    pub remaining: u32,
    /// Unix seconds of the end of the window.
    pub reset: u64,
}

impl Quota {
    fn new(limit: u32, used: u32, minute: u64) -> Quota {
        Quota { limit, remaining: limit.saturating_sub(used), reset: (minute + 1) * 60 }
    }

    fn refusal(self, now: u64) -> Error {
        Error::new(Kind::RateLimited, "Rate limit exceeded. Try again later.")
            .retry_after(self.reset.saturating_sub(now).max(1))
            .extra("limit", self.limit.into())
            .extra("remaining", 0.into())
    }
}

/// Who is counted.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    Ip(IpAddr),
    User(UserId),
}

/// Callers counted one by one in a minute; beyond that they share [`SHARED`] counters, so that
/// a flood of addresses costs bounded memory.
const CALLERS: usize = 100_000;
const SHARED: u64 = 4096;

/// Most idle projects whose window is kept.
const PROJECTS: usize = 10_000;

type Key = (u8, [u8; 16]);

/// The counters of one server.
#[derive(Debug)]
pub struct Limits {
    callers: Option<Callers>,
    projects: RwLock<HashMap<ProjectId, Arc<Window>>>,
}

#[derive(Debug, Default)]
struct Callers {
    table: Mutex<Table>,
    /// The last minute in which a credential failed: no look at the table in any other.
    failed: AtomicU64,
    folding: RandomState,
}

/// Counts of one minute; all of them lapse together.
#[derive(Debug, Default)]
struct Table {
    minute: u64,
    counts: HashMap<Key, u32>,
}

/// Minute in the upper half, count in the lower.
#[derive(Debug, Default)]
struct Window(AtomicU64);

impl Limits {
    /// `per_caller` switches the limits per address and per user.
    pub fn new(per_caller: bool) -> Limits {
        Limits { callers: per_caller.then(Callers::default), projects: RwLock::default() }
    }

    /// Counts one use; 429 when the limit is reached. `None` when the limit is switched off.
    pub fn take(&self, limit: Limit, subject: Subject) -> Result<Option<Quota>> {
        self.take_at(limit, subject, now())
    }

    fn take_at(&self, limit: Limit, subject: Subject, now: u64) -> Result<Option<Quota>> {
        let Some(callers) = &self.callers else { return Ok(None) };
        let used = callers.count(limit, subject, now / 60);
        let quota = Quota::new(limit.per_minute, used, now / 60);
        if used > limit.per_minute { Err(quota.refusal(now)) } else { Ok(Some(quota)) }
    }

    /// 429 when too many credentials from this address have failed in this minute.
    pub fn check_failures(&self, ip: IpAddr) -> Result<()> {
        self.check_failures_at(ip, now())
    }

    fn check_failures_at(&self, ip: IpAddr, now: u64) -> Result<()> {
        let Some(callers) = &self.callers else { return Ok(()) };
        if callers.failed.load(Ordering::Relaxed) != now / 60 {
            return Ok(());
        }
        let used = callers.used(Limit::FAILURES, Subject::Ip(ip), now / 60);
        let quota = Quota::new(Limit::FAILURES.per_minute, used, now / 60);
        if quota.remaining == 0 { Err(quota.refusal(now)) } else { Ok(()) }
    }

    /// Counts a credential that did not hold.
    pub fn note_failure(&self, ip: IpAddr) -> Option<Quota> {
        self.note_failure_at(ip, now())
    }

    fn note_failure_at(&self, ip: IpAddr, now: u64) -> Option<Quota> {
        let callers = self.callers.as_ref()?;
        callers.failed.store(now / 60, Ordering::Relaxed);
        let used = callers.count(Limit::FAILURES, Subject::Ip(ip), now / 60);
        Some(Quota::new(Limit::FAILURES.per_minute, used, now / 60))
    }

    /// Counts one call of a project; 429 when its limit is reached. A limit of 0 is none.
    pub fn take_project(&self, project: ProjectId, per_minute: u32) -> Result<Option<Quota>> {
        self.take_project_at(project, per_minute, now())
    }

    fn take_project_at(&self, project: ProjectId, per_minute: u32, now: u64) -> Result<Option<Quota>> {
        if per_minute == 0 {
            return Ok(None);
        }
        match self.window(project, now / 60).take(per_minute, now / 60) {
            Some(used) => Ok(Some(Quota::new(per_minute, used, now / 60))),
            None => Err(Quota::new(per_minute, per_minute, now / 60).refusal(now)),
        }
    }

    /// What a project has left, without counting.
    pub fn peek_project(&self, project: ProjectId, per_minute: u32) -> Option<Quota> {
        let minute = now() / 60;
        (per_minute > 0).then(|| Quota::new(per_minute, self.window(project, minute).used(minute), minute))
    }

    fn window(&self, project: ProjectId, minute: u64) -> Arc<Window> {
        let known = self.projects.read().unwrap_or_else(PoisonError::into_inner).get(&project).cloned();
        if let Some(window) = known {
            return window;
        }
        let mut projects = self.projects.write().unwrap_or_else(PoisonError::into_inner);
        if projects.len() >= PROJECTS {
            projects.retain(|_, window| window.used(minute) > 0);
        }
        projects.entry(project).or_default().clone()
    }
}

impl Callers {
    /// Adds one and returns the sum, which stops just above the limit.
    fn count(&self, limit: Limit, subject: Subject, minute: u64) -> u32 {
        let mut key = key(limit, subject);
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        table.turn(minute);
        if table.counts.len() >= CALLERS && !table.counts.contains_key(&key) {
            key = self.shared(key);
        }
        let count = table.counts.entry(key).or_insert(0);
        *count = (*count + 1).min(limit.per_minute + 1);
        *count
    }

    fn used(&self, limit: Limit, subject: Subject, minute: u64) -> u32 {
        let key = key(limit, subject);
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        table.turn(minute);
        let count = table.counts.get(&key);
        count.or_else(|| table.counts.get(&self.shared(key))).copied().unwrap_or(0)
    }

    /// The counter that callers without one of their own share with others.
    fn shared(&self, key: Key) -> Key {
        let mut slot = [0xff; 16];
        slot[..8].copy_from_slice(&(self.folding.hash_one(key) % SHARED).to_be_bytes());
        (key.0 | 0x80, slot)
    }
}

impl Table {
    fn turn(&mut self, minute: u64) {
        if self.minute != minute {
            self.minute = minute;
            self.counts.clear();
            self.counts.shrink_to(1024);
        }
    }
}

/// IPv6 callers are counted by their /64: one host has as many addresses in it as it likes.
fn key(limit: Limit, subject: Subject) -> Key {
    let bytes = match subject {
        Subject::User(id) => *id.as_bytes(),
        Subject::Ip(ip) => match ip.to_canonical() {
            IpAddr::V4(v4) => v4.to_ipv6_mapped().octets(),
            IpAddr::V6(v6) => (u128::from(v6) >> 64 << 64).to_be_bytes(),
        },
    };
    (limit.bucket, bytes)
}

impl Window {
    /// Counts one unless the limit is reached; returns how many were taken.
    fn take(&self, limit: u32, minute: u64) -> Option<u32> {
        let step = |packed: u64| {
            let used = if packed >> 32 == minute { packed as u32 } else { 0 };
            (used < limit).then(|| minute << 32 | u64::from(used + 1))
        };
        let before = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).ok()?;
        step(before).map(|packed| packed as u32)
    }

    fn used(&self, minute: u64) -> u32 {
        let packed = self.0.load(Ordering::Relaxed);
        if packed >> 32 == minute { packed as u32 } else { 0 }
    }
}

fn now() -> u64 {
    Timestamp::now().secs().unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn ip(text: &str) -> Subject {
        Subject::Ip(text.parse().expect(text))
    }

    #[test]
    fn windows_follow_the_minutes() {
        let limits = Limits::new(true);
        let left = |now| limits.take_at(Limit::REGISTER, ip("192.0.2.1"), now).map(|q| q.expect("on").remaining);
        for expected in [4, 3, 2, 1, 0] {
            assert_eq!(left(119).expect("allowed"), expected);
        }
        for _ in 0..3 {
            let refused = left(119).expect_err("refused");
            assert_eq!((refused.kind(), refused.retry_after_seconds()), (Kind::RateLimited, Some(1)));
        }
        assert_eq!(left(120).expect("next minute"), 4);
    }

    #[test]
    fn callers_and_limits_are_apart() {
        let limits = Limits::new(true);
        let left = |limit, who| limits.take_at(limit, who, 60).map(|q| q.expect("on").remaining).ok();
        assert_eq!(left(Limit::REGISTER, ip("192.0.2.1")), Some(4));
        assert_eq!(left(Limit::REGISTER, ip("192.0.2.2")), Some(4));
        assert_eq!(left(Limit::LOGIN, ip("192.0.2.1")), Some(14));
        assert_eq!(left(Limit::REGISTER, ip("::ffff:192.0.2.1")), Some(3));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8::1")), Some(4));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8::2")), Some(3));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8:0:1::1")), Some(4));
        let off = Limits::new(false);
        assert_eq!(off.take(Limit::REGISTER, ip("192.0.2.1")).expect("off"), None);
    }

    #[test]
    fn failures_close_the_door_until_the_minute_ends() {
        let limits = Limits::new(true);
        let bad: IpAddr = "192.0.2.1".parse().expect("ip");
        for n in 1..=60 {
            limits.check_failures_at(bad, 61).expect("still open");
            let quota = limits.note_failure_at(bad, 61).expect("on");
            assert_eq!((quota.limit, quota.remaining, quota.reset), (60, 60 - n, 120));
        }
        assert_eq!(limits.check_failures_at(bad, 61).expect_err("closed").retry_after_seconds(), Some(59));
        limits.check_failures_at("192.0.2.2".parse().expect("ip"), 61).expect("others pass");
        limits.check_failures_at(bad, 120).expect("open again");
    }

    #[test]
    fn projects_count_to_their_limit_exactly() {
        let limits = Limits::new(false);
        let project = ProjectId::floor(Timestamp::from_secs(1));
        let taken: usize = std::thread::scope(|scope| {
            let work = || (0..5_000).filter(|_| limits.take_project_at(project, 9_999, 60).is_ok()).count();
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
            threads.into_iter().map(|t| t.join().expect("thread")).sum()
        });
        assert_eq!(taken, 9_999);
        assert!(limits.take_project_at(project, 0, 60).expect("no limit").is_none());
        let fresh = limits.take_project_at(project, 2, 120).expect("next minute").expect("on");
        assert_eq!(fresh, Quota { limit: 2, remaining: 1, reset: 180 });
    }

    #[test]
    fn a_flood_of_callers_is_bounded() {
        let limits = Limits::new(true);
        for n in 0..(CALLERS as u64 + 20_000) {
            let user = Id::floor(Timestamp::from_micros(n as i64 * 1000));
            let _ = limits.take_at(Limit::ACCOUNT, Subject::User(user), 60);
        }
        let callers = limits.callers.as_ref().expect("on");
        let size = callers.table.lock().expect("lock").counts.len();
        assert!((CALLERS..=CALLERS + SHARED as usize).contains(&size), "{size}");
    }
}
