//! Backups and restores: from the command line, by the server itself, and over the API.

mod api;
mod kills;
mod load;
mod service;

use crate::support::{Cli, Daemon};
use std::path::{Path, PathBuf};

/// A command on the data of a server on this machine.
fn cli(daemon: &Daemon, args: &[&str]) -> Cli {
    let folder = daemon.data_dir();
    Cli::new([args, &["--data-dir", folder.to_str().unwrap()]].concat())
}

/// The files in the folder of backups that look like one.
fn complete(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let is_one = |path: &PathBuf| path.to_str().is_some_and(|p| p.ends_with(".db.zst") || p.ends_with(".enc"));
    entries.filter(is_one).collect()
}
