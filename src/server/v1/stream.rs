//! The live stream of a project as server-sent events. Only the frames are made here; what is
//! told, and when it ends, the reader knows.

mod about;

use crate::base::{Error, Kind, Result};
use crate::domain::access::Access;
use crate::domain::account::UserId;
use crate::domain::stream::{Form, Message, Wanted};
use crate::engine::Engine;
use crate::engine::bus::{Protocol, Seat};
use crate::engine::streams::{self, QueueWatch, Reader, Told, Watch};
use crate::server::{Cx, Reply, Routes};
use axum::body::Body;
use bytes::Bytes;
use futures_util::stream::unfold;
use http::header::{CACHE_CONTROL, CONNECTION};
use http::{HeaderName, HeaderValue, Version};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Interval, MissedTickBehavior, interval_at};

const EVENT_STREAM: HeaderValue = HeaderValue::from_static("text/event-stream");
const ACCEL: HeaderName = HeaderName::from_static("x-accel-buffering");

/// How often a line without meaning keeps proxies from closing, and rights are looked at.
const KEEPALIVE: Duration = Duration::from_secs(30);
const WATCH: Duration = Duration::from_secs(1);

pub(super) fn routes() -> Routes {
    Routes::new().get("/stream", Access::EVENTS_READ, stream).about(about::stream)
}

async fn stream(cx: Cx) -> Result<Reply> {
    let user = user(&cx)?;
    let wanted = wanted(&cx, user)?;
    let project = cx.actor().project;
    let seat = streams::sit(&cx.engine, project, Protocol::Sse, user)?;
    let reply = |body: Body| {
        let reply = Reply::raw(EVENT_STREAM, body).header(CACHE_CONTROL, "no-cache").header(ACCEL, "no");
        if cx.version() == Version::HTTP_11 { reply.header(CONNECTION, "keep-alive") } else { reply }
    };
    if cx.is_head() {
        return Ok(reply(Body::empty()));
    }
    let form = wanted.form;
    let queue = QueueWatch::of(&cx.engine, cx.actor(), &wanted).await?;
    let reader = streams::open(&cx.engine, &seat, project, wanted).await?;
    let hello = format!("retry: 3000\ndata: {{\"type\":\"connected\",\"project_id\":\"{project}\"}}\n\n");
    let feed = Feed {
        hello: Some(Bytes::from(hello)),
        reader,
        form,
        queue,
        watch: Watch::new(cx.actor(), Access::EVENTS_READ),
        look: every(WATCH),
        keepalive: every(KEEPALIVE),
        engine: cx.engine.clone(),
        _seat: seat,
    };
    let frames =
        unfold(feed, |mut feed| async move { feed.next().await.map(|frame| (Ok::<_, Infallible>(frame), feed)) });
    Ok(reply(Body::from_stream(frames)))
}

/// Who asks to be told what users are.
fn user(cx: &Cx) -> Result<Option<UserId>> {
    match cx.query("scope").as_deref() {
        None => Ok(None),
        Some("user") => streams::reader(cx.actor()).map(Some),
        Some(_) => Err(Error::new(Kind::Malformed, "scope must be user")),
    }
}

/// The header wins over the parameter: a browser repeats the address with which it began.
fn wanted(cx: &Cx, user: Option<UserId>) -> Result<Wanted> {
    let list = |name| cx.query(name).unwrap_or_default();
    let last = cx.header("last-event-id").map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
    let wanted = user.map_or_else(Wanted::default, Wanted::of_user);
    let wanted = wanted.topics(list("topics").split(',')).types(list("types").split(','))?;
    let form = match (flag(cx, "payload")?, flag(cx, "nested")?) {
        (Some(false), _) => Form::Bare,
        (_, Some(true)) => Form::Marked,
        _ => Form::Whole,
    };
    Ok(wanted.form(form).after(last.or_else(|| cx.query("last_event_id").map(Into::into))))
}

fn flag(cx: &Cx, name: &str) -> Result<Option<bool>> {
    match cx.query(name).as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Error::new(Kind::Malformed, format!("{name} must be true or false"))),
    }
}

fn every(period: Duration) -> Interval {
    let mut interval = interval_at(tokio::time::Instant::now() + period, period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// The body of the answer. It works only while the connection takes more, so that a client that
/// does not read costs no more than what the system holds for it.
struct Feed {
    hello: Option<Bytes>,
    reader: Reader,
    form: Form,
    queue: Option<QueueWatch>,
    watch: Watch,
    look: Interval,
    keepalive: Interval,
    engine: Arc<Engine>,
    _seat: Seat,
}

impl Feed {
    /// The next piece; `None` is the end.
    async fn next(&mut self) -> Option<Bytes> {
        if let Some(hello) = self.hello.take() {
            return Some(hello);
        }
        let mut told = std::pin::pin!(self.reader.next());
        loop {
            tokio::select! {
                biased;
                () = self.engine.stopping().cancelled() => return None,
                _ = self.look.tick() => {
                    if !self.watch.allows(&self.engine).await {
                        return None;
                    }
                    if let Some(changed) = self.queue.as_mut().and_then(|queue| queue.look(&self.engine)) {
                        return Some(written(&Arc::new(changed), self.form));
                    }
                }
                told = &mut told => match told {
                    Ok(told) => return Some(frame(&told, self.form)),
                    Err(e) => {
                        // The client comes again and resumes.
                        tracing::warn!(error = ?e, "a stream ends early");
                        return None;
                    }
                },
                _ = self.keepalive.tick() => return Some(Bytes::from_static(b": keepalive\n\n")),
            }
        }
    }
}

fn frame(told: &Told, form: Form) -> Bytes {
    match told {
        Told::Message(message) => written(message, form),
        Told::Gap(gap) => Bytes::from(format!("data: {{\"type\":\"gap\",\"data\":{}}}\n\n", gap.text())),
    }
}

/// Written once for all who read it.
fn written(message: &Arc<Message>, form: Form) -> Bytes {
    message.text(form).frame(|json| match message.kind.is_stored() {
        true => Bytes::from(format!("id: {}\ndata: {json}\n\n", message.position)),
        // What is not stored is no place to resume from.
        false => Bytes::from(format!("data: {json}\n\n")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stream::{Gap, Position};

    #[test]
    fn frames_have_one_line_of_data() {
        let gap = Told::Gap(Gap::new("12-3\n", Position::of(7)));
        assert_eq!(
            frame(&gap, Form::Whole),
            "data: {\"type\":\"gap\",\"data\":{\"requested\":\"12-3\\n\",\"oldest\":\"7\"}}\n\n"
        );
    }
}
