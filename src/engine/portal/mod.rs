//! What whoever integrates a project sees of it and sets up: how it stands, its webhooks with two
//! secrets each, its catalogues, and the log of what was sent. Keys are `engine::api_keys`.

pub mod catalogues;
pub mod hooks;
pub mod logs;

use super::{Engine, api_keys};
use crate::base::{Error, Kind, Result};
use crate::domain::access::{Actor, Who};
use crate::domain::api_key::ApiKey;
use crate::store;

/// How a project stands.
#[derive(Debug, Clone, Copy)]
pub struct Overview {
    /// Its events are taken in and sent on.
    pub enabled: bool,
    pub active_api_keys: usize,
    pub disabled_api_keys: usize,
    /// Active ones.
    pub webhooks: usize,
}

pub async fn overview(engine: &Engine, actor: &Actor) -> Result<Overview> {
    let project = actor.project;
    let view = engine.project(project).await?;
    let (active_api_keys, disabled_api_keys) =
        engine.store.read(move |snap| store::api_keys::count(snap, project)).await?;
    let enabled = view.project.active && !view.held;
    Ok(Overview { enabled, active_api_keys, disabled_api_keys, webhooks: view.webhooks.len() })
}

/// The key that asks. 403 `Missing permission: <name>` when it does not hold what is asked for.
pub async fn check(engine: &Engine, actor: &Actor, permission: Option<&str>) -> Result<ApiKey> {
    let Who::Key { id, .. } = actor.who else { return Err(Error::new(Kind::Unauthorized, "Invalid API key")) };
    let key = api_keys::get(engine, actor, id).await?;
    match permission {
        Some(name) if !key.has_permission(name) => {
            Err(Error::new(Kind::Forbidden, format!("Missing permission: {name}")))
        }
        _ => Ok(key),
    }
}
