//! Links that prove an address: made, mailed and recognised. A link counts once, for its purpose,
//! for the user and the address it was made for.

use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::account::UserId;
use crate::domain::one_time::{OneTime, Purpose};
use crate::engine::Engine;
use crate::engine::mail::{self, Letter, Queued};
use crate::store::{self, Snapshot, Tx, one_time};

/// A link that is not stored yet.
pub(super) struct Link {
    pub url: String,
    hash: [u8; 32],
    token: OneTime,
}

impl Link {
    /// Links lead to the public URL, whatever name the server was called by.
    pub fn new(engine: &Engine, purpose: Purpose, (user, address): (UserId, &str)) -> Link {
        let page = match purpose {
            Purpose::Reset => "reset-password",
            Purpose::Confirm | Purpose::Change => "confirm-email",
        };
        let text = crypto::random_token("");
        let url = format!("{}/{page}/{text}", engine.settings.public_url.trim_end_matches('/'));
        let address = store::email_hash(&engine.keys, address);
        Link { url, hash: hash(&text), token: OneTime::new(purpose, user, address, Timestamp::now()) }
    }

    pub fn until(&self) -> Timestamp {
        self.token.expires_at
    }

    pub fn store(&self, tx: &Tx<'_>) -> Result<()> {
        one_time::insert(tx, &self.hash, &self.token)
    }
}

/// Mails a link to the address it proves; it counts only if the letter was queued.
pub(super) fn mail(tx: &Tx<'_>, engine: &Engine, purpose: Purpose, to: (UserId, &str)) -> Result<Queued> {
    let link = Link::new(engine, purpose, to);
    let (url, until) = (link.url.clone(), link.until());
    let letter = match purpose {
        Purpose::Reset => Letter::ResetPassword { url, until },
        Purpose::Confirm => Letter::ConfirmEmail { url, until },
        Purpose::Change => Letter::ConfirmChange { url, until },
    };
    let queued = mail::queue_to(tx, engine, to, &letter)?;
    if queued == Queued::Yes {
        link.store(tx)?;
    }
    Ok(queued)
}

/// The token of a hash if it counts; not for users who were deactivated.
pub(super) fn find(snap: &Snapshot<'_>, hash: &[u8; 32]) -> Result<Option<OneTime>> {
    let Some(token) = one_time::find(snap, hash, Timestamp::now())? else { return Ok(None) };
    Ok(if store::users::is_active(snap, token.user)? { Some(token) } else { None })
}

/// As [`find`], for a purpose about the present address of the user: one made for an earlier
/// address proves nothing.
pub(super) fn find_present(snap: &Snapshot<'_>, hash: &[u8; 32], purpose: Purpose) -> Result<Option<OneTime>> {
    let Some(token) = find(snap, hash)?.filter(|token| token.purpose == purpose) else { return Ok(None) };
    let present = store::users::secret_of(snap, token.user)?.map(|(address, _)| address);
    Ok(if present == Some(token.address) { Some(token) } else { None })
}

/// What a token is found by.
pub(super) fn hash(text: &str) -> [u8; 32] {
    crypto::sha256(text.as_bytes())
}

/// 401 for whatever is wrong with a token.
pub(super) fn refused() -> Error {
    Error::new(Kind::Unauthorized, "Invalid or expired token")
}
