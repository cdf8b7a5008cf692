//! The server under test: started for the run on a fresh folder with an account of its own, or
//! one that already runs. Its webhooks point at the receiver.

use super::Bench;
use crate::cli::api::{Api, Hook};
use crate::cli::failure::{Failure, Outcome};
use crate::cli::scratch::Scratch;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

/// A server that takes events.
#[derive(Debug)]
pub struct Target {
    pub api: Api,
    pid: Option<u32>,
    /// Webhooks to remove afterwards from a server that goes on running.
    pub hooks: Vec<Hook>,
    started: Option<Server>,
}

impl Target {
    /// Makes a server ready: account, key, and one webhook per role of the receiver.
    pub async fn prepare(bench: &Bench, receiver: SocketAddr) -> Outcome<Target> {
        let mut target = match (&bench.url, &bench.api_key) {
            (Some(url), Some(key)) => Target::at(url, key, bench.pid)?,
            _ => Target::start(bench).await?,
        };
        for number in 0..bench.webhooks {
            let hook = target.api.hook(&format!("http://{receiver}/{number}")).await?;
            target.hooks.push(hook);
        }
        Ok(target)
    }

    fn at(url: &str, key: &str, pid: Option<u32>) -> Outcome<Target> {
        let host = url.trim_end_matches('/').strip_prefix("http://").filter(|h| !h.contains('/'));
        let host = host.ok_or_else(|| Failure::usage(format!("--url {url}: must be http://HOST:PORT")))?;
        let address = if host.contains(':') { host.to_owned() } else { format!("{host}:80") };
        Ok(Target { api: Api { address, key: key.to_owned() }, pid, hooks: Vec::new(), started: None })
    }

    async fn start(bench: &Bench) -> Outcome<Target> {
        let server = Server::start(bench)?;
        let (api, _) = Api::register(&server.address, "bench@localhost").await?;
        Ok(Target { api, pid: Some(server.child.id()), hooks: Vec::new(), started: Some(server) })
    }

    pub fn pid(&self) -> Option<u32> {
        self.pid
    }

    /// Where the data of a server started here lie.
    pub fn folder(&self) -> Option<&Path> {
        self.started.as_ref().map(|s| s.folder.path())
    }

    /// Removes what was made in a server that goes on running.
    pub async fn finish(self) -> Outcome {
        if self.started.is_none() {
            for hook in &self.hooks {
                self.api.unhook(&hook.id).await?;
            }
        }
        Ok(())
    }
}

/// A server of this binary; ends, and its folder goes, when dropped.
#[derive(Debug)]
struct Server {
    child: Child,
    address: String,
    folder: Scratch,
}

impl Server {
    fn start(bench: &Bench) -> Outcome<Server> {
        let folder = Scratch::new(&bench.dir.clone().unwrap_or_else(crate::config::cache_dir), "bench")?;
        let mut child = command(folder.path(), &bench.sync)?.spawn()?;
        let stderr = child.stderr.take();
        let mut server = Server { child, address: String::new(), folder };
        let mut lines = BufReader::new(stderr.ok_or_else(|| Failure::failed("the server has no stderr"))?);
        let mut first = String::new();
        lines.read_line(&mut first)?;
        match first.trim_end().split_once(" listening on http://") {
            Some((_, address)) => server.address = address.to_owned(),
            None => return Err(Failure::failed(format!("the server did not start: {}", first.trim_end()))),
        }
        std::thread::Builder::new().name("server log".into()).spawn(move || pass_on(lines))?;
        Ok(server)
    }
}

/// How the server is called; what the user's own server is told must not change the result.
fn command(folder: &Path, sync: &str) -> Outcome<Command> {
    let file = folder.join("server.toml");
    std::fs::write(&file, "")?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("serve").arg("--config").arg(&file).arg("--data-dir").arg(folder);
    command.args(["--listen", "127.0.0.1:0", "--registration", "open", "--sync", sync]);
    command.args(["--rate-limit", "off", "--auth-rate-limit", "off", "--log-level", "error"]);
    command.args(["--max-streams-per-project", "100000"]);
    command.args(["--allow-http-destinations", "--allow-private-destinations=127.0.0.0/8"]);
    for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("JOBCELIS_")) {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    Ok(command)
}

/// Shows what the server has to say: during a bench it is quiet unless something is wrong.
fn pass_on(lines: BufReader<ChildStderr>) {
    for line in lines.lines().map_while(Result::ok) {
        let _ = writeln!(std::io::stderr(), "server: {line}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has nothing to keep, so it need not be asked.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
