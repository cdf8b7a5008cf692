//! Sandbox endpoints and what they captured. What anyone sends to them comes in by
//! `server/sandbox.rs`.

mod about;

use super::raw;
use crate::base::crypto::base64_encode;
use crate::base::{Result, Timestamp};
use crate::domain::access::Access;
use crate::domain::sandbox::{Capture, CaptureId, Content, EndpointId};
use crate::engine::sandbox::{self, Counted};
use crate::server::openapi::Object;
use crate::server::{Cx, Reply, Routes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    Routes::new()
        .get   ("/sandbox-endpoints",               Access::SANDBOX_READ,  list).about(about::list)
        .post  ("/sandbox-endpoints",               Access::SANDBOX_WRITE, create).about(about::create)
        .patch ("/sandbox-endpoints/{id}",          Access::SANDBOX_WRITE, update).about(about::update)
        .delete("/sandbox-endpoints/{id}",          Access::SANDBOX_WRITE, delete).about(about::delete)
        .get   ("/sandbox-endpoints/{id}/requests", Access::SANDBOX_READ,  requests).about(about::requests)
}

const NOUN: &str = "Sandbox endpoint";

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SandboxEndpoint")]
struct EndpointView<'a> {
    id: EndpointId,
    slug: &'a str,
    name: &'a str,
    url: String,
    full_url: String,
    requests_count: usize,
    expires_at: Timestamp,
    inserted_at: Timestamp,
}

impl<'a> EndpointView<'a> {
    fn of(cx: &Cx, (endpoint, requests): &'a Counted) -> EndpointView<'a> {
        let url = endpoint.path();
        EndpointView {
            id: endpoint.id,
            slug: &endpoint.slug,
            name: &endpoint.name,
            full_url: format!("{}{url}", cx.engine.settings.public_url.trim_end_matches('/')),
            url,
            requests_count: *requests,
            expires_at: endpoint.expires_at,
            inserted_at: endpoint.id.time(),
        }
    }
}

async fn list(cx: Cx) -> Result<Reply> {
    let expired = cx.query("include").is_some_and(|list| list.split(',').any(|word| word.trim() == "expired"));
    let slice = sandbox::list(&cx.engine, cx.actor(), cx.page_or_all()?, expired).await?;
    let views = slice.rows.iter().map(|row| EndpointView::of(&cx, row)).collect();
    Ok(Reply::list("data", views, slice.next))
}

async fn create(mut cx: Cx) -> Result<Reply> {
    let body = cx.body().await?;
    let made = sandbox::create(&cx.engine, cx.actor(), &body.json()?).await?;
    Ok(Reply::created(EndpointView::of(&cx, &made)))
}

async fn update(mut cx: Cx) -> Result<Reply> {
    let (id, body) = (cx.id(NOUN)?, cx.body().await?);
    let changed = sandbox::update(&cx.engine, cx.actor(), id, &body.json()?).await?;
    Ok(Reply::ok(EndpointView::of(&cx, &changed)))
}

async fn delete(cx: Cx) -> Result<Reply> {
    sandbox::delete(&cx.engine, cx.actor(), cx.id(NOUN)?).await?;
    Ok(Reply::ok(json!({"status": "deleted"})))
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SandboxRequest")]
struct CaptureView<'a> {
    id: CaptureId,
    endpoint_id: EndpointId,
    method: &'a str,
    path: &'a str,
    #[schemars(with = "Object")]
    headers: &'a RawValue,
    body: BodyView<'a>,
    body_raw: Option<&'a str>,
    body_base64: Option<String>,
    query_params: Map<String, Value>,
    ip: &'a str,
    size: usize,
    inserted_at: Timestamp,
    received_at: Timestamp,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "SandboxBody")]
enum BodyView<'a> {
    Nothing,
    Json(&'a RawValue),
    Text(&'a str),
}

impl<'a> CaptureView<'a> {
    fn of(capture: &'a Capture) -> Result<CaptureView<'a>> {
        let (body, text, bytes) = match Content::of(&capture.body) {
            Content::Nothing => (BodyView::Nothing, Some(""), None),
            Content::Json(text) => (BodyView::Json(raw(text)?), Some(text), None),
            Content::Text(text) => (BodyView::Text(text), Some(text), None),
            Content::Bytes(bytes) => (BodyView::Nothing, None, Some(base64_encode(bytes))),
        };
        Ok(CaptureView {
            id: capture.id,
            endpoint_id: capture.endpoint,
            method: &capture.method,
            path: &capture.path,
            headers: raw(&capture.headers)?,
            body,
            body_raw: text,
            body_base64: bytes,
            query_params: query_params(capture.query.as_deref().unwrap_or_default()),
            ip: &capture.ip,
            size: capture.body.len(),
            inserted_at: capture.id.time(),
            received_at: capture.id.time(),
        })
    }
}

/// A key that is repeated has a list of its values.
fn query_params(query: &str) -> Map<String, Value> {
    let mut params = Map::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = Value::String(value.into_owned());
        match params.get_mut(&*key) {
            None => {
                params.insert(key.into_owned(), value);
            }
            Some(Value::Array(list)) => list.push(value),
            Some(one) => *one = json!([one.take(), value]),
        }
    }
    params
}

async fn requests(cx: Cx) -> Result<Reply> {
    let slice = sandbox::requests(&cx.engine, cx.actor(), cx.id(NOUN)?, cx.page()?).await?;
    let views = slice.rows.iter().map(CaptureView::of).collect::<Result<Vec<_>>>()?;
    Ok(Reply::list("data", views, slice.next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_are_lists() {
        for (query, params) in [
            ("", json!({})),
            ("a=1", json!({"a": "1"})),
            ("a=1&b=x%20y&a=2&a=3&c", json!({"a": ["1", "2", "3"], "b": "x y", "c": ""})),
        ] {
            assert_eq!(Value::Object(query_params(query)), params, "{query}");
        }
    }
}
