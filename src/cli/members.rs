//! `jobcelis members`: who is in a project, and what each may do there.

use super::app::{App, claims};
use super::failure::{Failure, NOT_FOUND, Outcome};
use super::noun::{Ids, Noun, Paging, items_of};
use super::settings::Proof;
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request, segment};
use clap::builder::PossibleValue;

/// Of whichever project is meant.
pub const MEMBER: Noun<'_> = Noun {
    one: "member",
    many: "members",
    path: "/projects/{project}/members",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "email", "name", "role", "status", "inserted_at"],
    wide: &["user_id", "invited_by", "updated_at"],
};

/// Who is in a project; --project says which, unless the profile does
#[derive(Debug, clap::Subcommand)]
#[command(after_help = "Examples:
  jobcelis members list --project Shop
  jobcelis members add --email eva@example.org ina@example.org --role member
  jobcelis members update 0199b5a0-3333 --role admin")]
pub enum Members {
    /// List the members and who is invited
    #[command(visible_alias = "ls")]
    List(Paging),
    #[command(visible_alias = "new")]
    Add(Add),
    Update(Update),
    /// Take members out of the project
    #[command(visible_alias = "rm")]
    Remove(Ids),
    /// Leave the project
    Leave,
}

/// Invite users to the project
#[derive(Debug, clap::Args)]
pub struct Add {
    /// Addresses of their accounts
    #[arg(long, value_name = "EMAIL", required = true, num_args = 1..)]
    email: Vec<String>,
    /// What they may do; viewer unless given
    #[arg(long, value_parser = roles())]
    role: Option<String>,
}

/// Change what members may do
#[derive(Debug, clap::Args)]
pub struct Update {
    #[command(flatten)]
    ids: Ids,
    #[arg(long, value_parser = roles())]
    role: String,
}

/// The words of the documentation, and one that older servers know in place of `member`.
fn roles() -> [PossibleValue; 4] {
    ["admin", "member", "viewer", "editor"].map(|name| PossibleValue::new(name).hide(name == "editor"))
}

pub fn run(app: &App, command: &Members) -> Outcome {
    let path = MEMBER.path.replace("{project}", &segment(&app.chosen_project()?));
    let noun = Noun { path: &path, ..MEMBER };
    match command {
        Members::List(paging) => app.list(&noun, noun.listing(), paging),
        Members::Add(add) => app.all(&add.email, |email| {
            let body = [("email", Some(Json::string(email.to_owned()))), ("role", value::string(&add.role))];
            app.run(Request::post(noun.path).auth(Auth::User).json(&value::object(body)))
        }),
        Members::Update(update) => {
            let body = value::object([("role", Some(Json::string(update.role.clone())))]);
            app.each(&noun, &update.ids, |id| Request::patch(&noun.at(id, "")).auth(Auth::User).json(&body))
        }
        Members::Remove(ids) => app.each(&noun, ids, |id| remove(&noun, id)),
        Members::Leave => leave(app, &noun),
    }
}

fn remove(noun: &Noun<'_>, id: &str) -> Request {
    Request::delete(&noun.at(id, "")).auth(Auth::User)
}

/// Removes the member that the token's own user is.
fn leave(app: &App, noun: &Noun<'_>) -> Outcome {
    let own = match app.settings.for_user() {
        Some(Proof::Token { value, .. }) => claims(&value).and_then(|c| Some(c.lookup("sub")?.as_str()?.to_owned())),
        _ => None,
    };
    let list = app.call(noun.listing())?.json()?;
    let is_own = |member: &&Json<'_>| member.lookup("user_id").and_then(Json::as_str) == own.as_deref();
    let place = items_of(&list, noun).iter().find(is_own).and_then(|member| member.lookup("id")?.as_str());
    let place = place.filter(|_| own.is_some());
    let place = place.ok_or_else(|| Failure::new(NOT_FOUND, "you are not a member of this project"))?;
    if app.can_ask() {
        app.confirm("You will need a new invitation to come back. Leave the project")?;
    }
    app.run(remove(noun, place))
}
