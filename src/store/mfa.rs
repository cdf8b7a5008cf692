//! Second factors: secrets (sealed here and nowhere else), backup codes as hashes, and the logins
//! that wait for a code. What has ended is removed with the next one that begins.

use super::sealed::{open, seal};
use super::{Snapshot, Tx};
use crate::base::crypto::Keys;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::mfa::{Challenge, ChallengeId, Secret};
use crate::params;

fn read_secret(keys: &Keys, column: &str, user: UserId, sealed: &[u8]) -> Result<Secret> {
    Secret::parse(&open(keys, column, user, sealed)?).ok_or_else(|| Error::internal("a second factor is damaged"))
}

/// The secret of a user and the step of the last code that was accepted.
pub fn factor(snap: &Snapshot<'_>, keys: &Keys, user: UserId) -> Result<Option<(Secret, i64)>> {
    let sql = "SELECT secret, last_step FROM mfa_factors WHERE user_id = ?1";
    snap.opt(sql, params![&user], |row| {
        Ok((read_secret(keys, "mfa_factors.secret", user, &row.bytes(0)?)?, row.int(1)?))
    })
}

/// Switches the second factor of a user on; it was proven with a code of `step`.
pub fn enable(tx: &Tx<'_>, keys: &Keys, user: UserId, proven: (&Secret, i64), now: Timestamp) -> Result<()> {
    let (secret, step) = proven;
    let sealed = seal(keys, "mfa_factors.secret", user, &secret.base32())?;
    let sql = "INSERT INTO mfa_factors (user_id, secret, last_step) VALUES (?1, ?2, ?3)";
    tx.exec(sql, params![&user, &sealed, step])?;
    tx.exec("DELETE FROM mfa_setups WHERE user_id = ?1", params![&user])?;
    mark(tx, user, Some(now), now)
}

/// Removes all there is of the second factor of a user.
pub fn remove(tx: &Tx<'_>, user: UserId, now: Timestamp) -> Result<()> {
    for sql in [
        "DELETE FROM mfa_factors WHERE user_id = ?1",
        "DELETE FROM mfa_setups WHERE user_id = ?1",
        "DELETE FROM mfa_backup_codes WHERE user_id = ?1",
        "DELETE FROM mfa_challenges WHERE user_id = ?1",
    ] {
        tx.exec(sql, params![&user])?;
    }
    mark(tx, user, None, now)
}

fn mark(tx: &Tx<'_>, user: UserId, enabled_at: Option<Timestamp>, now: Timestamp) -> Result<()> {
    let sql = "UPDATE users SET mfa_enabled_at = ?2, updated_at = ?3 WHERE id = ?1";
    tx.exec(sql, params![&user, enabled_at, now])?;
    Ok(())
}

/// Remembers the step of an accepted code.
pub fn accepted(tx: &Tx<'_>, user: UserId, step: i64) -> Result<()> {
    tx.exec("UPDATE mfa_factors SET last_step = ?2 WHERE user_id = ?1", params![&user, step])?;
    Ok(())
}

/// Keeps a secret until its first code, in the place of an earlier one.
pub fn begin_setup(tx: &Tx<'_>, keys: &Keys, user: UserId, secret: &Secret, expires_at: Timestamp) -> Result<()> {
    let sealed = seal(keys, "mfa_setups.secret", user, &secret.base32())?;
    let sql = "INSERT INTO mfa_setups (user_id, secret, expires_at) VALUES (?1, ?2, ?3) \
               ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, expires_at = excluded.expires_at";
    tx.exec(sql, params![&user, &sealed, expires_at])?;
    Ok(())
}

/// The secret that waits for its first code, if it still does.
pub fn setup(snap: &Snapshot<'_>, keys: &Keys, user: UserId, now: Timestamp) -> Result<Option<Secret>> {
    let sql = "SELECT secret FROM mfa_setups WHERE user_id = ?1 AND expires_at > ?2";
    snap.opt(sql, params![&user, now], |row| read_secret(keys, "mfa_setups.secret", user, &row.bytes(0)?))
}

/// Gives a user new backup codes; the old ones are dead.
pub fn replace_backup_codes(tx: &Tx<'_>, user: UserId, hashes: &[[u8; 32]]) -> Result<()> {
    tx.exec("DELETE FROM mfa_backup_codes WHERE user_id = ?1", params![&user])?;
    for hash in hashes {
        tx.exec("INSERT INTO mfa_backup_codes (user_id, hash) VALUES (?1, ?2)", params![&user, hash])?;
    }
    Ok(())
}

/// Uses a backup code up; false when the user has no such code.
pub fn use_backup_code(tx: &Tx<'_>, user: UserId, hash: &[u8; 32]) -> Result<bool> {
    Ok(tx.exec("DELETE FROM mfa_backup_codes WHERE user_id = ?1 AND hash = ?2", params![&user, hash])? == 1)
}

/// Backup codes that a user has left.
pub fn backup_codes_left(snap: &Snapshot<'_>, user: UserId) -> Result<i64> {
    snap.one("SELECT COUNT(*) FROM mfa_backup_codes WHERE user_id = ?1", params![&user], |row| row.int(0))
}

/// Adds a login that waits for its code.
pub fn insert_challenge(tx: &Tx<'_>, challenge: &Challenge) -> Result<()> {
    let sql = "INSERT INTO mfa_challenges (id, user_id, failures, expires_at) VALUES (?1, ?2, ?3, ?4)";
    tx.exec(sql, params![&challenge.id, &challenge.user, challenge.failures, challenge.expires_at])?;
    Ok(())
}

/// The waiting login of this id, if it still waits.
pub fn challenge(snap: &Snapshot<'_>, id: ChallengeId, now: Timestamp) -> Result<Option<Challenge>> {
    let sql = "SELECT id, user_id, failures, expires_at FROM mfa_challenges WHERE id = ?1 AND expires_at > ?2";
    snap.opt(sql, params![&id, now], |row| {
        Ok(Challenge { id: row.id(0)?, user: row.id(1)?, failures: row.int(2)?, expires_at: row.time(3)? })
    })
}

/// Notes the wrong codes of a waiting login.
pub fn save_challenge(tx: &Tx<'_>, challenge: &Challenge) -> Result<()> {
    tx.exec("UPDATE mfa_challenges SET failures = ?2 WHERE id = ?1", params![&challenge.id, challenge.failures])?;
    Ok(())
}

/// Ends a waiting login.
pub fn end_challenge(tx: &Tx<'_>, id: ChallengeId) -> Result<()> {
    tx.exec("DELETE FROM mfa_challenges WHERE id = ?1", params![&id])?;
    Ok(())
}

/// Removes the setups and waiting logins whose time is over.
pub fn purge(tx: &Tx<'_>, now: Timestamp) -> Result<()> {
    tx.exec("DELETE FROM mfa_setups WHERE expires_at <= ?1", params![now])?;
    tx.exec("DELETE FROM mfa_challenges WHERE expires_at <= ?1", params![now])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, plan};
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn what_has_ended_is_gone_and_the_rest_stays() {
        let db = Db::open();
        let now = Timestamp::now();
        let (past, to_come) = (now.plus_micros(-1), now.plus(Duration::from_secs(9)));
        let (ids, keys) = (db.ids.clone(), Keys::derive(&[7; 32]).expect("keys"));
        let (one, two): (UserId, UserId) = (ids.next(), ids.next());
        let left = db.write(move |tx| {
            let old = Challenge { id: ids.next(), user: one, failures: 0, expires_at: past };
            let new = Challenge { id: ids.next(), user: one, failures: 0, expires_at: to_come };
            insert_challenge(tx, &old)?;
            insert_challenge(tx, &new)?;
            begin_setup(tx, &keys, one, &Secret::new([1; 20]), past)?;
            begin_setup(tx, &keys, two, &Secret::new([2; 20]), to_come)?;
            assert_eq!((challenge(tx, old.id, now)?, challenge(tx, new.id, now)?), (None, Some(new)));
            assert_eq!((setup(tx, &keys, one, now)?, setup(tx, &keys, two, now)?), (None, Some(Secret::new([2; 20]))));
            purge(tx, now)?;
            let count = |table: &str| tx.one(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.int(0));
            Ok((count("mfa_challenges")?, count("mfa_setups")?))
        });
        assert_eq!(left.await, (1, 1));
    }

    #[tokio::test]
    async fn sealed_secrets_open_for_their_user_and_place_only() {
        let db = Db::open();
        let (ids, keys, now) = (db.ids.clone(), Keys::derive(&[7; 32]).expect("keys"), Timestamp::now());
        let (one, two): (UserId, UserId) = (ids.next(), ids.next());
        db.write(move |tx| {
            let secret = Secret::new([1; 20]);
            enable(tx, &keys, one, (&secret, 5), now)?;
            assert_eq!(factor(tx, &keys, one)?, Some((secret.clone(), 5)));
            begin_setup(tx, &keys, one, &secret, now.plus(Duration::from_secs(9)))?;
            tx.exec("INSERT INTO mfa_factors SELECT ?1, secret, 0 FROM mfa_factors", params![&two])?;
            assert!(factor(tx, &keys, two).is_err(), "moved to another user");
            tx.exec("UPDATE mfa_factors SET secret = (SELECT secret FROM mfa_setups)", &[])?;
            assert!(factor(tx, &keys, one).is_err(), "moved to another table");
            Ok(())
        })
        .await;
    }

    #[tokio::test]
    async fn nothing_is_scanned() {
        let db = Db::open();
        for sql in [
            "DELETE FROM mfa_setups WHERE expires_at <= ?1",
            "DELETE FROM mfa_challenges WHERE expires_at <= ?1",
            "DELETE FROM mfa_challenges WHERE user_id = ?1",
            "SELECT COUNT(*) FROM mfa_backup_codes WHERE user_id = ?1",
        ] {
            let plan = db.read(move |snap| plan(snap, sql)).await;
            assert!(plan.starts_with("SEARCH"), "{sql}: {plan}");
        }
    }
}
