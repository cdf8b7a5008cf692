//! The command line: definitions, commands and printing.

mod api;
mod bench;
mod complete;
mod failure;
mod generate;
mod scratch;
mod serve;
mod wire;

use clap::{CommandFactory, Parser, Subcommand};
use failure::Outcome;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Webhook and event infrastructure in one binary: server and command line on one SQLite file
#[derive(Debug, Parser)]
#[command(name = "jobcelis", version, about, max_term_width = 100)]
struct Root {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Bench(bench::Bench),
    Completion(generate::Completion),
    Man(generate::Man),
    /// Print the version
    Version,
}

/// The whole command line; completions and manual pages are made from it too.
fn definition() -> clap::Command {
    Root::command()
}

/// Parses the arguments, runs the command and returns its exit code.
pub fn main() -> ExitCode {
    if complete::answered(definition) {
        return ExitCode::SUCCESS;
    }
    // Leaves with 2 on a usage error and with 0 after --help and --version.
    let root = Root::parse();
    root.run().unwrap_or_else(|failure| failure.report())
}

impl Root {
    fn run(self) -> Outcome<ExitCode> {
        match self.command {
            Some(Command::Serve(serve)) => return serve::run(&serve),
            Some(Command::Bench(bench)) => bench::run(&bench)?,
            Some(Command::Completion(command)) => generate::completion(&command, definition())?,
            Some(Command::Man(command)) => generate::man(&command, definition())?,
            Some(Command::Version) => print(&definition().render_version())?,
            None => print(&definition().render_help().to_string())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes to stdout; that nobody reads any more is no failure.
fn print(text: &str) -> Outcome {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(e.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_hold_together() {
        definition().debug_assert();
    }
}
