//! `jobcelis restore`: puts a backup in the place of the data of a server on this machine, which
//! must not run meanwhile.

use super::app::App;
use super::backup::Place;
use super::failure::{Failure, Outcome};
use super::value;
use crate::engine::backup::{self, Order};
use crate::engine::offline;
use serde_json::json;
use std::path::PathBuf;

/// Put a backup in the place of the data; the server must not run
///
/// The backup is checked first: its checksum, its database, its schema, and that the master key
/// opens it. The data that were there keep another name. What waits to be delivered goes on at the
/// next start.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis restore backups/jobcelis-20260307T020000Z-v12.db.zst
  jobcelis restore jobcelis.db.zst --data-dir /srv/copy --hold-deliveries")]
pub struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Deliver nothing of what waits in it: for a copy of a server that goes on elsewhere
    #[arg(long)]
    hold_deliveries: bool,
    /// Also when it is not as it was made, or belongs to another master key
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Place,
}

pub fn run(app: &App, command: &Restore) -> Outcome {
    let settings = command.place.settings()?;
    let place = settings.db.display();
    if let Some(pid) = offline::holder(&settings)? {
        return Err(Failure::failed(format!("{place} is in use by process {pid}")).hint("stop the server first"));
    }
    if !command.file.exists() {
        return Err(Failure::usage(format!("{}: there is no such file", command.file.display())));
    }
    app.confirm(&format!("Put {} in the place of {place}", command.file.display()))?;
    let passphrase = backup::passphrase(&settings)?;
    let order = Order {
        backup: &command.file,
        passphrase: passphrase.as_ref(),
        hold: command.hold_deliveries,
        force: command.force,
    };
    let restored = backup::restore(&settings, &order)?;
    for what in &restored.forced {
        app.out.note(&format!("warning: {what}"));
    }
    let report = json!({
        "db": settings.db, "previous": restored.previous, "schema": restored.schema,
        "deliveries_held": restored.held,
    });
    app.out.value(&value::parse("restore", &report.to_string())?)
}
