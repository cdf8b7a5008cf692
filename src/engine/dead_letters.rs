//! Dead letters: looking at them, sending them once more, putting them aside.

use super::Engine;
use super::audit::{self, Entry};
use super::deliveries::{announce, check_sendable};
use super::tasks;
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::dead_letter::{DeadLetter, DeadLetterId, DeadLetterTag};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::query::DeadLetterQuery;
use crate::domain::task::TaskId;
use crate::store::intake::{self, NewDelivery};
use crate::store::{Snapshot, Tx, batches, dead_letters, events, ingested};
use serde_json::json;
use std::sync::Arc;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    query: DeadLetterQuery,
    page: Page<DeadLetterTag>,
) -> Result<Slice<DeadLetter, DeadLetterTag>> {
    let project = actor.project;
    engine.store.read(move |snap| dead_letters::list(snap, project, &query, page)).await
}

pub async fn get(engine: &Engine, actor: &Actor, id: DeadLetterId) -> Result<DeadLetter> {
    let project = actor.project;
    engine.store.read(move |snap| find(snap, project, id)).await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: DeadLetterId) -> Result<DeadLetter> {
    dead_letters::find(snap, project, id)?.ok_or_else(|| Error::not_found("Dead letter"))
}

/// What is sent once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resent {
    /// As this new delivery.
    Delivery(DeliveryId),
    /// The callback of this task.
    Callback(TaskId),
}

/// Makes a new delivery of the same event to the same webhook, with the payload in `body` if it
/// has one, or the callback of the task once more, and resolves the dead letter.
pub async fn retry(engine: &Arc<Engine>, actor: &Actor, id: DeadLetterId, body: &Members<'_>) -> Result<Resent> {
    engine.project(actor.project).await?.require_unheld()?;
    let payload = match body.get("payload") {
        None | Some(Json::Null) => None,
        Some(payload @ Json::Object(_)) => Some(payload.to_text()),
        Some(_) => return Err(Error::invalid("payload", "payload must be an object")),
    };
    let (engine_, actor) = (engine.clone(), actor.clone());
    engine.store.write(move |tx| redeliver(&engine_, tx, &actor, id, payload)).await
}

fn redeliver(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    actor: &Actor,
    id: DeadLetterId,
    payload: Option<String>,
) -> Result<Resent> {
    let (project, now) = (actor.project, Timestamp::now());
    let letter = find(tx, project, id)?;
    if let Some(task) = letter.task {
        if payload.is_some() {
            return Err(Error::invalid("payload", "payload of a callback follows from its task"));
        }
        tasks::call_back_again(tx, engine, actor, task)?;
        dead_letters::resolve(tx, project, id, now)?;
        record(engine, tx, actor, "dead_letter.retried", id, json!({"task_id": task.to_string()}))?;
        return Ok(Resent::Callback(task));
    }
    let webhook = letter.webhook.ok_or_else(|| Error::internal("a dead letter of nothing"))?;
    check_sendable(tx, project, webhook, letter.event)?;
    let event = letter.event.map(|event| events::find(tx, project, event)).transpose()?.flatten();
    let event = event.ok_or_else(|| Error::internal("checked to be there"))?;
    // A payload of its own only where it is not the event's: the row is then half the size.
    let payload = payload.or(Some(letter.payload)).filter(|payload| *payload != event.payload);
    let delivery = engine.ids.next();
    let new = NewDelivery {
        due_at: now,
        priority: 1,
        payload: payload.as_deref(),
        ..NewDelivery::new(project, delivery, event.id, webhook)
    };
    match letter.batch_size {
        Some(size) => batches::deliver(tx, &new, size as usize)?,
        None => intake::insert_delivery(tx, &new)?,
    }
    ingested::refresh(tx, event.id)?;
    dead_letters::resolve(tx, project, id, now)?;
    let noted = json!({"delivery_id": delivery.to_string()});
    record(engine, tx, actor, "dead_letter.retried", id, noted)?;
    announce(engine, tx, project, (webhook, delivery), 1);
    Ok(Resent::Delivery(delivery))
}

/// Puts a dead letter aside; again does nothing.
pub async fn resolve(engine: &Arc<Engine>, actor: &Actor, id: DeadLetterId) -> Result<()> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        find(tx, actor.project, id)?;
        if dead_letters::resolve(tx, actor.project, id, Timestamp::now())? {
            record(&engine_, tx, &actor, "dead_letter.resolved", id, json!({}))?;
        }
        Ok(())
    });
    write.await
}

fn record(
    engine: &Engine,
    tx: &Tx<'_>,
    actor: &Actor,
    action: &'static str,
    id: DeadLetterId,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "dead_letter", Some(id.to_string()), metadata))
}
