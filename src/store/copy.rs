//! Copies of a whole database: made while others write to it, and prepared to take its place.

use super::sql::Snapshot;
use super::{Tx, sqlite};
use crate::base::{Error, Kind, Result, Timestamp};
use crate::params;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

/// Pages copied between two looks at whether to go on: 4 MiB.
const PAGES: i32 = 1024;
const BUSY: Duration = Duration::from_millis(5);
/// When a delivery is due that nobody wants to be made by itself: the end of the year 9999.
const NEVER: Timestamp = Timestamp::from_secs(253_402_214_400);

/// Databases that this process is copying.
static UNDER_WAY: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn under_way() -> MutexGuard<'static, Vec<PathBuf>> {
    UNDER_WAY.lock().unwrap_or_else(|e| e.into_inner())
}

fn place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// Notes that a database is being copied, for as long as it is.
struct UnderWay(PathBuf);

impl UnderWay {
    fn begin(from: &Path) -> UnderWay {
        let path = place(from);
        under_way().push(path.clone());
        UnderWay(path)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut all = under_way();
        if let Some(at) = all.iter().position(|path| *path == self.0) {
            all.swap_remove(at);
        }
    }
}

/// Whether this process is copying the database of a connection.
pub(super) fn is_under_way(conn: &Connection) -> bool {
    let all = under_way();
    !all.is_empty() && conn.path().is_some_and(|path| all.contains(&place(Path::new(path))))
}

/// Copies the database as it is at this moment into an empty file. Nobody waits for it: it only
/// reads, and what is written meanwhile is not in it. Ends early once `go_on` says no.
pub fn copy(from: &Path, to: &Path, go_on: &dyn Fn() -> bool) -> Result<()> {
    let _under_way = UnderWay::begin(from);
    let source = sqlite::open_reader(from)?;
    // One state from beginning to end: otherwise every write would make the copy begin anew.
    source.execute_batch("BEGIN")?;
    source.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut target = Connection::open(to)?;
    // Nobody looks at it before it is whole.
    target.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;")?;
    let disk = File::open(to)?;
    let backup = Backup::new(&source, &mut target)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            // In small pieces: a commit of others would wait for all that the disk has not taken yet.
            StepResult::More if go_on() => disk.sync_data()?,
            StepResult::Busy | StepResult::Locked if go_on() => std::thread::sleep(BUSY),
            _ => return Err(Error::new(Kind::Unavailable, "the server is stopping")),
        }
    }
    Ok(())
}

/// The rows of each table of a database that nobody uses. Reads all of it.
pub fn rows(path: &Path) -> Result<BTreeMap<String, i64>> {
    let conn = sqlite::open_reader(path)?;
    let snap = Snapshot(&conn);
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let tables = snap.all(sql, &[], |row| row.text(0))?;
    let count = |table: String| {
        let sql = format!("SELECT COUNT(*) FROM \"{}\"", table.replace('"', "\"\""));
        Ok((table, snap.one(&sql, &[], |row| row.int(0))?))
    };
    tables.into_iter().map(count).collect()
}

/// When the first schema was applied: how old the data are.
pub fn born(snap: &Snapshot<'_>) -> Result<Option<Timestamp>> {
    let sql = "SELECT applied_on FROM refinery_schema_history WHERE applied_on IS NOT NULL ORDER BY version LIMIT 1";
    Ok(snap.opt(sql, &[], |row| row.text(0))?.and_then(|text| Timestamp::parse(&text)))
}

/// Puts off every unfinished delivery for good; each can still be retried by hand. How many.
pub fn hold_deliveries(tx: &Tx<'_>) -> Result<usize> {
    let sql = "UPDATE deliveries SET claimed = 0, due_at = ?1 WHERE due_at IS NOT NULL";
    tx.exec(sql, params![NEVER])
}

/// Brings what was not yet in the file of a database that nobody uses into it, so that the file
/// alone is all of it.
pub fn fold(path: &Path) -> Result<()> {
    let conn = Connection::open(path)?;
    let _: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    conn.close().map_err(|(_, e)| e.into())
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{Db, event};
    use super::*;

    #[tokio::test]
    async fn a_copy_holds_one_state_of_a_database_in_use() {
        let db = Db::open();
        let (project, ids) = (db.project, db.ids.clone());
        let fill = move |tx: &Tx<'_>| {
            for n in 0..2000 {
                event(
                    tx,
                    project,
                    ids.next(),
                    &format!(r#"{{"topic":"t","payload":{{"n":{n},"x":"{}"}}}}"#, "y".repeat(400)),
                )?;
            }
            Ok(())
        };
        db.write(fill.clone()).await;
        let folder = tempfile::tempdir().expect("folder");
        let (from, to) = (db.path(), folder.path().join("copy.db"));
        let target = to.clone();
        let copying = tokio::task::spawn_blocking(move || copy(&from, &target, &|| true));
        db.write(fill).await;
        copying.await.expect("runs").expect("copies");
        let count = rows(&to).expect("readable")["events"];
        assert!(count == 2000 || count == 4000, "{count}");
        let seen = super::super::inspect(&to, true).expect("readable");
        assert_eq!((seen.schema, seen.damage), (seen.newest, Some(Vec::new())));
    }

    #[tokio::test]
    async fn it_ends_when_it_is_told_to() {
        let db = Db::open();
        let (project, ids) = (db.project, db.ids.clone());
        db.write(move |tx| {
            for _ in 0..4000 {
                event(tx, project, ids.next(), &format!(r#"{{"topic":"t","payload":"{}"}}"#, "y".repeat(1000)))?;
            }
            Ok(())
        })
        .await;
        let folder = tempfile::tempdir().expect("folder");
        let error = copy(&db.path(), &folder.path().join("copy.db"), &|| false).expect_err("stopped");
        assert_eq!(error.kind(), Kind::Unavailable);
        let born = db.read(born).await.expect("known");
        assert!(Timestamp::now().since(born) < Duration::from_secs(600));
    }
}
