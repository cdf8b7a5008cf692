//! A user's own account: seeing it and changing what needs no proof. The password and the logins
//! have files of their own.

mod password;
mod sessions;

pub use password::{NewPassword, change_password};
pub use sessions::{end_others, end_session, sessions};

use super::Engine;
use super::audit::{self, Entry};
use super::projects::member;
use crate::base::{Result, Timestamp};
use crate::domain::access::Account;
use crate::domain::profile::{Profile, ProfilePatch};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::sync::Arc;

pub async fn show(engine: &Arc<Engine>, account: &Account) -> Result<Profile> {
    let (engine_, account) = (engine.clone(), account.clone());
    engine.store.read(move |snap| profile(snap, &engine_, &account)).await
}

/// Changes what the patch holds. 404 for a project the user is not in.
pub async fn update(engine: &Arc<Engine>, account: &Account, patch: ProfilePatch) -> Result<Profile> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        apply(tx, &engine_, &account, &patch)?;
        profile(tx, &engine_, &account)
    });
    write.await
}

fn apply(tx: &Tx<'_>, engine: &Engine, account: &Account, patch: &ProfilePatch) -> Result<()> {
    let user = account.user;
    for id in [patch.default_project, patch.last_project].into_iter().flatten() {
        member(tx, account, id)?;
    }
    if let Some(id) = patch.default_project {
        store::projects::set_default(tx, user, id)?;
    }
    if let Some(id) = patch.last_project {
        store::profiles::set_last_project(tx, user, id)?;
    }
    if patch.name.is_some() || patch.locale.is_some() || patch.theme.is_some() {
        let before = profile(tx, engine, account)?.user.name;
        store::profiles::update(tx, &engine.keys, user, patch, Timestamp::now())?;
        if patch.name.is_some() && patch.name != before {
            let id = Some(user.to_string());
            audit::record(tx, engine, Entry::of(account, "user.name_changed", "user", id, json!({})))?;
        }
    }
    Ok(())
}

fn profile(snap: &Snapshot<'_>, engine: &Engine, account: &Account) -> Result<Profile> {
    // The user may have gone since they were let in.
    store::profiles::find(snap, &engine.keys, account.user)?.ok_or_else(super::access::no_user)
}
