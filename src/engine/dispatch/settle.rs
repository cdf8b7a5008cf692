//! After an attempt: the circuit and the retry plan decide at once in memory, and the results of
//! many attempts are stored in one write.

use super::attempt::kept_response;
use super::job::Job;
use super::lanes::Action;
use super::{Shared, claim, perform, tell};
use crate::base::{Result, Timestamp};
use crate::domain::attempt::Answer;
use crate::domain::circuit::{Change, Circuit};
use crate::domain::dead_letter::{self, DeadLetter};
use crate::domain::delivery::{self, Settlement, Status};
use crate::domain::stream::{Message, Position, Updated};
use crate::engine::Engine;
use crate::engine::directory::Endpoint;
use crate::engine::outbound::Exchange;
use crate::store::queue::{self, Settled, Settling};
use crate::store::{Tx, dead_letters, webhooks};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

/// Results stored in one write at most.
const CHUNK: usize = 512;
/// A few results wait this long for company: alone they would each cost a commit, and a sender on
/// one connection would wait for it. Accepting waits for nothing.
const PAUSE: Duration = Duration::from_millis(2);
/// Where some are of a replay, which nobody waits for: fewer commits leave the machine to what is
/// live.
const LONG_PAUSE: Duration = Duration::from_millis(8);
const FEW: usize = 32;
/// Results waiting for the database at which no new attempt starts.
const FULL: usize = 8192;
const RETRY: Duration = Duration::from_secs(1);

/// Results that are not stored yet.
#[derive(Debug, Default)]
pub(super) struct Results {
    waiting: Mutex<Vec<Done>>,
    arrived: Notify,
    /// Enough of them are there to be stored at once.
    enough: Notify,
    storing: AtomicBool,
}

impl Results {
    pub fn is_empty(&self) -> bool {
        !self.storing.load(SeqCst) && self.waiting().is_empty()
    }

    /// Has the settling look again, if only to see that nothing is in flight any more.
    pub fn look(&self) {
        self.arrived.notify_one();
    }

    /// Queues a result and tells how many wait.
    fn push(&self, done: Done) -> usize {
        let mut waiting = self.waiting();
        waiting.push(done);
        waiting.len()
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Done>> {
        self.waiting.lock().unwrap_or_else(|e| e.into_inner())
    }
}

/// An attempt that has its answer.
#[derive(Debug)]
pub(super) struct Attempted {
    pub job: Job,
    pub endpoint: Arc<Endpoint>,
    pub answer: Answer,
    pub started: Timestamp,
    pub exchange: Exchange,
    pub request_headers: String,
    /// `None` when the body follows from the event alone.
    pub request_body: Option<String>,
    /// It is to be found in the log for integrators.
    pub logged: bool,
}

/// A result that waits to be stored.
#[derive(Debug)]
struct Done {
    job: Job,
    endpoint: Arc<Endpoint>,
    settled: Settled,
    dead: bool,
    /// The circuit, if this attempt changed it.
    circuit: Option<Circuit>,
    /// What of that is worth telling.
    change: Option<Change>,
}

/// Frees the slot, moves the circuit, queues the result; returns what may happen next.
pub(super) fn finish(engine: &Arc<Engine>, attempted: Attempted) -> Vec<Action> {
    let (slot, now, mut actions) = (attempted.job.slot(), Timestamp::now(), Vec::new());
    let (webhook, took) = (slot.webhook, now.since(attempted.started));
    let overloaded = attempted.answer.overloaded();
    let response = attempted.exchange.result.as_ref().ok().map(kept_response).unzip();
    let chances = [rand::random(), rand::random()];
    let shared = &engine.dispatch.0;
    let mut lanes = shared.lanes();
    // A lane that is gone takes its circuit with it; the row keeps the last state.
    let mut circuit = lanes.lane(webhook).map(|lane| lane.circuit).unwrap_or(attempted.endpoint.circuit);
    let before = circuit;
    let settlement = delivery::settle(
        &delivery::Attempted {
            attempts: attempted.job.attempts,
            cycle_start: attempted.job.cycle_start,
            answer: &attempted.answer,
            probe: attempted.job.probe,
            now,
            chances,
        },
        &attempted.endpoint.rules.retry,
        &mut circuit,
    );
    if let Some(lane) = lanes.lane(webhook) {
        lane.circuit = circuit;
        if settlement.change == Some(Change::Closed) {
            lane.has_backlog();
            let (project, until) = (attempted.endpoint.project, before.reopen_at);
            engine.tasks.spawn(claim::bring_forward(engine.clone(), project, webhook, until));
        }
    }
    if let Some(change) = settlement.change {
        engine.metrics.circuit(attempted.endpoint.project, webhook, change);
    }
    let circuit = Some(circuit).filter(|after| *after != before);
    let done = done(attempted, settlement, circuit, response, now);
    let waiting = shared.results.push(done);
    lanes.paused |= waiting >= FULL;
    lanes.finished(slot, Some(took), overloaded, now, &mut actions);
    drop(lanes);
    match waiting {
        1 => shared.results.look(),
        FEW => shared.results.enough.notify_one(),
        _ => {}
    }
    actions
}

fn done(
    attempted: Attempted,
    settlement: Settlement,
    circuit: Option<Circuit>,
    response: (Option<String>, Option<String>),
    now: Timestamp,
) -> Done {
    let Attempted { job, endpoint, answer, started, exchange, request_headers, request_body, logged } = attempted;
    let settled = Settled {
        project: job.event.project,
        id: job.id,
        event: job.event.id,
        webhook: job.webhook,
        directed: job.event.only.is_some(),
        inbound: job.event.source.is_some(),
        claim: job.claim,
        was: job.status,
        status: settlement.status,
        attempt: settlement.attempts,
        due_at: settlement.due_at,
        started_at: started,
        latency_ms: exchange.latency.as_millis() as i64,
        response_status: answer.status(),
        error: settlement.error,
        destination_ip: exchange.ip.map(|ip| ip.to_string()),
        request_headers,
        request_body,
        response_headers: response.0,
        response_body: response.1,
        logged: logged.then(|| (job.event.topic.clone().filter(|_| job.batch.is_none()), endpoint.url.clone())),
        now,
    };
    Done { job, endpoint, settled, dead: settlement.dead, circuit, change: settlement.change }
}

/// Stores results until everything is stored and no attempt can bring another.
pub(super) async fn run(engine: &Arc<Engine>) {
    let shared = engine.dispatch.0.clone();
    loop {
        // Both are listened to before looking: a sign between the two would be lost.
        let (arrived, stopping) = (shared.results.arrived.notified(), shared.stopping.notified());
        if !shared.results.waiting().is_empty() {
            gather(&shared).await;
            store(engine, take(&shared)).await;
            continue;
        }
        shared.results.storing.store(false, SeqCst);
        shared.settled.notify_waiters();
        let over = shared.lanes().stopping && shared.lanes().in_flight() == 0;
        if over || engine.store.is_broken() {
            return;
        }
        tokio::select! {
            () = arrived => {}
            () = stopping => {}
        }
    }
}

/// Lets a few results grow into more for a moment, unless the server is stopping.
async fn gather(shared: &Shared) {
    let enough = shared.results.enough.notified();
    let pause = {
        let waiting = shared.results.waiting();
        let replayed = waiting.iter().any(|done| done.job.replay.is_some());
        (waiting.len() < FEW).then_some(if replayed { LONG_PAUSE } else { PAUSE })
    };
    if let Some(pause) = pause.filter(|_| !shared.lanes().stopping) {
        let _ = tokio::time::timeout(pause, enough).await;
    }
}

fn take(shared: &Shared) -> Vec<Done> {
    let mut waiting = shared.results.waiting();
    let n = waiting.len().min(CHUNK);
    shared.results.storing.store(true, SeqCst);
    if n == waiting.len() { std::mem::take(&mut *waiting) } else { waiting.drain(..n).collect() }
}

/// Writes one batch, again and again while the disk is full; attempts pause meanwhile.
async fn store(engine: &Arc<Engine>, batch: Vec<Done>) {
    let batch = Arc::new(batch);
    loop {
        let (engine_, batch_) = (engine.clone(), batch.clone());
        let result = engine.store.append(move |tx| batch_.iter().try_for_each(|done| write(&engine_, tx, done))).await;
        match result {
            Ok(()) => break,
            Err(_) if engine.store.is_broken() => return,
            Err(e) => {
                tracing::error!(error = ?e, "storing results failed; trying again");
                engine.dispatch.0.lanes().paused = true;
                tokio::time::sleep(RETRY).await;
            }
        }
    }
    let now = Timestamp::now();
    for Done { job, endpoint, settled, .. } in batch.iter() {
        let good = (settled.status == Status::Success).then_some(settled.latency_ms);
        endpoint.counters(&engine.metrics, job.event.topic.as_deref()).count(good, now);
    }
    let mut actions = Vec::new();
    let mut lanes = engine.dispatch.0.lanes();
    if std::mem::take(&mut lanes.paused) {
        lanes.pump_all(Timestamp::now(), &mut actions);
    }
    drop(lanes);
    perform(engine, actions);
}

/// What streams are told of a result.
fn updated(done: &Done, seq: i64, settling: Settling) -> Updated {
    let (s, job) = (&done.settled, &done.job);
    Updated {
        position: Position::of(seq),
        id: s.id,
        success: s.error.is_none(),
        event: job.event.id,
        webhook: s.webhook,
        attempt: s.attempt,
        response_status: s.response_status,
        latency_ms: Some(s.latency_ms),
        next_retry_at: s.due_at.filter(|_| settling == Settling::Settled),
        topic: job.event.topic.clone(),
    }
}

fn write(engine: &Arc<Engine>, tx: &Tx<'_>, done: &Done) -> Result<()> {
    let (s, job) = (&done.settled, &done.job);
    if let Some(circuit) = &done.circuit {
        webhooks::set_circuit(tx, s.webhook, circuit)?;
        if let Some(change) = done.change {
            tell::circuit(tx, engine, &done.endpoint, change, circuit.failures)?;
        }
    }
    let seq = engine.ids.next::<()>().tick();
    let settling = queue::settle(tx, s, seq)?;
    if settling != Settling::Late && engine.bus.has_listeners(s.project) {
        let (engine, project, updated) = (engine.clone(), s.project, updated(done, seq, settling));
        tx.after_commit(move || engine.bus.publish(project, Message::updated(&updated)));
    }
    if settling != Settling::Settled {
        // Deleted, ended or settled meanwhile: this result changes nothing any more.
        return Ok(());
    }
    match s.due_at {
        Some(due_at) => {
            let (engine, project, webhook) = (engine.clone(), s.project, s.webhook);
            tx.after_commit(move || super::wake(&engine, project, webhook, due_at));
        }
        None => {
            let (engine, live, replay) = (engine.clone(), engine.directory.live(s.project), job.replay);
            tx.after_commit(move || {
                live.add_pending(-1);
                replay.into_iter().for_each(|replay| engine.replays.delivered(replay));
            });
        }
    }
    if s.status == Status::Success {
        // Only a delivery that failed before can have a dead letter.
        if job.attempts > 0 {
            dead_letters::resolve_of(tx, s.id, s.now)?;
        }
    } else if done.dead {
        let error = s.error.as_deref().unwrap_or_default();
        let text = dead_letter::last_error(error, s.response_body.as_deref());
        let letter = DeadLetter {
            id: engine.ids.next(),
            delivery: Some(s.id),
            event: Some(job.event.id),
            webhook: Some(s.webhook),
            task: None,
            webhook_url: done.endpoint.url.clone(),
            topic: job.event.topic.clone(),
            payload: job.override_payload.clone().unwrap_or_else(|| job.event.payload.clone()),
            batch_size: job.batch,
            last_error: text,
            last_response_status: s.response_status,
            attempts: s.attempt,
            resolved_at: None,
        };
        dead_letters::record(tx, s.project, &letter)?;
        tell::dead_letter(tx, engine, s.project, &letter)?;
    }
    Ok(())
}
