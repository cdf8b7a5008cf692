//! The end of a user. One transaction takes them away from everyone, with the projects they own;
//! what is left of both may be any number of rows and goes in small parts after that.

mod clear;

pub(super) use clear::run;

use super::audit::{self, By, Entry};
use super::{Engine, dispatch, mfa, reauth};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::account::{UserId, UserRole};
use crate::domain::mfa::Code;
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;
use tokio::sync::Notify;

/// Tells the service that clears what is left of new work.
#[derive(Debug, Default)]
pub struct Bell(Notify);

/// Erases the caller, who proves that it is them with the password and, when a second factor is
/// on, a code of it: 400, 401, 423. 409 for the last superadmin.
pub async fn erase_own(engine: &Arc<Engine>, account: &Account, password: String, code: Option<Code>) -> Result<()> {
    reauth::confirm(engine, account, password).await?;
    let (engine_, account) = (engine.clone(), account.clone());
    // A refused code is an answer here, not an error of the write.
    let write = engine.store.write(move |tx| match mfa::prove(tx, &engine_, &account, code.as_ref())? {
        Ok(()) => begin(tx, &engine_, account.user).map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    });
    write.await?
}

/// Takes a user away from everyone, in the transaction of what allows it: 404 when there is none,
/// 409 for the last superadmin.
pub(super) fn begin(tx: &Tx<'_>, engine: &Arc<Engine>, id: UserId) -> Result<()> {
    let user = store::users::find(tx, &engine.keys, id)?.ok_or_else(|| Error::not_found("User"))?;
    let operates = user.role == UserRole::Superadmin && user.deactivated_at.is_none();
    if operates && store::users::count_superadmins(tx)? < 2 {
        return Err(Error::new(Kind::Conflict, "The last superadmin cannot be deleted"));
    }
    let email_hash = store::email_hash(&engine.keys, &user.email);
    let places = store::members::projects(tx, id)?;
    let owned = store::projects::owned(tx, id)?;
    store::erasure::begin(tx, id, &email_hash, Timestamp::now())?;
    for project in owned {
        store::projects::move_default(tx, project, None)?;
        store::sandbox::delete_all(tx, project)?;
        let engine_ = engine.clone();
        engine.rights_changed(tx, project);
        // What is due of it stays where it is until it is deleted.
        tx.after_commit(move || dispatch::hold(&engine_, project, true));
    }
    places.into_iter().for_each(|project| engine.rights_changed(tx, project));
    let noted = json!({ "email_hmac": hex::encode(email_hash) });
    audit::record(tx, engine, Entry::of(By::System(None), "gdpr.erasure", "user", None, noted))?;
    let engine = engine.clone();
    tx.after_commit(move || engine.erasures.0.notify_one());
    Ok(())
}

#[cfg(test)]
mod tests;
