//! `jobcelis serve` as a command: its first line, its flags, its refusals.

mod handed;
mod log;
mod origins;
mod places;
mod proxy;
mod reload;
mod tls;

use crate::support::{Cli, Daemon, exchange, finish, until};

#[test]
fn the_first_line_says_where_it_listens() {
    let daemon = Daemon::start();
    let log = daemon.log();
    let first = log.lines().next().unwrap();
    let expected = format!("jobcelis {} listening on http://{}", env!("CARGO_PKG_VERSION"), daemon.address());
    assert_eq!(first, expected);
}

#[test]
fn the_first_line_is_text_also_with_json_logs() {
    let daemon = Daemon::with(&["--log-format", "json"]);
    daemon.register().get("/topics").ok(200);
    let log = daemon.log();
    let mut lines = log.lines();
    assert!(lines.next().unwrap().starts_with("jobcelis "));
    for line in lines.filter(|l| l.starts_with('{')) {
        let entry: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        assert!(entry.is_object());
        assert!(!line.contains(env!("CARGO_MANIFEST_DIR")), "a build path stands in the log: {line}");
    }
}

#[test]
fn several_addresses() {
    let daemon = Daemon::with(&["--listen", "127.0.0.1:0"]);
    let addresses: Vec<std::net::SocketAddr> = until("it names both addresses", || {
        let log = daemon.log();
        let found = log.lines().filter_map(|l| l.split_once(" listening on http://")?.1.trim().parse().ok());
        Some(found.collect::<Vec<_>>()).filter(|f| f.len() == 2)
    });
    assert_ne!(addresses[0], addresses[1]);
    for address in addresses {
        let reply = exchange(address, b"GET /api/v1/nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
        reply.fails(404, "Not found");
    }
}

#[test]
fn a_taken_port_is_an_error() {
    let daemon = Daemon::start();
    let other = tempfile::tempdir().unwrap();
    let (listen, dir) = (daemon.address().to_string(), other.path().join("data"));
    let run = Cli::new(["serve", "--listen", &listen, "--data-dir", dir.to_str().unwrap()]).run();
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains(&listen), "it names the address: {}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn wrong_flags_are_usage_errors() {
    for args in [
        &["serve", "--nonsense"][..],
        &["serve", "--listen", "nowhere"],
        &["serve", "--listen"],
        &["serve", "--registration", "sometimes"],
        &["serve", "--rate-limit", "many"],
        &["serve", "--trusted-proxies", "10.0.0.0/99"],
        &["serve", "--allow-private-destinations=everything"],
        &["serve", "--sync", "never"],
        &["serve", "--log-format", "xml"],
        &["serve", "extra"],
        &["nonsense"],
    ] {
        let run = Cli::new(args).run();
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.stderr);
        assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn help_names_every_flag() {
    let run = Cli::new(["serve", "--help"]).run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for flags in [
        "--data-dir --db --key-file --sync --cache-mb",
        "--listen --public-url --tls-cert --tls-key --trusted-proxies --max-body --metrics-listen --metrics-token --cors-origin",
        "--registration --admin-email --admin-password-file --session-timeout --jwt-days",
        "--delivery-workers --webhook-rate-limit --delivery-timeout --allow-http-destinations",
        "--allow-private-destinations --user-agent --egress-proxy",
        "--rate-limit --auth-rate-limit --max-streams-per-project --retention-days --retention-at",
        "--smtp-url --resend-api-key --mail-from --mail-from-name",
        "--backup-dir --backup-at --backup-keep --backup-passphrase-file --backup-exec",
        "--status-page --default-locale --log-format --log-level --log-file --ready-fd",
        "--dev --echo --check --print-config --config SIGHUP SIGUSR1",
    ] {
        for flag in flags.split(' ') {
            let named =
                |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric()).split('[').next() == Some(flag);
            assert!(run.stdout.split_whitespace().any(named), "{flag} is not in the help");
        }
    }
}

#[test]
fn the_version() {
    let run = Cli::new(["--version"]).run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with(&format!("jobcelis {}", env!("CARGO_PKG_VERSION"))), "{}", run.stdout);
}

#[test]
fn checking_the_configuration_starts_nothing() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("data");
    let run = Cli::new(["serve", "--check", "--data-dir", dir.to_str().unwrap()]).run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!dir.join("jobcelis.db").exists());
}

#[test]
fn flags_win_over_the_environment() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("data");
    let args = ["serve", "--print-config", "--rate-limit", "778811", "--data-dir", dir.to_str().unwrap()];
    let run = Cli::new(args).env("JOBCELIS_RATE_LIMIT", "554433").env("JOBCELIS_JWT_DAYS", "13").stdin("").run();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("778811") && !run.stdout.contains("554433"), "{}", run.stdout);
    let line = run.stdout.lines().find(|l| l.contains("jwt")).expect("a line about the life of tokens");
    assert!(line.contains("13"), "{line}");
}

#[test]
fn settings_from_the_environment() {
    let daemon = Daemon::with_env(&[("JOBCELIS_RATE_LIMIT", "7")]);
    let reply = daemon.register().get("/topics");
    assert_eq!(reply.header("x-ratelimit-limit"), Some("7"));
}

#[test]
fn an_unusable_data_directory() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("file");
    std::fs::write(&file, "not a directory").unwrap();
    let run = Cli::new(["serve", "--listen", "127.0.0.1:0", "--data-dir", file.to_str().unwrap()]).run();
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("file") && !run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn a_broken_database_is_refused() {
    let mut daemon = Daemon::start();
    daemon.register();
    daemon.stop();
    std::fs::write(daemon.data_dir().join("jobcelis.db"), "this is no database, whatever its name says".repeat(500))
        .unwrap();
    let run = finish(&mut daemon.command(), b"");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn the_log_has_request_ids() {
    let daemon = Daemon::with(&["--log-level", "debug"]);
    let id = "request-id-of-this-test-0001";
    daemon.api().call("GET", "/events").header("X-Request-Id", id).send().fails(401, "Invalid API key");
    until("the request is logged", || daemon.log().contains(id).then_some(()));
}

#[test]
fn the_master_key_may_come_from_the_environment() {
    let (own, other) = ("41".repeat(32), "42".repeat(32));
    let mut daemon = Daemon::with_env(&[("JOBCELIS_MASTER_KEY", &own)]);
    let account = daemon.register();
    account.webhook("http://127.0.0.1:9/x", serde_json::json!({}));
    assert!(!daemon.data_dir().join("secret.key").exists(), "no file holds it");
    daemon.stop();
    let place = daemon.data_dir();
    let rotate = ["admin", "rotate-keys", "--yes", "--data-dir", place.to_str().unwrap()];
    let refused = Cli::new(rotate).env("JOBCELIS_MASTER_KEY", &own).run();
    assert!(refused.code == Some(1) && refused.stderr.contains("JOBCELIS_MASTER_KEY"), "{}", refused.stderr);
    let foreign = finish(daemon.command().env("JOBCELIS_MASTER_KEY", &other), b"");
    assert_eq!(foreign.code, Some(1), "{}", foreign.stderr);
    let missing = finish(daemon.command().env_remove("JOBCELIS_MASTER_KEY"), b"");
    assert!(missing.code == Some(1) && missing.stderr.contains("secret.key is missing"), "{}", missing.stderr);
    daemon.restart();
    assert_eq!(account.get("/webhooks").ok(200)["webhooks"][0]["has_secret"], true);
    let printed = finish(daemon.command().arg("--print-config"), b"");
    assert!(printed.stdout.contains("master_key") && !printed.stdout.contains(&own), "{}", printed.stdout);
}

#[test]
fn the_first_superadmin_may_come_from_the_environment() {
    let daemon = Daemon::with_env(&[("ADMIN_EMAIL", "root@example.org"), ("ADMIN_PASSWORD", "Correct-Horse-77")]);
    let login = serde_json::json!({"email": "root@example.org", "password": "Correct-Horse-77"});
    let token = daemon.api().post("/auth/login", login).ok(200)["token"].as_str().unwrap().to_owned();
    daemon.api().with(&token).get("/admin/settings").ok(200);
    assert!(!daemon.log().contains("Correct-Horse"));
}
