//! API keys for integrators: scopes and the project's own names are one list of permissions, each
//! with what it is for.

use super::catalogues;
use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::{KeyId, ScopeSet};
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::{ApiKey, ApiKeyPatch, Tenants};
use crate::domain::catalogue::Permission;
use crate::engine::api_keys;
use crate::engine::portal::catalogues::list as own_list;
use crate::server::{Cx, Reply};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

const NOUN: &str = "API key";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "IntegratorKey")]
pub(super) struct KeyView<'a> {
    id: KeyId,
    description: &'a str,
    scopes: &'a ScopeSet,
    permissions: Vec<Permission>,
    allowed_ips: &'a Allowlist,
    tenants: &'a Tenants,
    status: &'static str,
    prefix: &'a str,
    last_used_at: Option<Timestamp>,
    inserted_at: Timestamp,
}

impl<'a> KeyView<'a> {
    fn of(key: &'a ApiKey, own: &[Permission]) -> KeyView<'a> {
        let explained = |name: &String| {
            own.iter().find(|known| known.name == *name).cloned().unwrap_or_else(|| Permission::unexplained(name))
        };
        let scopes = key.scopes.list().iter().map(|scope| catalogues::of_scope(*scope).clone());
        KeyView {
            id: key.id,
            description: &key.name,
            scopes: &key.scopes,
            permissions: scopes.chain(key.permissions.list().iter().map(explained)).collect(),
            allowed_ips: &key.allowed_ips,
            tenants: &key.tenants,
            status: key.status(),
            prefix: &key.prefix,
            last_used_at: key.last_used_at,
            inserted_at: key.id.time(),
        }
    }
}

/// The object, with its secret if that was just made or asked for.
async fn shown(cx: &Cx, key: &ApiKey, secret: Option<String>) -> Result<Reply> {
    let own = own_list(&cx.engine, cx.actor()).await?;
    let reply = Reply::ok(KeyView::of(key, &own));
    Ok(match secret {
        Some(secret) => reply.member("secret", secret),
        None => reply,
    })
}

pub(super) async fn list(cx: Cx) -> Result<Reply> {
    let slice = api_keys::list(&cx.engine, cx.actor(), cx.page_or_all()?).await?;
    let own = own_list(&cx.engine, cx.actor()).await?;
    let views = slice.rows.iter().map(|key| KeyView::of(key, &own)).collect();
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

pub(super) async fn delete(cx: Cx) -> Result<Reply> {
    api_keys::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "deleted"})))
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
