//! How the server is and has been, in full; and whether letters go out.

mod about;

use super::super::raw;
use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::uptime::{Count, DAYS};
use crate::engine::{mail, uptime};
use crate::server::openapi::Object;
use crate::server::status::Percents;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get ("/admin/uptime",    show).superadmin().about(about::show)
        .admin_post("/admin/mail/test", test).superadmin().about(about::test)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Uptime")]
struct View<'a> {
    latest: Option<CheckView<'a>>,
    uptime: Percents,
    days: Vec<DayView>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UptimeCheck")]
struct CheckView<'a> {
    status: &'static str,
    #[schemars(with = "Object")]
    checks: &'a RawValue,
    response_time_ms: i64,
    inserted_at: Timestamp,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UptimeDay")]
struct DayView {
    date: String,
    healthy: u32,
    degraded: u32,
    unhealthy: u32,
    missing: u32,
}

async fn show(cx: Cx) -> Result<Reply> {
    let wanted = cx.number("days").unwrap_or(DAYS as usize).clamp(1, DAYS as usize);
    let (latest, history) = (uptime::latest(&cx.engine).await?, uptime::history(&cx.engine).await?);
    let latest = latest.as_ref().map(|check| {
        Ok::<_, crate::base::Error>(CheckView {
            status: check.status.as_str(),
            checks: raw(&check.checks)?,
            response_time_ms: check.response_time_ms,
            inserted_at: check.at,
        })
    });
    let day = |(day, count): &(Timestamp, Count)| {
        let Count { healthy, degraded, unhealthy, missing } = *count;
        DayView { date: day.to_string()[..10].to_owned(), healthy, degraded, unhealthy, missing }
    };
    let days = history.days.iter().skip(history.days.len().saturating_sub(wanted)).map(day).collect();
    let view = View { latest: latest.transpose()?, uptime: Percents::of(&history), days };
    Ok(Reply::ok(json!({ "data": view })))
}

/// Sends a letter at once; the reason is in the answer when that fails.
async fn test(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let to = Fields(&body.json()?).required_str("to")?.to_owned();
    Ok(match mail::try_out(&cx.engine, cx.account(), &to).await? {
        Ok(()) => Reply::ok(json!({"ok": true})),
        Err(error) => Reply::ok(json!({"ok": false, "error": error})).status(StatusCode::BAD_GATEWAY),
    })
}
