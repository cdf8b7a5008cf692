//! Events: looking at them, deleting them, trying one out. Taking them in is `ingest`.

mod about;

use super::filters::{period, unreadable};
use super::raw;
use crate::base::{Error, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::delivery::DeliveryId;
use crate::domain::event::{Event, EventId, PayloadHash};
use crate::domain::pipeline::PipelineId;
use crate::domain::query::{EventQuery, Match, Search};
use crate::domain::status::Status;
use crate::domain::topic::TopicPattern;
use crate::domain::webhook::WebhookId;
use crate::engine::events::{self, Brief};
use crate::engine::simulation::{self, Simulated};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/events",      Access::EVENTS_READ,  list).about(about::list)
        .get   ("/events/{id}", Access::EVENTS_READ,  show).about(about::show)
        .delete("/events/{id}", Access::EVENTS_WRITE, delete).about(about::delete)
        .post  ("/simulate",    Access::EVENTS_WRITE, simulate).about(about::simulate)
}

const NOUN: &str = "Event";
/// `match` parameters of one request at most.
const MAX_MATCHES: usize = 5;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Event")]
pub(super) struct EventView<'a> {
    id: EventId,
    topic: Option<&'a str>,
    #[schemars(with = "Object")]
    payload: &'a RawValue,
    status: &'static str,
    occurred_at: Timestamp,
    deliver_at: Option<Timestamp>,
    payload_hash: PayloadHash,
    idempotency_key: Option<&'a str>,
    inserted_at: Timestamp,
    /// Only of events that a pipeline made.
    #[serde(skip_serializing_if = "Option::is_none")]
    derived_from: Option<EventId>,
}

impl<'a> EventView<'a> {
    pub(super) fn of(event: &'a Event) -> Result<EventView<'a>> {
        Ok(EventView {
            id: event.id,
            topic: event.topic.as_deref(),
            payload: raw(&event.payload)?,
            status: event.status.as_str(),
            occurred_at: event.occurred_at(),
            deliver_at: event.deliver_at,
            payload_hash: event.hash,
            idempotency_key: event.idempotency_key.as_deref(),
            inserted_at: event.occurred_at(),
            derived_from: event.derived_from,
        })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DeliveryBrief")]
struct BriefView {
    id: DeliveryId,
    status: &'static str,
    attempt_number: u32,
    webhook_id: WebhookId,
    response_status: Option<u16>,
}

impl BriefView {
    fn of(brief: &Brief) -> BriefView {
        BriefView {
            id: brief.id,
            status: brief.status.as_str(),
            attempt_number: brief.attempts,
            webhook_id: brief.webhook,
            response_status: brief.response_status,
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = events::list(&cx.engine, cx.actor(), query(&cx)?, cx.page()?).await?;
    let views = slice.rows.iter().map(EventView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("events", views, slice.next))
}

/// The filters of the list and of its export.
pub(super) fn query(cx: &Cx) -> Result<EventQuery> {
    let status = match cx.query("status") {
        Some(word) => {
            let status = Status::parse(&word);
            Some(status.ok_or_else(|| Error::invalid("status", "status must be active or inactive"))?)
        }
        None if cx.include_inactive() => None,
        None => Some(Status::Active),
    };
    Ok(EventQuery {
        topic: cx.query("topic").map(|text| TopicPattern::compile(&text)),
        status,
        accepted: period(cx)?,
        scheduled: cx.query("scheduled").is_some_and(|word| word == "true"),
        search: cx.query("search").map(|text| Search::new(&text)),
        matches: matches(cx)?,
    })
}

fn matches(cx: &Cx) -> Result<Vec<Match>> {
    let given = cx.queries("match");
    if given.len() > MAX_MATCHES {
        return Err(unreadable(format!("match must be given at most {MAX_MATCHES} times")));
    }
    let one = |text: &str| text.split_once('=').map(|(path, value)| Match::new(path, value));
    given.iter().map(|text| one(text).ok_or_else(|| unreadable("match must be a path, = and a value"))).collect()
}

async fn show(cx: Cx) -> Result<Reply> {
    let (event, deliveries) = events::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    let deliveries: Vec<_> = deliveries.iter().map(BriefView::of).collect();
    Ok(Reply::ok(EventView::of(&event)?).member("deliveries", deliveries))
}

async fn delete(cx: Cx) -> Result<Reply> {
    events::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "inactive"})))
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SimulatedDelivery")]
struct SimulatedView<'a> {
    id: WebhookId,
    url: &'a str,
    topics: &'a [String],
    webhook_id: WebhookId,
    webhook_url: &'a str,
    #[schemars(with = "Object")]
    would_send_body: &'a RawValue,
    #[schemars(with = "Object")]
    would_send_headers: &'a RawValue,
    matched_by_topics: bool,
    matched_by_filters: bool,
    matched_topics: &'a [String],
    via: &'static str,
    pipeline_id: Option<PipelineId>,
}

impl<'a> SimulatedView<'a> {
    fn of(simulated: &'a Simulated) -> Result<SimulatedView<'a>> {
        let endpoint = &simulated.endpoint;
        Ok(SimulatedView {
            id: endpoint.id,
            url: &endpoint.url,
            topics: &endpoint.config.topics,
            webhook_id: endpoint.id,
            webhook_url: &endpoint.url,
            would_send_body: raw(&simulated.body)?,
            would_send_headers: raw(&simulated.headers)?,
            matched_by_topics: true,
            matched_by_filters: true,
            matched_topics: &simulated.matched_topics,
            via: if simulated.pipeline.is_some() { "pipeline" } else { "direct" },
            pipeline_id: simulated.pipeline,
        })
    }
}

async fn simulate(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let simulated = simulation::simulate(&cx.engine, cx.actor(), body.json()?).await?;
    let results = simulated.deliveries.iter().map(SimulatedView::of).collect::<Result<Vec<_>>>()?;
    let reply = Reply::ok(json!({"simulation": true, "matching_webhooks": results.len()}));
    let validation = json!({"valid": simulated.faults.is_empty(), "errors": simulated.faults});
    Ok(reply.member("results", results).member("validation", validation))
}

#[cfg(test)]
mod tests;
