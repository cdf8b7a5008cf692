//! The log: where it goes, that it may be moved away, and what a signal has it say.

use crate::support::{Cli, Daemon, Receiver, until};
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;

#[test]
fn it_goes_to_a_file_that_may_be_moved_away() {
    let folder = tempfile::tempdir().unwrap();
    let (path, moved) = (folder.path().join("jobcelis.log"), folder.path().join("jobcelis.log.1"));
    std::fs::write(&path, "an older line\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let mut daemon = Daemon::with(&["--log-file", path.to_str().unwrap()]);
    let text = |of: &std::path::Path| std::fs::read_to_string(of).unwrap_or_default();
    until("the start is in it", || text(&path).contains("registration").then_some(()));
    assert!(text(&path).starts_with("an older line\n"), "it is appended to");
    let said = daemon.log();
    assert_eq!(said.lines().count(), 1, "stderr has the ready line alone: {said}");
    std::fs::rename(&path, &moved).unwrap();
    daemon.signal("HUP");
    until("there is a new one", || text(&path).contains("the configuration was read again").then_some(()));
    let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode & 0o137, 0, "a new file is for its owner and their group: {mode:o}");
    let before = text(&moved);
    daemon.stop();
    assert!(text(&path).contains("stopped") && text(&moved) == before);
}

#[test]
fn a_file_that_cannot_be_is_an_error_at_the_start_and_no_end_later() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let bad =
        ["serve", "--listen", "127.0.0.1:0", "--data-dir", data.to_str().unwrap(), "--log-file", "/nowhere/x.log"];
    let run = Cli::new(bad).run();
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("/nowhere/x.log") && run.stderr.contains("--log-file"), "{}", run.stderr);
    let folder = root.path().join("logs");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("x.log");
    let daemon = Daemon::with(&["--log-file", path.to_str().unwrap()]);
    let gone = root.path().join("gone");
    std::fs::rename(&folder, &gone).unwrap();
    daemon.signal("HUP");
    until("the old file is told", || {
        std::fs::read_to_string(gone.join("x.log")).unwrap().contains("the log goes where it went").then_some(())
    });
    daemon.register().get("/topics").ok(200);
}

/// The newest line of state.
fn state(daemon: &Daemon) -> Value {
    daemon.signal("USR1");
    until("the state is told", || {
        let log = daemon.log();
        let mut lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        lines.rfind(|line| line["message"] == "state")
    })
}

#[test]
fn the_state_is_told_at_every_level() {
    let daemon = Daemon::with(&["--log-format", "json", "--log-level", "error", "--delivery-workers", "33"]);
    let (account, receiver) = (daemon.register(), Receiver::start());
    receiver.hold("/in");
    let hook = account.webhook_id(&receiver.url("/in"), json!({}));
    (0..3).for_each(|_| drop(account.event("t", json!({}))));
    receiver.wait_for("/in", 1);
    let state = state(&daemon);
    assert_eq!((&state["target"], &state["level"]), (&json!("state"), &json!("INFO")));
    assert_eq!((&state["workers"], &state["deliveries_pending"]), (&json!(33), &json!(3)), "{state}");
    assert_eq!((&state["lanes"], &state["pid"]), (&json!(1), &json!(daemon.pid())), "{state}");
    for name in
        ["connections", "memory_bytes", "open_files", "uptime_s", "held_bytes", "write_wait_us", "event_streams"]
    {
        assert!(state[name].is_u64(), "{name}: {state}");
    }
    assert_eq!((&state["database_broken"], &state["paused"]), (&json!(false), &json!(false)));
    let log = until("the lane is told", || Some(daemon.log()).filter(|log| log.contains("\"message\":\"lane\"")));
    let mut lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let lane = lines.rfind(|line| line["message"] == "lane").unwrap();
    assert_eq!((&lane["webhook"], &lane["circuit"]), (&json!(hook), &json!("closed")), "{lane}");
    assert!(lane["in_flight"].as_u64().unwrap() + lane["held"].as_u64().unwrap() >= 1, "{lane}");
    assert!(!log.contains("registration"), "nothing else is: {log}");
    receiver.release("/in");
}
