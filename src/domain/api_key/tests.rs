//! What keys hold, and what may be said of them.

use super::*;
use crate::base::fields::Fields;
use crate::base::{Json, Result, Timestamp, id::IdSource};

fn key() -> ApiKey {
    let ids = IdSource::default();
    ApiKey::new(ids.next(), ids.next(), "jc_live_abcdefghij")
}

fn read<T>(text: &str, read: impl Fn(Fields<'_>) -> Result<T>) -> Result<T> {
    let json = Json::parse(text).expect("json");
    read(Fields(json.as_object().expect("object")))
}

fn names(key: &ApiKey) -> Vec<&str> {
    key.scopes.names().map(|name| name as &str).chain(key.permissions.list().iter().map(String::as_str)).collect()
}

#[test]
fn a_rotated_key_is_the_same_key() {
    let (first, now) = (key(), Timestamp::from_secs(9));
    assert_eq!((first.prefix.as_str(), first.name.as_str(), first.status()), ("jc_live_abcd", "Default", "active"));
    let next = first.clone().rotate("jc_live_zyx", now);
    assert_eq!((next.prefix.as_str(), next.rotated_at), ("jc_live_zyx", Some(now)));
    assert_eq!((next.id, &next.scopes), (first.id, &first.scopes));
}

#[test]
fn patches_change_what_they_name() {
    let (mut key, now) = (key(), Timestamp::from_secs(9));
    let body = r#"{"description":" CI ","scopes":["events:read"],"permissions":["a.b","a.b"],"tenants":["t"],
        "allowed_ips":["10.0.0.0/8"],"status":"disabled"}"#;
    let changes = read(body, ApiKeyPatch::read_one).expect("valid").apply(&mut key, now).expect("applies");
    assert_eq!(changes.fields, ["description", "scopes", "permissions", "allowed_ips", "tenants"]);
    assert_eq!((changes.switched, key.disabled_at, key.status()), (Some(false), Some(now), "disabled"));
    assert_eq!((key.name.as_str(), names(&key)), ("CI", vec!["events:read", "a.b"]));
    assert!(key.tenants.allows("t") && !key.tenants.allows("T") && Tenants::default().allows("any"));
    let again = read(body, ApiKeyPatch::read_one).expect("valid").apply(&mut key, now).expect("applies");
    assert!(again.fields.is_empty() && again.switched.is_none());
    let changes = read(r#"{"status":"active"}"#, ApiKeyPatch::read_one).expect("valid").apply(&mut key, now);
    assert_eq!((changes.expect("applies").switched, key.disabled_at), (Some(true), None));
    assert!(read("{}", ApiKeyPatch::read_one).expect("valid").is_empty());
}

#[test]
fn permissions_may_name_scopes() {
    for (body, held) in [
        (r#"{"permissions":["events:read","own.name"]}"#, &["events:read", "own.name"][..]),
        (r#"{"permissions":[{"name":"events:read"},{"name":"own"}]}"#, &["events:read", "own"]),
        (r#"{"permissions":["own","own","jobs:*","jobs:*"]}"#, &["jobs:*", "own"]),
        (r#"{"permissions":["own"]}"#, &["own"]),
        (r#"{"permissions":["own"],"scopes":["jobs:read"]}"#, &["jobs:read", "own"]),
        (r#"{"permissions":[],"scopes":["jobs:read"]}"#, &["jobs:read"]),
        ("{}", &["*"]),
    ] {
        let mut key = key();
        let patch = read(body, ApiKeyPatch::read_permissions).expect(body);
        patch.apply(&mut key, Timestamp::from_secs(0)).expect(body);
        assert_eq!(names(&key), held, "{body}");
    }
}

#[test]
fn rights_are_scopes_or_the_very_names() {
    let mut key = key();
    let patch = read(r#"{"permissions":["events:*","own.name"]}"#, ApiKeyPatch::read_permissions).expect("valid");
    patch.apply(&mut key, Timestamp::from_secs(0)).expect("applies");
    for (name, held) in [
        ("events:read", true),
        ("events:*", true),
        ("own.name", true),
        ("jobs:read", false),
        ("own", false),
        ("own.nam", false),
        ("*", false),
        ("", false),
    ] {
        assert_eq!(key.has_permission(name), held, "{name}");
    }
    let full = self::key();
    assert!(full.has_permission("jobs:read") && full.has_permission("admin") && !full.has_permission("own.name"));
}

#[test]
fn refusals() {
    let long = format!(r#"{{"permissions":["{}"]}}"#, "p".repeat(65));
    let many = format!(r#"{{"tenants":[{}]}}"#, (0..101).map(|n| format!("\"{n}\"")).collect::<Vec<_>>().join(","));
    for (body, message) in [
        (r#"{"description":1}"#, "description must be a string"),
        (r#"{"scopes":["x"]}"#, "Unknown scope: x"),
        (r#"{"scopes":[]}"#, "Scopes must not be empty"),
        (r#"{"scopes":[],"permissions":[]}"#, "Scopes must not be empty"),
        (r#"{"permissions":"x"}"#, "permissions must be an array of strings"),
        (r#"{"permissions":["a b"]}"#, "each permission must have 1 to 64 visible characters"),
        (long.as_str(), "each permission must have 1 to 64 visible characters"),
        (r#"{"permissions":["events:read"]}"#, "events:read is a scope"),
        (r#"{"tenants":[""]}"#, "each tenant must have 1 to 128 characters, none of them a control character"),
        (many.as_str(), "tenants must have at most 100 items"),
        (r#"{"allowed_ips":["300.1.1.1"]}"#, "Invalid IP address: 300.1.1.1"),
        (r#"{"status":"inactive"}"#, "status must be active or disabled"),
    ] {
        let done = read(body, ApiKeyPatch::read_one).and_then(|p| p.apply(&mut key(), Timestamp::from_secs(0)));
        assert_eq!(done.expect_err(body).message(), message);
    }
    let own = read(r#"{"scopes":[],"permissions":["own"]}"#, ApiKeyPatch::read_one).expect("valid");
    assert!(own.apply(&mut key(), Timestamp::from_secs(0)).is_ok());
    let mixed = read(r#"{"permissions":[5]}"#, ApiKeyPatch::read_permissions);
    assert_eq!(mixed.expect_err("no name").message(), "permissions must be an array of names");
}
