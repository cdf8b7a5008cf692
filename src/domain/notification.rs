//! What a user is told in the application, apart from any page they look at.

use super::account::UserId;
use super::alert::AlertKind;
use super::project::ProjectId;
use crate::base::{Id, Timestamp};

#[derive(Debug)]
pub enum NotificationTag {}
/// Id of a notification.
pub type NotificationId = Id<NotificationTag>;

/// What a notification is about; faces may word it anew by this and the metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotificationKind {
    TeamInvite,
    ProjectDeleted,
    /// To operators: an attack on the server; to a user: something done to their account.
    SecurityAnomaly,
    /// A login from a network not seen before.
    NewLogin,
    /// To operators: the server is not as it should be.
    SystemHealth,
    /// To the owner and the admins of a project: something happened in it.
    Alert(AlertKind),
    /// To those: an alert did not arrive on one of its channels.
    AlertFailed,
}

impl NotificationKind {
    pub fn as_str(self) -> &'static str {
        match self {
            NotificationKind::TeamInvite => "team_invite",
            NotificationKind::ProjectDeleted => "project_deleted",
            NotificationKind::SecurityAnomaly => "security_anomaly",
            NotificationKind::NewLogin => "new_login",
            NotificationKind::SystemHealth => "system_health",
            NotificationKind::Alert(kind) => kind.as_str(),
            NotificationKind::AlertFailed => "alert_failed",
        }
    }
}

/// A message to one user, about to be stored.
#[derive(Debug, Clone)]
pub struct Notification {
    pub id: NotificationId,
    pub user: UserId,
    pub kind: NotificationKind,
    pub title: String,
    pub message: String,
    /// A JSON object without secrets and addresses.
    pub metadata: String,
    pub project: Option<ProjectId>,
    /// The row it is about; it counts as read once that is dealt with.
    pub subject: Option<[u8; 16]>,
}

/// A message as its user is shown it.
#[derive(Debug, Clone)]
pub struct Received {
    pub id: NotificationId,
    /// The word of a [`NotificationKind`].
    pub kind: String,
    pub title: String,
    pub message: String,
    /// A JSON object.
    pub metadata: String,
    pub project: Option<ProjectId>,
    pub read_at: Option<Timestamp>,
}
