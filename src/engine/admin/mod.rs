//! What operators of the server do. Roles are read in the transaction that they allow; the rules
//! themselves are in `domain::operator`.

mod invites;
mod projects;
mod rescue;
mod users;

pub use projects::{Detail, Owned, list as projects, one as project, update as update_project};
pub use rescue::{ResetLink, erase, reset_link, reset_mfa, revoke_sessions, unlock};
pub use users::{create, get, list, update};

pub(super) use invites::redeem;
pub use invites::{Invited, invite};
pub(super) use rescue::{clear_mfa, release};

use super::Engine;
use super::audit::{self, Entry};
use crate::base::{Error, Kind, Result};
use crate::domain::access::Account;
use crate::domain::account::{User, UserId};
use crate::domain::operator::Operator;
use crate::store::{self, Snapshot, Tx};
use serde_json::Value;

pub use crate::store::admin::users::Seen;

/// Lets an operator in: 403 for everyone else.
pub async fn enter(engine: &Engine, account: &Account, superadmin: bool) -> Result<()> {
    let account = account.clone();
    let read = engine.store.read(move |snap| caller(snap, &account));
    let operator = read.await?;
    if superadmin { operator.require_superadmin() } else { Ok(()) }
}

/// The operator who calls; 403 when they are none, or no longer.
fn caller(snap: &Snapshot<'_>, account: &Account) -> Result<Operator> {
    let role = store::admin::users::role_of(snap, account.user)?;
    Operator::new(account.user, role.ok_or_else(|| Error::new(Kind::Unauthorized, "Unauthorized"))?)
}

/// The user an operator acts on: 404 when there is none, 403 when they are out of reach.
fn target(snap: &Snapshot<'_>, engine: &Engine, operator: Operator, id: UserId) -> Result<User> {
    let user = find(snap, engine, id)?;
    operator.manage(user.role)?;
    Ok(user)
}

fn find(snap: &Snapshot<'_>, engine: &Engine, id: UserId) -> Result<User> {
    store::users::find(snap, &engine.keys, id)?.ok_or_else(|| Error::not_found("User"))
}

/// Records what an operator did to a user.
fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    account: &Account,
    action: &'static str,
    (user, metadata): (UserId, Value),
) -> Result<()> {
    audit::record(tx, engine, Entry::of(account, action, "user", Some(user.to_string()), metadata))
}
