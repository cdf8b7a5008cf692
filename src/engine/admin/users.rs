//! Users as operators look after them: listing, making, changing, switching off and on.

use super::{Seen, caller, find, record, target};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::{Account, Role};
use crate::domain::account::{User, UserId, UserRole, UserTag, check_email};
use crate::domain::operator::{NewUser, Operator, UserPatch, UserQuery};
use crate::domain::{password, project::Project};
use crate::engine::audit::{self, Entry};
use crate::engine::{Engine, accounts, privacy, recovery};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::sync::Arc;

/// Users that fit, newest first. A whole address finds its user at once.
pub async fn list(engine: &Engine, query: UserQuery, page: Page<UserTag>) -> Result<Slice<Seen, UserTag>> {
    let keys = engine.keys.clone();
    let address = query.text.clone().filter(|text| check_email(text).is_ok());
    let hash = address.map(|address| store::email_hash(&keys, &address));
    let read = engine.store.read(move |snap| {
        let now = Timestamp::now();
        let known = hash.map(|hash| store::users::by_email(snap, &hash)).transpose()?.flatten();
        let Some(id) = known else { return store::admin::users::list(snap, &keys, &query, page, now) };
        let wanted = |user: &User| query.fits(user) && page.before.is_none_or(|before| id < before);
        let found = store::users::find(snap, &keys, id)?.filter(wanted);
        let seen = found.map(|user| store::admin::users::seen(snap, &keys, user, now)).transpose()?;
        Ok(Slice { rows: seen.into_iter().collect(), next: None })
    });
    read.await
}

/// One user; 404.
pub async fn get(engine: &Arc<Engine>, id: UserId) -> Result<Seen> {
    let engine_ = engine.clone();
    engine.store.read(move |snap| seen(snap, &engine_, find(snap, &engine_, id)?)).await
}

pub(super) fn seen(snap: &Snapshot<'_>, engine: &Engine, user: User) -> Result<Seen> {
    store::admin::users::seen(snap, &engine.keys, user, Timestamp::now())
}

/// Makes an account with a password and a first project. They consent to nothing by that.
pub async fn create(engine: &Arc<Engine>, account: &Account, new: NewUser, password: String) -> Result<Seen> {
    password::check(&password, &new.email)?;
    let password_hash = engine.passwords.hash(password).await?;
    let project = Project::new(engine.ids.next(), engine.ids.next(), accounts::FIRST_PROJECT.to_owned());
    let user = User { role: new.role, ..User::new(project.owner, new.email, new.name, project.id) };
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        caller(tx, &account)?.manage(user.role)?;
        if !store::users::insert(tx, &engine_.keys, &user, &password_hash)? {
            return Err(accounts::already_registered());
        }
        store::projects::insert(tx, &project, engine_.ids.next())?;
        let sole = engine_.sole.clone();
        tx.after_commit(move || sole.forget());
        record(tx, &engine_, &account, "admin.user_created", (user.id, json!({"role": user.role.as_str()})))?;
        let (by, id) = (account.within(project.id, Role::Owner), Some(project.id.to_string()));
        audit::record(tx, &engine_, Entry::of(&by, "project.created", "project", id, json!({})))?;
        seen(tx, &engine_, user)
    });
    write.await
}

/// Changes what the patch holds: 403 beyond the caller's rights, 409 for a taken address or the
/// last superadmin.
pub async fn update(engine: &Arc<Engine>, account: &Account, id: UserId, patch: UserPatch) -> Result<Seen> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine.store.write(move |tx| {
        let operator = caller(tx, &account)?;
        let user = target(tx, &engine_, operator, id)?;
        check(tx, &engine_, operator, &user, &patch)?;
        let changed = apply(tx, &engine_, &account, user, &patch)?;
        seen(tx, &engine_, changed)
    });
    write.await
}

fn check(tx: &Tx<'_>, engine: &Engine, operator: Operator, user: &User, patch: &UserPatch) -> Result<()> {
    if patch.demotes(user) && is_last_superadmin(tx, user)? {
        let what = if patch.active == Some(false) { "deactivated" } else { "demoted" };
        return Err(Error::new(Kind::Conflict, format!("The last superadmin cannot be {what}")));
    }
    operator.change(user, patch)?;
    let email = patch.email.as_ref().filter(|email| **email != user.email);
    if let Some(email) = email
        && store::users::is_known(tx, &store::email_hash(&engine.keys, email))?
    {
        return Err(accounts::already_registered());
    }
    Ok(())
}

/// Whether the server would be left without anyone who may do all.
pub(in crate::engine) fn is_last_superadmin(tx: &Tx<'_>, user: &User) -> Result<bool> {
    Ok(store::admin::users::active(tx, UserRole::Superadmin)? == [user.id])
}

fn apply(tx: &Tx<'_>, engine: &Arc<Engine>, account: &Account, before: User, patch: &UserPatch) -> Result<User> {
    let now = Timestamp::now();
    let mut user = before.clone();
    let mut metadata = json!({"changed": []});
    let mut changed = Vec::new();
    if let Some(name) = patch.name.as_ref().filter(|name| **name != before.name) {
        user.name.clone_from(name);
        changed.push("name");
    }
    if let Some(email) = patch.email.as_ref().filter(|email| **email != before.email) {
        user.email.clone_from(email);
        // Nobody has shown yet that it is theirs.
        user.email_verified_at = None;
        changed.push("email");
    }
    if let Some(role) = patch.role.filter(|role| *role != before.role) {
        user.role = role;
        metadata["role"] = json!(role.as_str());
        metadata["from"] = json!(before.role.as_str());
        changed.push("role");
    }
    let active = patch.active.filter(|active| *active == before.deactivated_at.is_some());
    if let Some(active) = active {
        user.deactivated_at = (!active).then_some(now);
    }
    if changed.is_empty() && active.is_none() {
        return Ok(user);
    }
    user.updated_at = now;
    store::admin::users::save(tx, &engine.keys, &user)?;
    if !changed.is_empty() {
        metadata["changed"] = json!(changed);
        record(tx, engine, account, "admin.user_updated", (user.id, metadata))?;
    }
    if let Some(active) = active {
        let action = if active { "admin.user_activated" } else { "admin.user_deactivated" };
        record(tx, engine, account, action, (user.id, json!({})))?;
        privacy::changed(tx, engine, user.id)?;
    }
    if user.email != before.email || active == Some(false) {
        store::sessions::revoke_all(tx, user.id, None, now)?;
        store::users::forget_tokens(tx, user.id)?;
        recovery::cancel_change(tx, engine, user.id)?;
    }
    Ok(user)
}
