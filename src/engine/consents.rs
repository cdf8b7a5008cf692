//! What a user agrees to: looking, agreeing, taking it back.

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::ServerSettings;
use crate::domain::access::Account;
use crate::domain::account::{Consent, UserId};
use crate::domain::consent::{Purpose, Standing};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::sync::Arc;

/// The version of the text there is for a purpose.
pub(super) fn current_version(settings: &ServerSettings, purpose: Purpose) -> &str {
    match purpose {
        Purpose::Terms => &settings.terms_version,
        Purpose::Privacy => &settings.privacy_version,
        Purpose::DataProcessing => &settings.data_processing_version,
        Purpose::Marketing => &settings.marketing_version,
    }
}

/// Where a user stands with every purpose.
pub async fn list(engine: &Arc<Engine>, account: &Account) -> Result<Vec<Standing>> {
    let (engine_, user) = (engine.clone(), account.user);
    let read = move |snap: &Snapshot<'_>| Purpose::ALL.into_iter().map(|p| standing(snap, &engine_, user, p)).collect();
    engine.store.read(read).await
}

fn standing(snap: &Snapshot<'_>, engine: &Engine, user: UserId, purpose: Purpose) -> Result<Standing> {
    let current_version = current_version(&engine.settings, purpose).to_owned();
    Ok(Standing { purpose, current_version, answer: store::consents::newest(snap, user, purpose)? })
}

/// Agrees to the text there is now; an earlier agreement makes way for it.
pub async fn accept(engine: &Arc<Engine>, account: &Account, purpose: Purpose) -> Result<Standing> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let before = standing(tx, &engine_, account.user, purpose)?;
        if let Some(given) = before.given() {
            store::consents::revoke(tx, given.id, Timestamp::now())?;
        }
        let action = if before.given().is_some() { "gdpr.consent_re_accepted" } else { "gdpr.consent_granted" };
        grant(tx, &engine_, account.user, purpose, &account.ip.to_string())?;
        record(tx, &engine_, &account, action, purpose, &before.current_version)?;
        standing(tx, &engine_, account.user, purpose)
    });
    write.await
}

/// Writes an agreement to the text there is now.
pub(super) fn grant(tx: &Tx<'_>, engine: &Engine, user: UserId, purpose: Purpose, ip: &str) -> Result<()> {
    let version = current_version(&engine.settings, purpose);
    store::consents::insert(tx, &engine.keys, Consent { id: engine.ids.next(), user, purpose, version }, ip)
}

/// Takes an agreement back. 422 for what an account needs, 409 when there is none.
pub async fn revoke(engine: &Arc<Engine>, account: &Account, purpose: Purpose) -> Result<()> {
    purpose.check_revocable()?;
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let before = standing(tx, &engine_, account.user, purpose)?;
        let given = before.given().ok_or_else(|| Error::new(Kind::Conflict, "Consent is not granted"))?;
        store::consents::revoke(tx, given.id, Timestamp::now())?;
        record(tx, &engine_, &account, "gdpr.consent_revoked", purpose, &given.version)
    });
    write.await
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    account: &Account,
    action: &'static str,
    purpose: Purpose,
    version: &str,
) -> Result<()> {
    let metadata = json!({"purpose": purpose.as_str(), "version": version});
    audit::record(tx, engine, Entry::of(account, action, "user", Some(account.user.to_string()), metadata))
}
