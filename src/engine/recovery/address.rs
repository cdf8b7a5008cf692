//! Proving the address of an account and changing it. With mail a new address counts once it is
//! confirmed from there; without, at once, unproven.

use super::{links, record};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::{Account, Client};
use crate::domain::account::{self, User, UserId, normalise_email};
use crate::domain::one_time::{OneTime, Purpose};
use crate::engine::audit::By;
use crate::engine::mail::{self, Letter, Queued};
use crate::engine::{Engine, reauth};
use crate::store::{self, Snapshot, Tx, addresses, one_time};
use std::sync::Arc;

/// Mails the link that confirms the address of a new account.
pub(in crate::engine) fn send_confirmation(tx: &Tx<'_>, engine: &Engine, user: &User) -> Result<()> {
    links::mail(tx, engine, Purpose::Confirm, (user.id, &user.email)).map(drop)
}

/// Takes the token of a mailed link: the address is proven, or takes the place of the present one.
/// Returns since when it is proven. 401 for a bad token, 409 when the new address is taken by now.
pub async fn confirm(engine: &Arc<Engine>, token: &str, client: Client) -> Result<Timestamp> {
    let (engine_, hash) = (engine.clone(), links::hash(token));
    let write = engine.store.write(move |tx| {
        let token = links::find(tx, &hash)?.ok_or_else(links::refused)?;
        let by = By::Client(&client, Some(token.user));
        match token.purpose {
            Purpose::Confirm => proven(tx, &engine_, &hash, by)?,
            Purpose::Change => changed(tx, &engine_, &token, by)?,
            Purpose::Reset => return Err(links::refused()),
        }
        let user = store::users::find(tx, &engine_.keys, token.user)?;
        user.and_then(|user| user.email_verified_at).ok_or_else(links::refused)
    });
    write.await
}

fn proven(tx: &Tx<'_>, engine: &Engine, hash: &[u8; 32], by: By<'_>) -> Result<()> {
    let token = links::find_present(tx, hash, Purpose::Confirm)?.ok_or_else(links::refused)?;
    addresses::verify(tx, token.user, Timestamp::now())?;
    one_time::delete(tx, token.user, Purpose::Confirm)?;
    record(tx, engine, by, "user.email_confirmed")
}

fn changed(tx: &Tx<'_>, engine: &Engine, token: &OneTime, by: By<'_>) -> Result<()> {
    let (user, now) = (token.user, Timestamp::now());
    let wanted = addresses::pending(tx, &engine.keys, user)?;
    let wanted = wanted.filter(|email| store::email_hash(&engine.keys, email) == token.address);
    let email = wanted.ok_or_else(links::refused)?;
    check_free(tx, &token.address, user)?;
    replace(tx, engine, (user, &email), Some(now))?;
    store::sessions::revoke_all(tx, user, None, now)?;
    record(tx, engine, by, "user.email_changed")
}

/// Asks for another address, with the password. 401, 422, 423; 409 when it is taken; 429 when the
/// last letter to a new address was too short ago.
pub async fn change(engine: &Arc<Engine>, account: &Account, email: &str, password: String) -> Result<()> {
    let email = normalise_email(email);
    account::check_email(&email)?;
    reauth::confirm(engine, account, password).await?;
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let user = present(tx, &engine_, account.user)?;
        if user.email == email {
            return Err(Error::invalid("email", "New email must be different"));
        }
        check_free(tx, &store::email_hash(&engine_.keys, &email), user.id)?;
        match engine_.mail.is_configured() {
            true => request(tx, &engine_, &account, &email),
            false => {
                replace(tx, &engine_, (user.id, &email), None)?;
                store::sessions::revoke_all(tx, user.id, Some(account.session), Timestamp::now())?;
                record(tx, &engine_, By::Account(&account), "user.email_changed")
            }
        }
    });
    write.await
}

/// Notes the address that is wanted, mails the link there and a word to the present one.
fn request(tx: &Tx<'_>, engine: &Engine, account: &Account, email: &str) -> Result<()> {
    let user = account.user;
    one_time::delete(tx, user, Purpose::Change)?;
    addresses::set_pending(tx, &engine.keys, user, Some(email), Timestamp::now())?;
    sent(links::mail(tx, engine, Purpose::Change, (user, email))?)?;
    mail::queue(tx, engine, user, Letter::ChangeRequested)?;
    record(tx, engine, By::Account(account), "user.email_change_requested")
}

/// Mails the link for the address that is wanted, or for the present one, again. 409 when nothing
/// is left to confirm, 422 without mail, 429 when the last one was too short ago.
pub async fn resend(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    let (engine_, id) = (engine.clone(), account.user);
    let write = engine.store.write(move |tx| {
        let user = present(tx, &engine_, id)?;
        let pending = addresses::pending(tx, &engine_.keys, id)?;
        if pending.is_none() && user.email_verified_at.is_some() {
            return Err(Error::new(Kind::Conflict, "Email already confirmed"));
        }
        if !engine_.mail.is_configured() {
            return Err(mail::not_configured());
        }
        let queued = match &pending {
            Some(email) => links::mail(tx, &engine_, Purpose::Change, (id, email))?,
            None => links::mail(tx, &engine_, Purpose::Confirm, (id, &user.email))?,
        };
        sent(queued)
    });
    write.await
}

/// Forgets the address a user wants to have, and the links that would confirm it.
pub(in crate::engine) fn cancel_change(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<()> {
    addresses::set_pending(tx, &engine.keys, user, None, Timestamp::now())?;
    one_time::delete(tx, user, Purpose::Change)
}

/// Puts another address in the place of the present one; what proves the old one counts no more.
fn replace(tx: &Tx<'_>, engine: &Engine, (user, email): (UserId, &str), verified_at: Option<Timestamp>) -> Result<()> {
    addresses::replace(tx, &engine.keys, user, email, (verified_at, Timestamp::now()))?;
    for purpose in [Purpose::Reset, Purpose::Confirm, Purpose::Change] {
        one_time::delete(tx, user, purpose)?;
    }
    Ok(())
}

fn present(snap: &Snapshot<'_>, engine: &Engine, user: UserId) -> Result<User> {
    store::users::find(snap, &engine.keys, user)?.ok_or_else(|| Error::new(Kind::Unauthorized, "Unauthorized"))
}

fn check_free(snap: &Snapshot<'_>, address: &[u8; 32], user: UserId) -> Result<()> {
    match store::users::by_email(snap, address)? {
        Some(owner) if owner != user => Err(Error::new(Kind::Conflict, "Email already registered")),
        _ => Ok(()),
    }
}

/// A letter that was asked for by name must be on its way.
fn sent(queued: Queued) -> Result<()> {
    match queued {
        Queued::Yes => Ok(()),
        Queued::No => Err(account::not_an_address()),
        Queued::TooSoon(at) => {
            let wait = at.since(Timestamp::now()).as_secs() + 1;
            let error = Error::new(Kind::RateLimited, "Rate limit exceeded. Try again later.");
            Err(error.retry_after(wait).extra("limit", 1.into()).extra("remaining", 0.into()))
        }
    }
}
