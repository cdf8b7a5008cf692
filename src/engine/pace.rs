//! Counting what happens to single things in the present UTC minute, in memory. Only what was let
//! in is counted, so that bounds it; nothing is remembered beyond the minute.

use super::directory;
use crate::base::{Result, Timestamp};
use crate::domain::rate::{Quota, Window};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Counts per thing of one kind, by what names it.
pub struct PerMinute<K>(Mutex<(i64, HashMap<K, Window>)>);

impl<K> Default for PerMinute<K> {
    fn default() -> PerMinute<K> {
        PerMinute(Mutex::default())
    }
}

impl<K> fmt::Debug for PerMinute<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PerMinute").finish_non_exhaustive()
    }
}

impl<K: Eq + Hash> PerMinute<K> {
    /// Counts one; 429 when `limit` was reached in this minute.
    pub fn spend(&self, of: K, limit: u32, now: Timestamp) -> Result<Quota> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.secs().div_euclid(60);
        if counted.0 != minute {
            *counted = (minute, HashMap::new());
        }
        directory::take(counted.1.entry(of).or_default(), limit, 1, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[derive(Debug)]
    enum Tag {}

    #[test]
    fn things_are_apart_and_minutes_too() {
        let (counts, one, two) = (PerMinute::<Id<Tag>>::default(), Id::floor(Timestamp::now()), Id::MAX);
        let spend = |of, second| counts.spend(of, 2, Timestamp::from_secs(second)).map(|q| q.remaining).ok();
        assert_eq!([spend(one, 60), spend(one, 119), spend(one, 119)], [Some(1), Some(0), None]);
        assert_eq!([spend(two, 119), spend(one, 120), spend(two, 120)], [Some(1), Some(1), Some(1)]);
    }
}
