//! The checks of how the server is.

use super::{Snapshot, Tx};
use crate::base::{Result, Timestamp};
use crate::domain::uptime::Status;
use crate::params;

/// A check as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub at: Timestamp,
    pub status: Status,
    /// A JSON object.
    pub checks: String,
    pub response_time_ms: i64,
}

pub fn insert(tx: &Tx<'_>, check: &Check) -> Result<()> {
    let sql = "INSERT INTO uptime_checks (at, status, checks, response_time_ms) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (at) DO NOTHING";
    tx.exec(sql, params![check.at, check.status.code(), &check.checks, check.response_time_ms])?;
    Ok(())
}

/// All since an instant, oldest first.
pub fn since(snap: &Snapshot<'_>, from: Timestamp) -> Result<Vec<(Timestamp, Status)>> {
    let sql = "SELECT at, status FROM uptime_checks WHERE at >= ?1 ORDER BY at";
    snap.all(sql, params![from], |row| Ok((row.time(0)?, Status::from_code(row.int(1)?))))
}

/// The newest that is one.
pub fn latest(snap: &Snapshot<'_>) -> Result<Option<Check>> {
    let sql =
        "SELECT at, status, checks, response_time_ms FROM uptime_checks WHERE status <> 3 ORDER BY at DESC LIMIT 1";
    snap.opt(sql, &[], |row| {
        Ok(Check {
            at: row.time(0)?,
            status: Status::from_code(row.int(1)?),
            checks: row.text(2)?,
            response_time_ms: row.int(3)?,
        })
    })
}

/// Removes what is older than an instant, at most so many.
pub fn forget(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    super::purges::ended(tx, ["uptime_checks", "at", "at"], before, limit)
}
