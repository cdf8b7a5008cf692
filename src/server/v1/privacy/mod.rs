//! What users may ask of their own data: a copy, that its processing rests, and that it goes.

mod about;
mod copy;

use crate::base::fields::Fields;
use crate::base::{Error, Kind, Result};
use crate::domain::mfa::Code;
use crate::engine::{erasure, privacy};
use crate::server::{Cx, Limit, Reply, Routes};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use serde_json::json;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get   ("/me/data",     data)      .limit(Limit::DATA_EXPORT).about(about::data)
        .account_post  ("/me/restrict", restrict)  .limit(Limit::PASSWORD).about(about::restrict)
        .account_delete("/me/restrict", unrestrict).about(about::unrestrict)
        .account_post  ("/me/object",   object).about(about::object_to)
        .account_delete("/me/object",   consent).about(about::consent)
        .account_delete("/me",          delete)    .limit(Limit::PASSWORD).about(about::delete)
        .account_post  ("/me/delete",   delete)    .limit(Limit::PASSWORD).about(about::delete)
}

/// The copy where a page links to it.
pub(super) fn downloads() -> Routes {
    Routes::new().account_get("/export/my-data", file).limit(Limit::DATA_EXPORT)
}

async fn file(cx: Cx) -> Result<Reply> {
    let reply = data(cx).await?.header(CACHE_CONTROL, "no-store");
    Ok(reply.header(CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""))
}

async fn data(cx: Cx) -> Result<Reply> {
    let export = privacy::export(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({ "data": copy::view(export) })))
}

async fn restrict(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let password = Fields(&members).filled_str("password")?;
    let password = password.ok_or_else(|| Error::new(Kind::Malformed, "Password required"))?;
    let since = privacy::restrict(&cx.engine, cx.account(), password.to_owned()).await?;
    Ok(Reply::ok(json!({"status": "restricted", "restricted_at": since})))
}

async fn unrestrict(cx: Cx) -> Result<Reply> {
    privacy::unrestrict(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"status": "active"})))
}

async fn object(cx: Cx) -> Result<Reply> {
    privacy::object(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"processing_consent": false})))
}

async fn consent(cx: Cx) -> Result<Reply> {
    privacy::consent(&cx.engine, cx.account()).await?;
    Ok(Reply::ok(json!({"processing_consent": true})))
}

async fn delete(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let members = body.json()?;
    let fields = Fields(&members);
    let (password, code) = (fields.required_str("password")?.to_owned(), Code::read(fields)?);
    erasure::erase_own(&cx.engine, cx.account(), password, code).await?;
    Ok(Reply::ok(json!({"status": "deleted"})))
}

#[cfg(test)]
mod tests;
