//! How long data is kept, and removing it for good.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::purge::{Kind, Purge};
use crate::domain::retention::{Effective, RetentionChange, RetentionPolicy};
use crate::engine::retention::{self, Retention, Tally};
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get  ("/retention",     Access::ANY_KEY_READ, show).about(about::show)
        .patch("/retention",     Access::ADMIN,        update).about(about::update)
        .post ("/purge/preview", Access::ADMIN,        preview).about(about::preview)
        .post ("/purge",         Access::ADMIN,        purge).about(about::purge)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Retention")]
struct RetentionView {
    retention_days: Option<i64>,
    retention_policy: RetentionPolicy,
    effective: Effective,
    next_run_at: Timestamp,
}

impl RetentionView {
    fn of(retention: Retention) -> RetentionView {
        RetentionView {
            retention_days: retention.days,
            retention_policy: retention.policy,
            effective: retention.effective,
            next_run_at: retention.next_run_at,
        }
    }
}

async fn show(cx: Cx) -> Result<Reply> {
    Ok(Reply::ok(RetentionView::of(retention::get(&cx.engine, cx.actor()).await?)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let change = RetentionChange::read(&body.json()?)?;
    Ok(Reply::ok(RetentionView::of(retention::update(&cx.engine, cx.actor(), change).await?)))
}

async fn read(cx: &mut Cx) -> Result<Purge> {
    let body = cx.body().await?;
    Purge::read(Fields(&body.json()?), Timestamp::now())
}

/// What hangs on the rows of a kind.
fn cascade(kind: Kind, tally: &Tally) -> Value {
    match kind {
        Kind::Events => json!({
            "deliveries": tally.deliveries, "batch_items": tally.collected, "dead_letters_detached": tally.detached,
        }),
        Kind::Deliveries => json!({"dead_letters_detached": tally.detached}),
        Kind::AuditLogs | Kind::DeadLetters | Kind::JobRuns | Kind::SandboxRequests => json!({}),
    }
}

fn reply(purge: (Kind, String, Timestamp), count: &'static str, tally: &Tally) -> Reply {
    let (kind, older_than, cutoff) = purge;
    Reply::ok(json!({
        "type": kind.as_str(), count: tally.rows, "older_than": older_than, "cutoff": cutoff,
        "cascade": cascade(kind, tally),
    }))
}

async fn preview(mut cx: Cx) -> Result<Reply> {
    let purge = read(&mut cx).await?;
    let tally = retention::preview(&cx.engine, cx.actor(), &purge).await?;
    Ok(reply((purge.kind, purge.older_than, purge.cutoff), "count", &tally))
}

async fn purge(mut cx: Cx) -> Result<Reply> {
    let purge = read(&mut cx).await?;
    let said = (purge.kind, purge.older_than.clone(), purge.cutoff);
    let tally = retention::purge(&cx.engine, cx.actor(), purge).await?;
    Ok(reply(said, "deleted_count", &tally))
}
