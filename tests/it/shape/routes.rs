//! Every documented route of the server answers: it may refuse, but it is there.

use crate::support::{Daemon, NO_ID};
use serde_json::json;

/// Method and path of every route, in the order of the documentation.
pub const ROUTES: &[(&str, &str)] = &[
    ("POST", "/auth/register"),
    ("POST", "/auth/login"),
    ("POST", "/auth/mfa/verify"),
    ("POST", "/auth/local"),
    ("POST", "/auth/local/superadmin"),
    ("POST", "/auth/refresh"),
    ("POST", "/auth/logout"),
    ("GET", "/me/mfa"),
    ("DELETE", "/me/mfa"),
    ("POST", "/me/mfa/setup"),
    ("POST", "/me/mfa/enable"),
    ("POST", "/me/mfa/disable"),
    ("POST", "/me/mfa/backup-codes"),
    ("GET", "/me"),
    ("PATCH", "/me"),
    ("PUT", "/me/last-project"),
    ("POST", "/me/password"),
    ("GET", "/me/activity"),
    ("GET", "/me/sessions"),
    ("DELETE", "/me/sessions"),
    ("DELETE", "/me/sessions/{id}"),
    ("GET", "/me/notifications"),
    ("POST", "/me/notifications/read-all"),
    ("POST", "/me/notifications/{id}/read"),
    ("GET", "/me/consents"),
    ("POST", "/me/consents/marketing/accept"),
    ("POST", "/me/consents/marketing/revoke"),
    ("POST", "/auth/forgot-password"),
    ("POST", "/auth/reset-password"),
    ("POST", "/auth/confirm-email"),
    ("POST", "/me/email"),
    ("POST", "/me/email/confirmation"),
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
    ("GET", "/me/data"),
    ("POST", "/me/restrict"),
    ("DELETE", "/me/restrict"),
    ("POST", "/me/object"),
    ("DELETE", "/me/object"),
    ("DELETE", "/me"),
    ("POST", "/me/delete"),
    ("GET", "/admin/users"),
    ("POST", "/admin/users"),
    ("GET", "/admin/users/{id}"),
    ("PATCH", "/admin/users/{id}"),
    ("DELETE", "/admin/users/{id}"),
    ("POST", "/admin/users/{id}/unlock"),
    ("POST", "/admin/users/{id}/revoke-sessions"),
    ("POST", "/admin/users/{id}/reset-link"),
    ("POST", "/admin/users/{id}/reset-mfa"),
    ("GET", "/admin/projects"),
    ("GET", "/admin/projects/{id}"),
    ("PATCH", "/admin/projects/{id}"),
    ("GET", "/admin/audit-log"),
    ("GET", "/admin/settings"),
    ("GET", "/audit-log"),
    ("GET", "/export/audit-log"),
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
    ("GET", "/stream"),
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
    ("GET", "/pipelines"),
    ("POST", "/pipelines"),
    ("GET", "/pipelines/{id}"),
    ("PATCH", "/pipelines/{id}"),
    ("DELETE", "/pipelines/{id}"),
    ("POST", "/pipelines/{id}/test"),
    ("GET", "/event-schemas"),
    ("POST", "/event-schemas"),
    ("POST", "/event-schemas/validate"),
    ("GET", "/event-schemas/{id}"),
    ("PATCH", "/event-schemas/{id}"),
    ("DELETE", "/event-schemas/{id}"),
];

#[test]
fn every_documented_route_is_served() {
    let daemon = Daemon::shared();
    let mut missing = Vec::new();
    for &(method, path) in ROUTES {
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
    for &(method, path) in ROUTES {
        let public = path.starts_with("/auth/") && path != "/auth/logout";
        let reply = daemon.api().call(method, &path.replace("{id}", NO_ID)).json(json!({})).send();
        assert_eq!(reply.status == 401, !public, "{method} {path}: {} {}", reply.status, reply.text);
    }
}
