//! Callbacks: what is told, how it is signed, what happens when nobody listens.

use super::{ended, in_state, names, pass_waits, task};
use crate::support::{Answer, Daemon, Receiver, jobcelis_signature, standard_signature, until};
use serde_json::{Value, json};

const SECRET: &str = "/tasks/callback-secret";

#[test]
fn the_end_is_told_and_signed() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    receiver.script("/work", [Answer::status(200).body(r#"{"w":1.50}"#), Answer::status(410)]);
    let body = json!({"type": "work", "payload": {"b": 1, "a": []}, "callback_url": receiver.url("/done")});
    let path = task(&account, body.clone());
    let done = ended(&account, &path);
    assert_eq!(done["callback_status"], "delivered");
    let hit = &receiver.hits("/done")[0];
    let word = format!("job_{}", done["id"].as_str().unwrap().replace('-', ""));
    let completed = done["completed_at"].as_str().unwrap();
    let told = format!(
        r#"{{"jobId":"{word}","status":"succeeded","attempts":1,"payload":{{"b":1,"a":[]}},"completedAt":"{completed}","result":{{"w":1.50}}}}"#
    );
    assert_eq!((hit.method.as_str(), hit.text()), ("POST", told.as_str()));
    let shown = account.get(SECRET).ok(200);
    assert_eq!(names(&shown), ["has_previous", "secret", "updated_at"]);
    let secret = shown["secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_") && shown["has_previous"] == json!(false));
    assert_eq!(hit.header("content-type"), Some("application/json"));
    let signature = jobcelis_signature(secret, &hit.body);
    assert!(!signature.ends_with('=') && hit.header("x-signature") == Some(signature.as_str()));
    let (id, at) = (hit.header("webhook-id").unwrap(), hit.header("webhook-timestamp").unwrap());
    assert_eq!(hit.header("webhook-signature"), Some(standard_signature(secret, id, at, &hit.body).as_str()));
    assert_eq!(hit.header("x-job-id"), Some(word.as_str()));
    let kinds: Vec<&Value> = done["attempts_log"].as_array().unwrap().iter().map(|attempt| &attempt["kind"]).collect();
    assert_eq!(kinds, [&json!("run"), &json!("callback")]);

    ended(&account, &task(&account, body));
    let told = receiver.hits("/done")[1].json();
    assert_eq!(names(&told), ["attempts", "completedAt", "error", "jobId", "payload", "status"]);
    assert_eq!((&told["status"], &told["error"]), (&json!("fatal"), &json!("HTTP 410")));
}

#[test]
fn the_secret_is_for_admins_and_is_replaced() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let first = account.get(SECRET).ok(200);
    assert_eq!(account.get(SECRET).ok(200), first, "it stays");
    let second = account.post(&format!("{SECRET}/rotate"), json!({})).ok(200);
    assert!(second["has_previous"] == json!(true) && second["secret"] != first["secret"]);
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    ended(&account, &task(&account, json!({"type": "work", "callback_url": receiver.url("/done")})));
    let hit = &receiver.hits("/done")[0];
    let signed = |secret: &Value| jobcelis_signature(secret["secret"].as_str().unwrap(), &hit.body);
    assert_eq!(hit.header("x-signature"), Some(signed(&second).as_str()));
    assert_eq!(hit.header("x-signature-previous"), Some(signed(&first).as_str()));
    let other = daemon.register();
    assert_ne!(other.get(SECRET).ok(200)["secret"], second["secret"], "each project has its own");
    account.user().patch("/token", json!({"scopes": ["jobs:read", "jobs:write"]})).ok(200);
    assert_eq!((account.get("/tasks").status, account.get(SECRET).status), (200, 403));
}

#[test]
fn one_that_never_arrives_is_a_dead_letter() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    receiver.script("/done", [404, 500, 302, 503].map(|code| Answer::status(code).body("gone")));
    let path = task(&account, json!({"type": "work", "callback_url": receiver.url("/done")}));
    for n in 1..=4 {
        until("it was called back", || (receiver.hits("/done").len() == n).then_some(()));
        let calls = || {
            let task = account.get(&path).ok(200);
            let log = task["attempts_log"].as_array().unwrap();
            (log.iter().filter(|attempt| attempt["kind"] == "callback").count() == n).then_some(task)
        };
        let shown = until("it is noted", calls);
        assert_eq!(shown["callback_status"], if n == 4 { "dead" } else { "pending" });
        assert_eq!((&shown["status"], &shown["next_run_at"]), (&json!("succeeded"), &json!(null)));
        if n < 4 {
            assert!(account.dead_letters().is_empty());
            pass_waits(&mut daemon);
        }
    }
    let letters = account.dead_letters();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!((&letter["webhook_url"], &letter["webhook_id"]), (&json!(receiver.url("/done")), &json!(null)));
    assert_eq!((&letter["last_error"], &letter["attempts_exhausted"]), (&json!("HTTP 503: gone"), &json!(4)));
    assert_eq!(letter["original_payload"], receiver.hits("/done")[0].json());
    assert_eq!((letter["task_id"].as_str(), &letter["delivery_id"]), (path.strip_prefix("/tasks/"), &json!(null)));
    let retry = format!("/dead-letters/{}/retry", letter["id"].as_str().unwrap());
    account.post(&retry, json!({"payload": {}})).invalid("payload");
    receiver.script("/done", [Answer::status(200)]);
    let answer = account.post(&retry, json!({})).ok(200);
    assert_eq!((&answer["status"], &answer["task_id"]), (&json!("retrying"), &letter["task_id"]));
    let done =
        until("it arrived", || Some(account.get(&path).ok(200)).filter(|task| task["callback_status"] == "delivered"));
    assert_eq!(done["attempts"], json!(1), "the task itself was not run again");
    assert!(account.dead_letters().is_empty());
    in_state(&account, &path, &["succeeded"]);
}
