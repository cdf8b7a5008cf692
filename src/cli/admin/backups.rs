//! `jobcelis admin backups`: the backups of a server, from afar. A backup is named by its file.

use crate::base::Json;
use crate::cli::app::App;
use crate::cli::export;
use crate::cli::failure::{FAILED, Failure, Outcome};
use crate::cli::noun::{Noun, Paging};
use crate::client::{Auth, Request};
use std::path::{Path, PathBuf};

const BACKUP: Noun<'_> = Noun {
    one: "backup",
    many: "backups",
    path: "/admin/backups",
    list: "",
    auth: Auth::User,
    key: "data",
    everything: None,
    columns: &["name", "size_bytes", "created_at", "verified", "encrypted"],
    wide: &["schema", "sha256"],
};

/// The backups of the server
#[derive(Debug, clap::Subcommand)]
pub enum Backups {
    /// List backups, newest first
    #[command(visible_alias = "ls")]
    List(Paging),
    /// Make a backup now
    #[command(visible_aliases = ["new", "create"])]
    Run,
    /// Read a backup back, to the last page of its database; exit code 1 when it is not whole
    Verify(Named),
    Download(Download),
}

#[derive(Debug, clap::Args)]
pub struct Named {
    /// As `list` shows it
    name: String,
}

/// Fetch a backup
#[derive(Debug, clap::Args)]
pub struct Download {
    #[command(flatten)]
    named: Named,
    /// File to write; the name of the backup unless given
    #[arg(short, long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

pub fn run(app: &App, command: &Backups) -> Outcome {
    match command {
        Backups::List(paging) => app.list(&BACKUP, Request::get(BACKUP.path).auth(Auth::User), paging),
        Backups::Run => app.run(Request::post(BACKUP.path).auth(Auth::User)),
        Backups::Verify(named) => {
            let answer = app.call(Request::post(&BACKUP.at(&named.name, "/verify")).auth(Auth::User).long())?;
            app.show(&answer)?;
            let json = answer.json()?;
            match json.lookup("verified").and_then(Json::as_bool) {
                Some(true) => Ok(()),
                _ => Err(Failure::silent(FAILED)),
            }
        }
        Backups::Download(download) => download.run(app),
    }
}

impl Download {
    fn run(&self, app: &App) -> Outcome {
        let name = &self.named.name;
        let path = match (&self.file, Path::new(name).file_name()) {
            (Some(path), _) => path.clone(),
            (None, Some(own)) => own.into(),
            (None, None) => return Err(Failure::usage(format!("{name}: is no name of a backup"))),
        };
        if path.exists() && !self.force {
            return Err(Failure::usage(format!("{}: exists already", path.display())).hint("replace it with --force"));
        }
        export::save(app, Request::get(&BACKUP.at(name, "")).auth(Auth::User), &path)?;
        app.out.note(&format!("Wrote {}", path.display()));
        Ok(())
    }
}
