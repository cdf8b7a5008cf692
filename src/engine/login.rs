//! Logging in with a password. Unknown, wrong and locked look and cost the same, whether or not
//! there is an account.

use super::audit::{self, By, Entry};
use super::sessions::{self, Tokens};
use super::{Engine, passwords};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Client;
use crate::domain::account::{User, UserId, normalise_email};
use crate::domain::lockout::{self, Lockout};
use crate::domain::session::SessionKind;
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;

/// A user who has proven themselves.
#[derive(Debug)]
pub struct LoggedIn {
    pub user: User,
    pub tokens: Tokens,
}

/// What someone logs in with, and for what.
#[derive(Clone)]
pub struct Credentials {
    pub email: String,
    pub password: String,
    pub kind: SessionKind,
}

/// One try, with what was found for its address.
struct Attempt {
    email_hash: [u8; 32],
    user: Option<UserId>,
    kind: SessionKind,
    client: Client,
    /// The password is that of `user`.
    right: bool,
    /// A hash of it that is to take the place of an outdated one.
    rehashed: Option<String>,
}

/// Why a try failed, as the audit log says it.
#[derive(Clone, Copy)]
enum Reason {
    Locked,
    UnknownEmail,
    WrongPassword,
    Inactive,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Reason::Locked => "locked",
            Reason::UnknownEmail => "unknown_email",
            Reason::WrongPassword => "wrong_password",
            Reason::Inactive => "inactive",
        }
    }
}

/// Checks address and password and opens a session. 401, 403 when inactive, 423 when locked.
pub async fn login(engine: &Arc<Engine>, given: Credentials, client: Client) -> Result<LoggedIn> {
    let Credentials { email, password, kind } = given;
    let email_hash = store::email_hash(&engine.keys, &normalise_email(&email));
    let now = Timestamp::now();
    let read = engine.store.read(move |snap| {
        let locked = store::lockout::find(snap, &email_hash)?.is_some_and(|state| state.refusal(now).is_some());
        Ok((locked, store::users::credentials(snap, &email_hash)?))
    });
    let (locked, found) = read.await?;
    let (user, stored) = found.unzip();
    // A locked address costs no hash, which tells nothing: it is the same with and without account.
    let right = !locked && engine.passwords.verify(password.clone(), stored.clone()).await?;
    let rehashed = match stored {
        Some(stored) if right && passwords::is_outdated(&stored) => Some(engine.passwords.hash(password).await?),
        _ => None,
    };
    let attempt = Attempt { email_hash, user, kind, client, right, rehashed };
    let engine_ = engine.clone();
    // A refusal is an answer here, not an error of the write: its audit entry must stay.
    engine.store.write(move |tx| settle(tx, &engine_, &attempt)).await?
}

fn settle(tx: &Tx<'_>, engine: &Engine, attempt: &Attempt) -> Result<Result<LoggedIn>> {
    let now = Timestamp::now();
    let state = store::lockout::find(tx, &attempt.email_hash)?;
    // Asked again: tries at the same time may have locked since, also against a right password.
    if let Some(state) = state
        && let Some(refusal) = state.refusal(now)
    {
        failed(tx, engine, attempt, Reason::Locked, state.failures)?;
        return Ok(Err(refusal));
    }
    let user = match attempt.user.filter(|_| attempt.right) {
        Some(id) => store::users::find(tx, &engine.keys, id)?,
        None => None,
    };
    let Some(mut user) = user else { return wrong(tx, engine, attempt, Lockout::after_failure(state, now)).map(Err) };
    if user.deactivated_at.is_some() {
        failed(tx, engine, attempt, Reason::Inactive, state.map_or(0, |s| s.failures))?;
        return Ok(Err(Error::new(Kind::Forbidden, "Account is inactive")));
    }
    store::lockout::clear(tx, &attempt.email_hash)?;
    store::users::logged_in(tx, user.id, now, attempt.rehashed.as_deref())?;
    user.last_login_at = Some(now);
    let (_, tokens) = sessions::open(tx, engine, user.id, attempt.kind, &attempt.client)?;
    record(tx, engine, attempt, "user.login", json!({"method": attempt.kind.as_str()}))?;
    Ok(Ok(LoggedIn { user, tokens }))
}

/// Counts a wrong password; the answer to give.
fn wrong(tx: &Tx<'_>, engine: &Engine, attempt: &Attempt, state: Lockout) -> Result<Error> {
    store::lockout::save(tx, &attempt.email_hash, state)?;
    let reason = if attempt.user.is_some() { Reason::WrongPassword } else { Reason::UnknownEmail };
    failed(tx, engine, attempt, reason, state.failures)?;
    let Some(refusal) = state.refusal(state.last_failed_at) else {
        return Ok(Error::new(Kind::Unauthorized, "Invalid email or password"));
    };
    let minutes = lockout::WINDOW.as_secs() / 60;
    let metadata = json!({"failed_attempts": state.failures, "lockout_minutes": minutes});
    record(tx, engine, attempt, "user.locked", metadata)?;
    Ok(refusal)
}

fn failed(tx: &Tx<'_>, engine: &Engine, attempt: &Attempt, reason: Reason, attempts: i64) -> Result<()> {
    let metadata = json!({"reason": reason.as_str(), "attempts": attempts, "method": attempt.kind.as_str()});
    record(tx, engine, attempt, "user.login_failed", metadata)
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    attempt: &Attempt,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    let by = By::Client(&attempt.client, attempt.user);
    audit::record(tx, engine, Entry::of(by, action, "user", attempt.user.map(|id| id.to_string()), metadata))
}
