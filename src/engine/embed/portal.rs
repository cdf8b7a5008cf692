//! What the holder of an embed token may do: the operations on webhooks and deliveries, narrowed to
//! those of their tenant. What belongs to another tenant is not found.

use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Json, Result};
use crate::domain::access::Actor;
use crate::domain::delivery::DeliveryId;
use crate::domain::webhook::{Webhook, WebhookId, WebhookTag};
use crate::engine::dispatch::Trial;
use crate::engine::{Engine, deliveries, webhooks};
use crate::store::{self, embed};
use std::sync::Arc;

/// The fields of a webhook that may be set from a portal.
const FIELDS: [&str; 4] = ["url", "topics", "secret", "status"];

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Webhook, WebhookTag>> {
    let Some(tenant) = actor.tenant().map(str::to_owned) else {
        return webhooks::list(engine, actor, page, include_inactive).await;
    };
    let project = actor.project;
    let read = engine.store.read(move |snap| embed::list_webhooks(snap, project, &tenant, page, include_inactive));
    let mut slice = read.await?;
    slice.rows.iter_mut().for_each(|webhook| webhooks::update_circuit(engine, webhook));
    Ok(slice)
}

/// 404 unless the holder may see it.
async fn check(engine: &Engine, actor: &Actor, id: WebhookId) -> Result<()> {
    let (project, tenant) = (actor.project, actor.tenant().map(str::to_owned));
    let visible = engine.store.read(move |snap| embed::is_visible(snap, project, tenant.as_deref(), id)).await?;
    if visible { Ok(()) } else { Err(Error::not_found("Webhook")) }
}

fn allowed<'m>(body: &'m Members<'m>) -> Members<'m> {
    body.iter().filter(|(name, _)| FIELDS.contains(&&**name)).cloned().collect::<Members<'m>>()
}

pub async fn get(engine: &Engine, actor: &Actor, id: WebhookId) -> Result<Webhook> {
    check(engine, actor, id).await?;
    webhooks::get(engine, actor, id).await
}

/// Makes a webhook of the holder's tenant, which is active.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Webhook> {
    let mut body = allowed(body);
    body.set("status", Json::string("active"));
    Ok(webhooks::create(engine, actor, &body).await?.webhook)
}

pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: WebhookId, body: &Members<'_>) -> Result<Webhook> {
    check(engine, actor, id).await?;
    Ok(webhooks::update(engine, actor, id, &allowed(body)).await?.webhook)
}

pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: WebhookId) -> Result<()> {
    check(engine, actor, id).await?;
    webhooks::delete(engine, actor, id).await
}

pub async fn test(engine: &Arc<Engine>, actor: &Actor, id: WebhookId) -> Result<Trial> {
    check(engine, actor, id).await?;
    webhooks::test(engine, actor, id).await
}

pub async fn retry(engine: &Arc<Engine>, actor: &Actor, id: DeliveryId) -> Result<()> {
    let (project, tenant) = (actor.project, actor.tenant().map(str::to_owned));
    let read = engine.store.read(move |snap| match store::deliveries::find(snap, project, id)? {
        Some(found) => embed::is_visible(snap, project, tenant.as_deref(), found.delivery.webhook),
        None => Ok(false),
    });
    if !read.await? {
        return Err(Error::not_found("Delivery"));
    }
    deliveries::retry(engine, actor, id).await
}
