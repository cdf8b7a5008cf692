//! When keys and sessions were last used: noted in memory by the requests, written by a service,
//! so that no request waits for it. Losing the last minute in a crash is accepted.

use crate::base::{Result, Timestamp};
use crate::domain::access::KeyId;
use crate::domain::account::SessionId;
use crate::domain::session::Session;
use crate::engine::Engine;
use crate::store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

/// A use is noted at most this often.
pub const EVERY: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Used {
    Key(KeyId),
    Session(SessionId),
}

/// Uses that are not written yet.
#[derive(Debug, Default)]
pub struct Activity {
    pending: Mutex<HashMap<Used, Timestamp>>,
    noted: Notify,
}

impl Activity {
    pub(super) fn note_key(&self, key: KeyId, now: Timestamp) {
        self.note(Used::Key(key), now);
    }

    /// Notes the use of a session unless that was done within the last minute.
    pub(super) fn note_session(&self, session: &Session, now: Timestamp) {
        if now.since(session.last_activity_at) >= EVERY {
            self.note(Used::Session(session.id), now);
        }
    }

    /// A use of a key that its row may not show yet.
    pub fn key_used(&self, key: KeyId) -> Option<Timestamp> {
        self.lock().get(&Used::Key(key)).copied()
    }

    fn note(&self, used: Used, now: Timestamp) {
        self.lock().insert(used, now);
        self.noted.notify_one();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Used, Timestamp>> {
        self.pending.lock().unwrap_or_else(|e| e.into_inner())
    }
}

/// Writes what is noted until the server stops.
pub async fn run(engine: &Arc<Engine>) {
    loop {
        let stopping = tokio::select! {
            () = engine.stopping().cancelled() => true,
            () = engine.access.activity.noted.notified() => false,
        };
        if let Err(e) = flush(engine).await {
            // Nothing is lost yet: the next use tries again.
            tracing::debug!(error = ?e, "writing the last uses failed");
        }
        if stopping {
            return;
        }
    }
}

/// Notes leave memory only after their commit, so that a reader finds them here or there.
async fn flush(engine: &Engine) -> Result<()> {
    let activity = &engine.access.activity;
    let notes: Vec<(Used, Timestamp)> = activity.lock().iter().map(|(used, at)| (*used, *at)).collect();
    if notes.is_empty() {
        return Ok(());
    }
    let written = notes.clone();
    let write = engine.store.write(move |tx| {
        for (used, at) in notes {
            match used {
                Used::Key(id) => store::api_keys::touch(tx, id, at)?,
                Used::Session(id) => store::sessions::touch(tx, id, at)?,
            }
        }
        Ok(())
    });
    write.await?;
    let mut pending = activity.lock();
    for (used, at) in written {
        if pending.get(&used) == Some(&at) {
            pending.remove(&used);
        }
    }
    Ok(())
}
