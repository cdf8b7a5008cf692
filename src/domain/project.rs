//! A project: the tenant that everything belongs to, and what its members may set on it.

use super::account::UserId;
use super::allowlist::Allowlist;
use super::retention::{RetentionPatch, RetentionPolicy};
use crate::base::{Error, Id, Json, Kind, Result, Timestamp};

#[derive(Debug)]
pub enum ProjectTag {}
/// Id of a project.
pub type ProjectId = Id<ProjectTag>;

#[derive(Debug)]
pub enum MemberTag {}
/// Id of a user's place in a project.
pub type MemberId = Id<MemberTag>;

/// Largest `settings`, in bytes of compact JSON.
const MAX_SETTINGS: usize = 16 * 1024;

/// The tenant.
#[derive(Debug, Clone)]
pub struct Project {
    pub id: ProjectId,
    pub owner: UserId,
    pub name: String,
    pub active: bool,
    /// A JSON object, as it was given.
    pub settings: String,
    pub retention_days: Option<i64>,
    pub retention: RetentionPolicy,
    /// Limits set by an operator; none = the server's default, 0 = no limit.
    pub api_calls_per_minute: Option<i64>,
    pub events_per_minute: Option<i64>,
    pub updated_at: Timestamp,
}

impl Project {
    pub fn new(id: ProjectId, owner: UserId, name: String) -> Project {
        Project {
            id,
            owner,
            name,
            active: true,
            settings: "{}".to_owned(),
            retention_days: None,
            retention: RetentionPolicy::default(),
            api_calls_per_minute: None,
            events_per_minute: None,
            updated_at: id.time(),
        }
    }

    pub fn status(&self) -> &'static str {
        if self.active { "active" } else { "inactive" }
    }

    /// Where keys of the project may be used from: `settings.allowed_ips`.
    pub fn allowed_ips(&self) -> Result<Allowlist> {
        let settings = Json::parse(&self.settings)?;
        match settings.as_object().and_then(|s| s.get("allowed_ips")) {
            None | Some(Json::Null) => Ok(Allowlist::default()),
            Some(list) => Allowlist::parse("allowed_ips", list),
        }
    }
}

/// What a caller may change; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct ProjectPatch {
    pub name: Option<String>,
    /// Checked by [`check_settings`]; replaces the old ones.
    pub settings: Option<String>,
    pub retention: Option<RetentionPatch>,
}

impl ProjectPatch {
    /// Applies the patch and returns the names of the fields it held.
    pub fn apply(self, project: &mut Project, now: Timestamp) -> Vec<&'static str> {
        let mut changed = Vec::new();
        if let Some(name) = self.name {
            project.name = name;
            changed.push("name");
        }
        if let Some(settings) = self.settings {
            project.settings = settings;
            changed.push("settings");
        }
        if let Some(patch) = self.retention {
            project.retention = project.retention.merge(patch);
            changed.push("retention_policy");
        }
        if !changed.is_empty() {
            project.updated_at = now;
        }
        changed
    }
}

/// The name of a project or of anything in it: 1 to 255 characters after trimming, no control
/// ones. 422.
pub fn check_name(text: &str) -> Result<String> {
    let name = text.trim();
    let message = match name.chars().count() {
        0 => "should be at least 1 character",
        256.. => "should be at most 255 characters",
        _ if name.chars().any(char::is_control) => "must not contain control characters",
        _ => return Ok(name.to_owned()),
    };
    Err(Error::new(Kind::Invalid, format!("Name {message}")).detail("name", message))
}

/// Checks new settings and returns the text to store: an object of at most 16 KB whose
/// `allowed_ips`, if any, is a list of addresses. 422.
pub fn check_settings(json: &Json<'_>) -> Result<String> {
    let members = json.as_object().ok_or_else(|| Error::invalid("settings", "settings must be an object"))?;
    if let Some(list) = members.get("allowed_ips").filter(|list| !list.is_null()) {
        Allowlist::parse("allowed_ips", list)?;
    }
    let text = json.to_text();
    match text.len() <= MAX_SETTINGS {
        true => Ok(text),
        false => Err(Error::invalid("settings", "settings must be at most 16 KB")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    fn settings(text: &str) -> Result<String> {
        check_settings(&Json::parse(text).expect("json"))
    }

    #[test]
    fn settings_are_checked_and_kept_verbatim() {
        let kept = r#"{"z":1.10,"allowed_ips":["10.0.0.0/8"],"a":null}"#;
        assert_eq!(settings(kept).expect("good"), kept);
        assert!(settings(r#"{"allowed_ips":null}"#).is_ok());
        let large = format!(r#"{{"a":"{}"}}"#, "x".repeat(16 * 1024 - 8));
        assert!(settings(&large).is_ok());
        for (text, message) in [
            ("[]", "settings must be an object"),
            (r#""x""#, "settings must be an object"),
            (r#"{"allowed_ips":["nowhere"]}"#, "Invalid IP address: nowhere"),
            (r#"{"allowed_ips":"10.0.0.1"}"#, "allowed_ips must be an array of IP addresses"),
            (&large.replace("xxx", "xxxx"), "settings must be at most 16 KB"),
        ] {
            assert_eq!(settings(text).expect_err(text).message(), message);
        }
    }

    #[test]
    fn patches_say_what_they_touch() {
        let ids = IdSource::default();
        let mut project = Project::new(ids.next(), ids.next(), "One".into());
        let (before, now) = (project.updated_at, Timestamp::from_secs(1));
        assert!(ProjectPatch::default().apply(&mut project, now).is_empty());
        assert_eq!(project.updated_at, before);
        let patch = ProjectPatch {
            name: Some("Two".into()),
            settings: Some(r#"{"allowed_ips":["10.0.0.1"]}"#.into()),
            retention: None,
        };
        assert_eq!(patch.apply(&mut project, now), ["name", "settings"]);
        assert_eq!((project.name.as_str(), project.updated_at), ("Two", now));
        let allowed = project.allowed_ips().expect("list");
        assert!(allowed.allows("10.0.0.1".parse().expect("ip")) && !allowed.allows("10.0.0.2".parse().expect("ip")));
    }

    #[test]
    fn names() {
        assert_eq!(check_name("  Shop ").expect("good"), "Shop");
        for (name, message) in [
            (" ".to_owned(), "Name should be at least 1 character"),
            ("x".repeat(256), "Name should be at most 255 characters"),
            ("a\tb".to_owned(), "Name must not contain control characters"),
        ] {
            assert_eq!(check_name(&name).expect_err("refused").message(), message);
        }
    }
}
