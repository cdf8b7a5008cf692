//! `jobcelis audit`: who did what in the project.

use super::app::App;
use super::failure::Outcome;
use super::noun::{Noun, Paging, Period};
use crate::client::{Auth, Request};

const ENTRY: Noun<'_> = Noun {
    one: "audit entry",
    many: "audit entries",
    path: "/audit-log",
    list: "",
    auth: Auth::Project,
    key: "data",
    everything: None,
    columns: &["inserted_at", "action", "resource_type", "resource_id", "actor_email", "actor_type", "ip_address"],
    wide: &["id", "user_id", "metadata"],
};

/// Who did what in the project
#[derive(Debug, clap::Subcommand)]
pub enum Audit {
    #[command(visible_alias = "ls")]
    List(List),
}

/// List the entries of the audit log, newest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis audit list --action 'webhook.*' --from -7d
  jobcelis audit list --actor-email ana@example.org --all -o csv")]
pub struct List {
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    paging: Paging,
}

/// Which entries.
#[derive(Debug, clap::Args)]
pub struct Filter {
    /// Such as webhook.created; webhook.* is all that begin so
    #[arg(long)]
    action: Option<String>,
    /// Only of the user with this address
    #[arg(long, value_name = "EMAIL")]
    actor_email: Option<String>,
    /// Such as webhook, event, api_key
    #[arg(long, value_name = "TYPE")]
    resource_type: Option<String>,
    /// Only about the thing with this id
    #[arg(long, value_name = "ID")]
    resource_id: Option<String>,
    #[command(flatten)]
    period: Period,
}

pub fn run(app: &App, command: &Audit) -> Outcome {
    match command {
        Audit::List(list) => app.list(&ENTRY, list.filter.narrow(ENTRY.listing())?, &list.paging),
    }
}

impl Filter {
    /// The request for those entries only.
    pub fn narrow(&self, request: Request) -> Outcome<Request> {
        let request = request
            .query("action", self.action.as_ref())
            .query("actor_email", self.actor_email.as_ref())
            .query("resource_type", self.resource_type.as_ref())
            .query("resource_id", self.resource_id.as_ref());
        self.period.narrow(request)
    }
}
