//! What users who look on are told at once, beside events and deliveries: it is stored elsewhere or
//! not at all, so whoever misses it reads that instead. Told after the commit, and made only if
//! somebody listens.

use super::Engine;
use crate::domain::notification::Notification;
use crate::domain::project::ProjectId;
use crate::domain::replay::Replay;
use crate::domain::sandbox::Capture;
use crate::domain::stream::{Kind, Message};
use crate::store::Tx;
use serde_json::{Value, json};

/// A user was told something in the application.
pub(super) fn notified(tx: &Tx<'_>, engine: &Engine, of: &Notification) {
    if !engine.bus.has_user(of.user) {
        return;
    }
    let data = json!({
        "id": of.id,
        "type": of.kind.as_str(),
        "title": of.title,
        "message": of.message,
        "metadata": serde_json::from_str::<Value>(&of.metadata).unwrap_or_default(),
        "project_id": of.project,
        "read": false,
        "read_at": null,
        "inserted_at": of.id.time(),
    });
    let (bus, user) = (engine.bus.clone(), of.user);
    let message = Message::note(Kind::Notified, Some(user), &data.to_string());
    tx.after_commit(move || bus.publish_to(user, message));
}

/// A replay came further, or to its end.
pub(super) fn replayed(tx: &Tx<'_>, engine: &Engine, project: ProjectId, of: &Replay) {
    note(tx, engine, project, Kind::Replayed, || {
        json!({
            "id": of.id,
            "status": of.status.as_str(),
            "processed_events": of.processed_events,
            "total_events": of.total_events,
        })
    });
}

/// A sandbox endpoint took a request in. Who sent it, and what, is read from there.
pub(super) fn captured(tx: &Tx<'_>, engine: &Engine, project: ProjectId, of: &Capture) {
    note(tx, engine, project, Kind::Captured, || {
        json!({
            "endpoint_id": of.endpoint,
            "id": of.id,
            "method": of.method,
            "path": of.path,
            "size_bytes": of.body.len(),
            "inserted_at": of.id.time(),
        })
    });
}

/// To all users who read the stream of a project.
fn note(tx: &Tx<'_>, engine: &Engine, project: ProjectId, kind: Kind, data: impl FnOnce() -> Value) {
    if engine.bus.has_listeners(project) {
        let (bus, message) = (engine.bus.clone(), Message::note(kind, None, &data().to_string()));
        tx.after_commit(move || bus.publish(project, message));
    }
}
