//! What letters tell, and for how long that is worth telling.

use crate::base::{Timestamp, crypto};
use std::fmt;
use std::time::Duration;

/// How long a letter is tried, unless it is of no use sooner.
const PATIENCE: Duration = Duration::from_secs(24 * 3600);

/// What a letter tells.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::engine) enum Letter {
    /// The way to a new password; good until that time.
    ResetPassword { url: String, until: Timestamp },
    /// The way to confirm the address of the account.
    ConfirmEmail { url: String, until: Timestamp },
    /// To the new address: the way to confirm that it takes the place of the present one.
    ConfirmChange { url: String, until: Timestamp },
    /// To the present address: another one is to take its place.
    ChangeRequested,
    /// An operator made a link with which the password can be reset.
    ResetLinkMade,
    /// The password was changed or reset.
    PasswordChanged,
    /// Multi-factor login was switched off.
    MfaDisabled,
    /// A login from a network not seen before.
    NewLogin,
    /// Someone is invited to the project of this name, in this role.
    Invited { project: String, role: String },
    /// To operators: the breach detection found something of this severity.
    Anomaly { severity: String, types: Vec<String> },
}

impl Letter {
    /// One word for what it tells.
    pub(super) fn purpose(&self) -> &'static str {
        match self {
            Letter::ResetPassword { .. } => "reset_password",
            Letter::ConfirmEmail { .. } => "confirm_email",
            Letter::ConfirmChange { .. } => "confirm_change",
            Letter::ChangeRequested => "change_requested",
            Letter::ResetLinkMade => "reset_link_made",
            Letter::PasswordChanged => "password_changed",
            Letter::MfaDisabled => "mfa_disabled",
            Letter::NewLogin => "new_login",
            Letter::Invited { .. } => "invited",
            Letter::Anomaly { .. } => "anomaly",
        }
    }

    /// What tells letters of one purpose apart: two invitations are two letters.
    pub(super) fn subject(&self) -> Vec<u8> {
        let about = match self {
            Letter::Invited { project, .. } => project.clone(),
            Letter::Anomaly { severity, types } => format!("{severity} {}", types.join(" ")),
            _ => return Vec::new(),
        };
        crypto::sha256(about.as_bytes())[..16].to_vec()
    }

    /// When it is of no use any more.
    pub(super) fn expires_at(&self, now: Timestamp) -> Timestamp {
        let patience = now.plus(PATIENCE);
        match self {
            Letter::ResetPassword { until, .. }
            | Letter::ConfirmEmail { until, .. }
            | Letter::ConfirmChange { until, .. } => patience.min(*until),
            _ => patience,
        }
    }
}

impl fmt::Debug for Letter {
    /// Without its link, which is a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({})", self.purpose())
    }
}
