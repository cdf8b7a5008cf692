//! `jobcelis admin`: for those who run the server. Most of it calls the server; what is for lost
//! access works on the folder of its data.

mod audit;
mod backups;
mod folder;
mod projects;
mod users;

pub use folder::{Folder, server_settings};

use super::app::App;
use super::failure::Outcome;
use crate::client::{Auth, Request};

/// Run the server: its users, projects and keys
#[derive(Debug, clap::Subcommand)]
pub enum Admin {
    #[command(subcommand, visible_alias = "user")]
    Users(users::Users),
    #[command(subcommand)]
    Projects(projects::Projects),
    #[command(subcommand)]
    Audit(audit::Audit),
    #[command(subcommand, visible_alias = "backup")]
    Backups(backups::Backups),
    /// Show how the server is and has been
    Uptime {
        /// Days to tell of, up to 90
        #[arg(long, value_name = "N")]
        days: Option<u32>,
    },
    /// Show the settings the server runs with
    Settings,
    /// Remove what is too old now instead of at its time (superadmins only)
    RunRetention,
    CreateSuperadmin(folder::CreateSuperadmin),
    ResetPassword(folder::ResetPassword),
    /// End the lock of a user after too many failed logins; the server must not run
    Unlock(folder::User),
    /// Switch the second factor of a user off; the server must not run
    ResetMfa(folder::User),
    PatchToken(folder::PatchToken),
    RotateKeys(folder::RotateKeys),
}

pub fn run(app: &App, command: &Admin) -> Outcome {
    match command {
        Admin::Users(command) => users::run(app, command),
        Admin::Projects(command) => projects::run(app, command),
        Admin::Audit(audit::Audit::List(list)) => list.run(app),
        Admin::Backups(command) => backups::run(app, command),
        Admin::Uptime { days } => app.run(Request::get("/admin/uptime").auth(Auth::User).query("days", days.as_ref())),
        Admin::Settings => app.run(Request::get("/admin/settings").auth(Auth::User)),
        Admin::RunRetention => {
            app.confirm("Remove for good what each project keeps no longer")?;
            app.run(Request::post("/admin/retention/run").auth(Auth::User).slow())
        }
        Admin::CreateSuperadmin(command) => command.run(app),
        Admin::ResetPassword(command) => command.run(app),
        Admin::Unlock(user) => user.unlock(app),
        Admin::ResetMfa(user) => user.reset_mfa(app),
        Admin::PatchToken(command) => command.run(app),
        Admin::RotateKeys(command) => command.run(app),
    }
}
