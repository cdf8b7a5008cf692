//! `jobcelis auth password`: a new password for the account that is logged in.

use crate::base::Json;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::value;
use crate::client::{Auth, Request};

/// Change the password; every other login of the account ends
#[derive(Debug, clap::Args)]
pub struct Password {
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, value_name = "PASSWORD", allow_hyphen_values = true)]
    current_password: Option<String>,
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, value_name = "PASSWORD", allow_hyphen_values = true)]
    new_password: Option<String>,
}

impl Password {
    pub fn run(&self, app: &App) -> Outcome {
        let current = match &self.current_password {
            Some(given) => value::text("--current-password", given)?,
            None => app.ask_secret("Current password", "--current-password")?,
        };
        let new = match &self.new_password {
            Some(given) => value::text("--new-password", given)?,
            None => asked_twice(app)?,
        };
        let text = |text| Some(Json::string(text));
        let body = value::object([("current_password", text(current)), ("new_password", text(new))]);
        app.run(Request::post("/me/password").auth(Auth::User).json(&body))
    }
}

/// What is typed without being seen is typed twice.
fn asked_twice(app: &App) -> Outcome<String> {
    let new = app.ask_secret("New password", "--new-password")?;
    match app.ask_secret("New password again", "--new-password")? == new {
        true => Ok(new),
        false => Err(Failure::usage("the two passwords differ")),
    }
}
