//! Deliveries: looking at them and sending them again by hand.

use super::audit::{self, Entry};
use super::export::{self, Export, Order};
use super::{Engine, dispatch};
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::attempt::{Attempt, kept_body};
use crate::domain::delivery::{Delivery, DeliveryId, DeliveryTag, Requeue};
use crate::domain::event::EventId;
use crate::domain::pipeline::PipelineId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeliveryQuery;
use crate::domain::replay::ReplayId;
use crate::domain::sent;
use crate::domain::webhook::WebhookId;
pub use crate::store::deliveries::Line;
use crate::store::deliveries::{self, Found, Source};
use crate::store::{Snapshot, Tx, embed, events, webhooks};
use serde_json::json;
use std::sync::Arc;

/// A delivery as people see it.
#[derive(Debug)]
pub struct Shown {
    pub delivery: Delivery,
    pub pipeline: Option<PipelineId>,
    pub replay: Option<ReplayId>,
    pub next_retry_at: Option<Timestamp>,
    /// The last attempt of this cycle, with its whole request.
    pub last: Option<Attempt>,
}

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    query: DeliveryQuery,
    page: Page<DeliveryTag>,
) -> Result<Slice<Shown, DeliveryTag>> {
    let (project, tenant, now) = (actor.project, actor.tenant().map(str::to_owned), Timestamp::now());
    let read = engine.store.read(move |snap| match tenant {
        None => deliveries::list::<Found>(snap, project, &query, page),
        Some(of) => deliveries::list_of(snap, project, &embed::webhooks_of(snap, project, &of)?, &query, page),
    });
    let slice = read.await?;
    let rows = slice.rows.into_iter().map(|found| show(engine, found, now)).collect::<Result<_>>()?;
    Ok(Slice { rows, next: slice.next })
}

/// All deliveries that [`list`] would show page by page, in short.
pub fn export(engine: &Arc<Engine>, actor: &Actor, query: DeliveryQuery, order: Order) -> Export<Line> {
    let (project, query) = (actor.project, Arc::new(query));
    export::start(engine, actor, order, move |engine: Arc<Engine>, page| {
        let query = query.clone();
        async move { engine.store.read(move |snap| deliveries::list(snap, project, &query, page)).await }
    })
}

/// A delivery with all its attempts, oldest first.
pub async fn get(engine: &Engine, actor: &Actor, id: DeliveryId) -> Result<(Shown, Vec<Attempt>)> {
    let (project, now) = (actor.project, Timestamp::now());
    let read = engine.store.read(move |snap| Ok((find(snap, project, id)?, deliveries::attempts(snap, id)?)));
    let (found, attempts) = read.await?;
    Ok((show(engine, found, now)?, attempts))
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeliveryId) -> Result<Found> {
    deliveries::find(snap, project, id)?.ok_or_else(|| Error::not_found("Delivery"))
}

fn show(engine: &Engine, found: Found, now: Timestamp) -> Result<Shown> {
    let held_back = found.is_held_back();
    let Found { mut delivery, pipeline, replay, held_until, mut last, source } = found;
    if held_back {
        delivery.due_at = held_until;
    }
    // What is held in memory may wait there for the rate limit of its webhook.
    let waits = engine.dispatch.postponed_until(delivery.webhook).filter(|at| delivery.claimed && *at > now);
    let next_retry_at = waits.or(delivery.next_retry_at(now));
    if let Some(attempt) = &mut last {
        let headers = attempt.request_headers.as_deref().map(|kept| sent::headers(kept, &delivery, attempt));
        attempt.request_headers = headers.transpose()?;
        if let Some(Source { payload, nested }) = &source {
            attempt.request_body = Some(kept_body(sent::default_body(&delivery, payload, *nested)?.as_bytes()));
        }
    }
    Ok(Shown { delivery, pipeline, replay, next_retry_at, last })
}

/// Sends a delivery again: due now, in a new cycle unless it is still pending, and as the probe
/// of an open circuit. Nothing happens to one that is being attempted.
pub async fn retry(engine: &Arc<Engine>, actor: &Actor, id: DeliveryId) -> Result<()> {
    engine.project(actor.project).await?.require_unheld()?;
    let (engine_, actor, now) = (engine.clone(), actor.clone(), Timestamp::now());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        let delivery = find(tx, project, id)?.delivery;
        check_sendable(tx, project, delivery.webhook, Some(delivery.event))?;
        match delivery.requeue() {
            Requeue::Nothing => return Ok(()),
            Requeue::Hasten => deliveries::hasten(tx, project, id, now)?,
            Requeue::Restart => deliveries::restart(tx, project, &delivery, now)?,
        }
        let (entity, noted) = (Some(id.to_string()), json!({}));
        audit::record(tx, &engine_, Entry::of(&actor, "delivery.retried", "delivery", entity, noted))?;
        let reopened = i64::from(delivery.due_at.is_none());
        announce(&engine_, tx, project, (delivery.webhook, id), reopened);
        Ok(())
    });
    write.await
}

/// 422 when the webhook takes nothing, or the event is gone or switched off.
pub(super) fn check_sendable(
    snap: &Snapshot<'_>,
    project: ProjectId,
    webhook: WebhookId,
    event: Option<EventId>,
) -> Result<()> {
    let refused = |text: &'static str| Err(Error::new(Kind::Invalid, text));
    match webhooks::find(snap, project, webhook)? {
        Some(stored) if stored.webhook.status.is_active() => {}
        _ => return refused("Webhook is inactive"),
    }
    let event = event.map(|id| events::find(snap, project, id)).transpose()?.flatten();
    if event.is_some_and(|e| e.status.is_active()) { Ok(()) } else { refused("Event no longer exists") }
}

/// Tells of a delivery that is due by hand, once it is durable.
pub(super) fn announce(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    project: ProjectId,
    (webhook, delivery): (WebhookId, DeliveryId),
    unfinished: i64,
) {
    let engine = engine.clone();
    tx.after_commit(move || {
        engine.directory.live(project).add_pending(unfinished);
        dispatch::retry_now(&engine, project, webhook, delivery);
    });
}
