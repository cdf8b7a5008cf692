//! `jobcelis auth sessions`: where the account is logged in.

use crate::cli::app::App;
use crate::cli::failure::Outcome;
use crate::cli::noun::{Ids, Noun, Paging};
use crate::client::{Auth, Request};

pub const SESSION: Noun<'_> = Noun {
    one: "session",
    many: "sessions",
    path: "/me/sessions",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "kind", "device_info", "ip_address", "current", "last_activity_at"],
    wide: &["user_agent", "expires_at", "created_at"],
};

/// Where the account is logged in
#[derive(Debug, clap::Subcommand)]
pub enum Sessions {
    /// List the logins, the last used one first
    #[command(visible_alias = "ls")]
    List,
    Revoke(Revoke),
}

/// End logins: those named, or all but this one
#[derive(Debug, clap::Args)]
pub struct Revoke {
    /// Ids, or the first 6 or more characters of one; - reads them from stdin
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    ids: Vec<String>,
    /// All but this one
    #[arg(long)]
    all: bool,
}

pub fn run(app: &App, command: &Sessions) -> Outcome {
    match command {
        Sessions::List => {
            let once = Paging { limit: None, cursor: None, all: false, watch: None };
            app.list(&SESSION, Request::get(SESSION.path).auth(SESSION.auth), &once)
        }
        Sessions::Revoke(Revoke { all: true, .. }) => {
            app.confirm("End every other login of this account")?;
            app.run(Request::delete(SESSION.path).auth(SESSION.auth))
        }
        Sessions::Revoke(Revoke { ids, .. }) => {
            let request = |id: &str| Request::delete(&SESSION.at(id, "")).auth(SESSION.auth);
            app.each(&SESSION, &Ids { ids: ids.clone() }, request)
        }
    }
}
