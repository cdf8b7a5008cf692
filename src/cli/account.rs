//! `jobcelis account`: the account that is logged in, and what it did.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::noun::{Noun, Paging};
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};

/// Entries of the audit log that name the user.
const ACTIVITY: Noun<'_> = Noun {
    one: "entry",
    many: "entries",
    path: "/me/activity",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "action", "resource_type", "resource_id", "ip_address", "inserted_at"],
    wide: &["actor_type", "metadata"],
};

/// The account that is logged in
#[derive(Debug, clap::Subcommand)]
pub enum Account {
    /// Show the account
    #[command(visible_alias = "show")]
    Get,
    Update(Update),
    /// List what the account did, newest first
    Activity(Paging),
}

/// Change the account
#[derive(Debug, clap::Args)]
pub struct Update {
    #[arg(long)]
    name: Option<String>,
    /// Language of pages and mails: en or es
    #[arg(long)]
    locale: Option<String>,
    /// Colours of the pages: light, dark or system
    #[arg(long)]
    theme: Option<String>,
    /// Project to act on when none is named
    #[arg(long, value_name = "PROJECT")]
    default_project: Option<String>,
}

pub fn run(app: &App, command: &Account) -> Outcome {
    match command {
        Account::Get => app.run(Request::get("/me").auth(Auth::User)),
        Account::Update(update) => app.run(update.request()?),
        Account::Activity(paging) => app.list(&ACTIVITY, Request::get(ACTIVITY.path).auth(ACTIVITY.auth), paging),
    }
}

impl Update {
    fn request(&self) -> Outcome<Request> {
        let body = value::object([
            ("name", value::string(&self.name)),
            ("locale", value::string(&self.locale)),
            ("theme", value::string(&self.theme)),
            ("default_project_id", value::string(&self.default_project)),
        ]);
        if body == Json::Object(Default::default()) {
            return Err(Failure::usage("one of --name, --locale, --theme and --default-project is required"));
        }
        Ok(Request::patch("/me").auth(Auth::User).json(&body))
    }
}
