//! The service that clears what is left of erased users and projects: in short writes, so that
//! others hardly wait, and from the beginning after a stop or a kill, since what is gone is gone.

use crate::base::{Kind, Result, Timestamp};
use crate::engine::Engine;
use crate::store;
use crate::store::erasure::{Erasure, Subject};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rows that are touched at a time, and for how long one write may go on.
const ROWS: usize = 20;
const BUDGET: Duration = Duration::from_millis(8);
/// A request that was let in before the erasure may still write this long after it: what is left
/// is looked for again, and only then struck off.
const LATE: Duration = Duration::from_secs(120);
/// How soon it is tried again when something failed, or was in the way.
const RETRY: Duration = Duration::from_secs(2);

/// Clears what is noted until the server stops.
pub async fn run(engine: &Arc<Engine>) {
    loop {
        let more = engine.erasures.0.notified();
        let next = match clear_all(engine).await {
            Ok(next) => next,
            Err(e) => {
                tracing::error!(error = ?e, "clearing what was erased failed; trying again");
                Some(Timestamp::now().plus(RETRY))
            }
        };
        let wait = async {
            match next {
                Some(at) => tokio::time::sleep(at.since(Timestamp::now())).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = more => {}
            () = wait => {}
        }
    }
}

/// Clears everything that is noted, and returns when to look again.
async fn clear_all(engine: &Arc<Engine>) -> Result<Option<Timestamp>> {
    let (open, looked) = (engine.store.read(store::erasure::open).await?, Timestamp::now());
    if open.is_empty() {
        return Ok(None);
    }
    for erasure in &open {
        clear(engine, erasure.subject).await?;
    }
    if engine.stopping().is_cancelled() || !engine.store.empty_log().await? {
        return Ok(Some(Timestamp::now().plus(RETRY)));
    }
    let (over, rest): (Vec<Erasure>, Vec<Erasure>) =
        open.into_iter().partition(|erasure| erasure.begun_at.plus(LATE) <= looked);
    strike_off(engine, over).await?;
    Ok(rest.iter().map(|erasure| erasure.begun_at.plus(LATE)).min())
}

/// Deletes all there is of a subject, or all until the server stops.
async fn clear(engine: &Arc<Engine>, subject: Subject) -> Result<()> {
    while !engine.stopping().is_cancelled() {
        let keys = engine.keys.clone();
        let write = engine.store.write(move |tx| {
            let begun = Instant::now();
            while store::erasure::clear(tx, &keys, &subject, ROWS)? > 0 {
                if begun.elapsed() >= BUDGET {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        match write.await {
            Ok(true) => {}
            Ok(false) => break,
            // A full disk: there is room again some time.
            Err(e) if e.kind() == Kind::Unavailable && !engine.store.is_broken() => tokio::time::sleep(RETRY).await,
            Err(e) => return Err(e),
        }
    }
    Ok(())
}

async fn strike_off(engine: &Arc<Engine>, over: Vec<Erasure>) -> Result<()> {
    if over.is_empty() {
        return Ok(());
    }
    let engine_ = engine.clone();
    let write = engine.store.write(move |tx| {
        for Erasure { subject, .. } in over {
            store::erasure::forget(tx, &subject)?;
            if let Subject::Project(project) = subject {
                let engine = engine_.clone();
                tx.after_commit(move || {
                    engine.dispatch.forget_project(project);
                    engine.oneoffs.forget(project);
                    engine.directory.forget(project);
                    engine.metrics.forget_project(project);
                });
            }
        }
        Ok(())
    });
    write.await
}
