//! What people are told of deliveries, in the write that stores the result.

use crate::base::Result;
use crate::domain::alert::AlertKind;
use crate::domain::circuit::Change;
use crate::domain::dead_letter::DeadLetter;
use crate::domain::project::ProjectId;
use crate::engine::directory::Endpoint;
use crate::engine::{Engine, channels};
use crate::store::Tx;
use serde_json::json;
use std::sync::Arc;

/// The circuit of a webhook changed, after so many failures in a row.
pub(super) fn circuit(
    tx: &Tx<'_>,
    engine: &Arc<Engine>,
    webhook: &Endpoint,
    change: Change,
    failures: u32,
) -> Result<()> {
    let url = &webhook.url;
    let (kind, message) = match change {
        Change::Failing => (AlertKind::WebhookFailing, format!("{failures} attempts in a row failed: {url}")),
        Change::Opened => (AlertKind::CircuitOpen, format!("Deliveries are held back after repeated failures: {url}")),
        Change::Closed => (AlertKind::CircuitClosed, format!("Deliveries go on: {url}")),
    };
    let mut payload = json!({"message": message, "webhook_id": webhook.id, "webhook_url": url});
    if change == Change::Failing {
        payload["consecutive_failures"] = json!(failures);
    }
    channels::raise(tx, engine, webhook.project, (kind, *webhook.id.as_bytes()), &payload)
}

/// A delivery became a dead letter.
pub(super) fn dead_letter(tx: &Tx<'_>, engine: &Arc<Engine>, project: ProjectId, letter: &DeadLetter) -> Result<()> {
    let payload = json!({
        "message": format!("A delivery finally failed: {}", letter.webhook_url),
        "webhook_url": letter.webhook_url,
        "dead_letter_id": letter.id,
        "event_id": letter.event,
    });
    let of = letter.webhook.map_or([0; 16], |webhook| *webhook.as_bytes());
    channels::raise(tx, engine, project, (AlertKind::DlqEntry, of), &payload)
}
