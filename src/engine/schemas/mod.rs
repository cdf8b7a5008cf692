//! Event schemas: setting them up, changing and switching them off, and trying payloads on them.
//!
//! A change applies to events when its caller hears of it: what is remembered of the project is
//! dropped right after the commit.

mod applied;

pub use applied::{Applied, Room, Rule, refused};

use super::Engine;
use super::audit::{self, Entry};
use crate::base::json::Members;
use crate::base::page::{Page, Slice};
use crate::base::{Error, Fields, Json, Kind, Result, Timestamp};
use crate::domain::access::Actor;
use crate::domain::event_schema::{EventSchema, NewSchema, SchemaId, SchemaPatch, SchemaTag};
use crate::domain::project::ProjectId;
use crate::domain::schema::{Fault, Schema};
use crate::domain::status::Status;
use crate::store::{Snapshot, Tx, schemas};
use serde_json::{Value, json};
use std::sync::Arc;

/// Active schemas of a project at most.
const MAX_SCHEMAS: usize = 1000;

pub async fn list(
    engine: &Engine,
    actor: &Actor,
    topic: Option<String>,
    page: Page<SchemaTag>,
    include_inactive: bool,
) -> Result<Slice<EventSchema, SchemaTag>> {
    let project = actor.project;
    engine.store.read(move |snap| schemas::list(snap, project, topic.as_deref(), page, include_inactive)).await
}

pub async fn get(engine: &Engine, actor: &Actor, id: SchemaId) -> Result<EventSchema> {
    let project = actor.project;
    engine.store.read(move |snap| find(snap, project, id)).await
}

fn find(snap: &Snapshot<'_>, project: ProjectId, id: SchemaId) -> Result<EventSchema> {
    schemas::find(snap, project, id)?.ok_or_else(|| Error::not_found("Schema"))
}

/// Creates a version of the schema of a topic: the next one unless another is asked for.
pub async fn create(engine: &Arc<Engine>, actor: &Actor, body: &Members<'_>) -> Result<EventSchema> {
    let (new, id) = (NewSchema::read(body)?, engine.ids.next());
    let (engine_, actor) = (engine.clone(), actor.clone());
    let write = engine.store.write(move |tx| {
        let taken = schemas::versions(tx, actor.project, &new.topic, None)?;
        let schema = new.create(id, taken.last().map_or(1, |highest| highest + 1));
        if schema.status.is_active() {
            check_limit(tx, actor.project)?;
            check_version(&schema, &taken)?;
        }
        schemas::insert(tx, actor.project, &schema)?;
        let metadata = json!({"topic": schema.topic, "version": schema.version});
        record(tx, &engine_, &actor, id, "event_schema.created", metadata)?;
        Ok(schema)
    });
    write.await
}

/// Changes what the body names; an empty change changes and records nothing.
pub async fn update(engine: &Arc<Engine>, actor: &Actor, id: SchemaId, body: &Members<'_>) -> Result<EventSchema> {
    change(engine, actor, id, "event_schema.updated", SchemaPatch::read(body)?).await
}

/// Switches a schema off; the next lower active version of its topic applies from now on.
pub async fn delete(engine: &Arc<Engine>, actor: &Actor, id: SchemaId) -> Result<()> {
    let patch = SchemaPatch { status: Some(Status::Inactive), ..SchemaPatch::default() };
    change(engine, actor, id, "event_schema.deleted", patch).await.map(drop)
}

async fn change(
    engine: &Arc<Engine>,
    actor: &Actor,
    id: SchemaId,
    action: &'static str,
    mut patch: SchemaPatch,
) -> Result<EventSchema> {
    let (engine_, actor, now) = (engine.clone(), actor.clone(), Timestamp::now());
    let write = engine.store.write(move |tx| {
        let mut schema = find(tx, actor.project, id)?;
        let was = schema.status;
        let topic = patch.topic.as_ref().unwrap_or(&schema.topic);
        let taken = schemas::versions(tx, actor.project, topic, Some(id))?;
        if patch.raises_version(&schema) {
            patch.version = (schema.version + 1..).find(|version| taken.binary_search(version).is_err());
        }
        let changed = patch.apply(&mut schema, now);
        if changed.is_empty() {
            return Ok(schema);
        }
        if schema.status.is_active() {
            check_version(&schema, &taken)?;
            if !was.is_active() {
                check_limit(tx, actor.project)?;
            }
        }
        schemas::update(tx, actor.project, &schema)?;
        let metadata = if action == "event_schema.deleted" { json!({}) } else { json!({"changed": changed}) };
        record(tx, &engine_, &actor, id, action, metadata)?;
        Ok(schema)
    });
    write.await
}

fn check_limit(snap: &Snapshot<'_>, project: ProjectId) -> Result<()> {
    if schemas::count_active(snap, project)? >= MAX_SCHEMAS {
        return Err(Error::new(Kind::Invalid, format!("Limit reached: {MAX_SCHEMAS} event schemas")));
    }
    Ok(())
}

fn check_version(schema: &EventSchema, taken: &[i64]) -> Result<()> {
    match taken.binary_search(&schema.version) {
        Ok(_) => Err(Error::new(Kind::Conflict, "Schema version already exists")),
        Err(_) => Ok(()),
    }
}

/// The entry of a change, and the end of what is remembered from before it.
fn record(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    actor: &Actor,
    id: SchemaId,
    action: &'static str,
    metadata: Value,
) -> Result<()> {
    let (engine_, project) = (engine.clone(), actor.project);
    tx.after_commit(move || engine_.directory.schemas_changed(project));
    audit::record(tx, engine, Entry::of(actor, action, "event_schema", Some(id.to_string()), metadata))
}

/// What came of trying a payload.
#[derive(Debug)]
pub struct Verdict {
    pub faults: Vec<Fault>,
    /// The stored schema that it was held against, and its version.
    pub by: Option<(SchemaId, i64)>,
}

/// Tries a payload on the schema of a topic, or on one that comes along. Nothing is stored.
pub async fn validate(engine: &Engine, actor: &Actor, body: &Members<'_>) -> Result<Verdict> {
    let fields = Fields(body);
    // A null is a value to try, not a missing one.
    let payload = fields.0.get("payload").map_or_else(|| "{}".to_owned(), Json::to_text);
    if let Some(schema) = fields.get("schema") {
        let schema = Arc::new(Schema::compile(&schema.to_text())?);
        return Ok(Verdict { faults: applied::check(engine, &schema, &payload).await?, by: None });
    }
    let topic = fields.required_str("topic")?;
    let view = engine.project(actor.project).await?;
    match view.schemas.rule(Some(topic)) {
        None => Ok(Verdict { faults: Vec::new(), by: None }),
        Some(rule) => Ok(Verdict { faults: rule.check(engine, &payload).await?, by: Some((rule.id, rule.version)) }),
    }
}
