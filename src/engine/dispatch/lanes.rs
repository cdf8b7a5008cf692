//! Lanes: one per webhook, with what it holds in memory, how much may be in flight, its rate and
//! its circuit. One slow receiver never delays another. Pure bookkeeping under one short lock;
//! what has to be done comes back as actions.

mod beside;
mod hold;
mod show;

use super::job::{Job, Slot};
use super::window::Window;
use crate::base::Timestamp;
use crate::domain::circuit::{Circuit, Permit, State};
use crate::domain::delivery::DeliveryId;
use crate::domain::project::ProjectId;
use crate::domain::rate::{RateCounter, RateLimit};
use crate::domain::webhook::WebhookId;
use crate::engine::traffic::Traffic;
use crate::store::queue::{Backlog, Want};
use beside::Beside;
pub use show::{Busy, Totals};
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

/// Deliveries that one lane keeps in memory at most.
const HELD_PER_LANE: usize = 16_384;
/// Of those that come after first attempts.
const HELD_BEHIND: usize = 2_048;
/// Bytes that all lanes together keep in memory at most, payloads and their bookkeeping.
const HELD_BYTES: usize = 48 << 20;
/// Deliveries taken from the table at a time.
const CLAIM: usize = 128;

/// What the owner of the lock has to do after releasing it.
#[derive(Debug)]
pub(super) enum Action {
    Start(Job),
    /// Take due rows of this webhook from the table.
    Claim {
        webhook: WebhookId,
        want: Want,
    },
    /// Give these back to the table, due at the time, else as they were.
    Release {
        project: ProjectId,
        webhook: WebhookId,
        ids: Vec<DeliveryId>,
        due_at: Option<Timestamp>,
    },
    /// The earliest wake moved forward.
    Rewake,
}

/// What one held delivery weighs with a payload of this length.
pub(super) fn weight(payload: usize) -> usize {
    payload + 512
}

/// What a lane has to know of its webhook.
#[derive(Debug, Clone, Copy)]
pub(super) struct Profile {
    pub webhook: WebhookId,
    pub project: ProjectId,
    /// As stored; a lane that is open knows better.
    pub circuit: Circuit,
    pub limits: RateLimit,
}

#[derive(Debug)]
pub(super) struct Lane {
    pub project: ProjectId,
    ready: [VecDeque<Job>; 2],
    /// Room promised to deliveries whose commit is not through yet.
    reserved: usize,
    in_flight: usize,
    window: Window,
    replayed: Beside,
    limits: RateLimit,
    rate: RateCounter,
    pub circuit: Circuit,
    /// The table has, or may have, due rows that are not in memory: first attempts, and those that
    /// come after them.
    backlog: [bool; 2],
    claiming: bool,
    /// The earliest due time in the table beyond now.
    next_due: Option<Timestamp>,
    /// The rate limit holds everything back until then.
    rate_free: Option<Timestamp>,
    /// Waits for a slot of the total.
    starving: bool,
    wake: Option<Timestamp>,
}

impl Lane {
    fn new(project: ProjectId, circuit: Circuit, limits: RateLimit) -> Lane {
        Lane {
            project,
            ready: Default::default(),
            reserved: 0,
            in_flight: 0,
            window: Window::new(concurrent(&limits)),
            replayed: Beside::default(),
            limits,
            rate: RateCounter::default(),
            circuit,
            backlog: [false; 2],
            claiming: false,
            next_due: None,
            rate_free: None,
            starving: false,
            wake: None,
        }
    }

    fn held(&self) -> usize {
        self.ready[0].len() + self.ready[1].len()
    }

    /// Until when the rate limit holds back what is in memory.
    pub fn rate_free(&self) -> Option<Timestamp> {
        self.rate_free.filter(|_| self.held() > 0)
    }

    /// Deliveries that an open circuit postponed are due now.
    pub fn has_backlog(&mut self) {
        self.backlog = [true; 2];
    }

    /// Whether what comes next has to make way for what is live.
    fn gives_way(&self) -> bool {
        let next = self.ready[1].front().filter(|_| self.ready[0].is_empty());
        next.is_some_and(|job| job.slot().replayed) && !self.replayed.may_start()
    }

    fn pop(&mut self) -> Option<Job> {
        self.ready[0].pop_front().or_else(|| self.ready[1].pop_front())
    }
}

#[derive(Debug)]
pub(super) struct Lanes {
    lanes: HashMap<WebhookId, Lane>,
    /// Projects of webhooks that have work in the table and no lane yet.
    unopened: HashMap<WebhookId, ProjectId>,
    /// Projects whose deliveries rest.
    held: HashSet<ProjectId>,
    wakes: BTreeSet<(Timestamp, WebhookId)>,
    starving: VecDeque<WebhookId>,
    in_flight: usize,
    held_bytes: usize,
    /// In flight in all at most.
    total: usize,
    live: Arc<Traffic>,
    pub stopping: bool,
    /// Results cannot be stored: nothing new starts.
    pub paused: bool,
}

impl Lanes {
    pub fn new(total: usize, backlog: &[Backlog], held: HashSet<ProjectId>, live: Arc<Traffic>) -> Lanes {
        let wakes = backlog.iter().map(|b| (b.next, b.webhook)).collect();
        Lanes {
            lanes: HashMap::new(),
            unopened: backlog.iter().map(|b| (b.webhook, b.project)).collect(),
            held,
            wakes,
            starving: VecDeque::new(),
            in_flight: 0,
            held_bytes: 0,
            total: total.max(1),
            live,
            stopping: false,
            paused: false,
        }
    }

    pub fn in_flight(&self) -> usize {
        self.in_flight
    }

    /// Since when what is in memory has waited, and the webhooks that have due rows in the table.
    pub fn waiting(&self) -> (Option<Timestamp>, Vec<WebhookId>) {
        let first = |lane: &Lane| lane.ready.iter().filter_map(|queue| queue.front()).map(|job| job.since).min();
        let behind = self.lanes.iter().filter(|(_, lane)| lane.backlog.contains(&true)).map(|(id, _)| *id);
        (self.lanes.values().filter_map(first).min(), behind.collect())
    }

    pub fn lane(&mut self, webhook: WebhookId) -> Option<&mut Lane> {
        self.lanes.get_mut(&webhook)
    }

    /// The project of a webhook that has, or had, work.
    pub fn project(&self, webhook: WebhookId) -> Option<ProjectId> {
        self.lanes.get(&webhook).map(|lane| lane.project).or_else(|| self.unopened.get(&webhook).copied())
    }

    /// The lane of a webhook, with its present limits.
    pub fn open(&mut self, profile: Profile) -> &mut Lane {
        let Profile { webhook, project, circuit, limits } = profile;
        self.unopened.remove(&webhook);
        let lane = self.lanes.entry(webhook).or_insert_with(|| {
            let mut lane = Lane::new(project, circuit, limits);
            // A lane that starts knows nothing of the table; its first claim tells.
            lane.has_backlog();
            lane
        });
        if lane.limits != limits {
            lane.limits = limits;
            lane.window.set_max(concurrent(&limits));
        }
        lane
    }

    /// Promises room for one more delivery; `Err` says when the row is due in the table instead.
    pub fn reserve(&mut self, profile: Profile, size: usize, priority: usize) -> Result<(), Option<Timestamp>> {
        // What comes after first attempts leaves them room.
        let (held, bytes) = if priority == 0 { (HELD_PER_LANE, HELD_BYTES) } else { (HELD_BEHIND, HELD_BYTES / 2) };
        let room = !self.stopping && self.held_bytes + size <= bytes && !self.is_held(profile.project);
        let lane = self.open(profile);
        if let Some(reopen) = postponed_until(&lane.circuit) {
            lane.backlog[priority] = true;
            return Err(Some(reopen));
        }
        // Nothing overtakes its like in the table; what comes after is no obstacle.
        let overtakes = lane.backlog[..=priority].contains(&true);
        if !room || overtakes || lane.held() + lane.reserved >= held {
            lane.backlog[priority] = true;
            return Err(None);
        }
        lane.reserved += 1;
        self.held_bytes += size;
        Ok(())
    }

    /// Takes back a promise whose commit failed. Says whether the lane has to be looked at: it may
    /// have taken nothing from the table because of what it was promised.
    pub fn unreserve(&mut self, webhook: WebhookId, size: usize, now: Timestamp) -> bool {
        self.held_bytes = self.held_bytes.saturating_sub(size);
        let Some(lane) = self.lanes.get_mut(&webhook) else { return false };
        lane.reserved -= 1;
        let waits = lane.reserved == 0 && lane.backlog.contains(&true);
        if waits {
            self.set_wake(webhook, now, &mut Vec::new());
        }
        waits
    }

    /// Puts a reserved delivery into its lane.
    pub fn fulfil(&mut self, job: Job) {
        if let Some(lane) = self.lanes.get_mut(&job.webhook) {
            lane.reserved -= 1;
            lane.ready[job.priority].push_back(job);
        }
    }

    /// Notes rows in the table that become due at `due_at`. A webhook without a lane gets one
    /// when the time comes.
    pub fn schedule(
        &mut self,
        project: ProjectId,
        webhook: WebhookId,
        due_at: Timestamp,
        now: Timestamp,
        actions: &mut Vec<Action>,
    ) {
        match self.lanes.get_mut(&webhook) {
            Some(lane) if due_at <= now => {
                lane.has_backlog();
                self.pump(webhook, now, actions);
            }
            Some(lane) => {
                lane.next_due = Some(lane.next_due.map_or(due_at, |n| n.min(due_at)));
                self.set_wake(webhook, due_at, actions);
            }
            None => {
                self.expect(project, webhook);
                self.set_wake(webhook, due_at, actions);
            }
        }
    }

    /// Notes due rows in the table that come after first attempts, of which live deliveries
    /// therefore take no notice.
    pub fn schedule_behind(
        &mut self,
        project: ProjectId,
        webhook: WebhookId,
        now: Timestamp,
        actions: &mut Vec<Action>,
    ) {
        match self.lanes.get_mut(&webhook) {
            Some(lane) => {
                lane.backlog[1] = true;
                self.pump(webhook, now, actions);
            }
            None => self.schedule(project, webhook, now, now, actions),
        }
    }

    /// Notes the project of a webhook that is about to get work.
    pub fn expect(&mut self, project: ProjectId, webhook: WebhookId) {
        if !self.lanes.contains_key(&webhook) {
            self.unopened.insert(webhook, project);
        }
    }

    /// Forgets a webhook that turned out to be inactive.
    pub fn forget(&mut self, webhook: WebhookId) {
        self.unopened.remove(&webhook);
    }

    /// Notes within a claim what it left behind. Its rows follow with [`Lanes::take_in`].
    pub fn claim_done(&mut self, webhook: WebhookId, more: [bool; 2], next: Option<Timestamp>) {
        if let Some(lane) = self.lanes.get_mut(&webhook) {
            lane.backlog = more;
            lane.next_due = next;
        }
    }

    /// Takes the claimed rows of one webhook into its lane.
    pub fn take_in(&mut self, webhook: WebhookId, jobs: Vec<Job>) {
        let Some(lane) = self.lanes.get_mut(&webhook) else { return };
        self.held_bytes += jobs.iter().map(Job::size).sum::<usize>();
        lane.claiming = false;
        for job in jobs {
            lane.ready[job.priority].push_back(job);
        }
    }

    /// A claim that failed: what is due is still in the table.
    pub fn claim_failed(&mut self, webhook: WebhookId) {
        if let Some(lane) = self.lanes.get_mut(&webhook) {
            lane.claiming = false;
            lane.has_backlog();
        }
    }

    /// Starts one delivery as the probe of an open circuit, before all others. When there is a
    /// probe already, or the circuit closed meanwhile, it takes its turn like any other.
    pub fn probe(&mut self, mut job: Job, now: Timestamp, actions: &mut Vec<Action>) {
        // The next start gives the row back.
        if self.stopping {
            return;
        }
        let rests = self.is_held(job.event.project);
        let Some(lane) = self.lanes.get_mut(&job.webhook) else { return };
        if rests || lane.circuit.probing || lane.circuit.begin_probe() != Permit::Probe {
            let webhook = job.webhook;
            self.held_bytes += job.size();
            lane.ready[job.priority].push_front(job);
            return self.pump(webhook, now, actions);
        }
        job.probe = true;
        if job.slot().replayed {
            lane.replayed.started();
        }
        lane.in_flight += 1;
        self.in_flight += 1;
        actions.push(Action::Start(job));
    }

    /// An attempt that was not made after all: its slot and its probe are free again.
    pub fn returned(&mut self, slot: Slot, now: Timestamp, actions: &mut Vec<Action>) {
        if let Some(lane) = self.lanes.get_mut(&slot.webhook)
            && slot.probe
        {
            lane.circuit.release();
        }
        self.finished(slot, None, true, now, actions);
    }

    /// Looks at every lane again after a pause.
    pub fn pump_all(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        let all: Vec<WebhookId> = self.lanes.keys().copied().collect();
        for webhook in all {
            self.pump(webhook, now, actions);
        }
    }

    /// Starts what may start now and says what else is needed.
    pub fn pump(&mut self, webhook: WebhookId, now: Timestamp, actions: &mut Vec<Action>) {
        if self.stopping || self.paused {
            return;
        }
        if !self.held.is_empty() && self.lanes.get(&webhook).is_some_and(|lane| self.is_held(lane.project)) {
            return self.park(webhook, actions);
        }
        let live = self.live.is_on(now);
        let others_wait = !self.starving.is_empty();
        let share = if others_wait { (self.total / 4).max(1) } else { self.total };
        let Some(lane) = self.lanes.get_mut(&webhook) else { return };
        let mut wake = None;
        while lane.held() > 0 && lane.in_flight < lane.window.size().min(share) {
            // One of them is under way, and its end comes back here.
            if live && lane.gives_way() {
                break;
            }
            if self.in_flight >= self.total {
                if !lane.starving {
                    lane.starving = true;
                    self.starving.push_back(webhook);
                }
                break;
            }
            let probe = match lane.circuit.permit(now) {
                Permit::Go => false,
                Permit::Probe => true,
                Permit::Until(reopen) => {
                    wake = Some(reopen);
                    break;
                }
                Permit::AfterProbe => break,
            };
            if let Err(free) = lane.rate.take(&lane.limits, now) {
                lane.circuit.release();
                lane.rate_free = Some(free);
                wake = Some(free);
                break;
            }
            let Some(mut job) = lane.pop() else { break };
            job.probe = probe;
            if job.slot().replayed {
                lane.replayed.started();
            }
            self.held_bytes = self.held_bytes.saturating_sub(job.size());
            lane.in_flight += 1;
            self.in_flight += 1;
            actions.push(Action::Start(job));
        }
        self.refill(webhook, now, wake, actions);
    }

    /// Asks the table for more when little is left, and sets the next wake.
    fn refill(&mut self, webhook: WebhookId, now: Timestamp, wake: Option<Timestamp>, actions: &mut Vec<Action>) {
        let Some(lane) = self.lanes.get_mut(&webhook) else { return };
        if lane.next_due.is_some_and(|due| due <= now) {
            lane.next_due = None;
            lane.has_backlog();
        }
        let open_until = postponed_until(&lane.circuit).filter(|until| *until > now);
        if let Some(until) = open_until
            && lane.held() > 0
        {
            let jobs: Vec<Job> = lane.ready.iter_mut().flat_map(std::mem::take).collect();
            self.held_bytes = self.held_bytes.saturating_sub(jobs.iter().map(Job::size).sum());
            lane.has_backlog();
            let (project, ids) = (lane.project, jobs.iter().map(|job| job.id).collect());
            actions.push(Action::Release { project, webhook, ids, due_at: Some(until) });
        }
        let probing = lane.circuit.probing;
        let limit = if lane.circuit.state == State::Closed { CLAIM } else { 1 };
        let enough = lane.window.size().max(CLAIM / 2);
        // First attempts do not wait until what comes after them has been made.
        let ahead = lane.ready[0].len() + lane.reserved < enough;
        let behind = lane.held() + lane.reserved < enough;
        let low = (lane.backlog[0] && ahead) || (lane.backlog[1] && behind);
        // With the memory full a lane still takes one row at a time: nobody else would wake it.
        let bytes = HELD_BYTES.saturating_sub(self.held_bytes).max(1);
        if low && !lane.claiming && !probing && open_until.is_none() {
            lane.claiming = true;
            actions.push(Action::Claim { webhook, want: Want { limit, bytes, behind } });
        }
        let next = [wake, lane.next_due, open_until].into_iter().flatten().min();
        if let Some(next) = next {
            self.set_wake(webhook, next, actions);
        }
    }

    fn set_wake(&mut self, webhook: WebhookId, at: Timestamp, actions: &mut Vec<Action>) {
        if let Some(lane) = self.lanes.get_mut(&webhook) {
            if lane.wake.is_some_and(|set| set <= at) {
                return;
            }
            if let Some(old) = lane.wake.replace(at) {
                self.wakes.remove(&(old, webhook));
            }
        }
        let first = self.wakes.first().is_none_or(|(earliest, _)| at < *earliest);
        self.wakes.insert((at, webhook));
        if first {
            actions.push(Action::Rewake);
        }
    }

    /// When the next lane wants to be looked at.
    pub fn next_wake(&self) -> Option<Timestamp> {
        self.wakes.first().map(|(at, _)| *at)
    }

    /// The webhooks whose wake time has come.
    pub fn take_due(&mut self, now: Timestamp) -> Vec<WebhookId> {
        let mut due = Vec::new();
        while let Some((at, webhook)) = self.wakes.first().copied().filter(|(at, _)| *at <= now) {
            self.wakes.remove(&(at, webhook));
            if let Some(lane) = self.lanes.get_mut(&webhook)
                && lane.wake == Some(at)
            {
                lane.wake = None;
            }
            due.push(webhook);
        }
        due
    }

    /// Ends an attempt that took a time if it was made: its slot is free, the lane learns, others
    /// may go on.
    pub fn finished(
        &mut self,
        slot: Slot,
        took: Option<Duration>,
        strained: bool,
        now: Timestamp,
        actions: &mut Vec<Action>,
    ) {
        self.in_flight -= 1;
        if let Some(lane) = self.lanes.get_mut(&slot.webhook) {
            if slot.replayed {
                lane.replayed.ended();
            }
            took.into_iter().for_each(|took| lane.replayed.learn(took));
            if strained {
                lane.window.shrink();
            } else {
                lane.window.grow(lane.in_flight);
            }
            lane.in_flight -= 1;
        }
        while self.in_flight < self.total
            && let Some(next) = self.starving.pop_front()
        {
            if let Some(lane) = self.lanes.get_mut(&next) {
                lane.starving = false;
            }
            self.pump(next, now, actions);
        }
        self.pump(slot.webhook, now, actions);
    }

    /// Drops what is in memory for a webhook that takes nothing any more, or of one event.
    pub fn drop_jobs(&mut self, webhook: Option<WebhookId>, matches: impl Fn(&Job) -> bool) {
        let mut freed = 0;
        for (id, lane) in &mut self.lanes {
            if webhook.is_some_and(|w| w != *id) {
                continue;
            }
            for queue in &mut lane.ready {
                queue.retain(|job| {
                    let gone = matches(job);
                    freed += if gone { job.size() } else { 0 };
                    !gone
                });
            }
        }
        self.held_bytes = self.held_bytes.saturating_sub(freed);
    }
}

/// In flight at most for webhooks that do not say: a quarter of the default total.
const CONCURRENT: u32 = 256;

fn concurrent(limits: &RateLimit) -> usize {
    limits.concurrent.unwrap_or(CONCURRENT) as usize
}

/// The time until which an open circuit holds deliveries back.
fn postponed_until(circuit: &Circuit) -> Option<Timestamp> {
    circuit.reopen_at.filter(|_| circuit.state != State::Closed)
}

#[cfg(test)]
mod tests;
