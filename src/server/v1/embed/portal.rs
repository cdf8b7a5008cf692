//! What the holder of an embed token sees and does. Nothing here shows a payload, a header or a
//! secret: whoever looks at it is a visitor of somebody else's page.

mod about;

use crate::base::{Result, Timestamp};
use crate::domain::access::{Access, Who};
use crate::domain::delivery::{DeliveryId, StatusFilter};
use crate::domain::event::EventId;
use crate::domain::query::DeliveryQuery;
use crate::domain::webhook::{Webhook, WebhookId};
use crate::engine::deliveries::{self, Shown};
use crate::engine::embed::portal;
use crate::server::v1::{filters, webhooks};
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .embed_get   ("/embed/session",               Access::ANY_KEY_READ,     session).about(about::session)
        .embed_get   ("/embed/webhooks",              Access::WEBHOOKS_READ,    list).about(about::list)
        .embed_post  ("/embed/webhooks",              Access::WEBHOOKS_WRITE,   create).about(about::create)
        .embed_get   ("/embed/webhooks/{id}",         Access::WEBHOOKS_READ,    show).about(about::show)
        .embed_patch ("/embed/webhooks/{id}",         Access::WEBHOOKS_WRITE,   update).about(about::update)
        .embed_delete("/embed/webhooks/{id}",         Access::WEBHOOKS_WRITE,   delete).about(about::delete)
        .embed_post  ("/embed/webhooks/{id}/test",    Access::WEBHOOKS_WRITE,   test).about(about::test)
        .embed_get   ("/embed/deliveries",            Access::DELIVERIES_READ,  deliveries).about(about::deliveries)
        .embed_post  ("/embed/deliveries/{id}/retry", Access::DELIVERIES_RETRY, retry).about(about::retry)
}

/// Deliveries of a page at most.
const PAGE_MAX: usize = 100;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PortalWebhook")]
struct WebhookView<'a> {
    id: WebhookId,
    url: &'a str,
    status: &'static str,
    topics: &'a [String],
    circuit_state: &'static str,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl<'a> WebhookView<'a> {
    fn of(webhook: &'a Webhook) -> WebhookView<'a> {
        WebhookView {
            id: webhook.id,
            url: &webhook.url,
            status: webhook.status.as_str(),
            topics: &webhook.config.topics,
            circuit_state: webhook.circuit.state.as_str(),
            inserted_at: webhook.id.time(),
            updated_at: webhook.updated_at,
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PortalDelivery")]
struct DeliveryView<'a> {
    id: DeliveryId,
    status: &'static str,
    attempt_number: u32,
    response_status: Option<u16>,
    response_latency_ms: Option<u32>,
    webhook_id: WebhookId,
    event_id: EventId,
    inserted_at: Timestamp,
    topic: Option<&'a str>,
}

impl<'a> DeliveryView<'a> {
    fn of(shown: &'a Shown) -> DeliveryView<'a> {
        let delivery = &shown.delivery;
        DeliveryView {
            id: delivery.id,
            status: delivery.status.as_str(),
            attempt_number: delivery.attempts,
            response_status: delivery.response_status,
            response_latency_ms: delivery.latency_ms,
            webhook_id: delivery.webhook,
            event_id: delivery.event,
            inserted_at: delivery.id.time(),
            topic: delivery.topic.as_deref(),
        }
    }
}

async fn session(cx: Cx) -> Result<Reply> {
    let Who::Embed { token } = &cx.actor().who else { unreachable!("only rows of embed tokens lead here") };
    let locale = cx.engine.settings.default_locale.as_str();
    let session = json!({"scopes": token.scopes, "name": token.name, "expires_at": token.expires_at, "locale": locale});
    Ok(Reply::ok(json!({ "data": session })))
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = portal::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    Ok(Reply::list("data", slice.rows.iter().map(WebhookView::of).collect(), slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let webhook = portal::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(one(&webhook).status(StatusCode::CREATED))
}

fn one(webhook: &Webhook) -> Reply {
    Reply::ok(json!({"data": WebhookView::of(webhook)}))
}

async fn show(cx: Cx) -> Result<Reply> {
    Ok(one(&portal::get(&cx.engine, cx.actor(), cx.id(webhooks::NOUN)?).await?))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(webhooks::NOUN)?, cx.body().await?);
    Ok(one(&portal::update(&cx.engine, cx.actor(), id, &body.json()?).await?))
}

async fn delete(cx: Cx) -> Result<Reply> {
    portal::delete(&cx.engine, cx.actor(), cx.id(webhooks::NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "deleted"})))
}

async fn test(cx: Cx) -> Result<Reply> {
    let id = cx.id(webhooks::NOUN)?;
    let trial = portal::test(&cx.engine, cx.actor(), id).await?;
    Ok(webhooks::tried(id, trial))
}

async fn deliveries(cx: Cx) -> Result<Reply> {
    let query = DeliveryQuery {
        status: cx.query("status").map(|word| StatusFilter::parse(&word)).transpose()?,
        webhook: filters::id(&cx, "webhook_id")?,
        ..DeliveryQuery::default()
    };
    let slice = deliveries::list(&cx.engine, cx.actor(), query, cx.page_upto(PAGE_MAX)?).await?;
    Ok(Reply::list("data", slice.rows.iter().map(DeliveryView::of).collect(), slice.next))
}

async fn retry(cx: Cx) -> Result<Reply> {
    portal::retry(&cx.engine, cx.actor(), cx.id("Delivery")?).await?;
    Ok(Reply::ok(json!({"status": "retry_queued"})))
}
