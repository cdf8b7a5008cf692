//! A delivery in hand: the event it carries, shared by all its deliveries, and where it stands.

use crate::base::Timestamp;
use crate::domain::delivery::{DeliveryId, Status};
use crate::domain::event::{Event, EventId};
use crate::domain::project::ProjectId;
use crate::domain::replay::ReplayId;
use crate::domain::webhook::WebhookId;
use crate::store::queue::FRESH;
use bytes::Bytes;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// An event on its way to receivers.
#[derive(Debug)]
pub struct Carried {
    pub project: ProjectId,
    event: Event,
    /// The body that every webhook without a body configuration gets, built once.
    plain_body: OnceLock<Bytes>,
}

impl Carried {
    pub fn new(project: ProjectId, event: Event) -> Carried {
        Carried { project, event, plain_body: OnceLock::new() }
    }

    /// Gives the event its place in the order of commits, and a derived one its origin. Only for
    /// the writer, which takes places in that order.
    pub fn number(&mut self, id: EventId, derived_from: Option<EventId>) {
        self.event.id = id;
        self.event.derived_from = derived_from.or(self.event.derived_from);
    }

    pub(super) fn plain_body(&self, build: impl FnOnce(&Event) -> String) -> Bytes {
        self.plain_body.get_or_init(|| Bytes::from(build(&self.event))).clone()
    }
}

impl Deref for Carried {
    type Target = Event;
    fn deref(&self) -> &Event {
        &self.event
    }
}

/// The place of an attempt in its lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub webhook: WebhookId,
    pub probe: bool,
    /// The first attempt of a replayed delivery, which makes way for live ones.
    pub replayed: bool,
}

/// One delivery that this process holds.
#[derive(Debug)]
pub(super) struct Job {
    pub id: DeliveryId,
    pub webhook: WebhookId,
    pub event: Arc<Carried>,
    /// The status of its row.
    pub status: Status,
    /// Attempts made before, ever and before this retry cycle.
    pub attempts: u32,
    pub cycle_start: u32,
    /// What tells this claim of the row from others.
    pub claim: i64,
    /// When it fell due.
    pub since: Timestamp,
    /// 0 goes before 1.
    pub priority: usize,
    pub override_payload: Option<String>,
    pub replay: Option<ReplayId>,
    /// How many events it holds, if it is a batch: `event` is the first, the payload the whole body.
    pub batch: Option<u32>,
    /// Decides whether an open circuit closes.
    pub probe: bool,
}

impl Job {
    /// The first attempt of a delivery that was just made, by a replay if one is named.
    pub fn first(
        id: DeliveryId,
        webhook: WebhookId,
        event: Arc<Carried>,
        override_payload: Option<String>,
        replay: Option<ReplayId>,
    ) -> Job {
        Job {
            id,
            webhook,
            event,
            status: Status::Pending,
            attempts: 0,
            cycle_start: 0,
            claim: FRESH,
            since: id.time(),
            priority: usize::from(replay.is_some()),
            override_payload,
            replay,
            batch: None,
            probe: false,
        }
    }

    pub fn slot(&self) -> Slot {
        Slot { webhook: self.webhook, probe: self.probe, replayed: self.replay.is_some() && self.attempts == 0 }
    }

    pub fn size(&self) -> usize {
        super::lanes::weight(self.event.payload.len() + self.override_payload.as_ref().map_or(0, String::len))
    }
}
