//! The database behind typed functions. Writes go through one thread that shares commits, reads
//! through a small pool. No business decision is taken here, and HTTP is unknown.

pub mod addresses;
pub mod admin;
pub mod alerts;
pub mod analytics;
pub mod api_keys;
pub mod audit;
pub mod batches;
pub mod breach;
pub mod catalogues;
pub mod channels;
pub mod consents;
pub mod copy;
pub mod counters;
pub mod dead_letters;
pub mod deliveries;
pub mod embed;
pub mod erasure;
pub mod events;
pub mod export;
pub mod gauges;
pub mod inbound;
pub mod ingested;
mod inspect;
pub mod intake;
pub mod job_runs;
pub mod jobs;
pub mod letters;
pub mod lockout;
pub mod members;
pub mod meta;
pub mod mfa;
mod migrate;
pub mod notifications;
pub mod one_time;
pub mod pipelines;
pub mod privacy;
pub mod profiles;
pub mod projects;
pub mod purges;
pub mod queue;
pub mod replays;
pub mod retention;
pub mod rotation;
pub mod sandbox;
mod scan;
pub mod schemas;
mod sealed;
pub mod sent_log;
pub mod sessions;
pub mod sources;
pub mod sql;
mod sqlite;
pub mod streams;
pub mod tasks;
pub mod uptime;
pub mod users;
pub mod webhooks;

pub use inspect::{Inspection, inspect};
pub use sealed::{email_hash, ip_hash};
pub use sql::{Row, Snapshot, Tx};
pub use sqlite::Options;

use crate::base::{Error, Result};
use rusqlite::Connection;
use sqlite::{Finish, Op, Ran, Run};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod tests;

/// Operations waiting for the writer at most; beyond, callers wait and then hear "unavailable".
const QUEUE: usize = 4096;
const QUEUE_WAIT: Duration = Duration::from_secs(5);
const READERS: usize = 4;

/// What a read does on its connection; it answers with a `Result` of the type it is asked for.
type Look = Box<dyn FnOnce(&mut Connection) -> Box<dyn Any + Send> + Send>;

/// What the writer does after the commit of an operation.
enum Then {
    Nothing,
    Stop,
    EmptyLog(oneshot::Sender<bool>),
}

/// The open database.
#[derive(Debug)]
pub struct Store {
    queue: mpsc::Sender<Op>,
    readers: deadpool_sqlite::Pool,
    broken: CancellationToken,
    /// Microseconds that the first operation of the last group waited.
    waited: Arc<AtomicU64>,
    stopped: tokio::sync::Mutex<Option<std::thread::JoinHandle<()>>>,
    runtime: tokio::runtime::Handle,
}

impl Drop for Store {
    /// The last holder may be an operation on the writer's own thread, and connections of the pool
    /// end on a runtime.
    fn drop(&mut self) {
        let _entered = self.runtime.enter();
        self.readers.close();
    }
}

impl Store {
    /// Opens (or creates) the database and migrates it; `boot` then runs in one transaction
    /// before anything else can, to repair what a kill left. Needs a tokio runtime.
    pub fn open<T>(options: &Options, boot: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<(Store, T)> {
        let conn = sqlite::open_writer(options)?;
        let booted = sqlite::once(&conn, boot)?;
        let readers = sqlite::read_pool(&options.path, READERS)?;
        let (queue, ops) = mpsc::channel(QUEUE);
        let (done, finished) = mpsc::unbounded_channel();
        let broken = CancellationToken::new();
        let (token, waited) = (broken.clone(), Arc::<AtomicU64>::default());
        let wait = waited.clone();
        let writer = move || sqlite::writer(conn, ops, done, &wait, token);
        let thread = std::thread::Builder::new().name("writer".into()).spawn(writer)?;
        tokio::spawn(announce(finished));
        let (stopped, runtime) = (tokio::sync::Mutex::new(Some(thread)), tokio::runtime::Handle::current());
        Ok((Store { queue, readers, broken, waited, stopped, runtime }, booted))
    }

    /// Runs a read on one consistent state, on a blocking thread.
    pub async fn read<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Snapshot<'_>) -> Result<T> + Send + 'static,
    {
        let look = move |conn: &mut Connection| -> Box<dyn Any + Send> {
            let seen = conn.transaction().map_err(Error::from).and_then(|tx| f(&Snapshot(&tx)));
            Box::new(seen)
        };
        let seen = self.look(Box::new(look)).await?.downcast::<Result<T>>();
        *seen.map_err(|_| Error::internal("a read answered something else"))?
    }

    /// The part of a read that is one for all types: a blocking task for each would be a megabyte.
    async fn look(&self, look: Look) -> Result<Box<dyn Any + Send>> {
        let conn = self.readers.get().await.map_err(|e| Error::unavailable().because(e))?;
        conn.interact(look).await.map_err(|e| Error::internal(e.to_string()))
    }

    /// Runs a write in a savepoint of its own: when it fails, only its writes go. Returns after
    /// the commit is durable.
    pub async fn write<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(true, Then::Nothing, f).await
    }

    /// As [`Store::write`] without the savepoint, a third cheaper. For hot paths that can fail
    /// only before their first change; breaking that rule fails the whole group.
    pub async fn append<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(false, Then::Nothing, f).await
    }

    /// Empties the log, so that nothing deleted is left in it. False when a long read was in the
    /// way: to be tried again.
    pub async fn empty_log(&self) -> Result<bool> {
        let (tell, told) = oneshot::channel();
        self.submit(false, Then::EmptyLog(tell), |_| Ok(())).await?;
        told.await.map_err(|_| Error::unavailable())
    }

    async fn submit<T, F>(&self, isolated: bool, then: Then, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let run = move |tx: &Tx<'_>| {
            let result = f(tx);
            let failed = result.as_ref().err().map(Error::kind);
            let reply = move |committed: bool| {
                let result = if committed || failed.is_some() { result } else { Err(Error::unavailable()) };
                let _ = tell.send(result);
            };
            Ran { failed, reply: Box::new(reply) }
        };
        self.enqueue(isolated, then, Box::new(run)).await?;
        told.await.map_err(|_| Error::unavailable())?
    }

    /// Hands an operation to the writer; as [`Store::look`], one for all types.
    async fn enqueue(&self, isolated: bool, then: Then, run: Run) -> Result<()> {
        let (stop, truncate) = match then {
            Then::Nothing => (false, None),
            Then::Stop => (true, None),
            Then::EmptyLog(tell) => (false, Some(tell)),
        };
        let op = Op { isolated, stop, truncate, queued: Instant::now(), run };
        match self.queue.try_send(op) {
            Err(mpsc::error::TrySendError::Full(op)) => {
                self.queue.send_timeout(op, QUEUE_WAIT).await.map_err(|_| Error::unavailable())
            }
            _ => Ok(()),
        }
    }

    /// Resolves when the disk failed and the process has to stop.
    pub async fn broken(&self) {
        self.broken.cancelled().await;
    }

    /// How long a write waited for its turn of late.
    pub fn write_wait(&self) -> Duration {
        Duration::from_micros(self.waited.load(Ordering::Relaxed))
    }

    pub fn is_broken(&self) -> bool {
        self.broken.is_cancelled()
    }

    /// Commits what is queued, checkpoints and closes. Later writes hear "unavailable".
    pub async fn close(&self) {
        let _ = self.submit(false, Then::Stop, |_| Ok(())).await;
        self.readers.close();
        if let Some(thread) = self.stopped.lock().await.take() {
            let _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }
}

/// Runs what follows each commit. Being on the runtime, it wakes its tasks without crossing
/// threads once an operation.
async fn announce(mut finished: mpsc::UnboundedReceiver<Finish>) {
    while let Some(finish) = finished.recv().await {
        for hook in finish {
            // One that panics must not keep all later callers from hearing of their commits.
            let _ = catch_unwind(AssertUnwindSafe(hook));
        }
    }
}
