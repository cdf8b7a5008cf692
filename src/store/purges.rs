//! Removing rows that have had their time, a bounded number at once. Each of these functions
//! removes at most `limit` rows that ended before an instant and returns how many went; fewer than
//! `limit` means that none is left.

use super::{Row, Tx};
use crate::base::{Result, Timestamp};
use crate::domain::account::SessionId;
use crate::domain::analytics::Day;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::params;

/// Sessions that were over or revoked before then, with their refresh tokens.
pub fn sessions(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    let mut gone = 0;
    for column in ["expires_at", "revoked_at"] {
        let sql = format!("SELECT id FROM sessions WHERE {column} < ?1 ORDER BY {column} LIMIT ?2");
        for id in tx.all(&sql, params![before, (limit - gone) as i64], |row| row.id(0))? {
            gone += session(tx, id, limit - gone)?;
            if gone >= limit {
                return Ok(limit);
            }
        }
    }
    Ok(gone)
}

/// A session goes after its last token: half of it must never be left.
fn session(tx: &Tx<'_>, id: SessionId, limit: usize) -> Result<usize> {
    let sql = "DELETE FROM refresh_tokens WHERE hash IN \
               (SELECT hash FROM refresh_tokens WHERE session_id = ?1 LIMIT ?2)";
    let tokens = tx.exec(sql, params![&id, limit as i64])?;
    match tokens < limit {
        true => Ok(tokens + tx.exec("DELETE FROM sessions WHERE id = ?1", params![&id])?),
        false => Ok(tokens),
    }
}

/// Rows of a table, told apart by `key`, whose time in `column` was before then; it needs an index.
pub(super) fn ended(tx: &Tx<'_>, [table, key, column]: [&str; 3], before: Timestamp, limit: usize) -> Result<usize> {
    let sql = format!(
        "DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {column} < ?1 ORDER BY {column} LIMIT ?2)"
    );
    tx.exec(&sql, params![before, limit as i64])
}

/// Counts of failed logins whose last failure was before then.
pub fn login_attempts(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    ended(tx, ["login_attempts", "email_hash", "last_failed_at"], before, limit)
}

/// One-time tokens that expired before then.
pub fn one_time_tokens(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    ended(tx, ["one_time_tokens", "hash", "expires_at"], before, limit)
}

/// What people were last told of before then.
pub fn alert_marks(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    ended(tx, ["alert_marks", "project_id, medium, event_type, object", "told_at"], before, limit)
}

/// Embed tokens that expired before then.
pub fn embed_tokens(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    ended(tx, ["embed_tokens", "id", "expires_at"], before, limit)
}

/// Sandbox endpoints that expired before then, with what they captured: a bite of the first. As
/// captures can be large, a bite is smaller than `limit` and counts as much.
pub fn sandboxes(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    let sql = "SELECT id FROM sandbox_endpoints WHERE expires_at < ?1 ORDER BY expires_at LIMIT 1";
    match tx.opt(sql, params![before], |row| row.id(0))? {
        Some(id) => super::sandbox::clear(tx, id).map(|_| limit),
        None => Ok(0),
    }
}

/// Counts of topics by days before then.
pub fn topic_days(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    let sql = "SELECT project_id, day, topic FROM topic_days WHERE day < ?1 ORDER BY day LIMIT ?2";
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.int(1)?, row.text(2)?));
    let rows: Vec<(ProjectId, i64, String)> = tx.all(sql, params![Day::of(before).0, limit as i64], read)?;
    for (project, day, topic) in &rows {
        let sql = "DELETE FROM topic_days WHERE project_id = ?1 AND day = ?2 AND topic = ?3";
        tx.exec(sql, params![project, *day, topic])?;
    }
    Ok(rows.len())
}

/// Numbers of webhooks by minutes before then.
pub fn webhook_minutes(tx: &Tx<'_>, before: Timestamp, limit: usize) -> Result<usize> {
    let sql = "SELECT webhook_id, minute FROM webhook_minutes WHERE minute < ?1 ORDER BY minute LIMIT ?2";
    let minute = before.secs().div_euclid(60);
    let rows: Vec<(WebhookId, i64)> =
        tx.all(sql, params![minute, limit as i64], |row| Ok((row.id(0)?, row.int(1)?)))?;
    for (webhook, minute) in &rows {
        tx.exec("DELETE FROM webhook_minutes WHERE webhook_id = ?1 AND minute = ?2", params![webhook, *minute])?;
    }
    Ok(rows.len())
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;
    use crate::base::crypto::{Keys, random_bytes};
    use crate::domain::session::{Session, SessionKind};
    use crate::store::sessions::{self, Opened};

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(1_790_000_000 + seconds)
    }

    async fn session(db: &Db, ends: i64, revoked: Option<i64>, tokens: usize) -> SessionId {
        let (id, user, kind) = (db.ids.next(), db.ids.next(), SessionKind::Api);
        let session = Session { id, user, kind, expires_at: at(ends), last_activity_at: at(0) };
        db.write(move |tx| {
            let keys = Keys::derive(&[7; 32])?;
            sessions::insert(tx, &keys, &session, Opened { ip: "192.0.2.1", user_agent: None, cookie: None })?;
            for _ in 0..tokens {
                sessions::rotate(tx, id, &random_bytes(), at(1))?;
            }
            revoked.map_or(Ok(()), |at_| sessions::revoke(tx, id, at(at_)))
        })
        .await;
        id
    }

    async fn count(db: &Db, sql: &'static str) -> i64 {
        db.read(move |snap| snap.one(sql, &[], |row| row.int(0))).await
    }

    #[tokio::test]
    async fn ended_sessions_go_with_their_tokens_bit_by_bit() {
        let db = Db::open();
        for (ends, revoked) in [(10, None), (90, Some(10)), (90, None), (90, Some(60))] {
            session(&db, ends, revoked, 7).await;
        }
        let mut steps = Vec::new();
        loop {
            let gone = db.write(|tx| sessions(tx, at(50), 5)).await;
            steps.push(gone);
            let lonely = count(
                &db,
                "SELECT COUNT(*) FROM refresh_tokens t LEFT JOIN sessions s ON s.id = t.session_id WHERE s.id IS NULL",
            );
            assert_eq!(lonely.await, 0, "no token is left without its session");
            if gone < 5 {
                break;
            }
        }
        assert_eq!(steps, [5, 5, 5, 1]);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM sessions").await, 2);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM refresh_tokens").await, 14);
    }

    #[tokio::test]
    async fn old_failures_and_tokens_go() {
        let db = Db::open();
        db.write(|tx| {
            for n in 0..9u8 {
                let sql = "INSERT INTO login_attempts (email_hash, failures, last_failed_at) VALUES (?1, 1, ?2)";
                tx.exec(sql, params![&[n; 32], at(i64::from(n))])?;
                let sql = "INSERT INTO one_time_tokens (hash, purpose, user_id, address_hash, created_at, expires_at) \
                           VALUES (?1, 1, ?1, ?1, 0, ?2)";
                tx.exec(sql, params![&[n; 32], at(i64::from(n))])?;
            }
            Ok(())
        })
        .await;
        for purge in [login_attempts, one_time_tokens] {
            for expected in [4, 2, 0] {
                assert_eq!(db.write(move |tx| purge(tx, at(6), 4)).await, expected);
            }
        }
        assert_eq!(count(&db, "SELECT COUNT(*) FROM login_attempts").await, 3);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM one_time_tokens").await, 3);
    }

    #[tokio::test]
    async fn numbers_that_nobody_can_ask_for_go() {
        let db = Db::open();
        let (project, hook) = (db.project, db.webhook().await);
        db.write(move |tx| {
            for n in 0..9 {
                let sql = "INSERT INTO topic_days (project_id, day, topic, events) VALUES (?1, ?2, 'a', 1)";
                tx.exec(sql, params![&project, n])?;
                let sql = "INSERT INTO webhook_minutes (webhook_id, minute, pending, failed, success, latency_sum, \
                           latency_count) VALUES (?1, ?2, 0, 0, 1, 5, 1)";
                tx.exec(sql, params![&hook, n * 1440])?;
            }
            Ok(())
        })
        .await;
        for purge in [topic_days, webhook_minutes] {
            for expected in [4, 2, 0] {
                let before = Timestamp::from_secs(6 * 86_400);
                assert_eq!(db.write(move |tx| purge(tx, before, 4)).await, expected);
            }
        }
        assert_eq!(count(&db, "SELECT COUNT(*) FROM topic_days").await, 3);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM webhook_minutes").await, 3);
    }

    #[tokio::test]
    async fn nothing_is_searched_row_by_row() {
        let db = Db::open();
        for (sql, index) in [
            ("SELECT id FROM sessions WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2", "sessions_over"),
            ("SELECT topic FROM topic_days WHERE day < ?1 ORDER BY day LIMIT ?2", "topic_days_day"),
            ("SELECT minute FROM webhook_minutes WHERE minute < ?1 ORDER BY minute LIMIT ?2", "webhook_minutes_minute"),
            ("SELECT id FROM sessions WHERE revoked_at < ?1 ORDER BY revoked_at LIMIT ?2", "sessions_revoked"),
            (
                "SELECT email_hash FROM login_attempts WHERE last_failed_at < ?1 ORDER BY last_failed_at LIMIT ?2",
                "login_attempts_idle",
            ),
            (
                "SELECT hash FROM one_time_tokens WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2",
                "one_time_tokens_over",
            ),
            (
                "SELECT id FROM sessions WHERE user_id = ?1 AND revoked_at IS NULL AND expires_at > ?2 \
                 ORDER BY last_activity_at DESC LIMIT ?3",
                "sessions_recent",
            ),
            ("SELECT id FROM sessions WHERE cookie_hash = ?1 AND revoked_at IS NULL", "sessions_cookie"),
            (
                "SELECT COUNT(*) FROM (SELECT id FROM notifications WHERE user_id = ?1 AND read_at IS NULL LIMIT ?2) AS n",
                "notifications_unread",
            ),
            (
                "SELECT id FROM consents WHERE user_id = ?1 AND purpose = ?2 ORDER BY id DESC LIMIT 1",
                "consents_purpose",
            ),
            ("SELECT id FROM audit_log WHERE user_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3", "audit_log_user"),
        ] {
            let plan = db.read(move |snap| plan(snap, sql)).await;
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
        }
    }
}
