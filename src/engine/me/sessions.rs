//! The logins of a user as they see them, and ending those they do not want.

use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::account::SessionId;
use crate::domain::session::Listed;
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use crate::store::sessions as store;
use serde_json::json;
use std::sync::Arc;

/// Those that live, the last used one first.
pub async fn sessions(engine: &Engine, account: &Account) -> Result<Vec<Listed>> {
    let (keys, user) = (engine.keys.clone(), account.user);
    engine.store.read(move |snap| store::of_user(snap, &keys, user, Timestamp::now())).await
}

/// Ends one, which may be the caller's own; 404 when the user has no such one.
pub async fn end_session(engine: &Arc<Engine>, account: &Account, id: SessionId) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        if !store::revoke_own(tx, account.user, id, Timestamp::now())? {
            return Err(Error::not_found("Session"));
        }
        let (user, metadata) = (Some(account.user.to_string()), json!({"session_id": id}));
        audit::record(tx, &engine_, Entry::of(&account, "user.session_revoked", "user", user, metadata))
    });
    write.await
}

/// Ends all but the caller's; returns how many there were.
pub async fn end_others(engine: &Arc<Engine>, account: &Account) -> Result<usize> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let count = store::revoke_all(tx, account.user, Some(account.session), Timestamp::now())?;
        if count > 0 {
            let (user, metadata) = (Some(account.user.to_string()), json!({"count": count}));
            audit::record(tx, &engine_, Entry::of(&account, "user.all_sessions_revoked", "user", user, metadata))?;
        }
        Ok(count)
    });
    write.await
}
