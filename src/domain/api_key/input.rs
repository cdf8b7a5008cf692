//! What callers may say of a key: as the key that asks, as one of many, and in the words of those
//! for whom every right is a permission.

use super::{ApiKey, Permissions, Tenants};
use crate::base::fields::Fields;
use crate::base::{Error, Json, Result, Timestamp};
use crate::domain::access::{Scope, ScopeSet};
use crate::domain::allowlist::Allowlist;
use crate::domain::given::{self, replace};
use crate::domain::project::check_name;

/// What may be changed on a key; `None` leaves it.
#[derive(Debug, Clone, Default)]
pub struct ApiKeyPatch {
    pub name: Option<String>,
    pub scopes: Option<ScopeSet>,
    pub permissions: Option<Permissions>,
    pub allowed_ips: Option<Allowlist>,
    pub tenants: Option<Tenants>,
    pub enabled: Option<bool>,
}

/// What a patch changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Names of the changed fields, the status not among them.
    pub fields: Vec<&'static str>,
    /// It was enabled or disabled.
    pub switched: Option<bool>,
}

impl ApiKeyPatch {
    /// Reads what may be said of the key that asks. 422.
    pub fn read(fields: Fields<'_>) -> Result<ApiKeyPatch> {
        Ok(ApiKeyPatch {
            scopes: fields.get("scopes").map(ScopeSet::parse).transpose()?,
            allowed_ips: allowed_ips(fields)?,
            name: fields.opt_str("name")?.map(check_name).transpose()?,
            ..ApiKeyPatch::default()
        })
    }

    /// Reads what may be said of one key of many. 422.
    pub fn read_one(fields: Fields<'_>) -> Result<ApiKeyPatch> {
        Ok(ApiKeyPatch {
            name: given::short("description", fields.get("description"))?,
            scopes: fields.get("scopes").map(ScopeSet::parse_any).transpose()?,
            permissions: fields.get("permissions").map(Permissions::parse).transpose()?,
            allowed_ips: allowed_ips(fields)?,
            tenants: fields.get("tenants").map(Tenants::parse).transpose()?,
            enabled: fields.opt_str("status")?.map(status).transpose()?,
        })
    }

    /// As [`ApiKeyPatch::read_one`], where scopes stand among the permissions: names, or objects
    /// with a `name`. 422.
    pub fn read_permissions(fields: Fields<'_>) -> Result<ApiKeyPatch> {
        let Some(list) = fields.get("permissions") else { return ApiKeyPatch::read_one(fields) };
        let shape = || Error::invalid("permissions", "permissions must be an array of names");
        let (mut scopes, mut own) = (Vec::new(), Vec::new());
        for item in list.as_array().ok_or_else(shape)? {
            let name = item.as_str().or_else(|| item.lookup("name").and_then(Json::as_str)).ok_or_else(shape)?;
            match Scope::parse(name) {
                Some(scope) if !scopes.contains(&scope) => scopes.push(scope),
                None if !own.iter().any(|known| known == name) => {
                    Permissions::check("permissions", name)?;
                    own.push(name.to_owned());
                }
                _ => {}
            }
        }
        let mut rest = fields.0.clone();
        rest.remove("permissions");
        let patch = ApiKeyPatch::read_one(Fields(&rest))?;
        let scopes = Some(ScopeSet::of(&scopes)).filter(|set| patch.scopes.is_none() || !set.is_empty());
        Ok(ApiKeyPatch { scopes: scopes.or(patch.scopes), permissions: Some(Permissions::of(own)?), ..patch })
    }

    pub fn is_empty(&self) -> bool {
        let ApiKeyPatch { name, scopes, permissions, allowed_ips, tenants, enabled } = self;
        name.is_none()
            && scopes.is_none()
            && permissions.is_none()
            && allowed_ips.is_none()
            && tenants.is_none()
            && enabled.is_none()
    }

    /// Applies the change. 422 when the key could do nothing any more.
    pub fn apply(self, key: &mut ApiKey, now: Timestamp) -> Result<Changes> {
        let mut fields = Vec::new();
        replace(&mut fields, "description", &mut key.name, self.name);
        replace(&mut fields, "scopes", &mut key.scopes, self.scopes);
        replace(&mut fields, "permissions", &mut key.permissions, self.permissions);
        replace(&mut fields, "allowed_ips", &mut key.allowed_ips, self.allowed_ips);
        replace(&mut fields, "tenants", &mut key.tenants, self.tenants);
        if key.scopes.is_empty() && key.permissions.is_empty() {
            return Err(Error::invalid("scopes", "Scopes must not be empty"));
        }
        let switched = self.enabled.filter(|enabled| *enabled != key.is_enabled());
        if let Some(enabled) = switched {
            key.disabled_at = (!enabled).then_some(now);
        }
        Ok(Changes { fields, switched })
    }
}

fn allowed_ips(fields: Fields<'_>) -> Result<Option<Allowlist>> {
    fields.get("allowed_ips").map(|list| Allowlist::parse("allowed_ips", list)).transpose()
}

fn status(word: &str) -> Result<bool> {
    match word {
        "active" => Ok(true),
        "disabled" => Ok(false),
        _ => Err(Error::invalid("status", "status must be active or disabled")),
    }
}
