//! A user's own account as they see it: what they prefer and what they may change themselves.

use super::access::Role;
use super::account::User;
use super::project::{ProjectId, check_name};
use crate::base::fields::Fields;
use crate::base::{Error, Result};

/// Enums of words that a user chooses from.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident $field:literal { $($variant:ident = $word:literal),+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// 422 for any other word.
            pub fn parse(word: &str) -> Result<$name> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => {
                        let words = [$($word),+].join(", ");
                        Err(Error::invalid($field, format!("{} must be one of {words}", $field)))
                    }
                }
            }
        }
    };
}

choice!(
    /// The language of pages and mails.
    Locale "locale" { En = "en", Es = "es" }
);

choice!(
    /// The colours of the pages.
    Theme "theme" { Light = "light", Dark = "dark", System = "system" }
);

/// A project of a user, in short.
#[derive(Debug, Clone)]
pub struct Place {
    pub id: ProjectId,
    pub name: String,
    pub role: Role,
}

/// A user with all that only they are shown.
#[derive(Debug, Clone)]
pub struct Profile {
    pub user: User,
    /// The address they want to have, not confirmed yet.
    pub pending_email: Option<String>,
    pub backup_codes_left: i64,
    pub restriction_reason: Option<String>,
    /// None while the user has not chosen.
    pub locale: Option<Locale>,
    pub theme: Theme,
    /// The project shown last; none when it is no longer theirs.
    pub last_project: Option<ProjectId>,
    /// The active projects they are in, newest first.
    pub projects: Vec<Place>,
}

/// What a user may change; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct ProfilePatch {
    pub name: Option<String>,
    pub locale: Option<Locale>,
    pub theme: Option<Theme>,
    pub default_project: Option<ProjectId>,
    pub last_project: Option<ProjectId>,
}

impl ProfilePatch {
    /// Reads the members a caller may send. 422; 404 for what cannot be a project.
    pub fn read(fields: Fields<'_>) -> Result<ProfilePatch> {
        Ok(ProfilePatch {
            name: fields.opt_str("name")?.map(check_name).transpose()?,
            locale: fields.opt_str("locale")?.map(Locale::parse).transpose()?,
            theme: fields.opt_str("theme")?.map(Theme::parse).transpose()?,
            default_project: fields.opt_str("default_project_id")?.map(project).transpose()?,
            last_project: fields.opt_str("last_project_id")?.map(project).transpose()?,
        })
    }

    /// Only the project shown last. 400 when it is missing.
    pub fn read_last_project(fields: Fields<'_>) -> Result<ProfilePatch> {
        let last_project = Some(project(fields.required_str("project_id")?)?);
        Ok(ProfilePatch { last_project, ..ProfilePatch::default() })
    }
}

fn project(text: &str) -> Result<ProjectId> {
    ProjectId::parse(text).ok_or_else(|| Error::not_found("Project"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Json, Kind};

    fn read(text: &str) -> Result<ProfilePatch> {
        let json = Json::parse(text).expect("json");
        ProfilePatch::read(Fields(json.as_object().expect("object")))
    }

    #[test]
    fn changes_are_read() {
        let id = "0199b5a0-1111-7000-8000-000000000001";
        let patch =
            read(&format!(r#"{{"name":" Ana ","locale":"es","theme":"dark","default_project_id":"{id}","x":1}}"#));
        let patch = patch.expect("good");
        assert_eq!(
            (patch.name.as_deref(), patch.locale, patch.theme),
            (Some("Ana"), Some(Locale::Es), Some(Theme::Dark))
        );
        assert_eq!((patch.default_project, patch.last_project), (ProjectId::parse(id), None));
        let nothing = read(r#"{"name":null,"locale":null,"theme":null}"#).expect("nothing");
        assert!(nothing.name.is_none() && nothing.locale.is_none() && nothing.theme.is_none());
    }

    #[test]
    fn bad_values_are_refused() {
        for (text, kind, message) in [
            (r#"{"name":"  "}"#, Kind::Invalid, "Name should be at least 1 character"),
            (r#"{"name":5}"#, Kind::Invalid, "name must be a string"),
            (r#"{"locale":"de"}"#, Kind::Invalid, "locale must be one of en, es"),
            (r#"{"locale":""}"#, Kind::Invalid, "locale must be one of en, es"),
            (r#"{"theme":"Dark"}"#, Kind::Invalid, "theme must be one of light, dark, system"),
            (r#"{"last_project_id":"x"}"#, Kind::NotFound, "Project not found"),
            (r#"{"default_project_id":7}"#, Kind::Invalid, "default_project_id must be a string"),
        ] {
            let error = read(text).expect_err(text);
            assert_eq!((error.kind(), error.message()), (kind, message), "{text}");
        }
    }
}
