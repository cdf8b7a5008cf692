//! One reader of the live messages of a project: it resumes from storage, goes live without a gap
//! or a double, and reads from storage again when it has fallen behind. It knows no protocol.

use super::Engine;
use super::bus::{Listener, Protocol, Seat};
use crate::base::{Error, Kind as ErrorKind, Result, Timestamp};
use crate::domain::access::{Access, Actor, Who};
use crate::domain::account::{UserId, UserRole};
use crate::domain::project::ProjectId;
use crate::domain::stream::{Gap, Kind, Message, Position, Wanted};
use crate::store;
use std::collections::VecDeque;
use std::sync::Arc;

/// What a reader that resumes is given at most, in messages and in rows looked through for them;
/// what lies behind is a gap, from which it may resume again.
const RESUMED: usize = 10_000;
const LOOKED: usize = 500_000;

/// What a reader is told.
#[derive(Debug)]
pub enum Told {
    Message(Arc<Message>),
    /// Messages are missing here.
    Gap(Gap),
}

/// A place for a stream; `user` is who reads as one. 429 when the project has too many, 503 when
/// the server stops.
pub fn sit(engine: &Engine, project: ProjectId, protocol: Protocol, user: Option<UserId>) -> Result<Seat> {
    if engine.stopping().is_cancelled() {
        return Err(Error::unavailable());
    }
    engine.bus.sit(project, engine.limits.streams(), protocol, user)
}

/// Who may read as a user; 403 with a key.
pub fn reader(actor: &Actor) -> Result<UserId> {
    match actor.who {
        Who::User { id, .. } => Ok(id),
        _ => Err(Error::new(ErrorKind::Forbidden, "Access denied")),
    }
}

/// A reader at work.
#[derive(Debug)]
pub struct Reader {
    engine: Arc<Engine>,
    project: ProjectId,
    wanted: Arc<Wanted>,
    listener: Listener,
    /// The reader knows everything up to here that it wants to.
    at: Position,
    /// Set while it reads from storage.
    stored: Option<Stored>,
    gap: Option<Gap>,
}

/// A reading from storage.
#[derive(Debug, Default)]
struct Stored {
    messages: VecDeque<Message>,
    /// Everything up to here was read.
    reached: Option<Position>,
    /// There was nothing behind it.
    last: bool,
    /// What a reader that resumes may still be given; no limit for one that fell behind.
    left: Option<(usize, usize)>,
}

/// Begins to listen, and finds the place to begin from.
pub async fn open(engine: &Arc<Engine>, seat: &Seat, project: ProjectId, wanted: Wanted) -> Result<Reader> {
    let listener = seat.listen();
    // What was written before this write is stored when it returns; all that is written after it
    // goes through the listener. Its own place divides the two.
    let engine_ = engine.clone();
    let start = engine.store.append(move |_| Ok(Position::of(engine_.ids.next::<()>().tick()))).await?;
    let mut reader = Reader {
        engine: engine.clone(),
        project,
        wanted: Arc::new(wanted),
        listener,
        at: start,
        stored: None,
        gap: None,
    };
    let wanted = reader.wanted.clone();
    if let Some(after) = wanted.after.as_deref() {
        let oldest = engine.store.read(move |snap| store::streams::oldest(snap, project)).await?;
        match Position::parse(after) {
            Some(at) if at <= start && oldest.is_none_or(|oldest| oldest <= at) => {
                reader.at = at;
                reader.stored = Some(Stored { left: Some((RESUMED, LOOKED)), ..Stored::default() });
            }
            _ => reader.gap = Some(Gap::new(after, oldest.unwrap_or(start))),
        }
    }
    Ok(reader)
}

impl Reader {
    /// The next thing to tell. May be dropped and called again: nothing is lost by it. An error
    /// ends the stream, which can be resumed.
    pub async fn next(&mut self) -> Result<Told> {
        loop {
            if let Some(gap) = self.gap.take() {
                return Ok(Told::Gap(gap));
            }
            let message = match &mut self.stored {
                Some(_) => self.stored().await?,
                None => self.live().await,
            };
            if let Some(message) = message.filter(|message| self.wanted.wants(message)) {
                return Ok(Told::Message(message));
            }
        }
    }

    async fn live(&mut self) -> Option<Arc<Message>> {
        match self.listener.next().await {
            Some(note) if !note.kind.is_stored() => Some(note),
            // What was read from storage comes again when it was published a moment later.
            Some(message) if message.position <= self.at => None,
            Some(message) => {
                self.at = message.position;
                Some(message)
            }
            None => {
                // From here on new messages are held again; those until here are stored.
                self.listener.skip();
                self.stored = Some(Stored::default());
                None
            }
        }
    }

    /// The next stored message; reads the next part when there is none, and goes live after the last.
    async fn stored(&mut self) -> Result<Option<Arc<Message>>> {
        let Some(stored) = &mut self.stored else { return Ok(None) };
        if let Some(message) = stored.messages.pop_front() {
            self.at = message.position;
            return Ok(Some(Arc::new(message)));
        }
        self.at = stored.reached.take().unwrap_or(self.at).max(self.at);
        if stored.last {
            self.stored = None;
            return Ok(None);
        }
        let left = stored.left;
        if left.is_some_and(|(messages, looks)| messages == 0 || looks == 0) {
            self.listener.skip();
            self.stored = None;
            let now = Position::of(self.engine.ids.next::<()>().tick());
            let gap = Gap::new(&self.at.to_string(), now);
            self.at = now;
            self.gap = Some(gap);
            return Ok(None);
        }
        let (project, at, wanted) = (self.project, self.at, self.wanted.clone());
        let mut page = self.engine.store.read(move |snap| store::streams::page(snap, project, at, &wanted)).await?;
        if let Some(room) = left.map(|(messages, _)| messages).filter(|room| page.messages.len() > *room) {
            page.messages.truncate(room);
            page.last = false;
            page.reached = page.messages.last().map_or(at, |message| message.position);
        }
        self.stored = Some(Stored {
            left: left
                .map(|(room, looks)| (room.saturating_sub(page.messages.len()), looks.saturating_sub(page.looked))),
            messages: page.messages.into(),
            reached: Some(page.reached),
            last: page.last,
        });
        Ok(None)
    }
}

/// Watches the delivery queue for an operator.
#[derive(Debug)]
pub struct QueueWatch {
    seen: (i64, usize),
}

impl QueueWatch {
    /// A watch for a superadmin who wants to know.
    pub async fn of(engine: &Engine, actor: &Actor, wanted: &Wanted) -> Result<Option<QueueWatch>> {
        let Who::User { id, .. } = actor.who else { return Ok(None) };
        if !wanted.takes(Kind::Queued) {
            return Ok(None);
        }
        let keys = engine.keys.clone();
        let user = engine.store.read(move |snap| store::users::find(snap, &keys, id)).await?;
        let is_superadmin = user.is_some_and(|user| user.role == UserRole::Superadmin);
        Ok(is_superadmin.then(|| QueueWatch { seen: QueueWatch::now(engine) }))
    }

    /// What to tell if it changed since it was last looked. To be asked once a second.
    pub fn look(&mut self, engine: &Engine) -> Option<Message> {
        let now = QueueWatch::now(engine);
        if std::mem::replace(&mut self.seen, now) == now {
            return None;
        }
        let (pending, in_flight) = now;
        let data = format!("{{\"queue\":\"delivery\",\"pending\":{pending},\"in_flight\":{in_flight}}}");
        Some(Message::note(Kind::Queued, None, &data))
    }

    fn now(engine: &Engine) -> (i64, usize) {
        (engine.directory.pending(), engine.dispatch.in_flight())
    }
}

/// Watches whether the caller of a stream may still read it. Changes of keys and projects are
/// noticed in memory; sessions are looked up.
#[derive(Debug)]
pub struct Watch {
    actor: Actor,
    access: Access,
    /// Changes of rights when it was last looked.
    seen: Option<u64>,
}

impl Watch {
    pub fn new(actor: &Actor, access: Access) -> Watch {
        Watch { actor: actor.clone(), access, seen: None }
    }

    /// Whether the stream may go on. To be asked once a second.
    pub async fn allows(&mut self, engine: &Engine) -> bool {
        let changes = engine.access.keys.changes() + engine.directory.changes();
        let by_key = matches!(self.actor.who, Who::Key { .. });
        if by_key && self.seen == Some(changes) {
            return true;
        }
        match self.look(engine).await {
            Ok(allowed) => {
                self.seen = Some(changes);
                allowed
            }
            // Not known now, so it is looked again.
            Err(e) => {
                tracing::debug!(error = ?e, "the caller of a stream could not be checked");
                true
            }
        }
    }

    async fn look(&self, engine: &Engine) -> Result<bool> {
        let (who, project, access) = (self.actor.who.clone(), self.actor.project, self.access);
        let key = match who {
            // No stream is opened with the token of a portal.
            Who::Embed { .. } => return Ok(false),
            Who::System => return Ok(true),
            Who::User { id, session, .. } => {
                let read = engine.store.read(move |snap| {
                    let live = store::sessions::find_live(snap, session, Timestamp::now())?;
                    let role = store::projects::role_of(snap, project, id)?;
                    Ok(live.is_some() && role.is_some_and(|role| access.check_role(role).is_ok()))
                });
                return read.await;
            }
            Who::Key { id, rotated_at, .. } => {
                let read = engine.store.read(move |snap| store::api_keys::find_usable_id(snap, id));
                read.await?.filter(|key| key.rotated_at == rotated_at)
            }
        };
        let Some(key) = key.filter(|key| access.check_key(&key.scopes).is_ok()) else { return Ok(false) };
        let view = engine.project(project).await?;
        Ok(key.allowed_ips.allows(self.actor.ip) && view.allowed_ips.allows(self.actor.ip))
    }
}

#[cfg(test)]
mod tests;
