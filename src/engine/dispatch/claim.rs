//! Between the table and the lanes: taking due rows, giving rows back, opening lanes.

use super::job::{Carried, Job};
use super::{perform, wake};
use crate::base::{Kind, Result, Timestamp};
use crate::domain::circuit::State;
use crate::domain::delivery::{DeliveryId, Ended};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::engine::Engine;
use crate::engine::directory::Endpoint;
use crate::store::deliveries::{self, Of};
use crate::store::queue::{self, Due, Want};
use std::sync::Arc;
use std::time::Duration;

/// Rows changed by one operation, so that the writer is never held for long.
const CHUNK: usize = 500;
const RETRY: Duration = Duration::from_secs(1);

/// Takes due rows of a webhook into its lane.
pub(super) async fn due(engine: Arc<Engine>, webhook: WebhookId, want: Want) {
    let (shared, engine_) = (engine.dispatch.0.clone(), engine.clone());
    let write = engine.store.append(move |tx| {
        let now = Timestamp::now();
        let mut found = queue::claim(tx, webhook, now, want)?;
        // A kill may have interrupted the deletion of an event before its deliveries were ended.
        for deleted in found.due.extract_if(.., |due| due.batch.is_none() && !due.event.status.is_active()) {
            let of = Of::Event(deleted.event.id);
            while let ended @ 1.. = deliveries::end(tx, of, Ended::EventDeleted, now, CHUNK)? {
                let (engine, project) = (engine_.clone(), deleted.project);
                tx.after_commit(move || engine.ended(project, ended));
            }
        }
        // Told within the operation: reservations of later operations must see it.
        shared.lanes().claim_done(webhook, found.more, found.next);
        let shared = shared.clone();
        tx.after_commit(move || {
            shared.lanes().take_in(webhook, found.due.into_iter().map(job).collect());
        });
        Ok(())
    });
    let result = write.await;
    let mut actions = Vec::new();
    if let Err(e) = result {
        tracing::error!(error = ?e, "claiming deliveries failed; trying again");
        tokio::time::sleep(RETRY).await;
        engine.dispatch.0.lanes().claim_failed(webhook);
    }
    engine.dispatch.0.lanes().pump(webhook, Timestamp::now(), &mut actions);
    perform(&engine, actions);
}

/// A retry by hand: as any due row, or as the probe if the circuit is open.
pub(super) async fn by_hand(engine: Arc<Engine>, project: ProjectId, webhook: WebhookId, id: DeliveryId) {
    engine.dispatch.0.lanes().expect(project, webhook);
    let Some((_, due_at)) = open(&engine, webhook).await else { return };
    // With a probe under way it is one of many that wait for its end.
    let waits = engine.dispatch.circuit(webhook).is_none_or(|c| c.state == State::Closed || c.probing);
    let taken = match waits {
        true => None,
        false => {
            engine.store.append(move |tx| queue::claim_one(tx, project, id, Timestamp::now())).await.unwrap_or(None)
        }
    };
    let Some(found) = taken else { return wake(&engine, project, webhook, due_at) };
    let mut actions = Vec::new();
    engine.dispatch.0.lanes().probe(job(found), Timestamp::now(), &mut actions);
    perform(&engine, actions);
}

/// Gives deliveries that are in memory back to the table, to be due at `due_at`, else as they were.
pub(super) async fn release(
    engine: Arc<Engine>,
    project: ProjectId,
    webhook: WebhookId,
    ids: Vec<DeliveryId>,
    due_at: Option<Timestamp>,
) {
    for chunk in ids.chunks(CHUNK) {
        let chunk: Arc<[DeliveryId]> = chunk.into();
        loop {
            let ids = chunk.clone();
            match engine.store.append(move |tx| queue::release(tx, project, &ids, due_at)).await {
                Ok(()) => break,
                // Rows that stay claimed are returned by the next start.
                Err(_) if engine.store.is_broken() || engine.stopping().is_cancelled() => return,
                Err(e) => tracing::error!(error = ?e, "giving deliveries back failed; trying again"),
            }
            tokio::time::sleep(RETRY).await;
        }
    }
    wake(&engine, project, webhook, due_at.unwrap_or(Timestamp::now()));
}

/// Makes due what waited for the reopening of a circuit that closed before its time.
pub(super) async fn bring_forward(
    engine: Arc<Engine>,
    project: ProjectId,
    webhook: WebhookId,
    until: Option<Timestamp>,
) {
    let Some(until) = until.filter(|at| *at > Timestamp::now()) else { return };
    loop {
        let now = Timestamp::now();
        let moved = engine.store.append(move |tx| deliveries::bring_forward(tx, webhook, until, now, CHUNK)).await;
        match moved {
            Ok(CHUNK) => {}
            Ok(_) => break,
            // They are due at the reopening all the same.
            Err(e) => return tracing::warn!(error = ?e, "postponed deliveries stay postponed"),
        }
    }
    wake(&engine, project, webhook, Timestamp::now());
}

/// Makes sure that a webhook with due rows has a lane, and says when to look at it; ends the
/// rows of one that is inactive. One whose project rests is woken when that is over.
pub(super) async fn open(engine: &Arc<Engine>, webhook: WebhookId) -> Option<(ProjectId, Timestamp)> {
    let project = {
        let lanes = engine.dispatch.0.lanes();
        lanes.project(webhook).filter(|project| !lanes.is_held(*project))?
    };
    match endpoint(engine, project, webhook).await {
        Ok(Some(endpoint)) => {
            engine.dispatch.0.lanes().open(super::profile(&endpoint));
            Some((project, Timestamp::now()))
        }
        Ok(None) => {
            engine.dispatch.0.lanes().forget(webhook);
            end_rows(engine, project, webhook).await;
            None
        }
        // Erased with everything in it.
        Err(e) if e.kind() == Kind::NotFound => {
            engine.dispatch.0.lanes().forget(webhook);
            None
        }
        Err(e) => {
            tracing::error!(error = ?e, "opening a lane failed; trying again");
            Some((project, Timestamp::now().plus(RETRY)))
        }
    }
}

/// The webhook as configured now; `None` when it or its project takes nothing any more.
pub(super) async fn endpoint(
    engine: &Arc<Engine>,
    project: ProjectId,
    webhook: WebhookId,
) -> Result<Option<Arc<Endpoint>>> {
    let view = engine.project(project).await?;
    Ok(view.webhook(webhook).filter(|_| view.project.active).cloned())
}

/// Ends what is due for an inactive webhook: a kill may have interrupted its deactivation.
pub(super) async fn end_rows(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId) {
    let of = Of::Webhook(webhook, engine.ids.next());
    let step = move |engine: Arc<Engine>| async move {
        let now = Timestamp::now();
        let end = engine.store.write(move |tx| deliveries::end(tx, of, Ended::WebhookInactive, now, CHUNK));
        let ended = end.await?;
        engine.ended(project, ended);
        Ok(ended == CHUNK)
    };
    engine.complete(step).await;
}

fn job(due: Due) -> Job {
    Job {
        id: due.id,
        webhook: due.webhook,
        status: due.status,
        attempts: due.attempts,
        cycle_start: due.cycle_start,
        claim: due.claim,
        since: due.due_at,
        priority: usize::from(due.priority != 0),
        override_payload: due.override_payload,
        replay: due.replay,
        batch: due.batch,
        event: Arc::new(Carried::new(due.project, due.event)),
        probe: false,
    }
}
