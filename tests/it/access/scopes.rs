//! The table of scopes, cell by cell: a key with one scope against every route.

use crate::support::{Daemon, NO_ID};
use serde_json::json;

const SCOPES: [&str; 33] = [
    "*",
    "admin",
    "events:read",
    "events:write",
    "webhooks:read",
    "webhooks:write",
    "jobs:read",
    "jobs:write",
    "deliveries:read",
    "deliveries:retry",
    "dead_letters:read",
    "dead_letters:write",
    "replays:read",
    "replays:write",
    "pipelines:read",
    "pipelines:write",
    "sandbox:read",
    "sandbox:write",
    "sources:read",
    "sources:write",
    "analytics:read",
    "audit:read",
    "events:*",
    "webhooks:*",
    "jobs:*",
    "deliveries:*",
    "dead_letters:*",
    "replays:*",
    "pipelines:*",
    "sandbox:*",
    "sources:*",
    "analytics:*",
    "audit:*",
];

/// Method, path, the scopes of which it asks for one; none means any valid key.
const ROUTES: &[(&str, &str, &str)] = &[
    ("POST", "/events", "events:write"),
    ("POST", "/send", "events:write"),
    ("POST", "/events/batch", "events:write"),
    ("DELETE", "/events/{id}", "events:write"),
    ("POST", "/simulate", "events:write"),
    ("GET", "/events", "events:read"),
    ("GET", "/events/{id}", "events:read"),
    ("GET", "/topics", "events:read"),
    // A stream that is asked for wrongly is refused after the scope, and has an end.
    ("GET", "/stream?types=none", "events:read"),
    ("GET", "/webhooks", "webhooks:read"),
    ("GET", "/webhooks/{id}", "webhooks:read"),
    ("GET", "/webhooks/{id}/health", "webhooks:read"),
    ("GET", "/webhooks/health", "webhooks:read"),
    ("GET", "/webhooks/templates", "webhooks:read"),
    ("POST", "/webhooks", "webhooks:write"),
    ("PATCH", "/webhooks/{id}", "webhooks:write"),
    ("DELETE", "/webhooks/{id}", "webhooks:write"),
    ("POST", "/webhooks/{id}/test", "webhooks:write"),
    ("POST", "/webhooks/{id}/rotate-secret", "webhooks:write"),
    ("GET", "/deliveries", "deliveries:read"),
    ("GET", "/deliveries/{id}", "deliveries:read"),
    ("POST", "/deliveries/{id}/retry", "deliveries:retry"),
    ("GET", "/dead-letters", "dead_letters:read"),
    ("GET", "/dead-letters/{id}", "dead_letters:read"),
    ("POST", "/dead-letters/{id}/retry", "dead_letters:write"),
    ("PATCH", "/dead-letters/{id}/resolve", "dead_letters:write"),
    ("GET", "/replays", "replays:read"),
    ("GET", "/replays/{id}", "replays:read"),
    ("POST", "/replays", "replays:write"),
    ("DELETE", "/replays/{id}", "replays:write"),
    ("GET", "/pipelines", "pipelines:read|webhooks:read"),
    ("GET", "/pipelines/{id}", "pipelines:read|webhooks:read"),
    ("POST", "/pipelines/{id}/test", "pipelines:read|webhooks:read"),
    ("POST", "/pipelines", "pipelines:write|webhooks:write"),
    ("PATCH", "/pipelines/{id}", "pipelines:write|webhooks:write"),
    ("DELETE", "/pipelines/{id}", "pipelines:write|webhooks:write"),
    ("GET", "/event-schemas", "events:read"),
    ("GET", "/event-schemas/{id}", "events:read"),
    ("POST", "/event-schemas", "events:write"),
    ("PATCH", "/event-schemas/{id}", "events:write"),
    ("DELETE", "/event-schemas/{id}", "events:write"),
    ("GET", "/jobs", "jobs:read"),
    ("GET", "/jobs/cron-preview", "jobs:read"),
    ("GET", "/jobs/{id}", "jobs:read"),
    ("GET", "/jobs/{id}/runs", "jobs:read"),
    ("POST", "/jobs", "jobs:write"),
    ("PATCH", "/jobs/{id}", "jobs:write"),
    ("DELETE", "/jobs/{id}", "jobs:write"),
    ("POST", "/jobs/{id}/run", "jobs:write"),
    ("GET", "/tasks", "jobs:read"),
    ("GET", "/tasks/{id}", "jobs:read"),
    ("POST", "/tasks", "jobs:write"),
    ("POST", "/tasks/{id}/retry", "jobs:write"),
    ("DELETE", "/tasks/{id}", "jobs:write"),
    ("GET", "/tasks/callback-secret", "admin"),
    ("POST", "/tasks/callback-secret/rotate", "admin"),
    ("GET", "/sources", "sources:read"),
    ("GET", "/sources/presets", "sources:read"),
    ("GET", "/sources/{id}", "sources:read"),
    ("GET", "/sources/{id}/rejections", "sources:read"),
    ("POST", "/sources", "sources:write"),
    ("PATCH", "/sources/{id}", "sources:write"),
    ("DELETE", "/sources/{id}", "sources:write"),
    ("POST", "/sources/{id}/rotate-secret", "sources:write"),
    ("GET", "/sandbox-endpoints", "sandbox:read"),
    ("GET", "/sandbox-endpoints/{id}/requests", "sandbox:read"),
    ("POST", "/sandbox-endpoints", "sandbox:write"),
    ("PATCH", "/sandbox-endpoints/{id}", "sandbox:write"),
    ("DELETE", "/sandbox-endpoints/{id}", "sandbox:write"),
    ("GET", "/audit-log", "audit:read"),
    ("GET", "/export/audit-log", "audit:read"),
    ("GET", "/export/events", "events:read"),
    ("GET", "/export/deliveries", "deliveries:read"),
    ("GET", "/export/jobs", "jobs:read"),
    ("GET", "/analytics/events-per-day", "analytics:read"),
    ("GET", "/analytics/deliveries-per-day", "analytics:read"),
    ("GET", "/analytics/top-topics", "analytics:read"),
    ("GET", "/analytics/webhook-stats", "analytics:read"),
    ("GET", "/retention", ""),
    ("PATCH", "/retention", "admin"),
    ("POST", "/purge/preview", "admin"),
    ("POST", "/purge", "admin"),
    ("GET", "/project", ""),
    ("GET", "/token", ""),
    ("GET", "/api-keys", "admin"),
    ("POST", "/api-keys", "admin"),
    ("PATCH", "/api-keys/{id}", "admin"),
    ("DELETE", "/api-keys/{id}", "admin"),
    ("POST", "/api-keys/{id}/rotate", "admin"),
    ("PATCH", "/project", "admin"),
    ("PATCH", "/token", "admin"),
    ("GET", "/notification-channels", "admin"),
    ("PUT", "/notification-channels", "admin"),
    ("DELETE", "/notification-channels", "admin"),
    ("POST", "/notification-channels/test", "admin"),
    ("GET", "/embed/tokens", "admin"),
    ("POST", "/embed/tokens", "admin"),
    ("DELETE", "/embed/tokens/{id}", "admin"),
];

fn covers(held: &str, wanted: &str) -> bool {
    let area = held.strip_suffix('*').filter(|a| !a.is_empty());
    let one = |wanted: &str| held == wanted || area.is_some_and(|a| wanted.starts_with(a));
    wanted.is_empty() || held == "*" || held == "admin" || wanted.split('|').any(one)
}

#[test]
fn every_scope_on_every_route() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let user = account.user();
    for scope in SCOPES {
        user.patch("/token", json!({"scopes": [scope]})).ok(200);
        for &(method, path, wanted) in ROUTES {
            let reply = account.call(method, &path.replace("{id}", NO_ID)).json(json!({})).send();
            if covers(scope, wanted) {
                assert!(![401, 403].contains(&reply.status), "{scope}: {method} {path}: {}", reply.text);
            } else {
                assert_eq!(reply.status, 403, "{scope}: {method} {path}: {}", reply.text);
                reply.fails(403, &format!("Insufficient scope: {}", wanted.split('|').next().unwrap()));
            }
        }
    }
}

#[test]
fn scopes_add_up() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.user().patch("/token", json!({"scopes": ["events:read", "deliveries:read"]})).ok(200);
    account.get("/events").ok(200);
    account.get("/deliveries").ok(200);
    account.get("/webhooks").fails(403, "Insufficient scope: webhooks:read");
}

#[test]
fn a_scope_is_judged_before_the_resource_and_the_body() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    account.user().patch("/token", json!({"scopes": ["events:read"]})).ok(200);
    account.get(&format!("/webhooks/{NO_ID}")).fails(403, "Insufficient scope: webhooks:read");
    let reply = account.call("POST", "/events").raw("application/json", "{broken").send();
    reply.fails(403, "Insufficient scope: events:write");
    // The owner's token is not bound by the scopes of the key.
    account.user().post("/events", json!({})).ok(202);
}
