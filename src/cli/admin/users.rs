//! `jobcelis admin users`: everyone with an account. A user is named by id or by address.

use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{Failure, NOT_FOUND, Outcome};
use crate::cli::noun::{Ids, Noun, Paging, items_of};
use crate::cli::value;
use crate::client::{Auth, Request};

pub const USER: Noun<'_> = Noun {
    one: "user",
    many: "users",
    path: "/admin/users",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["id", "email", "name", "role", "status", "last_login_at", "inserted_at"],
    wide: &["projects_count", "mfa_enabled", "email_verified", "locked_until"],
};

/// Everyone with an account
#[derive(Debug, clap::Subcommand)]
pub enum Users {
    #[command(visible_alias = "ls")]
    List(List),
    /// Show users
    #[command(visible_alias = "get")]
    Show(Who),
    #[command(visible_alias = "new")]
    Create(Create),
    Update(Update),
    /// Let users log in again
    Activate(Who),
    /// Shut users out: no logins, no keys, and their projects stand still
    Deactivate(Who),
    /// End the lock after too many failed logins
    Unlock(Who),
    /// Make a link with which a user sets a new password
    ResetLink(Who),
    /// Switch the second factor off (superadmins only)
    ResetMfa(Who),
    /// End all logins
    RevokeSessions(Who),
    /// Erase users with the projects they own, for good (superadmins only)
    Erase(Who),
}

/// Whom it is about.
#[derive(Debug, clap::Args)]
pub struct Who {
    /// Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
    #[arg(value_name = "ID|EMAIL", required = true)]
    ids: Vec<String>,
}

/// List users, newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// A whole address, or part of an address or name
    #[arg(long, short = 's', value_name = "TEXT")]
    search: Option<String>,
    /// user, moderator, admin or superadmin
    #[arg(long)]
    role: Option<String>,
    /// active, inactive or restricted
    #[arg(long)]
    status: Option<String>,
    #[command(flatten)]
    paging: Paging,
}

/// Make an account, or invite somebody to make theirs
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis admin users create --email ana@example.org --send-invite
  pwgen 20 1 | jobcelis admin users create --email ana@example.org --password -")]
pub struct Create {
    #[arg(long)]
    email: String,
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true, conflicts_with = "send_invite", required_unless_present = "send_invite")]
    password: Option<String>,
    /// Have them register themselves; prints the link
    #[arg(long)]
    send_invite: bool,
    #[arg(long)]
    name: Option<String>,
    /// user, moderator, admin or superadmin
    #[arg(long)]
    role: Option<String>,
}

/// Change a user
#[derive(Debug, clap::Args)]
pub struct Update {
    /// Id, the first 6 or more characters of it, or address
    #[arg(value_name = "ID|EMAIL")]
    id: String,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    email: Option<String>,
    /// user, moderator, admin or superadmin
    #[arg(long)]
    role: Option<String>,
}

pub fn run(app: &App, command: &Users) -> Outcome {
    let act = |who: &Who, rest: &'static str| {
        app.each(&USER, &whole(app, &who.ids)?, |id| Request::post(&USER.at(id, rest)).auth(Auth::User))
    };
    match command {
        Users::List(list) => app.list(&USER, list.request(), &list.paging),
        Users::Show(who) => {
            app.each(&USER, &whole(app, &who.ids)?, |id| Request::get(&USER.at(id, "")).auth(Auth::User))
        }
        Users::Create(create) => app.run(create.request()?),
        Users::Update(update) => update.run(app),
        Users::Activate(who) => set_status(app, who, "active"),
        Users::Deactivate(who) => {
            ask(app, "Their logins end at once and their projects stand still. Go on")?;
            set_status(app, who, "inactive")
        }
        Users::Unlock(who) => act(who, "/unlock"),
        Users::ResetLink(who) => act(who, "/reset-link"),
        Users::ResetMfa(who) => {
            ask(app, "A password alone will do to log in. Go on")?;
            act(who, "/reset-mfa")
        }
        Users::RevokeSessions(who) => act(who, "/revoke-sessions"),
        Users::Erase(who) => {
            app.confirm("Their projects and everything in them go for good. Go on")?;
            app.each(&USER, &whole(app, &who.ids)?, |id| Request::delete(&USER.at(id, "")).auth(Auth::User))
        }
    }
}

/// Asks where there is somebody to ask; scripts know what they do.
fn ask(app: &App, question: &str) -> Outcome {
    if app.can_ask() { app.confirm(question) } else { Ok(()) }
}

fn set_status(app: &App, who: &Who, status: &'static str) -> Outcome {
    let body = value::object([("status", Some(Json::string(status.to_owned())))]);
    app.each(&USER, &whole(app, &who.ids)?, |id| Request::patch(&USER.at(id, "")).auth(Auth::User).json(&body))
}

/// Addresses made ids; the rest stays for the usual look-up.
fn whole(app: &App, given: &[String]) -> Outcome<Ids> {
    Ok(Ids { ids: given.iter().map(|given| found(app, given)).collect::<Outcome<_>>()? })
}

fn found(app: &App, given: &str) -> Outcome<String> {
    if !given.contains('@') || app.sends_nothing() {
        return Ok(given.to_owned());
    }
    let page = app.call(Request::get(USER.path).auth(Auth::User).query("q", Some(given)).query("limit", Some(2)))?;
    let page = page.json()?;
    let has_it = |user: &&Json<'_>| {
        user.lookup("email").and_then(Json::as_str).is_some_and(|email| email.eq_ignore_ascii_case(given.trim()))
    };
    let user = items_of(&page, &USER).iter().find(has_it).and_then(|user| user.lookup("id")?.as_str());
    user.map(str::to_owned).ok_or_else(|| Failure::new(NOT_FOUND, format!("{given} has no account")))
}

impl List {
    fn request(&self) -> Request {
        Request::get(USER.path)
            .auth(Auth::User)
            .query("q", self.search.as_ref())
            .query("role", self.role.as_ref())
            .query("status", self.status.as_ref())
    }
}

impl Create {
    fn request(&self) -> Outcome<Request> {
        let password = value::maybe_text("--password", &self.password)?;
        let body = value::object([
            ("email", Some(Json::string(self.email.clone()))),
            ("password", value::string(&password)),
            ("send_invite", self.send_invite.then_some(Json::Bool(true))),
            ("name", value::string(&self.name)),
            ("role", value::string(&self.role)),
        ]);
        Ok(Request::post(USER.path).auth(Auth::User).json(&body))
    }
}

impl Update {
    fn run(&self, app: &App) -> Outcome {
        let body = value::object([
            ("name", value::string(&self.name)),
            ("email", value::string(&self.email)),
            ("role", value::string(&self.role)),
        ]);
        if body == value::object([]) {
            return Err(Failure::usage("one of --name, --email and --role is required"));
        }
        let id = app.id(&USER, &found(app, &self.id)?)?;
        app.run(Request::patch(&USER.at(&id, "")).auth(Auth::User).json(&body))
    }
}
