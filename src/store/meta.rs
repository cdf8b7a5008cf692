//! Facts about the database itself.

use super::{Snapshot, Tx};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::params;

/// Remembers the check value of the master key at the first start and compares it later.
pub fn check_key(tx: &Tx<'_>, check: &str) -> Result<()> {
    let stored = tx.opt("SELECT value FROM meta WHERE name = 'key_check'", &[], |row| row.text(0))?;
    match stored {
        None => tx.exec("INSERT INTO meta (name, value) VALUES ('key_check', ?1)", params![check]).map(drop),
        Some(stored) if stored == check => Ok(()),
        Some(_) => Err(Error::new(
            Kind::Invalid,
            "the master key does not belong to this database; give the right one with --key-file",
        )),
    }
}

/// Reads something: the database answers.
pub fn ping(snap: &Snapshot<'_>) -> Result<()> {
    snap.one("SELECT COUNT(*) FROM meta", &[], |row| row.int(0)).map(drop)
}

/// When something was done last that is noted under a name.
pub fn time_of(snap: &Snapshot<'_>, name: &str) -> Result<Option<Timestamp>> {
    let text = snap.opt("SELECT value FROM meta WHERE name = ?1", params![name], |row| row.text(0))?;
    Ok(text.and_then(|text| text.parse().ok()).map(Timestamp::from_micros))
}

/// Notes when it was done.
pub fn set_time_of(tx: &Tx<'_>, name: &str, at: Timestamp) -> Result<()> {
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    tx.exec(sql, params![name, &at.micros().to_string()]).map(drop)
}
