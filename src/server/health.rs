//! Whether the server works, for load balancers: `/health`, `/health/live` and `/health/ready`. It
//! asks the engine and words the answer.

mod about;

use super::cx::Cx;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::{Result, Timestamp};
use crate::domain::uptime::Status;
use crate::engine::{Health, uptime};
use http::StatusCode;
use http::header::{CACHE_CONTROL, RETRY_AFTER};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get("/health",       None, health).about(about::health)
        .open_get("/health/live",  None, live).about(about::live)
        .open_get("/health/ready", None, ready).about(about::ready)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "HealthReport")]
struct Short {
    status: &'static str,
    timestamp: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
}

/// A server that needs somebody still works.
async fn health(cx: Cx) -> Result<Reply> {
    let status = uptime::parts(&cx.engine).await.status();
    Ok(short(status.as_str(), status != Status::Unhealthy))
}

/// The process answers: that is all there is to say.
async fn live(_: Cx) -> Result<Reply> {
    Ok(short("alive", true))
}

async fn ready(cx: Cx) -> Result<Reply> {
    let word = match cx.engine.health().await {
        Health { stopping: true, .. } => "stopping",
        Health { database: false, .. } => "unavailable",
        _ => "ready",
    };
    Ok(short(word, word == "ready"))
}

fn short(status: &'static str, ok: bool) -> Reply {
    let error = (!ok).then_some("Service unavailable");
    let reply = Reply::ok(Short { status, timestamp: Timestamp::now(), error }).header(CACHE_CONTROL, "no-store");
    if ok { reply } else { reply.status(StatusCode::SERVICE_UNAVAILABLE).header(RETRY_AFTER, "5") }
}
