//! A project: the tenant that everything belongs to, and what its members may set on it.

use super::account::UserId;
use super::allowlist::Allowlist;
use super::retention::{RetentionPatch, RetentionPolicy};
use crate::base::fields::Fields;
use crate::base::{Error, Id, Json, Kind, Result, Timestamp};

#[derive(Debug)]
pub enum ProjectTag {}
/// Id of a project.
pub type ProjectId = Id<ProjectTag>;

/// The name of a project that was given none.
const UNNAMED: &str = "New Project";
/// Largest settings, in bytes of compact JSON.
const MAX_SETTINGS: usize = 16 * 1024;

/// A free-form object of the project's members, and the part of it that the server obeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    text: String,
    allowed_ips: Allowlist,
}

impl Settings {
    /// Checks new settings: an object of at most 16 KB whose `allowed_ips`, if any, is a list of
    /// addresses. 422.
    pub fn parse(json: &Json<'_>) -> Result<Settings> {
        let members = json.as_object().ok_or_else(|| Error::invalid("settings", "settings must be an object"))?;
        let allowed_ips = match members.get("allowed_ips") {
            None | Some(Json::Null) => Allowlist::default(),
            Some(list) => Allowlist::parse("allowed_ips", list)?,
        };
        let text = json.to_text();
        match text.len() <= MAX_SETTINGS {
            true => Ok(Settings { text, allowed_ips }),
            false => Err(Error::invalid("settings", "settings must be at most 16 KB")),
        }
    }

    /// The JSON as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { text: "{}".to_owned(), allowed_ips: Allowlist::default() }
    }
}

/// The tenant.
#[derive(Debug, Clone)]
pub struct Project {
    pub id: ProjectId,
    pub owner: UserId,
    pub name: String,
    pub active: bool,
    pub settings: Settings,
    pub retention_days: Option<i64>,
    pub retention: RetentionPolicy,
    /// Set by an operator; none = the server's default, 0 = no limit.
    pub rate_limit_api_calls_per_minute: Option<u32>,
    /// Set by an operator; 0 = no limit.
    pub rate_limit_events_per_minute: u32,
    pub updated_at: Timestamp,
}

impl Project {
    pub fn new(id: ProjectId, owner: UserId, name: String) -> Project {
        Project {
            id,
            owner,
            name,
            active: true,
            settings: Settings::default(),
            retention_days: None,
            retention: RetentionPolicy::default(),
            rate_limit_api_calls_per_minute: None,
            rate_limit_events_per_minute: 0,
            updated_at: id.time(),
        }
    }

    pub fn status(&self) -> &'static str {
        if self.active { "active" } else { "inactive" }
    }

    /// Where keys of the project may be used from: `settings.allowed_ips`.
    pub fn allowed_ips(&self) -> Allowlist {
        self.settings.allowed_ips.clone()
    }
}

/// What a user starts a project with.
#[derive(Debug, Clone)]
pub struct NewProject {
    pub name: String,
    pub settings: Settings,
}

impl NewProject {
    /// Reads the members a caller may send. 422.
    pub fn read(fields: Fields<'_>) -> Result<NewProject> {
        Ok(NewProject {
            name: fields.opt_str("name")?.map_or_else(|| Ok(UNNAMED.to_owned()), check_name)?,
            settings: fields.get("settings").map(Settings::parse).transpose()?.unwrap_or_default(),
        })
    }
}

/// What a caller may change; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct ProjectPatch {
    pub name: Option<String>,
    /// Replaces the old ones.
    pub settings: Option<Settings>,
    pub retention: Option<RetentionPatch>,
}

impl ProjectPatch {
    /// Reads the members a caller may send. 422.
    pub fn read(fields: Fields<'_>) -> Result<ProjectPatch> {
        Ok(ProjectPatch {
            name: fields.opt_str("name")?.map(check_name).transpose()?,
            settings: fields.get("settings").map(Settings::parse).transpose()?,
            retention: fields.opt_object("retention_policy")?.map(RetentionPatch::parse).transpose()?,
        })
    }

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

/// What an operator of the server may change; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct OperatorPatch {
    /// An inner `None` gives the project the server's default again.
    pub calls: Option<Option<u32>>,
    pub events: Option<u32>,
    pub active: Option<bool>,
}

impl OperatorPatch {
    /// Reads the members an operator may send. 422.
    pub fn read(fields: Fields<'_>) -> Result<OperatorPatch> {
        const CALLS: &str = "rate_limit_api_calls_per_minute";
        let limit = |name| Ok::<_, Error>(fields.opt_int(name, 0..=i64::from(u32::MAX))?.map(|n| n as u32));
        Ok(OperatorPatch {
            calls: if fields.is_null(CALLS) { Some(None) } else { limit(CALLS)?.map(Some) },
            events: limit("rate_limit_events_per_minute")?,
            active: match fields.opt_str("status")? {
                None => None,
                Some("active") => Some(true),
                Some("inactive") => Some(false),
                Some(_) => return Err(Error::invalid("status", "status must be active or inactive")),
            },
        })
    }

    /// Applies the patch and returns the names of the fields that are different now.
    pub fn apply(self, project: &mut Project, now: Timestamp) -> Vec<&'static str> {
        let mut changed = Vec::new();
        if let Some(calls) = self.calls.filter(|calls| *calls != project.rate_limit_api_calls_per_minute) {
            project.rate_limit_api_calls_per_minute = calls;
            changed.push("rate_limit_api_calls_per_minute");
        }
        if let Some(events) = self.events.filter(|events| *events != project.rate_limit_events_per_minute) {
            project.rate_limit_events_per_minute = events;
            changed.push("rate_limit_events_per_minute");
        }
        if let Some(active) = self.active.filter(|active| *active != project.active) {
            project.active = active;
            changed.push("status");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::IdSource;

    fn settings(text: &str) -> Result<Settings> {
        Settings::parse(&Json::parse(text).expect("json"))
    }

    #[test]
    fn settings_are_checked_and_kept_verbatim() {
        let kept = r#"{"z":1.10,"allowed_ips":["10.0.0.0/8"],"a":null}"#;
        assert_eq!(settings(kept).expect("good").text(), kept);
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
        let given = settings(r#"{"allowed_ips":["10.0.0.1"]}"#).expect("good");
        let patch = ProjectPatch { name: Some("Two".into()), settings: Some(given), retention: None };
        assert_eq!(patch.apply(&mut project, now), ["name", "settings"]);
        assert_eq!((project.name.as_str(), project.updated_at), ("Two", now));
        let allowed = project.allowed_ips();
        assert!(allowed.allows("10.0.0.1".parse().expect("ip")) && !allowed.allows("10.0.0.2".parse().expect("ip")));
    }

    #[test]
    fn operators_set_limits_and_status() {
        let ids = IdSource::default();
        let mut project = Project::new(ids.next(), ids.next(), "One".into());
        let mut apply = |text: &str| {
            let json = Json::parse(text).expect("json");
            let patch = OperatorPatch::read(Fields(json.as_object().expect("object")));
            patch.map(|patch| patch.apply(&mut project, Timestamp::from_secs(1)))
        };
        let (calls, events) = ("rate_limit_api_calls_per_minute", "rate_limit_events_per_minute");
        for (text, changed) in [
            ("{}", &[][..]),
            (r#"{"rate_limit_api_calls_per_minute":5,"name":"x"}"#, &[calls]),
            (r#"{"rate_limit_api_calls_per_minute":5,"rate_limit_events_per_minute":0}"#, &[]),
            (r#"{"rate_limit_api_calls_per_minute":null,"status":"inactive"}"#, &[calls, "status"]),
            (r#"{"rate_limit_events_per_minute":7,"status":"inactive"}"#, &[events]),
            (r#"{"status":"active"}"#, &["status"]),
        ] {
            assert_eq!(apply(text).expect(text), changed, "{text}");
        }
        for (text, message) in [
            (r#"{"status":"gone"}"#, "status must be active or inactive"),
            (r#"{"rate_limit_events_per_minute":-1}"#, "rate_limit_events_per_minute must be between 0 and 4294967295"),
        ] {
            assert_eq!(apply(text).expect_err(text).message(), message);
        }
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
