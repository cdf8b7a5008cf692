//! Where the server keeps its data and where it listens, as its flags say.

use crate::support::{Cli, Daemon, finish, until};
use serde_json::json;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;

#[test]
fn database_and_key_may_lie_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let (db, key) = (folder.path().join("d/events.sqlite"), folder.path().join("k/master.key"));
    let mut daemon =
        Daemon::with(&["--db", db.to_str().unwrap(), "--key-file", key.to_str().unwrap(), "--cache-mb", "8"]);
    let account = daemon.register();
    account.event("t", json!({}));
    assert_eq!(std::fs::metadata(&db).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::metadata(&key).unwrap().len(), 32);
    assert!(!daemon.data_dir().join("jobcelis.db").exists() && !daemon.data_dir().join("secret.key").exists());
    let second = finish(&mut daemon.command(), b"");
    assert_eq!(second.code, Some(1), "{}", second.stderr);
    assert!(second.stderr.contains(&format!("in use by process {}", daemon.pid())), "{}", second.stderr);
    daemon.stop();
    daemon.restart();
    assert_eq!(account.get("/events").ok(200)["events"].as_array().unwrap().len(), 1);
}

#[test]
fn a_socket_file_is_served_and_goes_with_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("http.sock");
    let mut daemon = Daemon::with(&["--listen", &format!("unix:{}", path.display())]);
    let ask = || {
        let mut socket = UnixStream::connect(&path).unwrap();
        socket.write_all(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        answer
    };
    assert!(ask().starts_with("HTTP/1.1 200 OK"));
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o660);
    daemon.kill9();
    assert!(path.exists());
    daemon.restart();
    assert!(ask().starts_with("HTTP/1.1 200 OK"), "what a kill left is replaced");
    daemon.stop();
    assert!(!path.exists());
}

#[test]
fn bodies_may_be_as_large_as_the_flag_says() {
    let daemon = Daemon::with(&["--max-body", "2048"]);
    let account = daemon.register();
    let send = |size: usize| account.post("/events", json!({"topic": "t", "x": "y".repeat(size)})).status;
    assert_eq!((send(1900), send(2100)), (202, 413));
}

#[test]
fn a_trial_may_leave_nothing_on_the_disk() {
    // In the place of the flags that tests usually have.
    let script = r#"b=$1; exec "$b" serve --dev --db :memory: --listen 127.0.0.1:0 --faces none"#;
    let mut daemon = Daemon::out_of(script, None, &[]);
    let log = until("it tells where", || Some(daemon.log()).filter(|log| log.contains("ready data=")));
    let place = log.split_once("ready data=").unwrap().1.split_whitespace().next().unwrap().to_owned();
    let folder = Path::new(&place).parent().unwrap();
    assert!(place.starts_with("/dev/shm/jobcelis-dev-") && folder.join("secret.key").exists(), "{place}");
    assert_eq!(std::fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
    daemon.register().event("t", json!({}));
    daemon.stop();
    assert!(!folder.exists(), "it goes with the server");
}

#[test]
fn a_database_in_memory_is_for_trials_alone() {
    for (flags, problem) in [
        (&["--db", ":memory:"][..], "--db :memory:: needs --dev"),
        (&["--db", ":memory:", "--dev", "--data-dir", "/tmp/x"], "cannot be used together with --data-dir"),
    ] {
        let run = Cli::new([&["serve", "--check"], flags].concat()).run();
        assert_eq!((run.code, run.stderr.contains(problem)), (Some(2), true), "{}", run.stderr);
    }
}
