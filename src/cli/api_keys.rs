//! `jobcelis api-keys`: the keys of the project, what each may do, and for whom.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::gdpr;
use super::noun::{Ids, Noun, Paging};
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};

pub const API_KEY: Noun<'_> = Noun {
    one: "API key",
    many: "api keys",
    path: "/api-keys",
    list: "",
    auth: Auth::Project,
    key: "api_keys",
    everything: None,
    columns: &["id", "description", "prefix", "status", "scopes", "permissions", "tenants", "last_used_at"],
    wide: &["allowed_ips", "inserted_at"],
};

/// The API keys of the project
#[derive(Debug, clap::Subcommand)]
#[command(after_help = "Examples:
  jobcelis api-keys create --description CI --scopes events:write
  jobcelis api-keys create --description Payroll --permissions reports.read --tenants customer-7
  jobcelis api-keys rotate 0199b5a0-3333")]
pub enum ApiKeys {
    /// List the keys, disabled ones among them
    #[command(visible_alias = "ls")]
    List(Paging),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Give keys new secrets; the old ones stop working at once
    Rotate(Ids),
    /// Refuse keys until they are enabled again
    Disable(Ids),
    /// Let disabled keys work again
    Enable(Ids),
    Reveal(Reveal),
    /// End keys for good
    #[command(visible_alias = "rm")]
    Delete(Ids),
}

/// Make a key; its secret is the credential
#[derive(Debug, clap::Args)]
pub struct Create {
    #[command(flatten)]
    fields: Fields,
}

/// Change what keys may do, from where and for whom
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[command(flatten)]
    fields: Fields,
}

#[derive(Debug, clap::Args)]
struct Fields {
    /// What it is for
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    description: Option<String>,
    /// Scopes, such as events:write,webhooks:read; * is all, which is what a new key has
    #[arg(long, value_name = "A,B")]
    scopes: Option<String>,
    /// Names of your own, for programs of yours that ask what a key may do
    #[arg(long, value_name = "A,B")]
    permissions: Option<String>,
    /// Addresses or networks that may use it; empty is any
    #[arg(long, value_name = "IP,CIDR")]
    allowed_ips: Option<String>,
    /// Tenants that it may act for; empty is any
    #[arg(long, value_name = "A,B")]
    tenants: Option<String>,
}

/// Show the secrets of keys again, for whoever is logged in and knows the password
#[derive(Debug, clap::Args)]
pub struct Reveal {
    #[command(flatten)]
    ids: Ids,
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
}

pub fn run(app: &App, command: &ApiKeys) -> Outcome {
    let status = |ids: &Ids, word: &'static str| {
        let body = value::object([("status", Some(Json::string(word)))]);
        app.each(&API_KEY, ids, |id| Request::patch(&API_KEY.at(id, "")).json(&body))
    };
    match command {
        ApiKeys::List(paging) => app.list(&API_KEY, API_KEY.listing(), paging),
        ApiKeys::Create(create) => app.run(Request::post(API_KEY.path).json(&create.fields.body())),
        ApiKeys::Update(update) => update.run(app),
        ApiKeys::Rotate(ids) => rotate(app, ids),
        ApiKeys::Disable(ids) => status(ids, "disabled"),
        ApiKeys::Enable(ids) => status(ids, "active"),
        ApiKeys::Reveal(reveal) => reveal.run(app),
        ApiKeys::Delete(ids) => app.each(&API_KEY, ids, |id| Request::delete(&API_KEY.at(id, ""))),
    }
}

impl Fields {
    fn body(&self) -> Json<'static> {
        value::object([
            ("description", value::string(&self.description)),
            ("scopes", value::list(&self.scopes)),
            ("permissions", value::list(&self.permissions)),
            ("allowed_ips", value::list(&self.allowed_ips)),
            ("tenants", value::list(&self.tenants)),
        ])
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let body = self.fields.body();
        if body == value::object([]) {
            return Err(Failure::usage(
                "one of --description, --scopes, --permissions, --allowed-ips and --tenants is required",
            ));
        }
        app.each(&API_KEY, &self.ids, |id| Request::patch(&API_KEY.at(id, "")).json(&body))
    }
}

fn rotate(app: &App, ids: &Ids) -> Outcome {
    if app.can_ask() {
        app.confirm("The old secrets stop working at once. Replace them")?;
    }
    app.each(&API_KEY, ids, |id| Request::post(&API_KEY.at(id, "/rotate")))
}

impl Reveal {
    fn run(&self, app: &App) -> Outcome {
        let password = gdpr::password(app, &self.password)?.map(Json::string);
        let body = value::object([("password", password)]);
        let project = app.settings.project.as_ref().map(|given| app.project_called(given)).transpose()?;
        app.each(&API_KEY, &self.ids, |id| {
            let request = Request::post(&API_KEY.at(id, "/reveal")).auth(Auth::User).json(&body);
            match &project {
                Some(project) => request.header("X-Project-Id", project.clone()),
                None => request,
            }
        })
    }
}
