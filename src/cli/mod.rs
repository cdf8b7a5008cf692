//! The command line: definitions, commands and printing.

use std::process::ExitCode;

/// Parses the arguments, runs the command and returns its exit code.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
