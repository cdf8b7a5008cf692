//! Webhooks for integrators, and the two secrets of each.

use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};
use crate::domain::signing::Secret;
use crate::domain::webhook::WebhookId;
use crate::engine::portal::hooks::{self, Hinted, Pair, Slot};
use crate::engine::webhooks;
use crate::server::{Cx, Reply};
use http::StatusCode;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

const NOUN: &str = "Webhook";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "IntegratorWebhook")]
pub(super) struct WebhookView<'a> {
    id: WebhookId,
    description: Option<&'a str>,
    url: &'a str,
    event_types: &'a [String],
    status: &'static str,
    signing_secret_hints: PairView<'a>,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SecretPair")]
pub(super) struct PairView<'a> {
    first: Option<&'a str>,
    second: Option<&'a str>,
}

impl<'a> WebhookView<'a> {
    fn of(Hinted { webhook, hints }: &'a Hinted) -> WebhookView<'a> {
        WebhookView {
            id: webhook.id,
            description: webhook.name.as_deref(),
            url: &webhook.url,
            event_types: &webhook.config.topics,
            status: webhook.status.as_str(),
            signing_secret_hints: PairView { first: hints.first.as_deref(), second: hints.second.as_deref() },
            inserted_at: webhook.id.time(),
            updated_at: webhook.updated_at,
        }
    }
}

fn exposed(pair: &Pair<Secret>) -> PairView<'_> {
    PairView { first: pair.first.as_ref().map(Secret::expose), second: pair.second.as_ref().map(Secret::expose) }
}

pub(super) async fn list(cx: Cx) -> Result<Reply> {
    let slice = hooks::list(&cx.engine, cx.actor(), cx.page_or_all()?, cx.include_inactive()).await?;
    Ok(Reply::list("webhooks", slice.rows.iter().map(WebhookView::of).collect(), slice.next))
}

pub(super) async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let (made, secrets) = hooks::create(&cx.engine, cx.actor(), &body.json()?).await?;
    let reply = Reply::created(WebhookView::of(&made));
    Ok(reply.status(StatusCode::CREATED).member("signing_secrets", exposed(&secrets)))
}

pub(super) async fn show(cx: Cx) -> Result<Reply> {
    let found = hooks::get(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(WebhookView::of(&found)))
}

pub(super) async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let changed = hooks::update(&cx.engine, cx.actor(), id, &body.json()?).await?;
    Ok(Reply::ok(WebhookView::of(&changed)))
}

pub(super) async fn delete(cx: Cx) -> Result<Reply> {
    webhooks::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "inactive"})))
}

/// The password stands in the body, also of a GET, or in a header of its own: never in the address.
pub(super) async fn secrets(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let password = match cx.header("x-password").filter(|password| !password.is_empty()) {
        Some(password) => password.to_owned(),
        None => Fields(&body.json()?).required_str("password")?.to_owned(),
    };
    let pair = hooks::secrets(&cx.engine, cx.actor(), id, password).await?;
    Ok(Reply::ok(exposed(&pair)))
}

pub(super) async fn rotate_first(cx: Cx) -> Result<Reply> {
    rotate(cx, Slot::First).await
}

pub(super) async fn rotate_second(cx: Cx) -> Result<Reply> {
    rotate(cx, Slot::Second).await
}

async fn rotate(cx: Cx, slot: Slot) -> Result<Reply> {
    let secret = hooks::rotate(&cx.engine, cx.actor(), cx.id(NOUN)?, slot).await?;
    Ok(Reply::ok(json!({ slot.as_str(): secret.expose() })))
}
