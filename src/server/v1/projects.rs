//! The projects of a user.

mod about;

use super::project::ProjectView;
use crate::base::Result;
use crate::base::fields::Fields;
use crate::domain::access::RoleKind;
use crate::domain::project::{NewProject, ProjectPatch};
use crate::engine::projects::{self, Seen};
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get   ("/projects",              list).about(about::list)
        .account_post  ("/projects",              create).about(about::create)
        .account_get   ("/projects/{id}",         show).about(about::show)
        .account_patch ("/projects/{id}",         update).about(about::update)
        .account_patch ("/projects/{id}/default", make_default).about(about::make_default)
        .account_delete("/projects/{id}",         delete).about(about::delete)
}

pub(super) const NOUN: &str = "Project";

fn view(cx: &Cx, seen: Seen) -> Result<ProjectView> {
    ProjectView::of(seen, cx.engine.limits.calls())
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = projects::list(&cx.engine, cx.account(), cx.page_or_all()?).await?;
    let views = slice.rows.into_iter().map(|seen| view(&cx, seen)).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let new = NewProject::read(Fields(&body.json()?))?;
    let (seen, key) = projects::create(&cx.engine, cx.account(), new).await?;
    Ok(Reply::data(view(&cx, seen)?).member("api_key", key).status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let seen = projects::one(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::data(view(&cx, seen)?))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let actor = projects::enter(&cx.engine, cx.account(), cx.id(NOUN)?, RoleKind::Admin).await?;
    let body = cx.body().await?;
    let patch = ProjectPatch::read(Fields(&body.json()?))?;
    let seen = projects::update(&cx.engine, &actor, patch).await?;
    Ok(Reply::data(view(&cx, seen)?))
}

async fn make_default(cx: Cx) -> Result<Reply> {
    let seen = projects::make_default(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::data(view(&cx, seen)?))
}

async fn delete(cx: Cx) -> Result<Reply> {
    projects::delete(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

#[cfg(test)]
mod tests;
