//! Tasks of type `http`, their shape, lists, retries and ends.

use super::{ended, in_state, names, pass_waits, task, time};
use crate::support::{Answer, Daemon, NO_ID, Receiver};
use serde_json::json;

#[test]
fn a_request_is_sent_once_and_kept() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.script("/in", [Answer::status(201).body(r#"{"w": 3.50}"#)]);
    let payload = json!({"url": receiver.url("/in"), "method": "put", "headers": {"X-Own": "1"}, "body": {"n": 1}});
    let made = account.post("/tasks", json!({"type": "http", "payload": payload, "tenant_id": "t1"})).ok(201);
    let fields = [
        "attempts",
        "callback_status",
        "callback_url",
        "completed_at",
        "error",
        "id",
        "idempotency_key",
        "inserted_at",
        "next_run_at",
        "payload",
        "result",
        "status",
        "tenant_id",
        "type",
        "updated_at",
    ];
    assert_eq!(names(&made), fields);
    assert_eq!(
        (&made["status"], &made["attempts"], &made["callback_status"]),
        (&json!("queued"), &json!(0), &json!("none"))
    );
    assert_eq!((&made["payload"], &made["next_run_at"]), (&payload, &made["inserted_at"]));
    let id = made["id"].as_str().unwrap();
    let path = format!("/tasks/{id}");
    let done = ended(&account, &path);
    assert_eq!((&done["status"], &done["attempts"], &done["error"]), (&json!("succeeded"), &json!(1), &json!(null)));
    assert_eq!((&done["next_run_at"], &done["completed_at"]), (&json!(null), &done["updated_at"]));
    assert!(account.get(&path).text.contains(r#""result":{"w":3.50}"#), "the number as it was written");
    let log = done["attempts_log"].as_array().unwrap();
    let attempt =
        ["destination_ip", "error", "kind", "latency_ms", "n", "response_body", "response_status", "started_at"];
    assert_eq!((log.len(), names(&log[0])), (1, attempt.to_vec()));
    assert_eq!((&log[0]["kind"], &log[0]["n"], &log[0]["response_status"]), (&json!("run"), &json!(1), &json!(201)));
    assert_eq!((&log[0]["destination_ip"], &log[0]["response_body"]), (&json!("127.0.0.1"), &json!(r#"{"w": 3.50}"#)));
    let hit = &receiver.hits("/in")[0];
    let word = format!("job_{}", id.replace('-', ""));
    assert_eq!((hit.method.as_str(), hit.text()), ("PUT", r#"{"n":1}"#));
    for (name, value) in [("x-own", "1"), ("content-type", "application/json"), ("x-job-id", &word), ("x-attempt", "1")]
    {
        assert_eq!(hit.header(name), Some(value), "{name}");
    }
    let same = account.get(&format!("/tasks/{word}")).ok(200);
    assert_eq!(same["id"], made["id"], "the id that receivers are told finds it too");
}

#[test]
fn bodies_go_out_as_they_are() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    for (payload, method, kind, body) in [
        (json!({"url": receiver.url("/a"), "body": "a=1"}), "POST", Some("text/plain; charset=utf-8"), "a=1"),
        (json!({"url": receiver.url("/b"), "method": "GET", "body": {"n": 1}}), "GET", None, ""),
        (
            json!({"url": receiver.url("/c"), "body": "<a/>", "headers": {"Content-Type": "text/xml"}}),
            "POST",
            Some("text/xml"),
            "<a/>",
        ),
    ] {
        let path = payload["url"].as_str().unwrap().rsplit_once('/').map(|(_, end)| format!("/{end}")).unwrap();
        ended(&account, &task(&account, json!({"type": "http", "payload": payload})));
        let hit = &receiver.hits(&path)[0];
        assert_eq!((hit.method.as_str(), hit.header("content-type"), hit.text()), (method, kind, body));
    }
}

#[test]
fn what_fails_is_tried_four_times() {
    let mut daemon = Daemon::start();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let refuses = ["404", "500", "302", "410"].map(|code| Answer::status(code.parse().unwrap()));
    receiver.script("/in", refuses);
    let path = task(&account, json!({"type": "http", "payload": {"url": receiver.url("/in")}}));
    for (n, wait, error) in [(1, 30, "HTTP 404"), (2, 60, "HTTP 500"), (3, 120, "HTTP 302: redirects are not followed")]
    {
        let shown = crate::support::until("it was tried", || {
            Some(in_state(&account, &path, &["retry"])).filter(|task| task["attempts"] == json!(n))
        });
        assert_eq!((&shown["error"], &shown["completed_at"]), (&json!(error), &json!(null)));
        let waits = time(&shown["next_run_at"]) - time(&shown["updated_at"]);
        assert_eq!(waits.num_milliseconds(), wait * 1000);
        pass_waits(&mut daemon);
    }
    let shown = ended(&account, &path);
    assert_eq!(
        (&shown["status"], &shown["attempts"], &shown["error"]),
        (&json!("fatal"), &json!(4), &json!("HTTP 410"))
    );
    assert_eq!(shown["attempts_log"].as_array().unwrap().len(), 4);
    assert_eq!(receiver.hits("/in").len(), 4);
    let notice = account.user().get("/me/notifications").ok(200).to_string();
    assert!(notice.contains("A task of type \\\"http\\\" failed: HTTP 410"), "{notice}");
    receiver.script("/in", [Answer::status(200)]);
    account.post(&format!("{path}/retry"), json!({})).ok(200);
    let again = ended(&account, &path);
    assert_eq!((&again["status"], &again["attempts"]), (&json!("succeeded"), &json!(5)));
}

#[test]
fn where_requests_may_go_is_guarded() {
    let daemon = Daemon::bare(&["--allow-http-destinations", "--auth-rate-limit", "off"]);
    let account = daemon.register();
    let payload = json!({"url": "http://127.0.0.1:1/"});
    account.post("/tasks", json!({"type": "http", "payload": payload})).invalid("payload.url");
    account.post("/tasks", json!({"type": "x", "callback_url": "http://10.0.0.1/"})).invalid("callback_url");
    let path = task(
        &account,
        json!({"type": "http", "payload": {"url": format!("http://localhost:{}/", daemon.address().port())}}),
    );
    let shown = in_state(&account, &path, &["retry"]);
    assert_eq!(shown["error"], "Destination address not allowed");
}

#[test]
fn users_cancel_and_run_again() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.hold("/in");
    let body = json!({"type": "http", "payload": {"url": receiver.url("/in")}, "callback_url": receiver.url("/done")});
    let path = task(&account, body);
    receiver.wait_for("/in", 1);
    let running = account.get(&path).ok(200);
    assert_eq!(
        (&running["status"], &running["attempts"], &running["next_run_at"]),
        (&json!("running"), &json!(1), &json!(null))
    );
    assert_eq!(account.post(&format!("{path}/retry"), json!({})).ok(200)["status"], "running", "it runs already");
    let cancelled = account.delete(&path).ok(200);
    assert_eq!((&cancelled["status"], &cancelled["error"]), (&json!("cancelled"), &json!("Cancelled")));
    assert_eq!(account.delete(&path).ok(200)["status"], "cancelled");
    let told = receiver.wait_for("/done", 1)[0].json();
    assert_eq!((&told["status"], &told["error"]), (&json!("fatal"), &json!("Cancelled")));
    receiver.release("/in");
    let again = account.post(&format!("{path}/retry"), json!({})).ok(200);
    assert_eq!(
        (&again["status"], &again["error"], &again["completed_at"]),
        (&json!("queued"), &json!(null), &json!(null))
    );
    let done = ended(&account, &path);
    assert_eq!((&done["status"], &done["attempts"]), (&json!("succeeded"), &json!(2)));
    account.delete(&path).fails(422, "Task has already ended");
    for (method, path) in [("GET", ""), ("DELETE", ""), ("POST", "/retry")] {
        account.call(method, &format!("/tasks/{NO_ID}{path}")).send().fails(404, "Task not found");
        account.call(method, &format!("/tasks/job_1{path}")).send().fails(404, "Task not found");
    }
}

#[test]
fn lists_are_narrowed() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let mut made = Vec::new();
    for n in 0..6 {
        let kind = ["x", "y"][n % 2];
        made.push(task(&account, json!({"type": kind, "tenant_id": format!("t{}", n % 3)})));
    }
    account.delete(&made[0]).ok(200);
    for (query, count) in [
        ("", 6),
        ("type=x", 3),
        ("type=x&tenant_id=t1", 1),
        ("tenant_id=t2", 2),
        ("status=cancelled", 1),
        ("status=cancelled&type=y", 0),
        ("type=z", 0),
    ] {
        let list = account.get(&format!("/tasks?{query}")).ok(200);
        assert_eq!(list["tasks"].as_array().unwrap().len(), count, "{query}");
        assert_eq!(list["tasks"], list["data"]);
    }
    let first = account.get("/tasks?limit=4").ok(200);
    assert_eq!((first["tasks"].as_array().unwrap().len(), &first["has_next"]), (4, &json!(true)));
    let rest = account.get(&format!("/tasks?limit=4&cursor={}", first["next_cursor"].as_str().unwrap())).ok(200);
    assert_eq!((rest["tasks"].as_array().unwrap().len(), &rest["has_next"]), (2, &json!(false)));
    assert!(names(&rest["tasks"][0]).iter().all(|name| *name != "attempts_log"));
    account.get("/tasks?status=done").invalid("status");
}
