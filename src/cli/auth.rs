//! `jobcelis auth`: the account routes as they are, with their answers as output.

mod mfa;
mod password;
mod sessions;

pub use sessions::SESSION;

use super::app::App;
use super::failure::{DENIED, Failure, Outcome};
use super::login;
use super::output::print;
use super::settings::Proof;
use super::value;
use crate::base::Json;
use crate::client::{Auth as Wants, Request};

/// Accounts and tokens, with the server's answers as output
#[derive(Debug, clap::Subcommand)]
pub enum Auth {
    Register(Register),
    Login(Login),
    Refresh(Refresh),
    MfaVerify(MfaVerify),
    #[command(subcommand)]
    Mfa(mfa::Mfa),
    ForgotPassword(ForgotPassword),
    ResetPassword(ResetPassword),
    ConfirmEmail(ConfirmEmail),
    Email(Email),
    /// Show who is logged in; exit code 4 when nobody is
    Status,
    /// Print the token of the login
    Token,
    #[command(subcommand)]
    Sessions(sessions::Sessions),
    Password(password::Password),
}

/// Make an account with a project and its API key
#[derive(Debug, clap::Args)]
pub struct Register {
    #[arg(long)]
    email: String,
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: String,
    #[arg(long)]
    name: Option<String>,
    /// Keep token and API key in the profile
    #[arg(long)]
    save: bool,
}

/// Exchange address and password for a token
#[derive(Debug, clap::Args)]
pub struct Login {
    #[arg(long)]
    email: String,
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: String,
}

/// Exchange a token for a fresh one
#[derive(Debug, clap::Args)]
pub struct Refresh {
    #[arg(long)]
    token: String,
}

/// Complete a login with the code of the second factor
#[derive(Debug, clap::Args)]
pub struct MfaVerify {
    /// Token that the login answered
    #[arg(long)]
    token: String,
    #[arg(long)]
    code: String,
}

/// Ask for a mail with a link to a new password
#[derive(Debug, clap::Args)]
pub struct ForgotPassword {
    #[arg(long)]
    email: String,
}

/// Set a new password with the token of a mailed link
#[derive(Debug, clap::Args)]
pub struct ResetPassword {
    /// Last part of the link, or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    token: String,
    /// As it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: String,
}

/// Confirm an address with the token of a mailed link, or have the mail sent again
#[derive(Debug, clap::Args)]
pub struct ConfirmEmail {
    /// Last part of the link, or - for stdin
    #[arg(long, allow_hyphen_values = true, required_unless_present = "resend")]
    token: Option<String>,
    /// Send the mail once more
    #[arg(long, conflicts_with = "token")]
    resend: bool,
}

/// Change the address of your account
#[derive(Debug, clap::Args)]
pub struct Email {
    /// The new address
    email: String,
    /// Your password: as it stands, @file or - for stdin
    #[arg(long, allow_hyphen_values = true)]
    password: String,
}

pub fn run(app: &App, command: &Auth) -> Outcome {
    match command {
        Auth::Register(register) => register.run(app),
        Auth::Login(given) => {
            let password = value::text("--password", &given.password)?;
            app.run(login::request(&given.email, &password))
        }
        Auth::Refresh(refresh) => {
            let body = value::object([("token", Some(Json::string(refresh.token.clone())))]);
            app.run(Request::post("/auth/refresh").auth(Wants::Open).json(&body))
        }
        Auth::MfaVerify(verify) => app.run(login::second_factor(&verify.token, &verify.code)),
        Auth::Mfa(command) => mfa::run(app, command),
        Auth::ForgotPassword(given) => {
            let body = value::object([("email", Some(Json::string(given.email.clone())))]);
            app.run(Request::post("/auth/forgot-password").auth(Wants::Open).json(&body))
        }
        Auth::ResetPassword(given) => {
            let token = value::text("--token", &given.token)?;
            let password = value::text("--password", &given.password)?;
            let body =
                value::object([("token", Some(Json::string(token))), ("password", Some(Json::string(password)))]);
            app.run(Request::post("/auth/reset-password").auth(Wants::Open).json(&body))
        }
        Auth::ConfirmEmail(given) => app.run(given.request()?),
        Auth::Email(given) => {
            let password = value::text("--password", &given.password)?;
            let email = Json::string(given.email.clone());
            let body = value::object([("email", Some(email)), ("password", Some(Json::string(password)))]);
            app.run(Request::post("/me/email").auth(Wants::User).json(&body).once())
        }
        Auth::Status => login::whoami(app),
        Auth::Token => match app.settings.for_user() {
            Some(Proof::Token { value, .. }) => print(&(value + "\n")),
            _ => Err(Failure::new(DENIED, "not logged in").hint("log in with `jobcelis login`")),
        },
        Auth::Sessions(command) => sessions::run(app, command),
        Auth::Password(password) => password.run(app),
    }
}

impl ConfirmEmail {
    fn request(&self) -> Outcome<Request> {
        let Some(token) = &self.token else {
            // One letter in five minutes: waiting that long here helps nobody.
            return Ok(Request::post("/me/email/confirmation").auth(Wants::User).once());
        };
        let token = value::text("--token", token)?;
        let body = value::object([("token", Some(Json::string(token)))]);
        Ok(Request::post("/auth/confirm-email").auth(Wants::Open).json(&body))
    }
}

impl Register {
    fn run(&self, app: &App) -> Outcome {
        let password = value::text("--password", &self.password)?;
        let body = value::object([
            ("email", Some(Json::string(self.email.clone()))),
            ("password", Some(Json::string(password))),
            ("name", value::string(&self.name)),
        ]);
        let answer = app.call(Request::post("/auth/register").auth(Wants::Open).json(&body))?;
        if self.save {
            login::keep(app, &answer.json()?)?;
        }
        app.show(&answer)
    }
}
