//! How the face shows things: the names of its members and the prefixes of its ids.

use crate::base::prefixed::Prefixed;
use crate::base::{Error, Id, Json, Result, Timestamp};
use crate::domain::audit::AuditEntry;
use crate::domain::delivery::{DeliveryId, DeliveryTag};
use crate::domain::event::EventTag;
use crate::domain::inbound::Attempt;
use crate::engine::hub::Integration;
use crate::engine::hub::events::{Detail, Job, Listed};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

pub const EVENT: &str = "evt_";
pub const REPLAY: &str = "rpl_";
const ATTEMPT: &str = "dat_";
const JOB: &str = "job_";

pub fn raw(text: &str) -> Result<&RawValue> {
    serde_json::from_str(text).map_err(Error::internal)
}

pub fn integration(of: &Integration) -> Value {
    let Integration { source, callback_urls } = of;
    json!({
        "id": source.id, "provider": source.slug, "name": source.name, "active": source.status.is_active(),
        "callbackUrls": callback_urls, "createdAt": source.id.time(),
    })
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HubEvent")]
#[serde(rename_all = "camelCase")]
pub struct EventView<'a> {
    id: Prefixed<EventTag>,
    provider: &'a str,
    external_event_id: &'a str,
    event_type: &'a str,
    subject: Option<&'a str>,
    status: &'static str,
    occurred_at: Timestamp,
    received_at: Timestamp,
    created_at: Timestamp,
}

impl<'a> EventView<'a> {
    pub fn of(listed: &'a Listed) -> EventView<'a> {
        EventView {
            id: Prefixed(EVENT, listed.event),
            provider: &listed.provider,
            external_event_id: &listed.external_id,
            event_type: &listed.kind,
            subject: listed.subject.as_deref(),
            status: listed.state.as_str(),
            occurred_at: listed.occurred_at,
            received_at: listed.event.time(),
            created_at: listed.event.time(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HubAttempt")]
#[serde(rename_all = "camelCase")]
pub struct AttemptView<'a> {
    id: Prefixed<()>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_id: Option<Prefixed<EventTag>>,
    delivery_id: DeliveryId,
    attempt: i64,
    status_code: Option<i64>,
    status: &'static str,
    duration_ms: Option<i64>,
    error: Option<&'a str>,
    created_at: Timestamp,
}

impl<'a> AttemptView<'a> {
    /// Within its event.
    pub fn of(attempt: &'a Attempt) -> AttemptView<'a> {
        AttemptView {
            id: Prefixed(ATTEMPT, Id::from_tick(attempt.seq)),
            event_id: None,
            delivery_id: attempt.delivery,
            attempt: attempt.n,
            status_code: attempt.response_status,
            status: if attempt.succeeded { "success" } else { "failed" },
            duration_ms: attempt.latency_ms,
            error: attempt.error.as_deref(),
            created_at: attempt.started_at,
        }
    }

    /// In a list of many events.
    pub fn listed(attempt: &'a Attempt) -> AttemptView<'a> {
        AttemptView { event_id: Some(Prefixed(EVENT, attempt.event)), ..AttemptView::of(attempt) }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HubJob")]
#[serde(rename_all = "camelCase")]
pub struct JobView<'a> {
    id: Prefixed<DeliveryTag>,
    status: &'static str,
    attempts: u32,
    next_run_at: Option<Timestamp>,
    last_error: Option<&'a str>,
}

impl<'a> JobView<'a> {
    pub fn of(job: &'a Job) -> JobView<'a> {
        JobView {
            id: Prefixed(JOB, job.id),
            status: job.state.as_str(),
            attempts: job.attempts,
            next_run_at: job.next_run_at,
            last_error: job.last_error.as_deref(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HubRequest")]
#[serde(rename_all = "camelCase")]
struct RawWebhook<'a> {
    #[schemars(with = "Value")]
    headers: &'a RawValue,
    /// As it came.
    #[schemars(with = "Value")]
    body: &'a RawValue,
    received_at: Timestamp,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HubEventDetail")]
#[serde(rename_all = "camelCase")]
pub struct DetailView<'a> {
    #[serde(flatten)]
    event: EventView<'a>,
    data: Json<'a>,
    raw_webhook: RawWebhook<'a>,
    delivery_attempts: Vec<AttemptView<'a>>,
    processing_jobs: Vec<JobView<'a>>,
}

impl<'a> DetailView<'a> {
    pub fn of(detail: &'a Detail) -> Result<DetailView<'a>> {
        let body = std::str::from_utf8(&detail.raw_body).map_err(Error::internal)?;
        let raw_webhook = RawWebhook {
            headers: raw(&detail.raw_headers)?,
            body: raw(body)?,
            received_at: detail.listed.event.time(),
        };
        Ok(DetailView {
            event: EventView::of(&detail.listed),
            data: Json::parse(&detail.data)?,
            raw_webhook,
            delivery_attempts: detail.attempts.rows.iter().map(AttemptView::of).collect(),
            processing_jobs: detail.jobs.iter().map(JobView::of).collect(),
        })
    }
}

/// An entry of the audit log.
pub fn audit_entry(entry: &AuditEntry) -> Result<Value> {
    let actor = entry.user.map_or_else(|| entry.actor_type.clone(), |user| user.to_string());
    let metadata: Value = serde_json::from_str(&entry.metadata).map_err(Error::internal)?;
    Ok(json!({
        "id": entry.id, "entityType": entry.resource_type, "entityId": entry.resource_id, "action": entry.action,
        "actor": actor, "metadata": metadata, "createdAt": entry.id.time(),
    }))
}
