//! The second step of a login: a token that stands for the right password, exchanged once and
//! with a code for a session.

use super::super::access::jwt;
use super::super::audit::By;
use super::super::login::{self, LoggedIn};
use super::super::{Engine, sessions::Proven};
use super::code::{self, Trial, Verdict};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Client;
use crate::domain::account::UserId;
use crate::domain::mfa::{CHALLENGE_LIFE, Challenge, ChallengeId, Code};
use crate::domain::session::SessionKind;
use crate::store::{self, Tx};
use serde_json::json;
use std::fmt;
use std::sync::Arc;

/// A login that waits for its code.
#[derive(Clone)]
pub struct Waiting {
    pub token: String,
    /// In seconds.
    pub expires_in: u64,
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Waiting([redacted])")
    }
}

/// Begins the second step, in the transaction that has judged the password.
pub(in super::super) fn begin(tx: &Tx<'_>, engine: &Engine, user: UserId, now: Timestamp) -> Result<Waiting> {
    let challenge = Challenge::new(engine.ids.next(), user, now);
    store::mfa::purge(tx, now)?;
    store::mfa::insert_challenge(tx, &challenge)?;
    let token = jwt::mint_challenge(&engine.keys, &challenge, now)?;
    Ok(Waiting { token, expires_in: CHALLENGE_LIFE.as_secs() })
}

/// Completes a login. 401 `Invalid or expired MFA token` or `Invalid MFA code`, 423 when locked.
pub async fn verify(
    engine: &Arc<Engine>,
    token: &str,
    code: Code,
    kind: SessionKind,
    client: Client,
) -> Result<LoggedIn> {
    let (user, id) = jwt::check_challenge(&engine.keys, token).ok_or_else(no_challenge)?;
    let engine_ = engine.clone();
    // A refusal is an answer here, not an error of the write: what it counted must stay.
    let write = engine.store.write(move |tx| {
        let Some(challenge) = open_challenge(tx, user, id)? else { return Ok(Err(no_challenge())) };
        let trial = Trial { user, by: By::Client(&client, Some(user)), kind };
        match code::check(tx, &engine_, trial, &code)? {
            Verdict::Accepted => store::mfa::end_challenge(tx, id)?,
            Verdict::Locked(refusal) => return Ok(Err(refusal)),
            Verdict::Wrong(refusal) => {
                match challenge.after_failure() {
                    Some(challenge) => store::mfa::save_challenge(tx, &challenge)?,
                    None => store::mfa::end_challenge(tx, id)?,
                }
                return Ok(Err(refusal));
            }
        }
        let method = code::method(&code, kind);
        code::record(tx, &engine_, trial, "user.mfa_verified", json!({ "method": method }))?;
        login::complete(tx, &engine_, Proven { user, kind, client: &client }).map(Ok)
    });
    write.await?
}

/// The waiting login, if it still waits and its user may still log in in this way.
fn open_challenge(tx: &Tx<'_>, user: UserId, id: ChallengeId) -> Result<Option<Challenge>> {
    let challenge = store::mfa::challenge(tx, id, Timestamp::now())?.filter(|challenge| challenge.user == user);
    let may = store::users::is_active(tx, user)? && store::users::mfa_enabled_at(tx, user)?.is_some();
    Ok(challenge.filter(|_| may))
}

fn no_challenge() -> Error {
    Error::new(Kind::Unauthorized, "Invalid or expired MFA token")
}
