//! The real server as a child process on a data directory of its own: start, stop, kill, restart.
//! Its log is kept and shown when a test fails.

use super::account::Account;
use super::api::Api;
use super::{DEADLINE, until};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::ops::Deref;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, Weak};
use std::thread::JoinHandle;
use tempfile::TempDir;

/// Flags under which tests can send to a receiver on loopback and call as often as they like.
const OPEN: [&str; 4] = ["--allow-http-destinations", "--allow-private-destinations", "--auth-rate-limit", "off"];

/// A running server.
#[derive(Debug)]
pub struct Daemon {
    root: TempDir,
    flags: Vec<String>,
    env: Vec<(String, String)>,
    /// A line of a shell that starts the server, whose command is `"$@"`.
    script: Option<String>,
    stdin: Option<OwnedFd>,
    address: Arc<Mutex<SocketAddr>>,
    log: Arc<Mutex<Vec<String>>>,
    child: Option<(Child, JoinHandle<()>)>,
}

impl Daemon {
    /// Starts with the open flags.
    #[track_caller]
    pub fn start() -> Daemon {
        Daemon::with(&[])
    }

    /// Starts with the open flags and more.
    #[track_caller]
    pub fn with(flags: &[&str]) -> Daemon {
        Daemon::bare(&[&OPEN[..], flags].concat())
    }

    /// Starts with these flags and nothing else: limits and the destination guard are on.
    #[track_caller]
    pub fn bare(flags: &[&str]) -> Daemon {
        Daemon::launch(flags, &[])
    }

    /// Starts with the open flags and these variables in its environment.
    #[track_caller]
    pub fn with_env(env: &[(&str, &str)]) -> Daemon {
        Daemon::launch(&OPEN, env)
    }

    /// Starts with the open flags and more, out of this line of a shell, in which `"$@"` is the
    /// command; `stdin` is what the line reads.
    #[track_caller]
    pub fn out_of(script: &str, stdin: Option<OwnedFd>, flags: &[&str]) -> Daemon {
        let mut daemon = Daemon::new(&[&OPEN[..], flags].concat(), &[]);
        (daemon.script, daemon.stdin) = (Some(script.to_owned()), stdin);
        daemon.spawn();
        daemon
    }

    #[track_caller]
    fn launch(flags: &[&str], env: &[(&str, &str)]) -> Daemon {
        let mut daemon = Daemon::new(flags, env);
        daemon.spawn();
        daemon
    }

    fn new(flags: &[&str], env: &[(&str, &str)]) -> Daemon {
        Daemon {
            root: tempfile::tempdir().expect("a temporary directory"),
            flags: flags.iter().map(ToString::to_string).collect(),
            env: env.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect(),
            script: None,
            stdin: None,
            address: Arc::new(Mutex::new(SocketAddr::from(([127, 0, 0, 1], 0)))),
            log: Arc::default(),
            child: None,
        }
    }

    /// The server that tests share when they need no flags and never stop it. It lives while any
    /// test holds it, so nothing is left behind at the end.
    #[track_caller]
    pub fn shared() -> Shared {
        static RUNNING: Mutex<Weak<Daemon>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(|e| e.into_inner());
        let daemon = running.upgrade().unwrap_or_else(|| Arc::new(Daemon::start()));
        *running = Arc::downgrade(&daemon);
        Shared(daemon)
    }

    /// The caller without a credential.
    pub fn api(&self) -> Api {
        Api::new(self.address.clone())
    }

    /// A fresh account with its project and key.
    #[track_caller]
    pub fn register(&self) -> Account {
        Account::register(&self.api())
    }

    pub fn address(&self) -> SocketAddr {
        *self.address.lock().unwrap()
    }

    pub fn data_dir(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn pid(&self) -> u32 {
        self.child.as_ref().expect("it runs").0.id()
    }

    /// A connection to the database, beside the server or in its absence: how tests let time pass
    /// and look at what no route shows.
    pub fn database(&self) -> rusqlite::Connection {
        let db = rusqlite::Connection::open(self.data_dir().join("jobcelis.db")).expect("it opens");
        db.busy_timeout(DEADLINE).expect("it waits");
        db
    }

    /// Everything the server has written to stderr so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().join("\n")
    }

    /// The command that starts the server on this data directory.
    pub fn command(&self) -> Command {
        let binary = env!("CARGO_BIN_EXE_jobcelis");
        let mut command = Command::new(if self.script.is_some() { "sh" } else { binary });
        if let Some(script) = &self.script {
            command.args(["-c", script, "sh", binary]);
        }
        for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("JOBCELIS_")) {
            command.env_remove(name);
        }
        let home = self.root.path().join("home");
        command.env("HOME", &home).env("XDG_CONFIG_HOME", &home).env("XDG_DATA_HOME", &home).envs(self.env.clone());
        command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(self.data_dir()).args(&self.flags);
        command
    }

    #[track_caller]
    fn spawn(&mut self) {
        let mut command = self.command();
        command
            .stdin(self.stdin.take().map_or_else(Stdio::null, Stdio::from))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary starts");
        let (lines, log) = (BufReader::new(child.stderr.take().unwrap()).lines(), self.log.clone());
        let from = log.lock().unwrap().len();
        let drain = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                log.lock().unwrap().push(line);
            }
        });
        self.child = Some((child, drain));
        let found = until("the server says where it listens", || {
            let said = self.log.lock().unwrap()[from..].iter().find_map(|line| listening(line));
            if said.is_none() && self.child.as_mut().unwrap().0.try_wait().unwrap().is_some() {
                panic!("the server ended at once:\n{}", self.log());
            }
            said
        });
        *self.address.lock().unwrap() = found;
    }

    /// Ends the server as a power cut would: SIGKILL, no warning.
    pub fn kill9(&mut self) {
        let (mut child, drain) = self.child.take().expect("it runs");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        drain.join().unwrap();
    }

    /// Sends a signal by name and does not wait.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("sh").arg("-c").arg(format!("kill -{name} {}", self.pid())).status();
        assert!(sent.expect("a shell").success(), "the signal was not sent");
    }

    /// Waits until the server has ended by itself.
    #[track_caller]
    pub fn wait(&mut self) -> ExitStatus {
        let (mut child, drain) = self.child.take().expect("it runs");
        let started = std::time::Instant::now();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None if started.elapsed().as_secs() > 40 => {
                    child.kill().ok();
                    panic!("the server did not end:\n{}", self.log());
                }
                None => std::thread::sleep(std::time::Duration::from_millis(10)),
            }
        };
        drain.join().unwrap();
        status
    }

    /// Asks the server to stop and expects a clean end.
    #[track_caller]
    pub fn stop(&mut self) {
        self.signal("TERM");
        let status = self.wait();
        assert_eq!(status.code(), Some(0), "not a clean end:\n{}", self.log());
    }

    /// Starts again on the same data, on another port; known callers follow.
    #[track_caller]
    pub fn restart(&mut self) {
        assert!(self.child.is_none(), "stop or kill it first");
        self.spawn();
    }

    /// As `restart`, with these flags in place of the earlier ones.
    #[track_caller]
    pub fn restart_with(&mut self, flags: &[&str]) {
        self.flags = flags.iter().map(ToString::to_string).collect();
        self.restart();
    }
}

fn listening(line: &str) -> Option<SocketAddr> {
    let url = line.split_once(" listening on http")?.1.trim();
    url.trim_start_matches('s').strip_prefix("://")?.parse().ok()
}

impl Drop for Daemon {
    fn drop(&mut self) {
        if let Some((mut child, drain)) = self.child.take() {
            child.kill().ok();
            child.wait().ok();
            drain.join().ok();
        }
        if std::thread::panicking() {
            show(&self.log());
        }
    }
}

/// A share in the common server; it shows the end of the log when its test fails.
#[derive(Debug)]
pub struct Shared(Arc<Daemon>);

impl Deref for Shared {
    type Target = Daemon;

    fn deref(&self) -> &Daemon {
        &self.0
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if std::thread::panicking() {
            show(&self.0.log());
        }
    }
}

fn show(log: &str) {
    let lines: Vec<&str> = log.lines().collect();
    eprintln!("--- server log ---\n{}\n---", lines[lines.len().saturating_sub(80)..].join("\n"));
}
