//! Invitations to register: an operator names an address, whoever holds the link makes the
//! account. The token is bound to the address and good for one registration.

use super::caller;
use crate::base::{Error, Result, Timestamp, crypto};
use crate::config::Registration;
use crate::domain::access::Account;
use crate::domain::operator::NewUser;
use crate::engine::audit::{self, Entry};
use crate::engine::{Engine, accounts};
use crate::store::admin::invites::{self, Invite, InviteId};
use crate::store::{self, Snapshot};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// How long an invitation can be followed.
const VALIDITY: Duration = Duration::from_secs(7 * 86_400);

/// An invitation and its token, which is shown this once.
#[derive(Clone)]
pub struct Invited {
    pub invite: Invite,
    pub token: String,
    pub url: String,
}

impl std::fmt::Debug for Invited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invited").field("id", &self.invite.id).finish_non_exhaustive()
    }
}

/// Invites somebody to register; an earlier invitation of the same address ends.
pub async fn invite(engine: &Arc<Engine>, account: &Account, new: NewUser) -> Result<Invited> {
    if engine.settings.registration == Registration::Closed {
        return Err(Error::invalid("send_invite", "Registration is closed; give a password"));
    }
    let token = crypto::random_token("");
    let url = format!("{}/register?invite_token={token}", engine.settings.public_url.trim_end_matches('/'));
    let id: InviteId = engine.ids.next();
    let NewUser { email, name, role, .. } = new;
    let invited_by = account.user;
    let invite = Invite { id, email, name, role, invited_by, expires_at: id.time().plus(VALIDITY) };
    let (engine_, account) = (engine.clone(), account.clone());
    let hash = crypto::sha256(token.as_bytes());
    let write = engine.store.write(move |tx| {
        caller(tx, &account)?.manage(role)?;
        if store::users::is_known(tx, &store::email_hash(&engine_.keys, &invite.email))? {
            return Err(accounts::already_registered());
        }
        invites::put(tx, &engine_.keys, &invite, &hash)?;
        let metadata = json!({"role": role.as_str(), "invited": true});
        let of = Some(invite.id.to_string());
        audit::record(tx, &engine_, Entry::of(&account, "admin.user_created", "invitation", of, metadata))?;
        Ok(invite)
    });
    Ok(Invited { invite: write.await?, token, url })
}

/// The invitation that a token lets an address follow.
pub(in crate::engine) fn redeem(
    snap: &Snapshot<'_>,
    engine: &Engine,
    email: &str,
    token: Option<&str>,
) -> Result<Option<Invite>> {
    let Some(token) = token else { return Ok(None) };
    let found = invites::find(snap, &engine.keys, email, Timestamp::now())?;
    let hash = crypto::sha256(token.as_bytes());
    Ok(found.filter(|(_, stored)| crypto::constant_time_eq(stored, &hash)).map(|(invite, _)| invite))
}
