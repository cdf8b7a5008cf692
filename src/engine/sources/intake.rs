//! Taking in what sources send: who is believed, what it means, and the event that it becomes, by
//! the same accepting as all others. What is refused is counted and kept without its body.

use super::Inlet;
use crate::base::crypto::Keys;
use crate::base::json::{Members, write_string};
use crate::base::{Error, Json, Kind, Result, Timestamp};
use crate::domain::event::{Draft, Event, EventId};
use crate::domain::inbound::State;
use crate::domain::project::ProjectId;
use crate::domain::source::{Rejection, Request, SourceId, Verification};
use crate::engine::Engine;
use crate::engine::accept::Onward;
use crate::engine::arrivals::{Arrival, Arrived, Companion, arrive};
use crate::store::Tx;
use crate::store::counters::Counter;
use crate::store::inbound::{self, Change, External, NewInbound};
use crate::store::sources;
use bytes::Bytes;
use http::HeaderMap;
use std::net::IpAddr;
use std::sync::Arc;

/// Headers that are credentials, wherever they come from.
const CREDENTIALS: [&str; 5] = ["authorization", "proxy-authorization", "cookie", "x-api-key", "x-internal-api-key"];

/// A request to a source.
#[derive(Debug)]
pub struct Incoming<'r> {
    pub headers: &'r HeaderMap,
    pub body: &'r Bytes,
    pub ip: IpAddr,
}

/// What became of a request that was believed and understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Accepted {
        event: EventId,
        state: State,
        /// It was taken in before.
        duplicate: bool,
    },
    /// It asks whether anybody is here, and wants to hear this.
    Challenge(String),
}

/// Takes a request in; returns after its event is durable. 404 when there is no active source of
/// this slug, 401 when it is not believed, 400 when it is not understood; else as any event.
pub async fn receive(engine: &Arc<Engine>, project: ProjectId, slug: &str, incoming: Incoming<'_>) -> Result<Outcome> {
    let (view, received) = (engine.project(project).await?, Timestamp::now());
    let inlet = view.inlets.get(slug).filter(|_| view.project.active).ok_or_else(|| Error::not_found("Provider"))?;
    let taken = take(engine, project, inlet, &incoming, received).await;
    if let Err(refusal) = &taken
        && matches!(refusal.kind(), Kind::Unauthorized | Kind::Malformed | Kind::Invalid)
    {
        reject(engine, inlet, &incoming, refusal).await?;
    }
    taken
}

async fn take(
    engine: &Arc<Engine>,
    project: ProjectId,
    inlet: &Arc<Inlet>,
    incoming: &Incoming<'_>,
    received: Timestamp,
) -> Result<Outcome> {
    let header = |name: &str| incoming.headers.get(name)?.to_str().ok();
    if let Err(why) = inlet.verifier.check(&header, incoming.body, received) {
        return Err(Error::new(Kind::Unauthorized, "Invalid credentials").because(why.as_str()));
    }
    let text =
        std::str::from_utf8(incoming.body).map_err(|e| Error::new(Kind::Malformed, "Invalid JSON body").because(e))?;
    let Json::Object(body) = Json::parse(text)? else {
        return Err(Error::new(Kind::Malformed, "Body must be a JSON object"));
    };
    if let Some(challenge) = challenge(&inlet.source.verification, &body) {
        return Ok(Outcome::Challenge(challenge));
    }
    let source = &inlet.source;
    let told = source.mapping.tell(Request { header: &header, body: &body, bytes: incoming.body, received })?;
    let draft = Draft {
        topic: Some(source.topic(&told.kind)?),
        payload: source.envelope(&told),
        nested: false,
        idempotency_key: None,
        deliver_at: None,
        only: None,
        source: Some(source.id),
        correlation_id: None,
    };
    let companion = Kept {
        keys: engine.keys.clone(),
        inlet: inlet.clone(),
        project,
        received,
        kind: told.kind.into(),
        external_id: told.external_id,
        subject: told.subject,
        occurred_at: told.occurred_at,
        headers: kept_headers(incoming.headers, source.verification.secret_header()),
        body: incoming.body.clone(),
    };
    match arrive(engine, Arrival { project, sender: None, draft, companion }).await? {
        Arrived::Stored(event) => Ok(Outcome::Accepted { event: event.id, state: State::Pending, duplicate: false }),
        Arrived::Known(event) => {
            let found = engine.store.read(move |snap| inbound::find(snap, project, event)).await?;
            // Of an event that was removed since nothing is left to be done.
            let state = found.map_or(State::Processed, |found| found.state);
            Ok(Outcome::Accepted { event, state, duplicate: true })
        }
    }
}

/// The text by which a sender of this kind finds out whether a new URL is ours.
fn challenge(way: &Verification, body: &Members<'_>) -> Option<String> {
    let asks = matches!(way, Verification::Slack { .. }) && body.get("type")?.as_str() == Some("url_verification");
    body.get("challenge").and_then(Json::as_str).filter(|_| asks).map(str::to_owned)
}

/// What is kept beside the event.
struct Kept {
    keys: Arc<Keys>,
    inlet: Arc<Inlet>,
    project: ProjectId,
    received: Timestamp,
    kind: Arc<str>,
    external_id: String,
    subject: Option<String>,
    occurred_at: Timestamp,
    headers: String,
    body: Bytes,
}

impl Kept {
    fn count(&self, tx: &Tx<'_>) {
        tx.count(Counter::Inbound(Change::Received { source: self.source(), at: self.received }), 1);
    }

    fn source(&self) -> SourceId {
        self.inlet.source.id
    }
}

impl Companion for Kept {
    fn raw(&self) -> Option<Bytes> {
        Some(self.body.clone())
    }

    fn claim(&self, tx: &Tx<'_>, event: EventId) -> Result<Option<EventId>> {
        let id = External { source: self.source(), id: &self.external_id, hashed: self.inlet.hashed_ids };
        let known = inbound::claim(tx, id, event)?;
        if known.is_some() {
            self.count(tx);
        }
        Ok(known)
    }

    fn keep(self, tx: &Tx<'_>, event: &Event, onward: Onward) -> Result<()> {
        self.count(tx);
        let state = match onward {
            Onward::Nowhere => State::Processed,
            Onward::Waits => State::Pending,
            Onward::Starts => State::Processing,
        };
        let new = NewInbound {
            project: self.project,
            provider: self.inlet.provider.clone(),
            kind: self.kind.clone(),
            external_id: &self.external_id,
            subject: self.subject.as_deref(),
            occurred_at: self.occurred_at,
            state,
            headers: &self.headers,
        };
        inbound::insert(tx, &self.keys, event.id, &new)
    }
}

/// Name → values joined by `, `, without credentials; bytes that are no text are replaced.
fn kept_headers(headers: &HeaderMap, secret: Option<&str>) -> String {
    let mut out = String::from("{");
    let kept = |name: &str| !CREDENTIALS.contains(&name) && secret != Some(name);
    for name in headers.keys().map(|name| name.as_str()).filter(|name| kept(name)) {
        if out.len() > 1 {
            out.push(',');
        }
        write_string(&mut out, name);
        out.push(':');
        let values: Vec<_> = headers.get_all(name).iter().map(|v| String::from_utf8_lossy(v.as_bytes())).collect();
        write_string(&mut out, &values.join(", "));
    }
    out.push('}');
    out
}

async fn reject(engine: &Engine, inlet: &Inlet, incoming: &Incoming<'_>, refusal: &Error) -> Result<()> {
    let because = std::error::Error::source(refusal).filter(|_| refusal.kind() == Kind::Unauthorized);
    let rejection = Rejection {
        id: engine.ids.next(),
        reason: because.map_or_else(|| refusal.message().to_owned(), ToString::to_string),
        headers: kept_headers(incoming.headers, inlet.source.verification.secret_header()),
        ip: incoming.ip.to_string(),
    };
    let (source, keys) = (inlet.source.id, engine.keys.clone());
    let write = engine.store.write(move |tx| {
        sources::reject(tx, &keys, source, &rejection)?;
        tx.count(Counter::Inbound(Change::Rejected { source }), 1);
        Ok(())
    });
    write.await
}
