//! The test call of a webhook: one real, signed request outside of every queue, limit and circuit.

use super::attempt::Send;
use crate::base::json::write_string;
use crate::base::{Id, Result, Timestamp};
use crate::domain::project::ProjectId;
use crate::engine::Engine;
use crate::engine::directory::Endpoint;
use crate::store::webhooks::Stored;
use bytes::Bytes;
use std::sync::Arc;
use std::time::Duration;

const TOPIC: &str = "webhook.test";
const TIMEOUT: Duration = Duration::from_secs(10);

/// What came of a test call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// `None` when no answer came.
    pub status: Option<u16>,
    pub latency_ms: u64,
    /// Why no answer came.
    pub error: Option<String>,
}

enum Call {}

/// Calls a webhook now, whatever its status.
pub async fn send_test(engine: &Arc<Engine>, project: ProjectId, stored: Stored) -> Result<Trial> {
    let endpoint = Endpoint::open(engine, project, stored.webhook, &stored.secrets)?;
    let now = Timestamp::now();
    let ids: (Id<Call>, Id<Call>) = (engine.ids.next(), engine.ids.next());
    let (event, delivery) = (ids.0.to_string(), ids.1.to_string());
    let mut body = String::from("{\"type\":\"webhook.test\",\"topic\":\"webhook.test\",\"event_id\":");
    write_string(&mut body, &event);
    body.push_str(",\"message\":\"Test event\",\"timestamp\":\"");
    now.write_to(&mut body);
    body.push_str("\",\"occurred_at\":\"");
    now.write_to(&mut body);
    body.push_str("\"}");
    let send = Send { endpoint: &endpoint, id: &event, delivery: &delivery, attempt: 1, correlation: None };
    let (request, _) = send.request(Some(TOPIC), now, Bytes::from(body));
    let exchange = engine.outbound.send(request, TIMEOUT).await;
    let latency_ms = exchange.latency.as_millis() as u64;
    Ok(match exchange.result {
        Ok(received) => Trial { status: Some(received.status), latency_ms, error: None },
        Err(failure) => Trial { status: None, latency_ms, error: Some(failure.text().into_owned()) },
    })
}
