//! Sources: senders from outside, the presets for them, and what was refused of each. What they
//! send comes in by the face hub.

mod about;

use super::raw;
use crate::base::{Json, Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::signing::Secret;
use crate::domain::source::{PRESETS, Preset, Rejection, RejectionId, Source, SourceId, SourceTag};
use crate::engine::sources::{self, Shown};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/sources",                    Access::SOURCES_READ,  list).about(about::list)
        .post  ("/sources",                    Access::SOURCES_WRITE, create).about(about::create)
        .get   ("/sources/presets",            Access::SOURCES_READ,  presets).about(about::presets)
        .get   ("/sources/{id}",               Access::SOURCES_READ,  show).about(about::show)
        .patch ("/sources/{id}",               Access::SOURCES_WRITE, update).about(about::update)
        .delete("/sources/{id}",               Access::SOURCES_WRITE, delete).about(about::delete)
        .post  ("/sources/{id}/rotate-secret", Access::SOURCES_WRITE, rotate_secret).about(about::rotate_secret)
        .get   ("/sources/{id}/rejections",    Access::SOURCES_READ,  rejections).about(about::rejections)
}

const NOUN: &str = "Source";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Source")]
struct SourceView<'a> {
    id: SourceId,
    name: &'a str,
    provider: &'a str,
    slug: &'a str,
    status: &'static str,
    preset: Option<&'a str>,
    verification: Json<'static>,
    mapping: Json<'static>,
    topic_prefix: &'a str,
    url: String,
    has_secret: bool,
    received: u64,
    rejected: u64,
    last_received_at: Option<Timestamp>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl<'a> SourceView<'a> {
    fn of(cx: &Cx, source: &'a Source) -> SourceView<'a> {
        let base = cx.engine.settings.public_url.trim_end_matches('/').to_owned();
        SourceView {
            id: source.id,
            name: &source.name,
            provider: &source.provider,
            slug: &source.slug,
            status: source.status.as_str(),
            preset: source.preset.as_deref(),
            verification: source.verification.to_json(),
            mapping: source.mapping.to_json(),
            topic_prefix: &source.topic_prefix,
            url: format!("{base}/hub/{}/api/v1/webhooks/{}", cx.actor().project, source.slug),
            has_secret: source.has_secret,
            received: source.received,
            rejected: source.rejected,
            last_received_at: source.last_received_at,
            inserted_at: source.id.time(),
            updated_at: source.updated_at,
        }
    }
}

/// The object, with the secret if it was just set.
fn shown(cx: &Cx, shown: &Shown) -> Reply {
    let reply = Reply::ok(SourceView::of(cx, &shown.source));
    match &shown.secret {
        Some(secret) => reply.member("secret", Secret::expose(secret)),
        None => reply,
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = sources::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    let views: Vec<_> = slice.rows.iter().map(|source| SourceView::of(&cx, source)).collect();
    Ok(Reply::list("sources", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let created = sources::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(shown(&cx, &created).status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let source = sources::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(SourceView::of(&cx, &source)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let changed = sources::update(&cx.engine, cx.actor(), id, &body.json()?).await?;
    Ok(shown(&cx, &changed))
}

async fn delete(cx: Cx) -> Result<Reply> {
    sources::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "inactive"})))
}

async fn rotate_secret(cx: Cx) -> Result<Reply> {
    let rotated = sources::rotate_secret(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(shown(&cx, &rotated))
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Rejection")]
struct RejectionView<'a> {
    id: RejectionId,
    reason: &'a str,
    #[schemars(with = "Object")]
    headers: &'a RawValue,
    ip: &'a str,
    inserted_at: Timestamp,
}

impl<'a> RejectionView<'a> {
    fn of(rejection: &'a Rejection) -> Result<RejectionView<'a>> {
        Ok(RejectionView {
            id: rejection.id,
            reason: &rejection.reason,
            headers: raw(&rejection.headers)?,
            ip: &rejection.ip,
            inserted_at: rejection.id.time(),
        })
    }
}

async fn rejections(cx: Cx) -> Result<Reply> {
    let slice = sources::rejections(&cx.engine, cx.actor(), cx.id(NOUN)?, cx.page()?).await?;
    let views = slice.rows.iter().map(RejectionView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("rejections", views, slice.next))
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Preset")]
struct PresetView {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    verification: Json<'static>,
    mapping: Json<'static>,
}

async fn presets(_: Cx) -> Result<Reply> {
    let view = |preset: &'static Preset| {
        Ok(PresetView {
            name: preset.name,
            title: preset.title,
            description: preset.description,
            verification: preset.verification()?.to_json(),
            mapping: preset.mapping()?.to_json(),
        })
    };
    let views = PRESETS.iter().map(view).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list::<SourceTag>("presets", views, None))
}
