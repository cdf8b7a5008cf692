//! An entry of the audit log: who did what to which thing, and what a reader may ask for. Entries
//! are added and removed, never changed, and hold no secret, token, address or payload.

use super::account::UserId;
use super::project::ProjectId;
use super::query::Period;
use crate::base::Id;

/// The action of the entry that every accepted event has, unless it came in a batch.
pub const EVENT_CREATED: &str = "event.created";

/// What stands for the address and the browser of someone who was erased.
pub const REDACTED: &str = "[redacted]";

#[derive(Debug)]
pub enum AuditTag {}
/// Id of an audit entry.
pub type AuditId = Id<AuditTag>;

/// What sort of caller acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorType {
    User,
    ApiKey,
    EmbedToken,
    System,
}

impl ActorType {
    pub fn as_str(self) -> &'static str {
        match self {
            ActorType::User => "user",
            ActorType::ApiKey => "api_key",
            ActorType::EmbedToken => "embed_token",
            ActorType::System => "system",
        }
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    pub id: AuditId,
    /// None for what concerns a user or the server, not a project.
    pub project: Option<ProjectId>,
    /// For a key the owner of its project.
    pub user: Option<UserId>,
    /// A word of [`ActorType`].
    pub actor_type: String,
    /// `noun.verb`, e.g. `webhook.created`.
    pub action: String,
    pub resource_type: String,
    pub resource_id: Option<String>,
    /// A JSON object.
    pub metadata: String,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
}

/// One action, or all that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionFilter {
    Is(String),
    StartsWith(String),
}

impl ActionFilter {
    /// A trailing `*` stands for any rest.
    pub fn parse(text: &str) -> ActionFilter {
        match text.strip_suffix('*') {
            Some(start) => ActionFilter::StartsWith(start.to_owned()),
            None => ActionFilter::Is(text.to_owned()),
        }
    }

    pub fn matches(&self, action: &str) -> bool {
        match self {
            ActionFilter::Is(wanted) => action == wanted,
            ActionFilter::StartsWith(start) => action.starts_with(start.as_str()),
        }
    }
}

/// Which entries to list; all of it must hold.
#[derive(Debug, Clone, Default)]
pub struct AuditQuery {
    pub action: Option<ActionFilter>,
    pub user: Option<UserId>,
    pub resource_type: Option<String>,
    pub resource_id: Option<String>,
    pub recorded: Period,
}

impl AuditQuery {
    /// Whether an entry with these parts fits, apart from its time.
    pub fn fits(&self, action: &str, user: Option<UserId>, resource_type: &str, resource_id: Option<&str>) -> bool {
        self.action.as_ref().is_none_or(|filter| filter.matches(action))
            && self.user.is_none_or(|wanted| user == Some(wanted))
            && self.resource_type.as_ref().is_none_or(|wanted| wanted == resource_type)
            && self.resource_id.as_ref().is_none_or(|wanted| resource_id == Some(wanted.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_matched_whole_or_by_their_start() {
        for (text, action, matches) in [
            ("webhook.created", "webhook.created", true),
            ("webhook", "webhook.created", false),
            ("webhook.*", "webhook.created", true),
            ("webhook.*", "webhooks.created", false),
            ("webhook.c*", "webhook.created", true),
            ("*", "anything", true),
            ("*.created", "webhook.created", false),
            ("Webhook.*", "webhook.created", false),
        ] {
            assert_eq!(ActionFilter::parse(text).matches(action), matches, "{text} {action}");
        }
    }
}
