//! Backups: how their files are called, what is written beside each, when the next is due and
//! which are too many. It reads no folder and no clock.

use crate::base::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Time between two backups.
pub const PERIOD: Duration = Duration::from_secs(86_400);

/// What stands in the file beside a backup, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of the file, in hex.
    pub sha256: String,
    /// Bytes of the file.
    pub size: u64,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    /// Version of the schema of the database in it.
    pub schema: i64,
    /// The program that made it.
    pub version: String,
    /// RFC 3339.
    pub created_at: String,
    pub encrypted: bool,
    /// Whether it was read back after it was made and found whole.
    #[serde(default)]
    pub verified: bool,
    /// What recognises the master key of the data; none of it follows from this.
    #[serde(default)]
    pub key_check: Option<String>,
}

impl Manifest {
    pub fn created(&self) -> Timestamp {
        Timestamp::parse(&self.created_at).unwrap_or_default()
    }
}

/// A backup in the folder of backups.
#[derive(Debug, Clone)]
pub struct Stored {
    pub name: String,
    pub manifest: Manifest,
}

/// `jobcelis-20260307T020000Z-v12.db.zst`, and `.enc` behind it when encrypted.
pub fn file_name(at: Timestamp, schema: i64, encrypted: bool) -> String {
    let text: String = at.to_string()[..19].chars().filter(|c| !matches!(c, '-' | ':')).collect();
    format!("jobcelis-{text}Z-v{schema}.db.zst{}", if encrypted { ".enc" } else { "" })
}

/// Whether a file is called like a backup; such a name leads nowhere but into its folder.
pub fn is_file_name(name: &str) -> bool {
    let read = || {
        let rest = name.strip_prefix("jobcelis-")?;
        let rest = rest.strip_suffix(".enc").unwrap_or(rest).strip_suffix(".db.zst")?;
        let (time, schema) = rest.split_once("Z-v")?;
        let (day, clock) = time.split_once('T')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        Some(day.len() == 8 && clock.len() == 6 && schema.len() < 6 && [day, clock, schema].into_iter().all(digits))
    };
    read().unwrap_or(false)
}

/// The last instant at or before `now` that is `offset` after a midnight of UTC.
pub fn last_due(now: Timestamp, offset: Duration) -> Timestamp {
    const DAY: i64 = 86_400;
    let offset = offset.as_secs() as i64;
    Timestamp::from_secs((now.secs() - offset).div_euclid(DAY) * DAY + offset)
}

/// When the next backup is due. One that was due while nobody made it is due at once; `since` is
/// when the newest was made or, without any, when the data began.
pub fn next_due(now: Timestamp, offset: Duration, since: Timestamp) -> Timestamp {
    let last = last_due(now, offset);
    if since < last { now } else { last.plus(PERIOD) }
}

/// Whether the newest is so old that something must be wrong.
pub fn is_stale(now: Timestamp, since: Timestamp) -> bool {
    now.since(since) > 2 * PERIOD
}

/// How many of backups, given newest first by when they were made, stay: the newest `count`, or
/// those since an instant. The newest stays in any case.
pub fn kept(created: &[Timestamp], count: usize, since: Option<Timestamp>) -> usize {
    let by_age = since.map(|since| created.iter().take_while(|at| **at >= since).count());
    by_age.unwrap_or(count).max(1).min(created.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("time")
    }

    #[test]
    fn names_are_made_and_recognised() {
        let made = at("2026-03-07T02:00:00.9Z");
        assert_eq!(file_name(made, 12, false), "jobcelis-20260307T020000Z-v12.db.zst");
        assert_eq!(file_name(made, 12, true), "jobcelis-20260307T020000Z-v12.db.zst.enc");
        for (name, good) in [
            ("jobcelis-20260307T020000Z-v12.db.zst", true),
            ("jobcelis-20260307T020000Z-v12.db.zst.enc", true),
            ("jobcelis-20260307T020000Z-v12.db.zst.part", false),
            ("jobcelis-20260307T020000Z-v12.db.zst.json", false),
            ("jobcelis-20260307T020000Z-v.db.zst", false),
            ("../jobcelis-20260307T020000Z-v12.db.zst", false),
            ("jobcelis-2026/307T020000Z-v12.db.zst", false),
            ("jobcelis.db", false),
            ("", false),
        ] {
            assert_eq!(is_file_name(name), good, "{name}");
        }
    }

    #[test]
    fn the_next_is_due_at_its_time_or_at_once() {
        let two = Duration::from_secs(7200);
        for (now, since, next) in [
            ("2026-03-07T01:00:00Z", "2026-03-06T02:00:05Z", "2026-03-07T02:00:00Z"),
            ("2026-03-07T03:00:00Z", "2026-03-07T02:00:05Z", "2026-03-08T02:00:00Z"),
            ("2026-03-07T03:00:00Z", "2026-03-06T02:00:05Z", "2026-03-07T03:00:00Z"),
            ("2026-03-07T01:00:00Z", "2026-03-06T01:59:00Z", "2026-03-07T01:00:00Z"),
            ("2026-03-07T01:00:00Z", "2026-03-07T00:30:00Z", "2026-03-07T02:00:00Z"),
        ] {
            assert_eq!(next_due(at(now), two, at(since)), at(next), "{now} {since}");
        }
        assert!(is_stale(at("2026-03-09T03:00:00Z"), at("2026-03-07T02:00:00Z")));
        assert!(!is_stale(at("2026-03-09T01:00:00Z"), at("2026-03-07T02:00:00Z")));
    }

    #[test]
    fn the_newest_always_stays() {
        let days = |n: i64| Timestamp::from_secs(1_790_000_000 - n * 86_400);
        let made: Vec<Timestamp> = (0..10).map(days).collect();
        for (count, since, expected) in
            [(7, None, 7), (20, None, 10), (0, Some(days(3)), 4), (0, Some(days(-1)), 1), (0, Some(days(99)), 10)]
        {
            assert_eq!(kept(&made, count, since), expected);
        }
        assert_eq!(kept(&[], 7, None), 0);
    }
}
