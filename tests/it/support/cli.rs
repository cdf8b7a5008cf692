//! Runs the binary as a user would: arguments, environment and stdin in; code and texts out.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// One run of the binary, with a home directory of its own.
#[derive(Debug)]
pub struct Cli {
    command: Command,
    home: TempDir,
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
        Cli { command, home, stdin: Vec::new() }
    }

    pub fn env(mut self, name: &str, value: &str) -> Cli {
        self.command.env(name, value);
        self
    }

    pub fn stdin(mut self, text: &str) -> Cli {
        self.stdin = text.into();
        self
    }

    pub fn home(&self) -> &std::path::Path {
        self.home.path()
    }

    /// Runs to the end; the caller gives arguments that end.
    pub fn run(mut self) -> Output {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the binary starts");
        // A program that reads no input closes the pipe early; that is its right.
        child.stdin.take().unwrap().write_all(&self.stdin).ok();
        let output = child.wait_with_output().expect("it ends");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Output { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}
