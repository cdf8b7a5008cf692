//! A backup that is taken while events pour in, and the server that is restored from it.

use super::cli;
use crate::support::{Cli, Daemon, Receiver, until};
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, Ordering};

/// A server whose receiver holds all it gets, so that there is much to be delivered.
fn busy() -> (Daemon, crate::support::Account, Receiver) {
    let (daemon, receiver) = (Daemon::start(), Receiver::start());
    let account = daemon.register();
    receiver.hold("/in");
    account.webhook_id(&receiver.url("/in"), json!({"topics": ["load"]}));
    (daemon, account, receiver)
}

#[test]
fn a_backup_under_load_restores_to_a_sound_server_that_delivers() {
    let (mut daemon, account, receiver) = busy();
    let done = AtomicBool::new(false);
    let report = std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let events: Vec<_> = (0..50).map(|n| json!({"topic": "load", "payload": {"n": n}})).collect();
                while !done.load(Ordering::Relaxed) {
                    account.post("/events/batch", json!({ "events": events })).ok(202);
                }
            });
        }
        until("there is some work", || (account.get("/events").ok(200)["has_next"] == true).then_some(()));
        let run = cli(&daemon, &["backup"]).run();
        done.store(true, Ordering::Relaxed);
        assert!(run.stderr.contains("secret.key"), "it says what is not in it: {}", run.stderr);
        run.json()
    });
    assert_eq!(report["verified"], true);
    let (file, rows) = (report["file"].as_str().unwrap().to_owned(), &report["rows"]);
    assert_eq!(rows["events"], rows["deliveries"], "one moment: every event has its delivery");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

    let refused = cli(&daemon, &["restore", &file, "--yes"]).run();
    assert!(refused.code == Some(1) && refused.stderr.contains(&daemon.pid().to_string()), "{}", refused.stderr);
    account.get("/project").ok(200);

    daemon.kill9();
    let unsure = cli(&daemon, &["restore", &file]).run();
    assert_eq!(unsure.code, Some(2), "nobody was there to confirm: {}", unsure.stderr);
    let restored = cli(&daemon, &["restore", &file, "--yes"]).run().json();
    assert!(restored["previous"].as_str().unwrap().contains(".pre-restore-"), "{restored}");
    let doctor = cli(&daemon, &["doctor", "--full"]).run();
    assert!(doctor.stdout.contains("every page and index is sound"), "{}", doctor.stdout);
    assert!(doctor.stdout.contains("was read to its last page"), "{}", doctor.stdout);
    assert_eq!(doctor.code, Some(0), "{}{}", doctor.stdout, doctor.stderr);

    receiver.release("/in");
    daemon.restart();
    let expected = rows["events"].as_i64().unwrap();
    until("all that waited is delivered", || {
        let db = daemon.database();
        let all: i64 = db.query_row("SELECT COUNT(*) FROM deliveries", [], |row| row.get(0)).unwrap();
        assert_eq!(all, expected);
        let left: i64 =
            db.query_row("SELECT COUNT(*) FROM deliveries WHERE due_at IS NOT NULL", [], |row| row.get(0)).unwrap();
        (left == 0).then_some(())
    });
}

#[test]
fn a_copy_of_a_server_calls_nobody_unless_told_to() {
    let (daemon, account, receiver) = busy();
    let event = account.event("load", json!({"n": 1}));
    receiver.wait_for("/in", 1);
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("copy.db.zst");
    let report = cli(&daemon, &["backup", file.to_str().unwrap()]).run().json();
    assert_eq!(report["file"], file.to_str().unwrap());
    assert!(home.path().join("copy.db.zst.json").exists());
    // A second machine with the key, and nothing else.
    let data = home.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::copy(daemon.data_dir().join("secret.key"), data.join("secret.key")).unwrap();
    let path = data.to_str().unwrap();
    let restored =
        Cli::new(["restore", file.to_str().unwrap(), "--data-dir", path, "--hold-deliveries", "--yes"]).run().json();
    assert_eq!((&restored["deliveries_held"], &restored["previous"]), (&1.into(), &serde_json::Value::Null));
    let db = rusqlite::Connection::open(data.join("jobcelis.db")).unwrap();
    let sql = "SELECT due_at, claimed FROM deliveries";
    let (due, claimed): (i64, i64) = db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert!(due > 250_000_000_000_000_000 && claimed == 0, "put off for good");
    drop(db);
    let status = Cli::new(["migrate", "status", "--data-dir", path]).run().json();
    assert_eq!((&status["state"], &status["current"]), (&"current".into(), &status["required"]));
    Cli::new(["upgrade-check", "--data-dir", path]).run().ok();
    receiver.release("/in");
    account.settled(&event);
}

#[test]
fn to_stdout_and_encrypted() {
    let daemon = Daemon::start();
    daemon.register();
    let home = tempfile::tempdir().unwrap();
    let secret = home.path().join("passphrase");
    std::fs::write(&secret, "correct horse\n").unwrap();
    let secret = secret.to_str().unwrap();
    let report = cli(&daemon, &["backup", "--passphrase-file", secret]).run().json();
    let file = report["file"].as_str().unwrap();
    assert!(file.ends_with(".db.zst.enc") && report["encrypted"] == true, "{report}");
    let bytes = std::fs::read(file).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"SQLite"));
    let run = cli(&daemon, &["backup", "verify", file]).run();
    assert!(run.code == Some(1) && run.stdout.contains("needs its passphrase"), "{}{}", run.stdout, run.stderr);
    cli(&daemon, &["backup", "verify", file, "--passphrase-file", secret]).run().ok();
    let list = cli(&daemon, &["backup", "list"]).run().json();
    assert_eq!((list.as_array().unwrap().len(), &list[0]["verified"]), (1, &true.into()));
    cli(&daemon, &["backup"]).run().ok();
    let pruned = cli(&daemon, &["backup", "prune", "--keep", "1"]).run().json();
    assert_eq!(pruned["removed"].as_array().unwrap().len(), 1, "{pruned}");

    let out = home.path().join("out.db.zst");
    let script = format!("\"$0\" backup - --data-dir \"$1\" > {}", out.display());
    let (binary, data) = (env!("CARGO_BIN_EXE_jobcelis"), daemon.data_dir());
    let run = std::process::Command::new("sh").args(["-c", &script, binary]).arg(&data).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    cli(&daemon, &["backup", "verify", out.to_str().unwrap()]).run().ok();
    assert!(std::fs::read_dir(&data).unwrap().all(|e| !e.unwrap().file_name().to_str().unwrap().contains(".part")));
}
