//! Idempotency keys of tasks under the native API; the face has tests of its own.

use crate::support::{Daemon, until};
use serde_json::json;

#[test]
fn the_same_key_is_the_same_task() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let body = json!({"type": "x", "tenant_id": "t1", "payload": {"a": 1, "b": 2}, "idempotency_key": "k"});
    let first = account.post("/tasks", body.clone());
    let id = first.json["id"].clone();
    assert_eq!((first.status, &first.json["idempotency_key"]), (201, &json!("k")));
    let same = json!({"type": "x", "tenant_id": "t1", "payload": {"b": 2, "a": 1}});
    let again = account.call("POST", "/tasks").header("Idempotency-Key", "k").json(same).send();
    assert_eq!((again.status, again.header("idempotency-replayed"), &again.json["id"]), (200, Some("true"), &id));
    let other = json!({"type": "y", "tenant_id": "t1", "payload": {"a": 1, "b": 2}, "idempotency_key": "k"});
    account.post("/tasks", other).fails(409, "Idempotency-Key was used with a different payload");
    for (tenant, key) in [("t2", "k"), ("t1", "j"), ("", "k")] {
        let other = account.post("/tasks", json!({"type": "x", "tenant_id": tenant, "idempotency_key": key}));
        assert_eq!((other.status, other.json["id"] == id), (201, false));
    }
    let stranger = daemon.register();
    assert_eq!(stranger.post("/tasks", body.clone()).status, 201, "another project has keys of its own");
    let project = uuid(&account.project_id);
    daemon.database().execute("UPDATE task_keys SET expires_at = 1 WHERE project_id = ?1", [project]).expect("it runs");
    let late =
        until("the key is free", || Some(account.post("/tasks", body.clone())).filter(|reply| reply.status == 201));
    assert_ne!(late.json["id"], id);
}

#[test]
fn many_at_once_make_one_task() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let ids: Vec<String> = std::thread::scope(|scope| {
        let send = || account.post("/tasks", json!({"type": "x", "idempotency_key": "k"})).json["id"].to_string();
        let all: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        all.into_iter().map(|one| one.join().expect("answers")).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0] && id.len() == 38), "{ids:?}");
}

fn uuid(text: &str) -> Vec<u8> {
    let digits = text.replace('-', "");
    (0..16).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hex")).collect()
}
