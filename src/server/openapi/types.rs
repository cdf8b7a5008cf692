//! How the types of lower layers look in JSON that write themselves, so that those need not know
//! of schemas.

use crate::base::{Id, Json, Prefixed, Timestamp};
use crate::domain::access::{Scope, ScopeSet};
use crate::domain::allowlist::Allowlist;
use crate::domain::analytics::Day;
use crate::domain::api_key::{Permissions, Tenants};
use crate::domain::catalogue::{EventType, Permission};
use crate::domain::event::PayloadHash;
use crate::domain::retention::{Effective, FIELDS, RetentionPolicy};
use crate::domain::schema::Fault;
use crate::engine::retention::Counts;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A stored JSON object of any members.
#[derive(Debug)]
pub struct Object;

/// A stored JSON array of any items.
#[derive(Debug)]
pub struct Items;

macro_rules! inline {
    ($([$($generic:tt)*] $type:ty => $schema:expr;)*) => {
        $(impl<$($generic)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })*
    };
}

inline! {
    [] Object => json_schema!({"type": "object"});
    [] Items => json_schema!({"type": "array"});
    [T] Id<T> => json_schema!({"type": "string", "format": "uuid"});
    [T] Prefixed<T> => json_schema!({"type": "string", "pattern": "^[a-z]+_[0-9a-f]{32}$"});
    [] Timestamp => json_schema!({"type": "string", "format": "date-time"});
    [] Json<'_> => json_schema!({});
    [] Day => json_schema!({"type": "string", "format": "date"});
    [] PayloadHash => json_schema!({"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"});
    [] Allowlist => json_schema!({"type": "array", "items": {"type": "string"}});
    [] Permissions => json_schema!({"type": "array", "items": {"type": "string"}});
    [] Tenants => json_schema!({"type": "array", "items": {"type": "string"}});
    [] ScopeSet => json_schema!({"type": "array", "items": {"type": "string", "enum": Scope::NAMES[..]}});
    [] Fault => json_schema!({
        "type": "object",
        "properties": {"message": {"type": "string"}, "path": {"type": "string"}},
        "required": ["message", "path"],
    });
    [] Permission => json_schema!({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "title": {"type": "string"},
            "description": {"type": "string"},
            "endpoints": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["name", "title", "description", "endpoints"],
    });
    [] EventType => json_schema!({
        "type": "object",
        "properties": {"name": {"type": "string"}, "description": {"type": "string"}, "example": {}},
        "required": ["name", "description", "example"],
    });
    [] Counts => counts(&["events", "deliveries", "audit_logs", "job_runs", "dead_letters"]);
    [] RetentionPolicy => days(&[]);
    [] Effective => days(&FIELDS);
}

fn counts(names: &[&str]) -> Schema {
    let each = |name: &&str| ((*name).to_owned(), serde_json::json!({"type": "integer", "minimum": 0}));
    let properties: serde_json::Map<_, _> = names.iter().map(each).collect();
    json_schema!({"type": "object", "properties": properties, "required": names})
}

/// Days by kind; 0 is for ever.
fn days(required: &[&str]) -> Schema {
    let mut schema = counts(&FIELDS);
    schema.insert("required".to_owned(), required.into());
    schema
}
