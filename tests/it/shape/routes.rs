//! Every documented route of the server answers: it may refuse, but it is there.

use crate::support::{Daemon, NO_ID};
use serde_json::json;

pub const ROUTES: [(&str, &str); 66] = [
    ("POST", "/auth/register"),
    ("POST", "/auth/login"),
    ("POST", "/auth/mfa/verify"),
    ("POST", "/auth/local"),
    ("POST", "/auth/refresh"),
    ("POST", "/auth/logout"),
    ("GET", "/me/mfa"),
    ("DELETE", "/me/mfa"),
    ("POST", "/me/mfa/setup"),
    ("POST", "/me/mfa/enable"),
    ("POST", "/me/mfa/disable"),
    ("POST", "/me/mfa/backup-codes"),
    ("GET", "/project"),
    ("PATCH", "/project"),
    ("GET", "/projects"),
    ("POST", "/projects"),
    ("GET", "/projects/{id}"),
    ("PATCH", "/projects/{id}"),
    ("DELETE", "/projects/{id}"),
    ("PATCH", "/projects/{id}/default"),
    ("GET", "/projects/{id}/members"),
    ("POST", "/projects/{id}/members"),
    ("PATCH", "/projects/{id}/members/{id}"),
    ("DELETE", "/projects/{id}/members/{id}"),
    ("GET", "/invitations/pending"),
    ("POST", "/invitations/{id}/accept"),
    ("POST", "/invitations/{id}/reject"),
    ("GET", "/audit-log"),
    ("GET", "/topics"),
    ("GET", "/token"),
    ("PATCH", "/token"),
    ("POST", "/token/regenerate"),
    ("POST", "/events"),
    ("POST", "/send"),
    ("POST", "/events/batch"),
    ("GET", "/events"),
    ("GET", "/events/{id}"),
    ("DELETE", "/events/{id}"),
    ("POST", "/simulate"),
    ("GET", "/webhooks"),
    ("POST", "/webhooks"),
    ("GET", "/webhooks/{id}"),
    ("PATCH", "/webhooks/{id}"),
    ("PUT", "/webhooks/{id}"),
    ("DELETE", "/webhooks/{id}"),
    ("GET", "/webhooks/health"),
    ("GET", "/webhooks/{id}/health"),
    ("GET", "/webhooks/templates"),
    ("POST", "/webhooks/{id}/rotate-secret"),
    ("POST", "/webhooks/{id}/test"),
    ("GET", "/deliveries"),
    ("GET", "/deliveries/{id}"),
    ("POST", "/deliveries/{id}/retry"),
    ("GET", "/dead-letters"),
    ("GET", "/dead-letters/{id}"),
    ("POST", "/dead-letters/{id}/retry"),
    ("PATCH", "/dead-letters/{id}/resolve"),
    ("POST", "/dead-letters/{id}/resolve"),
    ("GET", "/jobs"),
    ("POST", "/jobs"),
    ("GET", "/jobs/cron-preview"),
    ("GET", "/jobs/{id}"),
    ("PATCH", "/jobs/{id}"),
    ("DELETE", "/jobs/{id}"),
    ("GET", "/jobs/{id}/runs"),
    ("POST", "/jobs/{id}/run"),
];

#[test]
fn every_documented_route_is_served() {
    let daemon = Daemon::shared();
    let mut missing = Vec::new();
    for (method, path) in ROUTES {
        // Without a credential: whether a route exists is decided before who calls.
        let reply = daemon.api().call(method, &path.replace("{id}", NO_ID)).json(json!({})).send();
        if reply.status == 405 || reply.json["error"] == "Not found" {
            missing.push(format!("{method} {path}: {}", reply.text));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    daemon.api().target("GET", "/health").send().ok(200);
}

#[test]
fn every_route_but_the_public_ones_asks_who_calls() {
    let daemon = Daemon::shared();
    for (method, path) in ROUTES {
        let public = path.starts_with("/auth/") && path != "/auth/logout";
        let reply = daemon.api().call(method, &path.replace("{id}", NO_ID)).json(json!({})).send();
        assert_eq!(reply.status == 401, !public, "{method} {path}: {} {}", reply.status, reply.text);
    }
}
