//! Webhooks and their health.

use super::raw;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::gallery::{GALLERY, Sample};
use crate::domain::signing::Secret;
use crate::domain::webhook::{Webhook, WebhookId, WebhookTag};
use crate::engine::dispatch::Trial;
use crate::engine::webhooks::{self, Shown};
use crate::server::openapi::{Items, Object};
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

pub(super) mod about;
mod health;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/webhooks",                    Access::WEBHOOKS_READ,  list).about(about::list)
        .post  ("/webhooks",                    Access::WEBHOOKS_WRITE, create).about(about::create)
        .get   ("/webhooks/templates",          Access::WEBHOOKS_READ,  templates).about(about::templates)
        .get   ("/webhooks/health",             Access::WEBHOOKS_READ,  health::all).about(about::health_all)
        .get   ("/webhooks/{id}",               Access::WEBHOOKS_READ,  show).about(about::show)
        .patch ("/webhooks/{id}",               Access::WEBHOOKS_WRITE, update).about(about::update)
        .put   ("/webhooks/{id}",               Access::WEBHOOKS_WRITE, update).about(about::update)
        .delete("/webhooks/{id}",               Access::WEBHOOKS_WRITE, delete).about(about::delete)
        .get   ("/webhooks/{id}/health",        Access::WEBHOOKS_READ,  health::one).about(about::health_one)
        .post  ("/webhooks/{id}/rotate-secret", Access::WEBHOOKS_WRITE, rotate_secret).about(about::rotate_secret)
        .post  ("/webhooks/{id}/test",          Access::WEBHOOKS_WRITE, test).about(about::test)
}

pub(super) const NOUN: &str = "Webhook";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Webhook")]
pub(super) struct WebhookView<'a> {
    id: WebhookId,
    url: &'a str,
    name: Option<&'a str>,
    status: &'static str,
    active: bool,
    topics: &'a [String],
    #[schemars(with = "Items")]
    filters: &'a RawValue,
    #[schemars(with = "Object")]
    body_config: &'a RawValue,
    #[schemars(with = "Object")]
    headers: &'a RawValue,
    #[schemars(with = "Object")]
    retry_config: &'a RawValue,
    #[schemars(with = "Object")]
    rate_limit: &'a RawValue,
    #[schemars(with = "Option<Object>")]
    batch_config: Option<&'a RawValue>,
    signature_schemes: &'a RawValue,
    has_secret: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant: Option<&'a str>,
    circuit_state: &'static str,
    circuit_opened_at: Option<Timestamp>,
    consecutive_failures: u32,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl<'a> WebhookView<'a> {
    pub(super) fn of(webhook: &'a Webhook) -> Result<WebhookView<'a>> {
        let (config, circuit) = (&webhook.config, &webhook.circuit);
        Ok(WebhookView {
            id: webhook.id,
            url: &webhook.url,
            name: webhook.name.as_deref(),
            status: webhook.status.as_str(),
            active: webhook.status.is_active(),
            topics: &config.topics,
            filters: raw(&config.filters)?,
            body_config: raw(&config.body)?,
            headers: raw(&config.headers)?,
            retry_config: raw(&config.retry)?,
            rate_limit: raw(&config.rate_limit)?,
            batch_config: config.batch.as_deref().map(raw).transpose()?,
            signature_schemes: raw(&config.schemes)?,
            has_secret: webhook.has_secret,
            tenant: webhook.tenant.as_deref(),
            circuit_state: circuit.state.as_str(),
            circuit_opened_at: circuit.opened_at,
            consecutive_failures: circuit.failures,
            inserted_at: webhook.id.time(),
            updated_at: webhook.updated_at,
        })
    }
}

/// The object, with the secret if it was just set.
fn shown(shown: &Shown) -> Result<Reply> {
    let reply = Reply::ok(WebhookView::of(&shown.webhook)?);
    Ok(match &shown.secret {
        Some(secret) => reply.member("secret", Secret::expose(secret)),
        None => reply,
    })
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = webhooks::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    let views = slice.rows.iter().map(WebhookView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("webhooks", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let created = webhooks::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(shown(&created)?.status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let webhook = webhooks::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(WebhookView::of(&webhook)?))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    shown(&webhooks::update(&cx.engine, cx.actor(), id, &body.json()?).await?)
}

async fn delete(cx: Cx) -> Result<Reply> {
    webhooks::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "inactive"})))
}

async fn rotate_secret(cx: Cx) -> Result<Reply> {
    shown(&webhooks::rotate_secret(&cx.engine, cx.actor(), cx.id(NOUN)?).await?)
}

async fn test(cx: Cx) -> Result<Reply> {
    let id: WebhookId = cx.id(NOUN)?;
    Ok(tried(id, webhooks::test(&cx.engine, cx.actor(), id).await?))
}

/// What a test call came to.
pub(super) fn tried(id: WebhookId, trial: Trial) -> Reply {
    let latency = trial.latency_ms;
    match (trial.status, trial.error) {
        (Some(status @ 200..=299), _) => {
            Reply::ok(json!({"success": true, "status": status, "latency_ms": latency, "webhook_id": id}))
        }
        (Some(status), _) => {
            let reason = format!("HTTP {status}");
            let view =
                json!({"success": false, "status": status, "latency_ms": latency, "webhook_id": id, "reason": reason});
            Reply::ok(view)
        }
        (None, error) => {
            let view = json!({"success": false, "error": error, "reason": error, "webhook_id": id});
            Reply::ok(view).status(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WebhookTemplate")]
struct TemplateView {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    url: &'static str,
    url_placeholder: &'static str,
    topics: &'static [&'static str],
    #[schemars(with = "Object")]
    headers: &'static RawValue,
    #[schemars(with = "Object")]
    body_config: &'static RawValue,
}

async fn templates(_: Cx) -> Result<Reply> {
    let view = |sample: &'static Sample| {
        Ok(TemplateView {
            id: sample.id,
            name: sample.name,
            description: sample.description,
            url: sample.url,
            url_placeholder: sample.url,
            topics: sample.topics,
            headers: raw(sample.headers)?,
            body_config: raw(sample.body_config)?,
        })
    };
    let views = GALLERY.iter().map(view).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list::<WebhookTag>("templates", views, None))
}

#[cfg(test)]
mod tests;
