//! Letters that wait to be sent, and when each user was last written to. What a letter says and to
//! which address is sealed here.

use super::sealed::{open, seal};
use super::{Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Id, Result, Timestamp};
use crate::domain::account::UserId;
use crate::params;

#[derive(Debug)]
pub enum LetterTag {}
/// Id of a letter; its time is that of the letter.
pub type LetterId = Id<LetterTag>;

/// A letter in the queue.
#[derive(Debug)]
pub struct Waiting {
    pub id: LetterId,
    /// Recipient and text; none when it cannot be opened.
    pub content: Option<String>,
    /// After this the letter is of no use.
    pub expires_at: Timestamp,
    /// Times it was refused for reasons of its own.
    pub attempts: i64,
    /// Whether its user is there and not deactivated.
    pub wanted: bool,
}

/// Puts a letter into the queue, due at once.
pub fn insert(
    tx: &Tx<'_>,
    keys: &Keys,
    (id, user): (LetterId, UserId),
    content: &str,
    expires_at: Timestamp,
) -> Result<()> {
    let content = seal(keys, "letters.content", id, content)?;
    let sql = "INSERT INTO letters (id, user_id, content, due_at, expires_at, attempts) VALUES (?1, ?2, ?3, ?4, ?5, 0)";
    tx.exec(sql, params![&id, &user, &content, id.time(), expires_at])?;
    Ok(())
}

/// Letters that are due, the longest waiting first.
pub fn due(snap: &Snapshot<'_>, keys: &Keys, now: Timestamp, limit: i64) -> Result<Vec<Waiting>> {
    let sql = "SELECT l.id, l.content, l.expires_at, l.attempts, u.id IS NOT NULL AND u.deactivated_at IS NULL \
               FROM letters l LEFT JOIN users u ON u.id = l.user_id WHERE l.due_at <= ?1 ORDER BY l.due_at, l.id LIMIT ?2";
    snap.all(sql, params![now, limit], |row| {
        let id: LetterId = row.id(0)?;
        Ok(Waiting {
            id,
            content: open(keys, "letters.content", id, &row.bytes(1)?).ok(),
            expires_at: row.time(2)?,
            attempts: row.int(3)?,
            wanted: row.flag(4)?,
        })
    })
}

/// When the next letter is due.
pub fn next_due(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    snap.opt("SELECT due_at FROM letters ORDER BY due_at LIMIT 1", &[], |row| row.time(0))
}

/// Takes a letter out of the queue.
pub fn delete(tx: &Tx<'_>, id: LetterId) -> Result<()> {
    tx.exec("DELETE FROM letters WHERE id = ?1", params![&id]).map(drop)
}

/// Makes a letter that was refused due again later.
pub fn postpone(tx: &Tx<'_>, id: LetterId, due_at: Timestamp) -> Result<()> {
    let sql = "UPDATE letters SET due_at = ?2, attempts = attempts + 1 WHERE id = ?1";
    tx.exec(sql, params![&id, due_at]).map(drop)
}

/// Takes out the letters that are of no use any more; returns how many.
pub fn delete_expired(tx: &Tx<'_>, now: Timestamp) -> Result<usize> {
    tx.exec("DELETE FROM letters WHERE expires_at <= ?1", params![now])
}

/// What tells letters of one kind to one user apart.
#[derive(Debug, Clone, Copy)]
pub struct Kind<'a> {
    pub user: UserId,
    pub purpose: &'a str,
    /// What it is about; empty for nothing in particular.
    pub subject: &'a [u8],
}

/// When a letter of this kind was last queued.
pub fn marked_at(snap: &Snapshot<'_>, kind: Kind<'_>) -> Result<Option<Timestamp>> {
    let sql = "SELECT queued_at FROM letter_marks WHERE user_id = ?1 AND purpose = ?2 AND subject = ?3";
    snap.opt(sql, params![&kind.user, kind.purpose, kind.subject], |row| row.time(0))
}

/// Remembers a letter that is being queued, and forgets those before `since`; returns how many of
/// any kind the user got since then.
pub fn mark(tx: &Tx<'_>, kind: Kind<'_>, since: Timestamp, now: Timestamp) -> Result<i64> {
    tx.exec("DELETE FROM letter_marks WHERE user_id = ?1 AND queued_at <= ?2", params![&kind.user, since])?;
    let sql = "INSERT INTO letter_marks (user_id, purpose, subject, queued_at) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (user_id, purpose, subject) DO UPDATE SET queued_at = excluded.queued_at";
    tx.exec(sql, params![&kind.user, kind.purpose, kind.subject, now])?;
    tx.one("SELECT COUNT(*) FROM letter_marks WHERE user_id = ?1", params![&kind.user], |row| row.int(0))
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;
    use std::sync::Arc;

    fn at(secs: i64) -> Timestamp {
        Timestamp::from_secs(secs)
    }

    #[tokio::test]
    async fn letters_wait_in_order_and_go() {
        let db = Db::open();
        let (keys, user): (Arc<Keys>, UserId) = (Arc::new(Keys::derive(&[7; 32]).expect("keys")), db.ids.next());
        let ids: [LetterId; 3] = std::array::from_fn(|_| db.ids.next());
        let now = ids[2].time();
        let keys_ = keys.clone();
        db.write(move |tx| {
            for (n, id) in ids.into_iter().enumerate() {
                insert(tx, &keys_, (id, user), &format!("letter {n}"), now.plus_micros(10 * (n as i64 + 1)))?;
            }
            postpone(tx, ids[0], now.plus_micros(5))
        })
        .await;
        let seen = db
            .read(move |snap| {
                let shown = |list: Vec<Waiting>| -> Vec<(Option<String>, i64, bool)> {
                    list.into_iter().map(|w| (w.content, w.attempts, w.wanted)).collect()
                };
                let (first, all) = (due(snap, &keys, now, 9)?, due(snap, &keys, now.plus_micros(5), 9)?);
                Ok((shown(first), shown(all), next_due(snap)?))
            })
            .await;
        let row = |n: i64, attempts| (Some(format!("letter {n}")), attempts, false);
        assert_eq!(seen.0, [row(1, 0), row(2, 0)], "nobody wants what has no user");
        assert_eq!(seen.1, [row(1, 0), row(2, 0), row(0, 1)]);
        assert_eq!(seen.2, Some(ids[1].time()));
        let left = db.write(move |tx| {
            delete(tx, ids[1])?;
            assert_eq!(delete_expired(tx, now.plus_micros(10))?, 1);
            next_due(tx)
        });
        assert_eq!(left.await, Some(ids[2].time()));
    }

    #[tokio::test]
    async fn marks_are_kept_for_a_while() {
        let db = Db::open();
        let (ana, eva): (UserId, UserId) = (db.ids.next(), db.ids.next());
        let kind = |user, purpose, subject| Kind { user, purpose, subject };
        db.write(move |tx| {
            assert_eq!(mark(tx, kind(ana, "reset", b""), at(0), at(10))?, 1);
            assert_eq!(mark(tx, kind(ana, "invited", b"a"), at(0), at(11))?, 2);
            assert_eq!(mark(tx, kind(ana, "invited", b"b"), at(0), at(12))?, 3);
            assert_eq!(mark(tx, kind(eva, "reset", b""), at(0), at(12))?, 1);
            assert_eq!(marked_at(tx, kind(ana, "invited", b"a"))?, Some(at(11)));
            assert_eq!(marked_at(tx, kind(ana, "invited", b"c"))?, None);
            assert_eq!(mark(tx, kind(ana, "reset", b""), at(11), at(20))?, 2, "old ones are forgotten");
            assert_eq!(marked_at(tx, kind(ana, "reset", b""))?, Some(at(20)));
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn no_look_at_the_queue_reads_all_of_it() {
        let db = Db::open();
        for sql in [
            "SELECT l.id FROM letters l LEFT JOIN users u ON u.id = l.user_id WHERE l.due_at <= ?1 ORDER BY l.due_at, l.id LIMIT ?2",
            "SELECT due_at FROM letters ORDER BY due_at LIMIT 1",
            "DELETE FROM letters WHERE expires_at <= ?1",
            "DELETE FROM letter_marks WHERE user_id = ?1 AND queued_at <= ?2",
        ] {
            let plan = db.read(move |snap| plan(snap, sql)).await;
            let scans = plan.contains("SCAN") && !plan.contains("USING COVERING INDEX letters_due");
            assert!(!scans && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
        }
    }
}
