//! The keys of a project: what programs authenticate with, where from, for what and for whom. How
//! a secret is kept and checked is decided above.

mod grants;
mod input;
#[cfg(test)]
mod tests;

pub use grants::{Permissions, Tenants};
pub use input::{ApiKeyPatch, Changes};

use super::access::{KeyId, Scope, ScopeSet};
use super::allowlist::Allowlist;
use super::project::ProjectId;
use crate::base::Timestamp;

/// What every new key starts with; the rest is 43 characters of 32 random bytes.
pub const PREFIX: &str = "jc_live_";
/// Keys of a project at most, disabled ones among them.
pub const MAX_KEYS: usize = 100;
/// Characters of a key that are kept readable.
const SHOWN: usize = 12;

/// A key that has not ended; the secret itself is not part of it.
#[derive(Debug, Clone)]
pub struct ApiKey {
    pub id: KeyId,
    pub project: ProjectId,
    /// First 12 characters of the secret, for people to recognise it.
    pub prefix: String,
    /// What it is for, in the words of its owner.
    pub name: String,
    pub scopes: ScopeSet,
    /// Names that mean something to the owner of the project and nothing here.
    pub permissions: Permissions,
    pub allowed_ips: Allowlist,
    pub tenants: Tenants,
    /// Since when it is refused, until it is enabled again.
    pub disabled_at: Option<Timestamp>,
    /// When its present secret took the place of another one.
    pub rotated_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
}

impl ApiKey {
    /// A key with full access from anywhere, for a new project.
    pub fn new(id: KeyId, project: ProjectId, secret: &str) -> ApiKey {
        ApiKey {
            id,
            project,
            prefix: shown_prefix(secret),
            name: "Default".to_owned(),
            scopes: ScopeSet::full(),
            permissions: Permissions::default(),
            allowed_ips: Allowlist::default(),
            tenants: Tenants::default(),
            disabled_at: None,
            rotated_at: None,
            last_used_at: None,
        }
    }

    /// The same key with another secret.
    pub fn rotate(self, secret: &str, now: Timestamp) -> ApiKey {
        ApiKey { prefix: shown_prefix(secret), rotated_at: Some(now), ..self }
    }

    pub fn is_enabled(&self) -> bool {
        self.disabled_at.is_none()
    }

    pub fn status(&self) -> &'static str {
        if self.is_enabled() { "active" } else { "disabled" }
    }

    /// Whether the key holds what a name stands for: a scope, or a name of the owner's own.
    pub fn has_permission(&self, name: &str) -> bool {
        match Scope::parse(name) {
            Some(scope) => self.scopes.allows(&[scope]),
            None => self.permissions.list().iter().any(|own| own == name),
        }
    }
}

fn shown_prefix(secret: &str) -> String {
    secret.chars().take(SHOWN).collect()
}
