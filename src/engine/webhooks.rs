//! Webhooks: setting them up, changing, testing and switching them off, and how they are doing.
//!
//! A change is visible to routing when its caller hears of it: the compiled view of the project is
//! dropped right after the commit.

use super::audit::{self, Entry};
use super::dispatch::{self, Trial};
use super::{Engine, health};
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::circuit::Circuit;
use crate::domain::delivery::{DeliveryId, Ended};
use crate::domain::destination::UrlPolicy;
use crate::domain::project::ProjectId;
use crate::domain::signing::Secret;
use crate::domain::status::Status;
use crate::domain::webhook::{Changes, NewWebhook, SecretChange, Webhook, WebhookId, WebhookPatch, WebhookTag};
use crate::store::deliveries::{self, Of};
use crate::store::webhooks::{self, Secrets, Stored};
use crate::store::{Snapshot, Tx, embed};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;

/// Active webhooks of a project at most.
const MAX_WEBHOOKS: usize = 1000;
/// Rows changed by one operation, so that the writer is never held for long.
const CHUNK: usize = 500;
/// Test calls of a webhook in a minute.
const TESTS_PER_MINUTE: u32 = 10;

/// A webhook as its owner sees it; the secret only when it was just set.
#[derive(Debug)]
pub struct Shown {
    pub webhook: Webhook,
    pub secret: Option<Secret>,
}

/// Where this server may be told to deliver to. Its own sandbox is named by the public URL or by a
/// listener.
pub fn url_policy(engine: &Engine) -> UrlPolicy {
    let settings = &engine.settings;
    let tls = settings.tls_cert.is_some();
    let scheme = if tls { "https" } else { "http" };
    let names = |at: &SocketAddr| {
        let local = [at.ip().is_unspecified().then_some("127.0.0.1"), Some("localhost")].into_iter().flatten();
        let local: Vec<String> = local.map(|name| format!("{scheme}://{name}:{}", at.port())).collect();
        if at.ip().is_unspecified() || at.ip().is_loopback() { local } else { Vec::new() }
    };
    let bound = engine.outbound.own().iter().flat_map(|at| names(at).into_iter().chain([format!("{scheme}://{at}")]));
    let listeners: Vec<String> = settings.listen.iter().map(|listen| listen.url(tls)).chain(bound).collect();
    let own = std::iter::once(settings.public_url.as_str()).chain(listeners.iter().map(String::as_str));
    UrlPolicy::new(settings.allow_http_destinations, settings.allow_private_destinations.0.0.clone(), own)
}

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<WebhookTag>,
    include_inactive: bool,
) -> Result<Slice<Webhook, WebhookTag>> {
    let project = actor.project;
    let mut slice = engine.store.read(move |snap| webhooks::list(snap, project, page, include_inactive)).await?;
    slice.rows.iter_mut().for_each(|webhook| update_circuit(engine, webhook));
    Ok(slice)
}

pub async fn get(engine: &Engine, actor: &Actor, id: WebhookId) -> Result<Webhook> {
    let project = actor.project;
    let mut webhook = engine.store.read(move |snap| find(snap, project, id)).await?.webhook;
    update_circuit(engine, &mut webhook);
    Ok(webhook)
}

/// The row follows the lane's circuit, so the lane knows better.
pub(super) fn update_circuit(engine: &Engine, webhook: &mut Webhook) {
    if let Some(circuit) = engine.dispatch.circuit(webhook.id) {
        webhook.circuit = circuit;
    }
}

pub(super) fn find(snap: &Snapshot<'_>, project: ProjectId, id: WebhookId) -> Result<Stored> {
    webhooks::find(snap, project, id)?.ok_or_else(|| Error::not_found("Webhook"))
}

/// Creates a webhook; it gets a secret of its own unless one is given.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Shown> {
    create_with(engine, actor, body, None).await
}

/// As [`create`], with something in the second slot from the beginning.
pub(super) async fn create_with(
    engine: &Arc<Engine>,
    actor: &Actor,
    body: &Members<'_>,
    second: Option<&Secret>,
) -> Result<Shown> {
    let mut new = NewWebhook::read(body, &url_policy(engine))?;
    let secret = new.secret.take().unwrap_or_else(generate);
    let mut webhook = new.create(engine.ids.next());
    let previous = second.map(|second| seal(engine, webhook.id, second)).transpose()?;
    let secrets = Secrets { current: Some(seal(engine, webhook.id, &secret)?), previous };
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        if webhook.status.is_active() {
            check_limit(tx, actor.project)?;
        }
        webhooks::insert(tx, actor.project, &webhook, &secrets)?;
        if let Some(tenant) = actor.tenant() {
            embed::set_tenant(tx, actor.project, webhook.id, tenant)?;
            webhook.tenant = Some(tenant.to_owned());
        }
        record(tx, &engine_, &actor, webhook.id, "webhook.created", json!({"url": webhook.url}))?;
        tx.after_commit(move || engine_.directory.changed(actor.project));
        Ok(webhook)
    });
    Ok(Shown { webhook: write.await?, secret: Some(secret) })
}

pub(super) fn generate() -> Secret {
    Secret::generate(crypto::random_bytes())
}

pub(super) fn seal(engine: &Engine, id: WebhookId, secret: &Secret) -> Result<Vec<u8>> {
    engine.keys.seal_text(&webhooks::place(id), secret.expose())
}

fn check_limit(snap: &Snapshot<'_>, project: ProjectId) -> Result<()> {
    if webhooks::count_active(snap, project)? >= MAX_WEBHOOKS {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_WEBHOOKS} webhooks")));
    }
    Ok(())
}

pub(super) fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: WebhookId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "webhook", Some(id.to_string()), metadata))
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: WebhookId, body: &Members<'_>) -> Result<Shown> {
    let patch = WebhookPatch::read(body, &url_policy(engine))?;
    change(engine, actor, id, "webhook.updated", patch).await
}

/// Puts a generated secret before the present one, which stays valid beside it.
pub async fn rotate_secret(engine: &Arc<Engine>, actor: &Actor, id: WebhookId) -> Result<Shown> {
    let patch = WebhookPatch { secret: Some(SecretChange::Set(generate())), ..WebhookPatch::default() };
    change(engine, actor, id, "webhook.updated", patch).await
}

/// Switches a webhook off; what is still due for it ends.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: WebhookId) -> Result<()> {
    let patch = WebhookPatch { status: Some(Status::Inactive), ..WebhookPatch::default() };
    change(engine, actor, id, "webhook.deleted", patch).await.map(drop)
}

/// What is left to do in further operations, because it may concern any number of rows.
#[derive(Clone, Copy, Default)]
struct Rest {
    /// Deliveries that were made before this one and end.
    ending: Option<DeliveryId>,
    /// Deliveries that wait for this reopening of the circuit.
    postponed: Option<Timestamp>,
}

async fn change(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: WebhookId,
    action: &'static str,
    patch: WebhookPatch,
) -> Result<Shown> {
    let (engine_, actor_, now) = (engine.clone(), actor.clone(), Timestamp::now());
    let write = engine.store.write(move |tx| {
        let stored = find(tx, actor_.project, id)?;
        apply(&engine_, tx, &actor_, stored, (action, patch, now))
    });
    let (shown, rest, more) = write.await?;
    if more {
        let project = actor.project;
        let again = move |engine: Arc<Engine>| async move {
            let engine_ = engine.clone();
            engine.store.write(move |tx| step(&engine_, tx, project, id, rest)).await
        };
        engine.complete(again).await;
    }
    Ok(shown)
}

fn apply(
    engine: &Arc<Engine>,
    tx: &Tx<'_>,
    actor: &Actor,
    stored: Stored,
    (action, mut patch, now): (&'static str, WebhookPatch, Timestamp),
) -> Result<(Shown, Rest, bool)> {
    let Stored { mut webhook, mut secrets } = stored;
    let (id, project, was) = (webhook.id, actor.project, webhook.status);
    update_circuit(engine, &mut webhook);
    let postponed = webhook.circuit.reopen_at;
    let secret = change_secret(engine, &mut patch, &webhook, &mut secrets)?;
    let Changes { fields, circuit_reset, deactivated } = patch.apply(&mut webhook, now);
    if fields.is_empty() {
        return Ok((Shown { webhook, secret }, Rest::default(), false));
    }
    if webhook.status.is_active() && !was.is_active() {
        check_limit(tx, project)?;
    }
    webhooks::update(tx, project, &webhook, &secrets)?;
    let metadata = if action == "webhook.deleted" { json!({}) } else { json!({"changed": fields}) };
    record(tx, engine, actor, id, action, metadata)?;
    if circuit_reset {
        webhooks::set_circuit(tx, id, &Circuit::default())?;
    }
    let hook = engine.clone();
    tx.after_commit(move || {
        hook.directory.changed(project);
        hook.batches.changed(id);
        if circuit_reset {
            dispatch::close_circuit(&hook, project, id);
        }
    });
    let rest = Rest {
        ending: deactivated.then(|| engine.ids.next()),
        postponed: postponed.filter(|_| circuit_reset && webhook.status.is_active()),
    };
    let more = step(engine, tx, project, id, rest)?;
    Ok((Shown { webhook, secret }, rest, more))
}

/// Takes a secret that is in use already out of the patch, and moves the others along.
fn change_secret(
    engine: &Engine,
    patch: &mut WebhookPatch,
    webhook: &Webhook,
    secrets: &mut Secrets,
) -> Result<Option<Secret>> {
    let place = webhooks::place(webhook.id);
    let present = secrets.current.as_deref().map(|sealed| engine.keys.open_text(&place, sealed)).transpose()?;
    match &patch.secret {
        Some(SecretChange::Set(secret)) if present.as_deref() != Some(secret.expose()) => {
            let secret = secret.clone();
            secrets.previous = secrets.current.replace(seal(engine, webhook.id, &secret)?);
            return Ok(Some(secret));
        }
        Some(SecretChange::Remove) if present.is_some() => *secrets = Secrets::default(),
        _ => patch.secret = None,
    }
    Ok(None)
}

/// Does a bounded part of the rest; true when there is more of it.
fn step(engine: &Arc<Engine>, tx: &Tx<'_>, project: ProjectId, id: WebhookId, rest: Rest) -> Result<bool> {
    let (now, mut more) = (Timestamp::now(), false);
    // Also when the webhook is active again: its lane has forgotten them.
    if let Some(before) = rest.ending {
        let ended = deliveries::end(tx, Of::Webhook(id, before), Ended::WebhookInactive, now, CHUNK)?;
        let engine = engine.clone();
        tx.after_commit(move || {
            engine.dispatch.drop_webhook(id, before);
            engine.ended(project, ended);
        });
        more |= ended == CHUNK;
    }
    if let Some(until) = rest.postponed {
        let moved = deliveries::bring_forward(tx, id, until, now, CHUNK)?;
        let engine = engine.clone();
        tx.after_commit(move || dispatch::wake(&engine, project, id, now));
        more |= moved == CHUNK;
    }
    Ok(more)
}

/// Calls a webhook once, whatever its status; 429 after ten calls in a minute.
pub async fn test(engine: &Arc<Engine>, actor: &Actor, id: WebhookId) -> Result<Trial> {
    let project = actor.project;
    engine.project(project).await?.require_unheld()?;
    let stored = engine.store.read(move |snap| find(snap, project, id)).await?;
    engine.tests.spend(id, TESTS_PER_MINUTE, Timestamp::now())?;
    let trial = dispatch::send_test(engine, project, stored).await?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    engine.store.write(move |tx| record(tx, &engine_, &actor, id, "webhook.tested", json!({}))).await?;
    Ok(trial)
}

/// How one webhook did in the last day.
pub async fn health(engine: &Engine, actor: &Actor, id: WebhookId) -> Result<health::Report> {
    let (project, now) = (actor.project, Timestamp::now());
    let read = engine.store.read(move |snap| health::report(snap, find(snap, project, id)?.webhook, now));
    let mut report = read.await?;
    update_circuit(engine, &mut report.webhook);
    Ok(report)
}

/// How every active webhook did in the last day, newest first.
pub async fn health_of_all(engine: &Engine, actor: &Actor) -> Result<Vec<health::Report>> {
    let (project, now) = (actor.project, Timestamp::now());
    let page = Page { limit: MAX_WEBHOOKS, before: None };
    let read = engine.store.read(move |snap| {
        let active = webhooks::list(snap, project, page, false)?.rows;
        active.into_iter().map(|webhook| health::report(snap, webhook, now)).collect::<Result<Vec<_>>>()
    });
    let mut reports = read.await?;
    reports.iter_mut().for_each(|report| update_circuit(engine, &mut report.webhook));
    Ok(reports)
}
