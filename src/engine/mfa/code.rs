//! Checking a code of a user's second factor: once accepted it is used up, and every wrong one
//! counts towards the lock of the user's address.

use super::super::audit::{self, By, Entry};
use super::super::{Engine, lockout};
use crate::base::crypto::{self, Keys};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::account::UserId;
use crate::domain::mfa::Code;
use crate::domain::session::SessionKind;
use crate::store::{self, Tx};
use serde_json::json;

/// What became of a code; the errors are the answers to give, after a commit.
pub(super) enum Verdict {
    Accepted,
    /// Counted: 401, or the 423 of the lock that it brought.
    Wrong(Error),
    /// Not looked at: 423.
    Locked(Error),
}

/// Whose code is checked, and whom the audit log names.
#[derive(Clone, Copy)]
pub(super) struct Trial<'a> {
    pub user: UserId,
    pub by: By<'a>,
    pub kind: SessionKind,
}

/// Asks a signed-in user for the code, if they have a second factor. The inner error is the
/// answer to give, after a commit: 400 without a code, 401 for a wrong one, 423 when locked. The
/// caller has confirmed the password.
pub(in super::super) fn prove(
    tx: &Tx<'_>,
    engine: &Engine,
    account: &Account,
    code: Option<&Code>,
) -> Result<Result<()>> {
    if store::users::mfa_enabled_at(tx, account.user)?.is_none() {
        return Ok(Ok(()));
    }
    let Some(code) = code else { return Ok(Err(Error::missing("code"))) };
    let trial = Trial { user: account.user, by: By::Account(account), kind: SessionKind::Api };
    Ok(match check(tx, engine, trial, code)? {
        Verdict::Accepted => Ok(()),
        Verdict::Wrong(refusal) | Verdict::Locked(refusal) => Err(refusal),
    })
}

/// Accepts a code or counts it as wrong.
pub(super) fn check(tx: &Tx<'_>, engine: &Engine, trial: Trial<'_>, code: &Code) -> Result<Verdict> {
    let (user, now) = (trial.user, Timestamp::now());
    let (email_hash, _) = store::users::secret_of(tx, user)?.ok_or_else(|| Error::not_found("User"))?;
    if let Some(refusal) = lockout::refusal(tx, &email_hash, now)? {
        return Ok(Verdict::Locked(refusal));
    }
    if accept(tx, engine, trial, code, now)? {
        return Ok(Verdict::Accepted);
    }
    record(tx, engine, trial, "user.mfa_failed", json!({"method": method(code, trial.kind)}))?;
    let (_, locked) = lockout::failed(tx, engine, trial.by, (&email_hash, Some(user)))?;
    Ok(Verdict::Wrong(locked.unwrap_or_else(wrong)))
}

/// Uses a code up if it is a right one.
fn accept(tx: &Tx<'_>, engine: &Engine, trial: Trial<'_>, code: &Code, now: Timestamp) -> Result<bool> {
    match code {
        Code::Totp(digits) => {
            let Some((secret, last)) = store::mfa::factor(tx, &engine.keys, trial.user)? else { return Ok(false) };
            let Some(step) = secret.step_of(digits, Some(last), now) else { return Ok(false) };
            store::mfa::accepted(tx, trial.user, step)?;
            Ok(true)
        }
        Code::Backup(code) => {
            if !store::mfa::use_backup_code(tx, trial.user, &backup_hash(&engine.keys, trial.user, code))? {
                return Ok(false);
            }
            let left = store::mfa::backup_codes_left(tx, trial.user)?;
            record(tx, engine, trial, "user.mfa_backup_used", json!({"remaining_codes": left}))?;
            Ok(true)
        }
        Code::Malformed => Ok(false),
    }
}

/// How a code proves, as the audit log says it.
pub(super) fn method(code: &Code, kind: SessionKind) -> &'static str {
    match (code, kind) {
        (Code::Backup(_), _) => "backup_code",
        (_, SessionKind::Api) => "totp_api",
        (_, SessionKind::Web { .. }) => "totp_web",
    }
}

pub(super) fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    trial: Trial<'_>,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(trial.by, action, "user", Some(trial.user.to_string()), metadata))
}

pub(super) fn wrong() -> Error {
    Error::new(Kind::Unauthorized, "Invalid MFA code")
}

/// What is stored of a backup code; that of one user is nothing for another.
pub(super) fn backup_hash(keys: &Keys, user: UserId, code: &str) -> [u8; 32] {
    crypto::hmac_sha256(&keys.code, &[b"jobcelis backup code\0", user.as_bytes(), code.as_bytes()])
}
