//! Registration: who may, and everything a new account starts with.

use super::Engine;
use super::audit::{self, Entry};
use super::sessions::{self, Tokens};
use crate::base::{Error, Kind, Result, crypto};
use crate::config::Registration;
use crate::domain::access::{Actor, Client, Role, Who};
use crate::domain::account::{self, INITIAL_CONSENTS, User};
use crate::domain::api_key::{self, ApiKey};
use crate::domain::password;
use crate::domain::project::{Project, ProjectId};
use crate::domain::session::SessionKind;
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::sync::Arc;

/// The name of everyone's first project.
const FIRST_PROJECT: &str = "My Project";

/// What someone registers with.
#[derive(Clone)]
pub struct NewAccount {
    pub email: String,
    pub password: String,
    pub name: Option<String>,
}

/// A new account, signed in, with a project and its key.
#[derive(Debug)]
pub struct Registered {
    pub user: User,
    pub tokens: Tokens,
    pub project: ProjectId,
    /// The whole key; it is not stored.
    pub api_key: String,
}

/// Makes an account with its first project, key and session, all or nothing.
pub async fn register(engine: &Arc<Engine>, given: NewAccount, client: Client) -> Result<Registered> {
    let mode = engine.settings.registration;
    let email = account::normalise_email(&given.email);
    let hash = store::email_hash(&engine.keys, &email);
    let read = engine.store.read(move |snap| Ok((may_register(snap, mode)?, store::users::is_known(snap, &hash)?)));
    let (allowed, taken) = read.await?;
    if !allowed {
        return Err(disabled());
    }
    let name = check(&email, &given)?;
    if taken {
        return Err(already_registered());
    }
    let password_hash = engine.passwords.hash(given.password).await?;
    let project = Project::new(engine.ids.next(), engine.ids.next(), FIRST_PROJECT.to_owned());
    let user = User::new(project.owner, email, name, project.id);
    let new = New { user, project, password_hash };
    let engine_ = engine.clone();
    // The first answers may be out of date by now; the transaction asks again.
    let write = engine.store.write(move |tx| match may_register(tx, mode)? {
        true => create(tx, &engine_, new, client),
        false => Err(disabled()),
    });
    write.await
}

struct New {
    user: User,
    project: Project,
    password_hash: String,
}

fn create(tx: &Tx<'_>, engine: &Engine, new: New, client: Client) -> Result<Registered> {
    let New { user, project, password_hash } = new;
    if !store::users::insert(tx, &engine.keys, &user, &password_hash)? {
        return Err(already_registered());
    }
    for consent in INITIAL_CONSENTS {
        store::users::consent(tx, &engine.keys, engine.ids.next(), user.id, consent, &client.ip.to_string())?;
    }
    store::projects::insert(tx, &project, engine.ids.next())?;
    let secret = crypto::random_token(api_key::PREFIX);
    let key = ApiKey::new(engine.ids.next(), project.id, &secret);
    store::api_keys::insert(tx, &key, &crypto::sha256(secret.as_bytes()))?;
    let (session, tokens) = sessions::open(tx, engine, user.id, SessionKind::Api, &client)?;

    let who = Who::User { id: user.id, session, role: Role::Owner };
    let actor = Actor { who, project: project.id, ip: client.ip, user_agent: client.user_agent.clone() };
    let by = audit::By::Client(&client, Some(user.id));
    let (user_id, project_id) = (Some(user.id.to_string()), Some(project.id.to_string()));
    audit::record(tx, engine, Entry::of(by, "user.registered", "user", user_id, json!({})))?;
    audit::record(tx, engine, Entry::of(&actor, "project.created", "project", project_id, json!({})))?;
    let prefix = json!({"prefix": key.prefix});
    audit::record(tx, engine, Entry::of(&actor, "api_key.created", "api_key", Some(key.id.to_string()), prefix))?;
    Ok(Registered { user, tokens, project: project.id, api_key: secret })
}

fn may_register(snap: &Snapshot<'_>, mode: Registration) -> Result<bool> {
    match mode {
        Registration::Open => Ok(true),
        Registration::First => Ok(!store::users::any(snap)?),
        // Invitations do not exist yet, so no token can be a good one.
        Registration::Invite | Registration::Closed => Ok(false),
    }
}

/// Checks all fields and returns the name; the error is that of the first bad field and holds
/// the details of every one.
fn check(email: &str, given: &NewAccount) -> Result<Option<String>> {
    let name = account::check_name(given.name.as_deref().unwrap_or_default());
    let address = account::check_email(email).err();
    let password = password::check(&given.password, email).err();
    let refused = [address, password].into_iter().flatten();
    let (name, refused) = match name {
        Ok(name) => (name, refused.chain(None)),
        Err(e) => (None, refused.chain(Some(e))),
    };
    refused.reduce(join).map_or(Ok(name), Err)
}

/// The first error with the details of both.
fn join(first: Error, second: Error) -> Error {
    let details = second.details().iter().flat_map(|(field, list)| list.iter().map(move |text| (field, text)));
    details.fold(first, |error, (field, text)| error.detail(field, text.clone()))
}

fn disabled() -> Error {
    Error::new(Kind::Forbidden, "Registration is disabled")
}

fn already_registered() -> Error {
    Error::new(Kind::Conflict, "Email already registered")
}
