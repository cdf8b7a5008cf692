//! Runs the binary as a user would: arguments, environment and stdin in; code and texts out.

use super::DEADLINE;
use serde_json::Value;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// One run of the binary, with a home directory of its own.
#[derive(Debug)]
pub struct Cli {
    command: Command,
    _home: TempDir,
    stdin: Vec<u8>,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Output {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Cli {
    pub fn new<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Cli {
        let home = tempfile::tempdir().expect("a temporary directory");
        let mut command = Command::new(env!("CARGO_BIN_EXE_jobcelis"));
        for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("JOBCELIS_")) {
            command.env_remove(name);
        }
        command.env("HOME", home.path()).env("XDG_CONFIG_HOME", home.path()).env("XDG_DATA_HOME", home.path());
        command.args(args);
        Cli { command, _home: home, stdin: Vec::new() }
    }

    pub fn env(mut self, name: &str, value: &str) -> Cli {
        self.command.env(name, value);
        self
    }

    /// Calls the server at this address.
    pub fn at(self, server: SocketAddr) -> Cli {
        self.env("JOBCELIS_BASE_URL", &format!("http://{server}"))
    }

    /// Runs in this folder.
    pub fn within(mut self, folder: &Path) -> Cli {
        self.command.current_dir(folder);
        self
    }

    pub fn stdin(mut self, text: &str) -> Cli {
        self.stdin = text.into();
        self
    }

    /// Runs to the end.
    #[track_caller]
    pub fn run(mut self) -> Output {
        finish(&mut self.command, &self.stdin)
    }
}

impl Output {
    /// The same, of a run that must have gone well.
    #[track_caller]
    pub fn ok(self) -> Output {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self
    }

    /// What a run that went well has printed.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self.read()
    }

    /// What was printed, however the run has ended.
    #[track_caller]
    pub fn read(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e}: {}{}", self.stdout, self.stderr))
    }
}

/// Runs a command to its end; one that does not end in time is killed and fails the test.
#[track_caller]
pub fn finish(command: &mut Command, stdin: &[u8]) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    // A program that reads no input closes the pipe early; that is its right.
    child.stdin.take().unwrap().write_all(stdin).ok();
    let (stdout, stderr) = (collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap()));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if started.elapsed() > DEADLINE {
            child.kill().ok();
            child.wait().ok();
            panic!("the command does not end:\n{}", stderr.join().unwrap());
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    Output { code: status.code(), stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}

fn collect(mut from: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).ok();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
