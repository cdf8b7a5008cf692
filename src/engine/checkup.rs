//! A look at the data of a server from outside, running or not: who has them, whether the key
//! fits, whether the database is sound. Changes nothing and makes nothing.

use super::{lock, mail, rotation};
use crate::base::crypto::Keys;
use crate::base::{Error, Kind, Result};
use crate::config::ServerSettings;
use crate::store::{self, Inspection};
use std::io::ErrorKind;

/// What was found.
#[derive(Debug)]
pub struct Checkup {
    /// The process that has the data, as it named itself.
    pub holder: Result<Option<String>>,
    pub database: Result<Inspection>,
    pub key: Key,
}

/// The state of the master key.
#[derive(Debug)]
pub enum Key {
    /// It opens this database, or there is none it could be compared with.
    Good,
    Missing,
    /// It is the key of another database.
    Foreign,
    /// The file cannot be read, or does not hold a key.
    Unusable(Error),
}

/// Looks at the data of these settings; `full` reads the whole database for damage.
pub fn look(settings: &ServerSettings, full: bool) -> Checkup {
    let database = store::inspect(&settings.db, full);
    let expected = database.as_ref().ok().and_then(|seen| seen.key_check.as_deref());
    let key = key(settings, expected).unwrap_or_else(Key::Unusable);
    Checkup { holder: lock::holder(settings), database, key }
}

/// Tries to reach the mail server of these settings and to log in, sending nothing; the error is
/// why that fails. Nothing to try where no mail server is named. Not to be called by the server.
pub fn mail(settings: &ServerSettings) -> Option<Result<(), String>> {
    match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(mail::probe(settings)),
        Err(e) => Some(Err(e.to_string())),
    }
}

fn key(settings: &ServerSettings, expected: Option<&str>) -> Result<Key> {
    let bytes = match settings.master_key.0.map_or_else(|| std::fs::read(&settings.key_file), |key| Ok(key.to_vec())) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Key::Missing),
        Err(e) => return Err(Error::new(Kind::Unavailable, "it cannot be read").because(e)),
    };
    let bytes = bytes.try_into().map_err(|_| Error::new(Kind::Invalid, "it does not hold a key of 32 bytes"))?;
    let check = lock::key_check(&Keys::derive(&bytes)?);
    if expected.is_none_or(|expected| expected == check) {
        return Ok(Key::Good);
    }
    // A replacement of the key that was interrupted; the next start completes it.
    let waiting = std::fs::read(rotation::beside(settings)).unwrap_or_default();
    Ok(if rotation::opens(settings, waiting)? { Key::Good } else { Key::Foreign })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::TestEngine;

    #[tokio::test]
    async fn a_running_server_and_its_key_are_recognised() {
        let engine = TestEngine::new();
        let settings = engine.settings.clone();
        let seen = look(&settings, true);
        assert_eq!(seen.holder.expect("readable"), Some(std::process::id().to_string()));
        assert_eq!(seen.database.expect("readable").damage, Some(Vec::new()));
        assert!(matches!(seen.key, Key::Good));

        std::fs::write(&settings.key_file, [7; 32]).expect("written");
        assert!(matches!(look(&settings, false).key, Key::Foreign));
        std::fs::write(&settings.key_file, "short").expect("written");
        assert!(matches!(look(&settings, false).key, Key::Unusable(_)));
        std::fs::remove_file(&settings.key_file).expect("removed");
        assert!(matches!(look(&settings, false).key, Key::Missing));
    }

    #[test]
    fn looking_makes_nothing() {
        let folder = tempfile::tempdir().expect("folder");
        let settings = ServerSettings::for_test(&folder.path().join("none"), &[]);
        let seen = look(&settings, true);
        assert!(seen.holder.expect("no lock").is_none() && seen.database.is_err());
        assert_eq!(std::fs::read_dir(folder.path()).expect("list").count(), 0);
    }
}
