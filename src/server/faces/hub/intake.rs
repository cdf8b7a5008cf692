//! What anyone may call: the requests of providers, how the server is, and the receiver that a
//! server for trying out has of its own.

use super::envelope;
use super::views::EVENT;
use crate::base::prefixed::Prefixed;
use crate::base::{Error, Json, Kind, Result};
use crate::domain::event::EventTag;
use crate::engine::hub;
use crate::engine::sources::intake::{self, Incoming, Outcome};
use crate::server::{Cx, Reply};
use http::StatusCode;
use http::header::CACHE_CONTROL;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What a provider hears.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Taken {
    event_id: Prefixed<EventTag>,
    status: &'static str,
    duplicate: bool,
}

/// Takes in a request of a provider.
pub async fn receive(mut cx: Cx) -> Result<Reply> {
    let body = cx.any_body().await?;
    let project = hub::project(&cx.engine, cx.segment("project_id")).await.map_err(nowhere)?;
    let incoming = Incoming { headers: cx.headers(), body: body.bytes(), ip: cx.ip() };
    let provider = cx.segment("provider").unwrap_or_default();
    match intake::receive(&cx.engine, project, provider, incoming).await.map_err(later)? {
        Outcome::Accepted { event, state, duplicate } => {
            let id = Prefixed(EVENT, event);
            let status = if duplicate { StatusCode::OK } else { StatusCode::ACCEPTED };
            Ok(envelope::ok(Taken { event_id: id, status: state.as_str(), duplicate }).status(status))
        }
        // Who asks reads the member at the top and nothing else.
        Outcome::Challenge(text) => Ok(envelope::ok(json!({"challenge": text})).member("challenge", text)),
    }
}

/// A project that is not there has no providers either.
fn nowhere(error: Error) -> Error {
    if error.message() == "Project not found" { Error::not_found("Provider") } else { error }
}

/// What is on hold now can be sent again later.
fn later(error: Error) -> Error {
    match error.kind() {
        Kind::Forbidden => Error::new(Kind::Unavailable, error.message().to_owned()),
        Kind::NotFound => nowhere(error),
        _ => error,
    }
}

/// How the server is.
pub async fn health(cx: Cx) -> Result<Reply> {
    let parts = hub::dependencies(&cx.engine).await;
    let healthy = parts.iter().all(|part| part.up);
    let part = |part: &hub::Dependency| {
        let status = if part.up { "up" } else { "down" };
        (part.name.to_owned(), json!({"status": status, "latencyMs": part.latency_ms}))
    };
    let dependencies: Map<String, Value> = parts.iter().map(part).collect();
    let status = if healthy { "healthy" } else { "degraded" };
    let shape = json!({"status": status, "dependencies": dependencies});
    let reply = match healthy {
        true => envelope::ok(shape),
        false => {
            let text = envelope::written("SERVICE_UNAVAILABLE", "The server is degraded", &shape);
            Reply::raw_json(StatusCode::SERVICE_UNAVAILABLE, text)
        }
    };
    Ok(reply.header(CACHE_CONTROL, "no-store"))
}

/// Receives deliveries of a server for trying out, and fails if the body says so.
pub async fn sink(mut cx: Cx) -> Result<Reply> {
    if !cx.engine.settings.dev {
        return Err(Error::new(Kind::NotFound, "Not found"));
    }
    let body = cx.any_body().await?;
    let text = std::str::from_utf8(body.bytes()).unwrap_or_default();
    let asks = |json: &Json<'_>| json.step("simulateFailure").and_then(Json::as_bool) == Some(true);
    let fails = Json::parse(text).is_ok_and(|json| asks(&json) || json.step("data").is_some_and(asks));
    if fails {
        let text = envelope::written("INTERNAL_ERROR", "Simulated failure", &json!({}));
        return Ok(Reply::raw_json(StatusCode::INTERNAL_SERVER_ERROR, text));
    }
    Ok(envelope::ok(json!({"received": true})))
}
