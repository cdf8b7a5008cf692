//! Rate limits: counters in windows aligned to UTC minutes, all in memory. Says how much is left
//! or refuses; which route has which limit is decided by the route tables.

use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::embed::EmbedTokenId;
use crate::domain::rate::{Quota, Window};
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

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
    /// Calls with one embed token.
    pub const EMBED: Limit = Limit { bucket: 12, per_minute: 120 };
    /// Credentials that did not hold.
    const FAILURES: Limit = Limit { bucket: 11, per_minute: 60 };
}

/// Where a caller stands after `used` uses in a minute.
fn quota(limit: u32, used: u32, minute: i64) -> Quota {
    Quota { allowed: used <= limit, limit, remaining: limit.saturating_sub(used), reset: (minute + 1) * 60 }
}

fn refusal(quota: Quota, now: Timestamp) -> Error {
    Error::new(Kind::RateLimited, "Rate limit exceeded. Try again later.")
        .retry_after(quota.retry_after(now))
        .extra("limit", quota.limit.into())
        .extra("remaining", 0.into())
}

/// Counts one call of a project; 429 when its limit is reached. A limit of 0 is none.
pub fn take_call(calls: &Window, per_minute: u32) -> Result<Option<Quota>> {
    if per_minute == 0 {
        return Ok(None);
    }
    let now = Timestamp::now();
    let quota = calls.take(per_minute, 1, now);
    if quota.allowed { Ok(Some(quota)) } else { Err(refusal(quota, now)) }
}

/// What a project has left, without counting.
pub fn peek_calls(calls: &Window, per_minute: u32) -> Option<Quota> {
    (per_minute > 0).then(|| calls.take(per_minute, 0, Timestamp::now()))
}

/// Who is counted.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    Ip(IpAddr),
    User(UserId),
    Embed(EmbedTokenId),
}

/// Callers counted one by one in a minute; beyond that they share [`SHARED`] counters, so that
/// a flood of addresses costs bounded memory.
const CALLERS: usize = 100_000;
const SHARED: u64 = 4096;

type Key = (u8, [u8; 16]);

/// The counters per address and per user of one server, which can be switched off and on.
#[derive(Debug)]
pub struct Limits {
    on: Arc<AtomicBool>,
    callers: Callers,
}

#[derive(Debug, Default)]
struct Callers {
    table: Mutex<Table>,
    /// The last minute in which a credential failed: no look at the table in any other.
    failed: AtomicI64,
    folding: RandomState,
}

/// Counts of one minute; all of them lapse together.
#[derive(Debug, Default)]
struct Table {
    minute: i64,
    counts: HashMap<Key, u32>,
}

impl Limits {
    pub fn new(on: Arc<AtomicBool>) -> Limits {
        Limits { on, callers: Callers::default() }
    }

    /// The counters, unless they are switched off.
    fn callers(&self) -> Option<&Callers> {
        self.on.load(Ordering::Relaxed).then_some(&self.callers)
    }

    /// Counts one use; 429 when the limit is reached. `None` when limits are switched off.
    pub fn take(&self, limit: Limit, subject: Subject) -> Result<Option<Quota>> {
        self.take_at(limit, subject, Timestamp::now())
    }

    fn take_at(&self, limit: Limit, subject: Subject, now: Timestamp) -> Result<Option<Quota>> {
        let Some(callers) = self.callers() else { return Ok(None) };
        let quota = quota(limit.per_minute, callers.count(limit, subject, minute(now)), minute(now));
        if quota.allowed { Ok(Some(quota)) } else { Err(refusal(quota, now)) }
    }

    /// 429 when too many credentials from this address have failed in this minute.
    pub fn check_failures(&self, ip: IpAddr) -> Result<()> {
        self.check_failures_at(ip, Timestamp::now())
    }

    fn check_failures_at(&self, ip: IpAddr, now: Timestamp) -> Result<()> {
        let Some(callers) = self.callers() else { return Ok(()) };
        if callers.failed.load(Ordering::Relaxed) != minute(now) {
            return Ok(());
        }
        let used = callers.used(Limit::FAILURES, Subject::Ip(ip), minute(now));
        let quota = quota(Limit::FAILURES.per_minute, used, minute(now));
        if quota.remaining == 0 { Err(refusal(quota, now)) } else { Ok(()) }
    }

    /// Counts a credential that did not hold.
    pub fn note_failure(&self, ip: IpAddr) -> Option<Quota> {
        self.note_failure_at(ip, Timestamp::now())
    }

    fn note_failure_at(&self, ip: IpAddr, now: Timestamp) -> Option<Quota> {
        let callers = self.callers()?;
        callers.failed.store(minute(now), Ordering::Relaxed);
        let used = callers.count(Limit::FAILURES, Subject::Ip(ip), minute(now));
        Some(quota(Limit::FAILURES.per_minute, used, minute(now)))
    }
}

fn minute(now: Timestamp) -> i64 {
    now.secs().div_euclid(60)
}

impl Callers {
    /// Adds one and returns the sum, which stops just above the limit.
    fn count(&self, limit: Limit, subject: Subject, minute: i64) -> u32 {
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

    fn used(&self, limit: Limit, subject: Subject, minute: i64) -> u32 {
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
    fn turn(&mut self, minute: i64) {
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
        Subject::Embed(id) => *id.as_bytes(),
        Subject::Ip(ip) => match ip.to_canonical() {
            IpAddr::V4(v4) => v4.to_ipv6_mapped().octets(),
            IpAddr::V6(v6) => (u128::from(v6) >> 64 << 64).to_be_bytes(),
        },
    };
    (limit.bucket, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn ip(text: &str) -> Subject {
        Subject::Ip(text.parse().expect(text))
    }

    fn at(secs: i64) -> Timestamp {
        Timestamp::from_secs(secs)
    }

    #[test]
    fn windows_follow_the_minutes() {
        let limits = Limits::new(Arc::new(true.into()));
        let left = |secs| limits.take_at(Limit::REGISTER, ip("192.0.2.1"), at(secs)).map(|q| q.expect("on").remaining);
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
        let limits = Limits::new(Arc::new(true.into()));
        let left = |limit, who| limits.take_at(limit, who, at(60)).map(|q| q.expect("on").remaining).ok();
        assert_eq!(left(Limit::REGISTER, ip("192.0.2.1")), Some(4));
        assert_eq!(left(Limit::REGISTER, ip("192.0.2.2")), Some(4));
        assert_eq!(left(Limit::LOGIN, ip("192.0.2.1")), Some(14));
        assert_eq!(left(Limit::REGISTER, ip("::ffff:192.0.2.1")), Some(3));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8::1")), Some(4));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8::2")), Some(3));
        assert_eq!(left(Limit::REGISTER, ip("2001:db8:0:1::1")), Some(4));
        let off = Limits::new(Arc::new(false.into()));
        assert_eq!(off.take(Limit::REGISTER, ip("192.0.2.1")).expect("off"), None);
    }

    #[test]
    fn failures_close_the_door_until_the_minute_ends() {
        let limits = Limits::new(Arc::new(true.into()));
        let bad: IpAddr = "192.0.2.1".parse().expect("ip");
        for n in 1..=60 {
            limits.check_failures_at(bad, at(61)).expect("still open");
            let quota = limits.note_failure_at(bad, at(61)).expect("on");
            assert_eq!((quota.limit, quota.remaining, quota.reset), (60, 60 - n, 120));
        }
        assert_eq!(limits.check_failures_at(bad, at(61)).expect_err("closed").retry_after_seconds(), Some(59));
        limits.check_failures_at("192.0.2.2".parse().expect("ip"), at(61)).expect("others pass");
        limits.check_failures_at(bad, at(120)).expect("open again");
    }

    #[test]
    fn calls_of_a_project_are_counted_once() {
        let calls = Window::default();
        assert_eq!(take_call(&calls, 0).expect("no limit"), None);
        assert_eq!(peek_calls(&calls, 0), None);
        assert_eq!(take_call(&calls, 600_000).expect("room").map(|q| q.limit), Some(600_000));
        assert!(peek_calls(&calls, 600_000).is_some_and(|q| q.allowed && q.remaining >= 599_999));
    }

    #[test]
    fn a_flood_of_callers_is_bounded() {
        let limits = Limits::new(Arc::new(true.into()));
        for n in 0..(CALLERS as u64 + 20_000) {
            let user = Id::floor(Timestamp::from_micros(n as i64 * 1000));
            let _ = limits.take_at(Limit::ACCOUNT, Subject::User(user), at(60));
        }
        let callers = &limits.callers;
        let size = callers.table.lock().expect("lock").counts.len();
        assert!((CALLERS..=CALLERS + SHARED as usize).contains(&size), "{size}");
    }
}
