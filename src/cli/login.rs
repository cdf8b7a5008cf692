//! `jobcelis login`, `logout` and `whoami`: a login is kept in the profile and renewed from there.

pub mod local;

use super::app::{App, expiry};
use super::failure::{DENIED, Failure, Outcome};
use super::settings::Proof;
use super::value;
use crate::base::Json;
use crate::client::{Answer, Auth, Fault, Request};
use std::path::PathBuf;

/// How often a mistyped code is asked for again.
const RETRIES: usize = 2;

/// Log in and keep the login in the profile
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis login --base-url http://127.0.0.1:4000 --email ana@example.org
  pass show jobcelis | jobcelis login --with-api-key
  jobcelis login --local")]
pub struct Login {
    #[arg(long)]
    email: Option<String>,
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
    /// Code of the second factor, or a backup code; asked for where the server wants one
    #[arg(long)]
    code: Option<String>,
    /// Read an API key from stdin and keep that
    #[arg(long, conflicts_with_all = ["email", "password", "code", "local"])]
    with_api_key: bool,
    /// Without a password, to the server of this user on this machine; makes an account if there is none
    #[arg(long, conflicts_with_all = ["password", "code"])]
    local: bool,
    /// With --local: folder of the server's data
    #[arg(long, value_name = "DIR", requires = "local")]
    data_dir: Option<PathBuf>,
}

/// End the login and forget it
#[derive(Debug, clap::Args)]
pub struct Logout {
    /// Of every profile; API keys are forgotten too
    #[arg(long)]
    all: bool,
}

pub fn run(app: &App, login: &Login) -> Outcome {
    if login.with_api_key {
        return with_key(app);
    }
    if login.local {
        return local::run(app, login.email.as_deref(), login.data_dir.as_deref());
    }
    let email = match &login.email {
        Some(email) => email.clone(),
        None => app.ask("Email", "--email")?,
    };
    let password = match &login.password {
        Some(given) => value::text("--password", given)?,
        None => app.ask_secret("Password", "--password")?,
    };
    let mut answer = app.call(request(&email, &password))?.json()?;
    if answer.lookup("mfa_required").and_then(Json::as_bool) == Some(true) {
        let token = text(&answer, "mfa_token").to_owned();
        answer = with_code(app, login.code.as_deref(), |code| second_factor(&token, code))?.json()?;
    }
    keep(app, &answer)?;
    tell(app, &answer);
    Ok(())
}

fn tell(app: &App, answer: &Json<'_>) {
    let who = answer.lookup("user.email").and_then(Json::as_str).unwrap_or("an unnamed user");
    app.out.note(&format!("Logged in to {} as {who} (profile {}).", app.settings.base_url, app.settings.profile));
}

pub fn request(email: &str, password: &str) -> Request {
    let text = |text: &str| Some(Json::string(text.to_owned()));
    let body = value::object([("email", text(email)), ("password", text(password))]);
    Request::post("/auth/login").auth(Auth::Open).json(&body)
}

/// Servers differ in the name of the first member; both are sent.
pub fn second_factor(token: &str, code: &str) -> Request {
    let text = |text: &str| Some(Json::string(text.to_owned()));
    let body = value::object([("token", text(token)), ("mfa_token", text(token)), ("code", text(code))]);
    Request::post("/auth/mfa/verify").auth(Auth::Open).json(&body)
}

/// Makes a request that takes a code. One that was asked for may be typed again when it is wrong.
pub fn with_code(app: &App, given: Option<&str>, request: impl Fn(&str) -> Request) -> Outcome<Answer> {
    if let Some(code) = given {
        return app.call(request(code));
    }
    for _ in 0..RETRIES {
        match app.exchange(request(&app.ask("Code", "--code")?))? {
            Err(Fault::Refused(refusal)) if refusal.message == "Invalid MFA code" => {
                app.out.note("That code is not right, or was used before. Type the one the app shows now.");
            }
            done => return Ok(done?),
        }
    }
    app.call(request(&app.ask("Code", "--code")?))
}

/// Keeps what a login or a registration answered. A user with several projects chooses one.
pub fn keep(app: &App, answer: &Json<'_>) -> Outcome {
    let found = |path: &str| answer.lookup(path).and_then(Json::as_str);
    let Some(token) = found("token") else { return Err(Failure::failed("the server's answer holds no token")) };
    let project = match found("project_id") {
        Some(id) => Some(id.to_owned()),
        None => choose_project(app, token)?,
    };
    // What belonged to someone else, or to another server, would hide this login.
    let same = app.settings.kept("email").is_some_and(|email| found("user.email") == Some(email))
        && app.settings.kept("base_url") == Some(&app.settings.base_url);
    let forgotten = (!same).then_some("");
    app.keep(&[
        ("base_url", Some(&app.settings.base_url)),
        ("token", Some(token)),
        ("refresh", found("refresh_token").or(Some(""))),
        ("api_key", found("api_key").or(forgotten)),
        ("api_key_command", forgotten),
        ("project", project.as_deref().or(forgotten)),
        ("email", found("user.email")),
    ])
}

/// The project to act on, where that is a question and someone can answer it.
fn choose_project(app: &App, token: &str) -> Outcome<Option<String>> {
    if !app.can_ask() {
        return Ok(None);
    }
    let mut request = Request::get("/projects").auth(Auth::User);
    request.bearer = Some(token.to_owned());
    let list = match app.client()?.call(&request) {
        Ok(answer) => answer.json()?,
        // A server without projects has nothing to choose from.
        Err(Fault::Refused(refusal)) if refusal.status == 404 => return Ok(None),
        Err(fault) => return Err(fault.into()),
    };
    let items = list.lookup("data").and_then(Json::as_array).unwrap_or_default();
    if items.len() < 2 {
        return Ok(items.first().map(|item| text(item, "id").to_owned()));
    }
    for (n, item) in items.iter().enumerate() {
        app.out.note(&format!("{:3}  {}  {}", n + 1, text(item, "id"), text(item, "name")));
    }
    let chosen = app.ask(&format!("Project [1-{}]", items.len()), "--project")?;
    let item = chosen.trim().parse::<usize>().ok().and_then(|n| items.get(n.checked_sub(1)?));
    item.map(|item| Some(text(item, "id").to_owned()))
        .ok_or_else(|| Failure::usage("there is no project of that number"))
}

fn with_key(app: &App) -> Outcome {
    let key = if app.can_ask() {
        app.ask_secret("API key", "an API key on stdin")?
    } else {
        value::text("--with-api-key", "-")?.trim().to_owned()
    };
    let mut request = Request::get("/project");
    request.bearer = Some(key.clone());
    let project = app.client()?.call(&request)?.json()?;
    app.keep(&[("base_url", Some(&app.settings.base_url)), ("api_key", Some(&key))])?;
    let (place, profile) = (&app.settings.base_url, &app.settings.profile);
    app.out.note(&format!("The key of {} at {place} is kept (profile {profile}).", text(&project, "name")));
    Ok(())
}

/// Ends the login at the server and forgets it here, also when the server cannot be asked.
pub fn logout(app: &App, logout: &Logout) -> Outcome {
    let mut profiles = app.settings.profiles.clone();
    let names: Vec<String> = match logout.all {
        true => profiles.names().map(str::to_owned).collect(),
        false => vec![app.settings.profile.clone()],
    };
    let mut ended = 0;
    for name in &names {
        if let Some(token) = profiles.get(name, "token").map(str::to_owned) {
            end(app, profiles.get(name, "base_url"), token)?;
            ended += 1;
        }
        for key in ["token", "refresh", "email"].iter().chain(logout.all.then_some(&"api_key")) {
            profiles.set(name, key, None)?;
        }
    }
    profiles.save()?;
    match ended {
        0 if !logout.all => Err(Failure::new(DENIED, format!("profile {} is not logged in", names[0]))),
        _ => {
            app.out.note("Logged out.");
            Ok(())
        }
    }
}

fn end(app: &App, base_url: Option<&str>, token: String) -> Outcome {
    let options = super::settings::options(&app.global, base_url.unwrap_or(&app.settings.base_url))?;
    let client = crate::client::Client::new(options).map_err(Failure::usage)?;
    let mut request = Request::post("/auth/logout").auth(Auth::User).once();
    request.bearer = Some(token);
    if let Err(fault) = client.call(&request)
        && fault.status() != Some(401)
    {
        app.out.note(&format!("warning: the server was not told: {fault}"));
    }
    Ok(())
}

/// Who the credential is, what it may do, and until when.
pub fn whoami(app: &App) -> Outcome {
    let project = app.call(Request::get("/project"))?.json()?;
    let key = app.exchange(Request::get("/token"))?.ok().map(|answer| answer.json()).transpose()?;
    let (credential, ends) = match app.settings.for_project()? {
        Some(Proof::Token { value, .. }) => ("token", expiry(&value)),
        _ => ("api_key", None),
    };
    let copy = |from: Option<&Json<'static>>, path: &str| from.and_then(|json| json.lookup(path)).cloned();
    let own = |text: &str| Some(Json::string(text.to_owned()));
    let is_key = credential == "api_key";
    // Not every server has this route.
    let me = if is_key { None } else { app.exchange(Request::get("/me").auth(Auth::User))?.ok() };
    let me = me.map(|answer| answer.json()).transpose()?;
    let body = value::object([
        ("server", own(&app.settings.base_url)),
        ("profile", own(&app.settings.profile)),
        ("credential", own(credential)),
        ("user", copy(me.as_ref(), "email").or_else(|| app.settings.kept("email").filter(|_| !is_key).and_then(own))),
        ("name", copy(me.as_ref(), "name")),
        ("locale", copy(me.as_ref(), "locale")),
        ("project_id", copy(Some(&project), "id")),
        ("project", copy(Some(&project), "name")),
        ("role", copy(Some(&project), "role")),
        ("key_prefix", copy(key.as_ref(), "prefix").filter(|_| is_key)),
        ("scopes", copy(key.as_ref(), "scopes").filter(|_| is_key)),
        ("expires_at", ends.map(|at| Json::string(at.to_string()))),
    ]);
    app.out.value(&body)
}

fn text<'a>(json: &'a Json<'_>, path: &str) -> &'a str {
    json.lookup(path).and_then(Json::as_str).unwrap_or_default()
}
