//! `jobcelis doctor`: looks at the two sides that can be wrong, the way to a server and a server's
//! data on this machine, and says what to do about it. Changes modes of files, with --fix only.

mod backups;
mod client;
mod files;
mod machine;
mod public;
mod report;
mod server;

use super::failure::{FAILED, Failure, Outcome};
use super::global::Global;
use crate::config;
use clap::{ArgMatches, Command, FromArgMatches};
use report::Report;
use std::path::PathBuf;

/// Look for what is wrong with the configuration, the server and its data
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis doctor
  jobcelis doctor --fix
  sudo jobcelis doctor --full --data-dir /var/lib/private/jobcelis")]
pub struct Doctor {
    /// Take files with secrets from other users
    #[arg(long)]
    fix: bool,
    /// Read the whole database for damage
    #[arg(long)]
    full: bool,
    /// Exit code 1 also for warnings
    #[arg(long)]
    strict: bool,
    /// Configuration file of the server
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    server_config: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// The settings of a server that say where it is.
#[derive(Debug)]
struct Place(ArgMatches);

const PLACE: [&str; 8] =
    ["data_dir", "db", "key_file", "listen", "tls_cert", "tls_key", "backup_dir", "backup_passphrase_file"];

impl FromArgMatches for Place {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Place, clap::Error> {
        Ok(Place(matches.clone()))
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0 = matches.clone();
        Ok(())
    }
}

impl clap::Args for Place {
    fn augment_args(command: Command) -> Command {
        command.args(config::flags().filter(|arg| PLACE.contains(&arg.get_id().as_str())))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Place::augment_args(command)
    }
}

pub fn run(global: &Global, doctor: &Doctor) -> Outcome {
    let mut report = Report::default();
    let has_server = server::check(&mut report, doctor, global);
    client::check(&mut report, doctor, global, has_server)?;
    report.print(global.wants_json(), global.quiet)?;
    if report.is_bad(doctor.strict) { Err(Failure::silent(FAILED)) } else { Ok(()) }
}
