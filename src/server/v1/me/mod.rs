//! The account of the caller: what is known of them, their password, what they did.

pub(super) mod about;
mod sessions;
mod user;

use super::audit_log::{EntryView, PAGE_MAX};
use crate::base::Result;
use crate::base::fields::Fields;
use crate::domain::profile::{Profile, ProfilePatch};
use crate::engine::audit_log;
use crate::engine::me::{self, NewPassword};
use crate::server::{Cx, Limit, Reply, Routes};
use serde_json::json;
use user::OwnView;

pub(super) use user::UserView;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get  ("/me",              show).about(about::show)
        .account_patch("/me",              update).about(about::update)
        .account_put  ("/me/last-project", last_project).about(about::last_project)
        .account_post ("/me/password",     password).limit(Limit::PASSWORD).about(about::password)
        .account_get  ("/me/activity",     activity).about(about::activity)
        .merge(sessions::routes())
}

fn view(profile: Profile) -> Reply {
    Reply::data(OwnView::of(profile))
}

/// A browser is told here what its page has to send with changes.
pub(super) async fn show(cx: Cx) -> Result<Reply> {
    let reply = view(me::show(&cx.engine, cx.account()).await?);
    Ok(match cx.csrf_token() {
        Some(token) => reply.member("csrf_token", token),
        None => reply,
    })
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let patch = ProfilePatch::read(Fields(&body.json()?))?;
    Ok(view(me::update(&cx.engine, cx.account(), patch).await?))
}

async fn last_project(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let patch = ProfilePatch::read_last_project(Fields(&body.json()?))?;
    Ok(view(me::update(&cx.engine, cx.account(), patch).await?))
}

async fn password(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = NewPassword {
        current: fields.required_str("current_password")?.to_owned(),
        new: fields.required_str("new_password")?.to_owned(),
        confirmed: fields.opt_str("new_password_confirm")?.map(str::to_owned),
    };
    me::change_password(&cx.engine, cx.account(), given).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn activity(cx: Cx) -> Result<Reply> {
    let slice = audit_log::own(&cx.engine, cx.account(), cx.page_upto(PAGE_MAX)?).await?;
    let views = slice.rows.iter().map(EntryView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}
