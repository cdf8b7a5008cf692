//! The service that routes delayed events at their time.

use super::{Engine, accept};
use crate::base::{Kind, Result, Timestamp};
use crate::store::intake;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// Events routed in one transaction.
const CHUNK: usize = 200;
/// How often projects that could not be read are looked at again.
const RECHECK: Duration = Duration::from_secs(30);

pub(super) async fn run(engine: &Arc<Engine>) {
    loop {
        engine.waiting.take();
        let Looked { at, skipped } = match route_due(engine).await {
            Ok(looked) => looked,
            Err(e) => {
                tracing::error!(error = ?e, "routing delayed events failed; trying again");
                engine.waiting.reset(Some(Timestamp::now().plus(Duration::from_secs(1))));
                Looked { at: Timestamp::now(), skipped: false }
            }
        };
        if skipped {
            engine.waiting.reset(Some(Timestamp::now().plus(RECHECK)));
        }
        // After the instant of the last look, not after now: nobody has seen what fell due between.
        let next = engine.store.read(move |snap| intake::next_waiting(snap, at)).await;
        engine.waiting.reset(next.unwrap_or_else(|_| Some(Timestamp::now().plus(Duration::from_secs(1)))));
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = engine.waiting.wait() => {}
        }
    }
}

/// The last look at what is due: nothing was left but events of projects that cannot be read.
struct Looked {
    at: Timestamp,
    skipped: bool,
}

/// Routes all that is due. Of a held project too: its deliveries wait, so nothing is sent.
async fn route_due(engine: &Arc<Engine>) -> Result<Looked> {
    let mut skipped = HashSet::new();
    loop {
        let (now, skip) = (Timestamp::now(), skipped.clone());
        let due = engine.store.read(move |snap| intake::due_events(snap, now, &skip, CHUNK)).await?;
        if due.is_empty() {
            return Ok(Looked { at: now, skipped: !skipped.is_empty() });
        }
        let mut ready = Vec::with_capacity(due.len());
        for (project, event) in due {
            match engine.project(project).await {
                Ok(view) => ready.push((view, event)),
                // One that cannot be read must not keep the events of all others waiting.
                Err(e) if e.kind() != Kind::Unavailable => {
                    tracing::error!(error = ?e, %project, "delayed events of a project cannot be routed");
                    skipped.insert(project);
                }
                Err(e) => return Err(e),
            }
        }
        let engine_ = engine.clone();
        let write = engine.store.write(move |tx| {
            for (view, event) in ready {
                accept::route_waiting(&engine_, tx, &view, event)?;
            }
            Ok(())
        });
        write.await?;
    }
}
