//! The way back into an account whose password is lost: a link to its address, and with that a
//! new password. Whether there is such an account cannot be learned here.

mod address;
mod links;

pub(super) use address::{cancel_change, send_confirmation};
pub use address::{change, confirm, resend};

use super::audit::{self, By, Entry};
use super::mail::{self, Letter};
use super::{Engine, passwords};
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Client;
use crate::domain::account::{UserId, normalise_email};
use crate::domain::one_time::{OneTime, Purpose};
use crate::domain::password;
use crate::store::{self, Tx};
use links::Link;
use serde_json::json;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Requests in work at a time; more are dropped, as nobody hears of the outcome anyway.
const REQUESTS: usize = 64;

/// Room for requests that go on after their answer.
#[derive(Debug)]
pub struct Requests(Arc<Semaphore>);

impl Default for Requests {
    fn default() -> Requests {
        Requests(Arc::new(Semaphore::new(REQUESTS)))
    }
}

/// Mails a link with which the password can be set anew, if there is such a user. Returns at once:
/// how long that takes tells nothing.
pub fn forgot(engine: &Arc<Engine>, email: String, client: Client) {
    let Ok(permit) = engine.recoveries.0.clone().try_acquire_owned() else {
        return tracing::warn!("too many requests for password resets at once; one is dropped");
    };
    let engine_ = engine.clone();
    engine.tasks.spawn(async move {
        let engine = engine_.clone();
        let write = engine.store.write(move |tx| request(tx, &engine_, &normalise_email(&email), &client));
        if let Err(e) = write.await {
            tracing::error!(error = ?e, "a request for a password reset failed");
        }
        drop(permit);
    });
}

fn request(tx: &Tx<'_>, engine: &Engine, email: &str, client: &Client) -> Result<()> {
    let hash = store::email_hash(&engine.keys, email);
    let Some(user) = store::users::by_email(tx, &hash)? else { return Ok(()) };
    record(tx, engine, By::Client(client, Some(user)), "user.password_reset_requested")?;
    links::mail(tx, engine, Purpose::Reset, (user, email)).map(drop)
}

/// A new password and what proves the right to set it.
#[derive(Clone)]
pub struct NewPassword {
    pub token: String,
    pub password: String,
    /// The password once more, to catch a slip.
    pub again: Option<String>,
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword([redacted])")
    }
}

/// Sets a password by the token of a mailed link. All sessions end, the address counts as proven,
/// a lock is lifted; a second factor stays. 401 for a bad token, 422 for a bad password.
pub async fn reset(engine: &Arc<Engine>, given: NewPassword, client: Client) -> Result<()> {
    let hash = links::hash(&given.token);
    let keys = engine.keys.clone();
    let read = engine.store.read(move |snap| {
        let token = links::find_present(snap, &hash, Purpose::Reset)?.ok_or_else(links::refused)?;
        let email = store::users::email_of(snap, &keys, token.user)?.ok_or_else(links::refused)?;
        Ok((token.user, email))
    });
    let (user, email) = read.await?;
    password::check_again(&given.password, given.again.as_deref())?;
    let password_hash = passwords::renewed(engine, user, &email, given.password).await?;
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        // Asked again: it may have been used meanwhile.
        let token = links::find_present(tx, &hash, Purpose::Reset)?.ok_or_else(links::refused)?;
        set(tx, &engine_, &token, &password_hash, &client)
    });
    write.await
}

fn set(tx: &Tx<'_>, engine: &Engine, token: &OneTime, password_hash: &str, client: &Client) -> Result<()> {
    let (user, now) = (token.user, Timestamp::now());
    let by = By::Client(client, Some(user));
    store::users::set_password(tx, user, now, password_hash)?;
    if store::lockout::find(tx, &token.address)?.is_some_and(|state| state.refusal(now).is_some()) {
        let reason = json!({"reason": "password_reset"});
        audit::record(tx, engine, Entry::of(by, "user.unlocked", "user", Some(user.to_string()), reason))?;
    }
    store::lockout::clear(tx, &token.address)?;
    store::addresses::verify(tx, user, now)?;
    store::one_time::delete(tx, user, Purpose::Reset)?;
    // Whoever had the password may have asked for another address too.
    cancel_change(tx, engine, user)?;
    store::sessions::revoke_all(tx, user, None, now)?;
    record(tx, engine, by, "user.password_reset")?;
    mail::queue(tx, engine, user, Letter::PasswordChanged)
}

/// Makes a link that an operator hands over, and when it ends; the user is told. 404 when there is
/// no such user. Without mail this is the only way back.
pub(super) fn reset_link(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<(String, Timestamp)> {
    let email = store::users::email_of(tx, &engine.keys, user)?.ok_or_else(|| Error::not_found("User"))?;
    let link = Link::new(engine, Purpose::Reset, (user, &email));
    link.store(tx)?;
    mail::queue(tx, engine, user, Letter::ResetLinkMade)?;
    Ok((link.url.clone(), link.until()))
}

fn record(tx: &Tx<'_>, engine: &Engine, by: By<'_>, action: &'static str) -> Result<()> {
    let user = match by {
        By::Client(_, user) => user,
        By::Account(account) => Some(account.user),
        By::Actor(_) | By::System(_) => None,
    };
    audit::record(tx, engine, Entry::of(by, action, "user", user.map(|id| id.to_string()), json!({})))
}

#[cfg(test)]
mod tests;
