//! Getting back into an account, and proving its address. The pages behind mailed links do the
//! same with forms.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::engine::recovery::{self, NewPassword};
use crate::server::{Cx, Limit, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .open_post("/auth/forgot-password", Limit::FORGOT_PASSWORD, forgot).about(about::forgot)
        .open_post("/auth/reset-password",  Limit::RESET_PASSWORD,  reset).about(about::reset)
        .open_post("/auth/confirm-email",   Limit::CONFIRM_EMAIL,   confirm).about(about::confirm)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfirmedEmail")]
struct Confirmed {
    ok: bool,
    email_verified_at: Timestamp,
}

async fn forgot(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let email = Fields(&members).required_str("email")?.to_owned();
    recovery::forgot(&cx.engine, email, cx.client());
    Ok(Reply::ok(json!({"ok": true, "message": "If the address is registered, a reset link was sent."})))
}

async fn reset(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let given = NewPassword {
        token: fields.required_str("token")?.to_owned(),
        password: fields.required_str("password")?.to_owned(),
        again: fields.opt_str("password_confirm")?.map(str::to_owned),
    };
    recovery::reset(&cx.engine, given, cx.client()).await?;
    Ok(Reply::ok(json!({"ok": true})))
}

async fn confirm(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let token = Fields(&members).required_str("token")?;
    let email_verified_at = recovery::confirm(&cx.engine, token, cx.client()).await?;
    Ok(Reply::ok(Confirmed { ok: true, email_verified_at }))
}
