//! The channels on which a project is told of trouble: setting and trying them. What is told, and
//! how it gets there, is in `raise`, `service` and `send`.

mod raise;
mod send;
mod service;

pub(super) use raise::{raise, raise_to_operators};
pub use send::Sent;
pub(super) use service::run;

use super::Engine;
use super::audit::{self, Entry};
use crate::base::json::Members;
use crate::base::{Error, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::alert::AlertKind;
use crate::domain::channel::{Change, Channel, Channels, Medium, Rules};
use crate::store::{self, Tx};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::sync::Arc;

const NONE: &str = "No notification channel configured";

/// What the project has set, if anything.
pub async fn get(engine: &Engine, actor: &Actor) -> Result<Option<Channels>> {
    let (project, keys) = (actor.project, engine.keys.clone());
    engine.store.read(move |snap| store::channels::find(snap, &keys, project)).await
}

/// Changes one channel, or all of them. 422 for what a channel cannot use.
pub async fn put(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Option<Channels>> {
    let change = Change::read(body)?;
    let rules = Rules { urls: super::webhooks::url_policy(engine), hosts: engine.settings.alert_hosts.0.clone() };
    let (engine_, by) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let stored = store::channels::find(tx, &engine_.keys, by.project)?;
        let (id, list) = stored.map_or_else(|| (engine_.ids.next(), Vec::new()), |c| (c.id, c.list));
        let list = change.apply(list, &rules, || engine_.ids.next())?;
        let channels = Channels { id, list, updated_at: Timestamp::now() };
        store::channels::save(tx, &engine_.keys, by.project, &channels)?;
        record(tx, &engine_, &by, "notification_channel.updated", &channels, enabled(&channels.list))?;
        Ok(Some(channels))
    });
    write.await
}

/// Removes one channel, or all of them; returns what is left. 404 when there is nothing to remove.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, medium: Option<Medium>) -> Result<Option<Channels>> {
    let (engine_, by) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut channels = store::channels::find(tx, &engine_.keys, by.project)?.ok_or_else(none)?;
        let removed: Vec<Channel> = match medium {
            Some(medium) => {
                let (removed, left) = channels.list.into_iter().partition(|channel| channel.medium == medium);
                channels.list = left;
                removed
            }
            None => std::mem::take(&mut channels.list),
        };
        if medium.is_some() && removed.is_empty() {
            return Err(none());
        }
        record(tx, &engine_, &by, "notification_channel.deleted", &channels, names(&removed))?;
        if channels.list.is_empty() {
            store::channels::delete(tx, by.project)?;
            return Ok(None);
        }
        channels.updated_at = Timestamp::now();
        store::channels::save(tx, &engine_.keys, by.project, &channels)?;
        Ok(Some(channels))
    });
    write.await
}

/// Sends a test alert now, to one channel or to all that are enabled. 404 when nothing is set, 422
/// when the channel is not enabled.
pub async fn test(engine: &Arc<Engine>, actor: &Actor, medium: Option<Medium>) -> Result<Vec<Sent>> {
    let channels = get(engine, actor).await?.ok_or_else(none)?;
    let list: Vec<Channel> = channels.list.iter().filter(|c| c.enabled).cloned().collect();
    let list: Vec<Channel> = list.into_iter().filter(|c| medium.is_none_or(|medium| c.medium == medium)).collect();
    if list.is_empty() {
        let text = match medium {
            Some(medium) => format!("Channel {} is not enabled", medium.as_str()),
            None => "No channel is enabled".to_owned(),
        };
        return Err(Error::new(Kind::Invalid, text));
    }
    let view = engine.project(actor.project).await?;
    let payload = json!({"message": "This is a test: alerts of this project arrive here.", "test": true});
    let payload = payload.as_object().cloned().unwrap_or_default();
    let message = send::message(engine, &view.project, AlertKind::WebhookFailing.as_str(), payload);
    let id = engine.ids.next();
    let sent = join_all(list.iter().map(|channel| send::send(engine, channel, id, &message))).await;
    let (engine_, by, results) = (engine.clone(), actor.clone(), sent.clone());
    let write = engine.store.write(move |tx| {
        for result in &results {
            result.note(tx, by.project, Timestamp::now())?;
        }
        record(tx, &engine_, &by, "notification_channel.tested", &channels, names(&list))
    });
    write.await?;
    Ok(sent)
}

fn none() -> Error {
    Error::new(Kind::NotFound, NONE)
}

fn names(list: &[Channel]) -> Vec<&'static str> {
    list.iter().map(|channel| channel.medium.as_str()).collect()
}

fn enabled(list: &[Channel]) -> Vec<&'static str> {
    list.iter().filter(|channel| channel.enabled).map(|channel| channel.medium.as_str()).collect()
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    by: &Actor,
    action: &'static str,
    channels: &Channels,
    named: Vec<&'static str>,
) -> Result<()> {
    let noted: Value = json!({"channels": named});
    let entry = Entry::of(by, action, "notification_channel", Some(channels.id.to_string()), noted);
    audit::record(tx, engine, entry)
}

#[cfg(test)]
mod tests;
