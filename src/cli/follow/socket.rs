//! The stream over a WebSocket: joins the channel of the project and turns its frames into the
//! messages of an event stream, so that whoever follows need not know the difference.

use super::{Course, Leg, SILENCE, Told};
use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::client::{Event, Fault, Heard, Request, Socket};
use serde_json::json;
use std::time::{Duration, Instant};

/// How often the server is shown that somebody is here.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How long a read waits before that is looked at.
pub(super) const PAUSE: Duration = Duration::from_secs(5);

/// The socket of a project, as clients of channels open it. The credential goes the way that every
/// server takes.
pub(super) fn request(proven: &Request) -> Request {
    let mut request = Request::at("GET", "/ws/websocket").query("vsn", Some("2.0.0"));
    request = request.query("token", proven.bearer.as_deref());
    request.bearer.clone_from(&proven.bearer);
    for (name, value) in proven.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("x-project-id")) {
        request = request.header(name, value);
    }
    request
}

/// The topic of the project that the credential is for.
pub(super) fn topic(app: &App) -> Outcome<String> {
    let project = app.call(Request::get("/project"))?.json()?;
    let id = project.lookup("id").or_else(|| project.lookup("data.id")).and_then(Json::as_str);
    id.map(|id| format!("events:{id}")).ok_or_else(|| Failure::failed("the server does not name the project"))
}

/// What a frame means.
enum Frame {
    Told(Told, Event),
    /// A join that was refused, and why.
    Refused(String),
    /// The channel is gone.
    Left,
    Other,
}

impl Course<'_> {
    /// One connection to its end.
    pub(super) fn talk(&mut self, mut socket: Socket, topic: &str, join: &Json<'_>) -> Result<Outcome<Leg>, Fault> {
        socket.send(&format!("[\"1\",\"1\",{},\"phx_join\",{}]", json!(topic), join.to_text()))?;
        let (mut heard, mut beat, mut last) = (false, Instant::now(), Instant::now());
        self.begun = true;
        loop {
            if self.stop.is_set() {
                return Ok(Ok(Leg::Home));
            }
            if beat.elapsed() >= HEARTBEAT {
                socket.send("[null,\"h\",\"phoenix\",\"heartbeat\",{}]")?;
                beat = Instant::now();
            }
            let text = match socket.hear()? {
                Heard::Text(text) => text,
                Heard::Closed => return Ok(Ok(Leg::Ended { heard })),
                Heard::Silence if last.elapsed() >= SILENCE => return Err(Fault::network("the server is silent")),
                Heard::Silence => continue,
            };
            last = Instant::now();
            match read(&text, topic) {
                Some(Frame::Told(told, event)) => match self.hear(&told, &event) {
                    Ok(None) => heard |= told.kind() != "connected",
                    Ok(Some(leg)) => return Ok(Ok(leg)),
                    Err(failure) => return Ok(Err(failure)),
                },
                Some(Frame::Refused(why)) => return Ok(Err(Failure::failed(format!("the channel refuses: {why}")))),
                Some(Frame::Left) => return Ok(Ok(Leg::Ended { heard })),
                Some(Frame::Other) => {}
                None => return Ok(Err(Failure::failed("the server sends something other than frames of channels"))),
            }
        }
    }

    /// What the join asks for.
    pub(super) fn join(&self, ask: &super::Ask) -> Json<'static> {
        let list = |items: &[String]| Json::Array(items.iter().cloned().map(Json::string).collect());
        let mut join = crate::base::json::Members::default();
        for (name, items) in [("topics", &ask.topics), ("types", &ask.types)] {
            if !items.is_empty() {
                join.set(name, list(items));
            }
        }
        if ask.bare {
            join.set("payload", Json::Bool(false));
        }
        if let Some(after) = &self.after {
            join.set("last_event_id", Json::string(after.clone()));
        }
        Json::Object(join)
    }
}

fn read(text: &str, topic: &str) -> Option<Frame> {
    let frame = Json::parse(text).ok()?.into_owned();
    let [_, _, of, event, payload] = frame.as_array()? else { return None };
    if of.as_str() != Some(topic) {
        return Some(Frame::Other);
    }
    let kind = match event.as_str()? {
        "event:created" => "event.created",
        "delivery:updated" => "delivery.updated",
        "gap" => "gap",
        "phx_reply" if payload.lookup("status").and_then(Json::as_str) == Some("ok") => "connected",
        "phx_reply" => {
            let reason = payload.lookup("response.reason").and_then(Json::as_str).unwrap_or("no reason given");
            return Some(Frame::Refused(reason.to_owned()));
        }
        "phx_close" | "phx_error" => return Some(Frame::Left),
        _ => return Some(Frame::Other),
    };
    let mut data = payload.as_object()?.clone();
    let id = data.remove("cursor").and_then(|cursor| cursor.as_str().map(str::to_owned));
    let message = [("type".into(), Json::string(kind)), ("data".into(), Json::Object(data))];
    let json = Json::Object(message.into_iter().collect());
    let text = json.to_text();
    Some(Frame::Told(Told { text: text.clone(), json }, Event { id, data: text }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_become_messages() {
        let told = |text: &str| match read(text, "events:p") {
            Some(Frame::Told(told, event)) => (told.text, event.id),
            _ => panic!("{text}"),
        };
        let frame = r#"["1",null,"events:p","event:created",{"id":"e","payload":{"n":1.10},"cursor":"5"}]"#;
        let expected = r#"{"type":"event.created","data":{"id":"e","payload":{"n":1.10}}}"#;
        assert_eq!(told(frame), (expected.to_owned(), Some("5".to_owned())));
        let joined = r#"["1","1","events:p","phx_reply",{"status":"ok","response":{}}]"#;
        assert!(told(joined).0.starts_with(r#"{"type":"connected""#));
        let refused = r#"["1","1","events:p","phx_reply",{"status":"error","response":{"reason":"unauthorized"}}]"#;
        assert!(matches!(read(refused, "events:p"), Some(Frame::Refused(why)) if why == "unauthorized"));
        let beat = r#"[null,"h","phoenix","phx_reply",{"status":"ok","response":{}}]"#;
        assert!(matches!(read(beat, "events:p"), Some(Frame::Other)));
        assert!(matches!(read(r#"["1","1","events:p","phx_close",{}]"#, "events:p"), Some(Frame::Left)));
        assert!(read("{}", "events:p").is_none());
    }
}
