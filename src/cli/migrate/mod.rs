//! `jobcelis migrate` and `jobcelis upgrade-check`: the schema of the data and that of this program,
//! and what another server has.

mod import;
mod other;
mod parts;

pub use import::Import;

use super::admin::Folder;
use super::app::App;
use super::failure::{FAILED, Failure, Outcome};
use super::value;
use crate::engine::migration;
use serde_json::json;

/// The schema of the data, and copies from another server
#[derive(Debug, clap::Subcommand)]
pub enum Migrate {
    /// Show the schema of the data and the one this program needs
    Status(At),
    /// Bring the data to the schema of this program, as a start would; the server must not run
    Up(At),
    Import(Import),
}

/// Which data are meant.
#[derive(Debug, clap::Args)]
pub struct At {
    #[command(flatten)]
    folder: Folder,
}

/// Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot
#[derive(Debug, clap::Args)]
pub struct UpgradeCheck {
    #[command(flatten)]
    pub folder: Folder,
}

pub fn run(app: &App, command: &Migrate) -> Outcome {
    match command {
        Migrate::Status(at) => check(app, &at.folder),
        Migrate::Up(at) => {
            migration::up(&at.folder.settings()?)?;
            check(app, &at.folder)
        }
        Migrate::Import(import) => import.run(app),
    }
}

/// Prints both schemas. Data of an older one are migrated by the next start, those of a newer one
/// are refused.
pub fn check(app: &App, folder: &Folder) -> Outcome {
    let seen = migration::status(&folder.settings()?)?;
    let state = match seen.schema.cmp(&seen.newest) {
        std::cmp::Ordering::Equal => "current",
        std::cmp::Ordering::Less => "older",
        std::cmp::Ordering::Greater => "newer",
    };
    let report = json!({ "current": seen.schema, "required": seen.newest, "state": state });
    app.out.value(&value::parse("schema", &report.to_string())?)?;
    match seen.schema > seen.newest {
        true => Err(Failure::new(FAILED, "the data are of a newer version of jobcelis")),
        false => Ok(()),
    }
}
