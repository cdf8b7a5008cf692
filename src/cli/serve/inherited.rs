//! What the program that starts the server hands it: bound sockets, and a descriptor to write to
//! once it is ready. To be taken before anything is opened, for until then the numbers of
//! descriptors mean what that program meant.

use crate::base::{Error, Kind, Result};
use crate::cli::failure::{Failure, Outcome};
use crate::server::Listener;
use listenfd::ListenFd;
use std::fs::{File, OpenOptions};
use std::io::Write;

/// The gifts, not used yet.
pub struct Inherited {
    sockets: ListenFd,
    ready: Option<File>,
}

impl std::fmt::Debug for Inherited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inherited").field("sockets", &self.sockets.len()).field("ready", &self.ready).finish()
    }
}

impl Inherited {
    /// Takes them; `ready` is the number of the descriptor.
    pub fn take(ready: Option<u32>) -> Outcome<Inherited> {
        let ready = ready.map(|number| {
            let opened = OpenOptions::new().append(true).open(format!("/dev/fd/{number}"));
            opened.map_err(|e| {
                Failure::usage(format!("--ready-fd {number}: cannot be written to: {e}"))
                    .hint(format!("open it for the server, as in `jobcelis serve --ready-fd {number} {number}>FILE`"))
            })
        });
        let ready = ready.transpose()?;
        Ok(Inherited { sockets: ListenFd::from_env(), ready })
    }

    /// The sockets that a service manager has bound for us. To be called where they can be served.
    pub fn listeners(&mut self) -> Result<Vec<Listener>> {
        (0..self.sockets.len()).map(|n| self.listener(n)).collect()
    }

    fn listener(&mut self, n: usize) -> Result<Listener> {
        let wrong = |why: String| Error::new(Kind::Invalid, format!("inherited socket {}: {why}", n + 1));
        if let Ok(Some(socket)) = self.sockets.take_unix_listener(n) {
            return Listener::from_unix(socket);
        }
        match self.sockets.take_tcp_listener(n) {
            Ok(Some(socket)) => Listener::from_tcp(socket),
            Ok(None) => Err(wrong("is there no more".to_owned())),
            Err(e) => Err(wrong(e.to_string())),
        }
    }

    /// Tells who waits that the server is ready, and by which URL.
    pub fn ready(&mut self, url: &str) {
        if let Some(mut file) = self.ready.take() {
            // Whoever does not listen any more is told nothing.
            let _ = writeln!(file, "{url}");
        }
    }
}
