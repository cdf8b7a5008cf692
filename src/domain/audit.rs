//! An entry of the audit log: who did what to which thing. Entries are added and removed, never
//! changed, and hold no secret, token, address or payload.

use super::account::UserId;
use super::project::ProjectId;
use crate::base::Id;

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
