//! Delivering: lanes decide what may start, attempts run as tasks, results are settled in
//! batches, and one timer wakes the lane whose time has come. Nothing polls.

mod attempt;
mod claim;
mod job;
mod lanes;
mod settle;
mod tell;
mod trial;
mod window;

pub(super) use attempt::put_signatures;
pub use job::Carried;
pub use lanes::{Busy, Totals};
pub use trial::{Trial, send_test};

use super::Engine;
use super::directory::Endpoint;
use super::traffic::Traffic;
use crate::base::Timestamp;
use crate::domain::circuit::{Change, Circuit, State};
use crate::domain::delivery::DeliveryId;
use crate::domain::event::EventId;
use crate::domain::project::ProjectId;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::store::queue::Backlog;
use job::Job;
use lanes::{Action, Lanes, Profile};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::Notify;

/// The dispatcher's memory; the table has the truth.
#[derive(Debug)]
pub struct Dispatch(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    lanes: Mutex<Lanes>,
    /// The earliest wake moved forward.
    rewake: Notify,
    results: settle::Results,
    /// Shutdown began: the last result ends the settling.
    stopping: Notify,
    /// Everything that arrived is stored.
    settled: Notify,
}

/// Room in a lane for a delivery that is being written; given back unless it is used.
#[derive(Debug)]
pub struct Reservation {
    shared: Arc<Shared>,
    webhook: WebhookId,
    size: usize,
    used: bool,
}

impl Drop for Reservation {
    fn drop(&mut self) {
        if !self.used && self.shared.lanes().unreserve(self.webhook, self.size, Timestamp::now()) {
            self.shared.rewake.notify_one();
        }
    }
}

/// Where a new delivery goes: into memory, or into the table to be due at a time.
#[derive(Debug)]
pub struct Place {
    pub held: Option<Reservation>,
    pub due_at: Option<Timestamp>,
}

/// A delivery that was just committed.
#[derive(Debug)]
pub struct Fresh {
    pub id: DeliveryId,
    pub webhook: WebhookId,
    pub due_at: Timestamp,
    /// Sent instead of the event's payload.
    pub payload: Option<String>,
    /// The replay that made it.
    pub replay: Option<ReplayId>,
    pub held: Option<Reservation>,
}

impl Shared {
    fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(|e| e.into_inner())
    }
}

impl Dispatch {
    /// `held` are the projects whose deliveries rest.
    pub fn new(total: usize, backlog: Vec<Backlog>, held: HashSet<ProjectId>, live: Arc<Traffic>) -> Dispatch {
        let lanes = Mutex::new(Lanes::new(total, &backlog, held, live));
        let results = settle::Results::default();
        let [rewake, stopping, settled] = [const { Notify::const_new() }; 3];
        Dispatch(Arc::new(Shared { lanes, rewake, results, stopping, settled }))
    }

    /// Asks for room for a delivery with a payload of `size` bytes, which goes behind the first
    /// attempts of live ones if it is replayed. To be called by the operation that writes its row, so
    /// that claims and reservations are in one order.
    pub fn reserve(&self, endpoint: &Endpoint, size: usize, replayed: bool) -> Place {
        let size = lanes::weight(size);
        match self.0.lanes().reserve(profile(endpoint), size, usize::from(replayed)) {
            Ok(()) => {
                let held = Reservation { shared: self.0.clone(), webhook: endpoint.id, size, used: false };
                Place { held: Some(held), due_at: None }
            }
            Err(due_at) => Place { held: None, due_at },
        }
    }

    /// Resolves when nothing is in flight and every result is stored.
    pub async fn idle(&self) {
        loop {
            let wait = self.0.settled.notified();
            if self.0.lanes().in_flight() == 0 && self.0.results.is_empty() {
                return;
            }
            wait.await;
        }
    }

    /// Attempts that are made at this moment.
    pub fn in_flight(&self) -> usize {
        self.0.lanes().in_flight()
    }

    /// The lanes together, and those with the most work.
    pub fn look(&self, at_most: usize) -> (Totals, Vec<Busy>) {
        let lanes = self.0.lanes();
        (lanes.totals(), lanes.busiest(at_most))
    }

    /// Since when what is in memory has waited, and the webhooks that have due rows in the table.
    pub fn waiting(&self) -> (Option<Timestamp>, Vec<WebhookId>) {
        self.0.lanes().waiting()
    }

    /// Results cannot be stored at the moment.
    pub fn is_stuck(&self) -> bool {
        self.0.lanes().paused
    }

    /// Nothing starts any more.
    #[cfg(test)]
    pub fn pause(&self) {
        self.0.lanes().paused = true;
    }

    /// Forgets what is held for a webhook that became inactive and was made before `before`; its
    /// rows are ended, or about to be.
    pub fn drop_webhook(&self, webhook: WebhookId, before: DeliveryId) {
        self.0.lanes().drop_jobs(Some(webhook), |job| job.id < before);
    }

    /// Forgets what is held of a deleted event alone; its rows are ended already.
    pub fn drop_event(&self, event: EventId) {
        self.0.lanes().drop_jobs(None, |job| job.event.id == event && job.batch.is_none());
    }

    /// Forgets what is held of a cancelled replay and was not attempted yet; its rows are ended
    /// already.
    pub fn drop_replay(&self, replay: ReplayId) {
        self.0.lanes().drop_jobs(None, |job| job.replay == Some(replay) && job.attempts == 0);
    }

    /// Forgets what is held of deliveries whose rows are gone.
    pub fn drop_deliveries(&self, gone: &HashSet<DeliveryId>) {
        self.0.lanes().drop_jobs(None, |job| gone.contains(&job.id));
    }

    /// Forgets a project that exists no more.
    pub fn forget_project(&self, project: ProjectId) {
        self.0.lanes().forget_project(project);
    }

    /// Until when the rate limit of a webhook postpones what is held for it.
    pub fn postponed_until(&self, webhook: WebhookId) -> Option<Timestamp> {
        self.0.lanes().lane(webhook).and_then(|lane| lane.rate_free())
    }

    /// The circuit as it is now, if this process has dealt with the webhook.
    pub fn circuit(&self, webhook: WebhookId) -> Option<Circuit> {
        self.0.lanes().lane(webhook).map(|lane| lane.circuit)
    }
}

fn profile(endpoint: &Endpoint) -> Profile {
    Profile { webhook: endpoint.id, project: endpoint.project, circuit: endpoint.circuit, limits: endpoint.limits }
}

/// Closes a circuit by hand, after its row was closed.
pub fn close_circuit(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId) {
    let mut was_open = false;
    if let Some(lane) = engine.dispatch.0.lanes().lane(webhook) {
        was_open = lane.circuit.state != State::Closed;
        lane.circuit.close();
    }
    if was_open {
        engine.metrics.circuit(project, webhook, Change::Closed);
    }
    wake(engine, project, webhook, Timestamp::now());
}

/// Has the deliveries of a project rest, or go on: what is due then goes out at once. To be called
/// after the commit that decides it, in the order of the commits.
pub fn hold(engine: &Arc<Engine>, project: ProjectId, held: bool) {
    let mut actions = Vec::new();
    engine.dispatch.0.lanes().hold(project, held, Timestamp::now(), &mut actions);
    perform(engine, actions);
}

/// Tells of rows in the table that are due at `due_at`. To be called after their commit.
pub fn wake(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId, due_at: Timestamp) {
    let mut actions = Vec::new();
    engine.dispatch.0.lanes().schedule(project, webhook, due_at, Timestamp::now(), &mut actions);
    perform(engine, actions);
}

/// As [`wake`], of rows that are due now and come after first attempts.
pub fn wake_behind(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId) {
    let mut actions = Vec::new();
    engine.dispatch.0.lanes().schedule_behind(project, webhook, Timestamp::now(), &mut actions);
    perform(engine, actions);
}

/// A retry by hand: due now, and the probe if the circuit is open.
pub fn retry_now(engine: &Arc<Engine>, project: ProjectId, webhook: WebhookId, delivery: DeliveryId) {
    engine.tasks.spawn(claim::by_hand(engine.clone(), project, webhook, delivery));
}

/// Hands over the deliveries of an event after their commit.
pub fn offer(engine: &Arc<Engine>, event: &Arc<Carried>, fresh: Vec<Fresh>) {
    let (mut actions, now) = (Vec::new(), Timestamp::now());
    {
        let mut lanes = engine.dispatch.0.lanes();
        for Fresh { id, webhook, due_at, payload, replay, held } in fresh {
            match held {
                Some(mut room) => {
                    room.used = true;
                    lanes.fulfil(Job::first(id, webhook, event.clone(), payload, replay));
                    lanes.pump(webhook, now, &mut actions);
                }
                None if replay.is_some() => lanes.schedule_behind(event.project, webhook, now, &mut actions),
                None => lanes.schedule(event.project, webhook, due_at, now, &mut actions),
            }
        }
    }
    perform(engine, actions);
}

fn perform(engine: &Arc<Engine>, actions: Vec<Action>) {
    for action in actions {
        match action {
            Action::Start(job) => drop(tokio::spawn(attempt::run(engine.clone(), job))),
            Action::Claim { webhook, want } => {
                engine.tasks.spawn(claim::due(engine.clone(), webhook, want));
            }
            Action::Release { project, webhook, ids, due_at } => {
                engine.tasks.spawn(claim::release(engine.clone(), project, webhook, ids, due_at));
            }
            Action::Rewake => engine.dispatch.0.rewake.notify_one(),
        }
    }
}

/// The dispatcher's services: the timer and the settling of results.
pub(super) async fn run(engine: &Arc<Engine>) {
    tokio::join!(timer(engine), settle::run(engine));
}

async fn timer(engine: &Arc<Engine>) {
    let shared = &engine.dispatch.0;
    loop {
        let rewake = shared.rewake.notified();
        let (due, next) = {
            let mut lanes = shared.lanes();
            (lanes.take_due(Timestamp::now()), lanes.next_wake())
        };
        for webhook in &due {
            if let Some((project, due_at)) = claim::open(engine, *webhook).await {
                wake(engine, project, *webhook, due_at);
            }
        }
        if !due.is_empty() {
            continue;
        }
        let sleep = async {
            match next {
                Some(at) => tokio::time::sleep(at.since(Timestamp::now())).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = engine.stopping().cancelled() => break,
            () = rewake => {}
            () = sleep => {}
        }
    }
    shared.lanes().stopping = true;
    shared.stopping.notify_waiters();
}
