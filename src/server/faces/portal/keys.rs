//! API keys for integrators: scopes and the project's own names are one list of permissions, each
//! with what it is for.

use super::catalogues;
use crate::base::Result;
use crate::base::fields::Fields;
use crate::domain::api_key::{ApiKey, ApiKeyPatch};
use crate::domain::catalogue::Permission;
use crate::engine::api_keys;
use crate::engine::portal::catalogues::list as own_list;
use crate::server::v1::api_keys::KeyView;
use crate::server::{Cx, Reply};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;

const NOUN: &str = "API key";

/// Scopes and names, each with what it is for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Integrator", inline)]
pub(super) struct Explained(Vec<Permission>);

pub(super) type View<'a> = KeyView<'a, Explained>;

fn view<'a>(key: &'a ApiKey, own: &[Permission]) -> View<'a> {
    let explained = |name: &String| {
        own.iter().find(|known| known.name == *name).cloned().unwrap_or_else(|| Permission::unexplained(name))
    };
    let scopes = key.scopes.list().iter().map(|scope| catalogues::of_scope(*scope).clone());
    KeyView::of(key, Explained(scopes.chain(key.permissions.list().iter().map(explained)).collect()))
}

/// The object, with its secret if that was just made or asked for.
async fn shown(cx: &Cx, key: &ApiKey, secret: Option<String>) -> Result<Reply> {
    let own = own_list(&cx.engine, cx.actor()).await?;
    let reply = Reply::ok(view(key, &own));
    Ok(match secret {
        Some(secret) => reply.member("secret", secret),
        None => reply,
    })
}

pub(super) async fn list(cx: Cx) -> Result<Reply> {
    let slice = api_keys::list(&cx.engine, cx.actor(), cx.page_or_all()?).await?;
    let own = own_list(&cx.engine, cx.actor()).await?;
    let views = slice.rows.iter().map(|key| view(key, &own)).collect();
    Ok(Reply::list("api_keys", views, slice.next))
}

pub(super) async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let (key, secret) = api_keys::create(&cx.engine, cx.actor(), &body.json()?, ApiKeyPatch::read_permissions).await?;
    Ok(shown(&cx, &key, Some(secret)).await?.status(StatusCode::CREATED))
}

pub(super) async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let key = api_keys::update(&cx.engine, cx.actor(), id, &body.json()?, ApiKeyPatch::read_permissions).await?;
    shown(&cx, &key, None).await
}

pub(super) async fn rotate(cx: Cx) -> Result<Reply> {
    let (key, secret) = api_keys::rotate(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    shown(&cx, &key, Some(secret)).await
}

pub(super) async fn reveal(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let password = Fields(&body.json()?).required_str("password")?.to_owned();
    let (key, secret) = api_keys::reveal(&cx.engine, cx.actor(), id, password).await?;
    shown(&cx, &key, Some(secret)).await
}
