//! A conversation over one socket: heartbeats, the join and the leave of the project's channel,
//! and its messages. What the client says is read before more is sent, so that a heartbeat is
//! answered in the middle of a backlog.

use super::phoenix::{Dialect, Frame, Sent};
use crate::base::Json;
use crate::domain::access::{Access, Actor};
use crate::domain::stream::{Form, Kind, Wanted};
use crate::engine::Engine;
use crate::engine::bus::Seat;
use crate::engine::streams::{self, Reader, Told, Watch};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Error as SocketError, Message};

/// Clients send a heartbeat every 30 seconds.
const IDLE: Duration = Duration::from_secs(120);
/// How often the rights of the caller are looked at.
const WATCH: Duration = Duration::from_secs(1);
/// How long a close is waited for.
const FAREWELL: Duration = Duration::from_secs(2);
/// Frames that make no sense at which the socket is closed.
const STRIKES: u32 = 10;

/// Who came, and what they asked for when they came.
pub(super) struct Visit {
    pub engine: Arc<Engine>,
    pub actor: Actor,
    pub seat: Seat,
    pub wanted: Wanted,
    /// None until the first frame shows it, where no version was asked for.
    pub dialect: Option<Dialect>,
}

/// Why a conversation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The connection is gone.
    Gone,
    Idle,
    Nonsense,
    TooLong,
    /// The caller may not read any more.
    Barred,
    /// The server stops.
    Restart,
}

impl End {
    fn code(self) -> Option<CloseCode> {
        Some(match self {
            End::Gone => return None,
            End::Idle => CloseCode::Normal,
            End::Nonsense => CloseCode::Unsupported,
            End::TooLong => CloseCode::Size,
            End::Barred => CloseCode::Policy,
            End::Restart => CloseCode::Restart,
        })
    }
}

/// The channel while it is joined.
struct Joined {
    join_ref: Json<'static>,
    topic: String,
    reader: Reader,
    form: Form,
}

struct Talk<S> {
    visit: Visit,
    sink: SplitSink<WebSocketStream<S>, Message>,
    /// Something was sent that may not have left yet.
    unflushed: bool,
    joined: Option<Joined>,
    strikes: u32,
}

/// Talks until either side ends it.
pub(super) async fn talk<S: AsyncRead + AsyncWrite + Unpin>(socket: WebSocketStream<S>, visit: Visit) {
    let engine = visit.engine.clone();
    let (sink, mut frames) = socket.split();
    let mut talk = Talk { visit, sink, unflushed: false, joined: None, strikes: 0 };
    let end = tokio::select! {
        biased;
        () = engine.stopping().cancelled() => End::Restart,
        end = talk.run(&mut frames) => end,
    };
    let Some(code) = end.code() else { return };
    let farewell = async {
        if end == End::Barred {
            talk.close_channel().await?;
        }
        let frame = CloseFrame { code, reason: "".into() };
        talk.sink.send(Message::Close(Some(frame))).await.map_err(|_| End::Gone)?;
        // The answer, or whatever was on its way before it.
        while let Some(Ok(_)) = frames.next().await {}
        Ok::<_, End>(())
    };
    let _ = timeout(FAREWELL, farewell).await;
}

impl<S: AsyncRead + AsyncWrite + Unpin> Talk<S> {
    async fn run(&mut self, frames: &mut SplitStream<WebSocketStream<S>>) -> End {
        let mut watch = Watch::new(&self.visit.actor, Access::EVENTS_READ);
        let mut look = interval(WATCH);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        loop {
            let done = tokio::select! {
                biased;
                _ = look.tick() => match watch.allows(&self.visit.engine).await {
                    true => Ok(()),
                    false => Err(End::Barred),
                },
                frame = frames.next() => {
                    heard = Instant::now();
                    self.hear(frame).await
                }
                () = sleep_until(heard + IDLE) => Err(End::Idle),
                told = next(&mut self.joined) => self.tell(told).await,
                flushed = self.sink.flush(), if self.unflushed => {
                    self.unflushed = false;
                    flushed.map_err(|_| End::Gone)
                }
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    async fn hear(&mut self, frame: Option<Result<Message, SocketError>>) -> Result<(), End> {
        let read = match frame {
            Some(Ok(Message::Text(text))) => Frame::read(&text).map(|(frame, dialect)| (frame, Some(dialect))),
            Some(Ok(Message::Binary(bytes))) => Frame::read_binary(&bytes).map(|frame| (frame, None)),
            Some(Ok(_)) => return Ok(()),
            Some(Err(SocketError::Capacity(_))) => return Err(End::TooLong),
            Some(Err(_)) | None => return Err(End::Gone),
        };
        match read {
            Some((frame, dialect)) => {
                self.visit.dialect = self.visit.dialect.or(dialect);
                self.answer(&frame).await
            }
            None => {
                self.strikes += 1;
                if self.strikes >= STRIKES { Err(End::Nonsense) } else { Ok(()) }
            }
        }
    }

    /// Says what Phoenix would say to a frame, but never breaks off over one.
    async fn answer(&mut self, frame: &Frame) -> Result<(), End> {
        let none = Json::Null;
        let current = self.joined.as_ref().filter(|joined| joined.topic == frame.topic);
        let stale = |joined: &&Joined| !frame.join_ref.is_null() && frame.join_ref != joined.join_ref;
        match (frame.event.as_str(), current) {
            ("heartbeat", _) if frame.topic == "phoenix" => self.send(&Sent::reply(frame, &none, None)).await,
            ("phx_join", _) => self.join(frame).await,
            (_, Some(joined)) if stale(&joined) => Ok(()),
            ("phx_leave", Some(_)) => {
                self.send(&Sent::reply(frame, &frame.join_ref, None)).await?;
                self.close_channel().await
            }
            ("phx_leave", None) => self.send(&Sent::reply(frame, &frame.join_ref, None)).await,
            (_, Some(joined)) => {
                let join_ref = joined.join_ref.clone();
                self.send(&Sent::reply(frame, &join_ref, Some("unknown event"))).await
            }
            (_, None) => self.send(&Sent::reply(frame, &none, Some("unmatched topic"))).await,
        }
    }

    async fn join(&mut self, frame: &Frame) -> Result<(), End> {
        let Some(project) = frame.topic.strip_prefix("events:") else {
            return self.send(&Sent::reply(frame, &Json::Null, Some("unmatched topic"))).await;
        };
        let own = self.visit.actor.project;
        if project != own.to_string() {
            return self.send(&Sent::reply(frame, &frame.join_ref, Some("unauthorized"))).await;
        }
        if self.joined.is_some() {
            self.close_channel().await?;
        }
        let wanted = match self.wanted(&frame.payload) {
            Ok(wanted) => wanted,
            Err(e) => return self.send(&Sent::reply(frame, &frame.join_ref, Some(e.message()))).await,
        };
        let form = wanted.form;
        let reader = match streams::open(&self.visit.engine, &self.visit.seat, own, wanted).await {
            Ok(reader) => reader,
            Err(e) => {
                tracing::warn!(error = ?e, "a channel could not be joined");
                return self.send(&Sent::reply(frame, &frame.join_ref, Some("channel_crash"))).await;
            }
        };
        // Only the first join resumes where the address says: a later one would hear it all again.
        self.visit.wanted.after = None;
        // Version 1 has no reference of the join but that of its frame.
        let join_ref = if frame.join_ref.is_null() { &frame.refer } else { &frame.join_ref };
        self.joined = Some(Joined { join_ref: join_ref.clone(), topic: frame.topic.clone(), reader, form });
        self.send(&Sent::reply(frame, &frame.join_ref, None)).await
    }

    /// What the address asks for, narrowed by what the join says.
    fn wanted(&self, payload: &Json<'_>) -> crate::base::Result<Wanted> {
        let texts = |key| -> Vec<&str> {
            let list = payload.step(key).and_then(Json::as_array).unwrap_or_default();
            list.iter().filter_map(Json::as_str).collect()
        };
        let wanted = self.visit.wanted.clone().topics(texts("topics")).types(texts("types"))?;
        let bare = payload.step("payload").and_then(Json::as_bool) == Some(false);
        let after = payload.step("last_event_id").and_then(Json::as_str).filter(|id| !id.is_empty());
        let after = after.map(str::to_owned).or_else(|| self.visit.wanted.after.clone());
        Ok(wanted.form(if bare { Form::Bare } else { Form::Whole }).after(after))
    }

    async fn tell(&mut self, told: crate::base::Result<Told>) -> Result<(), End> {
        let Some(joined) = &self.joined else { return Ok(()) };
        let (event, payload) = match told {
            Ok(Told::Message(message)) => {
                let data = message.text(joined.form).data();
                let mut payload = String::with_capacity(data.len() + 40);
                payload.push_str(data.strip_suffix('}').unwrap_or(data));
                let _ = write!(payload, ",\"cursor\":\"{}\"}}", message.position);
                let event = match message.kind {
                    Kind::Created => "event:created",
                    // Nobody reads as a user here.
                    _ => "delivery:updated",
                };
                (event, payload)
            }
            Ok(Told::Gap(gap)) => ("gap", gap.text()),
            Err(e) => {
                tracing::warn!(error = ?e, "a channel ends early");
                return self.crash().await;
            }
        };
        let sent = Sent {
            join_ref: &joined.join_ref,
            refer: &Json::Null,
            topic: &joined.topic,
            event,
            payload: payload.into(),
        };
        let text = sent.write(self.visit.dialect.unwrap_or(Dialect::Objects));
        self.unflushed = true;
        self.sink.feed(Message::text(text)).await.map_err(|_| End::Gone)
    }

    /// The client joins again by itself.
    async fn crash(&mut self) -> Result<(), End> {
        let Some(joined) = self.joined.take() else { return Ok(()) };
        let reason = "{\"reason\":\"channel_crash\"}";
        self.send(&Sent::about_channel(&joined.join_ref, &joined.topic, "phx_error", reason)).await
    }

    async fn close_channel(&mut self) -> Result<(), End> {
        let Some(joined) = self.joined.take() else { return Ok(()) };
        self.send(&Sent::about_channel(&joined.join_ref, &joined.topic, "phx_close", "{}")).await
    }

    async fn send(&mut self, sent: &Sent<'_>) -> Result<(), End> {
        let text = sent.write(self.visit.dialect.unwrap_or(Dialect::Objects));
        self.unflushed = false;
        self.sink.send(Message::text(text)).await.map_err(|_| End::Gone)
    }
}

/// The next message of the channel; never where none is joined.
async fn next(joined: &mut Option<Joined>) -> crate::base::Result<Told> {
    match joined {
        Some(joined) => joined.reader.next().await,
        None => std::future::pending().await,
    }
}
