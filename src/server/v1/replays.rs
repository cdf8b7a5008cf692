//! Replays.

mod about;

use crate::base::fields::Fields;
use crate::base::{Json, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::replay::{Replay, ReplayId, Status};
use crate::domain::webhook::WebhookId;
use crate::engine::replays;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/replays",      Access::REPLAYS_READ,  list).about(about::list)
        .post  ("/replays",      Access::REPLAYS_WRITE, create).about(about::create)
        .get   ("/replays/{id}", Access::REPLAYS_READ,  show).about(about::show)
        .delete("/replays/{id}", Access::REPLAYS_WRITE, cancel).about(about::cancel)
}

const NOUN: &str = "Replay";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Replay")]
struct ReplayView<'a> {
    id: ReplayId,
    status: &'static str,
    filters: Json<'static>,
    total_events: u64,
    processed_events: u64,
    started_at: Option<Timestamp>,
    completed_at: Option<Timestamp>,
    inserted_at: Timestamp,
    topic: Option<&'a str>,
    from_date: Option<Timestamp>,
    to_date: Option<Timestamp>,
    webhook_id: Option<WebhookId>,
    deliveries_created: u64,
    error: Option<&'a str>,
}

impl<'a> ReplayView<'a> {
    fn of(replay: &'a Replay) -> ReplayView<'a> {
        let filters = &replay.filters;
        ReplayView {
            id: replay.id,
            status: replay.status.as_str(),
            filters: filters.to_json(),
            total_events: replay.total_events,
            processed_events: replay.processed_events,
            started_at: replay.started_at,
            completed_at: replay.completed_at,
            inserted_at: replay.id.time(),
            topic: filters.topic.as_ref().map(|topic| topic.text()),
            from_date: filters.occurred.from,
            to_date: filters.occurred.to,
            webhook_id: filters.webhook,
            deliveries_created: replay.deliveries_created,
            error: replay.error.as_deref(),
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let status = cx.query("status").map(|word| Status::parse(&word)).transpose()?;
    let slice = replays::list(&cx.engine, cx.actor(), status, cx.page_or_all()?).await?;
    Ok(Reply::list("data", slice.rows.iter().map(ReplayView::of).collect(), slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let replay = replays::create(&cx.engine, cx.actor(), Fields(&body.json()?)).await?;
    Ok(Reply::created(ReplayView::of(&replay)))
}

async fn show(cx: Cx) -> Result<Reply> {
    Ok(Reply::ok(ReplayView::of(&replays::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?)))
}

async fn cancel(cx: Cx) -> Result<Reply> {
    Ok(Reply::ok(ReplayView::of(&replays::cancel(&cx.engine, cx.actor(), cx.id(NOUN)?).await?)))
}
