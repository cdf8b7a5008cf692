//! Those who run the server: over the API, over the command line, and on the folder of the data.

mod cli;
mod folder;
mod owners;
mod rights;
mod rotation;

use crate::support::{Api, Daemon, PASSWORD};
use serde_json::json;
use std::io::Write;

/// The address of the superadmin that [`Server`] starts with.
pub const ROOT: &str = "root@example.org";

/// A server with a superadmin.
pub struct Server {
    pub daemon: Daemon,
    pub root: Api,
    pub token: String,
    _password: tempfile::NamedTempFile,
}

impl Server {
    #[track_caller]
    pub fn start() -> Server {
        Server::with(&[])
    }

    #[track_caller]
    pub fn with(flags: &[&str]) -> Server {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        writeln!(file, "{PASSWORD}").unwrap();
        let path = file.path().to_str().unwrap().to_owned();
        let daemon = Daemon::with(&[&["--admin-email", ROOT, "--admin-password-file", &path], flags].concat());
        let token = login(&daemon.api(), ROOT);
        Server { root: daemon.api().with(&token), token, daemon, _password: file }
    }

    /// A new operator of that role, signed in.
    #[track_caller]
    pub fn operator(&self, role: &str) -> Api {
        let email = format!("{}@example.org", crate::support::unique(role));
        self.root.post("/admin/users", json!({"email": email, "password": PASSWORD, "role": role})).ok(201);
        self.daemon.api().with(&login(&self.daemon.api(), &email))
    }

    /// The entries of an action, newest first.
    #[track_caller]
    pub fn entries(&self, action: &str) -> Vec<serde_json::Value> {
        let list = self.root.get(&format!("/admin/audit-log?action={action}")).ok(200);
        list["data"].as_array().unwrap().clone()
    }
}

/// The token of a new login.
#[track_caller]
pub fn login(api: &Api, email: &str) -> String {
    let answer = api.post("/auth/login", json!({"email": email, "password": PASSWORD})).ok(200);
    answer["token"].as_str().unwrap().to_owned()
}
