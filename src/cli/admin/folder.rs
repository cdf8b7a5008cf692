//! What works on the folder of the data, for those who have lost their way in. The server must not
//! run meanwhile; only for making a superadmin it may, and is then asked to.

use crate::base::Kind;
use crate::base::fields::Fields;
use crate::cli::app::App;
use crate::cli::failure::{Failure, Outcome};
use crate::cli::login::local;
use crate::cli::value;
use crate::client::Fault;
use crate::config::{self, ServerSettings};
use crate::domain::api_key::ApiKeyPatch;
use crate::domain::project::ProjectId;
use crate::engine::{offline, rotation};
use std::path::{Path, PathBuf};

/// Which data are meant.
#[derive(Debug, clap::Args)]
pub struct Folder {
    /// Folder of the server's data [default: as `serve` would take it]
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Database file
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
    /// Master key file
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

impl Folder {
    pub fn settings(&self) -> Outcome<ServerSettings> {
        self.settings_with(&[])
    }

    /// With more options of `serve`.
    pub fn settings_with(&self, more: &[(&str, Option<&Path>)]) -> Outcome<ServerSettings> {
        let own = [
            ("--data-dir", self.data_dir.as_deref()),
            ("--db", self.db.as_deref()),
            ("--key-file", self.key_file.as_deref()),
        ];
        server_settings(&[&own, more].concat())
    }
}

/// The settings that a server started now with these options would have.
pub fn server_settings(options: &[(&str, Option<&Path>)]) -> Outcome<ServerSettings> {
    let mut words = vec!["serve".into()];
    for (option, path) in options {
        if let Some(path) = path {
            words.extend([(*option).into(), path.as_os_str().to_owned()]);
        }
    }
    let matches = clap::Command::new("serve").args(config::flags()).try_get_matches_from(words);
    let matches = matches.map_err(|e| Failure::usage(e.to_string()))?;
    let loaded = config::load(&matches, |name| std::env::var(name).ok(), None);
    Ok(loaded.map_err(|e| Failure::usage(e.message()))?.settings)
}

/// Make somebody a superadmin, with a new account if they have none
///
/// Works with the server running on this machine, and without. The password of an account that
/// exists stays.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis admin create-superadmin --email ana@example.org
  pwgen 20 1 | jobcelis admin create-superadmin --email ana@example.org --password -")]
pub struct CreateSuperadmin {
    #[arg(long)]
    email: String,
    /// Of a new account: as it stands, @file or - for stdin; asked for otherwise
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
    #[command(flatten)]
    folder: Folder,
}

impl CreateSuperadmin {
    pub fn run(&self, app: &App) -> Outcome {
        let settings = self.folder.settings()?;
        let given = value::maybe_text("--password", &self.password)?;
        let lacking = given.is_none();
        if !self.make(app, &settings, given)? && lacking {
            let password = app.ask_secret("Password of the new account", "--password")?;
            self.make(app, &settings, Some(password))?;
        }
        app.out.note(&format!("{} is a superadmin.", self.email));
        Ok(())
    }

    /// False when a password is needed.
    fn make(&self, app: &App, settings: &ServerSettings, password: Option<String>) -> Outcome<bool> {
        let lacking = password.is_none();
        if let Some(pid) = offline::holder(settings)? {
            return match local::make_superadmin(app, settings, &self.email, password.as_deref())? {
                Ok(_) => Ok(true),
                Err(Fault::Refused(refusal)) if lacking && refusal.status == 400 => Ok(false),
                Err(Fault::Refused(refusal)) => Err(Fault::Refused(refusal).into()),
                Err(fault) => Err(Failure::from(fault)
                    .hint(format!("process {pid} has the data: say with --base-url where it listens, or stop it"))),
            };
        }
        let made =
            offline::with_new(settings, async |engine| offline::make_superadmin(engine, &self.email, password).await);
        match made {
            Ok(_) => Ok(true),
            Err(e) if lacking && e.kind() == Kind::Malformed => Ok(false),
            Err(e) => Err(e.into()),
        }
    }
}

/// Give a user another password; the server must not run
#[derive(Debug, clap::Args)]
pub struct ResetPassword {
    #[arg(long)]
    email: String,
    /// As it stands, @file or - for stdin; asked for otherwise
    #[arg(long, allow_hyphen_values = true)]
    password: Option<String>,
    #[command(flatten)]
    folder: Folder,
}

impl ResetPassword {
    pub fn run(&self, app: &App) -> Outcome {
        let settings = self.folder.settings()?;
        let password = match &self.password {
            Some(given) => value::text("--password", given)?,
            None => app.ask_secret("New password", "--password")?,
        };
        offline::with(&settings, async |engine| offline::reset_password(engine, &self.email, password).await)?;
        app.out.note(&format!("{} has a new password; all their logins have ended.", self.email));
        Ok(())
    }
}

/// A user of the data.
#[derive(Debug, clap::Args)]
pub struct User {
    #[arg(long)]
    email: String,
    #[command(flatten)]
    folder: Folder,
}

impl User {
    pub fn unlock(&self, app: &App) -> Outcome {
        offline::with(&self.folder.settings()?, async |engine| offline::unlock(engine, &self.email).await)?;
        app.out.note(&format!("{} may log in.", self.email));
        Ok(())
    }

    pub fn reset_mfa(&self, app: &App) -> Outcome {
        offline::with(&self.folder.settings()?, async |engine| offline::reset_mfa(engine, &self.email).await)?;
        app.out.note(&format!("{} logs in with the password alone.", self.email));
        Ok(())
    }
}

/// Widen the API key of a project that has shut everyone out; the server must not run
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  jobcelis admin patch-token --project-id 0199b5a0-1111-7000-8000-000000000001 --scopes '*' --allowed-ips ''")]
pub struct PatchToken {
    /// The project, by its whole id
    #[arg(long, value_name = "ID")]
    project_id: String,
    /// Scopes, such as events:write,webhooks:read; * is all
    #[arg(long, value_name = "A,B")]
    scopes: Option<String>,
    /// Addresses or networks that may use it; empty is any
    #[arg(long, value_name = "IP,CIDR")]
    allowed_ips: Option<String>,
    #[command(flatten)]
    folder: Folder,
}

impl PatchToken {
    pub fn run(&self, app: &App) -> Outcome {
        let project = ProjectId::parse(&self.project_id)
            .ok_or_else(|| Failure::usage(format!("--project-id {}: must be a UUID", self.project_id)))?;
        let body =
            value::object([("scopes", value::list(&self.scopes)), ("allowed_ips", value::list(&self.allowed_ips))]);
        let patch = body.as_object().map(|body| ApiKeyPatch::read(Fields(body))).transpose()?.unwrap_or_default();
        if patch.is_empty() {
            return Err(Failure::usage("one of --scopes and --allowed-ips is required"));
        }
        let settings = self.folder.settings()?;
        let key = offline::with(&settings, async |engine| offline::patch_token(engine, project, patch).await)?;
        app.out.note(&format!("The key {}… of the project is changed.", key.prefix));
        Ok(())
    }
}

/// Replace the master key; the server must not run
///
/// All that is sealed is sealed anew, in one transaction: whenever this is interrupted, the next
/// start has the right key. API keys, passwords and logins go on; access tokens are renewed by
/// their refresh tokens. Unused backup codes of second factors end, and so do the lists of networks
/// that users are known to log in from. Backups made before open with the old key only: keep a copy
/// of it with them.
#[derive(Debug, clap::Args)]
pub struct RotateKeys {
    #[command(flatten)]
    folder: Folder,
}

impl RotateKeys {
    pub fn run(&self, app: &App) -> Outcome {
        let settings = self.folder.settings()?;
        app.confirm(&format!("Replace the master key {}", settings.key_file.display()))?;
        let count = rotation::rotate(&settings)?;
        let path = settings.key_file.display();
        app.out.note(&format!("{path} holds a new master key; {count} values are sealed for it. Keep a copy of it."));
        Ok(())
    }
}
