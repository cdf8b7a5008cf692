//! The address of the calling user: asking for another one, and for its confirmation once more.

mod about;

use super::me;
use crate::base::fields::Fields;
use crate::base::{Error, Result};
use crate::engine::recovery;
use crate::server::{Cx, Limit, Reply, Routes};
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_post("/me/email",              change).limit(Limit::PASSWORD).about(about::change)
        .account_post("/me/email/confirmation", resend).about(about::resend)
}

async fn change(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let email = either(fields, ["email", "new_email"])?;
    let password = either(fields, ["password", "current_password"])?.to_owned();
    recovery::change(&cx.engine, cx.account(), email, password).await?;
    me::show(cx).await
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
