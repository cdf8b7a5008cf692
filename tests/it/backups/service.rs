//! The backup of every day: one that was missed, the command behind it, and switching it off.

use super::{cli, complete};
use crate::admin::Server;
use crate::support::{Cli, until};
use serde_json::json;

#[test]
fn one_that_was_missed_is_made_at_the_start() {
    let mut server = Server::start();
    let folder = server.daemon.data_dir().join("backups");
    server.daemon.stop();
    assert!(!folder.exists(), "none was due yet");
    let sql = "UPDATE refinery_schema_history SET applied_on = '2026-01-01T00:00:00Z' WHERE version = 1";
    server.daemon.database().execute(sql, []).unwrap();
    server.daemon.restart();
    until("the missed one is made", || complete(&folder).pop());
    until("it is recorded", || server.entries("system.backup_completed").pop());
    server.daemon.stop();
    server.daemon.restart();
    server.root.get("/admin/backups").ok(200);
    assert_eq!(complete(&folder).len(), 1, "and no other");
}

#[test]
fn the_command_takes_it_elsewhere_and_its_failure_is_told() {
    let other = tempfile::tempdir().unwrap();
    let command = format!("cp \"$1\" {}", other.path().display());
    let server = Server::with(&["--backup-exec", &command]);
    server.root.post("/admin/backups", json!({})).ok(202);
    until("it is recorded", || server.entries("system.backup_completed").pop());
    assert_eq!(complete(other.path()).len(), 1);

    let server = Server::with(&["--backup-exec", "false"]);
    server.root.post("/admin/backups", json!({})).ok(202);
    let entry = until("it is recorded", || server.entries("system.backup_failed").pop());
    assert!(entry["metadata"]["error"].as_str().unwrap().contains("--backup-exec"), "{entry}");
    let told = server.root.get("/me/notifications").ok(200);
    assert!(told["data"].as_array().unwrap().iter().any(|notice| notice["type"] == "system_health"), "{told}");
}

#[test]
fn a_passphrase_encrypts_it() {
    let home = tempfile::tempdir().unwrap();
    let (secret, folder) = (home.path().join("passphrase"), home.path().join("backups"));
    std::fs::write(&secret, "correct horse battery staple\n").unwrap();
    let [secret, place] = [&secret, &folder].map(|path| path.to_str().unwrap());
    let server = Server::with(&["--backup-passphrase-file", secret, "--backup-dir", place]);
    server.root.post("/admin/backups", json!({})).ok(202);
    until("it is recorded", || server.entries("system.backup_completed").pop());
    let made = complete(&folder).pop().unwrap();
    assert_eq!(made.extension().unwrap(), "enc");
    let file = made.to_str().unwrap();
    assert_eq!(cli(&server.daemon, &["backup", "verify", file]).run().code, Some(1));
    let run = cli(&server.daemon, &["backup", "verify", file, "--passphrase-file", secret]).run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

#[test]
fn off_is_off() {
    let server = Server::with(&["--backup-dir", "off"]);
    assert_eq!(server.root.get("/admin/backups").ok(200)["data"], json!([]));
    server.root.post("/admin/backups", json!({})).fails(409, "Backups are off");
    let doctor = cli(&server.daemon, &["doctor", "--backup-dir", "off"]).run();
    assert!(doctor.stdout.contains("backups are off"), "{}", doctor.stdout);
    for wrong in [["--backup-at", "25:00"], ["--backup-keep", "0"], ["--backup-keep", "many"]] {
        assert_eq!(Cli::new([&["serve"], &wrong[..]].concat()).run().code, Some(2), "{wrong:?}");
    }
}
