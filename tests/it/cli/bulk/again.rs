//! Interrupted runs that are gone on with: killed, stopped by Ctrl-C, on a file that has changed.

use super::{Work, events, summary, url};
use crate::support::{Account, Daemon, until};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::io::Write;
use std::process::{Child, Command, Stdio};

const COUNT: usize = 6000;

/// Every hundredth line is no event.
fn text() -> String {
    let line = |n| if n % 100 == 99 { format!("broken {n}\n") } else { format!("{{\"topic\":\"a\",\"n\":{n}}}\n") };
    (0..COUNT).map(line).collect()
}

/// Starts a slow run in the background.
fn start(work: &Work, url: &str, key: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jobcelis"));
    command.args(["events", "send", "--rate", "2000/s", "--batch-size", "50", "--file"]).arg(&work.file);
    command.env("JOBCELIS_BASE_URL", url).env("JOBCELIS_API_KEY", key).env("HOME", work.folder.path());
    command.env("XDG_CONFIG_HOME", work.folder.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
}

fn state(work: &Work) -> Option<Value> {
    serde_json::from_str(&std::fs::read_to_string(work.state()).ok()?).ok()
}

/// Waits until a part is sent and returns how many lines that is.
fn part(work: &Work) -> u64 {
    until("a part of the file is sent", || state(work)?["done_lines"].as_u64().filter(|done| *done > 1000))
}

/// A run that is killed in the middle.
fn cut_short(work: &Work, daemon: &Daemon, account: &Account) {
    let mut child = start(work, &url(daemon), &account.key);
    part(work);
    child.kill().expect("killed");
    child.wait().expect("ended");
}

#[track_caller]
fn nothing_twice(account: &Account, work: &Work) {
    let all = events(account);
    let numbers: HashSet<String> = all.iter().map(|event| event["payload"]["n"].to_string()).collect();
    let broken = COUNT / 100;
    assert_eq!((all.len(), numbers.len()), (COUNT - broken, COUNT - broken));
    let lines: Vec<u64> = work.rejects().iter().map(|reject| reject["line"].as_u64().expect("a line")).collect();
    assert_eq!(lines, (1..=broken as u64).map(|n| n * 100).collect::<Vec<_>>());
}

#[test]
fn a_run_that_was_killed_is_gone_on_with_and_no_event_is_there_twice() {
    let daemon = Daemon::shared();
    let (account, work) = (daemon.register(), Work::new("in.ndjson", &text()));
    cut_short(&work, &daemon, &account);
    let left = state(&work).expect("a whole state");
    assert_eq!(left["size"], text().len());
    assert_eq!(left["profile"], "default");
    assert!(left["accepted"].as_u64() < Some(COUNT as u64 - 60), "it was killed too late: {left}");
    for field in ["file_sha256", "done_bytes", "rejected", "project", "updated_at"] {
        assert!(left.get(field).is_some(), "{field}: {left}");
    }
    let done = summary(&work.send(&url(&daemon), &account.key, &["--resume"]), 9);
    assert_eq!((&done["accepted"], &done["rejected"]), (&json!(COUNT - 60), &json!(60)));
    nothing_twice(&account, &work);
    assert!(!work.state().exists());
}

#[test]
fn a_run_that_was_killed_can_begin_again_too() {
    let daemon = Daemon::shared();
    let (account, work) = (daemon.register(), Work::new("in.ndjson", &text()));
    cut_short(&work, &daemon, &account);
    let output = work.send(&url(&daemon), &account.key, &[]);
    assert!(output.stderr.contains("--resume would go on"), "{}", output.stderr);
    assert!(output.stderr.contains("were there already"), "{}", output.stderr);
    assert_eq!(summary(&output, 9)["accepted"], COUNT - 60);
    nothing_twice(&account, &work);
}

#[test]
fn ctrl_c_finishes_what_is_under_way_and_says_how_to_go_on() {
    let daemon = Daemon::shared();
    let (account, work) = (daemon.register(), Work::new("in.ndjson", &text()));
    let child = start(&work, &url(&daemon), &account.key);
    part(&work);
    let sent = Command::new("sh").arg("-c").arg(format!("kill -INT {}", child.id())).status();
    assert!(sent.expect("a shell").success());
    let output = child.wait_with_output().expect("ended");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{told}");
    let command = format!("jobcelis events send --rate 2000/s --batch-size 50 --file {} --resume", work.file.display());
    assert!(told.contains(&command), "{told}");
    let done: Value = serde_json::from_slice(&output.stdout).expect("a summary");
    let accepted = done["accepted"].as_u64().expect("a count");
    assert_eq!(events(&account).len() as u64, accepted, "what was sent is in the summary");
    assert_eq!(state(&work).expect("a state")["accepted"], accepted);
    assert_eq!(summary(&work.send(&url(&daemon), &account.key, &["--resume"]), 9)["accepted"], COUNT - 60);
    nothing_twice(&account, &work);
}

/// A state as an interrupted run leaves it after the first of three lines.
fn interrupted(work: &Work, url: &str, change: impl FnOnce(&mut Value)) {
    let text = std::fs::read(&work.file).expect("the file");
    let mut state = json!({
        "file_sha256": super::sha256(&work.file), "size": text.len(), "done_bytes": 8, "done_lines": 1,
        "accepted": 1, "rejected": 0, "profile": "default", "project": null, "base_url": url,
        "updated_at": crate::support::in_millis(-1000),
    });
    change(&mut state);
    std::fs::write(work.state(), state.to_string()).expect("written");
}

#[test]
fn only_the_same_file_is_gone_on_with() {
    let daemon = Daemon::shared();
    let (account, here) = (daemon.register(), url(&daemon));
    let work = Work::new("in.ndjson", "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n");
    let send = |more: &[&str]| work.send(&here, &account.key, &[&["--resume"], more].concat());
    interrupted(&work, &here, |state| state["updated_at"] = json!(crate::support::in_millis(-8 * 86_400_000)));
    let old = send(&[]);
    assert_eq!(old.code, Some(2), "{}", old.stderr);
    assert!(old.stderr.contains("7 days") && old.stderr.contains("--force"), "{}", old.stderr);
    assert_eq!(work.send(&here, &account.key, &[]).code, Some(2), "nor is it sent from the start");
    interrupted(&work, &here, |state| state["project"] = json!("another"));
    assert_eq!(send(&[]).code, Some(2));
    interrupted(&work, &here, |state| state["size"] = json!(100));
    assert_eq!(send(&["--force"]).code, Some(2));
    interrupted(&work, &here, |state| state["file_sha256"] = json!("00"));
    assert_eq!(send(&["--force"]).code, Some(2));
    std::fs::write(work.state(), "{}").expect("written");
    assert_eq!(send(&[]).code, Some(2));
    assert_eq!(events(&account).len(), 0);

    interrupted(&work, &here, |_| {});
    let keys = super::sha256(&work.file)[..16].to_owned();
    let grown = std::fs::File::options().append(true).open(&work.file);
    grown.and_then(|mut file| file.write_all(b"{\"n\":4}\n")).expect("written");
    assert_eq!(summary(&send(&[]), 0)["accepted"], 4);
    let all = events(&account);
    let sent: Vec<_> = all.iter().map(|e| (e["payload"]["n"].as_u64(), e["idempotency_key"].as_str())).collect();
    let key = |n| format!("{keys}-{n}");
    let expected = [2, 3, 4].map(|n| (n, key(n)));
    assert_eq!(sent, expected.each_ref().map(|(n, key)| (Some(*n), Some(key.as_str()))));
    assert!(!work.state().exists());
    let none = send(&[]);
    assert!(none.stderr.contains("no earlier run"), "{}", none.stderr);
}

#[test]
fn the_state_can_be_kept_elsewhere() {
    let daemon = Daemon::shared();
    let (account, here) = (daemon.register(), url(&daemon));
    let work = Work::new("in.ndjson", "{\"n\":1}\n{\"n\":2}\n");
    interrupted(&work, &here, |_| {});
    let place = work.folder.path().join("elsewhere");
    std::fs::rename(work.state(), &place).expect("moved");
    let place = place.to_str().expect("a path");
    assert_eq!(summary(&work.send(&here, &account.key, &["--resume", "--state", place]), 0)["accepted"], 2);
    assert_eq!(events(&account).len(), 1);
}
