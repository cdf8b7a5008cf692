//! One send: build the body, sign it, post it, and hand the result to settling. A finished
//! attempt goes on with the next delivery that its lane may start.

use super::job::{Job, Slot};
use super::lanes::Action;
use super::settle::{self, Attempted};
use super::{claim, perform};
use crate::base::Timestamp;
use crate::domain::attempt::{Answer, kept_body, kept_headers};
use crate::domain::retry;
use crate::domain::signing::Signatures;
use crate::domain::topic;
use crate::domain::transform::{BodyConfig, EventParts};
use crate::engine::Engine;
use crate::engine::directory::Endpoint;
use crate::engine::outbound::{Exchange, Received};
use bytes::Bytes;
use futures_util::FutureExt;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use http_body_util::Full;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

const X_EVENT_ID: HeaderName = HeaderName::from_static("x-event-id");
const X_DELIVERY_ID: HeaderName = HeaderName::from_static("x-delivery-id");
const X_ATTEMPT: HeaderName = HeaderName::from_static("x-attempt");
const X_TOPIC: HeaderName = HeaderName::from_static("x-topic");
const X_CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");
const X_SIGNATURE: HeaderName = HeaderName::from_static("x-signature");
const X_SIGNATURE_PREVIOUS: HeaderName = HeaderName::from_static("x-signature-previous");
const X_SIGNING_SIGNATURE: HeaderName = HeaderName::from_static("x-signing-signature");
const WEBHOOK_ID: HeaderName = HeaderName::from_static("webhook-id");
const WEBHOOK_TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
const WEBHOOK_SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// How long deliveries that cannot be attempted now rest before they are looked at again.
const RECHECK: Duration = Duration::from_secs(30);
/// The same while the lanes are about to be told that a project is held, or no longer.
const RETOLD: Duration = Duration::from_secs(1);

/// Runs deliveries of one lane, one after the other, for as long as it has work for this task.
pub(super) async fn run(engine: Arc<Engine>, first: Job) {
    let mut next = Some(first);
    while let Some(job) = next {
        let (project, id, slot) = (job.event.project, job.id, job.slot());
        let actions = match AssertUnwindSafe(deliver(&engine, job)).catch_unwind().await {
            Ok(actions) => actions,
            Err(_) => {
                // A fault of ours must not cost the delivery, nor the lane its slot.
                tracing::error!(delivery = %id, "an attempt panicked; the delivery is made again");
                engine.tasks.spawn(claim::release(
                    engine.clone(),
                    project,
                    slot.webhook,
                    vec![id],
                    Some(Timestamp::now().plus(RECHECK)),
                ));
                returned(&engine, slot)
            }
        };
        let mut rest = Vec::new();
        next = None;
        for action in actions {
            match action {
                Action::Start(job) if next.is_none() => next = Some(job),
                other => rest.push(other),
            }
        }
        perform(&engine, rest);
    }
}

/// Makes one attempt and returns what its end lets happen.
async fn deliver(engine: &Arc<Engine>, job: Job) -> Vec<Action> {
    let project = job.event.project;
    let view = match engine.project(project).await {
        Ok(view) if !view.held => view,
        Ok(_) => return give_back(engine, job, RETOLD),
        Err(_) => return give_back(engine, job, RECHECK),
    };
    let Some(endpoint) = view.webhook(job.webhook).filter(|_| view.project.active) else {
        let webhook = job.webhook;
        let actions = abandon(engine, &job);
        claim::end_rows(engine, project, webhook).await;
        return actions;
    };
    let started = Timestamp::now();
    let (body, follows) = body(endpoint, &job);
    let send = Send {
        endpoint,
        id: &job.event.id.to_string(),
        delivery: &job.id.to_string(),
        attempt: job.attempts + 1,
        correlation: job.event.correlation_id.as_deref().filter(|_| job.batch.is_none()),
    };
    let topic = job.event.topic.as_deref().filter(|_| job.batch.is_none());
    let (request, signatures) = send.request(topic, started, body.clone());
    let exchange = engine.outbound.send(request, engine.settings.delivery_timeout).await;
    let answer = answer(&exchange, started);
    let request_body = if follows { None } else { Some(kept_body(&body)) };
    let request_headers = endpoint.kept_headers(&signatures);
    let (endpoint, logged) = (endpoint.clone(), view.logs);
    let done = Attempted { job, endpoint, answer, started, exchange, request_headers, request_body, logged };
    settle::finish(engine, done)
}

/// The project is held or cannot be read: back to the table, no attempt used. Unless its lanes
/// know that it is held, the delivery rests for `pause`.
fn give_back(engine: &Arc<Engine>, job: Job, pause: Duration) -> Vec<Action> {
    let mut actions = returned(engine, job.slot());
    let (project, ids) = (job.event.project, vec![job.id]);
    let known = engine.dispatch.0.lanes().is_held(project);
    let due_at = (!known).then(|| Timestamp::now().plus(pause));
    actions.push(Action::Release { project, webhook: job.webhook, ids, due_at });
    actions
}

/// The webhook is inactive: its rows are ended, this one with them.
fn abandon(engine: &Arc<Engine>, job: &Job) -> Vec<Action> {
    engine.dispatch.drop_webhook(job.webhook, engine.ids.next());
    returned(engine, job.slot())
}

/// Frees the slot of an attempt that was not made.
fn returned(engine: &Arc<Engine>, slot: Slot) -> Vec<Action> {
    let (shared, mut actions) = (&engine.dispatch.0, Vec::new());
    shared.lanes().returned(slot, Timestamp::now(), &mut actions);
    // It may have been the last one that a shutdown waits for, and there is no result to tell.
    shared.results.look();
    actions
}

/// The body, and whether it follows from what is stored anyway. Webhooks without a body
/// configuration share one body per event.
fn body(endpoint: &Endpoint, job: &Job) -> (Bytes, bool) {
    let id = job.event.id.to_string();
    let parts = EventParts {
        id: &id,
        topic: job.event.topic.as_deref(),
        occurred_at: job.event.occurred_at(),
        nested: job.event.nested,
    };
    let build =
        |config: &BodyConfig, payload: &str| config.build(&parts, payload).unwrap_or_else(|_| payload.to_owned());
    match &job.override_payload {
        None if endpoint.plain_body => {
            (job.event.plain_body(|event| build(&BodyConfig::default(), &event.payload)), true)
        }
        None => (Bytes::from(build(&endpoint.rules.body, &job.event.payload)), false),
        Some(payload) if job.batch.is_some() => (Bytes::from(payload.clone()), false),
        Some(payload) => (Bytes::from(build(&endpoint.rules.body, payload)), endpoint.plain_body),
    }
}

fn answer(exchange: &Exchange, now: Timestamp) -> Answer {
    match &exchange.result {
        Ok(Received { status, headers, .. }) => {
            let wait = headers.get(RETRY_AFTER).and_then(|v| v.to_str().ok());
            Answer::Status { code: *status, retry_after: wait.and_then(|v| retry::retry_after(v, now)) }
        }
        Err(failure) => Answer::Nothing(failure.clone()),
    }
}

/// What a request to a receiver says besides its body.
pub(in crate::engine) struct Send<'a> {
    pub endpoint: &'a Endpoint,
    /// The event's id.
    pub id: &'a str,
    pub delivery: &'a str,
    pub attempt: u32,
    /// What the sender of the event calls the matter it belongs to.
    pub correlation: Option<&'a str>,
}

impl Send<'_> {
    /// The request, signed for this second, and its signatures.
    pub fn request(&self, topic: Option<&str>, now: Timestamp, body: Bytes) -> (Request<Full<Bytes>>, Signatures) {
        let endpoint = self.endpoint;
        let signatures = endpoint.keys.sign(endpoint.rules.schemes, self.id, now.secs(), &body);
        let mut headers = endpoint.headers.clone();
        headers.reserve(10);
        let mut set = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        set(X_EVENT_ID, self.id);
        set(X_DELIVERY_ID, self.delivery);
        if let Some(topic) = topic {
            set(X_TOPIC, &topic::header_value(topic));
        }
        if let Some(correlation) = self.correlation {
            set(X_CORRELATION_ID, correlation);
        }
        headers.insert(X_ATTEMPT, HeaderValue::from(self.attempt));
        put_signatures(&mut headers, self.id, now, &signatures);
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = endpoint.uri.clone();
        *request.headers_mut() = headers;
        (request, signatures)
    }
}

/// Adds the signatures of a request and what they cover beside its body.
pub(in crate::engine) fn put_signatures(headers: &mut HeaderMap, id: &str, now: Timestamp, signatures: &Signatures) {
    headers.insert(WEBHOOK_TIMESTAMP, HeaderValue::from(now.secs()));
    for (name, value) in [
        (WEBHOOK_ID, Some(id)),
        (X_SIGNATURE, signatures.current.as_deref()),
        (X_SIGNATURE_PREVIOUS, signatures.previous.as_deref()),
        (WEBHOOK_SIGNATURE, signatures.standard.as_deref()),
        (X_SIGNING_SIGNATURE, signatures.portal.as_deref()),
    ] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
            headers.insert(name, value);
        }
    }
}

/// The kept parts of a response: headers as JSON, body as text.
pub(super) fn kept_response(received: &Received) -> (String, String) {
    let headers = received.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    (kept_headers(headers), kept_body(&received.body))
}
