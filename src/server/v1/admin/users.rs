//! The users of the whole server.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::account::normalise_email;
use crate::domain::operator::{NewUser, UserPatch, UserQuery, role};
use crate::engine::admin::{self, Invited, Seen};
use crate::server::v1::me::UserView;
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get  ("/admin/users",                      list).about(about::list)
        .admin_post ("/admin/users",                      create).about(about::create)
        .admin_get  ("/admin/users/{id}",                 show).about(about::show)
        .admin_patch("/admin/users/{id}",                 update).about(about::update)
        .admin_delete("/admin/users/{id}",                erase).superadmin().about(about::erase)
        .admin_post ("/admin/users/{id}/unlock",          unlock).about(about::unlock)
        .admin_post ("/admin/users/{id}/revoke-sessions", revoke_sessions).about(about::revoke_sessions)
        .admin_post ("/admin/users/{id}/reset-link",      reset_link).about(about::reset_link)
        .admin_post ("/admin/users/{id}/reset-mfa",       reset_mfa).superadmin().about(about::reset_mfa)
}

const NOUN: &str = "User";

/// A user as operators see them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SeenUser")]
struct SeenView {
    #[serde(flatten)]
    user: UserView,
    projects_count: u64,
    locked_until: Option<Timestamp>,
}

impl From<Seen> for SeenView {
    fn from(seen: Seen) -> SeenView {
        let (user, _) = UserView::of(seen.profile);
        SeenView { user, projects_count: seen.projects, locked_until: seen.locked_until }
    }
}

/// Somebody who may register, and with what.
fn invited(invited: Invited) -> serde_json::Value {
    let Invited { invite, token, url } = invited;
    json!({
        "id": invite.id, "email": invite.email, "name": invite.name, "role": invite.role.as_str(),
        "status": "invited", "invite_token": token, "url": url, "expires_at": invite.expires_at,
        "inserted_at": invite.id.time(),
    })
}

async fn list(cx: Cx) -> Result<Reply> {
    let query = UserQuery {
        text: cx.query("q").map(|text| normalise_email(&text)).filter(|text| !text.is_empty()),
        role: cx.query("role").map(|word| role(&word)).transpose()?,
        status: cx.query("status").map(|word| UserQuery::status(&word)).transpose()?,
    };
    let slice = admin::list(&cx.engine, query, cx.page()?).await?;
    Ok(Reply::list("data", slice.rows.into_iter().map(SeenView::from).collect(), slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let mut new = NewUser::read(Fields(&body.json()?))?;
    let reply = match new.password.take() {
        Some(password) => Reply::data(SeenView::from(admin::create(&cx.engine, cx.account(), new, password).await?)),
        None => Reply::data(invited(admin::invite(&cx.engine, cx.account(), new).await?)),
    };
    Ok(reply.status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let seen = admin::get(&cx.engine, cx.id(NOUN)?).await?;
    Ok(Reply::data(SeenView::from(seen)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let patch = UserPatch::read(Fields(&body.json()?))?;
    let seen = admin::update(&cx.engine, cx.account(), id, patch).await?;
    Ok(Reply::data(SeenView::from(seen)))
}

async fn unlock(cx: Cx) -> Result<Reply> {
    admin::unlock(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn revoke_sessions(cx: Cx) -> Result<Reply> {
    admin::revoke_sessions(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn reset_mfa(cx: Cx) -> Result<Reply> {
    admin::reset_mfa(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn reset_link(cx: Cx) -> Result<Reply> {
    let link = admin::reset_link(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"url": link.url, "expires_at": link.expires_at})))
}

async fn erase(cx: Cx) -> Result<Reply> {
    admin::erase(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}
