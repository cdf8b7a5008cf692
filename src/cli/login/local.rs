//! Proving to the server on this machine that its master key can be read: for `login --local`,
//! which makes the first account where there is none, and for making a superadmin.

use super::{keep, tell};
use crate::base::crypto::{Keys, random_token};
use crate::base::{Json, Timestamp};
use crate::cli::admin::server_settings;
use crate::cli::app::App;
use crate::cli::failure::{DENIED, Failure, Outcome};
use crate::cli::settings::DEFAULT_URL;
use crate::cli::value;
use crate::client::{Answer, Auth, Fault, Request};
use crate::config::ServerSettings;
use crate::engine::local::{Deed, proof};
use std::path::Path;

/// The address of the account that is made when nobody names one.
const FIRST: &str = "local@localhost";

pub fn run(app: &App, email: Option<&str>, data_dir: Option<&Path>) -> Outcome {
    let settings = server_settings(&[("--data-dir", data_dir)])?;
    let keys = keys(&settings)?;
    let here = at_home(app, &settings)?;
    let app = here.as_ref().unwrap_or(app);
    let answer = match enter(app, &keys, email)? {
        Ok(answer) => answer,
        Err(Fault::Refused(refusal)) if refusal.status == 404 && refusal.message == "User not found" => {
            register(app, email.unwrap_or(FIRST))?
        }
        Err(fault) => return Err(fault.into()),
    };
    let body = answer.json()?;
    keep(app, &body)?;
    tell(app, &body);
    Ok(())
}

fn keys(settings: &ServerSettings) -> Outcome<Keys> {
    let path = settings.key_file.display();
    let denied = |why: String| {
        Failure::new(DENIED, format!("{path}: {why}"))
            .hint("run this as the user who runs `jobcelis serve`, on the same machine; --data-dir names its folder")
    };
    if let Some(master) = settings.master_key.0 {
        return Ok(Keys::derive(&master)?);
    }
    let master = std::fs::read(&settings.key_file).map_err(|e| denied(e.to_string()))?;
    let master: [u8; 32] = master.try_into().map_err(|_| denied("does not hold a key of 32 bytes".to_owned()))?;
    Ok(Keys::derive(&master)?)
}

/// Where no server is named, the one that those settings start is meant.
fn at_home(app: &App, settings: &ServerSettings) -> Outcome<Option<App>> {
    if app.settings.base_url != DEFAULT_URL {
        return Ok(None);
    }
    let mut global = app.global.clone();
    global.base_url = settings.listen.first().map(|first| first.url(settings.tls_cert.is_some()));
    App::open(global).map(Some)
}

fn enter(app: &App, keys: &Keys, email: Option<&str>) -> Outcome<Result<Answer, Fault>> {
    let own = |text: &str| Some(Json::string(text.to_owned()));
    let shown = proof(keys, Deed::Login, email, Timestamp::now());
    let body = value::object([("proof", own(&shown)), ("email", email.and_then(own))]);
    app.exchange(Request::post("/auth/local").auth(Auth::Open).once().json(&body))
}

/// Nobody needs to know the password: who is here logs in like this again, or sets another.
fn register(app: &App, email: &str) -> Outcome<Answer> {
    let own = |text: &str| Some(Json::string(text.to_owned()));
    let body = value::object([("email", own(email)), ("password", own(&random_token("Aa1-")))]);
    let answer = app.call(Request::post("/auth/register").auth(Auth::Open).json(&body))?;
    app.out.note(&format!("Made the account {email}."));
    Ok(answer)
}

/// Has the running server make a superadmin.
pub fn make_superadmin(
    app: &App,
    settings: &ServerSettings,
    email: &str,
    password: Option<&str>,
) -> Outcome<Result<Answer, Fault>> {
    let keys = keys(settings)?;
    let here = at_home(app, settings)?;
    let own = |text: &str| Some(Json::string(text.to_owned()));
    let shown = proof(&keys, Deed::Superadmin, Some(email), Timestamp::now());
    let body = value::object([("proof", own(&shown)), ("email", own(email)), ("password", password.and_then(own))]);
    let request = Request::post("/auth/local/superadmin").auth(Auth::Open).once().json(&body);
    here.as_ref().unwrap_or(app).exchange(request)
}
