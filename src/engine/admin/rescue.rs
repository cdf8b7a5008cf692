//! Helping users who cannot get in: locked, without their second factor, without their password.
//! The same for an operator who calls and for one at work on the folder of the data.

use super::users::seen;
use super::{caller, record, target};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::account::{User, UserId};
use crate::engine::Engine;
use crate::engine::audit::{self, By, Entry};
use crate::engine::{erasure, mfa, notices, recovery};
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;

/// Ends the lock after too many failed logins.
pub async fn unlock(engine: &Arc<Engine>, account: &Account, id: UserId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let user = target(tx, &engine_, caller(tx, &account)?, id)?;
        release(tx, &engine_, By::Account(&account), user)?;
        record(tx, &engine_, &account, "admin.user_unlocked", (id, json!({})))
    });
    write.await
}

/// Ends a lock, and says so where there was one.
pub(in crate::engine) fn release(tx: &Tx<'_>, engine: &Engine, by: By<'_>, user: User) -> Result<()> {
    let (id, email_hash) = (Some(user.id.to_string()), store::email_hash(&engine.keys, &user.email));
    let was_locked = seen(tx, engine, user)?.locked_until.is_some();
    store::lockout::clear(tx, &email_hash)?;
    match was_locked {
        true => audit::record(tx, engine, Entry::of(by, "user.unlocked", "user", id, json!({"reason": "operator"}))),
        false => Ok(()),
    }
}

/// Ends all logins of a user.
pub async fn revoke_sessions(engine: &Arc<Engine>, account: &Account, id: UserId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        target(tx, &engine_, caller(tx, &account)?, id)?;
        let count = store::sessions::revoke_all(tx, id, None, Timestamp::now())?;
        record(tx, &engine_, &account, "user.all_sessions_revoked", (id, json!({"revoked": count})))?;
        record(tx, &engine_, &account, "admin.user_updated", (id, json!({"changed": ["sessions"]})))
    });
    write.await
}

/// Switches the second factor of a user off; 409 when it is off.
pub async fn reset_mfa(engine: &Arc<Engine>, account: &Account, id: UserId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let operator = caller(tx, &account)?;
        operator.require_superadmin()?;
        let user = target(tx, &engine_, operator, id)?;
        clear_mfa(tx, &engine_, user)?;
        record(tx, &engine_, &account, "admin.user_mfa_reset", (id, json!({})))
    });
    write.await
}

/// Takes the second factor from a user and tells them.
pub(in crate::engine) fn clear_mfa(tx: &Tx<'_>, engine: &Engine, user: User) -> Result<()> {
    match mfa::reset(tx, engine, user.id)? {
        true => Ok(()),
        false => Err(Error::new(Kind::Conflict, "MFA is not enabled")),
    }
}

/// A way to a new password that an operator hands over.
#[derive(Clone)]
pub struct ResetLink {
    pub url: String,
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for ResetLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResetLink").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// Makes a link with which a user sets a new password, and tells the user; 409 for one who could
/// not use it.
pub async fn reset_link(engine: &Arc<Engine>, account: &Account, id: UserId) -> Result<ResetLink> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let user = target(tx, &engine_, caller(tx, &account)?, id)?;
        if user.deactivated_at.is_some() {
            return Err(Error::new(Kind::Conflict, "Account is inactive"));
        }
        let (url, expires_at) = recovery::reset_link(tx, &engine_, id)?;
        notices::reset_link_made(tx, &engine_, id)?;
        record(tx, &engine_, &account, "user.password_reset_requested", (id, json!({"reason": "operator"})))?;
        record(tx, &engine_, &account, "admin.user_updated", (id, json!({"changed": ["reset_link"]})))?;
        Ok(ResetLink { url, expires_at })
    });
    write.await
}

/// Erases a user. 403 for those the operator may not touch, 409 for the last superadmin.
pub async fn erase(engine: &Arc<Engine>, account: &Account, id: UserId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let operator = caller(tx, &account)?;
        operator.require_superadmin()?;
        target(tx, &engine_, operator, id)?;
        erasure::begin(tx, &engine_, id)?;
        record(tx, &engine_, &account, "admin.user_erased", (id, json!({})))
    });
    write.await
}
