//! What a key carries for others: permissions that its owner named, and the tenants that it may
//! act for.

use crate::base::{Error, Json, Result};
use crate::domain::access::Scope;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Names and tenants of one key at most.
const MAX_ITEMS: usize = 100;
const MAX_PERMISSION: usize = 64;
const MAX_TENANT: usize = 128;

/// Names beside the scopes, in the order they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions(Vec<String>);

impl Permissions {
    /// Reads an array of at most 100 names of 1 to 64 visible characters; repeated ones count once.
    /// 422 on `permissions`, also for the name of a scope.
    pub fn parse(json: &Json<'_>) -> Result<Permissions> {
        let names = texts("permissions", json)?;
        names.iter().try_for_each(|name| Permissions::check("permissions", name))?;
        Permissions::of(names)
    }

    /// Names as they were stored: what was accepted once stays.
    pub fn stored(names: Vec<String>) -> Permissions {
        Permissions(names)
    }

    pub(super) fn of(names: Vec<String>) -> Result<Permissions> {
        if names.len() > MAX_ITEMS {
            return Err(Error::invalid("permissions", format!("permissions must have at most {MAX_ITEMS} items")));
        }
        Ok(Permissions(names))
    }

    /// Whether a name can be a permission of the owner's own. 422 on the field.
    pub fn check(field: &str, name: &str) -> Result<()> {
        if name.is_empty() || name.len() > MAX_PERMISSION || !name.bytes().all(|b| b.is_ascii_graphic()) {
            let rule = format!("each permission must have 1 to {MAX_PERMISSION} visible characters");
            return Err(Error::invalid(field, rule));
        }
        match Scope::parse(name) {
            Some(_) => Err(Error::invalid(field, format!("{name} is a scope"))),
            None => Ok(()),
        }
    }

    pub fn list(&self) -> &[String] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(&self.0)
    }
}

/// Whom a key may act for; an empty list is anyone. Shared, because every caller holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tenants(Arc<[String]>);

impl Tenants {
    /// Reads an array of at most 100 names of 1 to 128 characters. 422 on `tenants`.
    pub fn parse(json: &Json<'_>) -> Result<Tenants> {
        let names = texts("tenants", json)?;
        let fits = |name: &String| (1..=MAX_TENANT).contains(&name.chars().count()) && !name.contains(char::is_control);
        if names.len() > MAX_ITEMS {
            return Err(Error::invalid("tenants", format!("tenants must have at most {MAX_ITEMS} items")));
        }
        match names.iter().all(fits) {
            true => Ok(Tenants(names.into())),
            false => {
                let rule =
                    format!("each tenant must have 1 to {MAX_TENANT} characters, none of them a control character");
                Err(Error::invalid("tenants", rule))
            }
        }
    }

    /// Names as they were stored.
    pub fn stored(names: Vec<String>) -> Tenants {
        Tenants(names.into())
    }

    pub fn allows(&self, tenant: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|own| own == tenant)
    }
}

impl Serialize for Tenants {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.iter())
    }
}

/// An array of strings, each once.
fn texts(field: &str, json: &Json<'_>) -> Result<Vec<String>> {
    let shape = || Error::invalid(field, format!("{field} must be an array of strings"));
    let mut list: Vec<String> = Vec::new();
    for item in json.as_array().ok_or_else(shape)? {
        let text = item.as_str().ok_or_else(shape)?;
        if !list.iter().any(|known| known == text) {
            list.push(text.to_owned());
        }
    }
    Ok(list)
}
