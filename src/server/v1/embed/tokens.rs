//! Embed tokens: for whoever administers a project.

mod about;

use crate::base::{Result, Timestamp};
use crate::domain::access::{Access, ScopeSet};
use crate::domain::embed::{EmbedToken, EmbedTokenId};
use crate::engine::embed;
use crate::server::openapi::Object;
use crate::server::v1::raw;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/embed/tokens",      Access::ADMIN, list).about(about::list)
        .post  ("/embed/tokens",      Access::ADMIN, create).about(about::create)
        .delete("/embed/tokens/{id}", Access::ADMIN, revoke).about(about::revoke)
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EmbedToken")]
struct TokenView<'a> {
    id: EmbedTokenId,
    prefix: &'a str,
    name: &'a str,
    status: &'static str,
    scopes: &'a ScopeSet,
    allowed_origins: &'a [String],
    #[schemars(with = "Object")]
    metadata: &'a RawValue,
    tenant: Option<&'a str>,
    expires_at: Option<Timestamp>,
    inserted_at: Timestamp,
}

impl<'a> TokenView<'a> {
    fn of(token: &'a EmbedToken) -> Result<TokenView<'a>> {
        Ok(TokenView {
            id: token.id,
            prefix: &token.prefix,
            name: &token.name,
            status: token.status(Timestamp::now()),
            scopes: &token.scopes,
            allowed_origins: token.origins.list(),
            metadata: raw(&token.metadata)?,
            tenant: token.tenant.as_deref(),
            expires_at: token.expires_at,
            inserted_at: token.id.time(),
        })
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let slice = embed::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    let views = slice.rows.iter().map(TokenView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let (token, secret) = embed::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(Reply::created(json!({ "token": secret })).member("data", TokenView::of(&token)?))
}

async fn revoke(cx: Cx) -> Result<Reply> {
    embed::revoke(&cx.engine, cx.actor(), cx.id("Embed token")?).await?;
    Ok(Reply::ok(json!({"status": "revoked"})))
}
