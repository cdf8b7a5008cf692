//! Letters, black box: what leads back into an account, what proves an address, and what becomes
//! of a letter while the mail server is away.

mod change;
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

/// A fresh account whose address is confirmed.
#[track_caller]
fn confirmed(daemon: &Daemon, mail: &MailServer) -> Account {
    let account = daemon.register();
    let token = mail.letter(&account.email, "Confirm").token();
    daemon.api().post("/auth/confirm-email", json!({"token": token})).ok(200);
    account
}
