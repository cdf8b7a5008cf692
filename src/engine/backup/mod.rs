//! Backups: copies of the whole database, made while it is in use, read back before they count,
//! and kept in one folder. The master key is in none of them.

mod file;
mod make;
mod restore;
mod routes;
mod service;
#[cfg(test)]
mod tests;

pub use crate::base::crypto::stream::Passphrase;
pub use make::{Draft, Target, draft};
pub use restore::{Order, Restored, restore};
pub use routes::{Download, all, download, start, verify_stored};

pub(super) use file::with_suffix;
pub(super) use service::{Backups, run};

use crate::base::{Error, Kind, Result, Timestamp};
use crate::config::{Keep, ServerSettings};
use crate::domain::backup::{Manifest, Stored, is_file_name, kept};
use crate::engine::lock;
use file::{GoOn, Scratch, at};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Keeps a server from starting on data that nobody uses, for as long as they are copied from
/// outside; nothing is held while a server runs.
pub fn hold(settings: &ServerSettings) -> Result<Option<lock::Lock>> {
    match lock::holder(settings)? {
        Some(_) => Ok(None),
        None => lock::Lock::take(settings).map(Some),
    }
}

/// The passphrase that the settings name, if they do.
pub fn passphrase(settings: &ServerSettings) -> Result<Option<Passphrase>> {
    let Some(path) = &settings.backup_passphrase_file else { return Ok(None) };
    let text = fs::read_to_string(path).map_err(at(path))?;
    let passphrase = Passphrase::new(text.trim_end_matches(['\r', '\n']).to_owned());
    let empty = || Error::new(Kind::Invalid, format!("{} holds no passphrase", path.display()));
    passphrase.ok_or_else(empty).map(Some)
}

/// The backups of a folder, newest first: files that are whole, with their manifests.
pub fn list(folder: &Path) -> Result<Vec<Stored>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(at(folder)(e)),
    };
    let mut found: Vec<Stored> = entries.flatten().filter_map(|entry| stored(&entry.path())).collect();
    found.sort_by(|a, b| (b.manifest.created(), &b.name).cmp(&(a.manifest.created(), &a.name)));
    Ok(found)
}

fn stored(path: &Path) -> Option<Stored> {
    let name = path.file_name()?.to_str().filter(|name| is_file_name(name))?.to_owned();
    let manifest = make::read_manifest(path)?;
    let size = fs::metadata(path).ok()?.len();
    (size == manifest.size).then_some(Stored { name, manifest })
}

/// Reads a backup from its first byte to the last page of its database. Beside a manifest it is
/// held against that, which remembers the result. 409 while another is made or read.
pub fn verify(db: &Path, backup: &Path, passphrase: Option<&Passphrase>, go_on: GoOn<'_>) -> Result<Option<Manifest>> {
    let mut scratch = Scratch::take(db)?;
    let Some(mut manifest) = make::read_manifest(backup) else {
        scratch.unpack(backup, passphrase, go_on)?;
        return make::sound(backup, &scratch).map(|_| None);
    };
    let checked = make::compare(backup, &manifest, passphrase, &mut scratch, go_on);
    let verified = match &checked {
        Ok(()) => true,
        // Nothing is known when it could not be read for another reason.
        Err(e) if e.kind() == Kind::Invalid => false,
        Err(_) => manifest.verified,
    };
    if verified != manifest.verified {
        manifest.verified = verified;
        make::write_manifest(backup, &manifest)?;
    }
    checked.map(|()| Some(manifest))
}

/// Removes the backups of a folder that are too many, and what kills have left in it; returns the
/// names of those that went.
pub fn prune(folder: &Path, keep: Keep) -> Result<Vec<String>> {
    let found = list(folder)?;
    let created: Vec<Timestamp> = found.iter().map(|backup| backup.manifest.created()).collect();
    let stay = match keep {
        Keep::Newest(count) => kept(&created, count as usize, None),
        Keep::Days(days) => {
            let since = Timestamp::now().minus(Duration::from_secs(u64::from(days) * 86_400));
            kept(&created, 0, Some(since))
        }
    };
    let mut gone = Vec::new();
    for backup in found.into_iter().skip(stay) {
        let path = folder.join(&backup.name);
        // Its name first: a manifest alone is not taken for a backup.
        fs::remove_file(&path).map_err(at(&path))?;
        let _ = fs::remove_file(make::manifest_of(&path));
        gone.push(backup.name);
    }
    for left in leftovers(folder) {
        let _ = fs::remove_file(left);
    }
    Ok(gone)
}

/// Parts of backups that never came to be.
fn leftovers(folder: &Path) -> Vec<PathBuf> {
    let is_left = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let of = name.strip_suffix(".part").map(|rest| rest.strip_suffix(".json").unwrap_or(rest));
        of.is_some_and(is_file_name)
    };
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(is_left).collect()
}

/// The whole chain of causes, for those who run the server.
fn why(error: &Error) -> String {
    let own = (error.kind() != Kind::Internal).then(|| error.message().to_owned());
    let causes = std::iter::successors(std::error::Error::source(error), |e| e.source()).map(ToString::to_string);
    own.into_iter().chain(causes).collect::<Vec<_>>().join(": ")
}
