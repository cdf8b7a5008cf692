//! From a credential to who it stands for. State is read live, or from memory that every change
//! corrects before its caller hears; what a route allows is decided by the caller.

mod activity;
pub mod cookies;
pub mod jwt;
mod keys;
mod portal;

pub use activity::{Unwritten, run};
pub use cookies::authenticate_cookie;
pub use keys::{KeyView, authenticate_key, authenticate_named_key};
pub use portal::authenticate_embed;

use super::Engine;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Role;
use crate::domain::account::{SessionId, UserId};
use crate::domain::project::ProjectId;
use crate::domain::session::Session;
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
    let (user, id) = jwt::check(&engine.keys, token).ok_or_else(no_user)?;
    let now = Timestamp::now();
    let session = engine.store.read(move |snap| store::sessions::find_live(snap, id, now)).await?;
    let session = session.filter(|session| session.user == user).ok_or_else(no_user)?;
    Ok(used(engine, &session, now))
}

/// The 401 of routes that want a user.
pub fn no_user() -> Error {
    let error = Error::new(Kind::Unauthorized, "Unauthorized");
    error.extra("message", "A valid user token is required".into())
}

/// Notes that a living session was used.
fn used(engine: &Engine, session: &Session, now: Timestamp) -> UserSession {
    engine.access.activity.note_session(session, now, engine.settings.session_timeout);
    UserSession { user: session.user, session: session.id }
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

#[cfg(test)]
mod tests {
    use super::super::testing::TestEngine;
    use super::*;

    #[tokio::test]
    async fn keys_end_with_their_project_and_owner() {
        for end in
            ["UPDATE projects SET active = 0", "UPDATE users SET deactivated_at = 1", "UPDATE api_keys SET active = 0"]
        {
            let engine = TestEngine::new();
            let made = engine.register("ana@example.org").await;
            authenticate_key(&engine, &made.api_key).await.expect("key");
            engine.sql(end).await;
            engine.access.keys.changed(made.project);
            assert_eq!(authenticate_key(&engine, &made.api_key).await.expect_err(end).kind(), Kind::Unauthorized);
        }
        let engine = TestEngine::new();
        for key in ["", "jc_live_none", "wh_x"] {
            assert_eq!(authenticate_key(&engine, key).await.expect_err(key).message(), "Invalid API key");
        }
    }

    #[tokio::test]
    async fn users_work_in_their_projects() {
        let engine = TestEngine::new();
        let (ana, eva) = (engine.register("ana@example.org").await, engine.register("eva@example.org").await);
        let session = authenticate_user(&engine, &ana.tokens.access).await.expect("signed in");
        let (own, foreign) = (ana.project.to_string(), eva.project.to_string());
        for named in [None, Some(own.as_str())] {
            let found = project_of_user(&engine, &session, named).await.expect("found");
            assert_eq!(found, (ana.project, Role::Owner));
        }
        for named in [foreign.as_str(), "none", "0199b5a0-1111-7000-8000-000000000001"] {
            let error = project_of_user(&engine, &session, Some(named)).await.expect_err(named);
            assert_eq!((error.kind(), error.message()), (Kind::NotFound, "Project not found"));
        }
        engine.sql("UPDATE projects SET active = 0").await;
        for named in [None, Some(own.as_str())] {
            assert!(project_of_user(&engine, &session, named).await.is_err());
        }
    }

    #[tokio::test]
    async fn refused_tokens_say_what_is_wanted() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        for token in ["", made.api_key.as_str(), made.tokens.refresh.as_str(), "eyJ.eyJ.eyJ"] {
            let error = authenticate_user(&engine, token).await.expect_err(token);
            assert_eq!((error.kind(), error.message()), (Kind::Unauthorized, "Unauthorized"));
            assert_eq!(error.extras()[0].1, "A valid user token is required");
        }
    }
}
