//! What the caller was told in the application.

mod about;

use super::raw;
use crate::base::{Result, Timestamp};
use crate::domain::notification::{NotificationId, Received};
use crate::domain::project::ProjectId;
use crate::engine::notifications;
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get ("/me/notifications",           list).about(about::list)
        .account_post("/me/notifications/read-all",  read_all).about(about::read_all)
        .account_post("/me/notifications/{id}/read", read).about(about::read)
}

const NOUN: &str = "Notification";
/// Rows of a page when the caller does not say.
const PAGE: usize = 20;

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Notification")]
struct NotificationView<'a> {
    id: NotificationId,
    #[serde(rename = "type")]
    kind: &'a str,
    title: &'a str,
    message: &'a str,
    #[schemars(with = "Object")]
    metadata: &'a RawValue,
    project_id: Option<ProjectId>,
    read: bool,
    read_at: Option<Timestamp>,
    inserted_at: Timestamp,
}

impl<'a> NotificationView<'a> {
    fn of(received: &'a Received) -> Result<NotificationView<'a>> {
        Ok(NotificationView {
            id: received.id,
            kind: &received.kind,
            title: &received.title,
            message: &received.message,
            metadata: raw(&received.metadata)?,
            project_id: received.project,
            read: received.read_at.is_some(),
            read_at: received.read_at,
            inserted_at: received.id.time(),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let unread = cx.query("unread").is_some_and(|word| word == "true");
    let (slice, count) = notifications::list(&cx.engine, cx.account(), unread, cx.page_of(PAGE)?).await?;
    let views = slice.rows.iter().map(NotificationView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next).member("unread_count", count))
}

async fn read(cx: Cx) -> Result<Reply> {
    notifications::read(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn read_all(cx: Cx) -> Result<Reply> {
    let count = notifications::read_all(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"count": count})))
}
