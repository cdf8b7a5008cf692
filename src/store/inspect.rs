//! A look at a database file from outside, whether or not a server has it open. Changes nothing.

use super::sql::Snapshot;
use super::{migrate, sqlite};
use crate::base::Result;
use std::path::Path;

/// Complaints listed at most.
const LISTED: usize = 20;

/// What a database says of itself.
#[derive(Debug)]
pub struct Inspection {
    /// Version of its schema.
    pub schema: i64,
    /// The version this program brings a database to.
    pub newest: i64,
    /// What recognises its master key; see [`super::meta::check_key`].
    pub key_check: Option<String>,
    /// What is wrong with its pages and indexes, when that was looked at.
    pub damage: Option<Vec<String>>,
}

/// Reads the facts; `full` also reads the whole file to find damage, which takes a while.
pub fn inspect(path: &Path, full: bool) -> Result<Inspection> {
    let conn = sqlite::open_reader(path)?;
    let snap = Snapshot(&conn);
    let schema = snap.one("SELECT MAX(version) FROM refinery_schema_history", &[], |row| row.int(0))?;
    let key_check = snap.opt("SELECT value FROM meta WHERE name = 'key_check'", &[], |row| row.text(0))?;
    let damage = if full { Some(damage(&snap)?) } else { None };
    Ok(Inspection { schema, newest: migrate::newest(), key_check, damage })
}

fn damage(snap: &Snapshot<'_>) -> Result<Vec<String>> {
    let mut found = snap.all(&format!("PRAGMA integrity_check({LISTED})"), &[], |row| row.text(0))?;
    found.retain(|line| line != "ok");
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Store, meta};
    use super::*;
    use std::io::{Seek, SeekFrom, Write};

    async fn database(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("t.db");
        let options = Options { path: path.clone(), full_sync: false, cache_mb: 4 };
        let (store, ()) = Store::open(&options, |tx| meta::check_key(tx, "mine")).expect("opens");
        let seen = inspect(&path, true).expect("readable while it is in use");
        assert_eq!(seen.damage, Some(Vec::new()));
        store.close().await;
        path
    }

    #[tokio::test]
    async fn a_sound_database_is_seen_and_left_as_it_is() {
        let folder = tempfile::tempdir().expect("folder");
        let path = database(folder.path()).await;
        let before = std::fs::read(&path).expect("file");
        let seen = inspect(&path, false).expect("readable");
        assert_eq!((seen.schema, seen.key_check.as_deref()), (seen.newest, Some("mine")));
        assert!(seen.damage.is_none());
        assert_eq!(std::fs::read(&path).expect("file"), before);
        assert_eq!(std::fs::read_dir(folder.path()).expect("list").count(), 1, "no log stays behind");
    }

    #[tokio::test]
    async fn damage_is_found_when_looked_for() {
        let folder = tempfile::tempdir().expect("folder");
        let path = database(folder.path()).await;
        let size = std::fs::metadata(&path).expect("there").len();
        let mut file = std::fs::OpenOptions::new().write(true).open(&path).expect("opens");
        file.seek(SeekFrom::Start(size - 4096)).expect("seeks");
        file.write_all(&[0xff; 4096]).expect("written");
        let found = inspect(&path, true).map(|seen| seen.damage.expect("looked for"));
        assert!(found.map_or(true, |damage| !damage.is_empty()));
    }

    #[test]
    fn what_is_no_database_is_an_error() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.db");
        assert!(inspect(&path, false).is_err());
        assert!(!path.exists(), "none is made");
        std::fs::write(&path, "text ".repeat(2000)).expect("written");
        assert!(inspect(&path, false).is_err());
    }
}
