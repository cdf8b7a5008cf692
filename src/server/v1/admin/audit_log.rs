//! The audit log of all projects and of the server itself.

pub(super) mod about;

use super::super::audit_log::{EntryView, PAGE_MAX, query};
use super::super::filters::id;
use crate::base::Result;
use crate::domain::project::ProjectId;
use crate::engine::audit_log::{self, Listed};
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get("/admin/audit-log", list).about(about::list)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AuditEntryAnywhere")]
struct AnywhereView<'a> {
    #[serde(flatten)]
    entry: EntryView<'a>,
    project_id: Option<ProjectId>,
}

impl<'a> AnywhereView<'a> {
    fn of(listed: &'a Listed) -> Result<AnywhereView<'a>> {
        Ok(AnywhereView { entry: EntryView::of(listed)?, project_id: listed.entry.project })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let (project, page) = (id(&cx, "project_id")?, cx.page_upto(PAGE_MAX)?);
    let slice = audit_log::all(&cx.engine, project, query(&cx)?, cx.query("actor_email").as_deref(), page).await?;
    let views = slice.rows.iter().map(AnywhereView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}
