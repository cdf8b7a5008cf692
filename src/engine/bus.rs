//! The bus of live messages: a bounded ring per project that all its readers share. A reader that
//! falls behind finds its place gone and reads on from storage; nobody waits for it, and it costs
//! no memory. Where nobody listens, asking so is all that happens.

use crate::base::{Error, Kind, Result};
use crate::domain::account::UserId;
use crate::domain::project::ProjectId;
use crate::domain::stream::Message;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// What a ring holds at most, in messages and in bytes.
const MESSAGES: usize = 1024;
const BYTES: usize = 4 << 20;
/// A reader wakes no more often than this, and then takes all there is: when messages come thick
/// and fast, a write to its connection carries several. One that comes alone is not held back.
const PACE: Duration = Duration::from_millis(5);

/// The open streams of all projects.
#[derive(Debug, Default)]
pub struct Bus {
    channels: RwLock<HashMap<ProjectId, Arc<Channel>>>,
    totals: Arc<Totals>,
}

/// Numbers of all projects.
#[derive(Debug, Default)]
struct Totals {
    listeners: AtomicUsize,
    /// Open streams of each protocol.
    open: [AtomicUsize; 2],
    /// How often a reader fell behind.
    overflows: AtomicU64,
}

/// How a stream is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Sse,
    Socket,
}

impl Protocol {
    pub const ALL: [Protocol; 2] = [Protocol::Sse, Protocol::Socket];

    pub const fn as_str(self) -> &'static str {
        match self {
            Protocol::Sse => "sse",
            Protocol::Socket => "websocket",
        }
    }
}

/// The streams of one project.
#[derive(Debug, Default)]
struct Channel {
    seats: AtomicUsize,
    listeners: AtomicUsize,
    /// Who reads as a user, once for each stream.
    users: Mutex<Vec<UserId>>,
    ring: Mutex<Ring>,
    arrived: Notify,
}

#[derive(Debug, Default)]
struct Ring {
    /// The number of the first message held; numbers rise by one a message.
    first: u64,
    messages: VecDeque<Arc<Message>>,
    bytes: usize,
}

impl Ring {
    fn end(&self) -> u64 {
        self.first + self.messages.len() as u64
    }

    fn push(&mut self, message: Arc<Message>) {
        let newest = self.messages.back().map(|last| last.position);
        if message.kind.is_stored() && newest.is_some_and(|newest| newest >= message.position) {
            // Readers leave out what lies before the place they have reached.
            tracing::error!(position = %message.position, "a message came out of the order of commits");
            debug_assert!(false, "ids of events are given by the write that stores them");
        }
        self.bytes += message.weight();
        self.messages.push_back(message);
        while self.messages.len() > MESSAGES || (self.bytes > BYTES && self.messages.len() > 1) {
            self.drop_first();
        }
    }

    fn drop_first(&mut self) {
        if let Some(message) = self.messages.pop_front() {
            self.bytes -= message.weight();
            self.first += 1;
        }
    }
}

impl Channel {
    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn users(&self) -> MutexGuard<'_, Vec<UserId>> {
        self.users.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, message: Arc<Message>) {
        if self.listeners.load(Ordering::Relaxed) > 0 {
            self.ring().push(message);
            self.arrived.notify_waiters();
        }
    }
}

impl Bus {
    /// Whether anybody would get a message of this project. True as soon as a listener exists, so a
    /// write that begins after that is told of.
    pub fn has_listeners(&self, project: ProjectId) -> bool {
        self.totals.listeners.load(Ordering::Relaxed) > 0
            && self.channel(project).is_some_and(|channel| channel.listeners.load(Ordering::Relaxed) > 0)
    }

    /// Gives a message to all listeners of a project. To be called in the order of commits.
    pub fn publish(&self, project: ProjectId, message: Message) {
        if let Some(channel) = self.channel(project) {
            channel.push(Arc::new(message));
        }
    }

    /// Whether a user would get a message.
    pub fn has_user(&self, user: UserId) -> bool {
        self.totals.listeners.load(Ordering::Relaxed) > 0
            && self.channels().values().any(|channel| channel.users().contains(&user))
    }

    /// Gives a message to all streams that a user reads, of whatever project.
    pub fn publish_to(&self, user: UserId, message: Message) {
        let message = Arc::new(message);
        for channel in self.channels().values().filter(|channel| channel.users().contains(&user)) {
            channel.push(message.clone());
        }
    }

    /// A place for one more stream of a project, read by a key or as `user`; 429 when `limit` of
    /// them are open.
    pub fn sit(&self, project: ProjectId, limit: usize, protocol: Protocol, user: Option<UserId>) -> Result<Seat> {
        let mut channels = self.channels.write().unwrap_or_else(PoisonError::into_inner);
        // A channel without seats is left behind by the last of them: it may go now.
        channels.retain(|id, channel| *id == project || channel.seats.load(Ordering::Relaxed) > 0);
        let channel = channels.entry(project).or_default();
        if channel.seats.load(Ordering::Relaxed) >= limit {
            return Err(Error::new(Kind::RateLimited, "Too many open streams for this project"));
        }
        channel.seats.fetch_add(1, Ordering::Relaxed);
        channel.users().extend(user);
        self.totals.open[protocol as usize].fetch_add(1, Ordering::Relaxed);
        Ok(Seat { channel: channel.clone(), totals: self.totals.clone(), protocol, user })
    }

    /// Open streams.
    pub fn open(&self, protocol: Protocol) -> usize {
        self.totals.open[protocol as usize].load(Ordering::Relaxed)
    }

    /// How often a reader was so slow that it had to go on from storage.
    pub fn overflows(&self) -> u64 {
        self.totals.overflows.load(Ordering::Relaxed)
    }

    fn channels(&self) -> RwLockReadGuard<'_, HashMap<ProjectId, Arc<Channel>>> {
        self.channels.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn channel(&self, project: ProjectId) -> Option<Arc<Channel>> {
        self.channels().get(&project).cloned()
    }
}

/// The place of one open stream.
#[derive(Debug)]
pub struct Seat {
    channel: Arc<Channel>,
    totals: Arc<Totals>,
    protocol: Protocol,
    user: Option<UserId>,
}

impl Seat {
    /// Begins to hold messages for a reader, from the next one on.
    pub fn listen(&self) -> Listener {
        self.totals.listeners.fetch_add(1, Ordering::Relaxed);
        self.channel.listeners.fetch_add(1, Ordering::Relaxed);
        let next = self.channel.ring().end();
        Listener { channel: self.channel.clone(), totals: self.totals.clone(), next, woken: Instant::now() }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.channel.seats.fetch_sub(1, Ordering::Relaxed);
        self.totals.open[self.protocol as usize].fetch_sub(1, Ordering::Relaxed);
        if let Some(user) = self.user {
            let mut users = self.channel.users();
            if let Some(at) = users.iter().position(|one| *one == user) {
                users.swap_remove(at);
            }
        }
    }
}

/// A reader of the ring and where it stands.
#[derive(Debug)]
pub struct Listener {
    channel: Arc<Channel>,
    totals: Arc<Totals>,
    next: u64,
    woken: Instant,
}

/// What the ring has for a reader.
#[derive(Debug)]
pub enum Taken {
    Message(Arc<Message>),
    Nothing,
    /// The next one is gone already.
    Behind,
}

impl Listener {
    /// The next message, without waiting.
    pub fn take(&mut self) -> Taken {
        let ring = self.channel.ring();
        let Some(at) = self.next.checked_sub(ring.first) else { return Taken::Behind };
        match ring.messages.get(at as usize) {
            Some(message) => {
                self.next += 1;
                Taken::Message(message.clone())
            }
            None => Taken::Nothing,
        }
    }

    /// Leaves out all that is held: what was published so far is to be read from storage.
    pub fn skip(&mut self) {
        self.next = self.channel.ring().end();
    }

    /// The next message that this reader has not seen; `None` when it has fallen behind.
    pub async fn next(&mut self) -> Option<Arc<Message>> {
        let channel = self.channel.clone();
        loop {
            // Listened to before looking: a message between the two would be missed.
            let mut arrived = std::pin::pin!(channel.arrived.notified());
            arrived.as_mut().enable();
            match self.take() {
                Taken::Message(message) => return Some(message),
                Taken::Behind => {
                    self.totals.overflows.fetch_add(1, Ordering::Relaxed);
                    return None;
                }
                Taken::Nothing => {
                    arrived.await;
                    tokio::time::sleep_until(self.woken + PACE).await;
                    self.woken = Instant::now();
                }
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.totals.listeners.fetch_sub(1, Ordering::Relaxed);
        if self.channel.listeners.fetch_sub(1, Ordering::Relaxed) == 1 {
            let mut ring = self.channel.ring();
            while !ring.messages.is_empty() {
                ring.drop_first();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use crate::base::id::IdSource;
    use crate::domain::event::Event;
    use crate::domain::event::PayloadHash;
    use crate::domain::status::Status;

    fn message(ids: &IdSource, payload: usize) -> Message {
        Message::created(&Event {
            id: ids.next(),
            topic: None,
            payload: format!("\"{}\"", "x".repeat(payload)),
            nested: false,
            status: Status::Active,
            deliver_at: None::<Timestamp>,
            waiting: false,
            hash: PayloadHash([0; 32]),
            idempotency_key: None,
            derived_from: None,
            only: None,
            source: None,
            correlation_id: None,
        })
    }

    #[test]
    fn readers_share_a_ring_and_the_slow_one_is_told() {
        let (bus, ids) = (Bus::default(), IdSource::default());
        let project = ids.next();
        assert!(!bus.has_listeners(project));
        let sit = |project| bus.sit(project, 2, Protocol::Sse, None);
        let (one, two) = (sit(project).expect("room"), sit(project).expect("room"));
        assert_eq!(sit(project).expect_err("full").message(), "Too many open streams for this project");
        assert!(!bus.has_listeners(project), "a seat alone listens to nothing");
        let (mut fast, mut slow) = (one.listen(), two.listen());
        assert!(bus.has_listeners(project) && !bus.has_listeners(ids.next()));
        for n in 0..MESSAGES + 1 {
            bus.publish(project, message(&ids, 10));
            assert!(matches!(fast.take(), Taken::Message(_)), "{n}");
        }
        assert!(matches!(fast.take(), Taken::Nothing) && matches!(slow.take(), Taken::Behind));
        slow.skip();
        assert!(matches!(slow.take(), Taken::Nothing));
        for _ in 0..100 {
            bus.publish(project, message(&ids, 100_000));
        }
        let (held, bytes) = {
            let ring = slow.channel.ring();
            (ring.messages.len(), ring.bytes)
        };
        assert!(held < 30 && bytes <= BYTES, "{held} messages of {bytes} bytes");
        drop((fast, slow));
        assert!(!bus.has_listeners(project));
        assert_eq!(one.channel.ring().bytes, 0);
        drop((one, two));
        let next = sit(ids.next()).expect("room");
        assert_eq!(bus.channels().len(), 1, "what nobody uses goes");
        assert_eq!((bus.open(Protocol::Sse), bus.open(Protocol::Socket)), (1, 0));
        drop(next);
    }

    #[test]
    fn users_are_told_wherever_they_read() {
        let (bus, ids) = (Bus::default(), IdSource::default());
        let (ana, eva): (UserId, UserId) = (ids.next(), ids.next());
        let seats = [ana, ana, eva].map(|user| bus.sit(ids.next(), 9, Protocol::Sse, Some(user)).expect("room"));
        let mut listeners = seats.each_ref().map(Seat::listen);
        let note = || Message::note(crate::domain::stream::Kind::Notified, Some(ana), "{}");
        assert!(bus.has_user(ana) && !bus.has_user(ids.next()));
        bus.publish_to(ana, note());
        let told = listeners.each_mut().map(|listener| matches!(listener.take(), Taken::Message(_)));
        assert_eq!(told, [true, true, false]);
        drop((listeners, seats));
        assert!(!bus.has_user(ana));
    }
}
