//! The schema of the data and that of this program: which they are, and a copy of the old data
//! before a start brings them from the one to the other.

use super::backup::with_suffix;
use super::{lock, offline};
use crate::base::{Error, Result};
use crate::config::ServerSettings;
use crate::store::{self, Inspection};
use std::fs::File;

/// What the data have and what this program needs. Works with a server running, and without.
pub fn status(settings: &ServerSettings) -> Result<Inspection> {
    super::rotation::require_data(settings)?;
    store::inspect(&settings.db, false)
}

/// Brings the data to this program's schema, as a start would. 409 while a server runs.
pub fn up(settings: &ServerSettings) -> Result<()> {
    offline::with(settings, async |_| Ok(()))
}

/// Copies data of an older schema to a file beside them, for a migration cannot be taken back. To
/// be called under the lock.
pub(super) fn keep_old(settings: &ServerSettings) -> Result<()> {
    // What cannot be read will be refused in better words.
    let Some(seen) = settings.db.exists().then(|| store::inspect(&settings.db, false).ok()).flatten() else {
        return Ok(());
    };
    if seen.schema >= seen.newest {
        return Ok(());
    }
    let path = with_suffix(&settings.db, &format!(".pre-migrate-{}", seen.schema));
    let part = with_suffix(&path, ".part");
    let failed = |e: std::io::Error| Error::new(crate::base::Kind::Unavailable, format!("{}: {e}", path.display()));
    let file = File::create(&part).map_err(failed)?;
    lock::private(&part, 0o600)?;
    store::copy::copy(&settings.db, &part, &|| true)?;
    file.sync_all().map_err(failed)?;
    std::fs::rename(&part, &path).map_err(failed)?;
    tracing::info!(path = %path.display(), "the data are migrated; this copy has them as they were");
    Ok(())
}
