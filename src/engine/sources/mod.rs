//! Sources: setting them up, changing them, switching them off, and showing what was refused. What
//! they send is taken in by `intake`.
//!
//! A change is in force when its caller hears of it: the view of the project, which holds the
//! sources for intake, is dropped right after the commit.

pub mod intake;

use super::Engine;
use super::audit::{self, Entry};
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Kind, Result, Timestamp, crypto};
use crate::domain::access::Actor;
use crate::domain::project::ProjectId;
use crate::domain::signing::Secret;
use crate::domain::source::{
    NewSource, Preset, Rejection, RejectionTag, Source, SourceId, SourcePatch, SourceTag, Verifier,
};
use crate::domain::status::Status;
use crate::store::sources::{self, Secrets, Stored};
use crate::store::{Snapshot, Tx};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;

/// Active sources of a project at most.
const MAX_SOURCES: usize = 1000;

/// An active source ready to take requests in.
#[derive(Debug)]
pub struct Inlet {
    pub source: Source,
    /// Its slug, shared.
    pub provider: Arc<str>,
    /// Of some ids that it has sent only the hashes are known.
    pub hashed_ids: bool,
    pub(super) verifier: Verifier,
}

/// The active sources of a project by their slugs.
pub(super) fn inlets(engine: &Engine, stored: Vec<Stored>) -> Result<HashMap<Arc<str>, Arc<Inlet>>> {
    let open = |Stored { source, secrets, hashed_ids }| {
        let Secrets { current, previous } = secrets;
        let place = sources::place(source.id);
        let secret = |sealed: Vec<u8>| engine.keys.open_text(&place, &sealed).map(Secret::new);
        let secrets = current.into_iter().chain(previous).map(secret).collect::<Result<Vec<_>>>()?;
        let lenient = Preset::is_lenient(source.preset.as_deref());
        let verifier = Verifier::new(source.verification.clone(), lenient, &secrets)?;
        let provider: Arc<str> = source.slug.as_str().into();
        Ok((provider.clone(), Arc::new(Inlet { source, provider, hashed_ids, verifier })))
    };
    stored.into_iter().map(open).collect()
}

/// A source as its owner sees it; the secret only when it was just set.
#[derive(Debug)]
pub struct Shown {
    pub source: Source,
    pub secret: Option<Secret>,
}

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    page: Page<SourceTag>,
    include_inactive: bool,
) -> Result<Slice<Source, SourceTag>> {
    let project = actor.project;
    engine.store.read(move |snap| sources::list(snap, project, page, include_inactive)).await
}

pub async fn get(engine: &Engine, actor: &Actor, id: SourceId) -> Result<Source> {
    let project = actor.project;
    Ok(engine.store.read(move |snap| find(snap, project, id)).await?.source)
}

/// One page of the refused requests that are kept, newest first.
pub async fn rejections(
    engine: &Engine,
    actor: &Actor,
    id: SourceId,
    page: Page<RejectionTag>,
) -> Result<Slice<Rejection, RejectionTag>> {
    let (project, keys) = (actor.project, engine.keys.clone());
    let read = engine.store.read(move |snap| {
        find(snap, project, id)?;
        sources::rejections(snap, &keys, id, page)
    });
    read.await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: SourceId) -> Result<Stored> {
    sources::find(snap, project, id)?.ok_or_else(|| Error::not_found("Source"))
}

/// Creates a source; it gets a secret of its own unless one is given or would have no meaning.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<Shown> {
    let mut new = NewSource::read(body)?;
    let given = new.secret.take();
    let source = new.create(engine.ids.next());
    let secret = given.or_else(|| source.has_secret.then(generate));
    let current = secret.as_ref().map(|secret| seal(engine, source.id, secret)).transpose()?;
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        if source.status.is_active() {
            check_room(tx, project, &source)?;
        }
        sources::insert(tx, project, &source, &Secrets { current, previous: None })?;
        record(tx, &engine_, &actor, source.id, "source.created", json!({"slug": source.slug}))?;
        tx.after_commit(move || engine_.directory.changed(project));
        Ok(source)
    });
    Ok(Shown { source: write.await?, secret })
}

fn generate() -> Secret {
    Secret::generate(crypto::random_bytes())
}

fn seal(engine: &Engine, id: SourceId, secret: &Secret) -> Result<Vec<u8>> {
    engine.keys.seal_text(&sources::place(id), secret.expose())
}

/// 422 when another active source has the slug, or there are too many.
fn check_room(snap: &Snapshot<'_>, project: ProjectId, source: &Source) -> Result<()> {
    if sources::by_slug(snap, project, &source.slug)?.is_some_and(|other| other != source.id) {
        return Err(Error::invalid("slug", "slug has already been taken"));
    }
    if sources::count_active(snap, project)? >= MAX_SOURCES {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_SOURCES} sources")));
    }
    Ok(())
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: SourceId, body: &Members<'_>) -> Result<Shown> {
    change(engine, actor, id, "source.updated", SourcePatch::read(body)?).await
}

/// Puts a generated secret before the present one, which is believed beside it.
pub async fn rotate_secret(engine: &Arc<Engine>, actor: &Actor, id: SourceId) -> Result<Shown> {
    let patch = SourcePatch { secret: Some(generate()), ..SourcePatch::default() };
    change(engine, actor, id, "source.secret_rotated", patch).await
}

/// Switches a source off; its slug is free then, and what it sent stays.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: SourceId) -> Result<()> {
    let patch = SourcePatch { status: Some(Status::Inactive), ..SourcePatch::default() };
    change(engine, actor, id, "source.deleted", patch).await.map(drop)
}

async fn change(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: SourceId,
    action: &'static str,
    mut patch: SourcePatch,
) -> Result<Shown> {
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let project = actor.project;
        let Stored { mut source, mut secrets, .. } = find(tx, project, id)?;
        let before = (source.status, source.slug.clone());
        let secret = change_secret(&engine_, &mut patch, &source, &mut secrets)?;
        let fields = patch.apply(&mut source, Timestamp::now());
        if fields.is_empty() {
            return Ok(Shown { source, secret });
        }
        if source.status.is_active() && before != (source.status, source.slug.clone()) {
            check_room(tx, project, &source)?;
        }
        sources::update(tx, project, &source, &secrets)?;
        let metadata = if action == "source.updated" { json!({"changed": fields}) } else { json!({}) };
        record(tx, &engine_, &actor, id, action, metadata)?;
        tx.after_commit(move || engine_.directory.changed(project));
        Ok(Shown { source, secret })
    });
    write.await
}

/// Takes a secret that is in use already out of the patch, moves the others along, and makes one
/// where the new way of proof needs it and there is none.
fn change_secret(
    engine: &Engine,
    patch: &mut SourcePatch,
    source: &Source,
    secrets: &mut Secrets,
) -> Result<Option<Secret>> {
    let needed = patch.verification.as_ref().is_some_and(|way| way.has_secret()) && secrets.current.is_none();
    if needed && patch.secret.is_none() {
        patch.secret = Some(generate());
    }
    let place = sources::place(source.id);
    let present = secrets.current.as_deref().map(|sealed| engine.keys.open_text(&place, sealed)).transpose()?;
    match &patch.secret {
        Some(secret) if present.as_deref() != Some(secret.expose()) => {
            let secret = secret.clone();
            secrets.previous = secrets.current.replace(seal(engine, source.id, &secret)?);
            Ok(Some(secret))
        }
        _ => {
            patch.secret = None;
            Ok(None)
        }
    }
}

fn record(
    tx: &Tx<'_>,
    engine: &Engine,
    actor: &Actor,
    id: SourceId,
    action: &'static str,
    metadata: serde_json::Value,
) -> Result<()> {
    audit::record(tx, engine, Entry::of(actor, action, "source", Some(id.to_string()), metadata))
}
