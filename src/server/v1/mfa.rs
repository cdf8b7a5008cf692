//! The second factor of the caller. Completing a login with it stands beside the logins.

mod about;

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::mfa::{Code, SETUP_LIFE};
use crate::engine::mfa;
use crate::server::{Cx, Limit, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get   ("/me/mfa",              show).about(about::show)
        .account_delete("/me/mfa",              disable).limit(Limit::PASSWORD).about(about::disable)
        .account_post  ("/me/mfa/setup",        setup).limit(Limit::PASSWORD).about(about::setup)
        .account_post  ("/me/mfa/enable",       enable).limit(Limit::PASSWORD).about(about::enable)
        .account_post  ("/me/mfa/disable",      disable).limit(Limit::PASSWORD).about(about::disable)
        .account_post  ("/me/mfa/backup-codes", backup_codes).limit(Limit::PASSWORD).about(about::backup_codes)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MfaStatus")]
struct StatusView {
    enabled: bool,
    enabled_at: Option<Timestamp>,
    backup_codes_remaining: i64,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MfaSetup")]
struct SetupView {
    secret: String,
    otpauth_url: String,
    qr_svg: String,
    expires_in: u64,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MfaEnabled")]
struct EnabledView {
    enabled: bool,
    enabled_at: Timestamp,
    backup_codes: Vec<String>,
}

async fn show(cx: Cx) -> Result<Reply> {
    let status = mfa::status(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(StatusView {
        enabled: status.enabled_at.is_some(),
        enabled_at: status.enabled_at,
        backup_codes_remaining: status.backup_codes_left,
    }))
}

async fn setup(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let password = Fields(&body.json()?).required_str("password")?.to_owned();
    let made = mfa::setup(&cx.engine, cx.account(), password).await?;
    Ok(Reply::ok(SetupView {
        secret: made.secret,
        otpauth_url: made.url,
        qr_svg: made.svg,
        expires_in: SETUP_LIFE.as_secs(),
    }))
}

async fn enable(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let code = Code::required(Fields(&body.json()?))?;
    let done = mfa::enable(&cx.engine, cx.account(), code).await?;
    Ok(Reply::ok(EnabledView { enabled: true, enabled_at: done.enabled_at, backup_codes: done.backup_codes }))
}

async fn disable(mut cx: Cx) -> Result<Reply> {
    let (password, code) = proof(&mut cx).await?;
    mfa::disable(&cx.engine, cx.account(), password, code).await?;
    Ok(Reply::ok(json!({"enabled": false})))
}

async fn backup_codes(mut cx: Cx) -> Result<Reply> {
    let (password, code) = proof(&mut cx).await?;
    let codes = mfa::backup_codes(&cx.engine, cx.account(), password, code).await?;
    Ok(Reply::ok(json!({ "backup_codes": codes })))
}

/// The password and a code.
async fn proof(cx: &mut Cx) -> Result<(String, Code)> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    Ok((fields.required_str("password")?.to_owned(), Code::required(fields)?))
}

#[cfg(test)]
mod tests;
