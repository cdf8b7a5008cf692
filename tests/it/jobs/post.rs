//! Jobs that call a URL: the request, what its answer means, and what is kept of it.

use super::{finished, job, runs};
use crate::support::{Account, Answer, Daemon, Receiver, jobcelis_signature, standard_signature};
use serde_json::{Value, json};
use std::time::Duration;

/// Creates a job that calls the URL; `more` are fields of its action.
fn calling(account: &Account, url: &str, more: Value) -> String {
    let mut action = json!({ "url": url });
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    job(account, json!({"name": "Call \"me\"", "action_config": action}))
}

#[track_caller]
fn run(account: &Account, path: &str) -> Value {
    account.post(&format!("{path}/run"), json!({})).ok(200)
}

#[test]
fn the_request_is_what_was_configured() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    for method in ["POST", "PUT", "PATCH", "GET", "DELETE"] {
        let more = json!({"method": method.to_lowercase(), "headers": {"X-Own": "1"}, "payload": ["{{ job_name }}", {"at": "{{scheduled_for}}"}]});
        let path = calling(&account, &receiver.url("/in?x=1"), more);
        let done = run(&account, &path);
        let hit = receiver.hits("/in").pop().expect("it was called");
        assert_eq!((hit.method.as_str(), hit.path.as_str()), (method, "/in?x=1"));
        assert_eq!(hit.header("x-own"), Some("1"));
        assert_eq!(hit.header("x-job-id"), path.strip_prefix("/jobs/"));
        assert_eq!(hit.header("x-job-run-id"), done["id"].as_str());
        assert!(hit.header("user-agent").is_some_and(|agent| agent.starts_with("jobcelis/")));
        for absent in ["x-signature", "webhook-signature", "webhook-id", "x-event-id"] {
            assert_eq!(hit.header(absent), None, "{absent}");
        }
        if ["GET", "DELETE"].contains(&method) {
            assert_eq!((hit.text(), hit.header("content-type")), ("", None));
        } else {
            assert_eq!(hit.json(), json!(["Call \"me\"", {"at": done["started_at"]}]));
            assert_eq!(hit.header("content-type"), Some("application/json"));
        }
        assert_eq!((&done["status"], &done["error"]), (&json!("success"), &Value::Null));
        assert_eq!((&done["result"]["response_status"], &done["result"]["response_body"]), (&json!(200), &json!("ok")));
        assert!(done["result"]["latency_ms"].is_u64());
    }
    let plain =
        calling(&account, &receiver.url("/plain"), json!({"headers": {"content-type": "text/csv"}, "payload": "a"}));
    run(&account, &plain);
    let hit = receiver.hits("/plain").remove(0);
    assert_eq!((hit.text(), hit.header("content-type")), ("\"a\"", Some("text/csv")));
}

#[test]
fn a_secret_signs_and_is_never_shown() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3rD9mQpYz1E=";
    let path = calling(&account, &receiver.url("/in"), json!({"secret": secret, "payload": {"n": 1}}));
    let shown = account.get(&path).ok(200);
    assert_eq!(shown["action_config"]["has_secret"], true);
    assert!(!shown.to_string().contains(secret) && !account.get("/jobs").text.contains(secret));
    let check = |secret: Option<&str>| {
        let done = run(&account, &path);
        let hit = receiver.hits("/in").pop().expect("it was called");
        let id = done["id"].as_str().unwrap();
        let expected = secret.map(|secret| jobcelis_signature(secret, &hit.body));
        assert_eq!(hit.header("x-signature"), expected.as_deref());
        let stamp = hit.header("webhook-timestamp").unwrap_or_default();
        let expected = secret.map(|secret| standard_signature(secret, id, stamp, &hit.body));
        assert_eq!(hit.header("webhook-signature"), expected.as_deref());
        assert_eq!(hit.header("webhook-id"), secret.map(|_| id));
    };
    check(Some(secret));
    // What cannot be read back stays until it is replaced or removed.
    account.patch(&path, json!({"action_config": {"url": receiver.url("/in"), "method": "PUT"}})).ok(200);
    check(Some(secret));
    account.patch(&path, json!({"secret": "other"})).ok(200);
    check(Some("other"));
    let gone = account.patch(&path, json!({"secret": ""})).ok(200);
    assert_eq!(gone["action_config"]["has_secret"], false);
    check(None);
}

#[test]
fn only_2xx_is_a_success() {
    let daemon = Daemon::with(&["--delivery-timeout", "700ms"]);
    let account = daemon.register();
    let receiver = Receiver::start();
    let long = "é".repeat(3000);
    for (answer, status, code, error) in [
        (Answer::status(204), "success", json!(204), Value::Null),
        (Answer::status(299).body(long.clone()), "success", json!(299), Value::Null),
        (Answer::status(404), "failed", json!(404), json!("HTTP 404")),
        (Answer::status(500).body("oops"), "failed", json!(500), json!("HTTP 500")),
        (Answer::redirect("/elsewhere"), "failed", json!(302), json!("HTTP 302: redirects are not followed")),
        (Answer::hang(), "failed", Value::Null, json!("Timeout")),
        (Answer::reset(), "failed", Value::Null, json!("Connection reset")),
    ] {
        receiver.script("/in", [answer]);
        let path = calling(&account, &receiver.url("/in"), json!({}));
        let done = run(&account, &path);
        assert_eq!((&done["status"], &done["error"]), (&json!(status), &error), "{done}");
        assert_eq!((&done["result"]["response_status"], &done["result"]["error"]), (&code, &error));
        if code == json!(299) {
            assert_eq!(done["result"]["response_body"], json!(long.chars().take(1000).collect::<String>()));
        }
        if code.is_null() {
            assert_eq!(done["result"], json!({ "error": error }));
        }
        let shown = account.get(&path).ok(200);
        assert_eq!((&shown["last_run_status"], &shown["last_run_at"]), (&json!(status), &done["started_at"]));
        assert_eq!(runs(&account, &path), [done]);
    }
    assert_eq!(receiver.hits("/in").len(), 7, "nothing is tried again");
    assert!(receiver.hits("/elsewhere").is_empty());
    let refused = calling(&account, "http://127.0.0.1:9/", json!({}));
    assert_eq!(run(&account, &refused)["error"], "Connection refused");
}

#[test]
fn addresses_are_guarded() {
    let daemon = Daemon::bare(&["--auth-rate-limit", "off"]);
    let account = daemon.register();
    let refused = account.post("/jobs", json!({"name": "n", "url": "https://127.0.0.1/"}));
    refused.fails(422, "url points to a blocked address");
    account
        .post("/jobs", json!({"name": "n", "url": "http://example.com/"}))
        .fails(422, "URL must start with https://");
    // A name is judged by what it resolves to.
    let path = calling(&account, "https://localhost:9/", json!({}));
    assert_eq!(run(&account, &path)["error"], "Destination address not allowed");
}

#[test]
fn a_job_runs_once_at_a_time() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/in");
    let path = calling(&account, &receiver.url("/in"), json!({}));
    std::thread::scope(|s| {
        let first = s.spawn(|| run(&account, &path));
        receiver.wait_for("/in", 1);
        let under_way = runs(&account, &path).remove(0);
        assert_eq!((&under_way["status"], &under_way["result"]), (&json!("running"), &Value::Null));
        assert_eq!((&under_way["finished_at"], &under_way["trigger"]), (&Value::Null, &json!("manual")));
        assert_eq!(account.get(&format!("{path}/runs?status=running")).ok(200)["runs"], json!([under_way]));
        account.post(&format!("{path}/run"), json!({})).fails(409, "Job is already running");
        // Switched off meanwhile, it still finishes.
        account.delete(&path).ok(200);
        receiver.release("/in");
        let done = first.join().expect("it ends");
        assert_eq!((&done["id"], &done["status"]), (&under_way["id"], &json!("success")));
    });
    assert_eq!(runs(&account, &path).len(), 1);
}

#[test]
fn a_caller_who_hangs_up_does_not_stop_the_run() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.script("/in", [Answer::status(200).after(Duration::from_millis(300))]);
    let path = calling(&account, &receiver.url("/in"), json!({}));
    let mut stream = crate::support::connect(daemon.address()).unwrap();
    let request = format!(
        "POST /api/v1{path}/run HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: 0\r\n\r\n",
        account.key
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
    receiver.wait_for("/in", 1);
    drop(stream);
    assert_eq!(finished(&account, &path, 1)[0]["status"], "success");
}

#[test]
fn eight_are_under_way_at_most_and_all_get_their_turn() {
    let mut daemon = Daemon::start();
    let account = daemon.register();
    let receiver = Receiver::start();
    receiver.hold("/slow");
    let slow: Vec<String> = (0..12).map(|_| calling(&account, &receiver.url("/slow"), json!({}))).collect();
    let event = job(&account, json!({"name": "n"}));
    daemon.stop();
    super::move_to(&daemon, -1000);
    daemon.restart();
    receiver.wait_for("/slow", 8);
    assert_eq!(finished(&account, &event, 1)[0]["status"], "success", "events need no room");
    let started = slow.iter().filter(|path| !runs(&account, path).is_empty()).count();
    assert_eq!((started, receiver.hits("/slow").len()), (8, 8));
    receiver.release("/slow");
    for path in &slow {
        assert_eq!(finished(&account, path, 1)[0]["status"], "success");
    }
    assert_eq!(receiver.hits("/slow").len(), 12);
}
