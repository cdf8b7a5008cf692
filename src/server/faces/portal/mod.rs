//! The face portal: self-service for whoever integrates a project. Plain JSON in the native shape of
//! lists and failures; users of the project, or an API key with `admin`. `GET /check` is for every
//! key: it is what a first call asks.

mod about;
mod catalogues;
mod keys;
mod logs;
mod webhooks;

use crate::base::Result;
use crate::domain::access::Access;
use crate::engine::portal;
use crate::server::v1::api_keys;
use crate::server::{Cx, Limit, Reply, Routes};
use http::Method;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/overview",                                    Access::OVERVIEW, overview).about(about::overview)
        .keyed (Method::GET, "/check",                          Access::ANY_KEY_READ, check).about(about::check)
        .get   ("/permissions",                                 Access::OVERVIEW, catalogues::permissions).about(about::permissions)
        .put   ("/permissions",                                 Access::ADMIN,    catalogues::set_permissions).about(about::set_permissions)
        .get   ("/event-types",                                 Access::OVERVIEW, catalogues::event_types).about(about::event_types)
        .put   ("/event-types",                                 Access::SETUP,    catalogues::set_event_types).about(about::set_event_types)
        .get   ("/api-keys",                                    Access::ADMIN,    keys::list).about(about::keys)
        .post  ("/api-keys",                                    Access::ADMIN,    keys::create).about(about::create_key)
        .patch ("/api-keys/{id}",                               Access::ADMIN,    keys::update).about(about::update_key)
        .delete("/api-keys/{id}",                               Access::ADMIN,    api_keys::delete).about(about::delete_key)
        .post  ("/api-keys/{id}/rotate",                        Access::ADMIN,    keys::rotate).about(about::rotate_key)
        .post  ("/api-keys/{id}/reveal",                        Access::ADMIN,    keys::reveal).member().limit(Limit::PASSWORD).about(about::reveal_key)
        .get   ("/webhooks",                                    Access::OVERVIEW, webhooks::list).about(about::webhooks)
        .post  ("/webhooks",                                    Access::SETUP,    webhooks::create).about(about::create_webhook)
        .get   ("/webhooks/{id}",                               Access::OVERVIEW, webhooks::show).about(about::webhook)
        .patch ("/webhooks/{id}",                               Access::SETUP,    webhooks::update).about(about::update_webhook)
        .delete("/webhooks/{id}",                               Access::SETUP,    webhooks::delete).about(about::delete_webhook)
        .get   ("/webhooks/{id}/signing-secrets",               Access::ADMIN,    webhooks::secrets).member().limit(Limit::PASSWORD).about(about::read_secrets)
        .post  ("/webhooks/{id}/signing-secrets",               Access::ADMIN,    webhooks::secrets).member().limit(Limit::PASSWORD).about(about::ask_secrets)
        .post  ("/webhooks/{id}/signing-secrets/first/rotate",  Access::SETUP,    webhooks::rotate_first).about(about::rotate_first)
        .post  ("/webhooks/{id}/signing-secrets/second/rotate", Access::SETUP,    webhooks::rotate_second).about(about::rotate_second)
        .get   ("/webhook-logs",                                Access::OVERVIEW, logs::list).about(about::logs)
        .get   ("/webhook-logs/{id}",                           Access::OVERVIEW, logs::show).about(about::log)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Overview")]
struct OverviewView {
    api_status: &'static str,
    active_api_keys: usize,
    disabled_api_keys: usize,
    total_webhooks: usize,
}

async fn overview(cx: Cx) -> Result<Reply> {
    let seen = portal::overview(&cx.engine, cx.actor()).await?;
    Ok(Reply::ok(OverviewView {
        api_status: if seen.enabled { "ENABLED" } else { "DISABLED" },
        active_api_keys: seen.active_api_keys,
        disabled_api_keys: seen.disabled_api_keys,
        total_webhooks: seen.webhooks,
    }))
}

async fn check(cx: Cx) -> Result<Reply> {
    let wanted = cx.query("permission");
    let key = portal::check(&cx.engine, cx.actor(), wanted.as_deref()).await?;
    let mut names: Vec<&str> = key.scopes.names().collect();
    names.extend(key.permissions.list().iter().map(String::as_str));
    Ok(Reply::ok(json!({"ok": true, "permissions": names})))
}
