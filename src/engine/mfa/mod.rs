//! The second factor of a user: setting it up, switching it on and off, backup codes, and proving
//! it where the password alone is not enough. Logins with it are in `verify`.

mod code;
mod verify;

pub use verify::{Waiting, verify};
pub(super) use {code::prove, verify::begin};

use super::audit::{self, Entry};
use super::mail::{self, Letter};
use super::{Engine, reauth};
use crate::base::{Error, Kind, Result, Timestamp, crypto, qr};
use crate::domain::access::Account;
use crate::domain::account::UserId;
use crate::domain::mfa::{self, BACKUP_CODES, Code, SETUP_LIFE, Secret};
use crate::store::{self, Tx};
use serde_json::json;
use std::fmt;
use std::sync::Arc;

/// Whether a user has a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub enabled_at: Option<Timestamp>,
    pub backup_codes_left: i64,
}

/// What an authenticator app needs, shown once.
pub struct Setup {
    /// In base 32.
    pub secret: String,
    pub url: String,
    /// The URL as a picture.
    pub svg: String,
}

/// Codes that are shown once.
pub struct Enabled {
    pub enabled_at: Timestamp,
    pub backup_codes: Vec<String>,
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Setup([redacted])")
    }
}

impl fmt::Debug for Enabled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Enabled").field("enabled_at", &self.enabled_at).finish_non_exhaustive()
    }
}

/// The state of the caller's second factor.
pub async fn status(engine: &Engine, account: &Account) -> Result<Status> {
    let user = account.user;
    let read = engine.store.read(move |snap| {
        let enabled_at = store::users::mfa_enabled_at(snap, user)?;
        Ok(Status { enabled_at, backup_codes_left: store::mfa::backup_codes_left(snap, user)? })
    });
    read.await
}

/// Makes a secret that waits for its first code; it replaces an earlier one. 401 and 423 for the
/// password, 409 when the second factor is on.
pub async fn setup(engine: &Arc<Engine>, account: &Account, password: String) -> Result<Setup> {
    reauth::confirm(engine, account, password).await?;
    let (engine_, user) = (engine.clone(), account.user);
    let write = engine.store.write(move |tx| {
        if store::users::mfa_enabled_at(tx, user)?.is_some() {
            return Err(Error::new(Kind::Conflict, "MFA is already enabled"));
        }
        let now = Timestamp::now();
        let email = store::users::email_of(tx, &engine_.keys, user)?.ok_or_else(|| Error::not_found("User"))?;
        let secret = Secret::new(crypto::random_bytes());
        store::mfa::purge(tx, now)?;
        store::mfa::begin_setup(tx, &engine_.keys, user, &secret, now.plus(SETUP_LIFE))?;
        let url = secret.url(&engine_.settings.instance_name.0, &email);
        Ok(Setup { secret: secret.base32(), svg: qr::svg(&url)?, url })
    });
    write.await
}

/// Switches the second factor on with a first code and ends all other sessions. 401 for a wrong
/// code, 409 without a setup. Who calls has been shown the secret: a wrong code is no guess.
pub async fn enable(engine: &Arc<Engine>, account: &Account, code: Code) -> Result<Enabled> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let (now, user) = (Timestamp::now(), account.user);
        let secret = store::mfa::setup(tx, &engine_.keys, user, now)?
            .ok_or_else(|| Error::new(Kind::Conflict, "Start MFA setup first"))?;
        let step = match &code {
            Code::Totp(digits) => secret.step_of(digits, None, now),
            _ => None,
        };
        let step = step.ok_or_else(code::wrong)?;
        store::mfa::enable(tx, &engine_.keys, user, (&secret, step), now)?;
        let backup_codes = new_backup_codes(tx, &engine_, user)?;
        store::sessions::revoke_all(tx, user, Some(account.session), now)?;
        record(tx, &engine_, &account, "user.mfa_enabled")?;
        Ok(Enabled { enabled_at: now, backup_codes })
    });
    write.await
}

/// Switches the second factor off. 401 and 423 for password and code, 409 when it is off already.
pub async fn disable(engine: &Arc<Engine>, account: &Account, password: String, code: Code) -> Result<()> {
    proven(engine, account, (password, code), |tx, engine, account| {
        reset(tx, engine, account.user)?;
        record(tx, engine, account, "user.mfa_disabled")
    })
    .await
}

/// Makes new backup codes; the old ones are dead. Refused as [`disable`] is.
pub async fn backup_codes(
    engine: &Arc<Engine>,
    account: &Account,
    password: String,
    code: Code,
) -> Result<Vec<String>> {
    proven(engine, account, (password, code), |tx, engine, account| {
        let codes = new_backup_codes(tx, engine, account.user)?;
        record(tx, engine, account, "user.mfa_backup_regenerated")?;
        Ok(codes)
    })
    .await
}

/// Takes the second factor from a user and tells them; returns whether they had one. For
/// operations that have made sure who asks, and that write their own audit entry.
pub(super) fn reset(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<bool> {
    let had = store::users::mfa_enabled_at(tx, user)?.is_some();
    store::mfa::remove(tx, user, Timestamp::now())?;
    if had {
        mail::queue(tx, engine, user, Letter::MfaDisabled)?;
    }
    Ok(had)
}

/// Runs `change` for a caller who has a second factor and proves both it and the password.
async fn proven<T: Send + 'static>(
    engine: &Arc<Engine>,
    account: &Account,
    (password, code): (String, Code),
    change: impl FnOnce(&Tx<'_>, &Engine, &Account) -> Result<T> + Send + 'static,
) -> Result<T> {
    reauth::confirm(engine, account, password).await?;
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        if store::users::mfa_enabled_at(tx, account.user)?.is_none() {
            return Err(Error::new(Kind::Conflict, "MFA is not enabled"));
        }
        match prove(tx, &engine_, &account, Some(&code))? {
            Ok(()) => change(tx, &engine_, &account).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        }
    });
    write.await?
}

fn new_backup_codes(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..BACKUP_CODES).map(|_| mfa::backup_code(crypto::random_bytes())).collect();
    let hashes: Vec<[u8; 32]> = codes.iter().map(|code| code::backup_hash(&engine.keys, user, code)).collect();
    store::mfa::replace_backup_codes(tx, user, &hashes)?;
    Ok(codes.iter().map(|code| mfa::shown(code)).collect())
}

fn record(tx: &Tx<'_>, engine: &Engine, account: &Account, action: &'static str) -> Result<()> {
    audit::record(tx, engine, Entry::of(account, action, "user", Some(account.user.to_string()), json!({})))
}

#[cfg(test)]
mod tests;
