//! A user as they are shown to themselves, and to operators without the list of projects.

use crate::base::Timestamp;
use crate::domain::account::{User, UserId};
use crate::domain::profile::{Locale, Place, Profile};
use crate::domain::project::ProjectId;
use schemars::JsonSchema;
use serde::Serialize;

/// All that is shown of a user.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "User")]
pub(in crate::server::v1) struct UserView {
    id: UserId,
    email: String,
    name: Option<String>,
    role: &'static str,
    status: &'static str,
    email_verified: bool,
    email_verified_at: Option<Timestamp>,
    pending_email: Option<String>,
    last_login_at: Option<Timestamp>,
    mfa_enabled: bool,
    mfa_enabled_at: Option<Timestamp>,
    backup_codes_remaining: i64,
    processing_consent: bool,
    restricted_at: Option<Timestamp>,
    restriction_reason: Option<String>,
    default_project_id: Option<ProjectId>,
    last_project_id: Option<ProjectId>,
    locale: Option<&'static str>,
    theme: &'static str,
    inserted_at: Timestamp,
    updated_at: Timestamp,
}

/// The same with the projects the user is in.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OwnUser")]
pub(super) struct OwnView {
    #[serde(flatten)]
    user: UserView,
    projects: Vec<PlaceView>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OwnProject")]
struct PlaceView {
    id: ProjectId,
    name: String,
    role: &'static str,
    is_default: bool,
}

impl UserView {
    /// The view, and the projects that were not taken into it.
    pub(in crate::server::v1) fn of(profile: Profile) -> (UserView, Vec<Place>) {
        let Profile {
            user,
            pending_email,
            backup_codes_left,
            restriction_reason,
            locale,
            theme,
            last_project,
            projects,
        } = profile;
        let status = user.status();
        let User { id, email, name, role, email_verified_at, last_login_at, default_project, updated_at, .. } = user;
        let view = UserView {
            id,
            email,
            name,
            role: role.as_str(),
            status,
            email_verified: email_verified_at.is_some(),
            email_verified_at,
            pending_email,
            last_login_at,
            mfa_enabled: user.mfa_enabled_at.is_some(),
            mfa_enabled_at: user.mfa_enabled_at,
            backup_codes_remaining: backup_codes_left,
            processing_consent: user.processing_consent,
            restricted_at: user.restricted_at,
            restriction_reason,
            default_project_id: default_project,
            last_project_id: last_project,
            locale: locale.map(Locale::as_str),
            theme: theme.as_str(),
            inserted_at: id.time(),
            updated_at,
        };
        (view, projects)
    }
}

impl OwnView {
    pub(super) fn of(profile: Profile) -> OwnView {
        let default = profile.user.default_project;
        let (user, projects) = UserView::of(profile);
        let place = |place: Place| PlaceView {
            id: place.id,
            name: place.name,
            role: place.role.as_str(),
            is_default: default == Some(place.id),
        };
        OwnView { user, projects: projects.into_iter().map(place).collect() }
    }
}
