//! Sandbox endpoints: making, naming and deleting them, and showing what they captured. Taking a
//! request in is `capture`'s; what has expired is erased by housekeeping.

pub mod capture;

use super::Engine;
use super::audit::{self, Entry};
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::project::ProjectId;
use crate::domain::sandbox::{
    Capture, CaptureTag, Endpoint, EndpointId, EndpointPatch, EndpointTag, NewEndpoint, TAIL,
};
use crate::store::{Snapshot, Tx, sandbox};
use serde_json::json;
use std::sync::Arc;

/// Endpoints of a project at most that have not expired.
const MAX_ENDPOINTS: usize = 50;
/// Bytes of captured bodies in one page: it is held in memory several times over.
const PAGE_BYTES: usize = 4 * 1024 * 1024;

/// An endpoint and how many requests are kept of it.
pub type Counted = (Endpoint, usize);

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<EndpointTag>,
    include_expired: bool,
) -> Result<Slice<Counted, EndpointTag>> {
    let project = actor.project;
    let after = if include_expired { Timestamp::from_micros(0) } else { Timestamp::now() };
    engine.store.read(move |snap| sandbox::list(snap, project, page, after)).await
}

/// Makes an endpoint; its slug ends in characters that nobody can guess.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Counted> {
    let new = NewEndpoint::read(body)?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        if sandbox::count_live(tx, project, Timestamp::now())? >= MAX_ENDPOINTS {
            return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_ENDPOINTS} sandbox endpoints")));
        }
        let id = engine_.ids.next();
        let endpoint = loop {
            let endpoint = new.create(id, &crypto::random_word(TAIL));
            if !sandbox::is_taken(tx, &endpoint.slug)? {
                break endpoint;
            }
        };
        sandbox::insert(tx, project, &endpoint)?;
        record(tx, &engine_, &actor, id, "sandbox.created", json!({"slug": endpoint.slug}))?;
        Ok((endpoint, 0))
    });
    write.await
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: EndpointId, body: &Members<'_>) -> Result<Counted> {
    let patch = EndpointPatch::read(body)?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let mut endpoint = find(tx, actor.project, id)?;
        let fields = patch.apply(&mut endpoint);
        if !fields.is_empty() {
            sandbox::rename(tx, actor.project, id, &endpoint.name)?;
            record(tx, &engine_, &actor, id, "sandbox.updated", json!({"changed": fields}))?;
        }
        Ok((endpoint, sandbox::count(tx, id)?))
    });
    write.await
}

/// Ends an endpoint and erases what it captured.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: EndpointId) -> Result<()> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        find(tx, actor.project, id)?;
        sandbox::delete(tx, actor.project, id)?;
        record(tx, &engine_, &actor, id, "sandbox.deleted", json!({}))
    });
    write.await?;
    // Housekeeping does what a stop leaves undone here.
    let rest = move |engine: Arc<Engine>| async move { engine.store.write(move |tx| sandbox::clear(tx, id)).await };
    engine.complete(rest).await;
    Ok(())
}

/// One page of what an endpoint captured, newest first; pages of large bodies are shorter.
pub async fn requests(
    engine: &Engine,
    actor: &Actor,
    id: EndpointId,
    page: Page<CaptureTag>,
) -> Result<Slice<Capture, CaptureTag>> {
    let (project, keys) = (actor.project, engine.keys.clone());
    let read = engine.store.read(move |snap| {
        find(snap, project, id)?;
        sandbox::captures(snap, &keys, id, page, PAGE_BYTES)
    });
    read.await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: EndpointId) -> Result<Endpoint> {
    sandbox::find(snap, project, id)?.ok_or_else(not_found)
}

fn not_found() -> Error {
    Error::not_found("Sandbox endpoint")
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: EndpointId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "sandbox_endpoint", Some(id.to_string()), metadata))
}
