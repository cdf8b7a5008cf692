//! `jobcelis tasks`: the verbs against a real server.

use crate::support::{Answer, Cli, Daemon, Output, Receiver, until};
use serde_json::{Value, json};

#[test]
fn tasks_are_made_followed_and_ended() {
    let daemon = Daemon::shared();
    let (account, receiver) = (daemon.register(), Receiver::start());
    let base = format!("http://{}", daemon.address());
    let run = |line: &[&str]| -> Output {
        Cli::new(line).env("JOBCELIS_BASE_URL", &base).env("JOBCELIS_API_KEY", &account.key).run()
    };
    let read =
        |output: &Output| serde_json::from_str::<Value>(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr));
    let payload = json!({"url": receiver.url("/in")}).to_string();
    let made =
        run(&["tasks", "create", "--type", "http", "--payload", &payload, "--tenant", "t1", "--wait", "-o", "json"]);
    let shown = read(&made);
    assert_eq!((made.code, &shown["status"], &shown["tenant_id"]), (Some(0), &json!("succeeded"), &json!("t1")));
    let id = shown["id"].as_str().unwrap();
    receiver.script("/in", [Answer::status(500)]);
    let again = run(&["tasks", "retry", id, "-o", "json"]);
    assert_eq!((again.code, &read(&again)["attempts"]), (Some(0), &json!(1)));
    let list = run(&["tasks", "list", "--type", "http", "--tenant", "t1"]);
    assert!(list.code == Some(0) && list.stdout.contains(id), "{}", list.stdout);
    let waits = run(&["tasks", "wait", id, "--within", "1s"]);
    assert_eq!(waits.code, Some(1), "{}", waits.stderr);
    until("the second attempt is over", || {
        (read(&run(&["tasks", "get", id, "-o", "json"]))["status"] == "retry").then_some(())
    });
    let cancelled = run(&["tasks", "cancel", id, "-o", "json"]);
    assert_eq!(read(&cancelled)["status"], "cancelled");
    let over = run(&["tasks", "wait", id, "-o", "json"]);
    assert_eq!(over.code, Some(1));
    assert!(over.stderr.contains("the task is cancelled: Cancelled"), "{}", over.stderr);
    let one = run(&["tasks", "get", id, "-o", "json"]);
    assert!(read(&one)["attempts_log"].as_array().is_some_and(|log| log.len() == 2), "{}", one.stdout);
    let secret = run(&["tasks", "callback-secret", "rotate", "-o", "json"]);
    assert_eq!(read(&secret)["has_previous"], json!(false));
    assert_eq!(read(&run(&["tasks", "callback-secret", "get", "-o", "json"]))["secret"], read(&secret)["secret"]);
}
