//! What users are told in the application; each notice is written with the change it tells of.

use super::Engine;
use crate::base::Result;
use crate::domain::account::UserId;
use crate::domain::member::Member;
use crate::domain::notification::{Notification, NotificationKind};
use crate::domain::project::Project;
use crate::store::{Tx, notifications};
use serde_json::json;

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
    notifications::insert(tx, &notice)
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
    notifications::insert(tx, &notice)
}
