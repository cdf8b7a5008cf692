//! Taking requests in at sandbox endpoints. Anyone can send them, so a slug that leads nowhere
//! costs no write, one that leads somewhere is counted before its body is read, and what is kept
//! has an end.

use super::not_found;
use crate::base::{Result, Timestamp};
use crate::domain::rate::Quota;
use crate::domain::sandbox::{Capture, EndpointId};
use crate::engine::Engine;
use crate::engine::live;
use crate::store::sandbox;
use bytes::Bytes;
use std::net::IpAddr;
use std::sync::Arc;

/// Requests an endpoint takes in a minute.
const PER_MINUTE: u32 = 600;
/// Requests kept of an endpoint: the newest.
const KEPT: usize = 500;

/// An endpoint that takes one more request.
#[derive(Debug)]
pub struct Opening {
    pub slug: String,
    /// What is left of this minute.
    pub quota: Quota,
    id: EndpointId,
}

/// A request, read to its end.
#[derive(Debug)]
pub struct Arrived {
    pub method: String,
    pub path: String,
    pub query: Option<String>,
    /// As [`Capture::headers`].
    pub headers: String,
    pub body: Bytes,
    pub ip: IpAddr,
}

/// The endpoint of a slug: 404 when there is none or it has expired, 429 when it has had too much
/// in this minute.
pub async fn open(engine: &Engine, slug: &str) -> Result<Opening> {
    let (slug, now) = (slug.to_owned(), Timestamp::now());
    let found = engine.store.read(move |snap| sandbox::live(snap, &slug, now)).await?;
    let endpoint = found.ok_or_else(not_found)?;
    let quota = engine.captures.spend(endpoint.id, PER_MINUTE, now)?;
    Ok(Opening { slug: endpoint.slug, quota, id: endpoint.id })
}

/// Keeps the request; 404 when the endpoint ended meanwhile.
pub async fn keep(engine: &Arc<Engine>, opening: &Opening, arrived: Arrived) -> Result<()> {
    let (slug, endpoint, engine_) = (opening.slug.clone(), opening.id, engine.clone());
    let Arrived { method, path, query, headers, body, ip } = arrived;
    let capture = Capture {
        id: engine.ids.next(),
        endpoint,
        method,
        path,
        query,
        headers,
        body: body.into(),
        ip: ip.to_string(),
    };
    let write = engine.store.write(move |tx| {
        let project = sandbox::home(tx, &slug, capture.id.time())?.ok_or_else(not_found)?;
        sandbox::capture(tx, &engine_.keys, &capture, KEPT)?;
        live::captured(tx, &engine_, project, &capture);
        Ok(())
    });
    write.await
}
