//! The API keys of the project, for whoever administers it.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::{Access, KeyId, ScopeSet};
use crate::domain::allowlist::Allowlist;
use crate::domain::api_key::{ApiKey, ApiKeyPatch, Permissions, Tenants};
use crate::engine::api_keys;
use crate::server::{Cx, Limit, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/api-keys",             Access::ADMIN, list).about(about::list)
        .post  ("/api-keys",             Access::ADMIN, create).about(about::create)
        .patch ("/api-keys/{id}",        Access::ADMIN, update).about(about::update)
        .delete("/api-keys/{id}",        Access::ADMIN, delete).about(about::delete)
        .post  ("/api-keys/{id}/rotate", Access::ADMIN, rotate).about(about::rotate)
        .post  ("/api-keys/{id}/reveal", Access::ADMIN, reveal).member().limit(Limit::PASSWORD).about(about::reveal)
}

const NOUN: &str = "API key";

/// A key, with its permissions as a face shows them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{P}Key")]
pub(in crate::server) struct KeyView<'a, P> {
    id: KeyId,
    description: &'a str,
    scopes: &'a ScopeSet,
    permissions: P,
    allowed_ips: &'a Allowlist,
    tenants: &'a Tenants,
    status: &'static str,
    prefix: &'a str,
    last_used_at: Option<Timestamp>,
    inserted_at: Timestamp,
}

impl<'a, P> KeyView<'a, P> {
    pub(in crate::server) fn of(key: &'a ApiKey, permissions: P) -> KeyView<'a, P> {
        KeyView {
            id: key.id,
            description: &key.name,
            scopes: &key.scopes,
            permissions,
            allowed_ips: &key.allowed_ips,
            tenants: &key.tenants,
            status: key.status(),
            prefix: &key.prefix,
            last_used_at: key.last_used_at,
            inserted_at: key.id.time(),
        }
    }
}

/// Their names alone.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Project", inline)]
struct Names<'a>(&'a Permissions);

fn view(key: &ApiKey) -> KeyView<'_, Names<'_>> {
    KeyView::of(key, Names(&key.permissions))
}

/// The object with its secret.
fn whole((key, secret): (ApiKey, String)) -> Reply {
    Reply::ok(view(&key)).member("secret", secret)
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = api_keys::list(&cx.engine, cx.actor(), cx.page_or_all()?).await?;
    Ok(Reply::list("api_keys", slice.rows.iter().map(view).collect(), slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let made = api_keys::create(&cx.engine, cx.actor(), &body.json()?, ApiKeyPatch::read_one).await?;
    Ok(whole(made).status(http::StatusCode::CREATED))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let key = api_keys::update(&cx.engine, cx.actor(), id, &body.json()?, ApiKeyPatch::read_one).await?;
    Ok(Reply::ok(view(&key)))
}

pub(in crate::server) async fn delete(cx: Cx) -> Result<Reply> {
    api_keys::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "deleted"})))
}

async fn rotate(cx: Cx) -> Result<Reply> {
    Ok(whole(api_keys::rotate(&cx.engine, cx.actor(), cx.id(NOUN)?).await?))
}

async fn reveal(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let password = Fields(&body.json()?).required_str("password")?.to_owned();
    Ok(whole(api_keys::reveal(&cx.engine, cx.actor(), id, password).await?))
}
