//! `jobcelis doctor`: both halves, what it finds, what it mends, and its exit codes.

use crate::support::tls::Pair;
use crate::support::{Cli, Daemon, Output};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Looks at the data of a server that runs or ran there.
fn look(daemon: &Daemon, more: &[&str]) -> Cli {
    let (data, listen) = (daemon.data_dir(), daemon.address().to_string());
    let args = ["doctor", "--data-dir", data.to_str().unwrap(), "--listen", &listen];
    Cli::new(args.iter().chain(more))
}

/// The level of each finding of that name.
fn levels<'a>(run: &'a Output, name: &str) -> Vec<&'a str> {
    let of = |line: &'a str| Some((line.get(..5)?.trim(), line.get(6..22)?.trim()));
    run.stdout.lines().filter_map(of).filter(|(_, found)| *found == name).map(|(level, _)| level).collect()
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_running_server_and_the_way_to_it() {
    let daemon = Daemon::start();
    let account = daemon.register();
    let run = look(&daemon, &["--full"]).at(daemon.address()).env("JOBCELIS_API_KEY", &account.key).run();
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    for name in [
        "server",
        "database",
        "integrity",
        "master key",
        "write-ahead log",
        "disk",
        "port",
        "destinations",
        "reach",
        "clock",
        "version",
        "credential",
    ] {
        assert_eq!(levels(&run, name), ["ok"], "{name}: {}", run.stdout);
    }
    assert!(run.stdout.contains(&format!("process {}", daemon.pid())), "{}", run.stdout);
    assert!(!run.stdout.contains(&account.key), "{}", run.stdout);

    let run = look(&daemon, &["--json"]).at(daemon.address()).env("JOBCELIS_API_KEY", "jc_live_wrong").run();
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    let body = run.read();
    let bad: Vec<_> = body["checks"].as_array().unwrap().iter().filter(|check| check["status"] == "fail").collect();
    assert_eq!((bad.len(), &bad[0]["name"]), (1, &"credential".into()), "{}", run.stdout);
    assert!(bad[0]["hint"].as_str().unwrap().contains("login"));
}

#[test]
fn what_others_can_read_is_told_and_mended() {
    let daemon = Daemon::start();
    let (data, key) = (daemon.data_dir(), daemon.data_dir().join("secret.key"));
    set_mode(&data, 0o755);
    let run = look(&daemon, &[]).run();
    assert_eq!((run.code, levels(&run, "folder")), (Some(0), vec!["warn"]), "{}", run.stdout);
    assert_eq!(look(&daemon, &["--strict"]).run().code, Some(1));
    set_mode(&key, 0o640);
    let run = look(&daemon, &[]).run();
    assert_eq!((run.code, levels(&run, "master key")), (Some(1), vec!["fail", "ok"]), "{}", run.stdout);
    assert!(run.stdout.contains("chmod 600"), "{}", run.stdout);
    assert_eq!((mode(&data), mode(&key)), (0o755, 0o640), "only --fix changes anything");
    let run = look(&daemon, &["--fix"]).run();
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert_eq!((mode(&data), mode(&key)), (0o700, 0o600));
}

#[test]
fn a_stopped_server_with_the_wrong_key_or_none() {
    let mut daemon = Daemon::start();
    daemon.stop();
    let run = look(&daemon, &["--full"]).run();
    assert_eq!(levels(&run, "server"), ["ok"], "{}", run.stdout);
    assert!(run.stdout.contains("not running"), "{}", run.stdout);

    let taken = std::net::TcpListener::bind(daemon.address()).unwrap();
    let run = look(&daemon, &[]).run();
    assert_eq!((run.code, levels(&run, "port")), (Some(1), vec!["fail"]), "{}", run.stdout);
    drop(taken);

    let key = daemon.data_dir().join("secret.key");
    std::fs::write(&key, [9; 32]).unwrap();
    let run = look(&daemon, &[]).run();
    assert_eq!((run.code, levels(&run, "master key")), (Some(1), vec!["fail"]), "{}", run.stdout);
    std::fs::remove_file(&key).unwrap();
    let run = look(&daemon, &[]).run();
    assert!(run.stdout.contains("is missing") && run.code == Some(1), "{}", run.stdout);
    assert!(!key.exists(), "none is made");
    let left: Vec<_> = std::fs::read_dir(daemon.data_dir()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the database and the lock: {left:?}");
}

#[test]
fn a_database_that_is_none() {
    let mut daemon = Daemon::start();
    daemon.stop();
    std::fs::write(daemon.data_dir().join("jobcelis.db"), "no database ".repeat(1000)).unwrap();
    let run = look(&daemon, &["--full"]).run();
    assert_eq!((run.code, levels(&run, "database")), (Some(1), vec!["fail"]), "{}", run.stdout);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn without_anything_and_without_a_way() {
    let run = Cli::new(["doctor"]).run();
    assert_eq!((run.code, levels(&run, "credential")), (Some(0), vec!["warn"]), "{}", run.stdout);
    assert_eq!(Cli::new(["doctor", "--strict"]).run().code, Some(1));
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let run = Cli::new(["doctor"]).at(closed).run();
    assert_eq!((run.code, levels(&run, "reach")), (Some(1), vec!["fail"]), "{}", run.stdout);
    assert!(run.stdout.contains("jobcelis serve"), "{}", run.stdout);
    let run = Cli::new(["doctor", "--listen", "nowhere"]).run();
    assert_eq!((run.code, levels(&run, "server settings")), (Some(1), vec!["fail"]), "{}", run.stdout);
}

#[test]
fn a_configuration_that_others_read() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("config.toml");
    std::fs::write(&file, "[profiles.default]\nbase_url = \"http://127.0.0.1:1\"\n").unwrap();
    set_mode(&file, 0o644);
    let path = file.to_str().unwrap();
    let run = Cli::new(["doctor", "--config", path]).run();
    assert_eq!((run.code, levels(&run, "configuration")), (Some(1), vec!["fail", "fail"]), "{}", run.stdout);
    let run = Cli::new(["doctor", "--config", path, "--fix"]).run();
    assert_eq!((mode(&file), levels(&run, "configuration")), (0o600, vec!["ok", "ok"]), "{}", run.stdout);
    let run = Cli::new(["doctor", "--config", path, "--profile", "nobody"]).run();
    assert_eq!(levels(&run, "configuration"), ["fail"], "{}", run.stdout);
}

#[test]
fn the_pair_that_a_start_would_read() {
    let (daemon, pair, other) = (Daemon::start(), Pair::new(), Pair::new());
    let [cert, key, foreign] = [pair.cert(), pair.key(), other.key()].map(|path| path.to_str().unwrap().to_owned());
    let run = look(&daemon, &["--tls-cert", &cert, "--tls-key", &key]).run();
    assert_eq!((run.code, levels(&run, "certificate")), (Some(0), vec!["ok"]), "{}", run.stdout);
    let run = look(&daemon, &["--tls-cert", &cert, "--tls-key", &foreign]).run();
    assert_eq!((run.code, levels(&run, "certificate")), (Some(1), vec!["fail"]), "{}", run.stdout);
    assert!(levels(&look(&daemon, &[]).run(), "certificate").is_empty());
}
