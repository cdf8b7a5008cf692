//! Deliveries and their attempts.

pub(super) mod about;

use super::filters::{id, period};
use super::raw;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::attempt::Attempt;
use crate::domain::delivery::{DeliveryId, StatusFilter};
use crate::domain::event::EventId;
use crate::domain::pipeline::PipelineId;
use crate::domain::query::DeliveryQuery;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::engine::deliveries::{self, Shown};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;
use std::net::IpAddr;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get ("/deliveries",            Access::DELIVERIES_READ,  list).about(about::list)
        .get ("/deliveries/{id}",       Access::DELIVERIES_READ,  show).about(about::show)
        .post("/deliveries/{id}/retry", Access::DELIVERIES_RETRY, retry).about(about::retry)
}

const NOUN: &str = "Delivery";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Delivery")]
pub(super) struct DeliveryView<'a> {
    id: DeliveryId,
    event_id: EventId,
    webhook_id: WebhookId,
    status: &'static str,
    attempt_number: u32,
    response_status: Option<u16>,
    response_body: Option<&'a str>,
    #[schemars(with = "Option<Object>")]
    response_headers: Option<&'a RawValue>,
    response_latency_ms: Option<u32>,
    #[schemars(with = "Option<Object>")]
    request_headers: Option<&'a RawValue>,
    request_body: Option<&'a str>,
    destination_ip: Option<IpAddr>,
    error: Option<&'a str>,
    next_retry_at: Option<Timestamp>,
    topic: Option<&'a str>,
    pipeline_id: Option<PipelineId>,
    replay_id: Option<ReplayId>,
    batch_size: Option<u32>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl<'a> DeliveryView<'a> {
    pub(super) fn of(shown: &'a Shown) -> Result<DeliveryView<'a>> {
        let (delivery, last) = (&shown.delivery, shown.last.as_ref());
        let json = |text: Option<&'a String>| text.map(|text| raw(text)).transpose();
        Ok(DeliveryView {
            id: delivery.id,
            event_id: delivery.event,
            webhook_id: delivery.webhook,
            status: delivery.status.as_str(),
            attempt_number: delivery.attempts,
            response_status: delivery.response_status,
            response_body: last.and_then(|l| l.response_body.as_deref()),
            response_headers: json(last.and_then(|l| l.response_headers.as_ref()))?,
            response_latency_ms: delivery.latency_ms,
            request_headers: json(last.and_then(|l| l.request_headers.as_ref()))?,
            request_body: last.and_then(|l| l.request_body.as_deref()),
            destination_ip: last.and_then(|l| l.destination_ip),
            error: delivery.error.as_deref(),
            next_retry_at: shown.next_retry_at,
            topic: delivery.topic.as_deref(),
            pipeline_id: shown.pipeline,
            replay_id: shown.replay,
            batch_size: delivery.batch_size,
            inserted_at: delivery.id.time(),
            updated_at: delivery.updated_at,
        })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Attempt")]
struct AttemptView<'a> {
    n: u32,
    started_at: Timestamp,
    response_status: Option<u16>,
    latency_ms: Option<u32>,
    error: Option<&'a str>,
    response_body: Option<&'a str>,
    destination_ip: Option<IpAddr>,
}

impl<'a> AttemptView<'a> {
    fn of(attempt: &'a Attempt) -> AttemptView<'a> {
        AttemptView {
            n: attempt.n,
            started_at: attempt.started_at,
            response_status: attempt.response_status,
            latency_ms: attempt.latency_ms,
            error: attempt.error.as_deref(),
            response_body: attempt.response_body.as_deref(),
            destination_ip: attempt.destination_ip,
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let query = DeliveryQuery {
        status: cx.query("status").map(|word| StatusFilter::parse(&word)).transpose()?,
        webhook: id(&cx, "webhook_id")?,
        event: id(&cx, "event_id")?,
        replay: id(&cx, "replay_id")?,
        created: period(&cx)?,
    };
    let slice = deliveries::list(&cx.engine, cx.actor(), query, cx.page()?).await?;
    let views = slice.rows.iter().map(DeliveryView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("deliveries", views, slice.next))
}

async fn show(cx: Cx) -> Result<Reply> {
    let (shown, attempts) = deliveries::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    let attempts: Vec<_> = attempts.iter().map(AttemptView::of).collect();
    Ok(Reply::ok(DeliveryView::of(&shown)?).member("attempts", attempts))
}

async fn retry(cx: Cx) -> Result<Reply> {
    deliveries::retry(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "retry_queued"})))
}

#[cfg(test)]
mod tests;
