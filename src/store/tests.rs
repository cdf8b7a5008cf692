//! The driver on a real file: shared commits, independent failures, hooks after the commit.

use super::*;
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
    assert_eq!(late.expect_err("closed").kind(), crate::base::Kind::Unavailable);
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
