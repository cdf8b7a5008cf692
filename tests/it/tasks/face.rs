//! The face for background jobs, and that it and the native API tell one story.

use super::{ended, names, pass_waits};
use crate::support::{Account, Answer, Daemon, NO_ID, Receiver, Reply, jobcelis_signature, until};
use serde_json::{Value, json};

fn body(receiver: &Receiver) -> Value {
    json!({"tenantId": "t1", "type": "work", "payload": {"n": 1}, "webhookUrl": receiver.url("/done")})
}

fn post(account: &Account, path: &str, key: &str, body: &Value) -> Reply {
    account.target("POST", path).header("Idempotency-Key", key).json(body.clone()).send()
}

/// Expects a failure in the words of the face.
#[track_caller]
fn refused(reply: &Reply, status: u16, error: &str) {
    assert_eq!((reply.status, &reply.json), (status, &json!({"error": error})), "{}", reply.text);
    assert_eq!(reply.header("content-type"), Some("application/json; charset=utf-8"));
}

#[test]
fn the_examples_hold_key_by_key() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.hold("/work");
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    for (path, key) in [("/tasks/jobs", "k1"), ("/jobs", "k2")] {
        let made = post(&account, path, key, &body(&receiver));
        assert_eq!((made.status, names(&made.json)), (201, vec!["createdAt", "jobId", "status"]));
        assert_eq!((&made.json["status"], made.header("idempotency-replayed")), (&json!("queued"), None));
        let id = made.json["jobId"].as_str().unwrap();
        assert!(id.len() == 36 && id.starts_with("job_"), "{id}");
        let get = |path: &str| account.target("GET", path).send().ok(200);
        let shown = until("it runs", || Some(get(&format!("{path}/{id}"))).filter(|job| job["status"] == "running"));
        assert_eq!(names(&shown), ["attempts", "createdAt", "jobId", "nextRunAt", "status", "updatedAt"]);
        assert_eq!((&shown["attempts"], &shown["nextRunAt"]), (&json!(1), &json!(null)));
        assert_eq!((&shown["createdAt"], &shown["jobId"]), (&made.json["createdAt"], &json!(id)));
        let plain = format!("{}-{}-{}-{}-{}", &id[4..12], &id[12..16], &id[16..20], &id[20..24], &id[24..]);
        assert_eq!(get(&format!("/jobs/{plain}"))["jobId"], json!(id));
        let with = account.anonymous().target("GET", &format!("/tasks/jobs/{id}")).header("X-Api-Key", &account.key);
        assert_eq!(with.send().status, 200);
    }
    receiver.release("/work");
}

#[test]
fn it_and_the_native_api_tell_one_story() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    receiver.script("/work", [Answer::status(500), Answer::status(200).body(r#"{"ok":true}"#)]);
    let made = post(&account, "/jobs", "k", &body(&receiver)).ok(201);
    let id = made["jobId"].as_str().unwrap().to_owned();
    let job = |account: &Account| account.target("GET", &format!("/tasks/jobs/{id}")).send().ok(200);
    let waits = until("it waits", || Some(job(&account)).filter(|job| job["status"] == "retry"));
    let native = account.get("/tasks").ok(200)["tasks"][0].clone();
    assert_eq!(format!("job_{}", native["id"].as_str().unwrap().replace('-', "")), id);
    for (face, name) in [("nextRunAt", "next_run_at"), ("createdAt", "inserted_at"), ("updatedAt", "updated_at")] {
        assert_eq!(waits[face], native[name], "{face}");
    }
    for (name, value) in [("status", json!("retry")), ("tenant_id", json!("t1")), ("idempotency_key", json!("k"))] {
        assert_eq!(native[name], value, "{name}");
    }
    pass_waits(&mut daemon);
    let done = ended(&account, &format!("/tasks/{}", native["id"].as_str().unwrap()));
    let told = receiver.wait_for("/done", 1).remove(0);
    let secret = account.get("/tasks/callback-secret").ok(200);
    assert_eq!(
        told.header("x-signature"),
        Some(jobcelis_signature(secret["secret"].as_str().unwrap(), &told.body).as_str())
    );
    let told = told.json();
    assert_eq!((&told["jobId"], &told["status"], &told["attempts"]), (&json!(id), &json!("succeeded"), &json!(2)));
    assert_eq!((&told["completedAt"], &told["result"]), (&done["completed_at"], &done["result"]));
    assert_eq!(told["payload"], json!({"n": 1}));
    let shown = job(&account);
    assert_eq!(
        (&shown["status"], &shown["attempts"], &shown["nextRunAt"]),
        (&json!("succeeded"), &json!(2), &json!(null))
    );
    let log = account.user().get("/audit-log?action=task.created").ok(200);
    assert_eq!(log["data"][0]["resource_id"], native["id"]);
    account.delete(&format!("/tasks/{}", native["id"].as_str().unwrap())).fails(422, "Task has already ended");
}

#[test]
fn keys_stand_for_jobs_of_a_tenant() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let one = body(&receiver);
    let first = post(&account, "/jobs", "k", &one);
    let same = r#"{"webhookUrl":"URL","payload":{"n":1},"type":"work","tenantId":"t1"}"#;
    let same = same.replace("URL", &receiver.url("/done"));
    let again = account.target("POST", "/jobs").header("Idempotency-Key", "k").raw("application/json", same).send();
    assert_eq!((again.status, again.header("idempotency-replayed")), (200, Some("true")));
    assert_eq!(again.json["jobId"], first.json["jobId"]);
    let mut other = one.clone();
    other["payload"]["n"] = json!(2);
    refused(&post(&account, "/jobs", "k", &other), 409, "Idempotency-Key was used with a different payload");
    other["tenantId"] = json!("t2");
    let apart = post(&account, "/jobs", "k", &other);
    assert!(apart.status == 201 && apart.json["jobId"] != first.json["jobId"]);
}

#[test]
fn what_is_wrong_is_400() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let without = account.target("POST", "/jobs").json(body(&receiver)).send();
    refused(&without, 400, "Missing required header: Idempotency-Key");
    let long = post(&account, "/jobs", &"k".repeat(256), &body(&receiver));
    refused(&long, 400, "Idempotency-Key must have at most 255 characters");
    assert_eq!(post(&account, "/jobs", &"k".repeat(255), &body(&receiver)).status, 201);
    for (field, value, error) in [
        ("tenantId", json!(null), "Missing required field: tenantId"),
        ("tenantId", json!(""), "Missing required field: tenantId"),
        ("tenantId", json!(7), "tenantId must be a string"),
        ("type", json!(null), "Missing required field: type"),
        ("type", json!("a b"), "type must have 1 to 64 letters, digits, dots, dashes or underscores"),
        ("payload", json!(null), "Missing required field: payload"),
        ("payload", json!([]), "payload must be an object"),
        ("webhookUrl", json!(null), "Missing required field: webhookUrl"),
        ("webhookUrl", json!("ftp://x"), "URL must start with https:// or http://"),
        ("webhookUrl", json!("http://u:p@example.com/"), "webhookUrl must not contain credentials"),
    ] {
        let mut bad = body(&receiver);
        bad[field] = value;
        refused(&post(&account, "/jobs", "k", &bad), 400, error);
    }
    let broken = account.target("POST", "/jobs").header("Idempotency-Key", "k").raw("application/json", "{").send();
    refused(&broken, 400, "Invalid JSON body");
    let large = post(&account, "/jobs", "k", &json!({"payload": "x".repeat(263_000)}));
    refused(&large, 413, "Payload too large. Maximum is 256 KB.");
}

#[test]
fn who_may_not_is_401_and_what_is_not_theirs_404() {
    let daemon = Daemon::shared();
    let (account, stranger, receiver) = (daemon.register(), daemon.register(), Receiver::start());
    let made = post(&account, "/jobs", "k", &body(&receiver)).ok(201);
    let path = format!("/jobs/{}", made["jobId"].as_str().unwrap());
    for api in [account.anonymous(), account.with("jc_live_unknown"), account.with(&account.token)] {
        for call in [api.target("GET", &path), api.target("POST", "/tasks/jobs").json(body(&receiver))] {
            refused(&call.send(), 401, "Invalid API key");
        }
    }
    stranger.user().patch("/token", json!({"scopes": ["events:write"]})).ok(200);
    refused(&stranger.target("GET", &path).send(), 401, "Invalid API key");
    let other = daemon.register();
    for path in [path.as_str(), &format!("/jobs/{NO_ID}"), "/jobs/job_1", "/tasks/jobs/1"] {
        refused(&other.target("GET", path).send(), 404, "Job not found");
    }
    refused(&account.target("GET", "/tasks/nothing").send(), 404, "Not found");
    refused(&account.target("PUT", "/jobs").send(), 405, "Method not allowed");
}

#[test]
fn tenants_have_a_pace() {
    let daemon = Daemon::with(&["--task-rate-limit", "3"]);
    let (account, receiver) = (daemon.register(), Receiver::start());
    let mut of = body(&receiver);
    // A minute may end in between: then there is one more of it.
    let refusal = until("the limit is reached", || {
        let reply = post(&account, "/jobs", &crate::support::unique("k"), &of);
        assert!(reply.status == 201 || reply.status == 429, "{}", reply.text);
        (reply.status == 429).then_some(reply)
    });
    refused(&refusal, 429, "Rate limit exceeded. Try again later.");
    let wait: u64 = refusal.header("retry-after").expect("told").parse().expect("seconds");
    assert!((1..=60).contains(&wait));
    of["tenantId"] = json!("t2");
    assert_eq!(post(&account, "/jobs", "other", &of).status, 201, "each tenant has its own");
    assert_eq!(account.post("/tasks", json!({"type": "x", "tenant_id": "t1"})).status, 201);
}

#[test]
fn a_face_that_is_off_is_not_there() {
    let daemon = Daemon::with(&["--faces", "ingest,hub"]);
    let (account, receiver) = (daemon.register(), Receiver::start());
    for path in ["/jobs", "/tasks/jobs"] {
        assert_eq!(post(&account, path, "k", &body(&receiver)).status, 404);
        assert_eq!(account.target("GET", &format!("{path}/{NO_ID}")).send().status, 404);
    }
    assert_eq!(account.post("/tasks", json!({"type": "x"})).status, 201, "the native noun is no face");
}
