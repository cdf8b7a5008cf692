//! How webhooks are doing, with the words and numbers that several clients look for.

use super::NOUN;
use crate::base::{Result, Timestamp};
use crate::domain::webhook::{WebhookId, WebhookTag};
use crate::engine::health::Report;
use crate::engine::webhooks;
use crate::server::{Cx, Reply};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WebhookHealth")]
pub(super) struct HealthView<'a> {
    webhook_id: WebhookId,
    url: &'a str,
    health: Numbers,
    status: &'static str,
    /// In percent, as one client reads it here.
    success_rate: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HealthNumbers")]
struct Numbers {
    status: &'static str,
    success_rate: f64,
    avg_latency_ms: Option<u64>,
    last_delivery_at: Option<Timestamp>,
    score: &'static str,
    success_rate_percent: f64,
    last_attempt_at: Option<Timestamp>,
    last_response_status: Option<u16>,
    total: u64,
    success: u64,
    failed: u64,
    pending: u64,
    circuit_state: &'static str,
    consecutive_failures: u32,
}

impl<'a> HealthView<'a> {
    fn of(report: &'a Report) -> HealthView<'a> {
        let Report { webhook, numbers, last } = report;
        let (health, rate) = (report.health(), report.success_rate());
        let percent = (rate * 10_000.0).round() / 100.0;
        let at = last.map(|last| last.started_at);
        let health = Numbers {
            status: health.as_str(),
            success_rate: rate,
            avg_latency_ms: report.average_latency(),
            last_delivery_at: at,
            score: health.score(),
            success_rate_percent: percent,
            last_attempt_at: at,
            last_response_status: last.and_then(|last| last.response_status),
            total: numbers.success + numbers.failed,
            success: numbers.success,
            failed: numbers.failed,
            pending: numbers.pending,
            circuit_state: webhook.circuit.state.as_str(),
            consecutive_failures: webhook.circuit.failures,
        };
        HealthView { webhook_id: webhook.id, url: &webhook.url, status: health.status, health, success_rate: percent }
    }
}

pub(super) async fn one(cx: Cx) -> Result<Reply> {
    let report = webhooks::health(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(HealthView::of(&report)))
}

pub(super) async fn all(cx: Cx) -> Result<Reply> {
    let reports = webhooks::health_of_all(&cx.engine, cx.actor()).await?;
    Ok(Reply::list::<WebhookTag>("data", reports.iter().map(HealthView::of).collect(), None))
}
