//! The log: one line per record on stderr, as text or JSON. Records are held back until the
//! server has said where it listens, so that the first line of stderr is always that one.

use crate::config::{LogFormat, ServerSettings};
use std::io::{IsTerminal, Write, stderr};
use std::sync::{Arc, Mutex, PoisonError};
use tracing_subscriber::fmt::MakeWriter;

/// Lets the log out; dropping it does too, so a start that fails tells what led there.
#[derive(Debug)]
pub struct Log(Held);

/// What was logged before the release; `None` afterwards.
#[derive(Debug, Clone)]
struct Held(Arc<Mutex<Option<Vec<u8>>>>);

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match held.as_mut() {
            Some(lines) => lines.write(bytes),
            None => stderr().write(bytes),
        }
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Held {
    type Writer = Held;
    fn make_writer(&'a self) -> Held {
        self.clone()
    }
}

impl Log {
    /// Writes what was held back; from now on records go out at once.
    pub fn release(&self) {
        let mut held = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lines) = held.take() {
            let _ = stderr().write_all(&lines);
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.release();
    }
}

/// Starts logging for the process. Only `tracing` records are taken: those of the `log` crate
/// carry the paths of the machine that built the program.
pub fn start(settings: &ServerSettings) -> Log {
    let held = Held(Arc::new(Mutex::new(Some(Vec::new()))));
    let builder = tracing_subscriber::fmt().with_max_level(settings.log_level).with_writer(held.clone());
    // That a subscriber stands already can only be in a test, which then reads its own.
    let _ = match settings.log_format {
        LogFormat::Text => {
            let plain = builder.with_ansi(stderr().is_terminal());
            tracing::subscriber::set_global_default(plain.finish())
        }
        LogFormat::Json => {
            let json = builder.json().flatten_event(true).with_span_list(false);
            tracing::subscriber::set_global_default(json.finish())
        }
    };
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|l| format!("{}:{}", short(l.file()), l.line())).unwrap_or_default();
        tracing::error!(place, "panic: {}", info.payload_as_str().unwrap_or("unknown"));
    }));
    Log(held)
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
        let held = Held(Arc::new(Mutex::new(Some(Vec::new()))));
        held.make_writer().write_all(b"first\n").expect("held");
        assert_eq!(held.0.lock().expect("sound").as_deref(), Some(&b"first\n"[..]));
        Log(held.clone()).release();
        assert_eq!(held.0.lock().expect("sound").as_deref(), None);
    }

    #[test]
    fn paths_of_the_build_are_cut() {
        assert_eq!(short("/home/x/registry/src/index/crate-1/src/lib.rs"), "src/lib.rs");
        assert_eq!(short("src/engine/mod.rs"), "src/engine/mod.rs");
    }
}
