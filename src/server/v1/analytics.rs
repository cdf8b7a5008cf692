//! Numbers by the day, by topic and by webhook. What is asked for wrongly is pressed into range.

mod about;

use crate::base::Result;
use crate::domain::access::Access;
use crate::domain::analytics::{Day, DeliveryDay, WebhookStats};
use crate::domain::webhook::WebhookId;
use crate::engine::analytics::{self, Window};
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/analytics/events-per-day",     Access::ANALYTICS_READ, events).about(about::events)
        .get("/analytics/deliveries-per-day", Access::ANALYTICS_READ, deliveries).about(about::deliveries)
        .get("/analytics/top-topics",         Access::ANALYTICS_READ, topics).about(about::topics)
        .get("/analytics/webhook-stats",      Access::ANALYTICS_READ, webhooks).about(about::webhooks)
}

const DAYS_MAX: usize = 90;
const DAYS: usize = 30;
/// Days of the numbers of webhooks when the caller does not say.
const STATS_DAYS: usize = 7;
const TOPICS: usize = 10;
const TOPICS_MAX: usize = 50;

fn days(cx: &Cx) -> Option<usize> {
    Some(cx.number("days")?.clamp(1, DAYS_MAX))
}

fn window(cx: &Cx) -> Window {
    Window { days: days(cx).unwrap_or(DAYS), fill: cx.query("fill").is_some_and(|word| word == "zero") }
}

fn list(rows: impl Serialize) -> Reply {
    Reply::ok(json!({ "data": rows }))
}

async fn events(cx: Cx) -> Result<Reply> {
    let days = analytics::events(&cx.engine, cx.actor(), window(&cx)).await?;
    let rows: Vec<Value> = days.iter().map(|d| json!({"date": d.day, "count": d.count})).collect();
    Ok(list(rows))
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DeliveryDay")]
struct DeliveriesView {
    date: Day,
    count: u64,
    total: u64,
    success: u64,
    failed: u64,
}

async fn deliveries(cx: Cx) -> Result<Reply> {
    let days = analytics::deliveries(&cx.engine, cx.actor(), window(&cx)).await?;
    let view = |d: &DeliveryDay| DeliveriesView {
        date: d.day,
        count: d.total,
        total: d.total,
        success: d.success,
        failed: d.failed,
    };
    Ok(list(days.iter().map(view).collect::<Vec<_>>()))
}

async fn topics(cx: Cx) -> Result<Reply> {
    let limit = cx.number("limit").map_or(TOPICS, |n| n.clamp(1, TOPICS_MAX));
    let topics = analytics::topics(&cx.engine, cx.actor(), days(&cx), limit).await?;
    let rows: Vec<Value> = topics.iter().map(|t| json!({"topic": t.topic, "count": t.count})).collect();
    Ok(list(rows))
}

/// With the names that several clients look for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WebhookStats")]
struct StatsView<'a> {
    webhook_id: WebhookId,
    url: &'a str,
    webhook_url: &'a str,
    total_deliveries: u64,
    total: u64,
    successful: u64,
    success: u64,
    failed: u64,
    pending: u64,
    success_rate: f64,
    avg_latency_ms: Option<u64>,
}

impl StatsView<'_> {
    fn of(stats: &WebhookStats) -> StatsView<'_> {
        StatsView {
            webhook_id: stats.id,
            url: &stats.url,
            webhook_url: &stats.url,
            total_deliveries: stats.total(),
            total: stats.total(),
            successful: stats.success,
            success: stats.success,
            failed: stats.failed,
            pending: stats.pending,
            success_rate: stats.success_rate(),
            avg_latency_ms: stats.average_latency(),
        }
    }
}

async fn webhooks(cx: Cx) -> Result<Reply> {
    let stats = analytics::webhooks(&cx.engine, cx.actor(), days(&cx).unwrap_or(STATS_DAYS)).await?;
    Ok(list(stats.iter().map(StatsView::of).collect::<Vec<_>>()))
}
