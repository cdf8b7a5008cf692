//! The logins of the caller.

mod about;

use crate::base::{Result, Timestamp};
use crate::domain::account::SessionId;
use crate::domain::session::Listed;
use crate::engine::me;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get   ("/me/sessions",      list).about(about::list)
        .account_delete("/me/sessions",      end_others).about(about::end_others)
        .account_delete("/me/sessions/{id}", end).about(about::end)
}

const NOUN: &str = "Session";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Session")]
struct SessionView {
    id: SessionId,
    kind: &'static str,
    device_info: String,
    ip_address: String,
    user_agent: Option<String>,
    /// Whether it is the one that asks.
    current: bool,
    last_activity_at: Timestamp,
    expires_at: Timestamp,
    created_at: Timestamp,
}

impl SessionView {
    fn of(listed: Listed, current: SessionId) -> SessionView {
        let Listed { session, device, ip, user_agent } = listed;
        SessionView {
            id: session.id,
            kind: session.kind.as_str(),
            device_info: device,
            ip_address: ip,
            user_agent,
            current: session.id == current,
            last_activity_at: session.last_activity_at,
            expires_at: session.expires_at,
            created_at: session.id.time(),
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let sessions = me::sessions(&cx.engine, cx.account()).await?;
    let view = |listed| SessionView::of(listed, cx.account().session);
    Ok(Reply::list("data", sessions.into_iter().map(view).collect::<Vec<_>>(), None::<SessionId>))
}

async fn end(cx: Cx) -> Result<Reply> {
    me::end_session(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn end_others(cx: Cx) -> Result<Reply> {
    let count = me::end_others(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"revoked": count})))
}
