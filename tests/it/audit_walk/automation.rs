//! The walk through what runs by itself and through what comes in: pipelines, jobs, tasks, replays,
//! schemas and sources.

use super::{Walk, filled, id};
use serde_json::json;

pub fn pipelines(walk: &mut Walk) {
    let owner = walk.owner.user();
    let made = id(&walk.step(&owner, ("POST", "/pipelines"), &[], json!({"name": "p"}), &["pipeline.created"]));
    let one = "/pipelines/{id}";
    walk.step(&owner, ("PATCH", one), &[&made], json!({"name": "q"}), &["pipeline.updated"]);
    walk.step(&owner, ("POST", "/pipelines/{id}/test"), &[&made], json!({"payload": {}}), &[]);
    let before = walk.actions();
    owner.patch(&filled(one, &[&made]), json!({"steps": 5})).invalid("steps");
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", one), &[&made], json!({}), &["pipeline.deleted"]);
}

pub fn jobs(walk: &mut Walk) {
    let owner = walk.owner.user();
    let new = json!({"name": "nightly", "topic": "t", "payload": {"secret": "in the payload"}});
    let made = id(&walk.step(&owner, ("POST", "/jobs"), &[], new, &["job.created"]));
    let one = "/jobs/{id}";
    walk.step(&owner, ("PATCH", one), &[&made], json!({"name": "daily"}), &["job.updated"]);
    walk.step(&owner, ("POST", "/jobs/{id}/run"), &[&made], json!({}), &[]);
    let before = walk.actions();
    owner.patch(&filled(one, &[&made]), json!({"name": 5})).invalid("name");
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", one), &[&made], json!({}), &["job.deactivated"]);
}

pub fn tasks(walk: &mut Walk) {
    let owner = walk.owner.user();
    let new = json!({"type": "nobody", "payload": {"secret": "in the payload"}});
    let made = id(&walk.step(&owner, ("POST", "/tasks"), &[], new, &["task.created"]));
    let before = walk.actions();
    owner.post("/tasks", json!({"type": "a b"})).invalid("type");
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", "/tasks/{id}"), &[&made], json!({}), &["task.cancelled"]);
    walk.step(&owner, ("POST", "/tasks/{id}/retry"), &[&made], json!({}), &["task.retried"]);
    let secret = ("POST", "/tasks/callback-secret/rotate");
    walk.step(&owner, secret, &[], json!({}), &["task_secret.rotated"]);
}

pub fn replays(walk: &mut Walk) {
    let owner = walk.owner.user();
    // More than a replay has under way at a time: with nobody who takes them it cannot end.
    let events = vec![json!({"topic": "again"}); 550];
    for _ in 0..2 {
        owner.post("/events/batch", json!({ "events": events })).ok(202);
    }
    let hook = owner.post("/webhooks", json!({"url": "http://127.0.0.1:1/", "topics": ["again"]})).ok(201);
    let filters = json!({"topic": "again", "webhook_id": hook["id"]});
    let made = id(&walk.step(&owner, ("POST", "/replays"), &[], filters, &["replay.started"]));
    walk.step(&owner, ("DELETE", "/replays/{id}"), &[&made], json!({}), &["replay.cancelled"]);
}

pub fn schemas(walk: &mut Walk) {
    let owner = walk.owner.user();
    let new = json!({"topic": "strict", "schema": {"title": "in the payload"}});
    let made = id(&walk.step(&owner, ("POST", "/event-schemas"), &[], new, &["event_schema.created"]));
    let one = "/event-schemas/{id}";
    let changed = json!({"schema": {}});
    walk.step(&owner, ("PATCH", one), &[&made], changed.clone(), &["event_schema.updated"]);
    let before = walk.actions();
    owner.patch(&filled(one, &[&made]), changed).ok(200);
    owner.patch(&filled(one, &[&made]), json!({"schema": 5})).invalid("schema");
    owner
        .post("/event-schemas", json!({"topic": "strict", "schema": {}, "version": 2}))
        .fails(409, "Schema version already exists");
    assert_eq!(walk.added(before), [""; 0]);
    walk.step(&owner, ("DELETE", one), &[&made], json!({}), &["event_schema.deleted"]);
}

pub fn sources(walk: &mut Walk) {
    let owner = walk.owner.user();
    let made = walk.step(&owner, ("POST", "/sources"), &[], json!({"preset": "acme"}), &["source.created"]);
    let (one, made) = ("/sources/{id}", id(&made));
    walk.step(&owner, ("PATCH", one), &[&made], json!({"name": "A"}), &["source.updated"]);
    let before = walk.actions();
    owner.patch(&filled(one, &[&made]), json!({"name": "A"})).ok(200);
    assert_eq!(walk.added(before), [""; 0]);
    let rotate = ("POST", "/sources/{id}/rotate-secret");
    walk.step(&owner, rotate, &[&made], json!({}), &["source.secret_rotated"]);
    walk.step(&owner, ("DELETE", one), &[&made], json!({}), &["source.deleted"]);
}
