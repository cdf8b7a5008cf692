//! The address of the calling user: asking for another one, and for its confirmation once more.

use crate::base::fields::Fields;
use crate::base::{Error, Result, Timestamp};
use crate::domain::account::UserId;
use crate::domain::project::ProjectId;
use crate::engine::recovery::{self, Addressee};
use crate::server::{Cx, Limit, Reply, Routes};
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_post("/me/email",              change).limit(Limit::PASSWORD)
        .account_post("/me/email/confirmation", resend)
}

/// A user as far as their address is concerned.
#[derive(Debug, Serialize)]
struct AddresseeView {
    id: UserId,
    email: String,
    name: Option<String>,
    role: &'static str,
    status: &'static str,
    email_verified: bool,
    email_verified_at: Option<Timestamp>,
    pending_email: Option<String>,
    last_login_at: Option<Timestamp>,
    processing_consent: bool,
    restricted_at: Option<Timestamp>,
    default_project_id: Option<ProjectId>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

impl AddresseeView {
    fn of(Addressee { user, pending_email }: Addressee) -> AddresseeView {
        AddresseeView {
            id: user.id,
            status: user.status(),
            role: user.role.as_str(),
            email_verified: user.email_verified_at.is_some(),
            email_verified_at: user.email_verified_at,
            email: user.email,
            name: user.name,
            pending_email,
            last_login_at: user.last_login_at,
            processing_consent: user.processing_consent,
            restricted_at: user.restricted_at,
            default_project_id: user.default_project,
            inserted_at: user.id.time(),
            updated_at: user.updated_at,
        }
    }
}

async fn change(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let email = either(fields, ["email", "new_email"])?;
    let password = either(fields, ["password", "current_password"])?.to_owned();
    let changed = recovery::change(&cx.engine, cx.account(), email, password).await?;
    Ok(Reply::data(AddresseeView::of(changed)))
}

/// The first of two names for the same field.
fn either<'m>(fields: Fields<'m>, [name, other]: [&str; 2]) -> Result<&'m str> {
    match fields.filled_str(name)? {
        Some(text) => Ok(text),
        None => fields.filled_str(other)?.ok_or_else(|| Error::missing(name)),
    }
}

async fn resend(cx: Cx) -> Result<Reply> {
    recovery::resend(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"ok": true})))
}
