//! `jobcelis auth mfa`: the second factor of the login. At a terminal the setup is one dialogue
//! from the QR code to the backup codes; programs call its two steps one by one.

use crate::base::{Json, qr};
use crate::cli::app::App;
use crate::cli::failure::Outcome;
use crate::cli::login::with_code;
use crate::cli::output::print;
use crate::cli::value;
use crate::client::{Answer, Auth as Wants, Request};

/// The second factor of the login
#[derive(Debug, clap::Subcommand)]
pub enum Mfa {
    /// Show whether a login takes a code, and how many backup codes are left
    Status,
    Setup(Setup),
    Enable(Enable),
    Disable(Disable),
    BackupCodes(BackupCodes),
}

/// Show a new secret as QR code; at a terminal also switch the second factor on with a first code
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis auth mfa setup
  jobcelis auth mfa setup --password @- --json < password.txt
  jobcelis auth mfa enable --code 123456")]
pub struct Setup {
    #[command(flatten)]
    password: Password,
}

/// Switch the second factor on with a first code; shows the backup codes, once
#[derive(Debug, clap::Args)]
pub struct Enable {
    #[command(flatten)]
    code: Code,
}

/// Switch the second factor off
#[derive(Debug, clap::Args)]
pub struct Disable {
    #[command(flatten)]
    password: Password,
    #[command(flatten)]
    code: Code,
}

/// Make new backup codes and show them, once; the old ones stop working
#[derive(Debug, clap::Args)]
pub struct BackupCodes {
    #[command(flatten)]
    password: Password,
    #[command(flatten)]
    code: Code,
}

#[derive(Debug, clap::Args)]
struct Password {
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
}

#[derive(Debug, clap::Args)]
struct Code {
    /// Code of the authenticator app, or a backup code; asked for otherwise
    #[arg(long)]
    code: Option<String>,
}

pub fn run(app: &App, command: &Mfa) -> Outcome {
    match command {
        Mfa::Status => app.run(Request::get("/me/mfa").auth(Wants::User)),
        Mfa::Setup(setup) => setup.run(app),
        Mfa::Enable(enable) => enable.run(app),
        Mfa::Disable(disable) => {
            let password = disable.password.get(app)?;
            let answer = with_code(app, disable.code.code.as_deref(), |code| proof("disable", &password, code))?;
            app.show(&answer)
        }
        Mfa::BackupCodes(renew) => {
            let password = renew.password.get(app)?;
            let answer = with_code(app, renew.code.code.as_deref(), |code| proof("backup-codes", &password, code))?;
            show_codes(app, &answer)
        }
    }
}

impl Password {
    fn get(&self, app: &App) -> Outcome<String> {
        match &self.password {
            Some(given) => value::text("--password", given),
            None => app.ask_secret("Password", "--password"),
        }
    }
}

impl Setup {
    fn run(&self, app: &App) -> Outcome {
        let body = value::object([("password", Some(Json::string(self.password.get(app)?)))]);
        let answer = app.call(Request::post("/me/mfa/setup").auth(Wants::User).json(&body))?;
        if !app.out.format.is_table() {
            return app.show(&answer);
        }
        let made = answer.json()?;
        let text = |name: &str| made.lookup(name).and_then(Json::as_str).unwrap_or_default();
        let drawing = app.out.drawing(&qr::blocks(text("otpauth_url"))?);
        print(&format!("{drawing}\n{}\nSecret: {}\n", text("otpauth_url"), text("secret")))?;
        if !app.can_ask() {
            app.out.note("Switch it on within ten minutes: jobcelis auth mfa enable --code <code>");
            return Ok(());
        }
        app.out.note("Scan the picture with an authenticator app, or type the secret into it.");
        Enable { code: Code { code: None } }.run(app)
    }
}

impl Enable {
    fn run(&self, app: &App) -> Outcome {
        let answer = with_code(app, self.code.code.as_deref(), |code| {
            let body = value::object([("code", Some(Json::string(code.to_owned())))]);
            Request::post("/me/mfa/enable").auth(Wants::User).json(&body)
        })?;
        show_codes(app, &answer)
    }
}

fn proof(action: &str, password: &str, code: &str) -> Request {
    let text = |text: &str| Some(Json::string(text.to_owned()));
    let body = value::object([("password", text(password)), ("code", text(code))]);
    Request::post(&format!("/me/mfa/{action}")).auth(Wants::User).json(&body)
}

/// People see the codes one a line; programs the body.
fn show_codes(app: &App, answer: &Answer) -> Outcome {
    if !app.out.format.is_table() {
        return app.show(answer);
    }
    let body = answer.json()?;
    let codes = body.lookup("backup_codes").and_then(Json::as_array).unwrap_or_default();
    app.out.note("Backup codes for the day the app is lost. Each works once; they are not shown again:");
    print(&codes.iter().filter_map(Json::as_str).map(|code| format!("{code}\n")).collect::<String>())
}
