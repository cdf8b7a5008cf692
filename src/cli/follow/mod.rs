//! Following the live stream of a project: over breaks and restarts of the server, from where it
//! was left. What is done with the messages its callers know.

mod socket;

use super::app::{App, is_uuid};
use super::failure::{Failure, Outcome};
use super::stop::Stop;
use super::value;
use crate::base::{Json, Timestamp};
use crate::client::{Event, Events, Fault, Request};
use crate::domain::stream::position_at;
use std::io::Read;
use std::time::Duration;

/// The pauses before another try.
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);
/// A line that means nothing comes every 30 seconds; without one for so long the connection is dead.
const SILENCE: Duration = Duration::from_secs(90);

/// What is asked of the stream.
#[derive(Debug, Default)]
pub struct Ask {
    pub topics: Vec<String>,
    pub types: Vec<String>,
    /// Leave out the payloads.
    pub bare: bool,
    /// Have events say how they were sent.
    pub nested: bool,
    /// Begin behind this message.
    pub after: Option<String>,
    /// Over a WebSocket instead of an event stream.
    pub socket: bool,
}

/// A message as it came.
#[derive(Debug)]
pub struct Told {
    pub text: String,
    pub json: Json<'static>,
}

impl Told {
    pub fn kind(&self) -> &str {
        self.json.lookup("type").and_then(Json::as_str).unwrap_or_default()
    }

    /// A text of its data.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.json.step("data")?.step(name)?.as_str()
    }
}

/// What to do after a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    On,
    /// This was all that was wanted.
    Home,
}

/// Gives every message to `on` until that has enough or `stop` is set. Begins again after every
/// break; only a server that refuses, or that cannot be reached at all, is a failure.
pub fn follow(app: &App, ask: Ask, stop: &Stop, on: &mut dyn FnMut(&Told) -> Outcome<Go>) -> Outcome {
    let mut course =
        Course { app, after: ask.after.clone(), asked: None, gap: None, begun: false, warned: false, stop, on };
    let mut pause = FIRST;
    if app.sends_nothing() {
        return app.call(course.request(&ask)).map(drop);
    }
    let topic = ask.socket.then(|| socket::topic(app)).transpose()?;
    loop {
        let request = app.proven(course.request(&ask))?;
        course.asked.clone_from(&course.after);
        let read = match &topic {
            Some(topic) => {
                let join = course.join(&ask);
                let socket = app.client()?.socket(&socket::request(&request), socket::PAUSE);
                socket.and_then(|socket| course.talk(socket, topic, &join))
            }
            None => app.client()?.open(&request, |_, body| course.read(body)),
        };
        let (why, again) = match read {
            Ok(Ok(Leg::Home)) => return Ok(()),
            Ok(Ok(Leg::Again)) => continue,
            Ok(Ok(Leg::Ended { heard })) => ("the stream ended".to_owned(), heard),
            Ok(Err(failure)) => return Err(failure),
            Err(fault) if !course.begun || is_final(&fault) => return Err(fault.into()),
            Err(fault) => (fault.to_string(), false),
        };
        if stop.is_set() {
            return Ok(());
        }
        pause = if again { FIRST } else { pause };
        app.out.note(&format!("{why}; reconnecting in {} s", pause.as_secs()));
        if stop.wait(pause) {
            return Ok(());
        }
        pause = (pause * 2).min(LONGEST);
    }
}

/// A refusal that another try would only repeat.
fn is_final(fault: &Fault) -> bool {
    matches!(fault, Fault::Unusable(_))
        || fault.status().is_some_and(|status| (400..500).contains(&status) && status != 429)
}

/// How one connection ended.
enum Leg {
    Home,
    /// To be resumed at once.
    Again,
    Ended {
        heard: bool,
    },
}

struct Course<'a> {
    app: &'a App,
    /// The last message that was dealt with.
    after: Option<String>,
    /// The place that was asked for.
    asked: Option<String>,
    /// From where the last gap could be filled.
    gap: Option<String>,
    begun: bool,
    warned: bool,
    stop: &'a Stop,
    on: &'a mut dyn FnMut(&Told) -> Outcome<Go>,
}

impl Course<'_> {
    fn request(&self, ask: &Ask) -> Request {
        let list = |items: &[String]| Some(items.join(",")).filter(|list| !list.is_empty());
        let request = Request::get("/stream")
            .query("topics", list(&ask.topics))
            .query("types", list(&ask.types))
            .query("payload", ask.bare.then_some("false"))
            .query("nested", ask.nested.then_some("true"))
            .header("Accept", "text/event-stream")
            .patience(SILENCE);
        match &self.after {
            Some(after) => request.header("Last-Event-ID", after),
            None => request,
        }
    }

    fn read(&mut self, body: &mut dyn Read) -> Result<Outcome<Leg>, Fault> {
        let (mut events, mut heard) = (Events::new(body), false);
        self.begun = true;
        while let Some(event) = events.read()? {
            if self.stop.is_set() {
                return Ok(Ok(Leg::Home));
            }
            let told = match Json::parse(&event.data) {
                Ok(json) => Told { json: json.into_owned(), text: event.data.clone() },
                Err(_) => {
                    return Ok(Err(Failure::failed("the server sends something other than a stream of messages")));
                }
            };
            match self.hear(&told, &event) {
                Ok(None) => heard |= told.kind() != "connected",
                Ok(Some(leg)) => return Ok(Ok(leg)),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        Ok(Ok(Leg::Ended { heard }))
    }

    fn hear(&mut self, told: &Told, event: &Event) -> Outcome<Option<Leg>> {
        match told.kind() {
            // Of interest, but nothing that was missed.
            "connected" => return (self.on)(told).map(|_| None),
            "gap" => return Ok(self.fill(told)),
            _ => {}
        }
        if event.id.is_none() && !std::mem::replace(&mut self.warned, true) {
            self.app.out.note("this server does not number its messages: after a break some may be missing");
        }
        let went = (self.on)(told)?;
        if event.id.is_some() {
            self.after.clone_from(&event.id);
        }
        Ok((went == Go::Home).then_some(Leg::Home))
    }

    /// Messages are missing here: those that are stored are asked for.
    fn fill(&mut self, gap: &Told) -> Option<Leg> {
        let (requested, oldest) = (gap.field("requested")?.to_owned(), gap.field("oldest")?.to_owned());
        if self.asked.as_ref() != Some(&requested) {
            // A long way back is given in parts.
            self.after = Some(requested);
            return Some(Leg::Again);
        }
        self.app.out.note("some messages are missing here: they are no longer stored");
        if self.gap.replace(oldest.clone()).as_ref() == Some(&oldest) {
            return None;
        }
        self.after = Some(oldest);
        Some(Leg::Again)
    }
}

/// From where to begin: a time becomes the place that everything after it lies behind; an id of an
/// event or a cursor stays as it is.
pub fn since(given: Option<&str>) -> Outcome<Option<String>> {
    let Some(given) = given else { return Ok(None) };
    let at = value::words(given, Timestamp::now()).or_else(|| Timestamp::parse(given));
    let is_cursor = is_uuid(given) || given.bytes().all(|b| b.is_ascii_digit());
    match at {
        Some(at) => Ok(Some(position_at(at).to_string())),
        None if is_cursor && !given.is_empty() => Ok(Some(given.to_owned())),
        None => Err(Failure::usage(format!("--since {given}: neither a time nor an event's id nor a cursor"))),
    }
}
