//! Logins: opening a session, exchanging its refresh token, ending it.

use super::Engine;
use super::access::jwt;
use super::audit::{self, By, Entry};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::{Account, Client};
use crate::domain::account::{SessionId, UserId};
use crate::domain::session::{Refresh, Session, SessionKind};
use crate::store::sessions::Opened;
use crate::store::{self, Tx};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// What every refresh token starts with.
const REFRESH_PREFIX: &str = "jcr_";

/// What a login hands out.
#[derive(Debug, Clone)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
    /// When the access token ends.
    pub expires_at: Timestamp,
}

/// Opens a session for a user who has proven themselves.
pub(super) fn open(
    tx: &Tx<'_>,
    engine: &Engine,
    user: UserId,
    kind: SessionKind,
    client: &Client,
) -> Result<(SessionId, Tokens)> {
    let id: SessionId = engine.ids.next();
    let now = id.time();
    let session = Session { id, user, expires_at: Session::end(now, now), last_activity_at: now };
    let opened = Opened { kind, ip: &client.ip.to_string(), user_agent: client.user_agent.as_deref() };
    store::sessions::insert(tx, &engine.keys, &session, opened)?;
    Ok((id, issue(tx, engine, &session, now)?))
}

/// Exchanges a refresh token, or an access token of a living session; 401 otherwise. A refresh
/// token that was replaced more than a minute ago ends the session: someone else has it.
pub async fn refresh(engine: &Arc<Engine>, token: &str, client: Client) -> Result<Tokens> {
    let by_access = jwt::check(&engine.keys, token).map(|(_, session)| session);
    let hash = crypto::sha256(token.as_bytes());
    let engine_ = engine.clone();
    let exchanged = engine.store.write(move |tx| {
        let now = Timestamp::now();
        let (id, replaced_at) = match (by_access, store::sessions::find_refresh(tx, &hash)?) {
            (Some(id), _) => (id, None),
            (None, Some(found)) => (found.session, found.replaced_at),
            (None, None) => return Ok(None),
        };
        let Some(session) = store::sessions::find_live(tx, id, now)? else { return Ok(None) };
        if Refresh::judge(replaced_at, now) == Refresh::Stolen {
            store::sessions::revoke(tx, id, now)?;
            let by = By::Client(&client, Some(session.user));
            let user = Some(session.user.to_string());
            audit::record(tx, &engine_, Entry::of(by, "user.refresh_reuse_detected", "user", user, json!({})))?;
            return Ok(None);
        }
        let session = Session { expires_at: Session::end(id.time(), now), ..session };
        store::sessions::extend(tx, id, now, session.expires_at)?;
        issue(tx, &engine_, &session, now).map(Some)
    });
    exchanged.await?.ok_or_else(|| Error::new(Kind::Unauthorized, "Invalid or expired token"))
}

/// Ends the session of the caller with all its tokens.
pub async fn logout(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        store::sessions::revoke(tx, account.session, Timestamp::now())?;
        let user = Some(account.user.to_string());
        audit::record(tx, &engine_, Entry::of(&account, "user.logout", "user", user, json!({})))
    });
    write.await
}

fn issue(tx: &Tx<'_>, engine: &Engine, session: &Session, now: Timestamp) -> Result<Tokens> {
    let refresh = crypto::random_token(REFRESH_PREFIX);
    store::sessions::rotate(tx, session.id, &crypto::sha256(refresh.as_bytes()), now)?;
    let lifetime = Duration::from_secs(u64::from(engine.settings.jwt_days) * 86_400);
    let expires_at = session.token_end(now, lifetime);
    let access = jwt::mint(&engine.keys, session, engine.ids.next(), now..expires_at)?;
    Ok(Tokens { access, refresh, expires_at })
}
