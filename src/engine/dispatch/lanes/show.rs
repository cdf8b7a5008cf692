//! The lanes as an operator may look at them; nothing is changed here.

use super::{Lane, Lanes};
use crate::base::Timestamp;
use crate::domain::circuit::State;
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;

/// All lanes together.
#[derive(Debug, Clone, Copy)]
pub struct Totals {
    pub lanes: usize,
    pub in_flight: usize,
    /// Attempts that may be in flight.
    pub room: usize,
    /// Deliveries in memory that wait for their turn, and their bytes with all that is in memory.
    pub held: usize,
    pub held_bytes: usize,
    /// Lanes that have due rows in the table beside.
    pub behind: usize,
    /// Projects whose deliveries rest.
    pub resting: usize,
    /// Results cannot be stored, so nothing starts.
    pub paused: bool,
}

/// One lane with work.
#[derive(Debug, Clone, Copy)]
pub struct Busy {
    pub webhook: WebhookId,
    pub project: ProjectId,
    pub in_flight: usize,
    pub held: usize,
    /// It has, or may have, due rows in the table.
    pub behind: bool,
    pub circuit: State,
    /// Since when the first of what is in memory has waited.
    pub since: Option<Timestamp>,
}

impl Lanes {
    pub fn totals(&self) -> Totals {
        Totals {
            lanes: self.lanes.len(),
            in_flight: self.in_flight,
            room: self.total,
            held: self.lanes.values().map(Lane::held).sum(),
            held_bytes: self.held_bytes,
            behind: self.lanes.values().filter(|lane| lane.backlog.contains(&true)).count(),
            resting: self.held.len(),
            paused: self.paused,
        }
    }

    /// Those with the most work, that first.
    pub fn busiest(&self, at_most: usize) -> Vec<Busy> {
        let busy = self.lanes.iter().filter(|(_, lane)| lane.held() + lane.in_flight > 0);
        let mut busy: Vec<Busy> = busy.map(|(webhook, lane)| lane.shown(*webhook)).collect();
        busy.sort_unstable_by_key(|lane| (std::cmp::Reverse(lane.held + lane.in_flight), lane.webhook));
        busy.truncate(at_most);
        busy
    }
}

impl Lane {
    fn shown(&self, webhook: WebhookId) -> Busy {
        Busy {
            webhook,
            project: self.project,
            in_flight: self.in_flight,
            held: self.held(),
            behind: self.backlog.contains(&true),
            circuit: self.circuit.state,
            since: self.ready.iter().filter_map(|queue| queue.front()).map(|job| job.since).min(),
        }
    }
}
