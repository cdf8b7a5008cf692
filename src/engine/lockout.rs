//! Counting what somebody guesses wrong: passwords and codes, by the hash of an address. The
//! transaction that counts also writes the audit entry of the lock.

use super::Engine;
use super::audit::{self, By, Entry};
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::lockout::{self, Lockout};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;

/// The 423 to answer while an address is locked.
pub(super) fn refusal(snap: &Snapshot<'_>, email_hash: &[u8; 32], now: Timestamp) -> Result<Option<Error>> {
    Ok(store::lockout::find(snap, email_hash)?.and_then(|state| state.refusal(now)))
}

/// Counts one wrong guess; returns how many there were, and the 423 if this one locks. Not for
/// use while the address is locked.
pub(super) fn failed(
    tx: &Tx<'_>,
    engine: &Engine,
    by: By<'_>,
    (email_hash, user): (&[u8; 32], Option<UserId>),
) -> Result<(i64, Option<Error>)> {
    let state = Lockout::after_failure(store::lockout::find(tx, email_hash)?, Timestamp::now());
    store::lockout::save(tx, email_hash, state)?;
    let refusal = state.refusal(state.last_failed_at);
    if refusal.is_some() {
        let minutes = lockout::WINDOW.as_secs() / 60;
        let metadata = json!({"failed_attempts": state.failures, "lockout_minutes": minutes});
        audit::record(tx, engine, Entry::of(by, "user.locked", "user", user.map(|id| id.to_string()), metadata))?;
    }
    Ok((state.failures, refusal))
}
