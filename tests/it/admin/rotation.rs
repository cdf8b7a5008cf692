//! Replacing the master key of a server with data, also when the replacement is killed.

use crate::support::{Account, Cli, Daemon, Receiver, jobcelis_signature};
use serde_json::json;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

struct Scene {
    daemon: Daemon,
    receiver: Receiver,
    account: Account,
    secret: String,
}

impl Scene {
    fn new() -> Scene {
        let daemon = Daemon::start();
        let receiver = Receiver::start();
        let account = daemon.register();
        let hook = account.webhook(&receiver.url("/in"), json!({}));
        let secret = hook["secret"].as_str().unwrap().to_owned();
        account.login();
        Scene { daemon, receiver, account, secret }
    }

    fn args(&self) -> Vec<String> {
        let folder = self.daemon.data_dir().to_str().unwrap().to_owned();
        ["admin", "rotate-keys", "--yes", "--data-dir", &folder].map(str::to_owned).to_vec()
    }

    fn key(&self) -> PathBuf {
        self.daemon.data_dir().join("secret.key")
    }

    /// Starts the server and finds that everything opens.
    #[track_caller]
    fn works(&mut self) {
        self.daemon.restart();
        let (before, account) = (self.receiver.hits("/in").len(), self.account.clone());
        account.settled(&account.event("t", json!({"n": 1})));
        let hits = self.receiver.hits("/in");
        assert_eq!(hits.len(), before + 1);
        let hit = &hits[before];
        let expected = jobcelis_signature(&self.secret, &hit.body);
        assert_eq!(hit.header("x-signature"), Some(expected.as_str()), "the webhook's secret is the same");
        let login = account.login();
        assert_eq!(login["user"]["email"], json!(account.email));
        let refresh = json!({"refresh_token": account.refresh_token});
        let renewed = account.anonymous().post("/auth/refresh", refresh).ok(200);
        self.account.refresh_token = renewed["refresh_token"].as_str().unwrap().to_owned();
        let entries = account.with(renewed["token"].as_str().unwrap()).get("/audit-log?action=event.created").ok(200);
        assert_eq!(entries["data"][0]["ip_address"], "127.0.0.1", "where events came from");
        assert!(!self.daemon.data_dir().join("secret.key.new").exists());
        self.daemon.stop();
    }
}

#[test]
fn all_goes_on_with_a_new_key() {
    let mut scene = Scene::new();
    scene.daemon.stop();
    let old = std::fs::read(scene.key()).unwrap();
    for _ in 0..2 {
        let run = Cli::new(scene.args()).run();
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert!(run.stderr.contains("holds a new master key"), "{}", run.stderr);
        scene.works();
    }
    assert_ne!(std::fs::read(scene.key()).unwrap(), old);
    let unasked = Cli::new(scene.args().into_iter().filter(|arg| arg != "--yes")).run();
    assert_eq!(unasked.code, Some(2), "{}", unasked.stderr);
    std::fs::write(scene.key(), old).unwrap();
    let folder = scene.daemon.data_dir();
    let run = Cli::new(["serve", "--listen", "127.0.0.1:0", "--data-dir", folder.to_str().unwrap()]).run();
    assert!(run.code != Some(0) && run.stderr.contains("does not belong to this database"), "{}", run.stderr);
}

#[test]
fn a_kill_at_any_moment_leaves_a_key_that_fits() {
    let mut scene = Scene::new();
    scene.daemon.stop();
    // The moment is what differs; each step by itself is tested beside the code.
    for round in 0..12 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jobcelis"));
        command.args(scene.args()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(round * 5));
        child.kill().ok();
        child.wait().unwrap();
        if round % 4 == 3 {
            scene.works();
        }
    }
    scene.works();
}
