//! The members of a project.

mod about;

use super::projects::NOUN as PROJECT;
use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::access::RoleKind;
use crate::domain::account::UserId;
use crate::domain::member::{Invite, MemberId, required_role};
use crate::domain::project::ProjectId;
use crate::engine::members::{self, Person};
use crate::engine::projects;
use crate::server::{Cx, Limit, Reply, Routes};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get   ("/projects/{id}/members",       list).about(about::list)
        .account_post  ("/projects/{id}/members",       invite).limit(Limit::INVITE).about(about::invite)
        .account_patch ("/projects/{id}/members/{mid}", update).about(about::update)
        .account_delete("/projects/{id}/members/{mid}", remove).about(about::remove)
}

const NOUN: &str = "Member";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Member")]
pub(super) struct MemberView {
    id: MemberId,
    project_id: ProjectId,
    user_id: UserId,
    email: String,
    name: Option<String>,
    role: &'static str,
    status: &'static str,
    invited_by: Option<UserId>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl MemberView {
    pub(super) fn of(person: Person) -> MemberView {
        let Person { member, email, name } = person;
        MemberView {
            id: member.id,
            project_id: member.project,
            user_id: member.user,
            email,
            name,
            role: member.role.as_str(),
            status: member.status.as_str(),
            invited_by: member.invited_by,
            inserted_at: member.id.time(),
            updated_at: member.updated_at,
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = members::list(&cx.engine, cx.account(), cx.id(PROJECT)?, cx.page_or_all()?).await?;
    Ok(Reply::list("data", slice.rows.into_iter().map(MemberView::of).collect(), slice.next))
}

/// The project, once it is clear that the caller may manage members: before the body is looked at.
async fn managed(cx: &Cx) -> Result<ProjectId> {
    let actor = projects::enter(&cx.engine, cx.account(), cx.id(PROJECT)?, RoleKind::Admin).await?;
    Ok(actor.project)
}

async fn invite(mut cx: Cx) -> Result<Reply> {
    let (project, body) = (managed(&cx).await?, cx.body().await?);
    let invite = Invite::read(Fields(&body.json()?))?;
    let person = members::invite(&cx.engine, cx.account(), project, invite).await?;
    Ok(Reply::data(MemberView::of(person)).status(StatusCode::CREATED))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (project, body) = (managed(&cx).await?, cx.body().await?);
    let role = required_role(Fields(&body.json()?))?;
    let person = members::change_role(&cx.engine, cx.account(), project, cx.id_at("mid", NOUN)?, role).await?;
    Ok(Reply::data(MemberView::of(person)))
}

async fn remove(cx: Cx) -> Result<Reply> {
    members::remove(&cx.engine, cx.account(), cx.id(PROJECT)?, cx.id_at("mid", NOUN)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

#[cfg(test)]
mod tests;
