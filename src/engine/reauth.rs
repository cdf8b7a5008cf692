//! Asking a signed-in user for the password again, before what a stolen session must not do.

use super::Engine;
use super::audit::{self, By, Entry};
use super::lockout;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::store;
use serde_json::json;
use std::sync::Arc;

/// Checks the password of the caller. 401 `Invalid password`, 423 when locked; a wrong one counts
/// towards the lock of their address.
pub(super) async fn confirm(engine: &Arc<Engine>, account: &Account, password: String) -> Result<()> {
    let id = account.user;
    let engine_ = engine.clone();
    let read = engine.store.read(move |snap| {
        let (email_hash, stored) =
            store::users::secret_of(snap, id)?.ok_or_else(|| Error::new(Kind::Unauthorized, "Unauthorized"))?;
        Ok((email_hash, stored, lockout::refusal(snap, &email_hash, Timestamp::now())?))
    });
    let (email_hash, stored, locked) = read.await?;
    if let Some(refusal) = locked {
        return Err(refusal);
    }
    if engine.passwords.verify(password, Some(stored)).await? {
        return Ok(());
    }
    let account = account.clone();
    // The refusal is the answer of the write, not its error: the count and its entry must stay.
    let write = engine.store.write(move |tx| {
        let now = Timestamp::now();
        // Asked again: guesses at the same time may have locked since.
        if let Some(refusal) = lockout::refusal(tx, &email_hash, now)? {
            return Ok(refusal);
        }
        let by = By::Account(&account);
        let user = Some(id.to_string());
        audit::record(tx, &engine_, Entry::of(by, "user.reauth_failed", "user", user, json!({})))?;
        let (_, locked) = lockout::failed(tx, &engine_, by, (&email_hash, Some(id)))?;
        Ok(locked.unwrap_or_else(|| Error::new(Kind::Unauthorized, "Invalid password")))
    });
    Err(write.await?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{PASSWORD, TestEngine, account};
    use super::*;

    #[tokio::test]
    async fn wrong_passwords_count_and_lock() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let caller = account(&engine, &made).await;
        confirm(&engine, &caller, PASSWORD.to_owned()).await.expect("right");
        for n in 1..=6 {
            let error = confirm(&engine, &caller, "Wrong-pass1".to_owned()).await.expect_err("wrong");
            let (kind, message) = match n {
                1..=4 => (Kind::Unauthorized, "Invalid password"),
                _ => (Kind::Locked, "Account locked. Try again later."),
            };
            assert_eq!((error.kind(), error.message()), (kind, message), "{n}");
        }
        let refused = confirm(&engine, &caller, PASSWORD.to_owned()).await.expect_err("locked");
        assert_eq!(refused.kind(), Kind::Locked);
        let actions: Vec<String> = engine.audited().await.into_iter().skip(3).map(|(action, _)| action).collect();
        let mut expected = ["user.reauth_failed"; 6];
        expected[5] = "user.locked";
        assert_eq!(actions, expected);
    }
}
