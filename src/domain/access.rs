//! Who asks and what they may do: scopes of API keys, roles of members, and the right each
//! route wants. It does not know how a credential is carried or checked.

use super::account::{SessionId, UserId};
use super::api_key::Tenants;
use super::embed::EmbedToken;
use super::project::ProjectId;
use crate::base::{Error, Id, Json, Kind, Result, Timestamp};
use serde::{Serialize, Serializer};
use std::net::IpAddr;

#[derive(Debug)]
pub enum KeyTag {}
/// Id of an API key.
pub type KeyId = Id<KeyTag>;

/// A right an API key can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    All,
    Admin,
    EventsAny,
    EventsRead,
    EventsWrite,
    WebhooksAny,
    WebhooksRead,
    WebhooksWrite,
    JobsAny,
    JobsRead,
    JobsWrite,
    DeliveriesAny,
    DeliveriesRead,
    DeliveriesRetry,
    DeadLettersAny,
    DeadLettersRead,
    DeadLettersWrite,
    ReplaysAny,
    ReplaysRead,
    ReplaysWrite,
    PipelinesAny,
    PipelinesRead,
    PipelinesWrite,
    SandboxAny,
    SandboxRead,
    SandboxWrite,
    SourcesAny,
    SourcesRead,
    SourcesWrite,
    AnalyticsAny,
    AnalyticsRead,
    AuditAny,
    AuditRead,
}

impl Scope {
    /// All names, in the order of the variants.
    #[rustfmt::skip]
    pub const NAMES: [&'static str; 33] = [
        "*", "admin",
        "events:*", "events:read", "events:write",
        "webhooks:*", "webhooks:read", "webhooks:write",
        "jobs:*", "jobs:read", "jobs:write",
        "deliveries:*", "deliveries:read", "deliveries:retry",
        "dead_letters:*", "dead_letters:read", "dead_letters:write",
        "replays:*", "replays:read", "replays:write",
        "pipelines:*", "pipelines:read", "pipelines:write",
        "sandbox:*", "sandbox:read", "sandbox:write",
        "sources:*", "sources:read", "sources:write",
        "analytics:*", "analytics:read",
        "audit:*", "audit:read",
    ];

    #[rustfmt::skip]
    const EVERY: [Scope; 33] = {
        use Scope::*;
        [
            All, Admin,
            EventsAny, EventsRead, EventsWrite,
            WebhooksAny, WebhooksRead, WebhooksWrite,
            JobsAny, JobsRead, JobsWrite,
            DeliveriesAny, DeliveriesRead, DeliveriesRetry,
            DeadLettersAny, DeadLettersRead, DeadLettersWrite,
            ReplaysAny, ReplaysRead, ReplaysWrite,
            PipelinesAny, PipelinesRead, PipelinesWrite,
            SandboxAny, SandboxRead, SandboxWrite,
            SourcesAny, SourcesRead, SourcesWrite,
            AnalyticsAny, AnalyticsRead,
            AuditAny, AuditRead,
        ]
    };

    pub fn as_str(self) -> &'static str {
        Scope::NAMES[self as usize]
    }

    /// Every scope there is.
    pub fn all() -> impl Iterator<Item = Scope> {
        Scope::EVERY.into_iter()
    }

    pub fn parse(name: &str) -> Option<Scope> {
        Scope::EVERY.into_iter().find(|scope| scope.as_str() == name)
    }

    /// Whether holding this scope is enough where `needed` is asked for.
    pub fn covers(self, needed: Scope) -> bool {
        let area = |scope: Scope| scope.as_str().split_once(':').map(|(area, _)| area);
        match self {
            Scope::All | Scope::Admin => true,
            _ if self == needed => true,
            _ => self.as_str().ends_with(":*") && area(self) == area(needed),
        }
    }
}

/// The scopes of one key, in the order they were given; empty only beside permissions of the owner's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeSet(Vec<Scope>);

impl ScopeSet {
    /// The scopes of a new key: full access.
    pub fn full() -> ScopeSet {
        ScopeSet(vec![Scope::All])
    }

    pub fn of(scopes: &[Scope]) -> ScopeSet {
        ScopeSet(scopes.to_vec())
    }

    /// Reads a non-empty array of scope names; repeated names count once. 422 otherwise.
    pub fn parse(json: &Json<'_>) -> Result<ScopeSet> {
        let set = ScopeSet::parse_any(json)?;
        if set.is_empty() { Err(Error::invalid("scopes", "Scopes must not be empty")) } else { Ok(set) }
    }

    /// As [`ScopeSet::parse`], of an array that may be empty.
    pub fn parse_any(json: &Json<'_>) -> Result<ScopeSet> {
        let shape = || Error::invalid("scopes", "scopes must be an array of strings");
        let mut set = Vec::new();
        for item in json.as_array().ok_or_else(shape)? {
            let name = item.as_str().ok_or_else(shape)?;
            let scope = Scope::parse(name).ok_or_else(|| Error::invalid("scopes", format!("Unknown scope: {name}")))?;
            if !set.contains(&scope) {
                set.push(scope);
            }
        }
        Ok(ScopeSet(set))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn list(&self) -> &[Scope] {
        &self.0
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|scope| scope.as_str())
    }

    /// Whether the key holds one of the scopes; an empty list asks for nothing.
    pub fn allows(&self, any_of: &[Scope]) -> bool {
        any_of.is_empty() || self.0.iter().any(|have| any_of.iter().any(|needed| have.covers(*needed)))
    }
}

impl Serialize for ScopeSet {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.names())
    }
}

/// What a route does, seen from the member roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleKind {
    Read,
    Write,
    Admin,
}

/// What a user is in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Owner,
    Admin,
    Member,
    Viewer,
}

impl Role {
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Admin => "admin",
            Role::Member => "member",
            Role::Viewer => "viewer",
        }
    }

    /// Reads a stored or given name; `editor` is another name of `member`.
    pub fn parse(name: &str) -> Option<Role> {
        Some(match name {
            "owner" => Role::Owner,
            "admin" => Role::Admin,
            "member" | "editor" => Role::Member,
            "viewer" => Role::Viewer,
            _ => return None,
        })
    }

    pub fn may(self, kind: RoleKind) -> bool {
        match kind {
            RoleKind::Read => true,
            RoleKind::Write => self != Role::Viewer,
            RoleKind::Admin => matches!(self, Role::Owner | Role::Admin),
        }
    }

    /// 403 `Access denied` when the role does not cover it.
    pub fn require(self, kind: RoleKind) -> Result<()> {
        if self.may(kind) { Ok(()) } else { Err(denied()) }
    }

    /// Whether this role may invite, change or remove someone of the other.
    pub fn may_manage(self, other: Role) -> bool {
        match other {
            Role::Owner => false,
            Role::Admin => self == Role::Owner,
            Role::Member | Role::Viewer => self.may(RoleKind::Admin),
        }
    }

    /// 403 `Access denied` unless [`Role::may_manage`].
    pub fn require_manage(self, other: Role) -> Result<()> {
        if self.may_manage(other) { Ok(()) } else { Err(denied()) }
    }
}

fn denied() -> Error {
    Error::new(Kind::Forbidden, "Access denied")
}

/// The right one route asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// Any of these is enough for a key; empty = any valid key.
    pub any_of: &'static [Scope],
    /// What a member's role must cover.
    pub kind: RoleKind,
    /// The scope named when a key lacks it.
    pub shown: Scope,
}

#[rustfmt::skip]
impl Access {
    pub const EVENTS_READ: Access = Access::new(&[Scope::EventsRead], RoleKind::Read);
    pub const EVENTS_WRITE: Access = Access::new(&[Scope::EventsWrite], RoleKind::Write);
    /// Checking a payload against a schema: either half of the events area will do.
    pub const EVENTS_VALIDATE: Access = Access::new(&[Scope::EventsRead, Scope::EventsWrite], RoleKind::Read);
    pub const WEBHOOKS_READ: Access = Access::new(&[Scope::WebhooksRead], RoleKind::Read);
    pub const WEBHOOKS_WRITE: Access = Access::new(&[Scope::WebhooksWrite], RoleKind::Write);
    pub const DELIVERIES_READ: Access = Access::new(&[Scope::DeliveriesRead], RoleKind::Read);
    pub const DELIVERIES_RETRY: Access = Access::new(&[Scope::DeliveriesRetry], RoleKind::Write);
    pub const DEAD_LETTERS_READ: Access = Access::new(&[Scope::DeadLettersRead], RoleKind::Read);
    pub const DEAD_LETTERS_WRITE: Access = Access::new(&[Scope::DeadLettersWrite], RoleKind::Write);
    pub const REPLAYS_READ: Access = Access::new(&[Scope::ReplaysRead], RoleKind::Read);
    pub const REPLAYS_WRITE: Access = Access::new(&[Scope::ReplaysWrite], RoleKind::Write);
    pub const JOBS_READ: Access = Access::new(&[Scope::JobsRead], RoleKind::Read);
    pub const JOBS_WRITE: Access = Access::new(&[Scope::JobsWrite], RoleKind::Write);
    pub const PIPELINES_READ: Access = Access::new(&[Scope::PipelinesRead, Scope::WebhooksRead], RoleKind::Read);
    pub const PIPELINES_WRITE: Access = Access::new(&[Scope::PipelinesWrite, Scope::WebhooksWrite], RoleKind::Write);
    pub const SANDBOX_READ: Access = Access::new(&[Scope::SandboxRead], RoleKind::Read);
    pub const SANDBOX_WRITE: Access = Access::new(&[Scope::SandboxWrite], RoleKind::Write);
    pub const SOURCES_READ: Access = Access::new(&[Scope::SourcesRead], RoleKind::Read);
    pub const SOURCES_WRITE: Access = Access::new(&[Scope::SourcesWrite], RoleKind::Write);
    pub const ANALYTICS_READ: Access = Access::new(&[Scope::AnalyticsRead], RoleKind::Read);
    pub const AUDIT_READ: Access = Access::new(&[Scope::AuditRead], RoleKind::Admin);
    pub const ANY_KEY_READ: Access = Access { any_of: &[], kind: RoleKind::Read, shown: Scope::All };
    /// The dashboard's summary: an admin key, or any member.
    pub const OVERVIEW: Access = Access::new(&[Scope::Admin], RoleKind::Read);
    pub const ADMIN: Access = Access::new(&[Scope::Admin], RoleKind::Admin);
    /// What whoever integrates the project sets up: an admin key, or a member who may write.
    pub const SETUP: Access = Access::new(&[Scope::Admin], RoleKind::Write);
}

impl Access {
    const fn new(any_of: &'static [Scope], kind: RoleKind) -> Access {
        Access { any_of, kind, shown: any_of[0] }
    }

    /// 403 `Insufficient scope: <scope>` when a key lacks the right.
    pub fn check_key(&self, scopes: &ScopeSet) -> Result<()> {
        match scopes.allows(self.any_of) {
            true => Ok(()),
            false => Err(Error::new(Kind::Forbidden, format!("Insufficient scope: {}", self.shown.as_str()))),
        }
    }

    /// 403 `Access denied` when a member's role is too low.
    pub fn check_role(&self, role: Role) -> Result<()> {
        role.require(self.kind)
    }
}

/// Who acts inside a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    Key {
        id: KeyId,
        prefix: String,
        owner: UserId,
        /// When the secret took the place of another one: two secrets of a key are not one caller.
        rotated_at: Option<Timestamp>,
        /// Whom it may act for.
        tenants: Tenants,
    },
    User {
        id: UserId,
        session: SessionId,
        role: Role,
    },
    /// A visitor of a page that embeds the portal.
    Embed {
        token: Box<EmbedToken>,
    },
    System,
}

/// An authenticated caller working in one project.
#[derive(Debug, Clone)]
pub struct Actor {
    pub who: Who,
    pub project: ProjectId,
    pub ip: IpAddr,
    pub user_agent: Option<String>,
}

impl Actor {
    /// The acting user: for a key the owner of its project.
    pub fn user(&self) -> Option<UserId> {
        match self.who {
            Who::Key { owner, .. } => Some(owner),
            Who::User { id, .. } => Some(id),
            Who::Embed { .. } | Who::System => None,
        }
    }

    /// What the acting user is in the project; none for a key.
    pub fn role(&self) -> Option<Role> {
        match self.who {
            Who::User { role, .. } => Some(role),
            Who::Key { .. } | Who::Embed { .. } | Who::System => None,
        }
    }

    /// Whether the actor may act for this tenant; keys may be held to some.
    pub fn allows_tenant(&self, tenant: &str) -> bool {
        match &self.who {
            Who::Key { tenants, .. } => tenants.allows(tenant),
            Who::Embed { token } => token.tenant.as_deref().is_none_or(|own| own == tenant),
            Who::User { .. } | Who::System => true,
        }
    }

    /// Whose webhooks the actor is held to, if not to all of the project.
    pub fn tenant(&self) -> Option<&str> {
        match &self.who {
            Who::Embed { token } => token.tenant.as_deref(),
            _ => None,
        }
    }
}

/// A signed-in user, outside any project.
#[derive(Debug, Clone)]
pub struct Account {
    pub user: UserId,
    pub session: SessionId,
    pub ip: IpAddr,
    pub user_agent: Option<String>,
}

impl Account {
    /// The user behind an actor, if it is one.
    pub fn of(actor: &Actor) -> Option<Account> {
        let Who::User { id, session, .. } = actor.who else { return None };
        Some(Account { user: id, session, ip: actor.ip, user_agent: actor.user_agent.clone() })
    }

    /// The user at work in a project they belong to.
    pub fn within(&self, project: ProjectId, role: Role) -> Actor {
        let who = Who::User { id: self.user, session: self.session, role };
        Actor { who, project, ip: self.ip, user_agent: self.user_agent.clone() }
    }
}

/// A caller who has proven nothing yet.
#[derive(Debug, Clone)]
pub struct Client {
    pub ip: IpAddr,
    pub user_agent: Option<String>,
}

#[cfg(test)]
mod tests;
