//! The projects of the whole server.

mod about;

use super::super::deliveries::DeliveryView;
use super::super::events::EventView;
use super::super::jobs::JobView;
use super::super::project::ProjectView;
use super::super::projects::NOUN;
use super::super::webhooks::WebhookView;
use crate::base::Result;
use crate::base::fields::Fields;
use crate::domain::account::UserId;
use crate::domain::project::OperatorPatch;
use crate::engine::admin::{self, Owned};
use crate::engine::projects::Seen;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get  ("/admin/projects",      list).about(about::list)
        .admin_get  ("/admin/projects/{id}", show).about(about::show)
        .admin_patch("/admin/projects/{id}", update).about(about::update)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OwnedProject")]
struct OwnedView {
    #[serde(flatten)]
    project: ProjectView,
    owner_id: UserId,
    owner_email: Option<String>,
}

fn view(cx: &Cx, owned: Owned) -> Result<OwnedView> {
    let Owned { project, owner_email, is_default } = owned;
    let owner_id = project.owner;
    let project = ProjectView::of(Seen { project, is_default, role: None }, cx.engine.limits.calls())?;
    Ok(OwnedView { project, owner_id, owner_email })
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ProjectDetail")]
struct DetailView<'a> {
    #[serde(flatten)]
    project: OwnedView,
    events: Vec<EventView<'a>>,
    deliveries: Vec<DeliveryView<'a>>,
    webhooks: Vec<WebhookView<'a>>,
    jobs: Vec<JobView<'a>>,
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = admin::projects(&cx.engine, cx.page()?).await?;
    let views = slice.rows.into_iter().map(|owned| view(&cx, owned)).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

async fn show(cx: Cx) -> Result<Reply> {
    let detail = admin::project(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::data(DetailView {
        project: view(&cx, detail.owned)?,
        events: detail.events.iter().map(EventView::of).collect::<Result<_>>()?,
        deliveries: detail.deliveries.iter().map(DeliveryView::of).collect::<Result<_>>()?,
        webhooks: detail.webhooks.iter().map(WebhookView::of).collect::<Result<_>>()?,
        jobs: detail.jobs.iter().map(JobView::of).collect::<Result<_>>()?,
    }))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let patch = OperatorPatch::read(Fields(&body.json()?))?;
    let owned = admin::update_project(&cx.engine, cx.account(), id, patch).await?;
    Ok(Reply::data(view(&cx, owned)?))
}

#[cfg(test)]
mod tests;
