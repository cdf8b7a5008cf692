//! Replacing the master key while no server runs. The new key is written beside the old one before
//! the data change, and takes its place after they have: at any moment one of the two files opens
//! the database, and the next start finds out which.

use super::lock::{self, Lock};
use crate::base::crypto::{self, Keys};
use crate::base::{Error, Kind, Result};
use crate::config::ServerSettings;
use crate::store::{self, Store};
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

/// Seals all data for a fresh key; returns how many values that were. 409 while a server runs.
pub fn rotate(settings: &ServerSettings) -> Result<u64> {
    if settings.master_key.0.is_some() {
        let text = "the master key is given as JOBCELIS_MASTER_KEY: put it into the key file to replace it";
        return Err(Error::new(Kind::Invalid, text));
    }
    let _lock = Lock::take(settings)?;
    finish(settings)?;
    require_data(settings)?;
    let (old, new) = (lock::master_key(settings)?, crypto::random_bytes::<32>());
    prepare(settings, &new)?;
    let count = match change(settings, &old, &new) {
        Ok(count) => count,
        Err(e) => {
            // Nothing changed, so the new key is that of nothing.
            let _ = fs::remove_file(beside(settings));
            return Err(e);
        }
    };
    swap(settings)?;
    Ok(count)
}

/// Refuses to make a database where one was expected. 404.
pub(super) fn require_data(settings: &ServerSettings) -> Result<()> {
    match settings.db.exists() {
        true => Ok(()),
        false => Err(Error::new(Kind::NotFound, format!("there is no database at {}", settings.db.display()))),
    }
}

/// Where the new key waits.
pub(super) fn beside(settings: &ServerSettings) -> PathBuf {
    let mut name = settings.key_file.clone().into_os_string();
    name.push(".new");
    PathBuf::from(name)
}

/// Writes the new key. It belongs to whom the old one does, for it may be the administrator of the
/// machine who replaces the key of a service.
fn prepare(settings: &ServerSettings, new: &[u8; 32]) -> Result<()> {
    let path = beside(settings);
    lock::write_key(&path, new)?;
    lock::give_to_owner_of(&settings.key_file, &path)
}

/// One transaction: the data and the mark of their key change together.
fn change(settings: &ServerSettings, old: &[u8; 32], new: &[u8; 32]) -> Result<u64> {
    let (old, new) = (Keys::derive(old)?, Keys::derive(new)?);
    let options = store::Options { path: settings.db.clone(), full_sync: true, cache_mb: settings.cache_mb };
    super::offline::block_on(async {
        let (store, count) = Store::open(&options, |tx| {
            store::meta::check_key(tx, &lock::key_check(&old))?;
            let count = store::rotation::reseal(tx, &old, &new)?;
            store::rotation::set_key_check(tx, &lock::key_check(&new))?;
            Ok(count)
        })?;
        store.close().await;
        lock::restrict(settings)?;
        Ok(count)
    })
}

fn swap(settings: &ServerSettings) -> Result<()> {
    fs::rename(beside(settings), &settings.key_file)?;
    lock::sync_folder(&settings.key_file)
}

/// Ends a rotation that was interrupted: takes the new key if the data are sealed for it, else
/// throws it away. To be called under the lock, before the key is read.
pub(super) fn finish(settings: &ServerSettings) -> Result<()> {
    let path = beside(settings);
    let waiting = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(e.into()),
    };
    if opens(settings, waiting)? {
        tracing::info!(path = %settings.key_file.display(), "the replacement of the master key was completed");
        return swap(settings);
    }
    Ok(fs::remove_file(&path)?)
}

/// Whether a key is that of the database.
pub(super) fn opens(settings: &ServerSettings, key: Vec<u8>) -> Result<bool> {
    let Ok(key) = <[u8; 32]>::try_from(key) else { return Ok(false) };
    if !settings.db.exists() {
        return Ok(false);
    }
    let check = lock::key_check(&Keys::derive(&key)?);
    Ok(store::inspect(&settings.db, false)?.key_check.is_some_and(|expected| expected == check))
}

#[cfg(test)]
mod tests;
