//! The users of the whole server.

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::account::{UserId, normalise_email};
use crate::domain::operator::{NewUser, UserPatch, UserQuery, role};
use crate::domain::project::ProjectId;
use crate::engine::admin::{self, Invited, Seen};
use crate::server::{Cx, Reply, Routes};
use http::StatusCode;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .admin_get  ("/admin/users",                      list)
        .admin_post ("/admin/users",                      create)
        .admin_get  ("/admin/users/{id}",                 show)
        .admin_patch("/admin/users/{id}",                 update)
        .admin_post ("/admin/users/{id}/unlock",          unlock)
        .admin_post ("/admin/users/{id}/revoke-sessions", revoke_sessions)
        .admin_post ("/admin/users/{id}/reset-link",      reset_link)
        .admin_post ("/admin/users/{id}/reset-mfa",       reset_mfa).superadmin()
}

const NOUN: &str = "User";

#[derive(Debug, Serialize)]
struct UserView {
    id: UserId,
    email: String,
    name: Option<String>,
    role: &'static str,
    status: &'static str,
    email_verified: bool,
    email_verified_at: Option<Timestamp>,
    last_login_at: Option<Timestamp>,
    mfa_enabled: bool,
    mfa_enabled_at: Option<Timestamp>,
    processing_consent: bool,
    restricted_at: Option<Timestamp>,
    restriction_reason: Option<String>,
    default_project_id: Option<ProjectId>,
    projects_count: u64,
    locked_until: Option<Timestamp>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl From<Seen> for UserView {
    fn from(seen: Seen) -> UserView {
        let user = seen.user;
        UserView {
            id: user.id,
            role: user.role.as_str(),
            status: user.status(),
            email_verified: user.email_verified_at.is_some(),
            email_verified_at: user.email_verified_at,
            last_login_at: user.last_login_at,
            mfa_enabled: seen.mfa_enabled_at.is_some(),
            mfa_enabled_at: seen.mfa_enabled_at,
            processing_consent: user.processing_consent,
            restricted_at: user.restricted_at,
            restriction_reason: seen.restriction_reason,
            default_project_id: user.default_project,
            projects_count: seen.projects,
            locked_until: seen.locked_until,
            inserted_at: user.id.time(),
            updated_at: user.updated_at,
            email: user.email,
            name: user.name,
        }
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
    Ok(Reply::list("data", slice.rows.into_iter().map(UserView::from).collect(), slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let mut new = NewUser::read(Fields(&body.json()?))?;
    let reply = match new.password.take() {
        Some(password) => Reply::data(UserView::from(admin::create(&cx.engine, cx.account(), new, password).await?)),
        None => Reply::data(invited(admin::invite(&cx.engine, cx.account(), new).await?)),
    };
    Ok(reply.status(StatusCode::CREATED))
}

async fn show(cx: Cx) -> Result<Reply> {
    let seen = admin::get(&cx.engine, cx.id(NOUN)?).await?;
    Ok(Reply::data(UserView::from(seen)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let patch = UserPatch::read(Fields(&body.json()?))?;
    let seen = admin::update(&cx.engine, cx.account(), id, patch).await?;
    Ok(Reply::data(UserView::from(seen)))
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
