//! The session of a browser: a random id in its cookie, of which only the hash is kept, and the
//! token its page sends along with changes, made from that hash. How a cookie is written is not
//! known here.

use super::{UserSession, no_user, used};
use crate::base::crypto::{self, Keys};
use crate::base::{Result, Timestamp};
use crate::engine::Engine;
use crate::store;
use std::fmt;

/// The id in a cookie: 256 random bits as base64url. Never stored, never logged.
pub struct CookieId(String);

impl CookieId {
    pub(in crate::engine) fn random() -> CookieId {
        CookieId(crypto::random_token(""))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> CookieHash {
        CookieHash::of(&self.0)
    }
}

impl fmt::Debug for CookieId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CookieId([redacted])")
    }
}

/// What the session of a cookie is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CookieHash([u8; 32]);

impl CookieHash {
    /// Of the id as a browser sends it.
    pub fn of(id: &str) -> CookieHash {
        CookieHash(crypto::sha256(id.as_bytes()))
    }

    pub(in crate::engine) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The token that proves a change to come from a page of ours: others can make a browser send
    /// its cookie, but cannot read this.
    pub fn csrf_token(&self, keys: &Keys) -> String {
        crypto::base64url(&crypto::hmac_sha256(&keys.code, &[b"jobcelis csrf\0", &self.0]))
    }

    /// Whether `given` is the token of this session.
    pub fn is_csrf_token(&self, keys: &Keys, given: &str) -> bool {
        crypto::constant_time_eq(self.csrf_token(keys).as_bytes(), given.as_bytes())
    }
}

/// The user of a cookie whose session lives; 401 `Unauthorized`.
pub async fn authenticate_cookie(engine: &Engine, cookie: CookieHash) -> Result<UserSession> {
    let now = Timestamp::now();
    let session = engine.store.read(move |snap| store::sessions::find_cookie(snap, &cookie.0, now)).await?;
    Ok(used(engine, &session.ok_or_else(no_user)?, now))
}
