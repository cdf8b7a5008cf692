//! What the live streams of a project tell: their messages, the places of these in the order of
//! commits, and what a reader asks for. It knows no protocol and no storage.

mod kind;

pub use kind::Kind;

use super::account::UserId;
use super::delivery::DeliveryId;
use super::event::{Event, EventId};
use super::topic::TopicSet;
use super::webhook::WebhookId;
use crate::base::json::write_string;
use crate::base::{Error, Id, Kind as ErrorKind, Result, Timestamp};
use bytes::Bytes;
use std::fmt::{self, Write};
use std::sync::OnceLock;

/// The place of a message in the order of commits; events and attempts share one row of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(i64);

impl Position {
    pub const START: Position = Position(0);

    pub const fn of(tick: i64) -> Position {
        Position(tick)
    }

    pub const fn tick(self) -> i64 {
        self.0
    }

    /// The place directly before.
    pub fn before(self) -> Position {
        Position((self.0 - 1).max(0))
    }

    /// Reads what [`fmt::Display`] prints, or the id of an event.
    pub fn parse(text: &str) -> Option<Position> {
        if let Some(id) = EventId::parse(text) {
            return Some(Position(id.tick()));
        }
        let digits = text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| digits).map(Position)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// One message, written once however many read it.
#[derive(Debug)]
pub struct Message {
    /// [`Position::START`] of what is not stored.
    pub position: Position,
    pub kind: Kind,
    pub topic: Option<String>,
    /// The only user who gets it.
    to: Option<UserId>,
    whole: Text,
    event: Option<Origin>,
    /// The other forms of an event, each made when somebody asks for it.
    bare: OnceLock<Text>,
    marked: OnceLock<Text>,
}

#[derive(Debug, Clone, Copy)]
struct Origin {
    id: EventId,
    nested: bool,
}

/// How much of an event a reader is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Without the payload.
    Bare,
    #[default]
    Whole,
    /// With `nested`, which decides the body of a delivery.
    Marked,
}

impl Message {
    pub fn created(event: &Event) -> Message {
        let json = created_text(event.id, event.topic.as_deref(), Some(&event.payload));
        Message {
            position: Position(event.id.tick()),
            kind: Kind::Created,
            topic: event.topic.clone(),
            to: None,
            whole: Text::new(Kind::Created, json),
            event: Some(Origin { id: event.id, nested: event.nested }),
            bare: OnceLock::new(),
            marked: OnceLock::new(),
        }
    }

    pub fn updated(of: &Updated) -> Message {
        let message = Message::of(Kind::Updated, None, of.text());
        Message { position: of.position, topic: of.topic.clone(), ..message }
    }

    /// Something for the moment, to all users who read or to one; `data` is a JSON object.
    pub fn note(kind: Kind, to: Option<UserId>, data: &str) -> Message {
        Message::of(kind, to, format!("{}{data}}}", kind.opening()))
    }

    fn of(kind: Kind, to: Option<UserId>, json: String) -> Message {
        Message {
            position: Position::START,
            kind,
            topic: None,
            to,
            whole: Text::new(kind, json),
            event: None,
            bare: OnceLock::new(),
            marked: OnceLock::new(),
        }
    }

    /// The text in one of its forms; outcomes of attempts have only one.
    pub fn text(&self, form: Form) -> &Text {
        let text = |json| Text::new(Kind::Created, json);
        match (self.event, form) {
            (None, _) | (_, Form::Whole) => &self.whole,
            (Some(Origin { id, .. }), Form::Bare) => {
                self.bare.get_or_init(|| text(created_text(id, self.topic.as_deref(), None)))
            }
            (Some(Origin { nested, .. }), Form::Marked) => self.marked.get_or_init(|| {
                let open = self.whole.json.strip_suffix("}}").unwrap_or(&self.whole.json);
                text(format!("{open},\"nested\":{nested}}}}}"))
            }),
        }
    }

    /// About how many bytes it holds.
    pub fn weight(&self) -> usize {
        // The text, and the frame that is made of it.
        2 * self.whole.json.len() + 512
    }
}

/// A message as JSON text.
#[derive(Debug)]
pub struct Text {
    kind: Kind,
    json: String,
    frame: OnceLock<Bytes>,
}

impl Text {
    fn new(kind: Kind, json: String) -> Text {
        Text { kind, json, frame: OnceLock::new() }
    }

    /// `{"type":…,"data":{…}}` in one line.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The object under `data`.
    pub fn data(&self) -> &str {
        let rest = self.json.strip_prefix(self.kind.opening()).unwrap_or("{}}");
        rest.strip_suffix('}').unwrap_or(rest)
    }

    /// The form in which most readers get it, made by the first of them.
    pub fn frame(&self, make: impl FnOnce(&str) -> Bytes) -> Bytes {
        self.frame.get_or_init(|| make(&self.json)).clone()
    }
}

fn created_text(id: EventId, topic: Option<&str>, payload: Option<&str>) -> String {
    let mut out = String::with_capacity(192 + payload.map_or(0, str::len));
    let _ = write!(out, "{}{{\"id\":\"{id}\",\"topic\":", Kind::Created.opening());
    write_opt(&mut out, topic);
    if let Some(payload) = payload {
        out.push_str(",\"payload\":");
        out.push_str(payload);
    }
    out.push_str(",\"occurred_at\":\"");
    id.time().write_to(&mut out);
    out.push_str("\"}}");
    out
}

fn write_opt(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => write_string(out, text),
        None => out.push_str("null"),
    }
}

/// The outcome of an attempt, as streams tell of it.
#[derive(Debug, Clone)]
pub struct Updated {
    pub position: Position,
    pub id: DeliveryId,
    pub success: bool,
    pub event: EventId,
    pub webhook: WebhookId,
    pub attempt: u32,
    pub response_status: Option<u16>,
    pub latency_ms: Option<i64>,
    pub next_retry_at: Option<Timestamp>,
    pub topic: Option<String>,
}

impl Updated {
    fn text(&self) -> String {
        let mut out = String::with_capacity(384);
        let status = if self.success { "success" } else { "failed" };
        let _ = write!(
            out,
            "{}{{\"id\":\"{}\",\"status\":\"{status}\",\"event_id\":\"{}\",\"webhook_id\":\"{}\",\"attempt_number\":{}",
            Kind::Updated.opening(),
            self.id,
            self.event,
            self.webhook,
            self.attempt
        );
        for (name, value) in
            [("response_status", self.response_status.map(i64::from)), ("response_latency_ms", self.latency_ms)]
        {
            let _ = match value {
                Some(value) => write!(out, ",\"{name}\":{value}"),
                None => write!(out, ",\"{name}\":null"),
            };
        }
        out.push_str(",\"next_retry_at\":");
        match self.next_retry_at {
            Some(at) => {
                let _ = write!(out, "\"{at}\"");
            }
            None => out.push_str("null"),
        }
        out.push_str(",\"topic\":");
        write_opt(&mut out, self.topic.as_deref());
        out.push_str("}}");
        out
    }
}

/// Messages that a reader missed and cannot be given: `data` of a `gap`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What the reader has, in its own words.
    pub requested: String,
    /// From where a stream can be resumed.
    pub oldest: Position,
}

/// Longest cursor that is read or told again, in characters.
pub const MAX_CURSOR: usize = 64;

impl Gap {
    pub fn new(requested: &str, oldest: Position) -> Gap {
        Gap { requested: requested.chars().take(MAX_CURSOR).collect(), oldest }
    }

    pub fn text(&self) -> String {
        let mut out = String::from("{\"requested\":");
        write_string(&mut out, &self.requested);
        let _ = write!(out, ",\"oldest\":\"{}\"}}", self.oldest);
        out
    }
}

/// What a reader asks for.
#[derive(Debug, Clone)]
pub struct Wanted {
    topics: TopicSet,
    kinds: Vec<Kind>,
    /// Who reads, if they are told what users are.
    user: Option<UserId>,
    pub form: Form,
    /// The last message the reader has, in its own words.
    pub after: Option<String>,
}

impl Default for Wanted {
    fn default() -> Wanted {
        let kinds = Kind::STORED.to_vec();
        Wanted { topics: TopicSet::default(), kinds, user: None, form: Form::Whole, after: None }
    }
}

impl Wanted {
    /// Everything that a user is told.
    pub fn of_user(user: UserId) -> Wanted {
        Wanted { kinds: Kind::ALL.to_vec(), user: Some(user), ..Wanted::default() }
    }

    /// Narrows to topics that one of these patterns matches; an empty list changes nothing.
    pub fn topics<'a>(mut self, patterns: impl IntoIterator<Item = &'a str>) -> Wanted {
        let patterns: Vec<&str> = patterns.into_iter().map(str::trim).filter(|p| !p.is_empty()).collect();
        if !patterns.is_empty() {
            self.topics = TopicSet::compile(&patterns);
        }
        self
    }

    /// Narrows to these kinds of messages; an empty list changes nothing, an unknown word is a 400.
    pub fn types<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Result<Wanted> {
        let names: Vec<&str> = names.into_iter().map(str::trim).filter(|name| !name.is_empty()).collect();
        let allowed = if self.user.is_some() { &Kind::ALL[..] } else { &Kind::STORED };
        if names.iter().any(|name| !allowed.iter().any(|kind| kind.as_str() == *name)) {
            let words: Vec<&str> = allowed.iter().map(|kind| kind.as_str()).collect();
            return Err(Error::new(ErrorKind::Malformed, format!("types must be {}", words.join(" or "))));
        }
        if !names.is_empty() {
            self.kinds = allowed.iter().copied().filter(|kind| names.contains(&kind.as_str())).collect();
        }
        Ok(self)
    }

    /// How much of an event is told.
    pub fn form(self, form: Form) -> Wanted {
        Wanted { form, ..self }
    }

    /// Resumes behind the last message that the reader has, if it names one.
    pub fn after(self, cursor: Option<String>) -> Wanted {
        Wanted { after: cursor, ..self }
    }

    pub fn takes(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    pub fn wants(&self, message: &Message) -> bool {
        let mine = message.to.is_none() || message.to == self.user;
        let fits = || !message.kind.is_stored() || self.topics.matches(message.topic.as_deref());
        self.takes(message.kind) && mine && fits()
    }
}

/// The place of an id that time alone decides: what was made from `at` on lies behind it.
pub fn position_at(at: Timestamp) -> Position {
    Position(Id::<()>::floor(at).tick()).before()
}

#[cfg(test)]
mod tests;
