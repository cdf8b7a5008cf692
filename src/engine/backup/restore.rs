//! Putting a backup in the place of the data, while no server runs. The backup is unpacked,
//! checked, migrated and prepared beside the data first; then one rename makes it the data, and
//! what was there before keeps another name.

use super::file::{Scratch, at, with_suffix};
use super::make::{self, wrong};
use crate::base::crypto::Keys;
use crate::base::crypto::stream::Passphrase;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::ServerSettings;
use crate::domain::audit::{ActorType, AuditEntry};
use crate::engine::lock::{self, Lock};
use crate::engine::offline;
use crate::store::{self, Store};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be restored, and how.
#[derive(Debug)]
pub struct Order<'a> {
    pub backup: &'a Path,
    pub passphrase: Option<&'a Passphrase>,
    /// Leave what waits to be delivered alone, so that a copy of a server calls nobody.
    pub hold: bool,
    /// Also when it is not what its manifest says, is damaged, or belongs to another master key.
    pub force: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Restored {
    /// Schema of the backup; the data have that of this program now.
    pub schema: i64,
    /// Where the data are that were there before.
    pub previous: Option<PathBuf>,
    /// Deliveries that were put off for good.
    pub held: usize,
    /// What was not as it should be, and was forced.
    pub forced: Vec<String>,
}

/// Restores. 409 while a server runs, 404 without a file or master key, 422 for a backup that is
/// not sound or that this program cannot read; then everything is as it was.
pub fn restore(settings: &ServerSettings, order: &Order<'_>) -> Result<Restored> {
    let _lock = Lock::take(settings)?;
    if settings.master_key.0.is_none() && !settings.key_file.exists() {
        let text = format!(
            "{} is missing: put the master key of the backup there first; it is in no backup",
            settings.key_file.display()
        );
        return Err(Error::new(Kind::NotFound, text));
    }
    let keys = Keys::derive(&lock::master_key(settings)?)?;
    let mut scratch = Scratch::take(&settings.db)?;
    let mut forced = Vec::new();
    // Whether it is well; what is not is only gone over when that is wanted.
    let mut judge = |checked: Result<()>| match checked {
        Err(e) if order.force && e.kind() == Kind::Invalid => {
            forced.push(e.message().to_owned());
            Ok(false)
        }
        other => other.map(|()| true),
    };
    let compared = match make::read_manifest(order.backup) {
        Some(manifest) => judge(make::compare(order.backup, &manifest, order.passphrase, &mut scratch, &|| true))?,
        None => false,
    };
    if !compared {
        scratch.unpack(order.backup, order.passphrase, &|| true)?;
        judge(make::sound(order.backup, &scratch).map(drop))?;
    }
    let seen = store::inspect(scratch.path(), false)?;
    if seen.schema > seen.newest {
        let what = format!("its schema {} is newer than the {} of this program", seen.schema, seen.newest);
        return Err(wrong(order.backup, what));
    }
    let fits = seen.key_check.as_deref() == Some(lock::key_check(&keys).as_str());
    if !fits {
        let what = format!("it was made under another master key than {}", settings.key_file.display());
        judge(Err(wrong(order.backup, what)))?;
    }
    let held = prepare(settings, &scratch, &keys, order)?;
    scratch.sync()?;
    let previous = replace(settings, &scratch)?;
    Ok(Restored { schema: seen.schema, previous, held, forced })
}

/// Migrates the unpacked database, puts its deliveries off if wanted, and records the restore.
fn prepare(settings: &ServerSettings, scratch: &Scratch, keys: &Keys, order: &Order<'_>) -> Result<usize> {
    let options = store::Options { path: scratch.path().to_path_buf(), full_sync: true, cache_mb: settings.cache_mb };
    let file = order.backup.file_name().map(|name| name.to_string_lossy().into_owned());
    let hold = order.hold;
    offline::block_on(async {
        let (store, held) = Store::open(&options, |tx| {
            let held = if hold { store::copy::hold_deliveries(tx)? } else { 0 };
            let newest = store::queue::newest(tx)?;
            let entry = AuditEntry {
                id: crate::base::id::IdSource::after(newest).next(),
                project: None,
                user: None,
                actor_type: ActorType::System.as_str().to_owned(),
                action: "system.restored".to_owned(),
                resource_type: "backup".to_owned(),
                resource_id: file.clone(),
                metadata: json!({"file": file, "deliveries_held": held}).to_string(),
                ip: None,
                user_agent: None,
            };
            store::audit::insert(tx, keys, &entry)?;
            Ok(held)
        })?;
        store.close().await;
        Ok(held)
    })
}

/// Makes the scratch file the database; the old one keeps its data under the name returned.
fn replace(settings: &ServerSettings, scratch: &Scratch) -> Result<Option<PathBuf>> {
    let db = &settings.db;
    let model = [&settings.key_file, &settings.data_dir].into_iter().find(|path| path.exists());
    model.map_or(Ok(()), |model| lock::give_to_owner_of(model, scratch.path()))?;
    let previous = db.exists().then(|| set_aside(db)).transpose()?;
    // The log of the old data must never meet the new ones.
    for suffix in ["-wal", "-shm"] {
        let _ = fs::remove_file(with_suffix(db, suffix));
        let _ = fs::remove_file(with_suffix(scratch.path(), suffix));
    }
    fs::rename(scratch.path(), db).map_err(at(db))?;
    lock::sync_folder(db)?;
    lock::restrict(settings)?;
    Ok(previous)
}

/// Gives the old database a second name. Its log goes into it or, where it is too broken for that,
/// along with it.
fn set_aside(db: &Path) -> Result<PathBuf> {
    let stamp: String = Timestamp::now().to_string()[..19].chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let name = (0..).map(|n| if n == 0 { format!("{stamp}Z") } else { format!("{stamp}Z-{n}") });
    let mut paths = name.map(|name| with_suffix(db, &format!(".pre-restore-{name}"))).filter(|path| !path.exists());
    let previous = paths.next().ok_or_else(|| Error::internal("no name is left"))?;
    let log = with_suffix(db, "-wal");
    if store::copy::fold(db).is_err() && log.exists() {
        fs::rename(&log, with_suffix(&previous, "-wal")).map_err(at(&log))?;
    }
    // Where a file has one name only, there is a moment without data; a restore begun anew ends it.
    if fs::hard_link(db, &previous).is_err() {
        fs::rename(db, &previous).map_err(at(db))?;
    }
    Ok(previous)
}
