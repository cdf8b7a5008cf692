//! One alert to one channel, now. Whether it may, and what comes of it, is decided elsewhere.

use crate::base::{Result, Timestamp};
use crate::domain::alert::wire::{Message, signature};
use crate::domain::alert::{AlertId, PATIENCE};
use crate::domain::attempt::Answer;
use crate::domain::channel::{Channel, Medium};
use crate::domain::project::{Project, ProjectId};
use crate::engine::{Engine, mail};
use crate::store::{Tx, channels};
use bytes::Bytes;
use http::Request;
use http::header::{CONTENT_TYPE, USER_AGENT};
use http_body_util::Full;
use serde_json::{Map, Value};
use std::sync::Arc;
use std::time::Instant;

/// What came of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub medium: Medium,
    /// The status of the answer; none for letters, and when no answer came.
    pub status: Option<u16>,
    pub latency_ms: u64,
    /// Why it did not arrive.
    pub error: Option<String>,
}

impl Sent {
    /// Writes down what came of it.
    pub(super) fn note(&self, tx: &Tx<'_>, project: ProjectId, now: Timestamp) -> Result<()> {
        match &self.error {
            None => channels::arrived(tx, project, self.medium, now),
            Some(error) => channels::failed(tx, project, self.medium, error),
        }
    }
}

/// An alert in the name of a project.
pub(super) fn message(engine: &Engine, project: &Project, event: &str, payload: Map<String, Value>) -> Message {
    Message {
        event: event.to_owned(),
        payload,
        project: project.id,
        name: project.name.clone(),
        at: Timestamp::now(),
        product: engine.settings.instance_name.0.clone(),
        site: engine.settings.public_url.clone(),
    }
}

/// Sends it, within [`PATIENCE`].
pub(super) async fn send(engine: &Arc<Engine>, channel: &Channel, id: AlertId, message: &Message) -> Sent {
    let started = Instant::now();
    let value = channel.value.as_deref().unwrap_or_default();
    let result = match channel.medium {
        Medium::Email => letter(engine, value, message).await.map(|()| None),
        _ => post(engine, channel, value, id, message).await,
    };
    let latency_ms = started.elapsed().as_millis() as u64;
    let (status, error) = match result {
        Ok(status) => (status, None),
        Err((status, error)) => (status, Some(error)),
    };
    Sent { medium: channel.medium, status, latency_ms, error }
}

type Failed = (Option<u16>, String);

async fn letter(engine: &Arc<Engine>, to: &str, message: &Message) -> Result<(), Failed> {
    if !engine.mail.is_configured() {
        return Err((None, "Email is not configured on this server".to_owned()));
    }
    let sent = tokio::time::timeout(PATIENCE, mail::send_alert(engine, to, message.letter())).await;
    sent.unwrap_or_else(|_| Err("timeout".to_owned())).map_err(|why| (None, why))
}

async fn post(
    engine: &Arc<Engine>,
    channel: &Channel,
    url: &str,
    id: AlertId,
    message: &Message,
) -> Result<Option<u16>, Failed> {
    let body = match channel.medium {
        Medium::Slack => message.slack(),
        Medium::Discord => message.discord(),
        Medium::Email | Medium::MetaWebhook => message.meta(),
    };
    let mut request = Request::post(url)
        .header(CONTENT_TYPE, "application/json")
        .header(USER_AGENT, engine.settings.user_agent.as_str());
    if channel.medium == Medium::MetaWebhook {
        request =
            request.header("x-jobcelis-alert", message.event.as_str()).header("x-jobcelis-alert-id", id.to_string());
        if let Some(secret) = &channel.secret {
            request = request.header("x-signature", signature(secret, body.as_bytes()));
        }
    }
    let request = request.body(Full::new(Bytes::from(body))).map_err(|e| (None, e.to_string()))?;
    match engine.outbound.send(request, PATIENCE).await.result {
        Ok(received) => {
            let answer = Answer::Status { code: received.status, retry_after: None };
            answer.error().map_or(Ok(Some(received.status)), |error| Err((Some(received.status), error.to_string())))
        }
        Err(failure) => Err((None, failure.text().into_owned())),
    }
}
