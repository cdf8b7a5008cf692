//! `jobcelis gdpr`: what a user may ask of their own data.

use super::app::App;
use super::failure::Outcome;
use super::value;
use crate::base::Json;
use crate::client::{Auth, Request, segment};

/// Your data: a copy, a rest from processing, consents, and deletion
#[derive(Debug, clap::Subcommand)]
pub enum Gdpr {
    /// List what you agreed to
    Consents,
    /// Agree to the current text of a purpose
    Accept(Purpose),
    /// Take the agreement to a purpose back
    Revoke(Purpose),
    /// Print a copy of your data
    Export,
    Restrict(Restrict),
    /// Let processing go on after `restrict`
    #[command(visible_alias = "unrestrict")]
    LiftRestriction,
    /// Object to the processing of your data; your projects rest as with `restrict`
    Object,
    /// Take the objection back
    #[command(visible_alias = "unobject")]
    Restore,
    Delete(Delete),
}

#[derive(Debug, clap::Args)]
pub struct Purpose {
    /// terms, privacy, data_processing or marketing
    purpose: String,
}

/// Have processing rest: nothing is taken in, what is due waits
#[derive(Debug, clap::Args)]
pub struct Restrict {
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
}

/// Delete your account and your projects with everything in them, for good
#[derive(Debug, clap::Args)]
pub struct Delete {
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
    /// Code of the second factor, if it is on
    #[arg(long)]
    code: Option<String>,
}

pub fn run(app: &App, command: &Gdpr) -> Outcome {
    let call = |request: Request| app.run(request.auth(Auth::User));
    match command {
        Gdpr::Consents => call(Request::get("/me/consents")),
        Gdpr::Accept(of) => call(Request::post(&of.path("accept"))),
        Gdpr::Revoke(of) => call(Request::post(&of.path("revoke"))),
        Gdpr::Export => call(Request::get("/me/data")),
        Gdpr::Restrict(restrict) => call(restrict.request(app)?),
        Gdpr::LiftRestriction => call(Request::delete("/me/restrict")),
        Gdpr::Object => call(Request::post("/me/object")),
        Gdpr::Restore => call(Request::delete("/me/object")),
        Gdpr::Delete(delete) => call(delete.request(app)?),
    }
}

impl Purpose {
    fn path(&self, verb: &str) -> String {
        format!("/me/consents/{}/{verb}", segment(&self.purpose))
    }
}

impl Restrict {
    /// Scripts that know of no password make the call without one and hear what is missing.
    fn request(&self, app: &App) -> Outcome<Request> {
        let request = Request::post("/me/restrict");
        Ok(match password(app, &self.password)? {
            Some(password) => request.json(&value::object([("password", Some(Json::string(password)))])),
            None => request,
        })
    }
}

impl Delete {
    fn request(&self, app: &App) -> Outcome<Request> {
        app.confirm("Your account and all your projects are deleted for good. Delete them")?;
        let body = value::object([
            ("password", password(app, &self.password)?.map(Json::string)),
            ("code", value::string(&self.code)),
        ]);
        Ok(Request::post("/me/delete").json(&body))
    }
}

/// The password that was given, else asked for if there is someone to ask.
pub(super) fn password(app: &App, given: &Option<String>) -> Outcome<Option<String>> {
    match given {
        Some(given) => value::text("--password", given).map(Some),
        None if app.can_ask() && !app.sends_nothing() => app.ask_secret("Password", "--password").map(Some),
        None => Ok(None),
    }
}
