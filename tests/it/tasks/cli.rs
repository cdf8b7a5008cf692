//! `jobcelis tasks`: the verbs against a real server.

use crate::support::{Answer, Daemon, Receiver, until};
use serde_json::json;

#[test]
fn tasks_are_made_followed_and_ended() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let run = |line: &[&str]| account.cli(line).run();
    let payload = json!({"url": receiver.url("/in")}).to_string();
    let made =
        run(&["tasks", "create", "--type", "http", "--payload", &payload, "--tenant", "t1", "--wait", "-o", "json"]);
    let shown = made.read();
    assert_eq!((made.code, &shown["status"], &shown["tenant_id"]), (Some(0), &json!("succeeded"), &json!("t1")));
    let id = shown["id"].as_str().unwrap();
    receiver.script("/in", [Answer::status(500)]);
    let again = run(&["tasks", "retry", id, "-o", "json"]);
    assert_eq!((again.code, &again.read()["attempts"]), (Some(0), &json!(1)));
    let list = run(&["tasks", "list", "--type", "http", "--tenant", "t1"]);
    assert!(list.code == Some(0) && list.stdout.contains(id), "{}", list.stdout);
    let waits = run(&["tasks", "wait", id, "--within", "1s"]);
    assert_eq!(waits.code, Some(1), "{}", waits.stderr);
    until("the second attempt is over", || {
        (run(&["tasks", "get", id, "-o", "json"]).read()["status"] == "retry").then_some(())
    });
    let cancelled = run(&["tasks", "cancel", id, "-o", "json"]);
    assert_eq!(cancelled.read()["status"], "cancelled");
    let over = run(&["tasks", "wait", id, "-o", "json"]);
    assert_eq!(over.code, Some(1));
    assert!(over.stderr.contains("the task is cancelled: Cancelled"), "{}", over.stderr);
    let one = run(&["tasks", "get", id, "-o", "json"]);
    assert!(one.read()["attempts_log"].as_array().is_some_and(|log| log.len() == 2), "{}", one.stdout);
    let secret = run(&["tasks", "callback-secret", "rotate", "-o", "json"]);
    assert_eq!(secret.read()["has_previous"], json!(false));
    assert_eq!(run(&["tasks", "callback-secret", "get", "-o", "json"]).read()["secret"], secret.read()["secret"]);
}
