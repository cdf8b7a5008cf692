//! The wish to end a run early: by Ctrl-C, or because something went wrong. What is under way is
//! finished; a second Ctrl-C ends the process at once, which loses nothing that is kept.

use crate::cli::failure::Outcome;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

/// What the shell says of a command ended by Ctrl-C.
pub const INTERRUPTED: u8 = 130;

/// Whether to stop; shared by the threads of a run.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<State>);

#[derive(Debug, Default)]
struct State {
    stopped: Mutex<bool>,
    changed: Condvar,
    by_user: AtomicBool,
}

impl Stop {
    pub fn set(&self) {
        *self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.changed.notify_all();
    }

    pub fn is_set(&self) -> bool {
        *self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether someone at the keyboard asked for it.
    pub fn by_user(&self) -> bool {
        self.0.by_user.load(Relaxed)
    }

    /// Waits for this long or for the stop, and says whether it came.
    pub fn wait(&self, time: Duration) -> bool {
        let stopped = self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        if time.is_zero() {
            return *stopped;
        }
        let waited = self.0.changed.wait_timeout_while(stopped, time, |stopped| !*stopped);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Listens for Ctrl-C while it lives.
#[derive(Debug)]
pub struct Keyboard {
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Keyboard {
    /// Sets `stop` at the first Ctrl-C.
    pub fn listen(stop: &Stop) -> Outcome<Keyboard> {
        let runtime = Builder::new_current_thread().enable_io().build()?;
        let (end, mut ended) = oneshot::channel();
        let stop = stop.clone();
        let listening = async move {
            loop {
                tokio::select! {
                    pressed = tokio::signal::ctrl_c() => match pressed {
                        Ok(()) if stop.by_user() => std::process::exit(INTERRUPTED.into()),
                        Ok(()) => {
                            stop.0.by_user.store(true, Relaxed);
                            stop.set();
                        }
                        // Without a handler Ctrl-C ends the process, as it does elsewhere.
                        Err(_) => return,
                    },
                    _ = &mut ended => return,
                }
            }
        };
        let thread = std::thread::spawn(move || runtime.block_on(listening));
        Ok(Keyboard { end: Some(end), thread: Some(thread) })
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        self.end.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
