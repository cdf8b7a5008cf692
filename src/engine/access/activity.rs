//! When keys and sessions were last used: noted in memory by the requests, written by a service,
//! so that no request waits for it. Losing the last minute in a crash is accepted.

use crate::base::{Result, Timestamp};
use crate::domain::access::KeyId;
use crate::domain::account::SessionId;
use crate::domain::session::{Session, SessionKind};
use crate::engine::Engine;
use crate::store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

/// The use of a key is noted at most this often.
pub const EVERY: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Used {
    Key(KeyId),
    Session(SessionId, SessionKind),
}

/// Uses that are not written yet.
#[derive(Debug, Default)]
pub struct Activity {
    pending: Mutex<HashMap<Used, Timestamp>>,
    noted: Notify,
}

/// Uses that were not written at some moment.
#[derive(Debug)]
pub struct Unwritten(HashMap<Used, Timestamp>);

impl Unwritten {
    pub fn key_used(&self, key: KeyId) -> Option<Timestamp> {
        self.0.get(&Used::Key(key)).copied()
    }
}

impl Activity {
    pub(super) fn note_key(&self, key: KeyId, now: Timestamp) {
        self.note(Used::Key(key), now);
    }

    /// Notes the use of a session unless that was done a moment ago.
    pub(super) fn note_session(&self, session: &Session, now: Timestamp, timeout: Duration) {
        if session.is_noteworthy(now, timeout) {
            self.note(Used::Session(session.id, session.kind), now);
        }
    }

    /// The uses that rows may not show yet. To be taken before the row is read: a note leaves
    /// memory once it is written, so whoever looks here second may find it in neither place.
    pub fn unwritten(&self) -> Unwritten {
        Unwritten(self.lock().clone())
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

/// Notes leave memory only after their commit, so that a reader finds them here or, later, there.
async fn flush(engine: &Engine) -> Result<()> {
    let activity = &engine.access.activity;
    let notes: Vec<(Used, Timestamp)> = activity.lock().iter().map(|(used, at)| (*used, *at)).collect();
    if notes.is_empty() {
        return Ok(());
    }
    let (written, timeout) = (notes.clone(), engine.settings.session_timeout);
    let write = engine.store.write(move |tx| {
        for (used, at) in notes {
            match used {
                Used::Key(id) => store::api_keys::touch(tx, id, at)?,
                Used::Session(id, SessionKind::Api) => store::sessions::touch(tx, id, at)?,
                // A browser's session lasts as long as it is used.
                Used::Session(id, kind) => store::sessions::extend(tx, id, at, kind.end(id.time(), at, timeout))?,
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

#[cfg(test)]
mod tests {
    use super::super::authenticate_key;
    use super::*;
    use crate::engine::testing::{TestEngine, owner};
    use crate::engine::tokens;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_use_shows_while_it_is_being_written() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let actor = owner(&engine, &made).await;
        let key = authenticate_key(&engine, &made.api_key).await.expect("key").key;
        let service = tokio::spawn({
            let engine = (*engine).clone();
            async move { run(&engine).await }
        });
        for _ in 0..300 {
            let used = Timestamp::now();
            engine.access.activity.note_key(key, used);
            let shown = tokens::current(&engine, &actor).await.expect("reads").expect("key").last_used_at;
            assert!(shown >= Some(used), "{shown:?} is before {used}");
        }
        engine.stopping().cancel();
        service.await.expect("ends");
    }
}
