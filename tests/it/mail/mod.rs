//! Letters, black box: what leads back into an account, what proves an address, and what becomes
//! of a letter while the mail server is away.

mod change;
mod cli;
mod confirm;
mod pages;
mod queue;
mod reset;
mod settings;

use crate::support::{Account, Daemon, MailServer};
use serde_json::json;

/// A server that sends its mail there.
#[track_caller]
fn daemon(mail: &MailServer) -> Daemon {
    Daemon::with(&mail.flags().each_ref().map(String::as_str))
}

/// Whether any file of the data directory contains the text.
fn stands_on_disk(daemon: &Daemon, text: &str) -> bool {
    let files = std::fs::read_dir(daemon.data_dir()).unwrap().map(|entry| entry.unwrap().path());
    let mut all = files.filter(|path| path.is_file()).map(|path| std::fs::read(path).unwrap());
    all.any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

/// A fresh account whose address is confirmed.
#[track_caller]
fn confirmed(daemon: &Daemon, mail: &MailServer) -> Account {
    let account = daemon.register();
    let token = mail.letter(&account.email, "Confirm").token();
    daemon.api().post("/auth/confirm-email", json!({"token": token})).ok(200);
    account
}
