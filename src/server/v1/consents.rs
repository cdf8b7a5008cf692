//! What the caller agrees to.

mod about;

use crate::base::{Result, Timestamp};
use crate::domain::account::ConsentId;
use crate::domain::consent::{Purpose, Standing};
use crate::engine::consents;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .account_get ("/me/consents",                  list).about(about::list)
        .account_post("/me/consents/{purpose}/accept", accept).about(about::accept)
        .account_post("/me/consents/{purpose}/revoke", revoke).about(about::revoke)
}

/// An agreement that holds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Consent")]
struct ConsentView<'a> {
    id: ConsentId,
    purpose: &'static str,
    version: &'a str,
    granted_at: Timestamp,
}

/// Where the user stands with a purpose, also when they were never asked.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Purpose")]
struct PurposeView<'a> {
    purpose: &'static str,
    accepted: bool,
    accepted_at: Option<Timestamp>,
    /// Of the text of the last answer.
    version: Option<&'a str>,
    updated_at: Option<Timestamp>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OutdatedConsent")]
struct OutdatedView<'a> {
    purpose: &'static str,
    current_version: &'a str,
    user_version: Option<&'a str>,
}

fn consent(standing: &Standing) -> Option<ConsentView<'_>> {
    let given = standing.given()?;
    let (id, purpose) = (given.id, standing.purpose.as_str());
    Some(ConsentView { id, purpose, version: &given.version, granted_at: given.id.time() })
}

fn purpose(standing: &Standing) -> PurposeView<'_> {
    let answer = standing.answer.as_ref();
    PurposeView {
        purpose: standing.purpose.as_str(),
        accepted: standing.given().is_some(),
        accepted_at: standing.given().map(|given| given.id.time()),
        version: answer.map(|answer| answer.version.as_str()),
        updated_at: answer.map(|answer| answer.revoked_at.unwrap_or(answer.id.time())),
    }
}

fn outdated(standing: &Standing) -> OutdatedView<'_> {
    OutdatedView {
        purpose: standing.purpose.as_str(),
        current_version: &standing.current_version,
        user_version: standing.given().map(|given| given.version.as_str()),
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let all = consents::list(&cx.engine, cx.account()).await?;
    let current: Map<String, Value> =
        all.iter().map(|s| (s.purpose.as_str().to_owned(), s.current_version.as_str().into())).collect();
    Ok(Reply::ok(json!({
        "consents": all.iter().filter_map(consent).collect::<Vec<_>>(),
        "outdated": all.iter().filter(|s| s.is_outdated()).map(outdated).collect::<Vec<_>>(),
        "current_versions": current,
        "data": all.iter().map(purpose).collect::<Vec<_>>(),
    })))
}

/// The purpose that the path names. 404.
fn named(cx: &Cx) -> Result<Purpose> {
    Purpose::parse(cx.segment("purpose").unwrap_or_default())
}

async fn accept(cx: Cx) -> Result<Reply> {
    let standing = consents::accept(&cx.engine, cx.account(), named(&cx)?).await?;
    Ok(Reply::ok(purpose(&standing)).member("consent", consent(&standing)))
}

async fn revoke(cx: Cx) -> Result<Reply> {
    consents::revoke(&cx.engine, cx.account(), named(&cx)?).await?;
    Ok(Reply::ok(json!({"ok": true})))
}
