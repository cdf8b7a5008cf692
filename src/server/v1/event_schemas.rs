//! Event schemas: which JSON Schema the payloads of a topic have to fit.

mod about;

use super::raw;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::event_schema::{EventSchema, SchemaId};
use crate::domain::project::ProjectId;
use crate::engine::schemas;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/event-schemas",          Access::EVENTS_READ,     list).about(about::list)
        .post  ("/event-schemas",          Access::EVENTS_WRITE,    create).about(about::create)
        .post  ("/event-schemas/validate", Access::EVENTS_VALIDATE, validate).about(about::validate)
        .get   ("/event-schemas/{id}",     Access::EVENTS_READ,     show).about(about::show)
        .patch ("/event-schemas/{id}",     Access::EVENTS_WRITE,    update).about(about::update)
        .delete("/event-schemas/{id}",     Access::EVENTS_WRITE,    delete).about(about::delete)
}

const NOUN: &str = "Schema";

/// `V` is how the version is written.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Schema")]
struct SchemaView<'a, V> {
    id: SchemaId,
    project_id: ProjectId,
    topic: &'a str,
    schema: &'a RawValue,
    version: V,
    status: &'static str,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl<'a, V> SchemaView<'a, V> {
    fn of(schema: &'a EventSchema, project_id: ProjectId, version: V) -> Result<SchemaView<'a, V>> {
        Ok(SchemaView {
            id: schema.id,
            project_id,
            topic: &schema.topic,
            schema: raw(&schema.text)?,
            version,
            status: schema.status.as_str(),
            inserted_at: schema.id.time(),
            updated_at: schema.updated_at,
        })
    }
}

/// Two clients declare the version at top level as a text.
fn shown(cx: &Cx, schema: &EventSchema) -> Result<Reply> {
    let project = cx.actor().project;
    let top = SchemaView::of(schema, project, schema.version.to_string())?;
    Ok(Reply::data_as(SchemaView::of(schema, project, schema.version)?, top))
}

async fn list(cx: Cx) -> Result<Reply> {
    let topic = cx.query("topic").map(Into::into);
    let slice = schemas::list(&cx.engine, cx.actor(), topic, cx.page_or_all()?, cx.include_inactive()).await?;
    let view = |schema| SchemaView::of(schema, cx.actor().project, schema.version);
    let views = slice.rows.iter().map(view).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let created = schemas::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(shown(&cx, &created)?.status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    shown(&cx, &schemas::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?)
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    shown(&cx, &schemas::update(&cx.engine, cx.actor(), id, &body.json()?).await?)
}

async fn delete(cx: Cx) -> Result<Reply> {
    schemas::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn validate(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let verdict = schemas::validate(&cx.engine, cx.actor(), &body.json()?).await?;
    let (id, version) = verdict.by.unzip();
    let valid = verdict.faults.is_empty();
    Ok(Reply::ok(json!({"valid": valid, "errors": verdict.faults, "schema_id": id, "version": version})))
}

#[cfg(test)]
mod tests;
