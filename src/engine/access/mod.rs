//! From a credential to who it stands for. State is read live, or from memory that every change
//! corrects before its caller hears; what a route allows is decided by the caller.

mod activity;
pub mod jwt;
mod keys;

pub use activity::run;
pub use keys::{KeyView, authenticate_key};

use super::Engine;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Role;
use crate::domain::account::{SessionId, UserId};
use crate::domain::project::ProjectId;
use crate::store;

/// What is remembered of credentials.
#[derive(Debug, Default)]
pub struct Cache {
    pub keys: keys::KeyCache,
    pub activity: activity::Activity,
}

/// A signed-in user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserSession {
    pub user: UserId,
    pub session: SessionId,
}

/// The user of an access token whose session lives; 401 `Unauthorized`.
pub async fn authenticate_user(engine: &Engine, token: &str) -> Result<UserSession> {
    let refused = || {
        let error = Error::new(Kind::Unauthorized, "Unauthorized");
        error.extra("message", "A valid user token is required".into())
    };
    let (user, id) = jwt::check(&engine.keys, token).ok_or_else(refused)?;
    let now = Timestamp::now();
    let session = engine.store.read(move |snap| store::sessions::find_live(snap, id, now)).await?;
    let session = session.filter(|session| session.user == user).ok_or_else(refused)?;
    engine.access.activity.note_session(&session, now);
    Ok(UserSession { user, session: session.id })
}

/// The project a user works in: the one named, else their default; 404 `Project not found`.
pub async fn project_of_user(engine: &Engine, user: &UserSession, named: Option<&str>) -> Result<(ProjectId, Role)> {
    let user = user.user;
    let absent = || Error::not_found("Project");
    let named = named.map(|text| ProjectId::parse(text).ok_or_else(absent)).transpose()?;
    let found = engine.store.read(move |snap| {
        let Some(project) = named.map_or_else(|| store::projects::default_of(snap, user), |id| Ok(Some(id)))? else {
            return Ok(None);
        };
        Ok(store::projects::role_of(snap, project, user)?.map(|role| (project, role)))
    });
    found.await?.ok_or_else(absent)
}
