//! `jobcelis backup`: copies of the data of a server on this machine, running or not. It works on
//! the folder of the data and asks no server.

use super::admin::Folder;
use super::app::App;
use super::export;
use super::failure::{FAILED, Failure, Outcome};
use super::value;
use crate::base::{Json, Kind};
use crate::config::{Keep, ServerSettings};
use crate::domain::backup::{Manifest, Stored};
use crate::engine::backup::{self, Passphrase, Target};
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Make a backup of the data, whether or not the server runs
///
/// It is read back before it gets its name, so what has the name of a backup is whole. The master
/// key is not in it.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  jobcelis backup
  jobcelis backup /mnt/usb/jobcelis.db.zst
  jobcelis backup - --passphrase-file key.txt | ssh elsewhere 'cat > jobcelis.enc'
  jobcelis backup prune --keep 30d"
)]
pub struct Backup {
    #[command(subcommand)]
    command: Option<Command>,
    /// File to write, a folder, or - for stdout [default: the folder of backups of the server]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Do not read it back
    #[arg(long)]
    no_verify: bool,
    #[command(flatten)]
    place: Place,
}

/// Which data, and how they are encrypted.
#[derive(Debug, clap::Args)]
pub struct Place {
    /// File with a passphrase to encrypt by [default: as `serve` would]
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    #[command(flatten)]
    folder: Folder,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List the backups in the folder of backups
    #[command(visible_alias = "ls")]
    List(Within),
    Verify(Verify),
    Prune(Prune),
}

#[derive(Debug, clap::Args)]
struct Within {
    /// Folder of the backups [default: as `serve` would take it]
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// Read a backup back, to the last page of its database; exit code 1 when it is not whole
#[derive(Debug, clap::Args)]
struct Verify {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Remove old backups
#[derive(Debug, clap::Args)]
struct Prune {
    /// The newest so many stay, or those of so many days [default: as `serve` would]
    #[arg(long, value_name = "N|DAYSd")]
    keep: Option<Keep>,
    #[command(flatten)]
    within: Within,
}

impl Place {
    pub fn settings(&self) -> Outcome<ServerSettings> {
        self.settings_in(None)
    }

    fn settings_in(&self, dir: Option<&Path>) -> Outcome<ServerSettings> {
        self.folder
            .settings_with(&[("--backup-passphrase-file", self.passphrase_file.as_deref()), ("--backup-dir", dir)])
    }
}

impl Within {
    fn folder(&self) -> Outcome<(ServerSettings, PathBuf)> {
        let settings = self.place.settings_in(self.dir.as_deref())?;
        let folder = folder(&settings)?;
        Ok((settings, folder))
    }
}

fn folder(settings: &ServerSettings) -> Outcome<PathBuf> {
    let folder = settings.backup_dir.0.clone();
    folder.ok_or_else(|| Failure::usage("backups are off").hint("name a folder with --backup-dir, or a file"))
}

pub fn run(app: &App, command: &Backup) -> Outcome {
    match &command.command {
        None => command.make(app),
        Some(Command::List(within)) => {
            let stored = backup::list(&within.folder()?.1)?;
            let mut items =
                app.out.items(&["name", "size", "created_at", "verified", "encrypted"], &["schema", "sha256"]);
            for Stored { name, manifest } in stored {
                items.push(parsed(&entry(json!({ "name": name }), &manifest))?)?;
            }
            items.finish("backups")
        }
        Some(Command::Verify(verify)) => verify.run(app),
        Some(Command::Prune(prune)) => {
            let (settings, folder) = prune.within.folder()?;
            let gone = backup::prune(&folder, prune.keep.unwrap_or(settings.backup_keep))?;
            app.out.value(&parsed(&json!({ "removed": gone }))?)
        }
    }
}

impl Backup {
    fn make(&self, app: &App) -> Outcome {
        let settings = self.place.settings()?;
        let passphrase = backup::passphrase(&settings)?;
        let to_stdout = self.file.as_deref() == Some(Path::new("-"));
        let target = match &self.file {
            None => Target::Folder(folder(&settings)?),
            Some(_) if to_stdout => Target::Nowhere,
            Some(path) if path.is_dir() => Target::Folder(path.clone()),
            Some(path) => {
                if path.exists() {
                    app.confirm(&format!("Replace {}", path.display()))?;
                }
                Target::File(path.clone())
            }
        };
        if !settings.db.exists() {
            return Err(Failure::failed(format!("there is no database at {}", settings.db.display())));
        }
        let held = backup::hold(&settings)?;
        let mut draft = backup::draft(&settings.db, &target, passphrase.as_ref(), &|| true)?;
        drop(held);
        if !self.no_verify {
            draft.verify(passphrase.as_ref(), &|| true)?;
        }
        if to_stdout {
            return hand_out(app, &settings, &draft);
        }
        let (path, manifest) = draft.publish()?;
        app.out.value(&parsed(&entry(json!({ "file": path }), &manifest))?)?;
        remind(app, &settings);
        Ok(())
    }
}

/// Stdout is the backup itself, so what is told of it goes to stderr.
fn hand_out(app: &App, settings: &ServerSettings, draft: &backup::Draft) -> Outcome {
    let mut file = File::open(&draft.part)?;
    let mut transfer = app.out.transfer();
    export::copy(&mut file, &mut std::io::stdout().lock(), &mut transfer)??;
    app.out.note(&entry(json!({ "file": "-" }), &draft.manifest).to_string());
    remind(app, settings);
    Ok(())
}

fn remind(app: &App, settings: &ServerSettings) {
    let key = settings.key_place();
    app.out.note(&format!(
        "The master key {key} is not in it. Keep a copy of it elsewhere: without it the secrets of webhooks and \
         personal data in the backup are lost."
    ));
}

/// What is said of a backup.
fn entry(mut named: Value, manifest: &Manifest) -> Value {
    let Manifest { size, sha256, rows, schema, created_at, encrypted, verified, .. } = manifest;
    let more = json!({
        "size": size, "sha256": sha256, "rows": rows, "verified": verified, "encrypted": encrypted,
        "schema": schema, "created_at": created_at,
    });
    if let (Some(members), Value::Object(more)) = (named.as_object_mut(), more) {
        members.extend(more);
    }
    named
}

fn parsed(value: &Value) -> Outcome<Json<'static>> {
    value::parse("backup", &value.to_string())
}

impl Verify {
    fn run(&self, app: &App) -> Outcome {
        let settings = self.place.settings()?;
        let passphrase: Option<Passphrase> = backup::passphrase(&settings)?;
        let checked = backup::verify(&settings.db, &self.file, passphrase.as_ref(), &|| true);
        let error = match checked {
            Ok(_) => None,
            Err(e) if e.kind() == Kind::Invalid => Some(e.message().to_owned()),
            Err(e) => return Err(e.into()),
        };
        app.out.value(&parsed(&json!({ "file": self.file, "verified": error.is_none(), "error": error }))?)?;
        if error.is_none() { Ok(()) } else { Err(Failure::silent(FAILED)) }
    }
}
