//! Making a backup, step by step: written under another name, read back, and only then given its
//! own. A kill at any moment leaves nothing that looks like a backup and is none.

use super::file::{self, GoOn, Scratch, at, with_suffix};
use crate::base::crypto::sha256_of;
use crate::base::crypto::stream::Passphrase;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::backup::{Manifest, file_name};
use crate::engine::lock;
use crate::store;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where a backup goes.
#[derive(Debug, Clone)]
pub enum Target {
    /// Into this folder, under a name of its own.
    Folder(PathBuf),
    File(PathBuf),
    /// Nowhere: it is read while it is a draft.
    Nowhere,
}

/// A backup that is written, but not there yet.
#[derive(Debug)]
pub struct Draft {
    /// What is written; gone with the draft unless it was published.
    pub part: PathBuf,
    pub path: PathBuf,
    pub manifest: Manifest,
    scratch: Option<Scratch>,
}

/// Copies a database as it is now, whether or not a server uses it.
pub fn draft(db: &Path, target: &Target, passphrase: Option<&Passphrase>, go_on: GoOn<'_>) -> Result<Draft> {
    let scratch = Scratch::take(db)?;
    let created = Timestamp::now();
    store::copy::copy(db, scratch.path(), &|| go_on())?;
    let seen = store::inspect(scratch.path(), false)?;
    let rows = store::copy::rows(scratch.path())?;
    let path = place(db, target, created, (seen.schema, passphrase.is_some()))?;
    let part = with_suffix(&path, ".part");
    let (size, hash) = file::pack(scratch.path(), &part, passphrase, go_on).inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })?;
    let manifest = Manifest {
        sha256: hex::encode(hash),
        size,
        rows,
        schema: seen.schema,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        created_at: created.to_string(),
        encrypted: passphrase.is_some(),
        verified: false,
        key_check: seen.key_check,
    };
    Ok(Draft { part, path, manifest, scratch: Some(scratch) })
}

/// The path it will have: never that of another backup.
fn place(db: &Path, target: &Target, created: Timestamp, (schema, encrypted): (i64, bool)) -> Result<PathBuf> {
    let folder = match target {
        Target::Folder(folder) => folder,
        Target::File(path) => return Ok(path.clone()),
        Target::Nowhere => return Ok(with_suffix(db, ".backup")),
    };
    lock::make_folder(folder)?;
    let mut at = created;
    loop {
        let path = folder.join(file_name(at, schema, encrypted));
        if !path.exists() {
            return Ok(path);
        }
        at = at.plus(Duration::from_secs(1));
    }
}

impl Draft {
    /// Reads it back: the error says what is not as it was written.
    pub fn verify(&mut self, passphrase: Option<&Passphrase>, go_on: GoOn<'_>) -> Result<()> {
        if let Some(scratch) = &mut self.scratch {
            compare(&self.part, &self.manifest, passphrase, scratch, go_on)?;
            self.manifest.verified = true;
        }
        Ok(())
    }

    /// Gives it its name.
    pub fn publish(mut self) -> Result<(PathBuf, Manifest)> {
        // Whoever sees the name may have it checked at once.
        self.scratch.take();
        write_manifest(&self.path, &self.manifest)?;
        fs::rename(&self.part, &self.path).map_err(at(&self.path))?;
        lock::sync_folder(&self.path)?;
        Ok((self.path.clone(), self.manifest.clone()))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.part);
    }
}

/// Where the manifest of a backup is.
pub fn manifest_of(backup: &Path) -> PathBuf {
    with_suffix(backup, ".json")
}

/// Writes the manifest beside a backup, all of it or nothing.
pub fn write_manifest(backup: &Path, manifest: &Manifest) -> Result<()> {
    use std::io::Write;
    let path = manifest_of(backup);
    let part = with_suffix(&path, ".part");
    let mut file = file::create(&part)?;
    let text = serde_json::to_vec_pretty(manifest).map_err(Error::internal)?;
    file.write_all(&text).and_then(|()| file.sync_all()).map_err(at(&part))?;
    fs::rename(&part, &path).map_err(at(&path))
}

/// The manifest of a backup, if it has a readable one.
pub fn read_manifest(backup: &Path) -> Option<Manifest> {
    serde_json::from_slice(&fs::read(manifest_of(backup)).ok()?).ok()
}

/// Holds a backup against its manifest, down to the last page of the database in it, which is left
/// in `scratch`.
pub fn compare(
    backup: &Path,
    manifest: &Manifest,
    passphrase: Option<&Passphrase>,
    scratch: &mut Scratch,
    go_on: GoOn<'_>,
) -> Result<()> {
    let size = fs::metadata(backup).map_err(at(backup))?.len();
    if size != manifest.size {
        return Err(wrong(backup, format!("it has {size} bytes, not {}", manifest.size)));
    }
    let mut reader = BufReader::new(File::open(backup).map_err(at(backup))?);
    if hex::encode(sha256_of(&mut reader).map_err(at(backup))?) != manifest.sha256 {
        return Err(wrong(backup, "its checksum is another"));
    }
    scratch.unpack(backup, passphrase, go_on)?;
    let schema = sound(backup, scratch)?;
    if schema != manifest.schema {
        return Err(wrong(backup, format!("its schema is {schema}, not {}", manifest.schema)));
    }
    let rows = store::copy::rows(scratch.path())?;
    match rows.iter().chain(&manifest.rows).find(|(table, _)| rows.get(*table) != manifest.rows.get(*table)) {
        Some((table, _)) => Err(wrong(backup, format!("the rows of {table} are not as many as there were"))),
        None => Ok(()),
    }
}

/// Whether the database that was unpacked has no damage; its schema.
pub fn sound(backup: &Path, scratch: &Scratch) -> Result<i64> {
    let seen = store::inspect(scratch.path(), true).map_err(|e| wrong(backup, "it holds no database").because(e))?;
    match seen.damage.and_then(|found| found.into_iter().next()) {
        Some(first) => Err(wrong(backup, format!("the database in it is damaged: {first}"))),
        None => Ok(seen.schema),
    }
}

/// A backup that is not what it should be.
pub fn wrong(backup: &Path, what: impl std::fmt::Display) -> Error {
    Error::new(Kind::Invalid, format!("{}: {what}", backup.display()))
}
