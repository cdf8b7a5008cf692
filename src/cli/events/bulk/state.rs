//! How far a file is sent, kept beside it so that another run can go on. Replaced as a whole and
//! synced: a crash leaves an older state at worst, and what is then sent twice has its keys.

use super::input::{Place, Source};
use crate::base::Timestamp;
use crate::base::crypto::sha256_of;
use crate::cli::failure::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long servers remember keys.
const KEYS_LIVE: Duration = Duration::from_secs(7 * 86_400);

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Of the file as it was when the first run began; its keys are made of it.
    pub file_sha256: String,
    pub size: u64,
    pub done_bytes: u64,
    pub done_lines: u64,
    pub accepted: u64,
    pub rejected: u64,
    /// The length of the rejects file at this point.
    #[serde(default)]
    pub rejects_bytes: u64,
    pub profile: String,
    pub project: Option<String>,
    #[serde(default)]
    pub base_url: String,
    pub updated_at: String,
}

/// Where things are sent.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    pub profile: &'a str,
    pub project: Option<&'a str>,
    pub base_url: &'a str,
}

impl State {
    /// The state of a file of which nothing is sent.
    pub fn new(sha256: String, size: u64, target: Target<'_>) -> State {
        State {
            file_sha256: sha256,
            size,
            done_bytes: 0,
            done_lines: 0,
            accepted: 0,
            rejected: 0,
            rejects_bytes: 0,
            profile: target.profile.to_owned(),
            project: target.project.map(str::to_owned),
            base_url: target.base_url.to_owned(),
            updated_at: Timestamp::now().to_string(),
        }
    }

    pub fn place(&self) -> Place {
        Place { bytes: self.done_bytes, lines: self.done_lines }
    }

    /// The start of its events' keys.
    pub fn keys(&self) -> &str {
        self.file_sha256.get(..16).unwrap_or(&self.file_sha256)
    }

    pub fn load(path: &Path) -> Outcome<Option<State>> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Failure::usage(format!("{}: {e}", path.display()))),
        };
        let state: State = serde_json::from_str(&text)
            .map_err(|e| Failure::usage(format!("{}: is no state of a bulk send: {e}", path.display())))?;
        Ok(Some(state))
    }

    pub fn save(&self, path: &Path) -> Outcome {
        let fresh = with_suffix(path, ".new");
        let written = || -> io::Result<()> {
            let mut file = private().truncate(true).open(&fresh)?;
            file.write_all(&[serde_json::to_vec(self)?, b"\n".to_vec()].concat())?;
            file.sync_all()?;
            fs::rename(&fresh, path)
        };
        written().map_err(|e| Failure::failed(format!("{}: {e}", path.display())))
    }

    /// Whether servers may have forgotten the keys of what was sent last.
    pub fn is_old(&self, now: Timestamp) -> bool {
        Timestamp::parse(&self.updated_at).is_none_or(|at| now.since(at) >= KEYS_LIVE)
    }

    /// Whether the same file may be sent from its start in spite of this earlier run.
    pub fn allows_another(&self, path: &Path, force: bool) -> Outcome {
        if force || !self.is_old(Timestamp::now()) {
            return Ok(());
        }
        let told = "this file was sent in part more than 7 days ago: those events would be sent twice";
        Err(Failure::usage(told).hint(format!("go on with --resume, or remove {} to send all again", path.display())))
    }

    /// Why an earlier run cannot be gone on with, if it cannot.
    pub fn fits(&self, source: &Source, target: Target<'_>, force: bool) -> Outcome {
        let file = source.path.display();
        if source.size.is_none_or(|size| size < self.size) {
            return Err(Failure::usage(format!("{file} is shorter than it was when it was sent in part")));
        }
        if hash(source, self.size)? != self.file_sha256 {
            return Err(Failure::usage(format!("{file} has changed since it was sent in part"))
                .hint("send it from the start without --resume; what has changed counts as new events"));
        }
        if force {
            return Ok(());
        }
        if self.is_old(Timestamp::now()) {
            return Err(Failure::usage(
                "the earlier run is more than 7 days ago: events of its last moments may be sent twice",
            )
            .hint("go on all the same with --force"));
        }
        for (what, then, now) in [
            ("server", Some(self.base_url.as_str()).filter(|url| !url.is_empty()), Some(target.base_url)),
            ("project", self.project.as_deref(), target.project),
        ] {
            if let Some(then) = then.filter(|then| Some(*then) != now) {
                return Err(Failure::usage(format!("the earlier run sent to the {what} {then}"))
                    .hint("send the rest to another one with --force"));
            }
        }
        Ok(())
    }
}

/// The hash of a file's first bytes, as hex.
pub fn hash(source: &Source, length: u64) -> Outcome<String> {
    let wrong = |e: io::Error| Failure::usage(format!("{}: {e}", source.path.display()));
    let head = source.head().map_err(wrong)?;
    Ok(hex::encode(sha256_of(&mut head.take(length)).map_err(wrong)?))
}

/// Opens for writing what may hold customers' data: its owner alone reads it.
pub fn private() -> OpenOptions {
    let mut options = File::options();
    options.create(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A path with something appended to its name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_kept_for_its_owner_and_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = with_suffix(&folder.path().join("in.ndjson"), ".jobcelis-state.json");
        assert!(State::load(&path).expect("need not be there").is_none());
        let target = Target { profile: "p", project: Some("shop"), base_url: "http://x" };
        let mut state = State::new("0123456789abcdef0123".into(), 10, target);
        state.save(&path).expect("saved");
        (state.done_bytes, state.done_lines) = (7, 2);
        state.save(&path).expect("saved again");
        assert_eq!(State::load(&path).expect("readable"), Some(state.clone()));
        assert_eq!((state.place(), state.keys()), (Place { bytes: 7, lines: 2 }, "0123456789abcdef"));
        assert_eq!(fs::read_dir(folder.path()).expect("list").count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        }
        fs::write(&path, "{\"size\":1}").expect("written");
        assert_eq!(State::load(&path).expect_err("incomplete").code(), 2);
    }

    #[test]
    fn keys_are_trusted_for_seven_days() {
        let target = Target { profile: "p", project: None, base_url: "http://x" };
        let mut state = State::new(String::new(), 0, target);
        let now = Timestamp::now();
        for (text, old) in [
            (now.plus_micros(-6 * 86_400_000_000).to_string(), false),
            (now.plus_micros(-7 * 86_400_000_000).to_string(), true),
            ("yesterday".to_owned(), true),
        ] {
            state.updated_at = text;
            assert_eq!(state.is_old(now), old, "{}", state.updated_at);
            assert_eq!(state.allows_another(Path::new("s"), false).is_err(), old);
            assert!(state.allows_another(Path::new("s"), true).is_ok());
        }
    }
}
