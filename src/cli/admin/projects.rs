//! `jobcelis admin projects`: the projects of everyone.

use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::noun::{Ids, Noun, Paging};
use crate::cli::value;
use crate::client::{Auth, Request};

pub const PROJECT: Noun<'_> = Noun {
    one: "project",
    many: "projects",
    path: "/admin/projects",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "name", "owner_email", "status", "inserted_at"],
    wide: &["rate_limit_api_calls_per_minute", "rate_limit_events_per_minute", "updated_at"],
};

/// The projects of everyone
#[derive(Debug, clap::Subcommand)]
pub enum Projects {
    /// List projects, newest first, deleted ones too
    #[command(visible_alias = "ls")]
    List(Paging),
    /// Show projects with what happened in them last; this is recorded
    #[command(visible_alias = "get")]
    Show(Ids),
    Update(Update),
}

/// Change the limits of a project, or switch it off and on
#[derive(Debug, clap::Args)]
pub struct Update {
    /// Id, or the first 6 or more characters of it
    #[arg(value_name = "ID")]
    id: String,
    /// API calls a minute; 0 is no limit, default that of the server
    #[arg(long, value_name = "N|default")]
    calls_per_minute: Option<String>,
    /// Accepted events a minute; 0 is no limit
    #[arg(long, value_name = "N")]
    events_per_minute: Option<u32>,
    /// active or inactive; inactive ends its keys, webhooks and pending deliveries for good
    #[arg(long)]
    status: Option<String>,
}

pub fn run(app: &App, command: &Projects) -> Outcome {
    match command {
        Projects::List(paging) => app.list(&PROJECT, Request::get(PROJECT.path).auth(Auth::User), paging),
        Projects::Show(ids) => app.each(&PROJECT, ids, |id| Request::get(&PROJECT.at(id, "")).auth(Auth::User)),
        Projects::Update(update) => update.run(app),
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let number = |text: &String| match text.as_str() {
            "default" => Ok(Json::Null),
            text => value::parse("--calls-per-minute", text),
        };
        let events = self.events_per_minute.map(|n| value::parse("--events-per-minute", &n.to_string()));
        let body = value::object([
            ("rate_limit_api_calls_per_minute", self.calls_per_minute.as_ref().map(number).transpose()?),
            ("rate_limit_events_per_minute", events.transpose()?),
            ("status", value::string(&self.status)),
        ]);
        if body == value::object([]) {
            return Err(Failure::usage("one of --calls-per-minute, --events-per-minute and --status is required"));
        }
        if self.status.as_deref() == Some("inactive") && app.can_ask() {
            app.confirm("The keys, webhooks and pending deliveries of the project end for good. Go on")?;
        }
        let id = app.id(&PROJECT, &self.id)?;
        app.run(Request::patch(&PROJECT.at(&id, "")).auth(Auth::User).json(&body))
    }
}
