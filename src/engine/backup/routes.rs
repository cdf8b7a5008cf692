//! Backups as operators see them from afar: the list, one now, a check, a download.

use super::service::Running;

use crate::base::{Error, Kind, Result};
use crate::domain::access::Account;
use crate::domain::backup::Stored;
use crate::engine::Engine;
use crate::engine::audit::{self, Entry};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

/// A backup to be read.
#[derive(Debug)]
pub struct Download {
    pub path: PathBuf,
    pub stored: Stored,
}

fn folder(engine: &Engine) -> Result<PathBuf> {
    let folder = engine.settings.backup_dir.0.clone();
    folder.ok_or_else(|| Error::new(Kind::Conflict, "Backups are off"))
}

/// Runs what waits for the disk.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

/// All of them, newest first; none where backups are off.
pub async fn all(engine: &Engine) -> Result<Vec<Stored>> {
    let Some(folder) = engine.settings.backup_dir.0.clone() else { return Ok(Vec::new()) };
    aside(move || super::list(&folder)).await
}

/// Begins one now. 409 while one is made, or where they are off.
pub async fn start(engine: &Arc<Engine>, account: &Account) -> Result<()> {
    folder(engine)?;
    let running = Running::begin(engine).ok_or_else(|| Error::new(Kind::Conflict, "A backup is being made already"))?;
    record(engine, account, "admin.backup_started", None, json!({})).await?;
    let engine_ = engine.clone();
    engine.tasks.spawn(async move { running.make(&engine_).await });
    Ok(())
}

/// Checks one; what is wrong with it, if anything is. 404, and 409 while another is made or read.
pub async fn verify_stored(engine: &Arc<Engine>, account: &Account, name: &str) -> Result<Option<String>> {
    let Download { path, stored } = find(engine, name).await?;
    let engine_ = engine.clone();
    let checked = aside(move || {
        let passphrase = super::passphrase(&engine_.settings)?;
        let go_on = || !engine_.stopping().is_cancelled();
        super::verify(&engine_.settings.db, &path, passphrase.as_ref(), &go_on)
    });
    let error = match checked.await {
        Ok(_) => None,
        Err(e) if e.kind() == Kind::Invalid => Some(super::why(&e)),
        Err(e) => return Err(e),
    };
    let (action, metadata) = match &error {
        None => ("system.backup_verification_passed", json!({})),
        Some(error) => ("system.backup_verification_failed", json!({ "error": error })),
    };
    record(engine, account, action, Some(stored.name), metadata).await?;
    Ok(error)
}

/// One to be read by the caller; 404.
pub async fn download(engine: &Arc<Engine>, account: &Account, name: &str) -> Result<Download> {
    let found = find(engine, name).await?;
    let metadata = json!({"size_bytes": found.stored.manifest.size});
    record(engine, account, "admin.backup_downloaded", Some(found.stored.name.clone()), metadata).await?;
    Ok(found)
}

async fn find(engine: &Engine, name: &str) -> Result<Download> {
    let none = || Error::not_found("Backup");
    let folder = engine.settings.backup_dir.0.clone().ok_or_else(none)?;
    let name = name.to_owned();
    let found = aside(move || {
        // Only names that the folder itself lists lead anywhere.
        let stored = super::list(&folder)?.into_iter().find(|stored| stored.name == name);
        Ok(stored.map(|stored| Download { path: folder.join(&stored.name), stored }))
    });
    found.await?.ok_or_else(none)
}

async fn record(
    engine: &Arc<Engine>,
    account: &Account,
    action: &'static str,
    name: Option<String>,
    metadata: Value,
) -> Result<()> {
    let (engine_, account) = (engine.clone(), account.clone());
    let write = engine
        .store
        .write(move |tx| audit::record(tx, &engine_, Entry::of(&account, action, "backup", name, metadata)));
    write.await
}
