//! Work on the data of a server that is not running, for those who have lost their way in: whoever
//! can read the master key owns every account already. Nothing is delivered meanwhile.

use super::audit::{self, By, Entry};
use super::{Engine, accounts, admin, lock, passwords, privacy, rotation, tokens};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::ServerSettings;
use crate::domain::access::{Actor, Who};
use crate::domain::account::{User, UserId, UserRole, check_email, normalise_email};
use crate::domain::api_key::{ApiKey, ApiKeyPatch};
use crate::domain::password;
use crate::domain::project::{Project, ProjectId};
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

/// Runs what is asynchronous to its end.
pub(super) fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(work)
}

/// Opens the data, does something with them and closes them. 409 while a server runs, naming it;
/// 404 when there are none.
pub fn with<T>(settings: &ServerSettings, work: impl AsyncFnOnce(&Arc<Engine>) -> Result<T>) -> Result<T> {
    rotation::require_data(settings)?;
    with_new(settings, work)
}

/// As [`with`], and makes the data where there are none.
pub fn with_new<T>(settings: &ServerSettings, work: impl AsyncFnOnce(&Arc<Engine>) -> Result<T>) -> Result<T> {
    block_on(async {
        let engine = Engine::open(settings)?;
        let done = work(&engine).await;
        engine.shutdown(Duration::ZERO).await;
        done
    })
}

/// The process that has the data, if one has.
pub fn holder(settings: &ServerSettings) -> Result<Option<String>> {
    lock::holder(settings)
}

/// Makes the superadmin that the settings name, where there is none; says whether there is one.
pub async fn first_superadmin(engine: &Arc<Engine>) -> Result<bool> {
    if has_superadmin(engine).await? {
        return Ok(true);
    }
    let settings = &engine.settings;
    let Some(email) = &settings.admin_email else { return Ok(false) };
    let unreadable = |path: &std::path::Path, e: std::io::Error| {
        Error::new(Kind::Invalid, format!("--admin-password-file: {}: {e}", path.display()))
    };
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).map_err(|e| unreadable(path, e));
    let password = settings.admin_password.0.clone().map(Ok);
    let password = password.or_else(|| settings.admin_password_file.as_ref().map(read)).transpose()?;
    let password = password.map(|text| text.trim_end_matches(['\r', '\n']).to_owned());
    if password.is_none() && !is_known(engine, email).await? {
        return Err(Error::new(Kind::Invalid, "--admin-email of a new account needs --admin-password-file"));
    }
    make_superadmin(engine, email, password).await?;
    Ok(true)
}

/// Whether anybody may do all on this server.
pub async fn has_superadmin(engine: &Engine) -> Result<bool> {
    engine.store.read(|snap| Ok(!store::admin::users::active(snap, UserRole::Superadmin)?.is_empty())).await
}

/// Whether an address has an account.
pub async fn is_known(engine: &Arc<Engine>, email: &str) -> Result<bool> {
    let hash = store::email_hash(&engine.keys, &normalise_email(email));
    engine.store.read(move |snap| store::users::is_known(snap, &hash)).await
}

/// Makes a superadmin: of an existing account, whose password stays, or of a new one.
pub async fn make_superadmin(engine: &Arc<Engine>, email: &str, password: Option<String>) -> Result<UserId> {
    let email = normalise_email(email);
    check_email(&email)?;
    if is_known(engine, &email).await? {
        return promote(engine, email).await;
    }
    let password = password.ok_or_else(|| Error::missing("password"))?;
    password::check(&password, &email)?;
    let hash = engine.passwords.hash(password).await?;
    let project = Project::new(engine.ids.next(), engine.ids.next(), accounts::FIRST_PROJECT.to_owned());
    let user = User { role: UserRole::Superadmin, ..User::new(project.owner, email, None, project.id) };
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        if !store::users::insert(tx, &engine_.keys, &user, &hash)? {
            return Err(accounts::already_registered());
        }
        store::projects::insert(tx, &project, engine_.ids.next())?;
        record(tx, &engine_, "admin.user_created", user.id, json!({"role": "superadmin"}))?;
        let (by, id) = (By::System(Some(project.id)), Some(project.id.to_string()));
        audit::record(tx, &engine_, Entry::of(by, "project.created", "project", id, json!({})))?;
        Ok(user.id)
    });
    write.await
}

async fn promote(engine: &Arc<Engine>, email: String) -> Result<UserId> {
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let before = find(tx, &engine_, &email)?;
        let mut user = before.clone();
        (user.role, user.deactivated_at, user.updated_at) = (UserRole::Superadmin, None, Timestamp::now());
        if before.role != user.role {
            let metadata = json!({"changed": ["role"], "role": "superadmin", "from": before.role.as_str()});
            record(tx, &engine_, "admin.user_updated", user.id, metadata)?;
        }
        if before.deactivated_at.is_some() {
            record(tx, &engine_, "admin.user_activated", user.id, json!({}))?;
            privacy::changed(tx, &engine_, user.id)?;
        }
        store::admin::users::save(tx, &engine_.keys, &user)?;
        Ok(user.id)
    });
    write.await
}

/// Sets the password of a user, ends their lock and their logins. The second factor stays.
pub async fn reset_password(engine: &Arc<Engine>, email: &str, password: String) -> Result<()> {
    let email = normalise_email(email);
    let (engine_, address) = (engine.clone(), email.clone());
    let user = engine.store.read(move |snap| find(snap, &engine_, &address)).await?;
    let hash = passwords::renewed(engine, user.id, &email, password).await?;
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let now = Timestamp::now();
        let id = user.id;
        store::users::set_password(tx, id, now, &hash)?;
        store::users::forget_tokens(tx, id)?;
        store::sessions::revoke_all(tx, id, None, now)?;
        admin::release(tx, &engine_, By::System(None), user)?;
        record(tx, &engine_, "user.password_reset", id, json!({"reason": "operator"}))
    });
    write.await
}

/// Ends the lock of a user after too many failed logins.
pub async fn unlock(engine: &Arc<Engine>, email: &str) -> Result<()> {
    let (engine_, email) = (engine.clone(), normalise_email(email));
    let write = engine.store.write(move |tx| {
        let user = find(tx, &engine_, &email)?;
        let id = user.id;
        admin::release(tx, &engine_, By::System(None), user)?;
        record(tx, &engine_, "admin.user_unlocked", id, json!({}))
    });
    write.await
}

/// Switches the second factor of a user off; 409 when it is off.
pub async fn reset_mfa(engine: &Arc<Engine>, email: &str) -> Result<()> {
    let (engine_, email) = (engine.clone(), normalise_email(email));
    let write = engine.store.write(move |tx| {
        let user = find(tx, &engine_, &email)?;
        let id = user.id;
        admin::clear_mfa(tx, &engine_, user)?;
        record(tx, &engine_, "admin.user_mfa_reset", id, json!({}))
    });
    write.await
}

/// Changes the key of a project that has locked everyone out.
pub async fn patch_token(engine: &Arc<Engine>, project: ProjectId, patch: ApiKeyPatch) -> Result<ApiKey> {
    let (who, ip) = (Who::System, IpAddr::V4(Ipv4Addr::LOCALHOST));
    tokens::update(engine, &Actor { who, project, ip, user_agent: None }, patch).await
}

fn find(snap: &Snapshot<'_>, engine: &Engine, email: &str) -> Result<User> {
    let id = store::users::by_email(snap, &store::email_hash(&engine.keys, email))?;
    let user = id.map(|id| store::users::find(snap, &engine.keys, id)).transpose()?.flatten();
    user.ok_or_else(|| Error::new(Kind::NotFound, format!("{email} has no account")))
}

fn record(tx: &Tx<'_>, engine: &Engine, action: &'static str, user: UserId, metadata: serde_json::Value) -> Result<()> {
    let id = Some(user.to_string());
    audit::record(tx, engine, Entry::of(By::System(None), action, "user", id, metadata))
}
