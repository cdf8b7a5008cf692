//! The copy of a user's data as JSON. The names of its members and their order are part of the
//! contract.

use crate::domain::account::User;
use crate::engine::privacy::{Export, List, Lists};
use serde_json::{Map, Value, json};

pub(super) fn view(export: Export) -> Value {
    let Export { at, user, lists } = export;
    let mut view = json!({
        "format": "v2", "schema_version": "2.0", "exported_at": at, "profile": profile(&user),
    });
    let mut truncated = Map::new();
    let parts = of_projects(&lists, &user).into_iter().chain(of_user(&lists));
    for (name, Part { items, cut }) in parts {
        view[name] = items;
        truncated.insert(name.to_owned(), Value::Bool(cut));
    }
    view["activity"] = view["audit_entries"].clone();
    view["truncated"] = Value::Object(truncated);
    view
}

fn profile(user: &User) -> Value {
    let since = user.id.time();
    json!({
        "id": user.id, "email": user.email, "name": user.name, "role": user.role.as_str(), "status": user.status(),
        "processing_consent": user.processing_consent, "restricted_at": user.restricted_at,
        "mfa_enabled": user.mfa_enabled_at.is_some(), "email_verified_at": user.email_verified_at, "inserted_at": since,
        "created_at": since,
    })
}

/// The items of one list, and whether there are more of them.
struct Part {
    items: Value,
    cut: bool,
}

fn part<R>(list: &List<R>, item: impl Fn(&R) -> Value) -> Part {
    Part { items: list.rows.iter().map(item).collect(), cut: list.cut }
}

fn status(active: bool) -> &'static str {
    if active { "active" } else { "inactive" }
}

fn of_projects(lists: &Lists, user: &User) -> [(&'static str, Part); 5] {
    let projects = part(&lists.projects, |p| {
        let is_default = user.default_project == Some(p.id);
        json!({"id": p.id, "name": p.name, "status": status(p.active), "is_default": is_default,
            "created_at": p.id.time()})
    });
    let webhooks = part(&lists.webhooks, |w| {
        json!({"id": w.id, "url": w.url, "status": status(w.active), "project_id": w.project,
            "created_at": w.id.time()})
    });
    let events = part(
        &lists.events,
        |e| json!({"id": e.id, "topic": e.topic, "project_id": e.project, "created_at": e.id.time()}),
    );
    let deliveries = part(&lists.deliveries, |d| {
        json!({"id": d.id, "status": d.status.as_str(), "event_id": d.event, "webhook_id": d.webhook,
            "attempt_number": d.attempts, "created_at": d.id.time()})
    });
    let jobs = part(&lists.jobs, |j| {
        json!({"id": j.id, "name": j.name, "status": status(j.active), "project_id": j.project,
            "created_at": j.id.time()})
    });
    [("projects", projects), ("webhooks", webhooks), ("events", events), ("deliveries", deliveries), ("jobs", jobs)]
}

fn of_user(lists: &Lists) -> [(&'static str, Part); 5] {
    let notifications = part(
        &lists.notifications,
        |n| json!({"id": n.id, "type": n.kind, "title": n.title, "read": n.read, "created_at": n.id.time()}),
    );
    let consents = part(&lists.consents, |c| {
        json!({"id": c.id, "purpose": c.purpose, "version": c.version, "granted_at": c.id.time(),
            "revoked_at": c.revoked_at})
    });
    let memberships =
        part(&lists.memberships, |m| json!({"id": m.id, "project_id": m.project, "role": m.role, "status": m.status}));
    let sessions = part(&lists.sessions, |s| {
        json!({"id": s.id, "device_info": s.device, "ip_address": s.ip, "last_activity_at": s.last_activity_at,
            "revoked_at": s.revoked_at, "created_at": s.id.time()})
    });
    let entries = part(&lists.entries, |e| {
        json!({"id": e.id, "action": e.action, "resource_type": e.resource_type, "ip_address": e.ip,
            "created_at": e.id.time(), "inserted_at": e.id.time()})
    });
    [
        ("notifications", notifications),
        ("consents", consents),
        ("memberships", memberships),
        ("sessions", sessions),
        ("audit_entries", entries),
    ]
}
