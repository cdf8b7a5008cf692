//! Events: how a request body becomes one, what is stored of it and what its hash covers.
//! Reading a draft is on the path of every accepted event: it moves and borrows, and writes the
//! payload once.

use super::options::Faults;
use super::source::SourceId;
use super::status::Status;
use super::topic;
use super::webhook::WebhookId;
use crate::base::json::Members;
use crate::base::{Error, Id, Json, Result, Timestamp, crypto};
use serde::{Serialize, Serializer};
use std::fmt;
use std::time::Duration;

#[derive(Debug)]
pub enum EventTag {}
pub type EventId = Id<EventTag>;

/// How long an idempotency key names its event; older keys are free again.
pub const KEY_LIFETIME: Duration = Duration::from_secs(7 * 24 * 3600);
/// How far ahead an event may be delivered.
pub const MAX_DELAY: Duration = Duration::from_secs(366 * 24 * 3600);
/// Most events in one batch.
pub const MAX_BATCH: usize = 1000;
/// Largest body of one event, in bytes.
pub const MAX_BYTES: usize = 262_144;

/// An event as it was accepted. Its payload never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    pub topic: Option<String>,
    /// Compact JSON text of an object, as written by [`Json::write`].
    pub payload: String,
    /// Whether the sender put the payload under `payload`; decides the delivered body.
    pub nested: bool,
    pub status: Status,
    pub deliver_at: Option<Timestamp>,
    /// Not routed yet, because `deliver_at` is still to come.
    pub waiting: bool,
    pub hash: PayloadHash,
    pub idempotency_key: Option<String>,
    /// The event that a pipeline made this one of; it never goes through pipelines itself.
    pub derived_from: Option<EventId>,
    /// The one webhook that it is for, whatever the topics of that and of others.
    pub only: Option<WebhookId>,
    /// The source that it came by.
    pub source: Option<SourceId>,
    /// What its sender calls the matter it belongs to; sent on with every delivery.
    pub correlation_id: Option<String>,
}

impl Event {
    /// The time of acceptance.
    pub fn occurred_at(&self) -> Timestamp {
        self.id.time()
    }

    /// What a pipeline makes of this event under `id`: another topic, a payload of its own, and a
    /// time to wait for.
    pub fn derive(&self, id: EventId, topic: String, payload: &Json<'_>, delay: Duration) -> Event {
        let text = payload.to_text();
        let deliver_at = Some(id.time().plus(delay)).filter(|_| !delay.is_zero());
        Event {
            id,
            topic: Some(topic),
            hash: PayloadHash::of(payload, &text),
            payload: text,
            nested: self.nested,
            status: Status::Active,
            waiting: deliver_at.is_some(),
            deliver_at,
            idempotency_key: None,
            derived_from: Some(self.id),
            only: None,
            source: None,
            correlation_id: self.correlation_id.clone(),
        }
    }

    /// Whether a repeated idempotency key came with the same topic and payload.
    pub fn same_content(&self, other: &Event) -> bool {
        self.topic == other.topic && self.hash == other.hash
    }

    /// Whether this event still holds its idempotency key.
    pub fn holds_key(&self, now: Timestamp) -> bool {
        self.idempotency_key.is_some() && now.since(self.id.time()) < KEY_LIFETIME
    }
}

/// A request body read as an event that has no id yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<'a> {
    pub topic: Option<String>,
    /// Always an object.
    pub payload: Json<'a>,
    pub nested: bool,
    pub idempotency_key: Option<String>,
    pub deliver_at: Option<Timestamp>,
    /// As of the event.
    pub only: Option<WebhookId>,
    pub source: Option<SourceId>,
    pub correlation_id: Option<String>,
}

impl<'a> Draft<'a> {
    /// Reads a body in either form. `header_key` is the `X-Idempotency-Key` header; if not empty
    /// it wins over the body. 422 when a control key is not valid.
    pub fn read(mut body: Members<'a>, header_key: Option<&str>, now: Timestamp) -> Result<Draft<'a>> {
        let mut faults = Faults::default();
        let topic = faults.keep(read_topic(body.remove("topic"))).flatten();
        let own_key = faults.keep(text("idempotency_key", body.remove("idempotency_key"))).flatten();
        let key = header_key.filter(|k| !k.is_empty()).map(str::to_owned).or(own_key);
        if key.as_ref().is_some_and(|k| k.chars().count() > 255) {
            faults.note(Error::invalid("idempotency_key", "idempotency_key must have at most 255 characters"));
        }
        let deliver_at = faults.keep(read_deliver_at(body.remove("deliver_at"), now)).flatten();
        faults.finish()?;
        // The control keys are gone: nested is an object under `payload` and nothing beside it.
        let nested = body.len() == 1 && body.get("payload").is_some_and(|p| p.as_object().is_some());
        let inner = if nested { body.remove("payload") } else { None };
        let payload = inner.unwrap_or(Json::Object(body));
        Ok(Draft {
            topic,
            payload,
            nested,
            idempotency_key: key,
            deliver_at,
            only: None,
            source: None,
            correlation_id: None,
        })
    }

    /// The event this draft becomes under `id`, whose time is the time of acceptance.
    pub fn accept(self, id: EventId) -> Event {
        let mut payload = String::with_capacity(256);
        self.payload.write(&mut payload, false);
        Event {
            id,
            hash: PayloadHash::of(&self.payload, &payload),
            payload,
            nested: self.nested,
            status: Status::Active,
            waiting: self.deliver_at.is_some_and(|at| at > id.time()),
            deliver_at: self.deliver_at,
            topic: self.topic,
            idempotency_key: self.idempotency_key,
            derived_from: None,
            only: self.only,
            source: self.source,
            correlation_id: self.correlation_id,
        }
    }
}

/// A string that may be left out; null and `""` count as left out.
fn text(field: &str, value: Option<Json<'_>>) -> Result<Option<String>> {
    match value {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(s)) => Ok(Some(s.into_owned()).filter(|s| !s.is_empty())),
        Some(_) => Err(Error::invalid(field, format!("{field} must be a string"))),
    }
}

/// A topic, where null and `""` are none; 422 on `topic` when it is not valid.
pub fn read_topic(value: Option<Json<'_>>) -> Result<Option<String>> {
    let topic = text("topic", value)?;
    topic.as_deref().map_or(Ok(()), topic::check)?;
    Ok(topic)
}

fn read_deliver_at(value: Option<Json<'_>>, now: Timestamp) -> Result<Option<Timestamp>> {
    let Some(value) = value.filter(|v| !v.is_null()) else { return Ok(None) };
    let at = value.as_str().and_then(Timestamp::parse);
    let at = at.ok_or_else(|| Error::invalid("deliver_at", "deliver_at must be an ISO 8601 timestamp"))?;
    if at > now.plus(MAX_DELAY) {
        return Err(Error::invalid("deliver_at", "deliver_at must be within 366 days"));
    }
    Ok(Some(at))
}

/// SHA-256 of the canonical payload; prints as `sha256:` and lower-case hex.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PayloadHash(pub [u8; 32]);

impl PayloadHash {
    /// `text` is the compact text of `payload`; if its keys stand in order it is canonical already.
    pub fn of(payload: &Json<'_>, text: &str) -> PayloadHash {
        if in_order(payload) {
            PayloadHash(crypto::sha256(text.as_bytes()))
        } else {
            PayloadHash(crypto::sha256(payload.to_canonical().as_bytes()))
        }
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<PayloadHash> {
        bytes.try_into().ok().map(PayloadHash)
    }

    /// Appends the printed form.
    pub fn write_to(&self, out: &mut String) {
        const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        out.push_str("sha256:");
        out.extend(self.0.iter().flat_map(|b| [HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]));
    }
}

fn in_order(json: &Json<'_>) -> bool {
    match json {
        Json::Object(members) => {
            members.iter().is_sorted_by(|a, b| a.0 <= b.0) && members.iter().all(|(_, value)| in_order(value))
        }
        Json::Array(items) => items.iter().all(in_order),
        _ => true,
    }
}

impl fmt::Display for PayloadHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(71);
        self.write_to(&mut text);
        f.write_str(&text)
    }
}

impl fmt::Debug for PayloadHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for PayloadHash {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

#[cfg(test)]
mod tests;
