//! The key of a project: what programs authenticate with, where from and for what.

use super::access::{KeyId, ScopeSet};
use super::allowlist::Allowlist;
use super::project::{ProjectId, check_name};
use crate::base::fields::Fields;
use crate::base::{Result, Timestamp};

/// What every new key starts with; the rest is 43 characters of 32 random bytes.
pub const PREFIX: &str = "jc_live_";
/// Characters of a key that are kept readable.
const SHOWN: usize = 12;

/// An active key; the key itself is never stored.
#[derive(Debug, Clone)]
pub struct ApiKey {
    pub id: KeyId,
    pub project: ProjectId,
    /// First 12 characters of the key, for people to recognise it.
    pub prefix: String,
    pub name: String,
    pub scopes: ScopeSet,
    pub allowed_ips: Allowlist,
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
            allowed_ips: Allowlist::default(),
            last_used_at: None,
        }
    }

    /// A key that takes the place of this one: same name, rights and addresses.
    pub fn successor(self, id: KeyId, secret: &str) -> ApiKey {
        ApiKey { id, prefix: shown_prefix(secret), last_used_at: None, ..self }
    }
}

/// What may be changed on a key; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct ApiKeyPatch {
    pub name: Option<String>,
    pub scopes: Option<ScopeSet>,
    pub allowed_ips: Option<Allowlist>,
}

impl ApiKeyPatch {
    /// Reads the members a caller may send. 422.
    pub fn read(fields: Fields<'_>) -> Result<ApiKeyPatch> {
        Ok(ApiKeyPatch {
            scopes: fields.get("scopes").map(ScopeSet::parse).transpose()?,
            allowed_ips: fields.get("allowed_ips").map(|list| Allowlist::parse("allowed_ips", list)).transpose()?,
            name: fields.opt_str("name")?.map(check_name).transpose()?,
        })
    }

    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.scopes.is_none() && self.allowed_ips.is_none()
    }

    pub fn apply(self, key: ApiKey) -> ApiKey {
        ApiKey {
            name: self.name.unwrap_or(key.name),
            scopes: self.scopes.unwrap_or(key.scopes),
            allowed_ips: self.allowed_ips.unwrap_or(key.allowed_ips),
            ..key
        }
    }
}

fn shown_prefix(secret: &str) -> String {
    secret.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Json, id::IdSource};

    #[test]
    fn successors_inherit_and_patches_replace() {
        let ids = IdSource::default();
        let first = ApiKey::new(ids.next(), ids.next(), "jc_live_abcdefghij");
        assert_eq!((first.prefix.as_str(), first.name.as_str()), ("jc_live_abcd", "Default"));
        let scopes = ScopeSet::parse(&Json::parse(r#"["events:read"]"#).expect("json")).expect("scopes");
        let patch = ApiKeyPatch { name: Some("CI".into()), scopes: Some(scopes.clone()), allowed_ips: None };
        assert!(!patch.is_empty() && ApiKeyPatch::default().is_empty());
        let next = patch.apply(first.clone()).successor(ids.next(), "jc_live_zyx");
        assert_eq!((next.prefix.as_str(), next.name.as_str()), ("jc_live_zyx", "CI"));
        assert_eq!((next.project, &next.scopes), (first.project, &scopes));
        assert!(next.id != first.id);
    }
}
