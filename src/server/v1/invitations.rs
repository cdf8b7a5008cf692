//! The invitations of a user.

mod about;

use super::members::MemberView;
use crate::base::Result;
use crate::engine::invitations;
use crate::engine::members::Person;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get ("/invitations/pending",     pending).about(about::pending)
        .account_post("/invitations/{id}/accept", accept).about(about::accept)
        .account_post("/invitations/{id}/reject", reject).about(about::reject)
}

const NOUN: &str = "Invitation";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Invitation")]
struct InvitationView {
    #[serde(flatten)]
    member: MemberView,
    project_name: String,
}

async fn pending(cx: Cx) -> Result<Reply> {
    let slice = invitations::pending(&cx.engine, cx.account(), cx.page_or_all()?).await?;
    let view =
        |(person, project_name): (Person, String)| InvitationView { member: MemberView::of(person), project_name };
    Ok(Reply::list("data", slice.rows.into_iter().map(view).collect(), slice.next))
}

async fn accept(cx: Cx) -> Result<Reply> {
    let person = invitations::accept(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::data(MemberView::of(person)))
}

async fn reject(cx: Cx) -> Result<Reply> {
    let person = invitations::reject(&cx.engine, cx.account(), cx.id(NOUN)?).await?;
    Ok(Reply::data(MemberView::of(person)))
}
