//! The SQLite driver: one writer thread that shares commits, and a pool of read-only connections.

use super::counters::{self, Counter};
use super::sql::{Hook, Snapshot, Tx};
use super::{copy, migrate};
use crate::base::{Error, Kind, Result};
use rusqlite::{Connection, OpenFlags};
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// Where the data is and how it is kept.
#[derive(Debug, Clone)]
pub struct Options {
    pub path: PathBuf,
    /// `synchronous=FULL`: an answer means that the disk has it. Otherwise NORMAL.
    pub full_sync: bool,
    /// Page cache of the writer in MiB.
    pub cache_mb: u32,
}

/// What an operation leaves behind for the moment after the commit.
pub(super) struct Ran {
    /// Set when the operation failed and its writes must go.
    pub failed: Option<Kind>,
    /// Tells the caller; the argument says whether the commit succeeded.
    pub reply: Reply,
}

pub(super) type Run = Box<dyn for<'t> FnOnce(&Tx<'t>) -> Ran + Send>;

pub(super) struct Op {
    /// With a savepoint of its own: it may fail after it has written.
    pub isolated: bool,
    /// The last one: the writer ends after its commit.
    pub stop: bool,
    /// Wants the log emptied after the commit, and to hear whether it is.
    pub truncate: Option<oneshot::Sender<bool>>,
    pub queued: Instant,
    pub run: Run,
}

/// Runs the first transaction of a start, before the writer thread exists.
pub(super) fn once<T>(conn: &Connection, boot: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
    let counters = RefCell::default();
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let tx = Tx { snapshot: Snapshot(conn), hooks: RefCell::default(), counters: &counters };
    let booted = boot(&tx)?;
    counters::flush(&tx.snapshot, &mut counters.borrow_mut())?;
    conn.execute_batch("COMMIT")?;
    Ok(booted)
}

/// What happens after one commit, in order.
pub(super) type Finish = Vec<Hook>;

/// Operations that share a commit at most; keeps the wait of the first one short.
const GROUP: usize = 512;
/// How long the writer waits for others, and when it empties the log.
const BUSY: Duration = Duration::from_secs(5);
const EMPTYING: Duration = Duration::from_millis(100);
/// The log is copied into the database when it has grown past this many pages (64 MiB).
const CHECKPOINT_PAGES: i32 = 16_384;

thread_local! {
    static WAL_PAGES: Cell<i32> = const { Cell::new(0) };
}

pub(super) fn open_writer(options: &Options) -> Result<Connection> {
    let mut conn = Connection::open(&options.path)?;
    conn.execute_batch("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = ON;")?;
    let _: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    let sync = if options.full_sync { "FULL" } else { "NORMAL" };
    conn.execute_batch(&format!(
        "PRAGMA synchronous = {sync}; PRAGMA cache_size = -{}; PRAGMA temp_store = MEMORY;",
        i64::from(options.cache_mb) * 1024
    ))?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(512);
    migrate::run(&mut conn)?;
    conn.wal_hook(Some(|_, pages| {
        WAL_PAGES.set(pages);
        Ok(())
    }));
    Ok(conn)
}

/// A connection that cannot write, for a look from outside.
pub(super) fn open_reader(path: &Path) -> Result<Connection> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    // Nobody writes where there is no log; being told so, SQLite does not make one to leave behind.
    let calm = if Path::new(&log).exists() { "" } else { "&immutable=1" };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(format!("file:{escaped}?mode=ro{calm}"), flags)?;
    conn.execute_batch("PRAGMA query_only = 1; PRAGMA busy_timeout = 5000;")?;
    Ok(conn)
}

pub(super) fn read_pool(path: &Path, size: usize) -> Result<deadpool_sqlite::Pool> {
    use deadpool_sqlite::{Config, Hook, HookError, Runtime};
    let prepare = Hook::async_fn(|conn, _| {
        Box::pin(async move {
            let set_up = |c: &mut Connection| {
                c.set_prepared_statement_cache_capacity(128);
                c.execute_batch("PRAGMA query_only = 1; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4096;")
            };
            let done = conn.interact(set_up).await.map_err(|e| HookError::message(e.to_string()))?;
            done.map_err(|e| HookError::message(e.to_string()))
        })
    });
    let builder = Config::new(path).builder(Runtime::Tokio1).map_err(Error::internal)?;
    builder.max_size(size).post_create(prepare).build().map_err(Error::internal)
}

/// The writer thread: takes what is queued, runs it in one transaction, commits once, tells all.
/// Nothing waits on a timer: a lone operation commits alone, a crowd shares.
pub(super) fn writer(
    conn: Connection,
    mut queue: mpsc::Receiver<Op>,
    done: mpsc::UnboundedSender<Finish>,
    waited: &AtomicU64,
    broken: CancellationToken,
) {
    let log = RefCell::new(Vec::new());
    while let Some(first) = queue.blocking_recv() {
        waited.store(first.queued.elapsed().as_micros() as u64, Ordering::Relaxed);
        let Group { replies, outcome, stop, truncate } = group(&conn, first, &mut queue, &log);
        let committed = outcome.is_ok();
        if let Err(e) = outcome {
            let _ = conn.execute_batch("ROLLBACK");
            log.borrow_mut().clear();
            tracing::error!(error = ?e, "commit failed");
            if e.kind() != Kind::Unavailable {
                // After a failed write or fsync nobody knows what the disk holds: stop, let the
                // next start read it afresh.
                broken.cancel();
            }
        }
        let finish = replies.into_iter().flat_map(|(hooks, reply)| {
            let tell: Hook = Box::new(move || reply(committed));
            hooks.into_iter().filter(move |_| committed).chain(std::iter::once(tell))
        });
        let _ = done.send(finish.collect());
        if !truncate.is_empty() && committed {
            let emptied = empty_log(&conn);
            for tell in truncate {
                let _ = tell.send(emptied);
            }
        } else if WAL_PAGES.get() > CHECKPOINT_PAGES {
            checkpoint(&conn, "PASSIVE");
        }
        if stop || broken.is_cancelled() {
            break;
        }
    }
    if !broken.is_cancelled() {
        checkpoint(&conn, "TRUNCATE");
    }
}

pub(super) type Reply = Box<dyn FnOnce(bool) + Send>;

/// Operations that shared a commit.
struct Group {
    replies: Vec<(Vec<Hook>, Reply)>,
    outcome: Result<()>,
    stop: bool,
    truncate: Vec<oneshot::Sender<bool>>,
}

fn group(conn: &Connection, first: Op, queue: &mut mpsc::Receiver<Op>, log: &RefCell<Vec<(Counter, i64)>>) -> Group {
    let (mut replies, mut taken, mut stop, mut truncate) = (Vec::new(), 0, false, Vec::new());
    let mut outcome = exec(conn, "BEGIN IMMEDIATE");
    let mut next = Some(first);
    while let Some(mut op) = next {
        stop |= op.stop;
        truncate.extend(op.truncate.take());
        taken += 1;
        // Without its transaction each statement would commit by itself: what is left of the group
        // is dropped unrun, and its callers hear "unavailable".
        if outcome.is_ok() {
            match run(conn, op, log) {
                Ok(reply) => replies.extend(reply),
                Err(e) => outcome = Err(e),
            }
        }
        next = if taken < GROUP && !stop { queue.try_recv().ok() } else { None };
    }
    let outcome = outcome
        .and_then(|()| counters::flush(&Snapshot(conn), &mut log.borrow_mut()))
        .and_then(|()| exec(conn, "COMMIT"));
    Group { replies, outcome, stop, truncate }
}

/// Runs one operation of a group. The error says that the whole transaction is lost; a panic is a
/// failure of this operation alone, and its caller hears nothing but "unavailable".
fn run(conn: &Connection, op: Op, log: &RefCell<Vec<(Counter, i64)>>) -> Result<Option<(Vec<Hook>, Reply)>> {
    let mark = log.borrow().len();
    let before = conn.total_changes();
    if op.isolated {
        exec(conn, "SAVEPOINT op")?;
    }
    let tx = Tx { snapshot: Snapshot(conn), hooks: RefCell::default(), counters: log };
    let ran = catch_unwind(AssertUnwindSafe(|| (op.run)(&tx)));
    let mut hooks = tx.hooks.into_inner();
    let (failed, reply) = match ran {
        Ok(Ran { failed, reply }) => (failed, Some(reply)),
        Err(_) => (Some(Kind::Internal), None),
    };
    // A full disk, or a broken one, in the middle of a statement takes the transaction with it.
    if conn.is_autocommit() {
        let full = failed == Some(Kind::Unavailable);
        return Err(if full { Error::unavailable() } else { Error::internal("the transaction is lost") });
    }
    if failed.is_some() {
        hooks.clear();
        log.borrow_mut().truncate(mark);
        if op.isolated {
            exec(conn, "ROLLBACK TO op")?;
        } else if conn.total_changes() != before {
            return Err(Error::unavailable().because("an unguarded operation failed after it had written"));
        }
    }
    if op.isolated {
        exec(conn, "RELEASE op")?;
    }
    Ok(reply.map(|reply| (hooks, reply)))
}

fn exec(conn: &Connection, sql: &str) -> Result<()> {
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Copies the log into the database; false when readers kept it from being copied whole.
fn checkpoint(conn: &Connection, mode: &str) -> bool {
    let ran = conn.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| row.get::<_, i64>(0));
    match &ran {
        Ok(_) => WAL_PAGES.set(0),
        Err(e) => tracing::warn!(error = %e, "checkpoint failed"),
    }
    ran.is_ok_and(|busy| busy == 0)
}

/// Leaves nothing in the log of what was deleted. Writes wait for it, so readers that are in its
/// way are not waited for as long as usual.
fn empty_log(conn: &Connection) -> bool {
    // A copy that is being made would be in the way for longer than anybody is to wait.
    if copy::is_under_way(conn) {
        return false;
    }
    let patience = |time: Duration| conn.busy_timeout(time).is_ok();
    let emptied = patience(EMPTYING) && checkpoint(conn, "TRUNCATE");
    patience(BUSY) && emptied
}
