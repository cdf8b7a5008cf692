//! Whether the server works, for load balancers and people: `/health`, `/health/live`,
//! `/health/ready` and `/status`. It asks the engine and words the answer.

use super::cx::Cx;
use super::reply::Reply;
use super::routes::Routes;
use crate::base::{Result, Timestamp};
use crate::engine::Health;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, RETRY_AFTER, VARY};
use serde::Serialize;
use std::sync::atomic::{AtomicU64, Ordering};

const PAGE: &str = include_str!("status_page.html");
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_get("/health",       None, health)
        .open_get("/health/live",  None, live)
        .open_get("/health/ready", None, ready)
        .open_get("/status",       None, status)
}

/// Checks made since the start, and how many of them found the database working.
#[derive(Debug, Default)]
pub(super) struct Checks {
    made: AtomicU64,
    passed: AtomicU64,
}

impl Checks {
    fn note(&self, passed: bool) {
        self.made.fetch_add(1, Ordering::Relaxed);
        self.passed.fetch_add(u64::from(passed), Ordering::Relaxed);
    }

    /// Percent with two decimals.
    fn uptime(&self) -> f64 {
        let made = self.made.load(Ordering::Relaxed).max(1) as f64;
        (self.passed.load(Ordering::Relaxed) as f64 / made * 10_000.0).round() / 100.0
    }
}

#[derive(Serialize)]
struct Short {
    status: &'static str,
    timestamp: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
}

#[derive(Serialize)]
struct Report {
    status: &'static str,
    checked_at: Timestamp,
    checks: Parts,
    uptime: Uptime,
    timestamp: Timestamp,
}

#[derive(Serialize)]
struct Parts {
    database: &'static str,
    queue: &'static str,
    cache: &'static str,
}

#[derive(Serialize)]
struct Uptime {
    last_24h: f64,
    last_7d: f64,
    last_30d: f64,
}

async fn health(cx: Cx) -> Result<Reply> {
    let health = check(&cx).await;
    Ok(short(word(&health), health.database))
}

/// The process answers: that is all there is to say.
async fn live(_: Cx) -> Result<Reply> {
    Ok(short("alive", true))
}

async fn ready(cx: Cx) -> Result<Reply> {
    let health = check(&cx).await;
    let word = match health {
        Health { stopping: true, .. } => "stopping",
        Health { database: false, .. } => "unavailable",
        _ => "ready",
    };
    Ok(short(word, word == "ready"))
}

async fn status(cx: Cx) -> Result<Reply> {
    let health = check(&cx).await;
    let (now, percent) = (Timestamp::now(), cx.site.checks.uptime());
    let word_of = |ok| if ok { "ok" } else { "error" };
    let report = Report {
        status: word(&health),
        checked_at: now,
        // The cache is memory of this very process.
        checks: Parts { database: word_of(health.database), queue: word_of(health.queue), cache: word_of(true) },
        uptime: Uptime { last_24h: percent, last_7d: percent, last_30d: percent },
        timestamp: now,
    };
    let reply = match prefers_html(cx.header("accept").unwrap_or_default()) {
        true => Reply::html(page(&report)).header(CONTENT_SECURITY_POLICY, PAGE_POLICY),
        false => Reply::ok(report),
    };
    Ok(reply.header(CACHE_CONTROL, "no-store").header(VARY, "Accept"))
}

/// Browsers name HTML first; clients of the API name JSON, anything, or nothing.
fn prefers_html(accept: &str) -> bool {
    let place =
        |kind: &str| accept.split(',').position(|part| part.split(';').next().is_some_and(|p| p.trim() == kind));
    match (place("text/html"), place("application/json")) {
        (Some(html), Some(json)) => html < json,
        (html, _) => html.is_some(),
    }
}

fn page(report: &Report) -> String {
    let state = match report.status {
        "healthy" => "Operational",
        "degraded" => "Degraded",
        _ => "Unavailable",
    };
    let parts = &report.checks;
    PAGE.replace("{state}", state)
        .replace("{database}", parts.database)
        .replace("{queue}", parts.queue)
        .replace("{cache}", parts.cache)
        .replace("{checked_at}", &report.checked_at.to_string())
}

async fn check(cx: &Cx) -> Health {
    let health = cx.engine.health().await;
    cx.site.checks.note(health.database);
    health
}

fn word(health: &Health) -> &'static str {
    match (health.database, health.queue) {
        (false, _) => "unhealthy",
        (true, false) => "degraded",
        (true, true) => "healthy",
    }
}

fn short(status: &'static str, ok: bool) -> Reply {
    let error = (!ok).then_some("Service unavailable");
    let reply = Reply::ok(Short { status, timestamp: Timestamp::now(), error }).header(CACHE_CONTROL, "no-store");
    if ok { reply } else { reply.status(StatusCode::SERVICE_UNAVAILABLE).header(RETRY_AFTER, "5") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_for_browsers() {
        for (accept, html) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("text/html;q=0.9", true),
            ("text/html, application/json", true),
            ("application/json, text/html", false),
            ("application/json", false),
            ("*/*", false),
            ("", false),
        ] {
            assert_eq!(prefers_html(accept), html, "{accept}");
        }
    }

    #[test]
    fn uptime_has_two_decimals() {
        let checks = Checks::default();
        checks.note(true);
        assert_eq!(checks.uptime(), 100.0);
        checks.note(true);
        checks.note(false);
        assert_eq!(checks.uptime(), 66.67);
    }
}
