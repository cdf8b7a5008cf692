//! What users are told in the application; each notice is written with the change it tells of.

use super::{Engine, live};
use crate::base::Result;
use crate::domain::account::{SessionId, UserId};
use crate::domain::alert::AlertKind;
use crate::domain::anomaly::Found;
use crate::domain::member::Member;
use crate::domain::notification::{Notification, NotificationKind};
use crate::domain::project::{Project, ProjectId};
use crate::store::{Tx, members, notifications};
use serde_json::{Map, Value, json};

/// Someone is invited to a project.
pub(super) fn invited(tx: &Tx<'_>, engine: &Engine, member: &Member, project: &Project) -> Result<()> {
    let notice = Notification {
        id: engine.ids.next(),
        user: member.user,
        kind: NotificationKind::TeamInvite,
        title: "Team invitation".to_owned(),
        message: format!("You are invited to the project \"{}\" as {}.", project.name, member.role.as_str()),
        metadata: json!({"project_id": project.id, "member_id": member.id}).to_string(),
        project: Some(project.id),
        subject: Some(*member.id.as_bytes()),
    };
    put(tx, engine, &notice)
}

/// A project that a user was a member of is gone.
pub(super) fn project_deleted(tx: &Tx<'_>, engine: &Engine, user: UserId, project: &Project) -> Result<()> {
    let notice = Notification {
        id: engine.ids.next(),
        user,
        kind: NotificationKind::ProjectDeleted,
        title: "Project deleted".to_owned(),
        message: format!("The project \"{}\" was deleted by its owner.", project.name),
        metadata: json!({"project_id": project.id}).to_string(),
        project: Some(project.id),
        subject: None,
    };
    put(tx, engine, &notice)
}

/// An operator made a link with which the password of a user can be reset.
pub(super) fn reset_link_made(tx: &Tx<'_>, engine: &Engine, user: UserId) -> Result<()> {
    let text = "An operator made a link with which your password can be reset.";
    let notice = personal(engine, user, NotificationKind::SecurityAnomaly, ("Password reset link", text));
    put(tx, engine, &Notification { metadata: json!({"type": "reset_link"}).to_string(), ..notice })
}

/// A login from a network that the user has not used lately.
pub(super) fn new_login(tx: &Tx<'_>, engine: &Engine, user: UserId, session: SessionId) -> Result<()> {
    let text = "Your account was used from a network not seen before. If this was not you, change your password.";
    let notice = personal(engine, user, NotificationKind::NewLogin, ("New login", text));
    put(tx, engine, &Notification { metadata: json!({"session_id": session}).to_string(), ..notice })
}

/// To an operator: what breach detection found.
pub(super) fn anomalies(tx: &Tx<'_>, engine: &Engine, user: UserId, found: &Found) -> Result<()> {
    let text = found.describe();
    let notice = personal(engine, user, NotificationKind::SecurityAnomaly, ("Security anomaly", &text));
    put(tx, engine, &Notification { metadata: found.metadata().to_string(), ..notice })
}

/// To an operator: something about the server itself needs them.
pub(super) fn system_health(tx: &Tx<'_>, engine: &Engine, user: UserId, told: (&str, &str)) -> Result<()> {
    put(tx, engine, &personal(engine, user, NotificationKind::SystemHealth, told))
}

/// To the owner and the admins of a project: what happened in it; the payload has a `message`.
pub(super) fn alert(
    tx: &Tx<'_>,
    engine: &Engine,
    project: ProjectId,
    kind: AlertKind,
    payload: &Map<String, Value>,
) -> Result<()> {
    let mut metadata = payload.clone();
    let text = metadata.remove("message");
    let text = text.as_ref().and_then(Value::as_str).unwrap_or(kind.title());
    let told = (NotificationKind::Alert(kind), kind.title(), text);
    to_admins(tx, engine, project, told, &Value::Object(metadata))
}

/// To those: an alert did not arrive on a channel, whose word is given with that of the event.
pub(super) fn alert_failed(
    tx: &Tx<'_>,
    engine: &Engine,
    project: ProjectId,
    (channel, event): (&str, &str),
    error: &str,
) -> Result<()> {
    let text = format!("An alert ({event}) did not arrive on the channel {channel}: {error}.");
    let metadata = json!({"channel": channel, "event_type": event, "error": error});
    to_admins(tx, engine, project, (NotificationKind::AlertFailed, "Alert not delivered", &text), &metadata)
}

fn to_admins(
    tx: &Tx<'_>,
    engine: &Engine,
    project: ProjectId,
    (kind, title, text): (NotificationKind, &str, &str),
    metadata: &Value,
) -> Result<()> {
    let metadata = metadata.to_string();
    for user in members::admins(tx, project)? {
        let notice = personal(engine, user, kind, (title, text));
        let notice = Notification { project: Some(project), metadata: metadata.clone(), ..notice };
        put(tx, engine, &notice)?;
    }
    Ok(())
}

fn personal(engine: &Engine, user: UserId, kind: NotificationKind, (title, text): (&str, &str)) -> Notification {
    Notification {
        id: engine.ids.next(),
        user,
        kind,
        title: title.to_owned(),
        message: text.to_owned(),
        metadata: "{}".to_owned(),
        project: None,
        subject: None,
    }
}

/// Stores a notice, and tells its user at once if they look on.
fn put(tx: &Tx<'_>, engine: &Engine, notice: &Notification) -> Result<()> {
    notifications::insert(tx, notice)?;
    live::notified(tx, engine, notice);
    Ok(())
}
