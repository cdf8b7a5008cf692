//! `jobcelis projects`: the projects of a user. The one that commands work in is `jobcelis project`.

use super::app::App;
use super::failure::Outcome;
use super::noun::{Ids, Noun, Paging};
use super::project::Changes;
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request};

pub const PROJECT: Noun<'_> = Noun {
    one: "project",
    many: "projects",
    path: "/projects",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "name", "role", "is_default", "status", "inserted_at"],
    wide: &["updated_at"],
};

/// The projects of the user who is logged in
#[derive(Debug, clap::Subcommand)]
pub enum Projects {
    /// List the projects, those of others that one belongs to among them
    #[command(visible_alias = "ls")]
    List(Paging),
    /// Show projects
    Get(Ids),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Delete projects with everything in them; asks for the name on a terminal
    #[command(visible_alias = "rm")]
    Delete(Ids),
    SetDefault(SetDefault),
    Use(Use),
}

/// Make a project; its API key is shown once
#[derive(Debug, clap::Args)]
pub struct Create {
    #[arg(long)]
    name: String,
    /// Settings as JSON
    #[arg(long, value_name = "JSON")]
    settings: Option<String>,
}

/// Change projects
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[command(flatten)]
    changes: Changes,
}

/// Make a project the one that counts where none is named
#[derive(Debug, clap::Args)]
pub struct SetDefault {
    #[arg(value_name = "ID")]
    id: String,
}

/// Work in a project from now on: it is kept in the profile
#[derive(Debug, clap::Args)]
pub struct Use {
    /// Id, the beginning of one, or name
    #[arg(value_name = "ID")]
    id: String,
}

fn request(method: &'static str, id: &str, rest: &str) -> Request {
    Request::api(method, &PROJECT.at(id, rest)).auth(Auth::User)
}

pub fn run(app: &App, command: &Projects) -> Outcome {
    match command {
        Projects::List(paging) => app.list(&PROJECT, PROJECT.listing(), paging),
        Projects::Get(ids) => app.each(&PROJECT, ids, |id| request("GET", id, "")),
        Projects::Create(create) => create.run(app),
        Projects::Update(update) => {
            let body = update.changes.body()?;
            app.each(&PROJECT, &update.ids, |id| request("PATCH", id, "").json(&body))
        }
        Projects::Delete(ids) => app.each_with(&PROJECT, ids, |id| delete(app, id)),
        Projects::SetDefault(of) => app.run(request("PATCH", &app.id(&PROJECT, &of.id)?, "/default")),
        Projects::Use(of) => work_in(app, &of.id),
    }
}

impl Create {
    fn run(&self, app: &App) -> Outcome {
        let settings = value::maybe_json("--settings", &self.settings)?;
        let body = value::object([("name", Some(Json::string(self.name.clone()))), ("settings", settings)]);
        app.run(Request::post(PROJECT.path).auth(Auth::User).json(&body))
    }
}

fn delete(app: &App, id: &str) -> Outcome {
    // Scripts have always been able to do this without a question.
    if app.can_ask() && !app.global.yes && !app.sends_nothing() {
        let project = app.call(request("GET", id, ""))?.json()?;
        let name = project.lookup("name").and_then(Json::as_str).unwrap_or(id);
        app.confirm_by_name(&format!("Project {name} and everything in it goes for good."), name)?;
    }
    app.run(request("DELETE", id, ""))?;
    if app.settings.kept("project") == Some(id) {
        app.keep(&[("project", Some(""))])?;
    }
    Ok(())
}

/// Whether the user may go there is found out before it is kept.
fn work_in(app: &App, given: &str) -> Outcome {
    let id = app.project_called(given)?;
    let project = app.call(request("GET", &id, ""))?.json()?;
    let text = |key: &str| project.lookup(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    app.keep(&[("project", Some(&id))])?;
    let (name, profile) = (text("name"), &app.settings.profile);
    app.out.note(&format!("Commands of profile {profile} work in {name} ({id})."));
    if app.settings.kept("api_key").is_some() || app.settings.kept("api_key_command").is_some() {
        app.out.note("warning: the profile also holds an API key, and a key acts on its own project");
    }
    Ok(())
}
