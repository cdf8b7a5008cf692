//! `jobcelis admin audit`: who did what, in all projects and on the server itself.

use super::projects::PROJECT;
use super::users::USER;
use crate::cli::app::App;
use crate::cli::failure::Outcome;
use crate::cli::noun::{Noun, Paging};
use crate::cli::value;
use crate::client::{Auth, Request};

const ENTRY: Noun<'_> = Noun {
    one: "entry",
    many: "entries",
    path: "/admin/audit-log",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["inserted_at", "action", "actor_email", "resource_type", "resource_id", "ip_address"],
    wide: &["id", "project_id", "actor_type", "metadata"],
};

/// Who did what, everywhere
#[derive(Debug, clap::Subcommand)]
pub enum Audit {
    #[command(visible_alias = "ls")]
    List(List),
}

/// List entries, newest first
///
/// Accepted events are listed with --project-id only.
#[derive(Debug, clap::Args)]
pub struct List {
    /// An action such as user.login, or the beginning of some: user.*
    #[arg(long)]
    action: Option<String>,
    /// Of the user with this address
    #[arg(long, value_name = "EMAIL")]
    actor_email: Option<String>,
    /// Of this user
    #[arg(long, value_name = "ID")]
    user_id: Option<String>,
    #[arg(long)]
    resource_type: Option<String>,
    #[arg(long)]
    resource_id: Option<String>,
    /// Only of this project
    #[arg(long, value_name = "ID")]
    project_id: Option<String>,
    /// From this time on: RFC 3339, a date, or words like -15m
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, visible_alias = "since")]
    from: Option<String>,
    /// Up to this time
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    to: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub fn run(&self, app: &App) -> Outcome {
        let whole = |noun: &Noun, id: &Option<String>| id.as_ref().map(|id| app.id(noun, id)).transpose();
        let request = Request::get(ENTRY.path)
            .auth(Auth::User)
            .query("action", self.action.as_ref())
            .query("actor_email", self.actor_email.as_ref())
            .query("user_id", whole(&USER, &self.user_id)?)
            .query("resource_type", self.resource_type.as_ref())
            .query("resource_id", self.resource_id.as_ref())
            .query("project_id", whole(&PROJECT, &self.project_id)?)
            .query("from", value::maybe_time("--from", &self.from)?)
            .query("to", value::maybe_time("--to", &self.to)?);
        app.list(&ENTRY, request, &self.paging)
    }
}
