//! The driver on a real file: shared commits, independent failures, hooks after the commit.

use super::*;
use crate::base::Kind;
use crate::params;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn open(dir: &tempfile::TempDir) -> Store {
    let options = Options { path: dir.path().join("t.db"), full_sync: false, cache_mb: 4 };
    let make = |tx: &Tx<'_>| tx.exec("CREATE TABLE IF NOT EXISTS t (id BIGINT NOT NULL PRIMARY KEY, v TEXT)", &[]);
    Store::open(&options, make).expect("opens").0
}

async fn count(store: &Store) -> i64 {
    store.read(|s| s.one("SELECT COUNT(*) FROM t", &[], |r| r.int(0))).await.expect("counts")
}

#[tokio::test]
async fn a_failed_operation_never_harms_its_neighbours() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Arc::new(open(&dir));
    let hooks = Arc::new(AtomicUsize::new(0));
    let all: Vec<_> = (0..200i64)
        .map(|i| {
            let (store, hooks) = (store.clone(), hooks.clone());
            tokio::spawn(async move {
                let write = store.write(move |tx| {
                    tx.exec("INSERT INTO t (id, v) VALUES (?1, ?2)", params![i, "x"])?;
                    tx.after_commit(move || {
                        let _ = hooks.fetch_add(1, Ordering::SeqCst);
                    });
                    if i % 3 == 0 { Err(Error::not_found("Thing")) } else { Ok(i) }
                });
                write.await.is_ok()
            })
        })
        .collect();
    let mut good = 0;
    for task in all {
        good += usize::from(task.await.expect("joins"));
    }
    assert_eq!(good, 133);
    assert_eq!(count(&store).await, 133);
    assert_eq!(hooks.load(Ordering::SeqCst), 133);
}

#[tokio::test]
async fn hooks_run_before_the_caller_hears() {
    let dir = tempfile::tempdir().expect("dir");
    let store = open(&dir);
    let ran = Arc::new(AtomicUsize::new(0));
    let seen = ran.clone();
    let write = store.append(move |tx| {
        tx.after_commit(move || {
            let _ = seen.fetch_add(1, Ordering::SeqCst);
        });
        tx.exec("INSERT INTO t (id, v) VALUES (1, 'a')", &[])
    });
    write.await.expect("writes");
    assert_eq!(ran.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn closing_keeps_what_was_accepted_and_refuses_the_rest() {
    let dir = tempfile::tempdir().expect("dir");
    let store = open(&dir);
    store.append(|tx| tx.exec("INSERT INTO t (id, v) VALUES (1, 'a')", &[])).await.expect("writes");
    store.close().await;
    let late = store.append(|tx| tx.exec("INSERT INTO t (id, v) VALUES (2, 'b')", &[])).await;
    assert_eq!(late.expect_err("closed").kind(), Kind::Unavailable);
    assert_eq!(count(&open(&dir)).await, 1);
}

#[tokio::test]
async fn a_changed_migration_is_refused() {
    let dir = tempfile::tempdir().expect("dir");
    open(&dir).close().await;
    let conn = rusqlite::Connection::open(dir.path().join("t.db")).expect("opens");
    conn.execute("UPDATE refinery_schema_history SET checksum = '1' WHERE version = 2", []).expect("updates");
    drop(conn);
    let options = Options { path: dir.path().join("t.db"), full_sync: false, cache_mb: 4 };
    assert!(Store::open(&options, |_| Ok(())).is_err());
}

/// Queues operations behind one that holds the writer, so that they share its commit.
async fn together<T>(store: &Store, queued: impl Future<Output = T>) -> T {
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let (began, begun) = tokio::sync::oneshot::channel();
    let first = store.append(move |_| {
        let _ = began.send(());
        let _ = wait.recv();
        Ok(())
    });
    let rest = async {
        begun.await.expect("begins");
        let mut queued = std::pin::pin!(queued);
        let polled = std::future::poll_fn(|cx| std::task::Poll::Ready(queued.as_mut().poll(cx))).await;
        assert!(polled.is_pending(), "they wait for the writer");
        go.send(()).expect("goes on");
        queued.await
    };
    tokio::join!(first, rest).1
}

fn insert(id: i64, bytes: usize) -> impl FnOnce(&Tx<'_>) -> Result<()> + Send + 'static {
    move |tx| tx.exec("INSERT INTO t (id, v) VALUES (?1, ?2)", params![id, &"x".repeat(bytes)]).map(drop)
}

fn limit_pages(limit: i64) -> impl FnOnce(&Tx<'_>) -> Result<()> + Send + 'static {
    move |tx| tx.one(&format!("PRAGMA max_page_count = {limit}"), &[], |r| r.int(0)).map(drop)
}

#[tokio::test]
async fn a_full_disk_in_the_middle_of_a_group_refuses_all_of_it_and_nothing_else() {
    let dir = tempfile::tempdir().expect("dir");
    let store = open(&dir);
    store.append(insert(1, 10)).await.expect("writes");
    store.append(limit_pages(1)).await.expect("limits");
    let all = async {
        tokio::join!(
            store.append(insert(2, 10)),
            store.write(insert(3, 1 << 20)),
            store.append(insert(4, 10)),
            store.write(insert(5, 10)),
        )
    };
    let (a, b, c, d) = together(&store, all).await;
    for refused in [a, b, c, d] {
        assert_eq!(refused.expect_err("full").kind(), Kind::Unavailable);
    }
    assert_eq!(count(&store).await, 1, "what was refused is not there");
    assert!(!store.is_broken());
    store.append(limit_pages(1 << 30)).await.expect("room again");
    store.append(insert(6, 1 << 20)).await.expect("writes again");
    assert_eq!(count(&store).await, 2);
}

#[tokio::test]
async fn an_unguarded_failure_refuses_its_group_and_the_next_one_goes_on() {
    let dir = tempfile::tempdir().expect("dir");
    let store = open(&dir);
    let half = |tx: &Tx<'_>| insert(1, 1)(tx).and(Err::<(), _>(Error::internal("late")));
    let all = async { tokio::join!(store.append(insert(2, 1)), store.append(half), store.append(insert(3, 1))) };
    let (before, failed, after) = together(&store, all).await;
    assert!(before.is_err() && failed.is_err() && after.is_err());
    store.append(insert(4, 1)).await.expect("goes on");
    assert_eq!((count(&store).await, store.is_broken()), (1, false));
}

#[tokio::test]
async fn a_panic_costs_only_its_own_operation() {
    let dir = tempfile::tempdir().expect("dir");
    let store = open(&dir);
    let bad = |tx: &Tx<'_>| -> Result<()> {
        insert(1, 1)(tx)?;
        panic!("on purpose");
    };
    let all = async { tokio::join!(store.write(insert(2, 1)), store.write(bad), store.write(insert(3, 1))) };
    let (before, failed, after) = together(&store, all).await;
    before.and(after).expect("neighbours");
    assert_eq!(failed.expect_err("panics").kind(), Kind::Unavailable);
    let write = store.append(|tx| {
        tx.after_commit(|| panic!("on purpose"));
        Ok(())
    });
    write.await.expect("written");
    store.append(insert(4, 1)).await.expect("told");
    assert_eq!((count(&store).await, store.is_broken()), (3, false));
}
