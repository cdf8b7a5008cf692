//! One attempt: a request, a letter, an order to a worker, or the callback that tells of the end.
//! What came of it goes to settling; a task that goes on at once keeps its place.

use super::service::Place;
use super::{secret, settle};
use crate::base::{Json, Result, Timestamp};
use crate::domain::attempt::{Answer, Outcome, kept_body};
use crate::domain::signing::{Schemes, SigningKeys};
use crate::domain::task::{Attempt, Doer, End, Letter, MAX_RESULT, Request, Task, Turn};
use crate::domain::webhook::CustomHeaders;
use crate::engine::directory::{self, Endpoint, ProjectView};
use crate::engine::outbound::Exchange;
use crate::engine::{Engine, dispatch, mail};
use crate::store::tasks::{self, Claim};
use bytes::Bytes;
use futures_util::FutureExt;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use http_body_util::Full;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

const X_JOB_ID: HeaderName = HeaderName::from_static("x-job-id");
const X_ATTEMPT: HeaderName = HeaderName::from_static("x-attempt");

/// What came of an attempt, and what is kept of it.
#[derive(Debug)]
pub(super) struct Done {
    pub end: End,
    pub attempt: Attempt,
}

/// Makes attempts of a task for as long as it goes on.
pub(super) async fn run(engine: Arc<Engine>, claim: Claim, place: Place) {
    let mut next = Some(claim);
    while let Some(claim) = next {
        let view = match engine.project(claim.project).await {
            Ok(view) if !view.held && view.project.active => view,
            // It rests, or is about to be ended: those who decided that tell the lanes.
            _ => return settle::give_back(&engine, claim).await,
        };
        let started = Started { at: Timestamp::now(), clock: Instant::now() };
        let made = AssertUnwindSafe(make(&engine, &view, &claim.task)).catch_unwind().await;
        let sent = made.unwrap_or_else(|_| {
            tracing::error!(task = %claim.task.id, "an attempt panicked");
            Ok(Sent::plain(End::failed(Outcome::Retry, "Internal server error")))
        });
        let sent = sent.unwrap_or_else(|e| Sent::plain(End::failed(Outcome::Retry, e.message().to_owned())));
        next = settle::store(&engine, claim, started.done(sent), place.lane).await;
    }
}

struct Started {
    at: Timestamp,
    clock: Instant,
}

impl Started {
    fn done(self, sent: Sent) -> impl FnOnce(&Task) -> Done {
        move |task| {
            let turn = task.turn();
            let n = if turn == Turn::Run { task.attempts } else { task.callback_attempts };
            let attempt = Attempt {
                turn,
                n,
                started_at: self.at,
                latency_ms: u32::try_from(self.clock.elapsed().as_millis()).unwrap_or(u32::MAX),
                response_status: sent.status,
                error: sent.end.error.clone(),
                destination_ip: sent.ip,
                response_body: sent.body,
            };
            Done { end: sent.end, attempt }
        }
    }
}

/// What was sent and came back.
struct Sent {
    end: End,
    status: Option<u16>,
    ip: Option<std::net::IpAddr>,
    body: Option<String>,
}

impl Sent {
    fn plain(end: End) -> Sent {
        Sent { end, status: None, ip: None, body: None }
    }

    fn over_http(doer: Doer, exchange: Exchange) -> Sent {
        let ip = exchange.ip;
        match exchange.result {
            Ok(received) => {
                let answer = Answer::Status { code: received.status, retry_after: None };
                let error = answer.error().map(|error| error.into_owned());
                let end = End::answered(doer, received.status, error, result(&received.body));
                Sent { end, status: Some(received.status), ip, body: Some(kept_body(&received.body)) }
            }
            Err(failure) => Sent { ip, ..Sent::plain(End::failed(Outcome::Retry, failure.text().into_owned())) },
        }
    }
}

/// An answer that is JSON and not too long.
fn result(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok().filter(|text| text.chars().count() <= MAX_RESULT)?;
    Some(Json::parse(text).ok()?.to_text())
}

async fn make(engine: &Arc<Engine>, view: &ProjectView, task: &Task) -> Result<Sent> {
    match (task.turn(), Doer::of(&task.kind)) {
        (Turn::Callback, _) => call_back(engine, view, task).await,
        (Turn::Run, Doer::Http) => request(engine, task).await,
        (Turn::Run, Doer::Email) => letter(engine, task).await,
        (Turn::Run, Doer::Worker) => order(engine, view, task).await,
    }
}

async fn request(engine: &Engine, task: &Task) -> Result<Sent> {
    let payload = Json::parse(&task.payload)?;
    let Some(request) = payload.as_object().map(|payload| Request::read(payload, None)).transpose()? else {
        return Ok(Sent::plain(End::failed(Outcome::Final, "Internal server error")));
    };
    let mut headers = directory::request_headers(engine, &request.headers);
    if !request.is_json && !request.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
        match request.body {
            Some(_) => headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8")),
            None => headers.remove(CONTENT_TYPE),
        };
    }
    put(&mut headers, X_JOB_ID, &task.word().to_string());
    headers.insert(X_ATTEMPT, HeaderValue::from(task.attempts));
    let body = Bytes::from(request.body.unwrap_or_default());
    let uri = request.url.parse().map_err(crate::base::Error::internal)?;
    let method = Method::try_from(request.method.as_str()).map_err(crate::base::Error::internal)?;
    Ok(Sent::over_http(Doer::Http, send(engine, (method, uri), headers, body).await))
}

async fn letter(engine: &Arc<Engine>, task: &Task) -> Result<Sent> {
    let payload = Json::parse(&task.payload)?;
    let Some(letter) = payload.as_object().map(Letter::read).transpose()? else {
        return Ok(Sent::plain(End::failed(Outcome::Final, "Internal server error")));
    };
    Ok(Sent::plain(match mail::send_letter(engine, task.id.as_bytes(), letter).await {
        Ok(()) => End { outcome: Outcome::Success, result: None, error: None },
        Err(mail::Unsent { why, for_good }) => End::failed(if for_good { Outcome::Final } else { Outcome::Retry }, why),
    }))
}

/// The oldest active webhook that names a topic which fits; one for every event is no worker.
fn worker<'v>(view: &'v ProjectView, kind: &str) -> Option<&'v Arc<Endpoint>> {
    let topic = format!("task.{kind}");
    let fits = |endpoint: &&Arc<Endpoint>| {
        let topics = &endpoint.rules.topics;
        !topics.patterns().is_empty() && topics.matches(Some(&topic))
    };
    view.webhooks.iter().find(fits)
}

async fn order(engine: &Engine, view: &ProjectView, task: &Task) -> Result<Sent> {
    let Some(worker) = worker(view, &task.kind) else {
        let error = format!("No worker for type {}", task.kind);
        return Ok(Sent::plain(End::failed(Outcome::Retry, error)));
    };
    let (body, now, id) = (Bytes::from(task.order()), Timestamp::now(), task.word().to_string());
    let mut headers = worker.headers.clone();
    put(&mut headers, X_JOB_ID, &id);
    headers.insert(X_ATTEMPT, HeaderValue::from(task.attempts));
    let signatures = worker.keys.sign(worker.rules.schemes, &id, now.secs(), &body);
    dispatch::put_signatures(&mut headers, &id, now, &signatures);
    Ok(Sent::over_http(Doer::Worker, send(engine, (Method::POST, worker.uri.clone()), headers, body).await))
}

async fn call_back(engine: &Arc<Engine>, view: &ProjectView, task: &Task) -> Result<Sent> {
    let Some(url) = &task.callback else {
        return Ok(Sent::plain(End { outcome: Outcome::Success, result: None, error: None }));
    };
    let (keys, project) = (engine.keys.clone(), view.project.id);
    let secrets = match engine.store.read(move |snap| tasks::secrets(snap, &keys, project)).await? {
        Some((current, previous, _)) => (current, previous),
        None => {
            let engine_ = engine.clone();
            let made = engine.store.write(move |tx| secret::ensure(tx, &engine_, project)).await?;
            (made.current, made.previous)
        }
    };
    let texts: Vec<&str> = std::iter::once(&secrets.0).chain(&secrets.1).map(|secret| secret.expose()).collect();
    let (body, now, id) = (Bytes::from(task.report()), Timestamp::now(), task.report_id());
    let mut headers = directory::request_headers(engine, &CustomHeaders::default());
    put(&mut headers, X_JOB_ID, &task.word().to_string());
    headers.insert(X_ATTEMPT, HeaderValue::from(task.callback_attempts));
    let signatures = SigningKeys::new(&texts).sign(Schemes::default(), &id, now.secs(), &body);
    dispatch::put_signatures(&mut headers, &id, now, &signatures);
    let uri = url.parse().map_err(crate::base::Error::internal)?;
    Ok(Sent::over_http(Doer::Http, send(engine, (Method::POST, uri), headers, body).await))
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

async fn send(engine: &Engine, (method, uri): (Method, Uri), headers: HeaderMap, body: Bytes) -> Exchange {
    let mut request = http::Request::new(Full::new(body));
    (*request.method_mut(), *request.uri_mut(), *request.headers_mut()) = (method, uri, headers);
    engine.outbound.send(request, engine.settings.delivery_timeout).await
}
