//! The bus of live messages: a bounded ring per project that all its readers share. A reader that
//! falls behind finds its place gone and reads on from storage; nobody waits for it, and it costs
//! no memory. Where nobody listens, asking so is all that happens.

use crate::base::{Error, Kind, Result};
use crate::domain::project::ProjectId;
use crate::domain::stream::Message;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
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
    /// Listeners of all projects.
    listeners: Arc<AtomicUsize>,
}

/// The streams of one project.
#[derive(Debug, Default)]
struct Channel {
    seats: AtomicUsize,
    listeners: AtomicUsize,
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
        if newest.is_some_and(|newest| newest >= message.position) {
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
}

impl Bus {
    /// Whether anybody would get a message of this project. True as soon as a listener exists, so a
    /// write that begins after that is told of.
    pub fn has_listeners(&self, project: ProjectId) -> bool {
        self.listeners.load(Ordering::Relaxed) > 0
            && self.channel(project).is_some_and(|channel| channel.listeners.load(Ordering::Relaxed) > 0)
    }

    /// Gives a message to all listeners of a project. To be called in the order of commits.
    pub fn publish(&self, project: ProjectId, message: Message) {
        let Some(channel) = self.channel(project) else { return };
        if channel.listeners.load(Ordering::Relaxed) > 0 {
            channel.ring().push(Arc::new(message));
            channel.arrived.notify_waiters();
        }
    }

    /// A place for one more stream of a project; 429 when `limit` of them are open.
    pub fn sit(&self, project: ProjectId, limit: usize) -> Result<Seat> {
        let mut channels = self.channels.write().unwrap_or_else(PoisonError::into_inner);
        // A channel without seats is left behind by the last of them: it may go now.
        channels.retain(|id, channel| *id == project || channel.seats.load(Ordering::Relaxed) > 0);
        let channel = channels.entry(project).or_default();
        if channel.seats.load(Ordering::Relaxed) >= limit {
            return Err(Error::new(Kind::RateLimited, "Too many open streams for this project"));
        }
        channel.seats.fetch_add(1, Ordering::Relaxed);
        Ok(Seat { channel: channel.clone(), all: self.listeners.clone() })
    }

    fn channel(&self, project: ProjectId) -> Option<Arc<Channel>> {
        self.channels.read().unwrap_or_else(PoisonError::into_inner).get(&project).cloned()
    }
}

/// The place of one open stream.
#[derive(Debug)]
pub struct Seat {
    channel: Arc<Channel>,
    all: Arc<AtomicUsize>,
}

impl Seat {
    /// Begins to hold messages for a reader, from the next one on.
    pub fn listen(&self) -> Listener {
        self.all.fetch_add(1, Ordering::Relaxed);
        self.channel.listeners.fetch_add(1, Ordering::Relaxed);
        let next = self.channel.ring().end();
        Listener { channel: self.channel.clone(), all: self.all.clone(), next, woken: Instant::now() }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.channel.seats.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A reader of the ring and where it stands.
#[derive(Debug)]
pub struct Listener {
    channel: Arc<Channel>,
    all: Arc<AtomicUsize>,
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
                Taken::Behind => return None,
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
        self.all.fetch_sub(1, Ordering::Relaxed);
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
            correlation_id: None,
        })
    }

    #[test]
    fn readers_share_a_ring_and_the_slow_one_is_told() {
        let (bus, ids) = (Bus::default(), IdSource::default());
        let project = ids.next();
        assert!(!bus.has_listeners(project));
        let (one, two) = (bus.sit(project, 2).expect("room"), bus.sit(project, 2).expect("room"));
        assert_eq!(bus.sit(project, 2).expect_err("full").message(), "Too many open streams for this project");
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
        let next = bus.sit(ids.next(), 1).expect("room");
        assert_eq!(bus.channels.read().expect("lock").len(), 1, "what nobody uses goes");
        drop(next);
    }
}
