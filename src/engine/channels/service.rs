//! The service that sends what waits. It wakes when an alert is committed and when one falls due;
//! each alert is tried by itself, so a channel that fails costs the others nothing. One arrives at
//! least once: a kill between sending and noting that sends it again, under the same id.

use super::raise::with;
use super::send::{self, Sent};
use crate::base::{Error, Result, Timestamp};
use crate::domain::alert::wire::Message;
use crate::domain::alert::{SUMMARY, again_after};
use crate::domain::channel::{Channel, Medium};
use crate::engine::{Engine, notices};
use crate::store::alerts::{self, Waiting};
use crate::store::{self, Snapshot, Tx, channels};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// Alerts under way at a time.
const CHUNK: i64 = 32;
/// How long a database that takes nothing is left alone.
const AGAIN: Duration = Duration::from_secs(1);

/// An alert with what it takes to send it; nothing when nobody wants it any more.
type Ready = (Waiting, Option<(Channel, Message)>);

pub(in crate::engine) async fn run(engine: &Arc<Engine>) {
    loop {
        // What is set from here on is seen below or wakes the wait.
        engine.alerts.take();
        let next = tokio::select! {
            next = round(engine) => next,
            () = grace(engine) => return,
        };
        let next = next.unwrap_or_else(|e| {
            tracing::error!(error = ?e, "sending alerts failed; trying again");
            Some(Timestamp::now().plus(AGAIN))
        });
        engine.alerts.reset(next);
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = engine.alerts.wait() => {}
        }
    }
}

/// Ends a moment after the shutdown began: what is on its way may arrive.
async fn grace(engine: &Engine) {
    engine.stopping().cancelled().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
}

/// Sends all that is due; returns when the next is.
pub(super) async fn round(engine: &Arc<Engine>) -> Result<Option<Timestamp>> {
    while !engine.stopping().is_cancelled() {
        let (now, engine_) = (Timestamp::now(), engine.clone());
        let due = engine.store.read(move |snap| {
            alerts::due(snap, now, CHUNK)?.into_iter().map(|alert| prepare(snap, &engine_, alert)).collect()
        });
        let due: Vec<Ready> = due.await?;
        if due.is_empty() {
            break;
        }
        let sent = join_all(due.into_iter().map(|(alert, ready)| async move {
            let sent = match &ready {
                Some((channel, message)) => Some(send::send(engine, channel, alert.id, message).await),
                None => None,
            };
            (alert, sent)
        }));
        let (results, engine_) = (sent.await, engine.clone());
        let write = engine
            .store
            .write(move |tx| results.iter().try_for_each(|(alert, sent)| settle(tx, &engine_, alert, sent.as_ref())));
        write.await?;
    }
    engine.store.read(alerts::next_due).await
}

fn prepare(snap: &Snapshot<'_>, engine: &Engine, alert: Waiting) -> Result<Ready> {
    let medium = Medium::parse(&alert.medium).map_err(Error::internal)?;
    let project = store::projects::find(snap, alert.project)?.filter(|project| project.active);
    let channel = channels::one(snap, &engine.keys, alert.project, medium)?.filter(|channel| channel.enabled);
    let Some((project, channel)) = project.zip(channel) else { return Ok((alert, None)) };
    if store::projects::is_held(snap, alert.project)? {
        return Ok((alert, None));
    }
    let payload = match alert.event == SUMMARY {
        true => json!({"message": format!("{} more alerts were held back within an hour.", alert.suppressed)}),
        false => serde_json::from_str::<Value>(&alert.payload).map_err(Error::internal)?,
    };
    let message = send::message(engine, &project, &alert.event, with(&payload, alert.suppressed));
    let message = Message { at: alert.id.time(), ..message };
    Ok((alert, Some((channel, message))))
}

fn settle(tx: &Tx<'_>, engine: &Engine, alert: &Waiting, sent: Option<&Sent>) -> Result<()> {
    let Some(sent) = sent else { return alerts::delete(tx, alert.id) };
    let now = Timestamp::now();
    let again = sent.error.as_ref().and_then(|_| again_after(alert.attempts + 1));
    if let Some(wait) = again {
        return alerts::postpone(tx, alert.id, now.plus(wait));
    }
    alerts::delete(tx, alert.id)?;
    engine.metrics.alert(sent.medium, sent.error.is_none());
    sent.note(tx, alert.project, now)?;
    match &sent.error {
        Some(error) => notices::alert_failed(tx, engine, alert.project, (&alert.medium, &alert.event), error),
        None => Ok(()),
    }
}
