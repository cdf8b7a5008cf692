//! `jobcelis admin audit`: who did what, in all projects and on the server itself.

use super::projects::PROJECT;
use super::users::USER;
use crate::cli::app::App;
use crate::cli::failure::Outcome;
use crate::cli::noun::{Noun, Paging, Period};
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
#[command(mut_arg("from", |from| from.visible_alias("since")))]
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
    #[command(flatten)]
    period: Period,
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
            .query("project_id", whole(&PROJECT, &self.project_id)?);
        app.list(&ENTRY, self.period.narrow(request)?, &self.paging)
    }
}
