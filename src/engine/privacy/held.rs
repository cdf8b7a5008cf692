//! Held projects: while their owner restricts processing, objects to it or is deactivated, nothing
//! new is taken in and what is due waits, however often the server restarts.

use crate::base::Result;
use crate::domain::account::UserId;
use crate::engine::{Engine, dispatch, tasks};
use crate::store::{self, Tx};
use std::sync::Arc;

/// To be called by every operation that restricts, objects, deactivates, or takes any of that
/// back, after its change: holds the projects of the user or lets them go on, as they stand now.
pub(in crate::engine) fn changed(tx: &Tx<'_>, engine: &Arc<Engine>, user: UserId) -> Result<()> {
    for project in store::projects::owned(tx, user)? {
        let held = store::projects::is_held(tx, project)?;
        // In this order: an attempt that starts in between is not made, and not made in vain.
        engine.rights_changed(tx, project);
        let engine = engine.clone();
        tx.after_commit(move || {
            dispatch::hold(&engine, project, held);
            tasks::hold(&engine, project, held);
        });
    }
    Ok(())
}
