//! What users may ask of their own data: that processing rests, and a copy of it. Erasing it has
//! a folder of its own.

mod export;
mod held;

pub use export::{Export, List, Lists, export};
pub(super) use held::changed;

use super::audit::{self, Entry};
use super::{Engine, reauth};
use crate::base::{Result, Timestamp};
use crate::domain::access::Account;
use crate::store::{self, Tx};
use serde_json::{Value, json};
use std::sync::Arc;

/// Why a user is restricted who asked for it.
const BY_USER: &str = "user_requested";

/// Has the processing of the caller's data rest, and returns since when it does. Asks for the
/// password again: 401, 423.
pub async fn restrict(engine: &Arc<Engine>, account: &Account, password: String) -> Result<Timestamp> {
    reauth::confirm(engine, account, password).await?;
    let change = |tx: &Tx<'_>, account: &Account, now| store::privacy::restrict(tx, account.user, now, BY_USER);
    let noted = json!({ "reason": BY_USER });
    let user = account.user;
    settle(engine, account, "gdpr.processing_restricted", noted, change).await?;
    let since = engine.store.read(move |snap| store::privacy::restricted_at(snap, user)).await?;
    // Lifted again by someone else in this moment: it rested until now.
    Ok(since.unwrap_or_else(Timestamp::now))
}

/// Ends the rest that [`restrict`] began; what waited goes on.
pub async fn unrestrict(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    let change = |tx: &Tx<'_>, account: &Account, now| store::privacy::unrestrict(tx, account.user, now);
    settle(engine, account, "gdpr.restriction_lifted", json!({}), change).await
}

/// Notes that the caller objects to processing, which has the same effect as restricting it.
pub async fn object(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    let change = |tx: &Tx<'_>, account: &Account, now| store::privacy::set_consent(tx, account.user, false, now);
    settle(engine, account, "gdpr.processing_objection", json!({}), change).await
}

/// Takes the objection back.
pub async fn consent(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    let change = |tx: &Tx<'_>, account: &Account, now| store::privacy::set_consent(tx, account.user, true, now);
    settle(engine, account, "gdpr.processing_consent_restored", json!({}), change).await
}

/// Makes a change to the caller's marks; one that changes nothing is not recorded.
async fn settle(
    engine: &Arc<Engine>,
    account: &Account,
    action: &'static str,
    noted: Value,
    change: impl FnOnce(&Tx<'_>, &Account, Timestamp) -> Result<bool> + Send + 'static,
) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        if change(tx, &account, Timestamp::now())? {
            let user = Some(account.user.to_string());
            audit::record(tx, &engine_, Entry::of(&account, action, "user", user, noted))?;
            changed(tx, &engine_, account.user)?;
        }
        Ok(())
    });
    write.await
}

#[cfg(test)]
mod tests;
