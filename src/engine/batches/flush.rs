//! Making deliveries of what waits for one webhook. The bodies are written while reading; one write
//! then takes the events out of their queue and stores the delivery that holds them.

use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::batch::Parcel;
use crate::domain::delivery::DeliveryId;
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::transform::{BodyConfig, EventParts};
use crate::domain::webhook::{Batch, WebhookId};
use crate::engine::{Engine, dispatch};
use crate::store::batches::{self, Item, ItemId};
use crate::store::intake::NewDelivery;
use crate::store::{Snapshot, ingested, webhooks};
use std::sync::Arc;
use std::time::Duration;

/// Events of a batch of a webhook that collects no more.
const REST: usize = 100;
/// When to look again at a queue of which nothing can be sent.
const GONE: Duration = Duration::from_secs(60);

/// What waits for a webhook until a later time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    /// When to look again.
    pub at: Timestamp,
    /// Events that wait.
    pub count: usize,
    /// So many go at once.
    pub most: usize,
}

/// What a look at a queue found.
enum Look {
    Nothing,
    Early(Left),
    Due(Full),
}

/// A batch that is ready to be stored.
struct Full {
    items: Vec<ItemId>,
    first: EventId,
    /// Those among its events that were for this webhook alone.
    directed: Vec<EventId>,
    body: String,
}

/// Makes all batches that are due; returns what is left for later.
pub(super) async fn all(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId) -> Result<Option<Left>> {
    loop {
        let now = Timestamp::now();
        match engine.store.read(move |snap| look(snap, project, webhook, now)).await? {
            Look::Nothing => return Ok(None),
            Look::Early(left) => return Ok(Some(left)),
            Look::Due(full) => match store(engine, project, webhook, full).await {
                // An event of it was deleted since it was read.
                Err(e) if e.kind() == Kind::Conflict => {}
                other => other?,
            },
        }
        if engine.stopping().is_cancelled() {
            return Ok(None);
        }
    }
}

fn look(snap: &Snapshot<'_>, project: ProjectId, webhook: WebhookId, now: Timestamp) -> Result<Look> {
    let Some(stored) = webhooks::find(snap, project, webhook)? else { return Ok(Look::Nothing) };
    let rules = stored.webhook.config.compile()?;
    // What waits for a webhook that is inactive becomes a delivery too, and ends as one.
    let batch = rules.batch.filter(|_| stored.webhook.status.is_active());
    let most = batch.map_or(REST, |batch| batch.max_size as usize);
    let Some(queue) = batches::queue(snap, webhook, now, most)? else { return Ok(Look::Nothing) };
    if let Some(at) = early(batch, queue, now) {
        return Ok(Look::Early(Left { at, count: queue.ready, most }));
    }
    let (mut parcel, mut items, mut directed) = (Parcel::default(), Vec::new(), Vec::new());
    batches::each(snap, webhook, now, |item| {
        let fits = parcel.count() < most && parcel.add(item.event.id, &body(&rules.body, &item));
        if fits {
            items.push(item.id);
            directed.extend(item.event.only.map(|_| item.event.id));
        }
        Ok(fits)
    })?;
    Ok(match parcel.finish(now) {
        Some((first, body)) => Look::Due(Full { items, first, directed, body }),
        // Their events are gone, and so will they be.
        None => Look::Early(Left { at: now.plus(GONE), count: 0, most }),
    })
}

/// When to look again, unless a batch is due now.
fn early(batch: Option<Batch>, queue: batches::Queue, now: Timestamp) -> Option<Timestamp> {
    let at = match batch {
        Some(batch) if queue.ready < batch.max_size as usize => queue.oldest.plus(batch.window),
        // Events that a pipeline delays go on waiting for their time.
        _ => queue.oldest,
    };
    (at > now).then_some(at)
}

/// The body that an event would have alone.
fn body(config: &BodyConfig, item: &Item) -> String {
    let Item { event, payload, .. } = item;
    let id = event.id.to_string();
    let parts =
        EventParts { id: &id, topic: event.topic.as_deref(), occurred_at: event.occurred_at(), nested: event.nested };
    let payload = payload.as_ref().unwrap_or(&event.payload);
    config.build(&parts, payload).unwrap_or_else(|_| payload.clone())
}

async fn store(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId, full: Full) -> Result<()> {
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        let Full { items, first, directed, body } = full;
        if batches::remove(tx, project, &items)? < items.len() {
            return Err(Error::new(Kind::Conflict, "An event was deleted"));
        }
        let id: DeliveryId = engine_.ids.next();
        let delivery = NewDelivery { payload: Some(&body), ..NewDelivery::new(project, id, first, webhook) };
        batches::deliver(tx, &delivery, items.len())?;
        directed
            .iter()
            .filter(|event| **event != first)
            .try_for_each(|event| ingested::went_with_others(tx, *event))?;
        let fewer = 1 - items.len() as i64;
        tx.after_commit(move || {
            engine_.directory.live(project).add_pending(fewer);
            dispatch::wake(&engine_, project, webhook, id.time());
        });
        Ok(())
    });
    write.await
}
