//! Ids: UUIDv7 newtypes whose order is the order of creation, so that an id is a cursor and a
//! creation time. Only this file knows that they are stored as 16 bytes.

use super::time::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// An id of a `T`; printed as a lower-case hyphenated UUID.
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

/// 60 bits of time: 48 of milliseconds and 12 of the fraction, 4096 ticks a millisecond.
const TICKS: u64 = 4096;

impl<T> Id<T> {
    /// Reads the hyphenated form in either case; anything else is `None`.
    pub fn parse(text: &str) -> Option<Id<T>> {
        (text.len() == 36).then(|| Uuid::try_parse(text).ok().map(Id::from_uuid))?
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Id<T>> {
        Uuid::from_slice(bytes).ok().map(Id::from_uuid)
    }

    fn from_uuid(uuid: Uuid) -> Id<T> {
        Id(uuid, PhantomData)
    }

    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The instant of creation, exact to the microsecond.
    pub fn time(&self) -> Timestamp {
        let bits = self.0.as_u128();
        let (ms, tick) = ((bits >> 80) as u64, (bits >> 64) as u64 & 0xfff);
        Timestamp::from_micros((ms * 1000 + (tick * 1000).div_ceil(TICKS)) as i64)
    }

    /// Below and above every id that is ever made.
    pub const MIN: Id<T> = Id(Uuid::nil(), PhantomData);
    pub const MAX: Id<T> = Id(Uuid::max(), PhantomData);

    /// The lowest id that an instant can have: `id >= Id::floor(t)` is `created >= t`. Ticks are
    /// finer than microseconds and shown rounded up, so this is the tick after the highest one of
    /// the microsecond before.
    pub fn floor(at: Timestamp) -> Id<T> {
        let tick = if at.micros() > 0 { ticks(at.plus_micros(-1)) + 1 } else { 0 };
        Id::build(tick, 0)
    }

    /// The place of the id in the order of creation: no two ids of one source share it.
    pub fn tick(&self) -> i64 {
        let bits = self.0.as_u128();
        ((bits >> 80) as u64 * TICKS + ((bits >> 64) as u64 & 0xfff)) as i64
    }

    /// The lowest id of a place: `id >= Id::from_tick(t)` is `id.tick() >= t`.
    pub fn from_tick(tick: i64) -> Id<T> {
        Id::build(tick.max(0) as u64, 0)
    }

    /// The id directly above: `id <= x` is `id < x.above()`.
    pub fn above(&self) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(self.0.as_u128().saturating_add(1)))
    }

    fn build(ticks: u64, random: u64) -> Id<T> {
        let high = (u128::from(ticks / TICKS) << 16) | 0x7000 | u128::from(ticks % TICKS);
        let low = (random >> 2) | 1 << 63;
        Id::from_uuid(Uuid::from_u128(high << 64 | u128::from(low)))
    }
}

fn ticks(at: Timestamp) -> u64 {
    let us = at.micros().max(0) as u64;
    (us / 1000) * TICKS + (us % 1000) * TICKS / 1000
}

/// Makes ids that never go back, also when the clock does.
#[derive(Debug, Default)]
pub struct IdSource {
    last: AtomicU64,
}

impl IdSource {
    /// A source whose ids are all higher than those created up to `newest`.
    pub fn after(newest: Option<Timestamp>) -> IdSource {
        IdSource { last: AtomicU64::new(newest.map_or(0, |t| ticks(t) + 1)) }
    }

    pub fn next<T>(&self) -> Id<T> {
        let now = ticks(Timestamp::now());
        let step = |last: u64| Some(now.max(last + 1));
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).unwrap_or(now);
        Id::build(now.max(last + 1), rand::random())
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(d)?;
        Id::parse(&text).ok_or_else(|| serde::de::Error::custom("not an id"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing;

    #[test]
    fn ids_rise_and_keep_their_time() {
        let source = IdSource::default();
        let mut last: Id<Thing> = source.next();
        for _ in 0..100_000 {
            let next = source.next();
            assert!(next > last);
            last = next;
        }
        let drift = last.time().micros() - Timestamp::now().micros();
        assert!(drift.abs() < 1_000_000, "{drift}");
    }

    #[test]
    fn every_microsecond_survives() {
        for us in (1_790_000_000_000_000i64..1_790_000_000_002_000).step_by(1) {
            let at = Timestamp::from_micros(us);
            let floor = Id::<Thing>::floor(at);
            assert_eq!(floor.time(), at);
            let below = Uuid::from_u128(floor.0.as_u128() - (1 << 64));
            assert!(Id::<Thing>::from_uuid(below).time() < at, "{us}");
        }
    }

    #[test]
    fn ticks_are_the_order_of_creation() {
        let source = IdSource::default();
        let (first, second): (Id<Thing>, Id<Thing>) = (source.next(), source.next());
        assert!(first.tick() < second.tick());
        assert!(Id::<Thing>::from_tick(first.tick()) <= first && first < Id::from_tick(first.tick() + 1));
        assert_eq!(Id::<Thing>::from_tick(first.tick()).time(), first.time());
    }

    #[test]
    fn a_source_starts_above_what_is_stored() {
        let future = Timestamp::now().plus(std::time::Duration::from_secs(3600));
        let source = IdSource::after(Some(future));
        assert!(source.next::<Thing>() > Id::floor(future));
        assert!(source.next::<Thing>().time() >= future);
    }

    #[test]
    fn printed_form_is_version_seven() {
        let id: Id<Thing> = IdSource::default().next();
        let text = id.to_string();
        assert_eq!(&text[14..15], "7");
        assert!("89ab".contains(&text[19..20]));
        assert_eq!(Id::parse(&text), Some(id));
        assert_eq!(Id::parse(&text.to_uppercase()), Some(id));
        for bad in ["", "x", "0199b5a0-1111-7000-8000-00000000000", "0199b5a0111170008000000000000001"] {
            assert_eq!(Id::<Thing>::parse(bad), None, "{bad}");
        }
    }
}
