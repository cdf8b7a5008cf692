//! Everything of a kind as one file: CSV, JSON or NDJSON, streamed in constant memory. An export is
//! a row of the route table, a `Table`, and a handler that reads its filters; the rest is shared.

mod about;
mod deliveries;
mod events;
mod format;
mod jobs;
mod table;

use super::{audit_log, filters};
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::audit::AuditEntry;
use crate::domain::query::Period;
use crate::engine;
use crate::server::{Cx, Reply, Routes};
use http::header::CACHE_CONTROL;
use table::{Table, Wanted};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/export/events",     Access::EVENTS_READ,     events::export).about(about::events)
        .get("/export/deliveries", Access::DELIVERIES_READ, deliveries::export).about(about::deliveries)
        .get("/export/jobs",       Access::JOBS_READ,       jobs::export).about(about::jobs)
        .get("/export/audit-log",  Access::AUDIT_READ,      entries).about(about::entries)
}

/// The same where pages link to them.
#[rustfmt::skip]
pub(super) fn downloads() -> Routes {
    Routes::new()
        .download("/export/events",     Access::EVENTS_READ,     |cx| private(events::export(cx)))
        .download("/export/deliveries", Access::DELIVERIES_READ, |cx| private(deliveries::export(cx)))
        .download("/export/jobs",       Access::JOBS_READ,       |cx| private(jobs::export(cx)))
        .download("/export/audit-log",  Access::AUDIT_READ,      |cx| private(entries(cx)))
}

/// An answer that no browser keeps.
async fn private(answer: impl Future<Output = Result<Reply>>) -> Result<Reply> {
    Ok(answer.await?.header(CACHE_CONTROL, "no-store"))
}

const AUDIT_LOG: Table<AuditEntry> = Table {
    name: "audit_log",
    chunk: 500,
    columns: &[
        ("id", |entry| entry.id.to_string().into()),
        ("action", |entry| entry.action.as_str().into()),
        ("resource_type", |entry| entry.resource_type.as_str().into()),
        ("resource_id", |entry| entry.resource_id.as_deref().into()),
        ("user_id", |entry| entry.user.map(|user| user.to_string()).into()),
        ("ip_address", |entry| entry.ip.as_deref().into()),
        ("inserted_at", |entry| entry.id.time().to_string().into()),
    ],
};

async fn entries(cx: Cx) -> Result<Reply> {
    let wanted = Wanted::read(&cx, &AUDIT_LOG)?;
    let (mut query, email) = (audit_log::query(&cx)?, cx.query("actor_email"));
    query.recorded = period(&cx)?;
    if cx.is_head() {
        return Ok(wanted.head());
    }
    let rows = engine::audit_log::export(&cx.engine, cx.actor(), query, email.as_deref(), wanted.order).await?;
    wanted.stream(rows).await
}

/// `from`, `to` and `days`, which is another way to say `from`; the later of both counts.
fn period(cx: &Cx) -> Result<Period> {
    const CENTURY: usize = 36_525;
    let mut period = filters::period(cx)?;
    if let Some(days) = cx.number("days") {
        let days = days.clamp(1, CENTURY) as i64;
        let from = Timestamp::now().plus_micros(-days * 86_400_000_000);
        period.from = Some(period.from.map_or(from, |given| given.max(from)));
    }
    Ok(period)
}

#[cfg(test)]
mod tests;
