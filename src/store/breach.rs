//! What breach detection counts in the audit log, and what it has told already.

use super::sealed::open_opt;
use super::{Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Id, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::audit::AuditId;
use crate::params;

/// Entries of a time, ends included.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    low: AuditId,
    high: AuditId,
}

impl Span {
    pub fn new(from: Timestamp, to: Timestamp) -> Span {
        Span { low: Id::floor(from), high: Id::floor(to.plus_micros(1)) }
    }
}

const WITHIN: &str = "id >= ?2 AND id < ?3";

/// How many entries of an action there are.
pub fn count(snap: &Snapshot<'_>, action: &str, span: Span) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) FROM audit_log WHERE action = ?1 AND {WITHIN}");
    snap.one(&sql, params![action, &span.low, &span.high], |row| row.int(0))
}

/// Addresses, by their hashes, with more entries of an action than allowed.
pub fn by_address(snap: &Snapshot<'_>, action: &str, span: Span, allowed: i64) -> Result<Vec<(Vec<u8>, i64)>> {
    let sql = format!(
        "SELECT ip_hash, COUNT(*) FROM audit_log WHERE action = ?1 AND {WITHIN} AND ip_hash IS NOT NULL \
         GROUP BY ip_hash HAVING COUNT(*) > ?4 ORDER BY COUNT(*) DESC"
    );
    let bound = params![action, &span.low, &span.high, allowed];
    snap.all(&sql, bound, |row| Ok((row.bytes(0)?, row.int(1)?)))
}

/// Who has how many entries of an action; those of nobody known are one.
pub fn by_user(snap: &Snapshot<'_>, action: &str, span: Span) -> Result<Vec<(Option<UserId>, i64)>> {
    let sql =
        format!("SELECT user_id, COUNT(*) FROM audit_log WHERE action = ?1 AND {WITHIN} GROUP BY user_id ORDER BY 1");
    snap.all(&sql, params![action, &span.low, &span.high], |row| Ok((row.opt_id(0)?, row.int(1)?)))
}

/// The address behind a hash in the entries of an action.
pub fn address(snap: &Snapshot<'_>, keys: &Keys, action: &str, span: Span, hash: &[u8]) -> Result<Option<String>> {
    let sql = format!("SELECT id, ip FROM audit_log WHERE action = ?1 AND {WITHIN} AND ip_hash = ?4 LIMIT 1");
    let found = snap.opt(&sql, params![action, &span.low, &span.high, hash], |row| {
        open_opt(keys, "audit_log.ip", row.id::<()>(0)?, row.opt_bytes(1)?)
    });
    Ok(found?.flatten())
}

/// Notes that something is told now; false when it was since `quiet`.
pub fn tell(tx: &Tx<'_>, kind: &str, subject: &[u8], quiet: Timestamp, now: Timestamp) -> Result<bool> {
    let sql = "INSERT INTO anomalies (kind, subject, reported_at) VALUES (?1, ?2, ?3) \
               ON CONFLICT (kind, subject) DO UPDATE SET reported_at = excluded.reported_at \
               WHERE anomalies.reported_at <= ?4";
    Ok(tx.exec(sql, params![kind, subject, now, quiet])? == 1)
}

/// Forgets what may be told again.
pub fn forget(tx: &Tx<'_>, quiet: Timestamp) -> Result<()> {
    tx.exec("DELETE FROM anomalies WHERE reported_at <= ?1", params![quiet]).map(drop)
}

/// Notes a login from a network. Returns whether it is one that the user has not used since
/// `remembered`; never of a user whose logins were not noted before.
pub fn note_network(
    tx: &Tx<'_>,
    user: UserId,
    network: &[u8; 32],
    remembered: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let sql = "SELECT last_seen_at FROM user_networks WHERE user_id = ?1 AND network = ?2";
    let seen = tx.opt(sql, params![&user, network], |row| row.time(0))?;
    let sql = "SELECT 1 FROM user_networks WHERE user_id = ?1 LIMIT 1";
    let first = tx.opt(sql, params![&user], |row| row.int(0))?.is_none();
    let sql = "INSERT INTO user_networks (user_id, network, last_seen_at) VALUES (?1, ?2, ?3) \
               ON CONFLICT (user_id, network) DO UPDATE SET last_seen_at = excluded.last_seen_at";
    tx.exec(sql, params![&user, network, now])?;
    tx.exec("DELETE FROM user_networks WHERE user_id = ?1 AND last_seen_at < ?2", params![&user, remembered])?;
    Ok(!first && seen.is_none_or(|at| at < remembered))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;

    #[tokio::test]
    async fn counting_reads_one_action_of_one_time() {
        let db = Db::open();
        db.read(|snap| {
            for rest in ["", "AND ip_hash IS NOT NULL GROUP BY ip_hash", "GROUP BY user_id", "AND ip_hash = ?4 LIMIT 1"]
            {
                let sql = format!("SELECT COUNT(*) FROM audit_log WHERE action = ?1 AND {WITHIN} {rest}");
                let plan = plan(snap, &sql)?;
                assert!(plan.contains("audit_log_actions (action=? AND id>? AND id<?)"), "{plan}");
            }
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn networks_are_new_once() {
        let db = Db::open();
        let user: UserId = db.ids.next();
        let at = |day: i64| Timestamp::from_secs(1_790_000_000 + day * 86_400);
        db.write(move |tx| {
            for (day, network, new) in [
                (0, 1, false),
                (1, 1, false),
                (2, 2, true),
                (3, 2, false),
                (80, 1, false),
                (94, 2, true),
                (95, 3, true),
            ] {
                let found = note_network(tx, user, &[network; 32], at(day - 90), at(day))?;
                assert_eq!(found, new, "day {day}, network {network}");
            }
            // Away for very long, a user is told of any login.
            assert!(note_network(tx, user, &[1; 32], at(400), at(490))?);
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn the_same_is_told_once_in_a_while() {
        let db = Db::open();
        let at = |minute: i64| Timestamp::from_secs(1_790_000_000 + minute * 60);
        db.write(move |tx| {
            for (minute, subject, told) in
                [(0, 1, true), (5, 1, false), (5, 2, true), (59, 1, false), (60, 1, true), (61, 1, false)]
            {
                assert_eq!(tell(tx, "x", &[subject], at(minute - 60), at(minute))?, told, "{minute} {subject}");
            }
            forget(tx, at(60))?;
            assert!(tell(tx, "x", &[2], at(5), at(65))?);
            Ok(())
        })
        .await;
    }
}
