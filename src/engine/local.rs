//! Logging in from the machine the server runs on: whoever can read the master key owns every
//! account already, so a proof of it stands for a password. Needs no shared disk lock: the proof
//! travels over the loopback, the key does not.

use super::audit::{self, By, Entry};
use super::login::LoggedIn;
use super::sessions::{self, Pass};
use super::{Engine, offline};
use crate::base::crypto::{self, Keys};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Client;
use crate::domain::account::{UserId, normalise_email};
use crate::store;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// A proof is good for so long, and once.
const VALIDITY: Duration = Duration::from_secs(60);

/// The time of the newest proof that was accepted: an older one may be a copy.
#[derive(Debug, Default)]
pub struct Used(AtomicI64);

/// What a proof is for; it is good for nothing else.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    /// Logging in as the user of the address, or as the oldest one without.
    Login,
    /// Making a superadmin of the user of the address.
    Superadmin,
}

/// What someone with the master key shows.
pub fn proof(keys: &Keys, deed: Deed, email: Option<&str>, now: Timestamp) -> String {
    let at = now.micros().to_string();
    format!("{at}.{}", crypto::base64url(&mac(keys, deed, email, &at)))
}

fn mac(keys: &Keys, deed: Deed, email: Option<&str>, at: &str) -> [u8; 32] {
    let email = email.map(normalise_email).unwrap_or_default();
    let label: &[u8] = match deed {
        Deed::Login => b"jobcelis local login\0",
        Deed::Superadmin => b"jobcelis local superadmin\0",
    };
    crypto::hmac_sha256(&keys.code, &[label, at.as_bytes(), b"\0", email.as_bytes()])
}

/// Makes a superadmin for a proof, as [`offline::make_superadmin`] does. 401 when the proof is wrong,
/// old, used or comes from elsewhere.
pub async fn make_superadmin(
    engine: &Arc<Engine>,
    (email, password): (String, Option<String>),
    proof: String,
    client: Client,
) -> Result<UserId> {
    check(engine, Deed::Superadmin, Some(&email), &proof, &client)?;
    offline::make_superadmin(engine, &email, password).await
}

/// Opens a session for a proof. 401 when it is wrong, old, used or comes from elsewhere, 404 when
/// there is no such user, 403 when the user is inactive.
pub async fn login(engine: &Arc<Engine>, email: Option<String>, proof: String, client: Client) -> Result<LoggedIn> {
    check(engine, Deed::Login, email.as_deref(), &proof, &client)?;
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let id = match &email {
            Some(email) => {
                let hash = store::email_hash(&engine_.keys, &normalise_email(email));
                store::users::credentials(tx, &hash)?.map(|(id, _)| id)
            }
            None => store::users::oldest(tx)?,
        };
        let user = id.map(|id| store::users::find(tx, &engine_.keys, id)).transpose()?.flatten();
        let mut user = user.ok_or_else(|| Error::not_found("User"))?;
        if user.deactivated_at.is_some() {
            return Err(Error::new(Kind::Forbidden, "Account is inactive"));
        }
        let now = Timestamp::now();
        store::users::logged_in(tx, user.id, now)?;
        user.last_login_at = Some(now);
        let (_, tokens) = sessions::open(tx, &engine_, user.id, &client)?;
        let (by, id) = (By::Client(&client, Some(user.id)), Some(user.id.to_string()));
        audit::record(tx, &engine_, Entry::of(by, "user.login", "user", id, json!({"method": "local"})))?;
        Ok(LoggedIn { user, pass: Pass::Tokens(tokens) })
    });
    write.await
}

fn check(engine: &Engine, deed: Deed, email: Option<&str>, proof: &str, client: &Client) -> Result<()> {
    let refused = || Error::new(Kind::Unauthorized, "Invalid or expired token");
    let (at, shown) = proof.split_once('.').ok_or_else(refused)?;
    let expected = crypto::base64url(&mac(&engine.keys, deed, email, at));
    let right = crypto::constant_time_eq(expected.as_bytes(), shown.as_bytes());
    let at = at.parse().map(Timestamp::from_micros).map_err(|_| refused())?;
    let now = Timestamp::now();
    let fresh = now.since(at) <= VALIDITY && at.since(now) <= VALIDITY;
    if !(right && fresh && client.ip.to_canonical().is_loopback()) {
        return Err(refused());
    }
    if engine.local_logins.0.fetch_max(at.micros(), Ordering::Relaxed) >= at.micros() {
        return Err(refused());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestEngine, client};
    use super::*;
    use std::net::{IpAddr, Ipv4Addr};

    async fn attempt(engine: &Arc<Engine>, email: Option<&str>, proof: String) -> Result<LoggedIn> {
        let near = Client { ip: IpAddr::V4(Ipv4Addr::LOCALHOST), user_agent: None };
        login(engine, email.map(str::to_owned), proof, near).await
    }

    #[tokio::test]
    async fn the_master_key_stands_for_a_password() {
        let engine = TestEngine::new();
        let now = Timestamp::now();
        let later = |ms: i64| now.plus_micros(ms * 1000);
        let error = attempt(&engine, None, proof(&engine.keys, Deed::Login, None, now)).await.expect_err("nobody yet");
        assert_eq!(error.kind(), Kind::NotFound);
        let first = engine.register("ana@example.org").await;
        let second = engine.register("bob@example.org").await;
        let done = attempt(&engine, None, proof(&engine.keys, Deed::Login, None, later(1))).await.expect("the oldest");
        assert_eq!(done.user.id, first.user.id);
        let bob = Some(" BOB@example.org");
        let done = attempt(&engine, bob, proof(&engine.keys, Deed::Login, bob, later(2))).await.expect("by address");
        assert_eq!(done.user.id, second.user.id);
        let last = engine.audited().await.pop().expect("entry");
        assert_eq!(last, ("user.login".to_owned(), r#"{"method":"local"}"#.to_owned()));
        engine.sql("UPDATE users SET deactivated_at = 1").await;
        let error = attempt(&engine, bob, proof(&engine.keys, Deed::Login, bob, later(3))).await.expect_err("inactive");
        assert_eq!(error.kind(), Kind::Forbidden);
    }

    #[tokio::test]
    async fn only_a_fresh_proof_from_here_counts_and_once() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        let now = Timestamp::now();
        let other = Keys::derive(&[7; 32]).expect("keys");
        let of = |at| proof(&engine.keys, Deed::Login, None, at);
        let good = of(now);
        let tampered = good.replacen('.', "0.", 1);
        for wrong in [
            String::new(),
            "x.y".to_owned(),
            tampered,
            proof(&other, Deed::Login, None, now),
            proof(&engine.keys, Deed::Login, Some("bob@example.org"), now),
            proof(&engine.keys, Deed::Superadmin, None, now),
            of(now.plus_micros(-61_000_000)),
            of(now.plus_micros(120_000_000)),
        ] {
            let error = attempt(&engine, None, wrong.clone()).await.expect_err("refused");
            assert_eq!(error.kind(), Kind::Unauthorized, "{wrong}");
        }
        let error = login(&engine, None, good.clone(), client()).await.expect_err("from elsewhere");
        assert_eq!(error.kind(), Kind::Unauthorized);
        attempt(&engine, None, good.clone()).await.expect("accepted");
        assert_eq!(attempt(&engine, None, good).await.expect_err("used").kind(), Kind::Unauthorized);
    }
}
