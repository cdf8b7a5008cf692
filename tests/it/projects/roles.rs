//! The matrix of rights, cell by cell: every role against everything that asks for one.

use super::{Mate, audited, invite, join, owner_place};
use crate::support::{Account, Daemon, NO_ID, Reply};
use serde_json::{Value, json};

const ROLES: [&str; 4] = ["owner", "admin", "member", "viewer"];
const GIVEN: [&str; 3] = ["admin", "member", "viewer"];

const READ: &[&str] = &[
    "/project",
    "/token",
    "/topics",
    "/events",
    "/webhooks",
    "/webhooks/health",
    "/webhooks/templates",
    "/deliveries",
    "/dead-letters",
    "/pipelines",
    "/replays",
    "/jobs",
    "/jobs/cron-preview?cron=@daily",
    "/tasks",
    "/events?include=inactive",
    "/event-schemas",
    "/sandbox-endpoints",
    "/sources",
    "/sources/presets",
    "/analytics/events-per-day",
    "/analytics/deliveries-per-day",
    "/analytics/top-topics",
    "/analytics/webhook-stats",
    "/export/events",
    "/export/deliveries",
    "/export/jobs",
    "/retention",
    "/projects/{p}",
    "/projects/{p}/members",
];

const WRITE: &[(&str, &str)] = &[
    ("POST", "/events"),
    ("POST", "/send"),
    ("POST", "/events/batch"),
    ("POST", "/simulate"),
    ("DELETE", "/events/{id}"),
    ("POST", "/webhooks"),
    ("PATCH", "/webhooks/{id}"),
    ("DELETE", "/webhooks/{id}"),
    ("POST", "/webhooks/{id}/test"),
    ("POST", "/webhooks/{id}/rotate-secret"),
    ("POST", "/event-schemas"),
    ("PATCH", "/event-schemas/{id}"),
    ("DELETE", "/event-schemas/{id}"),
    ("POST", "/deliveries/{id}/retry"),
    ("POST", "/dead-letters/{id}/retry"),
    ("PATCH", "/dead-letters/{id}/resolve"),
    ("POST", "/replays"),
    ("DELETE", "/replays/{id}"),
    ("POST", "/pipelines"),
    ("PATCH", "/pipelines/{id}"),
    ("DELETE", "/pipelines/{id}"),
    ("POST", "/jobs"),
    ("PATCH", "/jobs/{id}"),
    ("DELETE", "/jobs/{id}"),
    ("POST", "/jobs/{id}/run"),
    ("POST", "/tasks"),
    ("POST", "/tasks/{id}/retry"),
    ("DELETE", "/tasks/{id}"),
    ("POST", "/sources"),
    ("PATCH", "/sources/{id}"),
    ("DELETE", "/sources/{id}"),
    ("POST", "/sources/{id}/rotate-secret"),
    ("POST", "/sandbox-endpoints"),
    ("PATCH", "/sandbox-endpoints/{id}"),
    ("DELETE", "/sandbox-endpoints/{id}"),
];

const ADMIN: &[(&str, &str)] = &[
    ("GET", "/audit-log"),
    ("GET", "/export/audit-log"),
    ("PATCH", "/project"),
    ("PATCH", "/retention"),
    ("POST", "/purge"),
    ("GET", "/tasks/callback-secret"),
    ("POST", "/tasks/callback-secret/rotate"),
    ("POST", "/purge/preview"),
    ("PATCH", "/token"),
    ("POST", "/token/regenerate"),
    ("GET", "/api-keys"),
    ("POST", "/api-keys"),
    ("PATCH", "/api-keys/{id}"),
    ("DELETE", "/api-keys/{id}"),
    ("POST", "/api-keys/{id}/rotate"),
    ("POST", "/api-keys/{id}/reveal"),
    ("GET", "/notification-channels"),
    ("PUT", "/notification-channels"),
    ("DELETE", "/notification-channels"),
    ("POST", "/notification-channels/test"),
    ("GET", "/embed/tokens"),
    ("POST", "/embed/tokens"),
    ("DELETE", "/embed/tokens/{id}"),
    ("PATCH", "/projects/{p}"),
];

/// A project and one account of each role in it.
struct Team {
    owner: Account,
    mates: Vec<Mate>,
}

impl Team {
    fn new(daemon: &Daemon) -> Team {
        let owner = daemon.register();
        let mates = GIVEN.map(|role| join(daemon, &owner, role)).into();
        Team { owner, mates }
    }

    fn of(&self, role: &str) -> &Account {
        match GIVEN.iter().position(|given| *given == role) {
            Some(at) => &self.mates[at].account,
            None => &self.owner,
        }
    }

    /// A call of whoever has the role, in the project of the team.
    fn call(&self, role: &str, method: &str, path: &str, body: Value) -> Reply {
        let path = path.replace("{p}", &self.owner.project_id).replace("{id}", NO_ID);
        let call = self.of(role).user().call(method, &path).header("X-Project-Id", &self.owner.project_id);
        call.json(body).send()
    }
}

#[track_caller]
fn check(reply: &Reply, allowed: bool, what: &str) {
    if allowed {
        assert!(![401, 403].contains(&reply.status), "{what}: {} {}", reply.status, reply.text);
    } else {
        assert_eq!(reply.status, 403, "{what}: {}", reply.text);
        reply.fails(403, "Access denied");
    }
}

#[test]
fn reading_writing_and_administering() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for role in ROLES {
        for &path in READ {
            let reply = team.call(role, "GET", path, json!({}));
            assert_eq!(reply.status, 200, "{role} GET {path}: {}", reply.text);
        }
        for &(method, path) in WRITE {
            check(&team.call(role, method, path, json!({})), role != "viewer", &format!("{role} {method} {path}"));
        }
        for &(method, path) in ADMIN {
            let allowed = ["owner", "admin"].contains(&role);
            check(&team.call(role, method, path, json!({})), allowed, &format!("{role} {method} {path}"));
        }
    }
    let seen = team.call("viewer", "GET", "/project", json!({})).ok(200);
    assert_eq!((&seen["id"], &seen["role"]), (&json!(team.owner.project_id), &json!("viewer")));
}

/// Whether a role may invite, change or remove another.
fn manages(role: &str, other: &str) -> bool {
    match role {
        "owner" => other != "owner",
        "admin" => ["member", "viewer"].contains(&other),
        _ => false,
    }
}

#[test]
fn inviting() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for role in ROLES {
        for given in GIVEN {
            let guest = daemon.register();
            let body = json!({"user_id": guest.user_id, "role": given});
            let reply = team.call(role, "POST", "/projects/{p}/members", body);
            check(&reply, manages(role, given), &format!("{role} invites {given}"));
            let invited = guest.user().get("/invitations/pending").ok(200)["data"].as_array().unwrap().len();
            assert_eq!(invited == 1, manages(role, given), "{role} invites {given}");
        }
        let reply = team.call(role, "POST", "/projects/{p}/members", json!({}));
        let status = if ["owner", "admin"].contains(&role) { 400 } else { 403 };
        assert_eq!(reply.status, status, "a right is judged before the body: {}", reply.text);
    }
}

#[test]
fn changing_roles() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    let guest = daemon.register();
    let id = invite(&team.owner, &guest, "viewer");
    let path = format!("/projects/{{p}}/members/{id}");
    for from in GIVEN {
        for to in GIVEN {
            for role in ROLES {
                team.call("owner", "PATCH", &path, json!({"role": from})).ok(200);
                let reply = team.call(role, "PATCH", &path, json!({"role": to}));
                let allowed = manages(role, from) && manages(role, to);
                check(&reply, allowed, &format!("{role} makes {from} {to}"));
                let members = team.call("owner", "GET", "/projects/{p}/members", json!({})).ok(200);
                let rows = members["data"].as_array().unwrap();
                let now = rows.iter().find(|m| m["id"] == id.as_str()).unwrap()["role"].clone();
                assert_eq!(now, if allowed { to } else { from }, "{role} makes {from} {to}");
            }
        }
    }
    // Nobody may be made an owner, and the owner stays one.
    let owner = format!("/projects/{{p}}/members/{}", owner_place(&team.owner));
    for role in ROLES {
        let (raised, moved) = (
            team.call(role, "PATCH", &path, json!({"role": "owner"})),
            team.call(role, "PATCH", &owner, json!({"role": "viewer"})),
        );
        if ["owner", "admin"].contains(&role) {
            raised.fails(422, "Role must be one of admin, member, viewer").invalid("role");
            moved.fails(422, "Cannot change the owner's role");
        } else {
            raised.fails(403, "Access denied");
            moved.fails(403, "Access denied");
        }
    }
}

#[test]
fn nobody_changes_their_own_role() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for mate in &team.mates {
        for to in GIVEN {
            let path = format!("/projects/{}/members/{}", team.owner.project_id, mate.id);
            mate.account.user().patch(&path, json!({ "role": to })).fails(403, "Access denied");
        }
    }
    assert!(audited(&team.owner, "member.role_changed").is_empty());
}

#[test]
fn removing() {
    let daemon = Daemon::shared();
    for role in ROLES {
        for other in GIVEN {
            let team = Team::new(&daemon);
            let target = join(&daemon, &team.owner, other);
            let path = format!("/projects/{{p}}/members/{}", target.id);
            let reply = team.call(role, "DELETE", &path, json!({}));
            check(&reply, manages(role, other), &format!("{role} removes {other}"));
            let seen = target.account.user().get(&format!("/projects/{}", team.owner.project_id)).status;
            assert_eq!(seen == 404, manages(role, other), "{role} removes {other}");
        }
    }
}

#[test]
fn the_owner_stays() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    let path = format!("/projects/{{p}}/members/{}", owner_place(&team.owner));
    for role in ROLES {
        let reply = team.call(role, "DELETE", &path, json!({}));
        match role {
            "owner" | "admin" => reply.fails(422, "Cannot remove owner"),
            _ => reply.fails(403, "Access denied"),
        };
    }
}

#[test]
fn leaving() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for mate in &team.mates {
        let path = format!("/projects/{}/members/{}", team.owner.project_id, mate.id);
        assert_eq!(mate.account.user().delete(&path).ok(200), json!({"ok": true}));
        mate.account.user().get(&format!("/projects/{}", team.owner.project_id)).fails(404, "Project not found");
        mate.account.user().delete(&path).fails(404, "Project not found");
    }
    assert_eq!(audited(&team.owner, "member.left").len(), 3);
}

#[test]
fn deleting_the_project() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for role in GIVEN {
        let reply = team.call(role, "DELETE", "/projects/{p}", json!({}));
        reply.fails(403, "Only the owner can delete a project");
    }
    assert_eq!(team.call("owner", "DELETE", "/projects/{p}", json!({})).ok(200), json!({"ok": true}));
}

#[test]
fn any_member_may_choose_it_as_default() {
    let daemon = Daemon::shared();
    let team = Team::new(&daemon);
    for role in ROLES {
        let chosen = team.call(role, "PATCH", "/projects/{p}/default", json!({})).ok(200);
        assert_eq!((&chosen["is_default"], &chosen["role"]), (&json!(true), &json!(role)));
        assert_eq!(team.of(role).user().get("/project").ok(200)["id"], team.owner.project_id.as_str());
    }
}
