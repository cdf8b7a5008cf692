//! SIGHUP: what takes effect while the server runs, what needs a restart, and what changes nothing.

use crate::support::{Account, Daemon, Receiver, until};
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

/// A server with a configuration file of the test.
struct Configured {
    daemon: Daemon,
    file: PathBuf,
    _folder: TempDir,
}

impl Configured {
    fn start(text: &str, flags: &[&str]) -> Configured {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("server.toml");
        std::fs::write(&file, text).unwrap();
        let config = ["--config", file.to_str().unwrap()];
        Configured { daemon: Daemon::bare(&[&config[..], flags].concat()), file, _folder: folder }
    }

    /// Has the server read this text, and waits until the log says `told`.
    fn reload(&self, text: &str, told: &str) {
        std::fs::write(&self.file, text).unwrap();
        let before = self.daemon.log().matches(told).count();
        self.daemon.signal("HUP");
        until(told, || (self.daemon.log().matches(told).count() > before).then_some(()));
    }
}

const READ: &str = "the configuration was read again";

fn limit(account: &Account) -> Option<String> {
    account.get("/topics").header("x-ratelimit-limit").map(ToOwned::to_owned)
}

#[test]
fn limits_change_while_it_runs() {
    let server = Configured::start("rate_limit = 500\nauth_rate_limit = false\n", &[]);
    let account = server.daemon.register();
    assert_eq!(limit(&account).as_deref(), Some("500"));
    let login = || server.daemon.api().post("/auth/login", json!({"email": "a@b.test", "password": "x"}));
    assert_eq!(login().header("x-ratelimit-limit"), None, "not limited");
    server.reload("rate_limit = 700\nauth_rate_limit = true\n", READ);
    assert_eq!(limit(&account).as_deref(), Some("700"));
    assert!(login().header("x-ratelimit-limit").is_some(), "limited");
    server.reload("rate_limit = \"off\"\n", READ);
    assert_eq!(limit(&account), None);
    server.reload("max_projects = 1\n", READ);
    assert_eq!(account.user().post("/projects", json!({"name": "second"})).status, 422);
    assert_eq!(limit(&account).as_deref(), Some("600000"), "what is no longer there is the default");
}

#[test]
fn the_pace_of_webhooks_changes_while_it_runs() {
    let open = ["--allow-http-destinations", "--allow-private-destinations", "--auth-rate-limit", "off"];
    let server = Configured::start("webhook_rate_limit = \"1,1\"\n", &open);
    let (account, receiver) = (server.daemon.register(), Receiver::start());
    account.webhook(&receiver.url("/in"), json!({}));
    let first = account.event("t", json!({}));
    assert_eq!(account.settled(&first)["status"], "success");
    let waiting = account.event("t", json!({}));
    server.reload("webhook_rate_limit = \"off\"\n", READ);
    let last = account.event("t", json!({}));
    for event in [&last, &waiting] {
        assert_eq!(account.settled(event)["status"], "success");
    }
    assert_eq!(receiver.hits("/in").len(), 3);
}

#[test]
fn flags_still_win() {
    let server = Configured::start("rate_limit = 500\n", &["--rate-limit", "600"]);
    let account = server.daemon.register();
    server.reload("rate_limit = 700\n", READ);
    assert_eq!(limit(&account).as_deref(), Some("600"));
}

#[test]
fn the_level_of_the_log_changes() {
    let server = Configured::start("", &[]);
    let id = "request-id-before-the-reload-1";
    server.daemon.api().call("GET", "/events").header("X-Request-Id", id).send();
    server.reload("log_level = \"debug\"\n", READ);
    let next = "request-id-behind-the-reload-1";
    server.daemon.api().call("GET", "/events").header("X-Request-Id", next).send();
    until("it is logged", || server.daemon.log().contains(next).then_some(()));
    assert!(!server.daemon.log().contains(id));
    assert!(server.daemon.log().contains("changed=\"log_level\""), "{}", server.daemon.log());
}

#[test]
fn what_does_not_hold_changes_nothing() {
    let server = Configured::start("rate_limit = 500\n", &[]);
    let account = server.daemon.register();
    for (text, problem) in [("rate_limit = \"many\"\n", "must be a whole number or off"), ("rate_limit = \n", "line 1")]
    {
        server.reload(text, "the configuration stays as it was");
        assert!(server.daemon.log().contains(problem), "{}", server.daemon.log());
        assert_eq!(limit(&account).as_deref(), Some("500"));
    }
}

#[test]
fn what_needs_a_restart_is_named() {
    let server = Configured::start("max_body = 2048\n", &[]);
    let told = "these need a restart to change settings=\"user_agent max_body\"";
    for _ in 0..2 {
        server.reload("max_body = 4096\nuser_agent = \"x\"\nrate_limit = 500\n", told);
    }
    let account = server.daemon.register();
    assert_eq!(limit(&account).as_deref(), Some("500"), "the rest is taken in");
    assert_eq!(account.post("/events", json!({"topic": "t", "x": "y".repeat(3000)})).status, 413);
    let before = server.daemon.log().matches("need a restart").count();
    server.reload("max_body = 2048\n", READ);
    assert_eq!(server.daemon.log().matches("need a restart").count(), before, "it is as it was");
}
