//! Events that come through another door than the API: for one webhook alone if that is said, from
//! nobody in particular if nobody is known, and with something that is kept beside them by the same
//! write. They go through the same accepting as all others.

use super::accept::Onward;
use super::dispatch::Carried;
use super::{Engine, accept, directory};
use crate::base::{Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event::{Draft, Event, EventId};
use crate::domain::project::ProjectId;
use crate::store::Tx;
use bytes::Bytes;
use std::sync::Arc;

/// An event at the door.
#[derive(Debug)]
pub struct Arrival<'a, C> {
    pub project: ProjectId,
    /// Who sends it; the audit log lists no event of nobody.
    pub sender: Option<Actor>,
    pub draft: Draft<'a>,
    /// What is kept beside it; `()` is nothing.
    pub companion: C,
}

/// What is written together with an event.
pub trait Companion: Send + 'static {
    /// The body as it came, where that is kept too.
    fn raw(&self) -> Option<Bytes> {
        None
    }

    /// Notes that an event of this id is about to be stored, or tells the one that it would repeat,
    /// by a rule of the companion's own: it is then not stored. Not for drafts that have a key of
    /// idempotency, which can be refused after this.
    fn claim(&self, _tx: &Tx<'_>, _event: EventId) -> Result<Option<EventId>> {
        Ok(None)
    }

    /// Stores what belongs to the event, which is stored. Fails only when storage does: there is no
    /// way back to before the event.
    fn keep(self, tx: &Tx<'_>, event: &Event, onward: Onward) -> Result<()>;
}

impl Companion for () {
    fn keep(self, _: &Tx<'_>, _: &Event, _: Onward) -> Result<()> {
        Ok(())
    }
}

/// What became of an event that was not refused.
#[derive(Debug)]
pub enum Arrived {
    Stored(Arc<Carried>),
    /// This one was there before; nothing was stored.
    Known(EventId),
}

/// Accepts an event; returns after it is durable. 403 while the project is held, 422 when the event
/// does not fit its schema, 429 when a limit of the project is reached.
pub async fn arrive<C: Companion>(engine: &Arc<Engine>, arrival: Arrival<'_, C>) -> Result<Arrived> {
    let Arrival { project, sender, draft, companion } = arrival;
    let view = engine.project(project).await?;
    let now = Timestamp::now();
    engine.replays.make_way(now);
    accept::admit(&view)?;
    directory::spend(&view.live.events, view.project.rate_limit_events_per_minute, 1, now)?;
    let mut ready = accept::prepare(engine, &view, draft).await?;
    ready.raw = companion.raw();
    let engine_ = engine.clone();
    let write = engine.store.append(move |tx| {
        let id = ready.number(&engine_, None);
        if let Some(known) = companion.claim(tx, id)? {
            return Ok(Arrived::Known(known));
        }
        let sender = sender.as_ref().filter(|_| engine_.settings.audit_events);
        let accepted = accept::store(&engine_, tx, &view, ready, sender)??;
        if accepted.duplicate {
            return Ok(Arrived::Known(accepted.event.id));
        }
        companion.keep(tx, &accepted.event, accepted.onward)?;
        Ok(Arrived::Stored(accepted.event))
    });
    write.await
}
