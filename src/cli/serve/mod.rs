//! `jobcelis serve`: reads the settings and runs the daemon. What is served is not known here.

mod daemon;
mod dev;
mod echo;
mod inherited;
mod logging;
mod opening;
mod reload;
mod signals;
mod state;

use super::failure::{Failure, Outcome};
use crate::config;
use clap::{ArgMatches, Command, FromArgMatches};
use daemon::Begin;
use inherited::Inherited;
use std::path::PathBuf;
use std::process::ExitCode;

/// Run the server
///
/// Starts without any option: makes its folder, database and key, and listens on
/// http://127.0.0.1:4000. Each option can also stand in the environment or in a file;
/// options win over the environment, and that over the file.
///
/// SIGTERM and SIGINT end the server once requests and attempts in flight are done, at the latest
/// after 20 seconds; a second one ends it at once, and the next start repairs. SIGHUP reads the
/// certificate, the limits and the level of the log again and opens the file of the log anew.
/// SIGUSR1 writes the state of the server to the log.
#[derive(Debug, clap::Args)]
pub struct Serve {
    #[command(flatten)]
    flags: Flags,
    /// Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user's configuration folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// With --dev: also receive every event on this machine and print what arrives
    #[arg(long)]
    echo: bool,
    /// Check the configuration and exit
    #[arg(long)]
    check: bool,
    /// Print every setting and where it came from, and exit
    #[arg(long)]
    print_config: bool,
}

/// The flags of the settings, defined by their list.
#[derive(Debug)]
struct Flags(ArgMatches);

impl FromArgMatches for Flags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Flags, clap::Error> {
        Ok(Flags(matches.clone()))
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0 = matches.clone();
        Ok(())
    }
}

impl clap::Args for Flags {
    fn augment_args(command: Command) -> Command {
        command.args(config::flags())
    }
    fn augment_args_for_update(command: Command) -> Command {
        Flags::augment_args(command)
    }
}

pub fn run(serve: &Serve) -> Outcome<ExitCode> {
    let variable = |name: &str| std::env::var(name).ok();
    let read = || config::load(&serve.flags.0, variable, serve.config.as_deref());
    let loaded = read().map_err(|e| Failure::usage(e.message()))?;
    if serve.echo && !loaded.settings.dev {
        return Err(Failure::usage("--echo needs --dev").hint("on a server of your own, make a webhook"));
    }
    if serve.print_config {
        super::print(&loaded.to_string())?;
    }
    if serve.check {
        opening::certificate(&loaded.settings)?;
        super::print("the configuration is valid\n")?;
    }
    if serve.check || serve.print_config {
        return Ok(ExitCode::SUCCESS);
    }
    let inherited = Inherited::take(loaded.settings.ready_fd)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let ended = runtime.block_on(daemon::run(Begin { loaded, again: &read, inherited, echo: serve.echo }));
    // What still runs has had its time; the next start repairs what it leaves.
    runtime.shutdown_background();
    ended
}
