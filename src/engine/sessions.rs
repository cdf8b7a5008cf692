//! Logins: opening a session, exchanging its refresh token, ending it.

use super::access::cookies::CookieId;
use super::access::jwt;
use super::audit::{self, By, Entry};
use super::{Engine, breach};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::{Account, Client};
use crate::domain::account::{SessionId, UserId};
use crate::domain::session::{Refresh, Session, SessionKind};
use crate::store::sessions::Opened;
use crate::store::{self, Tx};
use serde_json::json;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// What every refresh token starts with.
const REFRESH_PREFIX: &str = "jcr_";

/// What a login hands out: tokens, or to a browser the id in its cookie.
#[derive(Debug)]
pub enum Pass {
    Tokens(Tokens),
    Cookie(Cookie),
}

/// What a browser is given in place of tokens.
#[derive(Debug)]
pub struct Cookie {
    pub id: CookieId,
    /// What its page has to send with every call that changes something.
    pub csrf_token: String,
    /// The cookie is to outlive the window of the browser.
    pub remember: bool,
    /// When the session ends unless it is used.
    pub expires_at: Timestamp,
}

/// The tokens of a login.
#[derive(Clone)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
    /// When the access token ends.
    pub expires_at: Timestamp,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tokens([redacted])")
    }
}

/// A user who has proven themselves, and how.
pub(super) struct Proven<'a> {
    pub user: UserId,
    pub kind: SessionKind,
    pub client: &'a Client,
}

/// Lets a user in, in the transaction that proves them: a new session, with the pass of its kind.
pub(super) fn enter(tx: &Tx<'_>, engine: &Engine, proven: Proven<'_>) -> Result<Pass> {
    let remember = match proven.kind {
        SessionKind::Api => return Ok(Pass::Tokens(open(tx, engine, proven.user, proven.client)?.1)),
        SessionKind::Web { remember } => remember,
    };
    let id = CookieId::random();
    let session = insert(tx, engine, &proven, Some(&id))?;
    let csrf_token = id.hash().csrf_token(&engine.keys);
    Ok(Pass::Cookie(Cookie { id, csrf_token, remember, expires_at: session.expires_at }))
}

/// As [`enter`] with tokens.
pub(super) fn open(tx: &Tx<'_>, engine: &Engine, user: UserId, client: &Client) -> Result<(SessionId, Tokens)> {
    let session = insert(tx, engine, &Proven { user, kind: SessionKind::Api, client }, None)?;
    Ok((session.id, issue(tx, engine, &session, session.id.time())?))
}

fn insert(tx: &Tx<'_>, engine: &Engine, proven: &Proven<'_>, cookie: Option<&CookieId>) -> Result<Session> {
    let Proven { user, kind, client } = *proven;
    let id: SessionId = engine.ids.next();
    let now = id.time();
    let expires_at = kind.end(now, now, engine.settings.session_timeout);
    let session = Session { id, user, kind, expires_at, last_activity_at: now };
    let hash = cookie.map(|id| *id.hash().as_bytes());
    let (ip, user_agent) = (client.ip.to_string(), client.user_agent.as_deref());
    store::sessions::insert(tx, &engine.keys, &session, Opened { ip: &ip, user_agent, cookie: hash.as_ref() })?;
    breach::located(tx, engine, user, id, client.ip)?;
    Ok(session)
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
        let expires_at = session.kind.end(id.time(), now, engine_.settings.session_timeout);
        let session = Session { expires_at, ..session };
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

#[cfg(test)]
mod tests {
    use super::super::access::authenticate_user;
    use super::super::testing::{TestEngine, account, client};
    use super::*;

    async fn fails(engine: &Arc<Engine>, token: &str) {
        let error = refresh(engine, token, client()).await.expect_err("refused");
        assert_eq!((error.kind(), error.message()), (Kind::Unauthorized, "Invalid or expired token"));
    }

    #[tokio::test]
    async fn both_tokens_can_be_exchanged() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        for token in [&made.tokens.access, &made.tokens.refresh, &made.tokens.access, &made.tokens.refresh] {
            let next = refresh(&engine, token, client()).await.expect("exchanged");
            assert!(next.refresh != made.tokens.refresh);
            authenticate_user(&engine, &next.access).await.expect("usable");
        }
        authenticate_user(&engine, &made.tokens.access).await.expect("older tokens stay valid");
        for token in [&made.api_key, "", "jcr_nothing", "eyJ.eyJ.x"] {
            fails(&engine, token).await;
        }
    }

    #[tokio::test]
    async fn logout_ends_every_token() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let other = refresh(&engine, &made.tokens.refresh, client()).await.expect("exchanged");
        logout(&engine, &account(&engine, &made).await).await.expect("logs out");
        for tokens in [&made.tokens, &other] {
            fails(&engine, &tokens.access).await;
            fails(&engine, &tokens.refresh).await;
            assert!(authenticate_user(&engine, &tokens.access).await.is_err());
        }
        assert_eq!(engine.audited().await.pop().expect("entry").0, "user.logout");
    }

    #[tokio::test]
    async fn a_replaced_token_that_returns_late_ends_the_session() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let second = refresh(&engine, &made.tokens.refresh, client()).await.expect("exchanged");
        let third = refresh(&engine, &second.refresh, client()).await.expect("exchanged");
        engine
            .sql("UPDATE refresh_tokens SET replaced_at = replaced_at - 61000000 WHERE replaced_at IS NOT NULL")
            .await;
        fails(&engine, &made.tokens.refresh).await;
        fails(&engine, &third.refresh).await;
        assert!(authenticate_user(&engine, &third.access).await.is_err());
        assert_eq!(engine.audited().await.pop().expect("entry").0, "user.refresh_reuse_detected");
        let entries = engine.audited().await.len();
        fails(&engine, &made.tokens.refresh).await;
        assert_eq!(engine.audited().await.len(), entries, "a dead session is not reported again");
    }

    #[tokio::test]
    async fn a_session_ends_in_time() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        engine.sql("UPDATE sessions SET expires_at = 1").await;
        fails(&engine, &made.tokens.refresh).await;
        fails(&engine, &made.tokens.access).await;
        assert!(authenticate_user(&engine, &made.tokens.access).await.is_err());
    }

    #[tokio::test]
    async fn an_erased_session_is_no_session() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        engine.sql("DELETE FROM sessions").await;
        fails(&engine, &made.tokens.refresh).await;
        assert!(authenticate_user(&engine, &made.tokens.access).await.is_err());
    }
}
