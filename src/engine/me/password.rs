//! Changing one's own password: the present one is asked for, the new one must be new, and every
//! other login ends.

use crate::base::{Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::one_time::Purpose;
use crate::domain::password;
use crate::engine::audit::{self, Entry};
use crate::engine::mail::{self, Letter};
use crate::engine::{Engine, access, passwords, reauth, recovery};
use crate::store;
use serde_json::json;
use std::sync::Arc;

/// What a user proves themselves with and what is to be.
#[derive(Clone)]
pub struct NewPassword {
    pub current: String,
    pub new: String,
    /// The new one once more, where the page asks for it.
    pub confirmed: Option<String>,
}

/// Changes the password. 401 and 423 for a wrong one, 422 when the new one will not do.
pub async fn change_password(engine: &Arc<Engine>, account: &Account, given: NewPassword) -> Result<()> {
    let NewPassword { current, new, confirmed } = given;
    password::check_again(&new, confirmed.as_deref())?;
    reauth::confirm(engine, account, current).await?;
    let (keys, user) = (engine.keys.clone(), account.user);
    let email = engine.store.read(move |snap| store::users::email_of(snap, &keys, user)).await?;
    let hash = passwords::renewed(engine, user, &email.unwrap_or_default(), new).await?;
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (user, now) = (account.user, Timestamp::now());
        // Another login may have changed it meanwhile and ended this one.
        store::sessions::find_live(tx, account.session, now)?.ok_or_else(access::no_user)?;
        store::users::set_password(tx, user, now, &hash)?;
        let ended = store::sessions::revoke_all(tx, user, Some(account.session), now)?;
        let metadata = json!({"sessions_revoked": ended});
        audit::record(
            tx,
            &engine_,
            Entry::of(&account, "user.password_changed", "user", Some(user.to_string()), metadata),
        )?;
        // Whoever knew the old password may have asked for these.
        recovery::cancel_change(tx, &engine_, user)?;
        store::one_time::delete(tx, user, Purpose::Reset)?;
        mail::queue(tx, &engine_, user, Letter::PasswordChanged)
    });
    write.await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Kind;
    use crate::engine::testing::{PASSWORD, TestEngine, account};

    #[tokio::test]
    async fn a_login_that_ended_meanwhile_changes_nothing() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let caller = account(&engine, &made).await;
        let given = NewPassword { current: PASSWORD.to_owned(), new: "Nuevo-Caballo-1".to_owned(), confirmed: None };
        engine.sql("UPDATE sessions SET revoked_at = 1").await;
        let before = engine.audited().await;
        let refused = change_password(&engine, &caller, given.clone()).await.expect_err("refused");
        assert_eq!(refused.kind(), Kind::Unauthorized);
        assert_eq!(engine.audited().await, before);
        engine.sql("UPDATE sessions SET revoked_at = NULL").await;
        change_password(&engine, &caller, given).await.expect("the old one still holds");
    }
}
