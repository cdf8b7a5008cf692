//! The face portal: self-service for whoever integrates a project. Plain JSON in the native shape of
//! lists and failures; users of the project, or an API key with `admin`. `GET /check` is for every
//! key: it is what a first call asks.

mod catalogues;
mod keys;
mod logs;
mod webhooks;

use crate::base::Result;
use crate::domain::access::Access;
use crate::engine::portal;
use crate::server::{Cx, Limit, Reply, Routes};
use http::Method;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/overview",                                    Access::OVERVIEW, overview)
        .keyed (Method::GET, "/check",                          Access::ANY_KEY_READ, check)
        .get   ("/permissions",                                 Access::OVERVIEW, catalogues::permissions)
        .put   ("/permissions",                                 Access::ADMIN,    catalogues::set_permissions)
        .get   ("/event-types",                                 Access::OVERVIEW, catalogues::event_types)
        .put   ("/event-types",                                 Access::SETUP,    catalogues::set_event_types)
        .get   ("/api-keys",                                    Access::ADMIN,    keys::list)
        .post  ("/api-keys",                                    Access::ADMIN,    keys::create)
        .patch ("/api-keys/{id}",                               Access::ADMIN,    keys::update)
        .delete("/api-keys/{id}",                               Access::ADMIN,    keys::delete)
        .post  ("/api-keys/{id}/rotate",                        Access::ADMIN,    keys::rotate)
        .post  ("/api-keys/{id}/reveal",                        Access::ADMIN,    keys::reveal).member().limit(Limit::PASSWORD)
        .get   ("/webhooks",                                    Access::OVERVIEW, webhooks::list)
        .post  ("/webhooks",                                    Access::SETUP,    webhooks::create)
        .get   ("/webhooks/{id}",                               Access::OVERVIEW, webhooks::show)
        .patch ("/webhooks/{id}",                               Access::SETUP,    webhooks::update)
        .delete("/webhooks/{id}",                               Access::SETUP,    webhooks::delete)
        .get   ("/webhooks/{id}/signing-secrets",               Access::ADMIN,    webhooks::secrets).member().limit(Limit::PASSWORD)
        .post  ("/webhooks/{id}/signing-secrets",               Access::ADMIN,    webhooks::secrets).member().limit(Limit::PASSWORD)
        .post  ("/webhooks/{id}/signing-secrets/first/rotate",  Access::SETUP,    webhooks::rotate_first)
        .post  ("/webhooks/{id}/signing-secrets/second/rotate", Access::SETUP,    webhooks::rotate_second)
        .get   ("/webhook-logs",                                Access::OVERVIEW, logs::list)
        .get   ("/webhook-logs/{id}",                           Access::OVERVIEW, logs::show)
}

#[derive(Debug, Serialize)]
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
