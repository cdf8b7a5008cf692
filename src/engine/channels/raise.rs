//! Something happened that people want to be told of: written with what it tells of, sent later.
//! A project without channels pays for one look at an index, and only when something happened.

use crate::base::{Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::alert::{AlertKind, HOUR, MOST, QUIET, SUMMARY};
use crate::domain::project::ProjectId;
use crate::engine::{Engine, notices};
use crate::store::alerts::{self, Mark, Waiting};
use crate::store::{self, Tx, channels};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What the application itself counts as, beside the channels.
const IN_APP: &str = "in_app";

/// Tells the owner and the admins of a project, and its channels; `object` is what it is about. The
/// payload is an object with a `message`.
pub(in crate::engine) fn raise(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    project: ProjectId,
    (kind, object): (AlertKind, [u8; 16]),
    payload: &Value,
) -> Result<()> {
    let now = Timestamp::now();
    let mark = Mark { project, medium: IN_APP, event: kind.as_str(), object };
    if let Some(suppressed) = alerts::pass(tx, mark, now.minus(QUIET), now)? {
        notices::alert(tx, engine, project, kind, &with(payload, suppressed))?;
    }
    queue(tx, engine, project, (kind, object), payload, now)
}

/// Tells the channels of the projects of an operator. They were told in the application already.
pub(in crate::engine) fn raise_to_operators(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    operator: UserId,
    kind: AlertKind,
    payload: &Value,
) -> Result<()> {
    let now = Timestamp::now();
    for project in store::projects::owned(tx, operator)? {
        queue(tx, engine, project, (kind, [0; 16]), payload, now)?;
    }
    Ok(())
}

fn queue(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    project: ProjectId,
    (kind, object): (AlertKind, [u8; 16]),
    payload: &Value,
    now: Timestamp,
) -> Result<()> {
    for medium in channels::listening(tx, project, kind)? {
        let mark = Mark { project, medium: medium.as_str(), event: kind.as_str(), object };
        let Some(suppressed) = alerts::pass(tx, mark, now.minus(QUIET), now)? else { continue };
        let alert = Waiting {
            id: engine.ids.next(),
            project,
            medium: medium.as_str().to_owned(),
            event: kind.as_str().to_owned(),
            payload: payload.to_string(),
            suppressed,
            due_at: now,
            attempts: 0,
        };
        let (count, began) = alerts::count_hour(tx, project, &alert.medium, now.minus(HOUR), now)?;
        let alert = match count <= MOST {
            true => alert,
            false if alerts::count_on(tx, project, &alert.medium, SUMMARY)? => continue,
            false => Waiting {
                event: SUMMARY.to_owned(),
                payload: "{}".to_owned(),
                suppressed: 1,
                due_at: began.plus(HOUR),
                ..alert
            },
        };
        alerts::insert(tx, &alert)?;
        let (engine, due) = (engine.clone(), alert.due_at);
        tx.after_commit(move || engine.alerts.set(Some(due)));
    }
    Ok(())
}

/// The payload with the number of those that were held back, if there were any.
pub(super) fn with(payload: &Value, suppressed: i64) -> Map<String, Value> {
    let mut payload = payload.as_object().cloned().unwrap_or_default();
    if suppressed > 0 {
        payload.insert("suppressed".to_owned(), json!(suppressed));
    }
    payload
}
