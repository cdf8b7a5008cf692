//! Permissions of the owner's own beside scopes.

use super::{holder, key};
use crate::support::Daemon;
use serde_json::json;

#[test]
fn names_of_ones_own_open_nothing_here() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, json!({"scopes": [], "permissions": ["reports.read", "events:everything"]}));
    assert_eq!((&made["scopes"], &made["permissions"]), (&json!([]), &json!(["reports.read", "events:everything"])));
    let holder = holder(&account, &made);
    assert_eq!(holder.get("/token").ok(200)["scopes"], json!([]));
    for (path, scope) in [("/events", "events:read"), ("/webhooks", "webhooks:read"), ("/api-keys", "admin")] {
        holder.get(path).fails(403, &format!("Insufficient scope: {scope}"));
    }
}

#[test]
fn repeated_names_count_once() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let made = key(&account, json!({"permissions": ["a", "b", "a"], "tenants": ["t", "t"]}));
    assert_eq!((&made["permissions"], &made["tenants"]), (&json!(["a", "b"]), &json!(["t"])));
}
