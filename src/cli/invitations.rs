//! `jobcelis invitations`: the projects that a user is invited to.

use super::app::App;
use super::failure::Outcome;
use super::noun::{Ids, Noun, Paging};
use crate::client::{Auth, Request};

pub const INVITATION: Noun<'_> = Noun {
    one: "invitation",
    many: "invitations",
    path: "/invitations",
    list: "/pending",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "project_name", "role", "status", "inserted_at"],
    wide: &["project_id", "invited_by"],
};

/// The projects that the user who is logged in is invited to
#[derive(Debug, clap::Subcommand)]
pub enum Invitations {
    /// List the invitations that wait for an answer
    #[command(visible_aliases = ["list", "ls"])]
    Pending(Paging),
    /// Join the projects
    Accept(Ids),
    /// Decline
    Reject(Ids),
}

pub fn run(app: &App, command: &Invitations) -> Outcome {
    let answer = |ids: &Ids, verb: &str| {
        app.each(&INVITATION, ids, |id| Request::post(&INVITATION.at(id, verb)).auth(Auth::User))
    };
    match command {
        Invitations::Pending(paging) => app.list(&INVITATION, INVITATION.listing(), paging),
        Invitations::Accept(ids) => answer(ids, "/accept"),
        Invitations::Reject(ids) => answer(ids, "/reject"),
    }
}
