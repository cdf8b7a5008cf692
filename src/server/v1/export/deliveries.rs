//! Deliveries as a file, one line each.

use super::super::filters::id;
use super::period;
use super::table::{Table, Wanted};
use crate::base::{Error, Result};
use crate::domain::delivery::{Status, StatusFilter};
use crate::domain::query::DeliveryQuery;
use crate::engine;
use crate::engine::deliveries::Line;
use crate::server::{Cx, Reply};

const DELIVERIES: Table<Line> = Table {
    name: "deliveries",
    chunk: 500,
    columns: &[
        ("id", |line| line.id.to_string().into()),
        ("event_id", |line| line.event.to_string().into()),
        ("webhook_id", |line| line.webhook.to_string().into()),
        ("status", |line| line.status.as_str().into()),
        ("attempt_number", |line| i64::from(line.attempts).into()),
        ("response_status", |line| line.response_status.map(i64::from).into()),
        ("inserted_at", |line| line.id.time().to_string().into()),
    ],
};

pub(super) async fn export(cx: Cx) -> Result<Reply> {
    let (wanted, query) = (Wanted::read(&cx, &DELIVERIES)?, query(&cx)?);
    if cx.is_head() {
        return Ok(wanted.head());
    }
    let rows = engine::deliveries::export(&cx.engine, cx.actor(), query, wanted.order);
    wanted.stream(rows).await
}

fn query(cx: &Cx) -> Result<DeliveryQuery> {
    let status = |word: &str| {
        let status = Status::parse(word).map(StatusFilter::Is);
        status.ok_or_else(|| Error::invalid("status", "status must be one of: pending, success, failed"))
    };
    Ok(DeliveryQuery {
        status: cx.query("status").map(|word| status(&word)).transpose()?,
        webhook: id(cx, "webhook_id")?,
        event: id(cx, "event_id")?,
        replay: id(cx, "replay_id")?,
        created: period(cx)?,
    })
}
