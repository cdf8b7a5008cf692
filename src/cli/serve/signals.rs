//! The signals that a server takes: to end, to read its configuration again, to tell its state.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// All of them, caught from the moment this is made.
#[derive(Debug)]
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
    user: Signal,
}

/// What an operator asks for while the server goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Reload,
    State,
}

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    End,
    For(Wish),
}

impl Signals {
    pub fn listen() -> std::io::Result<Signals> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
            user: signal(SignalKind::user_defined1())?,
        })
    }

    /// Waits for the next of any.
    pub async fn next(&mut self) -> Asked {
        tokio::select! {
            _ = self.terminate.recv() => Asked::End,
            _ = self.interrupt.recv() => Asked::End,
            _ = self.hangup.recv() => Asked::For(Wish::Reload),
            _ = self.user.recv() => Asked::For(Wish::State),
        }
    }

    /// Waits for the next that asks to end.
    pub async fn end(&mut self) {
        while self.next().await != Asked::End {}
    }
}
