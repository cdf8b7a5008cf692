//! Tokens that count once, by their hashes.

use super::{Row, Snapshot, Tx};
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::one_time::{OneTime, Purpose};
use crate::params;

/// Tokens a user can have for one purpose; the oldest make room.
const KEPT: i64 = 5;

fn token(row: &Row<'_>) -> Result<OneTime> {
    let address = row.bytes(2)?.try_into().map_err(|_| Error::internal("address hash of another length"))?;
    Ok(OneTime {
        purpose: Purpose::from_code(row.int(0)?).ok_or_else(|| Error::internal("unknown purpose of a token"))?,
        user: row.id(1)?,
        address,
        created_at: row.time(3)?,
        expires_at: row.time(4)?,
    })
}

/// Adds a token of this hash; only the newest of its user and purpose stay.
pub fn insert(tx: &Tx<'_>, hash: &[u8; 32], token: &OneTime) -> Result<()> {
    let sql = "INSERT INTO one_time_tokens (hash, purpose, user_id, address_hash, created_at, expires_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (purpose, user) = (token.purpose.code(), &token.user);
    tx.exec(sql, params![hash, purpose, user, &token.address, token.created_at, token.expires_at])?;
    let sql = "DELETE FROM one_time_tokens WHERE user_id = ?1 AND purpose = ?2 AND hash NOT IN (SELECT hash \
               FROM one_time_tokens WHERE user_id = ?1 AND purpose = ?2 ORDER BY created_at DESC LIMIT ?3)";
    tx.exec(sql, params![user, purpose, KEPT]).map(drop)
}

/// The token of a hash while it counts.
pub fn find(snap: &Snapshot<'_>, hash: &[u8; 32], now: Timestamp) -> Result<Option<OneTime>> {
    let sql = "SELECT purpose, user_id, address_hash, created_at, expires_at FROM one_time_tokens \
               WHERE hash = ?1 AND expires_at > ?2";
    snap.opt(sql, params![hash, now], token)
}

/// Takes all tokens of a purpose from a user.
pub fn delete(tx: &Tx<'_>, user: UserId, purpose: Purpose) -> Result<()> {
    let sql = "DELETE FROM one_time_tokens WHERE user_id = ?1 AND purpose = ?2";
    tx.exec(sql, params![&user, purpose.code()]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::super::conformance::Db;
    use super::*;

    #[tokio::test]
    async fn tokens_are_found_while_they_count() {
        let db = Db::open();
        let (user, other): (UserId, UserId) = (db.ids.next(), db.ids.next());
        let start = Timestamp::from_secs(0);
        db.write(move |tx| {
            for n in 0..7 {
                let made = OneTime::new(Purpose::Reset, user, [9; 32], start.plus_micros(i64::from(n)));
                insert(tx, &[n; 32], &made)?;
            }
            insert(tx, &[100; 32], &OneTime::new(Purpose::Confirm, user, [9; 32], start))?;
            insert(tx, &[101; 32], &OneTime::new(Purpose::Reset, other, [9; 32], start))?;
            let there = |hash: u8, at| Ok::<_, Error>(find(tx, &[hash; 32], at)?.is_some());
            assert!(!there(1, start)? && there(2, start)? && there(6, start)?, "the newest five");
            let end = start.plus(Purpose::Reset.validity());
            assert!(there(2, end)? && !there(101, end)?, "until its time");
            let found = find(tx, &[100; 32], start)?.expect("found");
            assert_eq!(found, OneTime::new(Purpose::Confirm, user, [9; 32], start));
            delete(tx, user, Purpose::Reset)?;
            assert!(!there(6, start)? && there(100, start)? && there(101, start)?);
            Ok(())
        })
        .await;
    }
}
