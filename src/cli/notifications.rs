//! `jobcelis notifications`: what the server told the account that is logged in.

use super::app::App;
use super::failure::Outcome;
use super::noun::{Ids, Noun, Paging};
use crate::client::{Auth, Request};

pub const NOTIFICATION: Noun<'_> = Noun {
    one: "notification",
    many: "notifications",
    path: "/me/notifications",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "type", "title", "message", "read", "inserted_at"],
    wide: &["project_id", "read_at"],
};

/// What the server told the account that is logged in
#[derive(Debug, clap::Subcommand)]
pub enum Notifications {
    #[command(visible_alias = "ls")]
    List(List),
    /// Mark notifications as read
    Read(Ids),
    /// Mark all notifications as read
    ReadAll,
}

/// List notifications, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only those that were not read
    #[arg(long)]
    unread: bool,
    #[command(flatten)]
    paging: Paging,
}

pub fn run(app: &App, command: &Notifications) -> Outcome {
    let to = NOTIFICATION.auth;
    match command {
        Notifications::List(list) => {
            let request = Request::get(NOTIFICATION.path).auth(to).query("unread", list.unread.then_some(true));
            app.list(&NOTIFICATION, request, &list.paging)
        }
        Notifications::Read(ids) => {
            app.each(&NOTIFICATION, ids, |id| Request::post(&NOTIFICATION.at(id, "/read")).auth(to).safe())
        }
        Notifications::ReadAll => app.run(Request::post("/me/notifications/read-all").auth(to).safe()),
    }
}
