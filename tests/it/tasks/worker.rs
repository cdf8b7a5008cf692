//! Tasks of other types: the order that a worker gets, and what its answer means.

use super::{ended, in_state, names, task};
use crate::support::{Answer, Daemon, Receiver, jobcelis_signature, standard_signature, until};
use serde_json::json;

#[test]
fn the_oldest_webhook_that_asked_for_the_type_does_it() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/every"), json!({}));
    account.webhook(&receiver.url("/off"), json!({"topics": ["task.resize"], "status": "inactive"}));
    let hook = account.webhook(&receiver.url("/work"), json!({"topics": ["task.*"], "headers": {"X-Own": "1"}}));
    account.webhook(&receiver.url("/later"), json!({"topics": ["task.resize"]}));
    receiver.script("/work", [Answer::status(200).body(r#"{"pages":[1,2]}"#)]);
    let path = task(&account, json!({"type": "resize", "tenant_id": "t1", "payload": {"n": 1}}));
    let done = ended(&account, &path);
    assert_eq!((&done["status"], &done["result"]), (&json!("succeeded"), &json!({"pages": [1, 2]})));
    let hit = &receiver.hits("/work")[0];
    let word = format!("job_{}", done["id"].as_str().unwrap().replace('-', ""));
    let body = hit.json();
    assert_eq!(names(&body), ["attempt", "jobId", "payload", "tenantId", "type"]);
    assert_eq!(body, json!({"jobId": word, "tenantId": "t1", "type": "resize", "attempt": 1, "payload": {"n": 1}}));
    let secret = hook["secret"].as_str().expect("shown once");
    assert_eq!(hit.header("x-job-id"), Some(word.as_str()));
    assert_eq!((hit.method.as_str(), hit.header("x-own")), ("POST", Some("1")));
    assert_eq!(hit.header("x-signature"), Some(jobcelis_signature(secret, &hit.body).as_str()));
    let (id, at) = (hit.header("webhook-id").unwrap(), hit.header("webhook-timestamp").unwrap());
    assert_eq!(hit.header("webhook-signature"), Some(standard_signature(secret, id, at, &hit.body).as_str()));
    let others = ["/every", "/off", "/later"].map(|path| receiver.hits(path).len());
    assert_eq!(others, [0, 0, 0]);
}

#[test]
fn answers_end_a_task_or_have_it_tried_again() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    for (status, state) in [
        (204, "succeeded"),
        (400, "fatal"),
        (401, "fatal"),
        (403, "fatal"),
        (404, "fatal"),
        (410, "fatal"),
        (422, "fatal"),
        (409, "retry"),
        (429, "retry"),
        (301, "retry"),
        (500, "retry"),
    ] {
        receiver.script("/work", [Answer::status(status)]);
        let path = task(&account, json!({"type": "work"}));
        let shown = in_state(&account, &path, &["succeeded", "fatal", "retry"]);
        assert_eq!((&shown["status"], &shown["attempts"]), (&json!(state), &json!(1)), "{status}");
        let error = shown["error"].as_str().unwrap_or("none");
        assert!(state == "succeeded" || error.starts_with(&format!("HTTP {status}")), "{error}");
    }
}

#[test]
fn only_json_that_is_short_is_a_result() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    let long = |n: usize| format!("\"{}\"", "é".repeat(n - 2));
    for (body, result) in [
        ("ok".to_owned(), json!(null)),
        (String::new(), json!(null)),
        ("7".to_owned(), json!(7)),
        (long(10_000), json!("é".repeat(9_998))),
        (long(10_001), json!(null)),
    ] {
        receiver.script("/work", [Answer::status(200).body(body)]);
        let done = ended(&account, &task(&account, json!({"type": "work"})));
        assert_eq!((&done["status"], &done["result"]), (&json!("succeeded"), &result));
    }
}

#[test]
fn without_a_worker_it_waits_for_one() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let path = task(&account, json!({"type": "shrink"}));
    let shown = in_state(&account, &path, &["retry"]);
    assert_eq!((&shown["error"], &shown["attempts"]), (&json!("No worker for type shrink"), &json!(1)));
    assert_eq!(shown["attempts_log"][0]["response_status"], json!(null));
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.shrink"]}));
    account.post(&format!("{path}/retry"), json!({})).ok(200);
    assert_eq!(ended(&account, &path)["status"], "succeeded");
}

#[test]
fn a_held_project_rests() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let path = task(&account, json!({"type": "work"}));
    in_state(&account, &path, &["retry"]);
    account.webhook(&receiver.url("/work"), json!({"topics": ["task.work"]}));
    account.user().post("/me/object", json!({})).ok(200);
    account.post("/tasks", json!({"type": "work"})).fails(403, "Processing restricted");
    account.post(&format!("{path}/retry"), json!({})).fails(403, "Processing restricted");
    account.user().delete("/me/object").ok(200);
    until("it may be run again", || (account.post(&format!("{path}/retry"), json!({})).status == 200).then_some(()));
    assert_eq!(ended(&account, &path)["status"], "succeeded");
}
