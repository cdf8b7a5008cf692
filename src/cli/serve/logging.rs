//! The log: one line per record on stderr or in a file, as text or JSON. What goes to stderr is
//! held back until the server has said where it listens, so that its first line is always that one.

use crate::config::{LogFormat, ServerSettings};
use std::fs::{File, OpenOptions};
use std::io::{IsTerminal, Result, Write, stderr};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, Registry, registry, reload};

/// The target of records that somebody asked for: they are written at every level.
pub const STATE: &str = "state";
/// A new file is for the owner, and for the group that reads logs.
const FILE_MODE: u32 = 0o640;

/// The log while the server runs. Dropping it lets out what is held back, so a start that fails
/// tells what led there.
#[derive(Debug)]
pub struct Log {
    place: Place,
    file: Option<PathBuf>,
    level: reload::Handle<Targets, Registry>,
}

/// Where records go.
#[derive(Debug)]
enum Sink {
    Held(Vec<u8>),
    Stderr,
    File(File),
}

#[derive(Debug, Clone)]
struct Place(Arc<Mutex<Sink>>);

impl Place {
    fn lock(&self) -> MutexGuard<'_, Sink> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what was held back; from now on records go out at once.
    fn release(&self) {
        let mut sink = self.lock();
        if let Sink::Held(lines) = &*sink {
            let _ = stderr().write_all(lines);
            *sink = Sink::Stderr;
        }
    }
}

impl Write for Place {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        match &mut *self.lock() {
            Sink::Held(lines) => lines.write(bytes),
            Sink::Stderr => stderr().write(bytes),
            Sink::File(file) => file.write(bytes),
        }
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Place {
    type Writer = Place;
    fn make_writer(&'a self) -> Place {
        self.clone()
    }
}

impl Log {
    /// Lets records out to stderr, if that is where they go.
    pub fn release(&self) {
        self.place.release();
    }

    /// Opens the file anew, where there is one: the old one was moved away. After an error records
    /// go where they went.
    pub fn reopen(&self) -> Result<()> {
        if let Some(path) = &self.file {
            let file = open(path)?;
            *self.place.lock() = Sink::File(file);
        }
        Ok(())
    }

    /// Logs from this level on.
    pub fn set_level(&self, level: LevelFilter) {
        // It fails only without a subscriber, which lasts as long as the process.
        let _ = self.level.reload(filter(level));
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.release();
    }
}

fn open(path: &Path) -> Result<File> {
    OpenOptions::new().append(true).create(true).mode(FILE_MODE).open(path)
}

fn filter(level: LevelFilter) -> Targets {
    Targets::new().with_default(level).with_target(STATE, LevelFilter::INFO)
}

/// Starts logging for the process; an error is one of the file. Only `tracing` records are taken:
/// those of the `log` crate carry the paths of the machine that built the program.
pub fn start(settings: &ServerSettings) -> Result<Log> {
    let file = settings.log_file.clone();
    let sink = file.as_deref().map(open).transpose()?.map_or(Sink::Held(Vec::new()), Sink::File);
    let place = Place(Arc::new(Mutex::new(sink)));
    let (level, handle) = reload::Layer::new(filter(settings.log_level));
    let lines = fmt::layer().with_writer(place.clone());
    let lines = match settings.log_format {
        LogFormat::Text => lines.with_ansi(file.is_none() && stderr().is_terminal()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
    };
    // That a subscriber stands already can only be in a test, which then reads its own.
    let _ = tracing::subscriber::set_global_default(registry().with(level).with(lines));
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|l| format!("{}:{}", short(l.file()), l.line())).unwrap_or_default();
        tracing::error!(place, "panic: {}", info.payload_as_str().unwrap_or("unknown"));
    }));
    Ok(Log { place, file, level: handle })
}

/// A source file without the folders of the machine that built the program.
fn short(file: &str) -> &str {
    file.rfind("/src/").map_or(file, |at| &file[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_wait_for_the_release() {
        let place = Place(Arc::new(Mutex::new(Sink::Held(Vec::new()))));
        place.make_writer().write_all(b"first\n").expect("held");
        assert!(matches!(&*place.lock(), Sink::Held(lines) if lines == b"first\n"));
        place.release();
        assert!(matches!(&*place.lock(), Sink::Stderr));
    }

    #[test]
    fn paths_of_the_build_are_cut() {
        assert_eq!(short("/home/x/registry/src/index/crate-1/src/lib.rs"), "src/lib.rs");
        assert_eq!(short("src/engine/mod.rs"), "src/engine/mod.rs");
    }
}
