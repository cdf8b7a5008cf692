//! The server under test: started for the run on a fresh folder with an account of its own, or
//! one that already runs. Its webhooks point at the receiver.

use super::Bench;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::scratch::Scratch;
use crate::cli::wire;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A server that takes events.
#[derive(Debug)]
pub struct Target {
    address: String,
    key: String,
    pid: Option<u32>,
    /// Webhooks to remove afterwards from a server that goes on running.
    webhooks: Vec<String>,
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
            let webhook = json!({ "url": format!("http://{receiver}/{number}"), "topics": [] });
            let made = target.call("POST", "/api/v1/webhooks", Some(&webhook)).await?;
            target.webhooks.push(made["id"].as_str().unwrap_or_default().to_owned());
        }
        Ok(target)
    }

    fn at(url: &str, key: &str, pid: Option<u32>) -> Outcome<Target> {
        let host = url.trim_end_matches('/').strip_prefix("http://").filter(|h| !h.contains('/'));
        let host = host.ok_or_else(|| Failure::usage(format!("--url {url}: must be http://HOST:PORT")))?;
        let address = if host.contains(':') { host.to_owned() } else { format!("{host}:80") };
        Ok(Target { address, key: key.to_owned(), pid, webhooks: Vec::new(), started: None })
    }

    async fn start(bench: &Bench) -> Outcome<Target> {
        let server = Server::start(bench)?;
        let (address, pid) = (server.address.clone(), Some(server.child.id()));
        let mut target = Target { address, key: String::new(), pid, webhooks: Vec::new(), started: Some(server) };
        let account = json!({ "email": "bench@localhost", "password": crate::base::crypto::random_token("Aa1") });
        let made = target.call("POST", "/api/v1/auth/register", Some(&account)).await?;
        target.key = made["api_key"].as_str().unwrap_or_default().to_owned();
        Ok(target)
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn key(&self) -> &str {
        &self.key
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
            for id in &self.webhooks {
                self.call("DELETE", &format!("/api/v1/webhooks/{id}"), None).await?;
            }
        }
        Ok(())
    }

    /// One API call on a connection of its own.
    async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Outcome<Value> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let auth = if self.key.is_empty() { String::new() } else { format!("Authorization: Bearer {}\r\n", self.key) };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{auth}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        let wrong = |why: String| Failure::failed(format!("{method} http://{}{path}: {why}", self.address));
        let answer = async {
            let mut stream = TcpStream::connect(&self.address).await?;
            stream.write_all(&[head, body].concat().into_bytes()).await?;
            let mut buffer = Vec::new();
            let frame = wire::read(&mut stream, &mut buffer).await?;
            let frame = frame.ok_or(std::io::ErrorKind::UnexpectedEof)?;
            Ok::<_, std::io::Error>((wire::status(&buffer), frame.body(&buffer).to_vec()))
        };
        let (status, text) = answer.await.map_err(|e| wrong(e.to_string()))?;
        if !(200..300).contains(&status) {
            return Err(wrong(format!("{status} {}", String::from_utf8_lossy(&text))));
        }
        Ok(serde_json::from_slice(&text).unwrap_or_default())
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
        let file = folder.path().join("server.toml");
        std::fs::write(&file, "")?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve").arg("--config").arg(&file).arg("--data-dir").arg(folder.path());
        command.args(["--listen", "127.0.0.1:0", "--registration", "open", "--rate-limit", "off"]);
        command.args(["--auth-rate-limit", "off", "--allow-http-destinations", "--log-level", "warn"]);
        command.args(["--allow-private-destinations=127.0.0.0/8", "--sync", &bench.sync]);
        // What the user's own server is told must not change what is measured.
        for (name, _) in std::env::vars_os().filter(|(n, _)| n.to_string_lossy().starts_with("JOBCELIS_")) {
            command.env_remove(name);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
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
